//! Spreadsheets as no program writes them: a register that was cut off, spoilt or put together wrong is answered
//! in words, or read as far as it makes sense. It never ends the program, and a dry run without a problem is one
//! that can be taken over.

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::collection::vec;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use vatra::answers::Language;
use vatra::words::{DICTIONARY, Words};
use vatra_core::import::plan;
use vatra_core::verbs;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Dice, Outcome};
use crate::at;
use crate::random::{Step, World, step};

/// What takes the place of a number, of a cell and of a word.
const STRANGE: [&str; 12] = [
    "0",
    "-1",
    "1048576",
    "4294967295",
    "99999999999999999999",
    "1e308",
    "XFD1048576",
    "A0",
    "C9:A1",
    "31.02.2009",
    "=HYPERLINK(\"x\")",
    "\u{202e}\u{0}\u{feff}",
];

/// Reads so many files. The control takes over what its dry run warned of.
#[must_use]
pub fn run(files: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let whole = whole();
    for number in 0..files {
        let mut bytes = whole[dice.below(whole.len())].clone();
        if dice.below(4) > 0 && bytes.starts_with(b"PK") {
            bytes = spoil_a_part(&bytes, &mut dice);
        } else {
            spoil(&mut bytes, &mut dice);
        }
        let read = catch_unwind(AssertUnwindSafe(|| taken_over(&bytes, guarded)));
        let result = match read {
            Err(_) => Err("it ended".to_owned()),
            Ok(result) => result,
        };
        outcome.try_one(|| format!("file {number}"), result);
    }
    outcome
}

/// Files that nobody spoilt: a workbook and a text of a history, and a register kept by hand.
fn whole() -> Vec<Vec<u8>> {
    let mut runner = TestRunner::deterministic();
    let steps = vec(step(), 80..81).new_tree(&mut runner).expect("steps");
    let mut world = World::new(at("2009-02-01T08:00"));
    for step in steps.current() {
        if let Step::Wait { minutes } = step {
            world.now = world.now.plus_minutes(minutes);
        } else if let Some(Ok((decision, undoes))) = world.try_step(&step) {
            world.record(&decision, undoes);
        }
    }
    let words = Words::of(Language::Ro);
    let tables = vatra_sheets::record(&world.centre, None, &|id| words.find(id));
    let mut whole = vec![vatra_sheets::xlsx(&tables, world.now.day()).expect("a workbook")];
    for table in &tables {
        whole.push(vatra_sheets::csv(table).expect("a text"));
    }
    whole.push(
        "Registru;;;;\nNr.;Nume;Vârsta;Sex;Data intrării;Data ieșirii;Cam.\n1;Rusu Ana;34 ani;F;02.02.2009;;1-1\n\
         2;Popa Ion;7;b;3/2/2009, ora 23.40;2 martie 2009;cam. 5\n"
            .into(),
    );
    whole
}

/// Reads a file as the program does, and takes it over where its dry run has no problem.
///
/// # Errors
/// Fails where it can't be taken over then, in words.
pub fn taken_over(bytes: &[u8], guarded: bool) -> Result<(), String> {
    let Ok(grid) = vatra_sheets::read(bytes) else {
        return Ok(());
    };
    let layouts = vatra_sheets::layouts(&grid, &DICTIONARY);
    let rows = vatra_sheets::register(&grid, &layouts, &DICTIONARY);
    let world = World::new(at("2009-06-01T08:00"));
    let planned = plan(&world.centre, &rows, world.next_code, world.now);
    let rows = &planned.preview.rows;
    if rows.is_empty() || (guarded && rows.iter().any(|row| row.wrong)) {
        return Ok(());
    }
    verbs::import(&world.centre, planned, "", world.asking(true))
        .map(drop)
        .map_err(|refusal| format!("its dry run had no problem, and then: {refusal:?}"))
}

/// One part of a workbook, spoilt where it says what is in it, and packed again.
fn spoil_a_part(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let spoilt = dice.below(from.len());
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        if index == spoilt {
            spoil(&mut content, dice);
        }
        let name = part.name().expect("its name").into_owned();
        to.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        to.write_all(&content).expect("its content");
    }
    to.finish().expect("a workbook").into_inner()
}

fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(5) {
        let at = dice.below(bytes.len().max(1));
        match dice.below(8) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_within(..at.min(bytes.len())),
            2 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap_or(0),
            3 => {
                let end = (at + dice.below(200)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            _ => replace_a_word(bytes, at, dice),
        }
    }
}

/// Puts something strange into the place of the number or word that begins after a place.
fn replace_a_word(bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    let tail = bytes.get(at..).unwrap_or_default();
    let of_word = |byte: &u8| byte.is_ascii_alphanumeric() || b".:-".contains(byte);
    let Some(start) = tail.iter().position(of_word) else {
        return;
    };
    let long = tail[start..]
        .iter()
        .take_while(|byte| of_word(byte))
        .count();
    let strange = STRANGE[dice.below(STRANGE.len())].bytes();
    bytes.splice(at + start..at + start + long, strange);
}
