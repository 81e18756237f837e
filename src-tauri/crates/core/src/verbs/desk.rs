//! Other settings of the desk, from now on.

use super::versions::in_force_from;
use super::{ActionKind, Asking, Decision, checked};
use crate::centre::Centre;
use crate::desk::DeskSettings;
use crate::facts::Desk;
use crate::id::DeskId;
use crate::refusal::Refusal;
use crate::terms::Role;

/// Sets how the desk works from now on. What was before stays in the record.
///
/// # Errors
/// Refused to anybody but a manager, for a number out of the possible, and where nothing would change.
pub fn set_desk(
    centre: &Centre,
    settings: DeskSettings,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    if let Some(out) = settings.out_of_bounds() {
        return Err(Refusal::OutOfBounds {
            field: out.field.to_owned(),
            least: out.least,
            most: out.most,
        });
    }
    if centre.desk(asking.now) == settings {
        return Err(Refusal::NothingChanges);
    }
    let changes = in_force_from(&centre.desks, asking.now, |same, span| Desk {
        id: same.map_or_else(DeskId::new, |same| same.id),
        settings,
        span,
    });
    let kind = ActionKind::SetDesk;
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
