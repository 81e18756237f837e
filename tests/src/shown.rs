//! A program in its window, watched from outside: when something is on the screen, and what memory it takes.

#![allow(clippy::expect_used)]

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::driver::screen;

/// After so long there will be no window any more.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program whose window is painted.
pub struct Shown {
    program: Child,
    /// How long that took from its start.
    pub after: Duration,
}

impl Shown {
    /// Starts a program and waits until its window shows more than one colour.
    pub fn start(command: &mut Command) -> Option<Self> {
        let start = Instant::now();
        // A group of its own, so that whatever it starts ends with it.
        let mut program = command.process_group(0).spawn().expect("a program");
        while start.elapsed() < PATIENCE {
            if painted() {
                let after = start.elapsed();
                return Some(Self { program, after });
            }
            if program.try_wait().expect("a program").is_some() {
                return None;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = program.kill();
        let _ = program.wait();
        None
    }

    /// The memory of the program's own process, in KiB: what is its own and its share of what it shares.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let path = format!("/proc/{}/smaps_rollup", self.program.id());
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        number.unwrap_or(0)
    }

    /// Leaves a picture of the window.
    pub fn picture(&self, path: &Path) {
        screen::picture(path);
    }

    /// Ends the program and waits until its window is gone.
    pub fn end(mut self) {
        let _ = Command::new("kill")
            .args(["--", &format!("-{}", self.program.id())])
            .status();
        let _ = self.program.wait();
        // What was started may only have been on the way to the program that has the window.
        while screen::middle().is_some() {
            screen::close();
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Whether a point differs from the first. Looked for no further than the first that does: a look must take as long
/// for a page with many colours as for one with two.
fn painted() -> bool {
    let points = screen::middle().unwrap_or_default();
    let mut points = points.chunks_exact(4);
    let first = points.next();
    points.any(|point| Some(point) != first)
}
