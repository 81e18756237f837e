//! The end of a stay.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::leave::running;
use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::{Departure, Stay};
use crate::id::StayId;
use crate::refusal::{Noted, Refusal};
use crate::terms::{DepartureReason, Destination};
use crate::time::{Instant, Span, WallTime};

/// People who leave for good.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Discharge {
    /// Whose stays.
    pub stays: Vec<StayId>,
    /// When they left; now if not said.
    pub at: Option<WallTime>,
    /// Why, if known.
    pub reason: Option<DepartureReason>,
    /// Where to, if known.
    pub destination: Option<Destination>,
    /// Why minors of the party stay without an adult of the party, where that is so.
    pub minors_stay: Option<String>,
}

/// Discharges people. Everything that was running for them ends with the stay.
///
/// # Errors
/// Refused where minors would silently stay without an adult of their party, where an infant would be
/// left without a bed, and where something later is recorded for one of them.
pub fn discharge(
    centre: &Centre,
    request: &Discharge,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let leaving = running(centre, &request.stays, at)?;
    let reason = kept(request.minors_stay.clone());
    let minors = left_behind(centre, &leaving, at);
    if !minors.is_empty() {
        match &reason {
            None if request.minors_stay.is_some() => return Err(Refusal::NeedsReason),
            None => return Err(Refusal::MinorsLeftBehind { minors }),
            Some(text) => text_fits(text)?,
        }
    }
    let mut changes = Changes::default();
    let departure = Departure {
        reason: request.reason,
        destination: request.destination,
    };
    for stay in &leaving {
        let who = centre.code_of(stay.id);
        let infant = centre.bed_shares.values().find(|share| {
            let stays = !leaving.iter().any(|other| other.id == share.stay);
            share.with == stay.id && share.span.to.is_none_or(|to| to > at) && stays
        });
        if let Some(share) = infant {
            return Err(Refusal::InfantInBed {
                who,
                infant: centre.code_of(share.stay),
            });
        }
        if stay.span.from >= at || stay.span.to.is_some() {
            let (what, at) = match stay.span.to {
                Some(to) => (Noted::Discharge, to),
                None => (Noted::Arrival, stay.span.from),
            };
            return Err(Refusal::LaterEvent { who, what, at });
        }
        let span = Span {
            to: Some(at),
            ..stay.span
        };
        changes.replace(Stay {
            span,
            departure: Some(departure),
            ..(*stay).clone()
        });
        end_notes(centre, stay.id, at, &mut changes).map_err(|(what, at)| Refusal::LaterEvent {
            who,
            what,
            at,
        })?;
    }
    let kind = ActionKind::Discharge;
    checked(
        centre,
        Decision {
            kind,
            happened_at: at,
            reason,
            changes,
        },
    )
}

/// The codes of minors whose party has an adult now and would have none.
fn left_behind(centre: &Centre, leaving: &[&Stay], at: Instant) -> Vec<String> {
    let is_adult = |stay: &Stay| {
        let person = centre.beneficiaries.get(&stay.beneficiary);
        person.is_some_and(|person| centre.age(person, at).is_adult())
    };
    let leaves = |stay: &Stay| leaving.iter().any(|other| other.id == stay.id);
    let mut minors = Vec::new();
    let mut parties: Vec<_> = leaving.iter().map(|stay| stay.party).collect();
    parties.sort_unstable();
    parties.dedup();
    for party in parties {
        let remaining: Vec<_> = centre
            .party_at(party, at)
            .filter(|stay| !leaves(stay))
            .collect();
        let adult_leaves = leaving
            .iter()
            .any(|stay| stay.party == party && is_adult(stay));
        if adult_leaves && !remaining.iter().any(|stay| is_adult(stay)) {
            minors.extend(remaining.iter().map(|stay| centre.code_of(stay.id)));
        }
    }
    minors
}

/// Ends all that runs for a stay; what is recorded later, and when, if there is anything.
fn end_notes(
    centre: &Centre,
    stay: StayId,
    at: Instant,
    changes: &mut Changes,
) -> Result<(), (Noted, Instant)> {
    macro_rules! end {
        ($($field:ident $what:ident),*) => {$(
            for fact in centre.$field.values().filter(|fact| fact.stay == stay) {
                if fact.span.from >= at {
                    return Err((Noted::$what, fact.span.from));
                }
                match fact.span.to {
                    None => {
                        let mut ended = fact.clone();
                        ended.span.to = Some(at);
                        changes.replace(ended);
                    }
                    Some(to) if to > at => return Err((Noted::$what, to)),
                    Some(_) => {}
                }
            }
        )*};
    }
    end!(absences Absence, bed_assignments Bed, bed_shares Bed, grounds Ground, phases Phase);
    Ok(())
}
