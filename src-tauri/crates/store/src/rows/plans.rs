//! Assistance, closures, the waiting list, holds, pairs kept apart and expected departures in their tables.

use rusqlite::Result;
use rusqlite::types::Value;
use uuid::Uuid;
use vatra_core::Instant;
use vatra_core::facts::{
    ApartPair, Assistance, Closure, Expected, ExpectedDeparture, HeldBed, Hold, Waiting,
};
use vatra_core::id::{
    ApartPairId, AssistanceId, BedId, BeneficiaryId, ClosureId, ExpectedDepartureId, HeldBedId,
    HoldId, StayId, WaitingId,
};
use vatra_core::terms::{AssistanceKind, Need, Sex, WaitingEnd};

use super::{Columns, Table, Understand, blob, date, day, number, option, span, strange, text};

impl Table for Assistance {
    const NAME: &'static str = "assistance";
    const COLUMNS: &'static [&'static str] = &["stay_id", "kind", "name", "on_day"];

    fn values(&self) -> Vec<Value> {
        let name = option(self.name.as_deref(), text);
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            text(self.kind.text()),
            name,
            date(self.day),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: AssistanceId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            kind: row.choice("kind", AssistanceKind::from_text)?,
            name: row.get("name")?,
            day: row.choice("on_day", day)?,
        })
    }
}

impl Table for Closure {
    const NAME: &'static str = "closure";
    const COLUMNS: &'static [&'static str] = &["bed_id", "reason", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.bed.0),
            text(&self.reason),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: ClosureId(row.id("id")?),
            bed: BedId(row.id("bed_id")?),
            reason: row.get("reason")?,
            span: row.span()?,
        })
    }
}

impl Table for Waiting {
    const NAME: &'static str = "waiting";
    const COLUMNS: &'static [&'static str] = &[
        "label", "members", "urgency", "rank", "from_at", "to_at", "ended",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            text(&self.label),
            text(&written(&self.members)),
            option(self.urgency.as_deref(), text),
            number(self.rank),
            from,
            to,
            option(self.end, |end| text(end.text())),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: WaitingId(row.id("id")?),
            label: row.get("label")?,
            members: row.choice("members", members)?,
            urgency: row.get("urgency")?,
            rank: row.get("rank")?,
            span: row.span()?,
            end: row.maybe("ended", WaitingEnd::from_text)?,
        })
    }
}

/// The members of a waiting party in one text: `female 27; male 0 no_upper_bunk,step_free`.
fn written(members: &[Expected]) -> String {
    let one = |member: &Expected| {
        let needs: Vec<_> = member.needs.iter().map(|need| need.text()).collect();
        format!("{} {} {}", member.sex.text(), member.years, needs.join(","))
            .trim_end()
            .to_owned()
    };
    members.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn members(text: &str) -> Option<Vec<Expected>> {
    let one = |member: &str| {
        let mut words = member.split(' ');
        let sex = Sex::from_text(words.next()?)?;
        let years = words.next()?.parse().ok()?;
        let needs = words.next().map_or(Some(Default::default()), |needs| {
            needs.split(',').map(Need::from_text).collect()
        })?;
        Some(Expected { sex, years, needs })
    };
    text.split("; ").map(one).collect()
}

impl Table for Hold {
    const NAME: &'static str = "hold";
    const COLUMNS: &'static [&'static str] = &["label", "places", "waiting_id", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        let waiting = option(self.waiting, |waiting| blob(waiting.0));
        vec![
            blob(self.id.0),
            text(&self.label),
            number(self.places),
            waiting,
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        let waiting: Option<Vec<u8>> = row.get("waiting_id")?;
        let waiting =
            waiting.map(|bytes| Uuid::from_slice(&bytes).map_err(|_| strange("waiting_id")));
        Ok(Self {
            id: HoldId(row.id("id")?),
            label: row.get("label")?,
            places: row.get("places")?,
            waiting: waiting.transpose()?.map(WaitingId),
            span: row.span()?,
        })
    }
}

impl Table for HeldBed {
    const NAME: &'static str = "held_bed";
    const COLUMNS: &'static [&'static str] = &["hold_id", "bed_id"];

    fn values(&self) -> Vec<Value> {
        vec![blob(self.id.0), blob(self.hold.0), blob(self.bed.0)]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: HeldBedId(row.id("id")?),
            hold: HoldId(row.id("hold_id")?),
            bed: BedId(row.id("bed_id")?),
        })
    }
}

impl Table for ApartPair {
    const NAME: &'static str = "apart_pair";
    const COLUMNS: &'static [&'static str] = &["one_id", "other_id", "reason", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.one.0),
            blob(self.other.0),
            text(&self.reason),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: ApartPairId(row.id("id")?),
            one: BeneficiaryId(row.id("one_id")?),
            other: BeneficiaryId(row.id("other_id")?),
            reason: row.get("reason")?,
            span: row.span()?,
        })
    }
}

impl Table for ExpectedDeparture {
    const NAME: &'static str = "expected_departure";
    const COLUMNS: &'static [&'static str] = &["stay_id", "at"];

    fn values(&self) -> Vec<Value> {
        vec![blob(self.id.0), blob(self.stay.0), number(self.at.0)]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: ExpectedDepartureId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            at: Instant(row.get("at")?),
        })
    }
}
