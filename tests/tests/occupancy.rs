//! Occupancy of a period, asked as the manager's screen asks it.

use serde_json::{Value, json};
use vatra_core::census::{Counted, CountedStay, Occupancy};
use vatra_core::refusal::Refusal;
use vatra_tests::Desk;

fn period(first: &str, last: &str) -> Value {
    json!({ "first": first, "last": last, "known_on": null })
}

fn february(desk: &Desk) -> Occupancy {
    desk.ok::<Option<Occupancy>>("occupancy", period("2009-02-01", "2009-02-28"))
        .expect("days that are over")
}

fn rows(desk: &Desk, of: &Value, what: Counted) -> Vec<CountedStay> {
    desk.ok("counted", json!({ "of": of, "what": what }))
}

#[test]
fn every_figure_is_the_sum_of_the_stays_it_counts() {
    let desk = Desk::sample();
    let of = period("2009-02-01", "2009-02-28");
    let answer = february(&desk);
    let sum = |what| {
        rows(&desk, &of, what)
            .iter()
            .map(|row| row.count)
            .sum::<u32>()
    };
    assert_eq!((answer.figures.days, answer.figures.place_days), (28, 672));
    assert_eq!(sum(Counted::BedDays), answer.figures.bed_days);
    assert_eq!(sum(Counted::Admissions), answer.figures.admissions);
    assert_eq!(sum(Counted::Discharges), answer.figures.discharges);
    assert_eq!(sum(Counted::PersonsServed), answer.figures.persons_served);
    assert_eq!(sum(Counted::AbsentNights), answer.figures.absent_nights);
    assert!(
        answer.figures.bed_days > 500 && answer.figures.discharges > 0,
        "the sample has a full February"
    );
    let touching = answer.breakdowns[0]
        .slices
        .iter()
        .map(|slice| slice.stays)
        .sum::<u32>();
    for breakdown in &answer.breakdowns {
        let stays: u32 = breakdown.slices.iter().map(|slice| slice.stays).sum();
        assert_eq!(stays, touching, "{:?} tells all stays apart", breakdown.by);
    }
    assert_eq!(
        answer
            .lengths
            .bands
            .iter()
            .map(|(_, stays)| stays)
            .sum::<u32>(),
        answer.figures.discharges
    );
    assert_eq!(
        answer.lengths.current.len(),
        answer.figures.census_last_day as usize
    );
    assert!(
        rows(&desk, &of, Counted::BedDays)
            .iter()
            .all(|row| row.code.starts_with("K-"))
    );
}

#[test]
fn days_that_are_not_over_are_left_out() {
    let desk = Desk::sample();
    let march: Option<Occupancy> = desk.ok("occupancy", period("2009-03-01", "2009-03-31"));
    let march = march.expect("1 March is over");
    assert_eq!(
        (march.figures.days, march.last.to_string().as_str()),
        (1, "2009-03-01")
    );
    assert_eq!(
        desk.ok::<Option<Occupancy>>("occupancy", period("2009-03-02", "2009-03-31")),
        None
    );
    assert!(rows(&desk, &period("2009-03-02", "2009-03-31"), Counted::BedDays).is_empty());
    assert_eq!(
        desk.refused("occupancy", period("2009-03-02", "2009-03-01")),
        Refusal::EndsBeforeItBegins
    );
    assert_eq!(
        desk.failed("occupancy", period("0001-01-01", "2009-03-01")),
        vatra::problem::Failure::BadRequest
    );
}

#[test]
fn who_left_at_midnight_left_on_the_first_day_of_the_new_month() {
    let desk = Desk::sample();
    let leave = json!({ "stays": [desk.who("K-191").stay], "reason": "completed", "destination": "family",
        "minors_stay": null, "at": { "local": "2009-03-01T00:00", "second": false } });
    desk.ok::<Value>("discharge", leave);
    let march: Option<Occupancy> = desk.ok("occupancy", period("2009-03-01", "2009-03-01"));
    let march = march.expect("1 March is over");
    assert_eq!(march.figures.discharges, 1);
    let left = rows(
        &desk,
        &period("2009-03-01", "2009-03-01"),
        Counted::Discharges,
    );
    assert_eq!(
        left.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(),
        ["K-191"]
    );
    // The last census of February still counts her, that of 1 March doesn't.
    assert_eq!(
        february(&desk).figures.census_last_day,
        march.figures.census_last_day + 1
    );
}

#[test]
fn a_late_entry_changes_what_is_known_now_and_not_what_was_known_then() {
    let desk = Desk::sample();
    let before = february(&desk);
    let leave = json!({ "stays": [desk.who("K-191").stay], "reason": "completed", "destination": "family",
        "minors_stay": null, "at": { "local": "2009-02-27T12:00", "second": false } });
    desk.ok::<Value>("discharge", leave);
    let now = february(&desk);
    assert_eq!(
        now.figures.bed_days,
        before.figures.bed_days - 2,
        "the nights of 27 and 28 February"
    );
    assert_eq!(now.figures.discharges, before.figures.discharges + 1);
    let then = json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": "2009-03-01" });
    let then: Option<Occupancy> = desk.ok("occupancy", then);
    assert_eq!(then, Some(before));
    // As known on 15 February, only what was over by then is counted.
    let early = json!({ "first": "2009-02-01", "last": "2009-02-28", "known_on": "2009-02-15" });
    let early: Option<Occupancy> = desk.ok("occupancy", early);
    assert_eq!(early.map(|early| early.figures.days), Some(15));
}
