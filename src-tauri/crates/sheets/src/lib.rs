//! Spreadsheets: tables written as XLSX and CSV, and registers read from them, however they were kept.
//! What they mean for the record is decided in the core; which words stand in them, by the shell.

#![cfg_attr(test, allow(clippy::expect_used))]

mod cells;
mod dates;
mod figures;
mod grid;
mod heading;
mod line;
mod merged;
mod record;
mod register;
mod spoken;
mod table;
mod text;
mod when;
mod words;
mod xlsx;

pub use figures::{figures, htcds, period};
pub use grid::{Grid, LARGEST, Sheet, Value, read};
pub use heading::{Columns, GuessedColumn, Layout, SheetKind, layouts};
pub use record::{SHEETS, Say, columns, record, time};
pub use register::register;
pub use table::{Cell, Column, Table};
pub use text::csv;
pub use words::{Dictionary, List};
pub use xlsx::xlsx;

/// What can go wrong with a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No spreadsheet that can be read.
    #[error("not a spreadsheet")]
    NotASpreadsheet,
    /// It is protected by a password.
    #[error("protected by a password")]
    Protected,
    /// It is larger than any register.
    #[error("too large")]
    TooLarge,
    /// It could not be put together.
    #[error("could not be written")]
    Unwritable,
}

/// A word as it is compared: without case and diacritics, in whichever letters. Not for numbers.
fn fold(text: &str) -> String {
    let [plain, _] = vatra_core::spelling::readings(text);
    plain
}
