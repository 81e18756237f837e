//! Backups: when they are made, where they lie, and putting one back.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use vatra_core::time::Instant;
use vatra_core::verbs::{ActionKind, Decision};
use vatra_core::{ActionSeq, Changes};
use vatra_store::{
    Backup, DataKey, Entry, Keys, Known, Store, StoreError, Window, backups, restore, write_whole,
};

use super::opening::member;
use super::recovery::plain;
use super::{Open, Session, State, acts, erasing, freshness};
use crate::answers::{
    BackupFolder, BackupSettings, BackupView, Backups, FolderRequest, Nothing, Rehearsed,
    RestorePreview, RestoreRequest, Status,
};
use crate::problem::{Failure, Problem};

const FILE: &str = "backups.json";
/// Minutes by which a backup may be late: one made at the close of a day isn't too old at the next close.
const GRACE: i64 = 2 * 60;
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
}

fn read(place: &Path) -> Kept {
    let kept = fs::read(place.join(FILE))
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok());
    kept.unwrap_or_else(|| Kept {
        folders: vec![place.join("backups")],
        last: None,
        rehearsed: None,
    })
}

/// Where backups are kept.
pub(super) fn folders(place: &Path) -> Vec<PathBuf> {
    read(place).folders
}

fn write(place: &Path, kept: &Kept) -> Result<(), Problem> {
    Ok(write_whole(
        &place.join(FILE),
        &serde_json::to_vec(kept).unwrap_or_default(),
    )?)
}

/// After an action: a backup, where enough were recorded since the last.
pub(super) fn after_action(open: &mut Open, head: ActionSeq, now: Instant) {
    let Some(place) = &open.place else { return };
    let kept = read(place);
    let every = open.store.desk(now).unwrap_or_default().backup_actions;
    if head - kept.last.map_or(0, |(last, _)| last) >= i64::from(every) {
        // It must never stand in the way of what is being recorded; the board says when it is overdue.
        let _ = make(open, now);
    }
}

/// When the file is closed: a backup, where anything was recorded since the last.
pub(super) fn at_close(open: &mut Open, now: Instant) {
    let Some(place) = &open.place else { return };
    let head = open.store.head().unwrap_or(0);
    if read(place).last.is_none_or(|(last, _)| last < head) {
        let _ = make(open, now);
    }
}

/// Makes a backup in every folder that is there; one is enough. That it was made is in the journal, but not
/// in the backup.
pub(super) fn make(open: &mut Open, now: Instant) -> Result<(), Problem> {
    let place = open.place.clone().ok_or(Failure::NoFolder)?;
    let mut kept = read(&place);
    let own = place.join("backups");
    if kept.folders.contains(&own) {
        fs::create_dir_all(&own).map_err(StoreError::from)?;
    }
    let keys = Keys::at(&place.join("keys"));
    let mut failed = Problem::from(Failure::NoFolder);
    let mut made = false;
    for folder in &kept.folders {
        match open.store.back_up(&keys, &open.key, folder, now) {
            Ok(_) => made = true,
            Err(error) => failed = error.into(),
        }
    }
    if !made {
        return Err(failed);
    }
    let head = remember(open, ActionKind::BackUp, now)?;
    kept.last = Some((head, now.0));
    write(&place, &kept)
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
    freshness::keep(open, now)?;
    Ok(done.action)
}

/// Removes the backups of a folder that end before an action, once three newer ones were made and read back.
pub(super) fn renew(
    open: &Open,
    folder: &Path,
    before: ActionSeq,
    now: Instant,
) -> Result<(), Problem> {
    let place = open.place.as_ref().ok_or(Failure::NoFolder)?;
    let keys = Keys::at(&place.join("keys"));
    let is_old = |backup: &Backup| backup.manifest.head < before;
    if !backups(folder).iter().any(is_old) {
        return Ok(());
    }
    while backups(folder).iter().filter(|one| !is_old(one)).count() < LEAST {
        open.store.back_up(&keys, &open.key, folder, now)?;
    }
    for backup in backups(folder) {
        if is_old(&backup) {
            backup.remove()?;
        }
    }
    Ok(())
}

fn view(backup: &Backup) -> BackupView {
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
        backups: backups(folder).iter().rev().map(view).collect(),
    }
}

fn find(request: &RestoreRequest) -> Result<Backup, Problem> {
    let all = backups(Path::new(&request.folder)).into_iter();
    Ok(all
        .into_iter()
        .find(|one| one.manifest.number == request.number)
        .ok_or(Failure::BadBackup)?)
}

