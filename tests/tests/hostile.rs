//! Hostile text in every field: it is kept as text, without what can't be seen, and in the window nothing runs,
//! nothing is asked for, and nothing breaks the layout.

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Done, IdentityView};
use vatra_core::text::clean;
use vatra_tests::driver::{Key, Window};
use vatra_tests::hostile::{WRONG, ask, corpus};
use vatra_tests::{Desk, member, party};

/// Everything that can be typed into the record, with one text in every field. Says what the fields took.
fn type_everywhere(desk: &Desk, text: &str) {
    let here = desk.who("K-001");
    let amend = json!({ "stay": here.stay, "sex": "female", "born": null, "citizenship": null, "needs": [],
        "relation": "head", "ground": null, "decided_by": null, "decided_on": null, "referrer": null,
        "territory": null, "phase": "crisis", "reason": null,
        "identity": { "name": text, "documents": text, "notes": text } });
    let kept = clean(text).trim().to_owned();
    // What is nothing once it is cleaned is treated as nothing, everywhere.
    let _: Result<Done, _> = desk.ask("amend", amend);
    if !kept.is_empty() {
        let who = here.beneficiary;
        let shown: IdentityView = desk.ok(
            "show_identity",
            json!({ "beneficiary": who, "reason": "verificare" }),
        );
        assert_eq!(
            [&shown.name, &shown.documents, &shown.notes],
            [&kept, &kept, &kept]
        );
        // A reason may be anything but the name that it is about.
        let other = desk.who("K-002");
        let asked = json!({ "beneficiary": other.beneficiary, "reason": text });
        desk.ok::<IdentityView>("show_identity", asked);
        let page: Value = desk.ok("journal", json!({ "before": null, "most": 1 }));
        assert_eq!(page["entries"][0]["reason"], kept);
        let woman = json!({ "sex": "female", "years": 30, "needs": [] });
        desk.ok::<Done>(
            "wait",
            json!({ "label": text, "members": [woman], "urgency": text }),
        );
        let plans: Value = desk.ok("plans", json!({}));
        assert!(plans.to_string().contains(&json!(kept).to_string()));
        desk.ok::<Done>(
            "keep_apart",
            json!({ "one": here.stay, "other": other.stay, "reason": text }),
        );
        let pairs: Value = desk.ok("kept_apart", json!({}));
        assert_eq!(pairs[0]["reason"], kept);
        desk.ok::<Done>("let_together", json!({ "pair": pairs[0]["pair"] }));
    }
    for (command, request) in [
        ("find", json!({ "text": text, "names": true })),
        ("backups_in", json!({ "folder": text })),
        (
            "journal",
            json!({ "before": null, "most": 5, "code": text }),
        ),
        (
            "check_journal",
            json!({ "printed": { "seq": 1, "seal": text } }),
        ),
        ("unlock", json!({ "name": text, "passphrase": text })),
    ] {
        let _: Result<Value, _> = desk.ask(command, request);
    }
    desk.run_minutes(60);
}

#[test]
fn hostile_text_is_kept_as_text_in_every_field() {
    let desk = Desk::new();
    desk.make_centre();
    for bed in ["1-1", "1-2"] {
        let mut woman = member("head", "female", 30, desk.bed(bed));
        woman["identity"] = json!({ "name": "Zinaida", "documents": "", "notes": "" });
        desk.ok::<Done>("check_in", party(vec![woman]));
    }
    for text in corpus() {
        type_everywhere(&desk, &text);
    }
    assert_eq!(
        desk.session.verify().expect("a check"),
        vatra_store::Chain::Holds
    );
    assert_eq!(desk.board().taken, 2);
}

#[test]
fn text_that_is_too_long_is_refused_in_words() {
    let desk = Desk::new();
    desk.make_centre();
    let woman = json!({ "sex": "female", "years": 30, "needs": [] });
    let label = "a".repeat(5_000_000);
    let refused = desk.refused(
        "wait",
        json!({ "label": label, "members": [woman], "urgency": null }),
    );
    assert!(
        matches!(refused, vatra_core::Refusal::TextTooLong { .. }),
        "{refused:?}"
    );
}

