//! A desk in a process of its own, for what can't be tried from inside: being killed, a full disk, a
//! read-only one. Says in one line of JSON each what came of it.

#![allow(clippy::expect_used)]

use std::io::Write;

use serde_json::{Value, json};
use vatra::answers::Status;
use vatra_tests::{Desk, member, party};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let folder = arguments.next().expect("a folder");
    let desk = Desk::at(folder.as_ref());
    match task.as_str() {
        "fill" => fill(&desk),
        "status" => say(json!(desk.ok::<Value>("status", json!({})))),
        "count" => {
            desk.ok::<Status>("open_sample", json!({}));
            let page: Value = desk.ok("journal", json!({ "before": null, "most": 1 }));
            say(json!({ "taken": desk.board().taken, "head": page["entries"][0]["seq"] }));
        }
        "work" => work(&desk),
        _ => say(json!({ "unknown": task })),
    }
}

fn say(value: Value) {
    println!("{value}");
    std::io::stdout().flush().expect("somebody listens");
}

/// Checks people in until the disk is full.
fn fill(desk: &Desk) {
    if let Err(problem) = desk.ask::<Value>("open_sample", json!({})) {
        return say(json!({ "problem": problem, "done": 0 }));
    }
    let mut done = 0;
    loop {
        match toggle(desk) {
            Ok(_) => done += 1,
            Err(problem) => {
                let board = desk.ask::<Value>("board", json!({}));
                return say(
                    json!({ "problem": problem, "done": done, "still_reads": board.is_ok() }),
                );
            }
        }
    }
}

/// Checks somebody in and out again, for ever, and says each number that was acknowledged.
fn work(desk: &Desk) {
    desk.ok::<Status>("open_sample", json!({}));
    while let Ok(action) = toggle(desk) {
        say(json!({ "action": action }));
    }
}

fn toggle(desk: &Desk) -> Result<i64, Box<vatra::problem::Problem>> {
    desk.wait_minutes(1);
    let beds = desk.board().rooms.into_iter().flat_map(|room| room.beds);
    let here = beds
        .filter(|bed| bed.label == "3-4")
        .flat_map(|bed| bed.people)
        .next();
    let done: Value = match here {
        None => desk.ask(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed("3-4"))]),
        )?,
        Some(person) => desk.ask(
            "discharge",
            json!({ "stays": [person.stay], "at": null,
            "reason": null, "destination": null, "minors_stay": null }),
        )?,
    };
    Ok(done["action"].as_i64().unwrap_or_default())
}
