//! Which sheet holds what, and which column says what: recognised by its heading, or told by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vatra_core::import::Field;

use crate::fold;
use crate::grid::{Grid, Sheet, Value};
use crate::words::{Dictionary, List};

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Stays, a row each.
    Stays,
    /// Who slept where.
    Nights,
    /// Why somebody was here, through a stay.
    Grounds,
    /// The phases of a stay.
    Phases,
    /// When somebody was away.
    Absences,
    /// Assistance.
    Assistance,
    /// Nothing that is taken over.
    Nothing,
}

/// A column, and what it seems to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuessedColumn {
    /// Its heading, or its letter where it has none.
    pub heading: String,
    /// What stands in the first rows.
    pub samples: Vec<String>,
    /// What it says; none where it is left out.
    pub field: Option<Field>,
}

/// A sheet, and how it seems to be laid out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Layout {
    /// The name of the sheet.
    pub name: String,
    /// What its rows are.
    pub kind: SheetKind,
    /// The first row below the headings, counted from 0.
    pub first: u32,
    /// How many rows there are below the headings.
    pub rows: u32,
    /// The columns, from the left.
    pub columns: Vec<GuessedColumn>,
}

/// Which column says what.
pub type Columns = BTreeMap<Field, usize>;

impl Layout {
    /// Which column says what.
    #[must_use]
    pub fn fields(&self) -> Columns {
        let columns = self.columns.iter().enumerate();
        columns
            .filter_map(|(index, column)| Some((column.field?, index)))
            .collect()
    }
}

/// In how many rows headings are looked for: above them stand the name of the centre, the year, the law.
const TITLES: usize = 40;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// How each sheet seems to be laid out.
#[must_use]
pub fn layouts(grid: &Grid, words: &Dictionary) -> Vec<Layout> {
    let mut layouts: Vec<Layout> = grid.iter().map(|sheet| layout(sheet, words)).collect();
    let unknown = layouts.iter().all(|layout| layout.kind != SheetKind::Stays);
    // The columns of the fullest sheet can be told by hand.
    if unknown && let Some(most) = layouts.iter_mut().max_by_key(|layout| layout.rows) {
        most.kind = SheetKind::Stays;
    }
    layouts
}

fn layout(sheet: &Sheet, words: &Dictionary) -> Layout {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let found = sheet
        .rows
        .iter()
        .take(TITLES)
        .map(|row| fields(row, words))
        .enumerate()
        .max_by_key(|(row, fields)| (fields.len(), std::cmp::Reverse(*row)))
        .filter(|(_, fields)| fields.len() >= 2);
    let (heading, fields) = match found {
        Some((row, fields)) => (Some(row), fields),
        None => (None, Columns::new()),
    };
    let first = heading.map_or(0, |row| row + 1);
    let below = sheet.rows.get(first..).unwrap_or_default();
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); width];
    for (index, value) in below.iter().flat_map(|row| row.iter().enumerate()) {
        if samples[index].len() < SAMPLES && !value.is_empty() {
            samples[index].push(value.shown());
        }
    }
    let columns = samples.into_iter().enumerate().map(|(index, samples)| {
        let title = heading
            .and_then(|row| sheet.rows[row].get(index))
            .map(Value::shown)
            .unwrap_or_default();
        GuessedColumn {
            heading: if title.is_empty() {
                letter(index)
            } else {
                title
            },
            samples,
            field: fields
                .iter()
                .find(|(_, column)| **column == index)
                .map(|(field, _)| *field),
        }
    });
    let full = below
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.is_empty()));
    Layout {
        name: sheet.name.clone(),
        kind: kind(&fields),
        first: u32::try_from(first).unwrap_or(0),
        rows: u32::try_from(full.count()).unwrap_or(u32::MAX),
        columns: columns.collect(),
    }
}

/// What the cells of a row say as headings; of two that say the same, the one that says it better.
fn fields(row: &[Value], words: &Dictionary) -> Columns {
    let mut best: BTreeMap<Field, (usize, usize)> = BTreeMap::new();
    for (index, cell) in row.iter().enumerate() {
        let Value::Text(text) = cell else { continue };
        if text.chars().count() > 80 {
            continue;
        }
        // Compared without regard to the letters, фамилия would be the Romanian family.
        let surname = text
            .to_lowercase()
            .contains("фамили")
            .then_some(("name", fold(text).len()));
        let Some((code, length)) = surname.or_else(|| words.within(List::Heading, text)) else {
            continue;
        };
        let whole = usize::from(fold(text).len() == length) * 100;
        let Some(mut field) = Field::from_text(code) else {
            continue;
        };
        // The second column of hours belongs to the second column of days.
        if field == Field::FromTime
            && best.contains_key(&Field::FromTime)
            && best.contains_key(&Field::To)
        {
            field = Field::ToTime;
        }
        let better = best
            .get(&field)
            .is_none_or(|(_, before)| whole + length > *before);
        if better {
            best.insert(field, (index, whole + length));
        }
    }
    best.into_iter()
        .map(|(field, (index, _))| (field, index))
        .collect()
}

fn kind(fields: &Columns) -> SheetKind {
    let has = |field| fields.contains_key(&field);
    let person = has(Field::Sex) || has(Field::Age) || has(Field::Born);
    if has(Field::Stay) && !person {
        return match () {
            () if has(Field::Absence) && has(Field::From) => SheetKind::Absences,
            () if has(Field::Assistance) && has(Field::Day) => SheetKind::Assistance,
            () if has(Field::Bed) && has(Field::From) => SheetKind::Nights,
            () if has(Field::Ground) && has(Field::From) => SheetKind::Grounds,
            () if has(Field::Phase) && has(Field::From) => SheetKind::Phases,
            () => SheetKind::Nothing,
        };
    }
    if has(Field::From) && (person || has(Field::Name)) {
        SheetKind::Stays
    } else {
        SheetKind::Nothing
    }
}

/// A column as spreadsheet programs call it: A, B, ... AA.
fn letter(index: usize) -> String {
    let mut rest = index + 1;
    let mut name = String::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        name.insert(0, char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    name
}
