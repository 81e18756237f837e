//! Promises about registers that nobody kept for a program: who is who, whose hour counts, what is missing between
//! two lines, and beds that are promised to somebody else. What can't be taken is said of its row, before anything is.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Done, ExportPreview, IdentityView, RegisterView};
use vatra_core::import::ImportRow;
use vatra_core::terms::BedKind;
use vatra_core::time::Instant;
use vatra_core::view::PersonView;
use vatra_tests::{Desk, at};

/// A new centre on 2 March 2009, 09:00.
fn centre() -> Desk {
    let desk = Desk::new();
    desk.make_centre();
    desk
}

/// A workbook: the name of each sheet, and its lines of cells parted by semicolons.
fn book(folder: &TempDir, sheets: &[(&str, &str)]) -> PathBuf {
    let path = folder.path().join("registru.xlsx");
    let mut book = Workbook::new();
    for (name, lines) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, line) in (0..).zip(lines.lines()) {
            for (column, cell) in (0..).zip(line.split(';')) {
                sheet.write_string(row, column, cell).expect("a cell");
            }
        }
    }
    book.save(&path).expect("saved");
    path
}

fn read(desk: &Desk, path: &Path, skip_wrong: bool) -> RegisterView {
    desk.ok(
        "read_register",
        json!({ "path": path, "layouts": null, "skip_wrong": skip_wrong }),
    )
}

fn take_over(desk: &Desk, path: &Path, view: &RegisterView, skip_wrong: bool) {
    let order = json!({ "path": path, "digest": view.digest, "layouts": view.layouts,
        "skip_wrong": skip_wrong, "reason": "registrul" });
    desk.ok::<Done>("import_register", order);
}

fn row<'v>(view: &'v RegisterView, number: &str) -> &'v ImportRow {
    let mut rows = view.preview.rows.iter();
    rows.find(|row| row.row == number).expect("the row")
}

/// What is wrong or odd about a row, but for the bed that was chosen and the rules that were broken.
fn said(view: &RegisterView, number: &str) -> Vec<Value> {
    let all = row(view, number).problems.iter().map(|one| json!(one));
    all.filter(|one| one["code"] != "bed_chosen" && one["code"] != "breaks_rules")
        .collect()
}

fn wrong(view: &RegisterView) -> Vec<&ImportRow> {
    view.preview.rows.iter().filter(|row| row.wrong).collect()
}

fn stays_until(view: &RegisterView, number: &str) -> Option<Instant> {
    row(view, number).stay.as_ref().expect("a stay").to
}

#[test]
fn two_people_under_one_number_are_not_made_one_silently() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[
            (
                "2008",
                "\
Cod;Sex;Data nașterii;Vârsta;Cetățenie;De la;Până la
1;f;03.05.1980;;MD;10.01.2008;20.01.2008
2;f;;30;;10.01.2008;20.01.2008
3;f;03.05.1980;;MD;10.01.2008;20.01.2008
4;f;03.05.1980;;MD;10.01.2008;20.01.2008
5;f;;30;MD;10.01.2008;20.01.2008",
            ),
            (
                "2009",
                "\
Cod;Sex;Data nașterii;Vârsta;Cetățenie;De la;Până la
1;f;07.08.2004;;UA;10.01.2009;20.01.2009
2;f;;31;MD;10.06.2008;20.06.2008
3;f;;28;MD;10.01.2009;20.01.2009
4;f;03.07.1980;;MD;10.01.2009;20.01.2009
5;m;;27;;10.01.2009;20.01.2009",
            ),
        ],
    );
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    let differs = |field: &str, row: &str| json!({ "code": "differs", "field": field, "row": row });
    assert_eq!(
        said(&view, "2009: 2"),
        [
            differs("born", "2008: 2"),
            differs("citizenship", "2008: 2")
        ]
    );
    // An estimated age is allowed a year, and a birthday between two stays.
    assert!(
        said(&view, "2009: 3").is_empty(),
        "{:?}",
        said(&view, "2009: 3")
    );
    assert!(
        said(&view, "2009: 4").is_empty(),
        "{:?}",
        said(&view, "2009: 4")
    );
    // Two dates are not.
    assert_eq!(said(&view, "2009: 5"), [differs("born", "2008: 5")]);
    assert_eq!(
        said(&view, "2009: 6"),
        [differs("sex", "2008: 6"), differs("born", "2008: 6")]
    );
    take_over(&desk, &path, &view, false);

    // A citizenship that only a later row knows is not lost.
    let what = json!({ "what": "record", "days": null, "known_on": null });
    let shown: ExportPreview = desk.ok("export_preview", what);
    let register = &shown.tables[0];
    let theirs = register.rows.iter().find(|row| {
        let came = |cell: &String| cell.starts_with("10.06.2008");
        row.iter().any(came)
    });
    assert!(theirs.expect("her second stay").contains(&"MD".to_owned()));

    // Of somebody of this program the record has the last word, and it is said what is left out.
    let path = book(
        &folder,
        &[(
            "2010",
            "\
Cod;Sex;Data nașterii;Cetățenie;De la;Până la
K-001;f;03.05.1990;RO;10.02.2009;20.02.2009",
        )],
    );
    let view = read(&desk, &path, false);
    let differs = |field: &str| json!({ "code": "differs", "field": field, "row": null });
    assert_eq!(said(&view, "2"), [differs("born"), differs("citizenship")]);
}

