//! Everything the occupancy screen shows of a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::breakdown::{Breakdown, breakdowns};
use super::figures::{Figures, figures};
use super::lengths::{Lengths, lengths};
use super::plans::{Beds, Given, Held, Waited, beds, given, held, waited};
use super::register::{Period, register};
use crate::centre::Centre;

/// How full the centre was in a period and whom it served.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Occupancy {
    /// The first day.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// The last day that is counted.
    #[ts(type = "string")]
    pub last: NaiveDate,
    /// The figures.
    pub figures: Figures,
    /// How long people stayed.
    pub lengths: Lengths,
    /// The stays, told apart by one thing after the other.
    pub breakdowns: Vec<Breakdown>,
    /// Assistance given, all kinds.
    pub assistance: Vec<Given>,
    /// Beds by night.
    pub beds: Beds,
    /// Places held.
    pub held: Held,
    /// Waiting that ended.
    pub waited: Waited,
}

/// How full the centre was in a period and whom it served. The record must reach back to its first day.
#[must_use]
pub fn occupancy(centre: &Centre, period: Period) -> Occupancy {
    let register = register(centre);
    Occupancy {
        first: period.first(),
        last: period.last(),
        figures: figures(&register, period),
        lengths: lengths(centre, &register, period),
        breakdowns: breakdowns(centre, period),
        assistance: given(centre, period),
        beds: beds(centre, period),
        held: held(centre, period),
        waited: waited(centre, period),
    }
}
