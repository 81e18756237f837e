//! Workbooks.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, XlsxError};

use crate::SheetError;
use crate::table::{Cell, Table};

/// The longest name of a sheet.
const NAME: usize = 31;

/// A workbook with a sheet for each table: headings stay in sight, columns can be filtered, dates are
/// dates and numbers numbers. It names no author and no program.
///
/// # Errors
/// Fails where a table has more rows than a sheet can hold.
pub fn xlsx(tables: &[Table], made: NaiveDate) -> Result<Vec<u8>, SheetError> {
    write(tables, made).map_err(|_| SheetError::Unwritable)
}

fn write(tables: &[Table], made: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let at = ExcelDateTime::from_serial_datetime(serial(made.and_time(NaiveTime::MIN)))?;
    book.set_properties(
        &DocProperties::new()
            .set_author("")
            .set_creation_datetime(&at),
    );
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin);
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let share = Format::new().set_num_format("0.0%");
    let number = Format::new().set_num_format("0.0###");
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&table.title))?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_repeat_rows(0, 0)?;
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_freeze_panes(1, 0)?;
        for (column, what) in (0..).zip(&table.columns) {
            sheet.set_column_width(column, f64::from(what.width))?;
            sheet.write_string_with_format(0, column, &what.title, &heading)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) => sheet.write_string(row, column, text)?,
                    Cell::Whole(value) => sheet.write_number(row, column, *value as f64)?,
                    Cell::Number(value) => {
                        sheet.write_number_with_format(row, column, *value, &number)?
                    }
                    Cell::Share(value) => {
                        sheet.write_number_with_format(row, column, *value, &share)?
                    }
                    Cell::Day(value) => {
                        let value = serial(value.and_time(NaiveTime::MIN));
                        sheet.write_number_with_format(row, column, value, &day)?
                    }
                    // What a number can't say: the second of two hours, and a midnight that is meant as such.
                    Cell::Time { wall, second } if *second || wall.time() == NaiveTime::MIN => {
                        sheet.write_string(row, column, Cell::time_text(*wall, *second))?
                    }
                    Cell::Time { wall, .. } => {
                        sheet.write_number_with_format(row, column, serial(*wall), &time)?
                    }
                };
            }
        }
        if let Some(last) = u16::try_from(table.columns.len())
            .ok()
            .and_then(|n| n.checked_sub(1))
        {
            sheet.autofilter(0, 0, u32::try_from(table.rows.len()).unwrap_or(0), last)?;
        }
    }
    book.save_to_buffer()
}

/// Days since the beginning of the spreadsheets' calendar.
fn serial(wall: NaiveDateTime) -> f64 {
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let since = wall - begin.and_time(NaiveTime::MIN);
    since.num_milliseconds() as f64 / 86_400_000.0
}

/// A name that a sheet can have.
fn sheet_name(title: &str) -> String {
    let fit = |c: char| if "[]:*?/\\".contains(c) { ' ' } else { c };
    title
        .chars()
        .map(fit)
        .take(NAME)
        .collect::<String>()
        .trim_matches('\'')
        .to_owned()
}
