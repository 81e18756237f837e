//! Making a centre, opening it, and closing it.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use vatra_core::centre::Centre;
use vatra_core::facts::Staff;
use vatra_core::id::{RecoveryId, StaffId};
use vatra_core::terms::Role;
use vatra_core::time::Instant;
use vatra_core::verbs::{ActionKind, Asking, Found, found, proposal};
use vatra_store::{DataKey, Entry, Home, Keys, Slot, Store, StoreError, Window, WorkFactor};

use super::acts::note;
use super::passphrases::strong_enough;
use super::patience::Untold;
use super::{Open, Session, State, erasing, freshness};
use crate::answers::{NewCentre, Nothing, SignIn, Status};
use crate::problem::{Failure, Problem};
use crate::sample;

impl Session {
    /// Takes the folder if nobody else has it; says why not otherwise.
    pub(super) fn take_home(&self, state: &mut State) {
        if state.home.is_some() {
            return;
        }
        match Home::take(&self.folder) {
            Ok(home) => {
                state.home = Some(home);
                state.trouble = None;
            }
            Err(error) => state.trouble = Some(error.into()),
        }
    }

    /// Takes the folder anew where something begun in it failed: it is finished, or shown as it is, and never worked
    /// on as it was halfway.
    pub(super) fn take_anew(&self, state: &mut State) {
        state.sample = None;
        state.home = None;
        self.take_home(state);
    }

    /// The layout proposed for a new centre.
    ///
    /// # Errors
    /// Never.
    pub fn proposal(&self, _: Nothing) -> Result<Found, Problem> {
        Ok(proposal())
    }

    /// Makes the centre and signs its manager in.
    ///
    /// # Errors
    /// Fails where there is a centre already, for a weak passphrase, and where the recovery identity
    /// typed back isn't the one that was shown; refused for a layout that can't be.
    pub fn create_centre(&self, new: NewCentre) -> Result<Status, Problem> {
        let mut state = self.state();
        nothing_here(&state)?;
        strong_enough(&new.passphrase, &new.name)?;
        let recovery = state
            .recovery
            .as_ref()
            .filter(|shown| shown.matches(&new.recovery));
        let recovery = recovery.ok_or(Failure::RecoveryMismatch)?.public_key();
        let home = state.home.as_ref().ok_or(Failure::System)?;

        let name = new.name.trim().to_owned();
        let asking = Asking {
            role: Role::Manager,
            now: (self.clock)(),
        };
        let mut manager = Staff {
            id: StaffId::new(),
            name,
            role: Role::Manager,
            public_key: String::new(),
        };
        // Decided once without a key, so that a refusal leaves no key behind.
        let recovery = vatra_core::facts::Recovery {
            id: RecoveryId::new(),
            public_key: recovery,
        };
        found(&new.found, manager.clone(), recovery.clone(), asking)?;
        let key = DataKey::random()?;
        let slot = Slot::new(&manager.name, &new.passphrase, WorkFactor::ORDINARY)?;
        manager.public_key = slot.public_key();
        home.keys().put(&slot)?;
        home.keys().seal_data_key(
            &key,
            &[manager.public_key.clone(), recovery.public_key.clone()],
        )?;
        let decision = found(&new.found, manager.clone(), recovery, asking)?;
        let entry = Entry::new(decision, manager.id, asking.now);
        let store = Store::create(&home.file(), &key, |store| {
            store.append(0, &entry).map(drop)
        })?;
        let place = Some(home.folder().to_owned());
        let drafts = home.drafts();
        state.open = Some(Open {
            store,
            key,
            staff: manager,
            ahead: 0,
            place,
            behind: None,
            drafts,
            stood: BTreeMap::new(),
            tended: 0,
            backup_due: false,
            draft: None,
            may_go_out: false,
        });
        if let Some(open) = &state.open {
            freshness::keep(open, asking.now);
        }
        state.recovery = None;
        Ok(self.status_of(&state))
    }

