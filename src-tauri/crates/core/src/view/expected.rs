//! Who is expected: the waiting list with what would have to happen for each to fit, holds, closures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::Kept;
use super::plans::{PlannedMove, Proposal, Stuck, proposals, stuck};
use crate::centre::Centre;
use crate::facts::Expected;
use crate::id::{BedId, ClosureId, HoldId, WaitingId};
use crate::placement::{Arrival, Scene};
use crate::time::Instant;
use crate::verbs::{ahead, held_places, queue};

/// What is planned, at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Plans {
    /// Who waits, in order.
    pub waiting: Vec<WaitingView>,
    /// What is held, and what lapsed within the last day; the first to lapse first.
    pub holds: Vec<HoldView>,
    /// Closed beds, now or later: the bed, its name, why and for how long, and who must move before.
    pub closures: Vec<ClosureView>,
}

/// A party that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingView {
    /// Which.
    pub id: WaitingId,
    /// Who, in a few words.
    pub label: String,
    /// The members.
    pub members: Vec<Expected>,
    /// Why it is urgent, if it is.
    pub urgency: Option<String>,
    /// Since when.
    pub since: Instant,
    /// The hold of places for it, if there is one that isn't over: it may begin later.
    pub hold: Option<HoldId>,
    /// What would have to happen for it to fit.
    pub fit: WaitingFit,
}

/// What would have to happen for a waiting party to fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "fits", rename_all = "snake_case")]
pub enum WaitingFit {
    /// It fits.
    Now {
        /// The beds that it would have, as people say them, and who would move for it.
        beds: Vec<String>,
        /// The same beds.
        ids: Vec<BedId>,
        /// Who would move.
        moves: Vec<PlannedMove>,
    },
    /// There are beds, but so many places are missing.
    Places {
        /// How many must become free.
        missing: usize,
    },
    /// No bed plan is allowed.
    Stuck {
        /// Why, and what would help.
        why: Stuck,
    },
}

/// Places held for an expected party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoldView {
    /// Which.
    pub id: HoldId,
    /// For whom.
    pub label: String,
    /// How many places.
    pub places: u16,
    /// Certain beds, as people say them.
    pub beds: Vec<String>,
    /// The same beds.
    pub ids: Vec<BedId>,
    /// Since when.
    pub since: Instant,
    /// Until when at the latest.
    pub until: Option<Instant>,
    /// It has lapsed: the places are free again.
    pub lapsed: bool,
    /// The waiting party that it is for.
    pub waiting: Option<WaitingId>,
    /// The members of that party.
    pub members: Vec<Expected>,
}

/// A closed bed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClosureView {
    /// Which.
    pub id: ClosureId,
    /// Which bed.
    pub bed: BedId,
    /// As people say it.
    pub label: String,
    /// Why, and for how long.
    pub kept: Kept,
    /// Who sleeps there and must move before it begins.
    pub must_move: Option<String>,
}

/// What is planned, at an instant.
#[must_use]
pub fn plans(centre: &Centre, at: Instant) -> Plans {
    let free = centre
        .capacity(at)
        .saturating_sub(centre.stays_at(at).count() + held_places(centre, at));
    let waiting = queue(centre).into_iter().map(|one| WaitingView {
        id: one.id,
        label: one.label.clone(),
        members: one.members.clone(),
        urgency: one.urgency.clone(),
        since: one.span.from,
        hold: (centre.holds.values())
            .filter(|hold| hold.waiting == Some(one.id) && ahead(hold, at).is_some())
            .min_by_key(|hold| hold.span.from)
            .map(|hold| hold.id),
        fit: fit(centre, &one.members, free, at),
    });
    let waiting = waiting.collect();
    let day = 24 * 60;
    let recent = centre
        .holds
        .values()
        .filter(|hold| hold.span.to.is_some_and(|to| to.plus_minutes(day) > at));
    let mut holds: Vec<_> = recent
        .map(|hold| {
            let held = centre
                .held_beds
                .values()
                .filter(|held| held.hold == hold.id);
            let ids: Vec<_> = held.map(|held| held.bed).collect();
            let members = hold
                .waiting
                .and_then(|waiting| centre.waitings.get(&waiting));
            HoldView {
                id: hold.id,
                label: hold.label.clone(),
                places: hold.places,
                beds: ids.iter().map(|bed| centre.bed_label(*bed)).collect(),
                ids,
                since: hold.span.from,
                until: hold.span.to,
                lapsed: hold.span.to.is_some_and(|to| to <= at),
                waiting: hold.waiting,
                members: members.map(|one| one.members.clone()).unwrap_or_default(),
            }
        })
        .collect();
    holds.sort_by_key(|hold| (hold.lapsed, hold.until));
    let ahead = centre
        .closures
        .values()
        .filter(|one| one.span.to.is_none_or(|to| to > at) && centre.stands(one.bed, at));
    let mut closures: Vec<_> = ahead
        .map(|one| ClosureView {
            id: one.id,
            bed: one.bed,
            label: centre.bed_label(one.bed),
            kept: Kept::Closed {
                id: one.id,
                reason: one.reason.clone(),
                from: one.span.from,
                until: one.span.to,
            },
            must_move: centre.occupant(one.bed, at).map(|a| centre.code_of(a.stay)),
        })
        .collect();
    closures.sort_by(|a, b| (&a.label, a.kept.from()).cmp(&(&b.label, b.kept.from())));
    Plans {
        waiting,
        holds,
        closures,
    }
}

fn fit(centre: &Centre, members: &[Expected], free: usize, at: Instant) -> WaitingFit {
    let mut scene = Scene::of(centre, at);
    let arrivals: Vec<_> = members
        .iter()
        .map(|member| {
            let needs = member.needs.iter().copied().collect();
            scene.add_arrival(
                &Arrival {
                    who: None,
                    code: String::new(),
                    sex: member.sex,
                    years: member.years,
                    needs,
                },
                None,
            )
        })
        .collect();
    let kept = |one: &Proposal| one.breaches.is_empty();
    let Some(best) = proposals(&scene, &arrivals, &[]).into_iter().find(kept) else {
        return WaitingFit::Stuck {
            why: stuck(&scene, &arrivals),
        };
    };
    if members.len() > free {
        return WaitingFit::Places {
            missing: members.len() - free,
        };
    }
    let ids: Vec<_> = best.beds.iter().flatten().copied().collect();
    WaitingFit::Now {
        beds: ids.iter().map(|bed| centre.bed_label(*bed)).collect(),
        ids,
        moves: best.moves,
    }
}
