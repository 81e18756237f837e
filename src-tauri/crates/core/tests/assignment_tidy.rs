//! Tidying up finds the best arrangement with each number of moves, and brings about no breach.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::large::{self, Arrival};
use support::{brute, naive, random};
use vatra_core::assignment::{BedSpec, House, Needs, Person, RoomSpec, order, tidy};
use vatra_core::terms::{BedKind, RoomUse, Sex};

const MOST: usize = 3;

fn cases() -> u64 {
    std::env::var("VATRA_BRUTE")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(3_000)
}

/// Those who are in a bed, without the arrivals.
fn residents(mut house: House) -> House {
    let kept: Vec<usize> = (0..house.people.len())
        .filter(|&p| !house.people[p].is_arrival())
        .collect();
    let index = |p: &usize| kept.iter().position(|other| other == p);
    let pairs = house.keep_apart.iter();
    house.keep_apart = pairs.filter_map(|(a, b)| index(a).zip(index(b))).collect();
    house.people = kept.iter().map(|&p| house.people[p]).collect();
    let mut parties: Vec<usize> = house.people.iter().map(|p| p.party).collect();
    parties.sort_unstable();
    parties.dedup();
    for person in &mut house.people {
        person.party = parties.binary_search(&person.party).unwrap();
    }
    house
}

/// The four numbers by the literal reading: of everybody it counts whose room does not suit them.
fn numbers(h: &House, plan: &[Option<usize>]) -> [u32; 4] {
    let mut as_arrivals = h.clone();
    for person in &mut as_arrivals.people {
        person.bed = None;
    }
    let [_, spread, strangers, _, unsuited] = naive::numbers(&as_arrivals, plan);
    let broken = u32::try_from(naive::broken(h, plan).len()).unwrap();
    [broken, spread, strangers, unsuited]
}

/// The best of all arrangements with exactly so many moves, for each number.
fn every_arrangement(h: &House) -> Vec<Option<[u32; 4]>> {
    fn go(h: &House, plan: &mut Vec<Option<usize>>, moved: usize, best: &mut [Option<[u32; 4]>]) {
        if plan.len() == h.people.len() {
            let cost = numbers(h, plan);
            let faults = naive::faults(h, plan);
            let allowed = faults.iter().all(|fault| fault == "P2");
            if allowed && best[moved].is_none_or(|b| cost < b) {
                best[moved] = Some(cost);
            }
            return;
        }
        let own = h.people[plan.len()].bed;
        for bed in (0..h.beds.len()).map(Some) {
            let more = moved + usize::from(bed != own);
            if more <= MOST && !plan.contains(&bed) {
                plan.push(bed);
                go(h, plan, more, best);
                plan.pop();
            }
        }
    }
    let mut best = vec![None; MOST + 1];
    go(h, &mut Vec::new(), 0, &mut best);
    best
}

#[test]
fn finds_what_looking_at_every_arrangement_finds() {
    let mut gained = 0;
    for seed in 0..cases() {
        let mut house = residents(match seed % 2 {
            0 => random::tiny(seed + 90_000),
            _ => random::tight(seed + 90_000),
        });
        house.thresholds.max_moves = 8;
        let found = tidy(&house, MOST, 5_000_000);
        assert!(found.proven);
        let every = every_arrangement(&house);
        let mut best = numbers(&house, &house.before());
        assert_eq!(found.now.0, best, "{}", brute::sketch(&house));
        let mut steps = found.steps.iter();
        for (moves, cost) in every.iter().enumerate().skip(1) {
            if let Some(cost) = cost.filter(|cost| *cost < best) {
                best = cost;
                let step = steps.next();
                assert_eq!(
                    step.map(|step| (step.moves, step.order.0)),
                    Some((moves, cost)),
                    "seed {seed}: {}",
                    brute::sketch(&house)
                );
                gained += 1;
            }
        }
        assert_eq!(steps.next(), None, "seed {seed}");
    }
    assert!(gained > cases() / 10, "{gained}");
}

#[test]
fn what_it_proposes_is_allowed_and_costs_what_it_says() {
    for seed in 0..60 {
        let mut house = residents(large::house(seed, 24, 90, Arrival::Single));
        house.thresholds.max_moves = 8;
        let found = tidy(&house, MOST, 200_000);
        let mut before = found.now;
        for step in found.steps {
            let faults = naive::faults(&house, &step.beds);
            assert!(faults.is_empty(), "{faults:?}");
            assert_eq!(numbers(&house, &step.beds), step.order.0);
            assert_eq!(order(&house, &step.beds), step.order);
            let moved = house
                .before()
                .iter()
                .zip(&step.beds)
                .filter(|(a, b)| a != b)
                .count();
            assert_eq!(moved, step.moves);
            assert!(step.order < before);
            before = step.order;
        }
    }
}

#[test]
fn a_child_left_alone_is_joined_and_a_limit_is_said() {
    let who = |party, age, bed| Person {
        party,
        sex: Sex::Female,
        age,
        needs: Needs::default(),
        bed: Some(bed),
        pinned: false,
    };
    let mut house = House::default();
    for (room, beds) in [2, 2].into_iter().enumerate() {
        house.rooms.push(RoomSpec {
            room_use: RoomUse::Any,
            step_free: false,
        });
        house.beds.extend((0..beds).map(|_| BedSpec {
            room,
            kind: BedKind::Single,
            closed: false,
        }));
    }
    house.people = vec![who(0, 30, 0), who(1, 40, 1), who(0, 5, 2)];
    let found = tidy(&house, 4, 10_000);
    assert_eq!(found.now.0[..2], [1, 1], "a child of 5 without her mother");
    assert_eq!(found.steps[0].moves, 1);
    assert_eq!(found.steps[0].order.0, [0, 0, 0, 0]);
    assert_eq!(
        found.steps[0].beds[0],
        Some(3),
        "the mother goes to the child"
    );
    assert_eq!(found.steps.len(), 1);
    assert!(!tidy(&house, 4, 1).proven);
}
