//! Backups: when they are made, where they lie, and whether they hold what they should.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use vatra_core::time::Instant;
use vatra_core::verbs::{ActionKind, Decision};
use vatra_core::{ActionSeq, Centre, Changes};
use vatra_store::{
    Backup, Beside, DataKey, Entry, Erased, Home, Keys, Snapshot, StoreError, Window, backups,
    clear_unfinished, watch,
};

use super::{Open, Session, acts, freshness};
use crate::answers::{
    BackupFolder, BackupSettings, BackupView, Backups, FolderRequest, Nothing, Rehearsed,
};
use crate::problem::{Failure, Problem};

/// Minutes by which a backup may be late: one made at the close of a day isn't too old at the next close.
const GRACE: i64 = 2 * 60;
/// Days after which a folder that nothing got to is told of: two sticks in turn, one a week, and a day.
const FOLDER_DAYS: i64 = 15;
/// At least so many are kept, whatever else is let go.
const LEAST: usize = 3;

/// What is kept beside the file: it must be known before the file can be opened.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    folders: Vec<PathBuf>,
    /// The last action that is in a backup, not counting that it was made; and when that was.
    last: Option<(ActionSeq, i64)>,
    /// When a backup was opened to see whether it holds what it should: its number, and whether it did.
    #[serde(default)]
    rehearsed: Option<(i64, u64, bool)>,
    /// When a backup last got to each folder, or from when on the folder is used.
    #[serde(default)]
    reached: BTreeMap<PathBuf, i64>,
    /// Folders that were there when a backup was last made and got none, each with the reason.
    #[serde(default)]
    failed: BTreeMap<PathBuf, Failure>,
}

impl Kept {
    /// How many actions up to this one are in no backup. One that holds more is of another file: this one is older
    /// and was put back, and nothing is known to be safe.
    fn since(&self, head: ActionSeq) -> i64 {
        let last = self.last.map_or(0, |(last, _)| last);
        if last > head { head } else { head - last }
    }

    /// Since when nothing got to a folder, where that is longer than it should be: one backup on this computer is
    /// enough for the day, and none where this computer is stolen.
    fn late(&self, folder: &Path, head: ActionSeq, now: Instant) -> Option<Instant> {
        let last = self.last.map(|(_, at)| at);
        let reached = self.reached.get(folder).copied().or(last)?;
        let lacks_something = Some(reached) != last || self.since(head) > 0;
        let patience = FOLDER_DAYS * 24 * 60;
        let old = !young(Instant(reached), patience, now);
        (lacks_something && old).then_some(Instant(reached))
    }
}

/// Whether a backup is no older than so many minutes. One that was made while the clock was ahead says nothing about
/// today.
fn young(made: Instant, minutes: i64, now: Instant) -> bool {
    made <= now && now <= made.plus_minutes(minutes)
}

impl Beside for Kept {
    const FILE: &'static str = "backups.json";

    /// A backup on this computer is better than none; whoever sees the list short can set it again.
    fn usual(place: &Path) -> Self {
        Self {
            folders: vec![place.join("backups")],
            ..Self::default()
        }
    }
}

/// Where backups lie: in the folders in use, and in that of the centre, into which one goes before an older file is
/// brought to a newer schema.
///
/// # Errors
/// As [`Beside::read`].
pub(super) fn folders(place: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(with_own(Kept::read(place)?.folders, place))
}

/// The same, as far as the disk says it, for what must keep nobody out and is asked again the next time.
pub(super) fn folders_in_reach(place: &Path) -> Vec<PathBuf> {
    with_own(Kept::read_or_usual(place).folders, place)
}

fn with_own(mut folders: Vec<PathBuf>, place: &Path) -> Vec<PathBuf> {
    let own = place.join("backups");
    if !folders.contains(&own) {
        folders.push(own);
    }
    folders
}

/// Another file was put in the place of the one in use: what was said of that one's backups says nothing of it.
pub(super) fn none_yet(place: &Path) -> Result<(), Problem> {
    let kept = Kept {
        last: None,
        ..Kept::read(place)?
    };
    Ok(kept.write(place)?)
}

