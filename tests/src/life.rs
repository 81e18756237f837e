//! A desk at which something of every kind happens, over and over, through the commands of the page.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::problem::{Failure, Problem};
use vatra_core::Instant;

use crate::{Answer, Desk, member, party};

/// What happens, one after the other; what isn't possible just now is passed over.
pub const KINDS: [&str; 35] = [
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
    "swap",
    "correct",
    "plan_departure",
    "show_identity",
    "keep_apart",
    "let_together",
    "close",
    "reopen",
    "undo",
    "set_rules",
    "set_capacity",
    "set_limits",
    "set_assistance",
    "set_room",
    "set_desk",
    "change_staff",
    "import_register",
    "export",
    "print_list",
    "print_figures",
    "check_journal",
    "discharge",
    "erase",
];

/// What else the journal may tell: what no desk does over and over, or what costs a passphrase or a new file each time.
pub const ELSEWHERE: [&str; 13] = [
    "found",
    "employ",
    "lock_staff",
    "remove_staff",
    "renew_key",
    "replace_recovery",
    "try_recovery",
    "failed_unlock",
    "back_up",
    "restore",
    "rehearse",
    "rehearse_failed",
    "accept_older",
];

/// The command of a kind, where that has another name.
fn command(kind: &str) -> &str {
    match kind {
        "swap" => "move_people",
        "print_list" | "print_figures" => "issue",
        other => other,
    }
}

/// What happens next at a desk.
pub struct Life {
    next: usize,
    /// Files of other people, which no failing disk is under.
    outside: TempDir,
}

impl Default for Life {
    fn default() -> Self {
        Self::from(0)
    }
}

impl Life {
    /// Begins with one of the kinds.
    ///
    /// # Panics
    /// Where no folder can be made for the time of this life.
    #[must_use]
    #[allow(clippy::expect_used)]
    pub fn from(next: usize) -> Self {
        Self {
            next,
            outside: TempDir::new().expect("a folder"),
        }
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
            let Some(request) = request(desk, kind, self.outside.path())? else {
                continue;
            };
            match desk.ask::<Value>(command(kind), request) {
                Ok(done) => return number(desk, &done),
                Err(Problem::Refused(_)) => {}
                Err(failed) => return Err(failed),
            }
        }
        Err(Failure::BadRequest.into())
    }
}

/// The number of an action that was acknowledged: as the answer says, or, where it says something else, of the last one.
fn number(desk: &Desk, done: &Value) -> Answer<i64> {
    if let Some(said) = done["action"].as_i64().or(done["seq"].as_i64()) {
        return Ok(said);
    }
    let page: Value = desk.ask("journal", json!({ "before": null, "most": 1 }))?;
    Ok(page["entries"][0]["seq"].as_i64().unwrap_or_default())
}

/// A request of a kind for the desk as it is; none where there is nobody it could be about.
fn request(desk: &Desk, kind: &str, outside: &Path) -> Answer<Option<Value>> {
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
                "territory": "MD-OR", "phase": "crisis", "reason": null,
                "identity": { "name": "Somebody", "documents": null, "notes": null } })
        }),
        "extend" => of_last(json!({ "days": 60 + now.0 / 60_000 % 30, "authority": "nrs_team", "reason": "plan" })),
        "assist" => of_last(json!({ "kind": "legal", "name": null, "day": null })),
        "leave" => of_last(json!({ "kind": "authority", "expected_return": null, "at": null })),
        "return_to_house" => of_last(json!({ "at": null })),
        "move_people" => last.zip(free(0)).map(|(stay, bed)| {
            json!({ "moves": [{ "stay": stay, "to": { "in": "bed", "id": bed } }], "at": null, "reason": "asked for" })
        }),
        "swap" => {
            let others = beds.iter().filter(|bed| bed["people"].as_array().is_some_and(|people| people.len() == 1));
            let places = others.map(|bed| (bed["people"][0]["stay"].clone(), bed["id"].clone()));
            let places: Vec<_> = places.collect();
            let own = places.iter().find(|(stay, _)| Some(stay) == last.as_ref());
            let other = places.iter().find(|(stay, _)| Some(stay) != last.as_ref());
            own.zip(other).map(|(own, other)| {
                let to = |bed: &Value| json!({ "in": "bed", "id": bed });
                json!({ "moves": [{ "stay": own.0, "to": to(&other.1) }, { "stay": other.0, "to": to(&own.1) }],
                    "at": null, "reason": "asked for" })
            })
        }
        "plan_departure" => of_last(json!({ "at": wall(10 * 24 * 60), "reason": null })),
        "show_identity" => {
            let Some(stay) = last else { return Ok(None) };
            let person: Value = desk.ask("person", json!({ "stay": stay }))?;
            (person["has_identity"] == json!(true))
                .then(|| json!({ "beneficiary": person["beneficiary"], "reason": "an ambulance asks" }))
        }
        "correct" => last.map(|stay| {
            json!({ "stay": stay, "also": [], "truth": { "of": "arrival", "at": wall(-60) }, "reason": "noted wrong" })
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
        "reopen" => list(&plans["closures"]).next().map(|one| json!({ "closures": [one["id"]] })),
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
        "discharge" => of_last(json!({ "at": null, "reason": null, "destination": null, "minors_stay": null })),
        "erase" => {
            let found: Value = desk.ask("find", json!({ "text": "Somebody", "names": true }))?;
            let left = list(&found).find(|one| !one["to"].is_null());
            left.map(|one| json!({ "beneficiary": one["beneficiary"], "reason": "as she asked" }))
        }
        other => of_the_house(desk, other, &board, outside)?,
    })
}

