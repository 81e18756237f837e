//! Plans beside what happens, holds that begin later, corrections with the old version behind them, late
//! entries: on a real encrypted file, through the one list of commands.

use serde_json::{Value, json};
use vatra::answers::{Done, History, JournalPage, PutRight, UndoPreview};
use vatra_core::id::StayId;
use vatra_core::refusal::{Noted, Refusal};
use vatra_core::terms::{GroundKind, PhaseKind, Sex};
use vatra_core::verbs::ActionKind;
use vatra_core::view::{Bar, Former, Kept, Occupant, PersonView, Plans, Tape};
use vatra_store::{Home, Store, Window};
use vatra_tests::{Desk, PASSPHRASE, at, member, party};

fn wall(local: &str) -> Value {
    json!({ "local": local, "second": false })
}

fn person(desk: &Desk, code: &str) -> PersonView {
    desk.ok("person", json!({ "stay": desk.who(code).stay }))
}

fn leaves(desk: &Desk, code: &str, local: &str) -> Value {
    json!({ "stays": [desk.who(code).stay], "at": wall(local), "reason": null })
}

fn keep(desk: &Desk, bed: &str, from: &str, until: &str) -> Value {
    json!({ "label": "a family of the police", "places": 1, "beds": [desk.bed(bed)], "from": wall(from),
        "until": wall(until), "waiting": null })
}

fn discharge(stay: StayId, at: Value) -> Value {
    json!({ "stays": [stay], "at": at, "reason": null, "destination": null, "minors_stay": null })
}

fn occupant(desk: &Desk, code: &str) -> Occupant {
    let board = desk.board();
    let people = board.rooms.into_iter().flat_map(|room| room.beds);
    let mut people = people.flat_map(|bed| bed.people);
    people.find(|one| one.code == code).expect("on the board")
}

/// The record of somebody as it is, to be sent back with a change.
fn amendment(view: &PersonView) -> Value {
    json!({ "stay": view.stay, "sex": view.sex, "born": null, "citizenship": view.citizenship, "needs": view.needs,
        "relation": view.relation, "ground": view.ground.map(|ground| ground.kind),
        "decided_by": view.ground.and_then(|ground| ground.decided_by),
        "decided_on": view.ground.and_then(|ground| ground.decided_on), "referrer": view.referrer,
        "territory": view.territory, "phase": view.phase, "identity": null, "reason": null })
}

/// Traps 1 and 7: a plan is one fact, what happens another.
#[test]
fn an_expected_departure_is_shown_and_frees_nothing() {
    let desk = Desk::sample();
    let over = leaves(&desk, "K-168", "2009-03-02T09:00");
    assert_eq!(desk.refused("plan_departure", over), Refusal::IsOver);
    let done: Done = desk.ok("plan_departure", leaves(&desk, "K-168", "2009-03-02T18:00"));
    assert_eq!(done.action_kind, ActionKind::PlanDeparture);
    assert_eq!(
        desk.refused("plan_departure", leaves(&desk, "K-168", "2009-03-02T18:00")),
        Refusal::NothingChanges
    );
    assert_eq!(
        occupant(&desk, "K-168").leaves,
        Some(at("2009-03-02T18:00"))
    );
    let tape: Tape = desk.ok("tape", json!({ "first": "2009-02-20", "days": 28 }));
    let bars = tape
        .rooms
        .iter()
        .flat_map(|room| &room.beds)
        .flat_map(|bed| &bed.bars);
    let planned = bars.filter_map(|bar| match bar {
        Bar::Stay { codes, leaves, .. } if codes[0] == "K-168" => *leaves,
        _ => None,
    });
    assert_eq!(planned.collect::<Vec<_>>(), [at("2009-03-02T18:00")]);

    // The hour passes: she is there still, and the bed is hers.
    desk.wait_minutes(4 * 24 * 60);
    assert_eq!(desk.bed_of("K-168").as_deref(), Some("1-1"));
    assert!(occupant(&desk, "K-168").departure_forgotten);
    let bed = desk.bed("1-1");
    let moves = json!({ "moves": [{ "stay": desk.who("K-181").stay, "to": { "in": "bed", "id": bed } }],
        "at": null, "reason": null });
    assert!(
        matches!(desk.refused("move_people", moves), Refusal::BedTaken { who, .. } if who == "K-168")
    );
    // What was planned and what happened are both kept.
    let stay = desk.who("K-168").stay;
    desk.ok::<Done>("discharge", discharge(stay, wall("2009-03-03T07:30")));
    let view: PersonView = desk.ok("person", json!({ "stay": stay }));
    assert_eq!(
        (view.leaves, view.to),
        (Some(at("2009-03-02T18:00")), Some(at("2009-03-03T07:30")))
    );
}

