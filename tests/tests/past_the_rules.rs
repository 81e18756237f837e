//! No way leads past the places or the rules in silence: not what is noted late, and not what is taken back.

use serde_json::{Value, json};
use vatra::answers::Done;
use vatra_core::assignment::Rule;
use vatra_core::refusal::Refusal;
use vatra_core::view::{MoveChoices, Usable};
use vatra_tests::{Desk, member, party};

fn woman(desk: &Desk, bed: &Value) -> Done {
    let mut request = party(vec![member("head", "female", 30, bed.clone())]);
    request["reason"] = json!("so decided");
    desk.ok("check_in", request)
}

fn to_bed(desk: &Desk, code: &str, bed: &str, at: Value) -> Value {
    json!({ "moves": [{ "stay": desk.who(code).stay, "to": { "in": "bed", "id": desk.bed(bed) } }], "at": at,
        "reason": null })
}

fn minutes_ago(desk: &Desk, minutes: i64) -> Value {
    let then = desk.board().at.plus_minutes(-minutes).wall();
    json!({ "local": then.format("%Y-%m-%dT%H:%M:%S").to_string(), "second": false })
}

fn in_days(desk: &Desk, days: i64) -> Value {
    minutes_ago(desk, -days * 24 * 60)
}

#[test]
fn what_is_noted_late_answers_for_those_who_came_meanwhile() {
    let desk = Desk::new();
    desk.make_centre();
    woman(&desk, &desk.bed("1-1"));
    woman(&desk, &desk.bed("3-1"));
    let (one, other) = (desk.who("K-001").stay, desk.who("K-002").stay);
    let apart = json!({ "one": one, "other": other, "reason": "so decided" });
    desk.ok::<Value>("keep_apart", apart);
    desk.wait_minutes(60);
    desk.ok::<Done>("move_people", to_bed(&desk, "K-001", "2-1", Value::Null));
    // Half an hour before she came into room 2, the other would have been alone there.
    desk.wait_minutes(10);
    let late = to_bed(&desk, "K-002", "2-2", minutes_ago(&desk, 40));
    assert!(matches!(
        desk.refused("move_people", late),
        Refusal::BreaksRules { .. }
    ));
    assert_eq!(desk.bed_of("K-002").as_deref(), Some("3-1"));
}

/// Whoever is kept apart from somebody who moved since is not offered a bed beside her, late as it is noted.
#[test]
fn a_late_arrival_is_offered_no_room_of_whoever_she_is_kept_apart_from_now() {
    let desk = Desk::new();
    desk.make_centre();
    woman(&desk, &desk.bed("1-1"));
    woman(&desk, &desk.bed("2-1"));
    let (one, other) = (desk.who("K-001"), desk.who("K-002"));
    desk.wait_minutes(24 * 60);
    let gone = json!({ "stays": [other.stay], "at": null, "reason": null, "destination": null, "minors_stay": null });
    desk.ok::<Value>("discharge", gone);
    desk.wait_minutes(60);
    let draft = || {
        json!({ "at": minutes_ago(&desk, 90), "picking": 0, "members": [{ "who": { "is": "known", "id": other.beneficiary },
            "sex": "female", "born": null, "needs": [], "sleeps": null }] })
    };
    let why_not = || {
        let usable: vatra_core::view::Usable = desk.ok("usable", draft());
        let bed = desk.bed("3-2");
        let there = usable.beds.into_iter().find(|one| json!(one.bed) == bed);
        there.and_then(|one| one.why_not)
    };
    desk.ok::<Done>("move_people", to_bed(&desk, "K-001", "3-1", Value::Null));
    assert_eq!(why_not(), None);
    let apart = json!({ "one": one.stay, "other": other.stay, "reason": "so decided" });
    desk.ok::<Value>("keep_apart", apart);
    assert!(why_not().is_some());
}

#[test]
fn taking_back_a_departure_fills_the_house_beyond_its_places_only_with_a_reason() {
    let desk = Desk::sample();
    let hers = desk.bed_of("K-191").expect("a bed");
    let gone: Done = desk.ok(
        "discharge",
        json!({ "stays": [desk.who("K-191").stay], "at": null, "reason": null, "destination": null,
            "minors_stay": null }),
    );
    while desk.board().taken < desk.board().places {
        let board = desk.board();
        let mut beds = board.rooms.iter().flat_map(|room| &room.beds);
        let free =
            beds.find(|bed| bed.people.is_empty() && bed.kept.is_none() && bed.label != hers);
        let free = free.map(|bed| json!(bed.id)).expect("a free bed");
        woman(&desk, &free);
    }
    let places = desk.board().places;
    let undo =
        |reason: Value| json!({ "action": gone.action, "reason": reason, "those_too": false });
    assert_eq!(
        desk.refused("undo", undo(Value::Null)),
        Refusal::OverCapacity {
            taken: places + 1,
            places
        }
    );
    assert_eq!(desk.board().taken, places, "nothing was changed");
    // It can be looked at beforehand, and done with a reason, which stays on the board.
    desk.ok::<Value>("undo_preview", undo(Value::Null));
    desk.ok::<Done>("undo", undo(json!("she never left")));
    let board = desk.board();
    assert_eq!(board.taken, places + 1);
    assert!(
        board
            .overrides
            .iter()
            .any(|one| one.reason == "she never left")
    );
}

