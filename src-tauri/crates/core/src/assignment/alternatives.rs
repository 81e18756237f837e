//! Really different proposals for those who arrive, ranked, each with what there is to say about it.
//!
//! The number of moves counts first, so where the best plan moves somebody every plan without moves
//! breaks a rule. What may still be wanted, at its price: that nobody moves, past a rule that a manager may
//! go past; everybody of a party in one room; other rooms than those of the best plan.

use std::collections::BTreeMap;

use super::house::House;
use super::measure::{PartyFacts, party_facts, unsuited};
use super::rules::{Breach, Rule, blocking, moved};
use super::search::{Limits, Outcome, Plan, best, best_within};
use crate::terms::RoomUse;

/// What a proposal was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// The best plan of all.
    Best,
    /// The best in which the arrivals of each party share one room.
    Together,
    /// The best in which no arrival goes to a room that the best plan gives to arrivals, with no more moves.
    Elsewhere,
    /// Nobody moves, and as little as possible is broken of one rule. Asked where every other plan moves
    /// somebody, or where there is none.
    PastRule,
}

/// So many proposals at the most: more is no help at the door.
const MOST: usize = 3;
/// All questions past a rule together get this part of the steps of the limits.
const PART_PAST_RULES: u64 = 4;

/// Rules that a proposal may go past, one at a time: a way with steps, company in spite of isolation, and a boy
/// or girl beside unrelated people of the other sex with an adult of the own party there. Nothing that keeps
/// a child safe, a pair apart or a bed closed is ever proposed to be broken; who must do so picks the beds.
const PASSABLE: [Rule; 3] = [Rule::B4, Rule::R3, Rule::R4];

/// Whether a proposal may bring this about: strangers of different sex share no room where both are grown up
/// or both are minors.
fn passable(house: &House, breach: &Breach) -> bool {
    let adult = |p: usize| house.people[p].is_adult();
    breach.rule != Rule::R3 || adult(breach.person) != breach.other.is_some_and(adult)
}

/// A resident who changes beds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The resident.
    pub person: usize,
    /// The bed before.
    pub from: usize,
    /// The bed after.
    pub to: usize,
}

/// Something worth saying about a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No resident changes beds.
    NobodyMoves,
    /// These residents change beds.
    Moves(Vec<Move>),
    /// An arriving party has the room to itself.
    RoomToThemselves {
        /// The party.
        party: usize,
        /// The room.
        room: usize,
    },
    /// An arriving party shares the room with these people.
    SharedWith {
        /// The party.
        party: usize,
        /// The room.
        room: usize,
        /// Everybody in the room who is not of the party.
        people: Vec<usize>,
    },
    /// An arriving party is spread over these rooms; its residents count.
    Spread {
        /// The party.
        party: usize,
        /// The rooms, in order.
        rooms: Vec<usize>,
    },
    /// A room that nobody was in is taken into use.
    OpensEmptyRoom {
        /// The room.
        room: usize,
    },
    /// After that no room of the use stands empty.
    LastEmptyRoomOfUse {
        /// The room.
        room: usize,
        /// What it is meant for.
        room_use: RoomUse,
    },
    /// The use of the room does not suit these arrivals or residents who move.
    UnsuitedUse {
        /// Who, in order.
        people: Vec<usize>,
        /// The room.
        room: usize,
    },
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What it was looked for.
    pub aim: Aim,
    /// Beds and the five numbers.
    pub plan: Plan,
    /// Whether it is proven that none with this aim is better.
    pub proven: bool,
    /// What there is to say, in a fixed order.
    pub remarks: Vec<Remark>,
    /// What it breaks; nothing but of the one rule that it goes past.
    pub breaches: Vec<Breach>,
}

/// The proposals for all who have no bed, best first, and one past a rule last; empty where there is none.
pub fn alternatives(house: &House, limits: &Limits) -> Vec<Alternative> {
    let mut found: Vec<Alternative> = propose(house, Aim::Best, limits).into_iter().collect();
    if let Some(first) = found.first().cloned() {
        found.extend(others(house, &first, limits));
        found[1..].sort_by_key(|a| (a.plan.cost, a.aim));
    }
    let moves = found.iter().all(|a| a.plan.cost.0[0] > 0);
    let past = past_a_rule(house, limits).filter(|_| moves);
    let mut seen: Vec<Vec<Option<usize>>> = Vec::new();
    found.retain(|a| {
        let rooms: Vec<Option<usize>> = (0..house.people.len())
            .map(|p| house.room_in(&a.plan.beds, p))
            .collect();
        let new = !seen.contains(&rooms);
        seen.push(rooms);
        new
    });
    found.truncate(MOST - usize::from(past.is_some()));
    found.extend(past);
    found
}

/// What may be wished for instead of the best plan, with all rules kept.
fn others(house: &House, first: &Alternative, limits: &Limits) -> Vec<Alternative> {
    let mut found = Vec::new();
    let spread = arriving_parties(house)
        .into_iter()
        .any(|party| arrival_rooms(house, &first.plan, party).len() > 1);
    if spread && !limits.one_room {
        found.extend(propose(
            house,
            Aim::Together,
            &Limits {
                one_room: true,
                ..limits.clone()
            },
        ));
    }
    let taken = house
        .arrivals()
        .filter_map(|p| house.room_in(&first.plan.beds, p));
    let avoid = limits.avoid.iter().copied().chain(taken).collect();
    let elsewhere = propose(
        house,
        Aim::Elsewhere,
        &Limits {
            avoid,
            ..limits.clone()
        },
    );
    // Nobody is moved only for the sake of a choice.
    found.extend(elsewhere.filter(|a| a.plan.cost.0[0] <= first.plan.cost.0[0]));
    found
}

