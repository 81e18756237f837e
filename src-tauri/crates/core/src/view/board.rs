//! The board: who is where at an instant, room by room.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::{Missing, TermView, missing, term};
use super::plans::{StillFits, still_fits};
use crate::centre::{ActionSeq, Centre, FactKey};
use crate::facts::{Hold, Stay};
use crate::id::{BedId, ClosureId, HoldId, PartyId, RoomId, StayId};
use crate::placement::Scene;
use crate::refusal::RuleBreach;
use crate::terms::{AbsenceKind, AgeGroup, BedKind, RoomUse, Wing};
use crate::time::Instant;
use crate::verbs::{held_places, queue};

/// The board at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Board {
    /// The instant.
    pub at: Instant,
    /// How many people are here; everybody counts, infants and those away too.
    pub taken: usize,
    /// How many the centre is licensed for.
    pub places: usize,
    /// How many places are held for expected parties.
    pub held: usize,
    /// Beds in which somebody could sleep, cots among them: not taken, closed or held.
    pub beds_free: usize,
    /// Of these, cots.
    pub cots_free: usize,
    /// How many people of each age group are here, in the order of the list.
    pub groups: Vec<(AgeGroup, usize)>,
    /// The rooms, by number.
    pub rooms: Vec<RoomView>,
    /// Rules that are broken by people where they are now.
    pub breaches: Vec<RuleBreach>,
    /// Of these, and of more people than places, what was decided with a reason and is not resolved yet. The
    /// reasons stand in the journal, from which the session adds them.
    pub overrides: Vec<Overridden>,
    /// Who still fits.
    pub still_fits: StillFits,
    /// How many people's records lack something.
    pub incomplete: usize,
    /// How many parties wait for places.
    pub waiting: usize,
    /// Holds that lapse within the hours in which that is listed: for whom, and when.
    pub lapsing: Vec<(String, Instant)>,
    /// Who must move before a bed is closed: the bed, the stay, and when.
    pub must_move: Vec<(String, StayId, Instant)>,
    /// Expected parties for whom something is held now, or will be within a day; the first first.
    pub arrivals: Vec<Arriving>,
    /// Who should have left a bed that is held for others: the bed, the stay, and for whom.
    pub in_held: Vec<(String, StayId, String)>,
}

/// An expected party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Arriving {
    /// Which hold.
    pub hold: HoldId,
    /// Who, in a few words.
    pub label: String,
    /// How many places.
    pub places: u16,
    /// From when on it is held.
    pub from: Instant,
    /// Until when at the latest.
    pub until: Option<Instant>,
}

/// What was done past a rule, with a reason, and still stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Overridden {
    /// The broken rules; none where there are more people than places.
    pub breaches: Vec<RuleBreach>,
    /// Why, as the manager said.
    pub reason: String,
    /// Who decided: the short name.
    pub staff: String,
    /// When.
    pub at: Instant,
}

/// A room on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoomView {
    /// Which room.
    pub id: RoomId,
    /// The number on the door.
    pub number: u16,
    /// Whom it is meant for.
    pub room_use: RoomUse,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// The side of the corridor.
    pub wing: Wing,
    /// The first column of the plan that it takes, from 0 to 7.
    pub column: u8,
    /// How many columns it takes.
    pub width: u8,
    /// Its beds, by number.
    pub beds: Vec<BedView>,
}

/// A bed on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BedView {
    /// Which bed.
    pub id: BedId,
    /// Room and bed as people say it: `5-2`.
    pub label: String,
    /// What kind of bed.
    pub kind: BedKind,
    /// Who has it; infants who share it come after the person whose bed it is.
    pub people: Vec<Occupant>,
    /// Why it takes nobody now, or will not.
    pub kept: Option<Kept>,
}

/// A bed that takes nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Kept {
    /// Closed, or to be closed.
    Closed {
        /// Which closure.
        id: ClosureId,
        /// Why.
        reason: String,
        /// From when on.
        from: Instant,
        /// Until when, if it is known.
        until: Option<Instant>,
    },
    /// Held for an expected party.
    Held {
        /// For whom.
        label: String,
        /// From when on.
        from: Instant,
        /// Until when at the latest.
        until: Option<Instant>,
    },
}