/// Places that are held, and places that were taken away, are gone past by no undo and no correction in silence.
#[test]
fn what_is_held_or_was_licensed_is_not_gone_past_by_taking_something_back() {
    let undo = |done: &Done| json!({ "action": done.action, "reason": null, "those_too": false });
    let leave = |desk: &Desk| -> Done {
        let gone = json!({ "stays": [desk.who("K-191").stay], "at": null, "reason": null, "destination": null,
            "minors_stay": null });
        desk.ok("discharge", gone)
    };
    let two = json!({ "label": "two from the south", "places": 2, "beds": [], "waiting": null,
        "until": json!({ "local": "2009-03-04T12:00", "second": false }) });
    let is_held = |refusal: Refusal| {
        assert!(matches!(refusal, Refusal::PlacesHeld { .. }), "{refusal:?}");
    };

    // Released, taken by two others, and the release taken back.
    let desk = Desk::sample();
    leave(&desk);
    desk.ok::<Done>("keep", &two);
    let plans: vatra_core::view::Plans = desk.ok("plans", json!({}));
    let released: Done = desk.ok("release", json!({ "hold": plans.holds[0].id }));
    for bed in ["3-4", "2-3"] {
        desk.ok::<Done>(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed(bed))]),
        );
    }
    is_held(desk.refused("undo", undo(&released)));

    // Held since, and the discharge put right.
    let desk = Desk::sample();
    let stay = desk.who("K-191").stay;
    leave(&desk);
    desk.ok::<Done>("keep", &two);
    desk.ok::<Value>(
        "unlock",
        json!({ "name": "RA", "passphrase": "sample centre" }),
    );
    let remained = json!({ "stay": stay, "also": [], "truth": { "of": "remained" }, "reason": "she was asleep" });
    assert_eq!(desk.refused("correct", remained), Refusal::NeedsManager);

    // More places, taken, and the places taken back.
    let desk = Desk::sample();
    let more: Done = desk.ok(
        "set_capacity",
        json!({ "places": 30, "from": null, "reason": null }),
    );
    for bed in ["3-4", "2-4"] {
        desk.ok::<Done>(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed(bed))]),
        );
    }
    assert_eq!(desk.board().taken, 25);
    let over = desk.refused("undo", undo(&more));
    assert_eq!(
        over,
        Refusal::OverCapacity {
            taken: 25,
            places: 24
        }
    );
}

