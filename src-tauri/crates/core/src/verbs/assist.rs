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
    let day = request.day.unwrap_or_else(|| asking.now.day());
    let name = named(request.kind, request.name.clone(), day, asking)?;
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

/// The name of assistance that is none of the listed ones, for a day that is not ahead.
pub(super) fn named(
    kind: AssistanceKind,
    name: Option<String>,
    day: NaiveDate,
    asking: Asking,
) -> Result<Option<String>, Refusal> {
    if day > asking.now.day() {
        return Err(Refusal::InFuture);
    }
    let name = kept(name).filter(|_| kind == AssistanceKind::Other);
    match &name {
        None if kind == AssistanceKind::Other => Err(Refusal::NeedsReason),
        None => Ok(None),
        Some(text) => text_fits(text).map(|()| name),
    }
}
