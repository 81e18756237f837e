//! Campaigns: what can go wrong with a disk, a plug and a program, thousands of times, through the way the
//! program really writes. Each promises the same: no acknowledged action is lost, none is half done, and it
//! always opens, or says in words why not. Each has a control, with the guard taken away, that breaks.

#![allow(clippy::expect_used)]

pub mod bits;
pub mod clocks;
pub mod disk;
pub mod kills;
pub mod month;
pub mod power;
pub mod requests;
pub mod sheets;
pub mod tasks;
mod tree;
pub mod two;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use vatra::answers::Status;
use vatra::problem::Failure;
use vatra_store::Chain;

use crate::Desk;

/// Actions in which something of every kind happens, as not everything is possible at once.
pub(crate) const ROUND: usize = 2 * crate::life::KINDS.len();

/// What came of a campaign.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How often something was tried.
    pub tried: usize,
    /// Each time a promise was broken, in words.
    pub broken: Vec<String>,
}

impl Outcome {
    fn try_one(&mut self, what: impl FnOnce() -> String, result: Result<(), String>) {
        self.tried += 1;
        if let Err(error) = result {
            self.broken.push(format!("{}: {error}", what()));
        }
    }
}

/// Numbers that look random and are the same for the same seed.
pub struct Dice(u64);

impl Dice {
    /// Dice with a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % below.max(1) as u64).unwrap_or(0)
    }
}

/// A program of the tests, beside the one that runs.
fn program(name: &str) -> Command {
    let own = std::env::current_exe().expect("a program");
    let beside = |folder: &Path| folder.join(name);
    let folder = own.parent().expect("a folder");
    let path = Some(beside(folder)).filter(|path| path.exists());
    let mut command =
        Command::new(path.unwrap_or_else(|| beside(folder.parent().expect("a folder"))));
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// The shim that stands between a program and the disk, built where it is needed.
fn shim() -> PathBuf {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    BUILT
        .get_or_init(|| {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/faults/shim.c");
            let library =
                std::env::temp_dir().join(format!("vatra-shim-{}.so", std::process::id()));
            let built = Command::new("cc")
                .args(["-shared", "-fPIC", "-O1", "-o"])
                .arg(&library)
                .arg(source)
                .args(["-ldl", "-lpthread"])
                .status();
            assert!(built.expect("a C compiler").success(), "the shim is built");
            library
        })
        .clone()
}

/// Where copies lie: in memory, where there is such a place.
#[must_use]
pub fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    folder.expect("a folder")
}

/// The sample centre in a folder of its own, closed.
fn sample() -> tempfile::TempDir {
    let folder = scratch();
    let desk = Desk::sample();
    desk.ok::<Value>("leave_sample", json!({}));
    crate::copy(&desk.folder().join("sample"), &folder.path().join("sample"));
    folder
}

/// The last action of a sample centre.
fn head(desk: &Desk) -> Result<i64, String> {
    let page: Value = ask(desk, "journal", json!({ "before": null, "most": 1 }))?;
    page["entries"][0]["seq"]
        .as_i64()
        .ok_or_else(|| "no number".to_owned())
}

/// A desk on a folder that another was on until now. A process that is started in that moment holds whatever was open
/// until it has begun, and with it the folder: that is waited for, as the page does.
fn next_desk(folder: &Path) -> Desk {
    let desk = Desk::at(folder);
    let is_held = || {
        let status = ask::<Status>(&desk, "status", json!({}));
        status.is_ok_and(|status| status.trouble == Some(Failure::OpenElsewhere))
    };
    for _ in 0..400 {
        if !is_held() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    desk
}

/// The last action of a closed sample centre.
fn head_of(folder: &Path) -> i64 {
    let desk = next_desk(folder);
    desk.ok::<Status>("open_sample", json!({}));
    head(&desk).expect("a number")
}

fn ask<T: serde::de::DeserializeOwned>(
    desk: &Desk,
    name: &str,
    request: Value,
) -> Result<T, String> {
    desk.ask(name, request)
        .map_err(|problem| format!("{name}: {problem:?}"))
}

/// Whether a sample centre opens, is whole, and holds at least what was acknowledged and at most one
/// action more.
fn whole(folder: &Path, acknowledged: i64) -> Result<i64, String> {
    let desk = next_desk(folder);
    // A passphrase that was being tried when the power went counts as tried: the next waits a second.
    desk.run_minutes(20);
    ask::<Status>(&desk, "open_sample", json!({}))?;
    let head = head(&desk)?;
    if head < acknowledged {
        return Err(format!(
            "{acknowledged} was acknowledged, and {head} is there"
        ));
    }
    if head > acknowledged + 1 {
        return Err(format!(
            "{acknowledged} was acknowledged, and {head} is there: half of something"
        ));
    }
    match desk.session.verify() {
        Ok(Chain::Holds) => {}
        other => return Err(format!("the chain: {other:?}")),
    }
    let board: Value = ask(&desk, "board", json!({}))?;
    let rooms = board["rooms"].as_array().into_iter().flatten();
    let beds = rooms.flat_map(|room| room["beds"].as_array().into_iter().flatten());
    let in_beds: usize = beds
        .map(|bed| bed["people"].as_array().map_or(0, Vec::len))
        .sum();
    if board["taken"] != json!(in_beds) {
        return Err("somebody is half here".to_owned());
    }
    Ok(head)
}

/// The number of an action in a line that the program said.
fn acknowledged(line: &str) -> Option<i64> {
    serde_json::from_str::<Value>(line).ok()?["action"].as_i64()
}
