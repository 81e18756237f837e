//! A night at the centre, on a real encrypted file, through the one list of commands: what the nearest
//! real systems get wrong is right here.

use serde_json::{Value, json};
use vatra::answers::{
    Done, History, Hit, IdentityView, JournalPage, PastBoard, Status, UndoPreview,
};
use vatra_core::id::{BeneficiaryId, StayId};
use vatra_core::refusal::{Refusal, WhyNot};
use vatra_core::terms::AgeGroup;
use vatra_core::verbs::ActionKind;
use vatra_core::view::{
    Bar, Kept, Missing, MoveChoices, PersonView, Plans, Tape, Usable, WaitingFit,
};
use vatra_tests::{Desk, at, member, party};

fn discharge(stays: &[StayId]) -> Value {
    json!({ "stays": stays, "at": null, "reason": null, "destination": null, "minors_stay": null })
}

fn to_bed(stay: StayId, bed: &Value) -> Value {
    json!({ "stay": stay, "to": { "in": "bed", "id": bed } })
}

fn moves(moves: Vec<Value>) -> Value {
    json!({ "moves": moves, "at": null, "reason": null })
}

fn undo(action: i64) -> Value {
    json!({ "action": action, "reason": null })
}

fn earlier(local: &str) -> Value {
    json!({ "local": local, "second": false })
}

fn person(desk: &Desk, code: &str) -> PersonView {
    desk.ok("person", json!({ "stay": desk.who(code).stay }))
}

/// K-191 leaves, so that there are two places.
fn with_two_places() -> Desk {
    let desk = Desk::sample();
    desk.ok::<Done>("discharge", discharge(&[desk.who("K-191").stay]));
    desk
}

#[test]
fn a_mother_with_an_infant_comes_in_the_night_and_everybody_counts() {
    let desk = with_two_places();
    assert_eq!((desk.board().taken, desk.board().beds_free), (22, 6));
    let mut infant = member("son", "male", 0, Value::Null);
    infant["sleeps"] = json!({ "in": "with", "id": 0 });
    let mother = member("mother", "female", 24, desk.bed("3-4"));
    let done: Done = desk.ok("check_in", party(vec![mother, infant]));
    assert_eq!(done.codes, ["K-223", "K-224"]);
    let board = desk.board();
    assert_eq!(
        (board.taken, board.beds_free),
        (24, 5),
        "the infant takes a place and no bed"
    );
    assert_eq!(desk.bed_of("K-224").as_deref(), Some("3-4"));
    assert_eq!(person(&desk, "K-224").shares_with.as_deref(), Some("K-223"));

    // The infant goes where the mother goes.
    desk.ok::<Done>(
        "move_people",
        moves(vec![to_bed(desk.who("K-223").stay, &desk.bed("2-3"))]),
    );
    assert_eq!(desk.bed_of("K-224").as_deref(), Some("2-3"));

    let desk = desk.restart();
    desk.ok::<Status>("open_sample", json!({}));
    assert_eq!(desk.board().taken, 24);
    assert_eq!(desk.bed_of("K-223").as_deref(), Some("2-3"));
}

#[test]
fn what_nobody_knows_at_the_door_is_not_asked_and_is_listed_until_completed() {
    let desk = with_two_places();
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("3-4"))]),
    );
    let before = person(&desk, "K-223");
    let lacks = [
        Missing::BirthDate,
        Missing::Citizenship,
        Missing::Ground,
        Missing::Referrer,
        Missing::Territory,
    ];
    assert_eq!(before.missing, lacks);
    let amend = json!({
        "stay": before.stay, "sex": "female", "born": { "is": "on", "value": "1979-05-04" },
        "citizenship": "UA", "needs": [], "relation": "head", "ground": "presumed_victim",
        "decided_by": "nrs_team", "decided_on": "2009-03-02", "referrer": "police", "territory": "MD-OR",
        "phase": "crisis", "identity": null, "reason": null,
    });
    desk.ok::<Done>("amend", amend.clone());
    let after = person(&desk, "K-223");
    assert_eq!(after.missing, []);
    assert_eq!((after.age.years, after.age.estimated), (29, false));
    assert_eq!(desk.refused("amend", amend), Refusal::NothingChanges);
}

/// Trap 1 and 3: a bed is taken until its occupant has left, whatever was planned.
#[test]
fn a_bed_is_taken_until_its_occupant_has_left_whatever_the_term_says() {
    let desk = Desk::sample();
    desk.wait_minutes(60 * 24 * 60);
    let bed = desk.bed("1-1");
    let refused = desk.refused(
        "move_people",
        moves(vec![to_bed(desk.who("K-181").stay, &bed)]),
    );
    assert!(matches!(refused, Refusal::BedTaken { who, .. } if who == "K-168"));
    assert_eq!(desk.board().taken, 23);
}

/// Trap 4: the same person twice.
#[test]
fn somebody_who_is_here_is_not_checked_in_again_and_it_says_where_she_is() {
    let desk = Desk::sample();
    let here = desk.who("K-214");
    let mut again = member("head", "female", 27, desk.bed("3-4"));
    again["who"] = json!({ "is": "known", "id": here.beneficiary });
    match desk.refused("check_in", party(vec![again])) {
        Refusal::AlreadyHere { who, bed, since } => {
            assert_eq!((who.as_str(), bed.as_str()), ("K-214", "5-1"));
            assert_eq!(since, at("2009-02-19T23:40"));
        }
        other => panic!("{other:?}"),
    }
}

/// Trap 5: two desks, or a double click.
#[test]
fn a_double_click_checks_in_once() {
    let desk = with_two_places();
    let request = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    let both = std::thread::scope(|scope| {
        let one = scope.spawn(|| desk.ask::<Done>("check_in", &request).is_ok());
        let two = scope.spawn(|| desk.ask::<Done>("check_in", &request).is_ok());
        [one.join().expect("a desk"), two.join().expect("a desk")]
    });
    assert_eq!(
        both.iter().filter(|done| **done).count(),
        1,
        "one succeeds, the other is told"
    );
    assert_eq!(desk.board().taken, 23);
}

/// Trap 6: an arrival at half past midnight, noted in the morning.
#[test]
fn what_happened_in_the_night_can_be_noted_in_the_morning() {
    let desk = with_two_places();
    desk.wait_minutes(17 * 60);
    let mut request = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    request["at"] = earlier("2009-03-03T00:30");
    desk.ok::<Done>("check_in", &request);
    let woman = person(&desk, "K-223");
    assert_eq!(woman.from, at("2009-03-03T00:30"));
    assert_eq!(woman.term.day, 1);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(page.entries[0].happened_at, at("2009-03-03T00:30"));
    assert_eq!(page.entries[0].recorded_at, at("2009-03-03T09:10"));

    request["at"] = earlier("2009-03-03T23:00");
    assert_eq!(desk.refused("check_in", &request), Refusal::InFuture);
    request["at"] = earlier("2008-03-30T02:30");
    // Summer time began that night in Chisinau at two.
    assert_eq!(desk.refused("check_in", &request), Refusal::NoSuchTime);
}