/// Whether so many actions were recorded since the last backup that another is due.
fn due(open: &Open, now: Instant) -> Result<bool, Problem> {
    let Some(place) = &open.place else {
        return Ok(false);
    };
    let every = i64::from(open.store.desk(now)?.backup_actions);
    Ok(Kept::read_or_usual(place).since(open.store.head()?) >= every)
}

/// When the file is closed: a backup, where anything was recorded since the last.
pub(super) fn at_close(open: &mut Open, now: Instant) {
    let Some(place) = &open.place else { return };
    let head = open.store.head().unwrap_or(0);
    let kept = Kept::read_or_usual(place);
    if kept.last.is_none() || kept.since(head) > 0 {
        let _ = make(open, now);
    }
}

/// Makes a backup in every folder that is there; one is enough. That it was made is in the journal, but not
/// in the backup.
pub(super) fn make(open: &mut Open, now: Instant) -> Result<(), Problem> {
    let (snapshot, folders) = watch::part(0.0, 0.2, || snapshot(open, now))?;
    let made = watch::part(0.2, 1.0, || put(&snapshot, folders))?;
    made_at(open, &made, now)
}

/// Copies the file and the keys as they are now, and says into which folders backups of them go.
fn snapshot(open: &Open, now: Instant) -> Result<(Snapshot, Vec<PathBuf>), Problem> {
    let place = open.place.clone().ok_or(Failure::NoFolder)?;
    let folders = Kept::read_or_usual(&place).folders;
    let own = place.join("backups");
    if folders.contains(&own) {
        fs::create_dir_all(&own).map_err(StoreError::from)?;
    }
    if !folders.iter().any(|folder| folder.is_dir()) {
        return Err(Failure::NoFolder.into());
    }
    let keys = Keys::at(&place.join("keys"));
    Ok((open.store.snapshot(&keys, &open.key, now)?, folders))
}

/// The backups that were made, and the folders that were there but got none.
struct Made {
    backups: Vec<Backup>,
    failed: BTreeMap<PathBuf, Failure>,
}

/// Reads what was copied from end to end, and makes a backup of it in each folder: one is enough, also where it was
/// stopped after that one.
fn put(snapshot: &Snapshot, folders: Vec<PathBuf>) -> Result<Made, Problem> {
    watch::part(0.0, 0.5, || snapshot.check())?;
    let mut made = Made {
        backups: Vec::new(),
        failed: BTreeMap::new(),
    };
    let mut last = Failure::NoFolder;
    let share = |done: usize| 0.5 + 0.5 * done as f64 / folders.len() as f64;
    for (place, folder) in folders.iter().enumerate() {
        match watch::part(share(place), share(place + 1), || snapshot.put(folder)) {
            Ok(backup) => made.backups.push(backup),
            Err(StoreError::Stopped) if made.backups.is_empty() => {
                return Err(Failure::Stopped.into());
            }
            Err(error) if folder.is_dir() => {
                last = Failure::from(error);
                made.failed.insert(folder.clone(), last.clone());
            }
            Err(_) => {}
        }
    }
    if made.backups.is_empty() {
        return Err(last.into());
    }
    Ok(made)
}

/// Notes that backups were made: in the journal, and beside the file what they hold.
fn made_at(open: &mut Open, made: &Made, now: Instant) -> Result<(), Problem> {
    let place = open.place.clone().ok_or(Failure::NoFolder)?;
    let mut kept = Kept::read(&place)?;
    let copied = made.backups.iter().map(|backup| backup.manifest.head).max();
    let head = open.store.head()?;
    let noted = remember(open, ActionKind::BackUp, now)?;
    // The note itself would not be missed; what was recorded beside the reading back would.
    let held = if copied == Some(head) {
        noted
    } else {
        copied.unwrap_or(0)
    };
    kept.last = Some((held, now.0));
    let reached = made
        .backups
        .iter()
        .filter_map(|backup| backup.folder().parent());
    kept.reached
        .extend(reached.map(|folder| (folder.to_owned(), now.0)));
    kept.failed.clone_from(&made.failed);
    Ok(kept.write(&place)?)
}

