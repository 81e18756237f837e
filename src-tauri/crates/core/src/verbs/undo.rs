//! Taking an action back: one piece of code for every kind of action.

use std::collections::{BTreeMap, BTreeSet};

use crate::centre::{ActionSeq, Centre, Changes, Fact, FactKey};
use crate::placement::{Scene, new_breaches};
use crate::refusal::{Obstacle, Refusal};

use crate::terms::Role;
use crate::time::{Instant, Span};

use super::held::{Clash, keeps_holds, new_clashes, short_of_places};
use super::{ActionKind, Asking, Decision, Override, checked};

/// A fact that an action added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedFact {
    /// Which.
    pub key: FactKey,
    /// The later action that has to be taken back for it to stand as it was added. One that was itself taken back
    /// doesn't count: then the fact stands again.
    pub changed_by: Option<ActionSeq>,
}

/// An action as it is recorded, with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number in the journal.
    pub seq: ActionSeq,
    /// What kind of action.
    pub kind: ActionKind,
    /// When it happened in the world.
    pub happened_at: Instant,
    /// The facts it added.
    pub added: Vec<AddedFact>,
    /// The facts it retired, as they were.
    pub retired: Vec<Fact>,
    /// By which later action things are as they are, where the record itself doesn't say it. A thing that is gone has
    /// nobody in the record who made it so. One that stands as it was before something later that was taken back seems
    /// made by that undo, whose own undoing would do again what was in the way; 0 where it stands as before this action.
    pub later: BTreeMap<FactKey, ActionSeq>,
}

impl Recorded {
    /// The earliest instant that taking it back can concern.
    #[must_use]
    pub fn earliest(&self) -> Instant {
        let retired = self.retired.iter().filter_map(|fact| match fact {
            Fact::Stay(fact) => Some(fact.span.from),
            Fact::BedAssignment(fact) => Some(fact.span.from),
            Fact::BedShare(fact) => Some(fact.span.from),
            Fact::Absence(fact) => Some(fact.span.from),
            Fact::Closure(fact) => Some(fact.span.from),
            Fact::Hold(fact) => Some(fact.span.from),
            Fact::Waiting(fact) => Some(fact.span.from),
            Fact::ApartPair(fact) => Some(fact.span.from),
            _ => None,
        });
        retired
            .chain([self.happened_at])
            .min()
            .unwrap_or(Instant::EVER)
    }
}

/// Whether somebody may take an action back: a manager any, reception their own for so many hours.
///
/// # Errors
/// Refused otherwise: a manager can.
pub fn may_undo(
    own: bool,
    recorded_at: Instant,
    hours: u16,
    asking: Asking,
) -> Result<(), Refusal> {
    let young = recorded_at.plus_minutes(i64::from(hours) * 60) >= asking.now;
    if asking.role >= Role::Manager || (own && young) {
        return Ok(());
    }
    Err(if own {
        Refusal::UndoTooLate {
            hours: hours.into(),
        }
    } else {
        Refusal::UndoNotYours
    })
}

/// Whether taking something back leads past the places or the rules: a manager can, with a reason. What was so right
/// before it was done, as it was known then, was decided already.
///
/// # Errors
/// Refused otherwise.
pub fn may_lead_to(
    before: &Centre,
    after: &Centre,
    (then, at): (&Centre, Instant),
    reason: &Override,
    asking: Asking,
) -> Result<(), Refusal> {
    let now = asking.now;
    let people = |centre: &Centre, at| (centre.stays_at(at).count(), centre.capacity(at));
    let (taken, places) = people(after, now);
    let (taken_then, places_then) = people(then, at);
    let (taken_before, places_before) = people(before, now);
    let more = taken > taken_before;
    let was_over = !more && taken_before > places_before;
    let was_short = || {
        !more
            && (short_of_places(before, Span::since(now), now).is_some()
                || short_of_places(then, Span::since(at), at).is_some())
    };
    if taken > places && taken_then <= places_then && !was_over {
        asking.may_override(reason, Refusal::OverCapacity { taken, places })?;
    } else if let Some(short) = short_of_places(after, Span::since(now), now)
        && !was_short()
    {
        asking.may_override(reason, short)?;
    }
    let stood = Scene::of(then, at).standing();
    let mut breaches = new_breaches(before, after, now);
    breaches.retain(|breach| !stood.iter().any(|other| other.same(breach)));
    if !breaches.is_empty() {
        asking.may_override(reason, Refusal::BreaksRules { breaches })?;
    }
    Ok(())
}

/// Takes an action back: what it added stops being the record, what it retired is the record again.
///
/// # Errors
/// Refused, naming the later actions, when one of them changed what this one added, or could not have
/// happened without it. The making of the centre and accounts can't be undone.
pub fn undo(
    centre: &Centre,
    action: &Recorded,
    reason: Option<String>,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let nothing = action.added.is_empty() && action.retired.is_empty();
    if action.kind.is_lasting() || nothing {
        return Err(Refusal::NothingToUndo);
    }
    let mut later: Vec<_> = action
        .added
        .iter()
        .filter_map(|fact| fact.changed_by)
        .collect();
    let mut centre = centre.clone();
    centre.made_by.extend(&action.later);
    // Nothing older stands in its way: it was done with that.
    centre.made_by.retain(|_, made| *made > action.seq);
    // What this one retired and is the record again was brought back by a later action.
    let back = action.retired.iter().filter_map(|fact| {
        let replaced = action.added.iter().any(|added| added.key == fact.key());
        centre
            .made_by
            .get(&fact.key())
            .copied()
            .filter(|_| !replaced && centre.has(fact.key()))
    });
    later.extend(back);
    if !later.is_empty() {
        later.sort_unstable();
        later.dedup();
        let obstacles = later.into_iter().map(Obstacle::from).collect();
        return Err(Refusal::LaterActions { obstacles });
    }
    let changes = Changes {
        retire: action.added.iter().map(|fact| fact.key).collect(),
        add: action.retired.clone(),
    };
    let mut after = centre.clone();
    after.apply(&changes, 0);
    let clashes = new_clashes(&centre, &after, asking.now);
    let behind = clashes.iter().flat_map(|clash| behind(&after, *clash));
    let behind = behind.filter_map(|key| centre.made_by.get(&key).copied());
    let behind: BTreeSet<ActionSeq> = behind.collect();
    if !behind.is_empty() {
        let obstacles = behind.into_iter().map(Obstacle::from).collect();
        return Err(Refusal::LaterActions { obstacles });
    }
    keeps_holds(&centre, &after, asking.now)?;
    let reason = super::kept(reason);
    let kind = ActionKind::Undo;
    checked(
        &centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason,
            changes,
        },
    )
}

/// By what somebody has a bed that is held for others: the hold, the night in it, and when they are expected to leave.
fn behind(centre: &Centre, (stay, hold, bed): Clash) -> Vec<FactKey> {
    let held = centre.held_beds.values();
    let held = held.filter(|one| one.hold == hold && one.bed == bed);
    let nights = centre.bed_assignments.values();
    let nights = nights.filter(|one| one.stay == stay && one.bed == bed);
    let leaves = centre.expected_departure(stay);
    (held.map(|one| one.id.into()))
        .chain(nights.map(|one| one.id.into()))
        .chain(leaves.map(|one| one.id.into()))
        .chain([hold.into()])
        .collect()
}
