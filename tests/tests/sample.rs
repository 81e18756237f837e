//! The sample centre shows the day of 2 March 2009 as it was.

use serde_json::{Value, json};
use vatra::answers::{JournalPage, Status};
use vatra_core::terms::AgeGroup;
use vatra_core::verbs::ActionKind;
use vatra_tests::Desk;

#[test]
fn the_scene_is_23_of_24_places() {
    let desk = Desk::sample();
    let board = desk.board();
    assert_eq!((board.taken, board.places, board.beds_free), (23, 24, 5));
    let count = |group| {
        board
            .groups
            .iter()
            .find(|(g, _)| *g == group)
            .map(|(_, n)| *n)
    };
    assert_eq!(count(AgeGroup::Woman), Some(14));
    assert_eq!(count(AgeGroup::Man), Some(1));
    assert_eq!(count(AgeGroup::Teenager), Some(2));
    assert_eq!(count(AgeGroup::Child), Some(4));
    assert_eq!(count(AgeGroup::Infant), Some(2));
    assert_eq!(board.breaches, [], "nobody sleeps where the rules forbid");
    let people = || {
        board
            .rooms
            .iter()
            .flat_map(|room| &room.beds)
            .flat_map(|bed| &bed.people)
    };
    assert_eq!(people().count(), 23);
    let away: Vec<_> = people()
        .filter(|person| person.away.is_some())
        .map(|p| p.code.as_str())
        .collect();
    assert_eq!(away, ["K-183"]);
    let day = |code: &str| {
        people()
            .find(|p| p.code == code)
            .map(|p| (p.term.day, p.term.days))
    };
    assert_eq!(day("K-214"), Some((12, 30)));
    assert_eq!(day("K-152"), Some((46, 60)));
    assert_eq!(day("K-168"), Some((29, 30)));
}

#[test]
fn its_history_has_what_a_newcomer_should_see_once() {
    let desk = Desk::sample();
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 500 }));
    let has = |kind| page.entries.iter().any(|entry| entry.action_kind == kind);
    for kind in [
        ActionKind::CheckIn,
        ActionKind::Move,
        ActionKind::Discharge,
        ActionKind::Extend,
    ] {
        assert!(has(kind), "{kind:?}");
    }
    assert!(
        page.entries.iter().any(|e| e.undone_by.is_some()),
        "a mistake taken back"
    );
    assert!(
        page.entries
            .iter()
            .any(|e| e.recorded_at.0 - e.happened_at.0 > 3_600_000),
        "a late entry"
    );
    let first = page.entries.last().map(|e| e.happened_at);
    assert!(
        first.is_some_and(|at| at < vatra_tests::at("2008-12-01T00:00")),
        "some months of it"
    );
}

#[test]
fn it_is_marked_and_opens_again_where_it_was_left() {
    let desk = Desk::sample();
    let status: Status = desk.ok("status", json!({}));
    assert!(status.sample);
    assert_eq!(status.now, vatra_tests::at("2009-03-02T16:10"));
    desk.wait_minutes(7);
    let gone = json!({ "stays": [desk.who("K-191").stay], "at": null, "reason": "completed",
        "destination": "family", "minors_stay": null });
    desk.ok::<Value>("discharge", gone);
    let desk = desk.restart();
    let status: Status = desk.ok("open_sample", json!({}));
    assert_eq!(status.now, vatra_tests::at("2009-03-02T16:17"));
    assert_eq!(desk.board().taken, 22);
}