impl Kept {
    /// From when on.
    #[must_use]
    pub fn from(&self) -> Instant {
        match self {
            Self::Closed { from, .. } | Self::Held { from, .. } => *from,
        }
    }

    /// Whether it counts at an instant.
    #[must_use]
    pub fn counts(&self, at: Instant) -> bool {
        self.from() <= at
    }
}

/// Somebody on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Occupant {
    /// Whose stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// How they are drawn.
    pub group: AgeGroup,
    /// With whom they arrived.
    pub party: PartyId,
    /// How many of the party are here.
    pub party_size: usize,
    /// How long they have been here and may stay.
    pub term: TermView,
    /// Where they are, if away.
    pub away: Option<Away>,
    /// When they are expected to leave for good, if that is noted.
    pub leaves: Option<Instant>,
    /// That was so long ago that the discharge was probably forgotten.
    pub departure_forgotten: bool,
    /// What the record lacks.
    pub missing: Vec<Missing>,
}

/// Somebody is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Away {
    /// Where.
    pub kind: AbsenceKind,
    /// Since when.
    pub since: Instant,
    /// When they said they would be back.
    pub expected_return: Option<Instant>,
    /// By how many minutes they are late, if they are.
    pub late_minutes: Option<i64>,
    /// Whether they are so late that they have probably left for good and nobody noted it.
    pub forgotten: bool,
}

/// The board at an instant, from the record as it is given.
#[must_use]
pub fn board(centre: &Centre, at: Instant) -> Board {
    let scene = Scene::of(centre, at);
    let mut board = seen(centre, at, &scene);
    let free = board.places.saturating_sub(board.taken + board.held);
    board.still_fits = still_fits(&scene, free);
    board
}

/// The board of a moment of the past: who would have fitted then is not asked any more.
#[must_use]
pub fn past_board(centre: &Centre, at: Instant) -> Board {
    seen(centre, at, &Scene::of(centre, at))
}

fn seen(centre: &Centre, at: Instant, scene: &Scene) -> Board {
    let occupants: Vec<Occupant> = centre
        .stays_at(at)
        .filter_map(|s| occupant(centre, s, at))
        .collect();
    let mut in_bed: BTreeMap<BedId, Vec<&Occupant>> = BTreeMap::new();
    for occupant in &occupants {
        if let Some(bed) = centre.bed_of(occupant.stay, at) {
            in_bed.entry(bed).or_default().push(occupant);
        }
    }
    for people in in_bed.values_mut() {
        people.sort_by_key(|occupant| centre.share_of(occupant.stay, at).is_some());
    }
    let mut rooms: Vec<RoomView> = centre
        .rooms
        .values()
        .map(|room| room_view(centre, room, &in_bed, at))
        .filter(|room| !room.beds.is_empty())
        .collect();
    rooms.sort_by_key(|room| room.number);
    let usable = |bed: &&BedView| {
        bed.people.is_empty() && !bed.kept.as_ref().is_some_and(|kept| kept.counts(at))
    };
    let beds = || rooms.iter().flat_map(|room| &room.beds).filter(usable);
    let held = held_places(centre, at);
    let groups = AgeGroup::ALL.iter().map(|group| {
        (
            *group,
            occupants
                .iter()
                .filter(|occupant| occupant.group == *group)
                .count(),
        )
    });
    Board {
        at,
        taken: occupants.len(),
        places: centre.capacity(at),
        held,
        beds_free: beds().count(),
        cots_free: beds().filter(|bed| bed.kind == BedKind::Cot).count(),
        groups: groups.collect(),
        breaches: scene.standing(),
        overrides: Vec::new(),
        still_fits: StillFits::default(),
        waiting: queue(centre).len(),
        lapsing: lapsing(centre, at),
        must_move: must_move(centre, at),
        arrivals: arrivals(centre, at),
        in_held: in_held(centre, at),
        incomplete: occupants
            .iter()
            .filter(|occupant| !occupant.missing.is_empty())
            .count(),
        rooms,
    }
}

