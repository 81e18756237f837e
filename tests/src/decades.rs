//! Registers of many years, as long as one likes and the same every time: a full house, families, absences
//! aside. For measuring what a long memory costs.

use chrono::{Days, NaiveDate};

/// The beds that people get, of the proposed centre: all but the cots.
const BEDS: [&str; 24] = [
    "1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4", "3-1", "3-2", "3-3", "3-4", "4-1", "4-2",
    "4-3", "9-1", "8-1", "8-2", "7-1", "7-2", "7-3", "6-1", "6-2", "6-3", "5-1",
];

/// A register with so many stays that end before a day, as CSV with Romanian headings.
#[must_use]
pub fn register(stays: usize, before: NaiveDate) -> String {
    let mut text = String::from(
        "Cod;Sex;Vârsta;Familia;Data intrării;Data ieșirii;Camera;Raionul;Trimis de;Temei;Motiv;Nume\r\n",
    );
    // Each bed is taken by one stay after the other; 13 to 43 nights, four weeks on average.
    let per_bed = stays.div_ceil(BEDS.len());
    let mut written = 0;
    for (number, bed) in BEDS.iter().enumerate() {
        let mut day = before - Days::new(1 + number as u64 % 5);
        for turn in 0..per_bed {
            if written == stays {
                return text;
            }
            let seed = number * 7_919 + turn * 104_729;
            let nights = 13 + seed as u64 % 31;
            let from = day - Days::new(nights);
            let sex = if seed % 7 == 0 { "M" } else { "F" };
            let age = 18 + seed % 45;
            let place = ["Cahul", "r-nul Orhei", "mun. Chișinău", "Bălți", "Soroca"][seed % 5];
            let who = ["poliția", "OIM", "linia fierbinte", "SNR"][seed % 4];
            let why = ["victimă", "victimă potențială"][seed % 2];
            text.push_str(&format!(
                "R{written};{sex};{age};;{};{};{bed};{place};{who};{why};la cerere;Persoana {written}\r\n",
                from.format("%d.%m.%Y"),
                day.format("%d.%m.%Y"),
            ));
            written += 1;
            day = from;
        }
    }
    text
}