/// Writes into the journal what was done about backups, without making another one of it.
fn remember(open: &mut Open, kind: ActionKind, now: Instant) -> Result<ActionSeq, Problem> {
    let decision = Decision {
        kind,
        happened_at: now,
        reason: None,
        changes: Changes::default(),
    };
    let done = acts::write(&mut open.store, &Entry::new(decision, open.staff.id, now))?;
    freshness::keep(open, now);
    Ok(done.action)
}

/// How many backups of this journal in a folder hold nobody of these: what is recorded now must be in them, and a way
/// that was left holds other things.
fn newer(open: &Open, folder: &Path, erased: &Erased) -> Result<usize, Problem> {
    let mut count = 0;
    for backup in open.store.own_backups(&open.key, folder)? {
        if let Some(end) = backup
            .end(&open.key)
            .filter(|_| !backup.holds_any_of(erased))
        {
            count += usize::from(open.store.contains(&end.anchor)?);
        }
    }
    Ok(count)
}

/// Into which folders more backups have to go before those that still hold somebody of these may be removed, and how
/// many. Where a folder is not in use any more, those in another one will do.
fn lacking(open: &Open, place: &Path, erased: &Erased) -> Result<Vec<(PathBuf, usize)>, Problem> {
    let in_use = Kept::read(place)?.folders;
    let mut lacking = Vec::new();
    let all = with_own(in_use.clone(), place);
    for folder in all.into_iter().filter(|folder| folder.is_dir()) {
        let own = open.store.own_backups(&open.key, &folder)?;
        if !own.iter().any(|backup| backup.holds_any_of(erased)) {
            continue;
        }
        let mut elsewhere = false;
        if !in_use.contains(&folder) {
            for other in &in_use {
                elsewhere |= newer(open, other, erased)? >= LEAST;
            }
        }
        let there = newer(open, &folder, erased)?;
        if !elsewhere && there < LEAST {
            lacking.push((folder, LEAST - there));
        }
    }
    Ok(lacking)
}

pub(super) fn view(backup: &Backup) -> BackupView {
    let manifest = &backup.manifest;
    BackupView {
        number: manifest.number,
        head: manifest.head,
        made_at: Instant(manifest.made_at),
    }
}

fn folder_view(folder: &Path) -> BackupFolder {
    BackupFolder {
        folder: folder.display().to_string(),
        there: folder.is_dir(),
        late: None,
        failed: None,
        backups: backups(folder).iter().rev().map(view).collect(),
    }
}

/// Opens a copy of a backup, reads it from end to end, and compares it with the record.
fn says(record: &Centre, backup: &Backup, key: &DataKey, place: &Path) -> Result<(), Problem> {
    watch::part(0.0, 0.8, || backup.check(key, place)).map_err(damaged)?;
    let (_file, copy) = backup.look(key, place).map_err(damaged)?;
    if copy.load(&Window::from(Instant::EVER))? == *record {
        Ok(())
    } else {
        Err(Failure::BadBackup.into())
    }
}

pub(super) fn damaged(error: StoreError) -> Problem {
    match error {
        StoreError::Damaged(_) => Failure::BadBackup.into(),
        other => other.into(),
    }
}

