//! Erasing identities: at a manager's request, when their time is over, and again where an older file brought
//! them back.

use std::collections::BTreeSet;
use std::path::Path;

use vatra_core::id::BeneficiaryId;
use vatra_core::time::Instant;
use vatra_core::verbs::{self, ActionKind, Asking, Erase};
use vatra_core::view::{self, Due};
use vatra_store::{Entry, Known, Store, Window, backups};

use super::acts::append;
use super::backups::folders;
use super::{Open, Session, freshness};
use crate::answers::{Erased, Nothing, Retention};
use crate::problem::Problem;

/// How far the clock may be ahead of the last action and still be believed, in minutes: three days, in which somebody
/// does something even in an empty house.
const BELIEVED_AHEAD: i64 = 3 * 24 * 60;

/// The record with all that is known of these people.
fn of(
    store: &Store,
    people: BTreeSet<BeneficiaryId>,
    now: Instant,
) -> Result<vatra_core::Centre, Problem> {
    let window = Window {
        people,
        ..Window::from(now)
    };
    Ok(store.load(&window)?)
}

/// Whose identity is to be erased by when, by the rule that is in force.
fn due(open: &Open, asking: Asking) -> Result<Vec<Due>, Problem> {
    // Without a rule nobody is due, and with one only few are kept: decades of people are never read.
    if open.store.desk(asking.now)?.erase_days.is_none() {
        return Ok(Vec::new());
    }
    let people = open.store.identified()?;
    let centre = of(&open.store, people.clone(), asking.now)?;
    Ok(view::retention(&centre, &people, asking.now))
}

/// Writes the erasure of one person.
fn erase(
    open: &mut Open,
    person: BeneficiaryId,
    decision: verbs::Decision,
    now: Instant,
) -> Result<(), Problem> {
    // Anybody's draft may name whom it is about. First: stopped in between, it must not be left behind.
    open.draft = None;
    open.drafts.forget_all()?;
    let mut entry = Entry::new(decision, open.staff.id, now);
    entry.about = Some(person);
    append(open, &entry).map(drop)
}

/// What was erased is swept from the free pages, kept in mind outside the file, and not in the next backup.
/// The erasure itself is recorded, and nothing of this undoes it.
fn finish(open: &mut Open, now: Instant) {
    let _ = open.store.sweep();
    freshness::keep(open, now);
    if open.place.is_some() {
        // A stick that isn't there must not keep an identity from being erased.
        let _ = super::backups::make(open, now);
    }
}

/// Right after opening: erases again whomever an older file brought back, and those whose time is over.
pub(super) fn settle(open: &mut Open, asking: Asking) -> Result<(), Problem> {
    let mut people: BTreeSet<BeneficiaryId> = BTreeSet::new();
    if let Some(place) = &open.place {
        people.extend(open.store.brought_back(&everybody_erased(place))?);
    }
    // What is erased is gone for good: a clock that was set far ahead must not do it.
    let head = open.store.head()?;
    let last = open.store.action(head)?;
    let last = last.map_or(asking.now, |action| action.recorded_at);
    let today = asking.now.min(last.plus_minutes(BELIEVED_AHEAD)).day();
    let over = due(open, asking)?.into_iter();
    people.extend(
        over.filter(|due| due.on <= today)
            .map(|due| due.beneficiary),
    );
    if people.is_empty() {
        return Ok(());
    }
    for person in people {
        let decision = verbs::note(ActionKind::Erase, None, asking)?;
        erase(open, person, decision, asking.now)?;
    }
    finish(open, asking.now);
    Ok(())
}

/// Who was erased, as far as anything within reach knows.
pub(super) fn everybody_erased(place: &Path) -> vatra_store::Erased {
    let mut known = Known::read(place);
    for folder in folders(place) {
        for backup in backups(&folder) {
            known.erased_too(&backup.manifest.erased);
        }
    }
    known.erased
}

impl Session {
    /// Erases an identity for good.
    ///
    /// # Errors
    /// Refused as [`verbs::erase`].
    pub fn erase(&self, request: Erase) -> Result<Erased, Problem> {
        let _turn = self.watch.turn();
        self.with_open(|open, asking| {
            let kept = open.store.identities(request.beneficiary)?;
            let decision = verbs::erase(&kept, &request, asking)?;
            erase(open, request.beneficiary, decision, asking.now)?;
            finish(open, asking.now);
            Ok(Erased {
                still_in: still_in(open)?,
            })
        })
    }

    /// What is to be erased next, and the backups that still hold what was erased.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn retention(&self, _: Nothing) -> Result<Retention, Problem> {
        self.with_open(|open, asking| {
            Ok(Retention {
                due: due(open, asking)?,
                still_in: still_in(open)?,
            })
        })
    }

    /// Removes the backups that were made before the last erasure. Three newer ones are made and read back
    /// before.
    ///
    /// # Errors
    /// Fails where they can't be made; then all stay.
    pub fn forget_backups(&self, _: Nothing) -> Result<Retention, Problem> {
        self.watch.long(|| {
            self.with_open(|open, asking| {
                if let Some((seq, place)) = open.store.last_erasure()?.zip(open.place.clone()) {
                    for folder in folders(&place).into_iter().filter(|folder| folder.is_dir()) {
                        super::backups::renew(open, &folder, seq, asking.now)?;
                    }
                }
                Ok(())
            })
        })?;
        self.retention(Nothing {})
    }
}

/// How many backups within reach were made before the last erasure.
fn still_in(open: &Open) -> Result<usize, Problem> {
    let Some((seq, place)) = open.store.last_erasure()?.zip(open.place.as_ref()) else {
        return Ok(0);
    };
    let mut before = 0;
    for folder in folders(place) {
        let own = open.store.own_backups(&open.key, &folder)?;
        before += own.iter().filter(|one| one.manifest.head < seq).count();
    }
    Ok(before)
}
