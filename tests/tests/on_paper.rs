//! Sheets, from the file to the note in the journal without which none goes out.

use serde_json::{Value, json};
use vatra::answers::{Issued, JournalPage, ReportDue};
use vatra::problem::{Failure, Problem};
use vatra_core::census::{Cell, Leaving};
use vatra_core::refusal::Refusal;
use vatra_core::terms::Role;
use vatra_core::verbs::ActionKind;
use vatra_core::view::{DailySheet, Happening, RollCall};
use vatra_tests::Desk;

const YEAR: i64 = 365 * 24 * 60;

fn issue(paper: Value, reason: Option<&str>) -> Value {
    json!({ "paper": paper, "title": "A sheet", "reason": reason, "file": true })
}

fn report() -> Value {
    json!({ "is": "report", "first": "2008-01-01", "last": "2008-12-31" })
}

fn sign_in(desk: &Desk, name: &str) {
    desk.ok::<Value>(
        "unlock",
        json!({ "name": name, "passphrase": "sample centre" }),
    );
}

fn last(desk: &Desk) -> vatra::answers::JournalEntry {
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    page.entries.into_iter().next().expect("an entry")
}

#[test]
fn what_leaves_says_why_and_bears_the_end_of_the_journal_that_noted_it() {
    let desk = Desk::sample();
    let before = last(&desk).seq;
    assert_eq!(
        desk.refused("issue", issue(report(), None)),
        Refusal::NeedsReason
    );
    assert_eq!(
        desk.refused("issue", issue(report(), Some("  "))),
        Refusal::NeedsReason
    );
    assert_eq!(last(&desk).seq, before, "nothing was noted");
    let issued: Issued = desk.ok("issue", issue(report(), Some("to the ministry")));
    let entry = last(&desk);
    assert_eq!(
        (entry.seq, entry.action_kind),
        (issued.seq, ActionKind::Export)
    );
    assert_eq!(
        entry.reason.as_deref(),
        Some("A sheet [2008-01-01/2008-12-31]. to the ministry")
    );
    assert_eq!(
        issued.seal.len(),
        19,
        "four groups of four: {}",
        issued.seal
    );
    let again: Issued = desk.ok("issue", issue(report(), Some("to the ministry")));
    assert_ne!(again.seal, issued.seal);
    let undo = json!({ "action": issued.seq, "reason": null, "those_too": false });
    assert_eq!(
        desk.refused("undo", undo),
        Refusal::NothingToUndo,
        "what left can't be taken back"
    );
}

#[test]
fn one_sheet_goes_out_for_each_note() {
    let desk = Desk::sample();
    let shut = Err(Problem::Failed(Failure::BadRequest));
    assert_eq!(desk.session.go_out(), shut);
    desk.ok::<Issued>("issue", issue(json!({ "is": "roll_call" }), None));
    assert_eq!(desk.session.go_out(), Ok(()));
    assert_eq!(desk.session.go_out(), shut);
    desk.ok::<Issued>("issue", issue(json!({ "is": "roll_call" }), None));
    desk.ok::<Value>("lock", json!({}));
    assert_eq!(
        desk.session.go_out(),
        shut,
        "a locked program prints nothing"
    );
    sign_in(&desk, "MC");
    desk.ok::<Issued>("issue", issue(json!({ "is": "roll_call" }), None));
    desk.ok::<Value>("lock", json!({}));
    sign_in(&desk, "MC");
    assert_eq!(
        desk.session.go_out(),
        shut,
        "nor does who signs in next what was noted before"
    );
}

#[test]
fn reception_prints_what_stays_inside_and_only_a_manager_what_leaves() {
    let desk = Desk::sample();
    let who = desk.who("K-214").beneficiary;
    sign_in(&desk, "RA");
    desk.ok::<Issued>("issue", issue(json!({ "is": "roll_call" }), None));
    desk.ok::<Issued>("issue", issue(json!({ "is": "daily" }), None));
    let least = Role::Manager;
    let manager_only = Failure::NotPermitted { least };
    assert_eq!(
        desk.failed("issue", issue(report(), Some("why"))),
        manager_only
    );
    let record = json!({ "is": "record", "beneficiary": who });
    assert_eq!(
        desk.failed("issue", issue(record.clone(), Some("why"))),
        manager_only
    );
    sign_in(&desk, "MC");
    desk.ok::<Issued>("issue", issue(record, Some("asked for in person")));
    assert_eq!(
        last(&desk).codes,
        ["K-214"],
        "the journal says whose record left"
    );
}