fn unsealed(keys: &Keys, request: &RestoreRequest) -> Result<DataKey, Problem> {
    match &request.recovery {
        None => Ok(keys.open(&request.name, &request.passphrase)?),
        Some(secret) => keys
            .open_with(&plain(secret))
            .map_err(|_| Failure::WrongRecovery.into()),
    }
}

/// Who was erased, as far as the folder of the centre and that of the backups know.
fn known_erased(place: &Path, folder: &Path) -> vatra_store::Erased {
    let mut known = Known::read(place);
    known.erased_too(&erasing::everybody_erased(place));
    for backup in backups(folder) {
        known.erased_too(&backup.manifest.erased);
    }
    known.erased
}

/// The accounts in a file by name; one that is locked counts, as somebody may open it again.
fn staff_names(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    let centre = store.load(&Window::from(Instant(i64::MAX)))?;
    Ok(centre.staff.into_values().map(|staff| staff.name).collect())
}

/// Opens a copy of a backup, reads it from end to end, and compares it with the file.
fn says_the_same(open: &Open, backup: &Backup) -> Result<(), Problem> {
    backup.check(&open.key).map_err(damaged)?;
    let (_trial, copy) = backup.look(&open.key).map_err(damaged)?;
    let everything = Window::from(Instant::EVER);
    if copy.load(&everything)? != open.store.load(&everything)? {
        return Err(Failure::BadBackup.into());
    }
    Ok(())
}

