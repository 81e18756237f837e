//! Everything about one person: each stay with its beds, absences, grounds, phases, terms and assistance.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::{GroundView, PersonView, person};
use crate::centre::Centre;
use crate::id::BeneficiaryId;
use crate::terms::PhaseKind;
use crate::time::Instant;

/// A stay with what changed during it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StayHistory {
    /// The stay, as it is now or was at its last moment.
    pub view: PersonView,
    /// The grounds, the first first: which, from when, until when.
    pub grounds: Vec<(GroundView, Instant, Option<Instant>)>,
    /// The phases, the first first: which, from when, until when.
    pub phases: Vec<(PhaseKind, Instant, Option<Instant>)>,
}

/// The stays of a person, the latest first.
#[must_use]
pub fn history(centre: &Centre, who: BeneficiaryId, now: Instant) -> Vec<StayHistory> {
    let mut stays: Vec<_> = centre
        .stays
        .values()
        .filter(|stay| stay.beneficiary == who)
        .collect();
    stays.sort_by_key(|stay| std::cmp::Reverse(stay.span.from));
    let stays = stays.into_iter().filter_map(|stay| {
        let mut grounds: Vec<_> = (centre
            .grounds
            .values()
            .filter(|ground| ground.stay == stay.id))
        .map(|ground| {
            let (kind, decided_by, decided_on) =
                (ground.kind, ground.decided_by, ground.decided_on);
            (
                GroundView {
                    kind,
                    decided_by,
                    decided_on,
                },
                ground.span.from,
                ground.span.to,
            )
        })
        .collect();
        grounds.sort_by_key(|(_, from, _)| *from);
        let mut phases: Vec<_> = (centre.phases.values().filter(|phase| phase.stay == stay.id))
            .map(|phase| (phase.kind, phase.span.from, phase.span.to))
            .collect();
        phases.sort_by_key(|(_, from, _)| *from);
        Some(StayHistory {
            view: person(centre, stay.id, now)?,
            grounds,
            phases,
        })
    });
    stays.collect()
}
