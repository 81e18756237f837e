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
