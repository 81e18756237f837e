//! The folder where everything lives, and who has it open.
//!
//! ```text
//! vatra.db       the encrypted file
//! keys/data.age  the data key, sealed to staff and to the recovery identity
//! keys/*.age     each member's own identity, sealed by a passphrase
//! backups/       backups, where no other folder is set
//! drafts/*.age   what each member had half typed, sealed to their own key
//! aside-*/       what a restore replaced
//! copies/        copies that are looked at or on their way into a backup, as long as that takes
//! lock           held while the program runs
//! ```

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::copies;
use crate::error::{StoreError, io};
use crate::keys::Keys;
use crate::restore::{self, finish_restore};
use crate::steps::step;

/// A folder that this program, and no other, has open.
pub struct Home {
    folder: PathBuf,
    _lock: File,
}

impl Home {
    /// Takes the folder, making it if need be, and clears what a crash left behind.
    ///
    /// # Errors
    /// Fails where another program has it, and where it can't be written.
    pub fn take(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(io)?;
        only_for_owner(folder)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join("lock"));
        let lock = lock.map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::OpenElsewhere),
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        let home = Self {
            folder: folder.to_owned(),
            _lock: lock,
        };
        finish_restore(folder)?;
        let _ = fs::remove_dir_all(home.folder.join(restore::UNFINISHED));
        copies::forget(&home.folder);
        for leftover in ["", "keys", "drafts"] {
            remove_unfinished(&home.folder.join(leftover))?;
        }
        Ok(home)
    }

    /// The encrypted file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("vatra.db")
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> Keys {
        Keys::at(&self.folder.join("keys"))
    }

    /// What restores replaced: it still holds whoever was erased since, and nothing is let go of it with time.
    #[must_use]
    pub fn set_aside(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut aside: Vec<_> = entries
            .map(|entry| entry.path())
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let number = name.strip_prefix(ASIDE);
                number.is_some_and(|number| number.parse::<u32>().is_ok()) && path.is_dir()
            })
            .collect();
        aside.sort();
        aside
    }

    /// Whether a centre has been made here.
    #[must_use]
    pub fn has_centre(&self) -> bool {
        self.file().exists()
    }
}

/// Folders of what restores replaced begin with this.
pub(crate) const ASIDE: &str = "aside-";

/// Unfinished files end in this.
pub(crate) const UNFINISHED: &str = "new";

fn remove_unfinished(folder: &Path) -> Result<(), StoreError> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ours = name.ends_with(".new") || name.ends_with(".new-journal");
        if ours && path.is_file() {
            fs::remove_file(&path).map_err(io)?;
        }
    }
    Ok(())
}

/// Writes a file so that it is there whole or not at all, whenever the power fails.
///
/// # Errors
/// Fails where the folder can't be written; the file that was there before stays.
pub fn write_whole(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{UNFINISHED}"));
    let unfinished = path.with_file_name(name);
    let written = File::create(&unfinished).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    if written.is_err() {
        // A part of it is of no use to anybody, and may say more than should lie about.
        let _ = fs::remove_file(&unfinished);
    }
    written.map_err(io)?;
    step();
    put_in_place(&unfinished, path)
}

/// Makes what was written into a file safe on the disk. Windows asks for the right to write.
pub(crate) fn make_safe(path: &Path) -> Result<(), StoreError> {
    let file = File::options().write(true).open(path);
    file.and_then(|file| file.sync_all()).map_err(io)
}

/// Makes a finished file safe on the disk and renames it to its name.
pub(crate) fn finish(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    make_safe(unfinished)?;
    put_in_place(unfinished, path)
}

/// Renames a finished file to its name, for good.
fn put_in_place(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    fs::rename(unfinished, path).map_err(io)?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(io)?;
    }
    Ok(())
}

/// Nobody else on this PC may look into the folder, where the system knows of such a thing.
fn only_for_owner(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder).map_err(io)?.permissions().mode();
        if mode & 0o077 != 0 && mode & 0o200 != 0 {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(io)?;
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
