//! How long people stayed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::{Period, Register};
use crate::centre::Centre;
use crate::id::StayId;
use crate::terms::choice;

choice! {
    /// Nights from the day of admission to the day of discharge.
    LengthBand {
        /// Left on the day of admission.
        None = "0",
        /// 1 to 3.
        To3 = "1-3",
        /// 4 to 7.
        To7 = "4-7",
        /// 8 to 14.
        To14 = "8-14",
        /// 15 to 30.
        To30 = "15-30",
        /// 31 to 60.
        To60 = "31-60",
        /// 61 to 90.
        To90 = "61-90",
        /// 91 and more.
        From91 = "91+",
    }
}

impl LengthBand {
    /// The band of so many nights.
    #[must_use]
    pub fn of(nights: u32) -> Self {
        match nights {
            0 => Self::None,
            1..=3 => Self::To3,
            4..=7 => Self::To7,
            8..=14 => Self::To14,
            15..=30 => Self::To30,
            31..=60 => Self::To60,
            61..=90 => Self::To90,
            _ => Self::From91,
        }
    }
}

/// How long the stays lasted that ended in a period, and how long the others run by its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Lengths {
    /// As many stays were shorter as were longer, in nights; none without discharges.
    pub median_nights: Option<f64>,
    /// The longest of them, nights.
    pub longest_nights: Option<u32>,
    /// How many stays of each length ended; all bands.
    pub bands: Vec<(LengthBand, u32)>,
    /// The stays that run at the end of the period, the longest first.
    pub current: Vec<CurrentStay>,
}

/// A stay that runs at the end of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CurrentStay {
    /// Which.
    pub stay: StayId,
    /// The person's code.
    pub code: String,
    /// The day of the stay on the last day of the period; the day of admission is day 1.
    pub days: u32,
    /// How many days it may last.
    pub term: Option<u16>,
}

/// How long the stays of a period lasted.
pub(super) fn lengths(centre: &Centre, register: &Register, period: Period) -> Lengths {
    let mut nights: Vec<u32> = (register.residences.iter())
        .filter_map(|residence| Some((residence.span.from.day(), residence.span.to?.day())))
        .filter(|(_, left)| period.has(*left))
        .map(|(came, left)| u32::try_from((left - came).num_days()).unwrap_or(0))
        .collect();
    nights.sort_unstable();
    let middle = nights.len() / 2;
    let median_nights = match (nights.get(middle), nights.len() % 2) {
        (Some(one), 1) => Some(f64::from(*one)),
        (Some(one), _) => Some(f64::midpoint(
            f64::from(nights[middle - 1]),
            f64::from(*one),
        )),
        (None, _) => None,
    };
    let of = |band: &LengthBand| {
        nights
            .iter()
            .filter(|nights| LengthBand::of(**nights) == *band)
            .count()
    };
    let bands = LengthBand::ALL
        .iter()
        .map(|band| (*band, u32::try_from(of(band)).unwrap_or(u32::MAX)))
        .collect();
    let end = period.last_instant();
    let mut current: Vec<CurrentStay> = (centre.stays.values())
        .filter(|stay| stay.span.contains(end))
        .map(|stay| CurrentStay {
            stay: stay.id,
            code: centre.code_of(stay.id),
            days: u32::try_from((period.last() - stay.span.from.day()).num_days() + 1).unwrap_or(0),
            term: centre
                .terms
                .values()
                .find(|term| term.stay == stay.id)
                .map(|term| term.days),
        })
        .collect();
    current.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.code.cmp(&b.code)));
    Lengths {
        median_nights,
        longest_nights: nights.last().copied(),
        bands,
        current,
    }
}
