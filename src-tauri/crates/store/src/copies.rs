//! Copies of a file that are looked at, or are on their way into a backup. They lie beside the file in use, encrypted
//! like what they are copies of; none of them counts.

use std::fs;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::{StoreError, io};

/// The folder of copies in that of the centre.
const FOLDER: &str = "copies";

/// A folder for a copy; gone when dropped.
pub struct FileCopy {
    beside: PathBuf,
    folder: PathBuf,
}

impl FileCopy {
    /// An empty one in the folder of the centre.
    pub(crate) fn beside(what: &Path) -> Result<Self, StoreError> {
        let folder = what.join(FOLDER).join(Uuid::now_v7().simple().to_string());
        // Whoever drops the last copy removes the folder of all of them, maybe just now.
        fs::create_dir_all(&folder)
            .or_else(|_| fs::create_dir_all(&folder))
            .map_err(io)?;
        Ok(Self {
            beside: what.to_owned(),
            folder,
        })
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the centre.
    pub(crate) fn beside_what(&self) -> &Path {
        &self.beside
    }
}

impl Drop for FileCopy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
        // As long as another lies there, it stays.
        let _ = fs::remove_dir(self.beside.join(FOLDER));
    }
}

/// Removes the copies that a crash or a power cut left.
pub(crate) fn forget(beside: &Path) {
    let _ = fs::remove_dir_all(beside.join(FOLDER));
}
