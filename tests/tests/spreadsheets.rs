//! Promises about spreadsheets: a register as a real centre would keep it is taken over whole or not at all, and
//! what leaves is what was shown, with a reason, and in the journal.

use std::path::Path;

use calamine::{Data, Reader};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Done, ExportPreview, Exported, JournalPage, RegisterView};
use vatra::problem::Failure;
use vatra_core::import::{Field, ImportRow, RowProblem};
use vatra_core::refusal::Refusal;
use vatra_core::verbs::ActionKind;
use vatra_tests::Desk;
use vatra_tests::decades::register;

/// A new centre on 2 March 2009, 16:10.
fn centre() -> Desk {
    let desk = Desk::new();
    desk.make_centre();
    desk.wait_minutes(7 * 60 + 10);
    desk
}

fn read(desk: &Desk, path: &Path) -> RegisterView {
    desk.ok(
        "read_register",
        json!({ "path": path, "layouts": null, "skip_wrong": false }),
    )
}

fn order(path: &Path, view: &RegisterView, skip_wrong: bool) -> Value {
    json!({ "path": path, "digest": view.digest, "layouts": view.layouts, "skip_wrong": skip_wrong, "reason": "registrul 2009" })
}

fn row<'v>(view: &'v RegisterView, number: &str) -> &'v ImportRow {
    let mut rows = view.preview.rows.iter();
    rows.find(|row| row.row == number).expect("the row")
}

/// A register as somebody kept it: a title, an empty line, dates in every manner, words abbreviated.
const MESSY: &str = "\
REGISTRUL BENEFICIARILOR;;;;;;;;;
Centrul de asistență și protecție, anul 2009;;;;;;;;;
;;;;;;;;;
Nr. crt.;Numele, prenumele;Vârsta;Sex;Familia;Data intrării;Data ieșirii;Cam.;Raionul;Motivul plecării
1;Rusu Ana;34 ani;F;fam. 1;02.02.2009;;5-1;r-nul Cahul;
2;Rusu Ion;7;b;fam. 1;02.02.2009;;5-2;\"\"\"-\"\"-\";
3;Rusu Vera;8 luni;fată;fam. 1;02.02.2009;;cu mama;Cahul;
4;Popa Maria;41;ж;;3/2/2009, ora 23.40;2 martie 2009;cam. 1;мун. Кишинёв;la cerere
;;;;;;;;;
5;Munteanu Olga;22;f;;12 февраля 2009 г.;;;or. Bălți;
Total: 5;;;;;;;;;
";

#[test]
fn a_messy_register_is_read_as_it_was_meant() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.csv");
    std::fs::write(&path, MESSY).expect("written");
    let view = read(&desk, &path);
    let wrong: Vec<_> = view.preview.rows.iter().filter(|row| row.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(view.preview.counts.stays, 5);
    assert_eq!(view.preview.counts.parties, 3);

    let stay = |number: &str| row(&view, number).stay.clone().expect("a stay");
    assert_eq!(
        (stay("5").years, stay("6").years, stay("7").years),
        (34, 7, 0)
    );
    assert_eq!(stay("5").party, stay("7").party);
    assert_eq!(stay("6").territory.as_deref(), Some("MD-CA"));
    assert_eq!(stay("8").territory.as_deref(), Some("MD-CU"));
    assert_eq!(stay("10").territory.as_deref(), Some("MD-BA"));
    assert_eq!(stay("8").from, vatra_tests::at("2009-02-03T23:40"));
    assert_eq!(stay("10").from.day().to_string(), "2009-02-12");
    assert!(stay("8").beds[0].starts_with("1-"));
    assert!(matches!(
        row(&view, "7").problems.as_slice(),
        [RowProblem::Shares { .. }]
    ));
    assert!(matches!(
        row(&view, "10").problems.as_slice(),
        [RowProblem::BedChosen { .. }]
    ));

    let done: Done = desk.ok("import_register", order(&path, &view, false));
    assert_eq!(done.action_kind, ActionKind::Import);
    assert_eq!(
        desk.board()
            .rooms
            .iter()
            .flat_map(|room| &room.beds)
            .flat_map(|bed| &bed.people)
            .count(),
        4
    );
    assert_eq!(desk.bed_of("K-001").as_deref(), Some("5-1"));
    // Names went where names go, and can be found.
    let found: Value = desk.ok("find", json!({ "text": "rusu an", "names": true }));
    assert_eq!(found.as_array().map(Vec::len), Some(1));

    // One action, one undo.
    desk.ok::<Value>(
        "undo",
        json!({ "action": done.action, "reason": null, "those_too": false }),
    );
    assert_eq!(
        desk.board()
            .rooms
            .iter()
            .flat_map(|room| &room.beds)
            .flat_map(|bed| &bed.people)
            .count(),
        0
    );
    // And it can be taken over again.
    let again = read(&desk, &path);
    desk.ok::<Done>("import_register", order(&path, &again, false));
    assert_eq!(
        desk.board()
            .rooms
            .iter()
            .flat_map(|room| &room.beds)
            .flat_map(|bed| &bed.people)
            .count(),
        4
    );
}

