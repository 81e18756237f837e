//! Out for a while, bed kept; and back again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionKind, Asking, Decision, checked};
use crate::centre::{Centre, Changes};
use crate::facts::{Absence, Stay};
use crate::id::{AbsenceId, StayId};
use crate::refusal::Refusal;
use crate::terms::AbsenceKind;
use crate::time::{Instant, Span, WallTime};

/// People who went out for a while.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Leave {
    /// Whose stays.
    pub stays: Vec<StayId>,
    /// When; now if not said.
    pub at: Option<WallTime>,
    /// Where to.
    pub kind: AbsenceKind,
    /// When they said they would be back, if they did.
    pub expected_return: Option<WallTime>,
    /// When they came back, where the whole absence is noted late.
    #[serde(default)]
    pub back: Option<WallTime>,
}

/// People who came back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Return {
    /// Whose stays.
    pub stays: Vec<StayId>,
    /// When; now if not said.
    pub at: Option<WallTime>,
}

/// Notes that people went out; their beds stay theirs.
///
/// # Errors
/// Refused for somebody who is not here, and for whom another absence is noted then: it is named.
pub fn leave(centre: &Centre, request: &Leave, asking: Asking) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let back = request.back.map(|back| asking.at(Some(back))).transpose()?;
    let expected_return = match request.expected_return {
        None => None,
        Some(wall) => Some(wall.instant().ok_or(Refusal::NoSuchTime)?),
    };
    if back.is_some_and(|back| back <= at) || expected_return.is_some_and(|back| back <= at) {
        return Err(Refusal::ReturnBeforeLeaving);
    }
    let mut changes = Changes::default();
    for stay in running(centre, &request.stays, at)? {
        let who = centre.code_of(stay.id);
        // Noted late, of somebody who has since left for good: the absence ends with the stay.
        let span = Span {
            from: at,
            to: back.or(stay.span.to),
        };
        if !stay.span.covers(span) {
            return Err(Refusal::NotHere { who });
        }
        let others = centre.absences.values().filter(|a| a.stay == stay.id);
        let others = others.map(|a| a.span).filter(|other| other.overlaps(span));
        if let Some(other) = others.min_by_key(|other| other.from) {
            return Err(if other.to.is_none() && other.contains(at) {
                Refusal::AlreadyAway { who }
            } else {
                Refusal::AwayThen {
                    who,
                    from: other.from,
                    until: other.to,
                }
            });
        }
        changes.add(Absence {
            id: AbsenceId::new(),
            stay: stay.id,
            kind: request.kind,
            expected_return,
            span,
        });
    }
    let kind = ActionKind::Leave;
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

/// Notes that people came back.
///
/// # Errors
/// Refused for somebody who is not away at that time.
pub fn return_to_house(
    centre: &Centre,
    request: &Return,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let at = asking.at(request.at)?;
    let mut changes = Changes::default();
    for stay in running(centre, &request.stays, at)? {
        let mut absences = centre.absences.values();
        let absence = absences
            .find(|a| a.stay == stay.id && a.span.contains(at) && a.span.from < at)
            .ok_or_else(|| Refusal::NotAway {
                who: centre.code_of(stay.id),
            })?;
        let span = Span {
            to: Some(at),
            ..absence.span
        };
        changes.replace(Absence {
            span,
            ..absence.clone()
        });
    }
    let kind = ActionKind::Return;
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

/// The stays, each once, all of which run at an instant.
pub(super) fn running<'a>(
    centre: &'a Centre,
    ids: &[StayId],
    at: Instant,
) -> Result<Vec<&'a Stay>, Refusal> {
    if ids.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let once: std::collections::BTreeSet<_> = ids.iter().collect();
    let mut stays = Vec::new();
    for id in once {
        let stay = centre.stays.get(id).ok_or(Refusal::NotFound)?;
        if !stay.span.contains(at) {
            return Err(Refusal::NotHere {
                who: centre.code_of(*id),
            });
        }
        stays.push(stay);
    }
    Ok(stays)
}
