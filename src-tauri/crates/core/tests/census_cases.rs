//! The worked registers: every figure to the last printed digit, and a second implementation that counts
//! night by night.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Days, Months, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};
use vatra_core::Centre;
use vatra_core::census::{Counted, Period, Register, Residence, counted, figures};
use vatra_core::id::{BeneficiaryId, StayId};
use vatra_core::terms::Sex;
use vatra_core::time::{Instant, Span, midnight};

/// Folder of the cases, from the folder of this crate.
const CASES: &str = "tests/data/census";

fn folder(path: &Path) -> Vec<(String, Value)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let read =
        |file: &PathBuf| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    files
        .iter()
        .map(|file| (file.display().to_string(), read(file)))
        .collect()
}

fn instant(value: &Value) -> Option<Instant> {
    let text = value.as_str()?;
    Some(Instant(
        DateTime::parse_from_rfc3339(text)
            .unwrap()
            .timestamp_millis(),
    ))
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

fn span(from: &Value, to: &Value) -> Span {
    Span {
        from: instant(from).unwrap(),
        to: instant(to),
    }
}

fn read(case: &Value) -> Register {
    let mut people: BTreeMap<String, BeneficiaryId> = BTreeMap::new();
    let residences = case["stays"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stay| Residence {
            stay: StayId::new(),
            person: *people
                .entry(stay["person"].as_str().unwrap().to_owned())
                .or_insert_with(BeneficiaryId::new),
            sex: Sex::from_text(stay["sex"].as_str().unwrap()).unwrap(),
            born: date(&stay["birth_date"]),
            span: span(&stay["admitted_at"], &stay["discharged_at"]),
            absences: stay["absences"]
                .as_array()
                .unwrap()
                .iter()
                .map(|a| span(&a["from"], &a["to"]))
                .collect(),
        });
    let places = case["capacity"].as_array().unwrap().iter();
    Register {
        residences: residences.collect(),
        places: places
            .map(|c| (date(&c["from"]), c["places"].as_u64().unwrap() as u32))
            .collect(),
    }
}

fn month(text: &str) -> Period {
    let first: NaiveDate = format!("{text}-01").parse().unwrap();
    Period::new(first, first + Months::new(1) - Days::new(1)).unwrap()
}

/// The figures in the shape and with the digits of the cases.
fn printed(register: &Register, period: Period) -> Value {
    let found = figures(register, period);
    let mut served = serde_json::Map::new();
    for group in &found.served {
        served.insert(
            format!("{} {}", group.sex.text(), group.band.text()),
            json!(group.persons),
        );
    }
    json!({
        "days": found.days, "place_days": found.place_days, "bed_days": found.bed_days,
        "occupancy": digits(found.occupancy), "peak": found.peak, "lowest": found.lowest,
        "census_first_day": found.census_first_day, "census_last_day": found.census_last_day,
        "over_capacity_days": found.over_capacity_days, "absent_nights": found.absent_nights,
        "admissions": found.admissions, "discharges": found.discharges,
        "same_day_stays": found.same_day_stays, "mean_stay_nights": digits(found.mean_stay_nights),
        "turnover_interval_days": digits(found.turnover_interval_days),
        "persons_served": found.persons_served, "served_by_sex_and_age": served,
    })
}

fn digits(value: Option<f64>) -> Value {
    value.map_or(Value::Null, |value| {
        json!(format!("{value:.4}").parse::<f64>().unwrap())
    })
}

/// Whole numbers may be written with and without a decimal point.
fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        _ => a == b,
    }
}

#[test]
fn census_cases() {
    let mut all = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES));
    assert!(!all.is_empty(), "no cases in {CASES}");
    if let Ok(more) = std::env::var("VATRA_CASES") {
        all.extend(folder(&Path::new(&more).join("census")));
    }
    let (mut agree, mut of) = (0, 0);
    for (name, case) in &all {
        let register = read(case);
        for (text, expected) in case["expect"].as_object().unwrap() {
            let found = printed(&register, month(text));
            for (figure, value) in expected.as_object().unwrap() {
                of += 1;
                if same(&found[figure], value) {
                    agree += 1;
                } else {
                    println!(
                        "{name} {text} {figure}: expected {value}, got {}",
                        found[figure]
                    );
                }
            }
        }
    }
    println!("census cases: {agree} of {of} figures agree");
    assert_eq!(agree, of);
}

