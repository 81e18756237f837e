//! Whether the file that is open is the newest one known: an older file put back opens as well, and only what
//! is kept outside it can tell.

use std::path::Path;

use vatra_core::time::Instant;
use vatra_core::verbs::{ActionKind, required};
use vatra_store::{Beside, DataKey, End, Known, Store, backups};

use super::acts::note;
use super::backups::folders_in_reach;
use super::{Open, Session};
use crate::answers::{AcceptOlder, Backups, Behind, Nothing};
use crate::problem::Problem;

/// Everything that is known of how far the journal went: what is kept beside the file, and the backups
/// that are within reach. With each the seal of the backup, where it is one.
fn ends(place: &Path, known: &Known, key: &DataKey) -> Vec<(End, Option<String>)> {
    let mut ends: Vec<_> = known.end.iter().map(|end| (end.clone(), None)).collect();
    for folder in folders_in_reach(place) {
        for backup in backups(&folder) {
            let seal = backup.seal().to_owned();
            if !known.left.contains(&seal) {
                ends.extend(backup.end(key).map(|end| (end, Some(seal))));
            }
        }
    }
    ends
}

/// The furthest end that isn't a part of this file's journal, or that what is kept beside the file is gone,
/// as whoever puts an older file back would see to; none where the file is the newest known.
pub(super) fn behind(
    store: &Store,
    place: &Path,
    key: &DataKey,
) -> Result<Option<Behind>, Problem> {
    Ok(compared(store, place, key)?.1)
}

/// The same, with how many ends there were to compare with.
pub(super) fn compared(
    store: &Store,
    place: &Path,
    key: &DataKey,
) -> Result<(usize, Option<Behind>), Problem> {
    // What can't be read keeps nobody out: the file counts as one that may be older.
    let kept = Known::read_or_usual(place);
    let ends = ends(place, &kept, key);
    let count = ends.len();
    let mut missing: Option<End> = None;
    for (end, _) in ends {
        let further = missing
            .as_ref()
            .is_none_or(|one| one.anchor.seq < end.anchor.seq);
        if further && !store.contains(&end.anchor)? {
            missing = Some(end);
        }
    }
    // Every action leaves a note of the end beside the file, the making of the centre too.
    let nothing_kept = kept.end.is_none() && store.head()? > 1;
    if missing.is_none() && !nothing_kept {
        return Ok((count, None));
    }
    let here = store.journal(None, 1)?.into_iter().next();
    let behind = Behind {
        known: missing.map(|end| (end.anchor.seq, Instant(end.at))),
        here: here.as_ref().map_or(0, |action| action.seq),
        here_at: here.map(|action| action.recorded_at),
    };
    Ok((count, Some(behind)))
}

/// Keeps how far the journal goes now, and who was erased. While the file is known to be older than it should
/// be, how far it goes stays as it was: otherwise nobody would be told the next time. What was recorded is recorded,
/// whatever becomes of this note of it: the next action writes it again.
pub(super) fn keep(open: &Open, now: Instant) {
    let Some(place) = &open.place else { return };
    let read = (Known::read(place), open.store.end(now), open.store.erased());
    let (Ok(before), Ok(end), Ok(erased)) = read else {
        return;
    };
    let mut known = before.clone();
    if open.behind.is_none() {
        known.end = Some(end);
    }
    known.erased_too(&erased);
    if known != before {
        let _ = known.write(place);
    }
}

/// What is known besides what was, where from here on this file is the one that counts: what went further is left
/// behind knowingly.
pub(super) fn from_here_on(
    mut known: Known,
    store: &Store,
    place: &Path,
    key: &DataKey,
    now: Instant,
) -> Result<Known, Problem> {
    for (end, backup) in ends(place, &known, key) {
        if let Some(seal) = backup
            && !store.contains(&end.anchor)?
        {
            known.left.insert(seal);
        }
    }
    known.end = Some(store.end(now)?);
    known.erased_too(&store.erased()?);
    Ok(known)
}

impl Session {
    /// Goes on with a file that is older than the last one known, or may be.
    ///
    /// # Errors
    /// Refused without a reason.
    pub fn accept_older(&self, request: AcceptOlder) -> Result<Backups, Problem> {
        self.with_open(|open, asking| {
            let reason = required(&request.reason)?;
            if open.behind.is_some() {
                note(open, asking, ActionKind::AcceptOlder, reason, None)?;
                if let Some(place) = &open.place {
                    // What can't be read is left behind as well.
                    let known = Known::read_or_usual(place);
                    from_here_on(known, &open.store, place, &open.key, asking.now)?.write(place)?;
                }
                open.behind = None;
            }
            Ok(())
        })?;
        self.backup_state(Nothing {})
    }
}
