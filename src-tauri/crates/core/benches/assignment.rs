//! How long the best plan and its proof take, by the number of beds.
//!
//! One sample is one case, so "slowest" is the worst case and "median" the case in the middle. First the
//! worked cases; then the growth: worked houses, from 120 beds on joined into larger ones, each asked for the
//! arrivals of any worked case. `VATRA_CASES` adds the cases of another folder.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use support::cases::{self, Case, joined};
use support::random::Dice;
use vatra_core::assignment::{House, Limits, Outcome, best};

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let worked = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/assignment");
    let mut all = cases::folder(&worked);
    if let Ok(more) = std::env::var("VATRA_CASES") {
        all.extend(cases::folder(&Path::new(&more).join("assignment")));
    }
    all
});

static ASKED: AtomicUsize = AtomicUsize::new(0);
static NOT_PROVEN: AtomicUsize = AtomicUsize::new(0);

fn main() {
    divan::main();
    println!(
        "not proven within the limit of steps: {} of {}",
        NOT_PROVEN.load(Relaxed),
        ASKED.load(Relaxed)
    );
}

fn of_size(beds: usize) -> Vec<&'static Case> {
    CASES
        .iter()
        .filter(|case| case.house.beds.len() == beds)
        .collect()
}

fn ask_each(bencher: divan::Bencher, houses: &[House]) {
    let mut turn = houses.iter().cycle();
    bencher
        .with_inputs(|| turn.next().cloned().unwrap_or_default())
        .bench_local_refs(|house| {
            let outcome = best(house, &Limits::default());
            ASKED.fetch_add(1, Relaxed);
            NOT_PROVEN.fetch_add(
                usize::from(matches!(outcome, Outcome::BestSoFar(_))),
                Relaxed,
            );
            outcome
        });
}

#[divan::bench(args = [24, 60], sample_size = 1, sample_count = 600)]
fn worked_cases(bencher: divan::Bencher, beds: usize) {
    let houses: Vec<House> = of_size(beds)
        .into_iter()
        .map(|case| case.house.clone())
        .collect();
    ask_each(bencher, &houses);
}

#[divan::bench(args = [24, 60, 120, 180, 240], sample_size = 1, sample_count = 600)]
fn growth(bencher: divan::Bencher, beds: usize) {
    let dice = &mut Dice(beds as u64);
    let parts = of_size(if beds < 60 { 24 } else { 60 });
    let made = (0..600).map(|_| {
        let houses: Vec<&Case> = (0..beds.div_ceil(60)).map(|_| dice.pick(&parts)).collect();
        joined(&houses, dice.pick(&CASES.iter().collect::<Vec<_>>()))
    });
    ask_each(bencher, &made.collect::<Vec<_>>());
}
