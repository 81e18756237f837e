//! One person: what the side panel of the board says.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::{Away, away};
use crate::centre::Centre;
use crate::facts::{Departure, Stay};
use crate::id::{AssistanceId, BeneficiaryId, StayId};
use crate::terms::{
    AbsenceKind, AgeGroup, AssistanceKind, BedKind, Body, DepartureReason, Destination, GroundKind,
    Need, PhaseKind, Relation, Sex, choice,
};
use crate::time::{Instant, Span};

choice! {
    /// Something the record lacks: nobody was asked for it at the door who didn't know it.
    Missing {
        /// The birth date is estimated.
        BirthDate = "birth_date",
        /// Citizenship.
        Citizenship = "citizenship",
        /// Why the person is here.
        Ground = "ground",
        /// Who decided the ground.
        GroundDecision = "ground_decision",
        /// Who sent the party.
        Referrer = "referrer",
        /// Where the party comes from.
        Territory = "territory",
        /// Why the stay ended.
        DepartureReason = "departure_reason",
        /// Where the person went.
        Destination = "destination",
    }
}

/// A person and one stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonView {
    /// Who.
    pub beneficiary: BeneficiaryId,
    /// Which stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// Female or male.
    pub sex: Sex,
    /// How they are drawn.
    pub group: AgeGroup,
    /// How old.
    pub age: AgeView,
    /// Country, ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// What they need.
    pub needs: BTreeSet<Need>,
    /// What they are in the party.
    pub relation: Relation,
    /// When they arrived.
    pub from: Instant,
    /// When they left, if they have.
    pub to: Option<Instant>,
    /// Why they left, if known.
    pub departure_reason: Option<DepartureReason>,
    /// Where to, if known.
    pub destination: Option<Destination>,
    /// How long they have been here and may stay.
    pub term: TermView,
    /// Where they sleep: room and bed, and the kind of bed.
    pub bed: Option<(String, BedKind)>,
    /// The code of the adult whose bed it is, for an infant who shares one.
    pub shares_with: Option<String>,
    /// Why they are here.
    pub ground: Option<GroundView>,
    /// Who sent the party.
    pub referrer: Option<Body>,
    /// Where the party comes from.
    pub territory: Option<String>,
    /// Crisis assistance or rehabilitation.
    pub phase: Option<PhaseKind>,
    /// Where they are, if away.
    pub away: Option<Away>,
    /// When they are, or were, expected to leave for good, if that was noted.
    pub leaves: Option<Instant>,
    /// Whether an identity is kept, sealed.
    pub has_identity: bool,
    /// Whether versions that hold no longer still say who it is, though what holds now says nothing: they can be
    /// erased. Only whoever has the whole record knows; false from the view alone.
    pub had_identity: bool,
    /// The others of the party who are here.
    pub party: Vec<Companion>,
    /// Where they slept, latest first.
    pub beds: Vec<BedNight>,
    /// When they were away, latest first.
    pub absences: Vec<AbsenceView>,
    /// Assistance, latest first.
    pub assistance: Vec<AssistanceView>,
    /// What the record lacks.
    pub missing: Vec<Missing>,
}

/// Assistance on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssistanceView {
    /// Which.
    pub id: AssistanceId,
    /// What.
    pub kind: AssistanceKind,
    /// Its name, where it is none of the listed ones.
    pub name: Option<String>,
    /// The day.
    #[ts(type = "string")]
    pub day: NaiveDate,
}

/// An absence, over or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AbsenceView {
    /// Where.
    pub kind: AbsenceKind,
    /// When they left the house.
    pub from: Instant,
    /// When they came back, if they have.
    pub to: Option<Instant>,
    /// When they said they would be back, if they did.
    pub expected: Option<Instant>,
}

/// How old somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgeView {
    /// Completed years.
    pub years: u16,
    /// Completed months since the last birthday.
    pub months: u16,
    /// Worked out from an estimated age.
    pub estimated: bool,
}

/// How long somebody has been here and may stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TermView {
    /// The day of the stay; the day of admission is day 1.
    pub day: i64,
    /// How many days the stay may last.
    pub days: u16,
    /// The last day.
    #[ts(type = "string")]
    pub last_day: NaiveDate,
    /// Whether it ends within the days from which on that is listed.
    pub ending: bool,
    /// How many days the ground allows in all, where there is a limit.
    pub most: Option<u16>,
}

/// Why somebody is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GroundView {
    /// Why.
    pub kind: GroundKind,
    /// Who decided it.
    pub decided_by: Option<Body>,
    /// When it was decided.
    #[ts(type = "string | null")]
    pub decided_on: Option<NaiveDate>,
}

