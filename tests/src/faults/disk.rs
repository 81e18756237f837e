//! A full disk and a disk that fails, at every single call with which the program writes or reads bytes, in every kind of
//! action and in every task with files: a clear answer, nothing acknowledged is lost, and what was there
//! before is there still.

use std::fs;
use std::path::{Path, PathBuf};

use super::power::{deeds, disk_at, moment};
use super::tasks::{Prepared, Task};
use super::tree::{contents, lay_out};
use super::{Dice, Outcome, program, scratch, shim};
use crate::copy;

/// What goes wrong, in words; at which calls, as the shim names them; and what Linux says then.
const FAULTS: [(&str, &str, &str); 3] = [
    ("failing", WRITING, "5"),
    ("full", WRITING, "28"),
    ("not readable", READING, "5"),
];
const WRITING: &str = "SHIM_FAIL";
const READING: &str = "SHIM_FAIL_READ";

/// Lets calls fail: every one, or as many of each task as `most` says. The control is a disk that says it
/// has done what it hasn't; where that is read back before it counts, one that forgets it afterwards.
#[must_use]
pub fn run(task: Task, most: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let prepared = Prepared::new(task);
    if !guarded && task.reads_back() {
        let done = prepared.noted();
        for _ in 0..2 * most {
            let all = deeds(&done.log).len();
            let result = prepared.unplugged(&done, all, false, &mut dice);
            outcome.try_one(|| format!("{task:?}, forgotten afterwards"), result);
        }
        return outcome;
    }
    if task == Task::BackUp {
        prepared.with_lies(most, &mut dice, &mut outcome);
    }
    let noted = prepared.noted();
    for fault in FAULTS {
        let (kind, at, _) = fault;
        // A disk lies about what it wrote; what is read is read.
        if !guarded && at == READING {
            continue;
        }
        let calls = noted.calls(at);
        for call in some_of(calls, most, &mut dice) {
            // Once, or from then on for good.
            let long = dice.below(2) == 0;
            let result = prepared.with_failing("", call, fault, long, guarded);
            outcome.try_one(
                || format!("{task:?}, {kind} at call {call} of {calls}"),
                result,
            );
        }
    }
    if guarded {
        prepared.without_what_is_known(&mut outcome);
    }
    outcome
}

/// As many calls as `most` says.
fn some_of(calls: usize, most: usize, dice: &mut Dice) -> Vec<usize> {
    let mut which: Vec<usize> = (1..=calls).collect();
    while which.len() > most {
        which.swap_remove(dice.below(which.len()));
    }
    which
}

/// Pulls the plug so many times while a task is done: after any of what it did with the disk, what was made safe is there,
/// and of the rest any part. The control is a disk that makes nothing safe.
#[must_use]
pub fn unplugged(task: Task, images: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let prepared = Prepared::new(task);
    let done = prepared.noted();
    let deeds = deeds(&done.log);
    let all = deeds.len();
    for _ in 0..images {
        // Often after the last: what was said to be done is there.
        let ended = !guarded || dice.below(4) == 0;
        let moment = if ended {
            all
        } else {
            moment(&deeds, &mut dice)
        };
        let result = prepared.unplugged(&done, moment, guarded, &mut dice);
        outcome.try_one(
            || format!("{task:?}, after {moment} of {all} deeds"),
            result,
        );
    }
    outcome
}

impl Prepared {
    /// A stick that says it has written what it hasn't is found out before a backup on it counts.
    fn with_lies(&self, most: usize, dice: &mut Dice, outcome: &mut Outcome) {
        let calls = self.noted_under("backups").calls(WRITING);
        // Few of them write into a file.
        for call in some_of(calls, 4 * most, dice) {
            let number = call.to_string();
            let with = [(WRITING, number.as_str()), ("SHIM_LIE", "data")];
            let (folder, said) = self.run("backups", &with);
            outcome.try_one(
                || format!("{:?}, lying at call {call} of {calls}", self.task),
                self.holds(folder.path(), &said),
            );
        }
    }

