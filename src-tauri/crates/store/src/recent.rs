//! The record as it was read last, kept up with what is written since: a question about today, and the
//! decision on what happens now, need no reading. Only what is known now is kept, never the past.

use rusqlite::Connection;
use vatra_core::{ActionSeq, Centre, Changes};

use crate::error::StoreError;
use crate::load::{Window, load, load_others};

/// For how long what was read serves later questions: what ended meanwhile is carried along.
const SERVES: i64 = 26 * 60 * 60 * 1_000;
/// By how many other stays and people it may grow before it is read anew.
const MOST_OTHERS: usize = 64;

/// How many stays are worth keeping: the whole of a long record is read for once.
const MOST_STAYS: usize = 1_000;

/// What was read last.
pub(crate) struct Recent {
    window: Window,
    centre: Centre,
}

impl Recent {
    /// What a window shows, from what is kept where that reaches; what had to be read is kept.
    ///
    /// Whatever is decided on the answer concerns only stays and people that are there whole, so that what
    /// is kept can be brought forward by [`Self::append`].
    pub(crate) fn load(
        kept: &mut Option<Self>,
        conn: &Connection,
        wanted: &Window,
    ) -> Result<Centre, StoreError> {
        if wanted.known.is_some() || wanted.until.is_some() {
            return load(conn, wanted);
        }
        let mut recent = match kept.take().filter(|recent| recent.reaches(wanted)) {
            Some(recent) => recent,
            None => Self {
                window: wanted.clone(),
                centre: load(conn, wanted)?,
            },
        };
        recent.add_others(conn, wanted)?;
        if recent.centre.stays.len() > MOST_STAYS {
            return Ok(recent.centre);
        }
        let centre = recent.centre.clone();
        *kept = Some(recent);
        Ok(centre)
    }

    /// An action was written, decided on what was loaded last.
    pub(crate) fn append(&mut self, changes: &Changes, seq: ActionSeq) {
        self.centre.apply(changes, seq);
    }

    fn reaches(&self, wanted: &Window) -> bool {
        let (from, others) = (self.window.from.0, &self.window);
        (from..=from.saturating_add(SERVES)).contains(&wanted.from.0)
            && others.stays.len() + others.people.len() <= MOST_OTHERS
    }

    fn add_others(&mut self, conn: &Connection, wanted: &Window) -> Result<(), StoreError> {
        let others = Window {
            stays: (wanted.stays.iter())
                .filter(|stay| !self.centre.stays.contains_key(stay))
                .copied()
                .collect(),
            people: (wanted.people.difference(&self.window.people))
                .copied()
                .collect(),
            ..Window::from(self.window.from)
        };
        if others.stays.is_empty() && others.people.is_empty() {
            return Ok(());
        }
        load_others(conn, &mut self.centre, &others)?;
        self.window.stays.extend(others.stays);
        self.window.people.extend(others.people);
        Ok(())
    }
}
