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
    let centre = of(&open.store, people, asking.now)?;
    Ok(view::retention(&centre, asking.now))
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
fn finish(open: &mut Open, now: Instant) -> Result<(), Problem> {
    open.store.sweep()?;
    freshness::keep(open, now)?;
    if open.place.is_some() {
        // A stick that isn't there must not keep an identity from being erased.
        let _ = super::backups::make(open, now);
    }
    Ok(())
}

/// Right after opening: erases again whomever an older file brought back, and those whose time is over.
pub(super) fn settle(open: &mut Open, asking: Asking) -> Result<(), Problem> {
    let mut people: BTreeSet<BeneficiaryId> = BTreeSet::new();
    if let Some(place) = &open.place {
        people.extend(open.store.brought_back(&everybody_erased(place))?);
    }
    let over = due(open, asking)?.into_iter();
    people.extend(
        over.filter(|due| due.on <= asking.now.day())
            .map(|due| due.beneficiary),
    );
    if people.is_empty() {
        return Ok(());
    }
    for person in people {
        let decision = verbs::note(ActionKind::Erase, None, asking)?;
        erase(open, person, decision, asking.now)?;
    }
    finish(open, asking.now)
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
            let centre = of(
                &open.store,
                BTreeSet::from([request.beneficiary]),
                asking.now,
            )?;
            let decision = verbs::erase(&centre, &request, asking)?;
            erase(open, request.beneficiary, decision, asking.now)?;
            finish(open, asking.now)?;
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
    let all = folders(place)
        .into_iter()
        .flat_map(|folder| backups(&folder));
    Ok(all.filter(|backup| backup.manifest.head < seq).count())
}
