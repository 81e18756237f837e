//! A party at the door gets beds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::expect::came;
use super::held::{keeps_holds, short_of_places};
use super::moving::{MoveOne, NewPlace, rearrange};
use super::{ActionKind, Asking, Decision, Override, checked, kept, text_fits};
use crate::centre::{Centre, Changes, Fact, code};
use crate::codes;
use crate::facts::{
    Age, BedAssignment, BedShare, Beneficiary, BirthMonth, Ground, Identity, Party, Phase, Stay,
    Term,
};
use crate::id::{
    BedAssignmentId, BedId, BedShareId, BeneficiaryId, GroundId, HoldId, IdentityId, PartyId,
    PhaseId, StayId, TermId, WaitingId,
};
use crate::placement::new_breaches_through;
use crate::refusal::Refusal;
use crate::terms::{Body, GroundKind, Need, PhaseKind, Relation, Sex};
use crate::time::{Instant, Span, WallTime};

/// When somebody was born, as far as it is known at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Born {
    /// The birth date.
    On(#[ts(type = "string")] NaiveDate),
    /// An estimated age in completed years.
    Aged(u16),
    /// An infant's estimated age in completed months.
    AgedMonths(u16),
}

impl Born {
    /// Completed years on a day.
    #[must_use]
    pub fn years(self, day: NaiveDate) -> u16 {
        match self {
            Self::On(date) => Age::on(date, day).years,
            Self::Aged(years) => years,
            Self::AgedMonths(months) => months / 12,
        }
    }
}

/// Who a member of the party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "id", rename_all = "snake_case")]
pub enum Who {
    /// Here for the first time.
    New,
    /// Was here before.
    Known(BeneficiaryId),
}

impl Who {
    /// Somebody who was here before.
    #[must_use]
    pub fn known(self) -> Option<BeneficiaryId> {
        match self {
            Self::New => None,
            Self::Known(id) => Some(id),
        }
    }
}

/// Where a member of the party is to sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "in", content = "id", rename_all = "snake_case")]
pub enum Sleeps {
    /// In a bed of their own.
    Bed(BedId),
    /// In the bed of this member, counted from 0 in the order of the party.
    With(usize),
    /// In the bed of somebody of the party who is here already.
    Beside(StayId),
}

/// What is said of who somebody is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdentityText {
    /// Given and family names.
    pub name: String,
    /// Documents: kind and number.
    pub documents: String,
    /// What else is needed to know who this is.
    pub notes: String,
}

/// A member of a party at the door.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Member {
    /// Who.
    pub who: Who,
    /// What they are in the party.
    pub relation: Relation,
    /// Female or male.
    pub sex: Sex,
    /// Birth date or estimated age.
    pub born: Born,
    /// Country, ISO 3166-1 alpha-2, if known.
    pub citizenship: Option<String>,
    /// What they need of a bed or room.
    pub needs: BTreeSet<Need>,
    /// Why they are here, if known.
    pub ground: Option<GroundKind>,
    /// Who decided that, if anybody has.
    pub decided_by: Option<Body>,
    /// Who they are, if they said.
    pub identity: IdentityText,
    /// Where they are to sleep.
    pub sleeps: Sleeps,
}

/// A party at the door.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckIn {
    /// When they arrived; now if not said.
    pub at: Option<WallTime>,
    /// The body that sent them, if known.
    pub referrer: Option<Body>,
    /// Rayon or town of origin, if known: ISO 3166-2, or `XX` for abroad or unknown.
    pub territory: Option<String>,
    /// Crisis assistance or rehabilitation.
    pub phase: PhaseKind,
    /// Who has come.
    pub members: Vec<Member>,
    /// Somebody of the party that they belong to, where it came before them or was noted without them;
    /// its referrer and territory are theirs.
    #[serde(default)]
    pub joins: Option<StayId>,
    /// The hold that was kept for them.
    #[serde(default)]
    pub hold: Option<HoldId>,
    /// What they waited as, where they are on the waiting list: they come off it, and what is held for them is used.
    #[serde(default)]
    pub waiting: Option<WaitingId>,
    /// Residents who change beds to make room, at the same time.
    #[serde(default)]
    pub moves: Vec<MoveOne>,
    /// A manager's reason for going past the places or the rules.
    pub reason: Override,
}