#[test]
fn what_is_wrong_is_said_row_by_row_and_nothing_is_taken_over() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.csv");
    let register = "\
Cod;Sex;Vârsta;Data intrării;Data ieșirii;Camera;Motiv
A1;f;30;ieri 23:40;;1-1;
A2;f;30;02.02.2009;01.02.2009;1-1;
A3;f;30;02.02.2009;10.02.2009;1-1;
A3;f;30;05.02.2009;12.02.2009;1-2;
A4;f;30;04.02.2009;;1-1;
A5;m;30;04.02.2009;;99-1;
A6;;30;04.02.2009;;1-2;
A7;f;30;04.02.2010;;1-2;
A8;m;30;04.02.2009;;1-3;ceva ciudat
";
    std::fs::write(&path, register).expect("written");
    let view = read(&desk, &path);
    let is = |number: &str, fits: fn(&RowProblem) -> bool| {
        let problems = &row(&view, number).problems;
        assert!(problems.iter().any(fits), "{number}: {problems:?}");
    };
    is(
        "2",
        |one| matches!(one, RowProblem::Unreadable { field: Field::From, text } if text == "ieri 23:40"),
    );
    is("3", |one| matches!(one, RowProblem::EndsBeforeItBegins));
    is(
        "5",
        |one| matches!(one, RowProblem::Overlaps { row } if row == "4"),
    );
    is(
        "6",
        |one| matches!(one, RowProblem::BedTaken { row: Some(row), .. } if row == "4"),
    );
    is(
        "7",
        |one| matches!(one, RowProblem::UnknownRoom { text } if text == "99"),
    );
    is("8", |one| {
        matches!(one, RowProblem::Missing { field: Field::Sex })
    });
    is("9", |one| {
        matches!(one, RowProblem::InFuture { field: Field::From })
    });
    is("10", |one| {
        matches!(
            one,
            RowProblem::LeftEmpty {
                field: Field::Reason,
                ..
            }
        )
    });
    is("10", |one| matches!(one, RowProblem::BreaksRules { .. }));
    assert!(!row(&view, "4").wrong && !row(&view, "10").wrong);
    assert_eq!(view.preview.counts.wrong_rows, 7);

    let before: JournalPage = desk.ok("journal", json!({ "before": null, "most": 10 }));
    assert_eq!(
        desk.refused("import_register", order(&path, &view, false)),
        Refusal::RowsInTheWay { rows: 7 }
    );
    let after: JournalPage = desk.ok("journal", json!({ "before": null, "most": 10 }));
    assert_eq!(before.entries.len(), after.entries.len());

    // Leaving them out is a decision, and says so.
    let fit: RegisterView = desk.ok(
        "read_register",
        json!({ "path": path, "layouts": view.layouts, "skip_wrong": true }),
    );
    assert_eq!(
        (fit.preview.counts.left_out, fit.preview.counts.stays),
        (7, 2)
    );
    desk.ok::<Done>("import_register", order(&path, &fit, true));
    assert_eq!(desk.bed_of("K-002").as_deref(), Some("1-3"));

    // A file that was changed since is looked at again first.
    std::fs::write(&path, register.replace("A8", "A9")).expect("written");
    assert_eq!(
        desk.failed("import_register", order(&path, &fit, true)),
        Failure::FileChanged
    );
    assert_eq!(
        desk.failed(
            "read_register",
            json!({ "path": folder.path().join("x"), "layouts": null, "skip_wrong": false })
        ),
        Failure::NoFile
    );
}

