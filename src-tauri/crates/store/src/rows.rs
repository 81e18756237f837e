//! How each fact stands in its table.

mod plans;
mod settings;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, Type, Value, ValueRef};
use rusqlite::{Error, Result, Row};
use uuid::Uuid;
use vatra_core::facts::{
    Absence, Bed, BedAssignment, BedShare, Beneficiary, BirthMonth, Capacity, Departure, Ground,
    Identity, Party, Phase, Policy, Recovery, Room, Staff, Stay, Term,
};
use vatra_core::id::{
    AbsenceId, BedAssignmentId, BedId, BedShareId, BeneficiaryId, CapacityId, GroundId, IdentityId,
    PartyId, PhaseId, PolicyId, RecoveryId, RoomId, StaffId, StayId, TermId,
};
use vatra_core::terms::{
    AbsenceKind, BedKind, Body, DepartureReason, Destination, GroundKind, Need, PhaseKind,
    Relation, Role, RoomUse, Sex, Wing,
};
use vatra_core::{Fact, Instant, Span};

/// A kind of fact and its table. The columns follow on `id`.
pub trait Table: Into<Fact> + Sized {
    /// The table.
    const NAME: &'static str;
    /// Its columns, without `row`, `id`, `since_action` and `until_action`.
    const COLUMNS: &'static [&'static str];
    /// The values of `id` and the columns.
    fn values(&self) -> Vec<Value>;
    /// Reads them back.
    ///
    /// # Errors
    /// Fails for values that the program never writes.
    fn read(row: &Columns<'_>) -> Result<Self>;

    /// What a statement selects of the table, under this name, before anything else, so that [`Self::of`] finds it.
    fn selected(table: &str) -> String {
        let columns = Self::COLUMNS
            .iter()
            .map(|column| format!(", {table}.{column}"));
        [format!("{table}.id")].into_iter().chain(columns).collect()
    }

    /// The place of the first column that a statement selects after [`Self::selected`].
    const AFTER: usize = 1 + Self::COLUMNS.len();

    /// The fact of a row.
    ///
    /// # Errors
    /// As [`Self::read`].
    fn of(row: &Row<'_>) -> Result<Self> {
        Self::read(&Columns {
            row,
            names: Self::COLUMNS,
        })
    }
}

/// A fact's row, each column found by its place: asking SQLite for the names of the columns of every row takes a
/// quarter of all reading.
pub struct Columns<'a> {
    row: &'a Row<'a>,
    names: &'static [&'static str],
}

impl Columns<'_> {
    fn place(&self, column: &str) -> Result<usize> {
        if column == "id" {
            return Ok(0);
        }
        let place = self.names.iter().position(|name| *name == column);
        let place = place.ok_or_else(|| Error::InvalidColumnName(column.to_owned()))?;
        Ok(1 + place)
    }

    fn get<T: FromSql>(&self, column: &str) -> Result<T> {
        self.row.get(self.place(column)?)
    }

    fn get_ref(&self, column: &str) -> Result<ValueRef<'_>> {
        self.row.get_ref(self.place(column)?)
    }
}

/// Calls `$each!(Kind, ...)` with all kinds of facts, in the order in which they may refer to each other.
macro_rules! every_table {
    ($each:ident) => {
        $each! {
            Room, Bed, Capacity, Policy, Staff, Recovery, Beneficiary, Identity, Party, Stay, Ground, Phase, Term,
            BedAssignment, BedShare, Absence, Assistance, Closure, Waiting, Hold, HeldBed, ApartPair, Desk, TermLimit, AssistanceName, BedStanding,
            ExpectedDeparture
        }
    };
}
pub(crate) use every_table;

fn blob(id: Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

fn number(value: impl Into<i64>) -> Value {
    Value::Integer(value.into())
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn option<T>(value: Option<T>, to: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Null, to)
}

fn span(span: Span) -> [Value; 2] {
    [number(span.from.0), option(span.to, |to| number(to.0))]
}

fn date(date: NaiveDate) -> Value {
    Value::Text(date.to_string())
}

/// A column read with a way to understand it.
trait Understand {
    fn id(&self, column: &str) -> Result<Uuid>;
    fn choice<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<T>;
    fn maybe<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<Option<T>>;
    fn span(&self) -> Result<Span>;
}

fn strange(column: &str) -> Error {
    Error::FromSqlConversionFailure(0, Type::Text, format!("strange value in {column}").into())
}

impl Understand for Columns<'_> {
    fn id(&self, column: &str) -> Result<Uuid> {
        let bytes = self.get_ref(column)?.as_blob();
        let bytes = bytes.map_err(|_| strange(column))?;
        Uuid::from_slice(bytes).map_err(|_| strange(column))
    }

    fn choice<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<T> {
        let text = self.get_ref(column)?.as_str();
        let text = text.map_err(|_| strange(column))?;
        from(text).ok_or_else(|| strange(column))
    }

    fn maybe<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let text = self.get_ref(column)?.as_str_or_null();
        let text = text.map_err(|_| strange(column))?;
        text.map(|text| from(text).ok_or_else(|| strange(column)))
            .transpose()
    }

    fn span(&self) -> Result<Span> {
        let to: Option<i64> = self.get("to_at")?;
        Ok(Span {
            from: Instant(self.get("from_at")?),
            to: to.map(Instant),
        })
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

impl Table for Room {
    const NAME: &'static str = "room";
    const COLUMNS: &'static [&'static str] = &[
        "number",
        "room_use",
        "step_free",
        "wing",
        "plan_column",
        "plan_width",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            blob(self.id.0),
            number(self.number),
            text(self.room_use.text()),
            number(i64::from(self.step_free)),
            text(self.wing.text()),
            number(self.column),
            number(self.width),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: RoomId(row.id("id")?),
            number: row.get("number")?,
            room_use: row.choice("room_use", RoomUse::from_text)?,
            step_free: row.get("step_free")?,
            wing: row.choice("wing", Wing::from_text)?,
            column: row.get("plan_column")?,
            width: row.get("plan_width")?,
        })
    }
}

