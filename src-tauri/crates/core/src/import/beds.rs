//! Who slept in which bed: first where the register names one, then where one was free.

use std::collections::BTreeMap;

use super::people::Person;
use super::plan::Work;
use super::shares::shared;
use super::twice::give_way;
use super::{RowProblem, Slept};
use crate::centre::{Centre, code};
use crate::id::{BedId, RoomId, StayId};
use crate::terms::{BedKind, RoomUse, Sex};
use crate::time::{Instant, Span};

/// A part of a stay in one bed.
pub(super) struct Night {
    pub place: Place,
    pub span: Span,
    /// As people say it: `5-2`.
    pub label: String,
}

/// A bed, or somebody's bed.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Bed(BedId),
    With(StayId),
}

/// Who has a bed, by when it began.
#[derive(Default)]
struct Line(BTreeMap<Instant, Taken>);

#[derive(Clone)]
struct Taken {
    to: Option<Instant>,
    by: Taker,
}

#[derive(Clone, PartialEq, Eq)]
enum Taker {
    Row(usize),
    Resident(String),
}

impl Line {
    /// Who has it at any time of a span.
    fn during(&self, span: Span) -> Option<(Instant, &Taken)> {
        let before = self.0.range(..=span.from).next_back();
        let after = self.0.range(span.from..).next();
        [before, after]
            .into_iter()
            .flatten()
            .find_map(|(from, taken)| {
                let other = Span {
                    from: *from,
                    to: taken.to,
                };
                other.overlaps(span).then_some((*from, taken))
            })
    }

    fn take(&mut self, span: Span, by: Taker) {
        self.0.insert(span.from, Taken { to: span.to, by });
    }
}

struct Bed {
    id: BedId,
    room: RoomId,
    room_number: u16,
    number: u16,
    kind: BedKind,
    room_use: RoomUse,
    line: Line,
    /// When it stands in the house; always, if none.
    stands: Option<Span>,
    /// A closed bed takes nobody, but whoever was in it may stay.
    closed: Vec<Span>,
    /// When it is kept, and for whom.
    held: Vec<(Span, String)>,
}

impl Bed {
    fn label(&self) -> String {
        format!("{}-{}", self.room_number, self.number)
    }

    fn stands_for(&self, span: Span) -> bool {
        self.stands.is_none_or(|stands| stands.covers(span))
    }

    fn is_closed_at(&self, at: Instant) -> bool {
        self.closed.iter().any(|span| span.contains(at))
    }

    /// What else is meant to become of it while somebody is still in it.
    fn plans(&self, span: Span) -> impl Iterator<Item = RowProblem> {
        let closes = self.closed.iter().filter(move |one| one.overlaps(span));
        let closes = closes.map(|one| RowProblem::BedCloses {
            bed: self.label(),
            from: one.from,
        });
        let held = self.held.iter().filter(move |(one, _)| one.overlaps(span));
        let held = held.map(|(one, label)| RowProblem::BedHeld {
            bed: self.label(),
            label: label.clone(),
            from: one.from,
        });
        closes.chain(held)
    }
}

/// What is left of a time that has not ended: only that can stand in the way of plans.
fn ahead(span: Span, now: Instant) -> Option<Span> {
    span.to.is_none_or(|to| to > now).then_some(Span {
        from: span.from.max(now),
        to: span.to,
    })
}

