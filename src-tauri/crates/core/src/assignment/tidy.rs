//! Tidying up: other beds for people who are here, with few moves, so that everybody sleeps better.
//!
//! Nobody arrives. Better is measured by four numbers, compared in order, the smaller wins: rules that are
//! broken; rooms that parties are spread over, less one each; pairs of unrelated people in one room of whom
//! at least one belongs to a party with a minor; people, moved or not, whose room's use does not suit them.
//! For each number of moves up to the most the best arrangement is sought that brings about no breach; it is
//! worth a proposal only where it is better than the best with fewer moves.
//!
//! The search decides about one person after the other, stay or move to a room, so that each set of movers
//! is met once. A branch ends when not even the most that the moves left could gain makes it better, or when
//! a room has more people than the moves left could take out of it.

use serde::{Deserialize, Serialize};

use super::house::{Arrangement, House, Person};
use super::measure::{PartyFacts, party_facts, stranger_pairs, unsuited};
use super::rules::{
    MinorBeside, bed_refuses, blocking, breaches, kept_apart, minor_beside, never_beside,
    room_refuses,
};

/// What an arrangement of everybody costs: broken rules, rooms too many, strangers beside minors, people
/// in rooms not meant for them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Order(pub [u32; 4]);

/// A better arrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidier {
    /// How many change beds.
    pub moves: usize,
    /// For every person the bed.
    pub beds: Arrangement,
    /// What it costs.
    pub order: Order,
}

/// What tidying up could gain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tidying {
    /// What the arrangement costs as it is.
    pub now: Order,
    /// Better arrangements, each better than the one before and with more moves.
    pub steps: Vec<Tidier>,
    /// Whether it is proven that none better exists for any of these numbers of moves.
    pub proven: bool,
}

/// What an arrangement costs.
#[must_use]
pub fn order(house: &House, plan: &[Option<usize>]) -> Order {
    let facts = party_facts(house);
    let placed: Vec<(usize, usize)> = (0..house.people.len())
        .filter_map(|p| Some((p, house.room_in(plan, p)?)))
        .collect();
    let mut homes: Vec<(usize, usize)> = placed
        .iter()
        .map(|&(p, room)| (house.people[p].party, room))
        .collect();
    homes.sort_unstable();
    homes.dedup();
    let parties = homes.chunk_by(|one, other| one.0 == other.0).count();
    let pairs = placed.iter().enumerate().flat_map(|(i, &(p, room))| {
        let others = placed[..i].iter().filter(move |other| other.1 == room);
        others.map(move |&(q, _)| (p, q))
    });
    let strangers = pairs
        .map(|(p, q)| stranger_pairs(house, &facts, p, q))
        .sum();
    let unsuited = placed
        .iter()
        .map(|&(p, room)| unsuited(house, &facts, p, room));
    Order(
        [
            breaches(house, plan).len(),
            homes.len() - parties,
            strangers,
            unsuited.sum(),
        ]
        .map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
    )
}

/// Better arrangements of those who have a bed, with one move, two, and so on up to the most. At most so
/// many choices are looked at. A house that is not sound can't be tidied.
#[must_use]
pub fn tidy(house: &House, most: usize, steps: u64) -> Tidying {
    if house.check().is_err() {
        return Tidying::default();
    }
    let before = house.before();
    let now = order(house, &before);
    let mut search = Search::new(house, now, steps);
    let mut found: Vec<Tidier> = Vec::new();
    for moves in 1..=most.min(house.people.len()) {
        search.allowed = moves;
        search.descend(0, 0);
        if let Some(better) = search.found.take() {
            found.push(better);
        }
    }
    Tidying {
        now,
        steps: found,
        proven: search.steps > 0,
    }
}

struct Search<'a> {
    house: &'a House,
    facts: Vec<PartyFacts>,
    /// Those who may move, the likeliest to gain first.
    people: Vec<usize>,
    /// The room of each person, if any.
    room: Vec<Option<usize>>,
    members: Vec<Vec<usize>>,
    /// Open beds of each room, or beds that somebody who stays has.
    beds: Vec<usize>,
    moved: Vec<usize>,
    allowed: usize,
    /// By person and person: so many pairs of strangers beside a minor.
    pair: Vec<u32>,
    /// By person and person: never in one room, whoever else is there.
    never: Vec<bool>,
    /// By person: the turn at which it is decided whether they move; 0 for those who stay anyway.
    turn: Vec<usize>,
    spread: u32,
    strangers: u32,
    unsuited: u32,
    /// Breaches as it stands before.
    broken: u32,
    /// How many of these each person has a part in.
    part: Vec<u32>,
    best: Order,
    found: Option<Tidier>,
    steps: u64,
}