/// Checks a party in. `next_code` is the first code that was never given to anybody.
///
/// # Errors
/// Refused for somebody who is here already, a bed that is taken then or later, more people than places,
/// and where it breaks rules of room assignment; the last two can be gone past by a manager with a reason.
pub fn check_in(
    centre: &Centre,
    request: &CheckIn,
    next_code: u32,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    if request.members.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    if request
        .territory
        .as_deref()
        .is_some_and(|code| !codes::is_territory(code))
    {
        return Err(Refusal::NotInList);
    }
    let span = Span::since(at);
    let (mut after, mut changes) = rearrange(centre, &request.moves, at)?;
    let party = match request.joins {
        Some(other) => centre.stays.get(&other).ok_or(Refusal::NotFound)?.party,
        None => {
            let id = PartyId::new();
            let territory = request.territory.clone();
            put(
                &mut after,
                &mut changes,
                Party {
                    id,
                    referrer: request.referrer,
                    territory,
                },
            );
            id
        }
    };

    let mut stays = Vec::new();
    let mut code = next_code;
    for member in &request.members {
        let person = person(centre, member, &mut code, (at, asking.now), &mut changes)?;
        after.put(person.clone().into(), 0);
        if let Some(identity) = identity(centre, person.id, member, &mut changes)? {
            after.put(identity.into(), 0);
        }
        not_here(&after, &person, at)?;
        let stay = Stay {
            id: StayId::new(),
            beneficiary: person.id,
            party,
            relation: member.relation,
            span,
            departure: None,
        };
        stays.push(stay.id);
        put(&mut after, &mut changes, stay);
    }
    // Beds after people: an infant may be named before the adult whose bed it shares.
    let (sharing, own): (Vec<_>, Vec<_>) = (request.members.iter().zip(&stays))
        .partition(|(member, _)| !matches!(member.sleeps, Sleeps::Bed(_)));
    for (member, stay) in own.into_iter().chain(sharing) {
        let to = match member.sleeps {
            Sleeps::Bed(bed) => NewPlace::Bed(bed),
            Sleeps::With(index) => NewPlace::With(*stays.get(index).ok_or(Refusal::NotFound)?),
            Sleeps::Beside(adult) => NewPlace::With(adult),
        };
        let fact = place_in_bed(&after, *stay, to, span)?;
        put(&mut after, &mut changes, fact);
    }
    let term_days = centre.policy(at).map_or(30, |policy| policy.term_days);
    for (member, stay) in request.members.iter().zip(&stays) {
        let stay = *stay;
        if let Some(kind) = member.ground {
            let decided_by = member.decided_by;
            let id = GroundId::new();
            put(
                &mut after,
                &mut changes,
                Ground {
                    id,
                    stay,
                    kind,
                    decided_by,
                    decided_on: None,
                    span,
                },
            );
        }
        put(
            &mut after,
            &mut changes,
            Phase {
                id: PhaseId::new(),
                stay,
                kind: request.phase,
                span,
            },
        );
        let id = TermId::new();
        put(
            &mut after,
            &mut changes,
            Term {
                id,
                stay,
                days: term_days,
                authority: None,
            },
        );
    }

    let (taken, places) = fullest(&after, at, asking.now);
    if taken > places {
        asking.may_override(&request.reason, Refusal::OverCapacity { taken, places })?;
    }
    if request.hold.is_some() || request.waiting.is_some() {
        let expected = (request.hold, request.waiting);
        came(centre, expected, at, asking.now, &mut changes)?;
        after = centre.clone();
        after.apply(&changes, 0);
    }
    keeps_holds(centre, &after, asking.now)?;
    if taken <= places
        && let Some(short) = short_of_places(&after, Span::since(asking.now), asking.now)
    {
        asking.may_override(&request.reason, short)?;
    }
    let breaches = new_breaches_through(centre, &after, at, asking.now);
    if !breaches.is_empty() {
        asking.may_override(&request.reason, Refusal::BreaksRules { breaches })?;
    }
    let kind = ActionKind::CheckIn;
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

fn put(centre: &mut Centre, changes: &mut Changes, fact: impl Into<Fact>) {
    let fact = fact.into();
    centre.put(fact.clone(), 0);
    changes.add(fact);
}

/// The person, new or with what is now known better.
fn person(
    centre: &Centre,
    member: &Member,
    next_code: &mut u32,
    (at, now): (Instant, Instant),
    changes: &mut Changes,
) -> Result<Beneficiary, Refusal> {
    if member
        .citizenship
        .as_deref()
        .is_some_and(|code| !codes::is_country(code))
    {
        return Err(Refusal::NotInList);
    }
    let before = match member.who {
        Who::New => None,
        Who::Known(id) => Some(centre.beneficiaries.get(&id).ok_or(Refusal::NotFound)?),
    };
    let known = |when| before.map(|b| (b.born, centre.age(b, when)));
    let born = birth(member.born, known(at), at)?;
    // The age of today is shown and sent, also of somebody who came before their birthday.
    let today = birth(member.born, known(now), at)?;
    let born = before.map_or(born, |b| if today == b.born { today } else { born });
    let id = before.map_or_else(BeneficiaryId::new, |before| before.id);
    let number = before.map_or(*next_code, |before| before.code);
    let person = Beneficiary {
        id,
        code: number,
        sex: member.sex,
        born,
        citizenship: member
            .citizenship
            .clone()
            .or(before.and_then(|b| b.citizenship.clone())),
        needs: member.needs.clone(),
    };
    match before {
        None => {
            *next_code += 1;
            changes.add(person.clone());
        }
        Some(before) if *before != person => changes.replace(person.clone()),
        Some(_) => {}
    }
    Ok(person)
}

/// The month of birth. An age that agrees with what was known before changes nothing.
pub(crate) fn birth(
    born: Born,
    known: Option<(BirthMonth, Age)>,
    at: Instant,
) -> Result<BirthMonth, Refusal> {
    let day = at.day();
    match born {
        _ if born.years(day) > 120 => Err(Refusal::BadAge),
        Born::On(date) if date > day => Err(Refusal::BadAge),
        Born::On(date) => Ok(BirthMonth::of(date)),
        Born::AgedMonths(months) => Ok(match known {
            Some((month, age)) if age.years * 12 + age.months == months => month,
            _ => BirthMonth::estimated_months(months, day),
        }),
        Born::Aged(years) => Ok(match known {
            Some((month, age)) if age.years == years => month,
            _ => BirthMonth::estimated(years, day),
        }),
    }
}

/// The identity, where anything was said; what was said before is kept where nothing new is.
fn identity(
    centre: &Centre,
    beneficiary: BeneficiaryId,
    member: &Member,
    changes: &mut Changes,
) -> Result<Option<Identity>, Refusal> {
    let said = &member.identity;
    for text in [&said.name, &said.documents, &said.notes] {
        text_fits(text)?;
    }
    let before = centre.identity_of(beneficiary);
    let text = |new: &str, old: Option<&String>| match new.trim() {
        "" => old.cloned().unwrap_or_default(),
        new => new.to_owned(),
    };
    let born_on = match member.born {
        Born::On(date) => Some(date),
        Born::Aged(_) | Born::AgedMonths(_) => before.and_then(|identity| identity.born_on),
    };
    let identity = Identity {
        id: before.map_or_else(IdentityId::new, |identity| identity.id),
        beneficiary,
        name: text(&said.name, before.map(|b| &b.name)),
        born_on,
        born_reduced: !matches!(member.born, Born::On(_))
            && before.is_some_and(|identity| identity.born_reduced),
        documents: text(&said.documents, before.map(|b| &b.documents)),
        notes: text(&said.notes, before.map(|b| &b.notes)),
    };
    let says_nothing = identity.born_on.is_none()
        && identity.name.is_empty()
        && identity.documents.is_empty()
        && identity.notes.is_empty();
    match before {
        Some(before) if *before == identity => return Ok(None),
        Some(_) => changes.replace(identity.clone()),
        None if says_nothing => return Ok(None),
        None => changes.add(identity.clone()),
    }
    Ok(Some(identity))
}

fn not_here(centre: &Centre, person: &Beneficiary, at: Instant) -> Result<(), Refusal> {
    let mut stays = centre
        .stays
        .values()
        .filter(|stay| stay.beneficiary == person.id);
    let Some(stay) = stays.find(|stay| stay.span.overlaps(Span::since(at))) else {
        return Ok(());
    };
    let when = stay.span.from.max(at);
    let bed = centre
        .bed_of(stay.id, when)
        .map(|bed| centre.bed_label(bed))
        .unwrap_or_default();
    Err(Refusal::AlreadyHere {
        who: code(person.code),
        bed,
        since: stay.span.from,
    })
}

/// The fact that somebody sleeps there for a time, if nobody else does then.
pub(super) fn place_in_bed(
    centre: &Centre,
    stay: StayId,
    to: NewPlace,
    span: Span,
) -> Result<Fact, Refusal> {
    match to {
        NewPlace::Bed(bed) => {
            if !centre.beds.contains_key(&bed) {
                return Err(Refusal::NotFound);
            }
            if centre
                .bed_standing(bed)
                .is_some_and(|one| !one.span.covers(span))
            {
                return Err(Refusal::BedGone {
                    bed: centre.bed_label(bed),
                });
            }
            if let Some(closure) = centre
                .closures
                .values()
                .find(|c| c.bed == bed && c.span.contains(span.from))
            {
                return Err(Refusal::BedClosed {
                    bed: centre.bed_label(bed),
                    until: closure.span.to,
                });
            }
            let mut others = centre.bed_assignments.values();
            if let Some(other) = others.find(|a| a.bed == bed && a.span.overlaps(span)) {
                let label = centre.bed_label(bed);
                let together = centre.stays.get(&stay).zip(centre.stays.get(&other.stay));
                let just_now = other.span.from == span.from
                    && together.is_some_and(|(a, b)| a.party == b.party && a.id != b.id)
                    && centre
                        .made_by
                        .get(&other.id.into())
                        .is_none_or(|action| *action <= 0);
                return Err(if just_now {
                    Refusal::BedTwice { bed: label }
                } else {
                    let who = centre.code_of(other.stay);
                    let (since, until) = (other.span.from, other.span.to);
                    Refusal::BedTaken {
                        bed: label,
                        who,
                        since,
                        until,
                    }
                });
            }
            Ok(BedAssignment {
                id: BedAssignmentId::new(),
                stay,
                bed,
                span,
            }
            .into())
        }
        NewPlace::With(with) => {
            let refused = || Refusal::CannotShare {
                who: centre.code_of(stay),
            };
            let infant = centre.stays.get(&stay).ok_or(Refusal::NotFound)?;
            let adult = centre.stays.get(&with).ok_or(Refusal::NotFound)?;
            let age = |stay: &Stay| {
                let person = centre.beneficiaries.get(&stay.beneficiary)?;
                Some(centre.age(person, span.from))
            };
            let cot_age = centre
                .policy(span.from)
                .map_or(3, |policy| policy.cot_age.into());
            let small = age(infant).is_some_and(|age| age.years < cot_age);
            let grown = age(adult).is_some_and(Age::is_adult);
            let in_bed = centre
                .bed_assignments
                .values()
                .any(|a| a.stay == with && a.span.contains(span.from));
            if !small || !grown || !in_bed || infant.party != adult.party {
                return Err(refused());
            }
            Ok(BedShare {
                id: BedShareId::new(),
                stay,
                with,
                span,
            }
            .into())
        }
    }
}

/// The largest number of people there at once between two instants, and the places then. Before the first licence that
/// is known nobody is counted: whoever lived here before the record began is entered as they came.
pub(crate) fn fullest(centre: &Centre, from: Instant, to: Instant) -> (usize, usize) {
    let arrivals = centre.stays.values().map(|stay| stay.span.from);
    let changes = centre
        .capacities
        .values()
        .map(|capacity| capacity.span.from);
    let moments = arrivals
        .chain(changes)
        .filter(|at| *at > from && *at <= to)
        .chain([from]);
    let count = |at: Instant| (centre.stays_at(at).count(), centre.capacity(at));
    let over = |(taken, places): (usize, usize)| taken as i64 - places as i64;
    moments
        .map(count)
        .filter(|(_, places)| *places > 0)
        .max_by_key(|pair| over(*pair))
        .unwrap_or_default()
}