impl Table for Bed {
    const NAME: &'static str = "bed";
    const COLUMNS: &'static [&'static str] = &["room_id", "number", "kind"];

    fn values(&self) -> Vec<Value> {
        vec![
            blob(self.id.0),
            blob(self.room.0),
            number(self.number),
            text(self.kind.text()),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: BedId(row.id("id")?),
            room: RoomId(row.id("room_id")?),
            number: row.get("number")?,
            kind: row.choice("kind", BedKind::from_text)?,
        })
    }
}

impl Table for Capacity {
    const NAME: &'static str = "capacity";
    const COLUMNS: &'static [&'static str] = &["places", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![blob(self.id.0), number(self.places), from, to]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: CapacityId(row.id("id")?),
            places: row.get("places")?,
            span: row.span()?,
        })
    }
}

impl Table for Policy {
    const NAME: &'static str = "policy";
    const COLUMNS: &'static [&'static str] = &[
        "opposite_sex_age",
        "with_adult_age",
        "upper_bunk_age",
        "cot_age",
        "max_moves",
        "term_days",
        "from_at",
        "to_at",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            number(self.opposite_sex_age),
            number(self.with_adult_age),
            number(self.upper_bunk_age),
            number(self.cot_age),
            number(self.max_moves),
            number(self.term_days),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: PolicyId(row.id("id")?),
            opposite_sex_age: row.get("opposite_sex_age")?,
            with_adult_age: row.get("with_adult_age")?,
            upper_bunk_age: row.get("upper_bunk_age")?,
            cot_age: row.get("cot_age")?,
            max_moves: row.get("max_moves")?,
            term_days: row.get("term_days")?,
            span: row.span()?,
        })
    }
}

impl Table for Staff {
    const NAME: &'static str = "staff";
    const COLUMNS: &'static [&'static str] = &["name", "role", "public_key"];

    fn values(&self) -> Vec<Value> {
        vec![
            blob(self.id.0),
            text(&self.name),
            text(self.role.text()),
            text(&self.public_key),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: StaffId(row.id("id")?),
            name: row.get("name")?,
            role: row.choice("role", Role::from_text)?,
            public_key: row.get("public_key")?,
        })
    }
}

impl Table for Recovery {
    const NAME: &'static str = "recovery";
    const COLUMNS: &'static [&'static str] = &["public_key"];

    fn values(&self) -> Vec<Value> {
        vec![blob(self.id.0), text(&self.public_key)]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: RecoveryId(row.id("id")?),
            public_key: row.get("public_key")?,
        })
    }
}

impl Table for Beneficiary {
    const NAME: &'static str = "beneficiary";
    const COLUMNS: &'static [&'static str] = &[
        "code",
        "sex",
        "born_year",
        "born_month",
        "born_estimated",
        "citizenship",
        "needs",
    ];

    fn values(&self) -> Vec<Value> {
        let needs: Vec<_> = self.needs.iter().map(|need| need.text()).collect();
        vec![
            blob(self.id.0),
            number(self.code),
            text(self.sex.text()),
            number(self.born.year),
            number(self.born.month),
            number(i64::from(self.born.estimated)),
            option(self.citizenship.as_deref(), text),
            text(&needs.join(" ")),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        let needs: String = row.get("needs")?;
        let need = |text| Need::from_text(text).ok_or_else(|| strange("needs"));
        Ok(Self {
            id: BeneficiaryId(row.id("id")?),
            code: row.get("code")?,
            sex: row.choice("sex", Sex::from_text)?,
            born: BirthMonth {
                year: row.get("born_year")?,
                month: row.get("born_month")?,
                estimated: row.get("born_estimated")?,
            },
            citizenship: row.get("citizenship")?,
            needs: needs
                .split_whitespace()
                .map(need)
                .collect::<Result<BTreeSet<_>>>()?,
        })
    }
}

