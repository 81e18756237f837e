//! What staff do, one file a verb. Each takes the record, a request and the time it is now, and gives
//! the changes, or a refusal.

mod amend;
mod apart;
mod assist;
mod assistance_list;
mod capacity;
mod check_in;
mod close;
mod correct;
mod desk;
mod discharge;
mod employ;
mod erase;
mod expect;
mod extend;
mod found;
mod held;
mod import;
mod leave;
mod limits;
mod moving;
mod note;
mod plan_departure;
mod room;
mod rules;
mod undo;
mod versions;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use amend::{Amend, IdentityChange, amend};
pub use apart::{KeepApart, LetTogether, keep_apart, let_together};
pub use assist::{Assist, assist};
pub use assistance_list::{SetAssistance, set_assistance};
pub use capacity::{SetCapacity, set_capacity};
pub(crate) use check_in::birth;
pub(crate) use check_in::fullest;
pub use check_in::{Born, CheckIn, IdentityText, Member, Sleeps, Who, check_in};
pub use close::{Close, Reopen, close, reopen};
pub use correct::{Correct, Truth, correct};
pub use desk::set_desk;
pub use discharge::{Discharge, discharge};
pub use employ::{change_staff, employ, lock_staff, remove_staff, renew_key, replace_recovery};
pub use erase::{Erase, erase, names, reduced};
pub use expect::{EndWait, Keep, Release, Reorder, Wait, end_wait, keep, release, reorder, wait};
pub(crate) use expect::{expected_with, held_places, queue};
pub use extend::{Extend, extend};
pub use found::{Found, NewBed, NewRoom, found, proposal};
pub(crate) use held::ahead;
pub use import::import;
pub use leave::{Leave, Return, leave, return_to_house};
pub use limits::{SetLimits, set_limits};
pub use moving::{Move, MoveOne, NewPlace, move_people};
pub use note::{note, required};
pub use plan_departure::{PlanDeparture, plan_departure};
pub use room::{SetRoom, set_room};
pub use rules::{MOST_MOVES, Rules, SetRules, set_rules};
pub use undo::{AddedFact, Recorded, may_lead_to, may_undo, undo};

use crate::centre::{Centre, Changes};
use crate::id::StayId;
use crate::invariants::{ViolationKind, violations};
use crate::refusal::{Noted, Obstacle, Refusal};
use crate::terms::{Role, choice};
use crate::time::{Instant, WallTime, midnight};

choice! {
    /// What one member of staff did: the unit of history, of undo and of the journal.
    ActionKind {
        /// Made the centre: rooms, beds, capacity, rules.
        Found = "found",
        /// Gave a member of staff an account.
        Employ = "employ",
        /// Checked a party in.
        CheckIn = "check_in",
        /// Moved people to other beds.
        Move = "move",
        /// Swapped the beds of two people.
        Swap = "swap",
        /// Noted that people went out for a while.
        Leave = "leave",
        /// Noted that people came back.
        Return = "return",
        /// Extended the term.
        Extend = "extend",
        /// Completed or changed what is known.
        Amend = "amend",
        /// Put right what was noted wrong.
        Correct = "correct",
        /// Discharged people.
        Discharge = "discharge",
        /// Noted assistance.
        Assist = "assist",
        /// Closed beds.
        Close = "close",
        /// Opened closed beds again.
        Reopen = "reopen",
        /// Put a party on the waiting list.
        Wait = "wait",
        /// Took a party off the waiting list.
        EndWait = "end_wait",
        /// Changed the order of the waiting list.
        Reorder = "reorder",
        /// Held places.
        Keep = "keep",
        /// Released held places.
        Release = "release",
        /// Set other rules of room assignment, or another standard term.
        SetRules = "set_rules",
        /// Kept two people apart.
        KeepApart = "keep_apart",
        /// Let two people share a room again.
        LetTogether = "let_together",
        /// Noted when people are expected to leave.
        PlanDeparture = "plan_departure",
        /// Took over a register that was kept elsewhere.
        Import = "import",
        /// Took an action back.
        Undo = "undo",
        /// Gave a member of staff a new key.
        RenewKey = "renew_key",
        /// Put a backup in the place of the file.
        Restore = "restore",
        /// Looked at an identity.
        ShowIdentity = "show_identity",
        /// Changed the name or the role of an account.
        ChangeStaff = "change_staff",
        /// Locked an account.
        LockStaff = "lock_staff",
        /// Removed an account.
        RemoveStaff = "remove_staff",
        /// Put a new recovery paper in the place of the one before.
        ReplaceRecovery = "replace_recovery",
        /// Tried whether the recovery paper opens the file.
        TryRecovery = "try_recovery",
        /// Set how the desk works.
        SetDesk = "set_desk",
        /// Took figures or lists out of the program, as a file.
        Export = "export",
        /// Printed a sheet.
        Print = "print",
        /// Somebody tried an account with a wrong passphrase; noted when the file is opened next.
        FailedUnlock = "failed_unlock",
        /// Made a backup.
        BackUp = "back_up",
        /// Opened the last backup beside the file and compared.
        Rehearse = "rehearse",
        /// Opened the last backup, and it was not as the file is.
        RehearseFailed = "rehearse_failed",
        /// Checked the chain of the journal.
        Verify = "verify",
        /// Went on with a file that is older than the last one known.
        AcceptOlder = "accept_older",
        /// Erased an identity for good.
        Erase = "erase",
        /// Set how many places there are.
        SetCapacity = "set_capacity",
        /// Set how long a stay may be extended.
        SetLimits = "set_limits",
        /// Changed the list of other assistance.
        SetAssistance = "set_assistance",
        /// Added or changed a room.
        SetRoom = "set_room",
    }
}

