//! Why the arrivals cannot simply have this bed or that room, as typed reasons.

use super::alternatives::arriving_parties;
use super::house::House;
use super::rules::{Breach, MinorBeside, Rule, bed_refuses, brought_about, minor_beside, refusals};

/// What keeps an arrival out of a bed, or an arriving party out of a room, while nobody moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Somebody lies in the bed.
    Occupied {
        /// Who.
        by: usize,
    },
    /// The bed is out of service or held (B1).
    Closed,
    /// A rule would be broken.
    Breach(Breach),
    /// The room has fewer free beds than people come.
    TooFewBeds {
        /// How many people come.
        needed: usize,
        /// Open beds that nobody lies in.
        free: usize,
    },
    /// The room has enough free beds, but not of the kinds these people may use (B2, B3).
    WrongBeds {
        /// Those for whom no bed is left.
        people: Vec<usize>,
    },
}

/// One bed and one arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BedAnswer {
    /// The bed.
    pub bed: usize,
    /// The arrival.
    pub person: usize,
    /// Why not; empty when nothing stands against it.
    pub reasons: Vec<Reason>,
}

/// One room and all arrivals of one party together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomAnswer {
    /// The room.
    pub room: usize,
    /// The party.
    pub party: usize,
    /// Why not; empty when the party fits in there.
    pub reasons: Vec<Reason>,
}

/// The answers for every bed and every room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhyNot {
    /// For every bed and arrival, bed by bed.
    pub beds: Vec<BedAnswer>,
    /// For every room and arriving party, room by room.
    pub rooms: Vec<RoomAnswer>,
}

/// What keeps the arrivals out, bed by bed and room by room, while nobody moves.
///
/// A bed is judged as if the adults who arrive with a child came into the same room. Parties are judged
/// one by one, as if no other arrived. A house that is not sound gets no answers.
pub fn why_not(house: &House) -> WhyNot {
    if house.check().is_err() {
        return WhyNot::default();
    }
    let beds = (0..house.beds.len())
        .flat_map(|bed| house.arrivals().map(move |person| (bed, person)))
        .map(|(bed, person)| BedAnswer {
            bed,
            person,
            reasons: bed_reasons(house, person, bed),
        })
        .collect();
    let parties = arriving_parties(house);
    let rooms = (0..house.rooms.len())
        .flat_map(|room| parties.iter().map(move |&party| (room, party)))
        .map(|(room, party)| RoomAnswer {
            room,
            party,
            reasons: room_reasons(house, party, room),
        })
        .collect();
    WhyNot { beds, rooms }
}

fn bed_reasons(house: &House, person: usize, bed: usize) -> Vec<Reason> {
    let who = &house.people[person];
    let adult_comes = house
        .arrivals()
        .any(|p| p != person && house.related(p, person) && house.people[p].is_adult());
    let settled_by_adult = |breach: &Breach| match breach.rule {
        Rule::R5 => true,
        Rule::R2 => breach
            .other
            .is_some_and(|o| minor_beside(who, &house.people[o]) == MinorBeside::WithOwnAdult),
        _ => false,
    };
    let refusal = refusals(house, &house.before(), person, bed);
    let breaches = refusal
        .breaches
        .into_iter()
        .filter(|b| !(adult_comes && b.person == person && settled_by_adult(b)));
    let breaches = breaches.map(|b| {
        if b.rule == Rule::B1 {
            Reason::Closed
        } else {
            Reason::Breach(b)
        }
    });
    refusal
        .occupied_by
        .map(|by| Reason::Occupied { by })
        .into_iter()
        .chain(breaches)
        .collect()
}

fn room_reasons(house: &House, party: usize, room: usize) -> Vec<Reason> {
    let people: Vec<usize> = house
        .arrivals()
        .filter(|&p| house.people[p].party == party)
        .collect();
    let before = house.before();
    let free: Vec<usize> = (0..house.beds.len())
        .filter(|&b| {
            house.beds[b].room == room && !house.beds[b].closed && !before.contains(&Some(b))
        })
        .collect();
    let mut reasons = Vec::new();
    if free.len() < people.len() {
        reasons.push(Reason::TooFewBeds {
            needed: people.len(),
            free: free.len(),
        });
    } else {
        let without = without_bed(house, &people, &free);
        if !without.is_empty() {
            reasons.push(Reason::WrongBeds { people: without });
        }
    }
    // The rules about rooms do not ask which bed it is, so any bed of the room stands for all.
    if let Some(bed) = house.beds.iter().position(|b| b.room == room) {
        let mut after = before.clone();
        for &person in &people {
            after[person] = Some(bed);
        }
        let about_rooms = |b: &Breach| !matches!(b.rule, Rule::B1 | Rule::B2 | Rule::B3);
        reasons.extend(
            brought_about(house, &before, &after)
                .into_iter()
                .filter(about_rooms)
                .map(Reason::Breach),
        );
    }
    reasons
}

/// Who gets no bed when the free beds are dealt out as well as possible.
fn without_bed(house: &House, people: &[usize], free: &[usize]) -> Vec<usize> {
    let mut holder = vec![None; free.len()];
    let mut without = Vec::new();
    for &person in people {
        let mut seen = vec![false; free.len()];
        if !find_bed(house, person, free, &mut holder, &mut seen) {
            without.push(person);
        }
    }
    without
}

fn find_bed(
    house: &House,
    person: usize,
    free: &[usize],
    holder: &mut [Option<usize>],
    seen: &mut [bool],
) -> bool {
    for i in 0..free.len() {
        let refused = bed_refuses(house, person, house.beds[free[i]].kind).is_some();
        if refused || std::mem::replace(&mut seen[i], true) {
            continue;
        }
        if holder[i].is_none_or(|other| find_bed(house, other, free, holder, seen)) {
            holder[i] = Some(person);
            return true;
        }
    }
    false
}
