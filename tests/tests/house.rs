//! What a manager sets about the house: places from a day on, rooms and beds, limits of extension, the list of
//! other assistance; and that what was decided past a rule stays on the board until it is resolved.

use serde_json::{Value, json};
use vatra::answers::{Done, PastBoard};
use vatra_core::refusal::Refusal;
use vatra_core::time::Instant;
use vatra_core::view::{
    AssistanceOffered, Board, CapacityVersion, PersonView, RoomView, RulesVersion, Tape,
};
use vatra_tests::{Desk, at, member, party};

fn places(desk: &Desk, places: u16, from: Value, reason: Value) -> Value {
    let _ = desk;
    json!({ "places": places, "from": from, "reason": reason })
}

fn on(desk: &Desk, moment: &str) -> Board {
    let asked = json!({ "at": { "local": moment, "second": false }, "known": "now" });
    desk.ok::<PastBoard>("past", asked).board
}

#[test]
fn places_change_from_a_day_on_late_too_and_the_figures_follow() {
    let desk = Desk::sample();
    let period = json!({ "first": "2009-03-01", "last": "2009-03-01", "known_on": null });
    let before: Value = desk.ok("occupancy", &period);
    assert_eq!(before["figures"]["place_days"], 24);
    assert_eq!(
        desk.refused("set_capacity", places(&desk, 24, Value::Null, Value::Null)),
        Refusal::NothingChanges
    );
    assert_eq!(
        desk.refused("set_capacity", places(&desk, 0, Value::Null, Value::Null)),
        Refusal::BadCapacity
    );
    // The licence of 1 March arrives the day after.
    desk.ok::<Done>(
        "set_capacity",
        places(&desk, 26, json!("2009-03-01"), Value::Null),
    );
    assert_eq!(desk.board().places, 26);
    assert_eq!(on(&desk, "2009-03-01T00:01").places, 26);
    assert_eq!(on(&desk, "2009-02-28T23:59").places, 24);
    let after: Value = desk.ok("occupancy", &period);
    assert_eq!(after["figures"]["place_days"], 26);

    // Fewer from a later day: nothing changes until then.
    desk.ok::<Done>(
        "set_capacity",
        places(&desk, 25, json!("2009-03-05"), Value::Null),
    );
    assert_eq!(desk.board().places, 26);
    let versions: Vec<CapacityVersion> = desk.ok("capacities", json!({}));
    let said: Vec<_> = versions
        .iter()
        .map(|one| (one.places, one.in_force))
        .collect();
    assert_eq!(said, [(24, false), (26, true), (25, false)]);
    assert_eq!(versions[2].from, at("2009-03-05T00:00"));
}

#[test]
fn fewer_places_than_people_need_a_reason_and_nobody_has_to_leave() {
    let desk = Desk::sample();
    let refusal = Refusal::OverCapacity {
        taken: 23,
        places: 20,
    };
    assert_eq!(
        desk.refused("set_capacity", places(&desk, 20, Value::Null, Value::Null)),
        refusal
    );
    assert_eq!(
        desk.refused("set_capacity", places(&desk, 20, Value::Null, json!("  "))),
        Refusal::NeedsReason
    );
    desk.ok::<Done>(
        "set_capacity",
        places(&desk, 20, Value::Null, json!("the new licence")),
    );
    let board = desk.board();
    assert_eq!((board.taken, board.places), (23, 20));
}

#[test]
fn a_planned_change_of_the_rules_keeps_what_it_changes_and_takes_over_the_rest() {
    let desk = Desk::sample();
    let versions = || desk.ok::<Vec<RulesVersion>>("rules", json!({}));
    let mut planned = json!(versions()[0].rules);
    planned["term_days"] = json!(60);
    desk.ok::<Done>(
        "set_rules",
        json!({ "rules": planned, "from": "2009-04-01" }),
    );
    let mut now = json!(versions()[0].rules);
    now["cot_age"] = json!(2);
    desk.ok::<Done>("set_rules", json!({ "rules": now, "from": null }));
    let last = versions().pop().expect("versions").rules;
    assert_eq!((last.term_days, last.cot_age), (60, 2));
}

