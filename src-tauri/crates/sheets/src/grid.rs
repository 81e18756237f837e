//! A spreadsheet as it lies before us: sheets of cells.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Reader, Sheets};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::SheetError;
use crate::merged;
use crate::text;

/// How many bytes a file has at most: more than any register has, and no bomb fills the memory.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// The most bytes that its parts may have once they are unpacked.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// The most cells of a sheet that are looked at.
pub(crate) const MOST_CELLS: usize = 8_000_000;

/// No register is wider. What strayed farther to the right isn't looked at.
const MOST_COLUMNS: usize = 512;

/// A cell that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text, without space around it.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, or date and time.
    Time(NaiveDateTime),
    /// A time of day.
    Clock(NaiveTime),
}

impl Value {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// As somebody would read it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Time(time) if time.time() == NaiveTime::MIN => {
                time.format("%d.%m.%Y").to_string()
            }
            Self::Time(time) => time.format("%d.%m.%Y %H:%M").to_string(),
            Self::Clock(time) => time.format("%H:%M").to_string(),
        }
    }

    /// What a file brings passes no other door: signs that can't be seen are left out here.
    fn of_text(text: &str) -> Self {
        let text = vatra_core::text::clean(text);
        let text =
            text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{feff}');
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }

    fn of(data: &Data) -> Self {
        match data {
            Data::Empty | Data::Error(_) => Self::Empty,
            Data::String(text) | Data::DurationIso(text) => Self::of_text(text),
            Data::Int(number) => Self::Number(*number as f64),
            Data::Float(number) => Self::Number(*number),
            Data::Bool(yes) => Self::Number(f64::from(u8::from(*yes))),
            Data::DateTime(time) => {
                let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
                let clock = NaiveTime::from_hms_milli_opt(
                    hour.into(),
                    minute.into(),
                    second.into(),
                    milli.into(),
                );
                let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
                match (clock, date) {
                    (Some(clock), _) if time.as_f64() < 1.0 => Self::Clock(clock),
                    (Some(clock), Some(date)) => Self::Time(date.and_time(clock)),
                    _ => Self::Number(time.as_f64()),
                }
            }
            Data::DateTimeIso(text) => ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"]
                .iter()
                .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
                .or_else(|| Some(text.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN)))
                .map_or_else(|| Self::of_text(text), Self::Time),
        }
    }
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The number of the first row, from 1.
    pub first_row: u32,
    /// The rows, each as far as something stands in it.
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// The number that people see beside a row.
    #[must_use]
    pub fn number(&self, row: usize) -> u32 {
        self.first_row + u32::try_from(row).unwrap_or(0)
    }
}

/// A spreadsheet.
pub type Grid = Vec<Sheet>;

/// Reads a workbook or a CSV file, by what it holds and not by its name.
///
/// # Errors
/// Fails where it is neither, is protected by a password, or larger than any register.
pub fn read(bytes: &[u8]) -> Result<Grid, SheetError> {
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    let zip = bytes.starts_with(b"PK\x03\x04");
    let old = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    if !zip && !old {
        let rows = text::rows(bytes)?;
        let rows = rows.into_iter().map(|row| {
            row.iter()
                .take(MOST_COLUMNS)
                .map(|cell| Value::of_text(cell))
                .collect()
        });
        return Ok(vec![Sheet {
            name: String::new(),
            first_row: 1,
            rows: rows.collect(),
        }]);
    }
    if zip && is_bomb(bytes) {
        return Err(SheetError::TooLarge);
    }
    // What a workbook says about itself can be more than its reader expects of one.
    let read = catch_unwind(AssertUnwindSafe(|| workbook(bytes, old)));
    read.unwrap_or(Err(SheetError::NotASpreadsheet))
}

fn workbook(bytes: &[u8], old: bool) -> Result<Grid, SheetError> {
    let book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut book = book.map_err(|_| {
        if old {
            SheetError::Protected
        } else {
            SheetError::NotASpreadsheet
        }
    })?;
    // Which of its cells are merged can't be told, and unfilled they would be taken for empty ones.
    if matches!(book, Sheets::Xlsb(_)) {
        return Err(SheetError::NotASpreadsheet);
    }
    let mut merged = match book {
        Sheets::Ods(_) => merged::of_ods(bytes).ok_or(SheetError::NotASpreadsheet)?,
        _ => BTreeMap::new(),
    };
    let names = book.sheet_names();
    let mut grid = Vec::new();
    for name in names {
        let Some(cells) = cells(&mut book, &name) else {
            continue;
        };
        let mut sheet = laid_out(name, cells)?;
        let regions = match &mut book {
            Sheets::Ods(_) => merged.remove(&sheet.name).unwrap_or_default(),
            book => merged::of_workbook(book, &sheet.name),
        };
        merged::fill(&regions, &mut sheet)?;
        sheet.name = vatra_core::text::clean(&sheet.name);
        grid.push(sheet);
    }
    Ok(grid)
}

/// A zip whose parts would fill the memory as soon as they are unpacked.
fn is_bomb(bytes: &[u8]) -> bool {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    let sizes = (0..zip.len()).filter_map(|part| Some(zip.by_index_raw(part).ok()?.size()));
    sizes.fold(0, u64::saturating_add) > MOST_UNPACKED
}

/// A row, a column, both from 0, and what stands there.
type Placed = (u32, u32, Value);

/// The cells of a sheet in which something stands; none where it isn't one of cells. One by one where that is
/// possible: a table of all between the first and the last would be as large as a stray cell far out makes it.
fn cells(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Option<Vec<Placed>> {
    let mut placed = Vec::new();
    let mut add = |(row, column): (u32, u32), value: Value| {
        if !value.is_empty() && (column as usize) < MOST_COLUMNS {
            placed.push((row, column, value));
        }
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name).ok()?;
            while let Some(cell) = reader.next_cell().ok()? {
                add(
                    cell.get_position(),
                    Value::of(&cell.get_value().clone().into()),
                );
            }
        }
        Sheets::Xlsb(_) => return None,
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name).ok()?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, data) in range.used_cells() {
                let within = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
                let at = (
                    top.saturating_add(within(row)),
                    left.saturating_add(within(column)),
                );
                add(at, Value::of(data));
            }
        }
    }
    Some(placed)
}

/// The rows from the first to the last in which something stands.
fn laid_out(name: String, mut cells: Vec<Placed>) -> Result<Sheet, SheetError> {
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let first = cells.first().map_or(0, |cell| cell.0);
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut sum = 0_usize;
    for (row, column, value) in cells {
        let row = (row - first) as usize;
        let long = rows.get(row).map_or(0, Vec::len);
        sum = sum.saturating_add((column as usize + 1).saturating_sub(long));
        if row.max(sum) > MOST_CELLS {
            return Err(SheetError::TooLarge);
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        put(&mut rows[row], column, value);
    }
    Ok(Sheet {
        name,
        first_row: first.saturating_add(1),
        rows,
    })
}

/// Puts a value into a row, which becomes as long as that needs.
pub(crate) fn put(row: &mut Vec<Value>, column: u32, value: Value) {
    let column = column as usize;
    if row.len() <= column {
        row.resize(column + 1, Value::Empty);
    }
    row[column] = value;
}
