//! Other beds for people who are here: one, a family, or two who swap.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_in::place_in_bed;
use super::held::keeps_holds;
use super::leave::running;
use super::{ActionKind, Asking, Decision, Override, checked, kept};
use crate::centre::{Centre, Changes};
use crate::id::{BedId, StayId};
use crate::placement::new_breaches_through;
use crate::refusal::Refusal;
use crate::time::{Instant, Span, WallTime};

/// Where somebody is to sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "in", content = "id", rename_all = "snake_case")]
pub enum NewPlace {
    /// In a bed of their own.
    Bed(BedId),
    /// In the bed of an adult of the party.
    With(StayId),
}

/// One person who moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveOne {
    /// Whose stay.
    pub stay: StayId,
    /// Where to.
    pub to: NewPlace,
}

/// People who move at the same time.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Move {
    /// Who and where to; two who take each other's bed swap.
    pub moves: Vec<MoveOne>,
    /// When; now if not said.
    pub at: Option<WallTime>,
    /// A manager's reason for going past the rules.
    pub reason: Override,
}

/// Moves people to other beds. What is recorded after that time stays as it is.
///
/// # Errors
/// Refused into a bed that somebody has then or later, and where it breaks rules of room assignment.
pub fn move_people(centre: &Centre, request: &Move, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    if request.moves.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let (after, changes) = rearrange(centre, &request.moves, at)?;
    keeps_holds(centre, &after, asking.now)?;
    let breaches = new_breaches_through(centre, &after, at, asking.now);
    if !breaches.is_empty() {
        asking.may_override(&request.reason, Refusal::BreaksRules { breaches })?;
    }
    let kind = if is_swap(centre, &request.moves, at) {
        ActionKind::Swap
    } else {
        ActionKind::Move
    };
    let reason = kept(request.reason.0.clone());
    checked(
        centre,
        Decision {
            kind,
            happened_at: at,
            reason,
            changes,
        },
    )
}

/// The record with people in other beds from an instant on, and the changes that lead there.
pub(super) fn rearrange(
    centre: &Centre,
    moves: &[MoveOne],
    at: Instant,
) -> Result<(Centre, Changes), Refusal> {
    if !moves.is_empty() {
        running(
            centre,
            &moves.iter().map(|one| one.stay).collect::<Vec<_>>(),
            at,
        )?;
    }
    let mut changes = Changes::default();
    let mut after = centre.clone();
    let mut spans = Vec::new();
    for one in moves {
        let who = || centre.code_of(one.stay);
        let same = match one.to {
            NewPlace::Bed(bed) => {
                centre.share_of(one.stay, at).is_none() && centre.bed_of(one.stay, at) == Some(bed)
            }
            NewPlace::With(adult) => centre
                .share_of(one.stay, at)
                .is_some_and(|s| s.with == adult),
        };
        if same {
            let bed = centre.bed_of(one.stay, at).map(|bed| centre.bed_label(bed));
            return Err(Refusal::SameBed {
                who: who(),
                bed: bed.unwrap_or_default(),
            });
        }
        let (until, cut) =
            cut(centre, one.stay, at).ok_or_else(|| Refusal::NotHere { who: who() })?;
        spans.push(Span {
            from: at,
            to: until,
        });
        after.apply(&cut, 0);
        changes.retire.extend(cut.retire);
        changes.add.extend(cut.add);
    }
    for (one, span) in moves.iter().zip(spans) {
        let fact = place_in_bed(&after, one.stay, one.to, span)?;
        after.put(fact.clone(), 0);
        changes.add(fact);
    }
    Ok((after, changes))
}

/// Ends where somebody sleeps at an instant, and says until when that was to last.
fn cut(centre: &Centre, stay: StayId, at: Instant) -> Option<(Option<Instant>, Changes)> {
    let mut changes = Changes::default();
    let shorter = |span: Span| Span {
        to: Some(at),
        ..span
    };
    let mut own = centre.bed_assignments.values();
    if let Some(a) = own.find(|a| a.stay == stay && a.span.contains(at)) {
        changes.retire(a.id);
        if a.span.from < at {
            changes.add(crate::facts::BedAssignment {
                span: shorter(a.span),
                ..a.clone()
            });
        }
        return Some((a.span.to, changes));
    }
    let share = centre.share_of(stay, at)?;
    changes.retire(share.id);
    if share.span.from < at {
        changes.add(crate::facts::BedShare {
            span: shorter(share.span),
            ..share.clone()
        });
    }
    Some((share.span.to, changes))
}

fn is_swap(centre: &Centre, moves: &[MoveOne], at: Instant) -> bool {
    let [a, b] = moves else { return false };
    let takes = |one: &MoveOne, other: &MoveOne| matches!(one.to, NewPlace::Bed(bed) if centre.bed_of(other.stay, at) == Some(bed));
    takes(a, b) && takes(b, a)
}