/// The plan in which nobody moves that breaks least of one rule.
fn past_a_rule(house: &House, limits: &Limits) -> Option<Alternative> {
    let mut steps = limits.steps / PART_PAST_RULES;
    let plans = PASSABLE.iter().filter(|&&rule| !limits.relaxed.has(rule));
    let mut ask = |&rule: &Rule| {
        let relaxed = Limits {
            forbid_moves: true,
            relaxed: limits.relaxed.with(rule),
            ..limits.clone()
        };
        let outcome = best_within(house, &relaxed, &mut steps);
        let mut found = proposal(house, Aim::PastRule, outcome)?;
        found.breaches = blocking(house, &found.plan.beds);
        let allowed = found.breaches.iter().all(|breach| passable(house, breach));
        (allowed && !found.breaches.is_empty()).then_some(found)
    };
    plans
        .filter_map(&mut ask)
        .min_by_key(|a| (a.breaches.len(), a.plan.cost, a.breaches[0].rule))
}

fn propose(house: &House, aim: Aim, limits: &Limits) -> Option<Alternative> {
    proposal(house, aim, best(house, limits))
}

fn proposal(house: &House, aim: Aim, outcome: Outcome) -> Option<Alternative> {
    let (plan, proven) = match outcome {
        Outcome::Optimal(plan) => (plan, true),
        Outcome::BestSoFar(plan) => (plan?, false),
        Outcome::Impossible | Outcome::Malformed(_) => return None,
    };
    Some(Alternative {
        aim,
        remarks: remarks(house, &plan),
        plan,
        proven,
        breaches: Vec::new(),
    })
}

/// What there is to say about any plan: moves first, then party by party, then rooms and uses.
pub fn remarks(house: &House, plan: &Plan) -> Vec<Remark> {
    let moves: Vec<Move> = moved(house, &plan.beds)
        .filter_map(|(person, to)| {
            Some(Move {
                person,
                from: house.people[person].bed?,
                to,
            })
        })
        .collect();
    let mut said = vec![if moves.is_empty() {
        Remark::NobodyMoves
    } else {
        Remark::Moves(moves)
    }];
    for party in arriving_parties(house) {
        let rooms = arrival_rooms(house, plan, party);
        let all = party_rooms(house, plan, party);
        for &room in &rooms {
            let people: Vec<usize> = members(house, plan, room)
                .filter(|&p| house.people[p].party != party)
                .collect();
            said.push(match people.is_empty() {
                true => Remark::RoomToThemselves { party, room },
                false => Remark::SharedWith {
                    party,
                    room,
                    people,
                },
            });
        }
        if all.len() > 1 {
            said.push(Remark::Spread { party, rooms: all });
        }
    }
    said.extend(opened(house, plan));
    let facts = party_facts(house);
    said.extend((0..house.rooms.len()).filter_map(|room| not_meant(house, plan, &facts, room)));
    said
}

fn not_meant(house: &House, plan: &Plan, facts: &[PartyFacts], room: usize) -> Option<Remark> {
    let misses =
        |&p: &usize| house.people[p].bed != plan.beds[p] && unsuited(house, facts, p, room) > 0;
    let people: Vec<usize> = members(house, plan, room).filter(misses).collect();
    (!people.is_empty()).then_some(Remark::UnsuitedUse { people, room })
}

fn opened(house: &House, plan: &Plan) -> Vec<Remark> {
    let before = house.before();
    let taken = |beds: &[Option<usize>], room: usize| {
        beds.iter().flatten().any(|&b| house.beds[b].room == room)
    };
    let could_be_used = |room: usize| house.beds.iter().any(|b| b.room == room && !b.closed);
    let mut empty: BTreeMap<RoomUse, usize> = BTreeMap::new();
    for room in (0..house.rooms.len()).filter(|&r| could_be_used(r) && !taken(&plan.beds, r)) {
        *empty.entry(house.rooms[room].room_use).or_default() += 1;
    }
    let mut said = Vec::new();
    for room in (0..house.rooms.len()).filter(|&r| !taken(&before, r) && taken(&plan.beds, r)) {
        said.push(Remark::OpensEmptyRoom { room });
        let room_use = house.rooms[room].room_use;
        if !empty.contains_key(&room_use) {
            said.push(Remark::LastEmptyRoomOfUse { room, room_use });
        }
    }
    said
}

/// The parties of those who have no bed, in order.
pub fn arriving_parties(house: &House) -> Vec<usize> {
    let mut parties: Vec<usize> = house.arrivals().map(|p| house.people[p].party).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}

fn arrival_rooms(house: &House, plan: &Plan, party: usize) -> Vec<usize> {
    rooms_of(
        house,
        plan,
        house.arrivals().filter(|&p| house.people[p].party == party),
    )
}

fn party_rooms(house: &House, plan: &Plan, party: usize) -> Vec<usize> {
    rooms_of(
        house,
        plan,
        (0..house.people.len()).filter(|&p| house.people[p].party == party),
    )
}

fn rooms_of(house: &House, plan: &Plan, people: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut rooms: Vec<usize> = people
        .filter_map(|p| house.room_in(&plan.beds, p))
        .collect();
    rooms.sort_unstable();
    rooms.dedup();
    rooms
}

fn members<'a>(house: &'a House, plan: &'a Plan, room: usize) -> impl Iterator<Item = usize> + 'a {
    (0..house.people.len()).filter(move |&p| house.room_in(&plan.beds, p) == Some(room))
}
