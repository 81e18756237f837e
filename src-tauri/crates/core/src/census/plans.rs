//! Beds, assistance, holds and waiting in a period.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::Period;
use crate::centre::Centre;
use crate::id::{BedId, BeneficiaryId};
use crate::terms::{AssistanceKind, BedKind, WaitingEnd};
use crate::time::{Instant, Span, midnight};

/// Beds of the house summed over the nights of a period; cots apart from the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Beds {
    /// Beds but for cots, by night.
    pub bed_nights: u32,
    /// Of these, closed.
    pub closed_bed_nights: u32,
    /// Cots, by night.
    pub cot_nights: u32,
    /// Of these, closed.
    pub closed_cot_nights: u32,
}

/// Assistance of one kind given in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Given {
    /// What.
    pub kind: AssistanceKind,
    /// How many times.
    pub times: u32,
    /// To how many different persons.
    pub persons: u32,
    /// What the centre calls it, where it is none of the listed kinds, and how many times; the most frequent first.
    /// It stays inside: what leaves says the kind alone.
    pub named: Vec<(String, u32)>,
}

/// Places held, by holds that began in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Held {
    /// How many holds began.
    pub holds: u32,
    /// Of these, for a party of the waiting list that was checked in.
    pub checked_in: u32,
    /// Of these, ended by the end of the period, and not for a party of the waiting list that was checked in.
    pub lapsed: u32,
}

/// Waiting that ended in a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Waited {
    /// How many parties, by how it ended; all ways.
    pub ended: Vec<(WaitingEnd, u32)>,
    /// Days from being noted to being checked in, on average over those who were; none if nobody was.
    pub mean_days_to_check_in: Option<f64>,
}

/// Beds by night: those the record has, each night closed or not.
pub(super) fn beds(centre: &Centre, period: Period) -> Beds {
    let days = u32::try_from(period.days()).unwrap_or(u32::MAX);
    let mut closures: BTreeMap<BedId, Vec<Span>> = BTreeMap::new();
    for closure in centre.closures.values() {
        closures.entry(closure.bed).or_default().push(closure.span);
    }
    let mut beds = Beds::default();
    for bed in centre.beds.values() {
        let standing = centre.bed_standing(bed.id);
        let stands = |at| standing.is_none_or(|one| over(one.span, at));
        let stood = standing.map_or(days, |_| nights(&stands, period));
        let closed = closures.get(&bed.id).map_or(0, |spans| {
            let shut = |at| stands(at) && spans.iter().any(|span| over(*span, at));
            nights(&shut, period)
        });
        let (all, shut) = match bed.kind {
            BedKind::Cot => (&mut beds.cot_nights, &mut beds.closed_cot_nights),
            _ => (&mut beds.bed_nights, &mut beds.closed_bed_nights),
        };
        *all += stood;
        *shut += closed;
    }
    beds
}

/// Whether something lasts over a midnight.
fn over(span: Span, at: Instant) -> bool {
    span.from < at && span.to.is_none_or(|to| to >= at)
}

/// At how many midnights of the period it is so.
fn nights(so: &dyn Fn(Instant) -> bool, period: Period) -> u32 {
    let days = period.first().iter_days().take(period.days());
    let nights = days
        .filter_map(|day| day.succ_opt())
        .filter(|next| so(midnight(*next)));
    u32::try_from(nights.count()).unwrap_or(u32::MAX)
}

/// Assistance given on the days of the period; all kinds.
pub(super) fn given(centre: &Centre, period: Period) -> Vec<Given> {
    let of = |kind: &AssistanceKind| {
        let noted = centre
            .assistances
            .values()
            .filter(|one| one.kind == *kind && period.has(one.day));
        let (mut times, mut persons) = (0, BTreeSet::<BeneficiaryId>::new());
        let mut names: BTreeMap<&str, u32> = BTreeMap::new();
        for one in noted {
            times += 1;
            if let Some(name) = &one.name {
                *names.entry(name).or_default() += 1;
            }
            persons.extend(centre.stays.get(&one.stay).map(|stay| stay.beneficiary));
        }
        Given {
            kind: *kind,
            times,
            persons: u32::try_from(persons.len()).unwrap_or(u32::MAX),
            named: by_frequency(names),
        }
    };
    AssistanceKind::ALL.iter().map(of).collect()
}

fn by_frequency(names: BTreeMap<&str, u32>) -> Vec<(String, u32)> {
    let mut named: Vec<_> = names
        .into_iter()
        .map(|(name, times)| (name.to_owned(), times))
        .collect();
    named.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    named
}

/// Holds that began in the period.
pub(super) fn held(centre: &Centre, period: Period) -> Held {
    let end = midnight(period.after());
    let mut held = Held::default();
    for hold in centre
        .holds
        .values()
        .filter(|hold| period.has(hold.span.from.day()))
    {
        let waiting = hold
            .waiting
            .and_then(|waiting| centre.waitings.get(&waiting));
        let came = waiting.is_some_and(|one| one.end == Some(WaitingEnd::CheckedIn));
        let ended = hold.span.to.is_some_and(|to| to <= end);
        held.holds += 1;
        held.checked_in += u32::from(came);
        held.lapsed += u32::from(ended && !came);
    }
    held
}

/// Waiting that ended in the period.
pub(super) fn waited(centre: &Centre, period: Period) -> Waited {
    let ended = || {
        let over = centre
            .waitings
            .values()
            .filter_map(|one| Some((one.span.from, one.span.to?, one.end?)));
        over.filter(|(_, to, _)| period.has(to.day()))
    };
    let count = |end: &WaitingEnd| {
        u32::try_from(ended().filter(|(_, _, how)| how == end).count()).unwrap_or(u32::MAX)
    };
    let (mut parties, mut days) = (0u32, 0i64);
    for (from, to, _) in ended().filter(|(_, _, how)| *how == WaitingEnd::CheckedIn) {
        parties += 1;
        days += (to.day() - from.day()).num_days();
    }
    #[allow(clippy::cast_precision_loss)]
    let mean = (parties > 0).then(|| days as f64 / f64::from(parties));
    Waited {
        ended: WaitingEnd::ALL
            .iter()
            .map(|end| (*end, count(end)))
            .collect(),
        mean_days_to_check_in: mean,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::facts::{Bed, BedStanding, Closure};
    use crate::id::{BedStandingId, ClosureId, RoomId};

    #[test]
    fn a_bed_that_was_closed_and_then_taken_away_was_closed_while_it_stood() {
        let day = |day| midnight(NaiveDate::from_ymd_opt(2009, 3, day).expect("a day"));
        let bed = BedId::new();
        let mut centre = Centre::default();
        let kind = BedKind::Single;
        let (room, number) = (RoomId::new(), 1);
        centre.beds.insert(
            bed,
            Bed {
                id: bed,
                room,
                number,
                kind,
            },
        );
        let closure = Closure {
            id: ClosureId::new(),
            bed,
            reason: String::new(),
            span: Span::since(day(8).plus_minutes(600)),
        };
        centre.closures.insert(closure.id, closure);
        let standing = BedStanding {
            id: BedStandingId::new(),
            bed,
            span: Span {
                from: Instant::EVER,
                to: Some(day(11).plus_minutes(600)),
            },
        };
        centre.bed_standings.insert(standing.id, standing);
        let march = Period::new(day(1).day(), day(31).day()).expect("a period");
        let found = beds(&centre, march);
        assert_eq!((found.bed_nights, found.closed_bed_nights), (10, 3));
    }
}