/// Trap 2: a hold that comes later is in the way of whoever would stay longer, and is named.
#[test]
fn a_bed_is_held_for_the_day_after_somebody_leaves_and_nobody_stays_into_it() {
    let desk = Desk::sample();
    let hold = keep(&desk, "1-1", "2009-03-03T12:00", "2009-03-04T12:00");
    assert!(matches!(desk.refused("keep", &hold),
        Refusal::StaysOn { ref bed, ref who, until: None } if bed == "1-1" && who == "K-168"));
    let planned: Done = desk.ok("plan_departure", leaves(&desk, "K-168", "2009-03-03T10:00"));
    let early = keep(&desk, "1-1", "2009-03-03T09:00", "2009-03-04T12:00");
    assert!(matches!(desk.refused("keep", early),
        Refusal::StaysOn { until: Some(until), .. } if until == at("2009-03-03T10:00")));
    desk.ok::<Done>("keep", &hold);
    let held = |refusal: &Refusal| {
        matches!(refusal, Refusal::BedHeld { bed, label, from, .. }
            if bed == "1-1" && label == "a family of the police" && *from == at("2009-03-03T12:00"))
    };

    // Staying longer, an extension, a closure and a second hold name the first one.
    let longer = desk.refused("plan_departure", leaves(&desk, "K-168", "2009-03-03T18:00"));
    assert!(held(&longer), "{longer:?}");
    let unknown = json!({ "stays": [desk.who("K-168").stay], "at": null });
    assert!(held(&desk.refused("plan_departure", unknown)));
    let extend = json!({ "stays": [desk.who("K-168").stay], "days": 60, "authority": null, "reason": "court" });
    assert!(held(&desk.refused("extend", extend)));
    let close = json!({ "beds": [desk.bed("1-1")], "from": wall("2009-03-04T08:00"), "to": null, "reason": "a leak" });
    assert!(held(&desk.refused("close", close)));
    assert!(held(&desk.refused(
        "keep",
        keep(&desk, "1-1", "2009-03-04T10:00", "2009-03-05T10:00")
    )));
    // Taking the plan back would let her stay: the hold stands in the way, and goes with it.
    let preview: UndoPreview = desk.ok(
        "undo_preview",
        json!({ "action": planned.action, "reason": null }),
    );
    assert_eq!(preview.obstacles[0].action_kind, ActionKind::Keep);
    assert_eq!(preview.those_too.map(|those| those.len()), Some(2));

    // She leaves; somebody else is not put there, nor is a late entry.
    let stay = desk.who("K-168").stay;
    desk.ok::<Done>("discharge", discharge(stay, Value::Null));
    let newcomer = party(vec![member("head", "female", 30, desk.bed("1-1"))]);
    assert!(held(&desk.refused("check_in", newcomer)));
    desk.wait_minutes(22 * 60);
    let mut late = party(vec![member("head", "female", 30, desk.bed("1-1"))]);
    late["at"] = wall("2009-03-03T09:00");
    assert!(held(&desk.refused("check_in", late)));
    // Those for whom it is held are.
    let plans: Plans = desk.ok("plans", json!({}));
    let mut expected = party(vec![member("head", "female", 30, desk.bed("1-1"))]);
    expected["hold"] = json!(plans.holds[0].id);
    desk.ok::<Done>("check_in", expected);
    assert_eq!(desk.bed_of("K-223").as_deref(), Some("1-1"));
}