/// Gives everybody a bed for the whole stay.
pub(super) fn nights(centre: &Centre, works: &mut [Work], people: &[Person], now: Instant) {
    let mut beds = beds(centre);
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (index, work) in works.iter().enumerate() {
        pieces.extend((0..work.stay.slept.len()).map(|piece| (index, piece)));
    }
    pieces.sort_by_key(|(index, piece)| works[*index].stay.slept[*piece].span.from);
    for (index, piece) in &pieces {
        if let Slept::Bed { room, bed } = works[*index].stay.slept[*piece].what {
            named(&mut beds, works, people, *index, *piece, (room, bed), now);
        }
    }
    for (index, piece) in &pieces {
        let room = match works[*index].stay.slept[*piece].what {
            Slept::Room(room) => Some(room),
            Slept::Somewhere => None,
            Slept::Bed { .. } | Slept::With(_) => continue,
        };
        some_bed(&mut beds, works, people, *index, *piece, room, now);
    }
    for (index, piece) in pieces {
        if let Slept::With(who) = works[index].stay.slept[piece].what.clone() {
            shared(works, people, index, piece, who.as_ref());
        }
    }
    for work in works.iter_mut() {
        work.nights.sort_by_key(|night| night.span.from);
    }
}

fn beds(centre: &Centre) -> Vec<Bed> {
    let mut beds: Vec<Bed> = centre
        .beds
        .values()
        .filter_map(|bed| {
            let room = centre.rooms.get(&bed.room)?;
            Some(Bed {
                id: bed.id,
                room: room.id,
                room_number: room.number,
                number: bed.number,
                kind: bed.kind,
                room_use: room.room_use,
                line: Line::default(),
                stands: centre.bed_standing(bed.id).map(|one| one.span),
                closed: Vec::new(),
                held: Vec::new(),
            })
        })
        .collect();
    beds.sort_by_key(|bed| (bed.room_number, bed.number));
    let places: BTreeMap<BedId, usize> = beds
        .iter()
        .enumerate()
        .map(|(n, bed)| (bed.id, n))
        .collect();
    for one in centre.bed_assignments.values() {
        if let Some(index) = places.get(&one.bed) {
            let by = Taker::Resident(centre.code_of(one.stay));
            beds[*index].line.take(one.span, by);
        }
    }
    for closure in centre.closures.values() {
        if let Some(index) = places.get(&closure.bed) {
            beds[*index].closed.push(closure.span);
        }
    }
    for one in centre.held_beds.values() {
        if let Some((index, hold)) = places.get(&one.bed).zip(centre.holds.get(&one.hold)) {
            beds[*index].held.push((hold.span, hold.label.clone()));
        }
    }
    beds
}

fn put(bed: &mut Bed, works: &mut [Work], index: usize, piece: usize) {
    let work = &mut works[index];
    let span = work.stay.slept[piece].span;
    bed.line.take(span, Taker::Row(index));
    work.nights.push(Night {
        place: Place::Bed(bed.id),
        span,
        label: bed.label(),
    });
}

/// A bed that the register names.
fn named(
    beds: &mut [Bed],
    works: &mut [Work],
    people: &[Person],
    index: usize,
    piece: usize,
    (room, number): (u16, u16),
    now: Instant,
) {
    let text = format!("{room}-{number}");
    if !beds.iter().any(|bed| bed.room_number == room) {
        let text = room.to_string();
        return works[index].problems.push(RowProblem::UnknownRoom { text });
    }
    // A number can be given again: of two such beds the one that stood there then.
    let span = works[index].stay.slept[piece].span;
    let found = beds
        .iter_mut()
        .filter(|bed| bed.room_number == room && bed.number == number)
        .max_by_key(|bed| bed.stands_for(span));
    let Some(bed) = found else {
        return works[index].problems.push(RowProblem::UnknownBed { text });
    };
    // Each collision that gives way moves a time by less than a day: there are few of them.
    while let Some((from, taken)) = bed.line.during(works[index].stay.slept[piece].span) {
        let taken = taken.clone();
        let other = match &taken.by {
            Taker::Row(other) => *other,
            _ => usize::MAX,
        };
        let yields = other != usize::MAX && {
            let (earlier, later) = if from <= works[index].stay.slept[piece].span.from {
                (other, index)
            } else {
                (index, other)
            };
            earlier != later && give_way(works, earlier, later)
        };
        if yields {
            // The other row's times may have moved with it.
            let night = works[other]
                .nights
                .iter()
                .find(|night| matches!(night.place, Place::Bed(id) if id == bed.id))
                .map(|night| night.span);
            bed.line.0.remove(&from);
            if let Some(span) = night {
                bed.line.take(span, taken.by);
            }
            continue;
        }
        let (who, row) = match taken.by {
            Taker::Row(other) => (
                code(people[works[other].person].fact.code),
                Some(works[other].row.clone()),
            ),
            Taker::Resident(who) => (who, None),
        };
        let bed = bed.label();
        works[index]
            .problems
            .push(RowProblem::BedTaken { bed, who, row });
        return;
    }
    let span = works[index].stay.slept[piece].span;
    if bed.is_closed_at(span.from) || !bed.stands_for(span) {
        let bed = bed.label();
        return works[index].problems.push(RowProblem::BedClosed { bed });
    }
    if let Some(ahead) = ahead(span, now) {
        works[index].problems.extend(bed.plans(ahead));
    }
    put(bed, works, index, piece);
}