    /// Makes the sample centre if need be, and signs in.
    ///
    /// # Errors
    /// Fails where there is a real centre here, and where the folder can't be written.
    pub fn open_sample(&self, _: Nothing) -> Result<Status, Problem> {
        let _turn = self.watch.turn();
        let mut state = self.state();
        if state.sample.is_none() {
            nothing_here(&state)?;
            let home = Home::take(&self.folder.join("sample"))?;
            if !home.has_centre() {
                sample::make(&home)?;
            }
            state.sample = Some(home);
        }
        let sign_in = SignIn {
            name: sample::MANAGER.into(),
            passphrase: sample::PASSPHRASE.into(),
        };
        self.open(&mut state, &sign_in)?;
        Ok(self.status_of(&state))
    }

    /// Leaves the sample centre; it stays as it is.
    ///
    /// # Errors
    /// Never.
    pub fn leave_sample(&self, _: Nothing) -> Result<Status, Problem> {
        let mut state = self.state();
        if state.sample.take().is_some() {
            state.open = None;
        }
        Ok(self.status_of(&state))
    }

    /// Signs in.
    ///
    /// # Errors
    /// Fails for a wrong name or passphrase, and where the file can't be opened; nothing is harmed.
    pub fn unlock(&self, sign_in: SignIn) -> Result<Status, Problem> {
        // Whoever comes back doesn't wait for the backup of the close: it is made at the next one.
        self.waiting.fetch_add(1, Ordering::SeqCst);
        if self.state().open.is_none() {
            self.watch.stop();
        }
        let _turn = self.watch.turn();
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        let mut state = self.state();
        self.open(&mut state, &sign_in)?;
        Ok(self.status_of(&state))
    }

    /// Reads the open file from end to end, which the page asks for once the board is on the screen. A file
    /// with a page that isn't as it was written is closed at once, and read whole before it opens again.
    ///
    /// # Errors
    /// Fails for a damaged file.
    pub fn check_file(&self, _: Nothing) -> Result<Nothing, Problem> {
        let mut state = self.state();
        let checked = state.open.as_ref().ok_or(Failure::Locked)?.store.check();
        if let Err(error) = checked {
            state.open = None;
            state.damaged = true;
            return Err(error.into());
        }
        Ok(Nothing {})
    }

    /// Signs out, at once for everybody who asks; then makes the day's backup, and drops the key and the
    /// connection.
    ///
    /// # Errors
    /// Never.
    pub fn lock(&self, _: Nothing) -> Result<Status, Problem> {
        self.sign_out();
        self.end_close();
        Ok(self.status_of(&self.state()))
    }

    /// What is left to do once somebody has signed out: the backup of the close.
    pub(super) fn end_close(&self) {
        self.watch.long(|| {
            let Some(mut open) = self.state().closing.take() else {
                return;
            };
            let somebody_waits = || self.waiting.load(Ordering::SeqCst) > 0;
            if !somebody_waits() {
                // A stick that was taken out must not keep the program from locking.
                super::backups::at_close(&mut open, (self.clock)());
            }
            // Whoever waits may not get in: then it is made after all. Whoever does sign in opens the file anew.
            if somebody_waits() {
                self.state().closing = Some(open);
            }
        });
    }

    /// As [`Self::lock`], for a computer that doesn't wait: what takes longer than this is stopped, and the backup made at
    /// the next close.
    pub fn lock_within(&self, most: Duration) {
        std::thread::scope(|scope| {
            let (done, over) = std::sync::mpsc::channel();
            scope.spawn(move || {
                let _ = self.lock(Nothing {});
                let _ = done.send(());
            });
            if over.recv_timeout(most).is_err() {
                self.waiting.fetch_add(1, Ordering::SeqCst);
                self.watch.stop();
                let _ = over.recv();
                self.waiting.fetch_sub(1, Ordering::SeqCst);
                // No key sleeps with the computer.
                self.state().closing = None;
            }
        });
    }

    /// Signs out, and nothing more: what is left to do before the file is closed, [`Self::lock`] does.
    fn sign_out(&self) {
        let mut state = self.state();
        if let Some(open) = state.open.take() {
            state.closing = Some(open);
        }
    }

