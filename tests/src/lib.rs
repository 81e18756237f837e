//! What the scenarios share: sessions on real encrypted files, and asking them through the one list of
//! commands, as the page does.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use chrono::NaiveDateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Hit, Recovery};
use vatra::commands;
use vatra::problem::{Failure, Problem};
use vatra::session::Session;
use vatra_core::refusal::Refusal;
use vatra_core::time::{Instant, WallTime};
use vatra_core::view::Board;

pub mod decades;
pub mod driver;
pub mod faults;
pub mod histories;
pub mod hostile;
pub mod life;
pub mod pdf;
pub mod pictures;
pub mod random;
pub mod raw;
pub mod shown;
pub mod tour;
pub mod words;

/// What the manager of a centre made in a test signs in with.
pub const PASSPHRASE: &str = "corect cal baterie agrafă";

/// The answer to a command, or why there is none.
pub type Answer<T> = Result<T, Problem>;

/// A session on a folder of its own, with a clock that stands still until it is moved.
pub struct Desk {
    /// The session, for what is not asked through commands.
    pub session: Session,
    clock: Arc<AtomicI64>,
    uptime: Arc<AtomicI64>,
    folder: PathBuf,
    /// Removes a folder of its own at the end.
    _keep: Option<Arc<TempDir>>,
}

impl Desk {
    /// A session on a new, empty folder; it is 2 March 2009, 09:00.
    #[must_use]
    #[allow(clippy::expect_used)]
    pub fn new() -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        Self::on(
            folder.path().to_owned(),
            Some(folder),
            at("2009-03-02T09:00"),
        )
    }

    /// A session on a folder that stays.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self::on(folder.to_owned(), None, at("2009-03-02T09:00"))
    }

    fn on(folder: PathBuf, keep: Option<Arc<TempDir>>, now: Instant) -> Self {
        let clock = Arc::new(AtomicI64::new(now.0));
        let shared = Arc::clone(&clock);
        let uptime = Arc::new(AtomicI64::new(0));
        let running = Arc::clone(&uptime);
        let session = Session::with_uptime(
            folder.clone(),
            Box::new(move || Instant(shared.load(Ordering::Relaxed))),
            Box::new(move || Duration::from_secs(running.load(Ordering::Relaxed).unsigned_abs())),
        );
        Self {
            session,
            clock,
            uptime,
            folder,
            _keep: keep,
        }
    }

    /// The sample centre, signed in as its manager: 2 March 2009, 16:10.
    #[must_use]
    pub fn sample() -> Self {
        static MADE: LazyLock<Desk> = LazyLock::new(|| {
            let desk = Desk::new();
            desk.ok::<Value>("open_sample", json!({}));
            desk.ok::<Value>("leave_sample", json!({}));
            desk
        });
        let desk = Self::new();
        copy(&MADE.folder().join("sample"), &desk.folder().join("sample"));
        desk.ok::<Value>("open_sample", json!({}));
        desk
    }

    /// The folder where everything lives.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The same folder, opened anew as after a restart; nobody is signed in.
    #[must_use]
    pub fn restart(self) -> Self {
        let Self {
            session,
            clock,
            folder,
            _keep,
            ..
        } = self;
        drop(session);
        Self::on(folder, _keep, Instant(clock.load(Ordering::Relaxed)))
    }

    /// Lets go of the folder, so that another process can have it, without removing it.
    #[must_use]
    pub fn release(self) -> Released {
        Released {
            folder: self.folder,
            now: Instant(self.clock.load(Ordering::Relaxed)),
            keep: self._keep,
        }
    }

    /// Lets the program run on, whatever the clock says.
    pub fn run_seconds(&self, seconds: i64) {
        self.uptime.fetch_add(seconds, Ordering::Relaxed);
    }

    /// As [`Self::run_seconds`], in minutes.
    pub fn run_minutes(&self, minutes: i64) {
        self.run_seconds(minutes * 60);
    }

    /// Lets time pass.
    pub fn wait_minutes(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Asks for a command.
    ///
    /// # Errors
    /// As the command.
    #[allow(clippy::expect_used)]
    pub fn ask<T: DeserializeOwned>(&self, name: &str, request: impl Serialize) -> Answer<T> {
        let request = serde_json::to_value(request).expect("a request");
        let answer = commands::call(&self.session, name, request)?;
        Ok(serde_json::from_str(&answer).expect("an answer of the command's type"))
    }

    /// Asks for a command that must succeed.
    #[allow(clippy::panic)]
    pub fn ok<T: DeserializeOwned>(&self, name: &str, request: impl Serialize) -> T {
        self.ask(name, request)
            .unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// Makes a real centre with the proposed rooms, as the first-run guide does.
    pub fn make_centre(&self) -> Recovery {
        let found: Value = self.ok("proposal", json!({}));
        let recovery: Recovery = self.ok("new_recovery", json!({}));
        self.ok::<Value>(
            "create_centre",
            json!({ "found": found, "name": "Ana", "passphrase": PASSPHRASE,
            "recovery": recovery.secret.to_lowercase() }),
        );
        recovery
    }

    /// Asks for a command that must be refused.
    #[allow(clippy::panic)]
    pub fn refused(&self, name: &str, request: impl Serialize) -> Refusal {
        match self.ask::<Value>(name, request) {
            Err(Problem::Refused(refusal)) => refusal,
            other => panic!("{name} was not refused: {other:?}"),
        }
    }

    /// Asks for a command that must fail.
    #[allow(clippy::panic)]
    pub fn failed(&self, name: &str, request: impl Serialize) -> Failure {
        match self.ask::<Value>(name, request) {
            Err(Problem::Failed(failure)) => failure,
            other => panic!("{name} did not fail: {other:?}"),
        }
    }

    /// The board now.
    #[must_use]
    pub fn board(&self) -> Board {
        self.ok("board", json!({}))
    }

    /// Somebody by code.
    #[must_use]
    #[allow(clippy::panic)]
    pub fn who(&self, code: &str) -> Hit {
        let hits: Vec<Hit> = self.ok("find", json!({ "text": code, "names": false }));
        hits.into_iter()
            .find(|hit| hit.code == code)
            .unwrap_or_else(|| panic!("nobody is {code}"))
    }

    /// Where somebody sleeps, by code.
    #[must_use]
    pub fn bed_of(&self, code: &str) -> Option<String> {
        let board = self.board();
        let mut beds = board.rooms.iter().flat_map(|room| &room.beds);
        let bed = beds.find(|bed| bed.people.iter().any(|person| person.code == code));
        bed.map(|bed| bed.label.clone())
    }

    /// A bed by its label.
    #[must_use]
    #[allow(clippy::panic)]
    pub fn bed(&self, label: &str) -> Value {
        let board = self.board();
        let mut beds = board.rooms.iter().flat_map(|room| &room.beds);
        let bed = beds
            .find(|bed| bed.label == label)
            .unwrap_or_else(|| panic!("no bed {label}"));
        json!(bed.id)
    }
}

/// A folder that was let go.
pub struct Released {
    folder: PathBuf,
    now: Instant,
    keep: Option<Arc<TempDir>>,
}

impl Released {
    /// The folder opened anew.
    #[must_use]
    pub fn again(self) -> Desk {
        Desk::on(self.folder, self.keep, self.now)
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Copies a folder: making the sample centre takes a second, which not every scenario needs to wait.
#[allow(clippy::expect_used)]
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("a file");
        }
    }
}