#[test]
fn an_infant_comes_and_leaves_with_the_mother_where_only_its_day_is_known() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Familia;Sex;Vârsta;De la;Până la;Cam.
A1;fam. 1;f;30;01.02.2009;10.02.2009;3-1
A2;fam. 1;f;1;01.02.2009;10.02.2009;cu mama
A3;;f;40;10.02.2009 10:00;20.02.2009 14:00;3-1
A4;fam. 2;f;30;20.02.2009;25.02.2009;3-1
A5;fam. 2;f;1;20.02.2009;25.02.2009;cu mama",
        )],
    );
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    assert_eq!(stays_until(&view, "2"), Some(at("2009-02-10T10:00")));
    assert_eq!(stays_until(&view, "3"), Some(at("2009-02-10T10:00")));
    let infant = row(&view, "6").stay.as_ref().expect("a stay");
    assert_eq!(infant.from, at("2009-02-20T14:00"));
    take_over(&desk, &path, &view, false);

    // An hour that was written down counts: then there was nobody to share with.
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Familia;Sex;Vârsta;De la;Până la;Cam.
B1;fam. 1;f;35;01.02.2009;10.02.2009;3-2
B2;fam. 1;m;1;01.02.2009;10.02.2009 11:30;cu mama
B3;;f;45;10.02.2009 10:00;20.02.2009;3-2",
        )],
    );
    let view = read(&desk, &path, false);
    assert_eq!(
        said(&view, "3"),
        [json!({ "code": "nobody_to_share_with" })]
    );
}

const STAYS: &str = "Nr. plasamentului;Cod;Sex;Vârsta;De la;Până la;Pat";

#[test]
fn a_night_without_a_bed_is_said_of_its_row_in_the_dry_run() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let stays = format!(
        "{STAYS}
1;A1;f;30;01.02.2009;10.02.2009;
2;A2;f;30;01.02.2009;10.02.2009;
3;A3;f;30;01.02.2009;;
4;A4;f;30;01.02.2009;10.02.2009;"
    );
    let nights = "\
Nr. plasamentului;Cod;Pat;De la;Până la
1;A1;1-1;01.02.2009;04.02.2009
1;A1;1-2;05.02.2009;10.02.2009
2;A2;2-1;02.02.2009;10.02.2009
3;A3;2-2;01.02.2009;09.02.2009
4;A4;3-1;01.02.2009;04.02.2009
4;A4;3-2;04.02.2009;10.02.2009";
    let path = book(&folder, &[("registru", &stays), ("paturi", nights)]);
    let view = read(&desk, &path, false);
    let gap = |from: &str, until: Option<&str>| json!({ "code": "gap", "from": at(from), "until": until.map(at) });
    assert_eq!(
        said(&view, "2"),
        [gap("2009-02-04T12:00", Some("2009-02-05T12:00"))]
    );
    assert_eq!(
        said(&view, "3"),
        [gap("2009-02-01T12:00", Some("2009-02-02T12:00"))]
    );
    assert_eq!(said(&view, "4"), [gap("2009-02-09T12:00", None)]);
    assert_eq!(view.preview.counts.wrong_rows, 3);
    let fit = read(&desk, &path, true);
    assert_eq!(fit.preview.counts.stays, 1);
    take_over(&desk, &path, &fit, true);
}

