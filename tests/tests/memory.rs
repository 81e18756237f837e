//! A long memory: what is asked for of one day, one person or one page reads that and not the years around it. Work
//! is counted here, not time; `decades` times it.

use serde_json::{Value, json};
use vatra::answers::{Done, JournalPage, PastBoard};
use vatra_core::Instant;
use vatra_core::time::midnight;
use vatra_core::verbs::ActionKind;
use vatra_core::view::Tape;
use vatra_store::{Home, MOST_NAMED, Store, Window};
use vatra_tests::decades::register;
use vatra_tests::{Desk, PASSPHRASE, at};

/// Three years of a house whose 24 beds are all taken.
const STAYS: usize = 960;
const BEDS: usize = 24;

fn with_a_register() -> (Desk, Done) {
    let desk = Desk::new();
    desk.make_centre();
    let path = desk.folder().join("register.csv");
    let before = chrono::NaiveDate::from_ymd_opt(2009, 2, 27).expect("a day");
    std::fs::write(&path, register(STAYS, before)).expect("a file");
    let view: Value = desk.ok(
        "read_register",
        json!({ "path": path, "layouts": null, "skip_wrong": false }),
    );
    let order = json!({ "path": path, "digest": view["digest"], "layouts": view["layouts"],
        "skip_wrong": false, "reason": "" });
    let done = desk.ok("import_register", order);
    (desk, done)
}

#[test]
fn a_day_long_ago_is_read_without_the_years_after_it() {
    let (desk, imported) = with_a_register();
    let day = "2007-02-01";
    let noon = at(&format!("{day}T12:00"));
    let past: PastBoard = desk.ok(
        "past",
        json!({ "at": { "local": format!("{day}T12:00"), "second": false }, "known": "now" }),
    );
    assert!((BEDS - 2..=BEDS).contains(&past.board.taken));
    let week: Tape = desk.ok("tape", json!({ "first": day, "days": 7 }));
    let bars = week.rooms.iter().flat_map(|room| &room.beds);
    assert!(bars.map(|bed| bed.bars.len()).sum::<usize>() <= 2 * BEDS);

    let path = desk.folder().to_owned();
    let kept = desk.release();
    {
        let home = Home::take(&path).expect("the folder");
        let key = home.keys().open("Ana", PASSPHRASE).expect("the key");
        let store = Store::open(&home.file(), &key).expect("the file");
        let read = |window: Window| store.load(&window).expect("the record");
        // Facts, not stays alone: everything of those who were here, and the house.
        let house = read(Window::at(Instant::EVER)).made_by.len();
        let whole = read(Window::from(Instant::EVER)).made_by.len();
        for known in [None, Some(imported.action)] {
            let window = Window {
                known,
                ..Window::at(noon)
            };
            let centre = read(window);
            assert!(centre.stays.len() <= BEDS, "{}", centre.stays.len());
            assert!(
                centre.made_by.len() - house <= 12 * BEDS,
                "{} of {whole} facts",
                centre.made_by.len() - house
            );
        }
        let both = store.load_then_and_now(&Window::at(noon), imported.action);
        let (then, now) = both.expect("both records");
        assert!(then.made_by.len().max(now.made_by.len()) - house <= 12 * BEDS);
        let first = chrono::NaiveDate::from_ymd_opt(2007, 2, 1).expect("a day");
        let centre = read(Window {
            until: Some(midnight(first + chrono::Days::new(7))),
            ..Window::from(midnight(first))
        });
        assert!(centre.stays.len() <= 2 * BEDS);
    }
    drop(kept);
}

#[test]
fn an_action_about_a_thousand_people_names_some_and_counts_all() {
    let (desk, imported) = with_a_register();
    assert_eq!(imported.people as usize, STAYS);
    assert_eq!(imported.stays.len(), MOST_NAMED);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 60 }));
    let entry = &page.entries[0];
    assert_eq!(entry.action_kind, ActionKind::Import);
    assert_eq!(entry.people as usize, STAYS);
    assert!(entry.codes.len() <= MOST_NAMED + 1 && entry.beds.is_empty());
    assert_eq!(
        page.kinds.len(),
        page.kinds
            .iter()
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    );

    // Taken back it concerns them all the same, and every one is gone.
    let undone: Done = desk.ok(
        "undo",
        json!({ "action": imported.action, "reason": null, "those_too": false }),
    );
    assert_eq!(undone.people as usize, STAYS);
    let none: Vec<Value> = desk.ok("find", json!({ "text": "K-1", "names": false }));
    assert_eq!(none, Vec::<Value>::new());
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 60 }));
    assert_eq!(page.entries[0].undoes, Some(imported.action));
    assert_eq!(page.entries[0].people as usize, STAYS);
    assert!(page.kinds.contains(&ActionKind::Undo));
}
