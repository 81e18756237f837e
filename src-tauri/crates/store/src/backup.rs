//! Backups: the encrypted file and the sealed keys in a folder of their own, read back before they count.
//!
//! ```text
//! vatra-000042/manifest.json   what it holds: number, last action, digests, and a seal over these
//! vatra-000042/vatra.db        the encrypted file
//! vatra-000042/keys/*.age      the sealed keys, so that any account or the recovery paper opens it
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Connection;
use rusqlite::backup::StepResult;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use vatra_core::{ActionSeq, Instant};
use zeroize::Zeroizing;

use crate::erase::Erased;
use crate::error::{StoreError, io};
use crate::home::{Home, make_safe, write_whole};
use crate::keys::{DataKey, Keys};
use crate::known::Known;
use crate::steps::step;
use crate::{Chain, Store, file, rekey, watch};

const MANIFEST: &str = "manifest.json";
pub(crate) const DATABASE: &str = "vatra.db";
pub(crate) const KEYS: &str = "keys";
const PREFIX: &str = "vatra-";
/// What the key that seals a manifest is derived for.
pub(crate) const MANIFEST_KEY: &str = "vatra backup 1";

/// How many days, weeks and months keep their last backup, and how many are kept whatever their age.
const KEEP: Keep = Keep {
    days: 7,
    weeks: 4,
    months: 12,
    always: 3,
};

/// How many pages are copied at once: some milliseconds.
const PAGES: i32 = 1_000;

struct Keep {
    days: usize,
    weeks: usize,
    months: usize,
    always: usize,
}

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
    files: BTreeMap<String, String>,
    /// A keyed digest of all that.
    seal: String,
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

    /// Removes it for good.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn remove(self) -> Result<(), StoreError> {
        fs::remove_dir_all(&self.folder).map_err(io)
    }

    /// Opens a copy of it to look at; the copy is gone when the second half is dropped.
    ///
    /// # Errors
    /// Fails for a key that isn't its own.
    pub fn look(&self, key: &DataKey) -> Result<(Trial, Store), StoreError> {
        // Opening brings an older file to the newest schema: a copy is opened, and the backup stays.
        let trial = Trial::new()?;
        let copy = trial.0.join(DATABASE);
        fs::copy(self.folder.join(DATABASE), &copy).map_err(io)?;
        let store = Store::open(&copy, key)?;
        Ok((trial, store))
    }

    /// Opens it and reads it from end to end: digests, seal, pages, chain and head.
    ///
    /// # Errors
    /// Fails where anything in it is not as it was made, and for a key that isn't its own.
    pub fn check(&self, key: &DataKey) -> Result<(), StoreError> {
        let damaged = || StoreError::Damaged("a backup");
        if !self.is_what_lies_in(&self.folder)? || !self.is_sealed_by(key) {
            return Err(damaged());
        }
        watch::at(0.1)?;
        let (_trial, store) = self.look(key)?;
        let chain = watch::part(0.2, 1.0, || store.verify())?;
        let whole = chain == Chain::Holds && store.head()? == self.manifest.head;
        if whole { Ok(()) } else { Err(damaged()) }
    }
}

/// Temporary folders begin with this.
const TRIAL: &str = "vatra-trial-";

/// A temporary folder for a copy, which is encrypted like what it is a copy of; gone when dropped.
pub struct Trial(PathBuf);

impl Trial {
    fn new() -> Result<Self, StoreError> {
        let folder = std::env::temp_dir().join(format!("{TRIAL}{}", uuid::Uuid::now_v7().simple()));
        fs::create_dir(&folder).map_err(io)?;
        Ok(Self(folder))
    }
}