/// An hour that gave way to the next in the bed leaves an absence outside the stay: said of the row, not refused.
#[test]
fn what_no_longer_fits_after_an_hour_gave_way_is_said_of_its_row() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let stays = format!(
        "{STAYS}
1;A1;f;30;01.02.2009;10.02.2009;3-1
2;A2;f;30;10.02.2009 10:00;20.02.2009;3-1"
    );
    let absences = "\
Nr. plasamentului;Cod;Absență;De la;Până la
1;A1;Familie;09.02.2009;10.02.2009 11:00";
    let path = book(&folder, &[("registru", &stays), ("absențe", absences)]);
    let view = read(&desk, &path, false);
    assert_eq!(
        said(&view, "2"),
        [json!({ "code": "outside_stay", "field": "absence" })]
    );
}

#[test]
fn a_line_of_a_further_sheet_that_says_too_little_is_said_by_its_own_number() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let stays = format!("{STAYS}\n1;A1;f;30;01.02.2009;10.02.2009;3-1");
    let sheets = [
        ("absențe", "Absență", "Familie", "absence"),
        ("faze", "Faza", "Asistență în criză", "phase"),
        ("temeiuri", "Temei", "Victimă identificată", "ground"),
    ];
    for (sheet, title, word, field) in sheets {
        let lines = format!(
            "\
Nr. plasamentului;Cod;{title};De la;Până la
1;A1;{word};01.02.2009;02.02.2009
1;A1;{word};;05.02.2009
1;A1;;06.02.2009;07.02.2009
1;A1;{word};cândva;09.02.2009"
        );
        let path = book(&folder, &[("registru", &stays), (sheet, &lines)]);
        let view = read(&desk, &path, false);
        let missing = |field: &str| json!({ "code": "missing", "field": field });
        assert!(said(&view, "2").is_empty(), "{:?}", said(&view, "2"));
        assert_eq!(said(&view, &format!("{sheet}: 3")), [missing("from")]);
        assert_eq!(said(&view, &format!("{sheet}: 4")), [missing(field)]);
        assert_eq!(
            said(&view, &format!("{sheet}: 5")),
            [json!({ "code": "unreadable", "field": "from", "text": "cândva" })]
        );
        assert_eq!(view.preview.counts.wrong_rows, 3);
        // The stay is whole without them.
        let fit = read(&desk, &path, true);
        assert_eq!(
            (fit.preview.counts.stays, fit.preview.counts.left_out),
            (1, 3)
        );
    }
    let nights = "\
Nr. plasamentului;Cod;Pat;De la;Până la
1;A1;3-1;01.02.2009;10.02.2009
1;A1;3-2;;10.02.2009";
    let help = "\
Nr. plasamentului;Cod;Ziua;Asistență
1;A1;03.02.2009;Asistență medicală
1;A1;;Asistență medicală
1;A1;cândva;Asistență medicală";
    let path = book(
        &folder,
        &[
            ("registru", &stays),
            ("paturi", nights),
            ("asistență", help),
        ],
    );
    let view = read(&desk, &path, false);
    let missing = |field: &str| json!({ "code": "missing", "field": field });
    assert_eq!(said(&view, "paturi: 3"), [missing("from")]);
    assert_eq!(said(&view, "asistență: 3"), [missing("day")]);
    assert_eq!(
        said(&view, "asistență: 4"),
        [json!({ "code": "unreadable", "field": "day", "text": "cândva" })]
    );
}

