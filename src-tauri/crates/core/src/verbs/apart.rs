//! Two people who must not share a room, for a reason that only a manager knows (R1).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionKind, Asking, Decision, checked, text_fits};
use crate::centre::{Centre, Changes};
use crate::facts::ApartPair;
use crate::id::{ApartPairId, StayId};
use crate::refusal::Refusal;
use crate::terms::Role;
use crate::time::Span;

/// Two people who are to be kept apart from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeepApart {
    /// The one, by a stay of theirs.
    pub one: StayId,
    /// The other.
    pub other: StayId,
    /// Why. It stays out of the journal, which reception reads.
    pub reason: String,
}

/// A pair who may share a room again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct LetTogether {
    /// Which pair.
    pub pair: ApartPairId,
}

/// Keeps two people apart. Where they share a room now, nobody is moved: the board shows it.
///
/// # Errors
/// Refused to anybody but a manager, without a reason, and for people who are kept apart already.
pub fn keep_apart(
    centre: &Centre,
    request: &KeepApart,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    text_fits(&request.reason)?;
    let reason = request.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::NeedsReason);
    }
    let who = |stay| {
        centre
            .stays
            .get(&stay)
            .map(|stay| stay.beneficiary)
            .ok_or(Refusal::NotFound)
    };
    let (one, other) = (who(request.one)?, who(request.other)?);
    if one == other {
        return Err(Refusal::NothingChanges);
    }
    let span = Span::since(asking.now);
    let same = |pair: &&ApartPair| [(one, other), (other, one)].contains(&(pair.one, pair.other));
    if centre
        .apart_pairs
        .values()
        .filter(same)
        .any(|pair| pair.span.overlaps(span))
    {
        return Err(Refusal::NothingChanges);
    }
    let mut changes = Changes::default();
    changes.add(ApartPair {
        id: ApartPairId::new(),
        one,
        other,
        reason,
        span,
    });
    let kind = ActionKind::KeepApart;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}

/// Ends a pair: from now on the two may share a room.
///
/// # Errors
/// Refused to anybody but a manager, and for a pair that has ended.
pub fn let_together(
    centre: &Centre,
    request: LetTogether,
    asking: Asking,
) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    let pair = centre
        .apart_pairs
        .get(&request.pair)
        .ok_or(Refusal::NotFound)?;
    if pair.span.to.is_some() {
        return Err(Refusal::NothingChanges);
    }
    let mut changes = Changes::default();
    if pair.span.from < asking.now {
        changes.replace(ApartPair {
            span: Span {
                to: Some(asking.now),
                ..pair.span
            },
            ..pair.clone()
        });
    } else {
        changes.retire(pair.id);
    }
    let kind = ActionKind::LetTogether;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}
