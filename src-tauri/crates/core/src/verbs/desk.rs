//! Other settings of the desk, from now on.

use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::desk::DeskSettings;
use crate::facts::Desk;
use crate::id::DeskId;
use crate::refusal::Refusal;
use crate::terms::Role;
use crate::time::Span;

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
    let mut changes = Changes::default();
    let mut running = centre.desks.values();
    let span = Span::since(asking.now);
    match running.find(|desk| desk.span.contains(asking.now)) {
        Some(before) if before.span.from == asking.now => changes.replace(Desk {
            settings,
            ..before.clone()
        }),
        before => {
            if let Some(before) = before {
                changes.replace(Desk {
                    span: Span {
                        to: Some(asking.now),
                        ..before.span
                    },
                    ..before.clone()
                });
            }
            changes.add(Desk {
                id: DeskId::new(),
                settings,
                span,
            });
        }
    }
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
