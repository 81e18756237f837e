//! A register that was kept elsewhere: read, looked at row by row, and taken over whole or not at all.

use std::fs::File;
use std::io::Read;

use sha2::{Digest, Sha256};
use vatra_core::import::{Plan, ReadRow, plan, plan_without_wrong};
use vatra_core::time::Instant;
use vatra_core::{Centre, verbs};
use vatra_sheets::{Grid, LARGEST, Layout, layouts, register};
use vatra_store::{Entry, Window, watch};

use super::acts::append;
use super::{Open, Session};
use crate::answers::{Done, ImportOrder, ReadRegister, RegisterView};
use crate::problem::{Failure, Problem};
use crate::words::DICTIONARY;

impl Session {
    /// Reads a register and says, row by row, what would become of it. Nothing is written.
    ///
    /// # Errors
    /// Fails where the file is not there, or no spreadsheet.
    pub fn read_register(&self, request: ReadRegister) -> Result<RegisterView, Problem> {
        self.watch.long(|| self.look_at_register(request))
    }

    fn look_at_register(&self, request: ReadRegister) -> Result<RegisterView, Problem> {
        let bytes = content(&request.path)?;
        let grid = vatra_sheets::read(&bytes)?;
        let mut laid_out = request.layouts.unwrap_or_default();
        if laid_out.len() != grid.len() {
            laid_out = layouts(&grid, &DICTIONARY);
        }
        watch::at(0.4)?;
        let rows = rows(&grid, &laid_out)?;
        watch::at(0.6)?;
        // Read in the open file, thought about beside it: meanwhile the board can be asked.
        let (centre, next_code, now) = self.with_open(|open, asking| {
            let (centre, next_code) = everything(open)?;
            Ok((centre, next_code, asking.now))
        })?;
        watch::at(0.7)?;
        let preview = planned(&centre, &rows, next_code, now, request.skip_wrong).preview;
        Ok(RegisterView {
            digest: digest(&bytes),
            layouts: laid_out,
            preview,
        })
    }

    /// Takes a register over as its dry run said, in one action.
    ///
    /// # Errors
    /// Refused as [`verbs::import`]; fails where the file is not the one that was looked at, and where it was
    /// stopped.
    pub fn import_register(&self, order: ImportOrder) -> Result<Done, Problem> {
        self.watch.long(|| self.take_over(&order))
    }

    fn take_over(&self, order: &ImportOrder) -> Result<Done, Problem> {
        let bytes = content(&order.path)?;
        if digest(&bytes) != order.digest {
            return Err(Failure::FileChanged.into());
        }
        let grid = vatra_sheets::read(&bytes)?;
        if order.layouts.len() != grid.len() {
            return Err(Failure::BadRequest.into());
        }
        watch::at(0.1)?;
        let rows = rows(&grid, &order.layouts)?;
        watch::at(0.15)?;
        self.with_open(|open, asking| {
            let (centre, next_code) = everything(open)?;
            let planned = planned(&centre, &rows, next_code, asking.now, order.skip_wrong);
            let decision = verbs::import(&centre, planned, &order.reason, asking)?;
            watch::at(0.3)?;
            watch::part(0.3, 1.0, || {
                append(open, &Entry::new(decision, open.staff.id, asking.now))
            })
        })
    }
}

/// More stays than a house like this has in centuries: a plan of them is thought about row by row with all others.
const MOST_STAYS: usize = 50_000;

fn rows(grid: &Grid, layouts: &[Layout]) -> Result<Vec<ReadRow>, Problem> {
    let rows = register(grid, layouts, &DICTIONARY);
    if rows.len() > MOST_STAYS {
        return Err(Failure::FileTooLarge.into());
    }
    Ok(rows)
}

fn planned(
    centre: &Centre,
    rows: &[ReadRow],
    next_code: u32,
    now: Instant,
    skip_wrong: bool,
) -> Plan {
    let plan = if skip_wrong { plan_without_wrong } else { plan };
    plan(centre, rows, next_code, now)
}

/// No more of it than tells that it is too large.
fn content(path: &str) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes))
        .map_err(|_| Failure::NoFile)?;
    Ok(bytes)
}

/// What tells whether a file is the one that was looked at.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The whole record: who comes from a register may have been here at any time.
fn everything(open: &Open) -> Result<(Centre, u32), Problem> {
    let centre = open.store.load(&Window::from(Instant::EVER))?;
    Ok((centre, open.store.next_code()?))
}
