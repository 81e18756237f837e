//! Small cells, attacked: a solver of linear programs knows every equation of what is published and every
//! count that is shown, and tries to pin down each hidden one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use proptest::prelude::*;
use vatra_core::census::{
    AgeBand, At, Beds, Breakdown, By, Cell, Figures, Held, LengthBand, Lengths, Occupancy,
    Publication, Served, Slice, Waited, leaving, published,
};
use vatra_core::terms::Sex;

use reader::{figure, hidden_cells, table};

#[path = "support/reader.rs"]
mod reader;

const LEAST: u64 = 5;

/// The least and the greatest that a count can be for somebody who knows all that is shown, and that what
/// is hidden is at least 1.
fn range(of: usize, publication: &Publication, hidden: &[bool]) -> (f64, f64) {
    let bound = |direction| {
        let mut problem = Problem::new(direction);
        let values = publication.values();
        let places: Vec<Option<Variable>> = (0..values.len())
            .map(|at| {
                hidden[at]
                    .then(|| problem.add_var(if at == of { 1.0 } else { 0.0 }, (1.0, 10_000.0)))
            })
            .collect();
        for equation in publication.equations() {
            let mut shown = 0.0;
            let mut terms: Vec<(Variable, f64)> = Vec::new();
            for (at, times) in equation {
                match places[*at] {
                    Some(place) => terms.push((place, *times as f64)),
                    None => shown += *times as f64 * values[*at] as f64,
                }
            }
            if !terms.is_empty() {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, -shown);
            }
        }
        match problem.solve().expect("the truth satisfies every equation") {
            SolveOutcome::Solution(solution) => solution.objective(),
            SolveOutcome::Interrupted(_) => panic!("nothing limits the solver"),
        }
    };
    (
        bound(OptimizationDirection::Minimize),
        bound(OptimizationDirection::Maximize),
    )
}

fn withstands(publication: &Publication) {
    let hidden = publication.hide(LEAST);
    let hidden = hidden.all();
    for (at, value) in publication.values().iter().enumerate() {
        if !hidden[at] {
            continue;
        }
        let (low, high) = range(at, publication, hidden);
        assert!(
            high - low > 0.999,
            "{value} at {at} is pinned down to {low}..{high}: {publication:?} {hidden:?}"
        );
    }
}

/// A list with its total.
fn list(publication: &mut Publication, total: At, parts: &[u64]) -> Vec<At> {
    let parts: Vec<At> = parts.iter().map(|part| publication.count(*part)).collect();
    publication.sum(total, &parts);
    parts
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![3 => Just(0u64), 4 => 1..5u64, 3 => 5..30u64]
}

/// Spreads a total over so many parts, as the numbers say.
fn spread(total: u64, cuts: &[u64]) -> Vec<u64> {
    let mut left = total;
    let mut parts: Vec<u64> = cuts
        .iter()
        .map(|cut| {
            let part = if left == 0 { 0 } else { cut % (left + 1) };
            left -= part;
            part
        })
        .collect();
    parts.push(left);
    parts
}

#[test]
fn what_is_small_is_never_shown_and_what_is_large_is_not_hidden_without_need() {
    let mut publication = Publication::default();
    let total = publication.count(60);
    let parts = list(&mut publication, total, &[20, 20, 20]);
    let hidden = publication.hide(LEAST);
    assert!(parts.iter().chain([&total]).all(|at| !hidden.is(*at)));
    let other = list(&mut publication, total, &[40, 17, 3]);
    let hidden = publication.hide(LEAST);
    assert!(hidden.is(other[2]), "3 is small");
    assert!(hidden.is(other[1]), "60 - 40 - 17 would be 3");
    assert!(!hidden.is(other[0]) && !hidden.is(total));
    assert!(parts.iter().all(|at| !hidden.is(*at)));
}

#[test]
fn two_ones_that_make_two_are_not_left_alone() {
    let mut publication = Publication::default();
    let total = publication.count(52);
    let parts = list(&mut publication, total, &[30, 20, 1, 1]);
    let hidden = publication.hide(LEAST);
    assert!(
        hidden.is(parts[2]) && hidden.is(parts[3]) && hidden.is(parts[1]),
        "1 and 1 would follow from 2"
    );
    withstands(&publication);
}

