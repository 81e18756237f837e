//! The journal in outline: when each action was recorded, what kinds there are and who did them. Read once
//! and kept up, so that a question about the whole journal doesn't read the whole journal.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use vatra_core::id::StaffId;
use vatra_core::verbs::ActionKind;
use vatra_core::{ActionSeq, Instant};

use crate::append::head;
use crate::error::StoreError;
use crate::journal::{kind_of, uuid};

/// What is known of all actions up to the last one that was read.
#[derive(Default)]
pub(crate) struct Outline {
    /// When each was recorded, by number from 1.
    recorded: Vec<Instant>,
    last: BTreeMap<&'static str, (ActionKind, Instant)>,
    authors: BTreeSet<StaffId>,
}

impl Outline {
    /// Reads what was written since.
    pub(crate) fn keep_up(&mut self, conn: &Connection) -> Result<&Self, StoreError> {
        let sql = "SELECT recorded_at, kind, staff_id FROM action WHERE seq > ?1 ORDER BY seq";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([self.recorded.len() as ActionSeq])?;
        while let Some(row) = rows.next()? {
            let at = Instant(row.get(0)?);
            let kind = kind_of(row.get_ref(1)?.as_str().unwrap_or_default())?;
            let (_, last) = self.last.entry(kind.text()).or_insert((kind, at));
            *last = (*last).max(at);
            self.authors.insert(StaffId(uuid(row, "staff_id")?));
            self.recorded.push(at);
        }
        Ok(self)
    }

    /// Whether it tells of actions that were not kept in the end.
    pub(crate) fn is_ahead(&self, conn: &Connection) -> bool {
        head(conn).map_or(true, |(seq, _)| self.recorded.len() as ActionSeq > seq)
    }

    /// The last action recorded no later than an instant; 0 before the first. A clock that was set back may have
    /// recorded a later one earlier.
    pub(crate) fn known_at(&self, at: Instant) -> ActionSeq {
        let last = self.recorded.iter().rposition(|recorded| *recorded <= at);
        last.map_or(0, |place| place as ActionSeq + 1)
    }

    /// The first action recorded at an instant or later; the next to come, where there is none.
    pub(crate) fn first_since(&self, at: Instant) -> ActionSeq {
        let first = self.recorded.iter().position(|recorded| *recorded >= at);
        first.unwrap_or(self.recorded.len()) as ActionSeq + 1
    }

    /// What was ever done here.
    pub(crate) fn kinds(&self) -> Vec<ActionKind> {
        self.last.values().map(|(kind, _)| *kind).collect()
    }

    /// When an action of one of these kinds was last recorded.
    pub(crate) fn last_of(&self, kinds: &[ActionKind]) -> Option<Instant> {
        let of = kinds.iter().filter_map(|kind| self.last.get(kind.text()));
        of.map(|(_, at)| *at).max()
    }

    /// Whether somebody ever did something here.
    pub(crate) fn knows(&self, staff: StaffId) -> bool {
        self.authors.contains(&staff)
    }
}
