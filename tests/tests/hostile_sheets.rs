//! Hostile text in spreadsheets: what a register brings is kept as text or said to be wrong, and what leaves starts
//! no formula and asks for nothing in the program that opens it.

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use rust_xlsxwriter::{Formula, Url, Workbook};
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Done, Exported, IdentityView, RegisterView};
use vatra::problem::Problem;
use vatra_core::text::clean;
use vatra_core::view::Plans;
use vatra_store::Chain;
use vatra_tests::hostile::corpus;
use vatra_tests::{Desk, member, party};

const TITLES: [&str; 7] = [
    "Nr. crt.",
    "Numele, prenumele",
    "Vârsta",
    "Sex",
    "Data intrării",
    "Data ieșirii",
    "Motivul plecării",
];

fn centre() -> Desk {
    let desk = Desk::new();
    desk.make_centre();
    desk.wait_minutes(7 * 60 + 10);
    desk
}

fn look(desk: &Desk, path: &Path) -> Result<RegisterView, Problem> {
    desk.ask(
        "read_register",
        json!({ "path": path, "layouts": null, "skip_wrong": true }),
    )
}

fn take_over(desk: &Desk, path: &Path, view: &RegisterView) -> Result<Done, Problem> {
    desk.ask(
        "import_register",
        json!({ "path": path, "digest": view.digest, "layouts": view.layouts, "skip_wrong": true, "reason": "registrul" }),
    )
}

/// A cell of a CSV file.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A register in which one text stands wherever text can stand: above it, in the titles, and in every cell of a
/// row of its own; and once as the name of somebody who is taken over.
fn register(text: &str) -> Vec<Vec<String>> {
    let text = || text.to_owned();
    let mut rows = vec![vec![text()], TITLES.map(str::to_owned).to_vec()];
    rows[1].push(text());
    rows.push((0..8).map(|_| text()).collect());
    let known = [
        "2",
        "",
        "34",
        "f",
        "02.02.2009",
        "03.02.2009",
        "la cerere",
        "",
    ];
    let mut known = known.map(str::to_owned).to_vec();
    known[1] = text();
    known[7] = text();
    rows.push(known);
    rows
}

fn csv(path: &Path, rows: &[Vec<String>]) {
    let lines = rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        cells.join(";")
    });
    std::fs::write(path, lines.collect::<Vec<_>>().join("\r\n")).expect("written");
}

#[test]
fn a_register_full_of_hostile_text_is_text_or_is_said_to_be_wrong() {
    let folder = TempDir::new().expect("a folder");
    let mut taken = 0;
    for (at, text) in corpus().into_iter().enumerate() {
        let desk = centre();
        let path = folder.path().join(format!("{at}.csv"));
        csv(&path, &register(&text));
        // What no text holds makes it no spreadsheet; everything else is looked at row by row.
        let Ok(view) = look(&desk, &path) else {
            assert!(text.contains('\0'), "{text:?} is not read");
            continue;
        };
        let wrong = view.preview.rows.iter().filter(|row| row.wrong).count();
        let nothing = clean(&text).trim().is_empty();
        assert!(wrong >= 1 || nothing, "{text:?} is no arrival");
        if take_over(&desk, &path, &view).is_err() {
            continue;
        }
        taken += 1;
        if nothing {
            continue;
        }
        let who = desk.who("K-001");
        let shown: IdentityView = desk.ok(
            "show_identity",
            json!({ "beneficiary": who.beneficiary, "reason": "de văzut" }),
        );
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let kept = one_line(&clean(&text));
        assert_eq!(one_line(&shown.name), kept, "{text:?}");
        assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
    }
    assert!(taken > 20, "only {taken} were taken over");
}

