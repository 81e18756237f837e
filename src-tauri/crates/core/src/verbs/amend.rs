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
use crate::time::{Instant, Span, WallTime};

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
    /// From when on a new ground or phase holds; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
    /// Why the record was wrong from the beginning, where it was: then what is true takes the place of
    /// what was noted, and nothing has changed in the world.
    #[serde(default)]
    pub wrong: Option<String>,
    /// A manager's reason, where the change breaks rules of room assignment.
    pub reason: Override,
}

/// Completes or changes what is known. A new ground or phase holds from now on, or from the time that is
/// given; a first one, or one that was noted wrong, from the beginning.
///
/// # Errors
/// Refused where nothing would change, for values that can't be, for a time outside the stay, and for an
/// empty reason why the record was wrong.
pub fn amend(centre: &Centre, request: &Amend, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.now;
    let since = asking.at(request.at)?;
    let wrong = kept(request.wrong.clone());
    if request.wrong.is_some() && wrong.is_none() {
        return Err(Refusal::NeedsReason);
    }
    wrong.as_deref().map_or(Ok(()), text_fits)?;
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
    if request.at.is_some() && !stay.span.contains(since) {
        return Err(Refusal::NotHere {
            who: centre.code_of(stay.id),
        });
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
    let since = wrong
        .is_none()
        .then_some(since)
        .filter(|at| stay.span.contains(*at));
    ground(centre, request, stay, since, &mut changes);
    phase(centre, request, stay, since, &mut changes);
    identity(centre, request, person, &mut changes)?;
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let mut after = centre.clone();
    after.apply(&changes, 0);
    // Also by way of a stay that is over: they may be here again.
    let breaches = new_breaches(centre, &after, at);
    if !breaches.is_empty() {
        asking.may_override(&request.reason, Refusal::BreaksRules { breaches })?;
    }
    let kind = if wrong.is_some() {
        ActionKind::Correct
    } else {
        ActionKind::Amend
    };
    // Why it was noted wrong, and why a rule is gone past: both are asked about later.
    let reasons: Vec<_> = [wrong, kept(request.reason.0.clone())]
        .into_iter()
        .flatten()
        .collect();
    let reason = kept(Some(reasons.join("; ")));
    checked(
        centre,
        Decision {
            kind,
            happened_at: since.unwrap_or(at),
            reason,
            changes,
        },
    )
}

/// Puts a new piece into what follows on each other during a stay. From a time on, it holds as long as the
/// piece that it cuts off; without one, it takes the place of the last.
macro_rules! put_in {
    ($pieces:expr, $changes:ident, $at:expr, $new:ident, $same:expr) => {{
        let mut pieces: Vec<_> = $pieces.collect();
        pieces.sort_by_key(|piece| piece.span.from);
        let cut = $at.and_then(|at| pieces.iter().rfind(|piece| piece.span.contains(at)));
        match (pieces.last(), $at, cut) {
            (None, ..) => $changes.add($new),
            // What the last one says already stays as it is, whatever was before it.
            (Some(last), ..) if last.kind == $new.kind => {
                let same = $same((*last).clone());
                if same != **last {
                    $changes.replace(same);
                }
            }
            (_, Some(at), Some(cut)) if cut.span.from < at => {
                let mut before = (*cut).clone();
                let mut after = $new;
                after.span = Span {
                    from: at,
                    ..cut.span
                };
                before.span.to = Some(at);
                $changes.replace(before);
                $changes.add(after);
            }
            (Some(last), _, cut) => {
                let old = cut.unwrap_or(last);
                let mut new = $new;
                (new.id, new.span) = (old.id, old.span);
                $changes.replace(new);
            }
        }
    }};
}

fn ground(
    centre: &Centre,
    request: &Amend,
    stay: &Stay,
    at: Option<Instant>,
    changes: &mut Changes,
) {
    let Some(kind) = request.ground else { return };
    let new = Ground {
        id: GroundId::new(),
        stay: stay.id,
        kind,
        decided_by: request.decided_by,
        decided_on: request.decided_on,
        span: stay.span,
    };
    let decided = |old: Ground| Ground {
        decided_by: request.decided_by,
        decided_on: request.decided_on,
        ..old
    };
    let pieces = centre.grounds.values().filter(|g| g.stay == stay.id);
    put_in!(pieces, changes, at, new, decided);
}

fn phase(
    centre: &Centre,
    request: &Amend,
    stay: &Stay,
    at: Option<Instant>,
    changes: &mut Changes,
) {
    let new = Phase {
        id: PhaseId::new(),
        stay: stay.id,
        kind: request.phase,
        span: stay.span,
    };
    let pieces = centre.phases.values().filter(|p| p.stay == stay.id);
    put_in!(pieces, changes, at, new, |old: Phase| old);
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
        born_reduced: false,
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
    after.born_reduced &= request.born.is_none();
    match before {
        Some(before) if *before == after => {}
        Some(_) => changes.replace(after),
        None if after == empty => {}
        None => changes.add(after),
    }
    Ok(())
}