impl<'a> Search<'a> {
    fn new(house: &'a House, now: Order, steps: u64) -> Self {
        let facts = party_facts(house);
        let people = house.people.len();
        let before = house.before();
        let pair = (0..people * people)
            .map(|i| stranger_pairs(house, &facts, i / people, i % people))
            .map(|pairs| u32::try_from(pairs).unwrap_or(u32::MAX))
            .collect();
        let room: Vec<Option<usize>> = (0..people).map(|p| house.room_in(&before, p)).collect();
        let mut members = vec![Vec::new(); house.rooms.len()];
        for (p, room) in room.iter().enumerate() {
            members[room.unwrap_or(0)].extend(room.map(|_| p));
        }
        let mut part = vec![0; people];
        for breach in breaches(house, &before) {
            // A breach about a child alone may also be mended by its adults, or by any of the room.
            for (p, count) in part.iter_mut().enumerate() {
                let near = room[p] == Some(breach.room) || house.related(p, breach.person);
                *count += u32::from(near);
            }
        }
        let mut beds = vec![0; house.rooms.len()];
        for (bed, spec) in house.beds.iter().enumerate() {
            beds[spec.room] += usize::from(!spec.closed || before.contains(&Some(bed)));
        }
        let Order([broken, spread, strangers, unsuited]) = now;
        let mut search = Self {
            house,
            people: Vec::new(),
            room,
            members,
            beds,
            moved: Vec::new(),
            allowed: 0,
            pair,
            never: Vec::new(),
            turn: vec![0; people],
            spread,
            strangers,
            unsuited,
            broken,
            part,
            best: now,
            found: None,
            steps,
            facts,
        };
        let mut movable: Vec<usize> = (0..people)
            .filter(|&p| search.room[p].is_some() && !house.people[p].pinned)
            .collect();
        movable.sort_by_key(|&p| std::cmp::Reverse((search.part[p], search.pairs_of(p))));
        for (i, &p) in movable.iter().enumerate() {
            search.turn[p] = i + 1;
        }
        search.people = movable;
        search.never = (0..people * people)
            .map(|i| search.never_together(i / people, i % people))
            .collect();
        search
    }

    fn never_together(&self, p: usize, q: usize) -> bool {
        let house = self.house;
        let (one, other) = (&house.people[p], &house.people[q]);
        let mut beside = house
            .with_infants(p)
            .flat_map(|who| house.with_infants(q).map(move |next| (who, next)));
        let alone = |minor: &Person, adult: &Person| match minor_beside(minor, adult) {
            MinorBeside::Free => false,
            MinorBeside::WithOwnAdult => !self.facts[minor.party].has_adult,
            MinorBeside::Never => true,
        };
        p != q
            && (kept_apart(house, p, q)
                || beside
                    .any(|(who, next)| never_beside(&house.thresholds, who, next).next().is_some())
                || alone(one, other)
                || alone(other, one))
    }

    /// Whether the rules may yet let this person into the room: whoever stands in the way could still move.
    fn may_join(&self, person: usize, room: usize, turn: usize, left: usize) -> bool {
        let row = person * self.house.people.len();
        let against = self.members[room]
            .iter()
            .filter(|&&q| q != person && self.never[row + q]);
        let mut most = left;
        for &other in against {
            if self.turn[other] <= turn || most == 0 {
                return false;
            }
            most -= 1;
        }
        true
    }

