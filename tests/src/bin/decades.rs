//! Measures what a long memory costs, by asking commands as the page does. `decades 5000` takes over a register of
//! so many stays, and times each screen before and after; `decades years FOLDER` makes fifty years with some 13,000
//! stays and 100,000 actions, one after the other, which takes its time: where the folder has them they are used
//! again, as those that `make bench` made (`target/tmp/ratios/old`). A number behind it makes fewer years.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../../src-tauri/benches/ratios/history.rs"]
#[allow(dead_code)]
mod history;

use std::path::Path;
use std::time::Instant as Moment;

use history::{NAME, PASSPHRASE, Pace};
use serde_json::{Value, json};
use vatra_tests::decades::register;
use vatra_tests::{Desk, at};

/// How long something took by the clock, and for how long of that it had the processor: on a machine that does
/// other things as well only the second says something.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, before) = (Moment::now(), on_processor());
    let answer = work();
    let took = start.elapsed().as_secs_f64() * 1e3;
    println!(
        "{what:<44} {took:>9.1} ms {:>9.1} ms",
        on_processor() - before
    );
    answer
}

/// For how many milliseconds this thread has had the processor, where the system tells.
fn on_processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: f64 = stat
        .split_whitespace()
        .next()
        .and_then(|first| first.parse().ok())
        .unwrap_or_default();
    nanoseconds / 1e6
}

fn period(first: &str, last: &str) -> Value {
    json!({ "first": first, "last": last, "known_on": null })
}

fn past(moment: &str) -> Value {
    json!({ "at": { "local": moment, "second": false }, "known": "now" })
}

fn screens(desk: &Desk, stay: &Value, person: &Value) {
    let ask = |name: &str, request: Value| {
        // Once to warm up: a screen is opened again and again.
        desk.ok::<Value>(name, request.clone());
        timed(name, || desk.ok::<Value>(name, request))
    };
    ask("board", json!({}));
    ask("past", past("2009-02-01T12:00"));
    ask("plans", json!({}));
    ask("person", json!({ "stay": stay }));
    ask("history", json!({ "beneficiary": person }));
    ask("find", json!({ "text": "K-1", "names": false }));
    ask("find", json!({ "text": "persoana 12", "names": true }));
    ask("journal", json!({ "before": null, "most": 60 }));
    ask("occupancy", period("2009-02-01", "2009-02-28"));
    ask("occupancy", period("1959-01-01", "2009-03-01"));
}

/// A register of so many stays.
fn import(stays: usize) {
    let desk = Desk::new();
    desk.make_centre();
    let first: Value = desk.ok(
        "check_in",
        vatra_tests::party(vec![vatra_tests::member(
            "head",
            "female",
            30,
            desk.bed("5-2"),
        )]),
    );
    let stay = first["stays"][0].clone();
    let person = json!(desk.who("K-001").beneficiary);
    println!("first day");
    screens(&desk, &stay, &person);
    let path = desk.folder().join("register.csv");
    let before = chrono::NaiveDate::from_ymd_opt(2009, 2, 27).expect("a day");
    std::fs::write(&path, register(stays, before)).expect("a file");
    println!("\n{stays} stays");
    let view: Value = timed("dry run", || {
        desk.ok(
            "read_register",
            json!({ "path": path, "layouts": null, "skip_wrong": false }),
        )
    });
    assert_eq!(
        view["preview"]["counts"]["wrong_rows"], 0,
        "{}",
        view["preview"]["rows"][0]
    );
    let order = json!({ "path": path, "digest": view["digest"], "layouts": view["layouts"], "skip_wrong": false, "reason": "" });
    let done: Value = timed("import", || desk.ok("import_register", order));
    screens(&desk, &stay, &person);
    let what = json!({ "what": "record", "days": null, "known_on": null });
    let out = desk.folder().join("out.xlsx");
    timed("export of everything as a workbook", || {
        desk.ok::<Value>(
            "export",
            json!({ "what": what, "form": "xlsx", "path": out, "reason": "test" }),
        )
    });
    timed("undo of the import", || {
        desk.ok::<Value>(
            "undo",
            json!({ "action": done["action"], "reason": null, "those_too": false }),
        )
    });
}