#[test]
fn a_total_is_not_worked_out_from_another_list_of_the_same_people() {
    let mut publication = Publication::default();
    let total = publication.known(12);
    let sexes = list(&mut publication, total, &[9, 3]);
    let women = list(&mut publication, sexes[0], &[9, 0]);
    let hidden = publication.hide(LEAST);
    assert!(
        hidden.is(sexes[1]) && hidden.is(sexes[0]),
        "12 - 9 would be 3"
    );
    assert!(
        hidden.is(women[0]),
        "the only part of the women's total would say it"
    );
    withstands(&publication);
}

#[test]
fn a_difference_of_shown_figures_says_nothing() {
    let mut publication = Publication::default();
    let (before, last) = (publication.known(20), publication.count(22));
    let (came, left) = (publication.count(9), publication.count(3));
    // came - left = last - before, and the reader has the report of the month before.
    publication.equation(&[(came, 1), (left, -1), (last, -1), (before, 1)]);
    let hidden = publication.hide(LEAST);
    assert!(hidden.is(left) && hidden.is(came) && !hidden.is(last));
    withstands(&publication);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_count_is_pinned_down(
        women in prop::collection::vec(count(), 7),
        men in prop::collection::vec(count(), 7),
        cuts in prop::collection::vec(prop::collection::vec(0..40u64, 1..6), 1..6),
        ages in prop::bool::ANY,
    ) {
        // People by sex and age, and the same number of stays by several things.
        let mut publication = Publication::default();
        let sum = |parts: &[u64]| parts.iter().sum::<u64>();
        let served = publication.count(sum(&women) + sum(&men));
        let sexes = list(&mut publication, served, &[sum(&women), sum(&men)]);
        let female = list(&mut publication, sexes[0], &women);
        let male = list(&mut publication, sexes[1], &men);
        if ages {
            let by_age: Vec<u64> = women.iter().zip(&men).map(|(a, b)| a + b).collect();
            let bands = list(&mut publication, served, &by_age);
            for (band, (one, other)) in bands.into_iter().zip(female.iter().zip(&male)) {
                publication.sum(band, &[*one, *other]);
            }
        }
        for cuts in &cuts {
            let parts = spread(sum(&women) + sum(&men), cuts);
            list(&mut publication, served, &parts);
        }
        let hidden = publication.hide(LEAST);
        for (at, value) in publication.values().iter().enumerate() {
            prop_assert!(hidden.all()[at] || *value == 0 || *value >= LEAST, "{} is shown", value);
            prop_assert!(!hidden.all()[at] || *value > 0, "nought needs no hiding");
        }
        withstands(&publication);
    }
}

/// A period as it could be, from the arrivals and departures of its days.
fn period(before: u32, days: &[(u32, u32)], cuts: &[u64]) -> Occupancy {
    period_from(
        NaiveDate::from_ymd_opt(2008, 1, 20).unwrap(),
        before,
        days,
        cuts,
    )
}

