//! What a search asks over and over, computed once from the house and the wishes: who may use which
//! beds, who may share a room with whom, who is interchangeable with whom.

use super::Limits;
use crate::assignment::house::House;
use crate::assignment::measure::{PartyFacts, party_facts, stranger_pairs, unsuited};
use crate::assignment::rules::{self, MinorBeside, Rule};
use crate::terms::BedKind;

/// Beds of one class in one room are interchangeable as far as the rules go.
pub const CLASSES: usize = 3;
/// Single and lower.
pub const NORMAL: usize = 0;
const UPPER: usize = 1;
pub const COT: usize = 2;

/// The two may not be in one room, whoever else is there.
pub const HARD: u8 = 1;
/// The first is a minor who shares with the second only beside an adult of the own party.
pub const MINOR: u8 = 2;
/// The same the other way round.
pub const MINDER: u8 = 4;

/// No room, no bed, nobody.
pub const NONE: usize = usize::MAX;

/// The precomputed tables.
pub struct Frame<'a> {
    pub house: &'a House,
    pub people: usize,
    pub rooms: usize,
    /// Beds of each room.
    pub beds_of: Vec<Vec<usize>>,
    /// Class of each bed.
    pub class: Vec<usize>,
    /// Takes nobody new (B1, unless ignored).
    pub closed: Vec<bool>,
    /// Beds somebody is put in by hand.
    pub reserved: Vec<bool>,
    /// Set of classes a person may use, one bit each.
    pub classes: Vec<u8>,
    /// By person and room: step-free enough, and has an open bed of a class to use.
    pub enters: Vec<bool>,
    /// By person and person: HARD, MINOR, MINDER.
    pub conflict: Vec<u8>,
    /// Must be with an adult of the party (R5), which has one.
    pub child: Vec<bool>,
    /// May not be moved.
    pub pinned: Vec<bool>,
    /// Room of each resident, or NONE.
    pub origin: Vec<usize>,
    /// An adult of the own party was in the room before.
    pub adult_beside: Vec<bool>,
    /// The party had an adult in the house before.
    pub adult_before: Vec<bool>,
    /// Adults of each party.
    pub adults: Vec<Vec<usize>>,
    pub minors: Vec<Vec<usize>>,
    pub party: Vec<usize>,
    pub facts: Vec<PartyFacts>,
    /// By person and person: so many pairs of c3.
    pub pair: Vec<u16>,
    /// By person and room: so many people whom the use does not suit (c5).
    pub unsuited: Vec<u8>,
    /// People with equal numbers are interchangeable for rules and measure.
    pub kind: Vec<usize>,
    /// By hand: the bed, or NONE.
    pub fixed: Vec<usize>,
    /// Nobody there before.
    pub empty_before: Vec<bool>,
    /// Rooms with equal numbers are mirror images while nobody has touched them.
    pub mirror: Vec<usize>,
    /// By person and room, as it stands before: stayers who would have to leave; HOPELESS if pinned.
    pub clash: Vec<u16>,
    /// By person and room: of the stayers, some clash unless an adult of a party joins them.
    pub soft: Vec<bool>,
    /// By person and room: pairs of c3 with the residents there before.
    pub pairs_before: Vec<u16>,
    /// By person, the rooms that can be had with so many residents leaving: those who clash, or one if
    /// the beds are taken; the fewest first. Rooms where it is hopeless are left out.
    pub ways: Vec<Vec<Way>>,
    pub one_room: bool,
}

/// A room as a person would have found it before anything changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    pub leave: u16,
    pub crowded: bool,
    pub room: usize,
}

/// A pinned resident stands in the way.
pub const HOPELESS: u16 = u16::MAX;