/// Trap 3: what is held, free and taken is worked out from what is noted.
#[test]
fn a_hold_that_ends_leaves_the_bed_to_whoever_sleeps_there() {
    let desk = Desk::sample();
    desk.ok::<Done>("plan_departure", leaves(&desk, "K-168", "2009-03-02T18:00"));
    desk.ok::<Done>(
        "keep",
        keep(&desk, "1-1", "2009-03-02T19:00", "2009-03-03T19:00"),
    );
    desk.wait_minutes(2 * 60);
    // From now on nobody can have it: she is still in it.
    let at_once = keep(&desk, "1-1", "2009-03-02T18:20", "2009-03-02T18:50");
    assert!(matches!(
        desk.refused("keep", at_once),
        Refusal::StaysOn { until: None, .. }
    ));
    desk.wait_minutes(2 * 60);
    let board = desk.board();
    assert_eq!(
        board
            .in_held
            .iter()
            .map(|(bed, _, label)| (bed.as_str(), label.as_str()))
            .collect::<Vec<_>>(),
        [("1-1", "a family of the police")],
        "she stayed on: it is said, and she keeps the bed"
    );
    let plans: Plans = desk.ok("plans", json!({}));
    desk.ok::<Done>("release", json!({ "hold": plans.holds[0].id }));
    let board = desk.board();
    let bed = board
        .rooms
        .iter()
        .flat_map(|room| &room.beds)
        .find(|bed| bed.label == "1-1");
    assert_eq!(
        bed.map(|bed| (bed.people[0].code.as_str(), bed.kept.is_none())),
        Some(("K-168", true))
    );
}

#[test]
fn places_are_held_ahead_as_far_as_they_become_free() {
    let desk = Desk::sample();
    // 23 of 24: two more need one who leaves.
    let two = json!({ "label": "two from the south", "places": 2, "beds": [], "from": wall("2009-03-03T12:00"),
        "until": wall("2009-03-04T12:00"), "waiting": null });
    assert_eq!(
        desk.refused("keep", &two),
        Refusal::TooFewPlaces {
            taken: 23,
            held: 2,
            places: 24,
            at: at("2009-03-03T12:00"),
        }
    );
    desk.ok::<Done>("plan_departure", leaves(&desk, "K-191", "2009-03-03T10:00"));
    desk.ok::<Done>("keep", &two);
    assert_eq!(
        desk.board().arrivals.len(),
        1,
        "an expected arrival of the next day"
    );
    // One more now would be one too many then, and the hold is named.
    let one = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    match desk.refused("check_in", &one) {
        Refusal::PlacesHeld {
            labels, at: when, ..
        } => {
            assert_eq!(
                (labels, when),
                (
                    vec!["two from the south".to_owned()],
                    at("2009-03-03T12:00")
                )
            );
        }
        other => panic!("{other:?}"),
    }
    let free = desk.board().rooms.into_iter().flat_map(|room| room.beds);
    let held = free
        .filter(|bed| matches!(bed.kept, Some(Kept::Held { .. })))
        .count();
    assert_eq!(held, 0, "places are held, no beds");
}

fn two_from(from: &str, until: &str) -> Value {
    json!({ "label": "two from the south", "places": 2, "beds": [], "from": wall(from), "until": wall(until),
        "waiting": null })
}