/// The board of any moment: as known now with what was noted later, as known then without, and which
/// action made the difference.
#[test]
fn the_board_of_the_night_is_shown_as_known_now_and_as_known_then() {
    let desk = with_two_places();
    desk.wait_minutes(17 * 60);
    let mut request = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    request["at"] = earlier("2009-03-03T00:30");
    let arrival = desk.ok::<Done>("check_in", &request).action;
    desk.wait_minutes(10);
    let moved = moves(vec![to_bed(desk.who("K-223").stay, &desk.bed("2-3"))]);
    let later = desk.ok::<Done>("move_people", moved).action;

    let look = |local: &str, known: &str| -> PastBoard {
        desk.ok("past", json!({ "at": earlier(local), "known": known }))
    };
    let bed = |shown: &PastBoard| {
        let beds = shown.board.rooms.iter().flat_map(|room| &room.beds);
        beds.filter(|bed| bed.people.iter().any(|one| one.code == "K-223"))
            .map(|bed| bed.label.clone())
            .next()
    };
    let made = |shown: &PastBoard| {
        shown
            .since
            .iter()
            .map(|entry| entry.seq)
            .collect::<Vec<_>>()
    };

    let (now, then) = (
        look("2009-03-03T02:00", "now"),
        look("2009-03-03T02:00", "then"),
    );
    assert_eq!((now.board.taken, bed(&now).as_deref()), (23, Some("3-4")));
    assert_eq!((then.board.taken, bed(&then)), (22, None));
    // Moving on in the morning changed nothing of the night.
    assert_eq!((made(&now), made(&then)), (vec![arrival], vec![arrival]));

    // Before it happened, and once all was noted, both say the same.
    let before = look("2009-03-03T00:29", "now");
    assert_eq!((before.board.taken, made(&before)), (22, vec![]));
    let after = look("2009-03-03T09:20", "then");
    assert_eq!(
        (bed(&after).as_deref(), made(&after)),
        (Some("2-3"), vec![])
    );

    // Taken back, the night is as it was known, and both actions are named.
    desk.ok::<Done>("undo", undo(later));
    let back = desk.ok::<Done>("undo", undo(arrival)).action;
    assert_eq!(look("2009-03-03T02:00", "now").board.taken, 22);
    assert_eq!(made(&look("2009-03-03T09:15", "now")), [back]);
    let ahead = json!({ "at": earlier("2009-03-04T00:00"), "known": "now" });
    assert_eq!(desk.refused("past", &ahead), Refusal::InFuture);
}

fn correct(stay: StayId, truth: Value) -> Value {
    json!({ "stay": stay, "also": [], "truth": truth, "reason": "noted wrong in the night" })
}

/// A night's confusion, found out in the morning: an arrival noted in the wrong room, a mother discharged
/// instead of her roommate, a child forgotten.
#[test]
fn a_night_s_confusion_is_put_right_in_the_morning_and_the_old_record_stays_behind_it() {
    let desk = with_two_places();
    let mother = member("mother", "female", 27, desk.bed("3-4"));
    desk.ok::<Done>("check_in", party(vec![mother]));
    desk.wait_minutes(5 * 60);
    // K-214 is the mother of K-215 and K-216; it was K-168 who left.
    let mut left = discharge(&[desk.who("K-214").stay]);
    left["minors_stay"] = json!("noted in haste");
    desk.ok::<Done>("discharge", left);
    desk.wait_minutes(8 * 60);

    // In the morning, 05:10: she was in 2-3 from the beginning.
    let woman = person(&desk, "K-223");
    let (since, stay) = (woman.from, woman.stay);
    let place = |bed: &str| json!({ "of": "bed", "since": since, "place": { "in": "bed", "id": desk.bed(bed) } });
    let taken = desk.refused("correct", correct(stay, place("3-2")));
    assert!(
        matches!(taken, Refusal::BedTaken { ref who, .. } if who == "K-198"),
        "{taken:?}"
    );
    let mut silent = correct(stay, place("2-3"));
    silent["reason"] = json!("  ");
    assert_eq!(desk.refused("correct", silent), Refusal::NeedsReason);
    desk.ok::<Done>("correct", correct(stay, place("2-3")));
    let nights: Vec<_> = person(&desk, "K-223")
        .beds
        .into_iter()
        .map(|night| (night.bed, night.from))
        .collect();
    assert_eq!(nights, [("2-3".to_owned(), since)]);

    // K-214 never left; K-168 did, at 21:10.
    let mother = desk.who("K-214").stay;
    desk.ok::<Done>("correct", correct(mother, json!({ "of": "remained" })));
    assert_eq!(desk.bed_of("K-214").as_deref(), Some("5-1"));
    let mut left = discharge(&[desk.who("K-168").stay]);
    left["at"] = earlier("2009-03-02T21:10");
    desk.ok::<Done>("discharge", left);

    // The child came with her, and is of her party.
    let mut child = party(vec![member("daughter", "female", 9, desk.bed("3-4"))]);
    child["at"] = earlier("2009-03-02T16:10");
    child["joins"] = json!(stay);
    child["reason"] = json!("no other bed is free; the women of room 3 know her");
    desk.ok::<Done>("check_in", child);
    assert_eq!(
        person(&desk, "K-223")
            .party
            .iter()
            .map(|one| one.code.as_str())
            .collect::<Vec<_>>(),
        ["K-224"]
    );

    // What was known at midnight is still there to be seen.
    let then: PastBoard = desk.ok(
        "past",
        json!({ "at": earlier("2009-03-02T23:00"), "known": "then" }),
    );
    let codes: Vec<_> = (then.board.rooms.iter().flat_map(|room| &room.beds))
        .flat_map(|bed| bed.people.iter().map(|one| one.code.clone()))
        .collect();
    assert!(codes.contains(&"K-168".to_owned()) && !codes.contains(&"K-214".to_owned()));
    let now: PastBoard = desk.ok(
        "past",
        json!({ "at": earlier("2009-03-02T23:00"), "known": "now" }),
    );
    assert_eq!((now.board.taken, then.board.taken), (23, 22));
    assert_eq!(now.since.len(), 4, "bed, mother, roommate, child");
}

#[test]
fn times_of_arrival_absence_and_discharge_are_put_right_and_name_what_stands_in_the_way() {
    let desk = Desk::sample();
    let woman = person(&desk, "K-218");
    desk.ok::<Done>(
        "correct",
        correct(
            woman.stay,
            json!({ "of": "arrival", "at": earlier("2009-02-22T13:00") }),
        ),
    );
    assert_eq!(person(&desk, "K-218").from, at("2009-02-22T13:00"));
    // What only began with the arrival was not wrong.
    let former: Vec<Value> = desk.ok("put_right", json!({ "stay": woman.stay }));
    let of: Vec<_> = former.iter().map(|one| one["was"]["of"].clone()).collect();
    assert!(of.contains(&json!("arrival")), "{of:?}");
    assert!(
        !of.contains(&json!("phase")) && !of.contains(&json!("ground")),
        "{of:?}"
    );
    // K-185 had the bed until half past nine that day.
    let early = correct(
        woman.stay,
        json!({ "of": "arrival", "at": earlier("2009-02-22T09:00") }),
    );
    assert!(
        matches!(desk.refused("correct", early), Refusal::BedTaken { ref who, .. } if who == "K-185")
    );
    let ahead = correct(
        woman.stay,
        json!({ "of": "arrival", "at": earlier("2009-03-05T09:00") }),
    );
    assert_eq!(desk.refused("correct", ahead), Refusal::InFuture);

    let gone = desk.who("K-219").stay;
    let truth = json!({ "of": "departure", "at": earlier("2009-02-26T12:00"), "reason": "completed", "destination": "relatives" });
    desk.ok::<Done>("correct", correct(gone, truth));
    let view: PersonView = desk.ok("person", json!({ "stay": gone }));
    assert_eq!(view.to, Some(at("2009-02-26T12:00")));
    assert_eq!(view.beds[0].to, view.to);

    let away = person(&desk, "K-183");
    let since = away.away.expect("away").since;
    let truth = json!({ "of": "absence", "since": since, "kind": "medical", "left": earlier("2009-03-02T08:00"),
        "back": earlier("2009-03-02T15:00") });
    let done: Done = desk.ok("correct", correct(away.stay, truth));
    assert!(person(&desk, "K-183").away.is_none());
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(
        person(&desk, "K-183").away.map(|away| away.since),
        Some(since)
    );
}

