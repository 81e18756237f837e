//! The long campaigns: `faults NAME NUMBER SEED`, or `faults all SHARE SEED` for all of them, each as often as
//! is asked of it times SHARE per cent. Prints a line of a table each; the control runs after it.

use std::process::ExitCode;
use std::time::Instant;

use vatra_tests::faults::tasks::Task;
use vatra_tests::faults::{
    Outcome, bits, clocks, disk, kills, month, power, requests, sheets, two,
};

/// A campaign, and how often something is tried in a whole one.
const CAMPAIGNS: [(&str, usize); 23] = [
    ("power", 10_000),
    ("power-backup", 1_000),
    ("power-restore", 1_000),
    ("power-migrate", 1_000),
    ("power-rekey", 1_000),
    ("power-found", 1_000),
    ("power-employ", 1_000),
    ("power-draft", 1_000),
    ("bits", 100_000),
    ("requests", 200_000),
    ("sheets", 200_000),
    ("disk-live", 10_000),
    ("disk-backup", 10_000),
    ("disk-restore", 10_000),
    ("disk-migrate", 10_000),
    ("disk-rekey", 10_000),
    ("disk-found", 10_000),
    ("disk-employ", 10_000),
    ("disk-draft", 10_000),
    ("month", 30),
    ("clocks", 500),
    ("two", 500),
    ("kills", 10_000),
];

fn run(name: &str, number: usize, seed: u64, guarded: bool) -> Option<Outcome> {
    let disk = |task| Some(disk::run(task, number, seed, guarded));
    let unplugged = |task| Some(disk::unplugged(task, number, seed, guarded));
    match name {
        "kills" => Some(kills::run(number, seed, guarded)),
        "power" => Some(power::run(number, seed, guarded)),
        "bits" => Some(bits::run(number, seed, guarded)),
        "requests" => Some(requests::run(number, seed, guarded)),
        "sheets" => Some(sheets::run(number, seed, guarded)),
        "month" => Some(month::run(number, seed, guarded)),
        "power-backup" => unplugged(Task::BackUp),
        "power-restore" => unplugged(Task::Restore),
        "power-migrate" => unplugged(Task::Migrate),
        "power-rekey" => unplugged(Task::Rekey),
        "power-found" => unplugged(Task::Found),
        "power-employ" => unplugged(Task::Employ),
        "power-draft" => unplugged(Task::KeepDraft),
        "clocks" => Some(clocks::run(number, seed, guarded)),
        "two" => Some(two::run(number, seed, guarded)),
        "disk-live" => disk(Task::Live),
        "disk-backup" => disk(Task::BackUp),
        "disk-restore" => disk(Task::Restore),
        "disk-migrate" => disk(Task::Migrate),
        "disk-rekey" => disk(Task::Rekey),
        "disk-found" => disk(Task::Found),
        "disk-employ" => disk(Task::Employ),
        "disk-draft" => disk(Task::KeepDraft),
        _ => None,
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<usize>().ok());
    let (Some(name), Some(many), Some(seed)) = (words.first(), number(1), number(2)) else {
        eprintln!("faults NAME NUMBER SEED, or faults all SHARE SEED");
        return ExitCode::FAILURE;
    };
    println!("| campaign | seed | tried | broken | control: tried | control: broken | minutes |");
    println!("|---|---|---|---|---|---|---|");
    let mut sound = true;
    for (campaign, whole) in CAMPAIGNS {
        let tries = match name.as_str() {
            "all" => (whole * many / 100).max(3),
            one if one == campaign => many,
            _ => continue,
        };
        let start = Instant::now();
        let seed = seed as u64;
        let Some(outcome) = run(campaign, tries, seed, true) else {
            continue;
        };
        let control = run(campaign, (tries / 20).clamp(5, 200), seed, false).unwrap_or_default();
        println!(
            "| {campaign} | {seed} | {} | {} | {} | {} | {:.1} |",
            outcome.tried,
            outcome.broken.len(),
            control.tried,
            control.broken.len(),
            start.elapsed().as_secs_f64() / 60.0
        );
        for broken in outcome.broken.iter().take(5) {
            eprintln!("{campaign}: {broken}");
        }
        sound &= outcome.broken.is_empty() && !control.broken.is_empty();
    }
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
