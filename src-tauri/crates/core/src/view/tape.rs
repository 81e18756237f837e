//! The tape chart: beds down, days across, and who was where, is, and will be.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::term;
use crate::census::{Period, figures, register};
use crate::centre::Centre;
use crate::facts::{Bed, BedAssignment};
use crate::id::{BedId, PartyId, StayId};
use crate::terms::{AgeGroup, BedKind, RoomUse};
use crate::time::{Instant, Span, midnight};

/// Some days of all beds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tape {
    /// The first instant.
    pub from: Instant,
    /// The instant after the last.
    pub to: Instant,
    /// Now.
    pub now: Instant,
    /// The first instant of each day, and of the day after the last.
    pub days: Vec<Instant>,
    /// How many people are there at the end of each day; after today, by what is expected.
    pub census: Vec<u32>,
    /// The places of each day.
    pub places: Vec<u32>,
    /// The rooms with beds on these days, by number.
    pub rooms: Vec<TapeRoom>,
}

/// A room on the tape chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TapeRoom {
    /// The number on the door.
    pub number: u16,
    /// Whom it is meant for.
    pub room_use: RoomUse,
    /// Its beds, by number.
    pub beds: Vec<TapeBed>,
}

/// A bed on the tape chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TapeBed {
    /// Which bed.
    pub id: BedId,
    /// Room and bed as people say it.
    pub label: String,
    /// What kind of bed.
    pub kind: BedKind,
    /// When it was taken away, if it was.
    pub until: Option<Instant>,
    /// Who had it, has it, and is to have it, in order.
    pub bars: Vec<Bar>,
}

/// One use of a bed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Bar {
    /// Somebody sleeps there.
    Stay {
        /// Whose stay.
        stay: StayId,
        /// The code; infants who share the bed follow.
        codes: Vec<String>,
        /// How they are drawn.
        group: AgeGroup,
        /// With whom they are.
        party: PartyId,
        /// Since when in this bed.
        from: Instant,
        /// Until when in this bed; none while they are there.
        to: Option<Instant>,
        /// The end of the last day of the term, for somebody who is there.
        term: Option<Instant>,
        /// When they are expected to leave for good, for somebody who is there.
        leaves: Option<Instant>,
        /// They came from another bed.
        moved: bool,
        /// When they were away.
        away: Vec<(Instant, Option<Instant>)>,
    },
    /// Held for an expected party.
    Held {
        /// For whom.
        label: String,
        /// Since when.
        from: Instant,
        /// Until when at the latest.
        to: Option<Instant>,
    },
    /// Closed.
    Closed {
        /// Why.
        reason: String,
        /// From when on.
        from: Instant,
        /// Until when, if it is known.
        to: Option<Instant>,
    },
}

impl Bar {
    fn from(&self) -> Instant {
        match self {
            Self::Stay { from, .. } | Self::Held { from, .. } | Self::Closed { from, .. } => *from,
        }
    }
}

/// So many days of all beds, from a day on.
#[must_use]
pub fn tape(centre: &Centre, first: NaiveDate, days: u16, now: Instant) -> Option<Tape> {
    let last = first.checked_add_days(Days::new(u64::from(days.max(1)) - 1))?;
    let period = Period::new(first, last)?;
    let span = Span {
        from: midnight(first),
        to: Some(midnight(period.after())),
    };
    let mut rooms: Vec<_> = centre.rooms.values().collect();
    rooms.sort_by_key(|room| room.number);
    let mut of_bed: BTreeMap<BedId, Vec<&BedAssignment>> = BTreeMap::new();
    for assignment in centre
        .bed_assignments
        .values()
        .filter(|a| a.span.overlaps(span))
    {
        of_bed.entry(assignment.bed).or_default().push(assignment);
    }
    let stood = |bed: &Bed| {
        let standing = centre.bed_standing(bed.id);
        standing.is_none_or(|one| one.span.overlaps(span))
    };
    let rooms = rooms.into_iter().map(|room| {
        let mut beds: Vec<_> = centre
            .beds
            .values()
            .filter(|bed| bed.room == room.id && stood(bed))
            .collect();
        beds.sort_by_key(|bed| bed.number);
        let beds = beds.into_iter().map(|bed| TapeBed {
            id: bed.id,
            label: centre.bed_label(bed.id),
            kind: bed.kind,
            until: centre.bed_standing(bed.id).and_then(|one| one.span.to),
            bars: bars(
                centre,
                bed.id,
                of_bed.get(&bed.id).map_or(&[], Vec::as_slice),
                span,
                now,
            ),
        });
        TapeRoom {
            number: room.number,
            room_use: room.room_use,
            beds: beds.collect(),
        }
    });
    let rooms = rooms.filter(|room| !room.beds.is_empty()).collect();
    let counted = figures(&expected(centre, now), period);
    Some(Tape {
        from: span.from,
        to: midnight(period.after()),
        now,
        days: first
            .iter_days()
            .take(period.days() + 1)
            .map(midnight)
            .collect(),
        census: counted.census,
        places: counted.places,
        rooms,
    })
}