/// Removes the trials that a crash or a power cut left: those older than a day, as no trial takes so long, and another
/// program may be at one.
pub(crate) fn forget_trials() {
    let entries = fs::read_dir(std::env::temp_dir())
        .into_iter()
        .flatten()
        .flatten();
    let old = |entry: &fs::DirEntry| {
        let made = entry.metadata().and_then(|data| data.modified()).ok()?;
        Some(made.elapsed().ok()? > Duration::from_secs(24 * 60 * 60))
    };
    for entry in entries {
        let name = entry.file_name();
        let ours = name.to_string_lossy().starts_with(TRIAL);
        if ours && old(&entry) == Some(true) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
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
    /// Makes a backup in a folder, reads it back, and only then gives it its name; then lets old ones go.
    ///
    /// # Errors
    /// As [`Store::copy_out`] and [`Unfinished::finish`]; then there is no backup, and those made before stay.
    pub fn back_up(
        &self,
        keys: &Keys,
        key: &DataKey,
        into: &Path,
        now: Instant,
    ) -> Result<Backup, StoreError> {
        let copy = watch::part(0.0, 0.3, || self.copy_out(keys, key, into, now))?;
        watch::part(0.3, 1.0, || copy.finish())
    }

    /// Copies the file and the keys into a folder for a backup, which doesn't count before it was finished. That
    /// needs the file no longer: meanwhile the record can go on.
    ///
    /// # Errors
    /// Fails where the folder isn't there or can't be written.
    pub fn copy_out(
        &self,
        keys: &Keys,
        key: &DataKey,
        into: &Path,
        now: Instant,
    ) -> Result<Unfinished, StoreError> {
        if !into.is_dir() {
            return Err(StoreError::NoFolder);
        }
        clear(into)?;
        let number = last_number(into) + 1;
        let name = format!("{PREFIX}{number:06}");
        let unfinished = into.join(format!("{name}.new"));
        let manifest = self.fill(&unfinished, number, keys, key, now);
        if manifest.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        let manifest = manifest?;
        Ok(Unfinished {
            copy: Backup {
                folder: unfinished,
                manifest,
            },
            into: into.to_owned(),
            name,
            key: key.clone(),
            former: self.manifest_keys(key)?,
        })
    }

    /// Fills the folder of a backup, and says what it holds.
    fn fill(
        &self,
        folder: &Path,
        number: u64,
        keys: &Keys,
        key: &DataKey,
        now: Instant,
    ) -> Result<Manifest, StoreError> {
        fs::create_dir(folder).map_err(io)?;
        step();
        watch::part(0.0, 0.9, || {
            copy_file(&self.conn, &folder.join(DATABASE), key)
        })?;
        step();
        copy_keys(keys.folder(), &folder.join(KEYS))?;
        step();
        let mut manifest = Manifest {
            number,
            head: self.head()?,
            head_seal: Some(self.anchor()?.seal),
            made_at: now.0,
            erased: self.erased()?,
            files: digests(folder)?,
            seal: String::new(),
        };
        manifest.seal = seal(&manifest, key);
        let text = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        write_whole(&folder.join(MANIFEST), &text)?;
        Ok(manifest)
    }
}

/// The highest number that a backup in a folder has in its name, be it readable or not: no name is given twice.
fn last_number(folder: &Path) -> u64 {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let numbers = names.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_prefix(PREFIX)?.parse().ok()
    });
    numbers.max().unwrap_or(0)
}

/// The copy for a backup, before it was read back.
pub struct Unfinished {
    copy: Backup,
    into: PathBuf,
    name: String,
    key: DataKey,
    /// What sealed the manifests that are in the folder.
    former: Vec<Zeroizing<[u8; 32]>>,
}