#[test]
fn a_workbook_with_merged_cells_titles_and_two_sheets_is_read() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.xlsx");
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for (year, rows) in [
        (2008u16, [("Ж", 30.0, 1u8), ("м", 4.0, 1)]),
        (2009, [("Ж", 30.0, 2), ("ж", 25.0, 2)]),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(year.to_string()).expect("a name");
        sheet
            .merge_range(0, 0, 0, 4, "Реестр бенефициаров", &Format::new())
            .expect("a title");
        for (column, title) in (0..).zip([
            "Дата поступления",
            "Дата выбытия",
            "Пол",
            "Возраст",
            "Комната",
        ]) {
            sheet.write_string(2, column, title).expect("a heading");
        }
        let day = |month, day| ExcelDateTime::from_ymd(year, month, day).expect("a date");
        // One date for both: a family.
        sheet.merge_range(3, 0, 4, 0, "", &date).expect("merged");
        sheet
            .write_with_format(3, 0, day(1, 10), &date)
            .expect("a date");
        for (row, (sex, age, month)) in (3..).zip(rows) {
            // In one sheet a real date, in the other text, and a number that lost its format.
            if year == 2008 {
                sheet
                    .write_with_format(row, 1, day(month, 20), &date)
                    .expect("a date");
            } else {
                sheet.write_number(row, 1, 39_862.0).expect("a number");
            }
            sheet.write_string(row, 2, sex).expect("a cell");
            sheet.write_number(row, 3, age).expect("a cell");
            sheet.write_number(row, 4, 4).expect("a cell");
        }
    }
    book.save(&path).expect("saved");
    let view = read(&desk, &path);
    let wrong: Vec<_> = view.preview.rows.iter().filter(|row| row.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(view.preview.counts.stays, 4);
    let first = row(&view, "2008: 5").stay.clone().expect("a stay");
    assert_eq!(first.from.day().to_string(), "2008-01-10");
    let last = row(&view, "2009: 4").stay.clone().expect("a stay");
    assert_eq!(
        last.to.map(|to| to.day().to_string()).as_deref(),
        Some("2009-02-18")
    );
}

