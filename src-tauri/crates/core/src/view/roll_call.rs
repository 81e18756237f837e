//! The roll call for an evacuation: who must be found in which room, by code, and who is out. It says
//! nothing else of anybody, so that it may hang by the door and be seen by a night guard.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::{Away, away};
use crate::centre::Centre;
use crate::facts::{Room, Stay};
use crate::terms::{AgeGroup, Need, Wing};
use crate::time::Instant;

/// Who is where at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollCall {
    /// The instant.
    pub at: Instant,
    /// How many must be found in the house.
    pub present: usize,
    /// How many are out.
    pub away: usize,
    /// The rooms, by number, empty ones too: they are looked into as well.
    pub rooms: Vec<RollRoom>,
}

/// A room of the roll call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollRoom {
    /// The number on the door.
    pub number: u16,
    /// The side of the corridor.
    pub wing: Wing,
    /// How many of its people must be found in the house.
    pub present: usize,
    /// Its people, by bed; an infant comes after the person whose bed it shares.
    pub people: Vec<RollPerson>,
}

/// Somebody on the roll call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollPerson {
    /// The code.
    pub code: String,
    /// Woman, man, teenager, child or infant: who has to be carried or led.
    pub group: AgeGroup,
    /// Room and bed as people say it: `5-2`.
    pub bed: String,
    /// Can't take stairs without help.
    pub needs_help: bool,
    /// Where they are, if out.
    pub away: Option<Away>,
}

/// The roll call at an instant, from the record as it is given.
#[must_use]
pub fn roll_call(centre: &Centre, at: Instant) -> RollCall {
    let mut rooms: Vec<_> = centre
        .rooms
        .values()
        .map(|room| room_of(centre, room, at))
        .collect();
    rooms.sort_by_key(|room| room.number);
    let present = rooms.iter().map(|room| room.present).sum();
    let all: usize = rooms.iter().map(|room| room.people.len()).sum();
    RollCall {
        at,
        present,
        away: all - present,
        rooms,
    }
}

fn room_of(centre: &Centre, room: &Room, at: Instant) -> RollRoom {
    let mut people: Vec<_> = centre
        .stays_at(at)
        .filter_map(|stay| {
            let bed = centre.beds.get(&centre.bed_of(stay.id, at)?)?;
            let shares = centre.share_of(stay.id, at).is_some();
            (bed.room == room.id).then_some(((bed.number, shares), stay))
        })
        .collect();
    people.sort_by_key(|(place, _)| *place);
    let people: Vec<_> = people
        .into_iter()
        .filter_map(|(_, stay)| person(centre, stay, at))
        .collect();
    RollRoom {
        number: room.number,
        wing: room.wing,
        present: people.iter().filter(|one| one.away.is_none()).count(),
        people,
    }
}

fn person(centre: &Centre, stay: &Stay, at: Instant) -> Option<RollPerson> {
    let person = centre.beneficiaries.get(&stay.beneficiary)?;
    let bed = centre.bed_of(stay.id, at)?;
    Some(RollPerson {
        code: centre.code_of(stay.id),
        group: centre.age(person, at).group(person.sex),
        bed: centre.bed_label(bed),
        needs_help: person.needs.contains(&Need::StepFree),
        away: away(centre, stay, at),
    })
}