/// The same figures as their definitions say them: every night, every stay, one after the other.
fn night_by_night(register: &Register, period: Period) -> Value {
    let days: Vec<NaiveDate> = period.first().iter_days().take(period.days()).collect();
    let end_of = |day: NaiveDate| midnight(day + Days::new(1));
    let there = |span: Span, at: Instant| span.from < at && span.to.is_none_or(|to| to >= at);
    let census = |day: NaiveDate| {
        register
            .residences
            .iter()
            .filter(|stay| there(stay.span, end_of(day)))
            .count() as u64
    };
    let places = |day: NaiveDate| {
        register
            .places
            .iter()
            .rfind(|(from, _)| **from <= day)
            .map_or(0, |(_, places)| u64::from(*places))
    };
    let nights: Vec<u64> = days.iter().map(|day| census(*day)).collect();
    let (bed_days, place_days): (u64, u64) = (
        nights.iter().sum(),
        days.iter().map(|day| places(*day)).sum(),
    );
    let absent: usize = (days.iter())
        .map(|day| {
            let at = end_of(*day);
            let away = |stay: &&Residence| {
                there(stay.span, at) && stay.absences.iter().any(|absence| there(*absence, at))
            };
            register.residences.iter().filter(away).count()
        })
        .sum();
    let came = register
        .residences
        .iter()
        .filter(|stay| period.has(stay.span.from.day()))
        .count();
    let left: Vec<_> = (register.residences.iter())
        .filter_map(|stay| Some((stay.span.from.day(), stay.span.to?.day())))
        .filter(|(_, out)| period.has(*out))
        .collect();
    let stayed: i64 = left.iter().map(|(from, to)| (*to - *from).num_days()).sum();
    let by_discharge = |sum: f64| (!left.is_empty()).then(|| sum / left.len() as f64);
    let (start, end) = (midnight(period.first()), end_of(period.last()));
    let touching: Vec<_> = (register.residences.iter())
        .filter(|stay| {
            let Span { from, to } = stay.span;
            from < end && (to.is_none() || to > Some(start) || from >= start)
        })
        .collect();
    let persons: BTreeSet<_> = touching.iter().map(|stay| stay.person).collect();
    let mut served: BTreeMap<String, u64> = BTreeMap::new();
    for person in &persons {
        let stays = || touching.iter().filter(|stay| stay.person == *person);
        let first = stays()
            .map(|stay| stay.span.from.day())
            .min()
            .unwrap()
            .max(period.first());
        let who = stays().next().unwrap();
        let had = (first.month(), first.day()) >= (who.born.month(), who.born.day());
        let years = first.year() - who.born.year() - i32::from(!had);
        let band = [
            (7, "0-6"),
            (14, "7-13"),
            (18, "14-17"),
            (26, "18-25"),
            (36, "26-35"),
            (60, "36-59"),
        ];
        let band = band
            .iter()
            .find(|(under, _)| years < *under)
            .map_or("60+", |(_, name)| name);
        *served
            .entry(format!("{} {band}", who.sex.text()))
            .or_default() += 1;
    }
    json!({
        "days": days.len(), "place_days": place_days, "bed_days": bed_days,
        "occupancy": digits((place_days > 0).then(|| bed_days as f64 / place_days as f64)),
        "peak": nights.iter().max(), "lowest": nights.iter().min(),
        "census_first_day": nights[0], "census_last_day": nights[nights.len() - 1],
        "over_capacity_days": days.iter().zip(&nights).filter(|(day, census)| **census > places(**day)).count(),
        "absent_nights": absent, "admissions": came, "discharges": left.len(),
        "same_day_stays": left.iter().filter(|(from, to)| from == to).count(),
        "mean_stay_nights": digits(by_discharge(stayed as f64)),
        "turnover_interval_days": digits(by_discharge(place_days as f64 - bed_days as f64)),
        "persons_served": persons.len(), "served_by_sex_and_age": served,
    })
}

