//! How many places the centre is licensed for, from a day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::held::short_of_places;
use super::versions::in_force_from;
use super::{ActionKind, Asking, Decision, Override, checked, kept};
use crate::centre::Centre;
use crate::facts::Capacity;
use crate::id::CapacityId;
use crate::refusal::Refusal;
use crate::terms::Role;
use crate::time::{Instant, Span, midnight};

/// The most places that a licence may name.
pub const MOST_PLACES: u16 = 999;

/// Another number of places.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetCapacity {
    /// How many.
    pub places: u16,
    /// From the beginning of which day on; from now on if not said. It may lie behind: a licence is dated
    /// before it arrives.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// Why all the same, where more people are or were here, or more places are held.
    pub reason: Override,
}

impl SetCapacity {
    /// From when on it counts.
    #[must_use]
    pub fn from(&self, now: Instant) -> Instant {
        self.from.map_or(now, midnight)
    }
}

/// Sets how many places there are, until the next change that is recorded already. Figures of the past
/// follow what was in force then.
///
/// # Errors
/// Refused to anybody but a manager, for a number out of the possible, where nothing would change, and,
/// without a reason, where more people were here or more places are held than there would be.
pub fn set_capacity(
    centre: &Centre,
    request: &SetCapacity,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    if request.places == 0 || request.places > MOST_PLACES {
        return Err(Refusal::BadCapacity);
    }
    let from = request.from(asking.now);
    let places = usize::from(request.places);
    let changes = in_force_from(&centre.capacities, from, |same, span| Capacity {
        id: same.map_or_else(CapacityId::new, |same| same.id),
        places: request.places,
        span,
    });
    if centre.capacity(from) == places {
        return Err(Refusal::NothingChanges);
    }
    let mut after = centre.clone();
    after.apply(&changes, 0);
    // The house is fullest when somebody has just come.
    let begins = centre.stays.values().map(|stay| stay.span.from.max(from));
    let counts = |at: &Instant| after.capacity(*at) == places && *at <= asking.now.max(from);
    let taken = begins
        .filter(counts)
        .map(|at| centre.stays_at(at).count())
        .max()
        .unwrap_or(0);
    if taken > places {
        asking.may_override(&request.reason, Refusal::OverCapacity { taken, places })?;
    }
    let at = asking.now.max(from);
    if taken <= places
        && let Some(refusal) = short_of_places(&after, Span::since(at), asking.now)
    {
        asking.may_override(&request.reason, refusal)?;
    }
    let kind = ActionKind::SetCapacity;
    let reason = kept(request.reason.0.clone());
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason,
            changes,
        },
    )
}
