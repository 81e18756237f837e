//! What a program does with files: each task is prepared, done, and looked at afterwards, whatever became of it.

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vatra::answers::{Stage, Status};
use vatra_store::{Beside, Chain, Keys, Known, backups};

use super::tree::contents;
use super::{ROUND, acknowledged, ask, head_of, next_desk, sample, scratch, whole};
use crate::{Desk, PASSPHRASE, copy};

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
    /// Keeping what is half typed.
    KeepDraft,
}

impl Task {
    /// All tasks.
    pub const ALL: [Self; 8] = [
        Self::Live,
        Self::BackUp,
        Self::Restore,
        Self::Migrate,
        Self::Rekey,
        Self::Found,
        Self::Employ,
        Self::KeepDraft,
    ];

    /// Whether what was written is read back before it counts, so that a disk that lies at once is found out.
    pub(super) fn reads_back(self) -> bool {
        self != Self::Live
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::BackUp => "back_up",
            Self::Restore => "restore",
            Self::Migrate => "migrate",
            Self::Rekey => "rekey",
            Self::Found => "found",
            Self::Employ => "employ",
            Self::KeepDraft => "keep_draft",
        }
    }
}

/// A folder in which a task can be done.
pub(super) struct Prepared {
    pub(super) task: Task,
    pub(super) folder: tempfile::TempDir,
    /// What is given to the task besides the folder.
    pub(super) more: Vec<String>,
    head: i64,
    /// What the journal tells before the task, the first first.
    kinds: Vec<String>,
}

impl Prepared {
    pub(super) fn new(task: Task) -> Self {
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
            Task::BackUp | Task::Restore | Task::Rekey | Task::Employ | Task::KeepDraft => {
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
                    let mut known = Known::read(folder.path()).expect("what is known");
                    known.erased.insert(ERASED.into(), 1);
                    known.write(folder.path()).expect("written");
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

    /// Whether a folder keeps the promises: what the program said was done is there whole, and what it said
    /// went wrong is there as it was before or as it was to be, and nothing between.
    pub(super) fn holds(&self, folder: &Path, said: &str) -> Result<(), String> {
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
                let known = Known::read(folder).map_err(|error| error.to_string())?;
                if !known.erased.contains_key(ERASED) {
                    return Err("who was erased is forgotten".to_owned());
                }
                if kinds == restored {
                    self.is_kept(&folder.join("aside-1"))?;
                }
                let before = (!done).then_some(&self.kinds);
                one_of(Some(&kinds), &[Some(&restored), before])
            }
            Task::Found => {
                let desk = next_desk(folder);
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
            Task::KeepDraft => {
                one_of(opened(folder, PASSPHRASE)?.1, &[self.kinds.clone()])?;
                let desk = next_desk(folder);
                let sign_in = json!({ "name": "Ana", "passphrase": PASSPHRASE });
                ask::<Status>(&desk, "unlock", sign_in)?;
                let kept: Value = ask(&desk, "draft", json!({}))?;
                let before = if done { json!(TYPED) } else { Value::Null };
                one_of(&kept["draft"], &[&json!(TYPED), &before])
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
}

fn one_of<T: PartialEq + Debug>(found: T, allowed: &[T]) -> Result<(), String> {
    if allowed.contains(&found) {
        Ok(())
    } else {
        Err(format!("{found:?} is there"))
    }
}

/// Opens a folder with this passphrase, and says where its journal ends and what it tells, the first first.
/// A passphrase that was being tried when the disk failed can't be told from a wrong one, and isn't counted.
fn opened(folder: &Path, passphrase: &str) -> Result<(i64, Vec<String>), String> {
    let desk = next_desk(folder);
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

/// Somebody who was erased before a restore, as only what is kept beside the file tells.
const ERASED: &str = "0197f000-0000-7000-8000-000000000001";

/// What is half typed.
pub const TYPED: &str = "half a family";

/// Who is given an account.
pub const EMPLOYED: &str = "Ion";

/// The passphrase after a new key was given, or with a new account.
pub const NEW: &str = "o alta parola lunga";