#[test]
fn an_extension_past_the_limit_of_the_ground_needs_somebody_who_allowed_it() {
    let desk = Desk::sample();
    let stay = desk.who("K-214").stay;
    let ground = |desk: &Desk| {
        desk.ok::<PersonView>("person", json!({ "stay": stay }))
            .ground
    };
    let kind = json!(ground(&desk).expect("a ground").kind);
    let mut limits = json!({ "victim": null, "presumed_victim": null, "potential_victim": null, "accompanying": null });
    limits[kind.as_str().expect("a word")] = json!(90);
    assert!(matches!(
        desk.refused(
            "set_limits",
            json!({ "limits": limits, "from": "2009-03-01" })
        ),
        Refusal::AlreadyBegun
    ));
    desk.ok::<Done>("set_limits", json!({ "limits": limits, "from": null }));
    let view: PersonView = desk.ok("person", json!({ "stay": stay }));
    assert_eq!(
        (view.term.days, view.term.most),
        (30, Some(90)),
        "a term that was given stays"
    );
    let extend = |days: u16, authority: Value| json!({ "stays": [stay], "days": days, "authority": authority, "reason": "the case goes on" });
    assert_eq!(
        desk.refused("extend", extend(91, Value::Null)),
        Refusal::PastLimit {
            who: "K-214".into(),
            most: 90
        }
    );
    desk.ok::<Done>("extend", extend(90, Value::Null));
    desk.ok::<Done>("extend", extend(120, json!("nrs_team")));
    let view: PersonView = desk.ok("person", json!({ "stay": stay }));
    assert_eq!(view.term.days, 120);
}

#[test]
fn other_assistance_is_a_list_and_what_was_noted_keeps_its_name() {
    let desk = Desk::sample();
    let list = || desk.ok::<Vec<AssistanceOffered>>("assistance_list", json!({}));
    let known = list().len();
    desk.ok::<Done>(
        "set_assistance",
        json!({ "change": "add", "name": "  Hair   dresser " }),
    );
    assert_eq!(list()[known].name, "Hair dresser");
    assert_eq!(
        desk.refused(
            "set_assistance",
            json!({ "change": "add", "name": "hair dresser" })
        ),
        Refusal::ListedAlready
    );
    let stay = desk.who("K-214").stay;
    desk.ok::<Done>(
        "assist",
        json!({ "stays": [stay], "kind": "other", "name": "Hair dresser", "day": null }),
    );
    desk.wait_minutes(5);
    let id = json!(list()[known].id);
    desk.ok::<Done>(
        "set_assistance",
        json!({ "change": "rename", "id": id, "name": "Haircut" }),
    );
    assert_eq!(list()[known].name, "Haircut");
    let view: PersonView = desk.ok("person", json!({ "stay": stay }));
    assert!(
        view.assistance
            .iter()
            .any(|one| one.name.as_deref() == Some("Hair dresser"))
    );
    desk.ok::<Done>("set_assistance", json!({ "change": "retire", "id": id }));
    assert_eq!(list().len(), known);
    assert_eq!(
        desk.refused("set_assistance", json!({ "change": "retire", "id": id })),
        Refusal::NotFound
    );
}

fn room(board: &Board, number: u16) -> Option<&RoomView> {
    board.rooms.iter().find(|room| room.number == number)
}

/// The room as it is, as a request that changes nothing.
fn as_it_is(room: &RoomView) -> Value {
    json!({ "room": room.id, "number": room.number, "room_use": room.room_use, "step_free": room.step_free,
        "wing": room.wing, "column": room.column, "width": room.width, "add": [], "remove": [] })
}