/// Any bed that was free all the time, in the room that is named or wherever it suits best.
fn some_bed(
    beds: &mut [Bed],
    works: &mut [Work],
    people: &[Person],
    index: usize,
    piece: usize,
    room: Option<u16>,
    now: Instant,
) {
    if let Some(number) = room
        && !beds.iter().any(|bed| bed.room_number == number)
    {
        let text = number.to_string();
        return works[index].problems.push(RowProblem::UnknownRoom { text });
    }
    let span = works[index].stay.slept[piece].span;
    let ahead = ahead(span, now);
    let party = works[index].party;
    let family_rooms: Vec<RoomId> = works
        .iter()
        .filter(|other| other.party == party)
        .flat_map(|other| &other.nights)
        .filter(|night| night.span.overlaps(span))
        .filter_map(|night| match night.place {
            Place::Bed(id) => beds.iter().find(|bed| bed.id == id).map(|bed| bed.room),
            Place::With(_) => None,
        })
        .collect();
    let stay = &works[index].stay;
    let age = stay.age();
    // A need that another row or the record knows of is one in this stay too.
    let needs = &people[works[index].person].fact.needs;
    let needs_nothing = stay.needs.is_empty() && needs.is_empty();
    let suits = |bed: &Bed| {
        let kind = match bed.kind {
            BedKind::Cot => age.years < 3,
            BedKind::Upper => age.years >= 6 && needs_nothing,
            BedKind::Single | BedKind::Lower => true,
        };
        let meant = match bed.room_use {
            RoomUse::Women => stay.sex == Sex::Female || age.years < 10,
            RoomUse::Men => stay.sex == Sex::Male && age.is_adult(),
            RoomUse::Minors => !age.is_adult(),
            RoomUse::Family => !age.is_adult() || !family_rooms.is_empty(),
            RoomUse::Isolation => !needs_nothing,
            RoomUse::Any => true,
        };
        (
            !kind,
            !family_rooms.contains(&bed.room) && !family_rooms.is_empty(),
            !meant,
            bed.kind == BedKind::Cot && age.years >= 3,
        )
    };
    let free = beds
        .iter()
        .enumerate()
        .filter(|(_, bed)| room.is_none_or(|number| bed.room_number == number))
        .filter(|(_, bed)| bed.stands_for(span) && !bed.is_closed_at(span.from))
        .filter(|(_, bed)| ahead.is_none_or(|ahead| bed.plans(ahead).next().is_none()))
        .filter(|(_, bed)| bed.line.during(span).is_none())
        .min_by_key(|(place, bed)| (suits(bed), *place))
        .map(|(place, _)| place);
    match free {
        Some(place) => {
            put(&mut beds[place], works, index, piece);
            let bed = beds[place].label();
            works[index].problems.push(RowProblem::BedChosen { bed });
        }
        None if age.years < 3 => works[index].stay.slept[piece].what = Slept::With(None),
        None => works[index].problems.push(RowProblem::NoBedFree),
    }
}
