//! Accounts: who may open the file, and as what.

use vatra_core::Centre;
use vatra_core::facts::Staff;
use vatra_core::id::StaffId;
use vatra_core::refusal::Refusal;
use vatra_core::time::Instant;
use vatra_core::verbs::{self, Asking, Decision};
use vatra_store::{DataKey, Entry, Home, Rekey, Slot, Store, Window, WorkFactor, sealed_to, watch};

use super::acts::append;
use super::passphrases::strong_enough;
use super::{Open, Session, State};
use crate::answers::{
    ChangePassphrase, ChangeStaff, NewStaff, Nothing, ResetStaff, StaffView, WhichStaff,
};
use crate::problem::{Failure, Problem};

impl Session {
    /// Everybody with an account.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn staff(&self, _: Nothing) -> Result<Vec<StaffView>, Problem> {
        self.with_open(|open, asking| Ok(list(&open.store.load(&Window::from(asking.now))?)))
    }

    /// Gives somebody an account.
    ///
    /// # Errors
    /// Fails for a weak passphrase; refused as [`verbs::employ`].
    pub fn employ(&self, new: NewStaff) -> Result<Vec<StaffView>, Problem> {
        let name = new.name.trim().to_owned();
        strong_enough(&new.passphrase, &name)?;
        self.with_keys(|home, open, asking| {
            let mut staff = Staff {
                id: StaffId::new(),
                name,
                role: new.role,
                public_key: String::new(),
            };
            let centre = open.store.load(&Window::from(asking.now))?;
            // Decided before a key is written: a name that is taken must not overwrite somebody's key.
            verbs::employ(&centre, staff.clone(), asking)?;
            let slot = Slot::new(&staff.name, &new.passphrase, WorkFactor::ORDINARY)?;
            staff.public_key = slot.public_key();
            let decision = verbs::employ(&centre, staff.clone(), asking)?;
            // The key first: an account without a key would lock its owner out; a key without an account
            // opens nothing, as the list inside the file is the one that counts.
            let keys = home.keys();
            keys.put(&slot)?;
            let mut everybody = sealed_to(&centre);
            everybody.push(staff.public_key);
            keys.seal_data_key(&open.key, &everybody)?;
            append(open, &Entry::new(decision, open.staff.id, asking.now))?;
            Ok(list(&open.store.load(&Window::from(asking.now))?))
        })
    }

    /// Changes the name or the role of an account.
    ///
    /// # Errors
    /// Refused as [`verbs::change_staff`].
    pub fn change_staff(&self, change: ChangeStaff) -> Result<Vec<StaffView>, Problem> {
        self.with_keys(|home, open, asking| {
            let centre = open.store.load(&Window::from(asking.now))?;
            let before = centre.staff.get(&change.staff).ok_or(Refusal::NotFound)?;
            let name = change.name.trim();
            let decision = verbs::change_staff(&centre, change.staff, name, change.role, asking)?;
            let keys = home.keys();
            // The key has both names until the list inside the file has the new one.
            let moves = before.name.to_lowercase() != name.to_lowercase() && !before.locked();
            if moves {
                keys.copy_slot(&before.name, name)?;
            }
            append(open, &Entry::new(decision, open.staff.id, asking.now))?;
            if moves {
                keys.forget_slot(&before.name);
            }
            let centre = open.store.load(&Window::from(asking.now))?;
            if let Some(own) = centre.staff.get(&open.staff.id) {
                open.staff = own.clone();
            }
            Ok(list(&centre))
        })
    }

    /// Locks an account: nobody can open the file with it any more, until a manager gives it a new
    /// passphrase. The file gets another data key.
    ///
    /// # Errors
    /// Fails for a wrong passphrase of the manager; refused as [`verbs::lock_staff`].
    pub fn lock_staff(&self, which: WhichStaff) -> Result<Vec<StaffView>, Problem> {
        self.rekey(&which.passphrase, None, |centre, by, asking| {
            verbs::lock_staff(centre, which.staff, by, asking)
        })
    }

    /// Removes an account. The file gets another data key.
    ///
    /// # Errors
    /// Fails for a wrong passphrase of the manager; refused as [`verbs::remove_staff`].
    pub fn remove_staff(&self, which: WhichStaff) -> Result<Vec<StaffView>, Problem> {
        self.rekey(&which.passphrase, None, |centre, by, asking| {
            verbs::remove_staff(centre, which.staff, by, asking)
        })
    }

    /// Gives an account a new passphrase, and opens it again where it was locked. The file gets another
    /// data key, so that the former passphrase opens nothing.
    ///
    /// # Errors
    /// Fails for a weak passphrase and a wrong one of the manager; refused for one's own account.
    pub fn reset_staff(&self, reset: ResetStaff) -> Result<Vec<StaffView>, Problem> {
        let name = self.with_open(|open, asking| {
            let centre = open.store.load(&Window::from(asking.now))?;
            let staff = centre.staff.get(&reset.staff).ok_or(Refusal::NotFound)?;
            Ok(staff.name.clone())
        })?;
        strong_enough(&reset.new, &name)?;
        let slot = Slot::new(&name, &reset.new, WorkFactor::ORDINARY)?;
        let staff = self.rekey(&reset.passphrase, Some(&slot), |centre, by, asking| {
            if reset.staff == by {
                return Err(Refusal::OwnAccount);
            }
            verbs::renew_key(centre, reset.staff, slot.public_key(), asking)
        })?;
        // The new key doesn't open it; where it can't be removed now, it is when they sign in.
        self.with_open(|open, _| {
            let _ = open.drafts.forget(reset.staff);
            Ok(staff)
        })
    }

    /// Changes the passphrase of whoever is signed in.
    ///
    /// # Errors
    /// Fails for a wrong old passphrase and a weak new one.
    pub fn change_passphrase(&self, request: ChangePassphrase) -> Result<Nothing, Problem> {
        let mut state = self.state();
        let open = state.open.as_ref().ok_or(Failure::Locked)?;
        let name = open.staff.name.clone();
        strong_enough(&request.new, &name)?;
        let keys = state.centre().ok_or(Failure::System)?.keys();
        self.patiently(&mut state, &name, |_| {
            Ok(keys.change_passphrase(&name, &request.old, &request.new, WorkFactor::ORDINARY)?)
        })?;
        Ok(Nothing {})
    }

    /// Works on the open file and its keys.
    fn with_keys<T>(
        &self,
        work: impl FnOnce(&Home, &mut Open, Asking) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut state = self.state();
        let State {
            home, sample, open, ..
        } = &mut *state;
        let home = sample.as_ref().or(home.as_ref()).ok_or(Failure::System)?;
        let open = open.as_mut().ok_or(Failure::Locked)?;
        let asking = self.asking(open);
        work(home, open, asking)
    }

    /// Records what takes somebody's key away, and gives the file another data key. The manager's own
    /// passphrase is asked for, and must open the new file before the old one is given up.
    pub(super) fn rekey(
        &self,
        passphrase: &str,
        slot: Option<&Slot>,
        decide: impl FnOnce(&Centre, StaffId, Asking) -> Result<Decision, Refusal>,
    ) -> Result<Vec<StaffView>, Problem> {
        self.watch
            .long(|| self.rekey_watched(passphrase, slot, decide))
    }

    fn rekey_watched(
        &self,
        passphrase: &str,
        slot: Option<&Slot>,
        decide: impl FnOnce(&Centre, StaffId, Asking) -> Result<Decision, Refusal>,
    ) -> Result<Vec<StaffView>, Problem> {
        let mut state = self.state();
        let open = state.open.as_ref().ok_or(Failure::Locked)?;
        let (by, name) = (open.staff.id, open.staff.name.clone());
        let asking = self.asking(open);
        let centre = open.store.load(&Window::from(asking.now))?;
        let entry = Entry::new(decide(&centre, by, asking)?, by, asking.now);
        let keys = state.centre().ok_or(Failure::System)?.keys();
        let proof = self.patiently(&mut state, &name, |_| Ok(keys.identity(&name, passphrase)?))?;

        let State {
            home, sample, open, ..
        } = &mut *state;
        let home = sample.as_ref().or(home.as_ref()).ok_or(Failure::System)?;
        let before = open.as_ref().ok_or(Failure::Locked)?;
        let change = Rekey {
            entry: &entry,
            slot,
            proof: &proof,
        };
        let rekeyed = watch::part(0.0, 0.6, || {
            home.prepare_rekey(&before.store, &before.key, &change)
        })?;
        let before = open.take().ok_or(Failure::Locked)?;
        drop(before.store);
        let finished = home.finish_rekey(rekeyed, (self.clock)());
        if finished.is_err() {
            self.take_anew(&mut state);
        }
        let (store, key) = finished?;
        let after = Open {
            store,
            key,
            ..before
        };
        let centre = after.store.load(&Window::from(asking.now));
        if let Ok(centre) = &centre {
            after.drafts.forget_strangers(centre);
        }
        state.open = Some(after);
        drop(state);
        // A copy that only those open who still may. A stick that isn't there must not keep anybody's key from being
        // taken away.
        let _ = watch::part(0.6, 1.0, || self.make_beside(|_| Ok(())));
        Ok(list(&centre?))
    }
}

/// Gives the file another data key for an action, where nobody is signed in.
pub(super) fn rekey_with(
    home: &Home,
    store: Store,
    key: &DataKey,
    change: &Rekey<'_>,
    now: Instant,
) -> Result<(), Problem> {
    let rekeyed = home.prepare_rekey(&store, key, change)?;
    drop(store);
    home.finish_rekey(rekeyed, now)?;
    Ok(())
}

fn list(centre: &Centre) -> Vec<StaffView> {
    let mut list: Vec<_> = centre.staff.values().map(view).collect();
    list.sort_by_key(|staff| staff.name.to_lowercase());
    list
}

/// An account as it is shown.
pub(super) fn view(staff: &Staff) -> StaffView {
    StaffView {
        id: staff.id,
        name: staff.name.clone(),
        role: staff.role,
        locked: staff.locked(),
    }
}
