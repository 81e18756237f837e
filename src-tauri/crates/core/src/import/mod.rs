//! A register that was kept elsewhere becomes the record: what each row would be, every problem in it, and
//! then all of it as one action, or nothing. Reading spreadsheets is not done here.

mod beds;
mod build;
mod people;
mod plan;
mod problem;
mod shares;
mod times;
mod twice;
mod warn;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use plan::{ImportPreview, ImportRow, ImportStay, Plan, plan, plan_without_wrong};
pub use problem::{Field, RowProblem};
pub use times::a_while_before;

use crate::facts::{Age, BirthMonth, Departure};
use crate::terms::{AbsenceKind, AssistanceKind, Body, GroundKind, Need, PhaseKind, Relation, Sex};
use crate::time::{Instant, Span};

/// What a register calls a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Called {
    /// By a code of this program.
    Code(u32),
    /// By a number or a name of its own: the same text is the same person.
    Text(String),
    /// Not at all: everybody is somebody else.
    Nothing,
}

/// When somebody was born, as a register says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// The date.
    On(NaiveDate),
    /// The month.
    Month(BirthMonth),
    /// Completed years on the day of arrival.
    Aged(u16),
    /// Completed months on the day of arrival.
    AgedMonths(u16),
}

impl Birth {
    fn month(self, arrived: NaiveDate) -> BirthMonth {
        match self {
            Self::On(date) => BirthMonth::of(date),
            Self::Month(month) => month,
            Self::Aged(years) => BirthMonth::estimated(years, arrived),
            Self::AgedMonths(months) => BirthMonth::estimated_months(months, arrived),
        }
    }

    fn date(self) -> Option<NaiveDate> {
        match self {
            Self::On(date) => Some(date),
            _ => None,
        }
    }

    fn age(self, arrived: NaiveDate) -> Age {
        let born = self
            .date()
            .unwrap_or_else(|| self.month(arrived).first_day());
        Age::on(born, arrived)
    }
}

/// A time of a register; often only the day was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time; noon where only the day is known.
    pub at: Instant,
    /// Only the day is known: within it the time gives way to what is known better.
    pub day_only: bool,
}

/// Where somebody slept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slept {
    /// In this bed.
    Bed {
        /// The number of the room.
        room: u16,
        /// The number of the bed.
        bed: u16,
    },
    /// In one of the beds of this room.
    Room(u16),
    /// In the bed of somebody of the party: of this person, where one is named.
    With(Option<Called>),
    /// The register doesn't say.
    Somewhere,
}

/// Something that held for a part of a stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    /// What.
    pub what: T,
    /// For how long.
    pub span: Span,
}

/// Why somebody was here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroundOf {
    /// Why.
    pub kind: GroundKind,
    /// Who decided it.
    pub decided_by: Option<Body>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
}

/// Where somebody who was away had gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Where.
    pub kind: AbsenceKind,
    /// When they said they would be back.
    pub expected_return: Option<Instant>,
}

/// Assistance on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helped {
    /// What.
    pub kind: AssistanceKind,
    /// Its name, where it is none of the listed ones.
    pub name: Option<String>,
    /// The day.
    pub day: NaiveDate,
}

/// One stay of a register.
#[derive(Clone, PartialEq, Eq)]
pub struct RegisterStay {
    /// Who.
    pub called: Called,
    /// The family or group they came with: the same text around the same time is the same party.
    pub party: Option<String>,
    /// What they are in the party.
    pub relation: Option<Relation>,
    /// Female or male.
    pub sex: Sex,
    /// When born.
    pub born: Birth,
    /// Country, ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// What they need of a bed or room.
    pub needs: BTreeSet<Need>,
    /// Who sent them.
    pub referrer: Option<Body>,
    /// Where they came from, ISO 3166-2 or `XX`.
    pub territory: Option<String>,
    /// When they arrived.
    pub arrived: Moment,
    /// When they left; none while they are here.
    pub left: Option<Moment>,
    /// How and where to they left.
    pub departure: Departure,
    /// How long the stay might last, in days.
    pub term_days: Option<u16>,
    /// Who allowed that.
    pub term_by: Option<Body>,
    /// Why they were here.
    pub grounds: Vec<Part<GroundOf>>,
    /// Crisis assistance or rehabilitation.
    pub phases: Vec<Part<PhaseKind>>,
    /// Where they slept; never empty.
    pub slept: Vec<Part<Slept>>,
    /// When they were away.
    pub absences: Vec<Part<Away>>,
    /// What assistance they received.
    pub assistance: Vec<Helped>,
    /// Given and family names.
    pub name: String,
    /// Documents.
    pub documents: String,
    /// What else is noted.
    pub notes: String,
}

impl std::fmt::Debug for RegisterStay {
    /// Never what it says: it may hold a name, and debug output may end in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RegisterStay(sealed)")
    }
}

impl RegisterStay {
    /// From arrival to leaving.
    #[must_use]
    pub fn span(&self) -> Span {
        Span {
            from: self.arrived.at,
            to: self.left.map(|left| left.at),
        }
    }

    fn age(&self) -> Age {
        self.born.age(self.arrived.at.day())
    }
}

/// A row of a register as it was read.
#[derive(Clone, Debug)]
pub struct ReadRow {
    /// Where it stands, as people see it beside the sheet: `14`, or `2008: 14` of several sheets.
    pub row: String,
    /// The stay; none where something essential is missing.
    pub stay: Option<RegisterStay>,
    /// What was wrong with reading it.
    pub problems: Vec<RowProblem>,
}

/// A code of this program, or none: `K-007`, `k 7`; Cyrillic letters too.
#[must_use]
pub fn code_number(text: &str) -> Option<u32> {
    let rest = text.trim().strip_prefix(['K', 'k', 'К', 'к'])?;
    let digits = rest.trim_start_matches(['-', '–', ' ']);
    // A longer number was given by something else.
    let number = digits
        .parse()
        .ok()
        .filter(|number| (1..10_000_000).contains(number))?;
    digits.chars().all(|c| c.is_ascii_digit()).then_some(number)
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportCounts {
    /// Stays that would be added.
    pub stays: u32,
    /// People who would be added.
    pub new_people: u32,
    /// People who are in the record already.
    pub known_people: u32,
    /// Parties.
    pub parties: u32,
    /// Rows that can't be taken as they are.
    pub wrong_rows: u32,
    /// Rows that can, with something to look at.
    pub odd_rows: u32,
    /// Rows that can't be taken and are left out.
    pub left_out: u32,
}
