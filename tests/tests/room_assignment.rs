//! Room assignment as reception meets it: proposals while the party is typed, a plan with moves as one
//! action, why nothing fits, and who still fits.

use serde_json::{Value, json};
use vatra::answers::Done;
use vatra_core::assignment::Rule;
use vatra_core::refusal::{Refusal, WhyNot};
use vatra_core::view::{GuestKind, MoveChoices, Said, Stuck, Usable, Wish};
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
    assert!(usable.proposals.is_empty());
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