#[test]
fn two_records_of_one_person_are_joined_with_their_stays() {
    let desk = Desk::sample();
    let (new, old) = (desk.who("K-222"), desk.who("K-219"));
    let both = correct(new.stay, json!({ "of": "person", "is": old.beneficiary }));
    let done: Done = desk.ok("correct", &both);
    assert_eq!(
        person(&desk, "K-219").stay,
        new.stay,
        "under the one code, the stay that runs is found"
    );
    assert!(
        desk.ask::<Vec<Hit>>("find", json!({ "text": "K-222", "names": false }))
            .is_ok_and(|hits| hits.is_empty())
    );
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(person(&desk, "K-222").stay, new.stay);
    // Both were here at once: they can't be one.
    let both = correct(
        new.stay,
        json!({ "of": "person", "is": desk.who("K-214").beneficiary }),
    );
    assert!(
        matches!(desk.refused("correct", both), Refusal::AlreadyHere { ref who, .. } if who == "K-214")
    );
}

/// What was noted at night of somebody who turns out to be known is not lost with the second record.
#[test]
fn joined_records_keep_what_either_says_of_needs_and_of_whom_to_keep_apart() {
    let desk = with_two_places();
    let mut woman = member("head", "female", 30, desk.bed("3-4"));
    woman["needs"] = json!(["no_upper_bunk"]);
    desk.ok::<Done>("check_in", party(vec![woman]));
    let (night, known) = (desk.who("K-223"), desk.who("K-101"));
    let apart =
        json!({ "one": night.stay, "other": desk.who("K-168").stay, "reason": "so decided" });
    desk.ok::<Value>("keep_apart", apart);
    let both = correct(
        night.stay,
        json!({ "of": "person", "is": known.beneficiary }),
    );
    desk.ok::<Done>("correct", both);
    let who = person(&desk, "K-101");
    assert_eq!(
        (who.stay, json!(who.needs)),
        (night.stay, json!(["no_upper_bunk"]))
    );
    let pairs: Value = desk.ok("kept_apart", json!({}));
    assert_eq!(pairs.as_array().map(Vec::len), Some(1), "{pairs}");
    assert!(pairs.to_string().contains("K-101"));
}

/// A child who was here two years ago is two years older, and her month of birth is not made up anew.
#[test]
fn whoever_comes_back_is_as_old_as_they_are_now() {
    let desk = with_two_places();
    let mut alone = party(vec![member("daughter", "female", 16, desk.bed("3-4"))]);
    alone["reason"] = json!("nobody else is awake");
    desk.ok::<Done>("check_in", alone);
    let first = desk.who("K-223");
    desk.wait_minutes(24 * 60);
    desk.ok::<Done>("discharge", discharge(&[first.stay]));
    desk.wait_minutes(2 * 366 * 24 * 60);
    let again = desk.who("K-223");
    assert_eq!((first.years, again.years), (16, 18));
    let mut woman = member("head", "female", again.years, desk.bed("3-4"));
    woman["who"] = json!({ "is": "known", "id": again.beneficiary });
    desk.ok::<Done>("check_in", party(vec![woman]));
    desk.wait_minutes(366 * 24 * 60);
    assert_eq!(person(&desk, "K-223").age.years, 19);
}

/// A child is born here, or comes after its mother: it takes a place, and no bed.
#[test]
fn an_infant_who_comes_later_shares_the_bed_of_the_mother_who_is_here() {
    let desk = with_two_places();
    let mother = desk.who("K-203");
    let beds = desk.board().beds_free;
    let draft = json!({ "at": null, "picking": 0, "joins": mother.stay, "members": [{ "who": { "is": "new" },
        "sex": "female", "born": { "is": "aged_months", "value": 0 }, "needs": [],
        "sleeps": { "in": "beside", "id": mother.stay } }] });
    let usable: Usable = desk.ok("usable", &draft);
    assert!(usable.breaches.is_empty(), "{:?}", usable.breaches);
    assert!(
        usable
            .proposals
            .iter()
            .any(|one| one.beds == [None] && one.breaches.is_empty())
    );
    desk.ok::<Value>("why_nothing_fits", &draft);
    let mut infant = member("daughter", "female", 0, Value::Null);
    infant["sleeps"] = json!({ "in": "beside", "id": mother.stay });
    let mut request = party(vec![infant]);
    request["joins"] = json!(mother.stay);
    desk.ok::<Done>("check_in", &request);
    assert_eq!(desk.board().beds_free, beds);
    assert_eq!(person(&desk, "K-223").shares_with.as_deref(), Some("K-203"));
    // Of another party nobody shares a bed.
    request["joins"] = Value::Null;
    assert!(matches!(
        desk.refused("check_in", request),
        Refusal::CannotShare { .. }
    ));
}

/// What stands in the way of taking a return back is named: she left since.
#[test]
fn a_return_of_whoever_left_since_is_taken_back_after_the_discharge() {
    let desk = Desk::sample();
    let stays = json!([desk.who("K-168").stay]);
    let out = json!({ "stays": stays, "at": null, "kind": "day", "expected_return": null });
    desk.ok::<Done>("leave", out);
    desk.wait_minutes(60);
    let back: Done = desk.ok("return_to_house", json!({ "stays": stays, "at": null }));
    desk.wait_minutes(60);
    let gone: Done = desk.ok("discharge", discharge(&[desk.who("K-168").stay]));
    match desk.refused("undo", undo(back.action)) {
        Refusal::LaterActions { obstacles } => {
            assert_eq!(
                obstacles.iter().map(|one| one.action).collect::<Vec<_>>(),
                [gone.action]
            );
        }
        other => panic!("{other:?}"),
    }
}

/// A bed that was taken away, put back and taken away again is not taken away twice over.
#[test]
fn an_undo_is_not_taken_back_where_the_same_was_done_anew() {
    let desk = Desk::sample();
    let room = desk
        .board()
        .rooms
        .into_iter()
        .find(|room| room.number == 3)
        .expect("a room");
    let gone = room
        .beds
        .iter()
        .find(|bed| bed.label == "3-4")
        .expect("a bed")
        .id;
    let set = json!({ "room": room.id, "number": 3, "room_use": room.room_use, "step_free": room.step_free, "wing": room.wing, "column": room.column, "width": room.width,
        "add": [], "remove": [gone] });
    let first: Done = desk.ok("set_room", &set);
    let taken_back: Done = desk.ok("undo", undo(first.action));
    let again: Done = desk.ok("set_room", &set);
    match desk.refused("undo", undo(taken_back.action)) {
        Refusal::LaterActions { obstacles } => {
            assert!(
                obstacles.iter().any(|one| one.action == again.action),
                "{obstacles:?}"
            );
        }
        other => panic!("{other:?}"),
    }
}