    /// Decides about the people from here on, so many of whom have moved already.
    fn descend(&mut self, from: usize, over: usize) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let left = self.allowed - self.moved.len();
        if left == 0 {
            self.keep();
            return;
        }
        if over > left || self.hopeless(from, left) {
            return;
        }
        for next in from..self.people.len() {
            let person = self.people[next];
            let Some(old) = self.room[person] else {
                continue;
            };
            for room in 0..self.house.rooms.len() {
                if self.enters(person, room) && self.may_join(person, room, next + 1, left - 1) {
                    self.go(person, old, room);
                    self.moved.push(person);
                    let over = self.overfull();
                    self.descend(next + 1, over);
                    self.moved.pop();
                    self.go(person, room, old);
                }
            }
        }
    }

    fn enters(&self, person: usize, room: usize) -> bool {
        let house = self.house;
        !room_refuses(house, person, room)
            && house.beds.iter().any(|bed| {
                bed.room == room && !bed.closed && bed_refuses(house, person, bed.kind).is_none()
            })
    }

    /// How many people have to leave rooms that are too full.
    fn overfull(&self) -> usize {
        let rooms = self.members.iter().zip(&self.beds);
        rooms
            .map(|(members, &beds)| members.len().saturating_sub(beds))
            .sum()
    }

    fn pairs_of(&self, person: usize) -> u32 {
        let row = person * self.house.people.len();
        let room = self.room[person].map_or(&[][..], |room| &self.members[room][..]);
        room.iter().map(|&q| self.pair[row + q]).sum()
    }

    fn unsuited_in(&self, person: usize, room: usize) -> u32 {
        u32::try_from(unsuited(self.house, &self.facts, person, room)).unwrap_or(u32::MAX)
    }

    fn alone_in(&self, person: usize, room: usize) -> u32 {
        let others = self.members[room].iter().filter(|&&q| q != person);
        let mut others = others.map(|&q| self.house.related(q, person));
        u32::from(!others.any(|related| related))
    }

    fn go(&mut self, person: usize, from: usize, to: usize) {
        if from == to {
            return;
        }
        self.strangers -= self.pairs_of(person);
        self.unsuited -= self.unsuited_in(person, from);
        // Counted before leaving and after coming, each without the person.
        let (left, joined) = (self.alone_in(person, from), self.alone_in(person, to));
        self.spread = self.spread + joined - left;
        self.members[from].retain(|&p| p != person);
        self.members[to].push(person);
        self.room[person] = Some(to);
        self.strangers += self.pairs_of(person);
        self.unsuited += self.unsuited_in(person, to);
    }

    /// Whether not even the most that these people could gain makes this better than the best.
    fn hopeless(&self, from: usize, left: usize) -> bool {
        let rest = &self.people[from..];
        let most = |gains: &mut Vec<u32>| -> u32 {
            gains.sort_unstable_by(|a, b| b.cmp(a));
            gains.iter().take(left).sum()
        };
        let Order(best) = self.best;
        let mut part: Vec<u32> = rest.iter().map(|&p| self.part[p]).collect();
        let moved: u32 = self.moved.iter().map(|&p| self.part[p]).sum();
        let broken = self.broken.saturating_sub(moved + most(&mut part));
        if broken != best[0] {
            return broken > best[0];
        }
        let mut apart: Vec<u32> = rest.iter().map(|&p| self.splits(p)).collect();
        let spread = self.spread.saturating_sub(most(&mut apart));
        if spread != best[1] {
            return spread > best[1];
        }
        let mut pairs: Vec<u32> = rest.iter().map(|&p| self.pairs_of(p)).collect();
        let strangers = self.strangers.saturating_sub(most(&mut pairs));
        if strangers != best[2] {
            return strangers > best[2];
        }
        let unsuited = |&p: &usize| self.room[p].map_or(0, |room| self.unsuited_in(p, room));
        let mut uses: Vec<u32> = rest.iter().map(unsuited).collect();
        self.unsuited.saturating_sub(most(&mut uses)) >= best[3]
    }

    /// Whether the person's party is in more than one room.
    fn splits(&self, person: usize) -> u32 {
        let party = self.house.people[person].party;
        let homes = self.house.people.iter().zip(&self.room);
        let mut homes = homes.filter(|(who, room)| who.party == party && room.is_some());
        let apart = homes.any(|(_, room)| *room != self.room[person]);
        u32::from(apart)
    }

    fn keep(&mut self) {
        let Order(best) = self.best;
        if self.overfull() > 0 || (best[0] == 0 && self.cost(0) >= self.best) {
            return;
        }
        let Some(beds) = self.deal() else {
            return;
        };
        let Order([broken, ..]) = order(self.house, &beds);
        let cost = self.cost(broken);
        let mut free = self.house.clone();
        free.thresholds.max_moves = u8::MAX;
        if cost < self.best && blocking(&free, &beds).is_empty() {
            self.best = cost;
            self.found = Some(Tidier {
                moves: self.allowed,
                beds,
                order: cost,
            });
        }
    }

    fn cost(&self, broken: u32) -> Order {
        Order([broken, self.spread, self.strangers, self.unsuited])
    }

    /// Beds for those who move, each another than before. `None` where a room has none that would do.
    fn deal(&self) -> Option<Arrangement> {
        let mut plan = self.house.before();
        for &person in &self.moved {
            plan[person] = None;
        }
        let taken: Vec<usize> = plan.iter().flatten().copied().collect();
        let mut holder = vec![None; self.house.beds.len()];
        for &person in &self.moved {
            let mut seen = vec![false; holder.len()];
            if !self.find_bed(person, &taken, &mut holder, &mut seen) {
                return None;
            }
        }
        for (bed, person) in holder.into_iter().enumerate() {
            if let Some(person) = person {
                plan[person] = Some(bed);
            }
        }
        Some(plan)
    }

    fn find_bed(
        &self,
        person: usize,
        taken: &[usize],
        holder: &mut [Option<usize>],
        seen: &mut [bool],
    ) -> bool {
        let house = self.house;
        let who = &house.people[person];
        for (bed, spec) in house.beds.iter().enumerate() {
            let fits = Some(spec.room) == self.room[person]
                && who.bed != Some(bed)
                && !spec.closed
                && !taken.contains(&bed)
                && bed_refuses(house, person, spec.kind).is_none();
            if !fits || std::mem::replace(&mut seen[bed], true) {
                continue;
            }
            let free = match holder[bed] {
                None => true,
                Some(other) => self.find_bed(other, taken, holder, seen),
            };
            if free {
                holder[bed] = Some(person);
                return true;
            }
        }
        false
    }
}
