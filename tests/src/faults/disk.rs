//! A full disk and a disk that fails, at every single call with which the program writes, in every kind of
//! action and in every task with files: a clear answer, nothing acknowledged is lost, and what was there
//! before is there still.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vatra::answers::Status;
use vatra_store::Chain;

use super::{
    Dice, Outcome, acknowledged, ask, head, head_of, program, sample, scratch, shim, whole,
};
use crate::{Desk, PASSPHRASE, copy};

/// The calls of Linux for a failing disk, and for a full one.
const ERRORS: [(&str, &str); 2] = [("5", "failing"), ("28", "full")];

/// What a program is doing while its disk fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Actions of every kind.
    Live,
    /// A backup.
    BackUp,
    /// A restore from a backup.
    Restore,
    /// Opening a file of the first schema.
    Migrate,
    /// Giving a member of staff a new key, with the recovery paper.
    Rekey,
}

impl Task {
    /// All tasks.
    pub const ALL: [Self; 5] = [
        Self::Live,
        Self::BackUp,
        Self::Restore,
        Self::Migrate,
        Self::Rekey,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::BackUp => "back_up",
            Self::Restore => "restore",
            Self::Migrate => "migrate",
            Self::Rekey => "rekey",
        }
    }
}

/// Lets calls fail: every one, or as many of each task as `most` says. The control is a disk that says it
/// has done what it hasn't.
#[must_use]
pub fn run(task: Task, most: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let prepared = Prepared::new(task);
    let calls = prepared.calls();
    for (code, kind) in ERRORS {
        let mut which: Vec<usize> = (1..=calls).collect();
        while which.len() > most {
            which.swap_remove(dice.below(which.len()));
        }
        for call in which {
            // Once, or from then on for good.
            let long = dice.below(2) == 0;
            let result = prepared.with_failing(call, code, long, guarded);
            outcome.try_one(
                || format!("{task:?}, {kind} at call {call} of {calls}"),
                result,
            );
        }
    }
    outcome
}

/// A folder in which a task can be done.
struct Prepared {
    task: Task,
    folder: tempfile::TempDir,
    /// What is given to the task besides the folder.
    more: Vec<String>,
    head: i64,
}

impl Prepared {
    fn new(task: Task) -> Self {
        match task {
            Task::Live => {
                let folder = sample();
                let head = head_of(folder.path());
                Self {
                    task,
                    folder,
                    more: vec!["0".into(), "24".into()],
                    head,
                }
            }
            Task::Migrate => {
                let folder = scratch();
                let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/0001");
                copy(&fixture, folder.path());
                let shown: Value = serde_json::from_slice(
                    &fs::read(fixture.join("expected.json")).expect("what was shown"),
                )
                .expect("what was shown");
                let head = shown["journal"][0][0].as_i64().expect("a number");
                let passphrase = shown["passphrase"].as_str().expect("a passphrase");
                Self {
                    task,
                    folder,
                    more: vec![passphrase.into()],
                    head,
                }
            }
            Task::BackUp | Task::Restore | Task::Rekey => {
                let folder = scratch();
                let desk = Desk::at(folder.path());
                let recovery = desk.make_centre().secret;
                let arrives = |bed: &str| {
                    let woman = crate::member("head", "female", 30, desk.bed(bed));
                    desk.ok::<Value>("check_in", crate::party(vec![woman]));
                };
                arrives("1-1");
                if task == Task::Restore {
                    desk.ok::<Value>("back_up", json!({}));
                    arrives("1-2");
                }
                let head = head(&desk).expect("a number");
                drop(desk);
                Self {
                    task,
                    folder,
                    more: vec![recovery],
                    head,
                }
            }
        }
    }

    /// Runs the task on a copy, with something in the environment.
    fn run(&self, with: &[(&str, &str)]) -> (tempfile::TempDir, String) {
        let folder = scratch();
        copy(self.folder.path(), folder.path());
        let mut work = program("probe");
        work.arg(self.task.word())
            .arg(folder.path())
            .args(&self.more);
        work.env("LD_PRELOAD", shim())
            .env("SHIM_UNDER", folder.path());
        // What is only looked at lies in the folder too, so that it fails as well.
        work.env("TMPDIR", folder.path());
        work.envs(with.iter().copied());
        let output = work.output().expect("the probe");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() || !with.is_empty(), "{said}");
        (folder, said)
    }

    /// How many calls there are that can fail.
    fn calls(&self) -> usize {
        let log = scratch();
        let path = log.path().join("log");
        self.run(&[("SHIM_LOG", path.to_str().expect("a path"))]);
        let bytes = fs::read(path).expect("what was noted");
        let (mut at, mut calls) = (0, 0);
        while at + 40 <= bytes.len() {
            let number = |place: usize| {
                let eight = bytes[at + place..at + place + 8]
                    .try_into()
                    .expect("eight bytes");
                i64::from_ne_bytes(eight)
            };
            calls += usize::from(number(0) != i64::from(b'A'));
            at += 40 + usize::try_from(number(8) + number(16) + number(32)).expect("a length");
        }
        calls
    }

    fn with_failing(
        &self,
        call: usize,
        code: &str,
        long: bool,
        guarded: bool,
    ) -> Result<(), String> {
        let number = call.to_string();
        let mut with = vec![
            ("SHIM_FAIL", number.as_str()),
            ("SHIM_FOR", if long { "1000000" } else { "1" }),
            ("SHIM_ERRNO", code),
        ];
        if !guarded {
            with.push(("SHIM_LIE", "1"));
        }
        let (folder, said) = self.run(&with);
        if said.is_empty() {
            return Err("it said nothing".to_owned());
        }
        if said.contains("panicked") {
            return Err(said);
        }
        let last = said
            .lines()
            .filter_map(acknowledged)
            .last()
            .unwrap_or(self.head);
        match self.task {
            Task::Live => whole(folder.path(), last).map(drop),
            Task::Migrate => self.opens(folder.path(), self.more[0].as_str(), &[self.head]),
            // As it was, or as the backup was (the note of its making came after it), with or without the
            // note that it was put back.
            Task::Restore => {
                let heads = [self.head - 2, self.head - 1, self.head];
                self.opens(folder.path(), PASSPHRASE, &heads)
            }
            Task::BackUp => self.opens(folder.path(), PASSPHRASE, &[self.head]),
            Task::Rekey => {
                let new = self.opens(folder.path(), NEW, &[self.head, self.head + 1]);
                new.or_else(|_| self.opens(folder.path(), PASSPHRASE, &[self.head, self.head + 1]))
            }
        }
    }

    /// Whether it opens with this passphrase, whole, at one of these actions.
    fn opens(&self, folder: &Path, passphrase: &str, heads: &[i64]) -> Result<(), String> {
        let desk = Desk::at(folder);
        desk.run_minutes(20);
        let sign_in = json!({ "name": "Ana", "passphrase": passphrase });
        ask::<Status>(&desk, "unlock", sign_in)?;
        let head = head(&desk)?;
        if !heads.contains(&head) {
            return Err(format!("{head} is there"));
        }
        match desk.session.verify() {
            Ok(Chain::Holds) => Ok(()),
            other => Err(format!("the chain: {other:?}")),
        }
    }
}

/// The passphrase after a new key was given.
pub const NEW: &str = "o alta parola lunga";
