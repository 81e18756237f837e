//! The campaigns of `make faults`, each a few times, and its control, which has to break.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};
use vatra_core::verbs::ActionKind;
use vatra_tests::faults::tasks::Task;
use vatra_tests::faults::{Outcome, bits, clocks, disk, kills, power, requests, sheets, two};
use vatra_tests::life::{ELSEWHERE, KINDS, Life};
use vatra_tests::{Desk, at};

const SEED: u64 = 20090302;

fn holds(outcome: &Outcome, least: usize) {
    assert_eq!(outcome.broken, Vec::<String>::new());
    assert!(outcome.tried >= least, "only {} were tried", outcome.tried);
}

fn breaks(control: &Outcome) {
    assert!(
        !control.broken.is_empty(),
        "the control held: {} tries prove nothing",
        control.tried
    );
}

#[test]
fn a_program_that_is_killed_keeps_every_acknowledged_action_whole() {
    holds(&kills::run(12, SEED, true), 12);
    breaks(&kills::run(4, SEED, false));
}

#[test]
fn a_plug_that_is_pulled_costs_no_acknowledged_action() {
    holds(&power::run(60, SEED, true), 60);
    breaks(&power::run(12, SEED, false));
}

#[test]
fn a_plug_that_is_pulled_in_any_task_with_files_leaves_no_half_of_it() {
    for task in Task::ALL.into_iter().filter(|task| *task != Task::Live) {
        holds(&disk::unplugged(task, 8, SEED, true), 8);
        breaks(&disk::unplugged(task, 6, SEED, false));
    }
}

#[test]
fn a_disk_that_fails_or_is_full_is_said_and_nothing_is_lost() {
    for task in Task::ALL {
        holds(&disk::run(task, 3, SEED, true), 6);
    }
    breaks(&disk::run(Task::Live, 12, SEED, false));
    for task in Task::ALL.into_iter().filter(|task| *task != Task::Live) {
        breaks(&disk::run(task, 4, SEED, false));
    }
}

#[test]
fn flipped_bits_and_pages_put_back_are_never_silent() {
    holds(&bits::run(400, SEED, true), 400);
    breaks(&bits::run(40, SEED, false));
}

#[test]
fn registers_that_no_program_writes_are_answered() {
    holds(&sheets::run(600, SEED, true), 600);
    breaks(&sheets::run(60, SEED, false));
}

#[test]
fn requests_that_no_page_sends_are_answered() {
    holds(&requests::run(400, SEED, true), 250);
    breaks(&requests::run(60, SEED, false));
}

#[test]
fn one_program_has_the_folder_and_the_others_are_told() {
    holds(&two::run(4, SEED, true), 4);
    breaks(&two::run(2, SEED, false));
}

#[test]
fn a_clock_that_jumps_ten_years_loses_nothing() {
    holds(&clocks::run(6, SEED, true), 6);
    breaks(&clocks::run(3, SEED, false));
}

/// Both nights on which the clocks change: the hour that is skipped is refused, the one that comes twice is
/// told apart, and the days have 23 and 25 hours.
#[test]
fn the_nights_on_which_the_clocks_change_are_told_apart() {
    let skipped = vatra_core::time::WallTime {
        local: "2009-03-29T02:30:00".parse().expect("a time"),
        second: false,
    };
    assert_eq!(skipped.instant(), None);
    let twice = |second| vatra_core::time::WallTime {
        local: "2009-10-25T02:30:00".parse().expect("a time"),
        second,
    };
    let (first, second) = (
        twice(false).instant().expect("once"),
        twice(true).instant().expect("twice"),
    );
    assert_eq!(second.0 - first.0, 3_600_000);
    let hours = |from: &str, to: &str| (at(to).0 - at(from).0) / 3_600_000;
    assert_eq!(hours("2009-03-29T00:00", "2009-03-30T00:00"), 23);
    assert_eq!(hours("2009-10-25T00:00", "2009-10-26T00:00"), 25);
}

/// Whatever zone the PC is set to, the same things happen at the same times in Chisinau.
#[test]
fn the_time_zone_of_the_pc_changes_nothing() {
    let zones = [
        "Europe/Chisinau",
        "Pacific/Kiritimati",
        "America/Los_Angeles",
        "Asia/Kathmandu",
    ];
    let seen: BTreeSet<String> = zones
        .into_iter()
        .map(|zone| {
            let folder = tempfile::TempDir::new().expect("a folder");
            let mut probe = Command::new(env!("CARGO_BIN_EXE_probe"));
            let output = probe
                .arg("times")
                .arg(folder.path())
                .env("TZ", zone)
                .output();
            String::from_utf8(output.expect("the probe").stdout).expect("text")
        })
        .collect();
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(
        seen.iter().all(|said| said.contains("2009-03-02T16:1")),
        "{seen:?}"
    );
}

/// Whatever the journal can tell happens at the desk that is killed, unplugged and starved, or is named as what does not.
#[test]
fn everything_that_can_happen_at_a_desk_happens_in_the_campaigns() {
    let desk = Desk::sample();
    let mut life = Life::default();
    let first = 1 + life.act(&desk).expect("an action");
    let mut seen = BTreeSet::new();
    for _ in 0..6 * KINDS.len() {
        life.act(&desk).expect("an action");
    }
    let page: Value = desk.ok("journal", json!({ "before": null, "most": 500 }));
    for entry in page["entries"].as_array().expect("entries") {
        if entry["seq"].as_i64() >= Some(first) {
            seen.insert(entry["action_kind"].as_str().expect("a kind").to_owned());
        }
    }
    let all: BTreeSet<String> = ActionKind::ALL
        .iter()
        .map(|kind| json!(kind).as_str().expect("a word").to_owned())
        .collect();
    let not: BTreeSet<String> = all.difference(&seen).cloned().collect();
    assert_eq!(not, ELSEWHERE.map(str::to_owned).into());
}