fn damaged(error: StoreError) -> Problem {
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
            let kept = read(place);
            let since = open.store.head()? - kept.last.map_or(0, |(head, _)| head);
            let last = kept.last.map(|(_, at)| Instant(at));
            let patience = i64::from(desk.backup_days) * 24 * 60 + GRACE;
            let old = last.is_none_or(|last| last.plus_minutes(patience) < asking.now);
            let first = open
                .store
                .action(1)?
                .map_or(asking.now, |action| action.recorded_at);
            // A centre made today is not late yet.
            let overdue = since > 0 && old && first.plus_minutes(patience) < asking.now;
            let folders = kept
                .folders
                .iter()
                .map(|folder| folder_view(folder))
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
    /// Fails where none could be made and read back.
    pub fn back_up(&self, _: Nothing) -> Result<Backups, Problem> {
        self.with_open(|open, asking| make(open, asking.now))?;
        self.backup_state(Nothing {})
    }

    /// Sets where backups are kept.
    ///
    /// # Errors
    /// Fails without a folder, for one that isn't there, and where the folder can't be written.
    pub fn set_backups(&self, settings: BackupSettings) -> Result<Backups, Problem> {
        self.with_open(|open, _| {
            let place = open.place.as_ref().ok_or(Failure::NoFolder)?;
            let mut kept = read(place);
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
            kept.folders = folders;
            write(place, &kept)
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

    /// What a restore would bring, and what it would lose.
    ///
    /// # Errors
    /// Fails for a backup that isn't whole, and a passphrase or recovery key that doesn't open it.
    pub fn restore_preview(&self, request: RestoreRequest) -> Result<RestorePreview, Problem> {
        let mut state = self.state();
        let (backup, key) = self.checked_backup(&mut state, &request)?;
        let (_copy, store) = backup.look(&key).map_err(damaged)?;
        let last = store
            .journal(None, 1)?
            .first()
            .map(|action| action.recorded_at);
        let here = last.map_or(0, |at| {
            store
                .load(&Window::from(at))
                .map_or(0, |centre| centre.stays_at(at).count())
        });
        let folder = PathBuf::from(request.folder.trim());
        let place = state.home.as_ref().map(|home| home.folder().to_owned());
        let erased = place.map_or_else(Default::default, |place| known_erased(&place, &folder));
        let erased_again = store.brought_back(&erased)?.len();
        let then = staff_names(&store)?;
        let here_now = self.compared_here(&state, &key, &request, |current| {
            let now = staff_names(current)?;
            let only = |names: &BTreeSet<String>, not: &BTreeSet<String>| {
                names.difference(not).cloned().collect::<Vec<_>>()
            };
            Ok((
                current.recorded_since(backup.manifest.head)?,
                only(&then, &now),
                only(&now, &then),
            ))
        });
        let (lost, accounts_back, accounts_gone) = match here_now {
            Some((lost, back, gone)) => (Some(lost), back, gone),
            None => (None, then.into_iter().collect(), vec![]),
        };
        Ok(RestorePreview {
            backup: view(&backup),
            last_recorded: last,
            here,
            lost,
            accounts_back,
            accounts_gone,
            erased_again,
        })
    }

    /// Puts a backup in the place of the file here, which is kept aside; then somebody signs in.
    ///
    /// # Errors
    /// As the preview, and where the folder can't be written. Then everything is as it was, or the backup is
    /// there with the note of it, and nothing between.
    pub fn restore(&self, request: RestoreRequest) -> Result<Status, Problem> {
        let mut state = self.state();
        let (backup, key) = self.checked_backup(&mut state, &request)?;
        state.open = None;
        state.damaged = false;
        let home = state.home.as_ref().ok_or(Failure::OpenElsewhere)?;
        let place = home.folder();
        // Before anything else: who was erased stays erased, wherever this stops.
        let mut known = Known::read(place);
        known.erased_too(&known_erased(place, Path::new(&request.folder)));
        known.write(place)?;
        home.drafts().forget_all()?;
        let put_back = restore(home, &backup, &key, |store| -> Result<Known, Problem> {
            self.note_restore(store, &request, &backup)?;
            freshness::from_here_on(store, place, &key, (self.clock)())
        });
        if put_back.is_err() {
            // Taken anew, the folder is finished or shown as it is, not as it was halfway.
            state.home = None;
            self.take_home(&mut state);
        }
        put_back.map_err(|problem| match problem {
            Problem::Failed(Failure::Damaged) => Failure::BadBackup.into(),
            other => other,
        })?;
        Ok(self.status_of(&state))
    }

    /// Takes the last backup of the first folder that is there, opens a copy of it, and compares it with
    /// the file.
    ///
    /// # Errors
    /// Fails where there is none, where it isn't whole, and where it says something else.
    pub fn rehearse(&self, _: Nothing) -> Result<BackupView, Problem> {
        self.with_open(|open, asking| {
            make(open, asking.now)?;
            let place = open.place.clone().ok_or(Failure::NoFolder)?;
            let mut kept = read(&place);
            let last = kept
                .folders
                .iter()
                .find_map(|folder| backups(folder).into_iter().next_back());
            let backup = last.ok_or(Failure::BadBackup)?;
            let held = says_the_same(open, &backup);
            kept.rehearsed = Some((asking.now.0, backup.manifest.number, held.is_ok()));
            let kind = if held.is_ok() {
                ActionKind::Rehearse
            } else {
                ActionKind::RehearseFailed
            };
            let head = remember(open, kind, asking.now)?;
            kept.last = kept.last.map(|(_, at)| (head, at));
            write(&place, &kept)?;
            held.map(|()| view(&backup))
        })
    }

    fn checked_backup(
        &self,
        state: &mut State,
        request: &RestoreRequest,
    ) -> Result<(Backup, DataKey), Problem> {
        let backup = find(request)?;
        let who = if request.recovery.is_some() {
            ""
        } else {
            &request.name
        };
        let key = self.patiently(state, who, |_| unsealed(&backup.keys(), request))?;
        backup.check(&key).map_err(damaged)?;
        Ok((backup, key))
    }

    /// Compares a backup with the file here, where it is open, or where what opens the backup opens it too: the
    /// data key itself, or, where the file has had another since, the same passphrase or paper.
    fn compared_here<T>(
        &self,
        state: &State,
        key: &DataKey,
        request: &RestoreRequest,
        compare: impl FnOnce(&Store) -> Result<T, StoreError>,
    ) -> Option<T> {
        if let Some(open) = state.open.as_ref().filter(|open| open.place.is_some()) {
            return compare(&open.store).ok();
        }
        let home = state.home.as_ref().filter(|home| home.has_centre())?;
        let now = (self.clock)();
        let store = home.open(key, now).or_else(|_| {
            let key = unsealed(&home.keys(), request).map_err(|_| StoreError::WrongPassphrase)?;
            home.open(&key, now)
        });
        compare(&store.ok()?).ok()
    }

    fn note_restore(
        &self,
        store: &mut Store,
        request: &RestoreRequest,
        backup: &Backup,
    ) -> Result<(), Problem> {
        let last = store
            .journal(None, 1)?
            .first()
            .map_or(Instant::EVER, |action| action.recorded_at);
        let now = (self.clock)().max(last);
        let centre = store.load(&Window::from(now))?;
        let who = match member(store, &request.name, now) {
            Ok(staff) => Some(staff),
            Err(_) => centre
                .staff
                .values()
                .max_by_key(|staff| staff.role)
                .cloned(),
        };
        let staff = who.ok_or(Failure::Damaged)?;
        let decision = Decision {
            kind: ActionKind::Restore,
            happened_at: now,
            reason: Some(backup.manifest.number.to_string()),
            changes: Changes::default(),
        };
        let head = store.head()?;
        store.append(head, &Entry::new(decision, staff.id, now))?;
        Ok(())
    }
}