impl<'a> Frame<'a> {
    pub fn new(house: &'a House, limits: &Limits) -> Self {
        let (people, rooms) = (house.people.len(), house.rooms.len());
        let ignored = limits.relaxed;
        let facts = party_facts(house);
        let mut beds_of = vec![Vec::new(); rooms];
        for (bed, spec) in house.beds.iter().enumerate() {
            beds_of[spec.room].push(bed);
        }
        let mut adults = vec![Vec::new(); facts.len()];
        let mut minors = vec![Vec::new(); facts.len()];
        let mut adult_before = vec![false; facts.len()];
        for (p, who) in house.people.iter().enumerate() {
            if who.is_adult() {
                adults[who.party].push(p);
                adult_before[who.party] |= !who.is_arrival();
            } else {
                minors[who.party].push(p);
            }
        }
        let mut fixed = vec![NONE; people];
        let mut reserved = vec![false; house.beds.len()];
        for &(person, bed) in &limits.fixed {
            fixed[person] = bed;
            reserved[bed] = true;
        }
        let mut empty_before = vec![true; rooms];
        for bed in house.people.iter().filter_map(|p| p.bed) {
            empty_before[house.beds[bed].room] = false;
        }
        let mut frame = Self {
            house,
            people,
            rooms,
            beds_of,
            class: house.beds.iter().map(|b| class_of(b.kind)).collect(),
            closed: house
                .beds
                .iter()
                .map(|b| b.closed && !ignored.has(Rule::B1))
                .collect(),
            reserved,
            classes: Vec::new(),
            enters: Vec::new(),
            conflict: Vec::new(),
            child: house
                .people
                .iter()
                .map(|p| {
                    !ignored.has(Rule::R5)
                        && facts[p.party].has_adult
                        && rules::needs_own_adult(&house.thresholds, p)
                })
                .collect(),
            pinned: house
                .people
                .iter()
                .map(|p| p.pinned && !ignored.has(Rule::P1))
                .collect(),
            origin: house
                .people
                .iter()
                .map(|p| p.bed.map_or(NONE, |b| house.beds[b].room))
                .collect(),
            adult_beside: Vec::new(),
            adult_before,
            adults,
            minors,
            party: house.people.iter().map(|p| p.party).collect(),
            pair: Vec::new(),
            unsuited: Vec::new(),
            kind: Vec::new(),
            fixed,
            empty_before,
            mirror: Vec::new(),
            clash: Vec::new(),
            soft: Vec::new(),
            pairs_before: Vec::new(),
            ways: Vec::new(),
            one_room: limits.one_room,
            facts,
        };
        frame.fill_people(limits);
        frame.fill_pairs(limits);
        frame.fill_rooms();
        frame.kind = frame.kinds(limits);
        frame.mirror = frame.mirrors();
        frame
    }

    fn fill_people(&mut self, limits: &Limits) {
        let house = self.house;
        for (p, who) in house.people.iter().enumerate() {
            let takes = |kind| {
                rules::bed_refuses(house, p, kind).is_none_or(|rule| limits.relaxed.has(rule))
            };
            let mut classes = 1u8 << NORMAL;
            classes |= u8::from(takes(BedKind::Upper)) << UPPER;
            classes |= u8::from(takes(BedKind::Cot)) << COT;
            self.classes.push(classes);
            for r in 0..self.rooms {
                let steps = rules::room_refuses(house, p, r) && !limits.relaxed.has(Rule::B4);
                let bed = self.beds_of[r].iter().any(|&b| {
                    !self.closed[b] && !self.reserved[b] && classes & 1 << self.class[b] != 0
                });
                self.enters.push(!steps && bed);
                let misses = unsuited(house, &self.facts, p, r);
                self.unsuited.push(u8::try_from(misses).unwrap_or(u8::MAX));
            }
            self.adult_beside.push(
                self.adults[who.party]
                    .iter()
                    .any(|&a| a != p && self.origin[a] == self.origin[p] && self.origin[p] != NONE),
            );
        }
    }

    fn fill_pairs(&mut self, limits: &Limits) {
        let house = self.house;
        let on = |rule| !limits.relaxed.has(rule);
        for (x, one) in house.people.iter().enumerate() {
            for (y, other) in house.people.iter().enumerate() {
                let mut flags = 0;
                if x != y {
                    let apart = on(Rule::R3) && rules::opposite_sex(&house.thresholds, one, other);
                    let alone = on(Rule::R4)
                        && (rules::isolated_from(one, other) || rules::isolated_from(other, one));
                    flags |= u8::from(apart || alone) * HARD;
                    if on(Rule::R2) {
                        flags |= self.beside(x, y, MINOR) | self.beside(y, x, MINDER);
                    }
                }
                self.conflict.push(flags);
                let pairs = stranger_pairs(house, &self.facts, x, y);
                self.pair.push(u16::try_from(pairs).unwrap_or(u16::MAX));
            }
        }
        for lap in &house.laps {
            for y in 0..self.people {
                let clashes = house
                    .with_infants(y)
                    .flat_map(|other| rules::never_beside(&house.thresholds, &lap.infant, other))
                    .any(on);
                self.conflict[lap.adult * self.people + y] |= u8::from(clashes) * HARD;
                self.conflict[y * self.people + lap.adult] |= u8::from(clashes) * HARD;
            }
        }
        if on(Rule::R1) {
            for &(a, b) in house.keep_apart.iter().filter(|(a, b)| a != b) {
                self.conflict[a * self.people + b] |= HARD;
                self.conflict[b * self.people + a] |= HARD;
            }
        }
    }

