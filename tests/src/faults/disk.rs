//! A full disk and a disk that fails, at every single call with which the program writes or reads bytes, in every kind of
//! action and in every task with files: a clear answer, nothing acknowledged is lost, and what was there
//! before is there still.

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vatra::answers::{Stage, Status};
use vatra_store::{Chain, Keys, backups};

use super::power::{deeds, disk_at};
use super::tree::{contents, lay_out};
use super::{
    Dice, Outcome, ROUND, acknowledged, ask, head_of, program, sample, scratch, shim, whole,
};
use crate::{Desk, PASSPHRASE, copy};

/// What goes wrong, in words; at which calls, as the shim names them; and what Linux says then.
const FAULTS: [(&str, &str, &str); 3] = [
    ("failing", WRITING, "5"),
    ("full", WRITING, "28"),
    ("not readable", READING, "5"),
];
const WRITING: &str = "SHIM_FAIL";
const READING: &str = "SHIM_FAIL_READ";

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
    /// Making a centre.
    Found,
    /// Giving somebody an account.
    Employ,
}

impl Task {
    /// All tasks.
    pub const ALL: [Self; 7] = [
        Self::Live,
        Self::BackUp,
        Self::Restore,
        Self::Migrate,
        Self::Rekey,
        Self::Found,
        Self::Employ,
    ];

    /// Whether what was written is read back before it counts, so that a disk that lies at once is found out.
    fn reads_back(self) -> bool {
        self != Self::Live
    }

    fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::BackUp => "back_up",
            Self::Restore => "restore",
            Self::Migrate => "migrate",
            Self::Rekey => "rekey",
            Self::Found => "found",
            Self::Employ => "employ",
        }
    }
}

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
    let noted = prepared.noted();
    for fault in FAULTS {
        let (kind, at, _) = fault;
        // A disk lies about what it wrote; what is read is read.
        if !guarded && at == READING {
            continue;
        }
        let calls = noted.calls(at);
        let mut which: Vec<usize> = (1..=calls).collect();
        while which.len() > most {
            which.swap_remove(dice.below(which.len()));
        }
        for call in which {
            // Once, or from then on for good.
            let long = dice.below(2) == 0;
            let result = prepared.with_failing(call, fault, long, guarded);
            outcome.try_one(
                || format!("{task:?}, {kind} at call {call} of {calls}"),
                result,
            );
        }
    }
    outcome
}

