//! Room assignment as reception meets it: proposals while the party is typed, a plan with moves as one
//! action, why nothing fits, and who still fits.

use serde_json::{Value, json};
use vatra::answers::Done;
use vatra_core::assignment::Rule;
use vatra_core::refusal::{Refusal, RuleBreach, WhyNot};
use vatra_core::terms::BedKind;
use vatra_core::view::{
    GuestKind, Help, MoveChoices, Said, StayChoices, Stuck, TidyUp, Usable, Wish,
};
use vatra_tests::{Desk, member, party};

fn draft(people: &[(&str, u16)]) -> Value {
    let members: Vec<_> = people
        .iter()
        .map(|(sex, age)| {
            json!({ "who": { "is": "new" }, "sex": sex, "born": { "is": "aged", "value": age }, "needs": [],
                "sleeps": null })
        })
        .collect();
    json!({ "at": null, "picking": 0, "members": members })
}

fn label(desk: &Desk, bed: &Value) -> String {
    let board = desk.board();
    let mut beds = board.rooms.iter().flat_map(|room| &room.beds);
    beds.find(|other| json!(other.id) == *bed)
        .map(|bed| bed.label.clone())
        .unwrap_or_default()
}

fn discharge(desk: &Desk, codes: &[&str]) {
    let stays: Vec<_> = codes.iter().map(|code| desk.who(code).stay).collect();
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": stays, "at": null, "reason": null,
        "destination": null, "minors_stay": null }),
    );
}

#[test]
fn a_woman_is_offered_a_womens_room_and_nobody_moves() {
    let desk = Desk::sample();
    let usable: Usable = desk.ok("usable", draft(&[("female", 30)]));
    let best = usable.proposals.first().expect("there is room");
    assert_eq!((best.aim, best.proven), (Wish::Best, true));
    assert_eq!(best.remarks.first(), Some(&Said::NobodyMoves));
    assert!(["2-4", "3-4"].contains(&label(&desk, &json!(best.beds[0])).as_str()));
}

#[test]
fn what_was_picked_by_hand_stays_and_the_rest_is_planned_around_it() {
    let desk = Desk::sample();
    discharge(&desk, &["K-205", "K-206", "K-207"]);
    let mut asked = draft(&[("female", 30), ("male", 6)]);
    let free: Usable = desk.ok("usable", &asked);
    let rooms: Vec<_> = free.proposals[0]
        .beds
        .iter()
        .map(|bed| label(&desk, &json!(bed)))
        .collect();
    assert_eq!(
        rooms,
        ["6-1", "6-2"],
        "the empty family room, in the order of the party"
    );
    asked["members"][0]["sleeps"] = json!({ "in": "bed", "id": desk.bed("6-3") });
    let around: Usable = desk.ok("usable", &asked);
    let beds: Vec<_> = around.proposals[0]
        .beds
        .iter()
        .map(|bed| label(&desk, &json!(bed)))
        .collect();
    assert_eq!(beds[0], "6-3");
    assert!(
        beds[1].starts_with("6-"),
        "a small child stays with the mother: {beds:?}"
    );
}

#[test]
fn a_plan_with_moves_is_one_action_and_one_undo() {
    let desk = Desk::sample();
    // A bed is free in each women's room and a woman of 30 with a boy of 11 fits in none of them: the
    // boy may not sleep among unrelated women of another sex.
    discharge(&desk, &["K-152", "K-171"]);
    let usable: Usable = desk.ok("usable", draft(&[("female", 30), ("male", 11)]));
    let best = usable.proposals.first().expect("a plan with moves").clone();
    assert!(!best.moves.is_empty(), "{best:?}");
    let beds: Vec<Value> = best.beds.iter().map(|bed| json!(bed)).collect();
    let mut request = party(vec![
        member("mother", "female", 30, beds[0].clone()),
        member("son", "male", 11, beds[1].clone()),
    ]);
    assert!(
        matches!(
            desk.refused("check_in", &request),
            Refusal::BedTaken { .. } | Refusal::BreaksRules { .. }
        ),
        "not without the moves"
    );
    let moves: Vec<_> = best
        .moves
        .iter()
        .map(|one| json!({ "stay": one.stay, "to": { "in": "bed", "id": one.bed } }))
        .collect();
    request["moves"] = json!(moves);
    let before = desk.board();
    let done: Done = desk.ok("check_in", &request);
    for one in &best.moves {
        assert_eq!(desk.bed_of(&one.code).as_deref(), Some(one.to.as_str()));
    }
    assert_eq!(desk.board().breaches, []);
    // Who came is named, and first; who only made room is said apart.
    let mut moved: Vec<_> = best.moves.iter().map(|one| one.code.clone()).collect();
    moved.sort();
    assert_eq!(done.moved, moved);
    assert!(!moved.contains(&done.codes[0]), "{:?}", done.codes);
    let first = desk.who(&done.codes[0]);
    assert_eq!(Some(&first.stay), done.stays.first());
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    assert_eq!(desk.board(), before);
}

