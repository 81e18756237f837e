//! What was not known at the door, or has changed since.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_in::{Born, birth};
use super::{ActionKind, Asking, Decision, Override, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::codes;
use crate::facts::{Beneficiary, Ground, Identity, Party, Phase, Stay};
use crate::id::{GroundId, IdentityId, PhaseId, StayId};
use crate::placement::new_breaches;
use crate::refusal::Refusal;
use crate::terms::{Body, GroundKind, Need, PhaseKind, Relation, Sex};
use crate::time::{Instant, Span};

/// What is now known of who somebody is; what isn't said stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdentityChange {
    /// Given and family names.
    pub name: Option<String>,
    /// Documents: kind and number.
    pub documents: Option<String>,
    /// What else is needed to know who this is.
    pub notes: Option<String>,
}

/// What is now known of somebody who is here, as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Amend {
    /// Whose stay.
    pub stay: StayId,
    /// Female or male.
    pub sex: Sex,
    /// Birth date or estimated age, where it is to be changed.
    pub born: Option<Born>,
    /// Country, ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// What they need of a bed or room.
    pub needs: BTreeSet<Need>,
    /// What they are in the party.
    pub relation: Relation,
    /// Why they are here.
    pub ground: Option<GroundKind>,
    /// Who decided that.
    pub decided_by: Option<Body>,
    /// When it was decided.
    #[ts(type = "string | null")]
    pub decided_on: Option<NaiveDate>,
    /// The body that sent the party.
    pub referrer: Option<Body>,
    /// Rayon or town of origin of the party.
    pub territory: Option<String>,
    /// Crisis assistance or rehabilitation.
    pub phase: PhaseKind,
    /// Who they are, where it is to be changed.
    pub identity: Option<IdentityChange>,
    /// A manager's reason, where the change breaks rules of room assignment.
    pub reason: Override,
}

/// Completes or changes what is known. A new ground or phase holds from now on; a first one, from the
/// beginning of the stay.
///
/// # Errors
/// Refused where nothing would change, and for values that can't be.
pub fn amend(centre: &Centre, request: &Amend, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.now;
    let stay = centre.stays.get(&request.stay).ok_or(Refusal::NotFound)?;
    let person = centre
        .beneficiaries
        .get(&stay.beneficiary)
        .ok_or(Refusal::NotFound)?;
    let party = centre.parties.get(&stay.party).ok_or(Refusal::NotFound)?;
    let listed = request.citizenship.as_deref().is_none_or(codes::is_country)
        && request.territory.as_deref().is_none_or(codes::is_territory);
    if !listed {
        return Err(Refusal::NotInList);
    }
    if request.decided_on.is_some_and(|day| day > at.day()) {
        return Err(Refusal::InFuture);
    }
    let born = match request.born {
        None => person.born,
        Some(born) => birth(born, Some((person.born, centre.age(person, at))), at)?,
    };
    let mut changes = Changes::default();
    let amended = Beneficiary {
        sex: request.sex,
        born,
        citizenship: request.citizenship.clone(),
        needs: request.needs.clone(),
        ..person.clone()
    };
    if amended != *person {
        changes.replace(amended);
    }
    if request.relation != stay.relation {
        changes.replace(Stay {
            relation: request.relation,
            ..stay.clone()
        });
    }
    let sent = Party {
        referrer: request.referrer,
        territory: request.territory.clone(),
        ..party.clone()
    };
    if sent != *party {
        changes.replace(sent);
    }
    ground(centre, request, stay, at, &mut changes);
    phase(centre, request, stay, at, &mut changes);
    identity(centre, request, person, &mut changes)?;
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let mut after = centre.clone();
    after.apply(&changes, 0);
    if stay.span.contains(at) {
        let breaches = new_breaches(centre, &after, at);
        if !breaches.is_empty() {
            asking.may_override(&request.reason, Refusal::BreaksRules { breaches })?;
        }
    }
    let kind = ActionKind::Amend;
    let reason = kept(request.reason.0.clone());
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

/// From when a new version holds, inside the stay.
fn from_now(stay: &Stay, at: Instant) -> Span {
    let from = match stay.span.to {
        Some(to) if to <= at => stay.span.from,
        _ => at.max(stay.span.from),
    };
    Span {
        from,
        to: stay.span.to,
    }
}

fn ground(centre: &Centre, request: &Amend, stay: &Stay, at: Instant, changes: &mut Changes) {
    let last = centre
        .grounds
        .values()
        .filter(|g| g.stay == stay.id)
        .max_by_key(|g| g.span.from);
    let Some(kind) = request.ground else { return };
    let (decided_by, decided_on) = (request.decided_by, request.decided_on);
    let new = |span| Ground {
        id: GroundId::new(),
        stay: stay.id,
        kind,
        decided_by,
        decided_on,
        span,
    };
    match last {
        None => changes.add(new(stay.span)),
        Some(last) if last.kind == kind => {
            let same = Ground {
                decided_by,
                decided_on,
                ..last.clone()
            };
            if same != *last {
                changes.replace(same);
            }
        }
        Some(last) => {
            let span = from_now(stay, at);
            if last.span.from < span.from {
                changes.replace(Ground {
                    span: Span {
                        to: Some(span.from),
                        ..last.span
                    },
                    ..last.clone()
                });
                changes.add(new(span));
            } else {
                changes.replace(Ground {
                    kind,
                    decided_by,
                    decided_on,
                    ..last.clone()
                });
            }
        }
    }
}

fn phase(centre: &Centre, request: &Amend, stay: &Stay, at: Instant, changes: &mut Changes) {
    let last = centre
        .phases
        .values()
        .filter(|p| p.stay == stay.id)
        .max_by_key(|p| p.span.from);
    let Some(last) = last else { return };
    if last.kind == request.phase {
        return;
    }
    let span = from_now(stay, at);
    if last.span.from < span.from {
        changes.replace(Phase {
            span: Span {
                to: Some(span.from),
                ..last.span
            },
            ..last.clone()
        });
        changes.add(Phase {
            id: PhaseId::new(),
            stay: stay.id,
            kind: request.phase,
            span,
        });
    } else {
        changes.replace(Phase {
            kind: request.phase,
            ..last.clone()
        });
    }
}

fn identity(
    centre: &Centre,
    request: &Amend,
    person: &Beneficiary,
    changes: &mut Changes,
) -> Result<(), Refusal> {
    let before = centre.identity_of(person.id);
    let empty = Identity {
        id: IdentityId::new(),
        beneficiary: person.id,
        name: String::new(),
        born_on: None,
        documents: String::new(),
        notes: String::new(),
    };
    let mut after = before.cloned().unwrap_or_else(|| empty.clone());
    if let Some(said) = &request.identity {
        let fields = [
            (&said.name, &mut after.name),
            (&said.documents, &mut after.documents),
            (&said.notes, &mut after.notes),
        ];
        for (new, kept) in fields {
            if let Some(new) = new {
                text_fits(new)?;
                new.trim().clone_into(kept);
            }
        }
    }
    match request.born {
        Some(Born::On(date)) => after.born_on = Some(date),
        Some(Born::Aged(_) | Born::AgedMonths(_)) => after.born_on = None,
        None => {}
    }
    match before {
        Some(before) if *before == after => {}
        Some(_) => changes.replace(after),
        None if after == empty => {}
        None => changes.add(after),
    }
    Ok(())
}