/// Beds that no reason leads to are not offered to a manager, whenever what keeps them begins.
#[test]
fn closed_and_held_beds_are_no_matter_of_a_reason() {
    let desk = with_two_places();
    let close = json!({ "beds": [desk.bed("3-4")], "from": null, "to": null, "reason": "a leak" });
    desk.ok::<Done>("close", close);
    let hold = json!({ "label": "a family", "places": 1, "beds": [desk.bed("2-3")], "waiting": null,
        "from": earlier("2009-05-02T08:00"), "until": earlier("2009-05-09T08:00") });
    desk.ok::<Done>("keep", hold);
    let draft = json!({ "at": null, "picking": 0, "members": [{ "who": { "is": "new" }, "sex": "female",
        "born": { "is": "aged", "value": 30 }, "needs": [], "sleeps": null }] });
    let usable: Usable = desk.ok("usable", draft);
    for label in ["3-4", "2-3"] {
        let bed = desk.bed(label);
        let there = usable.beds.iter().find(|one| json!(one.bed) == bed);
        let there = there.expect("a bed");
        assert!(
            there.why_not.is_some() && !there.overridable,
            "{label}: {there:?}"
        );
        let mut request = party(vec![member("head", "female", 30, bed)]);
        request["reason"] = json!("so decided");
        let refused = desk.refused("check_in", request);
        assert!(
            matches!(refused, Refusal::BedClosed { .. } | Refusal::BedHeld { .. }),
            "{refused:?}"
        );
    }
}

#[test]
fn a_late_arrival_into_a_bed_that_somebody_had_then_is_refused_naming_her() {
    let desk = Desk::sample();
    let mut request = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    // K-157 had the bed until 17 February.
    request["at"] = earlier("2009-02-10T12:00");
    match desk.refused("check_in", request) {
        Refusal::BedTaken {
            bed, who, until, ..
        } => {
            assert_eq!((bed.as_str(), who.as_str()), ("3-4", "K-157"));
            assert_eq!(until, Some(at("2009-02-17T12:00")));
        }
        other => panic!("{other:?}"),
    }
}

/// Trap 8: undoing a discharge brings back stay and bed together, or says who has the bed now.
#[test]
fn a_wrong_discharge_is_taken_back_with_the_bed_or_it_says_who_has_it() {
    let desk = Desk::sample();
    let before = desk.board();
    let gone: Done = desk.ok("discharge", discharge(&[desk.who("K-198").stay]));
    assert_eq!(desk.board().taken, 22);
    let back: Done = desk.ok("undo", undo(gone.action));
    assert_eq!(desk.board(), before, "stay and bed together");

    // The undo itself can be taken back: she has left after all.
    desk.ok::<Done>("undo", undo(back.action));
    assert_eq!(desk.board().taken, 22);

    // Somebody else gets the bed: now it can't.
    desk.wait_minutes(10);
    let taken: Done = desk.ok(
        "check_in",
        party(vec![member("head", "female", 44, desk.bed("3-2"))]),
    );
    match desk.refused("undo", undo(gone.action)) {
        Refusal::LaterActions { obstacles } => {
            assert!(
                obstacles
                    .iter()
                    .any(|obstacle| obstacle.action == taken.action)
            );
        }
        other => panic!("{other:?}"),
    }
    let preview: UndoPreview = desk.ok("undo_preview", undo(gone.action));
    assert!(
        preview
            .obstacles
            .iter()
            .any(|entry| entry.codes == ["K-223"])
    );
    assert_eq!(desk.board().taken, 23, "nothing half done");
}

#[test]
fn a_check_in_that_was_changed_later_is_not_undone_before_the_change() {
    let desk = with_two_places();
    let done: Done = desk.ok(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("3-4"))]),
    );
    desk.wait_minutes(5);
    let moved: Done = desk.ok(
        "move_people",
        moves(vec![to_bed(done.stays[0], &desk.bed("2-3"))]),
    );
    let refused = desk.refused("undo", undo(done.action));
    // It says what stands in the way, not only that something does.
    let Refusal::LaterActions { obstacles } = refused else {
        panic!("{refused:?}");
    };
    let said: Vec<_> = obstacles
        .iter()
        .filter_map(|one| {
            let said = one.said.as_ref()?;
            Some((one.action, said.action_kind, &said.codes, &said.beds))
        })
        .collect();
    let (codes, beds) = (
        vec!["K-223".to_owned()],
        vec![("K-223".to_owned(), "2-3".to_owned())],
    );
    assert_eq!(said, [(moved.action, ActionKind::Move, &codes, &beds)]);
    desk.ok::<Done>("undo", undo(moved.action));
    let preview: UndoPreview = desk.ok("undo_preview", undo(done.action));
    assert_eq!(preview.afterwards, [("K-223".to_owned(), None)]);
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(desk.board().taken, 22);
    // Her code is not given to anybody else: it may stand on a paper.
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("3-4"))]),
    );
    assert_eq!(desk.who("K-224").bed.as_deref(), Some("3-4"));
}

#[test]
fn an_extension_that_was_extended_again_is_not_taken_back_from_under_it() {
    let desk = Desk::sample();
    let stay = desk.who("K-168").stay;
    let extend = |days: u16| -> Done {
        desk.ok(
            "extend",
            json!({ "stays": [stay], "days": days, "authority": "nrs_team", "reason": "plan" }),
        )
    };
    let (first, second) = (extend(60), extend(90));
    assert!(matches!(
        desk.refused("undo", undo(first.action)),
        Refusal::LaterActions { obstacles } if obstacles.len() == 1 && obstacles[0].action == second.action
    ));
    assert_eq!(person(&desk, "K-168").term.days, 90);
    desk.ok::<Done>("undo", undo(second.action));
    desk.ok::<Done>("undo", undo(first.action));
    assert_eq!(person(&desk, "K-168").term.days, 30);
    assert_eq!(
        desk.refused("undo", undo(first.action)),
        Refusal::NothingToUndo
    );
}

/// A child was extended alone, then the mother with all of the family: those who lack the days get them.
#[test]
fn a_family_is_extended_as_one_though_some_have_so_many_days_already() {
    let desk = Desk::sample();
    let stay = |code: &str| desk.who(code).stay;
    let family = ["K-214", "K-215", "K-216"];
    let extend = |codes: &[&str]| {
        let stays: Vec<_> = codes.iter().map(|code| stay(code)).collect();
        json!({ "stays": stays, "days": 60, "authority": "nrs_team", "reason": "plan" })
    };
    desk.ok::<Done>("extend", extend(&family[1..2]));
    let done: Done = desk.ok("extend", extend(&family));
    let days = || family.map(|code| person(&desk, code).term.days);
    assert_eq!(days(), [60; 3]);
    assert_eq!(
        desk.refused("extend", extend(&family)),
        Refusal::NothingChanges
    );
    // What the second extension did not do is not taken back with it.
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(days(), [30, 60, 30]);
    // Nor does anybody's term get shorter with the family's; alone it can be put right.
    let so_many = |codes: &[&str], days: u16| {
        let mut request = extend(codes);
        request["days"] = json!(days);
        request
    };
    desk.ok::<Done>("extend", so_many(&family, 45));
    assert_eq!(days(), [45, 60, 45]);
    desk.ok::<Done>("extend", so_many(&family[1..2], 45));
    assert_eq!(days(), [45; 3]);
}