#[test]
fn who_came_today_is_here_at_once_and_who_left_today_is_gone() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Sex;Vârsta;De la;Până la;Cam.
A1;f;30;02.03.2009;;1-1
A2;f;30;01.03.2009;02.03.2009;1-2
A3;f;30;02.03.2009;02.03.2009;1-3
A4;f;30;01.03.2009;;2-1",
        )],
    );
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    let now = at("2009-03-02T09:00");
    assert_eq!(row(&view, "2").stay.as_ref().expect("a stay").from, now);
    assert_eq!(stays_until(&view, "3"), Some(now));
    let short = row(&view, "4").stay.as_ref().expect("a stay");
    assert!(short.from < now && short.from.day() == now.day());
    assert_eq!(short.to, Some(now));
    take_over(&desk, &path, &view, false);
    let board = desk.board();
    let beds = board.rooms.iter().flat_map(|room| &room.beds);
    let taken: Vec<_> = beds.filter(|bed| !bed.people.is_empty()).collect();
    let taken: Vec<_> = taken.iter().map(|bed| bed.label.as_str()).collect();
    assert_eq!(taken, ["1-1", "2-1"]);

    // In the afternoon it was noon, as on any other day.
    desk.wait_minutes(7 * 60);
    let path = book(
        &folder,
        &[(
            "2009",
            "Cod;Sex;Vârsta;De la;Până la;Cam.\nB1;f;40;02.03.2009;;3-1",
        )],
    );
    let view = read(&desk, &path, false);
    let from = row(&view, "2").stay.as_ref().expect("a stay").from;
    assert_eq!(from, at("2009-03-02T12:00"));
}

#[test]
fn a_bed_that_is_promised_or_will_be_closed_is_not_chosen_for_somebody_who_stays() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let wall = |local: &str| json!({ "local": local, "second": false });
    desk.ok::<Done>(
        "keep",
        json!({ "label": "o familie", "places": 1, "beds": [desk.bed("1-1")],
            "from": wall("2009-03-02T18:00"), "until": wall("2009-03-03T10:00"), "waiting": null }),
    );
    desk.ok::<Done>(
        "close",
        json!({ "beds": [desk.bed("1-2")], "from": wall("2009-03-04T08:00"), "to": null, "reason": "vopsit" }),
    );
    let register = |beds: [&str; 3]| {
        let [stays, left, also] = beds;
        format!(
            "\
Cod;Sex;Vârsta;De la;Până la;Cam.
A1;f;30;01.02.2009;;{stays}
A2;f;30;01.01.2009;20.01.2009;{left}
A3;f;30;02.02.2009;;{also}"
        )
    };
    let path = book(&folder, &[("2009", &register(["1", "1", ""]))]);
    let view = read(&desk, &path, false);
    let beds = |number: &str| {
        row(&view, number)
            .stay
            .as_ref()
            .expect("a stay")
            .beds
            .clone()
    };
    assert_eq!(beds("2"), ["1-3"]);
    // Whoever has left is in nobody's way.
    assert_eq!(beds("3"), ["1-1"]);
    assert_eq!(beds("4"), ["2-1"]);

    // Where the register names the bed somebody sleeps in it, and it is said what is to come.
    let path = book(&folder, &[("2009", &register(["1-1", "1-1", "1-2"]))]);
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    assert_eq!(
        said(&view, "2"),
        [
            json!({ "code": "bed_held", "bed": "1-1", "label": "o familie", "from": at("2009-03-02T18:00") })
        ]
    );
    assert!(said(&view, "3").is_empty());
    assert_eq!(
        said(&view, "4"),
        [json!({ "code": "bed_closes", "bed": "1-2", "from": at("2009-03-04T08:00") })]
    );
    take_over(&desk, &path, &view, false);
}

fn person(desk: &Desk, code: &str) -> PersonView {
    desk.ok("person", json!({ "stay": desk.who(code).stay }))
}

fn already(who: &str) -> Value {
    json!({ "code": "already_recorded", "who": who })
}

fn differs(field: &str, row: Option<&str>) -> Value {
    json!({ "code": "differs", "field": field, "row": row })
}