/// Who is somewhere else at an instant by one of two records: here by one alone, in another bed, or away by one
/// alone.
#[must_use]
pub fn placed_otherwise(one: &Centre, other: &Centre, at: Instant) -> BTreeSet<StayId> {
    let (one, other) = (places(one, at), places(other, at));
    let differs = |stay: &&StayId| one.get(*stay) != other.get(*stay);
    one.keys()
        .chain(other.keys())
        .filter(differs)
        .copied()
        .collect()
}

/// In which bed; as what, since when and until when away.
type Somewhere = (
    Option<BedId>,
    Option<(AbsenceKind, Instant, Option<Instant>)>,
);

fn places(centre: &Centre, at: Instant) -> BTreeMap<StayId, Somewhere> {
    let somewhere = |stay: &Stay| {
        let away = centre.absence_of(stay.id, at);
        let away = away.map(|one| (one.kind, one.span.from, one.expected_return));
        (stay.id, (centre.bed_of(stay.id, at), away))
    };
    centre.stays_at(at).map(somewhere).collect()
}

/// The actions that put those of a broken rule where they are, or, without one, everybody here; the latest
/// first.
#[must_use]
pub fn put_there_by(centre: &Centre, breach: Option<&RuleBreach>, at: Instant) -> Vec<ActionSeq> {
    let made = |key: FactKey| centre.made_by.get(&key).copied();
    let mut actions: Vec<_> = match breach {
        None => centre
            .stays_at(at)
            .filter_map(|stay| made(stay.id.into()))
            .collect(),
        Some(breach) => {
            let named = |stay: StayId| {
                let code = centre.code_of(stay);
                code == breach.code || breach.other.as_ref() == Some(&code)
            };
            let own = centre.bed_assignments.values();
            let own = own.filter(|a| a.span.contains(at) && named(a.stay));
            let shared = centre.bed_shares.values();
            let shared = shared.filter(|s| s.span.contains(at) && named(s.stay));
            own.filter_map(|a| made(a.id.into()))
                .chain(shared.filter_map(|s| made(s.id.into())))
                .collect()
        }
    };
    actions.sort_unstable();
    actions.dedup();
    actions.reverse();
    actions
}

fn room_view(
    centre: &Centre,
    room: &crate::facts::Room,
    in_bed: &BTreeMap<BedId, Vec<&Occupant>>,
    at: Instant,
) -> RoomView {
    let mut beds: Vec<_> = centre.standing_beds(room.id, at).collect();
    beds.sort_by_key(|bed| bed.number);
    let people = |bed: BedId| in_bed.get(&bed).into_iter().flatten();
    RoomView {
        id: room.id,
        number: room.number,
        room_use: room.room_use,
        step_free: room.step_free,
        wing: room.wing,
        column: room.column,
        width: room.width,
        beds: beds
            .into_iter()
            .map(|bed| BedView {
                id: bed.id,
                label: centre.bed_label(bed.id),
                kind: bed.kind,
                people: people(bed.id).map(|one| Occupant::clone(one)).collect(),
                kept: kept(centre, bed.id, at),
            })
            .collect(),
    }
}

/// Expected parties of now and the next day.
fn arrivals(centre: &Centre, at: Instant) -> Vec<Arriving> {
    let soon = at.plus_minutes(24 * 60);
    let ahead = |hold: &&Hold| hold.span.from <= soon && hold.span.to.is_none_or(|to| to > at);
    let mut found: Vec<_> = (centre.holds.values().filter(ahead))
        .map(|hold| Arriving {
            hold: hold.id,
            label: hold.label.clone(),
            places: hold.places,
            from: hold.span.from,
            until: hold.span.to,
        })
        .collect();
    found.sort_by_key(|one| (one.from.max(at), one.until));
    found
}

fn in_held(centre: &Centre, at: Instant) -> Vec<(String, StayId, String)> {
    let held = centre.held_beds.values().filter_map(|held| {
        let hold = centre.holds.get(&held.hold)?;
        let there = centre
            .occupant(held.bed, at)
            .filter(|_| hold.span.contains(at))?;
        Some((centre.bed_label(held.bed), there.stay, hold.label.clone()))
    });
    let mut found: Vec<_> = held.collect();
    found.sort();
    found
}