/// Trap 9: a family leaves as one, unless somebody says otherwise.
#[test]
fn children_are_neither_left_behind_nor_sent_away_silently() {
    let desk = Desk::sample();
    let mother = person(&desk, "K-214");
    let codes: Vec<_> = mother
        .party
        .iter()
        .map(|other| other.code.as_str())
        .collect();
    assert_eq!(codes, ["K-215", "K-216"]);
    let minors = vec!["K-215".to_owned(), "K-216".to_owned()];
    let alone = desk.refused("discharge", discharge(&[mother.stay]));
    assert_eq!(alone, Refusal::MinorsLeftBehind { minors });
    let mut request = discharge(&[mother.stay]);
    request["minors_stay"] = json!("  ");
    assert_eq!(desk.refused("discharge", &request), Refusal::NeedsReason);
    request["minors_stay"] = json!("Bunica vine la ora 18");
    desk.ok::<Done>("discharge", &request);
    assert_eq!(desk.board().taken, 22);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(
        page.entries[0].reason.as_deref(),
        Some("Bunica vine la ora 18")
    );
    desk.ok::<Done>("undo", undo(page.entries[0].seq));
    let all = [mother.stay, desk.who("K-215").stay, desk.who("K-216").stay];
    desk.ok::<Done>("discharge", discharge(&all));
    assert_eq!(desk.board().taken, 20);
}

/// Trap 10: every bed keeps its interval; trap 7: the real time of leaving is kept.
#[test]
fn a_move_leaves_the_former_bed_in_the_history() {
    let desk = Desk::sample();
    let beds = person(&desk, "K-214").beds;
    let said: Vec<_> = beds
        .iter()
        .map(|night| (night.bed.as_str(), night.from, night.to))
        .collect();
    let moved = at("2009-02-24T11:30");
    assert_eq!(
        said,
        [
            ("5-1", moved, None),
            ("5-4", at("2009-02-19T23:40"), Some(moved))
        ]
    );

    let gone = desk.who("K-185");
    assert_eq!(
        gone.to,
        Some(at("2009-02-22T09:30")),
        "when she left, not when it was noted"
    );
}

/// Trap 13: free means usable now, and why not is said in words.
#[test]
fn every_bed_says_whether_it_can_be_picked_and_if_not_why() {
    let desk = Desk::sample();
    let draft = json!({ "at": null, "picking": 0, "members": [
        { "who": { "is": "new" }, "sex": "male", "born": { "is": "aged", "value": 40 }, "needs": [],
          "sleeps": null } ] });
    let usable: Usable = desk.ok("usable", draft);
    let why = |label: &str| {
        let id: vatra_core::id::BedId = serde_json::from_value(desk.bed(label)).expect("a bed");
        usable
            .beds
            .iter()
            .find(|choice| choice.bed == id)
            .map(|choice| choice.why_not.clone())
    };
    assert_eq!(why("8-2"), Some(None), "the men's room");
    assert!(matches!(why("8-1"), Some(Some(WhyNot::Taken { who, .. })) if who == "K-203"));
    assert!(
        matches!(why("3-4"), Some(Some(WhyNot::Rules { .. }))),
        "among women"
    );
    assert!(
        matches!(why("7-3"), Some(Some(WhyNot::Rules { .. }))),
        "among minors"
    );
    assert!(
        matches!(why("1-3"), Some(Some(WhyNot::Taken { away: true, .. }))),
        "hers, though she is out"
    );
    assert_eq!((usable.taken, usable.places), (24, 24));
}

/// Trap 14: a swap is one gesture, one action, one undo.
#[test]
fn a_swap_is_one_action_and_one_undo() {
    let desk = Desk::sample();
    let (a, b) = (desk.who("K-168").stay, desk.who("K-187").stay);
    let before = desk.board();
    let choices: MoveChoices = desk.ok("move_choices", json!({ "stay": a, "at": null }));
    assert!(
        choices
            .beds
            .iter()
            .any(|choice| choice.swap_with == Some(b) && choice.swap_breaches.is_empty())
    );
    let request = moves(vec![
        to_bed(a, &desk.bed("3-1")),
        to_bed(b, &desk.bed("1-1")),
    ]);
    let done: Done = desk.ok("move_people", request);
    assert_eq!(done.action_kind, ActionKind::Swap);
    assert_eq!(desk.bed_of("K-168").as_deref(), Some("3-1"));
    assert_eq!(desk.bed_of("K-187").as_deref(), Some("1-1"));
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(desk.board(), before);
}

/// Trap 16: leaving asks for nothing that nobody knows.
#[test]
fn a_discharge_needs_no_reason_and_what_is_missing_is_listed() {
    let desk = Desk::sample();
    desk.ok::<Done>("discharge", discharge(&[desk.who("K-191").stay]));
    let gone = person(&desk, "K-191");
    assert!(
        gone.missing.contains(&Missing::DepartureReason)
            && gone.missing.contains(&Missing::Destination)
    );
}

#[test]
fn going_out_keeps_the_bed_and_coming_back_late_is_seen() {
    let desk = Desk::sample();
    let late = person(&desk, "K-183").away.expect("she is out");
    assert_eq!(late.late_minutes, Some(130));
    let out =
        |stay| json!({ "stays": [stay], "at": null, "kind": "medical", "expected_return": null });
    let stay = desk.who("K-183").stay;
    assert_eq!(
        desk.refused("leave", out(stay)),
        Refusal::AlreadyAway {
            who: "K-183".into()
        }
    );
    desk.ok::<Done>(
        "return_to_house",
        json!({ "stays": [stay], "at": earlier("2009-03-02T15:45") }),
    );
    assert_eq!(person(&desk, "K-183").away, None);
    let again = json!({ "stays": [stay], "at": null });
    assert_eq!(
        desk.refused("return_to_house", again),
        Refusal::NotAway {
            who: "K-183".into()
        }
    );
    assert_eq!(desk.bed_of("K-183").as_deref(), Some("1-3"));
}