#[test]
fn what_somebody_needs_is_not_lost_whichever_row_says_it() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Sex;Vârsta;Nevoi;De la;Până la
A1;f;30;;10.01.2008;20.01.2008
A2;f;40;scaun rulant;10.01.2008;20.01.2008
A3;f;50;gravidă;10.01.2008;20.01.2008
A1;f;31;gravidă;20.02.2009;
A2;f;41;gravidă;20.02.2009;
A3;f;51;;20.02.2009;",
        )],
    );
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    assert!(said(&view, "2").is_empty() && said(&view, "5").is_empty());
    // What was needed last counts, and what only an earlier row names is said.
    assert_eq!(said(&view, "3"), [differs("needs", Some("6"))]);
    // A row that names nothing takes nothing away.
    assert!(said(&view, "4").is_empty() && said(&view, "7").is_empty());
    take_over(&desk, &path, &view, false);
    for code in ["K-001", "K-002", "K-003"] {
        let shown = person(&desk, code);
        assert_eq!(json!(shown.needs), json!(["no_upper_bunk"]), "{code}");
        assert!(!matches!(shown.bed, Some((_, BedKind::Upper))), "{code}");
    }

    // Of somebody known the record has the last word, and it is said what it doesn't know of.
    let path = book(
        &folder,
        &[(
            "2008",
            "\
Cod;Sex;Vârsta;Nevoi;De la;Până la
K-001;f;30;fără trepte, gravidă;10.05.2008;20.05.2008
K-002;f;40;gravidă;10.05.2008;20.05.2008",
        )],
    );
    let view = read(&desk, &path, false);
    assert_eq!(said(&view, "2"), [differs("needs", None)]);
    assert!(said(&view, "3").is_empty());
}

#[test]
fn a_register_with_numbers_of_its_own_is_not_taken_over_twice() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let register = |further: &str, left: &str| {
        format!(
            "\
Cod;Familia;Sex;Vârsta;De la;Până la
A1;;f;30;01.02.2009;10.02.2009
A2;fam;f;45;01.02.2009;{left}
B1;fam;m;5;01.02.2009;10.02.2009
B2;fam;m;5;01.02.2009;10.02.2009{further}"
        )
    };
    // Twins are two people.
    let path = book(&folder, &[("2009", &register("", ""))]);
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    take_over(&desk, &path, &view, false);
    let again = read(&desk, &path, false);
    for (number, who) in [
        ("2", "K-001"),
        ("3", "K-002"),
        ("4", "K-003"),
        ("5", "K-004"),
    ] {
        assert_eq!(said(&again, number), [already(who)]);
    }
    assert_eq!(read(&desk, &path, true).preview.counts.stays, 0);

    // Of three alike the record has two. Who was still here then has left; a code of this program is certain.
    let further = "
B3;fam;m;5;01.02.2009;10.02.2009
K-050;;f;30;01.02.2009;10.02.2009
C1;;f;30;02.02.2009;10.02.2009
C2;;f;30;01.02.2009;11.02.2009
C3;;m;30;01.02.2009;10.02.2009
C4;;f;32;01.02.2009;10.02.2009";
    let path = book(&folder, &[("2009", &register(further, "20.02.2009"))]);
    let view = read(&desk, &path, true);
    assert_eq!(said(&view, "3"), [already("K-002")]);
    let alike = ["4", "5", "6"].map(|number| said(&view, number));
    assert_eq!(
        alike,
        [vec![already("K-003")], vec![already("K-004")], vec![]]
    );
    assert_eq!(
        (view.preview.counts.left_out, view.preview.counts.stays),
        (4, 6)
    );
    take_over(&desk, &path, &view, true);
}

#[test]
fn who_left_for_a_reason_left_on_a_day() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Sex;Vârsta;Data nașterii;De la;Până la;Cam.;Motiv;Destinație;Termen
A1;f;30;;01.02.2009;;1-1;la cerere;;
A2;f;30;;01.02.2009;-;1-1;;rude;
A3;f;30;;01.02.2009;—;1-1;-;;3 luni
A4;f;30;;05.02.2009;05.02.2009 09:00;1-2;;;30 de zile
A5;f;;2009;10.02.2009;;;;;
A6;f;30;;02.03.0209;;1-3;;;
A7;f;30;;02.03.1909;;1-3;;;",
        )],
    );
    let view = read(&desk, &path, false);
    let missing = json!({ "code": "missing", "field": "to" });
    assert_eq!(said(&view, "2"), [missing.clone()]);
    let unknown = said(&view, "3");
    assert!(unknown.contains(&missing), "{unknown:?}");
    // A dash says that nobody has left; months are not days.
    assert_eq!(stays_until(&view, "4"), None);
    assert_eq!(
        said(&view, "4"),
        [json!({ "code": "left_empty", "field": "term_days", "text": "3 luni" })]
    );
    assert!(said(&view, "5").is_empty(), "{:?}", said(&view, "5"));
    let short = row(&view, "5").stay.as_ref().expect("a stay");
    assert!(
        short.from < at("2009-02-05T09:00") && short.from.day() == at("2009-02-05T09:00").day()
    );
    assert!(!row(&view, "6").wrong, "{:?}", said(&view, "6"));
    for (number, text) in [("7", "02.03.0209"), ("8", "02.03.1909")] {
        assert_eq!(
            said(&view, number),
            [json!({ "code": "unreadable", "field": "from", "text": text })]
        );
    }
}

