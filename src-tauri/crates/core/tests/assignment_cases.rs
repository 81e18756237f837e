//! The worked cases: the engine must find the proven optimum of each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;
use std::time::Instant;
use support::{cases, naive};
use vatra_core::assignment::{Limits, Outcome, best};

/// Folder of the cases, from the folder of this crate.
const CASES: &str = "tests/data/assignment";

#[test]
fn assignment_cases() {
    let mut all = cases::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES));
    assert!(!all.is_empty(), "no cases in {CASES}");
    if let Ok(more) = std::env::var("VATRA_CASES") {
        all.extend(cases::folder(&Path::new(&more).join("assignment")));
    }
    let mut times = vec![];
    let mut right = 0;
    for case in &all {
        let start = Instant::now();
        let outcome = best(&case.house, &Limits::default());
        let took = start.elapsed().as_secs_f64() * 1000.0;
        times.push(took);
        let found = match &outcome {
            Outcome::Optimal(plan) => {
                let faults = naive::faults(&case.house, &plan.beds);
                let numbers = naive::numbers(&case.house, &plan.beds);
                assert!(faults.is_empty(), "{}: {faults:?}", case.name);
                assert_eq!(numbers, plan.cost.0, "{}", case.name);
                Some(Some(numbers))
            }
            Outcome::Impossible => Some(None),
            _ => None,
        };
        if found == Some(case.optimum) {
            right += 1;
        } else {
            println!("{}: expected {:?}, got {found:?}", case.name, case.optimum);
        }
        if std::env::var("VATRA_TIMES").is_ok() {
            println!("{} {took:.2} ms", case.name);
        }
    }
    times.sort_by(f64::total_cmp);
    println!(
        "assignment cases: {right} of {} at the optimum, median {:.2} ms, worst {:.2} ms",
        all.len(),
        times[times.len() / 2],
        times[times.len() - 1]
    );
    assert_eq!(right, all.len());
}
