//! What is known of the file outside it: how far its journal went, and who was erased. The encryption proves
//! that a file is whole, not that it is the newest: an older one put back opens as well. This tells.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use vatra_core::{ActionSeq, Instant};

use crate::Store;
use crate::backup::Backup;
use crate::beside::Beside;
use crate::erase::Erased;
use crate::error::StoreError;
use crate::journal::Anchor;
use crate::keys::DataKey;

/// How far a journal went, as it was seen once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The last action, with its seal: nobody can make one up without the key.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// When it was seen, in milliseconds since 1970.
    pub at: i64,
}

/// What is kept beside the file. There is no name in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// How far the journal went when it was last written.
    pub end: Option<End>,
    /// Backups that went further, but were left behind knowingly: their seals.
    #[serde(default)]
    pub left: BTreeSet<String>,
    /// Who was erased: an older file must not bring them back.
    #[serde(default)]
    pub erased: Erased,
}

impl Beside for Known {
    const FILE: &'static str = "head.json";

    fn usual(_: &Path) -> Self {
        Self::default()
    }
}

impl Known {
    /// Adds who was erased elsewhere.
    pub fn erased_too(&mut self, others: &Erased) {
        for (who, at) in others {
            let known = self.erased.entry(who.clone()).or_insert(*at);
            *known = (*known).max(*at);
        }
    }
}

impl Backup {
    /// How far the journal went when it was made; none where its seal doesn't hold.
    #[must_use]
    pub fn end(&self, key: &DataKey) -> Option<End> {
        let seal = self.manifest.head_seal.clone()?;
        self.is_sealed_by(key).then_some(End {
            anchor: Anchor {
                seq: self.manifest.head,
                seal,
            },
            at: self.manifest.made_at,
        })
    }
}

impl Store {
    /// How far the journal goes.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn end(&self, now: Instant) -> Result<End, StoreError> {
        Ok(End {
            anchor: self.anchor()?,
            at: now.0,
        })
    }

    /// Whether an end that was seen once is a part of this journal: otherwise its tail is missing, or
    /// another file was put in its place.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn contains(&self, end: &Anchor) -> Result<bool, StoreError> {
        Ok(end.seq == 0 || self.anchor_at(end.seq)?.as_ref() == Some(end))
    }

    /// The last action that this journal and another have in common; 0 where they have none. Each seal is made over
    /// the one before: where one is the same, so is everything up to it.
    ///
    /// # Errors
    /// Fails where a file can't be read.
    pub fn common_with(&self, other: &Self) -> Result<ActionSeq, StoreError> {
        let (mut common, mut differs) = (0, self.head()?.min(other.head()?) + 1);
        while common + 1 < differs {
            let middle = common + (differs - common) / 2;
            if self.anchor_at(middle)? == other.anchor_at(middle)? {
                common = middle;
            } else {
                differs = middle;
            }
        }
        Ok(common)
    }

    /// An action and its seal, as it can be kept elsewhere; none where there is no such action.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn anchor_at(&self, seq: ActionSeq) -> Result<Option<Anchor>, StoreError> {
        let seal: Option<Vec<u8>> = self
            .conn
            .prepare_cached("SELECT mac FROM action WHERE seq = ?1")?
            .query_row([seq], |row| row.get(0))
            .optional()?;
        Ok(seal.map(|seal| Anchor::new(seq, &seal)))
    }
}
