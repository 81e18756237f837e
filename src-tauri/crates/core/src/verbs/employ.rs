//! An account for a member of staff.

use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::facts::Staff;
use crate::id::StaffId;
use crate::refusal::Refusal;
use crate::terms::Role;

/// The longest name to sign in with, in characters.
pub const LONGEST_NAME: usize = 24;

/// Gives somebody an account.
///
/// # Errors
/// Refused to anybody but a manager, and for a name that is empty, too long or taken.
pub fn employ(centre: &Centre, staff: Staff, asking: Asking) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    name_fits(&staff.name)?;
    let taken = |other: &Staff| other.name.to_lowercase() == staff.name.to_lowercase();
    if centre.staff.values().any(taken) {
        return Err(Refusal::NameTaken);
    }
    let mut changes = Changes::default();
    changes.add(staff);
    let kind = ActionKind::Employ;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}

/// Gives a member of staff a new key: the passphrase was forgotten, and the recovery paper or a manager
/// has let them in.
///
/// # Errors
/// Refused for somebody who has no account.
pub fn renew_key(
    centre: &Centre,
    staff: StaffId,
    public_key: String,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let before = centre.staff.get(&staff).ok_or(Refusal::NotFound)?;
    let mut changes = Changes::default();
    changes.replace(Staff {
        public_key,
        ..before.clone()
    });
    let kind = ActionKind::RenewKey;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}

/// Whether a name can be signed in with.
pub(super) fn name_fits(name: &str) -> Result<(), Refusal> {
    match name.trim().chars().count() {
        0 => Err(Refusal::NameMissing),
        n if n > LONGEST_NAME => Err(Refusal::TextTooLong { most: LONGEST_NAME }),
        _ => Ok(()),
    }
}
