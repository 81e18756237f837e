//! Several programs are started at once on one folder: one has it, and the others say so and touch nothing.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use vatra::answers::{Stage, Status};

use super::{Dice, Outcome, head_of, program, sample, whole};

/// Starts several programs so many times. The control takes the lock out of the folder after each.
#[must_use]
pub fn run(times: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let folder = sample();
    let last = head_of(folder.path());
    for time in 0..times {
        let (mut started, mut stages) = (Vec::new(), Vec::new());
        for _ in 0..2 + dice.below(3) {
            let mut work = program("probe");
            work.arg("hold").arg(folder.path()).stdin(Stdio::piped());
            let mut one = work.spawn().expect("the probe");
            if !guarded {
                stages.push(said(&mut one));
                let _ = std::fs::remove_file(folder.path().join("lock"));
            }
            started.push(one);
        }
        if guarded {
            stages.extend(started.iter_mut().map(said));
        }
        for mut one in started {
            drop(one.stdin.take());
            one.wait().expect("its end");
        }
        let holders = stages.iter().filter(|stage| **stage != Stage::Trouble);
        let result = match holders.count() {
            1 => whole(folder.path(), last).map(drop),
            other => Err(format!("{other} programs have the folder")),
        };
        outcome.try_one(|| format!("start {time}"), result);
    }
    outcome
}

/// Where a program stands once it has tried.
fn said(one: &mut Child) -> Stage {
    let mut line = String::new();
    let mut says = BufReader::new(one.stdout.take().expect("what it says"));
    says.read_line(&mut line).expect("a line");
    let status: Status = serde_json::from_str(&line).expect("a status");
    status.stage
}
