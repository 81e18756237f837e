//! Putting a backup back: what opens it, what it would bring and lose, and doing it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use vatra_core::Changes;
use vatra_core::terms::Role;
use vatra_core::time::Instant;
use vatra_core::verbs::{ActionKind, Decision};
use vatra_store::{
    Backup, Beside, DataKey, Entry, Keys, Known, Store, StoreError, Window, backups, restore, watch,
};

use super::backups::{damaged, view};
use super::opening::member;
use super::recovery::plain;
use super::{Session, State, freshness};
use crate::answers::{RestorePreview, RestoreRequest, Status};
use crate::problem::{Failure, Problem};

fn find(request: &RestoreRequest) -> Result<Backup, Problem> {
    let all = backups(Path::new(&request.folder)).into_iter();
    Ok(all
        .into_iter()
        .find(|one| one.manifest.number == request.number)
        .ok_or(Failure::BadBackup)?)
}

/// Whose passphrase it is; nobody's with the paper, whatever name stands in the form.
fn name(request: &RestoreRequest) -> &str {
    match request.recovery {
        Some(_) => "",
        None => &request.name,
    }
}

fn unsealed(keys: &Keys, request: &RestoreRequest) -> Result<DataKey, Problem> {
    match &request.recovery {
        None => Ok(keys.open(&request.name, &request.passphrase)?),
        Some(secret) => keys
            .open_with(&plain(secret))
            .map_err(|_| Failure::WrongRecovery.into()),
    }
}

/// Whoever isn't a manager doesn't put another file in the place of the one in use.
const FOR_MANAGERS: Failure = Failure::NotPermitted {
    least: Role::Manager,
};

/// Whether whoever asks has to be a manager in the backup. On a PC without a centre anybody of the backup brings it
/// back, and so does whoever has the paper that opens what is here, or a manager who is signed in. Who was locked
/// or removed since opens the old backup, but no longer what is here. Where nobody could open that any more, nobody
/// is asked to.
fn asks_for_manager(state: &State, request: &RestoreRequest) -> Result<bool, Problem> {
    let Some(home) = state.home.as_ref().filter(|home| home.has_centre()) else {
        return Ok(false);
    };
    let signed_in = state.open.as_ref().filter(|open| open.place.is_some());
    if signed_in.is_some_and(|open| open.staff.role == Role::Manager) {
        return Ok(false);
    }
    match unsealed(&home.keys(), request) {
        Err(Problem::Failed(Failure::WrongPassphrase | Failure::WrongRecovery))
            if home.keys().are_there() =>
        {
            Err(FOR_MANAGERS.into())
        }
        _ => Ok(request.recovery.is_none()),
    }
}

/// What is kept beside the file, with whoever was erased as far as the folders of backups know, and that of this one.
fn known(place: &Path, folder: &Path) -> Result<Known, StoreError> {
    let mut known = Known::read(place)?;
    let folders = super::backups::folders_in_reach(place);
    for backup in folders
        .iter()
        .map(PathBuf::as_path)
        .chain([folder])
        .flat_map(backups)
    {
        known.erased_too(&backup.manifest.erased);
    }
    Ok(known)
}

/// The accounts in a file by name; one that is locked counts, as somebody may open it again.
fn staff_names(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    let centre = store.load(&Window::from(Instant(i64::MAX)))?;
    Ok(centre.staff.into_values().map(|staff| staff.name).collect())
}