#[test]
fn whoever_stays_on_though_places_are_held_is_noted_so_by_a_manager_with_a_reason() {
    let desk = Desk::sample();
    desk.ok::<Done>("plan_departure", leaves(&desk, "K-191", "2009-03-03T10:00"));
    desk.ok::<Done>("keep", two_from("2009-03-03T12:00", "2009-03-05T12:00"));
    let mut stays_on = [
        leaves(&desk, "K-191", "2009-03-04T18:00"),
        json!({ "stays": [desk.who("K-191").stay], "at": null, "reason": null }),
    ];
    for request in &mut stays_on {
        assert!(matches!(
            desk.refused("plan_departure", &*request),
            Refusal::PlacesHeld { .. }
        ));
        request["reason"] = json!(" ");
        assert_eq!(
            desk.refused("plan_departure", &*request),
            Refusal::NeedsReason
        );
        request["reason"] = json!("the flight was put off");
    }
    let new = json!({ "name": "Ion", "role": "reception", "passphrase": "lampă veche sub pod" });
    desk.ok::<Value>("employ", &new);
    let [later, unknown] = stays_on;
    let done: Done = desk.ok("plan_departure", &unknown);
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    desk.ok::<Value>("lock", json!({}));
    desk.ok::<Value>(
        "unlock",
        json!({ "name": "Ion", "passphrase": new["passphrase"] }),
    );
    assert_eq!(
        desk.refused("plan_departure", &later),
        Refusal::NeedsManager
    );
}

#[test]
fn a_hold_asks_only_of_its_own_time_whether_there_are_places() {
    let desk = Desk::sample();
    desk.ok::<Done>("plan_departure", leaves(&desk, "K-191", "2009-03-03T10:00"));
    desk.ok::<Done>("keep", two_from("2009-03-10T12:00", "2009-03-11T12:00"));
    let mut one = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    one["reason"] = json!("no other place tonight");
    desk.ok::<Done>("check_in", &one);
    let mut short = two_from("2009-03-03T12:00", "2009-03-10T12:00");
    assert!(matches!(
        desk.refused("keep", &short),
        Refusal::TooFewPlaces {
            taken: 23,
            held: 2,
            places: 24,
            ..
        }
    ));
    short["places"] = json!(1);
    desk.ok::<Done>("keep", &short);
    let mut into = two_from("2009-03-09T12:00", "2009-03-10T13:00");
    into["places"] = json!(1);
    assert!(matches!(
        desk.refused("keep", into),
        Refusal::TooFewPlaces { at: when, .. } if when == at("2009-03-09T12:00")
    ));
}

/// Why it was noted wrong, and why a manager goes past the rule that is broken then, are two reasons.
#[test]
fn putting_right_what_breaks_a_rule_then_keeps_both_reasons() {
    let desk = Desk::sample();
    let mut right = amendment(&person(&desk, "K-168"));
    right["sex"] = json!("male");
    right["wrong"] = json!("mistyped");
    assert!(matches!(
        desk.refused("amend", &right),
        Refusal::BreaksRules { .. }
    ));
    right["reason"] = json!("no other bed tonight");
    desk.ok::<Done>("amend", &right);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(
        page.entries[0].reason.as_deref(),
        Some("mistyped; no other bed tonight")
    );
}

