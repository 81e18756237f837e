//! A reader of sheets who knows all that is true of any: how figures hang together, what the report before
//! said, how long a stay of a length is at least and at most. Works from the tables alone.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use vatra_core::census::{Cell, Leaving, LeavingTable, Occupancy, leaving};

use super::LEAST;

/// A figure of a sheet.
pub fn figure(sheet: &Leaving, name: &str) -> Cell {
    let rows = &table(sheet, "figures").rows;
    let row = rows
        .iter()
        .find(|row| matches!(&row[0], Cell::Word(_, Some(word)) if word == name));
    row.unwrap()[1].clone()
}

/// A table of a sheet.
pub fn table<'a>(sheet: &'a Leaving, name: &str) -> &'a LeavingTable {
    sheet
        .tables
        .iter()
        .find(|table| table.name == name)
        .unwrap()
}

/// How many cells of a table are hidden.
pub fn hidden_cells(table: &LeavingTable) -> usize {
    table
        .rows
        .iter()
        .flatten()
        .filter(|cell| **cell == Cell::Hidden)
        .count()
}

/// What is known of a number: it is written, or stands for something not written.
#[derive(Clone, Copy)]
enum Number {
    Shown(f64),
    Unknown(usize),
}

/// Numbers that aren't written, and what is known between all of them.
#[derive(Default)]
struct Knowledge {
    /// The least that each can be, and whether it is a hidden cell.
    unknown: Vec<(f64, bool)>,
    relations: Vec<(Vec<(usize, f64)>, ComparisonOp, f64)>,
}

impl Knowledge {
    fn cell(&mut self, cell: &Cell) -> Number {
        match cell {
            Cell::Count(count) => Number::Shown(*count as f64),
            Cell::Number(number) => Number::Shown(*number),
            Cell::Hidden => self.unknown(1.0, true),
            other => panic!("{other:?} is no number"),
        }
    }

    fn unknown(&mut self, least: f64, cell: bool) -> Number {
        self.unknown.push((least, cell));
        Number::Unknown(self.unknown.len() - 1)
    }

    /// So many times each of them, together, is so much.
    fn relate(&mut self, terms: &[(Number, f64)], how: ComparisonOp, sum: f64) {
        let mut right = sum;
        let mut left: BTreeMap<usize, f64> = BTreeMap::new();
        for (number, times) in terms {
            match number {
                Number::Shown(value) => right -= times * value,
                Number::Unknown(at) => *left.entry(*at).or_default() += times,
            }
        }
        if !left.is_empty() {
            self.relations
                .push((left.into_iter().collect(), how, right));
        }
    }

    fn sum(&mut self, total: Number, parts: &[Number]) {
        let mut terms: Vec<_> = parts.iter().map(|part| (*part, 1.0)).collect();
        terms.push((total, -1.0));
        self.relate(&terms, ComparisonOp::Eq, 0.0);
    }

    fn range(&self, of: usize) -> (f64, f64) {
        let bound = |direction| {
            let mut problem = Problem::new(direction);
            let places: Vec<Variable> = (self.unknown.iter().enumerate())
                .map(|(at, (least, _))| {
                    problem.add_var(if at == of { 1.0 } else { 0.0 }, (*least, 1_000_000.0))
                })
                .collect();
            for (terms, how, right) in &self.relations {
                let terms: Vec<_> = terms
                    .iter()
                    .map(|(at, times)| (places[*at], *times))
                    .collect();
                problem.add_constraint(terms.as_slice(), *how, *right);
            }
            match problem.solve().expect("the truth satisfies every relation") {
                SolveOutcome::Solution(solution) => solution.objective(),
                SolveOutcome::Interrupted(_) => panic!("nothing limits the solver"),
            }
        };
        (
            bound(OptimizationDirection::Minimize),
            bound(OptimizationDirection::Maximize),
        )
    }

    /// No hidden cell has only one value that it can have.
    fn withstand(&self, what: &dyn std::fmt::Debug) {
        for at in (0..self.unknown.len()).filter(|at| self.unknown[*at].1) {
            let (low, high) = self.range(at);
            assert!(
                high - low > 0.999,
                "a hidden cell is pinned down to {low}..{high}: {what:?}"
            );
        }
    }
}

/// The least and the most nights of a stay, by the bands in order.
const NIGHTS: [(f64, f64); 8] = [
    (0.0, 0.0),
    (1.0, 3.0),
    (4.0, 7.0),
    (8.0, 14.0),
    (15.0, 30.0),
    (31.0, 60.0),
    (61.0, 90.0),
    (91.0, 10_000.0),
];

