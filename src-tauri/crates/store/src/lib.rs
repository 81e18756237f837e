//! The encrypted file: facts, actions, the journal and the keys.
//!
//! The interface is small on purpose: load the facts that are the record, append one action with its
//! facts at an expected head, read the facts as known at an action, read the journal.

#![cfg_attr(test, allow(clippy::expect_used, clippy::panic))]

mod append;
mod backup;
mod beside;
mod copies;
mod drafts;
mod erase;
mod error;
mod file;
mod find;
mod home;
mod journal;
mod keys;
mod known;
mod load;
mod outline;
mod recent;
mod rekey;
mod restore;
mod rows;
mod snapshot;
mod steps;
pub mod watch;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use rusqlite::Connection;
use vatra_core::desk::DeskSettings;
use vatra_core::id::{StaffId, StayId};
use vatra_core::verbs::{ActionKind, Recorded};
use vatra_core::{ActionSeq, Centre, Fact, Instant};
use zeroize::Zeroizing;

use crate::outline::Outline;
use crate::recent::Recent;

pub use append::Entry;
pub use backup::{Backup, Manifest, backups};
pub use beside::{Beside, read_whole};
pub use copies::FileCopy;
pub use drafts::Drafts;
pub use erase::Erased;
pub use error::StoreError;
pub use file::VERSION;
pub use find::Found;
pub use home::{Home, write_whole};
pub use journal::{Action, Anchor, Chain, MOST_NAMED, Wanted};
pub use keys::{DataKey, Keys, RecoveryIdentity, Slot, WorkFactor};
pub use known::{End, Known};
pub use load::Window;
pub use rekey::{Marks, Rekey, Rekeyed, sealed_to};
pub use restore::restore;
pub use snapshot::{Snapshot, clear_unfinished};
pub use watch::{Watch, Work};

/// What the key that seals the journal is derived for.
const JOURNAL_KEY: &str = "vatra journal 1";

/// An open encrypted file. Dropping it closes the connection and forgets the key.
pub struct Store {
    conn: Connection,
    mac_key: Zeroizing<[u8; 32]>,
    /// Set aside whenever the file may say something else.
    recent: RefCell<Option<Recent>>,
    outline: RefCell<Outline>,
}

