//! Which stays a figure counts, and how often: the sum is the figure.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::figures::{away, persons};
use super::register::{Period, Register, Residence};
use crate::centre::Centre;
use crate::facts::Age;
use crate::id::StayId;
use crate::terms::{Sex, choice};
use crate::time::Instant;

choice! {
    /// A figure whose rows can be asked for.
    Counted {
        /// Nights in the census.
        BedDays = "bed_days",
        /// Nights in the census, but away.
        AbsentNights = "absent_nights",
        /// Stays that began.
        Admissions = "admissions",
        /// Stays that ended.
        Discharges = "discharges",
        /// Stays that ended on the day they began.
        SameDayStays = "same_day_stays",
        /// Nights of the stays that ended: their mean is the mean stay.
        StayNights = "stay_nights",
        /// Different persons, each with the first stay of the period.
        PersonsServed = "persons_served",
    }
}

/// A stay that a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedStay {
    /// Which.
    pub stay: StayId,
    /// The person's code.
    pub code: String,
    /// Female or male.
    pub sex: Sex,
    /// Completed years on the first day of the period, or on the day of admission where that is later.
    pub years: u16,
    /// When it began.
    pub from: Instant,
    /// When it ended, if it has.
    pub to: Option<Instant>,
    /// How much of the figure it is.
    pub count: u32,
}

/// The stays that a figure counts, the earliest first; each with more than nothing.
#[must_use]
pub fn counted(
    centre: &Centre,
    register: &Register,
    period: Period,
    what: Counted,
) -> Vec<CountedStay> {
    let mut rows: Vec<(&Residence, u32)> = match what {
        Counted::PersonsServed => persons(register, period)
            .into_values()
            .map(|(_, stay)| (stay, 1))
            .collect(),
        _ => register
            .residences
            .iter()
            .map(|stay| (stay, share(stay, period, what)))
            .collect(),
    };
    rows.retain(|(_, count)| *count > 0);
    rows.sort_by_key(|(stay, _)| (stay.span.from, stay.stay));
    rows.into_iter()
        .map(|(stay, count)| CountedStay {
            stay: stay.stay,
            code: centre.code_of(stay.stay),
            sex: stay.sex,
            years: Age::on(stay.born, stay.span.from.day().max(period.first())).years,
            from: stay.span.from,
            to: stay.span.to,
            count,
        })
        .collect()
}

/// How much of a figure a stay is.
fn share(residence: &Residence, period: Period, what: Counted) -> u32 {
    let came = residence.span.from.day();
    let left = residence.span.to.map(Instant::day);
    let ended = left.filter(|left| period.has(*left));
    match what {
        Counted::BedDays => nights(came, left, period),
        Counted::AbsentNights => away(residence)
            .into_iter()
            .map(|(from, to)| nights(from, to, period))
            .sum(),
        Counted::Admissions => u32::from(period.has(came)),
        Counted::Discharges => u32::from(ended.is_some()),
        Counted::SameDayStays => u32::from(ended == Some(came)),
        Counted::StayNights => ended.map_or(0, |left| days(came, left)),
        Counted::PersonsServed => 0,
    }
}

/// At how many midnights of the period somebody was there, from the end of one day to the beginning of another.
fn nights(from: NaiveDate, to: Option<NaiveDate>, period: Period) -> u32 {
    let to = to.map_or(period.after(), |to| to.min(period.after()));
    days(from.max(period.first()), to)
}

fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}
