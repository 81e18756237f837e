//! Parties that are expected: the waiting list, and places held for them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::close::planned;
use super::held::{ahead, bed_held, held_ahead, short_of_places};
use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::{BedAssignment, Expected, HeldBed, Hold, Waiting};
use crate::id::{BedId, HeldBedId, HoldId, WaitingId};
use crate::refusal::Refusal;
use crate::terms::WaitingEnd;
use crate::time::{Instant, Span, WallTime};

/// A party that is to wait for places.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Wait {
    /// Who, in a few words without names.
    pub label: String,
    /// The members.
    pub members: Vec<Expected>,
    /// Why it is urgent, if it is; urgent ones come before the others.
    pub urgency: Option<String>,
    /// Since when; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// The end of waiting.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct EndWait {
    /// Who waits.
    pub waiting: WaitingId,
    /// How it ended.
    pub end: WaitingEnd,
    /// When; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// Another order of the waiting list.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Reorder {
    /// Who is to stand elsewhere.
    pub waiting: WaitingId,
    /// Before whom; at the end if none.
    pub before: Option<WaitingId>,
    /// When; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// Places to be held.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Keep {
    /// For whom, in a few words without names.
    pub label: String,
    /// How many places.
    pub places: u16,
    /// Which beds, where certain beds are to be held.
    pub beds: Vec<BedId>,
    /// From when on; now if not said. It may lie ahead.
    #[serde(default)]
    pub from: Option<WallTime>,
    /// Until when at the latest.
    pub until: WallTime,
    /// The waiting party that it is for.
    pub waiting: Option<WaitingId>,
}

/// Places that need not be held any longer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Release {
    /// Which hold.
    pub hold: HoldId,
    /// When; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// Puts a party on the waiting list.
///
/// # Errors
/// Refused without a label or members.
pub fn wait(centre: &Centre, request: &Wait, asking: Asking) -> Result<Decision, Refusal> {
    let since = asking.at(request.at)?;
    let label = labelled(&request.label)?;
    let urgency = kept(request.urgency.clone());
    urgency.as_deref().map_or(Ok(()), text_fits)?;
    if request.members.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    if request.members.iter().any(|member| member.years > 120) {
        return Err(Refusal::BadAge);
    }
    let line = queue(centre);
    // Urgent ones stand behind the urgent ones before them.
    let place = match urgency {
        Some(_) => line
            .iter()
            .position(|other| other.urgency.is_none())
            .unwrap_or(line.len()),
        None => line.len(),
    };
    let mut changes = Changes::default();
    let waiting = Waiting {
        id: WaitingId::new(),
        label,
        members: request.members.clone(),
        urgency,
        rank: rank_at(&line, place, &mut changes),
        span: Span::since(since),
        end: None,
    };
    changes.add(waiting);
    decided(centre, ActionKind::Wait, since, changes)
}

/// Ends waiting; places held for the party are released.
///
/// # Errors
/// Refused for a party that doesn't wait any more.
pub fn end_wait(centre: &Centre, request: &EndWait, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let mut changes = Changes::default();
    ended(centre, request.waiting, request.end, at, &mut changes)?;
    for hold in centre
        .holds
        .values()
        .filter(|hold| hold.waiting == Some(request.waiting))
    {
        released(centre, hold, at, &mut changes);
    }
    decided(centre, ActionKind::EndWait, at, changes)
}

/// Changes the order of the waiting list.
///
/// # Errors
/// Refused for a party that doesn't wait, or didn't yet at that time, and where the order stays as it is.
pub fn reorder(centre: &Centre, request: &Reorder, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let line = queue(centre);
    let place = |id| {
        line.iter()
            .position(|one| one.id == id && one.span.from <= at)
            .ok_or(Refusal::NotFound)
    };
    let from = place(request.waiting)?;
    let to = request.before.map_or(Ok(line.len()), place)?;
    if to == from || to == from + 1 {
        return Err(Refusal::NothingChanges);
    }
    let mut order: Vec<_> = line.iter().collect();
    let moved = order.remove(from);
    order.insert(if to > from { to - 1 } else { to }, moved);
    let mut changes = Changes::default();
    for (rank, one) in (0..).zip(order) {
        if one.rank != rank {
            changes.replace(Waiting {
                rank,
                ..(*one).clone()
            });
        }
    }
    decided(centre, ActionKind::Reorder, at, changes)
}

