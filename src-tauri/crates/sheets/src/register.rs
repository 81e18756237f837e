//! A register read from a spreadsheet, row by row, with everything that could not be understood.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use vatra_core::import::{
    Away, Birth, Called, Field, GroundOf, Helped, Part, ReadRow, RegisterStay, RowProblem, Slept,
};
use vatra_core::terms::{AbsenceKind, AssistanceKind, Body, GroundKind, PhaseKind, Sex};

use crate::cells::is_unsaid;
use crate::fold;
use crate::grid::{Grid, Sheet};
use crate::heading::{Layout, SheetKind};
use crate::line::{Line, lines};
use crate::words::{Dictionary, List};

/// The stays of each number, by their place among all rows, and of whom they are.
type Numbered = BTreeMap<String, Vec<(usize, Called)>>;

/// The rows of a register. The layouts say, sheet by sheet, which column says what.
#[must_use]
pub fn register(grid: &Grid, layouts: &[Layout], words: &Dictionary) -> Vec<ReadRow> {
    let mut rows: Vec<ReadRow> = Vec::new();
    let mut numbered = Numbered::new();
    let several = layouts
        .iter()
        .filter(|one| one.kind == SheetKind::Stays)
        .count()
        > 1;
    let pairs: Vec<(&Sheet, &Layout)> = grid.iter().zip(layouts).collect();
    for (sheet, layout) in pairs.iter().filter(|(_, one)| one.kind == SheetKind::Stays) {
        for (label, line) in lines(sheet, layout, words, several) {
            if let Some(key) = line.key() {
                let of_number = numbered.entry(key).or_default();
                of_number.push((rows.len(), line.called()));
            }
            let (stay, problems) = line.stay();
            rows.push(ReadRow {
                row: label,
                stay,
                problems,
            });
        }
    }
    same_names(&mut rows);
    let mut begun = BTreeSet::new();
    for (sheet, layout) in pairs {
        if !matches!(layout.kind, SheetKind::Stays | SheetKind::Nothing) {
            details(sheet, layout, words, &numbered, &mut begun, &mut rows);
        }
    }
    rows
}

/// When somebody was born, whether to the day, and what they are called.
type Met = (NaiveDate, bool, String);

/// The same name, the same sex and about the same birth is the same person, where no code says so.
fn same_names(rows: &mut [ReadRow]) {
    let mut known: BTreeMap<(String, Sex), Vec<Met>> = BTreeMap::new();
    for (index, row) in rows.iter_mut().enumerate() {
        let Some(stay) = row.stay.as_mut() else {
            continue;
        };
        let name = fold(&stay.name);
        if stay.called != Called::Nothing || name.is_empty() {
            continue;
        }
        let (born, exact) = born_about(stay);
        let same = known.entry((name, stay.sex)).or_default();
        let near = |(other, certain, _): &&Met| {
            let apart = (*other - born).num_days().abs();
            if exact && *certain {
                apart == 0
            } else {
                apart <= 400
            }
        };
        let key = match same.iter().find(near) {
            Some((_, _, key)) => key.clone(),
            None => {
                let key = format!("row {index}");
                same.push((born, exact, key.clone()));
                key
            }
        };
        stay.called = Called::Text(key);
    }
}

fn born_about(stay: &RegisterStay) -> (NaiveDate, bool) {
    let arrived = stay.arrived.at.day();
    let back = |months: u32| {
        arrived
            .checked_sub_months(chrono::Months::new(months))
            .unwrap_or(arrived)
    };
    match stay.born {
        Birth::On(day) => (day, true),
        Birth::Month(month) => (month.first_day(), false),
        // Half a year before: the birthday lies anywhere in the year.
        Birth::Aged(years) => (back(u32::from(years) * 12 + 6), false),
        Birth::AgedMonths(months) => (back(u32::from(months)), false),
    }
}

/// A row of a further sheet: a part of a stay.
enum Detail {
    Night(Part<Slept>),
    Ground(Part<GroundOf>),
    Phase(Part<PhaseKind>),
    Absence(Part<Away>),
    Assistance(Helped),
}

/// Rows of a further sheet are parts of the stays whose number they bear. One that says too little is a row of
/// its own among the answers, so that it is found.
fn details(
    sheet: &Sheet,
    layout: &Layout,
    words: &Dictionary,
    numbered: &Numbered,
    begun: &mut BTreeSet<(SheetKind, usize)>,
    rows: &mut Vec<ReadRow>,
) {
    for (label, mut line) in lines(sheet, layout, words, true) {
        let index = match stay_of(&line, numbered) {
            Ok(index) => index,
            Err(problem) => {
                rows.push(ReadRow {
                    row: label,
                    stay: None,
                    problems: vec![problem],
                });
                continue;
            }
        };
        let detail = detail(&mut line, layout.kind);
        if line.problems.iter().any(RowProblem::is_wrong) {
            rows.push(ReadRow {
                row: label,
                stay: None,
                problems: line.problems,
            });
            continue;
        }
        let Some(stay) = rows[index].stay.as_mut() else {
            continue;
        };
        if let Some(detail) = detail {
            // The sheet of the stays says only the first of what has a sheet of its own.
            put(stay, detail, begun.insert((layout.kind, index)));
        }
        rows[index].problems.append(&mut line.problems);
    }
}

