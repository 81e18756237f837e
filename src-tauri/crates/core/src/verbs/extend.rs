//! A longer term.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::leave::running;
use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::Term;
use crate::id::{StayId, TermId};
use crate::refusal::Refusal;
use crate::terms::Body;

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
}

/// Extends the term.
///
/// # Errors
/// Refused without a reason, for somebody not here, or where the new term is over already.
pub fn extend(centre: &Centre, request: &Extend, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.now;
    text_fits(&request.reason)?;
    let reason = kept(Some(request.reason.clone())).ok_or(Refusal::NeedsReason)?;
    let mut changes = Changes::default();
    for stay in running(centre, &request.stays, at)? {
        let day = (at.day() - stay.span.from.day()).num_days() + 1;
        if i64::from(request.days) < day {
            return Err(Refusal::TermTooShort { day });
        }
        let before = centre.terms.values().find(|term| term.stay == stay.id);
        let term = Term {
            id: before.map_or_else(TermId::new, |term| term.id),
            stay: stay.id,
            days: request.days,
            authority: request.authority,
        };
        match before {
            Some(before) if before.days == term.days => return Err(Refusal::NothingChanges),
            Some(_) => changes.replace(term),
            None => changes.add(term),
        }
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