/// Facts of a stay that is over are put right with a reason, and the old version stands behind them.
#[test]
fn what_was_noted_wrong_of_an_ended_stay_is_put_right_and_the_old_version_shown() {
    let desk = Desk::sample();
    let before = person(&desk, "K-219");
    assert!(before.to.is_some());
    let mut right = amendment(&before);
    right["sex"] = json!("male");
    right["ground"] = json!("victim");
    right["referrer"] = json!("police");
    right["relation"] = json!("relative");
    right["wrong"] = json!("  ");
    assert_eq!(desk.refused("amend", &right), Refusal::NeedsReason);
    right["wrong"] = json!("taken for somebody else");
    let done: Done = desk.ok("amend", &right);
    assert_eq!(done.action_kind, ActionKind::Correct);
    let after = person(&desk, "K-219");
    assert_eq!(
        (after.sex, after.ground.map(|g| g.kind)),
        (Sex::Male, Some(GroundKind::Victim))
    );
    let former: Vec<PutRight> = desk.ok("put_right", json!({ "stay": before.stay }));
    let was: Vec<_> = former.iter().map(|one| one.was.clone()).collect();
    assert!(was.contains(&Former::Sex { is: Sex::Female }), "{was:?}");
    assert!(was.iter().any(|one| matches!(
        one,
        Former::Ground {
            kind: GroundKind::PresumedVictim,
            ..
        }
    )));
    assert!(
        was.iter().any(|one| matches!(one, Former::Sent { .. }))
            && was.iter().any(|one| matches!(one, Former::Relation { .. }))
    );
    assert_eq!(
        former[0].entry.reason.as_deref(),
        Some("taken for somebody else")
    );
    let history: History = desk.ok("history", json!({ "beneficiary": before.beneficiary }));
    assert_eq!(history.put_right.len(), former.len());
    // Taken back, it says nothing any more.
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    assert!(
        desk.ok::<Vec<PutRight>>("put_right", json!({ "stay": before.stay }))
            .is_empty()
    );
    assert_eq!(person(&desk, "K-219"), before);
}

#[test]
fn a_ground_and_a_phase_change_during_a_stay_at_their_time_and_are_put_right() {
    let desk = Desk::sample();
    let view = person(&desk, "K-168");
    let mut changed = amendment(&view);
    changed["phase"] = json!("rehabilitation");
    changed["ground"] = json!("victim");
    changed["at"] = wall("2009-02-20T11:00");
    desk.ok::<Done>("amend", &changed);
    let history = || -> History { desk.ok("history", json!({ "beneficiary": view.beneficiary })) };
    let phases = history().stays[0].phases.clone();
    assert_eq!(
        phases,
        [
            (PhaseKind::Crisis, view.from, Some(at("2009-02-20T11:00"))),
            (PhaseKind::Rehabilitation, at("2009-02-20T11:00"), None)
        ]
    );
    let mut outside = changed.clone();
    (outside["phase"], outside["at"]) = (json!("crisis"), wall("2009-01-20T11:00"));
    assert!(matches!(
        desk.refused("amend", outside),
        Refusal::NotHere { .. }
    ));

    // It was two days earlier.
    let truth = json!({ "of": "phase", "since": at("2009-02-20T11:00"), "kind": "rehabilitation",
        "at": wall("2009-02-18T11:00") });
    let request =
        json!({ "stay": view.stay, "also": [], "truth": truth, "reason": "the decision says so" });
    desk.ok::<Done>("correct", request);
    assert_eq!(history().stays[0].phases[0].2, Some(at("2009-02-18T11:00")));
    let former: Vec<PutRight> = desk.ok("put_right", json!({ "stay": view.stay }));
    assert!(former.iter().any(|one| one.was
        == Former::Phase {
            kind: PhaseKind::Rehabilitation,
            from: at("2009-02-20T11:00")
        }));
}

#[test]
fn assistance_is_put_right_and_a_conflict_names_what_it_does_not_agree_with() {
    let desk = Desk::sample();
    let view = person(&desk, "K-168");
    desk.ok::<Done>(
        "assist",
        json!({ "stays": [view.stay], "kind": "legal", "name": null, "day": "2009-02-27" }),
    );
    let given = person(&desk, "K-168").assistance[0].clone();
    let right = |truth: Value| json!({ "stay": view.stay, "also": [], "truth": truth, "reason": "wrong line" });
    desk.ok::<Done>(
        "correct",
        right(
            json!({ "of": "assistance", "which": given.id, "kind": "medical", "name": null,
        "day": "2009-02-26" }),
        ),
    );
    assert_eq!(
        person(&desk, "K-168").assistance[0].day.to_string(),
        "2009-02-26"
    );
    // An arrival after that day doesn't agree with it.
    let late = right(json!({ "of": "arrival", "at": wall("2009-02-27T08:00") }));
    assert_eq!(
        desk.refused("correct", late),
        Refusal::LaterEvent {
            who: "K-168".into(),
            what: Noted::Assistance,
            at: at("2009-02-26T00:00")
        }
    );
    desk.ok::<Done>(
        "correct",
        right(json!({ "of": "not_assisted", "which": given.id })),
    );
    assert!(person(&desk, "K-168").assistance.is_empty());
}