/// Another member of the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Companion {
    /// Whose stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// How they are drawn.
    pub group: AgeGroup,
    /// What they are in the party.
    pub relation: Relation,
    /// How old.
    pub age: AgeView,
    /// When they arrived.
    pub from: Instant,
    /// When they left, if they have.
    pub to: Option<Instant>,
    /// Room and bed.
    pub bed: String,
    /// Whether in the same room.
    pub same_room: bool,
    /// Whether away.
    pub away: bool,
}

/// Where somebody slept, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BedNight {
    /// Room and bed.
    pub bed: String,
    /// What kind of bed.
    pub kind: BedKind,
    /// The adult whose bed it was, for an infant who shared one.
    pub shared_with: Option<String>,
    /// From when.
    pub from: Instant,
    /// Until when, if over.
    pub to: Option<Instant>,
}

/// A person and one stay at an instant. After the end of the stay, as it was at its last moment.
#[must_use]
pub fn person(centre: &Centre, id: StayId, now: Instant) -> Option<PersonView> {
    let stay = centre.stays.get(&id)?;
    let who = centre.beneficiaries.get(&stay.beneficiary)?;
    let party = centre.parties.get(&stay.party)?;
    let at = moment(stay, now);
    let age = age_view(centre, stay, at)?;
    let ground = centre
        .grounds
        .values()
        .find(|g| g.stay == id && g.span.contains(at));
    let phase = centre
        .phases
        .values()
        .find(|p| p.stay == id && p.span.contains(at));
    let bed = centre.bed_of(id, at);
    let bed_kind = |bed| {
        centre
            .beds
            .get(&bed)
            .map(|bed| (centre.bed_label(bed.id), bed.kind))
    };
    Some(PersonView {
        beneficiary: who.id,
        stay: id,
        code: centre.code_of(id),
        sex: who.sex,
        group: centre.age(who, at).group(who.sex),
        age,
        citizenship: who.citizenship.clone(),
        needs: who.needs.clone(),
        relation: stay.relation,
        from: stay.span.from,
        to: stay.span.to,
        departure_reason: stay.departure.and_then(|d| d.reason),
        destination: stay.departure.and_then(|d| d.destination),
        term: term(centre, stay, now),
        bed: bed.and_then(bed_kind),
        shares_with: centre
            .share_of(id, at)
            .map(|share| centre.code_of(share.with)),
        ground: ground.map(|g| GroundView {
            kind: g.kind,
            decided_by: g.decided_by,
            decided_on: g.decided_on,
        }),
        referrer: party.referrer,
        territory: party.territory.clone(),
        phase: phase.map(|phase| phase.kind),
        away: away(centre, stay, at),
        leaves: centre.expected_departure(id).map(|one| one.at),
        has_identity: centre
            .identity_of(who.id)
            .is_some_and(|identity| !identity.says_nothing()),
        had_identity: false,
        party: companions(centre, stay, at),
        beds: beds(centre, id),
        absences: absences(centre, id),
        assistance: assistance(centre, id),
        missing: missing(centre, stay, at),
    })
}

/// Now, or the last moment of a stay that is over.
fn moment(stay: &Stay, now: Instant) -> Instant {
    match stay.span.to {
        Some(to) if to <= now => to.plus_millis(-1),
        _ => now.max(stay.span.from),
    }
}

fn age_view(centre: &Centre, stay: &Stay, at: Instant) -> Option<AgeView> {
    let who = centre.beneficiaries.get(&stay.beneficiary)?;
    let age = centre.age(who, at);
    Some(AgeView {
        years: age.years,
        months: age.months,
        estimated: who.born.estimated,
    })
}

fn companions(centre: &Centre, stay: &Stay, at: Instant) -> Vec<Companion> {
    let room = |stay| {
        centre
            .bed_of(stay, at)
            .and_then(|bed| centre.beds.get(&bed))
            .map(|b| b.room)
    };
    let here = room(stay.id);
    let others = centre
        .party_at(stay.party, at)
        .filter(|other| other.id != stay.id);
    let mut companions: Vec<_> = others
        .filter_map(|other| {
            let who = centre.beneficiaries.get(&other.beneficiary)?;
            let bed = centre.bed_of(other.id, at);
            Some(Companion {
                stay: other.id,
                code: centre.code_of(other.id),
                group: centre.age(who, at).group(who.sex),
                relation: other.relation,
                age: age_view(centre, other, at)?,
                from: other.span.from,
                to: other.span.to,
                bed: bed.map(|bed| centre.bed_label(bed)).unwrap_or_default(),
                same_room: room(other.id) == here,
                away: centre.absence_of(other.id, at).is_some(),
            })
        })
        .collect();
    companions.sort_by(|a, b| a.code.cmp(&b.code));
    companions
}

