//! Requests as no page sends them, and keys, manifests and settings as no program writes them: an answer in
//! words each time, never an end of the program, and never something impossible on the record.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};
use vatra::commands::COMMANDS;
use vatra::sample;
use vatra_store::{Chain, Keys, backups};

use super::{Dice, Outcome, head};
use crate::{Desk, member, party};

/// These end what the campaign stands on, or cost a passphrase each.
pub const LEFT_OUT: [&str; 8] = [
    "create_centre",
    "leave_sample",
    "lock",
    "recover",
    "restore",
    "employ",
    "change_passphrase",
    "restore_preview",
];

/// Sends so many requests. The control takes an answer at all for a broken promise.
#[must_use]
pub fn run(requests: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let mut desk = Desk::sample();
    let seeds = seeds(&desk);
    for number in 0..requests {
        if number % 2_000 == 1_999 {
            let chain = desk.session.verify();
            let holds = matches!(chain, Ok(Chain::Holds));
            let whole = holds
                .then_some(())
                .ok_or_else(|| format!("the chain: {chain:?}"));
            outcome.try_one(|| format!("after {number} requests"), whole);
            desk = Desk::sample();
        }
        if number % 10 == 9 {
            let result = strange_file(&desk, &mut dice);
            outcome.try_one(|| format!("strange file {number}"), result);
            continue;
        }
        let command = &COMMANDS[dice.below(COMMANDS.len())];
        if LEFT_OUT.contains(&command.name) {
            continue;
        }
        let mut request = seeds[dice.below(seeds.len())].clone();
        for _ in 0..dice.below(4) {
            spoil(&mut request, &mut dice, &seeds);
        }
        let said = request.to_string();
        let answer = catch_unwind(AssertUnwindSafe(|| {
            desk.ask::<Value>(command.name, &request)
        }));
        let result = match answer {
            Err(_) => Err(format!("it ended at {said}")),
            Ok(Ok(_)) if !guarded => Err("an answer".to_owned()),
            Ok(_) => Ok(()),
        };
        outcome.try_one(|| format!("{} {number}", command.name), result);
    }
    let end = match desk.session.verify() {
        Ok(Chain::Holds) => head(&desk).map(drop),
        other => Err(format!("the chain: {other:?}")),
    };
    outcome.try_one(|| "at the end".to_owned(), end);
    outcome
}

/// The beds of a board, and the stays of those in them.
#[must_use]
pub fn beds_and_stays(desk: &Desk) -> (Vec<Value>, Vec<Value>) {
    let board: Value = desk.ok("board", json!({}));
    let rooms = board["rooms"].as_array().into_iter().flatten();
    let beds: Vec<&Value> = rooms
        .flat_map(|room| room["beds"].as_array().into_iter().flatten())
        .collect();
    let people = beds
        .iter()
        .flat_map(|bed| bed["people"].as_array().into_iter().flatten());
    let stays = people.map(|one| one["stay"].clone()).collect();
    (beds.iter().map(|bed| bed["id"].clone()).collect(), stays)
}

/// Requests as the page sends them, about people and beds that are there.
fn seeds(desk: &Desk) -> Vec<Value> {
    let (beds, stays) = beds_and_stays(desk);
    let bed = |n: usize| beds[n % beds.len()].clone();
    let stay = |n: usize| stays[n % stays.len()].clone();
    let wall = json!({ "local": "2009-03-02T15:00:00", "second": false });
    let mut seeds = vec![
        json!({}),
        json!(null),
        json!([1, "two", { "three": null }]),
        json!({ "at": wall, "known": "then" }),
        json!({ "first": "2009-02-01", "days": 30 }),
        json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": null }),
        json!({ "of": { "first": "2009-02-01", "last": "2009-02-28", "known_on": null }, "what": "bed_days" }),
        json!({ "text": "K-2", "names": true }),
        json!({ "before": null, "most": 50 }),
        json!({ "action": 180, "reason": null, "those_too": true }),
        json!({ "label": "a woman", "members": [{ "sex": "female", "years": 30, "needs": [] }], "urgency": null }),
        json!({ "label": "x", "places": 1, "beds": [bed(3)], "until": wall, "waiting": null }),
        json!({ "language": "ru", "theme": "dark", "zoom": 150, "toured": true }),
        json!({ "folder": "/nowhere", "number": 1, "name": "x", "passphrase": "y", "recovery": null }),
        json!({ "folders": ["/nowhere"], "every": 3 }),
    ];
    for n in 0..6 {
        let family = vec![
            member("mother", "female", 30, bed(n * 5)),
            member("son", "male", 4, bed(n * 5 + 1)),
        ];
        seeds.push(party(family));
        seeds.push(json!({ "stay": stay(n * 3) }));
        let to = json!({ "in": "bed", "id": bed(n * 7) });
        seeds.push(
            json!({ "moves": [{ "stay": stay(n * 3), "to": to }], "at": wall, "reason": "x" }),
        );
        seeds.push(json!({ "stays": [stay(n), stay(n + 4)], "at": null, "kind": "legal",
            "expected_return": wall, "reason": null, "destination": null, "minors_stay": "x", "name": null,
            "day": "2009-03-01", "days": 40, "authority": "nrs_team" }));
        seeds.push(json!({ "stay": stay(n), "also": [], "truth": { "of": "arrival", "at": wall }, "reason": "x" }));
        seeds.push(json!({ "one": stay(n), "other": stay(n + 1), "reason": "x" }));
        seeds.push(json!({ "beds": [bed(n * 2)], "from": null, "to": wall, "reason": "x" }));
    }
    seeds
}

