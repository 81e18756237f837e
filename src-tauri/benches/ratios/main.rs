//! How much longer the program takes than the least that could do the same, measured in turn in one run;
//! and how much longer after years of history than on the first days.

#![allow(clippy::expect_used, missing_docs)]

mod history;
mod least;

use std::path::{Path, PathBuf};
use std::time::Instant as Moment;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use vatra::commands::call;
use vatra::session::Session;
use vatra_core::Instant;
use vatra_core::time::midnight;

use history::{NAME, PASSPHRASE, Pace, Place};

const ROUNDS: usize = 25;
const LONG: i64 = 50;

/// Milliseconds of ours and of the least.
#[derive(Default)]
struct Pair {
    ours: Vec<f64>,
    least: Vec<f64>,
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn timed<T>(into: &mut Vec<f64>, work: impl FnOnce() -> T) -> T {
    let start = Moment::now();
    let answer = work();
    into.push(start.elapsed().as_secs_f64() * 1e3);
    answer
}

fn ask(session: &Session, name: &str, request: Value) -> String {
    call(session, name, request).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn read(answer: &str) -> Value {
    serde_json::from_str(answer).expect("an answer")
}

fn session(place: &Place) -> Session {
    let now = place.now;
    Session::new(place.folder.clone(), Box::new(move || now))
}

fn unlock(session: &Session) {
    ask(
        session,
        "unlock",
        json!({ "name": NAME, "passphrase": PASSPHRASE }),
    );
}

/// Unlocking to the board; what opening the keys costs is taken off.
fn opening(place: &Place) -> Pair {
    let mut pair = Pair::default();
    let file = place.folder.join("vatra.db");
    for _ in 0..ROUNDS {
        let opened = session(place);
        timed(&mut pair.ours, || {
            unlock(&opened);
            ask(&opened, "board", json!({}))
        });
        drop(opened);
        let mut keys = Vec::new();
        timed(&mut keys, || {
            vatra_store::Keys::at(&place.folder.join("keys"))
                .open(NAME, PASSPHRASE)
                .expect("a key")
        });
        *pair.ours.last_mut().expect("a round") -= keys[0];
        timed(&mut pair.least, || {
            let conn = least::open(&file, &place.key);
            least::rows_of_now(&conn, place.now)
        });
    }
    pair
}

/// A mother with two children, checked in and durable; the same rows in one raw transaction on a copy. Each by one
/// connection that stays open, as at a desk.
fn check_in(place: &Place) -> Pair {
    let mut pair = Pair::default();
    let file = place.folder.join("vatra.db");
    let copy = place.folder.join("copy.db");
    std::fs::copy(&file, &copy).expect("a copy");
    let opened = session(place);
    unlock(&opened);
    let mut arrivals = Vec::new();
    for round in 0..=ROUNDS {
        let board = read(&ask(&opened, "board", json!({})));
        let beds = board["rooms"]
            .as_array()
            .expect("rooms")
            .iter()
            .flat_map(|room| room["beds"].as_array().expect("beds"));
        let free = beds
            .filter(|bed| bed["people"] == json!([]))
            .map(|bed| bed["id"].clone());
        let party = history::party(free.take(3).collect(), round as i64).expect("three beds");
        let done = timed(&mut pair.ours, || ask(&opened, "check_in", party));
        let seq = read(&done)["action"].as_i64().expect("a number");
        arrivals.push(seq);
        // Out again, or the house would fill up. The time stands still: taken back, not discharged.
        ask(
            &opened,
            "undo",
            json!({ "action": seq, "reason": null, "those_too": false }),
        );
    }
    drop(opened);
    let source = least::open(&file, &place.key);
    let mut raw = least::open(&copy, &place.key);
    for seq in arrivals {
        let (arrival, undo) = (
            least::written(&source, seq),
            least::written(&source, seq + 1),
        );
        timed(&mut pair.least, || least::write(&mut raw, &arrival));
        least::write(&mut raw, &undo);
    }
    // The first round only prepares the statements of both.
    pair.ours.remove(0);
    pair.least.remove(0);
    pair
}

/// The board of an instant three days ago, as known now and as known then.
fn past(place: &Place, raw: &Path) -> Pair {
    let mut pair = Pair::default();
    let at = place.now.plus_minutes(-3 * 24 * 60);
    let wall =
        json!({ "local": at.wall().format("%Y-%m-%dT%H:%M:%S").to_string(), "second": false });
    let opened = session(place);
    unlock(&opened);
    let conn = least::open(raw, &place.key);
    let known: i64 = conn
        .query_row(
            "SELECT max(seq) FROM action WHERE recorded_at <= ?1",
            [at.0],
            |row| row.get(0),
        )
        .expect("an action");
    for _ in 0..ROUNDS {
        timed(&mut pair.ours, || {
            ask(&opened, "past", json!({ "at": wall, "known": "now" }))
        });
        timed(&mut pair.least, || {
            least::board_at(&conn, at, None) + least::board_at(&conn, at, Some(known))
        });
    }
    pair
}

/// The board now, while it is open.
fn board(place: &Place, raw: &Path) -> Pair {
    let mut pair = Pair::default();
    let opened = session(place);
    unlock(&opened);
    let conn = least::open(raw, &place.key);
    for _ in 0..ROUNDS {
        timed(&mut pair.ours, || ask(&opened, "board", json!({})));
        timed(&mut pair.least, || least::board_at(&conn, place.now, None));
    }
    pair
}

/// The figures of so many years up to yesterday.
fn figures(place: &Place, raw: &Path, years: i64) -> Pair {
    let mut pair = Pair::default();
    let last = place.now.day().pred_opt().expect("a day");
    let first = last
        .checked_sub_days(Days::new(years as u64 * 365 - 1))
        .expect("a day");
    let opened = session(place);
    unlock(&opened);
    let conn = least::open(raw, &place.key);
    let midnights: Vec<i64> = first
        .iter_days()
        .take(years as usize * 365 + 1)
        .map(|day| midnight(day).0)
        .collect();
    for _ in 0..(ROUNDS / years as usize).max(3) {
        let request = json!({ "first": first, "last": last, "known_on": null });
        timed(&mut pair.ours, || ask(&opened, "occupancy", request));
        timed(&mut pair.least, || least::figures(&conn, &midnights));
    }
    pair
}

fn row(what: &str, pair: &Pair) {
    let (ours, least) = (median(&pair.ours), median(&pair.least));
    println!(
        "| {what} | {ours:.2} ms | {least:.2} ms | {:.2} |",
        ours / least
    );
}

fn later(what: &str, new: &Pair, old: &Pair, share: f64) {
    let (new, old) = (median(&new.ours), median(&old.ours) / share);
    println!("| {what} | {old:.2} ms | {new:.2} ms | {:.2} |", old / new);
}

fn main() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ratios");
    let now: Instant =
        midnight(NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day")).plus_minutes(12 * 60);
    let new = history::made(&folder.join("new"), 366, now, Pace::USUAL);
    let old = history::made(&folder.join("old"), LONG * 365, now, Pace::USUAL);
    let raw = |place: &Place| {
        let copy = place.folder.join("read.db");
        std::fs::copy(place.folder.join("vatra.db"), &copy).expect("a copy");
        copy
    };
    let (new_raw, old_raw) = (raw(&new), raw(&old));

    let openings = (opening(&new), opening(&old));
    let check_ins = (check_in(&new), check_in(&old));
    let boards = (board(&new, &new_raw), board(&old, &old_raw));
    let pasts = (past(&new, &new_raw), past(&old, &old_raw));
    let years = (figures(&new, &new_raw, 1), figures(&old, &old_raw, 1));
    let all = figures(&old, &old_raw, LONG);
    row(
        "unlocked to the board, less opening the keys, against reading the same rows",
        &openings.0,
    );
    row(
        "a family of three checked in, durable, against one raw transaction",
        &check_ins.0,
    );
    row("the same in a file of 50 years", &check_ins.1);
    row(
        "the board now, against SQL for the people and beds on it",
        &boards.0,
    );
    row(
        "the board of an instant, as known now and then, against SQL for the same",
        &pasts.0,
    );
    row(
        "figures of one year, against SQL for the central ones",
        &years.0,
    );
    println!();
    let size = |place: &Place| {
        std::fs::metadata(place.folder.join("vatra.db")).map_or(0, |file| file.len() >> 20)
    };
    println!(
        "After {LONG} years ({} actions, {} MiB) against one year ({} actions, {} MiB):",
        old.actions,
        size(&old),
        new.actions,
        size(&new)
    );
    println!();
    println!("| what | after {LONG} years | after one | ratio |");
    println!("|---|---|---|---|");
    later(
        "unlocked to the board, less opening the keys",
        &openings.0,
        &openings.1,
        1.0,
    );
    later(
        "a family of three checked in",
        &check_ins.0,
        &check_ins.1,
        1.0,
    );
    later("the board now", &boards.0, &boards.1, 1.0);
    later("the board of an instant", &pasts.0, &pasts.1, 1.0);
    later("figures of one year", &years.0, &years.1, 1.0);
    later(
        "figures of all years, by the year",
        &years.0,
        &all,
        LONG as f64,
    );
}
