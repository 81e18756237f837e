//! Measures taking over a register of years, and each screen's command before and after it: `decades 5000`.

#![allow(clippy::expect_used)]

use std::time::Instant as Moment;

use serde_json::{Value, json};
use vatra_tests::Desk;
use vatra_tests::decades::register;

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Moment::now();
    let answer = work();
    println!("{what:<44} {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
    answer
}

fn screens(desk: &Desk, stay: &Value, person: &Value) {
    let ask = |name: &str, request: Value| {
        // Once to warm up: a screen is opened again and again.
        desk.ok::<Value>(name, request.clone());
        timed(name, || desk.ok::<Value>(name, request))
    };
    ask("board", json!({}));
    ask(
        "past",
        json!({ "at": { "local": "2009-02-01T12:00" }, "known": "now" }),
    );
    ask("plans", json!({}));
    ask("person", json!({ "stay": stay }));
    ask("history", json!({ "beneficiary": person }));
    ask("find", json!({ "text": "K-1", "names": false }));
    ask("find", json!({ "text": "persoana 12", "names": true }));
    ask("journal", json!({ "before": null, "most": 60 }));
    ask(
        "occupancy",
        json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": null }),
    );
    ask(
        "occupancy",
        json!({ "first": "1959-01-01", "last": "2009-03-01", "known_on": null }),
    );
}

fn main() {
    let stays = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(5_000);
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
    let (stay, _) = (first["stays"][0].clone(), ());
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