/// Changes one thing in a request: a value, a type, a name; leaves it out; puts something else in.
fn spoil(value: &mut Value, dice: &mut Dice, seeds: &[Value]) {
    let deeper = dice.below(4) > 0;
    match value {
        Value::Object(fields) if deeper && !fields.is_empty() => {
            let key = fields
                .keys()
                .nth(dice.below(fields.len()))
                .cloned()
                .unwrap_or_default();
            match dice.below(12) {
                0 => drop(fields.remove(&key)),
                1 => drop(fields.insert(strange_text(dice), json!(1))),
                _ => spoil(&mut fields[&key], dice, seeds),
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = dice.below(items.len());
            match dice.below(8) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => *items = vec![items[at].clone(); 40],
                _ => spoil(&mut items[at], dice, seeds),
            }
        }
        _ => {
            *value = match dice.below(12) {
                0 => Value::Null,
                1 => json!(true),
                2 => json!(-1),
                3 => json!(i64::MAX),
                4 => json!(i64::MIN),
                5 => json!(1.5e300),
                6 => json!(strange_text(dice)),
                7 => json!({ "local": strange_time(dice), "second": true }),
                8 => json!(strange_time(dice)),
                9 => seeds[dice.below(seeds.len())].clone(),
                10 => json!(dice.below(70_000)),
                _ => json!([]),
            }
        }
    }
}

fn strange_time(dice: &mut Dice) -> String {
    const TIMES: [&str; 10] = [
        "2009-03-29T03:30:00",
        "2009-10-25T03:30:00",
        "2009-02-29",
        "9999-12-31T23:59:59",
        "+262142-12-31",
        "-262143-01-01",
        "0000-00-00T00:00:00",
        "2009-03-02T16:10:60",
        "1899-12-31",
        "2009-03-02T24:00:00",
    ];
    TIMES[dice.below(TIMES.len())].to_owned()
}

fn strange_text(dice: &mut Dice) -> String {
    const TEXTS: [&str; 8] = [
        "",
        "\u{0}",
        "ȘșȚț",
        "'; DROP TABLE stay; --",
        "\u{202e}abc",
        "K-",
        "🏠",
        "a\u{301}",
    ];
    let text = TEXTS[dice.below(TEXTS.len())];
    if dice.below(10) == 0 {
        "x".repeat(70_000)
    } else {
        text.to_owned()
    }
}

/// A sealed key, a manifest or the settings of backups, spoilt: reading them ends in an answer.
fn strange_file(desk: &Desk, dice: &mut Dice) -> Result<(), String> {
    let folder = super::scratch();
    crate::copy(&desk.folder().join("sample"), folder.path());
    let keys = Keys::at(&folder.path().join("keys"));
    let made = folder.path().join("backups/vatra-000001");
    fs::create_dir_all(&made).expect("a folder");
    let manifest =
        br#"{"number":1,"head":5,"made_at":0,"files":{"vatra.db":"00"},"seal":"00"}"#.to_vec();
    let slots = fs::read_dir(keys.folder())
        .expect("the keys")
        .filter_map(Result::ok);
    let mut paths: Vec<_> = slots.map(|entry| entry.path()).collect();
    paths.sort();
    paths.push(made.join("manifest.json"));
    fs::write(made.join("manifest.json"), manifest).expect("a file");
    let path = paths[dice.below(paths.len())].clone();
    let mut bytes = fs::read(&path).expect("a file");
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len().max(1));
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => bytes.insert(
                at.min(bytes.len()),
                u8::try_from(dice.below(256)).unwrap_or(0),
            ),
            2 => bytes.extend_from_within(..at.min(bytes.len())),
            _ if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap_or(0),
            _ => {}
        }
    }
    if asks_for_work(&bytes) {
        return Ok(());
    }
    fs::write(&path, bytes).expect("a file");
    let read = catch_unwind(AssertUnwindSafe(|| {
        let _ = keys.open(sample::MANAGER, sample::PASSPHRASE);
        backups(&folder.path().join("backups")).len()
    }));
    read.map(drop).map_err(|_| "it ended".to_owned())
}

/// Whether a key asks for more work than that of the sample: what is too much is refused, and what isn't takes its time.
#[must_use]
pub fn asks_for_work(key: &[u8]) -> bool {
    String::from_utf8_lossy(key).lines().any(|line| {
        line.strip_prefix("-> scrypt ")
            .is_some_and(|rest| rest.rsplit(' ').next() != Some("2"))
    })
}