#[test]
fn a_family_that_moves_together_is_judged_together() {
    let desk = Desk::sample();
    discharge(&desk, &["K-205", "K-206", "K-207"]);
    let (mother, son) = (desk.who("K-176").stay, desk.who("K-177").stay);
    let to: vatra_core::id::BedId = serde_json::from_value(desk.bed("6-1")).expect("a bed");
    let why_not = |request: Value| {
        let choices: MoveChoices = desk.ok("move_choices", request);
        choices
            .beds
            .into_iter()
            .find(|choice| choice.bed == to)
            .and_then(|choice| choice.why_not)
    };
    let alone = why_not(json!({ "stay": mother, "at": null }));
    assert!(
        matches!(alone, Some(WhyNot::Rules { .. })),
        "the boy would stay behind"
    );
    assert_eq!(
        why_not(json!({ "stay": mother, "at": null, "along": [son] })),
        None
    );
    let picked = json!([{ "stay": mother, "to": { "in": "bed", "id": to } }]);
    assert_eq!(
        why_not(json!({ "stay": son, "at": null, "picked": picked })),
        Some(WhyNot::Taken {
            who: "K-176".into(),
            away: false
        })
    );
}

#[test]
fn when_nothing_fits_it_says_why_and_what_would_help() {
    let desk = Desk::sample();
    let asked = draft(&[
        ("female", 30),
        ("male", 12),
        ("male", 14),
        ("female", 8),
        ("female", 9),
    ]);
    let usable: Usable = desk.ok("usable", &asked);
    assert!(
        usable.proposals.iter().all(|one| !one.breaches.is_empty()),
        "nothing but a way past a rule"
    );
    let stuck: Stuck = desk.ok("why_nothing_fits", &asked);
    assert!(
        !stuck.rules.is_empty() || stuck.missing_beds > 0,
        "{stuck:?}"
    );
    assert!(!stuck.hints.is_empty(), "{stuck:?}");
    assert!(
        stuck.rules.iter().flatten().all(|rule| *rule != Rule::B1),
        "no bed is closed: {stuck:?}"
    );
}

#[test]
fn the_board_says_who_still_fits() {
    let desk = Desk::sample();
    let fits = desk.board().still_fits;
    assert_eq!((fits.free_places, fits.largest), (1, 1));
    assert!(
        fits.limited_by_places,
        "beds there are, places there aren't"
    );
    let of = |guest| {
        fits.guests
            .iter()
            .find(|answer| answer.guest == guest)
            .expect("asked")
    };
    assert_eq!(of(GuestKind::Woman).without_moves, Some(true));
    assert_eq!(of(GuestKind::Man).without_moves, Some(true));
    assert!(!of(GuestKind::Mother).within_places);
    // An empty centre takes as many as it has places for.
    let empty = Desk::new();
    empty.make_centre();
    assert!(empty.board().still_fits.largest >= 4);
}

#[test]
fn where_somebody_would_have_to_move_a_way_past_a_rule_is_shown_and_needs_a_reason() {
    let desk = Desk::sample();
    discharge(&desk, &["K-152", "K-171"]);
    let usable: Usable = desk.ok("usable", draft(&[("female", 30), ("male", 11)]));
    assert!(!usable.proposals[0].moves.is_empty());
    assert!(usable.proposals[0].breaches.is_empty());
    let past = usable.proposals.last().expect("a way past a rule");
    assert_eq!((past.aim, past.moves.len()), (Wish::PastRule, 0));
    let rule = past.breaches[0].rule;
    assert!(past.breaches.iter().all(|breach| breach.rule == rule));
    let mut request = party(vec![
        member("mother", "female", 30, json!(past.beds[0])),
        member("son", "male", 11, json!(past.beds[1])),
    ]);
    let Refusal::BreaksRules { breaches } = desk.refused("check_in", &request) else {
        panic!("a rule is broken");
    };
    assert_eq!(
        breaches
            .iter()
            .map(|b| (b.rule, b.room))
            .collect::<Vec<_>>(),
        past.breaches
            .iter()
            .map(|b| (b.rule, b.room))
            .collect::<Vec<_>>(),
        "what the proposal says is what the check-in refuses"
    );
    request["reason"] = json!("one night, the police brought them");
    desk.ok::<Done>("check_in", &request);
    assert_eq!(desk.board().breaches.len(), past.breaches.len());
}