#[test]
fn the_sample_centre_leaves_as_a_workbook_and_becomes_the_same_board_elsewhere() {
    let (sample, folder) = (Desk::sample(), TempDir::new().expect("a folder"));
    let path = folder.path().join("tables.xlsx");
    sample.ok::<Value>(
        "set_look",
        json!({ "language": "ro", "theme": "light", "toured": true }),
    );
    let what = json!({ "what": "record", "days": null, "known_on": null });
    let shown: ExportPreview = sample.ok("export_preview", &what);
    let names: Vec<_> = shown
        .tables
        .iter()
        .map(|table| table.name.as_str())
        .collect();
    assert!(names.starts_with(&[
        "register",
        "nights",
        "grounds",
        "phases",
        "absences",
        "assistance",
        "census"
    ]));
    assert_eq!(names.last(), Some(&"journal"));
    assert_eq!(
        sample.refused(
            "export",
            json!({ "what": what, "form": "xlsx", "path": path, "reason": " " })
        ),
        Refusal::NeedsReason
    );
    assert!(!path.exists());
    let out: Exported = sample.ok(
        "export",
        json!({ "what": what, "form": "xlsx", "path": path, "reason": "mutare pe alt calculator" }),
    );
    assert_eq!(out.files, [path.to_string_lossy()]);
    let journal: JournalPage = sample.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(journal.entries[0].action_kind, ActionKind::Export);
    assert_eq!(
        journal.entries[0].reason.as_deref(),
        Some("mutare pe alt calculator")
    );

    // Another library reads it: a sheet a table, typed cells, and no names anywhere.
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let sheets = book.worksheets();
    assert_eq!(sheets.len(), shown.tables.len());
    let (_, register) = &sheets[0];
    assert_eq!(register.height() as u32, shown.tables[0].total + 1);
    let column = |title: &str| {
        let titles: Vec<_> = register
            .rows()
            .next()
            .expect("headings")
            .iter()
            .map(ToString::to_string)
            .collect();
        titles
            .iter()
            .position(|one| one == title)
            .unwrap_or_else(|| panic!("{title} in {titles:?}"))
    };
    for row in register.rows().skip(1) {
        assert!(matches!(row[column("De la")], Data::DateTime(_)));
        assert!(matches!(
            row[column("Vârsta la sosire")],
            Data::Float(_) | Data::Int(_)
        ));
        assert!(row[column("Cod")].to_string().starts_with("K-"));
    }

    let desk = centre();
    desk.wait_minutes(1);
    let view = read(&desk, &path);
    let wrong: Vec<_> = view.preview.rows.iter().filter(|row| row.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    desk.ok::<Done>("import_register", order(&path, &view, false));
    let people = |desk: &Desk| -> Vec<(String, String, bool)> {
        let board = desk.board();
        let beds = board.rooms.into_iter().flat_map(|room| room.beds);
        let mut found: Vec<_> = beds
            .flat_map(|bed| {
                let label = bed.label.clone();
                bed.people
                    .into_iter()
                    .map(move |one| (one.code, label.clone(), one.away.is_some()))
            })
            .collect();
        found.sort();
        found
    };
    assert_eq!(people(&sample), people(&desk));
    assert_eq!(people(&desk).len(), 23);
    // Taken over twice is refused for everybody.
    let twice = read(&desk, &path);
    assert_eq!(twice.preview.counts.stays, 0);
    assert!(twice.preview.rows.iter().all(|row| row.wrong));
}

#[test]
fn text_leaves_in_a_file_for_each_table_and_formulas_are_defused() {
    let (sample, folder) = (Desk::sample(), TempDir::new().expect("a folder"));
    let people: Value = sample.ok("find", json!({ "text": "K-214", "names": false }));
    let stay = people[0]["stay"].clone();
    sample.ok::<Done>(
        "assist",
        json!({ "stays": [stay], "kind": "other", "name": "=HYPERLINK(\"http://x\")", "day": null }),
    );
    let path = folder.path().join("t.csv");
    let what = json!({ "what": "record", "days": null, "known_on": null });
    let out: Exported = sample.ok(
        "export",
        json!({ "what": what, "form": "csv", "path": path, "reason": "arhivă" }),
    );
    assert!(out.files.len() > 6);
    let text = std::fs::read_to_string(folder.path().join("t-assistance.csv")).expect("a file");
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains("'=HYPERLINK"), "{text}");
    assert!(!text.contains(";=HYPERLINK"));
    for file in &out.files {
        let bytes = std::fs::read(file).expect("a file");
        let grid = vatra_sheets::read(&bytes).expect("readable");
        let width = grid[0].rows[0].len();
        assert!(grid[0].rows.iter().all(|row| row.len() == width), "{file}");
    }
}

/// One name is asked about, and a dozen files are written.
#[test]
fn text_leaves_whole_or_not_at_all_and_replaces_nothing_that_nobody_was_asked_about() {
    let (sample, folder) = (Desk::sample(), TempDir::new().expect("a folder"));
    let days = json!({ "first": "2009-03-01", "last": "2009-03-01" });
    let what = json!({ "what": "record", "days": days, "known_on": null });
    let order = json!({ "what": what, "form": "csv", "path": folder.path().join("t.csv"), "reason": "arhivă" });
    let there = || -> Vec<String> {
        let all = std::fs::read_dir(folder.path()).expect("the folder");
        let names = all.map(|one| one.expect("a file").file_name());
        names
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    };
    // Nothing can be written where a folder has the name under which the fifth would be begun.
    let hindrance = folder.path().join("t-absences.csv.new");
    std::fs::create_dir(&hindrance).expect("made");
    sample
        .ask::<Exported>("export", &order)
        .expect_err("failed");
    assert_eq!(there(), ["t-absences.csv.new"]);
    // What may have left is noted.
    let journal: JournalPage = sample.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(journal.entries[0].action_kind, ActionKind::Export);
    assert_eq!(journal.entries[0].reason.as_deref(), Some("arhivă"));
    std::fs::remove_dir(&hindrance).expect("removed");

    // Of a table that leaves, and of one that is empty now and would pass for a part of this export.
    let shown: ExportPreview = sample.ok("export_preview", &what);
    let empty = shown.tables.iter().find(|table| table.total == 0);
    let empty = format!("t-{}.csv", empty.expect("an empty table").name);
    for name in ["t-register.csv", &empty] {
        let older = folder.path().join(name);
        std::fs::write(&older, "older").expect("written");
        assert_eq!(sample.failed("export", &order), Failure::NamesTaken);
        assert_eq!(there(), [name]);
        assert_eq!(std::fs::read(&older).expect("there"), b"older");
        std::fs::remove_file(&older).expect("removed");
    }
    let out: Exported = sample.ok("export", &order);
    assert!(out.files.len() > 3);
    assert_eq!(there().len(), out.files.len());
}

