//! The figures of a period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::{Period, Register, Residence, touches};
use crate::facts::Age;
use crate::id::BeneficiaryId;
use crate::terms::{Sex, choice};
use crate::time::midnight;

choice! {
    /// Completed years, as the ministry's table groups them.
    AgeBand {
        /// 0 to 6.
        Under7 = "0-6",
        /// 7 to 13.
        Under14 = "7-13",
        /// 14 to 17.
        Under18 = "14-17",
        /// 18 to 25.
        Under26 = "18-25",
        /// 26 to 35.
        Under36 = "26-35",
        /// 36 to 59.
        Under60 = "36-59",
        /// 60 and older.
        Over59 = "60+",
    }
}

impl AgeBand {
    fn of(years: u16) -> Self {
        match years {
            0..7 => Self::Under7,
            7..14 => Self::Under14,
            14..18 => Self::Under18,
            18..26 => Self::Under26,
            26..36 => Self::Under36,
            36..60 => Self::Under60,
            _ => Self::Over59,
        }
    }
}

/// How many persons of a sex and age were served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Served {
    /// Female or male.
    pub sex: Sex,
    /// Age on the first day of the period, or on the day of the first stay in it where that is later.
    pub band: AgeBand,
    /// How many.
    pub persons: u32,
}

/// The figures of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Figures {
    /// How many days the period has.
    pub days: u32,
    /// The places in force, summed over the days.
    pub place_days: u32,
    /// The census, summed over the days.
    pub bed_days: u32,
    /// Bed-days by place-days; over 1 when places were exceeded. None without places.
    pub occupancy: Option<f64>,
    /// The highest daily census.
    pub peak: u32,
    /// The lowest daily census.
    pub lowest: u32,
    /// The census of the first day.
    pub census_first_day: u32,
    /// The census of the last day.
    pub census_last_day: u32,
    /// Days whose census exceeds the places.
    pub over_capacity_days: u32,
    /// Nights on which somebody in the census was away.
    pub absent_nights: u32,
    /// Stays that began.
    pub admissions: u32,
    /// Stays that ended.
    pub discharges: u32,
    /// Discharges on the day of admission.
    pub same_day_stays: u32,
    /// Nights from admission to discharge, on average over the discharges; none without discharges.
    pub mean_stay_nights: Option<f64>,
    /// Empty place-days by discharge; none without discharges.
    pub turnover_interval_days: Option<f64>,
    /// Different persons with a stay in the period.
    pub persons_served: u32,
    /// These by sex and age; without those of whom there is nobody.
    pub served: Vec<Served>,
    /// The census of each day.
    pub census: Vec<u32>,
    /// The places of each day.
    pub places: Vec<u32>,
    /// The admissions of each day.
    pub arrived: Vec<u32>,
    /// The discharges of each day.
    pub left: Vec<u32>,
}

/// The figures of a period.
#[must_use]
pub fn figures(register: &Register, period: Period) -> Figures {
    let mut days = Days::new(period);
    let (mut same_day_stays, mut nights) = (0, 0);
    for residence in &register.residences {
        let came = residence.span.from.day();
        let left = residence.span.to.map(|to| to.day());
        days.counted.add(came, left);
        for (from, to) in away(residence) {
            days.away.add(from, to);
        }
        if let Some(day) = days.index(came) {
            days.arrived[day] += 1;
        }
        if let Some((day, left)) = left.and_then(|left| Some((days.index(left)?, left))) {
            days.left[day] += 1;
            same_day_stays += u32::from(left == came);
            nights += (left - came).num_days();
        }
    }
    let (census, absent) = (days.counted.counts(), days.away.counts());
    let places = places(register, period);
    let (bed_days, place_days) = (census.iter().sum(), places.iter().sum());
    let discharges = days.left.iter().sum();
    let by = |sum: i64, of: u32| (of > 0).then(|| sum as f64 / f64::from(of));
    let served = served(register, period);
    Figures {
        days: u32::try_from(period.days()).unwrap_or(u32::MAX),
        place_days,
        bed_days,
        occupancy: by(bed_days.into(), place_days),
        peak: census.iter().copied().max().unwrap_or(0),
        lowest: census.iter().copied().min().unwrap_or(0),
        census_first_day: census.first().copied().unwrap_or(0),
        census_last_day: census.last().copied().unwrap_or(0),
        over_capacity_days: census
            .iter()
            .zip(&places)
            .map(|(census, places)| u32::from(census > places))
            .sum(),
        absent_nights: absent.iter().sum(),
        admissions: days.arrived.iter().sum(),
        discharges,
        same_day_stays,
        mean_stay_nights: by(nights, discharges),
        turnover_interval_days: by(i64::from(place_days) - i64::from(bed_days), discharges),
        persons_served: served.iter().map(|group| group.persons).sum(),
        served,
        census,
        places,
        arrived: days.arrived,
        left: days.left,
    }
}