/// Holds that lapse soon, the first to lapse first.
fn lapsing(centre: &Centre, at: Instant) -> Vec<(String, Instant)> {
    let soon = at.plus_minutes(i64::from(centre.desk(at).lapsing_hours) * 60);
    let held = centre.holds.values().filter(|hold| hold.span.contains(at));
    let mut lapsing: Vec<_> = held
        .filter_map(|hold| Some((hold.label.clone(), hold.span.to.filter(|to| *to <= soon)?)))
        .collect();
    lapsing.sort_by_key(|(_, until)| *until);
    lapsing
}

fn must_move(centre: &Centre, at: Instant) -> Vec<(String, StayId, Instant)> {
    let ahead = centre
        .closures
        .values()
        .filter(|closure| closure.span.to.is_none_or(|to| to > at));
    let mut found: Vec<_> = ahead
        .filter_map(|one| {
            Some((
                centre.bed_label(one.bed),
                centre.occupant(one.bed, at)?.stay,
                one.span.from,
            ))
        })
        .collect();
    found.sort_by_key(|(_, _, from)| *from);
    found
}

/// The closure or hold of a bed that counts, or the next one.
fn kept(centre: &Centre, bed: BedId, at: Instant) -> Option<Kept> {
    let closures = centre
        .closures
        .values()
        .filter(|one| one.bed == bed && one.span.to.is_none_or(|to| to > at));
    let closure = closures.min_by_key(|one| one.span.from);
    let closed = closure.map(|one| Kept::Closed {
        id: one.id,
        reason: one.reason.clone(),
        from: one.span.from,
        until: one.span.to,
    });
    let held = || {
        let of_bed = centre.held_beds.values().filter(|held| held.bed == bed);
        let holds = of_bed.filter_map(|held| centre.holds.get(&held.hold));
        let hold = holds
            .filter(|hold| hold.span.to.is_none_or(|to| to > at))
            .min_by_key(|hold| hold.span.from)?;
        Some(Kept::Held {
            label: hold.label.clone(),
            from: hold.span.from,
            until: hold.span.to,
        })
    };
    match (closed, held()) {
        (Some(closed), _) if closed.counts(at) => Some(closed),
        (_, Some(held)) if held.counts(at) => Some(held),
        (Some(closed), Some(held)) => Some(if closed.from() <= held.from() {
            closed
        } else {
            held
        }),
        (closed, held) => closed.or(held),
    }
}

fn occupant(centre: &Centre, stay: &Stay, at: Instant) -> Option<Occupant> {
    let person = centre.beneficiaries.get(&stay.beneficiary)?;
    let leaves = centre.expected_departure(stay.id).map(|one| one.at);
    Some(Occupant {
        stay: stay.id,
        code: centre.code_of(stay.id),
        group: centre.age(person, at).group(person.sex),
        party: stay.party,
        party_size: centre.party_at(stay.party, at).count(),
        term: term(centre, stay, at),
        away: away(centre, stay, at),
        leaves,
        departure_forgotten: leaves.is_some_and(|due| due.plus_minutes(patience(centre, at)) < at),
        missing: missing(centre, stay, at),
    })
}

/// Where somebody is, if away at an instant.
pub(super) fn away(centre: &Centre, stay: &Stay, at: Instant) -> Option<Away> {
    let absence = centre.absence_of(stay.id, at)?;
    let late = absence.expected_return.filter(|expected| *expected < at);
    let late = late.map(|expected| (at.0 - expected.0) / 60_000);
    Some(Away {
        kind: absence.kind,
        since: absence.span.from,
        expected_return: absence.expected_return,
        late_minutes: late,
        forgotten: late.is_some_and(|minutes| minutes > patience(centre, at)),
    })
}

/// After how many minutes somebody who was expected to be back, or gone, looks forgotten.
fn patience(centre: &Centre, at: Instant) -> i64 {
    i64::from(centre.desk(at).forgotten_days) * 24 * 60
}