/// Holds places, and beds where certain ones are named, from a time until a time. A bed that somebody
/// still has can be held from when they are expected to leave.
///
/// # Errors
/// Refused for a time that is over, more places than are free at any moment of it, and beds that somebody has
/// then or that are held or closed then. No reason leads past that: it would be promised to two.
pub fn keep(centre: &Centre, request: &Keep, asking: Asking) -> Result<Decision, Refusal> {
    let label = labelled(&request.label)?;
    let from = request.from.map_or(Ok(asking.now), planned)?;
    let until = planned(request.until)?;
    let span = Span {
        from,
        to: Some(until),
    };
    if !span.is_possible() {
        return Err(Refusal::EndsBeforeItBegins);
    }
    let hold = Hold {
        id: HoldId::new(),
        label,
        places: request
            .places
            .max(u16::try_from(request.beds.len()).unwrap_or(u16::MAX)),
        span,
        waiting: request.waiting,
    };
    if hold.places == 0 {
        return Err(Refusal::NobodyNamed);
    }
    let span = ahead(&hold, asking.now).ok_or(Refusal::IsOver)?;
    if request
        .waiting
        .is_some_and(|waiting| !queue(centre).iter().any(|one| one.id == waiting))
    {
        return Err(Refusal::NotFound);
    }
    for bed in &request.beds {
        can_be_held(centre, *bed, span, asking.now)?;
    }
    let mut changes = Changes::default();
    for bed in &request.beds {
        changes.add(HeldBed {
            id: HeldBedId::new(),
            hold: hold.id,
            bed: *bed,
        });
    }
    changes.add(hold);
    let mut after = centre.clone();
    after.apply(&changes, 0);
    if let Some(Refusal::PlacesHeld {
        taken,
        held,
        places,
        at,
        ..
    }) = short_of_places(&after, span, asking.now)
    {
        return Err(Refusal::TooFewPlaces {
            taken,
            held,
            places,
            at,
        });
    }
    decided(centre, ActionKind::Keep, asking.now, changes)
}

/// Whether nobody has a bed for a time, and it is neither closed nor held then.
fn can_be_held(centre: &Centre, bed: BedId, span: Span, now: Instant) -> Result<(), Refusal> {
    if !centre.beds.contains_key(&bed) {
        return Err(Refusal::NotFound);
    }
    let label = || centre.bed_label(bed);
    if centre
        .bed_standing(bed)
        .is_some_and(|one| !one.span.covers(span))
    {
        return Err(Refusal::BedGone { bed: label() });
    }
    let mut closures = centre.closures.values();
    if let Some(closure) = closures.find(|one| one.bed == bed && one.span.overlaps(span)) {
        return Err(Refusal::BedClosed {
            bed: label(),
            until: closure.span.to,
        });
    }
    let held =
        held_ahead(centre, now).find(|(held, _, other)| held.bed == bed && other.overlaps(span));
    if let Some((_, hold, _)) = held {
        return Err(bed_held(centre, bed, hold));
    }
    // Whoever should have left by now and is still here may stay on.
    let use_of = |a: &BedAssignment| {
        let expected = centre.expected_use(a);
        let is_past = expected.to.is_some_and(|to| to <= now);
        if is_past && a.span.contains(now) {
            a.span
        } else {
            expected
        }
    };
    let mut used = centre.bed_assignments.values();
    match used.find(|a| a.bed == bed && use_of(a).overlaps(span)) {
        Some(used) => Err(Refusal::StaysOn {
            bed: label(),
            who: centre.code_of(used.stay),
            until: use_of(used).to,
        }),
        None => Ok(()),
    }
}

/// Releases held places before their time.
///
/// # Errors
/// Refused for a hold that has ended.
pub fn release(centre: &Centre, request: &Release, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let hold = centre.holds.get(&request.hold);
    let hold = hold.filter(|hold| ahead(hold, asking.now).is_some());
    let mut changes = Changes::default();
    released(centre, hold.ok_or(Refusal::NotFound)?, at, &mut changes);
    decided(centre, ActionKind::Release, at, changes)
}

