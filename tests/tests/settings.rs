//! What only a manager sets: who is kept apart and why, and the rules from a day on.

use serde_json::{Value, json};
use vatra::answers::{Done, JournalPage};
use vatra_core::assignment::Rule;
use vatra_core::desk::DeskSettings;
use vatra_core::refusal::{Refusal, WhyNot};
use vatra_core::view::{Board, MoveChoices, PairView, PersonView, RulesVersion, Usable};
use vatra_tests::{Desk, at, member, party};

const REASON: &str = "she was recruited by the cousin of the other";

/// Codes of a woman of each women's room, both of which have a bed free.
fn two_women(desk: &Desk) -> (String, String) {
    let board = desk.board();
    let first_of = |number| {
        let room = board
            .rooms
            .iter()
            .find(|room| room.number == number)
            .expect("the room");
        room.beds
            .iter()
            .flat_map(|bed| &bed.people)
            .next()
            .expect("somebody")
            .code
            .clone()
    };
    (first_of(2), first_of(3))
}

fn keep_apart(desk: &Desk, one: &str, other: &str) -> Done {
    let (one, other) = (desk.who(one).stay, desk.who(other).stay);
    desk.ok(
        "keep_apart",
        json!({ "one": one, "other": other, "reason": REASON }),
    )
}

fn sign_in(desk: &Desk, name: &str) {
    desk.ok::<Value>(
        "unlock",
        json!({ "name": name, "passphrase": "sample centre" }),
    );
}

fn to(desk: &Desk, code: &str, bed: &str) -> Value {
    let to = json!({ "in": "bed", "id": desk.bed(bed) });
    json!({ "moves": [{ "stay": desk.who(code).stay, "to": to }], "at": null, "reason": null })
}

fn rules_of(refusal: &Refusal) -> Vec<Rule> {
    match refusal {
        Refusal::BreaksRules { breaches } => breaches.iter().map(|breach| breach.rule).collect(),
        other => panic!("not about rules: {other:?}"),
    }
}

#[test]
fn two_who_are_kept_apart_never_share_a_room() {
    let desk = Desk::sample();
    let (one, other) = two_women(&desk);
    keep_apart(&desk, &one, &other);
    assert_eq!(
        rules_of(&desk.refused("move_people", to(&desk, &one, "3-4"))),
        [Rule::R1]
    );
    let choices: MoveChoices = desk.ok(
        "move_choices",
        json!({ "stay": desk.who(&one).stay, "at": null }),
    );
    let bed = desk.bed("3-4");
    let why = choices
        .beds
        .iter()
        .find(|choice| json!(choice.bed) == bed)
        .and_then(|choice| choice.why_not.clone());
    assert!(matches!(why, Some(WhyNot::Rules { breaches }) if breaches[0].rule == Rule::R1));

    // She leaves and comes back: the program knows her, and offers the other room.
    let known = desk.who(&one).beneficiary;
    let stays = json!([desk.who(&one).stay]);
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": stays, "at": null, "reason": null, "destination": null,
        "minors_stay": null }),
    );
    let back = json!({ "who": { "is": "known", "id": known }, "sex": "female", "born": null, "needs": [], "sleeps": null });
    let usable: Usable = desk.ok(
        "usable",
        json!({ "at": null, "picking": 0, "members": [back] }),
    );
    let in_room_3 =
        |bed: &vatra_core::id::BedId| (1..=4).any(|n| desk.bed(&format!("3-{n}")) == json!(bed));
    assert!(!usable.proposals.is_empty());
    for proposal in &usable.proposals {
        assert!(
            !proposal.beds.iter().flatten().any(in_room_3),
            "{proposal:?}"
        );
    }
    let mut again = member("head", "female", 30, bed);
    again["who"] = json!({ "is": "known", "id": known });
    assert_eq!(
        rules_of(&desk.refused("check_in", party(vec![again]))),
        [Rule::R1]
    );
}

#[test]
fn where_they_share_a_room_already_nobody_is_moved_and_the_board_shows_it() {
    let desk = Desk::sample();
    let board = desk.board();
    let room = board
        .rooms
        .iter()
        .find(|room| room.number == 2)
        .expect("the room");
    let codes: Vec<_> = room
        .beds
        .iter()
        .flat_map(|bed| &bed.people)
        .map(|one| one.code.clone())
        .collect();
    keep_apart(&desk, &codes[0], &codes[1]);
    assert!(
        desk.board()
            .breaches
            .iter()
            .any(|breach| breach.rule == Rule::R1 && breach.room == 2)
    );
    let pairs: Vec<PairView> = desk.ok("kept_apart", json!({}));
    assert!(pairs[0].in_one_room);
    desk.ok::<Done>("move_people", to(&desk, &codes[0], "3-4"));
    assert_eq!(desk.board().breaches, []);
}