#[test]
fn a_row_that_cannot_be_taken_stands_in_no_other_rows_way() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Sex;Vârsta;De la;Până la;Cam.;Motiv
A1;f;30;01.02.2009;10.02.2009;1-1;
A1;f;30;05.02.2009;12.02.2009;1-2;
A2;f;40;06.02.2009;08.02.2009;1-2;
A3;f;50;01.02.2009;;1-3;la cerere
A4;f;60;06.02.2009;08.02.2009;1-3;",
        )],
    );
    let view = read(&desk, &path, false);
    assert_eq!(
        said(&view, "3"),
        [json!({ "code": "overlaps", "row": "2" })]
    );
    assert!(said(&view, "4").is_empty(), "{:?}", said(&view, "4"));
    assert!(said(&view, "6").is_empty(), "{:?}", said(&view, "6"));
    assert_eq!(read(&desk, &path, true).preview.counts.stays, 3);
}

#[test]
fn who_somebody_is_comes_from_all_rows_about_them() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Nume;Sex;Vârsta;Data nașterii;Documente;Observații;De la;Până la
A1;;f;28;;;prima;10.01.2008;20.01.2008
A1;Rusu Ana;f;;03.05.1979;B123;a doua;10.01.2009;20.01.2009
A1;Popa Maria;f;;04.05.1979;;prima;25.01.2009;",
        )],
    );
    let view = read(&desk, &path, false);
    assert!(said(&view, "2").is_empty() && said(&view, "3").is_empty());
    assert_eq!(
        said(&view, "4"),
        [differs("born", Some("3")), differs("name", Some("3"))]
    );
    take_over(&desk, &path, &view, false);
    let shown: IdentityView = desk.ok(
        "show_identity",
        json!({ "beneficiary": desk.who("K-001").beneficiary, "reason": "verificare" }),
    );
    assert_eq!(
        json!(shown),
        json!({ "name": "Rusu Ana", "born_on": "1979-05-03", "documents": "B123", "notes": "prima\na doua" })
    );

    let path = book(
        &folder,
        &[(
            "2008",
            "\
Cod;Nume;Sex;Data nașterii;Documente;Observații;De la;Până la
K-001;rusu ana;f;03.05.1979;B 123;prima;10.05.2008;20.05.2008
K-001;Popa Maria;f;04.05.1979;C9;altceva;10.06.2008;20.06.2008",
        )],
    );
    let view = read(&desk, &path, false);
    assert_eq!(said(&view, "2"), [differs("documents", None)]);
    let all = ["born", "name", "documents", "notes"].map(|field| differs(field, None));
    assert_eq!(said(&view, "3"), all);
}

#[test]
fn a_number_that_two_stays_bear_puts_nothing_on_the_wrong_one() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let stays =
        |code: &str, year: &str| format!("{STAYS}\n1;{code};f;30;01.02.{year};10.02.{year};3-1");
    let (before, now) = (stays("A1", "2008"), stays("A2", "2009"));
    let absences = "\
Nr. plasamentului;Cod;Absență;De la;Până la
1;A1;Familie;02.02.2008;03.02.2008
1;;Familie;02.02.2009;03.02.2009
1;A3;Familie;02.02.2009;03.02.2009";
    let sheets = [
        ("2008", before.as_str()),
        ("2009", &now),
        ("absențe", absences),
    ];
    let path = book(&folder, &sheets);
    let view = read(&desk, &path, false);
    // The code tells which; without one nothing does.
    assert!(said(&view, "2008: 2").is_empty() && said(&view, "2009: 2").is_empty());
    assert_eq!(
        said(&view, "absențe: 3"),
        [json!({ "code": "several_stays" })]
    );
    assert_eq!(said(&view, "absențe: 4"), [json!({ "code": "no_stay" })]);
    assert_eq!(view.preview.counts.wrong_rows, 2);

    // What stands in two sheets of one kind is one story.
    let stays = format!("{STAYS};Temei\n1;A1;f;30;01.12.2008;10.02.2009;3-1;Victimă prezumată");
    let grounds = |line: &str| format!("Nr. plasamentului;Cod;Temei;De la;Până la\n1;A1;{line}");
    let (first, then) = (
        grounds("Victimă prezumată;01.12.2008;05.01.2009"),
        grounds("Victimă identificată;05.01.2009;10.02.2009"),
    );
    let sheets = [
        ("registru", stays.as_str()),
        ("temeiuri 2008", &first),
        ("temeiuri 2009", &then),
    ];
    let path = book(&folder, &sheets);
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    take_over(&desk, &path, &view, false);
    let what = json!({ "what": "record", "days": null, "known_on": null });
    let shown: ExportPreview = desk.ok("export_preview", what);
    let table = shown.tables.iter().find(|table| table.name == "grounds");
    assert_eq!(table.expect("the grounds").total, 2);
}

