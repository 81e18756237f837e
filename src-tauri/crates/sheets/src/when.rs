//! When something was, by the cells of a row.

use chrono::{Datelike, NaiveDate, NaiveTime};
use vatra_core::import::{Field, Moment, RowProblem, a_while_before};
use vatra_core::time::{Instant, Span, WallTime};

use crate::dates::{Written, clock, date};
use crate::line::Line;

impl Line<'_> {
    /// A time from one or two cells; none where there is none, or where it can't be read.
    pub(crate) fn moment(&mut self, field: Field, hour: Field) -> Option<Moment> {
        if self.is_blank(field) {
            return None;
        }
        let Some(written) = date(self.value(field)).filter(|one| one.day.year() >= FIRST_YEAR)
        else {
            self.unreadable(field);
            return None;
        };
        let apart = match clock(self.value(hour)) {
            None if !self.is_blank(hour) => {
                self.unreadable(hour);
                return None;
            }
            apart => apart,
        };
        let clock = apart.or(written.clock);
        let Some(at) = instant(written, clock.unwrap_or(NOON)) else {
            self.problems.push(RowProblem::NoSuchTime { field });
            return None;
        };
        Some(Moment {
            at,
            day_only: clock.is_none(),
        })
    }

    /// When something began, which has to be there.
    pub(crate) fn begin(&mut self) -> Option<Moment> {
        if self.is_blank(Field::From) {
            self.lacking(Field::From);
        }
        self.moment(Field::From, Field::FromTime)
    }

    /// From when until when, of a part of a stay.
    pub(crate) fn span(&mut self) -> Option<Span> {
        let from = self.begin();
        let to = self.moment(Field::To, Field::ToTime);
        from.map(|from| Span {
            from: from.at,
            to: to.map(|to| to.at),
        })
    }

    /// The day on which something was, which has to be there.
    pub(crate) fn on(&mut self, field: Field) -> Option<NaiveDate> {
        let day = date(self.value(field)).map(|written| written.day);
        if day.is_none() {
            self.lacking(field);
        }
        day
    }

    pub(crate) fn day(&mut self, field: Field) -> Option<NaiveDate> {
        if self.is_blank(field) {
            return None;
        }
        let day = date(self.value(field)).map(|written| written.day);
        if day.is_none() {
            let text = self.text(field);
            self.problems.push(RowProblem::LeftEmpty { field, text });
        }
        day
    }
}

/// No shelter's register is older: a year before it was mistyped, or is somebody's birth.
const FIRST_YEAR: i32 = 1950;

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

fn instant(written: Written, clock: NaiveTime) -> Option<Instant> {
    WallTime {
        local: written.day.and_time(clock),
        second: written.second,
    }
    .instant()
}

/// Who came and left on the same day was here for a while, though nobody wrote down when.
pub(crate) fn same_day(arrived: &mut Moment, left: &mut Moment) {
    let day = arrived.at.day();
    if left.at.day() != day || left.at > arrived.at {
        return;
    }
    // Whatever the hour, not into the next day: that would be a night.
    let at_once = arrived.at.plus_millis(1);
    if left.day_only {
        let later = arrived.at.plus_minutes(60);
        left.at = if later.day() == day { later } else { at_once };
    } else if left.at == arrived.at {
        left.at = at_once;
    } else if arrived.day_only {
        let earlier = a_while_before(left.at);
        if earlier.day() == day {
            arrived.at = earlier;
        }
    }
}
