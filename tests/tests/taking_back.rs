//! What is taken back with all that stands in its way: it comes to an end, and what stands in the way is named.

use serde_json::{Value, json};
use vatra::answers::{Done, JournalPage, UndoPreview};
use vatra::problem::Problem;
use vatra_core::refusal::Refusal;
use vatra_tests::faults::Dice;
use vatra_tests::life::{KINDS, Life};
use vatra_tests::{Desk, member, party};

fn limits(desk: &Desk, days: u16, from: Value) -> i64 {
    desk.wait_minutes(1);
    let limits = json!({ "victim": days, "presumed_victim": days, "potential_victim": null, "accompanying": null });
    let request = json!({ "limits": limits, "from": from });
    desk.ok::<Done>("set_limits", request).action
}

fn undo(action: i64, those_too: bool) -> Value {
    json!({ "action": action, "reason": null, "those_too": those_too })
}

fn obstacles(refusal: Refusal) -> Vec<i64> {
    match refusal {
        Refusal::LaterActions { obstacles } => {
            obstacles.into_iter().map(|one| one.action).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_taken_back_meanwhile_is_in_nobodys_way() {
    let desk = Desk::sample();
    let first = limits(&desk, 10, Value::Null);
    let back: Done = desk.ok("undo", undo(first, false));
    let second = limits(&desk, 20, Value::Null);
    let third = limits(&desk, 30, json!("2031-01-01"));

    // The first again: both others stand in its way, and what takes the third back does not.
    let preview: UndoPreview = desk.ok("undo_preview", undo(back.action, false));
    let those = preview.those_too.expect("it can be taken back with others");
    let those: Vec<_> = those.into_iter().map(|entry| entry.seq).collect();
    assert_eq!(those, [third, second, back.action]);
    let gone: Done = desk.ok("undo", undo(third, false));
    let refusal = desk.refused("undo", undo(back.action, false));
    assert_eq!(obstacles(refusal), [second]);
    desk.ok::<Done>("undo", undo(back.action, true));

    let set: Value = desk.ok("limits", json!({}));
    let days: Vec<_> = set.as_array().expect("versions").iter().collect();
    assert_eq!(days.len(), 1);
    assert_eq!(days[0]["limits"]["victim"], json!(10));
    // The third was taken back once, and stayed so.
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 50 }));
    let third = page.entries.iter().find(|entry| entry.seq == third);
    assert_eq!(third.expect("an entry").undone_by, Some(gone.action));
}

#[test]
fn what_is_no_more_is_in_the_way_by_what_took_it_away() {
    let desk = Desk::new();
    desk.make_centre();
    let woman = member("head", "female", 30, desk.bed("3-1"));
    let arrived: Done = desk.ok("check_in", party(vec![woman]));
    let help =
        json!({ "stays": arrived.stays, "kind": "legal", "name": null, "day": "2009-03-02" });
    let helped: Done = desk.ok("assist", help);
    let no_help: Done = desk.ok("undo", undo(helped.action, false));
    let never_here: Done = desk.ok("undo", undo(arrived.action, false));
    let refusal = desk.refused("undo", undo(no_help.action, false));
    assert_eq!(obstacles(refusal), [never_here.action]);
    desk.ok::<Done>("undo", undo(no_help.action, true));
    let board: Value = desk.ok("board", json!({}));
    assert!(board.to_string().contains(&arrived.codes[0]));
}

fn discharge(desk: &Desk, code: &str) -> Done {
    desk.wait_minutes(1);
    let stay = desk.who(code).stay;
    desk.ok("discharge", json!({ "stays": [stay], "at": null, "reason": null, "destination": null, "minors_stay": null }))
}