    /// What is kept beside the file is read seldom: each time of these it fails, once and for good. A program that
    /// took it for nothing would write it anew, and forget how far the journal went and who was erased.
    fn without_what_is_known(&self, outcome: &mut Outcome) {
        let known = "head.json";
        let unreadable = FAULTS[2];
        let calls = self.noted_under(known).calls(READING);
        for (call, long) in (1..=calls).flat_map(|call| [(call, false), (call, true)]) {
            let result = self.with_failing(known, call, unreadable, long, true);
            outcome.try_one(
                || {
                    format!(
                        "{:?}, {known} not readable at call {call} of {calls}",
                        self.task
                    )
                },
                result,
            );
        }
    }

    /// Runs the task on a copy, with something in the environment, and looks at what lies under a part of it.
    fn run(&self, under: &str, with: &[(&str, &str)]) -> (tempfile::TempDir, String) {
        let folder = scratch();
        copy(self.folder.path(), folder.path());
        let mut work = program("probe");
        work.arg(self.task.word())
            .arg(folder.path())
            .args(&self.more);
        work.env("LD_PRELOAD", shim()).env(
            "SHIM_UNDER",
            folder
                .path()
                .components()
                .chain(Path::new(under).components())
                .collect::<PathBuf>(),
        );
        work.envs(with.iter().copied());
        let output = work.output().expect("the probe");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() || !with.is_empty(), "{said}");
        (folder, said)
    }

    /// Runs the task to its end on a disk that does as it says, and notes what it does with it.
    fn noted(&self) -> Noted {
        self.noted_under("")
    }

    fn noted_under(&self, under: &str) -> Noted {
        let notes = scratch();
        let path = notes.path().join("log");
        let (folder, said) = self.run(under, &[("SHIM_LOG", path.to_str().expect("a path"))]);
        Noted {
            log: fs::read(path).expect("what was noted"),
            folder: folder.path().to_owned(),
            said,
        }
    }

    /// A disk as it may look when the power fails after so many deeds, the last of which says that all is done.
    fn unplugged(
        &self,
        done: &Noted,
        moment: usize,
        guarded: bool,
        dice: &mut Dice,
    ) -> Result<(), String> {
        let before = contents(self.folder.path());
        let deeds = deeds(&done.log);
        let image = scratch();
        let disk = disk_at(&before, &done.folder, &deeds[..moment], guarded, dice);
        lay_out(disk, image.path());
        let all = moment == deeds.len();
        self.holds(image.path(), if all { &done.said } else { "" })
    }

    fn with_failing(
        &self,
        under: &str,
        call: usize,
        (_, at, code): (&str, &str, &str),
        long: bool,
        guarded: bool,
    ) -> Result<(), String> {
        let number = call.to_string();
        let mut with = vec![
            (at, number.as_str()),
            ("SHIM_FOR", if long { "1000000" } else { "1" }),
            ("SHIM_ERRNO", code),
        ];
        if !guarded {
            with.push(("SHIM_LIE", "1"));
        }
        let (folder, said) = self.run(under, &with);
        if said.is_empty() {
            return Err("it said nothing".to_owned());
        }
        if said.contains("panicked") {
            return Err(said);
        }
        if said.contains("stale") {
            return Err("the board is not what the file says".to_owned());
        }
        self.holds(folder.path(), &said)
    }
}

/// What a program did with the disk, and said.
struct Noted {
    log: Vec<u8>,
    folder: PathBuf,
    said: String,
}

impl Noted {
    /// How many calls there are that can fail, of those that write or of those that read.
    fn calls(&self, which: &str) -> usize {
        let bytes = &self.log;
        let (mut at, mut calls) = (0, 0);
        while at + 40 <= bytes.len() {
            let number = |place: usize| {
                let eight = bytes[at + place..at + place + 8]
                    .try_into()
                    .expect("eight bytes");
                i64::from_ne_bytes(eight)
            };
            let (said, got) = (i64::from(b'A'), i64::from(b'G'));
            calls += usize::from(match number(0) {
                kind if kind == said => false,
                kind => (kind == got) == (which == READING),
            });
            at += 40 + usize::try_from(number(8) + number(16) + number(32)).expect("a length");
        }
        calls
    }
}
