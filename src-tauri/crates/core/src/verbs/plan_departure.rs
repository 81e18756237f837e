//! When somebody is expected to leave: a plan, beside what happens.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::close::planned;
use super::held::{keeps_holds, short_of_places};
use super::leave::running;
use super::{ActionKind, Asking, Decision, Override, checked, kept};
use crate::centre::{Centre, Changes};
use crate::facts::ExpectedDeparture;
use crate::id::{ExpectedDepartureId, StayId};
use crate::refusal::Refusal;
use crate::time::{Span, WallTime};

/// People who are expected to leave for good at a time.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanDeparture {
    /// Whose stays.
    pub stays: Vec<StayId>,
    /// When; none where it isn't known any more.
    pub at: Option<WallTime>,
    /// A manager's reason, where they would still be on a place that is held for others.
    pub reason: Override,
}

/// Notes when people are expected to leave. Their beds stay theirs until they have left.
///
/// # Errors
/// Refused for a time that is over, for somebody who is not here, where they would still be in a bed that is held
/// for others, and, but for a manager with a reason, on a place that is.
pub fn plan_departure(
    centre: &Centre,
    request: &PlanDeparture,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let at = request.at.map(planned).transpose()?;
    if at.is_some_and(|at| at <= asking.now) {
        return Err(Refusal::IsOver);
    }
    let mut changes = Changes::default();
    for stay in running(centre, &request.stays, asking.now)? {
        let before = centre.expected_departure(stay.id);
        match (before, at) {
            (Some(before), Some(at)) if before.at == at => {}
            (Some(before), Some(at)) => changes.replace(ExpectedDeparture {
                at,
                ..before.clone()
            }),
            (Some(before), None) => changes.retire(before.id),
            (None, Some(at)) => changes.add(ExpectedDeparture {
                id: ExpectedDepartureId::new(),
                stay: stay.id,
                at,
            }),
            (None, None) => {}
        }
    }
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let mut after = centre.clone();
    after.apply(&changes, 0);
    keeps_holds(centre, &after, asking.now)?;
    if let Some(short) = short_of_places(&after, Span::since(asking.now), asking.now)
        && short_of_places(centre, Span::since(asking.now), asking.now).is_none()
    {
        asking.may_override(&request.reason, short)?;
    }
    checked(
        centre,
        Decision {
            kind: ActionKind::PlanDeparture,
            happened_at: asking.now,
            reason: kept(request.reason.0.clone()),
            changes,
        },
    )
}