/// A request about the house, the desk, or what leaves it.
fn of_the_house(desk: &Desk, kind: &str, board: &Value, outside: &Path) -> Answer<Option<Value>> {
    let now = Instant(board["at"].as_i64().unwrap_or_default());
    let newest = |command: &str| -> Answer<Value> {
        let versions: Value = desk.ask(command, json!({}))?;
        Ok(list(&versions).next_back().cloned().unwrap_or_default())
    };
    let figures = json!({ "what": "figures", "days": { "first": "2009-02-01", "last": "2009-02-28" }, "known_on": null });
    Ok(match kind {
        "set_capacity" => {
            let places = if newest("capacities")?["places"] == json!(24) {
                25
            } else {
                24
            };
            Some(json!({ "places": places, "from": null, "reason": "so decided" }))
        }
        "set_limits" => {
            let mut limits = newest("limits")?["limits"].clone();
            limits["victim"] = json!(if limits["victim"] == json!(180) {
                170
            } else {
                180
            });
            Some(json!({ "limits": limits, "from": null }))
        }
        "set_assistance" => {
            let offered: Value = desk.ask("assistance_list", json!({}))?;
            Some(match list(&offered).next() {
                Some(one) => json!({ "change": "retire", "id": one["id"] }),
                None => json!({ "change": "add", "name": "Dance" }),
            })
        }
        "set_room" => list(&board["rooms"]).next().map(|room| {
            let mut request = room.clone();
            request["room"] = request["id"].take();
            request["step_free"] = json!(request["step_free"] != json!(true));
            request["add"] = json!([]);
            request["remove"] = json!([]);
            request
        }),
        "set_desk" => {
            let mut settings: Value = desk.ask("desk", json!({}))?;
            settings["ending_days"] = json!(if settings["ending_days"] == json!(3) {
                4
            } else {
                3
            });
            Some(settings)
        }
        "change_staff" => {
            let staff: Value = desk.ask("staff", json!({}))?;
            let other = list(&staff).find(|one| one["role"] != json!("manager"));
            other.map(|one| {
                let role = if one["role"] == json!("guard") {
                    "reception"
                } else {
                    "guard"
                };
                json!({ "staff": one["id"], "name": one["name"], "role": role })
            })
        }
        "import_register" => Some(register(desk, now, &outside.join("register.csv"))?),
        "export" => {
            let path = outside.join("figures.xlsx");
            let _ = std::fs::remove_file(&path);
            Some(
                json!({ "what": figures, "form": "xlsx", "path": path, "reason": "for the ministry" }),
            )
        }
        "print_list" => Some(
            json!({ "paper": { "is": "roll_call" }, "title": "List", "reason": null, "file": false }),
        ),
        "print_figures" => Some(
            json!({ "paper": { "is": "report", "first": "2009-02-01", "last": "2009-02-28" },
            "title": "Figures", "reason": "for the ministry", "file": true }),
        ),
        "check_journal" => Some(json!({ "printed": null })),
        _ => None,
    })
}

/// A register with somebody who left long ago, each time somebody else.
fn register(desk: &Desk, now: Instant, path: &Path) -> Answer<Value> {
    let line = format!(
        "{};Rusu {};34;F;02.02.2001;05.02.2001;1-1",
        now.0 / 60_000,
        now.0 / 60_000
    );
    let text = format!("Nr.;Nume;Vârsta;Sex;Data intrării;Data ieșirii;Cam.\n{line}\n");
    std::fs::write(path, text).map_err(|_| Failure::System)?;
    let view: Value = desk.ask(
        "read_register",
        json!({ "path": path, "layouts": null, "skip_wrong": true }),
    )?;
    Ok(
        json!({ "path": path, "digest": view["digest"], "layouts": view["layouts"], "skip_wrong": true,
        "reason": "the book of that time" }),
    )
}

fn list(value: &Value) -> std::slice::Iter<'_, Value> {
    value
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
}
