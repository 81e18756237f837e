//! A session: which centre is open, who is signed in, and what the clock says. A command knows its
//! session and nothing of windows, so that the same list can serve a second desk one day.

mod acts;
mod backups;
mod drafts;
mod erasing;
mod export;
mod files;
mod freshness;
mod import;
mod looks;
mod occupancy;
mod opening;
mod paper;
mod passphrases;
mod patience;
mod reads;
mod recovery;
mod restoring;
mod staff;
mod work;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use vatra_core::ActionSeq;
use vatra_core::facts::Staff;
use vatra_core::refusal::{JournalLine, Refusal};
use vatra_core::terms::Role;
use vatra_core::time::Instant;
use vatra_core::verbs::Asking;
use vatra_store::{Beside, DataKey, Drafts, Home, RecoveryIdentity, Store, StoreError, Watch};
use zeroize::Zeroizing;

use crate::answers::{Behind, Look};
use crate::files::Chooser;
use crate::problem::{Failure, Problem};

/// Says what time it is.
pub type Clock = Box<dyn Fn() -> Instant + Send + Sync>;

/// Says how long the program has been running: unlike the clock, nobody can set it.
pub type Uptime = Box<dyn Fn() -> Duration + Send + Sync>;

/// A session.
pub struct Session {
    folder: PathBuf,
    clock: Clock,
    uptime: Uptime,
    chooser: Chooser,
    /// Long work, seen and stopped without waiting for the state. Whoever needs both takes the turn first.
    watch: Watch,
    /// How many wait to come in.
    waiting: AtomicUsize,
    state: Mutex<State>,
}

struct State {
    look: Look,
    /// The folder where everything lives; held as long as the program runs.
    home: Option<Home>,
    /// The sample centre's folder inside it, while the sample is looked at.
    sample: Option<Home>,
    trouble: Option<Failure>,
    /// The file turned out to be damaged after it was opened.
    damaged: bool,
    recovery: Option<RecoveryIdentity>,
    /// When each account was last tried in vain since the program started, and how often in all.
    tried: BTreeMap<String, (Duration, u32)>,
    open: Option<Open>,
    /// A file that is signed out of and gets the day's backup before it is closed.
    closing: Option<Open>,
}

impl State {
    /// The folder of the centre that is looked at.
    fn centre(&self) -> Option<&Home> {
        self.sample.as_ref().or(self.home.as_ref())
    }
}

/// A file that is open, and who opened it.
struct Open {
    store: Store,
    key: DataKey,
    staff: Staff,
    /// What to add to the clock, in milliseconds: the sample centre lives in its own time.
    ahead: i64,
    /// The folder of the centre; none for the sample, which needs no backups.
    place: Option<PathBuf>,
    /// The file is older than the last one known, and nobody has said yet that it may be.
    behind: Option<Behind>,
    drafts: Drafts,
    /// What stood against the rules after actions that have been looked at.
    stood: BTreeMap<ActionSeq, reads::Stood>,
    /// The last action after which a backup was due and tried.
    tended: ActionSeq,
    /// A backup is due, however few actions were recorded since the last.
    backup_due: bool,
    /// What whoever is signed in has half typed, as the page said last.
    draft: Option<Zeroizing<String>>,
    /// The journal has noted a sheet that has not gone out yet.
    may_go_out: bool,
}

impl Session {
    /// A session on the folder where everything lives.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock) -> Self {
        let started = std::time::Instant::now();
        Self::with_uptime(folder, clock, Box::new(move || started.elapsed()))
    }

    /// A session whose program has been running for as long as `uptime` says.
    #[must_use]
    pub fn with_uptime(folder: PathBuf, clock: Clock, uptime: Uptime) -> Self {
        let look = Look::read_or_usual(&folder);
        let state = State {
            look,
            home: None,
            sample: None,
            trouble: None,
            damaged: false,
            recovery: None,
            tried: BTreeMap::new(),
            open: None,
            closing: None,
        };
        let session = Self {
            folder,
            clock,
            uptime,
            chooser: Box::new(|_| None),
            watch: Watch::default(),
            waiting: AtomicUsize::new(0),
            state: Mutex::new(state),
        };
        session.take_home(&mut session.state());
        session
    }

    /// A session that asks for files in this way; without one nobody ever chooses a file.
    #[must_use]
    pub fn choosing(mut self, chooser: Chooser) -> Self {
        self.chooser = chooser;
        self
    }

    /// Checks that whoever is signed in may do what needs at least this role.
    ///
    /// # Errors
    /// Fails where nobody is signed in, or somebody whose role isn't enough.
    pub fn permit(&self, least: Option<Role>) -> Result<(), Problem> {
        let Some(least) = least else { return Ok(()) };
        match &self.state().open {
            None => Err(Failure::Locked.into()),
            Some(open) if open.staff.role < least => Err(Failure::NotPermitted { least }.into()),
            Some(_) => Ok(()),
        }
    }

    /// A command that panicked left the state as it was: each writes it in one step at its end.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works on the open file.
    fn with_open<T>(
        &self,
        work: impl FnOnce(&mut Open, Asking) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut state = self.state();
        let open = state.open.as_mut().ok_or(Failure::Locked)?;
        let asking = self.asking(open);
        work(open, asking).map_err(|problem| in_words(&open.store, problem))
    }

    /// Who asks, and when.
    fn asking(&self, open: &Open) -> Asking {
        Asking {
            role: open.staff.role,
            now: (self.clock)().plus_millis(open.ahead),
        }
    }
}

/// What stands in the way, as the journal says it: the core knows only which actions they are.
fn in_words(store: &Store, problem: Problem) -> Problem {
    let Problem::Refused(Refusal::LaterActions { mut obstacles }) = problem else {
        return problem;
    };
    for obstacle in &mut obstacles {
        let action = store.action(obstacle.action).ok().flatten();
        obstacle.said = action.map(|action| JournalLine {
            action_kind: action.kind,
            happened_at: action.happened_at,
            people: action.people,
            codes: action.codes,
            moved: action.moved,
            beds: action.beds,
            undoes: action.undoes,
            undoes_kind: action.undoes_kind,
        });
    }
    Problem::Refused(Refusal::LaterActions { obstacles })
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::WrongPassphrase => Self::WrongPassphrase,
            StoreError::NotSealedTo => Self::ShutOut,
            StoreError::NoCentre => Self::NoCentre,
            StoreError::CentreExists => Self::CentreExists,
            StoreError::NoFolder => Self::NoFolder,
            StoreError::OpenElsewhere => Self::OpenElsewhere,
            StoreError::Damaged(_) => Self::Damaged,
            StoreError::Newer { file, program } => Self::NewerFile { file, program },
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::DiskFull => Self::DiskFull,
            StoreError::Stale => Self::ChangedMeanwhile,
            StoreError::Stopped => Self::Stopped,
            StoreError::NotEncrypted
            | StoreError::Wall(_)
            | StoreError::Sql(_)
            | StoreError::Io(_) => Self::System,
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}
