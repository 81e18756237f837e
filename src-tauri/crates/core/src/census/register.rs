//! The facts that occupancy counts: stays with absences, and the places of each day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::centre::Centre;
use crate::id::{BeneficiaryId, StayId};
use crate::terms::Sex;
use crate::time::{Instant, Span, midnight};

/// Calendar days in Chisinau, from the first to the last; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// From the first to the last day, both included; none where the last comes before the first.
    #[must_use]
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> usize {
        usize::try_from((self.last - self.first).num_days() + 1).unwrap_or(1)
    }

    /// The day after the last.
    #[must_use]
    pub fn after(self) -> NaiveDate {
        self.last
            .checked_add_days(Days::new(1))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The part of it that is over at an instant: a day has its census when it has ended.
    #[must_use]
    pub fn over_by(self, now: Instant) -> Option<Self> {
        Self::new(self.first, self.last.min(now.day().pred_opt()?))
    }

    /// The instant just before its last midnight: what holds then, holds at its end.
    #[must_use]
    pub fn last_instant(self) -> Instant {
        midnight(self.after()).plus_millis(-1)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// A stay as occupancy counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residence {
    /// Which stay.
    pub stay: StayId,
    /// Whose.
    pub person: BeneficiaryId,
    /// Female or male.
    pub sex: Sex,
    /// The birth date; the first of the month where only the month is known.
    pub born: NaiveDate,
    /// From admission to discharge.
    pub span: Span,
    /// When the person was away.
    pub absences: Vec<Span>,
}

/// Whether a stay lies between two instants for an instant at least.
pub(super) fn touches(span: Span, start: Instant, end: Instant) -> bool {
    span.from < end && (span.from >= start || span.to.is_none_or(|to| to > start))
}

/// What occupancy is worked out from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// From each of these days on, how many places the centre is licensed for; none before the first.
    pub places: BTreeMap<NaiveDate, u32>,
    /// All stays.
    pub residences: Vec<Residence>,
}

/// What a record says of occupancy. Places count for a day as they are in force at its end.
#[must_use]
pub fn register(centre: &Centre) -> Register {
    let mut absences: BTreeMap<StayId, Vec<Span>> = BTreeMap::new();
    for absence in centre.absences.values() {
        absences.entry(absence.stay).or_default().push(absence.span);
    }
    let born: BTreeMap<_, _> = (centre.identities.values())
        .filter_map(|identity| Some((identity.beneficiary, identity.born_on?)))
        .collect();
    let residences = centre.stays.values().filter_map(|stay| {
        let person = centre.beneficiaries.get(&stay.beneficiary)?;
        Some(Residence {
            stay: stay.id,
            person: person.id,
            sex: person.sex,
            born: born
                .get(&person.id)
                .copied()
                .unwrap_or_else(|| person.born.first_day()),
            span: stay.span,
            absences: absences.remove(&stay.id).unwrap_or_default(),
        })
    });
    let residences = residences.collect();
    let mut places = BTreeMap::new();
    for capacity in centre.capacities.values() {
        if let Some(to) = capacity.span.to {
            places.entry(to.day()).or_insert(0);
        }
        // Where one ends as another begins, the other holds; of two in a day, the one at its end.
        if capacity
            .span
            .to
            .is_none_or(|to| to.day() > capacity.span.from.day())
        {
            places.insert(capacity.span.from.day(), capacity.places.into());
        }
    }
    Register { places, residences }
}
