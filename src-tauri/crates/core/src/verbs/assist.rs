//! Assistance noted for a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::Assistance;
use crate::id::{AssistanceId, StayId};
use crate::refusal::Refusal;
use crate::terms::AssistanceKind;

/// Assistance given to one person, or to a party.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Assist {
    /// To whom.
    pub stays: Vec<StayId>,
    /// What.
    pub kind: AssistanceKind,
    /// Its name, where it is none of the listed ones.
    pub name: Option<String>,
    /// On which day; today if not said.
    #[ts(type = "string | null")]
    pub day: Option<NaiveDate>,
}

/// Notes assistance, for each person once.
///
/// # Errors
/// Refused in the future, for a day on which the person was not here, and without a name where one is
/// needed.
pub fn assist(centre: &Centre, request: &Assist, asking: Asking) -> Result<Decision, Refusal> {
    let today = asking.now.day();
    let day = request.day.unwrap_or(today);
    if day > today {
        return Err(Refusal::InFuture);
    }
    let name = kept(request.name.clone()).filter(|_| request.kind == AssistanceKind::Other);
    match &name {
        None if request.kind == AssistanceKind::Other => return Err(Refusal::NeedsReason),
        None => {}
        Some(name) => text_fits(name)?,
    }
    if request.stays.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let mut changes = Changes::default();
    for id in request
        .stays
        .iter()
        .collect::<std::collections::BTreeSet<_>>()
    {
        let stay = centre.stays.get(id).ok_or(Refusal::NotFound)?;
        if day < stay.span.from.day() || stay.span.to.is_some_and(|to| day > to.day()) {
            return Err(Refusal::NotHere {
                who: centre.code_of(*id),
            });
        }
        let (kind, name) = (request.kind, name.clone());
        changes.add(Assistance {
            id: AssistanceId::new(),
            stay: *id,
            kind,
            name,
            day,
        });
    }
    let kind = ActionKind::Assist;
    let happened_at = asking.now;
    checked(
        centre,
        Decision {
            kind,
            happened_at,
            reason: None,
            changes,
        },
    )
}