#[test]
fn who_came_into_a_bed_that_was_held_is_in_the_way_and_not_the_hold() {
    let desk = Desk::new();
    desk.make_centre();
    let hold = json!({ "label": "a family", "places": 1, "beds": [desk.bed("3-1")],
        "until": { "local": "2009-03-04T12:00", "second": false }, "waiting": null });
    desk.ok::<Done>("keep", hold);
    desk.wait_minutes(1);
    let plans: Value = desk.ok("plans", json!({}));
    let released: Done = desk.ok(
        "release",
        json!({ "hold": plans["holds"][0]["id"], "reason": null }),
    );
    desk.wait_minutes(1);
    let woman = member("head", "female", 30, desk.bed("3-1"));
    let arrived: Done = desk.ok("check_in", party(vec![woman]));
    let refusal = desk.refused("undo", undo(released.action, false));
    assert_eq!(obstacles(refusal), [arrived.action]);
    desk.ok::<Done>("undo", undo(released.action, true));
    assert_eq!(desk.board().taken, 0);
}

#[test]
fn a_mother_who_left_is_in_the_way_of_her_infant_by_leaving() {
    let desk = Desk::new();
    desk.make_centre();
    let mut infant = member("son", "male", 0, Value::Null);
    infant["sleeps"] = json!({ "in": "with", "id": 0 });
    let mother = member("mother", "female", 24, desk.bed("3-1"));
    desk.ok::<Done>("check_in", party(vec![mother, infant]));
    let first = discharge(&desk, "K-002");
    let second = discharge(&desk, "K-001");
    let refusal = desk.refused("undo", undo(first.action, false));
    assert_eq!(obstacles(refusal), [second.action]);
    desk.ok::<Done>("undo", undo(first.action, true));
    assert_eq!(desk.board().taken, 2);
}

/// Of what was done long ago all that came after hangs by it: that is not taken back together.
#[test]
fn more_than_fifty_actions_are_not_taken_back_together() {
    let desk = Desk::new();
    desk.make_centre();
    let woman = member("head", "female", 30, desk.bed("3-1"));
    let arrived: Done = desk.ok("check_in", party(vec![woman]));
    for number in 0..60 {
        desk.wait_minutes(1);
        let bed = desk.bed(if number % 2 == 0 { "3-2" } else { "3-1" });
        let to = json!({ "in": "bed", "id": bed });
        let moves = [json!({ "stay": desk.who("K-001").stay, "to": to })];
        desk.ok::<Done>(
            "move_people",
            json!({ "moves": moves, "at": null, "reason": null }),
        );
    }
    let preview: UndoPreview = desk.ok("undo_preview", undo(arrived.action, false));
    assert!(preview.those_too.is_none() && !preview.obstacles.is_empty());
    let refusal = desk.refused("undo", undo(arrived.action, true));
    assert!(!obstacles(refusal).is_empty());
    assert_eq!(desk.board().taken, 1);
}

/// Whatever happened, and whatever of it is taken back.
#[test]
fn taking_back_comes_to_an_end_and_names_what_stands_in_its_way() {
    for seed in [4, 6] {
        let desk = Desk::sample();
        let mut dice = Dice::new(seed);
        let head = |desk: &Desk| -> i64 {
            let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
            page.entries[0].seq
        };
        let first = head(&desk) + 1;
        let (mut taken, mut refused) = (0, 0);
        for _ in 0..150 {
            if dice.below(5) < 2 {
                let done = Life::from(dice.below(KINDS.len())).act(&desk);
                done.expect("something that is possible");
                continue;
            }
            let acts = usize::try_from(head(&desk) - first + 1).expect("a number");
            let back = dice.below(acts.clamp(1, 12));
            let action = first + i64::try_from(acts.saturating_sub(1 + back)).expect("a number");
            match desk.ask::<Done>("undo", undo(action, true)) {
                Ok(_) => {
                    let before = json!({ "before": action + 1, "most": 1 });
                    let page: JournalPage = desk.ok("journal", before);
                    assert!(page.entries[0].undone_by.is_some(), "{action}");
                    taken += 1;
                }
                Err(Problem::Refused(Refusal::NothingToUndo)) => refused += 1,
                Err(Problem::Refused(Refusal::LaterActions { obstacles })) => {
                    assert!(!obstacles.is_empty());
                    assert!(obstacles.iter().all(|one| one.action <= head(&desk)));
                }
                Err(Problem::Refused(_)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(taken > 20 && refused > 5, "{taken} {refused}");
        assert_eq!(
            desk.session.verify().expect("a check"),
            vatra_store::Chain::Holds
        );
    }
}