/// Many years of a full house.
fn years(folder: &Path, count: i64) {
    let now = at("2026-06-01T12:00");
    let place = timed(&format!("{count} years made, or found"), || {
        history::made(folder, count * 365, now, Pace::USUAL)
    });
    let desk = Desk::at(&place.folder);
    desk.wait_minutes((now.0 - at("2009-03-02T09:00").0) / 60_000);
    let size = std::fs::metadata(place.folder.join("vatra.db"))
        .expect("a file")
        .len();
    println!("{:<44} {:>9.1} MB", "the file", size as f64 / 1e6);
    timed("unlock", || {
        desk.ok::<Value>("unlock", json!({ "name": NAME, "passphrase": PASSPHRASE }))
    });
    let ask =
        |what: &str, name: &str, request: Value| timed(what, || desk.ok::<Value>(name, request));
    let board = ask("board, first", "board", json!({}));
    ask("board", "board", json!({}));
    let page = ask(
        "journal, first page, first",
        "journal",
        json!({ "before": null, "most": 60 }),
    );
    println!("{:<44} {:>9}", "actions", page["entries"][0]["seq"]);
    ask(
        "journal, first page",
        "journal",
        json!({ "before": null, "most": 60 }),
    );
    ask(
        "journal, a page of the middle",
        "journal",
        json!({ "before": page["entries"][0]["seq"].as_i64().map(|head| head / 2), "most": 60 }),
    );
    let wanted = json!({ "before": null, "most": 60, "code": "K-100" });
    ask("journal of one person", "journal", wanted);
    let then = 2026 - count * 2 / 5;
    for day in 1..=3 {
        let day = format!("{then}-02-0{day}");
        ask(
            &format!("board of {day}"),
            "past",
            past(&format!("{day}T12:00")),
        );
    }
    let known = json!({ "at": { "local": format!("{then}-02-04T12:00"), "second": false }, "known": "then" });
    ask(
        &format!("board of {then}-02-04 as known then"),
        "past",
        known,
    );
    for (what, days) in [("a week", 7), ("a year", 366)] {
        let request = json!({ "first": format!("{then}-02-01"), "days": days });
        ask(&format!("tape, {what} of {then}"), "tape", request.clone());
        ask(&format!("tape, {what} of {then}, again"), "tape", request);
    }
    ask(
        "tape, this week",
        "tape",
        json!({ "first": "2026-05-29", "days": 7 }),
    );
    let hits = ask(
        "find by code",
        "find",
        json!({ "text": "K-100", "names": false }),
    );
    ask(
        "find by a part of a code",
        "find",
        json!({ "text": "K-1", "names": false }),
    );
    ask(
        "find by name",
        "find",
        json!({ "text": "persoana 12", "names": true }),
    );
    ask(
        "find a name that nobody has",
        "find",
        json!({ "text": "nimeni", "names": true }),
    );
    let (person, stay) = (&hits[0]["beneficiary"], &hits[0]["stay"]);
    ask("person of long ago", "person", json!({ "stay": stay }));
    ask(
        "history of long ago",
        "history",
        json!({ "beneficiary": person }),
    );
    ask("plans", "plans", json!({}));
    ask(
        "figures, a month",
        "occupancy",
        period("2026-05-01", "2026-05-31"),
    );
    let all_years = period(&format!("{}-07-01", 2026 - count), "2026-05-31");
    let all = ask("figures, all years", "occupancy", all_years.clone());
    println!(
        "{:<44} {:>9}",
        "people served", all["figures"]["persons_served"]
    );
    ask("leaving, all years", "leaving", all_years.clone());
    let rooms = board["rooms"].as_array().expect("rooms");
    let beds = rooms
        .iter()
        .flat_map(|room| room["beds"].as_array().expect("beds"));
    let free = beds
        .filter(|bed| bed["people"] == json!([]) && bed["kind"] == "single")
        .map(|bed| bed["id"].clone())
        .next();
    let mut party = vatra_tests::party(vec![vatra_tests::member(
        "head",
        "female",
        30,
        free.expect("a free bed"),
    )]);
    party["reason"] = json!("so decided");
    let done = ask("check-in", "check_in", party);
    let request = json!({ "action": done["action"], "reason": null, "those_too": false });
    ask("undo, looked at first", "undo_preview", request.clone());
    ask("undo", "undo", request);
}

fn main() {
    println!("{:<44} {:>12} {:>12}", "", "by the clock", "processor");
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.as_slice() {
        [] => import(5_000),
        [what, folder] if what == "years" => years(Path::new(folder), 50),
        [what, folder, count] if what == "years" => {
            years(Path::new(folder), count.parse().expect("a number of years"));
        }
        [stays, ..] => import(stays.parse().expect("a number of stays")),
    }
}