/// The sheet of a period tells nothing of what it hides.
pub fn withstands(of: &Occupancy, before: u32) {
    let sheet = leaving(of, before, LEAST as u32);
    let mut k = Knowledge::default();
    let value = |k: &mut Knowledge, name: &str| k.cell(&figure(&sheet, name));
    let [bed_days, admissions, discharges, persons, stays] = [
        "bed_days",
        "admissions",
        "discharges",
        "persons_served",
        "stays",
    ]
    .map(|name| value(&mut k, name));
    let shown = |value: u32| Number::Shown(value.into());
    let column = |k: &mut Knowledge, name: &str, at: usize| -> Vec<Number> {
        table(&sheet, name)
            .rows
            .iter()
            .map(|row| k.cell(&row[at]))
            .collect()
    };
    if sheet.tables.iter().any(|table| table.name == "days") {
        let days = column(&mut k, "days", 1);
        k.sum(bed_days, &days);
        k.relate(
            &[
                (shown(before), 1.0),
                (admissions, 1.0),
                (discharges, -1.0),
                (days[days.len() - 1], -1.0),
            ],
            ComparisonOp::Eq,
            0.0,
        );
    } else {
        let [beds, came, left, last] = [1, 4, 5, 6].map(|at| column(&mut k, "months", at));
        k.sum(bed_days, &beds);
        k.sum(admissions, &came);
        k.sum(discharges, &left);
        let mut start = shown(before);
        for month in 0..last.len() {
            let terms = [
                (start, 1.0),
                (came[month], 1.0),
                (left[month], -1.0),
                (last[month], -1.0),
            ];
            k.relate(&terms, ComparisonOp::Eq, 0.0);
            start = last[month];
        }
    }
    let slices: u32 = of.breakdowns[0]
        .slices
        .iter()
        .map(|slice| slice.stays)
        .sum();
    k.sum(stays, &[admissions, shown(slices - of.figures.admissions)]);
    // Few come back within a period: to suppose so is to know how many stays are of the same persons.
    k.sum(stays, &[persons, shown(slices - of.figures.persons_served)]);
    for breakdown in &of.breakdowns {
        let parts = column(&mut k, breakdown.by.text(), 1);
        k.sum(stays, &parts);
    }
    let mut sexes = Vec::new();
    let mut bands = Vec::new();
    for row in &table(&sheet, "served").rows {
        let cell = k.cell(&row[2]);
        if row[1] == Cell::All {
            k.sum(cell, &std::mem::take(&mut bands));
            sexes.push(cell);
        } else {
            bands.push(cell);
        }
    }
    k.sum(persons, &sexes);
    let lengths = column(&mut k, "lengths", 1);
    k.sum(discharges, &lengths);
    if let Cell::Number(mean) = figure(&sheet, "mean_stay_nights") {
        let nights: Vec<Number> = lengths.iter().map(|_| k.unknown(0.0, false)).collect();
        for ((nights, stays), (least, most)) in nights.iter().zip(&lengths).zip(NIGHTS) {
            k.relate(&[(*nights, 1.0), (*stays, -least)], ComparisonOp::Ge, 0.0);
            k.relate(&[(*nights, 1.0), (*stays, -most)], ComparisonOp::Le, 0.0);
        }
        let mut all: Vec<_> = nights.iter().map(|nights| (*nights, 1.0)).collect();
        all.push((discharges, -mean));
        k.relate(&all, ComparisonOp::Le, 0.001);
        k.relate(&all, ComparisonOp::Ge, -0.001);
    }
    if let Cell::Number(interval) = figure(&sheet, "turnover_interval_days") {
        let terms = [(discharges, interval), (bed_days, 1.0)];
        k.relate(
            &terms,
            ComparisonOp::Le,
            f64::from(of.figures.place_days) + 0.001,
        );
        k.relate(
            &terms,
            ComparisonOp::Ge,
            f64::from(of.figures.place_days) - 0.001,
        );
    }
    k.withstand(&sheet);
}

/// Sheets of months and of longer periods, side by side, tell nothing of the days, admissions and discharges
/// that a month's own sheet hides. `all` are all sheets; the longer ones are made of whole months.
pub fn together(months: &[(u32, Occupancy)], all: &[(u32, Occupancy)]) {
    let mut k = Knowledge::default();
    let own: Vec<Leaving> = months
        .iter()
        .map(|(before, of)| leaving(of, *before, LEAST as u32))
        .collect();
    let mut flows = Vec::new();
    for ((before, of), sheet) in months.iter().zip(&own) {
        let [came, left, beds] =
            ["admissions", "discharges", "bed_days"].map(|name| k.cell(&figure(sheet, name)));
        let days: Vec<Number> = (table(sheet, "days").rows.iter())
            .map(|row| k.cell(&row[1]))
            .collect();
        k.sum(beds, &days);
        let terms = [
            (Number::Shown(f64::from(*before)), 1.0),
            (came, 1.0),
            (left, -1.0),
            (days[days.len() - 1], -1.0),
        ];
        k.relate(&terms, ComparisonOp::Eq, 0.0);
        flows.push((of.first, of.last, [came, left], days));
    }
    for (before, of) in all {
        let sheet = leaving(of, *before, LEAST as u32);
        let inside: Vec<_> = (flows.iter())
            .filter(|(first, last, ..)| of.first <= *first && *last <= of.last)
            .collect();
        for (which, name) in ["admissions", "discharges"].into_iter().enumerate() {
            let total = figure(&sheet, name);
            if total != Cell::Hidden {
                let total = k.cell(&total);
                let parts: Vec<Number> = inside.iter().map(|(.., flow, _)| flow[which]).collect();
                k.sum(total, &parts);
            }
        }
        let first_day = figure(&sheet, "census_first_day");
        if let Some((.., days)) = inside.first()
            && first_day != Cell::Hidden
        {
            let first_day = k.cell(&first_day);
            k.sum(first_day, &days[..1]);
        }
    }
    k.withstand(&own);
}
