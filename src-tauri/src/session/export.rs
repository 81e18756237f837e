//! Tables that leave as files: the centre's own record with codes, and figures without anybody in them.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use vatra_core::census::{self, htcds, outside_vocabulary};
use vatra_core::time::{Instant, midnight};
use vatra_core::verbs::{self, ActionKind, Asking};
use vatra_sheets::{Cell, Column, SheetError, Table, record, time};
use vatra_store::{Action, Wanted, Window, write_whole};

use super::acts::note;
use super::occupancy::leaving;
use super::{Open, Session};
use crate::answers::{
    ExportForm, ExportOrder, ExportPreview, ExportRequest, ExportWhat, Exported, OccupancyRequest,
    PreviewTable,
};
use crate::problem::{Failure, Problem};
use crate::words::Words;

/// How many rows of a table are shown before it leaves; all of them leave.
const SHOWN: usize = 50;

impl Session {
    /// Exactly what would leave: every table with its first rows.
    ///
    /// # Errors
    /// Refused for a period that ends before it begins.
    pub fn export_preview(&self, request: ExportRequest) -> Result<ExportPreview, Problem> {
        let words = self.words();
        let (tables, small) =
            self.with_open(|open, asking| tables(open, &request, asking, words))?;
        let shown = |table: Table| PreviewTable {
            total: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
            columns: table
                .columns
                .iter()
                .map(|column| column.title.clone())
                .collect(),
            rows: table
                .rows
                .iter()
                .take(SHOWN)
                .map(|row| row.iter().map(Cell::shown).collect())
                .collect(),
            name: table.name,
            title: table.title,
        };
        Ok(ExportPreview {
            tables: tables.into_iter().map(shown).collect(),
            small,
        })
    }

    /// Writes tables to where somebody chose, once the journal has noted it: all of them, or none.
    ///
    /// # Errors
    /// Refused without a reason; fails where there is nothing to write, where the place can't be written, and where
    /// files that nobody was asked about have the names of tables.
    pub fn export(&self, order: ExportOrder) -> Result<Exported, Problem> {
        let words = self.words();
        let reason = verbs::required(&order.reason)?;
        self.with_open(|open, asking| {
            let (tables, _) = tables(open, &order.what, asking, words)?;
            let files = files(&tables, &order, asking.now.day())?;
            // The journal first: what left without being noted would be worse than the reverse.
            note(open, asking, ActionKind::Export, reason, None)?;
            write_all(&files)?;
            let name = |(path, _): &(PathBuf, _)| path.to_string_lossy().into_owned();
            Ok(Exported {
                files: files.iter().map(name).collect(),
            })
        })
    }

    fn words(&self) -> &'static Words {
        Words::of(self.state().look.language)
    }
}

/// Counts below the first are not told; of how many that is so.
type Small = (u32, u32);

/// The tables, and how small counts were dealt with where there are any.
fn tables(
    open: &Open,
    request: &ExportRequest,
    asking: Asking,
    words: &Words,
) -> Result<(Vec<Table>, Option<Small>), Problem> {
    let say = |id: &str| words.find(id);
    match request.what {
        ExportWhat::Record => {
            let centre = open.store.load(&Window::from(Instant::EVER))?;
            let days = request.days.map(|days| (days.first, days.last));
            let mut tables = record(&centre, days, &say);
            let begun = centre.stays.values().map(|stay| stay.span.from.day()).min();
            let (first, last) =
                days.unwrap_or((begun.unwrap_or(asking.now.day()), asking.now.day()));
            if let Some(period) =
                census::Period::new(first, last).and_then(|period| period.over_by(asking.now))
            {
                let occupancy = census::occupancy(&centre, period);
                tables.push(daily(&occupancy, words));
                let figures = census::leaving(&occupancy, 0, 0);
                let own = |table: &Table| {
                    !["figures-days", "figures-months"].contains(&table.name.as_str())
                };
                tables.extend(
                    vatra_sheets::figures(&figures, &say)
                        .into_iter()
                        .filter(own),
                );
            }
            tables.push(journal(open, days, words)?);
            Ok((tables, None))
        }
        ExportWhat::Figures | ExportWhat::Htcds => {
            let Some(days) = request.days else {
                return Err(Failure::BadRequest.into());
            };
            let of = OccupancyRequest {
                first: days.first,
                last: days.last,
                known_on: request.known_on,
            };
            let Some(leaving) = leaving(open, of, asking)? else {
                return Err(Failure::NothingToExport.into());
            };
            let small = Some((leaving.least, leaving.hidden));
            let today = asking.now.day();
            let known_on = request.known_on.map_or(today, |day| day.min(today));
            let mut tables = vec![vatra_sheets::period(&leaving, known_on, &say)];
            if request.what == ExportWhat::Figures {
                tables.extend(vatra_sheets::figures(&leaving, &say));
                return Ok((tables, small));
            }
            let lines = htcds(&leaving);
            if !outside_vocabulary(&lines).is_empty() {
                return Err(Failure::System.into());
            }
            tables.push(vatra_sheets::htcds(&lines, words.say("sheet-htcds")));
            Ok((tables, small))
        }
    }
}