/// The stay with the number of a row, and of the same person where both say whom they are about.
fn stay_of(line: &Line<'_>, numbered: &Numbered) -> Result<usize, RowProblem> {
    let who = line.called();
    let stays = line.key().and_then(|key| numbered.get(&key));
    let mut fit = stays.into_iter().flatten().filter(|(_, of)| {
        let unsaid = who == Called::Nothing || *of == Called::Nothing;
        unsaid || *of == who
    });
    match (fit.next(), fit.next()) {
        (Some((index, _)), None) => Ok(*index),
        (None, _) => Err(RowProblem::NoStay),
        (Some(_), Some(_)) => Err(RowProblem::SeveralStays),
    }
}

fn detail(line: &mut Line<'_>, kind: SheetKind) -> Option<Detail> {
    match kind {
        SheetKind::Nights => {
            let (what, span) = (line.slept(), line.span());
            let (what, span) = what.zip(span)?;
            Some(Detail::Night(Part { what, span }))
        }
        SheetKind::Grounds => {
            let kind = line.subject(Field::Ground, List::Ground, GroundKind::from_text);
            let decided_by = line.word(Field::DecidedBy, List::Body, Body::from_text);
            let decided_on = line.day(Field::DecidedOn);
            let (kind, span) = kind.zip(line.span())?;
            let what = GroundOf {
                kind,
                decided_by,
                decided_on,
            };
            Some(Detail::Ground(Part { what, span }))
        }
        SheetKind::Phases => {
            let what = line.subject(Field::Phase, List::Phase, PhaseKind::from_text);
            let (what, span) = what.zip(line.span())?;
            Some(Detail::Phase(Part { what, span }))
        }
        SheetKind::Absences => {
            let kind = line.subject(Field::Absence, List::Absence, AbsenceKind::from_text);
            let expected = line.moment(Field::Expected, Field::ToTime);
            let (kind, span) = kind.zip(line.span())?;
            let what = Away {
                kind,
                expected_return: expected.map(|moment| moment.at),
            };
            Some(Detail::Absence(Part { what, span }))
        }
        SheetKind::Assistance => {
            let kind = line.subject(
                Field::Assistance,
                List::Assistance,
                AssistanceKind::from_text,
            );
            let name = kind.and_then(|kind| name_of(kind, line));
            let (kind, day) = kind.zip(line.on(Field::Day))?;
            Some(Detail::Assistance(Helped { kind, name, day }))
        }
        SheetKind::Stays | SheetKind::Nothing => None,
    }
}

/// What assistance is called that is none of the listed kinds: there alone, as at the desk.
fn name_of(kind: AssistanceKind, line: &mut Line<'_>) -> Option<String> {
    let field = Field::AssistanceName;
    let text = line.text(field);
    match (kind == AssistanceKind::Other, is_unsaid(&text)) {
        (true, false) => return Some(line.long(field)),
        (true, true) => line.problems.push(RowProblem::Missing { field }),
        (false, false) => line.problems.push(RowProblem::LeftEmpty { field, text }),
        (false, true) => {}
    }
    None
}