impl Store {
    /// Makes a new file and lets `write` append its first actions. The file appears under its name only
    /// when all of that is written.
    ///
    /// # Errors
    /// Fails where there is a file already, where the folder can't be written, and as `write` does.
    pub fn create(
        path: &Path,
        key: &DataKey,
        write: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::CentreExists);
        }
        let unfinished = path.with_extension(home::UNFINISHED);
        // Of one that failed before, as on a full disk.
        let _ = std::fs::remove_file(&unfinished);
        let conn = file::create(&unfinished, key)?;
        // Nobody relies on an unfinished file: it is made safe as a whole, at the end.
        conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")?;
        let mut store = Self::on(conn, key)?;
        store.conn.execute_batch("BEGIN IMMEDIATE;")?;
        write(&mut store)?;
        store.conn.execute_batch("COMMIT;")?;
        drop(store);
        home::finish(&unfinished, path)?;
        Self::open(path, key)
    }

    /// Opens a file.
    ///
    /// # Errors
    /// Fails where the key isn't the file's, the file is damaged, of a newer version, open elsewhere, or
    /// can't be written.
    pub fn open(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Self::on(file::open(path, key)?, key)
    }

    fn on(conn: Connection, key: &DataKey) -> Result<Self, StoreError> {
        let mac_key = rekey::journal_key(&conn)?.unwrap_or_else(|| key.derive(JOURNAL_KEY));
        Ok(Self {
            conn,
            mac_key,
            recent: RefCell::default(),
            outline: RefCell::default(),
        })
    }

    /// The folder in which the file lies.
    pub(crate) fn folder(&self) -> Result<&Path, StoreError> {
        let file = self.conn.path().map(Path::new);
        file.and_then(Path::parent).ok_or(StoreError::NoFolder)
    }

    /// The number of the last action; 0 before the first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn head(&self) -> Result<ActionSeq, StoreError> {
        Ok(append::head(&self.conn)?.0)
    }

    /// The number and the seal of the last action, in hexadecimal: who keeps it, on paper or elsewhere, can
    /// tell later whether the journal still holds all that it held.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn anchor(&self) -> Result<Anchor, StoreError> {
        let (seq, seal) = append::head(&self.conn)?;
        Ok(Anchor::new(seq, &seal))
    }

    /// A part of the record, at least what the window shows. As known now it may reach back further: what
    /// was read before serves again, kept up with what was written since.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn load(&self, window: &Window) -> Result<Centre, StoreError> {
        Recent::load(&mut self.recent.borrow_mut(), &self.conn, window)
    }

    /// A part of the record as it was known when this was the last action, and as it is known now.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn load_then_and_now(
        &self,
        window: &Window,
        known: ActionSeq,
    ) -> Result<(Centre, Centre), StoreError> {
        load::load_then_and_now(&self.conn, window, known)
    }

    /// How the desk works at an instant, without the rest of the record.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn desk(&self, at: Instant) -> Result<DeskSettings, StoreError> {
        load::desk(&self.conn, at)
    }

    /// Writes one action with its facts, all or nothing, and says its number. What was decided was decided
    /// on what was loaded last.
    ///
    /// # Errors
    /// Refused as [`StoreError::Stale`] when the last action isn't `expected` any more, and by the
    /// schema where the record would be impossible. Nothing is written then.
    pub fn append(&mut self, expected: ActionSeq, entry: &Entry) -> Result<ActionSeq, StoreError> {
        let appended = append::append(&mut self.conn, &self.mac_key, expected, entry);
        if appended.is_err() {
            // A disk that fails at the very end of a commit leaves it open whether the action is in the file: only
            // the file can say so.
            self.forget_read();
        }
        let seq = appended?;
        if entry.decision.kind == ActionKind::Erase {
            // What was read before still says who it was.
            *self.recent.get_mut() = None;
        } else if let Some(recent) = self.recent.get_mut() {
            recent.append(&entry.decision.changes, seq);
        }
        Ok(seq)
    }

    /// Several actions together: all of them are written, or none. With `keep` false none is, whatever
    /// comes of it: to see what would.
    ///
    /// # Errors
    /// As `work`; nothing is written then.
    pub fn together<T, E: From<StoreError>>(
        &mut self,
        keep: bool,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.conn
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(StoreError::from)?;
        let done = catch_unwind(AssertUnwindSafe(|| work(self)));
        let committed = match &done {
            Ok(Ok(_)) if keep => self.conn.execute_batch("COMMIT"),
            _ => Ok(()),
        };
        if !(keep && committed.is_ok() && matches!(done, Ok(Ok(_)))) {
            // Whatever wasn't committed was never there; on a full disk SQLite has already taken it back by itself.
            let taken_back = match self.conn.is_autocommit() {
                true => Ok(()),
                false => self.conn.execute_batch("ROLLBACK"),
            };
            self.forget_read();
            taken_back.map_err(StoreError::from)?;
        }
        let done = done.unwrap_or_else(|panic| resume_unwind(panic));
        committed.map_err(StoreError::from)?;
        done
    }

    /// What was read before may have been of actions that were not kept in the end.
    fn forget_read(&mut self) {
        self.recent.take();
        if self.outline.get_mut().is_ahead(&self.conn) {
            self.outline.take();
        }
    }

    /// An action with what it did; none where there is no such action.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn recorded(&self, seq: ActionSeq) -> Result<Option<Recorded>, StoreError> {
        load::recorded(&self.conn, seq)
    }

    /// Actions before a number, latest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn journal(&self, before: Option<ActionSeq>, most: u16) -> Result<Vec<Action>, StoreError> {
        self.journal_of(&Wanted::default(), before, most)
    }

    /// A part of the actions before a number, latest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn journal_of(
        &self,
        wanted: &Wanted,
        before: Option<ActionSeq>,
        most: u16,
    ) -> Result<Vec<Action>, StoreError> {
        journal::page(&self.conn, wanted, before, most)
    }

    /// What was ever done here.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn kinds(&self) -> Result<Vec<ActionKind>, StoreError> {
        Ok(self.outline.borrow_mut().keep_up(&self.conn)?.kinds())
    }

    /// Everybody who ever did something here, with the short name.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn authors(&self) -> Result<Vec<(StaffId, String)>, StoreError> {
        let mut outline = self.outline.borrow_mut();
        let known = outline.keep_up(&self.conn)?;
        let mut names = journal::names(&self.conn)?;
        names.retain(|(staff, _)| known.knows(*staff));
        Ok(names)
    }

    /// When an action was recorded; none where there is no such action.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn recorded_at(&self, seq: ActionSeq) -> Result<Option<Instant>, StoreError> {
        journal::recorded_at(&self.conn, seq)
    }

    /// When something was recorded on the first of the last so many days on which anything was; the first action, where
    /// there were fewer.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn used_since(&self, days: usize) -> Result<Option<Instant>, StoreError> {
        journal::used_since(&self.conn, days)
    }

    /// How many actions after a number would be missed: making a backup and looking would not.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn recorded_since(&self, seq: ActionSeq) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM action WHERE seq > ?1 AND kind NOT IN
            ('back_up', 'rehearse', 'rehearse_failed', 'verify')";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([seq], |row| row.get(0))?)
    }

    /// One action of the journal.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn action(&self, seq: ActionSeq) -> Result<Option<Action>, StoreError> {
        journal::one(&self.conn, seq)
    }

    /// Every stay that an action was about, however many they are.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn stays_of(&self, seq: ActionSeq) -> Result<BTreeSet<StayId>, StoreError> {
        Ok(journal::touched(&self.conn, seq)?.0.into_iter().collect())
    }

    /// The last action recorded no later than an instant; 0 before the first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn known_at(&self, at: Instant) -> Result<ActionSeq, StoreError> {
        Ok(self.outline.borrow_mut().keep_up(&self.conn)?.known_at(at))
    }

    /// The actions after a number that changed where these people were at some time, oldest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn placed_after(
        &self,
        after: ActionSeq,
        stays: &BTreeSet<StayId>,
    ) -> Result<Vec<ActionSeq>, StoreError> {
        journal::placed_after(&self.conn, after, stays)
    }

    /// The actions that wrote or retired anything of these stays, the latest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn about(&self, stays: &BTreeSet<StayId>) -> Result<Vec<ActionSeq>, StoreError> {
        journal::about(&self.conn, stays)
    }

    /// What an action put other versions in the place of, or retired: each fact as it was, and as it was
    /// from then on.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn replaced(&self, seq: ActionSeq) -> Result<Vec<(Fact, Option<Fact>)>, StoreError> {
        load::replaced(&self.conn, seq)
    }

    /// Whether a print or an export was noted since an instant whose reason holds a text.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn went_out(&self, text: &str, since: Instant) -> Result<bool, StoreError> {
        let first = self
            .outline
            .borrow_mut()
            .keep_up(&self.conn)?
            .first_since(since);
        journal::went_out(&self.conn, text, since, first)
    }

    /// The action to take back so that this one stops counting; none where it doesn't count already.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn in_force(&self, seq: ActionSeq) -> Result<Option<ActionSeq>, StoreError> {
        if journal::undone_by(&self.conn, seq)?.is_some() {
            return Ok(None);
        }
        journal::in_force(&self.conn, seq).map(Some)
    }

    /// Checks that every page is as it was written.
    ///
    /// # Errors
    /// Fails where one isn't.
    pub fn check(&self) -> Result<(), StoreError> {
        file::check_pages(&self.conn)
    }

    /// Checks that every action follows from the one before, with all its facts as they were written.
    ///
    /// # Errors
    /// Fails where the file can't be read, and where a page is damaged.
    pub fn verify(&self) -> Result<Chain, StoreError> {
        self.check()?;
        watch::at(0.2)?;
        file::check_links(&self.conn)?;
        watch::part(0.3, 1.0, || journal::verify(&self.conn, &self.mac_key))
    }

    /// When an action of one of these kinds was last recorded.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn last_of(&self, kinds: &[ActionKind]) -> Result<Option<Instant>, StoreError> {
        Ok(self
            .outline
            .borrow_mut()
            .keep_up(&self.conn)?
            .last_of(kinds))
    }

    /// The first code that was never given to anybody, not even by an action since taken back.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn next_code(&self) -> Result<u32, StoreError> {
        let sql = "SELECT coalesce(max(code), 0) + 1 FROM beneficiary";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?)
    }

    /// People by a part of the code, or of a name.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn find(&self, text: &str, names: bool, most: usize) -> Result<Vec<Found>, StoreError> {
        find::find(&self.conn, text, names, most)
    }
}