    pub(super) fn open(&self, state: &mut State, sign_in: &SignIn) -> Result<(), Problem> {
        let home = state.centre().ok_or(Failure::OpenElsewhere)?;
        if !home.has_centre() {
            return Err(Failure::NoCentre.into());
        }
        // A passphrase is asked for even where somebody is signed in already.
        let keys = home.keys();
        let place = home.folder().to_owned();
        let drafts = home.drafts();
        let (key, secret) = self.patiently(state, &sign_in.name, |_| {
            let secret = keys.identity(&sign_in.name, &sign_in.passphrase)?;
            Ok((keys.open_with(&secret)?, secret))
        })?;
        state.open = None;
        state.closing = None;
        let store = state
            .centre()
            .ok_or(Failure::OpenElsewhere)?
            .open(&key, (self.clock)())?;
        if state.damaged {
            store.check()?;
            state.damaged = false;
        }
        let ahead = if state.sample.is_some() {
            self.behind_scene(&store)?
        } else {
            0
        };
        let staff = member(&store, &sign_in.name, (self.clock)().plus_millis(ahead))?;
        // A key that was put into the place of another's would make its owner the other.
        if staff.public_key != Keys::public_key(&secret)? {
            return Err(Failure::ShutOut.into());
        }
        let behind = match state.sample {
            None => freshness::behind(&store, &place, &key)?,
            Some(_) => None,
        };
        let mut open = Open {
            store,
            key,
            staff,
            ahead,
            place: state.sample.is_none().then(|| place.clone()),
            behind,
            drafts,
            stood: BTreeMap::new(),
            tended: 0,
            backup_due: false,
            draft: None,
            may_go_out: false,
        };
        let asking = Asking {
            role: open.staff.role,
            now: (self.clock)().plus_millis(ahead),
        };
        // On a full disk there is still something to read; what couldn't be erased is erased the next time.
        match erasing::settle(&mut open, asking) {
            Err(Problem::Failed(Failure::DiskFull | Failure::ReadOnly)) => {}
            other => other?,
        }
        // Where it can't be noted, it is the next time; that must not keep anybody out.
        if self.tell(&mut open, &Untold::of(&place)).is_ok() {
            let _ = Untold::told(&place);
        }
        // Whatever lies there instead of a draft must not keep anybody out either.
        let centre = open.store.load(&Window::from(asking.now))?;
        open.drafts.forget_strangers(&centre);
        open.draft = open.drafts.read(open.staff.id, &secret);
        state.open = Some(open);
        Ok(())
    }

    /// Notes in the journal for whom it was tried in vain since somebody last signed in.
    fn tell(&self, open: &mut Open, untold: &Untold) -> Result<(), Problem> {
        let asking = self.asking(open);
        let centre = open.store.load(&Window::from(asking.now))?;
        let names = centre.staff.values().map(|staff| staff.name.as_str());
        let Some(words) = untold.words(names) else {
            return Ok(());
        };
        note(open, asking, ActionKind::FailedUnlock, Some(words), None).map(drop)
    }

    /// The sample centre's time goes on from its scene, or from the last thing that was done in it.
    fn behind_scene(&self, store: &Store) -> Result<i64, Problem> {
        let last = store
            .journal(None, 1)?
            .first()
            .map_or(Instant::EVER, |action| action.recorded_at);
        Ok(sample::scene().max(last).0 - (self.clock)().0)
    }
}

pub(super) fn nothing_here(state: &State) -> Result<(), Problem> {
    match &state.home {
        None => Err(state
            .trouble
            .clone()
            .unwrap_or(Failure::OpenElsewhere)
            .into()),
        Some(home) if home.has_centre() => Err(Failure::CentreExists.into()),
        Some(_) => Ok(()),
    }
}

pub(super) fn member(store: &Store, name: &str, now: Instant) -> Result<Staff, Problem> {
    let centre: Centre = store.load(&Window::from(now))?;
    let name = name.trim().to_lowercase();
    let found = centre
        .staff
        .into_values()
        .find(|staff| staff.name.to_lowercase() == name);
    // A key without an account: the list inside the file is the one that counts.
    Ok(found.ok_or(StoreError::WrongPassphrase)?)
}
