//! The figures of a period as tables in words, and the same in the vocabulary of HTCDS.

use chrono::NaiveDate;
use vatra_core::census::{self, Area, HtcdsLine, Leaving, LeavingTable};

use crate::record::{Say, said};
use crate::table::{Cell, Column, Table};

/// What the tables of a period count: its days that were over, as known on a day; and the smallest count that they show.
#[must_use]
pub fn period(leaving: &Leaving, known_on: NaiveDate, say: Say<'_>) -> Table {
    let column = |name: &str| Column {
        title: said(say, &format!("sheet-period-{name}")),
        width: 22,
    };
    Table {
        name: "period".to_owned(),
        title: said(say, "sheet-period"),
        columns: ["first", "last", "known", "least"].map(column).to_vec(),
        rows: vec![vec![
            Cell::Day(leaving.first),
            Cell::Day(leaving.last),
            Cell::Day(known_on),
            Cell::Whole(leaving.least.max(1).into()),
        ]],
    }
}

/// The tables of a period, with their words.
#[must_use]
pub fn figures(leaving: &Leaving, say: Say<'_>) -> Vec<Table> {
    leaving.tables.iter().map(|table| one(table, say)).collect()
}

fn one(table: &LeavingTable, say: Say<'_>) -> Table {
    let wide = |column: &census::Column| match column {
        census::Column::Figure | census::Column::Kind => 36,
        _ => 14,
    };
    let columns = table.columns.iter().map(|column| Column {
        title: said(say, &format!("leaving-column-{}", column.text())),
        width: wide(column),
    });
    let share = |row: &[census::Cell]| matches!(row.first(), Some(census::Cell::Word(Area::Figure, Some(name))) if name == "occupancy");
    let rows = table.rows.iter().map(|row| {
        let of_row = share(row);
        let cells = row.iter().zip(&table.columns);
        cells
            .map(|(value, column)| cell(value, of_row || *column == census::Column::Occupancy, say))
            .collect()
    });
    Table {
        name: format!("figures-{}", table.name),
        title: said(say, &format!("sheet-by-{}", table.name)),
        columns: columns.collect(),
        rows: rows.collect(),
    }
}

fn cell(value: &census::Cell, is_share: bool, say: Say<'_>) -> Cell {
    match value {
        census::Cell::Word(_, None) => Cell::Text(said(say, "not-known")),
        census::Cell::Word(area, Some(value)) => Cell::Text(word(*area, value, say)),
        census::Cell::All => Cell::Text(said(say, "leaving-all")),
        census::Cell::Day(day) | census::Cell::Month(day) => Cell::Day(*day),
        census::Cell::Count(count) => Cell::Whole(i64::try_from(*count).unwrap_or(i64::MAX)),
        census::Cell::Number(value) if is_share => Cell::Share(*value),
        census::Cell::Number(value) => Cell::Number(*value),
        census::Cell::Hidden => Cell::Text(said(say, "leaving-under")),
        census::Cell::Nothing => Cell::Empty,
    }
}

fn word(area: Area, value: &str, say: Say<'_>) -> String {
    match area {
        Area::Figure => say(&format!("occ-name-{value}"))
            .unwrap_or_else(|| said(say, &format!("leaving-figure-{value}"))),
        Area::Sex => said(say, &format!("sex-{value}")),
        Area::AgeBand => said(say, &format!("band-{}", value.replace('+', ""))),
        Area::Nights => said(say, &format!("nights-{}", value.replace('+', ""))),
        Area::Ground => said(say, &format!("ground-{value}")),
        Area::Phase => said(say, &format!("phase-{value}")),
        Area::Referrer => said(say, &format!("body-{value}")),
        Area::Assistance => said(say, &format!("assistance-{value}")),
        Area::Territory => said(say, &format!("territory-{value}")),
        Area::Citizenship => said(say, &format!("country-{value}")),
        Area::PartySize => value.to_owned(),
    }
}

/// The vocabulary's own table: its words are the standard's, in every language the same.
#[must_use]
pub fn htcds(lines: &[HtcdsLine], title: String) -> Table {
    let column = |title: &str, width| Column {
        title: title.to_owned(),
        width,
    };
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(line.field.clone()),
            Cell::text(line.value.clone()),
            Cell::Text(line.unit.text().to_owned()),
            line.count.map_or_else(
                || Cell::Text("hidden".to_owned()),
                |count| Cell::Whole(count.into()),
            ),
        ]
    });
    Table {
        name: "htcds".to_owned(),
        title,
        columns: vec![
            column("field", 26),
            column("value", 34),
            column("unit", 10),
            column("count", 10),
        ],
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2009, 3, day).expect("a day")
    }

    #[test]
    fn a_period_says_until_when_it_counts_and_as_known_on_which_day() {
        let leaving = Leaving {
            first: day(1),
            last: day(14),
            places_from: None,
            least: 5,
            tables: vec![],
            hidden: 0,
        };
        let table = period(&leaving, day(15), &|id| Some(format!("<{id}>")));
        let titles = table.columns.iter().map(|column| column.title.as_str());
        let headings =
            ["first", "last", "known", "least"].map(|name| format!("<sheet-period-{name}>"));
        assert_eq!(titles.collect::<Vec<_>>(), headings);
        let row: Vec<String> = table.rows[0].iter().map(Cell::shown).collect();
        assert_eq!(row, ["01.03.2009", "14.03.2009", "15.03.2009", "5"]);
        // Where nothing is hidden, one is shown.
        let open = Leaving {
            least: 0,
            ..leaving
        };
        let table = period(&open, day(15), &|_| None);
        assert_eq!(table.rows[0][3], Cell::Whole(1));
    }
}