    fn beside(&self, minor: usize, adult: usize, flag: u8) -> u8 {
        match rules::minor_beside(&self.house.people[minor], &self.house.people[adult]) {
            MinorBeside::Free => 0,
            MinorBeside::WithOwnAdult if self.facts[self.party[minor]].has_adult => flag,
            _ => HARD,
        }
    }

    fn fill_rooms(&mut self) {
        let mut stayers = vec![Vec::new(); self.rooms];
        for p in (0..self.people).filter(|&p| self.origin[p] != NONE) {
            stayers[self.origin[p]].push(p);
        }
        let free = self.free_before();
        for p in 0..self.people {
            let mut ways = Vec::new();
            for (room, there) in stayers.iter().enumerate() {
                let (mut clash, mut soft) = (0, false);
                let own_adult = there.iter().any(|&q| q != p && self.own_adult(p, q));
                for &q in there.iter().filter(|&&q| q != p) {
                    let flags = self.conflict(p, q);
                    if flags & HARD != 0 && clash != HOPELESS {
                        clash = if self.pinned[q] { HOPELESS } else { clash + 1 };
                    } else if flags & MINOR != 0 && !own_adult
                        || flags & MINDER != 0 && !self.adult_beside[q]
                    {
                        soft = true;
                    }
                }
                self.clash.push(clash);
                self.soft.push(soft);
                let pairs = there
                    .iter()
                    .filter(|&&q| q != p)
                    .map(|&q| self.pair[p * self.people + q]);
                self.pairs_before.push(pairs.sum());
                if clash != HOPELESS && self.enters[self.at(p, room)] {
                    let crowded = clash == 0 && !soft && free[room] & self.classes[p] == 0;
                    ways.push(Way {
                        leave: clash.max(u16::from(crowded)),
                        crowded,
                        room,
                    });
                }
            }
            ways.sort_unstable();
            self.ways.push(ways);
        }
    }

    /// By room: classes with an open bed that nobody lies in.
    fn free_before(&self) -> Vec<u8> {
        let mut taken = self.reserved.clone();
        for bed in self.house.people.iter().filter_map(|p| p.bed) {
            taken[bed] = true;
        }
        let mut free = vec![0; self.rooms];
        for (bed, spec) in self.house.beds.iter().enumerate() {
            if !taken[bed] && !self.closed[bed] {
                free[spec.room] |= 1 << self.class[bed];
            }
        }
        free
    }

    fn own_adult(&self, person: usize, other: usize) -> bool {
        self.party[person] == self.party[other] && self.house.people[other].is_adult()
    }

    pub fn conflict(&self, x: usize, y: usize) -> u8 {
        self.conflict[x * self.people + y]
    }

    pub fn at(&self, person: usize, room: usize) -> usize {
        person * self.rooms + room
    }

    /// Whether the bed takes the person as a newcomer, as far as its class and openness go.
    pub fn takes(&self, bed: usize, person: usize) -> bool {
        !self.closed[bed] && !self.reserved[bed] && self.classes[person] & 1 << self.class[bed] != 0
    }

    pub fn is_adult(&self, person: usize) -> bool {
        self.house.people[person].is_adult()
    }

    pub fn is_arrival(&self, person: usize) -> bool {
        self.origin[person] == NONE
    }

    /// Whether R5 was broken by this person before anything changed.
    pub fn child_alone_before(&self, person: usize) -> bool {
        !self.is_arrival(person)
            && self.adult_before[self.party[person]]
            && !self.adult_beside[person]
    }
}

fn class_of(kind: BedKind) -> usize {
    match kind {
        BedKind::Single | BedKind::Lower => NORMAL,
        BedKind::Upper => UPPER,
        BedKind::Cot => COT,
    }
}