/// Stays around both changes of the clocks, at midnights and between, with absences that overlap.
fn any_register() -> impl Strategy<Value = Register> {
    let hours =
        || prop_oneof![3 => (0..24i64 * 400).prop_map(|hour| hour * 60), 1 => 0..60 * 24 * 400i64];
    let stay = (
        hours(),
        prop::option::weighted(0.8, 0..60 * 24 * 60i64),
        0..30usize,
        prop::collection::vec(
            (
                0..60 * 24 * 40i64,
                prop::option::weighted(0.8, 1..60 * 24 * 20i64),
            ),
            0..3,
        ),
    );
    let places = prop::collection::btree_map(0..500i64, 0..30u32, 0..4);
    (prop::collection::vec(stay, 0..60), places, prop::bool::ANY).prop_map(
        |(stays, places, snap)| {
            let first = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
            let people: Vec<_> = (0..30).map(|_| BeneficiaryId::new()).collect();
            let begins = |minutes: i64| {
                let at = midnight(first).plus_minutes(minutes);
                if snap { midnight(at.day()) } else { at }
            };
            let residences = stays.into_iter().map(|(from, long, who, absences)| {
                let from = begins(from);
                let span = Span {
                    from,
                    to: long.map(|long| from.plus_minutes(long)),
                };
                let away = |(after, long): (i64, Option<i64>)| {
                    let from = from.plus_minutes(after);
                    Span {
                        from,
                        to: long.map(|long| from.plus_minutes(long)),
                    }
                };
                Residence {
                    stay: StayId::new(),
                    person: people[who],
                    sex: if who % 3 == 0 { Sex::Male } else { Sex::Female },
                    born: first - Days::new((who as i64 * 911 % 30_000) as u64),
                    span,
                    absences: absences.into_iter().map(away).collect(),
                }
            });
            let places = places
                .into_iter()
                .map(|(day, places)| (first + Days::new(day as u64), places));
            Register {
                residences: residences.collect(),
                places: places.collect(),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counting_night_by_night_gives_the_same(register in any_register(), from in 0..420u64, days in 0..100u64) {
        let first = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap() + Days::new(from);
        let period = Period::new(first, first + Days::new(days)).unwrap();
        let (found, naive) = (printed(&register, period), night_by_night(&register, period));
        for (figure, value) in naive.as_object().unwrap() {
            prop_assert!(same(&found[figure], value), "{}: {} or {}", figure, found[figure], value);
        }
    }

    #[test]
    fn the_stays_that_a_figure_counts_add_up_to_it(register in any_register(), from in 0..420u64, days in 0..100u64) {
        let first = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap() + Days::new(from);
        let period = Period::new(first, first + Days::new(days)).unwrap();
        let found = figures(&register, period);
        for what in Counted::ALL {
            let rows = counted(&Centre::default(), &register, period, *what);
            prop_assert!(rows.iter().all(|row| row.count > 0));
            let sum: u32 = rows.iter().map(|row| row.count).sum();
            let figure = match what {
                Counted::BedDays => found.bed_days,
                Counted::AbsentNights => found.absent_nights,
                Counted::Admissions => found.admissions,
                Counted::Discharges => found.discharges,
                Counted::SameDayStays => found.same_day_stays,
                Counted::StayNights => {
                    let mean = found.mean_stay_nights.unwrap_or(0.0);
                    (mean * f64::from(found.discharges)).round() as u32
                }
                Counted::PersonsServed => found.persons_served,
            };
            prop_assert_eq!(sum, figure, "{}", what.text());
        }
    }
}
