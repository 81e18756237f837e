//! Backups: the encrypted file and the sealed keys in a folder of their own, read back before they count.
//!
//! ```text
//! vatra-000042/manifest.json   what it holds: number, last action, digests, and a seal over these
//! vatra-000042/vatra.db        the encrypted file
//! vatra-000042/keys/*.age      the sealed keys, so that any account or the recovery paper opens it
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Connection;
use rusqlite::backup::StepResult;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use vatra_core::{ActionSeq, Instant};
use zeroize::Zeroizing;

use crate::beside::Beside;
use crate::copies::FileCopy;
use crate::erase::Erased;
use crate::error::{StoreError, io};
use crate::home::{Home, make_safe, write_whole};
use crate::keys::{DataKey, Keys};
use crate::known::Known;
use crate::steps::step;
use crate::{Chain, Store, file, rekey, watch};

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const DATABASE: &str = "vatra.db";
pub(crate) const KEYS: &str = "keys";
pub(crate) const PREFIX: &str = "vatra-";
/// How the name of a backup ends that is being made, or removed.
pub(crate) const UNFINISHED: &str = "new";
/// What the key that seals a manifest is derived for.
pub(crate) const MANIFEST_KEY: &str = "vatra backup 1";

/// How many pages are copied at once: some milliseconds.
const PAGES: i32 = 1_000;

/// What a backup says of itself. Nothing in it is about anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The number of the backup in its folder, from 1. It orders backups whatever the clock said.
    pub number: u64,
    /// The last action it holds.
    pub head: ActionSeq,
    /// The seal of that action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_seal: Option<String>,
    /// When it was made, in milliseconds since 1970.
    pub made_at: i64,
    /// Who was erased by then.
    #[serde(default, skip_serializing_if = "Erased::is_empty")]
    pub erased: Erased,
    /// The digest of each file, in hexadecimal.
    pub(crate) files: BTreeMap<String, String>,
    /// A keyed digest of all that.
    pub(crate) seal: String,
}

/// A backup in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub(crate) folder: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Backup {
    /// The sealed keys in it.
    #[must_use]
    pub fn keys(&self) -> Keys {
        Keys::at(&self.folder.join(KEYS))
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its seal, by which it can be named.
    #[must_use]
    pub fn seal(&self) -> &str {
        &self.manifest.seal
    }

    /// Whether it was sealed with this key.
    #[must_use]
    pub fn is_sealed_by(&self, key: &DataKey) -> bool {
        seal(&self.manifest, key) == self.manifest.seal
    }

    /// Whether the files in a folder are those that it was made of.
    pub(crate) fn is_what_lies_in(&self, folder: &Path) -> Result<bool, StoreError> {
        Ok(digests(folder)? == self.manifest.files)
    }

    /// Whether it still holds somebody of these, who was erased after it was made: where it isn't known to it.
    #[must_use]
    pub fn holds_any_of(&self, erased: &Erased) -> bool {
        let known = &self.manifest.erased;
        erased.iter().any(|(who, at)| known.get(who) < Some(at))
    }

    /// Removes it for good. First it takes the name of an unfinished one: what is left of it where that is interrupted is
    /// no backup any more, and is cleared away with the next.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn remove(&self) -> Result<(), StoreError> {
        let going = self.folder.with_extension(UNFINISHED);
        fs::rename(&self.folder, &going).map_err(io)?;
        step();
        if let Some(folder) = going.parent() {
            sync(folder)?;
        }
        fs::remove_dir_all(&going).map_err(io)
    }

    /// Opens a copy of it to look at, which lies in the folder of the centre until the first half is dropped.
    ///
    /// # Errors
    /// Fails for a key that isn't its own, and where that folder can't be written.
    pub fn look(&self, key: &DataKey, beside: &Path) -> Result<(FileCopy, Store), StoreError> {
        // Opening brings an older file to the newest schema: a copy is opened, and the backup stays.
        let copy = FileCopy::beside(beside)?;
        let file = copy.folder().join(DATABASE);
        // Not with its permissions: what is kept on a disc, or made read-only to be safe, must open as well.
        let copied = fs::File::open(self.folder.join(DATABASE))
            .and_then(|mut from| std::io::copy(&mut from, &mut fs::File::create(&file)?));
        copied.map_err(io)?;
        let store = Store::open(&file, key)?;
        Ok((copy, store))
    }

    /// Opens it and reads it from end to end: digests, seal, pages, chain and head. As [`Self::look`], a copy lies in the
    /// folder of the centre meanwhile.
    ///
    /// # Errors
    /// Fails where anything in it is not as it was made, and for a key that isn't its own.
    pub fn check(&self, key: &DataKey, beside: &Path) -> Result<(), StoreError> {
        let damaged = || StoreError::Damaged("a backup");
        if !self.is_what_lies_in(&self.folder)? || !self.is_sealed_by(key) {
            return Err(damaged());
        }
        watch::at(0.1)?;
        let (_copy, store) = self.look(key, beside)?;
        let chain = watch::part(0.2, 1.0, || store.verify())?;
        let whole = chain == Chain::Holds && store.head()? == self.manifest.head;
        if whole { Ok(()) } else { Err(damaged()) }
    }
}

