//! Asking for a file outside the centre's folder.

use super::Session;
use crate::files::{ChooseFile, ChosenFile, with_ending};
use crate::problem::Problem;

impl Session {
    /// Asks whoever sits there for a file. Nothing else waits meanwhile.
    ///
    /// # Errors
    /// Never; closing the dialog is an answer.
    pub fn choose_file(&self, ask: ChooseFile) -> Result<ChosenFile, Problem> {
        let path = (self.chooser)(&ask).map(|path| with_ending(path, ask.kind));
        Ok(ChosenFile {
            path: path.map(|path| path.to_string_lossy().into_owned()),
        })
    }
}