impl Table for Identity {
    const NAME: &'static str = "identity";
    const COLUMNS: &'static [&'static str] = &[
        "beneficiary_id",
        "name",
        "born_on",
        "born_reduced",
        "documents",
        "notes",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            blob(self.id.0),
            blob(self.beneficiary.0),
            text(&self.name),
            option(self.born_on, date),
            number(i64::from(self.born_reduced)),
            text(&self.documents),
            text(&self.notes),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: IdentityId(row.id("id")?),
            beneficiary: BeneficiaryId(row.id("beneficiary_id")?),
            name: row.get("name")?,
            born_on: row.maybe("born_on", day)?,
            born_reduced: row.get("born_reduced")?,
            documents: row.get("documents")?,
            notes: row.get("notes")?,
        })
    }
}

impl Table for Party {
    const NAME: &'static str = "party";
    const COLUMNS: &'static [&'static str] = &["referrer", "territory"];

    fn values(&self) -> Vec<Value> {
        let referrer = option(self.referrer, |body| text(body.text()));
        vec![
            blob(self.id.0),
            referrer,
            option(self.territory.as_deref(), text),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: PartyId(row.id("id")?),
            referrer: row.maybe("referrer", Body::from_text)?,
            territory: row.get("territory")?,
        })
    }
}

impl Table for Stay {
    const NAME: &'static str = "stay";
    const COLUMNS: &'static [&'static str] = &[
        "beneficiary_id",
        "party_id",
        "relation",
        "from_at",
        "to_at",
        "departed",
        "departure_reason",
        "destination",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.beneficiary.0),
            blob(self.party.0),
            text(self.relation.text()),
            from,
            to,
            number(i64::from(self.departure.is_some())),
            option(self.departure.and_then(|d| d.reason), |reason| {
                text(reason.text())
            }),
            option(self.departure.and_then(|d| d.destination), |place| {
                text(place.text())
            }),
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        let departure = Departure {
            reason: row.maybe("departure_reason", DepartureReason::from_text)?,
            destination: row.maybe("destination", Destination::from_text)?,
        };
        let departed: bool = row.get("departed")?;
        Ok(Self {
            id: StayId(row.id("id")?),
            beneficiary: BeneficiaryId(row.id("beneficiary_id")?),
            party: PartyId(row.id("party_id")?),
            relation: row.choice("relation", Relation::from_text)?,
            span: row.span()?,
            departure: departed.then_some(departure),
        })
    }
}

impl Table for Ground {
    const NAME: &'static str = "ground";
    const COLUMNS: &'static [&'static str] = &[
        "stay_id",
        "kind",
        "decided_by",
        "decided_on",
        "from_at",
        "to_at",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            text(self.kind.text()),
            option(self.decided_by, |body| text(body.text())),
            option(self.decided_on, date),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: GroundId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            kind: row.choice("kind", GroundKind::from_text)?,
            decided_by: row.maybe("decided_by", Body::from_text)?,
            decided_on: row.maybe("decided_on", day)?,
            span: row.span()?,
        })
    }
}

impl Table for Phase {
    const NAME: &'static str = "phase";
    const COLUMNS: &'static [&'static str] = &["stay_id", "kind", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            text(self.kind.text()),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: PhaseId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            kind: row.choice("kind", PhaseKind::from_text)?,
            span: row.span()?,
        })
    }
}

impl Table for Term {
    const NAME: &'static str = "term";
    const COLUMNS: &'static [&'static str] = &["stay_id", "days", "authority"];

    fn values(&self) -> Vec<Value> {
        let authority = option(self.authority, |body| text(body.text()));
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            number(self.days),
            authority,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: TermId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            days: row.get("days")?,
            authority: row.maybe("authority", Body::from_text)?,
        })
    }
}

impl Table for BedAssignment {
    const NAME: &'static str = "bed_assignment";
    const COLUMNS: &'static [&'static str] = &["stay_id", "bed_id", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            blob(self.bed.0),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: BedAssignmentId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            bed: BedId(row.id("bed_id")?),
            span: row.span()?,
        })
    }
}

impl Table for BedShare {
    const NAME: &'static str = "bed_share";
    const COLUMNS: &'static [&'static str] = &["stay_id", "with_id", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            blob(self.with.0),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: BedShareId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            with: StayId(row.id("with_id")?),
            span: row.span()?,
        })
    }
}

impl Table for Absence {
    const NAME: &'static str = "absence";
    const COLUMNS: &'static [&'static str] =
        &["stay_id", "kind", "expected_return", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        let expected = option(self.expected_return, |at| number(at.0));
        vec![
            blob(self.id.0),
            blob(self.stay.0),
            text(self.kind.text()),
            expected,
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        let expected: Option<i64> = row.get("expected_return")?;
        Ok(Self {
            id: AbsenceId(row.id("id")?),
            stay: StayId(row.id("stay_id")?),
            kind: row.choice("kind", AbsenceKind::from_text)?,
            expected_return: expected.map(Instant),
            span: row.span()?,
        })
    }
}