#[tokio::test]
async fn hostile_text_runs_nothing_asks_for_nothing_and_breaks_no_layout() {
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    let hits = ask(&window, "find", json!({ "text": "K-214", "names": false })).await;
    let (stay, who) = (hits[0]["stay"].clone(), hits[0]["beneficiary"].clone());
    let board = ask(&window, "board", json!({})).await;
    let beds = board["rooms"]
        .as_array()
        .expect("rooms")
        .iter()
        .flat_map(|room| room["beds"].as_array().cloned().unwrap_or_default());
    let free: Vec<Value> = beds
        .filter(|bed| bed["people"].as_array().is_some_and(Vec::is_empty))
        .map(|bed| bed["id"].clone())
        .collect();
    let others = ask(&window, "find", json!({ "text": "K-205", "names": false })).await;
    let (mut typed, mut extended) = (0, 0);
    for text in corpus() {
        let woman = json!({ "sex": "female", "years": 30, "needs": [] });
        for (command, request) in [
            (
                "wait",
                json!({ "label": text, "members": [woman], "urgency": text }),
            ),
            (
                "show_identity",
                json!({ "beneficiary": who, "reason": text }),
            ),
            (
                "extend",
                json!({ "stays": [stay], "days": 60 + extended, "authority": "centre", "reason": text }),
            ),
        ] {
            let answer = ask(&window, command, request).await;
            let took = i32::from(answer.get("problem").is_none());
            typed += took;
            extended += took * i32::from(command == "extend");
        }
    }
    assert!(
        typed > 70 && extended > 20,
        "only {typed} texts were taken, {extended} of them as reasons"
    );
    let worst = "W".repeat(120);
    for (command, request) in [
        (
            "keep_apart",
            json!({ "one": stay, "other": others[0]["stay"], "reason": worst }),
        ),
        (
            "close",
            json!({ "beds": [free[0]], "from": null, "to": null, "reason": worst }),
        ),
    ] {
        let answer = ask(&window, command, request).await;
        assert!(answer.get("problem").is_none(), "{command}: {answer}");
    }
    give_long_names(&window, &stay, &worst).await;

    let sound = async |what: &str, width: u32| {
        // Nothing breaks an empty screen.
        window.settled().await;
        let wrong = window.script(WRONG, vec![]).await;
        assert_eq!(wrong, json!([]), "{what} at {width}");
    };
    // The last is a page of 1280 by 960 at 200 %, where drawings may be larger than what is seen of them.
    for (width, height) in [(1280, 800), (1024, 700), (640, 480)] {
        window.resize(width, height).await;
        for (screen, shown) in SCREENS {
            window.click("button", screen).await;
            window.says(shown).await;
            if width > 1000 || !["Board", "Tape chart"].contains(&screen) {
                sound(screen, width).await;
            }
        }
        window.click("button", "Occupancy").await;
        window.click("button", "Export").await;
        window.says("Exactly this leaves").await;
        sound("the export", width).await;
        window.click("button", "Cancel").await;
        window.click("button", "Journal").await;
        window.click("button", "Undo").await;
        window.says("K-209 moved to 3-4").await;
        window.asked().await;
        sound("undo", width).await;
        window.click("button", "Cancel").await;
        window.click("button", "Settings").await;
        let sections = "return [...document.querySelectorAll('[data-section]')].map((one) => one.innerText.trim())";
        let sections = window.script(sections, vec![]).await;
        let sections = sections.as_array().expect("the sections");
        assert!(sections.len() > 12, "only {sections:?}");
        for section in sections {
            let section = section.as_str().expect("a name");
            window.click("button", section).await;
            sound(section, width).await;
        }
        window.click("button", "Board").await;
        window.press(&[Key::Control, Key::Char('k')]).await;
        window.type_text("214").await;
        window.find("option", "K-214").await;
        window.press(&[Key::Enter]).await;
        window.find("heading", "K-214").await;
        window.says("Reason: WWWW").await;
        if width > 1000 {
            sound("the panel", width).await;
        }
        // The plan stays in sight, whatever the reasons above it.
        let plan = "return document.querySelector('.work').getBoundingClientRect().height / innerHeight > 0.45";
        window.until("the plan", plan, vec![]).await;
        window.press(&[Key::Char('h')]).await;
        window.says("actions made it so").await;
        sound("the history", width).await;
    }
    window.close().await;
}

/// Every screen with something to show, and a part of that.
const SCREENS: [(&str, &str); 7] = [
    ("Board", "K-214"),
    ("Check-in", "Who has come"),
    ("Tape chart", "K-214"),
    ("Expected", "window.harm"),
    ("Occupancy", "of the licensed places"),
    ("Journal", "Reason: WWWW"),
    ("Settings", "Language and look"),
];

/// One very long word wherever somebody or something is named or explained.
async fn give_long_names(window: &Window, stay: &Value, worst: &str) {
    let identity = json!({ "name": worst, "documents": worst, "notes": worst });
    let record = json!({ "stay": stay, "sex": "female", "born": null, "citizenship": null, "needs": [],
        "relation": "head", "ground": null, "decided_by": null, "decided_on": null, "referrer": null,
        "territory": null, "phase": "crisis", "reason": worst, "identity": identity });
    let board = ask(window, "board", json!({})).await;
    let beds = || {
        let rooms = board["rooms"].as_array().into_iter().flatten();
        rooms.flat_map(|room| room["beds"].as_array().into_iter().flatten())
    };
    let people = beds().flat_map(|bed| bed["people"].as_array().into_iter().flatten());
    let boy = people
        .clone()
        .find(|one| one["code"] == "K-209")
        .expect("K-209");
    let beside = beds().find(|bed| bed["label"] == "3-4").expect("3-4");
    // A decision past a rule stands on the board, with its reason.
    let moved = json!([{ "stay": boy["stay"], "to": { "in": "bed", "id": beside["id"] } }]);
    let prose = "so that he is not alone at night ".repeat(60);
    let mut all = vec![
        ("amend", record),
        (
            "assist",
            json!({ "stays": [stay], "kind": "other", "name": worst, "day": null }),
        ),
        (
            "set_assistance",
            json!({ "change": "add", "name": "W".repeat(80) }),
        ),
        (
            "set_capacity",
            json!({ "places": 25, "from": null, "reason": worst }),
        ),
    ];
    let staff = ask(window, "staff", json!({})).await;
    for (number, one) in staff.as_array().into_iter().flatten().enumerate() {
        let name = format!("{}{number}", "W".repeat(23));
        all.push((
            "change_staff",
            json!({ "staff": one["id"], "name": name, "role": one["role"] }),
        ));
    }
    all.push((
        "move_people",
        json!({ "moves": moved, "at": null, "reason": prose }),
    ));
    for (command, request) in all {
        let answer = ask(window, command, request).await;
        assert!(answer.get("problem").is_none(), "{command}: {answer}");
    }
}
