//! The daily sheet that one shift hands to the next: who is here, what happened today, what is to come.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::{Board, board};
use super::expected::{Plans, plans};
use crate::centre::Centre;
use crate::facts::Stay;
use crate::id::StayId;
use crate::terms::{AbsenceKind, AgeGroup, DepartureReason, Destination};
use crate::time::{Instant, midnight};

/// The daily sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DailySheet {
    /// The day.
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// The board.
    pub board: Board,
    /// Who is expected.
    pub plans: Plans,
    /// What happened since the day began, the first first.
    pub events: Vec<DayEvent>,
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayEvent {
    /// When.
    pub at: Instant,
    /// To whom.
    pub code: String,
    /// How they are drawn.
    pub group: AgeGroup,
    /// What.
    pub what: Happening,
}

/// What happened to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Happening {
    /// Came to the centre.
    Arrived {
        /// Room and bed.
        bed: Option<String>,
    },
    /// Left for good.
    Left {
        /// Why, if known.
        reason: Option<DepartureReason>,
        /// Where to, if known.
        destination: Option<Destination>,
    },
    /// Went out for a while.
    WentOut {
        /// Where.
        kind: AbsenceKind,
        /// When they said they would be back.
        expected_return: Option<Instant>,
    },
    /// Came back.
    CameBack {
        /// From where.
        kind: AbsenceKind,
    },
    /// Changed beds.
    Moved {
        /// The bed before.
        from: String,
        /// The bed since.
        to: String,
    },
}

/// The daily sheet at an instant. The record must reach back to the midnight before.
#[must_use]
pub fn daily_sheet(centre: &Centre, at: Instant) -> DailySheet {
    let day = at.day();
    let mut events: Vec<DayEvent> = centre
        .stays
        .values()
        .flat_map(|stay| events_of(centre, stay, midnight(day), at))
        .collect();
    events.sort_by(|a, b| (a.at, &a.code).cmp(&(b.at, &b.code)));
    DailySheet {
        day,
        board: board(centre, at),
        plans: plans(centre, at),
        events,
    }
}

fn events_of(centre: &Centre, stay: &Stay, from: Instant, to: Instant) -> Vec<DayEvent> {
    let Some(person) = centre.beneficiaries.get(&stay.beneficiary) else {
        return Vec::new();
    };
    let today = |at: &Instant| from <= *at && *at <= to;
    let mut events: Vec<(Instant, Happening)> = Vec::new();
    if today(&stay.span.from) {
        let bed = centre.bed_of(stay.id, stay.span.from);
        let bed = bed.map(|bed| centre.bed_label(bed));
        events.push((stay.span.from, Happening::Arrived { bed }));
    }
    if let Some(left) = stay.span.to.filter(today) {
        let departure = stay.departure.as_ref();
        let (reason, destination) = (
            departure.and_then(|one| one.reason),
            departure.and_then(|one| one.destination),
        );
        events.push((
            left,
            Happening::Left {
                reason,
                destination,
            },
        ));
    }
    for absence in centre.absences.values().filter(|one| one.stay == stay.id) {
        let kind = absence.kind;
        if today(&absence.span.from) {
            let expected_return = absence.expected_return;
            let out = Happening::WentOut {
                kind,
                expected_return,
            };
            events.push((absence.span.from, out));
        }
        // Whoever leaves for good from outside doesn't come back.
        let back = absence.span.to.filter(|back| Some(*back) != stay.span.to);
        if let Some(back) = back.filter(today) {
            events.push((back, Happening::CameBack { kind }));
        }
    }
    for at in changes_of_bed(centre, stay.id) {
        let label = |at| centre.bed_of(stay.id, at).map(|bed| centre.bed_label(bed));
        if let (Some(from), Some(to), true) = (label(at.plus_millis(-1)), label(at), today(&at))
            && from != to
        {
            events.push((at, Happening::Moved { from, to }));
        }
    }
    let told = events.into_iter().map(|(at, what)| DayEvent {
        at,
        code: centre.code_of(stay.id),
        group: centre.age(person, at).group(person.sex),
        what,
    });
    told.collect()
}

/// When somebody may have come into another bed: their own, or that of the adult whose bed they share.
fn changes_of_bed(centre: &Centre, stay: StayId) -> Vec<Instant> {
    let with = centre.bed_shares.values().filter(|one| one.stay == stay);
    let with: Vec<StayId> = with.map(|share| share.with).chain([stay]).collect();
    let begins = centre
        .bed_assignments
        .values()
        .filter(|one| with.contains(&one.stay))
        .map(|one| one.span.from);
    let shares = centre.bed_shares.values().filter(|one| one.stay == stay);
    let mut all: Vec<Instant> = begins.chain(shares.map(|one| one.span.from)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_empty_record_has_an_empty_day() {
        let at = Instant(1_236_000_000_000);
        let sheet = daily_sheet(&Centre::default(), at);
        assert_eq!((sheet.day, sheet.events.len()), (at.day(), 0));
    }
}