impl Session {
    /// How backups stand.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn backup_state(&self, _: Nothing) -> Result<Backups, Problem> {
        self.with_open(|open, asking| {
            let desk = open.store.desk(asking.now)?;
            let every = desk.backup_actions;
            let Some(place) = &open.place else {
                return Ok(Backups {
                    folders: vec![],
                    every,
                    last: None,
                    since: 0,
                    overdue: false,
                    rehearsed: None,
                    behind: None,
                });
            };
            let kept = Kept::read_or_usual(place);
            let head = open.store.head()?;
            let since = kept.since(head);
            let last = kept.last.map(|(_, at)| Instant(at));
            let patience = i64::from(desk.backup_days) * 24 * 60 + GRACE;
            let old = !last.is_some_and(|last| young(last, patience, asking.now));
            let first = open
                .store
                .action(1)?
                .map_or(asking.now, |action| action.recorded_at);
            // A centre made today is not late yet.
            let overdue = since > 0 && old && first.plus_minutes(patience) < asking.now;
            let folders = kept
                .folders
                .iter()
                .map(|folder| BackupFolder {
                    late: kept.late(folder, head, asking.now),
                    failed: kept.failed.get(folder).cloned(),
                    ..folder_view(folder)
                })
                .collect();
            Ok(Backups {
                folders,
                every,
                last,
                since,
                overdue,
                rehearsed: kept.rehearsed.map(|(at, number, held)| Rehearsed {
                    at: Instant(at),
                    number,
                    held,
                }),
                behind: open.behind.clone(),
            })
        })
    }

    /// Makes a backup now, in every folder that is there.
    ///
    /// # Errors
    /// Fails where none could be made and read back, and where it was stopped.
    pub fn back_up(&self, _: Nothing) -> Result<Backups, Problem> {
        self.watch.long(|| self.make_beside(|_| Ok(())))?;
        self.backup_state(Nothing {})
    }

    /// Makes the backup that is due after so many actions, if one is, and that of a close for which somebody didn't
    /// wait who then could not sign in. Whoever carries out commands asks for this
    /// once the answer has gone out: it must never stand in the way of what is being recorded, and the board says
    /// when it is overdue.
    pub fn tend(&self) {
        if self.watch.seen().is_some() {
            return;
        }
        if self.state().closing.is_some() {
            self.end_close();
            return;
        }
        // Once for an action: where none can be made, as the stick is out, not every look at the board tries again.
        let due = self.with_open(|open, asking| {
            let head = open.store.head()?;
            let due = open.tended < head && (open.backup_due || due(open, asking.now)?);
            if due {
                (open.tended, open.backup_due) = (head, false);
            }
            Ok(due)
        });
        if due == Ok(true) {
            let _ = self.watch.long(|| self.make_beside(|_| Ok(())));
        }
    }

    /// Makes a backup while the desk works on: the open file is copied on its own disk, and all else done beside it,
    /// however slow a stick is. `look` sees the record as the backup holds it.
    pub(super) fn make_beside<T>(
        &self,
        look: impl FnOnce(&Open) -> Result<T, Problem>,
    ) -> Result<(Vec<Backup>, T), Problem> {
        let (copied, place, seen) = self.with_open(|open, asking| {
            let copied = watch::part(0.0, 0.1, || snapshot(open, asking.now))?;
            Ok((copied, open.place.clone(), look(open)?))
        })?;
        let (snapshot, folders) = copied;
        let made = watch::part(0.1, 0.7, || put(&snapshot, folders))?;
        self.with_open(|open, asking| {
            // Somebody may have signed out meanwhile: then there is a backup that the journal doesn't know of.
            if open.place == place {
                made_at(open, &made, asking.now)?;
            }
            Ok(())
        })?;
        Ok((made.backups, seen))
    }

    /// Removes the backups that still hold somebody who was erased, once there are three newer ones, and what restores
    /// replaced. As the desk works on meanwhile, each is asked of the record as it is then.
    pub(super) fn renew_backups(&self) -> Result<(), Problem> {
        let copied = self.with_open(|open, asking| {
            let erased = open.store.erased()?;
            let Some(place) = open.place.clone().filter(|_| !erased.is_empty()) else {
                return Ok(None);
            };
            let lacking = lacking(open, &place, &erased)?;
            if lacking.is_empty() {
                return Ok(None);
            }
            let keys = Keys::at(&place.join("keys"));
            let copy = open.store.snapshot(&keys, &open.key, asking.now)?;
            Ok(Some((copy, lacking)))
        })?;
        if let Some((snapshot, lacking)) = copied {
            watch::part(0.1, 0.3, || snapshot.check())?;
            let into = |(folder, count)| std::iter::repeat_n(folder, count);
            let into: Vec<PathBuf> = lacking.into_iter().flat_map(into).collect();
            let share = |done: usize| 0.3 + 0.7 * done as f64 / into.len() as f64;
            for (done, folder) in into.iter().enumerate() {
                watch::part(share(done), share(done + 1), || snapshot.put(folder))?;
            }
        }
        self.with_open(|open, _| {
            let erased = open.store.erased()?;
            let Some(place) = open.place.clone().filter(|_| !erased.is_empty()) else {
                return Ok(());
            };
            if !lacking(open, &place, &erased)?.is_empty() {
                return Err(Failure::ChangedMeanwhile.into());
            }
            for folder in folders(&place)? {
                // Of one that was being removed when the stick was pulled, too.
                clear_unfinished(&folder);
                for backup in open.store.own_backups(&open.key, &folder)? {
                    if backup.holds_any_of(&erased) {
                        backup.remove()?;
                    }
                }
            }
            for aside in Home::set_aside(&place) {
                fs::remove_dir_all(aside).map_err(StoreError::from)?;
            }
            Ok(())
        })
    }

    /// Sets where backups are kept.
    ///
    /// # Errors
    /// Fails without a folder, for one that isn't there, and where the folder can't be written.
    pub fn set_backups(&self, settings: BackupSettings) -> Result<Backups, Problem> {
        self.with_open(|open, asking| {
            let place = open.place.as_ref().ok_or(Failure::NoFolder)?;
            // Setting it is what mends a list that can't be read.
            let mut kept = Kept::read_or_usual(place);
            let folders: Vec<PathBuf> = settings
                .folders
                .iter()
                .map(|text| PathBuf::from(text.trim()))
                .collect();
            let known = |folder: &PathBuf| kept.folders.contains(folder) || folder.is_dir();
            if folders.is_empty()
                || !folders
                    .iter()
                    .all(|folder| folder.is_absolute() && known(folder))
            {
                return Err(Failure::NoFolder.into());
            }
            kept.reached.retain(|folder, _| folders.contains(folder));
            kept.failed.retain(|folder, _| folders.contains(folder));
            for folder in folders.iter().filter(|one| !kept.folders.contains(one)) {
                kept.reached.insert(folder.clone(), asking.now.0);
            }
            kept.folders = folders;
            Ok(kept.write(place)?)
        })?;
        self.backup_state(Nothing {})
    }

    /// The backups in a folder.
    ///
    /// # Errors
    /// Fails where there is no such folder.
    pub fn backups_in(&self, request: FolderRequest) -> Result<BackupFolder, Problem> {
        let folder = PathBuf::from(request.folder.trim());
        if !folder.is_dir() {
            return Err(Failure::NoFolder.into());
        }
        Ok(folder_view(&folder))
    }

    /// Makes backups, opens a copy of the one in each folder that is there, and compares it with the record as it
    /// was copied. The one on this computer says nothing about the stick.
    ///
    /// # Errors
    /// Fails where none can be made, where one isn't whole or says something else, and where it was stopped.
    pub fn rehearse(&self, _: Nothing) -> Result<Vec<BackupView>, Problem> {
        self.watch.long(|| {
            let (made, record) =
                self.make_beside(|open| Ok(open.store.load(&Window::from(Instant::EVER))?))?;
            let key = self.with_open(|open, _| Ok(open.key.clone()))?;
            let mut held = Ok(());
            let mut number = 0;
            for (place, backup) in made.iter().enumerate() {
                let share = |count: usize| 0.7 + 0.3 * count as f64 / made.len() as f64;
                number = backup.manifest.number;
                held = watch::part(share(place), share(place + 1), || {
                    says(&record, backup, &key, &self.folder)
                });
                if held.is_err() {
                    break;
                }
            }
            if held == Err(Failure::Stopped.into()) {
                return Err(Failure::Stopped.into());
            }
            self.with_open(|open, asking| {
                let place = open.place.clone().ok_or(Failure::NoFolder)?;
                let mut kept = Kept::read(&place)?;
                kept.rehearsed = Some((asking.now.0, number, held.is_ok()));
                let kind = if held.is_ok() {
                    ActionKind::Rehearse
                } else {
                    ActionKind::RehearseFailed
                };
                let before = open.store.head()?;
                let noted = remember(open, kind, asking.now)?;
                kept.last = kept.last.map(|(held, at)| {
                    // Where nothing else was recorded, the note itself would not be missed.
                    (if held == before { noted } else { held }, at)
                });
                Ok(kept.write(&place)?)
            })?;
            held.map(|()| made.iter().map(view).collect())
        })
    }
}
