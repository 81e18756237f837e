//! The months of a longer period. Each has a sheet of its own, and so have the quarters, half-years and years
//! among them: what those hide is hidden here too, and what they show is known to the reader, so that a
//! hidden month isn't what is left of a total.
//!
//! A sheet of its own is taken as its days tell it, without the words by which its stays are told apart. Of
//! what isn't known by month (lengths of stay, assistance, holds, waiting) a longer sheet takes no account of
//! the shorter ones, and no sheet of the one after it: a hidden census of a last day may follow from the next
//! month's sheet.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::counts::course;
use crate::census::occupancy::Occupancy;
use crate::census::suppress::{At, Publication};

/// A calendar month, as far as it lies in a period.
pub(super) struct Month {
    pub(super) first: NaiveDate,
    pub(super) place_days: u32,
    /// Bed-days, admissions and discharges.
    pub(super) values: [u32; 3],
    pub(super) counts: [At; 3],
    pub(super) census_last: u32,
    pub(super) last_day: At,
}

/// What a month counts, and what its own sheet hides.
pub(super) struct Own {
    first: NaiveDate,
    place_days: u32,
    before: u32,
    values: [u32; 3],
    census_last: u32,
    hides: [bool; 3],
    hides_first: bool,
    hides_last: bool,
}

impl Own {
    /// Whether the sheet of the month that begins with this day hides the census of the day.
    pub(super) fn hides_first(months: &[Self], day: NaiveDate) -> bool {
        (months.first()).is_some_and(|month| month.first == day && month.hides_first)
    }
}

/// Adds the months of a period, with what is known between them and the totals: the bed-days, admissions
/// and discharges of the period.
pub(super) fn add(
    p: &mut Publication,
    totals: [At; 3],
    before: u32,
    months: Vec<Own>,
) -> Vec<Month> {
    let mut at_start = p.known(before.into());
    let mut found: Vec<Month> = Vec::new();
    for own in months {
        let counts =
            [0, 1, 2].map(|which| p.count_or_withhold(own.values[which], own.hides[which]));
        let last_day = if own.hides_last {
            p.withheld(own.census_last.into())
        } else {
            p.told(own.census_last.into())
        };
        p.equation(&[
            (counts[1], 1),
            (counts[2], -1),
            (last_day, -1),
            (at_start, 1),
        ]);
        at_start = last_day;
        found.push(Month {
            first: own.first,
            place_days: own.place_days,
            values: own.values,
            counts,
            census_last: own.census_last,
            last_day,
        });
    }
    for (which, total) in totals.into_iter().enumerate() {
        let parts: Vec<At> = found.iter().map(|month| month.counts[which]).collect();
        p.sum(total, &parts);
    }
    found
}

/// The months of a period.
pub(super) fn own(of: &Occupancy, mut before: u32, least: u32) -> Vec<Own> {
    let f = &of.figures;
    let mut months: Vec<Own> = Vec::new();
    for (first, days) in days_by_month(of) {
        let sum = |list: &[u32]| list[days.clone()].iter().sum::<u32>();
        let values = [sum(&f.census), sum(&f.arrived), sum(&f.left)];
        let place_days = sum(&f.places);
        if months.is_empty() && place_days == 0 && values == [0; 3] {
            // Before there was a centre.
            continue;
        }
        let census = &f.census[days];
        let (hides, [hides_first, hides_last]) =
            hides(values, census, before, of.breakdowns.len(), least);
        let census_last = census.last().copied().unwrap_or(before);
        months.push(Own {
            first,
            place_days,
            before,
            values,
            census_last,
            hides,
            hides_first,
            hides_last,
        });
        before = census_last;
    }
    months
}

/// The months of a period: the first day of each in it, and the places of its days.
fn days_by_month(of: &Occupancy) -> Vec<(NaiveDate, Range<usize>)> {
    let mut months: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    let days = of.first.iter_days().take(of.figures.census.len());
    for (at, day) in days.enumerate() {
        match months.last_mut() {
            Some((first, days)) if (first.year(), first.month()) == (day.year(), day.month()) => {
                days.end = at + 1;
            }
            _ => months.push((day, at..at + 1)),
        }
    }
    months
}

