//! What was half typed when the program was locked or the computer died: one file for each account, sealed
//! to its own public key. Writing needs no passphrase, reading needs the account's secret half, which is
//! there for a moment while it signs in.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use vatra_core::Centre;
use vatra_core::facts::Staff;
use vatra_core::id::StaffId;
use vatra_core::terms::Role;
use zeroize::Zeroizing;

use crate::backup::sync;
use crate::error::{StoreError, io};
use crate::home::{Home, write_whole};
use crate::keys::{seal_to, unseal_with};

/// The folder of drafts.
pub struct Drafts {
    folder: PathBuf,
}

impl Home {
    /// The drafts.
    #[must_use]
    pub fn drafts(&self) -> Drafts {
        Drafts::of(self.folder())
    }
}

impl Drafts {
    /// The longest draft that is kept, in bytes: many times what fits into all forms together.
    pub const LONGEST: usize = 256 * 1024;
    /// What sealing may add.
    const SEAL: usize = 4 * 1024;

    /// Those of the centre in a folder.
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.join("drafts"),
        }
    }

    /// Puts an account's draft in the place of the one before.
    ///
    /// # Errors
    /// Fails for what isn't a public key, and where the folder can't be written; the one before stays.
    pub fn keep(&self, staff: StaffId, public_key: &str, draft: &str) -> Result<(), StoreError> {
        let sealed = seal_to(public_key, draft.as_bytes())?;
        if let (false, Some(home)) = (self.folder.is_dir(), self.folder.parent()) {
            fs::create_dir_all(&self.folder).map_err(io)?;
            // Or the power might take the folder, and with it what was kept.
            sync(home)?;
        }
        write_whole(&self.file(staff), &sealed)
    }

    /// The draft of an account. One that its key doesn't open is of no use to anybody, and is removed; one that the disk
    /// doesn't give now may be there the next time.
    #[must_use]
    pub fn read(&self, staff: StaffId, secret: &str) -> Option<Zeroizing<String>> {
        let file = self.file(staff);
        let most = (Self::LONGEST + Self::SEAL) as u64;
        let fits = fs::metadata(&file).ok()?.len() <= most;
        let sealed = fits.then(|| fs::read(&file)).transpose().ok()?;
        let draft = sealed.and_then(|sealed| unseal_with(secret, &sealed).ok());
        if draft.is_none() {
            let _ = fs::remove_file(file);
        }
        draft
    }

    /// Removes the draft of an account.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn forget(&self, staff: StaffId) -> Result<(), StoreError> {
        gone(fs::remove_file(self.file(staff)))
    }

    /// Removes what isn't the draft of anybody who can sign in and has forms.
    pub fn forget_strangers(&self, centre: &Centre) {
        let types = |staff: &&Staff| !staff.locked() && staff.role >= Role::Reception;
        let staff = centre.staff.values().filter(types);
        let known: BTreeSet<PathBuf> = staff.map(|staff| self.file(staff.id)).collect();
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            if !known.contains(&path) {
                // Nobody reads it any more; where it can't be removed, it is tried again the next time.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Removes the drafts of everybody.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn forget_all(&self) -> Result<(), StoreError> {
        gone(fs::remove_dir_all(&self.folder))
    }

    /// Where somebody's draft lies. The file's name doesn't show whose it is.
    fn file(&self, staff: StaffId) -> PathBuf {
        let digest = Sha256::digest(format!("vatra draft {}", staff.0));
        let name: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        self.folder.join(format!("{name}.age"))
    }
}

fn gone(removed: std::io::Result<()>) -> Result<(), StoreError> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(io(error)),
        _ => Ok(()),
    }
}
