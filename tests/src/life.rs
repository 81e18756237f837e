//! A desk at which something of every kind happens, over and over, through the commands of the page.

use serde_json::{Value, json};
use vatra::problem::{Failure, Problem};
use vatra_core::Instant;

use crate::{Answer, Desk, member, party};

/// What happens, one after the other. What isn't possible just now is passed over.
const KINDS: [&str; 20] = [
    "wait",
    "keep",
    "release",
    "reorder",
    "end_wait",
    "check_in",
    "amend",
    "extend",
    "assist",
    "leave",
    "return_to_house",
    "move_people",
    "correct",
    "keep_apart",
    "let_together",
    "close",
    "reopen",
    "undo",
    "set_rules",
    "discharge",
];

/// What happens next at a desk.
#[derive(Default)]
pub struct Life {
    next: usize,
}

impl Life {
    /// Begins with one of the kinds.
    #[must_use]
    pub fn from(next: usize) -> Self {
        Self { next }
    }

    /// Does the next thing that is possible, and says the number of the action.
    ///
    /// # Errors
    /// Fails as the command does; a refusal only means that it isn't possible now.
    pub fn act(&mut self, desk: &Desk) -> Answer<i64> {
        desk.wait_minutes(1);
        for _ in 0..2 * KINDS.len() {
            let kind = KINDS[self.next % KINDS.len()];
            self.next += 1;
            let Some(request) = request(desk, kind)? else {
                continue;
            };
            match desk.ask::<Value>(kind, request) {
                Ok(done) => return Ok(done["action"].as_i64().unwrap_or_default()),
                Err(Problem::Refused(_)) => {}
                Err(failed) => return Err(failed),
            }
        }
        Err(Failure::BadRequest.into())
    }
}

/// A request of a kind for the desk as it is; none where there is nobody it could be about.
fn request(desk: &Desk, kind: &str) -> Answer<Option<Value>> {
    let board: Value = desk.ask("board", json!({}))?;
    let plans: Value = desk.ask("plans", json!({}))?;
    let beds: Vec<&Value> = list(&board["rooms"])
        .flat_map(|room| list(&room["beds"]))
        .collect();
    let free = |skip: usize| {
        let free = beds
            .iter()
            .filter(|bed| bed["people"] == json!([]) && bed["kept"].is_null());
        free.map(|bed| bed["id"].clone()).nth(skip)
    };
    // Who came last; the others of the sample stay as they are.
    let here = beds.iter().flat_map(|bed| list(&bed["people"]));
    let last = here
        .filter(|one| one["code"].as_str().is_some_and(|code| code > "K-222"))
        .max_by_key(|one| one["code"].as_str().map(str::to_owned))
        .map(|one| one["stay"].clone());
    let waiting: Vec<_> = list(&plans["waiting"])
        .map(|one| one["id"].clone())
        .collect();
    let now = Instant(board["at"].as_i64().unwrap_or_default());
    let wall = |minutes: i64| {
        let local = now.plus_minutes(minutes).wall().format("%Y-%m-%dT%H:%M:%S");
        json!({ "local": local.to_string(), "second": false })
    };
    let of_last = |with: Value| {
        let mut request = with;
        request["stays"] = json!([last.clone()?]);
        Some(request)
    };
    Ok(match kind {
        "wait" => (waiting.len() < 3).then(|| {
            json!({ "label": "a woman", "members": [{ "sex": "female", "years": 30, "needs": [] }],
                "urgency": null })
        }),
        "keep" => waiting.first().map(|one| {
            json!({ "label": "a woman", "places": 1, "beds": [], "until": wall(240), "waiting": one })
        }),
        "release" => {
            let held = list(&plans["holds"]).find(|hold| hold["lapsed"] == json!(false));
            held.map(|hold| json!({ "hold": hold["id"] }))
        }
        "reorder" => (waiting.len() > 1)
            .then(|| json!({ "waiting": waiting[waiting.len() - 1], "before": waiting[0] })),
        "end_wait" => (waiting.len() > 1).then(|| json!({ "waiting": waiting[0], "end": "elsewhere" })),
        "check_in" => {
            let bed = free(0).filter(|_| last.is_none());
            bed.map(|bed| {
                let mut request = party(vec![member("head", "female", 30, bed)]);
                request["reason"] = json!("so decided");
                request
            })
        }
        "amend" => last.map(|stay| {
            let country = if now.0 / 60_000 % 2 == 0 { "UA" } else { "MD" };
            json!({ "stay": stay, "sex": "female", "born": { "is": "on", "value": "1979-05-04" },
                "citizenship": country, "needs": [], "relation": "head", "ground": "presumed_victim",
                "decided_by": "nrs_team", "decided_on": null, "referrer": "police",
                "territory": "MD-OR", "phase": "crisis", "identity": null, "reason": null })
        }),
        "extend" => of_last(json!({ "days": 60 + now.0 / 60_000 % 30, "authority": "nrs_team", "reason": "plan" })),
        "assist" => of_last(json!({ "kind": "legal", "name": null, "day": null })),
        "leave" => of_last(json!({ "kind": "authority", "expected_return": null, "at": null })),
        "return_to_house" => of_last(json!({ "at": null })),
        "move_people" => last.zip(free(0)).map(|(stay, bed)| {
            json!({ "moves": [{ "stay": stay, "to": { "in": "bed", "id": bed } }], "at": null, "reason": "asked for" })
        }),
        "correct" => last.map(|stay| {
            json!({ "stay": stay, "also": [], "truth": { "of": "arrival", "at": wall(-2) }, "reason": "noted wrong" })
        }),
        "keep_apart" => {
            let other = beds.iter().flat_map(|bed| list(&bed["people"])).map(|one| one["stay"].clone()).next();
            last.zip(other)
                .map(|(one, other)| json!({ "one": one, "other": other, "reason": "so decided" }))
        }
        "let_together" => {
            let pairs: Value = desk.ask("kept_apart", json!({}))?;
            list(&pairs).next().map(|pair| json!({ "pair": pair["pair"] }))
        }
        "close" => free(1).map(|bed| json!({ "beds": [bed], "from": null, "to": null, "reason": "water" })),
        "reopen" => list(&plans["closures"]).next().map(|one| json!({ "beds": [one["bed"]] })),
        "undo" => {
            let page: Value = desk.ask("journal", json!({ "before": null, "most": 1 }))?;
            let entry = page["entries"][0].clone();
            (entry["may_undo"] == json!(true))
                .then(|| json!({ "action": entry["seq"], "reason": null, "those_too": false }))
        }
        "set_rules" => {
            let versions: Value = desk.ask("rules", json!({}))?;
            list(&versions).next_back().map(|version| {
                let mut rules = version["rules"].clone();
                let moves = rules["max_moves"].as_i64().unwrap_or(0);
                rules["max_moves"] = json!(if moves == 3 { 2 } else { 3 });
                json!({ "rules": rules, "from": null })
            })
        }
        _ => of_last(json!({ "at": null, "reason": null, "destination": null, "minors_stay": null })),
    })
}

fn list(value: &Value) -> std::slice::Iter<'_, Value> {
    value
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
}