#[test]
fn a_bed_is_added_and_taken_away_and_past_boards_keep_theirs() {
    let desk = Desk::sample();
    let board = desk.board();
    let three = room(&board, 3).expect("the room").clone();
    assert_eq!(
        desk.refused("set_room", as_it_is(&three)),
        Refusal::NothingChanges
    );
    let mut more = as_it_is(&three);
    more["add"] = json!(["cot"]);
    desk.wait_minutes(10);
    desk.ok::<Done>("set_room", &more);
    let labels = |board: &Board, number| -> Vec<String> {
        let beds = room(board, number)
            .map(|room| room.beds.clone())
            .unwrap_or_default();
        beds.iter().map(|bed| bed.label.clone()).collect()
    };
    assert_eq!(
        labels(&desk.board(), 3),
        ["3-1", "3-2", "3-3", "3-4", "3-5"]
    );
    assert_eq!(desk.board().cots_free, board.cots_free + 1);
    assert_eq!(
        labels(&on(&desk, "2009-03-02T16:10"), 3).len(),
        4,
        "it did not stand there yet"
    );
    // Nobody can be put into it before it stood there.
    let mut early = party(vec![member("head", "female", 1, desk.bed("3-5"))]);
    early["at"] = json!({ "local": "2009-03-02T12:00", "second": false });
    early["reason"] = json!("found out later");
    assert_eq!(
        desk.refused("check_in", early),
        Refusal::BedGone { bed: "3-5".into() }
    );

    // Taken bed: whoever sleeps in it is named. Free bed: it goes, and its number with it.
    let taken = three
        .beds
        .iter()
        .find(|bed| !bed.people.is_empty())
        .expect("somebody");
    let mut less = as_it_is(&three);
    less["remove"] = json!([taken.id]);
    let people = vec![(taken.people[0].code.clone(), taken.label.clone())];
    assert_eq!(
        desk.refused("set_room", &less),
        Refusal::MustMoveFirst { people }
    );
    less["remove"] = json!([desk.bed("3-4"), desk.bed("3-5")]);
    desk.wait_minutes(10);
    let done: Done = desk.ok("set_room", &less);
    assert_eq!(labels(&desk.board(), 3), ["3-1", "3-2", "3-3"]);
    assert_eq!(
        labels(&on(&desk, "2009-03-02T16:10"), 3).len(),
        4,
        "then it did"
    );
    desk.wait_minutes(10);
    desk.ok::<Done>("set_room", &more);
    assert_eq!(
        labels(&desk.board(), 3).last().map(String::as_str),
        Some("3-6")
    );
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    assert_eq!(labels(&desk.board(), 3).len(), 6);
}

/// A bed that was taken away stands on the tape chart of the days on which it stood, as one that is gone, and on no other.
#[test]
fn a_bed_that_was_taken_away_is_not_on_the_tape_chart_of_later_days() {
    let desk = Desk::sample();
    let less = |number: u16, beds: Value| {
        let mut less = as_it_is(room(&desk.board(), number).expect("the room"));
        less["remove"] = beds;
        desk.ok::<Done>("set_room", less);
        desk.board().at
    };
    let new = json!({ "room": null, "number": 12, "room_use": "any", "step_free": true, "wing": "south",
        "column": 2, "width": 2, "add": ["single"], "remove": [] });
    desk.ok::<Done>("set_room", new);
    desk.wait_minutes(10);
    let gone = less(3, json!([desk.bed("3-4")]));
    less(12, json!([desk.bed("12-1")]));
    let beds = |first: &str| -> Vec<(String, Option<Instant>)> {
        let tape: Tape = desk.ok("tape", json!({ "first": first, "days": 7 }));
        assert!(tape.rooms.iter().all(|room| !room.beds.is_empty()));
        let beds = tape.rooms.into_iter().flat_map(|room| room.beds);
        let of = |label: &str| label.starts_with("3-") || label.starts_with("12-");
        beds.map(|bed| (bed.label, bed.until))
            .filter(|(label, _)| of(label))
            .collect()
    };
    let stands = |label: &str| (label.to_owned(), None);
    let was = |label: &str| (label.to_owned(), Some(gone));
    let three = ["3-1", "3-2", "3-3"].map(stands).to_vec();
    let all = [three.clone(), vec![was("3-4"), was("12-1")]].concat();
    assert_eq!(beds("2009-03-02"), all, "on that day it stood there");
    assert_eq!(beds("2009-02-20")[..4], all[..4], "12-1 did not yet");
    assert_eq!(beds("2009-02-20").len(), 4);
    assert_eq!(beds("2009-03-03"), three);
}