impl ActionKind {
    /// Whether it can't be taken back: accounts, keys, and what was only looked at.
    #[must_use]
    pub fn is_lasting(self) -> bool {
        matches!(
            self,
            Self::Found
                | Self::Employ
                | Self::RenewKey
                | Self::Restore
                | Self::ShowIdentity
                | Self::ChangeStaff
                | Self::LockStaff
                | Self::RemoveStaff
                | Self::ReplaceRecovery
                | Self::TryRecovery
                | Self::Export
                | Self::Print
                | Self::FailedUnlock
                | Self::BackUp
                | Self::Rehearse
                | Self::RehearseFailed
                | Self::Verify
                | Self::AcceptOlder
                | Self::Erase
        )
    }
}

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// What they may do.
    pub role: Role,
    /// The time it is now.
    pub now: Instant,
}

/// What is to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What kind of action.
    pub kind: ActionKind,
    /// When it happened in the world.
    pub happened_at: Instant,
    /// Why, where a reason was given.
    pub reason: Option<String>,
    /// What it does to the record.
    pub changes: Changes,
}

/// A manager's reason for going past a rule that may be gone past.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Override(pub Option<String>);

impl Asking {
    /// The time something happened: as noted, or now.
    ///
    /// # Errors
    /// Refused in the future, and in the hour that summer time skips.
    pub fn at(self, noted: Option<WallTime>) -> Result<Instant, Refusal> {
        let at = match noted {
            None => self.now,
            Some(wall) => wall.instant().ok_or(Refusal::NoSuchTime)?,
        };
        if at > self.now {
            Err(Refusal::InFuture)
        } else {
            Ok(at)
        }
    }

    /// Whether a rule may be gone past: only by a manager, and only with a reason.
    fn may_override(self, reason: &Override, otherwise: Refusal) -> Result<(), Refusal> {
        match &reason.0 {
            None => Err(otherwise),
            Some(_) if self.role < Role::Manager => Err(Refusal::NeedsManager),
            Some(text) if text.trim().is_empty() => Err(Refusal::NeedsReason),
            Some(text) => text_fits(text),
        }
    }
}

/// The longest text that a field takes, in characters.
pub const LONGEST_TEXT: usize = 2_000;

fn text_fits(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TextTooLong { most: LONGEST_TEXT });
    }
    Ok(())
}

/// A reason as it is kept: trimmed, and none rather than empty.
fn kept(reason: Option<String>) -> Option<String> {
    reason
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// The last look at what a verb decided: the record it leads to must be possible.
fn checked(centre: &Centre, decision: Decision) -> Result<Decision, Refusal> {
    let mut after = centre.clone();
    after.apply(&decision.changes, 0);
    let found = violations(&after);
    let Some(first) = found.first() else {
        return Ok(decision);
    };
    let (who, noted) = first
        .facts
        .iter()
        .find_map(|key| about(&after, *key))
        .map(|(stay, noted)| (after.code_of(stay), Some(noted)))
        .unwrap_or_default();
    let undoes = decision.kind == ActionKind::Undo;
    let behind = found.iter().flat_map(|violation| &violation.facts);
    let behind = behind.filter_map(|key| after.made_by.get(key).copied());
    let behind: BTreeSet<_> = behind.filter(|action| *action > 0).collect();
    let named = undoes && !behind.is_empty();
    Err(match (first.kind, noted) {
        (ViolationKind::NoBed, _) if !named => Refusal::NoBed { who },
        (ViolationKind::ShareWithNobody, _) if !named => Refusal::CannotShare { who },
        (ViolationKind::ImpossibleInterval, _) if !undoes => Refusal::EndsBeforeItBegins,
        (ViolationKind::OutsideStay, Some((what, at))) if !undoes => {
            Refusal::LaterEvent { who, what, at }
        }
        _ => Refusal::LaterActions {
            obstacles: behind.into_iter().map(Obstacle::from).collect(),
        },
    })
}

/// Of which stay a fact is, what it notes, and when.
fn about(centre: &Centre, key: crate::FactKey) -> Option<(StayId, (Noted, Instant))> {
    use crate::Fact;
    Some(match centre.get(key)? {
        Fact::Stay(fact) => (fact.id, (Noted::Arrival, fact.span.from)),
        Fact::BedAssignment(fact) => (fact.stay, (Noted::Bed, fact.span.from)),
        Fact::BedShare(fact) => (fact.stay, (Noted::Bed, fact.span.from)),
        Fact::Absence(fact) => (fact.stay, (Noted::Absence, fact.span.from)),
        Fact::Ground(fact) => (fact.stay, (Noted::Ground, fact.span.from)),
        Fact::Phase(fact) => (fact.stay, (Noted::Phase, fact.span.from)),
        Fact::Assistance(fact) => (fact.stay, (Noted::Assistance, midnight(fact.day))),
        _ => return None,
    })
}
