//! Starts programs in their windows and watches them.
//!
//! `window compare VATRA EMPTY TIMES` starts both in turn and says how start and memory compare.
//! `window look PICTURE COMMAND...` starts one, leaves a picture of what it shows, and ends it.

#![allow(clippy::expect_used)]

use std::path::Path;
use std::process::{Command, ExitCode};

use tempfile::TempDir;
use vatra_tests::shown::Shown;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["compare", vatra, empty, times] => compare(vatra, empty, times.parse().expect("a number")),
        ["look", picture, program, rest @ ..] => {
            let Some(shown) = Shown::start(Command::new(program).args(rest)) else {
                eprintln!("window: no window was painted");
                return ExitCode::FAILURE;
            };
            std::thread::sleep(std::time::Duration::from_millis(500));
            shown.picture(Path::new(picture));
            println!("window: painted after {} ms", shown.after.as_millis());
            shown.end();
        }
        _ => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}

/// Each in turn, so that whatever else the machine does falls on both.
fn compare(vatra: &str, empty: &str, times: usize) {
    let (mut ours, mut least) = (Vec::new(), Vec::new());
    for round in 0..=times {
        for (program, seen) in [(vatra, &mut ours), (empty, &mut least)] {
            let home = TempDir::new().expect("a folder");
            let mut command = Command::new(program);
            command
                .env("VATRA_HOME", home.path())
                .env("XDG_DATA_HOME", home.path());
            if program == empty {
                command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
            }
            let shown = Shown::start(&mut command).expect("a window");
            std::thread::sleep(std::time::Duration::from_millis(800));
            // The first round only brings both from the disk.
            if round > 0 {
                seen.push((
                    shown.after.as_secs_f64() * 1e3,
                    shown.memory() as f64 / 1024.0,
                ));
            }
            shown.end();
        }
    }
    let row = |what: &str, unit: &str, of: fn(&(f64, f64)) -> f64| {
        let (ours, least) = (median(ours.iter().map(of)), median(least.iter().map(of)));
        println!(
            "| {what} | {ours:.0} {unit} | {least:.0} {unit} | {:.2} |",
            ours / least
        );
    };
    row(
        "start to a painted first screen, against an empty window",
        "ms",
        |seen| seen.0,
    );
    row(
        "memory of the own process, against an empty window",
        "MiB",
        |seen| seen.1,
    );
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