/// The nights away, as days from and to, each night once and none outside the stay.
pub(super) fn away(residence: &Residence) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let mut spans: Vec<_> = (residence.absences.iter())
        .map(|absence| {
            let ends = [absence.to, residence.span.to].into_iter().flatten().min();
            (
                absence.from.max(residence.span.from).day(),
                ends.map(|to| to.day()),
            )
        })
        .filter(|(from, to)| to.is_none_or(|to| *from < to))
        .collect();
    spans.sort_unstable();
    let mut apart: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
    for (from, to) in spans {
        match apart.last_mut() {
            Some((_, end)) if end.is_none_or(|end| from <= end) => {
                *end = end.and_then(|end| to.map(|to| end.max(to)));
            }
            _ => apart.push((from, to)),
        }
    }
    apart
}

struct Days {
    period: Period,
    counted: Midnights,
    away: Midnights,
    arrived: Vec<u32>,
    left: Vec<u32>,
}

impl Days {
    fn new(period: Period) -> Self {
        let none = || vec![0; period.days()];
        Self {
            period,
            counted: Midnights::new(period),
            away: Midnights::new(period),
            arrived: none(),
            left: none(),
        }
    }

    fn index(&self, day: NaiveDate) -> Option<usize> {
        self.period
            .has(day)
            .then(|| usize::try_from((day - self.period.first()).num_days()).unwrap_or(0))
    }
}

/// Counts how many are there at the midnight that ends each day: only where it changes.
struct Midnights {
    period: Period,
    changes: Vec<i64>,
}

impl Midnights {
    fn new(period: Period) -> Self {
        Self {
            period,
            changes: vec![0; period.days() + 1],
        }
    }

    /// Somebody is there at every midnight from the end of one day to the beginning of another.
    fn add(&mut self, from: NaiveDate, to: Option<NaiveDate>) {
        let days = self.changes.len() as i64 - 1;
        let place = |day: NaiveDate| (day - self.period.first()).num_days().clamp(0, days) as usize;
        self.changes[place(from)] += 1;
        self.changes[to.map_or(days as usize, place)] -= 1;
    }

    fn counts(&self) -> Vec<u32> {
        let mut there = 0;
        let days = self.changes[..self.changes.len() - 1].iter();
        days.map(|change| {
            there += change;
            u32::try_from(there).unwrap_or(0)
        })
        .collect()
    }
}

fn places(register: &Register, period: Period) -> Vec<u32> {
    let mut changes = register.places.range(..=period.last()).peekable();
    let mut now = 0;
    let days = period.first().iter_days().take(period.days());
    days.map(|day| {
        while let Some((_, places)) = changes.next_if(|(from, _)| **from <= day) {
            now = *places;
        }
        now
    })
    .collect()
}

/// The different persons with a stay that touches the period, each with that day and the first such stay:
/// the first day of the period, or the day of the stay's beginning where that is later.
pub(super) fn persons(
    register: &Register,
    period: Period,
) -> BTreeMap<BeneficiaryId, (NaiveDate, &Residence)> {
    let (start, end) = (midnight(period.first()), midnight(period.after()));
    let mut persons: BTreeMap<BeneficiaryId, (NaiveDate, &Residence)> = BTreeMap::new();
    for residence in &register.residences {
        if touches(residence.span, start, end) {
            let first = persons
                .entry(residence.person)
                .or_insert((period.first(), residence));
            if residence.span.from < first.1.span.from {
                first.1 = residence;
            }
        }
    }
    for (day, residence) in persons.values_mut() {
        *day = residence.span.from.day().max(period.first());
    }
    persons
}

fn served(register: &Register, period: Period) -> Vec<Served> {
    let mut groups: BTreeMap<(Sex, AgeBand), u32> = BTreeMap::new();
    for (day, residence) in persons(register, period).into_values() {
        let band = AgeBand::of(Age::on(residence.born, day).years);
        *groups.entry((residence.sex, band)).or_default() += 1;
    }
    groups
        .into_iter()
        .map(|((sex, band), persons)| Served { sex, band, persons })
        .collect()
}