#[test]
fn a_closed_bed_that_would_help_is_named() {
    let desk = Desk::sample();
    let woman = draft(&[("female", 30)]);
    let usable: Usable = desk.ok("usable", &woman);
    assert!(usable.proposals[0].moves.is_empty());
    // Every free bed is closed: then only opening one of them helps.
    let board = desk.board();
    let beds = board.rooms.iter().flat_map(|room| &room.beds);
    let free: Vec<_> = beds
        .filter(|bed| bed.people.is_empty() && bed.kept.is_none())
        .collect();
    let ids: Vec<_> = free.iter().map(|bed| json!(bed.id)).collect();
    desk.ok::<Done>(
        "close",
        json!({ "beds": ids, "from": null, "to": null, "reason": "repair" }),
    );
    let stuck: Stuck = desk.ok("why_nothing_fits", &woman);
    let opened: Vec<_> = stuck
        .hints
        .iter()
        .filter_map(|hint| match hint {
            Help::OpenBed { bed } => Some(bed.as_str()),
            _ => None,
        })
        .collect();
    assert!(!opened.is_empty(), "{stuck:?}");
    assert!(
        opened
            .iter()
            .all(|label| free.iter().any(|bed| bed.label == *label))
    );
}

#[test]
fn an_infant_in_the_mothers_bed_goes_along() {
    let desk = Desk::sample();
    discharge(&desk, &["K-205", "K-206", "K-207"]);
    let mut asked = draft(&[("female", 30), ("male", 0)]);
    asked["members"][1]["sleeps"] = json!({ "in": "with", "id": 0 });
    let usable: Usable = desk.ok("usable", &asked);
    let best = &usable.proposals[0];
    assert_eq!(best.beds.len(), 2);
    assert_eq!(best.beds[1], None, "the infant has none of its own");
    let upper = desk
        .board()
        .rooms
        .into_iter()
        .flat_map(|room| room.beds)
        .find(|bed| json!(bed.id) == json!(best.beds[0]) && bed.kind == BedKind::Upper);
    assert_eq!(upper, None, "no infant sleeps in an upper bunk");
}

