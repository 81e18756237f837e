//! The centre's own list of other kinds of assistance.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::facts::AssistanceName;
use crate::id::AssistanceNameId;
use crate::refusal::Refusal;
use crate::terms::Role;
use crate::time::Span;

/// The longest name of a kind of assistance, in characters.
pub const LONGEST_NAME: usize = 80;

/// A change of the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum SetAssistance {
    /// A kind more.
    Add {
        /// How it is called.
        name: String,
    },
    /// Another name for a kind, from now on.
    Rename {
        /// Which.
        id: AssistanceNameId,
        /// How it is to be called.
        name: String,
    },
    /// A kind that is offered no more.
    Retire {
        /// Which.
        id: AssistanceNameId,
    },
}

/// Changes the list from now on. What was noted keeps the name under which it was noted.
///
/// # Errors
/// Refused to anybody but a manager, for an empty name, one that is too long, or one that is in the list.
pub fn set_assistance(
    centre: &Centre,
    request: &SetAssistance,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    let mut changes = Changes::default();
    match request {
        SetAssistance::Add { name } => changes.add(AssistanceName {
            id: AssistanceNameId::new(),
            name: fits(centre, name, None, asking)?,
            span: Span::since(asking.now),
        }),
        SetAssistance::Rename { id, name } => {
            let before = offered(centre, *id, asking)?;
            let name = fits(centre, name, Some(*id), asking)?;
            if name == before.name {
                return Err(Refusal::NothingChanges);
            }
            changes.replace(AssistanceName {
                name,
                ..before.clone()
            });
        }
        SetAssistance::Retire { id } => {
            let before = offered(centre, *id, asking)?;
            if before.span.from < asking.now {
                let span = Span {
                    to: Some(asking.now),
                    ..before.span
                };
                changes.replace(AssistanceName {
                    span,
                    ..before.clone()
                });
            } else {
                changes.retire(*id);
            }
        }
    }
    let kind = ActionKind::SetAssistance;
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

fn offered(
    centre: &Centre,
    id: AssistanceNameId,
    asking: Asking,
) -> Result<&AssistanceName, Refusal> {
    let one = centre.assistance_names.get(&id);
    one.filter(|one| one.span.contains(asking.now))
        .ok_or(Refusal::NotFound)
}

/// The name as it is kept, where no other kind has it.
fn fits(
    centre: &Centre,
    name: &str,
    but: Option<AssistanceNameId>,
    asking: Asking,
) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Refusal::NameMissing);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::TextTooLong { most: LONGEST_NAME });
    }
    let lower = name.to_lowercase();
    let mut others = centre.assistance_names.values();
    let taken = others.any(|one| {
        one.span.contains(asking.now) && Some(one.id) != but && one.name.to_lowercase() == lower
    });
    if taken {
        Err(Refusal::ListedAlready)
    } else {
        Ok(name)
    }
}
