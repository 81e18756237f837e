//! Beds that can't be used for a while.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::held::{bed_held, held_ahead};
use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::Closure;
use crate::id::{BedId, ClosureId};
use crate::refusal::Refusal;
use crate::time::{Instant, Span, WallTime};

/// A bed or the beds of a room that are to be closed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Close {
    /// Which beds.
    pub beds: Vec<BedId>,
    /// From when on; now if not said. It may lie ahead.
    pub from: Option<WallTime>,
    /// Until when, if it is known.
    pub to: Option<WallTime>,
    /// Why.
    pub reason: String,
}

/// Beds that can be used again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Reopen {
    /// Which closures end: a bed that is closed may be to be closed again later.
    pub closures: Vec<ClosureId>,
    /// When; now if not said.
    #[serde(default)]
    pub at: Option<WallTime>,
}

/// An instant that may lie ahead.
pub(super) fn planned(at: WallTime) -> Result<Instant, Refusal> {
    at.instant().ok_or(Refusal::NoSuchTime)
}

/// Closes beds. A closure that lies ahead may find people in them still: the board names them.
///
/// # Errors
/// Refused without a reason, where somebody is in one of the beds when the closure begins or is put into
/// it by what is recorded, and for a bed that is closed or held then already.
pub fn close(centre: &Centre, request: &Close, asking: Asking) -> Result<Decision, Refusal> {
    text_fits(&request.reason)?;
    let reason = kept(Some(request.reason.clone())).ok_or(Refusal::NeedsReason)?;
    let from = request.from.map_or(Ok(asking.now), planned)?;
    let span = Span {
        from,
        to: request.to.map(planned).transpose()?,
    };
    if !span.is_possible() {
        return Err(Refusal::EndsBeforeItBegins);
    }
    if request.beds.is_empty() {
        return Err(Refusal::NotFound);
    }
    let mut changes = Changes::default();
    let mut people = Vec::new();
    for bed in request.beds.iter().collect::<BTreeSet<_>>() {
        if !centre.beds.contains_key(bed) {
            return Err(Refusal::NotFound);
        }
        let label = centre.bed_label(*bed);
        if !centre.stands(*bed, from) {
            return Err(Refusal::BedGone { bed: label });
        }
        let closed = centre
            .closures
            .values()
            .find(|other| other.bed == *bed && other.span.overlaps(span));
        if let Some(closed) = closed {
            return Err(Refusal::BedClosed {
                bed: label,
                until: closed.span.to,
            });
        }
        let held = held_ahead(centre, asking.now);
        for (held, hold, ahead) in held {
            if held.bed == *bed && ahead.overlaps(span) {
                return Err(bed_held(centre, *bed, hold));
            }
        }
        // Whoever is there now can still move before a closure that lies ahead.
        let mut inside = centre
            .bed_assignments
            .values()
            .filter(|a| a.bed == *bed && a.span.overlaps(span));
        people.extend(
            inside
                .find(|a| from <= asking.now || a.span.from >= from)
                .map(|a| (centre.code_of(a.stay), label)),
        );
        changes.add(Closure {
            id: ClosureId::new(),
            bed: *bed,
            reason: reason.clone(),
            span,
        });
    }
    if !people.is_empty() {
        people.sort();
        return Err(Refusal::MustMoveFirst { people });
    }
    let kind = ActionKind::Close;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: Some(reason),
            changes,
        },
    )
}

/// Ends closures: now, or, where they lie ahead, as if they had not been planned.
///
/// # Errors
/// Refused for a closure that is over.
pub fn reopen(centre: &Centre, request: &Reopen, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let mut changes = Changes::default();
    for id in request.closures.iter().collect::<BTreeSet<_>>() {
        let closure = centre.closures.get(id);
        let closure = closure
            .filter(|closure| closure.span.to.is_none_or(|to| to > at))
            .ok_or(Refusal::NotFound)?;
        if closure.span.from < at {
            changes.replace(Closure {
                span: Span {
                    to: Some(at),
                    ..closure.span
                },
                ..closure.clone()
            });
        } else {
            changes.retire(closure.id);
        }
    }
    if changes == Changes::default() {
        return Err(Refusal::NothingChanges);
    }
    let kind = ActionKind::Reopen;
    checked(
        centre,
        Decision {
            kind,
            happened_at: at,
            reason: None,
            changes,
        },
    )
}