/// The backups in a folder, the first made first; those without a readable manifest don't count.
#[must_use]
pub fn backups(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let named = entries.map(|entry| entry.path()).filter(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
            && path.extension().is_none()
    });
    let read = |folder: PathBuf| {
        let manifest = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
        Some(Backup { folder, manifest })
    };
    let mut found: Vec<Backup> = named.filter_map(read).collect();
    found.sort_by_key(|backup| backup.manifest.number);
    found
}

impl Store {
    /// The backups of this file in a folder, whatever data key it had when they were made, first made first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn own_backups(&self, key: &DataKey, folder: &Path) -> Result<Vec<Backup>, StoreError> {
        Ok(sealed_by(folder, &self.manifest_keys(key)?))
    }

    /// The keys that have sealed manifests of this file's backups: the present one, and former ones.
    pub(crate) fn manifest_keys(
        &self,
        key: &DataKey,
    ) -> Result<Vec<Zeroizing<[u8; 32]>>, StoreError> {
        let mut keys = rekey::former_backup_keys(&self.conn)?;
        keys.push(key.derive(MANIFEST_KEY));
        Ok(keys)
    }
}

impl Home {
    /// Opens the file. One that an older program wrote is backed up into the folder's own backups first,
    /// and only then brought to the newest schema. Whether every page is as it was written, [`Store::check`]
    /// says: a long history needs not be read before the first screen.
    ///
    /// # Errors
    /// As [`Store::open`], and where that backup can't be made; then the file is as it was.
    pub fn open(&self, key: &DataKey, now: Instant) -> Result<Store, StoreError> {
        let mut store = Store::on(file::open_as_it_is(&self.file(), key)?, key)?;
        if file::version(&store.conn)? < file::VERSION {
            let folder = self.folder().join("backups");
            fs::create_dir_all(&folder).map_err(io)?;
            store.back_up(&self.keys(), key, &folder, now)?;
            // A program of that time kept nothing beside the file; from here on its absence means something.
            let mut known = Known::read(self.folder())?;
            if file::version(&store.conn)? < file::KNOWN_SINCE && known.end.is_none() {
                known.end = Some(store.end(now)?);
                known.write(self.folder())?;
            }
            file::migrate(&mut store.conn)?;
        }
        rekey::forget_former(self.folder())?;
        Ok(store)
    }
}

pub(crate) fn copy_file(from: &Connection, to: &Path, key: &DataKey) -> Result<(), StoreError> {
    let mut copy = file::blank(to, key)?;
    let backup = rusqlite::backup::Backup::new(from, &mut copy)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More => {
                let progress = backup.progress();
                watch::at(1.0 - f64::from(progress.remaining) / f64::from(progress.pagecount))?;
            }
            _ => return Err(StoreError::OpenElsewhere),
        }
    }
    drop(backup);
    drop(copy);
    make_safe(to)
}

pub(crate) fn copy_keys(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::create_dir(to).map_err(io)?;
    for entry in fs::read_dir(from).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().unwrap_or_default().to_owned();
        if is_key(&path) {
            write_whole(&to.join(name), &fs::read(&path).map_err(io)?)?;
        }
    }
    Ok(())
}

/// Other computers leave files of their own in every folder of a stick: they are no part of a backup.
fn is_key(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "age") && path.is_file()
}

pub(crate) fn digests(folder: &Path) -> Result<BTreeMap<String, String>, StoreError> {
    let mut files = vec![(DATABASE.to_owned(), folder.join(DATABASE))];
    for entry in fs::read_dir(folder.join(KEYS)).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if !is_key(&path) {
            continue;
        }
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files.push((format!("{KEYS}/{name}"), path));
    }
    let digest = |(name, path): (String, PathBuf)| {
        read_from_disk(&path).map(|content| (name, hex(&Sha256::digest(content))))
    };
    files.into_iter().map(digest).collect()
}

/// Reads a file as the disk holds it, where the system can be asked to: what was just written is in its memory as well,
/// and a stick that kept nothing of it would be found out by nobody.
pub(crate) fn read_from_disk(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut file = fs::File::open(path).map_err(io)?;
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{Advice, fadvise};
        let _ = fadvise(&file, 0, None, Advice::DontNeed);
    }
    let mut content = Vec::new();
    file.read_to_end(&mut content).map_err(io)?;
    Ok(content)
}

pub(crate) fn seal(manifest: &Manifest, key: &DataKey) -> String {
    seal_with(manifest, &key.derive(MANIFEST_KEY))
}

fn seal_with(manifest: &Manifest, key: &[u8; 32]) -> String {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(format!("{} {} {}", manifest.number, manifest.head, manifest.made_at).as_bytes());
    for (name, digest) in &manifest.files {
        mac.update(format!("\n{name} {digest}").as_bytes());
    }
    // Older backups have neither, and must keep the seals that they have.
    if let Some(head) = &manifest.head_seal {
        mac.update(format!("\nhead {head}").as_bytes());
    }
    for (who, at) in &manifest.erased {
        mac.update(format!("\nerased {who} {at}").as_bytes());
    }
    hex(&mac.finalize().into_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The backups of a folder that one of these keys has sealed: another centre's may lie there too.
pub(crate) fn sealed_by(folder: &Path, keys: &[Zeroizing<[u8; 32]>]) -> Vec<Backup> {
    let mut found = backups(folder);
    found.retain(|backup| {
        let manifest = &backup.manifest;
        keys.iter()
            .any(|key| seal_with(manifest, key) == manifest.seal)
    });
    found
}

pub(crate) fn sync(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(io)?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