/// Late entries of everything that has a time: it holds from then on, and before other entries.
#[test]
fn what_was_agreed_in_the_evening_is_noted_in_the_morning() {
    let desk = Desk::sample();
    desk.wait_minutes(16 * 60);
    let evening = "2009-03-02T21:00";
    let wait: Done = desk.ok(
        "wait",
        json!({ "label": "a woman", "members": [{ "sex": "female", "years": 30,
        "needs": [] }], "urgency": null, "at": wall(evening) }),
    );
    assert_eq!(wait.action_kind, ActionKind::Wait);
    let plans: Plans = desk.ok("plans", json!({}));
    assert_eq!(plans.waiting[0].since, at(evening));
    desk.ok::<Done>(
        "keep",
        json!({ "label": "a woman", "places": 1, "beds": [], "from": wall(evening),
        "until": wall("2009-03-04T12:00"), "waiting": plans.waiting[0].id }),
    );
    let plans: Plans = desk.ok("plans", json!({}));
    assert_eq!(plans.holds[0].since, at(evening));
    desk.ok::<Done>(
        "release",
        json!({ "hold": plans.holds[0].id, "at": wall("2009-03-02T23:00") }),
    );
    desk.ok::<Done>("end_wait", json!({ "waiting": plans.waiting[0].id, "end": "elsewhere", "at": wall("2009-03-02T23:00") }));
    for who in ["first", "second"] {
        desk.ok::<Done>(
            "wait",
            json!({ "label": who, "members": [{ "sex": "female", "years": 30, "needs": [] }], "urgency": null,
            "at": wall("2009-03-02T22:00") }),
        );
    }
    let waits = || desk.ok::<Plans>("plans", json!({})).waiting;
    let id = |label: &str| {
        let waiting = waits().into_iter().find(|one| one.label == label);
        waiting.expect("on the list").id
    };
    let order =
        |local: &str| json!({ "waiting": id("second"), "before": id("first"), "at": wall(local) });
    assert_eq!(
        desk.refused("reorder", order("2009-03-02T21:30")),
        Refusal::NotFound,
        "nobody waited yet"
    );
    let ordered: Done = desk.ok("reorder", order("2009-03-02T22:30"));
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(
        (page.entries[0].seq, page.entries[0].happened_at),
        (ordered.action, at("2009-03-02T22:30"))
    );
    let names: Vec<_> = waits().into_iter().map(|one| one.label).collect();
    assert_eq!(
        names.iter().position(|one| one == "second"),
        names
            .iter()
            .position(|one| one == "first")
            .map(|place| place - 1)
    );
    let stay = desk.who("K-168").stay;
    desk.ok::<Done>(
        "extend",
        json!({ "stays": [stay], "days": 45, "authority": "nrs_team", "reason": "court",
        "at": wall(evening) }),
    );
    for (name, request) in [
        (
            "wait",
            json!({ "label": "x", "members": [{ "sex": "female", "years": 30, "needs": [] }], "urgency": null,
            "at": wall("2009-03-03T23:00") }),
        ),
        (
            "extend",
            json!({ "stays": [stay], "days": 50, "authority": null, "reason": "x", "at": wall("2009-03-03T23:00") }),
        ),
    ] {
        assert_eq!(desk.refused(name, request), Refusal::InFuture, "{name}");
    }
}

