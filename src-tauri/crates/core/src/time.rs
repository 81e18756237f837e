//! Instants, and Chisinau's days: what a clock on the wall there shows.

use std::fmt;

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Chisinau;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A point in time: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Instant(pub i64);

impl Instant {
    /// Before everything that was ever recorded.
    pub const EVER: Self = Self(i64::MIN);

    /// The calendar day in Chisinau.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.wall().date()
    }

    /// What a clock on a wall in Chisinau shows.
    #[must_use]
    pub fn wall(self) -> NaiveDateTime {
        let utc = DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default();
        utc.with_timezone(&Chisinau).naive_local()
    }

    /// This many milliseconds later.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// This many minutes later.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_millis(minutes.saturating_mul(60_000))
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time.timestamp_millis())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::<Utc>::from_timestamp_millis(self.0) {
            Some(utc) => write!(f, "{}", utc.format("%FT%T%.3fZ")),
            None => write!(f, "{}", self.0),
        }
    }
}

/// The first instant of a calendar day in Chisinau.
#[must_use]
pub fn midnight(day: NaiveDate) -> Instant {
    let wall = day.and_time(NaiveTime::MIN);
    // Chisinau changes its clocks at 02:00 or 03:00, never at midnight since 1990; before that
    // the first instant after the gap stands in.
    match Chisinau.from_local_datetime(&wall) {
        LocalResult::Single(t) | LocalResult::Ambiguous(t, _) => t.to_utc().into(),
        LocalResult::None => Instant::from(wall.and_utc()).plus_minutes(-120),
    }
}

/// A time as somebody reads it off a clock in Chisinau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WallTime {
    /// Date and time without a zone, `2009-02-19T23:40`, or to the millisecond.
    #[ts(type = "string")]
    #[serde(deserialize_with = "wall_from_text")]
    pub local: NaiveDateTime,
    /// In the hour that the end of summer time shows twice: the second time.
    #[serde(default)]
    pub second: bool,
}

fn wall_from_text<'de, D: serde::Deserializer<'de>>(input: D) -> Result<NaiveDateTime, D::Error> {
    let text = String::deserialize(input)?;
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())
        .ok_or_else(|| serde::de::Error::custom("not a local date and time"))
}

impl WallTime {
    /// The instant, or `None` for a time that the start of summer time skipped.
    #[must_use]
    pub fn instant(self) -> Option<Instant> {
        match Chisinau.from_local_datetime(&self.local) {
            LocalResult::Single(t) => Some(t.to_utc().into()),
            LocalResult::Ambiguous(first, second) => {
                Some(if self.second { second } else { first }.to_utc().into())
            }
            LocalResult::None => None,
        }
    }
}

/// A half-open interval `[from, to)`; `to` is `None` while it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first instant inside.
    pub from: Instant,
    /// The first instant outside.
    pub to: Option<Instant>,
}

impl Span {
    /// From an instant on, without an end.
    #[must_use]
    pub fn since(from: Instant) -> Self {
        Self { from, to: None }
    }

    /// Whether the instant lies inside.
    #[must_use]
    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }

    /// Whether both share an instant.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }

    /// Whether the other lies wholly inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from
            && self
                .to
                .is_none_or(|to| other.to.is_some_and(|other| other <= to))
    }

    /// Whether there is an instant inside at all.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.to.is_none_or(|to| self.from < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str, second: bool) -> Option<Instant> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a test's time");
        WallTime { local, second }.instant()
    }

    #[test]
    fn half_past_midnight_belongs_to_the_new_day_though_utc_is_still_in_the_old_one() {
        let at = wall("2009-02-20T00:30", false).expect("exists");
        assert_eq!(
            at.day(),
            NaiveDate::from_ymd_opt(2009, 2, 20).expect("a date")
        );
        assert_eq!(
            DateTime::<Utc>::from_timestamp_millis(at.0)
                .expect("in range")
                .to_rfc3339(),
            "2009-02-19T22:30:00+00:00"
        );
    }

    #[test]
    fn the_skipped_hour_does_not_exist_and_the_doubled_one_exists_twice() {
        assert_eq!(wall("2009-03-29T02:30", false), None);
        let first = wall("2009-10-25T02:30", false).expect("exists");
        let second = wall("2009-10-25T02:30", true).expect("exists");
        assert_eq!(second.0 - first.0, 3_600_000);
    }

    #[test]
    fn a_time_is_read_to_the_minute_the_second_and_the_millisecond() {
        for (text, millis) in [("23:40", 0), ("23:40:12", 12_000), ("23:40:12.345", 12_345)] {
            let at = read(text)
                .expect("a test's time")
                .instant()
                .expect("exists");
            let minute = wall("2009-02-19T23:40", false).expect("exists");
            assert_eq!(at.0 - minute.0, millis);
        }
        assert!(read("23:40:12,345").is_err());
    }

    fn read(time: &str) -> Result<WallTime, serde_json::Error> {
        serde_json::from_value(serde_json::json!({ "local": format!("2009-02-19T{time}") }))
    }

    #[test]
    fn midnight_follows_summer_time() {
        let winter = midnight(NaiveDate::from_ymd_opt(2009, 3, 29).expect("a date"));
        let summer = midnight(NaiveDate::from_ymd_opt(2009, 3, 30).expect("a date"));
        assert_eq!(summer.0 - winter.0, 23 * 3_600_000);
    }

    #[test]
    fn spans_are_half_open() {
        let a = Span {
            from: Instant(0),
            to: Some(Instant(10)),
        };
        let b = Span {
            from: Instant(10),
            to: None,
        };
        assert!(!a.overlaps(b) && !b.overlaps(a));
        assert!(a.contains(Instant(0)) && !a.contains(Instant(10)));
        assert!(b.covers(Span::since(Instant(11))) && !a.covers(b));
    }
}
