//! The engine agrees with brute force on small houses of every sort.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{brute, naive, random};
use vatra_core::assignment::{House, Limits, Outcome, best};

fn cases() -> u64 {
    std::env::var("VATRA_BRUTE")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(20_000)
}

#[test]
fn agrees_with_brute_force_anywhere() {
    compare(random::tiny);
}

#[test]
fn agrees_with_brute_force_where_it_is_tight() {
    compare(random::tight);
}

fn compare(make: fn(u64) -> House) {
    let from = std::env::var("VATRA_BRUTE_FROM")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let mut by_moves = [0; 8];
    let mut impossible = 0;
    for seed in from..from + cases() {
        let house = make(seed);
        let expected = brute::optimum(&house);
        let found = match best(&house, &Limits::default()) {
            Outcome::Optimal(plan) => {
                let faults = naive::faults(&house, &plan.beds);
                assert!(
                    faults.is_empty(),
                    "seed {seed}: {faults:?} in {plan:?} of {}",
                    brute::sketch(&house)
                );
                assert_eq!(
                    naive::numbers(&house, &plan.beds),
                    plan.cost.0,
                    "seed {seed}"
                );
                Some(plan.cost.0)
            }
            Outcome::Impossible => None,
            other => panic!("seed {seed}: {other:?}"),
        };
        assert_eq!(found, expected, "seed {seed}: {}", brute::sketch(&house));
        match expected {
            None => impossible += 1,
            Some(numbers) => by_moves[numbers[0] as usize] += 1,
        }
    }
    println!(
        "{} houses, {impossible} without a plan, by number of moves {by_moves:?}",
        cases()
    );
}