/// An absence that was not noted when it began is noted whole, before another one that was: what is refused names the
/// other one, whether it is over or not.
#[test]
fn a_whole_absence_is_noted_late_before_another_one() {
    let desk = Desk::sample();
    let stay = desk.who("K-168").stay;
    let out = |at: &str, back: Value| json!({ "stays": [stay], "at": earlier(at), "kind": "day", "expected_return": null, "back": back });
    let away_then = |until: Option<&str>| Refusal::AwayThen {
        who: "K-168".into(),
        from: at("2009-03-02T13:00"),
        until: until.map(at),
    };
    desk.ok::<Done>("leave", out("2009-03-02T13:00", Value::Null));
    let morning = "2009-03-02T08:00";
    assert_eq!(
        desk.refused("leave", out(morning, Value::Null)),
        away_then(None)
    );
    let back = json!({ "stays": [stay], "at": earlier("2009-03-02T14:00") });
    desk.ok::<Done>("return_to_house", back);
    let other = away_then(Some("2009-03-02T14:00"));
    for (left, back) in [
        (morning, Value::Null),
        (morning, earlier("2009-03-02T13:30")),
        ("2009-03-02T13:30", Value::Null),
    ] {
        assert_eq!(desk.refused("leave", out(left, back)), other, "{left}");
    }
    for (back, refusal) in [
        ("2009-03-02T07:00", Refusal::ReturnBeforeLeaving),
        ("2009-03-02T17:00", Refusal::InFuture),
    ] {
        assert_eq!(desk.refused("leave", out(morning, earlier(back))), refusal);
    }
    let done: Done = desk.ok("leave", out(morning, earlier("2009-03-02T13:00")));
    assert_eq!(person(&desk, "K-168").away, None, "she is here");
    let tape: Tape = desk.ok("tape", json!({ "first": "2009-03-02", "days": 7 }));
    let beds = tape.rooms.into_iter().flat_map(|room| room.beds);
    let mut bars = beds.flat_map(|bed| bed.bars);
    let noted = bars.find_map(|bar| match bar {
        Bar::Stay { codes, away, .. } if codes[0] == "K-168" => Some(away),
        _ => None,
    });
    let hours = [
        (morning, "2009-03-02T13:00"),
        ("2009-03-02T13:00", "2009-03-02T14:00"),
    ];
    let hours = hours.map(|(left, back)| (at(left), Some(at(back))));
    assert_eq!(noted, Some(hours.to_vec()));
    desk.ok::<Done>("undo", undo(done.action));

    // Nobody comes back to a stay that was over by then.
    let mut gone = discharge(&[stay]);
    gone["at"] = earlier("2009-03-02T15:00");
    desk.ok::<Done>("discharge", gone);
    assert_eq!(
        desk.refused(
            "leave",
            out("2009-03-02T14:30", earlier("2009-03-02T15:30"))
        ),
        Refusal::NotHere {
            who: "K-168".into()
        }
    );
}

#[test]
fn more_people_than_places_needs_a_manager_and_a_reason_and_stays_visible() {
    let desk = Desk::sample();
    let two = || {
        let mother = member("mother", "female", 30, desk.bed("5-4"));
        let mut infant = member("daughter", "female", 1, Value::Null);
        infant["sleeps"] = json!({ "in": "with", "id": 0 });
        party(vec![mother, infant])
    };
    assert_eq!(
        desk.refused("check_in", two()),
        Refusal::OverCapacity {
            taken: 25,
            places: 24
        }
    );
    let mut request = two();
    request["reason"] = json!("Nu există alt loc în oraș");
    desk.ok::<Value>("lock", json!({}));
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "ra", "passphrase": "sample centre" }),
    );
    assert_eq!(
        desk.refused("check_in", &request),
        Refusal::NeedsManager,
        "reception may not"
    );
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "MC", "passphrase": "sample centre" }),
    );
    desk.ok::<Done>("check_in", &request);
    let board = desk.board();
    assert_eq!((board.taken, board.places), (25, 24));
}

#[test]
fn a_rule_can_be_gone_past_by_a_manager_with_a_reason_and_stays_visible() {
    let desk = Desk::sample();
    let man = || party(vec![member("head", "male", 40, desk.bed("3-4"))]);
    let refused = desk.refused("check_in", man());
    assert!(
        matches!(&refused, Refusal::BreaksRules { breaches } if breaches.iter().all(|b| b.room == 3))
    );
    let mut request = man();
    request["reason"] = json!("O singură noapte");
    desk.ok::<Done>("check_in", &request);
    assert!(!desk.board().breaches.is_empty());
    // What can never be, can't be gone past.
    request["members"][0]["sleeps"]["id"] = desk.bed("1-1");
    assert!(matches!(
        desk.refused("check_in", &request),
        Refusal::BedTaken { .. }
    ));
}

#[test]
fn somebody_who_was_here_before_is_recognised_and_gets_a_new_stay() {
    let desk = with_two_places();
    let before: Vec<Hit> = desk.ok("find", json!({ "text": "k-101", "names": false }));
    let before = before.first().expect("she was here in November").clone();
    assert!(before.to.is_some() && before.bed.is_none());
    let by_name: Vec<Hit> = desk.ok("find", json!({ "text": "sample k-101", "names": true }));
    assert!(
        by_name
            .iter()
            .any(|hit| hit.beneficiary == before.beneficiary && hit.by_name)
    );
    let none: Vec<Hit> = desk.ok("find", json!({ "text": "sample", "names": false }));
    assert!(none.is_empty(), "names are not looked at unless asked for");

    let mut again = member("head", "female", before.years, desk.bed("3-4"));
    again["who"] = json!({ "is": "known", "id": before.beneficiary });
    let done: Done = desk.ok("check_in", party(vec![again]));
    assert_eq!(done.codes, ["K-101"]);
    let now = desk.who("K-101");
    assert_eq!(now.beneficiary, before.beneficiary);
    assert_ne!(now.stay, before.stay);
    assert!(
        !person(&desk, "K-101").age.estimated,
        "what was known stays known"
    );
}

/// Trap 18: codes, unless somebody with the right asks; asking is in the journal.
#[test]
fn an_identity_is_shown_for_a_reason_and_the_journal_says_so() {
    let desk = Desk::sample();
    let who = desk.who("K-214").beneficiary;
    let ask = |who: BeneficiaryId, reason: &str| json!({ "beneficiary": who, "reason": reason });
    assert_eq!(
        desk.refused("show_identity", ask(who, " ")),
        Refusal::NeedsReason
    );
    let identity: IdentityView = desk.ok("show_identity", ask(who, "Spitalul întreabă"));
    assert!(identity.name.contains("Sample K-214"));
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(page.entries[0].action_kind, ActionKind::ShowIdentity);
    assert_eq!(page.entries[0].codes, ["K-214"]);
    assert_eq!(page.entries[0].reason.as_deref(), Some("Spitalul întreabă"));
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "RA", "passphrase": "sample centre" }),
    );
    assert_eq!(
        desk.refused("show_identity", ask(who, "")),
        Refusal::NeedsReason
    );
    desk.ok::<IdentityView>("show_identity", ask(who, "Poliția întreabă"));
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(page.entries[0].action_kind, ActionKind::ShowIdentity);
    assert_eq!(page.entries[0].staff, "RA");
}

/// Trap 19: everybody is one of the 24; a cot is a bed.
#[test]
fn an_infant_in_a_cot_counts_and_an_adult_gets_none() {
    let desk = Desk::sample();
    let infant = person(&desk, "K-216");
    assert_eq!(infant.group, AgeGroup::Infant);
    assert_eq!(infant.bed.map(|(bed, _)| bed).as_deref(), Some("5-3"));
    desk.ok::<Done>(
        "discharge",
        discharge(&[desk.who("K-220").stay, desk.who("K-221").stay]),
    );
    let refused = desk.refused(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("4-4"))]),
    );
    assert!(matches!(refused, Refusal::BreaksRules { .. }));
}