/// B3 says it of the infant too: by hand as in what is proposed.
#[test]
fn a_mother_whose_infant_shares_her_bed_is_not_put_into_an_upper_bunk() {
    let desk = Desk::sample();
    let beds = || {
        let rooms = desk.board().rooms.into_iter();
        rooms.flat_map(|room| room.beds).collect::<Vec<_>>()
    };
    let free = |kind| {
        let mut found = beds().into_iter().filter(|bed| bed.people.is_empty());
        found.find(|bed| bed.kind == kind).expect("a free bed").id
    };
    let up = free(BedKind::Upper);
    let mut infant = member("son", "male", 0, Value::Null);
    infant["sleeps"] = json!({ "in": "with", "id": 0 });
    let mother = member("mother", "female", 24, json!(free(BedKind::Single)));
    let mut family = party(vec![mother, infant]);
    family["reason"] = json!("so decided");
    let done: Done = desk.ok("check_in", family);

    let choices: MoveChoices =
        desk.ok("move_choices", json!({ "stay": done.stays[0], "at": null }));
    let breaches = |bed| {
        let choice = choices.beds.iter().find(|one| one.bed == bed);
        match choice.and_then(|one| one.why_not.clone()) {
            Some(WhyNot::Rules { breaches }) => breaches,
            other => panic!("{other:?}"),
        }
    };
    let of_infant = |one: &RuleBreach| one.rule == Rule::B3 && one.code == done.codes[1];
    assert!(breaches(up).iter().any(of_infant));
    // Wherever she goes the infant goes too: nowhere is it left without her.
    let left_behind = choices.beds.iter().any(|one| match &one.why_not {
        Some(WhyNot::Rules { breaches }) => breaches.iter().any(|one| one.rule == Rule::R5),
        _ => false,
    });
    assert!(!left_behind);
    let moves = json!({ "moves": [{ "stay": done.stays[0], "to": { "in": "bed", "id": up } }], "at": null, "reason": null });
    match desk.refused("move_people", moves) {
        Refusal::BreaksRules { breaches } => assert!(breaches.iter().any(of_infant)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn tidying_up_says_what_it_would_gain_and_is_one_action_with_one_undo() {
    let desk = Desk::sample();
    let before = desk.board();
    let found: TidyUp = desk.ok("tidy_up", json!({}));
    assert_eq!(desk.board(), before, "nothing happens by itself");
    // A woman put into the family room by a manager: it can be tidied.
    discharge(&desk, &["K-205", "K-206", "K-207"]);
    let mixed: TidyUp = desk.ok("tidy_up", json!({}));
    for way in found.ways.iter().chain(&mixed.ways) {
        assert!(way.moves.len() <= mixed.most);
    }
    let way = mixed.ways.last().expect("something to gain");
    let now = mixed.now;
    let rank = |n: vatra_core::view::Neatness| [n.broken, n.spread, n.strangers, n.unsuited];
    assert!(rank(way.then) < rank(now));
    let moves: Vec<_> = way
        .moves
        .iter()
        .map(|one| json!({ "stay": one.stay, "to": { "in": "bed", "id": one.bed } }))
        .collect();
    let untidy = desk.board();
    let done: Done = desk.ok(
        "move_people",
        json!({ "moves": moves, "at": null, "reason": null }),
    );
    let after: TidyUp = desk.ok("tidy_up", json!({}));
    assert_eq!(after.now, way.then, "it gains what it says");
    desk.ok::<Done>("undo", json!({ "action": done.action, "reason": null }));
    assert_eq!(desk.board(), untidy);
}

#[test]
fn the_board_knows_where_everybody_can_go_before_anybody_is_taken_up() {
    let desk = Desk::sample();
    let all: Vec<StayChoices> = desk.ok("all_move_choices", json!({}));
    let board = desk.board();
    assert_eq!(all.len(), board.taken);
    for known in &all {
        let asked: MoveChoices = desk.ok("move_choices", json!({ "stay": known.stay, "at": null }));
        assert_eq!(asked.beds, known.beds);
    }
}

/// Checks a woman in by the first way that is proposed, and says the bed.
fn check_in_as_proposed(desk: &Desk, at: &str) -> String {
    let at = json!({ "local": at, "second": false });
    let mut asked = draft(&[("female", 30)]);
    asked["at"] = at.clone();
    let usable: Usable = desk.ok("usable", &asked);
    assert!(
        usable.taken <= usable.places,
        "{} of {}",
        usable.taken,
        usable.places
    );
    let bed = json!(usable.proposals[0].beds[0]);
    let mut request = party(vec![member("head", "female", 30, bed.clone())]);
    request["at"] = at;
    desk.ok::<Done>("check_in", &request);
    label(desk, &bed)
}

#[test]
fn who_was_here_before_the_record_began_is_entered_in_any_order_and_without_a_reason() {
    let desk = Desk::new();
    desk.make_centre();
    let mut beds: Vec<_> = ["2009-02-20T10:00", "2009-02-10T10:00", "2009-02-15T10:00"]
        .iter()
        .map(|at| check_in_as_proposed(&desk, at))
        .collect();
    beds.sort();
    beds.dedup();
    assert_eq!(beds.len(), 3, "each in a bed of her own: {beds:?}");
}

#[test]
fn who_came_at_night_and_is_noted_in_the_morning_is_offered_no_bed_that_was_given_meanwhile() {
    let desk = Desk::sample();
    discharge(&desk, &["K-222"]);
    desk.wait_minutes(12 * 60);
    let taken = check_in_as_proposed(&desk, "2009-03-03T03:00");
    let mut asked = draft(&[("female", 30)]);
    asked["at"] = json!({ "local": "2009-03-03T02:30", "second": false });
    let usable: Usable = desk.ok("usable", &asked);
    let beds = usable.proposals.iter().flat_map(|way| &way.beds);
    let labels: Vec<_> = beds.map(|bed| label(&desk, &json!(bed))).collect();
    assert!(!labels.contains(&taken), "{taken} in {labels:?}");
    let why_not = usable
        .beds
        .iter()
        .find(|choice| label(&desk, &json!(choice.bed)) == taken)
        .and_then(|choice| choice.why_not.clone());
    assert!(matches!(why_not, Some(WhyNot::Taken { .. })), "{why_not:?}");
}

/// A hold of any day to come: who is put there may still be there.
#[test]
fn a_bed_that_is_held_in_months_is_nobody_elses_at_the_door_nor_for_a_move() {
    let desk = Desk::new();
    desk.make_centre();
    let woman = member("head", "female", 30, desk.bed("3-1"));
    let done: Done = desk.ok("check_in", party(vec![woman]));
    let day = |local: &str| json!({ "local": local, "second": false });
    let hold = json!({ "label": "a family", "places": 1, "beds": [desk.bed("3-2")], "from": day("2009-06-01T12:00"),
        "until": day("2009-06-03T12:00"), "waiting": null });
    desk.ok::<Done>("keep", hold);
    let choices: MoveChoices =
        desk.ok("move_choices", json!({ "stay": done.stays[0], "at": null }));
    let held = desk.bed("3-2");
    let choice = choices.beds.iter().find(|one| json!(one.bed) == held);
    assert!(choice.expect("the bed").why_not.is_some());
    let to = json!([{ "stay": done.stays[0], "to": { "in": "bed", "id": held } }]);
    let refusal = desk.refused(
        "move_people",
        json!({ "moves": to, "at": null, "reason": null }),
    );
    assert!(matches!(refusal, Refusal::BedHeld { .. }), "{refusal:?}");
}
