//! Killed at any moment inside any kind of action.

use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use super::{Dice, Outcome, acknowledged, head_of, program, sample, scratch, whole};
/// After so many kills it begins anew, so that the file stays small.
const ANEW: usize = 250;

/// Kills the program so many times. The control says an action is done before it is.
#[must_use]
pub fn run(kills: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    while outcome.tried < kills {
        let folder = sample();
        // What is killed clears nothing away.
        let outside = scratch();
        let first = head_of(folder.path());
        let mut last = first;
        for _ in 0..ANEW.min(kills - outcome.tried) {
            let mut work = program("probe");
            work.arg(if guarded { "live" } else { "boast" })
                .arg(folder.path())
                .env("TMPDIR", outside.path());
            // Not always from the same kind of action on.
            work.arg(dice.below(1_000).to_string());
            let mut work = work.spawn().expect("the probe");
            let mut lines = BufReader::new(work.stdout.take().expect("what it says")).lines();
            let actions = 1 + dice.below(4);
            let mut said = last;
            for line in lines.by_ref().take(actions).map_while(Result::ok) {
                said = acknowledged(&line).unwrap_or(said);
            }
            // Somewhere inside the next action, to the microsecond.
            let moment = Duration::from_micros(dice.below(20_000) as u64);
            let start = Instant::now();
            while start.elapsed() < moment {
                std::hint::spin_loop();
            }
            work.kill().expect("kill -9");
            work.wait().expect("its end");
            for line in lines.map_while(Result::ok) {
                said = acknowledged(&line).unwrap_or(said);
            }
            let result = whole(folder.path(), said);
            last = *result.as_ref().unwrap_or(&last);
            let number = outcome.tried + 1;
            outcome.try_one(|| format!("kill {number}"), result.map(drop));
            if outcome
                .broken
                .last()
                .is_some_and(|last| last.starts_with(&format!("kill {number}:")))
            {
                break;
            }
        }
        if guarded && last == first {
            let nothing = Err("no action was ever noted".to_owned());
            outcome.try_one(|| "all kills of a folder".to_owned(), nothing);
        }
    }
    outcome
}
