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

/// Which columns say what, from the left.
pub type Columns = BTreeMap<Field, Vec<usize>>;

impl Layout {
    /// Which columns say what: one for each field, but for names, which many registers keep in two.
    #[must_use]
    pub fn fields(&self) -> Columns {
        let mut fields = Columns::new();
        for (index, column) in self.columns.iter().enumerate() {
            let Some(field) = column.field else { continue };
            let columns = fields.entry(field).or_default();
            if field != Field::Name {
                columns.clear();
            }
            columns.push(index);
        }
        fields
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
                .find(|(_, columns)| columns.contains(&index))
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
        let folded = fold(text);
        let surname = surname(text).map(|_| ("name", folded.as_str()));
        let Some((code, word)) = surname.or_else(|| words.within(List::Heading, text)) else {
            continue;
        };
        let (length, whole) = (word.len(), usize::from(folded.len() == word.len()) * 100);
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
        .map(|(field, (index, _))| match field {
            Field::Name => (field, names(row, index, words)),
            _ => (field, vec![index]),
        })
        .collect()
}

/// The word of a heading that says the family name. Compared without regard to the letters it would be the
/// Romanian family.
fn surname(heading: &str) -> Option<String> {
    let heading = heading.to_lowercase();
    let word = heading.split(' ').find(|word| word.contains("фамили"))?;
    Some(fold(word))
}

/// What a heading can call a part of a name by.
const PARTS_OF_NAMES: [&str; 17] = [
    "nume",
    "numele",
    "nume familie",
    "nume de familie",
    "numele de familie",
    "prenume",
    "prenumele",
    "patronimic",
    "имя",
    "имя отчество",
    "отчество",
    "name",
    "surname",
    "last name",
    "family name",
    "first name",
    "given name",
];

/// Which part of a name a heading says, and whose: what else stands in it.
fn part_of_name(heading: &Value, words: &Dictionary) -> Option<(String, String)> {
    let Value::Text(text) = heading else {
        return None;
    };
    let part = surname(text).or_else(|| {
        let (code, word) = words.within(List::Heading, text)?;
        let part = PARTS_OF_NAMES.iter().any(|part| fold(part) == word);
        (part && code == "name").then(|| word.to_owned())
    })?;
    let whose = fold(text).replacen(&part, "", 1);
    Some((part, whose.trim().to_owned()))
}

/// The columns of a name: the one that says it best, and those beside it with other parts of the same name.
fn names(row: &[Value], best: usize, words: &Dictionary) -> Vec<usize> {
    let Some((part, whose)) = row.get(best).and_then(|cell| part_of_name(cell, words)) else {
        return vec![best];
    };
    let (mut parts, mut columns) = (vec![part], vec![best]);
    for (index, cell) in row.iter().enumerate() {
        if let Some((part, of)) = part_of_name(cell, words)
            && of == whose
            && !parts.contains(&part)
        {
            parts.push(part);
            columns.push(index);
        }
    }
    columns.sort_unstable();
    columns
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns that the headings of a row say a field by.
    fn columns(field: Field, headings: &str) -> Vec<usize> {
        let row: Vec<Value> = (headings.split(';'))
            .map(|heading| Value::Text(heading.to_owned()))
            .collect();
        let fields = fields(&row, &Dictionary::default());
        fields.get(&field).cloned().unwrap_or_default()
    }

    #[test]
    fn a_name_in_several_columns_is_found_whole() {
        for (headings, expected) in [
            ("Nr.;Nume;Prenume;Sex", vec![1, 2]),
            ("Prenumele;Numele de familie;Sex", vec![0, 1]),
            ("Numele beneficiarei;Prenumele beneficiarei", vec![0, 1]),
            ("№;Фамилия;Имя;Отчество;Пол", vec![1, 2, 3]),
            ("Фамилия;Имя, отчество", vec![0, 1]),
            ("First name;Family name;Age", vec![0, 1]),
            ("Numele, prenumele;Sex", vec![0]),
            ("Фамилия, имя;Пол", vec![0]),
            // Somebody else's, and the same once more.
            ("Nume;Prenume;Numele mamei;Nume", vec![0, 1]),
            ("Nume, prenume;Nume", vec![0]),
        ] {
            assert_eq!(columns(Field::Name, headings), expected, "{headings}");
            assert!(columns(Field::Party, headings).is_empty(), "{headings}");
        }
        assert_eq!(columns(Field::Party, "Nume;Prenume;Familia"), [2]);
    }

    #[test]
    fn of_several_columns_of_another_field_the_last_counts() {
        let column = |field| GuessedColumn {
            heading: String::new(),
            samples: Vec::new(),
            field: Some(field),
        };
        let layout = Layout {
            name: String::new(),
            kind: SheetKind::Stays,
            first: 0,
            rows: 0,
            columns: [Field::Name, Field::Sex, Field::Name, Field::Sex]
                .map(column)
                .to_vec(),
        };
        let fields = layout.fields();
        assert_eq!(fields[&Field::Name], [0, 2]);
        assert_eq!(fields[&Field::Sex], [3]);
    }
}