/// Whether a month's own sheet hides its bed-days, admissions and discharges, and the census of its first and last day.
fn hides(
    values: [u32; 3],
    census: &[u32],
    before: u32,
    breakdowns: usize,
    least: u32,
) -> ([bool; 3], [bool; 2]) {
    let small = |value: &u32| (1..least).contains(value);
    if !values.iter().chain(census).any(small) {
        return ([false; 3], [false; 2]);
    }
    let mut p = Publication::default();
    let totals = values.map(|value| p.count(value.into()));
    let days = course(&mut p, totals, before, census);
    // Discharges are told apart by length; stays by several things and as persons by sex.
    let length = p.count(values[2].into());
    p.sum(totals[2], &[length]);
    let all = u64::from(before) + u64::from(values[1]);
    let before = p.known(before.into());
    let stays = p.count(all);
    p.sum(stays, &[totals[1], before]);
    for _ in 0..=breakdowns {
        let part = p.count(all);
        p.sum(stays, &[part]);
    }
    let hidden = p.hide(least.into());
    let ends = [days.first(), days.last()];
    let ends = ends.map(|day| day.is_some_and(|at| hidden.is(*at)));
    (totals.map(|at| hidden.is(at)), ends)
}

/// Which totals of months (bed-days, admissions, discharges) would tell, beside the sheets of each of them
/// and of the quarters, half-years and years among them, what one of these hides.
pub(super) fn tell(months: &[Own], least: u32) -> [bool; 3] {
    would_tell(months, &inside(months, least), least)
}

fn would_tell(months: &[Own], inside: &[Inside], least: u32) -> [bool; 3] {
    if !months.iter().any(|month| month.hides.contains(&true)) {
        return [false; 3];
    }
    let mut p = Publication::default();
    let sum = |months: &[Own], which: usize| -> u64 {
        months
            .iter()
            .map(|month| u64::from(month.values[which]))
            .sum()
    };
    let counts: Vec<[At; 3]> = (months.iter())
        .map(|month| {
            let counts = [0, 1, 2].map(|which| {
                let value = month.values[which].into();
                if month.hides[which] {
                    p.withheld(value)
                } else {
                    p.known(value)
                }
            });
            if !month.hides_last {
                let ends = [month.before, month.census_last].map(|census| p.known(census.into()));
                p.equation(&[(counts[1], 1), (counts[2], -1), (ends[0], 1), (ends[1], -1)]);
            }
            counts
        })
        .collect();
    let totals = [0, 1, 2].map(|which| {
        let total = p.count(sum(months, which));
        let parts: Vec<At> = counts.iter().map(|counts| counts[which]).collect();
        p.sum(total, &parts);
        for sheet in inside.iter().filter(|sheet| sheet.shows[which]) {
            let shown = p.known(sum(&months[sheet.months.clone()], which));
            p.sum(shown, &parts[sheet.months.clone()]);
        }
        total
    });
    let hidden = p.hide(least.into());
    totals.map(|total| hidden.is(total))
}

/// A quarter, half-year or year among the months of a period.
struct Inside {
    months: Range<usize>,
    /// Whether its own sheet shows its bed-days, admissions and discharges.
    shows: [bool; 3],
}

/// The sheets of quarters, half-years and years among these months.
fn inside(months: &[Own], least: u32) -> Vec<Inside> {
    let mut found: Vec<Inside> = Vec::new();
    for size in [3, 6, 12] {
        for start in 0..months.len() {
            let among = start..start + size;
            let begins = (months[start].first.month0() as usize).is_multiple_of(size);
            if !begins || among.end > months.len() || size == months.len() {
                continue;
            }
            let of = &months[among.clone()];
            let shorter: Vec<Inside> = (found.iter())
                .filter(|one| among.start <= one.months.start && one.months.end <= among.end)
                .map(|one| Inside {
                    months: one.months.start - start..one.months.end - start,
                    shows: one.shows,
                })
                .collect();
            found.push(Inside {
                months: among,
                shows: would_tell(of, &shorter, least).map(|tells| !tells),
            });
        }
    }
    found
}