impl Session {
    /// What a restore would bring, and what it would lose.
    ///
    /// # Errors
    /// Fails for a backup that isn't whole, and a passphrase or recovery key that doesn't open it.
    pub fn restore_preview(&self, request: RestoreRequest) -> Result<RestorePreview, Problem> {
        // What is compared has to be closed first: the backup of the last close is made at the next one.
        let nobody_here = self.state().open.is_none();
        if nobody_here {
            self.watch.stop();
        }
        let _turn = nobody_here.then(|| self.watch.turn());
        let mut state = self.state();
        if nobody_here {
            state.closing = None;
        }
        let (backup, key) = self.checked_backup(&mut state, &request)?;
        let by_manager = asks_for_manager(&state, &request)?;
        let (_copy, store) = backup.look(&key, &self.folder).map_err(damaged)?;
        let opened = member(&store, name(&request), Instant(i64::MAX)).ok();
        if by_manager && opened.is_none_or(|staff| staff.role != Role::Manager) {
            return Err(FOR_MANAGERS.into());
        }
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
        let known = place.map(|place| known(&place, &folder)).transpose()?;
        let erased_again = store.brought_back(&known.unwrap_or_default().erased)?.len();
        let then = staff_names(&store)?;
        let here_now = self.compared_here(&state, &key, &request, |current, _| {
            let now = staff_names(current)?;
            let only = |names: &BTreeSet<String>, not: &BTreeSet<String>| {
                names.difference(not).cloned().collect::<Vec<_>>()
            };
            Ok((
                // The file here may have gone another way since, after an earlier restore.
                current.recorded_since(current.common_with(&store)?)?,
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
        self.watch.long(|| self.put_back(&request))
    }

    fn put_back(&self, request: &RestoreRequest) -> Result<Status, Problem> {
        let mut state = self.state();
        let (backup, key) = watch::part(0.0, 0.4, || self.checked_backup(&mut state, request))?;
        let by_manager = asks_for_manager(&state, request)?;
        watch::no_way_back()?;
        // Before anything else: who was erased stays erased, wherever this stops.
        let place = state.home.as_ref().ok_or(Failure::OpenElsewhere)?.folder();
        let known = known(place, Path::new(&request.folder))?;
        known.write(place)?;
        // A close that waits for its backup would copy the old file with the keys of the new one.
        state.closing = None;
        let marks = self.compared_here(&state, &key, request, Store::marks);
        state.open = None;
        state.damaged = false;
        let home = state.home.as_ref().ok_or(Failure::OpenElsewhere)?;
        let place = home.folder();
        let put_back = watch::part(0.4, 1.0, || {
            restore(home, &backup, &key, |store| -> Result<Known, Problem> {
                self.note_restore(store, request, &backup, by_manager)?;
                if let Some(marks) = &marks {
                    store.adopt(marks, &key)?;
                }
                freshness::from_here_on(known, store, place, &key, (self.clock)())
            })
        });
        if put_back.is_err() {
            self.take_anew(&mut state);
        }
        put_back.map_err(|problem| match problem {
            Problem::Failed(Failure::Damaged) => Failure::BadBackup.into(),
            other => other,
        })?;
        let _ = super::backups::none_yet(&self.folder);
        Ok(self.status_of(&state))
    }

    fn checked_backup(
        &self,
        state: &mut State,
        request: &RestoreRequest,
    ) -> Result<(Backup, DataKey), Problem> {
        let backup = find(request)?;
        let key = self.patiently_there(state, name(request), |state| {
            let key = unsealed(&backup.keys(), request)?;
            let home = state.home.as_ref().filter(|home| home.has_centre());
            let here = home.is_none_or(|home| unsealed(&home.keys(), request).is_ok());
            Ok((key, here))
        })?;
        backup.check(&key, &self.folder).map_err(damaged)?;
        Ok((backup, key))
    }

    /// Compares a backup with the file here, where it is open, or where what opens the backup opens it too: the
    /// data key itself, or, where the file has had another since, the same passphrase or paper.
    fn compared_here<T>(
        &self,
        state: &State,
        key: &DataKey,
        request: &RestoreRequest,
        compare: impl FnOnce(&Store, &DataKey) -> Result<T, StoreError>,
    ) -> Option<T> {
        if let Some(open) = state.open.as_ref().filter(|open| open.place.is_some()) {
            return compare(&open.store, &open.key).ok();
        }
        let home = state.home.as_ref().filter(|home| home.has_centre())?;
        let now = (self.clock)();
        if let Ok(store) = home.open(key, now) {
            return compare(&store, key).ok();
        }
        let key = unsealed(&home.keys(), request).ok()?;
        compare(&home.open(&key, now).ok()?, &key).ok()
    }

    fn note_restore(
        &self,
        store: &mut Store,
        request: &RestoreRequest,
        backup: &Backup,
        by_manager: bool,
    ) -> Result<(), Problem> {
        let last = store
            .journal(None, 1)?
            .first()
            .map_or(Instant::EVER, |action| action.recorded_at);
        let now = (self.clock)().max(last);
        let centre = store.load(&Window::from(now))?;
        let who = match member(store, name(request), now) {
            Ok(staff) if by_manager && staff.role != Role::Manager => {
                return Err(FOR_MANAGERS.into());
            }
            Ok(staff) => Some(staff),
            // A key without an account is nobody's.
            Err(_) if by_manager => return Err(FOR_MANAGERS.into()),
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