fn beds(centre: &Centre, stay: StayId) -> Vec<BedNight> {
    let night = |bed, with: Option<StayId>, span: Span| {
        centre.beds.get(&bed).map(|bed| BedNight {
            bed: centre.bed_label(bed.id),
            kind: bed.kind,
            shared_with: with.map(|with| centre.code_of(with)),
            from: span.from,
            to: span.to,
        })
    };
    let own = centre.bed_assignments.values().filter(|a| a.stay == stay);
    let own = own.filter_map(|a| night(a.bed, None, a.span));
    let shared = centre.bed_shares.values().filter(|s| s.stay == stay);
    // An infant goes where the adult goes: each bed of the adult during the share is one of the infant's.
    let shared = shared.flat_map(|share| {
        let adult = centre
            .bed_assignments
            .values()
            .filter(|a| a.stay == share.with);
        adult
            .filter(|a| a.span.overlaps(share.span))
            .filter_map(|a| {
                let ends = [a.span.to, share.span.to].into_iter().flatten().min();
                let span = Span {
                    from: a.span.from.max(share.span.from),
                    to: ends,
                };
                night(a.bed, Some(share.with), span)
            })
    });
    let mut beds: Vec<_> = own.chain(shared).collect();
    beds.sort_by_key(|night| std::cmp::Reverse(night.from));
    beds
}

fn absences(centre: &Centre, stay: StayId) -> Vec<AbsenceView> {
    let of_stay = centre
        .absences
        .values()
        .filter(|absence| absence.stay == stay);
    let view = |a: &crate::facts::Absence| AbsenceView {
        kind: a.kind,
        from: a.span.from,
        to: a.span.to,
        expected: a.expected_return,
    };
    let mut absences: Vec<_> = of_stay.map(view).collect();
    absences.sort_by_key(|absence| std::cmp::Reverse(absence.from));
    absences
}

fn assistance(centre: &Centre, stay: StayId) -> Vec<AssistanceView> {
    let of_stay = centre.assistances.values().filter(|one| one.stay == stay);
    let view = |one: &crate::facts::Assistance| AssistanceView {
        id: one.id,
        kind: one.kind,
        name: one.name.clone(),
        day: one.day,
    };
    let mut all: Vec<_> = of_stay.map(view).collect();
    all.sort_by_key(|one| (std::cmp::Reverse(one.day), one.kind));
    all
}

/// How long somebody has been here and may stay, on the day of an instant.
pub(super) fn term(centre: &Centre, stay: &Stay, now: Instant) -> TermView {
    let first = stay.span.from.day();
    let until = moment(stay, now).day();
    let term = centre.terms.values().find(|term| term.stay == stay.id);
    let days = term.map_or(0, |term| term.days);
    let day = (until - first).num_days() + 1;
    let soon = 0..=i64::from(centre.desk(now).ending_days);
    TermView {
        day,
        days,
        most: centre.limit_of(stay.id, moment(stay, now)),
        ending: days > 0 && soon.contains(&(i64::from(days) - day)),
        last_day: first
            .checked_add_days(Days::new(u64::from(days).saturating_sub(1)))
            .unwrap_or(first),
    }
}

/// What the record of a stay lacks.
pub(super) fn missing(centre: &Centre, stay: &Stay, at: Instant) -> Vec<Missing> {
    let who = centre.beneficiaries.get(&stay.beneficiary);
    let party = centre.parties.get(&stay.party);
    let at = moment(stay, at);
    let ground = centre
        .grounds
        .values()
        .find(|g| g.stay == stay.id && g.span.contains(at));
    let left = |known: fn(&Departure) -> bool| stay.departure.as_ref().is_some_and(|d| !known(d));
    // Nobody decides that somebody accompanies a relative: it follows from the party.
    let undecided = |kind| kind != GroundKind::Accompanying;
    let lacks = [
        (
            Missing::BirthDate,
            who.is_some_and(|who| who.born.estimated),
        ),
        (
            Missing::Citizenship,
            who.is_some_and(|who| who.citizenship.is_none()),
        ),
        (Missing::Ground, ground.is_none()),
        (
            Missing::GroundDecision,
            ground.is_some_and(|g| undecided(g.kind) && g.decided_by.is_none()),
        ),
        (
            Missing::Referrer,
            party.is_some_and(|party| party.referrer.is_none()),
        ),
        (
            Missing::Territory,
            party.is_some_and(|party| party.territory.is_none()),
        ),
        (
            Missing::DepartureReason,
            left(|departure| departure.reason.is_some()),
        ),
        (
            Missing::Destination,
            left(|departure| departure.destination.is_some()),
        ),
    ];
    lacks
        .into_iter()
        .filter(|(_, lacking)| *lacking)
        .map(|(what, _)| what)
        .collect()
}