/// Makes a file one that is there and that the disk doesn't give, but that could be replaced or removed; what is returned
/// asserts that nobody did, and gives it back.
#[cfg(unix)]
#[allow(clippy::expect_used)]
pub fn unreadable(path: &Path) -> impl FnOnce() + use<> {
    let path = path.to_owned();
    let content = std::fs::read(&path).expect("what is in it");
    std::fs::remove_file(&path).expect("removed");
    // Of a folder nobody reads bytes, be they who they may.
    std::os::unix::fs::symlink(".", &path).expect("a folder in its place");
    move || {
        assert!(path.is_symlink(), "what could not be read was replaced");
        std::fs::remove_file(&path).expect("removed");
        std::fs::write(&path, content).expect("given back");
    }
}

/// A time in Chisinau, `2009-03-02T09:00`.
#[must_use]
#[allow(clippy::expect_used)]
pub fn at(text: &str) -> Instant {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a time");
    WallTime {
        local,
        second: false,
    }
    .instant()
    .expect("a time that exists")
}

/// A member of a party at the door, with a bed of the board.
#[must_use]
pub fn member(relation: &str, sex: &str, age: u16, bed: Value) -> Value {
    json!({
        "who": { "is": "new" }, "relation": relation, "sex": sex, "born": { "is": "aged", "value": age },
        "citizenship": null, "needs": [], "ground": null, "decided_by": null,
        "identity": { "name": "", "documents": "", "notes": "" }, "sleeps": { "in": "bed", "id": bed },
    })
}

/// A party at the door, now.
#[must_use]
pub fn party(members: Vec<Value>) -> Value {
    json!({
        "at": null, "referrer": null, "territory": null, "phase": "crisis", "members": members, "reason": null,
    })
}
