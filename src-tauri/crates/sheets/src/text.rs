//! Tables as text, and text as it comes out of older programs.

use crate::SheetError;
use crate::table::{Cell, Table};

/// A table as CSV: UTF-8 with a mark by which spreadsheet programs know it, semicolons, dates as
/// `2009-03-02` and times as `2009-03-02 23:40:00`. Text that a program could take for a formula is
/// defused by an apostrophe before it.
///
/// # Errors
/// Fails only where memory does.
pub fn csv(table: &Table) -> Result<Vec<u8>, SheetError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let titles = table.columns.iter().map(|column| defused(&column.title));
    writer
        .write_record(titles)
        .map_err(|_| SheetError::Unwritable)?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(text))
            .map_err(|_| SheetError::Unwritable)?;
    }
    writer.into_inner().map_err(|_| SheetError::Unwritable)
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Whole(value) => value.to_string(),
        Cell::Number(value) | Cell::Share(value) => value.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Time { wall, second } => Cell::time_text(*wall, *second),
    }
}

/// What spreadsheet programs begin to calculate at, those of wide letters too.
const BEGINS_A_FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn defused(text: &str) -> String {
    if text.starts_with(BEGINS_A_FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Text as it was before it was defused.
pub(crate) fn fused(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(BEGINS_A_FORMULA) => rest,
        _ => text,
    }
}

/// The most rows of a sheet of any spreadsheet program.
const MOST_ROWS: usize = 1_048_576;

/// The rows of a CSV file, whichever program wrote it.
pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, SheetError> {
    let text = decoded(bytes);
    if text.contains('\0') {
        return Err(SheetError::NotASpreadsheet);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| SheetError::NotASpreadsheet)?;
        let line = record
            .position()
            .map_or(rows.len() as u64 + 1, csv::Position::line);
        // Empty lines are left out by the reader; rows keep the numbers that people see.
        let number = usize::try_from(line).unwrap_or(usize::MAX);
        if number > MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        while rows.len() + 1 < number {
            rows.push(Vec::new());
        }
        rows.push(record.iter().map(|cell| fused(cell).to_owned()).collect());
    }
    Ok(rows)
}

/// Unicode where the file says or shows so, otherwise the alphabet of older programs.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    // In Russian text letters beyond ASCII stand side by side, in Romanian text alone.
    let high = |byte: &u8| *byte >= 0xc0;
    let letters = bytes.iter().filter(|byte| high(byte)).count();
    let pairs = bytes
        .windows(2)
        .filter(|pair| high(&pair[0]) && high(&pair[1]))
        .count();
    let encoding = if pairs * 2 > letters {
        encoding_rs::WINDOWS_1251
    } else {
        encoding_rs::WINDOWS_1250
    };
    encoding.decode(bytes).0.into_owned()
}

/// What stands most often between cells in the first lines.
fn delimiter(text: &str) -> u8 {
    let count = |sign: u8| -> usize {
        let mut quoted = false;
        let mut found = 0;
        for byte in text.bytes().take(8_000) {
            quoted ^= byte == b'"';
            found += usize::from(!quoted && byte == sign);
        }
        found
    };
    let signs = [b';', b'\t', b','];
    signs
        .into_iter()
        .rev()
        .max_by_key(|sign| count(*sign))
        .unwrap_or(b';')
}
