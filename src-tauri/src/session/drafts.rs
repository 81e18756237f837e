//! What is half typed: kept for whoever typed it until it is recorded or dropped. What it says only the
//! page knows.

use vatra_store::Drafts;
use zeroize::Zeroizing;

use super::Session;
use crate::answers::{KeptDraft, Nothing};
use crate::problem::{Failure, Problem};

impl Session {
    /// What whoever is signed in had half typed when the program was locked, or ended without warning.
    ///
    /// # Errors
    /// Fails where nobody is signed in.
    pub fn draft(&self, _: Nothing) -> Result<KeptDraft, Problem> {
        self.with_open(|open, _| {
            let draft = open.draft.as_ref().map(|draft| draft.as_str().to_owned());
            Ok(KeptDraft { draft })
        })
    }

    /// Keeps what is half typed, in the place of what was kept before; nothing, where nothing is.
    ///
    /// # Errors
    /// Fails for more than fits into all forms, and where the folder can't be written.
    pub fn keep_draft(&self, kept: KeptDraft) -> Result<Nothing, Problem> {
        let draft = kept.draft.map(Zeroizing::new);
        if draft
            .as_ref()
            .is_some_and(|draft| draft.len() > Drafts::LONGEST)
        {
            return Err(Failure::BadRequest.into());
        }
        self.with_open(|open, _| {
            match &draft {
                Some(draft) => open
                    .drafts
                    .keep(open.staff.id, &open.staff.public_key, draft)?,
                None => open.drafts.forget(open.staff.id)?,
            }
            open.draft = draft;
            Ok(Nothing {})
        })
    }
}
