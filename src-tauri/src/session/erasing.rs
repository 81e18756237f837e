//! Erasing identities: at a manager's request, when their time is over, and again where an older file brought
//! them back.

use std::collections::BTreeSet;
use std::path::Path;

use vatra_core::id::BeneficiaryId;
use vatra_core::time::Instant;
use vatra_core::verbs::{self, ActionKind, Asking, Erase};
use vatra_core::view::{self, Due};
use vatra_store::{Beside, Entry, Home, Known, Store, Window};

use super::acts::append;
use super::backups::folders_in_reach;
use super::{Open, Session, freshness};
use crate::answers::{Erased, Nothing, Retention};
use crate::problem::Problem;

/// Days of use by which a date is believed: a clock that is set far ahead is noticed before something was recorded
/// on so many of them.
const DAYS_OF_USE: usize = 7;
/// How far the clock may be ahead of the first of those days, in minutes: three days more, for those on which nobody does
/// anything.
const BELIEVED_AHEAD: i64 = (DAYS_OF_USE as i64 + 3) * 24 * 60;

/// For how long it is still kept who somebody is whom the record doesn't know any more, in minutes: so long a check-in or an
/// import that was taken back by mistake can be brought back whole.
const UNKNOWN: i64 = 30 * 24 * 60;

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
    let recorded = |seq| {
        let at = open.store.recorded_at(seq).ok().flatten();
        at.map(Instant::day)
    };
    Ok(view::retention(&centre, &people, recorded, asking.now))
}

/// Writes the erasure of one person; `known` is who was erased elsewhere.
fn erase(
    open: &mut Open,
    person: BeneficiaryId,
    decision: verbs::Decision,
    known: &vatra_store::Erased,
    now: Instant,
) -> Result<(), Problem> {
    // Which of two erasures is the later one tells what may still hold somebody: a clock set back must not turn that.
    let last = open.store.last_erased(person, known)?;
    let now = last.map_or(now, |last| now.max(last.plus_millis(1)));
    // Anybody's draft may name whom it is about. First: stopped in between, it must not be left behind.
    open.draft = None;
    open.drafts.forget_all()?;
    let mut entry = Entry::new(decision, open.staff.id, now);
    entry.about = Some(person);
    append(open, &entry).map(drop)
}

/// What was erased is swept from the free pages, and kept in mind outside the file. The erasure itself is recorded, and
/// nothing of this undoes it.
fn finish(open: &mut Open, now: Instant) {
    let _ = open.store.sweep();
    freshness::keep(open, now);
}

/// Right after opening: erases again whomever an older file brought back, those whose time is over, and whoever was taken
/// out of the record long ago. The backup of that is the next one to be made.
pub(super) fn settle(open: &mut Open, asking: Asking) -> Result<(), Problem> {
    let mut people: BTreeSet<BeneficiaryId> = BTreeSet::new();
    let mut erased = vatra_store::Erased::new();
    if let Some(place) = &open.place {
        erased = everybody_erased(open, place)?;
        people.extend(open.store.brought_back(&erased)?);
    }
    // What is erased is gone for good: a clock that was set far ahead must not do it.
    let used = open.store.used_since(DAYS_OF_USE)?.unwrap_or(asking.now);
    let believed = asking.now.min(used.plus_minutes(BELIEVED_AHEAD));
    let today = believed.day();
    people.extend(
        open.store
            .unknown_since(believed.plus_minutes(-UNKNOWN), asking.now)?,
    );
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
        erase(open, person, decision, &erased, asking.now)?;
    }
    finish(open, asking.now);
    open.backup_due = true;
    Ok(())
}

/// Who was erased, as far as anything within reach knows. What somebody else put into a folder of backups is not
/// believed.
fn everybody_erased(open: &Open, place: &Path) -> Result<vatra_store::Erased, Problem> {
    // What the disk doesn't give now keeps nobody out, and is asked again at the next opening.
    let mut known = Known::read_or_usual(place);
    for folder in folders_in_reach(place) {
        for backup in open.store.own_backups(&open.key, &folder)? {
            known.erased_too(&backup.manifest.erased);
        }
    }
    Ok(known.erased)
}

impl Session {
    /// Erases an identity for good.
    ///
    /// # Errors
    /// Refused as [`verbs::erase`].
    pub fn erase(&self, request: Erase) -> Result<Erased, Problem> {
        let turn = self.watch.turn();
        self.with_open(|open, asking| {
            let kept = open.store.identities(request.beneficiary)?;
            let decision = verbs::erase(&kept, &request, asking)?;
            let known = open.place.as_deref().map(Known::read).transpose()?;
            let known = known.unwrap_or_default();
            let person = request.beneficiary;
            erase(open, person, decision, &known.erased, asking.now)?;
            finish(open, asking.now);
            Ok(())
        })?;
        drop(turn);
        // A stick that isn't there must not keep an identity from being erased.
        let _ = self.watch.long(|| self.make_beside(|_| Ok(())));
        self.with_open(|open, _| {
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

    /// Removes the backups that still hold somebody who was erased, and what restores replaced. Three newer ones are
    /// made and read back before.
    ///
    /// # Errors
    /// Fails where they can't be made; then all stay.
    pub fn forget_backups(&self, _: Nothing) -> Result<Retention, Problem> {
        self.watch.long(|| self.renew_backups())?;
        self.retention(Nothing {})
    }
}

/// How many backups within reach still hold somebody who was erased. What a restore replaced counts too: nobody
/// looks into it, and too many do no harm.
fn still_in(open: &Open) -> Result<usize, Problem> {
    let erased = open.store.erased()?;
    let Some(place) = open.place.as_ref().filter(|_| !erased.is_empty()) else {
        return Ok(0);
    };
    let mut before = Home::set_aside(place).len();
    for folder in folders_in_reach(place) {
        let own = open.store.own_backups(&open.key, &folder)?;
        before += own.iter().filter(|one| one.holds_any_of(&erased)).count();
    }
    Ok(before)
}
