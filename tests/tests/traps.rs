//! What the nearest real systems get wrong, one promise each. The table says where each is kept: in which
//! file, by which tests. This test finds every one of them, so that none goes unseen.

use std::fs;
use std::path::Path;

/// The number, what happens elsewhere, the file, and the tests.
const TRAPS: [(u8, &str, &str, &[&str]); 25] = [
    (
        1,
        "a bed counts as free from the planned departure on",
        "tests/tests/time.rs",
        &["an_expected_departure_is_shown_and_frees_nothing"],
    ),
    (
        1,
        "the same, with the term",
        "tests/tests/scenarios.rs",
        &["a_bed_is_taken_until_its_occupant_has_left_whatever_the_term_says"],
    ),
    (
        2,
        "a stay is extended across a hold that comes later",
        "tests/tests/time.rs",
        &[
            "a_bed_is_held_for_the_day_after_somebody_leaves_and_nobody_stays_into_it",
            "places_are_held_ahead_as_far_as_they_become_free",
        ],
    ),
    (
        3,
        "cancelling a hold makes a bed free in which somebody sleeps",
        "tests/tests/time.rs",
        &["a_hold_that_ends_leaves_the_bed_to_whoever_sleeps_there"],
    ),
    (
        4,
        "the same person is admitted twice",
        "tests/tests/scenarios.rs",
        &["somebody_who_is_here_is_not_checked_in_again_and_it_says_where_she_is"],
    ),
    (
        5,
        "a double click admits two parties",
        "tests/tests/scenarios.rs",
        &["a_double_click_checks_in_once"],
    ),
    (
        6,
        "an arrival at 00:30 and late entries are refused",
        "tests/tests/scenarios.rs",
        &["what_happened_in_the_night_can_be_noted_in_the_morning"],
    ),
    (
        6,
        "at every change of the clocks and every midnight",
        "tests/tests/clocks.rs",
        &[
            "the_skipped_hour_is_refused_and_the_doubled_one_told_apart_by_every_verb",
            "every_verb_notes_midnight_exactly",
            "every_midnight_begins_its_day",
        ],
    ),
    (
        7,
        "only the planned time of discharge is stored",
        "tests/tests/time.rs",
        &["an_expected_departure_is_shown_and_frees_nothing"],
    ),
    (
        8,
        "undoing a discharge loses the bed, or puts two people in it",
        "tests/tests/scenarios.rs",
        &["a_wrong_discharge_is_taken_back_with_the_bed_or_it_says_who_has_it"],
    ),
    (
        8,
        "the same, with a hold",
        "tests/tests/time.rs",
        &["a_discharge_is_not_taken_back_into_a_bed_that_is_held_since"],
    ),
    (
        9,
        "mother and child are unrelated records",
        "tests/tests/scenarios.rs",
        &["children_are_neither_left_behind_nor_sent_away_silently"],
    ),
    (
        10,
        "a transfer overwrites the bed",
        "tests/tests/scenarios.rs",
        &["a_move_leaves_the_former_bed_in_the_history"],
    ),
    (
        11,
        "occupancy of a past date is not offered, or comes from plans",
        "tests/tests/scenarios.rs",
        &["the_board_of_the_night_is_shown_as_known_now_and_as_known_then"],
    ),
    (
        11,
        "the same, on random histories",
        "tests/tests/random_core.rs",
        &["boards_of_past_moments_agree_with_a_list_of_intervals"],
    ),
    (
        12,
        "occupancy over a period forgets who came before it",
        "src-tauri/crates/core/tests/census_cases.rs",
        &["census_cases"],
    ),
    (
        12,
        "missing departures inflate bed-nights",
        "tests/tests/time.rs",
        &["an_expected_departure_is_shown_and_frees_nothing"],
    ),
    (
        13,
        "free is shown though the bed is closed or held",
        "tests/tests/scenarios.rs",
        &["every_bed_says_whether_it_can_be_picked_and_if_not_why"],
    ),
    (
        14,
        "a swap takes two discharges and two admissions",
        "tests/tests/scenarios.rs",
        &["a_swap_is_one_action_and_one_undo"],
    ),
    (
        15,
        "closing a bed with somebody in it is accepted silently",
        "tests/tests/scenarios.rs",
        &["a_bed_is_closed_for_a_reason_names_who_must_move_first_and_takes_nobody"],
    ),
    (
        16,
        "a discharge demands what nobody knows",
        "tests/tests/scenarios.rs",
        &["a_discharge_needs_no_reason_and_what_is_missing_is_listed"],
    ),
    (
        17,
        "a message shows a raw id",
        "ui/tests/words.test.ts",
        &["say every refusal and failure, with what would work"],
    ),
    (
        18,
        "everybody's name stands on the board",
        "tests/tests/scenarios.rs",
        &["an_identity_is_shown_for_a_reason_and_the_journal_says_so"],
    ),
    (
        19,
        "a baby is not counted, or blocks a bed",
        "tests/tests/scenarios.rs",
        &[
            "a_mother_with_an_infant_comes_in_the_night_and_everybody_counts",
            "an_infant_in_a_cot_counts_and_an_adult_gets_none",
        ],
    ),
    (
        20,
        "nothing acts on who must be kept apart",
        "tests/tests/settings.rs",
        &["two_who_are_kept_apart_never_share_a_room"],
    ),
];

#[test]
fn every_trap_has_its_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the repository");
    for (number, what, file, tests) in TRAPS {
        let text = fs::read_to_string(root.join(file))
            .unwrap_or_else(|error| panic!("{number}: {file}: {error}"));
        for test in tests {
            let kept =
                text.contains(&format!("fn {test}(")) || text.contains(&format!("it('{test}'"));
            assert!(kept, "trap {number}, {what}: {test} is not in {file}");
        }
    }
    let numbers: Vec<u8> = TRAPS.iter().map(|(number, ..)| *number).collect();
    assert!((1..=20).all(|number| numbers.contains(&number)));
}
