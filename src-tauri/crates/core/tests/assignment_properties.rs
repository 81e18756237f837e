//! What must hold of the engine whatever the house.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use proptest::prelude::*;
use support::large::{self, Arrival};
use support::naive;
use support::random::{self, Dice};
use vatra_core::assignment::{
    Arrangement, House, Limits, Outcome, best, blocking, breaches, measure,
};

fn cases() -> u32 {
    std::env::var("VATRA_PROPERTIES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(400)
}

fn house(seed: u64) -> House {
    match seed % 4 {
        0 => random::tiny(seed),
        1 => random::tight(seed),
        2 => large::house(seed, 14, 85, Arrival::Family),
        _ => large::house(seed, 24, 75, Arrival::ManyParties),
    }
}

fn numbers(h: &House) -> Option<[u32; 5]> {
    match best(h, &Limits::default()) {
        Outcome::Optimal(plan) => Some(plan.cost.0),
        Outcome::Impossible => None,
        other => panic!("{other:?}"),
    }
}

/// Fewer moves are better, and any plan is better than none.
fn moves(h: &House) -> u32 {
    numbers(h).map_or(u32::MAX, |c| c[0])
}

fn order(d: &mut Dice, n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    d.shuffle(&mut order);
    order
}

/// The same house with people, parties, rooms and beds in another order.
fn renamed(h: &House, d: &mut Dice) -> House {
    let (people, rooms, beds) = (
        order(d, h.people.len()),
        order(d, h.rooms.len()),
        order(d, h.beds.len()),
    );
    let parties = order(d, h.people.len());
    let mut other = h.clone();
    for (i, room) in h.rooms.iter().enumerate() {
        other.rooms[rooms[i]] = *room;
    }
    for (i, bed) in h.beds.iter().enumerate() {
        other.beds[beds[i]] = *bed;
        other.beds[beds[i]].room = rooms[bed.room];
    }
    for (i, person) in h.people.iter().enumerate() {
        let to = &mut other.people[people[i]];
        *to = *person;
        to.bed = person.bed.map(|b| beds[b]);
        to.party = parties[person.party];
    }
    other.keep_apart = h
        .keep_apart
        .iter()
        .map(|&(a, b)| (people[b], people[a]))
        .collect();
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_and_order_change_no_number(seed in any::<u64>()) {
        let h = house(seed);
        prop_assert_eq!(numbers(&h), numbers(&renamed(&h, &mut Dice(seed ^ 1))));
    }

    /// Asked only whether there is a plan, the search says so with the fewest moves, and with one that is allowed.
    #[test]
    fn any_plan_moves_as_few_as_the_best(seed in any::<u64>()) {
        let h = house(seed);
        let found = best(&h, &Limits { any: true, ..Limits::default() });
        let moved = match &found {
            Outcome::BestSoFar(Some(plan)) => {
                prop_assert_eq!(naive::faults(&h, &plan.beds), Vec::<String>::new());
                plan.cost.0[0]
            }
            Outcome::Impossible => u32::MAX,
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(moved, moves(&h));
    }

    /// Named in a pair, nobody is taken for the mirror image of anybody: the engine must find the same
    /// the long way round.
    #[test]
    fn mirror_images_change_no_number(seed in any::<u64>()) {
        let h = house(seed);
        let mut distinct = h.clone();
        distinct.keep_apart.extend((0..h.people.len()).map(|p| (p, p)));
        prop_assert_eq!(numbers(&h), numbers(&distinct));
    }

    #[test]
    fn opening_a_bed_never_needs_more_moves(seed in any::<u64>(), which in any::<prop::sample::Index>()) {
        let h = house(seed);
        let mut open = h.clone();
        open.beds[which.index(h.beds.len())].closed = false;
        prop_assert!(moves(&open) <= moves(&h));
    }

    #[test]
    fn pinning_never_helps(seed in any::<u64>(), which in any::<prop::sample::Index>()) {
        let h = house(seed);
        let mut pinned = h.clone();
        pinned.people[which.index(h.people.len())].pinned = true;
        prop_assert!(moves(&pinned) >= moves(&h));
    }

    #[test]
    fn the_same_question_gets_the_same_answer(seed in any::<u64>()) {
        let h = house(seed);
        prop_assert_eq!(best(&h, &Limits::default()), best(&h, &Limits::default()));
    }

    #[test]
    fn a_short_search_never_claims_too_much(seed in any::<u64>(), steps in 1u64..200) {
        let h = house(seed);
        match best(&h, &Limits { steps, ..Limits::default() }) {
            Outcome::Optimal(plan) => prop_assert_eq!(Some(plan.cost.0), numbers(&h)),
            Outcome::Impossible => prop_assert_eq!(None, numbers(&h)),
            Outcome::BestSoFar(Some(plan)) => {
                prop_assert!(naive::faults(&h, &plan.beds).is_empty());
                prop_assert_eq!(naive::numbers(&h, &plan.beds), plan.cost.0);
            }
            _ => {}
        }
    }

    #[test]
    fn rules_and_measure_agree_with_the_naive_reading(seed in any::<u64>()) {
        let h = house(seed);
        let mut d = Dice(seed ^ 2);
        let beds = order(&mut d, h.beds.len());
        let anywhere: Arrangement = (0..h.people.len()).map(|p| beds.get(p).copied().filter(|_| p % 7 != 3)).collect();
        let mut ours: Vec<(String, usize, usize)> = breaches(&h, &anywhere)
            .iter().map(|b| (format!("{:?}", b.rule), b.person, b.other.unwrap_or(b.person))).collect();
        let mut naive: Vec<(String, usize, usize)> =
            naive::broken(&h, &anywhere).into_iter().map(|(r, a, b)| (r.to_owned(), a, b)).collect();
        ours.sort();
        naive.sort();
        prop_assert_eq!(ours, naive);
        if h.people.len() <= h.beds.len() {
            let all: Arrangement = (0..h.people.len()).map(|p| Some(beds[p])).collect();
            prop_assert_eq!(measure(&h, &all).0, naive::numbers(&h, &all));
            prop_assert_eq!(blocking(&h, &all).is_empty(), naive::faults(&h, &all).is_empty());
        }
    }
}