#[test]
fn the_reason_is_for_the_manager_alone_and_so_is_taking_it_back() {
    let desk = Desk::sample();
    let (one, other) = two_women(&desk);
    let done = keep_apart(&desk, &one, &other);
    assert_eq!(
        done.codes.len(),
        2,
        "the journal says whom it is about: {:?}",
        done.codes
    );
    let people =
        json!({ "one": desk.who(&other).stay, "other": desk.who(&one).stay, "reason": "x" });
    assert_eq!(desk.refused("keep_apart", people), Refusal::NothingChanges);

    sign_in(&desk, "RA");
    let seen = [
        desk.ok::<Value>("board", json!({})),
        desk.ok::<Value>("person", json!({ "stay": desk.who(&one).stay })),
        desk.ok::<Value>(
            "move_choices",
            json!({ "stay": desk.who(&one).stay, "at": null }),
        ),
        desk.ok::<Value>("journal", json!({ "before": null, "most": 10 })),
    ];
    assert!(
        seen.iter()
            .all(|answer| !answer.to_string().contains(REASON))
    );
    assert_eq!(
        desk.refused("undo", json!({ "action": done.action, "reason": null })),
        Refusal::UndoNotYours
    );
    assert_eq!(
        rules_of(&desk.refused("move_people", to(&desk, &one, "3-4"))),
        [Rule::R1]
    );

    sign_in(&desk, "MC");
    let pairs: Vec<PairView> = desk.ok("kept_apart", json!({}));
    assert_eq!((pairs.len(), pairs[0].reason.as_str()), (1, REASON));
    desk.wait_minutes(1);
    desk.ok::<Done>("let_together", json!({ "pair": pairs[0].pair }));
    assert!(desk.ok::<Vec<PairView>>("kept_apart", json!({})).is_empty());
    desk.ok::<Done>("move_people", to(&desk, &one, "3-4"));
}

fn numbers(desk: &Desk) -> Value {
    let versions: Vec<RulesVersion> = desk.ok("rules", json!({}));
    json!(
        versions
            .iter()
            .find(|version| version.in_force)
            .expect("rules")
            .rules
    )
}

#[test]
fn rules_change_from_a_day_on_and_the_past_keeps_its_own() {
    let desk = Desk::sample();
    let past = json!({ "at": { "local": "2009-03-02T12:00:00", "second": false }, "known": "now" });
    let before: Value = desk.ok("past", &past);
    let mut rules = numbers(&desk);
    assert_eq!(rules["term_days"], 30);
    rules["term_days"] = json!(45);
    rules["opposite_sex_age"] = json!(0);
    desk.ok::<Done>("set_rules", json!({ "rules": rules, "from": "2009-03-03" }));
    assert_eq!(numbers(&desk)["term_days"], 30, "not yet");
    let versions: Vec<RulesVersion> = desk.ok("rules", json!({}));
    assert_eq!(
        (versions.len(), versions[1].from),
        (2, at("2009-03-03T00:00"))
    );
    assert_eq!(versions[0].to, Some(versions[1].from));

    desk.wait_minutes(24 * 60);
    assert_eq!(numbers(&desk), rules);
    assert!(
        desk.ok::<Value>("past", &past) == before,
        "the board of the day before is as it was"
    );
    let term = |code: &str| {
        let view: PersonView = desk.ok("person", json!({ "stay": desk.who(code).stay }));
        view.term.days
    };
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("3-4"))]),
    );
    assert_eq!(term("K-223"), 45);
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": [desk.who("K-191").stay], "at": null, "reason": null,
        "destination": null, "minors_stay": null }),
    );
    // Noted today of the day before: the term of the day before.
    let mut late = party(vec![member("head", "female", 40, desk.bed("2-4"))]);
    late["at"] = json!({ "local": "2009-03-02T20:00:00", "second": false });
    late["reason"] = json!("there were two of them at the door");
    desk.ok::<Done>("check_in", late);
    assert_eq!(term("K-224"), 30);
}

