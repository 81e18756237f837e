//! The measure of a plan: five numbers, compared in order, the smaller wins
//! ("assignment rules", "Which allowed plan is better").

use serde::{Deserialize, Serialize};

use super::house::{House, Person};
use super::rules;
use crate::terms::{RoomUse, Sex};

/// What a plan costs, as `[c1, c2, c3, c4, c5]`:
/// residents whose bed changes; rooms that parties are spread over, less one each; pairs of unrelated
/// people in one room of whom at least one belongs to a party with a minor; rooms opened; arrivals and
/// moved residents whose room's use does not suit them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Cost(pub [u32; 5]);

/// What is known of a party as a whole, residents and arrivals together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyFacts {
    /// How many people.
    pub size: usize,
    /// Somebody younger than 18.
    pub has_minor: bool,
    /// Somebody of 18 or older.
    pub has_adult: bool,
    /// A woman of 18 or older.
    pub has_woman: bool,
}

/// The facts of every party, by party number.
pub fn party_facts(house: &House) -> Vec<PartyFacts> {
    let count = house.people.iter().map(|p| p.party + 1).max().unwrap_or(0);
    let mut facts = vec![PartyFacts::default(); count];
    for person in house
        .people
        .iter()
        .chain(house.laps.iter().map(|lap| &lap.infant))
    {
        let party = &mut facts[person.party];
        party.size += 1;
        party.has_minor |= person.is_minor();
        party.has_adult |= person.is_adult();
        party.has_woman |= person.is_adult() && person.sex == Sex::Female;
    }
    facts
}

/// Whether a room's use suits a person (number c5).
pub fn suits(room_use: RoomUse, person: &Person, party: &PartyFacts) -> bool {
    match room_use {
        RoomUse::Any => true,
        RoomUse::Women if person.is_minor() => party.has_woman,
        RoomUse::Women => person.sex == Sex::Female,
        RoomUse::Men => person.is_adult() && person.sex == Sex::Male,
        RoomUse::Family => party.size >= 2 && party.has_minor,
        RoomUse::Minors => person.is_minor() && !party.has_adult,
        RoomUse::Isolation => person.needs.isolation,
    }
}

/// Whether two people in one room count as a pair of number c3.
pub fn strangers_beside_a_minor(
    one: (&Person, &PartyFacts),
    other: (&Person, &PartyFacts),
) -> bool {
    one.0.party != other.0.party && (one.1.has_minor || other.1.has_minor)
}

/// How many pairs of number c3 two people make in one room, the infants in their beds included.
pub fn stranger_pairs(house: &House, facts: &[PartyFacts], one: usize, other: usize) -> usize {
    let with_party = |p: usize| (&house.people[p], &facts[house.people[p].party]);
    match strangers_beside_a_minor(with_party(one), with_party(other)) {
        true => house.with_infants(one).count() * house.with_infants(other).count(),
        false => 0,
    }
}

/// How many people a room's use does not suit of a person and the infants in the same bed.
pub fn unsuited(house: &House, facts: &[PartyFacts], person: usize, room: usize) -> usize {
    let party = &facts[house.people[person].party];
    let room_use = house.rooms[room].room_use;
    house
        .with_infants(person)
        .filter(|who| !suits(room_use, who, party))
        .count()
}

/// The five numbers of a plan. People without a bed count nowhere.
pub fn measure(house: &House, plan: &[Option<usize>]) -> Cost {
    let facts = party_facts(house);
    let mut rooms: Vec<Vec<usize>> = vec![Vec::new(); house.rooms.len()];
    let mut occupied_before = vec![false; house.rooms.len()];
    let mut party_rooms: Vec<Vec<usize>> = vec![Vec::new(); facts.len()];
    for (person, who) in house.people.iter().enumerate() {
        if let Some(bed) = who.bed {
            occupied_before[house.beds[bed].room] = true;
        }
        if let Some(room) = house.room_in(plan, person) {
            rooms[room].push(person);
            let spread = &mut party_rooms[who.party];
            if !spread.contains(&room) {
                spread.push(room);
            }
        }
    }
    let pairs = rooms.iter().flat_map(|members| {
        members
            .iter()
            .enumerate()
            .flat_map(|(i, &a)| members[i + 1..].iter().map(move |&b| (a, b)))
    });
    let placed_anew = |p: usize| plan[p].is_some() && plan[p] != house.people[p].bed;
    let unsuited = (0..house.people.len())
        .filter(|&p| placed_anew(p))
        .filter_map(|p| Some(unsuited(house, &facts, p, house.room_in(plan, p)?)));
    Cost(
        [
            rules::moved(house, plan).count(),
            party_rooms
                .iter()
                .map(|rooms| rooms.len().saturating_sub(1))
                .sum(),
            pairs
                .map(|(a, b)| stranger_pairs(house, &facts, a, b))
                .sum(),
            rooms
                .iter()
                .zip(&occupied_before)
                .filter(|(members, before)| !members.is_empty() && !**before)
                .count(),
            unsuited.sum(),
        ]
        .map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
    )
}
