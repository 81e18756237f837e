//! A table on its way out, in words that somebody can read.

use chrono::{NaiveDate, NaiveDateTime};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text. It stays text: no program takes it for a formula.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Another number.
    Number(f64),
    /// A part of the whole, shown in percent.
    Share(f64),
    /// A calendar day.
    Day(NaiveDate),
    /// A time as a clock in Chisinau showed it.
    Time {
        /// What it showed.
        wall: NaiveDateTime,
        /// In the hour that the end of summer time shows twice: the second time.
        second: bool,
    },
}

impl Cell {
    /// Text, or nothing where there is none.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        match text.into() {
            text if text.is_empty() => Self::Empty,
            text => Self::Text(text),
        }
    }

    /// A cell of what may not be known.
    #[must_use]
    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// As somebody would read it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Whole(value) => value.to_string(),
            Self::Number(value) => format!("{value:.4}")
                .trim_end_matches('0')
                .trim_end_matches('.')
                .to_owned(),
            Self::Share(value) => format!("{:.2} %", value * 100.0),
            Self::Day(day) => day.format("%d.%m.%Y").to_string(),
            Self::Time { wall, .. } => wall.format("%d.%m.%Y %H:%M").to_string(),
        }
    }

    /// The time as text, `2009-10-25 02:30:00`; the second 02:30 of a night says so.
    pub(crate) fn time_text(wall: NaiveDateTime, second: bool) -> String {
        let text = wall.format("%Y-%m-%d %H:%M:%S%.f").to_string();
        if second { format!("{text} (2)") } else { text }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How wide, in characters.
    pub width: u8,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name among the files, in Latin letters.
    pub name: String,
    /// Its name on a sheet.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}
