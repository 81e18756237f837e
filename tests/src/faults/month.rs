//! A month at a desk in minutes: several screens ask at once, days pass, it is locked and unlocked; every
//! answer is whole, and the memory of the program stays where it was.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use vatra::problem::{Failure, Problem};
use vatra::sample;
use vatra_store::Chain;

use super::{Dice, Outcome, head};
use crate::Desk;
use crate::life::Life;

/// How much more memory than after the second day is still called the same, in KiB.
const SLACK: u64 = 24 * 1024;

/// Lives so many days. The control keeps every answer.
#[must_use]
pub fn run(days: usize, seed: u64, guarded: bool) -> Outcome {
    let mut outcome = Outcome::default();
    let desk = Desk::sample();
    let (ended, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
    let wrong = Mutex::new(Vec::new());
    let mut kept: Vec<Vec<u8>> = Vec::new();
    std::thread::scope(|scope| {
        for screen in 0..3 {
            let (desk, ended, asked, wrong) = (&desk, &ended, &asked, &wrong);
            scope.spawn(move || {
                while !ended.load(Ordering::Relaxed) {
                    let (name, request) = match (screen + asked.load(Ordering::Relaxed)) % 4 {
                        0 => ("board", json!({})),
                        1 => ("journal", json!({ "before": null, "most": 20 })),
                        2 => ("plans", json!({})),
                        _ => ("find", json!({ "text": "K-2", "names": false })),
                    };
                    // Locked for a moment, or an answer.
                    match desk.ask::<Value>(name, request) {
                        Ok(_) | Err(Problem::Failed(Failure::Locked)) => {}
                        Err(other) => {
                            let mut wrong = wrong.lock().unwrap_or_else(PoisonError::into_inner);
                            wrong.push(format!("{name}: {other:?}"));
                        }
                    }
                    asked.fetch_add(1, Ordering::Relaxed);
                    std::thread::yield_now();
                }
            });
        }
        let mut life = Life::from(Dice::new(seed).below(1_000));
        let mut first = 0;
        for day in 0..days {
            for _ in 0..12 {
                let done = life.act(&desk).map_err(|problem| format!("{problem:?}"));
                outcome.try_one(|| format!("day {day}"), done.map(drop));
                desk.wait_minutes(115);
            }
            desk.ok::<Value>("lock", json!({}));
            let sign_in = json!({ "name": sample::MANAGER, "passphrase": sample::PASSPHRASE });
            desk.ok::<Value>("unlock", sign_in);
            if !guarded {
                kept.push(vec![1; 16 * 1024 * 1024]);
            }
            let now = memory();
            if day == 1 {
                first = now;
            }
            if day > 1 {
                let grown = now.saturating_sub(first);
                let flat = if grown <= SLACK {
                    Ok(())
                } else {
                    Err(format!("{grown} KiB more than at first"))
                };
                outcome.try_one(|| format!("memory on day {day}"), flat);
            }
        }
        ended.store(true, Ordering::Relaxed);
    });
    let wrong = wrong.into_inner().unwrap_or_else(PoisonError::into_inner);
    let answered = match wrong.first() {
        None => Ok(()),
        Some(first) => Err(format!("{} wrong answers, as {first}", wrong.len())),
    };
    outcome.try_one(|| "what the screens asked".to_owned(), answered);
    let chain = desk.session.verify();
    let whole = matches!(chain, Ok(Chain::Holds))
        .then_some(())
        .ok_or_else(|| format!("{chain:?}"));
    outcome.try_one(|| "the chain".to_owned(), whole);
    outcome.try_one(|| "the head".to_owned(), head(&desk).map(drop));
    drop(kept);
    outcome
}

/// The memory of this process, in KiB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