fn put(stay: &mut RegisterStay, detail: Detail, first: bool) {
    fn add<T>(parts: &mut Vec<T>, part: T, first: bool) {
        if first {
            parts.clear();
        }
        parts.push(part);
    }
    match detail {
        Detail::Night(part) => add(&mut stay.slept, part, first),
        Detail::Ground(part) => add(&mut stay.grounds, part, first),
        Detail::Phase(part) => add(&mut stay.phases, part, first),
        Detail::Absence(part) => stay.absences.push(part),
        Detail::Assistance(help) => stay.assistance.push(help),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{layouts, read};

    /// The rows of a register of one sheet.
    fn rows(lines: &str) -> Vec<ReadRow> {
        let grid = read(lines.as_bytes()).expect("a register");
        let words = Dictionary::default();
        register(&grid, &layouts(&grid, &words), &words)
    }

    fn stays(lines: &str) -> Vec<RegisterStay> {
        let stays = rows(lines).into_iter().map(|row| row.stay);
        stays.map(|stay| stay.expect("a stay")).collect()
    }

    #[test]
    fn a_sign_that_says_nothing_makes_nobody_one_with_others() {
        for sign in ["-", "—", "?", "- -"] {
            let lines = format!(
                "\
Cod;Familia;Sex;Vârsta;De la;Pat;Cu cine
{sign};{sign};f;30;01.02.2009;3-1;{sign}
{sign};{sign};f;40;01.02.2009;3-2;{sign}"
            );
            for stay in stays(&lines) {
                assert_eq!(stay.called, Called::Nothing, "{sign}");
                assert_eq!(stay.party, None, "{sign}");
                let slept = &stay.slept[0].what;
                assert!(matches!(slept, Slept::Bed { room: 3, .. }), "{slept:?}");
            }
        }
        let kept = stays("Cod;Familia;Sex;Vârsta;De la\nA-1;Rusu-1;f;30;01.02.2009");
        assert_eq!(kept[0].called, Called::Text("code a-1".into()));
        assert_eq!(kept[0].party.as_deref(), Some("rusu-1"));
    }

    #[test]
    fn whether_somebody_has_a_family_makes_nobody_one_with_others() {
        for (said, problems) in [("nu", 0), ("Нет", 0), ("Singură", 0), ("0", 0), ("Da", 1)] {
            let lines =
                format!("Familia;Sex;Vârsta;De la\n{said};f;30;01.02.2009\n{said};f;40;01.02.2009");
            for row in rows(&lines) {
                assert_eq!(row.problems.len(), problems, "{said}");
                assert_eq!(row.stay.expect("a stay").party, None, "{said}");
            }
        }
        assert_eq!(
            stays("Familia;Sex;Vârsta;De la\n10;f;30;01.02.2009")[0]
                .party
                .as_deref(),
            Some("10")
        );
    }

    #[test]
    fn who_came_and_left_on_one_day_stays_no_night_whatever_the_hour() {
        for times in [
            "23:59;31.03.2009;",
            "23:59;31.03.2009;23:59",
            "13:24;31.03.2009;13:24",
        ] {
            let lines =
                format!("Sex;Vârsta;De la;Ora;Până la;Ora ieșirii\nf;30;31.03.2009;{times}");
            let stay = &stays(&lines)[0];
            let (arrived, left) = (stay.arrived.at, stay.left.expect("an end").at);
            assert!(arrived < left, "{times}");
            assert_eq!(arrived.day(), left.day(), "{times}");
        }
    }

    #[test]
    fn empty_lines_of_a_text_fill_no_memory() {
        let lines = "\n".repeat(1_100_000) + "Sex;Vârsta;De la\nf;30;01.02.2009";
        assert_eq!(read(lines.as_bytes()), Err(crate::SheetError::TooLarge));
    }

    #[test]
    fn a_name_in_two_columns_is_one_name_and_sisters_are_two_people() {
        let found = stays(
            "\
Nr.;Nume;Prenume;Sex;Vârsta;De la;Până la
1;Rusu;Ana;f;30;01.02.2008;10.02.2008
2;Popa;Ana;f;30;01.02.2008;10.02.2008
3;Rusu;Vera;f;30;01.02.2008;10.02.2008
4;\"\"\"\"\"\";Ana;f;31;01.02.2009;10.02.2009
5;;Ana;f;30;01.02.2009;10.02.2009",
        );
        let names: Vec<&str> = found.iter().map(|stay| stay.name.as_str()).collect();
        assert_eq!(
            names,
            ["Rusu Ana", "Popa Ana", "Rusu Vera", "Rusu Ana", "Ana"]
        );
        let same = |one: usize, other: usize| found[one].called == found[other].called;
        assert!(same(0, 3));
        assert!(!same(0, 1) && !same(0, 2) && !same(0, 4) && !same(1, 4));
    }

    #[test]
    fn assistance_has_a_name_where_it_is_none_of_the_listed_kinds() {
        let sheet = |name: &str, lines: &str| Sheet {
            name: name.to_owned(),
            first_row: 1,
            rows: (lines.lines())
                .map(|line| {
                    let cells = line.split(';').map(|cell| match cell {
                        "" => crate::Value::Empty,
                        cell => crate::Value::Text(cell.to_owned()),
                    });
                    cells.collect()
                })
                .collect(),
        };
        let grid = vec![
            sheet(
                "registru",
                "Nr. plasament;Sex;Vârsta;De la;Pat\n1;f;30;01.02.2009;3-1",
            ),
            sheet(
                "asistență",
                "\
Nr. plasament;Asistență;Denumirea asistenței;Ziua
1;medicală;stomatolog;02.02.2009
1;medicală;;03.02.2009
1;altceva;școală;04.02.2009
1;altceva;-;05.02.2009
1;altceva;;06.02.2009",
            ),
        ];
        let mut words = Dictionary::default();
        words.learn(List::Assistance, "altceva", "other");
        let rows = register(&grid, &layouts(&grid, &words), &words);
        let stay = rows[0].stay.as_ref().expect("a stay");
        let given: Vec<_> = (stay.assistance.iter())
            .map(|help| (help.kind.text(), help.name.as_deref()))
            .collect();
        assert_eq!(
            given,
            [
                ("medical", None),
                ("medical", None),
                ("other", Some("școală"))
            ]
        );
        let field = Field::AssistanceName;
        assert_eq!(
            rows[0].problems,
            [RowProblem::LeftEmpty {
                field,
                text: "stomatolog".into()
            }]
        );
        for (row, number) in rows[1..].iter().zip(["asistență: 5", "asistență: 6"]) {
            assert_eq!(row.row, number);
            assert_eq!(row.problems, [RowProblem::Missing { field }]);
        }
        assert_eq!(rows.len(), 3);
    }
}