#[test]
fn an_adult_whose_bed_an_infant_shares_does_not_leave_it_without_one() {
    let desk = with_two_places();
    let mut infant = member("son", "male", 0, Value::Null);
    infant["sleeps"] = json!({ "in": "with", "id": 0 });
    let done: Done = desk.ok(
        "check_in",
        party(vec![
            member("mother", "female", 24, desk.bed("3-4")),
            infant,
        ]),
    );
    let mut request = discharge(&[done.stays[0]]);
    request["stays"] = json!([desk.who("K-223").stay]);
    request["minors_stay"] = json!("o oră");
    let refused = desk.refused("discharge", &request);
    assert_eq!(
        refused,
        Refusal::InfantInBed {
            who: "K-223".into(),
            infant: "K-224".into()
        }
    );
}

/// From the waiting list over a hold to the check-in; what is held is nobody else's, and lapses by rule.
#[test]
fn a_waiting_party_is_held_for_and_checked_in_and_a_hold_lapses_by_rule() {
    let desk = with_two_places();
    let mother = json!({ "sex": "female", "years": 30, "needs": [] });
    let child = json!({ "sex": "male", "years": 6, "needs": [] });
    let wait = |label: &str, members: Value, urgency: Value| {
        desk.ok::<Done>(
            "wait",
            json!({ "label": label, "members": members, "urgency": urgency }),
        );
    };
    wait("a woman", json!([mother]), Value::Null);
    wait("mother and son", json!([mother, child]), json!("followed"));
    let plans: Plans = desk.ok("plans", json!({}));
    let line: Vec<_> = plans.waiting.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(
        line,
        ["mother and son", "a woman"],
        "the urgent one comes first"
    );
    let WaitingFit::Now { ids, .. } = &plans.waiting[1].fit else {
        panic!("{:?}", plans.waiting[1].fit)
    };

    let hold = json!({ "label": "a woman", "places": 1, "beds": ids, "until": earlier("2009-03-02T20:00"),
        "waiting": plans.waiting[1].id });
    desk.ok::<Done>("keep", &hold);
    assert_eq!(desk.board().held, 1);
    // The bed is nobody else's while it is held.
    let mut other = party(vec![member("head", "female", 40, json!(ids[0]))]);
    assert!(matches!(
        desk.refused("check_in", &other),
        Refusal::BedHeld { .. }
    ));

    // Those for whom it is held use it: hold and waiting end in the same action, and come back with undo.
    let held: Plans = desk.ok("plans", json!({}));
    other["hold"] = json!(held.holds[0].id);
    let done: Done = desk.ok("check_in", &other);
    let after: Plans = desk.ok("plans", json!({}));
    assert_eq!((desk.board().held, after.waiting.len()), (0, 1));
    desk.ok::<Done>("undo", undo(done.action));
    assert_eq!(desk.board().held, 1);

    // At eight in the evening it is over, and shown so for a day.
    let late = other.clone();
    desk.wait_minutes(4 * 60);
    let lapsed: Plans = desk.ok("plans", json!({}));
    assert!(lapsed.holds[0].lapsed && lapsed.waiting.iter().all(|one| one.hold.is_none()));
    assert_eq!(desk.board().held, 0);
    // Whoever was being typed in while it ran out is not turned away for that, nor a day later.
    let done: Done = desk.ok("check_in", &late);
    desk.ok::<Done>("undo", undo(done.action));
    desk.wait_minutes(3 * 24 * 60);
    desk.ok::<Done>("check_in", &late);
}

/// Whoever is checked in as the party that waits comes off the list as checked in, whether nothing is held for it, a
/// hold has lapsed, or one begins later; the beds of that one are theirs.
#[test]
fn a_waiting_party_that_comes_is_off_the_list_whatever_is_held_for_it() {
    let woman = json!({ "sex": "female", "years": 30, "needs": [] });
    let until = |from: &str, until: &str| {
        let from = Some(from).filter(|from| !from.is_empty()).map(earlier);
        json!({ "label": "a woman", "places": 1, "from": from, "until": earlier(until) })
    };
    let holds = [
        ("none", None),
        ("lapsed", Some(until("", "2009-03-02T20:00"))),
        ("later", Some(until("2009-03-03T08:00", "2009-03-04T08:00"))),
    ];
    for (which, hold) in holds {
        let desk = with_two_places();
        let wait = json!({ "label": "a woman", "members": [woman], "urgency": null });
        desk.ok::<Done>("wait", wait);
        let waiting = || desk.ok::<Plans>("plans", json!({})).waiting;
        let id = waiting()[0].id;
        let bed = desk.bed("3-4");
        if let Some(mut hold) = hold {
            hold["beds"] = json!([bed]);
            hold["waiting"] = json!(id);
            desk.ok::<Done>("keep", &hold);
        }
        desk.wait_minutes(5 * 60);
        assert_eq!(waiting()[0].hold.is_some(), which == "later", "{which}");
        // One that begins later is not over: it can be used and released.
        let plans: Plans = desk.ok("plans", json!({}));
        let lapsed = plans.holds.first().map(|hold| hold.lapsed);
        assert_eq!(lapsed == Some(false), which == "later", "{which}");

        // Bed and places that are kept for them are offered to them.
        let draft = json!({ "at": null, "picking": 0, "waiting": id, "members": [{ "who": { "is": "new" },
            "sex": "female", "born": null, "needs": [], "sleeps": null }] });
        let usable: Usable = desk.ok("usable", draft);
        let theirs = usable.beds.iter().find(|one| json!(one.bed) == bed);
        assert_eq!(theirs.map(|one| &one.why_not), Some(&None), "{which}");
        let mut request = party(vec![member("head", "female", 30, bed)]);
        request["waiting"] = json!(id);
        let done: Done = desk.ok("check_in", &request);
        let plans: Plans = desk.ok("plans", json!({}));
        assert!(plans.waiting.is_empty(), "{which}");
        assert!(plans.holds.iter().all(|hold| hold.lapsed), "{which}");
        desk.wait_minutes(3 * 60);
        let days = json!({ "first": "2009-03-01", "last": "2009-03-02", "known_on": null });
        let figures: Value = desk.ok("occupancy", &days);
        assert_eq!(figures["waited"]["ended"][0], json!(["checked_in", 1]));
        assert_eq!(figures["waited"]["mean_days_to_check_in"], json!(0.0));
        let used = u32::from(which == "lapsed");
        assert_eq!(figures["held"]["checked_in"], json!(used), "{which}");
        // Who is off the list can't come once more.
        request["members"][0]["sleeps"]["id"] = desk.bed("2-3");
        assert_eq!(desk.refused("check_in", &request), Refusal::NotFound);

        // All of it is one action.
        desk.ok::<Done>("undo", undo(done.action));
        assert_eq!(waiting()[0].hold.is_some(), which == "later", "{which}");
    }
}

