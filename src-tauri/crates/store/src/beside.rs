//! Small files beside the encrypted one: what must be known before that can be opened. Each is there, or absent, or
//! holds nothing that makes sense; where the disk doesn't give it, none of these is so.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{StoreError, io};
use crate::home::write_whole;

/// What is kept in a small file beside the encrypted one.
pub trait Beside: Serialize + DeserializeOwned {
    /// The name of the file.
    const FILE: &'static str;

    /// What it is before anything was kept.
    fn usual(folder: &Path) -> Self;

    /// What is kept in a folder; the usual where nothing is, or nothing that makes sense.
    ///
    /// # Errors
    /// As [`read_whole`].
    fn read(folder: &Path) -> Result<Self, StoreError> {
        let text = read_whole(&folder.join(Self::FILE))?;
        Ok(serde_json::from_slice(&text).unwrap_or_else(|_| Self::usual(folder)))
    }

    /// What is kept; the usual also where the disk doesn't give it. For what goes on without it, and doesn't write it.
    #[must_use]
    fn read_or_usual(folder: &Path) -> Self {
        Self::read(folder).unwrap_or_else(|_| Self::usual(folder))
    }

    /// Keeps it.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let text = serde_json::to_vec(self).unwrap_or_default();
        write_whole(&folder.join(Self::FILE), &text)
    }
}

/// What is in a file that [`write_whole`] wrote; nothing where there is none.
///
/// # Errors
/// Fails where the disk doesn't give what is there: whoever took it for nothing and wrote it anew would forget it.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, StoreError> {
    match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(vec![]),
        read => read.map_err(io),
    }
}