impl Unfinished {
    /// Reads the copy back, and only then gives it its name; then lets old backups go.
    ///
    /// # Errors
    /// Fails where what was written can't be read back whole, and where the folder can't be written.
    pub fn finish(self) -> Result<Backup, StoreError> {
        if let Err(error) = self.copy.check(&self.key) {
            let _ = fs::remove_dir_all(&self.copy.folder);
            return Err(error);
        }
        step();
        let backup = Backup {
            folder: self.into.join(self.name),
            ..self.copy.clone()
        };
        fs::rename(&self.copy.folder, &backup.folder).map_err(io)?;
        step();
        sync(&self.into)?;
        let_go(&self.into, &self.former)?;
        step();
        Ok(backup)
    }
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
            let mut known = Known::read(self.folder());
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

fn digests(folder: &Path) -> Result<BTreeMap<String, String>, StoreError> {
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
        fs::read(path)
            .map(|content| (name, hex(&Sha256::digest(content))))
            .map_err(io)
    };
    files.into_iter().map(digest).collect()
}

fn seal(manifest: &Manifest, key: &DataKey) -> String {
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

/// What a crash left unfinished in a folder of backups.
fn clear(folder: &Path) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(".new") && path.is_dir() {
            fs::remove_dir_all(&path).map_err(io)?;
        }
    }
    Ok(())
}

/// The backups of a folder that one of these keys has sealed: another centre's may lie there too.
fn sealed_by(folder: &Path, keys: &[Zeroizing<[u8; 32]>]) -> Vec<Backup> {
    let mut found = backups(folder);
    found.retain(|backup| {
        let manifest = &backup.manifest;
        keys.iter()
            .any(|key| seal_with(manifest, key) == manifest.seal)
    });
    found
}

/// Lets go of what is older than what is kept. The three newest whose seals hold always stay.
fn let_go(folder: &Path, keys: &[Zeroizing<[u8; 32]>]) -> Result<(), StoreError> {
    let ours = sealed_by(folder, keys);
    let kept = kept(
        &ours
            .iter()
            .map(|backup| day_of(&backup.manifest))
            .collect::<Vec<_>>(),
    );
    for (backup, keep) in ours.iter().zip(kept) {
        if !keep {
            fs::remove_dir_all(&backup.folder).map_err(io)?;
        }
    }
    Ok(())
}

fn day_of(manifest: &Manifest) -> NaiveDate {
    Instant(manifest.made_at).day()
}

/// Which of the backups made on these days, first made first, are kept: the last of each of the last
/// days, weeks and months, in the order in which they were made, and the newest whatever their day.
fn kept(days: &[NaiveDate]) -> Vec<bool> {
    let (mut seen_days, mut weeks, mut months) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut kept: Vec<bool> = (days.iter().rev().enumerate())
        .map(|(place, day)| {
            let day_new = seen_days.len() < KEEP.days && seen_days.insert(*day);
            let week_new = weeks.len() < KEEP.weeks && weeks.insert(day.iso_week());
            let month_new = months.len() < KEEP.months && months.insert((day.year(), day.month()));
            place < KEEP.always || day_new || week_new || month_new
        })
        .collect();
    kept.reverse();
    kept
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_daily_backups_leaves_the_last_of_days_weeks_and_months() {
        let first = NaiveDate::from_ymd_opt(2009, 1, 1).expect("a date");
        let days: Vec<_> = first
            .iter_days()
            .take(400)
            .flat_map(|day| [day, day])
            .collect();
        let kept_days: Vec<_> = days
            .iter()
            .zip(kept(&days))
            .filter(|(_, keep)| *keep)
            .map(|(day, _)| *day)
            .collect();
        let last = days[days.len() - 1];
        assert!(
            kept_days
                .iter()
                .filter(|day| (last - **day).num_days() < 7)
                .count()
                >= 7
        );
        let months: BTreeSet<_> = kept_days
            .iter()
            .map(|day| (day.year(), day.month()))
            .collect();
        assert_eq!(months.len(), 12);
        assert!(kept_days.len() <= 7 + 4 + 12 + 3, "{}", kept_days.len());
    }

    #[test]
    fn a_clock_set_back_costs_none_of_the_newest_three() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let days = [
            day("2030-01-01"),
            day("2009-03-01"),
            day("2009-03-01"),
            day("2009-03-01"),
        ];
        assert_eq!(kept(&days), [true, true, true, true]);
    }
}