#[test]
fn rules_are_the_managers_and_must_be_possible() {
    let desk = Desk::sample();
    let same = numbers(&desk);
    let mut other = same.clone();
    other["max_moves"] = json!(6);
    let ask = |rules: &Value, from: Value| json!({ "rules": rules, "from": from });
    assert_eq!(
        desk.refused("set_rules", ask(&same, Value::Null)),
        Refusal::NothingChanges
    );
    assert_eq!(
        desk.refused("set_rules", ask(&other, json!("2009-03-02"))),
        Refusal::AlreadyBegun
    );
    for (field, value) in [("cot_age", 19), ("max_moves", 9), ("term_days", 0)] {
        let mut bad = other.clone();
        bad[field] = json!(value);
        assert_eq!(
            desk.refused("set_rules", ask(&bad, Value::Null)),
            Refusal::BadRules,
            "{field}"
        );
    }
    let done: Done = desk.ok("set_rules", ask(&other, Value::Null));
    assert_eq!(numbers(&desk), other, "from now on");

    sign_in(&desk, "RA");
    assert_eq!(
        desk.refused("undo", json!({ "action": done.action, "reason": null })),
        Refusal::UndoNotYours
    );
    sign_in(&desk, "MC");
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    assert_eq!(numbers(&desk), same);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 2 }));
    assert!(page.entries.iter().all(|entry| entry.reason.is_none()));
}

#[test]
fn a_lower_age_takes_effect_on_the_board_at_once_and_nobody_is_moved() {
    let desk = Desk::sample();
    let before: Board = desk.board();
    assert_eq!(before.breaches, []);
    let mut rules = numbers(&desk);
    rules["opposite_sex_age"] = json!(0);
    desk.ok::<Done>("set_rules", json!({ "rules": rules, "from": null }));
    let after = desk.board();
    assert_eq!(after.rooms, before.rooms);
    assert!(after.breaches.iter().all(|breach| breach.rule == Rule::R3));
}

fn set_desk(desk: &Desk, change: &[(&str, Value)]) -> Value {
    let mut settings: Value = desk.ok("desk", json!({}));
    for (field, value) in change {
        settings[*field] = value.clone();
    }
    settings
}

#[test]
fn the_settings_of_the_desk_take_effect_at_once_and_the_past_keeps_its_own() {
    let desk = Desk::sample();
    assert_eq!(
        desk.ok::<Value>("desk", json!({})),
        json!(DeskSettings::default()),
        "a file that has none"
    );
    let past = json!({ "at": { "local": "2009-03-02T12:00:00", "second": false }, "known": "now" });
    let before: Value = desk.ok("past", &past);
    let ending = |board: &Board| {
        let people = board
            .rooms
            .iter()
            .flat_map(|room| &room.beds)
            .flat_map(|bed| &bed.people);
        people.filter(|one| one.term.ending).count()
    };
    let few = ending(&desk.board());
    desk.wait_minutes(1);
    let asked = set_desk(
        &desk,
        &[("ending_days", json!(60)), ("undo_hours", json!(1))],
    );
    let done: Done = desk.ok("set_desk", &asked);
    assert_eq!(desk.ok::<Value>("desk", json!({})), asked);
    let many = ending(&desk.board());
    assert!(few < many && many > 15, "{few} then {many}");
    assert!(
        desk.ok::<Value>("past", &past) == before,
        "the past keeps its own"
    );
    assert_eq!(desk.refused("set_desk", &asked), Refusal::NothingChanges);

    sign_in(&desk, "RA");
    let shut = json!({ "action": done.action, "reason": null });
    assert_eq!(desk.refused("undo", &shut), Refusal::UndoNotYours);
    let out: Done = desk.ok("move_people", to(&desk, &two_women(&desk).0, "3-4"));
    desk.wait_minutes(61);
    assert_eq!(
        desk.refused("undo", json!({ "action": out.action, "reason": null })),
        Refusal::UndoTooLate { hours: 1 }
    );
    sign_in(&desk, "MC");
    desk.ok::<Done>("undo", &shut);
    assert_eq!(
        desk.ok::<Value>("desk", json!({})),
        json!(DeskSettings::default())
    );
    sign_in(&desk, "RA");
    desk.ok::<Done>("undo", json!({ "action": out.action, "reason": null }));
}

#[test]
fn a_setting_of_the_desk_out_of_the_possible_is_refused_with_what_is_possible() {
    let desk = Desk::sample();
    let asked = set_desk(&desk, &[("smallest_count", json!(1))]);
    let refusal = Refusal::OutOfBounds {
        field: "smallest_count".into(),
        least: 3,
        most: 50,
    };
    assert_eq!(desk.refused("set_desk", &asked), refusal);
    let asked = set_desk(
        &desk,
        &[("backup_actions", json!(1)), ("erase_days", json!(365))],
    );
    desk.ok::<Done>("set_desk", &asked);
    assert_eq!(desk.ok::<Value>("desk", json!({})), asked);
}