#[test]
fn figures_leave_with_small_counts_hidden_and_in_the_words_of_htcds() {
    let (sample, folder) = (Desk::sample(), TempDir::new().expect("a folder"));
    for name in ["figures", "htcds"] {
        let what = json!({ "what": name, "days": { "first": "2009-02-01", "last": "2009-02-28" }, "known_on": null });
        let shown: ExportPreview = sample.ok("export_preview", &what);
        let (least, hidden) = shown.small.expect("small counts");
        assert_eq!(least, 5);
        assert!(hidden > 0);
        // What it counts stands beside it.
        let period = shown.tables.iter().find(|table| table.name == "period");
        let row = &period.expect("the period").rows[0];
        assert_eq!(row[..2], ["01.02.2009", "28.02.2009"]);
        assert_eq!(row[3], "5");
        let path = folder.path().join(format!("{name}.csv"));
        let out: Exported = sample.ok(
            "export",
            json!({ "what": what, "form": "csv", "path": path, "reason": "raport OIM" }),
        );
        let told = shown.tables.iter().filter(|table| table.total > 0);
        assert_eq!(out.files.len(), told.count());
        for (file, table) in out
            .files
            .iter()
            .zip(shown.tables.iter().filter(|table| table.total > 0))
        {
            let text = std::fs::read_to_string(file).expect("a file");
            assert_eq!(text.lines().count() as u32, table.total + 1);
            assert!(!text.contains("K-"), "{text}");
        }
    }
    let text = std::fs::read_to_string(folder.path().join("htcds-htcds.csv")).expect("a file");
    assert!(text.contains("prs_Gender;Feminine;persons;"), "{text}");
}

#[test]
fn a_cell_that_strayed_to_the_far_corner_of_a_sheet_is_no_trouble() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in [
        "Nume;Vârsta;Sex;Data intrării;Cam.",
        "Rusu Ana;34;F;02.02.2009;1-1",
    ]
    .iter()
    .enumerate()
    {
        for (column, text) in line.split(';').enumerate() {
            let at = (
                u32::try_from(row).expect("a row"),
                u16::try_from(column).expect("a column"),
            );
            sheet.write(at.0, at.1, text).expect("a cell");
        }
    }
    sheet.write(1_048_575, 16_383, "x").expect("a cell");
    book.save(&path).expect("written");
    let view = read(&desk, &path);
    assert_eq!(view.preview.counts.stays, 1);
    assert!(view.layouts[0].columns.len() < 600);
}

fn is_too_large(desk: &Desk, path: &Path) {
    let request = json!({ "path": path, "layouts": null, "skip_wrong": false });
    assert_eq!(desk.failed("read_register", request), Failure::FileTooLarge);
}

#[test]
fn a_workbook_that_would_fill_the_memory_once_unpacked_is_too_large() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["Sex", "Data intrării"])
        .expect("headings");
    sheet.write_row(1, 0, ["f", "02.02.2009"]).expect("a stay");
    let mut bytes = book.save_to_buffer().expect("a workbook");
    std::fs::write(&path, &bytes).expect("written");
    read(&desk, &path);
    let parts: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"))
        .collect();
    for part in parts {
        // How long it says that it is once it is unpacked.
        bytes[part + 24..part + 28].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    }
    std::fs::write(&path, &bytes).expect("written");
    is_too_large(&desk, &path);
}

#[test]
fn a_text_larger_than_any_register_is_too_large() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.csv");
    let mut text = "Sex;Data intrării;Motiv\nf;02.02.2009;".to_owned();
    text.extend(std::iter::repeat_n(' ', 64 * 1024 * 1024 - text.len()));
    std::fs::write(&path, &text).expect("written");
    read(&desk, &path);
    text.push(' ');
    std::fs::write(&path, &text).expect("written");
    is_too_large(&desk, &path);
}

#[test]
fn a_register_of_more_stays_than_any_house_has_had_is_too_large() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = folder.path().join("registru.csv");
    let before = chrono::NaiveDate::from_ymd_opt(2009, 2, 27).expect("a day");
    std::fs::write(&path, register(50_001, before)).expect("written");
    is_too_large(&desk, &path);
}