#[test]
fn taking_back_a_step_asks_for_no_reason_for_what_was_so_before_it() {
    let desk = Desk::new();
    desk.make_centre();
    woman(&desk, &desk.bed("1-1"));
    woman(&desk, &desk.bed("1-2"));
    let (one, other) = (desk.who("K-001").stay, desk.who("K-002").stay);
    let apart = json!({ "one": one, "other": other, "reason": "so decided" });
    desk.ok::<Value>("keep_apart", apart);
    // They lie in one room as yet; one of them moves out, and that is taken back.
    desk.wait_minutes(10);
    let moved: Done = desk.ok("move_people", to_bed(&desk, "K-002", "3-1", Value::Null));
    let undo = json!({ "action": moved.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    assert_eq!(desk.bed_of("K-002").as_deref(), Some("1-2"));
}

/// A bed that closes while whoever came now would still be there takes nobody new in silence: no arrival, no move and
/// no swap; whoever is in it stays, and a closure after the first term stands in nobody's way.
#[test]
fn a_bed_that_is_to_be_closed_takes_nobody_new_without_a_reason() {
    let desk = Desk::new();
    desk.make_centre();
    woman(&desk, &desk.bed("3-1"));
    woman(&desk, &desk.bed("2-1"));
    let close = |bed: &str, from: Value| {
        let request =
            json!({ "beds": [desk.bed(bed)], "from": from, "to": null, "reason": "a leak" });
        desk.ok::<Done>("close", request);
    };
    close("3-1", in_days(&desk, 10));
    close("3-2", in_days(&desk, 10));
    close("3-3", in_days(&desk, 31));
    let closed = |refusal: Refusal, who: &str| {
        let Refusal::BreaksRules { breaches } = refusal else {
            panic!("{refusal:?}");
        };
        let [breach] = &breaches[..] else {
            panic!("{breaches:?}");
        };
        assert_eq!((breach.rule, breach.code.as_str()), (Rule::B1, who));
    };

    let third = party(vec![member("head", "female", 30, desk.bed("3-2"))]);
    closed(desk.refused("check_in", third), "K-003");
    let second = to_bed(&desk, "K-002", "3-2", Value::Null);
    closed(desk.refused("move_people", second.clone()), "K-002");

    // The one who is there may be moved out of it; that somebody else comes for her is what needs a reason.
    let swap = json!({ "moves": [
        { "stay": desk.who("K-001").stay, "to": { "in": "bed", "id": desk.bed("2-1") } },
        { "stay": desk.who("K-002").stay, "to": { "in": "bed", "id": desk.bed("3-1") } },
    ], "at": null, "reason": null });
    closed(desk.refused("move_people", swap), "K-002");
    let choices: MoveChoices = desk.ok(
        "move_choices",
        json!({ "stay": desk.who("K-002").stay, "at": null }),
    );
    let of = |bed: &str| {
        let bed = desk.bed(bed);
        let choice = choices.beds.iter().find(|one| json!(one.bed) == bed);
        choice.expect("the bed")
    };
    assert_eq!(
        of("3-1").swap_breaches.first().map(|one| one.rule),
        Some(Rule::B1)
    );
    assert!(of("3-2").overridable && of("3-3").why_not.is_none());

    // A manager may do so with a reason, and nobody is asked for one where the closure begins after the first term.
    let mut with_reason = second;
    with_reason["reason"] = json!("a few days only");
    desk.ok::<Done>("move_people", with_reason);
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("3-3"))]),
    );

    // Once it is closed, no reason leads into it.
    desk.wait_minutes(11 * 24 * 60);
    let choices: MoveChoices = desk.ok(
        "move_choices",
        json!({ "stay": desk.who("K-003").stay, "at": null }),
    );
    for bed in ["3-1", "3-2"] {
        let bed = desk.bed(bed);
        let choice = choices.beds.iter().find(|one| json!(one.bed) == bed);
        let choice = choice.expect("the bed");
        assert!(
            !choice.overridable && choice.swap_with.is_none(),
            "{choice:?}"
        );
    }
}

/// Nor is that got round by noting another bed first and putting it right.
#[test]
fn putting_a_bed_right_leads_into_one_that_is_to_be_closed_only_with_a_managers_reason() {
    let desk = Desk::sample();
    let at = desk.board().at;
    let close = json!({ "beds": [desk.bed("3-4")], "from": in_days(&desk, 10), "to": null, "reason": "a leak" });
    desk.ok::<Done>("close", close);
    desk.ok::<Value>("lock", json!({}));
    desk.ok::<Value>(
        "unlock",
        json!({ "name": vatra::sample::RECEPTION, "passphrase": vatra::sample::PASSPHRASE }),
    );
    let done: Done = desk.ok(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("2-4"))]),
    );
    desk.wait_minutes(5);
    let right = json!({ "stay": done.stays[0], "also": [], "reason": "typed wrongly",
        "truth": { "of": "bed", "since": at, "place": { "in": "bed", "id": desk.bed("3-4") } } });
    assert_eq!(desk.refused("correct", right), Refusal::NeedsManager);
}

/// What was held for a party and is to be closed soon is no bed that is offered and then refused: it is said beforehand.
#[test]
fn a_held_bed_that_is_to_be_closed_soon_is_offered_with_a_reason_alone() {
    let desk = Desk::new();
    desk.make_centre();
    let hold = json!({ "label": "a family", "places": 2, "beds": [desk.bed("3-1"), desk.bed("3-2")],
        "from": null, "until": in_days(&desk, 1), "waiting": null });
    let held: Done = desk.ok("keep", hold);
    let close = json!({ "beds": [desk.bed("3-2")], "from": in_days(&desk, 10), "to": null, "reason": "a leak" });
    desk.ok::<Done>("close", close);
    let plans: Value = desk.ok("plans", json!({}));
    let hold = plans["holds"][0]["id"].clone();
    assert!(hold.is_string(), "{held:?}");
    let draft = json!({ "at": null, "picking": 0, "hold": hold, "members": [{ "who": { "is": "new" }, "sex": "female",
        "born": { "is": "aged", "value": 30 }, "needs": [], "sleeps": null }] });
    let usable: Usable = desk.ok("usable", draft);
    let of = |bed: &str| {
        let bed = desk.bed(bed);
        let choice = usable.beds.iter().find(|one| json!(one.bed) == bed);
        choice.expect("the bed")
    };
    assert!(of("3-1").why_not.is_none());
    assert!(of("3-2").why_not.is_some() && of("3-2").overridable);
    let mut request = party(vec![member("head", "female", 30, desk.bed("3-2"))]);
    request["hold"] = hold;
    assert!(matches!(
        desk.refused("check_in", &request),
        Refusal::BreaksRules { .. }
    ));
    request["reason"] = json!("a few days only");
    desk.ok::<Done>("check_in", request);
}
