//! Keeps a file of today's schema as a fixture, with what the program of today shows of it: to be run once
//! for every version that is released, so that later programs can prove that they open it.
//!
//! `keep FOLDER` writes `vatra.db`, `keys/` and `expected.json` into an empty folder.

#![allow(clippy::expect_used)]

use std::path::Path;

use serde_json::{Value, json};
use vatra::answers::{JournalPage, PastBoard};
use vatra_tests::{Desk, PASSPHRASE, member, party};

fn main() {
    let folder = std::env::args().nth(1).expect("keep FOLDER");
    let folder = Path::new(&folder);
    let home = tempfile::TempDir::new().expect("a temporary folder");
    let desk = Desk::at(home.path());
    let recovery = desk.make_centre().secret;
    live(&desk);
    let shown = shown(&desk, &recovery);
    drop(desk);
    vatra_tests::copy(&home.path().join("keys"), &folder.join("keys"));
    std::fs::copy(home.path().join("vatra.db"), folder.join("vatra.db")).expect("the file");
    let text = serde_json::to_string_pretty(&shown).expect("what was shown");
    std::fs::write(folder.join("expected.json"), text + "\n").expect("what was shown");
}

/// A day and a night with something of every kind.
fn live(desk: &Desk) {
    let done = |name: &str, request: Value| {
        desk.wait_minutes(7);
        desk.ok::<Value>(name, request)
    };
    let stay = |code: &str| json!(desk.who(code).stay);
    done(
        "employ",
        json!({ "name": "Zina", "passphrase": "lampă veche sub pod", "role": "reception" }),
    );
    let mother = member("mother", "female", 29, desk.bed("5-1"));
    let child = member("son", "male", 4, desk.bed("5-2"));
    done("check_in", party(vec![mother, child]));
    done(
        "check_in",
        party(vec![member("head", "female", 33, desk.bed("1-1"))]),
    );
    done(
        "check_in",
        party(vec![member("head", "female", 41, desk.bed("2-1"))]),
    );
    let to = json!({ "in": "bed", "id": desk.bed("1-3") });
    let moved =
        json!({ "moves": [{ "stay": stay("K-003"), "to": to }], "at": null, "reason": null });
    done("move_people", moved);
    let out = json!({ "stays": [stay("K-003")], "kind": "authority", "expected_return": null, "at": null });
    done("leave", out);
    desk.wait_minutes(120);
    done(
        "return_to_house",
        json!({ "stays": [stay("K-003")], "at": null }),
    );
    done(
        "keep_apart",
        json!({ "one": stay("K-003"), "other": stay("K-004"), "reason": "aceeași rețea" }),
    );
    let assisted =
        json!({ "stays": [stay("K-003")], "kind": "legal", "name": null, "day": "2009-03-02" });
    let assisted = done("assist", assisted);
    done(
        "undo",
        json!({ "action": assisted["action"], "reason": "altă zi", "those_too": false }),
    );
    desk.wait_minutes(14 * 60);
    done(
        "discharge",
        json!({ "stays": [stay("K-004")], "at": null, "reason": null, "destination": null,
            "minors_stay": null }),
    );
    desk.wait_minutes(30);
}

/// What the program shows of the file.
fn shown(desk: &Desk, recovery: &str) -> Value {
    let board = desk.board();
    let beds = board.rooms.iter().flat_map(|room| &room.beds);
    let mut here: Vec<_> = beds
        .flat_map(|bed| {
            bed.people
                .iter()
                .map(|one| (one.code.clone(), bed.label.clone()))
        })
        .collect();
    here.sort();
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1_000 }));
    let journal: Vec<_> = page
        .entries
        .iter()
        .map(|one| {
            json!([
                one.seq,
                one.action_kind,
                one.recorded_at,
                one.happened_at,
                one.staff,
                one.reason,
                one.codes,
                one.undoes
            ])
        })
        .collect();
    let moments = [
        "2009-03-02T09:05",
        "2009-03-02T12:00",
        "2009-03-02T23:00",
        "2009-03-03T00:30",
    ];
    let past: Vec<_> = moments
        .iter()
        .map(|moment| {
            let asked = json!({ "at": { "local": moment, "second": false }, "known": "then" });
            let past: PastBoard = desk.ok("past", asked);
            json!([moment, past.board.taken])
        })
        .collect();
    json!({ "name": "Ana", "passphrase": PASSPHRASE, "recovery": recovery, "now": board.at,
        "taken": board.taken, "here": here, "journal": journal, "past": past })
}