fn period_from(first: NaiveDate, before: u32, days: &[(u32, u32)], cuts: &[u64]) -> Occupancy {
    let last = first + chrono::Days::new(days.len() as u64 - 1);
    let mut here = before;
    let (mut census, mut arrived, mut left) = (vec![], vec![], vec![]);
    for (came, went) in days {
        let went = (*went).min(here + came);
        here = here + came - went;
        census.push(here);
        arrived.push(*came);
        left.push(went);
    }
    let sum = |list: &[u32]| list.iter().sum::<u32>();
    let (admissions, discharges) = (sum(&arrived), sum(&left));
    let stays = u64::from(before + admissions);
    let parts = spread(stays, cuts);
    let slices = (parts.iter().enumerate()).map(|(at, stays)| Slice {
        value: Some(at.to_string()),
        stays: *stays as u32,
    });
    let bands = spread(discharges.into(), &[3, 5, 1, 9, 2, 4, 7]);
    Occupancy {
        first,
        last,
        figures: Figures {
            days: days.len() as u32,
            place_days: 24 * days.len() as u32,
            bed_days: sum(&census),
            occupancy: None,
            peak: census.iter().copied().max().unwrap(),
            lowest: census.iter().copied().min().unwrap(),
            census_first_day: census[0],
            census_last_day: here,
            over_capacity_days: 0,
            absent_nights: 0,
            admissions,
            discharges,
            same_day_stays: bands[0] as u32,
            mean_stay_nights: None,
            turnover_interval_days: None,
            persons_served: stays as u32,
            served: vec![Served {
                sex: Sex::Female,
                band: AgeBand::Under26,
                persons: stays as u32,
            }],
            places: vec![24; census.len()],
            census,
            arrived,
            left,
        },
        lengths: Lengths {
            median_nights: None,
            longest_nights: None,
            bands: (LengthBand::ALL.iter().copied())
                .zip(bands.iter().map(|stays| *stays as u32))
                .collect(),
            current: vec![],
        },
        breakdowns: vec![Breakdown {
            by: By::Ground,
            slices: slices.collect(),
        }],
        assistance: vec![],
        beds: Beds::default(),
        held: Held::default(),
        waited: Waited::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_count_of_a_period_is_pinned_down(
        before in 0..24u32,
        days in prop::collection::vec((0..3u32, 0..3u32), 20..130),
        cuts in prop::collection::vec(0..40u64, 1..6),
    ) {
        let of = period(before, &days, &cuts);
        let publication = published(&of, before, LEAST as u32);
        withstands(&publication);
        // What is written into the tables is what was attacked.
        reader::withstands(&of, before);
        let tables = leaving(&of, before, LEAST as u32).tables;
        let name = if days.len() > 31 { "months" } else { "days" };
        prop_assert!(tables.iter().any(|table| table.name == name));
        let cells = || tables.iter().flat_map(|table| &table.rows).flatten();
        for cell in cells() {
            if let Cell::Count(count) = cell {
                prop_assert!(*count == 0 || *count >= LEAST, "{} is shown", count);
            }
        }
    }
}

/// Nobody comes or goes on so many days.
fn quiet(days: usize) -> Vec<(u32, u32)> {
    vec![(0, 0); days]
}

#[test]
fn persons_served_do_not_tell_who_came() {
    let mut days = quiet(31);
    days[30] = (3, 0);
    let of = period(17, &days, &[]);
    let sheet = leaving(&of, 17, 5);
    assert_eq!(figure(&sheet, "discharges"), Cell::Count(0));
    for name in ["admissions", "stays", "persons_served"] {
        assert_eq!(figure(&sheet, name), Cell::Hidden, "{name}");
    }
    reader::withstands(&of, 17);
}

#[test]
fn the_mean_of_stays_does_not_tell_their_lengths() {
    let mut days = quiet(31);
    (days[3], days[12]) = ((7, 0), (0, 6));
    let mut of = period(20, &days, &[]);
    for (band, stays) in &mut of.lengths.bands {
        *stays = match band {
            LengthBand::To7 => 1,
            LengthBand::To60 => 5,
            _ => 0,
        };
    }
    of.figures.same_day_stays = 0;
    of.figures.mean_stay_nights = Some(295.0 / 6.0);
    of.lengths.median_nights = Some(58.0);
    reader::withstands(&of, 20);
    let sheet = leaving(&of, 20, 5);
    assert_eq!(figure(&sheet, "discharges"), Cell::Count(6));
    for name in ["mean_stay_nights", "median_stay_nights"] {
        assert_eq!(figure(&sheet, name), Cell::Hidden, "{name}");
    }
    // Five and five of two lengths hide nothing.
    of.lengths.bands[2].1 = 5;
    (of.figures.discharges, of.figures.mean_stay_nights) = (10, Some(31.5));
    let sheet = leaving(&of, 20, 5);
    assert_eq!(figure(&sheet, "mean_stay_nights"), Cell::Number(31.5));
}

#[test]
fn bed_days_are_not_worked_out_from_the_turnover() {
    // One night with somebody here: the bed-days are its census.
    let mut days = quiet(31);
    (days[10], days[11]) = ((4, 0), (6, 10));
    let mut of = period(0, &days, &[]);
    let empty = f64::from(of.figures.place_days - of.figures.bed_days);
    of.figures.turnover_interval_days = Some(empty / f64::from(of.figures.discharges));
    let sheet = leaving(&of, 0, 5);
    assert_eq!(figure(&sheet, "discharges"), Cell::Count(10));
    for name in ["bed_days", "occupancy", "turnover_interval_days"] {
        assert_eq!(figure(&sheet, name), Cell::Hidden, "{name}");
    }
    reader::withstands(&of, 0);
}

/// Months that follow on one another from January 2010 on: how many came on the 10th and left on the 20th.
fn months(before: u32, flows: &[(u32, u32)]) -> (Occupancy, Vec<(u32, Occupancy)>) {
    let start = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
    let (mut first, mut here) = (start, before);
    let (mut all, mut single) = (Vec::new(), Vec::new());
    for (came, left) in flows {
        let next = first + chrono::Months::new(1);
        let mut days = quiet((next - first).num_days() as usize);
        (days[9].0, days[19].1) = (*came, *left);
        single.push((here, period_from(first, here, &days, &[9])));
        all.extend(days);
        here = here + came - left;
        first = next;
    }
    (period_from(start, before, &all, &[9]), single)
}

/// The sheets of so many months together, each with the census before it.
fn sheets(single: &[(u32, Occupancy)], size: usize, flows: &[(u32, u32)]) -> Vec<(u32, Occupancy)> {
    (single.chunks(size).zip(flows.chunks(size)))
        .filter(|(chunk, _)| chunk.len() == size)
        .map(|(chunk, flows)| {
            let before = chunk[0].0;
            let mut days = Vec::new();
            for ((_, month), (came, left)) in chunk.iter().zip(flows) {
                let from = days.len();
                days.extend(quiet(month.figures.census.len()));
                (days[from + 9].0, days[from + 19].1) = (*came, *left);
            }
            (before, period_from(chunk[0].1.first, before, &days, &[9]))
        })
        .collect()
}

#[test]
fn a_hidden_month_is_not_what_is_left_of_a_quarter() {
    let (quarter, single) = months(20, &[(3, 6), (6, 5), (7, 8)]);
    let own = |at: usize, name| {
        let (before, of): &(u32, Occupancy) = &single[at];
        figure(&leaving(of, *before, 5), name)
    };
    assert_eq!(own(0, "admissions"), Cell::Hidden);
    assert_eq!(own(1, "admissions"), Cell::Count(6));
    assert_eq!(own(2, "admissions"), Cell::Count(7));
    let sheet = leaving(&quarter, 20, 5);
    assert_eq!(
        figure(&sheet, "admissions"),
        Cell::Hidden,
        "16 - 6 - 7 would be 3"
    );
    // Two hidden months are no single one.
    let (quarter, _) = months(20, &[(3, 6), (4, 5), (7, 8)]);
    let sheet = leaving(&quarter, 20, 5);
    assert_eq!(figure(&sheet, "admissions"), Cell::Count(14));
    // A quarter of large months hides nothing of its course.
    let (quarter, _) = months(20, &[(6, 6), (6, 5), (7, 8)]);
    let sheet = leaving(&quarter, 20, 5);
    assert_eq!(figure(&sheet, "admissions"), Cell::Count(19));
    assert!(
        table(&sheet, "months")
            .rows
            .iter()
            .flatten()
            .all(|cell| *cell != Cell::Hidden)
    );
}

#[test]
fn a_hidden_month_is_not_what_is_left_of_a_year_and_its_quarters() {
    // January and February hide one another, so that the first quarter may be shown; April stands alone.
    let mut flows = [(6, 6); 12];
    (flows[0].0, flows[1].0, flows[3].0) = (3, 4, 2);
    flows[2] = (9, 6);
    let (year, single) = months(20, &flows);
    let quarters = sheets(&single, 3, &flows);
    assert_eq!(
        figure(&leaving(&quarters[0].1, quarters[0].0, 5), "admissions"),
        Cell::Count(16)
    );
    assert_eq!(
        figure(&leaving(&quarters[1].1, quarters[1].0, 5), "admissions"),
        Cell::Hidden
    );
    assert_eq!(figure(&leaving(&year, 20, 5), "admissions"), Cell::Hidden);
}

#[test]
fn a_longer_period_does_not_tell_the_first_day_that_its_first_month_hides() {
    let (quarter, single) = months(20, &[(6, 3), (6, 6), (6, 6)]);
    let own = leaving(&single[0].1, 20, 5);
    let days = &table(&own, "days").rows;
    assert_eq!(figure(&own, "bed_days"), Cell::Count(716));
    for (hidden, at) in [(true, 0), (true, 30), (false, 1), (false, 29)] {
        assert_eq!(days[at][1] == Cell::Hidden, hidden, "day {at}");
    }
    // With it the last day is what is left of the bed-days, and the discharges follow: 20 + 6 - 23.
    let sheet = leaving(&quarter, 20, 5);
    assert_eq!(figure(&sheet, "census_first_day"), Cell::Hidden);
    reader::together(&single, &[(20, quarter)]);
    // Where the month shows it, the quarter does.
    let (quarter, _) = months(20, &[(6, 6), (6, 3), (6, 6)]);
    let sheet = leaving(&quarter, 20, 5);
    assert_eq!(figure(&sheet, "census_first_day"), Cell::Count(20));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_month_is_had_by_subtraction(
        before in 5..20u32,
        wished in prop::collection::vec((prop_oneof![1 => 0..5u32, 2 => 5..9u32], prop_oneof![1 => 0..5u32, 2 => 5..9u32]), 12),
        length in prop::sample::select(vec![2usize, 3, 5, 6, 12]),
    ) {
        let mut here = before;
        let flows: Vec<(u32, u32)> = wished[..length]
            .iter()
            .map(|(came, left)| {
                // So many are always here that their number is no small one: it is known from the report before.
                let left = (*left).min(here + came - 5);
                here = here + came - left;
                (*came, left)
            })
            .collect();
        let (whole, single) = months(before, &flows);
        let mut all = single.clone();
        for size in [3, 6] {
            if size < length {
                all.extend(sheets(&single, size, &flows));
            }
        }
        all.push((before, whole));
        for (before, of) in &all {
            withstands(&published(of, *before, LEAST as u32));
        }
        reader::together(&single, &all);
    }
}

/// One month: 22 here, 5 came and 4 left after a stay of one length, 27 served, one of them a man.
fn one_man() -> Occupancy {
    let mut days = quiet(31);
    (days[5].0, days[11].0, days[18].1) = (2, 3, 4);
    let mut of = period_from(NaiveDate::from_ymd_opt(2010, 3, 1).unwrap(), 22, &days, &[]);
    for (band, stays) in &mut of.lengths.bands {
        *stays = if *band == LengthBand::To60 { 4 } else { 0 };
    }
    of.figures.same_day_stays = 0;
    of.figures.mean_stay_nights = Some(40.0);
    of.lengths.median_nights = Some(40.0);
    of.figures.served = [
        (Sex::Female, AgeBand::Under26, 12),
        (Sex::Female, AgeBand::Under36, 14),
        (Sex::Male, AgeBand::Under36, 1),
    ]
    .map(|(sex, band, persons)| Served { sex, band, persons })
    .to_vec();
    let slice = |(value, stays): (&str, u32)| Slice {
        value: Some(value.into()),
        stays,
    };
    of.breakdowns = (By::ALL.iter())
        .map(|by| Breakdown {
            by: *by,
            slices: [("a", 15), ("b", 12)].map(slice).to_vec(),
        })
        .collect();
    of
}

#[test]
fn one_small_count_does_not_empty_the_sheet() {
    let of = one_man();
    let sheet = leaving(&of, 22, 5);
    for name in ["admissions", "stays", "persons_served", "bed_days"] {
        assert_ne!(figure(&sheet, name), Cell::Hidden, "{name}");
    }
    for by in By::ALL {
        assert!(
            table(&sheet, by.text())
                .rows
                .iter()
                .flatten()
                .all(|cell| *cell != Cell::Hidden)
        );
    }
    // What is small: discharges, their length, the man twice. Beside them: the last day and another, the
    // women twice; and the figures that are one of these or worked out from them.
    assert_eq!(hidden_cells(table(&sheet, "days")), 2);
    assert_eq!(hidden_cells(table(&sheet, "lengths")), 1);
    assert_eq!(hidden_cells(table(&sheet, "served")), 4);
    assert_eq!(hidden_cells(table(&sheet, "figures")), 7);
    reader::withstands(&of, 22);
}

#[test]
fn one_family_is_not_told_by_its_size_nor_holds_by_what_is_left_of_them() {
    let mut of = one_man();
    let by_size = of.breakdowns.iter_mut().find(|one| one.by == By::PartySize);
    let slice = |(size, stays): (&str, u32)| Slice {
        value: Some(size.into()),
        stays,
    };
    by_size.expect("by size").slices = [("1", 15), ("2", 12)].map(slice).to_vec();
    (of.held.holds, of.held.checked_in, of.held.lapsed) = (7, 2, 5);
    let sheet = leaving(&of, 22, 5);
    assert_eq!(hidden_cells(table(&sheet, By::PartySize.text())), 0);
    assert_eq!(figure(&sheet, "holds_checked_in"), Cell::Hidden);
    // Two of the three would tell the third.
    let others = ["holds", "holds_lapsed"].map(|name| figure(&sheet, name));
    assert!(others.contains(&Cell::Hidden), "{others:?}");
    // The same six people, of one family.
    let by_size = of.breakdowns.iter_mut().find(|one| one.by == By::PartySize);
    by_size.expect("by size").slices = [("1", 21), ("6", 6)].map(slice).to_vec();
    let sheet = leaving(&of, 22, 5);
    assert_eq!(
        table(&sheet, By::PartySize.text()).rows[1].last(),
        Some(&Cell::Hidden)
    );
}