/// Trap 8, with a hold: taking a discharge back names what was held since.
#[test]
fn a_discharge_is_not_taken_back_into_a_bed_that_is_held_since() {
    let desk = Desk::sample();
    let stay = desk.who("K-168").stay;
    let gone: Done = desk.ok("discharge", discharge(stay, Value::Null));
    desk.ok::<Done>(
        "keep",
        json!({ "label": "a family", "places": 1, "beds": [desk.bed("1-1")],
        "until": wall("2009-03-03T12:00"), "waiting": null }),
    );
    let undo = json!({ "action": gone.action, "reason": null });
    assert!(
        matches!(desk.refused("undo", &undo), Refusal::LaterActions { ref obstacles } if obstacles.len() == 1)
    );
    let preview: UndoPreview = desk.ok("undo_preview", &undo);
    assert!(
        preview
            .afterwards
            .contains(&("K-168".to_owned(), Some("1-1".to_owned()))),
        "{:?}",
        preview.afterwards
    );
    let mut those_too = undo;
    those_too["those_too"] = json!(true);
    desk.ok::<Done>("undo", those_too);
    assert_eq!(desk.bed_of("K-168").as_deref(), Some("1-1"));
    // The same by a correction.
    desk.ok::<Done>("discharge", discharge(stay, Value::Null));
    desk.ok::<Done>(
        "keep",
        json!({ "label": "a family", "places": 1, "beds": [desk.bed("1-1")],
        "until": wall("2009-03-03T12:00"), "waiting": null }),
    );
    let remained = json!({ "stay": stay, "also": [], "truth": { "of": "remained" }, "reason": "noted in haste" });
    assert!(
        matches!(desk.refused("correct", remained), Refusal::BedHeld { ref label, .. } if label == "a family")
    );
}

#[test]
fn whoever_lived_here_before_the_record_began_is_entered_as_they_came() {
    let desk = Desk::new();
    desk.make_centre();
    let came = desk.board().at.plus_minutes(-12 * 24 * 60);
    let mut late = party(vec![member("head", "female", 30, desk.bed("1-1"))]);
    late["at"] = wall(&came.wall().format("%Y-%m-%dT%H:%M").to_string());
    desk.ok::<Done>("check_in", late);
    // Reception needs nobody's leave for it.
    assert_eq!(occupant(&desk, "K-001").term.day, 13);
}

/// What is known now and what was known then are read at once and stay two: a departure that was taken back since is
/// one of then, and nothing of whoever had left by then is on the board of then.
#[test]
fn then_and_now_are_read_at_once_and_told_apart() {
    let desk = Desk::new();
    desk.make_centre();
    let woman = member("head", "female", 30, desk.bed("3-1"));
    let done: Done = desk.ok("check_in", party(vec![woman]));
    desk.wait_minutes(60);
    let left: Done = desk.ok("discharge", discharge(done.stays[0], Value::Null));
    desk.wait_minutes(60);
    let between = desk.board().at;
    desk.wait_minutes(60);
    let undo = json!({ "action": left.action, "reason": "by mistake", "too": [] });
    desk.ok::<Done>("undo", undo);

    let path = desk.folder().to_owned();
    let _kept = desk.release();
    let home = Home::take(&path).expect("the folder");
    let key = home.keys().open("Ana", PASSPHRASE).expect("the key");
    let store = Store::open(&home.file(), &key).expect("the file");
    let window = Window::at(between);
    let known = store.known_at(between).expect("an action");
    assert_eq!(known, left.action);
    let both = store.load_then_and_now(&window, known).expect("both");
    let alone = |known| {
        let window = Window {
            known,
            ..window.clone()
        };
        store.load(&window).expect("the record")
    };
    assert_eq!(both, (alone(Some(known)), alone(None)));
    assert_eq!((both.0.stays.len(), both.1.stays.len()), (0, 1));
}
