//! Making the centre: rooms and beds, places, the rules, and the first manager.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::employ::name_fits;
use super::{ActionKind, Asking, Decision, Rules, checked};
use crate::centre::{Centre, Changes};
use crate::facts::{Bed, Capacity, Recovery, Room, Staff};
use crate::id::{BedId, CapacityId, PolicyId, RoomId};
use crate::refusal::Refusal;
use crate::terms::{BedKind, RoomUse, Wing};
use crate::time::Span;

/// A centre to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Found {
    /// What it is licensed for.
    pub places: u16,
    /// Its rooms.
    pub rooms: Vec<NewRoom>,
}

/// A room to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewRoom {
    /// The number on the door.
    pub number: u16,
    /// Whom it is meant for.
    pub room_use: RoomUse,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// The side of the corridor.
    pub wing: Wing,
    /// The first of the plan's eight columns that it takes, from 0.
    pub column: u8,
    /// How many columns it takes.
    pub width: u8,
    /// Its beds, numbered in this order.
    pub beds: Vec<NewBed>,
}

/// A bed to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewBed {
    /// What kind of bed.
    pub kind: BedKind,
}

/// How many columns the plan of the building has.
pub const COLUMNS: u8 = 8;

/// Makes a centre.
///
/// # Errors
/// Refused without rooms, with a room without beds, a number twice, two rooms in one spot, or no places.
pub fn found(
    request: &Found,
    manager: Staff,
    recovery: Recovery,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if request.places == 0 || request.places > 999 {
        return Err(Refusal::BadCapacity);
    }
    name_fits(&manager.name)?;
    let numbers: BTreeSet<_> = request.rooms.iter().map(|room| room.number).collect();
    let spots = request.rooms.iter().flat_map(|room| {
        let columns = room.column..room.column.saturating_add(room.width);
        columns.map(|column| (room.wing, column))
    });
    let spots: Vec<_> = spots.collect();
    let distinct: BTreeSet<_> = spots.iter().collect();
    let possible = |room: &NewRoom| {
        !room.beds.is_empty()
            && room.beds.len() <= 99
            && room.width > 0
            && room.column.saturating_add(room.width) <= COLUMNS
    };
    if request.rooms.is_empty()
        || numbers.len() != request.rooms.len()
        || distinct.len() != spots.len()
        || !request.rooms.iter().all(possible)
    {
        return Err(Refusal::BadLayout);
    }

    let span = Span::since(asking.now);
    let mut changes = Changes::default();
    for new in &request.rooms {
        let room = Room {
            id: RoomId::new(),
            number: new.number,
            room_use: new.room_use,
            step_free: new.step_free,
            wing: new.wing,
            column: new.column,
            width: new.width,
        };
        for (number, bed) in (1..).zip(&new.beds) {
            changes.add(Bed {
                id: BedId::new(),
                room: room.id,
                number,
                kind: bed.kind,
            });
        }
        changes.add.insert(0, room.into());
    }
    changes.add(Capacity {
        id: CapacityId::new(),
        places: request.places,
        span,
    });
    let rules = Rules {
        opposite_sex_age: 10,
        with_adult_age: 12,
        upper_bunk_age: 6,
        cot_age: 3,
        max_moves: 4,
        term_days: 30,
    };
    changes.add(rules.over(PolicyId::new(), span));
    changes.add(manager);
    changes.add(recovery);
    let kind = ActionKind::Found;
    checked(
        &Centre::default(),
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}

/// The layout that is proposed for a new centre: nine rooms on a corridor, 28 beds.
#[must_use]
pub fn proposal() -> Found {
    use BedKind::{Cot, Lower, Single, Upper};
    use RoomUse::{Family, Isolation, Men, Minors, Women};
    let room = |number, room_use, step_free, wing, column, width, kinds: &[BedKind]| NewRoom {
        number,
        room_use,
        step_free,
        wing,
        column,
        width,
        beds: kinds.iter().map(|kind| NewBed { kind: *kind }).collect(),
    };
    Found {
        places: 24,
        rooms: vec![
            room(
                1,
                Women,
                false,
                Wing::North,
                0,
                2,
                &[Single, Single, Single],
            ),
            room(
                2,
                Women,
                false,
                Wing::North,
                2,
                2,
                &[Single, Single, Lower, Upper],
            ),
            room(
                3,
                Women,
                false,
                Wing::North,
                4,
                2,
                &[Single, Single, Single, Single],
            ),
            room(
                4,
                Family,
                false,
                Wing::North,
                6,
                2,
                &[Single, Single, Single, Cot],
            ),
            room(9, Isolation, false, Wing::South, 0, 1, &[Single]),
            room(8, Men, false, Wing::South, 1, 1, &[Single, Single]),
            room(
                7,
                Minors,
                false,
                Wing::South,
                4,
                1,
                &[Single, Single, Single],
            ),
            room(
                6,
                Family,
                false,
                Wing::South,
                5,
                1,
                &[Single, Single, Single],
            ),
            room(
                5,
                Family,
                true,
                Wing::South,
                6,
                2,
                &[Single, Single, Cot, Single],
            ),
        ],
    }
}
