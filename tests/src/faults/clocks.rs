//! The clock of the PC jumps, up to ten years ahead and back, between any two actions: each is recorded after the one
//! before, whatever the clock says, what was known stays known, and work goes on.

use serde_json::{Value, json};
use vatra::problem::{Failure, Problem};
use vatra_store::Chain;

use super::{Dice, Outcome, ask};
use crate::Desk;
use crate::life::Life;

/// Ten years, in minutes.
const FAR: usize = 10 * 365 * 24 * 60;
/// How often something happens in one life.
const ACTIONS: usize = 12;

/// Lives so many lives. The control takes it that the clock tells what came first.
#[must_use]
pub fn run(lives: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    for number in 0..lives {
        let result = one(&mut dice, guarded);
        outcome.try_one(|| format!("life {number}"), result);
    }
    outcome
}

fn one(dice: &mut Dice, guarded: bool) -> Result<(), String> {
    let desk = Desk::sample();
    let mut life = Life::from(dice.below(1_000));
    let mut done = Vec::new();
    let mut tries = 0;
    while done.len() < ACTIONS && tries < 10 * ACTIONS {
        tries += 1;
        let far = i64::try_from(dice.below(FAR)).unwrap_or_default();
        // Two jumps of three lead back; where it is earlier than what happened last, little is possible.
        desk.wait_minutes(if dice.below(3) > 0 { -far } else { far });
        match life.act(&desk) {
            Ok(action) => done.push(action),
            Err(Problem::Failed(failed @ (Failure::System | Failure::Damaged))) => {
                return Err(format!("{failed:?}"));
            }
            // What would happen before it was known of may be refused; never half done.
            Err(_) => {}
        }
    }
    if done.len() < ACTIONS {
        return Err(format!("only {} of {tries} were possible", done.len()));
    }
    if !done.is_sorted_by(|one, next| one < next) {
        return Err(format!("numbers out of order: {done:?}"));
    }
    let desk = desk.restart();
    ask::<Value>(&desk, "open_sample", json!({}))?;
    match desk.session.verify() {
        Ok(Chain::Holds) => {}
        other => return Err(format!("the chain: {other:?}")),
    }
    let page: Value = ask(&desk, "journal", json!({ "before": null, "most": 500 }))?;
    let entries = page["entries"].as_array().cloned().unwrap_or_default();
    let at = |entry: &Value, field: &str| entry[field].as_i64();
    // The latest stands first, by its number.
    let field = if guarded { "seq" } else { "recorded_at" };
    if !entries.is_sorted_by(|one, next| at(one, field) > at(next, field)) {
        return Err(format!("the journal is not in the order of {field}"));
    }
    let missing = done
        .iter()
        .find(|action| !entries.iter().any(|one| at(one, "seq") == Some(**action)));
    match missing {
        Some(action) => Err(format!("action {action} is lost")),
        None => Ok(()),
    }
}