/// How many places are held at an instant.
pub(crate) fn held_places(centre: &Centre, at: Instant) -> usize {
    let holds = centre.holds.values().filter(|hold| hold.span.contains(at));
    holds.map(|hold| usize::from(hold.places)).sum()
}

/// What a party at the door was expected with: its waiting, and every hold that is kept for it.
pub(crate) fn expected_with(
    centre: &Centre,
    hold: Option<HoldId>,
    waiting: Option<WaitingId>,
) -> (Option<WaitingId>, Vec<&Hold>) {
    let waits = |waiting: &WaitingId| {
        centre
            .waitings
            .get(waiting)
            .is_some_and(|one| one.end.is_none())
    };
    let of_hold = hold.and_then(|hold| centre.holds.get(&hold)?.waiting);
    let waiting = waiting.or(of_hold.filter(waits));
    let holds = centre.holds.values();
    let holds =
        holds.filter(|one| hold == Some(one.id) || (waiting.is_some() && one.waiting == waiting));
    (waiting, holds.collect())
}

/// An expected party has come: its waiting ends, and what is held for it is used. A hold that has lapsed since
/// they came is used as well; one that is over when they come keeps nothing, and stands in nobody's way.
pub(super) fn came(
    centre: &Centre,
    (hold, waiting): (Option<HoldId>, Option<WaitingId>),
    at: Instant,
    now: Instant,
    changes: &mut Changes,
) -> Result<(), Refusal> {
    let (waiting, holds) = expected_with(centre, hold, waiting);
    for hold in holds {
        released(centre, hold, now, changes);
    }
    match waiting {
        Some(waiting) => ended(centre, waiting, WaitingEnd::CheckedIn, at, changes),
        None => Ok(()),
    }
}

fn released(centre: &Centre, hold: &Hold, at: Instant, changes: &mut Changes) {
    if hold.span.from < at && hold.span.contains(at) {
        changes.replace(Hold {
            span: Span {
                to: Some(at),
                ..hold.span
            },
            ..hold.clone()
        });
    } else if hold.span.from >= at {
        changes.retire(hold.id);
        let beds = centre
            .held_beds
            .values()
            .filter(|held| held.hold == hold.id);
        beds.for_each(|held| changes.retire(held.id));
    }
}

fn ended(
    centre: &Centre,
    waiting: WaitingId,
    end: WaitingEnd,
    at: Instant,
    changes: &mut Changes,
) -> Result<(), Refusal> {
    let waiting = centre
        .waitings
        .get(&waiting)
        .filter(|one| one.end.is_none())
        .ok_or(Refusal::NotFound)?;
    // Noted and ended in one moment, it was still waited for.
    let to = at.max(waiting.span.from.plus_millis(1));
    changes.replace(Waiting {
        span: Span {
            to: Some(to),
            ..waiting.span
        },
        end: Some(end),
        ..waiting.clone()
    });
    Ok(())
}

/// Who waits, in order.
pub(crate) fn queue(centre: &Centre) -> Vec<&Waiting> {
    let mut line: Vec<_> = centre
        .waitings
        .values()
        .filter(|one| one.end.is_none())
        .collect();
    line.sort_by_key(|one| (one.rank, one.span.from, one.id));
    line
}

/// The rank that puts somebody at a place in the line; those behind make room.
fn rank_at(line: &[&Waiting], place: usize, changes: &mut Changes) -> i64 {
    let before = place.checked_sub(1).map_or(-1, |last| line[last].rank);
    for (rank, one) in (before + 2..).zip(&line[place..]) {
        if one.rank < rank {
            changes.replace(Waiting {
                rank,
                ..(*one).clone()
            });
        }
    }
    before + 1
}

fn labelled(label: &str) -> Result<String, Refusal> {
    text_fits(label)?;
    kept(Some(label.to_owned())).ok_or(Refusal::NobodyNamed)
}

fn decided(
    centre: &Centre,
    kind: ActionKind,
    happened_at: Instant,
    changes: Changes,
) -> Result<Decision, Refusal> {
    checked(
        centre,
        Decision {
            kind,
            happened_at,
            reason: None,
            changes,
        },
    )
}