#[test]
fn a_room_is_added_changed_and_goes_with_its_last_bed() {
    let desk = Desk::sample();
    let new = json!({ "room": null, "number": 12, "room_use": "any", "step_free": true, "wing": "south",
        "column": 2, "width": 2, "add": ["single", "single"], "remove": [] });
    for (field, value, refusal) in [
        ("number", json!(3), Refusal::RoomNumberTaken { number: 3 }),
        ("column", json!(4), Refusal::SpotTaken { number: 7 }),
        ("width", json!(7), Refusal::BadLayout),
        ("add", json!([]), Refusal::BadLayout),
    ] {
        let mut wrong = new.clone();
        wrong[field] = value;
        assert_eq!(desk.refused("set_room", wrong), refusal, "{field}");
    }
    desk.ok::<Done>("set_room", &new);
    let board = desk.board();
    let twelve = room(&board, 12).expect("the room").clone();
    assert_eq!(twelve.beds.len(), 2);
    desk.wait_minutes(1);
    let mut other = as_it_is(&twelve);
    other["room_use"] = json!("family");
    other["number"] = json!(14);
    desk.ok::<Done>("set_room", &other);
    assert_eq!(desk.bed_of("K-214").map(|_| ()), Some(()));
    // Held beds stay.
    let until = json!({ "local": "2009-03-03T12:00", "second": false });
    let beds = json!([desk.bed("14-1")]);
    desk.ok::<Done>(
        "keep",
        json!({ "label": "a woman", "places": 1, "beds": beds, "until": until, "waiting": null }),
    );
    let mut gone = other.clone();
    gone["remove"] = json!([desk.bed("14-1"), desk.bed("14-2")]);
    assert!(
        matches!(desk.refused("set_room", &gone), Refusal::BedHeld { bed, .. } if bed == "14-1")
    );
    desk.wait_minutes(24 * 60);
    desk.ok::<Done>("set_room", &gone);
    assert!(room(&desk.board(), 14).is_none());
    assert!(
        room(&on(&desk, "2009-03-02T18:00"), 14).is_some(),
        "it was there"
    );
    // The number brings the room back, with other beds.
    let mut again = new.clone();
    again["number"] = json!(14);
    desk.ok::<Done>("set_room", &again);
    let board = desk.board();
    let back = room(&board, 14).expect("the room");
    assert_eq!((back.id, back.beds[0].label.as_str()), (twelve.id, "14-3"));
}

#[test]
fn what_was_decided_past_a_rule_stays_on_the_board_with_its_reason_until_it_is_resolved() {
    let desk = Desk::sample();
    assert_eq!(desk.board().overrides, []);
    // A man in the women's room.
    let mut man = party(vec![member("head", "male", 30, desk.bed("3-4"))]);
    man["reason"] = json!("one night, until room 8 is free");
    let done: Done = desk.ok("check_in", man);
    desk.wait_minutes(5);
    let board = desk.board();
    assert_eq!(board.overrides.len(), 1);
    let one = &board.overrides[0];
    assert_eq!(
        (one.reason.as_str(), one.staff.as_str()),
        ("one night, until room 8 is free", "MC")
    );
    assert!(!one.breaches.is_empty());
    assert!(
        one.breaches
            .iter()
            .all(|breach| board.breaches.contains(breach))
    );
    // One more is one over the places.
    let mut woman = party(vec![member("head", "female", 30, desk.bed("2-4"))]);
    woman["reason"] = json!("nowhere else tonight");
    desk.ok::<Done>("check_in", woman);
    let board = desk.board();
    assert_eq!((board.taken, board.places), (25, 24));
    assert!(
        board
            .overrides
            .iter()
            .any(|one| one.breaches.is_empty() && one.reason == "nowhere else tonight")
    );
    // He leaves: both are resolved.
    desk.wait_minutes(5);
    let stays = json!(done.stays);
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": stays, "at": null, "reason": null, "destination": null, "minors_stay": null }),
    );
    assert_eq!(desk.board().overrides, []);
}