/// Pulls the plug so many times while a task is done: after any of what it did with the disk, what was made safe is there,
/// and of the rest any part. The control is a disk that makes nothing safe.
#[must_use]
pub fn unplugged(task: Task, images: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let prepared = Prepared::new(task);
    let done = prepared.noted();
    let all = deeds(&done.log).len();
    for _ in 0..images {
        // Often after the last: what was said to be done is there.
        let ended = !guarded || dice.below(4) == 0;
        let moment = if ended { all } else { 1 + dice.below(all) };
        let result = prepared.unplugged(&done, moment, guarded, &mut dice);
        outcome.try_one(
            || format!("{task:?}, after {moment} of {all} deeds"),
            result,
        );
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
    /// What the journal tells before the task, the first first.
    kinds: Vec<String>,
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
                    more: vec!["0".into(), ROUND.to_string()],
                    head,
                    kinds: vec![],
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
                    kinds: vec![],
                }
            }
            Task::Found => Self {
                task,
                folder: scratch(),
                more: vec![],
                head: 0,
                kinds: vec![],
            },
            Task::BackUp | Task::Restore | Task::Rekey | Task::Employ => {
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
                let (head, kinds) = journal(&desk).expect("a journal");
                drop(desk);
                Self {
                    task,
                    folder,
                    more: vec![recovery],
                    head,
                    kinds,
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
        work.envs(with.iter().copied());
        let output = work.output().expect("the probe");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() || !with.is_empty(), "{said}");
        (folder, said)
    }

    /// Runs the task to its end on a disk that does as it says, and notes what it does with it.
    fn noted(&self) -> Noted {
        let notes = scratch();
        let path = notes.path().join("log");
        let (folder, said) = self.run(&[("SHIM_LOG", path.to_str().expect("a path"))]);
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

    /// Whether a folder holds the file and the keys as they were before the task.
    fn is_kept(&self, folder: &Path) -> Result<(), String> {
        let mut before = contents(self.folder.path());
        before.retain(|path, _| path.starts_with("vatra.db") || path.starts_with("keys"));
        let kept = |(path, content): (&PathBuf, &Option<Vec<u8>>)| match content {
            Some(content) => fs::read(folder.join(path)).is_ok_and(|kept| kept == *content),
            None => folder.join(path).is_dir(),
        };
        if before.iter().all(kept) {
            Ok(())
        } else {
            Err("what was replaced is not kept".to_owned())
        }
    }

    fn with_failing(
        &self,
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
        let (folder, said) = self.run(&with);
        if said.is_empty() {
            return Err("it said nothing".to_owned());
        }
        if said.contains("panicked") {
            return Err(said);
        }
        self.holds(folder.path(), &said)
    }

    /// Whether a folder keeps the promises: what the program said was done is there whole, and what it said
    /// went wrong is there as it was before or as it was to be, and nothing between.
    fn holds(&self, folder: &Path, said: &str) -> Result<(), String> {
        let done = said.contains(r#""done":true"#);
        let then = |more: &str| [self.kinds.as_slice(), &[more.to_owned()]].concat();
        match self.task {
            Task::Live => {
                let said: Vec<i64> = said.lines().filter_map(acknowledged).collect();
                // Of two actions with one number the first is lost.
                if let Some(pair) = said.windows(2).find(|pair| pair[0] >= pair[1]) {
                    return Err(format!("{} was acknowledged after {}", pair[1], pair[0]));
                }
                whole(folder, said.last().copied().unwrap_or(self.head)).map(drop)
            }
            Task::Migrate => {
                let passphrase = self.more[0].as_str();
                let (head, _) = opened(folder, passphrase)?;
                // Whichever run brought it to the newest schema, the file as it was is kept.
                if whole_backups(folder, passphrase)? == 0 {
                    return Err("there is no backup of the older file".to_owned());
                }
                one_of(head, &[self.head])
            }
            Task::BackUp => {
                let (_, kinds) = opened(folder, PASSPHRASE)?;
                let made = whole_backups(folder, PASSPHRASE)?;
                // The note may be there before what failed after it.
                let noted = then("back_up");
                if made == 0 && (done || kinds == noted) {
                    return Err("the backup is not there".to_owned());
                }
                let before = (!done).then_some(&self.kinds);
                one_of(Some(&kinds), &[Some(&noted), before])
            }
            // The backup was made before the note of its making and the second woman.
            Task::Restore => {
                let (_, kinds) = opened(folder, PASSPHRASE)?;
                let restored = ["found", "check_in", "restore"].map(str::to_owned).to_vec();
                if kinds == restored {
                    self.is_kept(&folder.join("aside-1"))?;
                }
                let before = (!done).then_some(&self.kinds);
                one_of(Some(&kinds), &[Some(&restored), before])
            }
            Task::Found => {
                let desk = Desk::at(folder);
                let status: Status = ask(&desk, "status", json!({}))?;
                if status.stage == Stage::Empty && !done {
                    // What is left of the one that failed is in nobody's way.
                    desk.make_centre();
                }
                drop(desk);
                one_of(opened(folder, PASSPHRASE)?.1, &[then("found")])
            }
            Task::Employ => {
                let (_, kinds) = opened(folder, PASSPHRASE)?;
                let employed = then("employ");
                if kinds == employed {
                    let keys = Keys::at(&folder.join("keys"));
                    let key = keys.open(EMPLOYED, NEW);
                    key.map_err(|error| format!("an account that opens nothing: {error}"))?;
                }
                let before = (!done).then_some(&self.kinds);
                one_of(Some(&kinds), &[Some(&employed), before])
            }
            Task::Rekey => match opened(folder, NEW) {
                Ok((_, kinds)) => one_of(kinds, &[then("renew_key")]),
                Err(error) if done => Err(error),
                Err(_) => one_of(
                    opened(folder, PASSPHRASE)?.1,
                    std::slice::from_ref(&self.kinds),
                ),
            },
        }
    }
}

fn one_of<T: PartialEq + Debug>(found: T, allowed: &[T]) -> Result<(), String> {
    if allowed.contains(&found) {
        Ok(())
    } else {
        Err(format!("{found:?} is there"))
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

/// Opens a folder with this passphrase, and says where its journal ends and what it tells, the first first.
/// A passphrase that was being tried when the disk failed can't be told from a wrong one, and isn't counted.
fn opened(folder: &Path, passphrase: &str) -> Result<(i64, Vec<String>), String> {
    let desk = Desk::at(folder);
    desk.run_minutes(20);
    let sign_in = json!({ "name": "Ana", "passphrase": passphrase });
    ask::<Status>(&desk, "unlock", sign_in)?;
    match desk.session.verify() {
        Ok(Chain::Holds) => {}
        other => return Err(format!("the chain: {other:?}")),
    }
    let state: Value = ask(&desk, "backup_state", json!({}))?;
    if !state["behind"].is_null() {
        return Err("a file that is the newest passes for an older one".to_owned());
    }
    let left = ["former", "restore", "restore.new", "copies"];
    if let Some(left) = left.iter().find(|left| folder.join(left).exists()) {
        return Err(format!("{left} was left"));
    }
    let (head, kinds) = journal(&desk)?;
    let told = kinds.iter().filter(|kind| *kind == "failed_unlock").count();
    let kinds = kinds.into_iter().filter(|kind| kind != "failed_unlock");
    Ok((head - told as i64, kinds.collect()))
}

/// How many backups a folder has, each of them whole.
fn whole_backups(folder: &Path, passphrase: &str) -> Result<usize, String> {
    let keys = Keys::at(&folder.join("keys"));
    let key = keys.open("Ana", passphrase);
    let key = key.map_err(|error| error.to_string())?;
    let all = backups(&folder.join("backups"));
    if all.iter().any(|backup| backup.check(&key, folder).is_err()) {
        return Err("half a backup counts".to_owned());
    }
    Ok(all.len())
}

fn journal(desk: &Desk) -> Result<(i64, Vec<String>), String> {
    let page: Value = ask(desk, "journal", json!({ "before": null, "most": 40 }))?;
    let entries = page["entries"].as_array().cloned().unwrap_or_default();
    let kinds = entries.iter().rev().map(|entry| &entry["action_kind"]);
    let kinds = kinds.map(|kind| kind.as_str().unwrap_or_default().to_owned());
    Ok((entries[0]["seq"].as_i64().unwrap_or(0), kinds.collect()))
}

/// Who is given an account.
pub const EMPLOYED: &str = "Ion";

/// The passphrase after a new key was given, or with a new account.
pub const NEW: &str = "o alta parola lunga";
