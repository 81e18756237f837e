//! Making a backup: the record as it is now is copied beside the file, and from there into as many folders as there
//! are. Only the first needs the file: however slow a stick is, the record goes on meanwhile.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use vatra_core::Instant;
use zeroize::Zeroizing;

use crate::backup::{
    Backup, DATABASE, KEYS, MANIFEST, Manifest, PREFIX, UNFINISHED, copy_file, copy_keys, digests,
    read_from_disk, seal, sealed_by, sync,
};
use crate::copies::FileCopy;
use crate::error::{StoreError, io};
use crate::home::{make_safe, write_whole};
use crate::keys::{DataKey, Keys};
use crate::steps::step;
use crate::{Store, watch};

/// How many days, weeks and months keep their last backup, and how many are kept whatever their age.
const KEEP: Keep = Keep {
    days: 7,
    weeks: 4,
    months: 12,
    always: 3,
};

struct Keep {
    days: usize,
    weeks: usize,
    months: usize,
    always: usize,
}

/// How many bytes are copied at once.
const BYTES: usize = 1 << 20;

/// The record and the keys as they were at a moment, on their way into folders of backups; gone when dropped.
pub struct Snapshot {
    copy: FileCopy,
    /// What a backup of it says, but for its number and its seal.
    manifest: Manifest,
    key: DataKey,
    /// What sealed the manifests of this file's backups.
    seals: Vec<Zeroizing<[u8; 32]>>,
}

impl Store {
    /// Makes a backup in a folder, as [`Store::snapshot`], [`Snapshot::check`] and [`Snapshot::put`].
    ///
    /// # Errors
    /// As these; then there is no backup, and those made before stay.
    pub fn back_up(
        &self,
        keys: &Keys,
        key: &DataKey,
        into: &Path,
        now: Instant,
    ) -> Result<Backup, StoreError> {
        let snapshot = watch::part(0.0, 0.2, || self.snapshot(keys, key, now))?;
        watch::part(0.2, 0.6, || snapshot.check())?;
        watch::part(0.6, 1.0, || snapshot.put(into))
    }

    /// Copies the file and the keys as they are now.
    ///
    /// # Errors
    /// Fails where the folder of the file can't be written.
    pub fn snapshot(
        &self,
        keys: &Keys,
        key: &DataKey,
        now: Instant,
    ) -> Result<Snapshot, StoreError> {
        let copy = FileCopy::beside(self.folder()?)?;
        copy_file(&self.conn, &copy.folder().join(DATABASE), key)?;
        step();
        copy_keys(keys.folder(), &copy.folder().join(KEYS))?;
        step();
        let manifest = Manifest {
            number: 0,
            head: self.head()?,
            head_seal: Some(self.anchor()?.seal),
            made_at: now.0,
            erased: self.erased()?,
            files: digests(copy.folder())?,
            seal: String::new(),
        };
        Ok(Snapshot {
            copy,
            manifest,
            key: key.clone(),
            seals: self.manifest_keys(key)?,
        })
    }
}

impl Snapshot {
    /// Reads it from end to end: pages, chain and head. A backup that is the same to the byte is as whole.
    ///
    /// # Errors
    /// Fails where it isn't whole.
    pub fn check(&self) -> Result<(), StoreError> {
        self.backup(self.copy.folder().to_owned(), 0)
            .check(&self.key, self.copy.beside_what())
    }

    /// What a backup of it in a folder says.
    fn backup(&self, folder: PathBuf, number: u64) -> Backup {
        let mut manifest = Manifest {
            number,
            ..self.manifest.clone()
        };
        manifest.seal = seal(&manifest, &self.key);
        Backup { folder, manifest }
    }

    /// Makes a backup of it in a folder, reads it back, and only then gives it its name; then lets old ones go.
    ///
    /// # Errors
    /// Fails where the folder isn't there or can't be written, and where what was written isn't what is read back;
    /// then there is no backup, and those made before stay.
    pub fn put(&self, into: &Path) -> Result<Backup, StoreError> {
        if !into.is_dir() {
            return Err(StoreError::NoFolder);
        }
        clear_unfinished(into);
        let number = last_number(into) + 1;
        let name = format!("{PREFIX}{number:06}");
        let mut backup = self.backup(into.join(format!("{name}.{UNFINISHED}")), number);
        let written = self.fill(&backup);
        if written.is_err() {
            let _ = fs::remove_dir_all(&backup.folder);
        }
        written?;
        step();
        let unfinished = std::mem::replace(&mut backup.folder, into.join(name));
        fs::rename(unfinished, &backup.folder).map_err(io)?;
        step();
        sync(into)?;
        let_go(into, &self.seals);
        step();
        Ok(backup)
    }

    /// Fills the folder of a backup, and reads back what is in it then.
    fn fill(&self, backup: &Backup) -> Result<(), StoreError> {
        fs::create_dir(&backup.folder).map_err(io)?;
        step();
        watch::part(0.0, 0.8, || {
            copy_bytes(
                &self.copy.folder().join(DATABASE),
                &backup.folder.join(DATABASE),
            )
        })?;
        step();
        copy_keys(&self.copy.folder().join(KEYS), &backup.folder.join(KEYS))?;
        step();
        let text = serde_json::to_vec_pretty(&backup.manifest).unwrap_or_default();
        write_whole(&backup.folder.join(MANIFEST), &text)?;
        watch::at(0.95)?;
        let read = read_from_disk(&backup.folder.join(MANIFEST))?;
        if read == text && backup.is_what_lies_in(&backup.folder)? {
            watch::at(1.0)
        } else {
            Err(StoreError::Damaged("a backup"))
        }
    }
}

/// Copies a file, so that it is safe on the other disk; stops where the work was asked to. Made safe bit by bit, as a
/// slow stick would keep whoever stops it waiting for all of it.
fn copy_bytes(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut source = File::open(from).map_err(io)?;
    let whole = source.metadata().map_err(io)?.len().max(1);
    let mut copy = File::create(to).map_err(io)?;
    let mut bytes = vec![0; BYTES];
    let mut done = 0;
    loop {
        let count = source.read(&mut bytes).map_err(io)?;
        if count == 0 {
            break;
        }
        copy.write_all(&bytes[..count]).map_err(io)?;
        copy.sync_data().map_err(io)?;
        done += count as u64;
        watch::at(done as f64 / whole as f64)?;
    }
    drop(copy);
    make_safe(to)
}

/// The highest number that a backup in a folder has in its name, be it readable, finished or not: no name is given
/// twice.
fn last_number(folder: &Path) -> u64 {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let numbers = names
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            name.strip_prefix(PREFIX)?.split('.').next()?.parse().ok()
        });
    numbers.max().unwrap_or(0)
}

/// Removes what a crash left unfinished in a folder of backups, or of those that were to be removed. What can't be
/// removed is no reason to make none.
pub fn clear_unfinished(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = path.extension().is_some_and(|end| end == UNFINISHED);
        if name.starts_with(PREFIX) && unfinished && path.is_dir() {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Lets go of what is older than what is kept. The three newest whose seals hold always stay; so does what can't be
/// removed, and the new backup counts nevertheless.
fn let_go(folder: &Path, keys: &[Zeroizing<[u8; 32]>]) {
    let ours = sealed_by(folder, keys);
    let kept = kept(
        &ours
            .iter()
            .map(|backup| day_of(&backup.manifest))
            .collect::<Vec<_>>(),
    );
    for (backup, keep) in ours.iter().zip(kept) {
        if !keep {
            let _ = backup.remove();
        }
    }
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
