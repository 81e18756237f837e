//! Commands about a period: how full the centre was and whom it served.

use vatra_core::Centre;
use vatra_core::census::{self, CountedStay, Leaving, Occupancy, Period};
use vatra_core::refusal::Refusal;
use vatra_core::time::midnight;
use vatra_core::verbs::Asking;
use vatra_store::Window;

use super::{Open, Session};
use crate::answers::{CountedRequest, OccupancyRequest};
use crate::problem::{Failure, Problem};

/// Longer than any register; keeps a slip of the pen from counting the days since the year nought.
const MOST_DAYS: usize = 200 * 366;

impl Session {
    /// What leaves the centre of a period: counts without a code, small ones hidden.
    ///
    /// # Errors
    /// As [`Session::occupancy`].
    pub fn leaving(&self, request: OccupancyRequest) -> Result<Option<Leaving>, Problem> {
        self.with_open(|open, asking| leaving(open, request, asking))
    }

    /// How full the centre was in a period and whom it served.
    ///
    /// # Errors
    /// Refused for a period that ends before it begins.
    pub fn occupancy(&self, request: OccupancyRequest) -> Result<Option<Occupancy>, Problem> {
        self.with_open(|open, asking| {
            let read = reading(open, request, asking)?;
            Ok(read.map(|(centre, period)| census::occupancy(&centre, period)))
        })
    }

    /// The stays that a figure of a period counts.
    ///
    /// # Errors
    /// As [`Session::occupancy`].
    pub fn counted(&self, request: CountedRequest) -> Result<Vec<CountedStay>, Problem> {
        self.with_open(|open, asking| {
            let rows = reading(open, request.of, asking)?.map(|(centre, period)| {
                census::counted(&centre, &census::register(&centre), period, request.what)
            });
            Ok(rows.unwrap_or_default())
        })
    }
}

/// What leaves of a period.
pub(super) fn leaving(
    open: &Open,
    request: OccupancyRequest,
    asking: Asking,
) -> Result<Option<Leaving>, Problem> {
    let read = reading(open, request, asking)?;
    // Counts from 1 to below this are hidden where they leave: as it is set now, whatever the period.
    let smallest = open.store.desk(asking.now)?.smallest_count.into();
    Ok(read.map(|(centre, period)| {
        let before = centre.stays_at(midnight(period.first()).plus_millis(-1));
        let before = u32::try_from(before.count()).unwrap_or(u32::MAX);
        census::leaving(&census::occupancy(&centre, period), before, smallest)
    }))
}

/// The record that a period needs, and the days of it that are over.
fn reading(
    open: &Open,
    request: OccupancyRequest,
    asking: Asking,
) -> Result<Option<(Centre, Period)>, Problem> {
    let asked = Period::new(request.first, request.last).ok_or(Refusal::EndsBeforeItBegins)?;
    if asked.days() > MOST_DAYS {
        return Err(Failure::BadRequest.into());
    }
    let known_until = request
        .known_on
        .and_then(|day| day.succ_opt())
        .map(midnight)
        .filter(|at| *at < asking.now);
    let Some(period) = asked.over_by(known_until.unwrap_or(asking.now)) else {
        return Ok(None);
    };
    let known = known_until
        .map(|at| open.store.known_at(at.plus_millis(-1)))
        .transpose()?;
    // Whoever left at the very midnight that begins the period left on its first day.
    let window = Window {
        known,
        until: Some(midnight(period.after())),
        ..Window::from(midnight(period.first()).plus_millis(-1))
    };
    Ok(Some((open.store.load(&window)?, period)))
}
