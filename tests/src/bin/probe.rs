//! A desk in a process of its own, for what can't be tried from inside: being killed, a full disk, a
//! read-only one. Says in one line of JSON each what came of it.

#![allow(clippy::expect_used)]

use std::io::Write;

use serde_json::{Value, json};
use vatra::answers::Status;
use vatra::problem::Problem;
use vatra_core::Instant;
use vatra_tests::faults::tasks::{EMPLOYED, NEW, TYPED};
use vatra_tests::life::Life;
use vatra_tests::{Desk, PASSPHRASE, member, party};

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
        "hold" => {
            say(json!(desk.ok::<Value>("status", json!({}))));
            // Until whoever started it lets go.
            let _ = std::io::stdin().read_line(&mut String::new());
        }
        "times" => times(&desk),
        "live" => live(&desk, arguments, 0),
        "boast" => live(&desk, arguments, 1),
        "back_up" => one(&desk, |desk| {
            unlock(desk)?;
            desk.ask("back_up", json!({}))
        }),
        "restore" => one(&desk, |desk| {
            desk.ask(
                "restore",
                json!({ "folder": desk.folder().join("backups"), "number": 1,
                "name": "Ana", "passphrase": PASSPHRASE, "recovery": null }),
            )
        }),
        "migrate" => {
            let passphrase = arguments.next().expect("a passphrase");
            one(&desk, |desk| {
                desk.ask("unlock", json!({ "name": "Ana", "passphrase": passphrase }))
            });
        }
        "rekey" => {
            let recovery = arguments.next().expect("the recovery key");
            one(&desk, |desk| {
                desk.ask(
                    "recover",
                    json!({ "recovery": recovery, "name": "Ana", "passphrase": NEW }),
                )
            });
        }
        "found" => one(&desk, |desk| {
            let found: Value = desk.ask("proposal", json!({}))?;
            let recovery: Value = desk.ask("new_recovery", json!({}))?;
            desk.ask(
                "create_centre",
                json!({ "found": found, "name": "Ana", "passphrase": PASSPHRASE, "recovery": recovery["secret"] }),
            )
        }),
        "employ" => one(&desk, |desk| {
            unlock(desk)?;
            desk.ask(
                "employ",
                json!({ "name": EMPLOYED, "passphrase": NEW, "role": "reception" }),
            )
        }),
        "keep_draft" => one(&desk, |desk| {
            unlock(desk)?;
            desk.ask("keep_draft", json!({ "draft": TYPED }))
        }),
        "remove" => one(&desk, remove),
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

/// Lets things of every kind happen, from one of them on, for ever or so many, and says the number of each
/// action that was acknowledged; `ahead` of it is what no program should say.
fn live(desk: &Desk, mut numbers: impl Iterator<Item = String>, ahead: i64) {
    let mut number = |otherwise| {
        numbers
            .next()
            .map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let (first, most) = (number(0), number(usize::MAX));
    if let Err(problem) = desk.ask::<Status>("open_sample", json!({})) {
        return say(json!({ "problem": problem }));
    }
    let mut life = Life::from(first);
    for _ in 0..most {
        match life.act(desk) {
            Ok(action) => say(json!({ "action": action + ahead })),
            // A desk goes on after a message, on what the file says.
            Err(problem) => {
                say(json!({ "problem": problem }));
                if shows_otherwise(desk) == Some(true) {
                    say(json!({ "stale": true }));
                }
            }
        }
    }
}

/// Whether the board, which is made of what was read before, is another than the one that is read anew; nothing where
/// one of them can't be read.
fn shows_otherwise(desk: &Desk) -> Option<bool> {
    let board: Value = desk.ask("board", json!({})).ok()?;
    let at = Instant(board["at"].as_i64()?);
    let wall = at.wall().format("%Y-%m-%dT%H:%M:%S").to_string();
    let asked = json!({ "at": { "local": wall, "second": false }, "known": "now" });
    let read: Value = desk.ask("past", asked).ok()?;
    Some(board["rooms"] != read["board"]["rooms"])
}

/// Lets a day pass and says when everything happened, as the screens show it.
fn times(desk: &Desk) {
    desk.ok::<Status>("open_sample", json!({}));
    let mut life = Life::default();
    for _ in 0..20 {
        if life.act(desk).is_ok() {
            desk.wait_minutes(60);
        }
    }
    let page: Value = desk.ok("journal", json!({ "before": null, "most": 20 }));
    let entries = page["entries"].as_array().expect("entries");
    let wall = |entry: &Value| Instant(entry["happened_at"].as_i64().unwrap_or(0)).wall();
    let times: Vec<_> = entries
        .iter()
        .map(|entry| json!([entry["action_kind"], wall(entry)]))
        .collect();
    let figures = json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": null });
    say(json!([
        times,
        desk.ok::<Value>("occupancy", figures)["figures"]
    ]));
}

fn unlock(desk: &Desk) -> Result<Value, Problem> {
    desk.ask("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }))
}

/// Does one thing, and says what came of it.
fn one(desk: &Desk, work: impl FnOnce(&Desk) -> Result<Value, Problem>) {
    match work(desk) {
        Ok(_) => say(json!({ "done": true })),
        Err(problem) => say(json!({ "problem": problem })),
    }
}

fn toggle(desk: &Desk) -> Result<i64, Problem> {
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

/// Removes Ion's account, so that the file gets another data key.
fn remove(desk: &Desk) -> Result<Value, Problem> {
    unlock(desk)?;
    let staff: Vec<Value> = desk.ask("staff", json!({}))?;
    let ion = staff.iter().find(|one| one["name"] == "Ion").expect("Ion");
    let which = json!({ "staff": ion["id"], "passphrase": PASSPHRASE });
    desk.ask("remove_staff", which)
}