#[test]
fn a_dash_makes_nobody_one_with_others_and_the_number_of_a_bed_no_room() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Familia;Sex;Vârsta;De la;Până la;Pat
-;-;f;30;01.02.2009;10.02.2009;1-1
-;—;f;40;01.02.2009;10.02.2009;1-2
?;-;f;50;11.02.2009;20.02.2009;7",
        )],
    );
    let view = read(&desk, &path, true);
    assert!(said(&view, "2").is_empty() && said(&view, "3").is_empty());
    assert_eq!(
        said(&view, "4"),
        [json!({ "code": "unknown_bed", "text": "7" })]
    );
    let counts = view.preview.counts;
    assert_eq!((counts.new_people, counts.parties), (2, 2));
}

#[test]
fn a_reason_that_says_two_things_is_left_empty_and_said() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Cod;Sex;Vârsta;De la;Până la;Pat;Motiv
A1;f;30;01.02.2009;10.02.2009;1-1;ушла сама, по желанию
A2;f;40;01.02.2009;10.02.2009;1-2;ушла по собственному желанию",
        )],
    );
    let view = read(&desk, &path, false);
    assert_eq!(
        said(&view, "2"),
        [json!({ "code": "left_empty", "field": "reason", "text": "ушла сама, по желанию" })]
    );
    assert!(said(&view, "3").is_empty(), "{:?}", said(&view, "3"));
}

#[test]
fn a_name_in_two_columns_is_kept_whole_and_women_of_one_given_name_are_two() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let path = book(
        &folder,
        &[(
            "2009",
            "\
Nume;Prenume;Sex;Vârsta;De la;Până la
Rusu;Ana;f;30;10.01.2008;20.01.2008
Popa;Ana;f;30;10.03.2008;20.03.2008
Rusu;Ana;f;31;10.01.2009;20.01.2009",
        )],
    );
    let view = read(&desk, &path, false);
    assert!(wrong(&view).is_empty(), "{:?}", wrong(&view));
    assert_eq!(view.preview.counts.new_people, 2);
    take_over(&desk, &path, &view, false);
    let found: Value = desk.ok("find", json!({ "text": "rusu ana", "names": true }));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
}

#[test]
fn assistance_of_a_listed_kind_bears_no_name_and_other_bears_one() {
    let (desk, folder) = (centre(), TempDir::new().expect("a folder"));
    let stays = format!("{STAYS}\n1;A1;f;30;01.02.2009;10.02.2009;3-1");
    let help = "\
Nr. plasamentului;Cod;Ziua;Asistență;Denumirea asistenței
1;A1;03.02.2009;Asistență medicală;stomatolog
1;A1;04.02.2009;Altceva;școală
1;A1;05.02.2009;Altceva;-";
    let path = book(&folder, &[("registru", &stays), ("asistență", help)]);
    let view = read(&desk, &path, false);
    assert_eq!(
        said(&view, "2"),
        [json!({ "code": "left_empty", "field": "assistance_name", "text": "stomatolog" })]
    );
    assert_eq!(
        said(&view, "asistență: 4"),
        [json!({ "code": "missing", "field": "assistance_name" })]
    );
    assert_eq!(view.preview.counts.wrong_rows, 1);
}