/// The census of each day.
fn daily(occupancy: &census::Occupancy, words: &Words) -> Table {
    let figures = &occupancy.figures;
    let counts = [
        &figures.census,
        &figures.places,
        &figures.arrived,
        &figures.left,
    ];
    let days = occupancy.first.iter_days().take(figures.census.len());
    let rows = days.enumerate().map(|(index, day)| {
        let count = |counts: &&Vec<u32>| {
            Cell::maybe(counts.get(index).copied(), |count| {
                Cell::Whole(count.into())
            })
        };
        [Cell::Day(day)]
            .into_iter()
            .chain(counts.iter().map(count))
            .collect()
    });
    let column = |id: &str| Column {
        title: words.say(id),
        width: 14,
    };
    Table {
        name: "census".to_owned(),
        title: words.say("sheet-census"),
        columns: ["day", "census", "places", "admissions", "discharges"]
            .iter()
            .map(|name| column(&format!("leaving-column-{name}")))
            .collect(),
        rows: rows.collect(),
    }
}

/// The journal, the oldest first.
fn journal(
    open: &Open,
    days: Option<(NaiveDate, NaiveDate)>,
    words: &Words,
) -> Result<Table, Problem> {
    let wanted = Wanted {
        from: days.map(|(first, _)| midnight(first)),
        until: days.and_then(|(_, last)| last.succ_opt()).map(midnight),
        ..Wanted::default()
    };
    let mut actions = Vec::new();
    let mut before = None;
    loop {
        let page = open.store.journal_of(&wanted, before, 1_000)?;
        let Some(last) = page.last() else { break };
        before = Some(last.seq);
        actions.extend(page);
    }
    actions.reverse();
    let row = |action: Action| {
        vec![
            Cell::Whole(action.seq),
            time(action.recorded_at),
            time(action.happened_at),
            Cell::Text(action.staff),
            Cell::Text(words.say(&format!("action-{}", action.kind.text()))),
            Cell::text(people(action.people, &action.codes)),
            Cell::text(action.reason.unwrap_or_default()),
            Cell::maybe(action.undoes, Cell::Whole),
            Cell::maybe(action.undone_by, Cell::Whole),
        ]
    };
    let columns = [
        ("number", 9),
        ("recorded", 17),
        ("happened", 17),
        ("staff", 12),
        ("action", 24),
        ("people", 24),
        ("reason", 40),
        ("undoes", 9),
        ("undone", 9),
    ];
    let column = |(name, width): (&str, u8)| Column {
        title: words.say(&format!("sheet-journal-{name}")),
        width,
    };
    Ok(Table {
        name: "journal".to_owned(),
        title: words.say("sheet-journal"),
        columns: columns.into_iter().map(column).collect(),
        rows: actions.into_iter().map(row).collect(),
    })
}

/// Whom an action was about. A register brings thousands: more than a cell can hold, and nobody reads them there.
fn people(count: u32, codes: &[String]) -> String {
    match (count as usize).checked_sub(codes.len()) {
        Some(others) if others > 0 => format!("{} (+{others})", codes.join(", ")),
        _ => codes.join(", "),
    }
}

/// Writes files, or leaves none of them.
fn write_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Problem> {
    let paths = files.iter().map(|(path, _)| path);
    let new: Vec<&PathBuf> = paths.filter(|path| !path.exists()).collect();
    for (path, content) in files {
        if let Err(error) = write_whole(path, content) {
            for path in new {
                let _ = fs::remove_file(path);
            }
            return Err(error.into());
        }
    }
    Ok(())
}

/// The files, whole, before anything is written: a workbook, or a text for each table that has rows.
fn files(
    tables: &[Table],
    order: &ExportOrder,
    today: NaiveDate,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Problem> {
    let path = Path::new(&order.path);
    match order.form {
        ExportForm::Xlsx => Ok(vec![(path.to_owned(), vatra_sheets::xlsx(tables, today)?)]),
        ExportForm::Csv => {
            let full: Vec<&Table> = tables
                .iter()
                .filter(|table| !table.rows.is_empty())
                .collect();
            if let [table] = full.as_slice() {
                return Ok(vec![(path.to_owned(), vatra_sheets::csv(table)?)]);
            }
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let apart = |table: &Table| path.with_file_name(format!("{stem}-{}.csv", table.name));
            // An older file of a table that is empty now would pass for one of these.
            if tables.iter().any(|table| apart(table).exists()) {
                return Err(Failure::NamesTaken.into());
            }
            let one = |table: &&Table| Ok((apart(table), vatra_sheets::csv(table)?));
            full.iter().map(one).collect()
        }
    }
}

impl From<SheetError> for Problem {
    fn from(error: SheetError) -> Self {
        Self::Failed(match error {
            SheetError::NotASpreadsheet => Failure::NotASpreadsheet,
            SheetError::Protected => Failure::SheetProtected,
            SheetError::TooLarge => Failure::FileTooLarge,
            SheetError::Unwritable => Failure::System,
        })
    }
}
