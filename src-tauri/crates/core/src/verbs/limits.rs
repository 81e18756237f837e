//! How long a stay may be extended, by its ground, from a day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::versions::in_force_from;
use super::{ActionKind, Asking, Decision, checked};
use crate::centre::Centre;
use crate::facts::{Limits, TermLimit};
use crate::id::TermLimitId;
use crate::refusal::Refusal;
use crate::terms::{GroundKind, Role};
use crate::time::midnight;

/// The most days that a term or a limit may have: ten years.
const MOST_DAYS: u16 = 3_650;

/// Other limits.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SetLimits {
    /// What they are to say.
    pub limits: Limits,
    /// From the beginning of which day on; from now on if not said.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
}

/// Sets how long a stay may last in all, by its ground, until the next change that is planned already. A
/// term that was given stays as it was.
///
/// # Errors
/// Refused to anybody but a manager, for a number out of the possible, for a day that has begun, and where
/// nothing would change.
pub fn set_limits(
    centre: &Centre,
    request: SetLimits,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    for ground in GroundKind::ALL {
        if request
            .limits
            .of(*ground)
            .is_some_and(|days| !(1..=MOST_DAYS).contains(&days))
        {
            return Err(Refusal::OutOfBounds {
                field: format!("limit_{}", ground.text()),
                least: 1,
                most: MOST_DAYS,
            });
        }
    }
    let from = request.from.map_or(asking.now, midnight);
    if from < asking.now {
        return Err(Refusal::AlreadyBegun);
    }
    if centre.limits(from) == request.limits {
        return Err(Refusal::NothingChanges);
    }
    let changes = in_force_from(&centre.term_limits, from, |same, span| TermLimit {
        id: same.map_or_else(TermLimitId::new, |same| same.id),
        limits: request.limits,
        span,
    });
    let kind = ActionKind::SetLimits;
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