/// A workbook brings formulas and links too: what they showed last is what is read, and neither is followed.
#[test]
fn formulas_and_links_of_a_workbook_are_not_followed() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in (0..).zip(TITLES) {
        sheet.write(0, column, title).expect("a title");
    }
    let formula = |what: &str, shown: &str| Formula::new(what).set_result(shown);
    sheet.write(1, 0, 1).expect("a number");
    let link = r#"=HYPERLINK("https://example.org/seen","Rusu Ana")"#;
    sheet
        .write(1, 1, formula(link, "Rusu Ana"))
        .expect("a cell");
    sheet.write(1, 2, 34).expect("an age");
    sheet.write(1, 3, "f").expect("a sex");
    sheet.write(1, 4, "02.02.2009").expect("a day");
    sheet.write(1, 5, "03.02.2009").expect("a day");
    let command = "=WEBSERVICE(\"https://example.org/seen\")";
    sheet
        .write(1, 6, formula(command, "la cerere"))
        .expect("a cell");
    let url = Url::new("https://example.org/seen").set_text("Popa Maria");
    sheet.write_url(2, 1, url).expect("a link");
    for (column, cell) in [(2, "41"), (3, "f"), (4, "02.02.2009"), (5, "04.02.2009")] {
        sheet.write(2, column, cell).expect("a cell");
    }
    let path = folder.path().join("r.xlsx");
    book.save(&path).expect("saved");
    let view = look(&desk, &path).expect("a workbook");
    take_over(&desk, &path, &view).expect("taken over");
    let mut names: Vec<String> = ["K-001", "K-002"]
        .into_iter()
        .map(|code| {
            let request =
                json!({ "beneficiary": desk.who(code).beneficiary, "reason": "de văzut" });
            desk.ok::<IdentityView>("show_identity", request).name
        })
        .collect();
    names.sort();
    assert_eq!(names, ["Popa Maria", "Rusu Ana"]);
}

/// The cells of a CSV file as another program reads them.
fn cells(text: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quotes) = (Vec::new(), String::new(), false);
    let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quotes && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => quotes = !quotes,
            ';' | '\n' | '\r' if !quotes => cells.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn nothing_that_leaves_starts_a_formula_or_asks_for_anything() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let woman = member("head", "female", 30, desk.bed("1-1"));
    desk.ok::<Done>("check_in", party(vec![woman]));
    let stay = desk.who("K-001").stay;
    let beds: Vec<Value> = ["5-1", "5-2", "5-3"].map(|bed| desk.bed(bed)).to_vec();
    let mut typed = 0;
    for text in corpus() {
        let assistance = json!({ "stays": [stay], "kind": "other", "name": text, "day": null });
        typed += usize::from(desk.ask::<Done>("assist", assistance).is_ok());
        let expected = json!({ "sex": "female", "years": 30, "needs": [] });
        let waits = json!({ "label": text, "members": [expected], "urgency": text });
        typed += usize::from(desk.ask::<Done>("wait", waits).is_ok());
        let closes = json!({ "beds": beds, "from": null, "to": null, "reason": text });
        if desk.ask::<Done>("close", closes).is_ok() {
            typed += 1;
            desk.wait_minutes(1);
            let closures: Vec<_> = (desk.ok::<Plans>("plans", json!({})).closures.iter())
                .map(|one| one.id)
                .collect();
            desk.ok::<Done>("reopen", json!({ "closures": closures, "at": null }));
        }
        desk.wait_minutes(1);
    }
    assert!(typed > 60, "only {typed} texts were taken");
    let out = |form: &str, name: &str| -> Exported {
        let what = json!({ "what": "record", "days": null, "known_on": null });
        let path = folder.path().join(name);
        desk.ok(
            "export",
            json!({ "what": what, "form": form, "path": path, "reason": "arhivă" }),
        )
    };
    let mut defused = 0;
    for file in out("csv", "t.csv").files {
        let text = std::fs::read_to_string(&file).expect("a file");
        for cell in cells(&text) {
            let number = cell.parse::<f64>().is_ok();
            let begins = ['=', '+', '-', '@', '\t', '\r', '＝'];
            assert!(number || !cell.starts_with(begins), "{cell:?} in {file}");
            defused += usize::from(cell.starts_with("'=") || cell.starts_with("'@"));
        }
    }
    assert!(defused > 1, "only {defused} cells began like a formula");
    for file in out("xlsx", "t.xlsx").files {
        let bytes = std::fs::read(&file).expect("a file");
        let mut book: Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        for sheet in book.sheet_names() {
            let formulas = book.worksheet_formula(&sheet).expect("a sheet");
            assert_eq!(formulas.used_cells().count(), 0, "{sheet} calculates");
        }
    }
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}
