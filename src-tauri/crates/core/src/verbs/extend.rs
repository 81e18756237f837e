//! A longer term.

use chrono::Days;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::held::{bed_held, held_ahead};
use super::leave::running;
use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::{Hold, Stay, Term};
use crate::id::{BedId, StayId, TermId};
use crate::refusal::Refusal;
use crate::terms::Body;
use crate::time::WallTime;

/// A longer term for people who are here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Extend {
    /// Whose stays.
    pub stays: Vec<StayId>,
    /// The whole term in days; the day of admission is day 1.
    pub days: u16,
    /// Who allowed it.
    pub authority: Option<Body>,
    /// Why.
    pub reason: String,
    /// When it was allowed; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// Extends the term.
///
/// # Errors
/// Refused without a reason, where all have so many days already, for somebody not here, where the new term is over already, where the bed is to be
/// held for others before its end, and for more days than the ground allows unless somebody is named who
/// allowed them: the limit warns, people decide.
pub fn extend(centre: &Centre, request: &Extend, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    text_fits(&request.reason)?;
    let reason = kept(Some(request.reason.clone())).ok_or(Refusal::NeedsReason)?;
    let mut changes = Changes::default();
    for stay in running(centre, &request.stays, at)? {
        let before = centre.terms.values().find(|term| term.stay == stay.id);
        // Of a family some may have so many days already, or more: it is the others who get a longer term.
        let has =
            |days: u16| days == request.days || (days > request.days && request.stays.len() > 1);
        if before.is_some_and(|before| has(before.days)) {
            continue;
        }
        let day = (at.day() - stay.span.from.day()).num_days() + 1;
        if i64::from(request.days) < day {
            return Err(Refusal::TermTooShort { day });
        }
        if let Some((bed, hold)) = held_before(centre, stay, request.days, asking) {
            return Err(bed_held(centre, bed, hold));
        }
        if let Some(most) = centre
            .limit_of(stay.id, at)
            .filter(|most| request.days > *most)
            && request.authority.is_none()
        {
            let who = centre.code_of(stay.id);
            return Err(Refusal::PastLimit { who, most });
        }
        let term = Term {
            id: before.map_or_else(TermId::new, |term| term.id),
            stay: stay.id,
            days: request.days,
            authority: request.authority,
        };
        match before {
            Some(_) => changes.replace(term),
            None => changes.add(term),
        }
    }
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let kind = ActionKind::Extend;
    checked(
        centre,
        Decision {
            kind,
            happened_at: at,
            reason: Some(reason),
            changes,
        },
    )
}

/// A hold of the bed of a stay that begins before the last day of a new term.
fn held_before<'a>(
    centre: &'a Centre,
    stay: &Stay,
    days: u16,
    asking: Asking,
) -> Option<(BedId, &'a Hold)> {
    let last = stay.span.from.day() + Days::new(u64::from(days).saturating_sub(1));
    let bed = centre.bed_of(stay.id, asking.now)?;
    let (held, hold, _) = held_ahead(centre, asking.now)
        .find(|(held, _, span)| held.bed == bed && span.from.day() < last)?;
    Some((held.bed, hold))
}
