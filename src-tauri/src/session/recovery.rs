//! The recovery key, which exists on paper only: making it, trying it, replacing it, and letting somebody
//! in with it.

use vatra_core::Instant;
use vatra_core::facts::Recovery as PublicHalf;
use vatra_core::id::RecoveryId;
use vatra_core::terms::Role;
use vatra_core::verbs::{self, ActionKind, Asking};
use vatra_store::{Entry, RecoveryIdentity, Rekey, Slot, Window, WorkFactor};

use super::acts::note;
use super::opening::{member, nothing_here};
use super::passphrases::strong_enough;
use super::staff::rekey_with;
use super::{Session, State};
use crate::answers::{
    NewPaper, Nothing, PaperState, PaperTyped, Recover, Recovery, SignIn, StaffView, Status,
};
use crate::problem::{Failure, Problem};

/// After so many days the paper should be tried again.
const TRY_AFTER_DAYS: i64 = 365;

impl Session {
    /// A new recovery identity, kept until the centre is made.
    ///
    /// # Errors
    /// Fails where there is a centre already.
    pub fn new_recovery(&self, _: Nothing) -> Result<Recovery, Problem> {
        let mut state = self.state();
        nothing_here(&state)?;
        Ok(shown(&mut state))
    }

    /// A new recovery identity for the centre that is open, kept until it was typed back.
    ///
    /// # Errors
    /// Fails where nobody is signed in.
    pub fn new_paper(&self, _: Nothing) -> Result<Recovery, Problem> {
        let mut state = self.state();
        state.open.as_ref().ok_or(Failure::Locked)?;
        Ok(shown(&mut state))
    }

    /// Puts a new recovery paper in the place of the one before, which opens nothing from then on. The
    /// file gets another data key.
    ///
    /// # Errors
    /// Fails where what was typed back isn't what was shown, and for a wrong passphrase of the manager.
    pub fn replace_recovery(&self, new: NewPaper) -> Result<Vec<StaffView>, Problem> {
        let public_key = {
            let state = self.state();
            let shown = state.recovery.as_ref();
            let same = shown.filter(|shown| shown.matches(&new.recovery));
            same.ok_or(Failure::RecoveryMismatch)?.public_key()
        };
        let staff = self.rekey(&new.passphrase, None, |centre, _, asking| {
            let recovery = PublicHalf {
                id: RecoveryId::new(),
                public_key,
            };
            verbs::replace_recovery(centre, recovery, asking)
        })?;
        self.state().recovery = None;
        Ok(staff)
    }

    /// Tries whether the recovery paper opens the file; that it did is written down.
    ///
    /// # Errors
    /// Fails for a key that doesn't.
    pub fn try_recovery(&self, typed: PaperTyped) -> Result<PaperState, Problem> {
        let mut state = self.state();
        let keys = state.centre().ok_or(Failure::System)?.keys();
        let key = self.patiently(&mut state, "", |_| {
            keys.open_with(&plain(&typed.recovery))
                .map_err(|_| Failure::WrongRecovery.into())
        })?;
        drop(state);
        self.with_open(|open, asking| {
            if *key.hex() != *open.key.hex() {
                return Err(Failure::WrongRecovery.into());
            }
            note(open, asking, ActionKind::TryRecovery, None, None).map(drop)
        })?;
        self.recovery_state(Nothing {})
    }

    /// When the recovery paper was last seen to open the file, and whether to try it again.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn recovery_state(&self, _: Nothing) -> Result<PaperState, Problem> {
        self.with_open(|open, asking| {
            let seen = open.store.last_of(&[
                ActionKind::Found,
                ActionKind::ReplaceRecovery,
                ActionKind::TryRecovery,
            ])?;
            // The sample's paper was never printed.
            let real = open.place.is_some();
            let old = |seen: Instant| seen.plus_minutes(TRY_AFTER_DAYS * 24 * 60) < asking.now;
            Ok(PaperState {
                seen,
                due: real && seen.is_none_or(old),
            })
        })
    }

    /// Lets somebody in again with the recovery key, with a new passphrase. The file gets another data
    /// key, so that the forgotten passphrase opens nothing any more.
    ///
    /// # Errors
    /// Fails for a key that opens nothing here, a name without an account and a weak passphrase.
    pub fn recover(&self, request: Recover) -> Result<Status, Problem> {
        strong_enough(&request.passphrase, &request.name)?;
        self.watch.long(|| self.let_in(&request))
    }

    fn let_in(&self, request: &Recover) -> Result<Status, Problem> {
        let mut state = self.state();
        let keys = state.centre().ok_or(Failure::OpenElsewhere)?.keys();
        let secret = plain(&request.recovery);
        let key = self.patiently(&mut state, "", |_| {
            keys.open_with(&secret)
                .map_err(|_| Failure::WrongRecovery.into())
        })?;
        state.open = None;
        state.closing = None;
        let now = (self.clock)();
        let home = state.centre().ok_or(Failure::OpenElsewhere)?;
        let store = home.open(&key, now)?;
        let staff = member(&store, &request.name, now)?;
        let centre = store.load(&Window::from(now))?;
        let slot = Slot::new(&staff.name, &request.passphrase, WorkFactor::ORDINARY)?;
        let asking = Asking {
            role: Role::Manager,
            now,
        };
        let decision = verbs::renew_key(&centre, staff.id, slot.public_key(), asking)?;
        let change = Rekey {
            entry: &Entry::new(decision, staff.id, now),
            slot: Some(&slot),
            proof: slot.secret(),
        };
        let rekeyed = rekey_with(home, store, &key, &change, now);
        if rekeyed.is_err() {
            self.take_anew(&mut state);
        }
        rekeyed?;
        let sign_in = SignIn {
            name: request.name.clone(),
            passphrase: request.passphrase.clone(),
        };
        self.open(&mut state, &sign_in)?;
        Ok(self.status_of(&state))
    }
}

/// A new identity, kept until it was typed back.
fn shown(state: &mut State) -> Recovery {
    let identity = RecoveryIdentity::generate();
    let secret = identity.secret().as_str().to_owned();
    state.recovery = Some(identity);
    Recovery { secret }
}

/// A key as typed from paper, without spaces and in capitals.
pub(super) fn plain(typed: &str) -> zeroize::Zeroizing<String> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    zeroize::Zeroizing::new(plain.to_uppercase())
}