/// A bed that is closed and is to be closed again later has two closures: ending one leaves the other.
#[test]
fn opening_a_bed_again_ends_the_closure_that_is_meant_and_no_other() {
    let desk = Desk::sample();
    let bed = desk.bed("3-4");
    let close = |from: Value, to: Value, reason: &str| {
        let request = json!({ "beds": [bed], "from": from, "to": to, "reason": reason });
        desk.ok::<Done>("close", request);
    };
    close(Value::Null, earlier("2009-03-03T18:00"), "a leak");
    close(earlier("2009-03-09T08:00"), Value::Null, "painting");
    desk.wait_minutes(60);
    let shown = || -> Vec<Kept> {
        let plans: Plans = desk.ok("plans", json!({}));
        plans.closures.into_iter().map(|one| one.kept).collect()
    };
    let kept = || {
        let board = desk.board();
        let mut beds = board.rooms.into_iter().flat_map(|room| room.beds);
        beds.find(|one| one.label == "3-4").and_then(|one| one.kept)
    };
    let both = shown();
    assert_eq!((both.len(), kept()), (2, Some(both[0].clone())));
    let reopen = |one: &Kept| match one {
        Kept::Closed { id, .. } => json!({ "closures": [id] }),
        Kept::Held { .. } => Value::Null,
    };
    let done: Done = desk.ok("reopen", reopen(&both[0]));
    assert_eq!(shown(), both[1..]);
    assert_eq!(kept(), Some(both[1].clone()));
    assert_eq!(
        desk.refused("reopen", reopen(&both[0])),
        Refusal::NotFound,
        "it is over"
    );
    // The other way round: what is planned is called off, and the bed stays closed.
    desk.ok::<Done>("undo", undo(done.action));
    desk.ok::<Done>("reopen", reopen(&both[1]));
    assert_eq!(shown(), both[..1]);
}

#[test]
fn a_bed_is_closed_for_a_reason_names_who_must_move_first_and_takes_nobody() {
    let desk = with_two_places();
    let close = |bed: &str, from: Value| json!({ "beds": [desk.bed(bed)], "from": from, "to": null, "reason": "water from the ceiling" });
    let taken = desk.refused("close", close("1-1", Value::Null));
    assert_eq!(
        taken,
        Refusal::MustMoveFirst {
            people: vec![("K-168".into(), "1-1".into())]
        }
    );
    // Planned for the day after tomorrow, it says who must move before.
    desk.ok::<Done>("close", close("1-1", earlier("2009-03-04T08:00")));
    let plans: Plans = desk.ok("plans", json!({}));
    assert_eq!(plans.closures[0].must_move.as_deref(), Some("K-168"));

    let free = desk.board().beds_free;
    let closed: Done = desk.ok("close", close("3-4", Value::Null));
    assert_eq!(desk.board().beds_free, free - 1);
    let woman = party(vec![member("head", "female", 30, desk.bed("3-4"))]);
    assert!(matches!(
        desk.refused("check_in", &woman),
        Refusal::BedClosed { .. }
    ));
    let moved = moves(vec![to_bed(desk.who("K-218").stay, &desk.bed("3-4"))]);
    assert!(matches!(
        desk.refused("move_people", &moved),
        Refusal::BedClosed { .. }
    ));
    desk.ok::<Done>("undo", undo(closed.action));
    desk.ok::<Done>("move_people", &moved);
}

#[test]
fn assistance_is_noted_for_a_party_on_a_day_and_only_while_they_are_here() {
    let desk = Desk::sample();
    let stays: Vec<_> = ["K-214", "K-215", "K-216"]
        .map(|code| desk.who(code).stay)
        .into();
    let assist =
        |kind: &str, day: Value| json!({ "stays": stays, "kind": kind, "name": null, "day": day });
    desk.ok::<Done>("assist", assist("psychological", json!("2009-02-25")));
    desk.ok::<Done>("assist", assist("legal", Value::Null));
    let noted: Vec<_> = person(&desk, "K-215")
        .assistance
        .iter()
        .map(|one| one.day.to_string())
        .collect();
    assert_eq!(noted, ["2009-03-02", "2009-02-25"]);
    assert!(matches!(
        desk.refused("assist", assist("legal", json!("2009-02-18"))),
        Refusal::NotHere { .. }
    ));
    assert_eq!(
        desk.refused("assist", assist("legal", json!("2009-03-03"))),
        Refusal::InFuture
    );
    assert_eq!(
        desk.refused("assist", assist("other", Value::Null)),
        Refusal::NeedsReason
    );
}

/// What stands in the way is taken back with it, all of it or nothing; reception takes back their own alone,
/// and for a day.
#[test]
fn later_actions_are_taken_back_with_it_and_reception_takes_back_only_their_own_for_a_day() {
    let desk = with_two_places();
    let arrival = desk
        .ok::<Done>(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed("3-4"))]),
        )
        .action;
    let stay = desk.who("K-223").stay;
    let moved = desk
        .ok::<Done>("move_people", moves(vec![to_bed(stay, &desk.bed("2-3"))]))
        .action;
    let out = json!({ "stays": [stay], "at": null, "kind": "day", "expected_return": null });
    let away = desk.ok::<Done>("leave", out).action;
    let before = desk.board();
    let preview: UndoPreview = desk.ok("undo_preview", undo(arrival));
    let those: Vec<_> = preview
        .those_too
        .expect("it is possible")
        .iter()
        .map(|entry| entry.seq)
        .collect();
    assert_eq!(those, [away, moved, arrival]);
    assert_eq!(desk.board(), before, "a preview changes nothing");
    let all = json!({ "action": arrival, "reason": "a mistake", "those_too": true });
    desk.ok::<Done>("undo", all);
    assert_eq!((desk.board().taken, desk.bed_of("K-223")), (22, None));

    // Reception.
    let discharged = desk
        .ok::<Done>("discharge", discharge(&[desk.who("K-152").stay]))
        .action;
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "RA", "passphrase": "sample centre" }),
    );
    assert_eq!(
        desk.refused("undo", undo(discharged)),
        Refusal::UndoNotYours
    );
    let own = desk
        .ok::<Done>("discharge", discharge(&[desk.who("K-171").stay]))
        .action;
    desk.wait_minutes(24 * 60 + 1);
    assert_eq!(
        desk.refused("undo", undo(own)),
        Refusal::UndoTooLate { hours: 24 }
    );
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "MC", "passphrase": "sample centre" }),
    );
    desk.ok::<Done>("undo", undo(own));
}

#[test]
fn the_history_of_a_person_has_every_stay_and_every_action_that_made_it_so() {
    let desk = Desk::sample();
    let who = desk.who("K-214");
    desk.ok::<Done>(
        "assist",
        json!({ "stays": [who.stay], "kind": "legal", "name": null, "day": null }),
    );
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": [who.stay], "at": null, "reason": "own_wish", "destination": null,
        "minors_stay": "their grandmother comes tonight" }),
    );
    desk.wait_minutes(60);
    let mut again = member("head", "female", 27, desk.bed("5-1"));
    again["who"] = json!({ "is": "known", "id": who.beneficiary });
    // She is one of her children's party again.
    let mut back = party(vec![again]);
    back["joins"] = json!(desk.who("K-215").stay);
    desk.ok::<Done>("check_in", back);
    let history: History = desk.ok("history", json!({ "beneficiary": who.beneficiary }));
    let stays: Vec<_> = history
        .stays
        .iter()
        .map(|stay| (stay.view.from, stay.view.to))
        .collect();
    assert_eq!(
        stays,
        [
            (at("2009-03-02T17:10"), None),
            (at("2009-02-19T23:40"), Some(at("2009-03-02T16:10")))
        ]
    );
    assert_eq!(history.stays[1].view.assistance.len(), 1);
    assert_eq!(history.stays[1].view.beds.len(), 2);
    let kinds: Vec<_> = history
        .entries
        .iter()
        .map(|entry| entry.action_kind)
        .collect();
    assert_eq!(
        kinds,
        [
            ActionKind::CheckIn,
            ActionKind::Discharge,
            ActionKind::Assist,
            ActionKind::Move,
            ActionKind::CheckIn
        ]
    );
}