#[test]
fn the_roll_call_has_everybody_once_and_says_who_is_out() {
    let desk = Desk::sample();
    let roll: RollCall = desk.ok("roll_call", json!({}));
    let mut codes: Vec<_> = (roll.rooms.iter())
        .flat_map(|room| room.people.iter().map(|one| one.code.clone()))
        .collect();
    assert_eq!((codes.len(), roll.present, roll.away), (23, 22, 1));
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 23);
}

#[test]
fn the_daily_sheet_tells_what_happened_since_midnight() {
    let desk = Desk::sample();
    let woman = desk.who("K-191").stay;
    desk.ok::<Value>(
        "leave",
        json!({ "stays": [woman], "kind": "medical", "expected_return": null, "at": null }),
    );
    desk.wait_minutes(10);
    desk.ok::<Value>("return_to_house", json!({ "stays": [woman], "at": null }));
    desk.wait_minutes(10);
    desk.ok::<Value>(
        "discharge",
        json!({ "stays": [woman], "reason": "completed", "destination": "family",
        "minors_stay": null, "at": null }),
    );
    let sheet: DailySheet = desk.ok("daily_sheet", json!({}));
    assert_eq!(sheet.board.taken, 22);
    let of: Vec<_> = (sheet.events.iter())
        .filter(|event| event.code == "K-191")
        .map(|event| &event.what)
        .collect();
    assert!(matches!(of[0], Happening::WentOut { .. }));
    assert!(
        of.iter()
            .any(|what| matches!(what, Happening::CameBack { .. }))
    );
    assert!(matches!(
        of.last(),
        Some(Happening::Left {
            destination: Some(_),
            ..
        })
    ));
    assert_eq!(of.len(), 3);
    desk.wait_minutes(24 * 60);
    let next: DailySheet = desk.ok("daily_sheet", json!({}));
    assert!(next.events.is_empty(), "{:?}", next.events);
}

#[test]
fn what_leaves_of_a_year_is_told_by_month_and_shows_no_small_count_and_no_code() {
    let desk = Desk::sample();
    let period = json!({ "first": "2008-01-01", "last": "2008-12-31", "known_on": null });
    let leaving: Leaving = desk
        .ok::<Option<Leaving>>("leaving", period)
        .expect("days that are over");
    assert_eq!(
        leaving.places_from.map(|day| day.to_string()).as_deref(),
        Some("2008-11-03")
    );
    let months = (leaving.tables.iter().find(|table| table.name == "months")).expect("months");
    assert_eq!(months.rows.len(), 2, "November and December");
    let mut counts = 0;
    for table in &leaving.tables {
        for cell in table.rows.iter().flatten() {
            if let Cell::Count(count) = cell {
                counts += 1;
                assert!(*count == 0 || *count >= 5, "{count} in {}", table.name);
            }
        }
    }
    assert!(counts > 20, "only {counts} counts were seen");
    let text = serde_json::to_string(&leaving).expect("text");
    assert!(!text.contains("K-"), "{text}");
    let february = json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": null });
    let leaving: Leaving = desk
        .ok::<Option<Leaving>>("leaving", february)
        .expect("days that are over");
    assert_eq!(leaving.tables[1].rows.len(), 28, "a month is told by day");
}

#[test]
fn the_annual_report_is_due_by_the_end_of_january_until_it_has_gone_out() {
    let desk = Desk::sample();
    let due = |desk: &Desk| desk.ok::<ReportDue>("report_due", json!({})).year;
    assert_eq!(due(&desk), None, "in March nothing is due");
    // From 2 March 2009 to 15 January 2010.
    desk.wait_minutes(319 * 24 * 60);
    assert_eq!(due(&desk), Some(2009));
    let year = |year: i32| json!({ "is": "report", "first": format!("{year}-01-01"), "last": format!("{year}-12-31") });
    desk.ok::<Issued>("issue", issue(year(2008), Some("late")));
    assert_eq!(
        due(&desk),
        Some(2009),
        "the report of another year is another report"
    );
    desk.ok::<Issued>("issue", issue(year(2009), Some("to the ministry")));
    assert_eq!(due(&desk), None);
    desk.wait_minutes(YEAR);
    assert_eq!(due(&desk), Some(2010));
}
