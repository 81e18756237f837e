//! Rooms and beds of a running centre: one more, another use, one taken away.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::found::COLUMNS;
use super::held::bed_held;
use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::facts::{Bed, BedStanding, Room};
use crate::id::{BedId, BedStandingId, RoomId};
use crate::refusal::Refusal;
use crate::terms::{BedKind, Role, RoomUse, Wing};
use crate::time::{Instant, Span};

/// A room as it is to be from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetRoom {
    /// Which room; a new one, if none.
    pub room: Option<RoomId>,
    /// The number on the door.
    pub number: u16,
    /// Whom it is meant for.
    pub room_use: RoomUse,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// The side of the corridor.
    pub wing: Wing,
    /// The first of the plan's columns that it takes, from 0.
    pub column: u8,
    /// How many columns it takes.
    pub width: u8,
    /// Beds that are put into it.
    pub add: Vec<BedKind>,
    /// Beds that are taken away. With its last bed a room goes too.
    pub remove: Vec<BedId>,
}

/// Adds a room, or changes one: what it is for, where it lies, its beds. A bed that is taken away stays in
/// the past, and its number is not given to another: what old papers say stays true.
///
/// # Errors
/// Refused to anybody but a manager; for a number that another room has, a place on the plan that another
/// room takes, a new room without a bed; and, naming who stands in the way, for a bed in which somebody
/// sleeps, or which is held.
pub fn set_room(centre: &Centre, request: &SetRoom, asking: Asking) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    let now = asking.now;
    let mut changes = Changes::default();
    let room = room(centre, request, now)?;
    match centre.rooms.get(&room.id) {
        Some(before) if *before == room => {}
        Some(_) => changes.replace(room.clone()),
        None => changes.add(room.clone()),
    }
    take_away(centre, request, room.id, now, &mut changes)?;
    let of_room = || centre.beds.values().filter(|bed| bed.room == room.id);
    let first = of_room().map(|bed| bed.number).max().unwrap_or(0) + 1;
    for (number, kind) in (first..).zip(&request.add) {
        let bed = Bed {
            id: BedId::new(),
            room: room.id,
            number,
            kind: *kind,
        };
        changes.add(BedStanding {
            id: BedStandingId::new(),
            bed: bed.id,
            span: Span::since(now),
        });
        changes.add(bed);
    }
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let mut after = centre.clone();
    after.apply(&changes, 0);
    let stand = |room| after.standing_beds(room, now).count();
    // A room goes with its last bed, but none comes without one.
    let goes = request.add.is_empty() && !request.remove.is_empty();
    if (stand(room.id) == 0 && !goes) || stand(room.id) > 99 {
        return Err(Refusal::BadLayout);
    }
    if after.rooms.keys().all(|room| stand(*room) == 0) {
        return Err(Refusal::BadLayout);
    }
    if stand(room.id) > 0 {
        spot_is_free(&after, &room, now)?;
    }
    let kind = ActionKind::SetRoom;
    checked(
        centre,
        Decision {
            kind,
            happened_at: now,
            reason: None,
            changes,
        },
    )
}

/// The room as it is to be. A number that belonged to a room which is gone brings that room back.
fn room(centre: &Centre, request: &SetRoom, now: Instant) -> Result<Room, Refusal> {
    if let Some(room) = request.room
        && !centre.rooms.contains_key(&room)
    {
        return Err(Refusal::NotFound);
    }
    let possible = (1..=999).contains(&request.number)
        && request.width > 0
        && request.column.saturating_add(request.width) <= COLUMNS;
    if !possible {
        return Err(Refusal::BadLayout);
    }
    let mut numbered = centre.rooms.values();
    let same = numbered
        .find(|room| room.number == request.number)
        .map(|room| room.id);
    let gone = |room: &RoomId| centre.standing_beds(*room, now).next().is_none();
    let id = match (request.room, same) {
        (Some(room), Some(same)) if room != same => Err(Refusal::RoomNumberTaken {
            number: request.number,
        }),
        (None, Some(same)) if !gone(&same) => Err(Refusal::RoomNumberTaken {
            number: request.number,
        }),
        (Some(room), _) => Ok(room),
        (None, Some(same)) => Ok(same),
        (None, None) => Ok(RoomId::new()),
    }?;
    Ok(Room {
        id,
        number: request.number,
        room_use: request.room_use,
        step_free: request.step_free,
        wing: request.wing,
        column: request.column,
        width: request.width,
    })
}

fn take_away(
    centre: &Centre,
    request: &SetRoom,
    room: RoomId,
    now: Instant,
    changes: &mut Changes,
) -> Result<(), Refusal> {
    let ahead = Span::since(now);
    let mut people = Vec::new();
    for id in request.remove.iter().collect::<BTreeSet<_>>() {
        let bed = centre.beds.get(id).filter(|bed| bed.room == room);
        let bed = bed
            .filter(|bed| centre.stands(bed.id, now))
            .ok_or(Refusal::NotFound)?;
        let label = centre.bed_label(bed.id);
        let slept = centre.bed_assignments.values();
        let slept = slept.filter(|a| a.bed == bed.id && a.span.overlaps(ahead));
        people.extend(slept.map(|a| (centre.code_of(a.stay), label.clone())));
        let held = centre.held_beds.values().filter(|held| held.bed == bed.id);
        let mut holds = held.filter_map(|held| centre.holds.get(&held.hold));
        if let Some(hold) = holds.find(|hold| hold.span.overlaps(ahead)) {
            return Err(bed_held(centre, bed.id, hold));
        }
        let span = Span {
            from: Instant::EVER,
            to: Some(now),
        };
        match centre.bed_standing(bed.id) {
            None => changes.add(BedStanding {
                id: BedStandingId::new(),
                bed: bed.id,
                span,
            }),
            // Put in and taken away in one moment: it never stood.
            Some(standing) if standing.span.from >= now => {
                changes.retire(standing.id);
                changes.retire(bed.id);
            }
            Some(standing) => changes.replace(BedStanding {
                span: Span {
                    to: Some(now),
                    ..standing.span
                },
                ..standing.clone()
            }),
        }
    }
    if people.is_empty() {
        return Ok(());
    }
    people.sort();
    Err(Refusal::MustMoveFirst { people })
}

/// Whether no other room of the house lies where this one does.
fn spot_is_free(centre: &Centre, room: &Room, now: Instant) -> Result<(), Refusal> {
    let columns = |room: &Room| room.column..room.column + room.width;
    let mut others = centre.rooms.values().filter(|other| {
        other.id != room.id
            && other.wing == room.wing
            && centre.standing_beds(other.id, now).next().is_some()
    });
    let there = others.find(|other| columns(other).any(|column| columns(room).contains(&column)));
    there.map_or(Ok(()), |other| {
        Err(Refusal::SpotTaken {
            number: other.number,
        })
    })
}
