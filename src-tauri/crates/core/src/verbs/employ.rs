//! Accounts of staff, and the keys that belong to them.

use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::facts::{Recovery, Staff};
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
    decided(centre, ActionKind::Employ, changes, asking)
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
    decided(centre, ActionKind::RenewKey, changes, asking)
}

/// Changes the name or the role of an account.
///
/// # Errors
/// Refused to anybody but a manager, for a name that is empty, too long or taken, where nothing changes,
/// and where no manager would be left.
pub fn change_staff(
    centre: &Centre,
    staff: StaffId,
    name: &str,
    role: Role,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let before = account(centre, staff, asking)?;
    name_fits(name)?;
    let name = name.trim();
    let taken =
        |other: &&Staff| other.id != staff && other.name.to_lowercase() == name.to_lowercase();
    if centre.staff.values().any(|other| taken(&other)) {
        return Err(Refusal::NameTaken);
    }
    if before.name == name && before.role == role {
        return Err(Refusal::NothingChanges);
    }
    if role < Role::Manager {
        another_manager(centre, staff)?;
    }
    let mut changes = Changes::default();
    changes.replace(Staff {
        name: name.to_owned(),
        role,
        ..before.clone()
    });
    decided(centre, ActionKind::ChangeStaff, changes, asking)
}

/// Locks an account: it stays on the list, without a key.
///
/// # Errors
/// Refused to anybody but a manager, for one's own account, for one that is locked already, and where no
/// manager would be left.
pub fn lock_staff(
    centre: &Centre,
    staff: StaffId,
    by: StaffId,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let before = account(centre, staff, asking)?;
    if staff == by {
        return Err(Refusal::OwnAccount);
    }
    if before.locked() {
        return Err(Refusal::NothingChanges);
    }
    another_manager(centre, staff)?;
    let mut changes = Changes::default();
    changes.replace(Staff {
        public_key: String::new(),
        ..before.clone()
    });
    decided(centre, ActionKind::LockStaff, changes, asking)
}

/// Removes an account. What its owner did stays in the journal under the name.
///
/// # Errors
/// Refused to anybody but a manager, for one's own account, and where no manager would be left.
pub fn remove_staff(
    centre: &Centre,
    staff: StaffId,
    by: StaffId,
    asking: Asking,
) -> Result<Decision, Refusal> {
    account(centre, staff, asking)?;
    if staff == by {
        return Err(Refusal::OwnAccount);
    }
    another_manager(centre, staff)?;
    let mut changes = Changes::default();
    changes.retire(staff);
    decided(centre, ActionKind::RemoveStaff, changes, asking)
}

/// Puts a new recovery paper in the place of the one before.
///
/// # Errors
/// Refused to anybody but a manager.
pub fn replace_recovery(
    centre: &Centre,
    recovery: Recovery,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    let mut changes = Changes::default();
    for before in centre.recoveries.keys() {
        changes.retire(*before);
    }
    changes.add(recovery);
    decided(centre, ActionKind::ReplaceRecovery, changes, asking)
}

fn account(centre: &Centre, staff: StaffId, asking: Asking) -> Result<&Staff, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    centre.staff.get(&staff).ok_or(Refusal::NotFound)
}

/// Somebody must be left who can give accounts.
fn another_manager(centre: &Centre, staff: StaffId) -> Result<(), Refusal> {
    let is = |one: &&Staff| one.role == Role::Manager && !one.locked() && one.id != staff;
    if centre.staff.values().any(|one| is(&one)) {
        Ok(())
    } else {
        Err(Refusal::LastManager)
    }
}

fn decided(
    centre: &Centre,
    kind: ActionKind,
    changes: Changes,
    asking: Asking,
) -> Result<Decision, Refusal> {
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