/// What occupancy would be if everybody left when they are expected to, or at the end of the term. Who is
/// over it already still sleeps here tonight.
fn expected(centre: &Centre, now: Instant) -> crate::census::Register {
    let mut register = register(centre);
    for residence in register
        .residences
        .iter_mut()
        .filter(|one| one.span.to.is_none())
    {
        if let Some(stay) = centre.stays.get(&residence.stay) {
            let planned = centre.expected_departure(stay.id).map(|one| one.at);
            let end = planned.unwrap_or_else(|| term_end(centre, stay, now));
            let tonight = now.day().succ_opt().map_or(now, midnight);
            residence.span.to = Some(if end > now {
                end
            } else {
                tonight.plus_millis(1)
            });
        }
    }
    register
}

fn term_end(centre: &Centre, stay: &crate::facts::Stay, now: Instant) -> Instant {
    let last = term(centre, stay, now).last_day;
    last.checked_add_days(Days::new(1)).map_or(now, midnight)
}

fn bars(
    centre: &Centre,
    bed: BedId,
    assigned: &[&BedAssignment],
    span: Span,
    now: Instant,
) -> Vec<Bar> {
    let stays = assigned.iter().filter_map(|a| {
        let stay = centre.stays.get(&a.stay)?;
        let person = centre.beneficiaries.get(&stay.beneficiary)?;
        let shares = centre
            .bed_shares
            .values()
            .filter(|s| s.with == stay.id && s.span.overlaps(a.span));
        let mut codes = vec![centre.code_of(stay.id)];
        codes.extend(shares.map(|share| centre.code_of(share.stay)));
        let mut away: Vec<_> = (centre.absences.values())
            .filter(|absence| absence.stay == stay.id && absence.span.overlaps(a.span))
            .map(|absence| (absence.span.from, absence.span.to))
            .collect();
        away.sort_unstable();
        let seen = a.span.to.unwrap_or(now).min(now).max(a.span.from);
        Some(Bar::Stay {
            stay: stay.id,
            codes,
            group: centre.age(person, seen).group(person.sex),
            party: stay.party,
            from: a.span.from,
            to: a.span.to,
            term: a.span.to.is_none().then(|| term_end(centre, stay, now)),
            leaves: (centre
                .expected_departure(stay.id)
                .filter(|_| a.span.to.is_none()))
            .map(|one| one.at),
            moved: a.span.from > stay.span.from,
            away,
        })
    });
    let holds = centre.held_beds.values().filter(|held| held.bed == bed);
    let holds = holds
        .filter_map(|held| centre.holds.get(&held.hold))
        .filter(|hold| hold.span.overlaps(span));
    let holds = holds.map(|hold| Bar::Held {
        label: hold.label.clone(),
        from: hold.span.from,
        to: hold.span.to,
    });
    let closures = centre
        .closures
        .values()
        .filter(|one| one.bed == bed && one.span.overlaps(span));
    let closures = closures.map(|one| Bar::Closed {
        reason: one.reason.clone(),
        from: one.span.from,
        to: one.span.to,
    });
    let mut bars: Vec<_> = stays.chain(holds).chain(closures).collect();
    bars.sort_by_key(Bar::from);
    bars
}
