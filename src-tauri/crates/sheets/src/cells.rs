//! What single cells say: rooms and beds, ages, births.

use chrono::{Datelike, NaiveDate};
use vatra_core::facts::BirthMonth;
use vatra_core::import::{Birth, Slept, code_number};

use crate::dates::{date, month_and_year};
use crate::fold;
use crate::grid::Value;
use crate::words::{Dictionary, List};

/// Nothing, or a sign that says so.
pub(crate) fn is_unsaid(text: &str) -> bool {
    text.chars().all(|c| "-–—?. ".contains(c))
}

/// All numbers in a text.
fn numbers(text: &str) -> Vec<u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// Room and bed in a cell each, or in one of them. A bare number in the column of the bed is no room.
pub(crate) fn place(room: &Value, bed: &Value, words: &Dictionary) -> Option<Slept> {
    let unsaid = |value: &Value| is_unsaid(&value.shown());
    match (unsaid(room), unsaid(bed)) {
        (true, true) => Some(Slept::Somewhere),
        (false, true) => slept(room),
        (true, false) => {
            let is_room = || {
                let text = bed.shown().replace(|c: char| c.is_ascii_digit(), " ");
                let word = words.within(List::Heading, &text);
                word.is_some_and(|(field, _)| field == "room")
            };
            slept(bed).filter(|place| !matches!(place, Slept::Room(_)) || is_room())
        }
        (false, false) => match (number(room), number(bed)) {
            (Some(room), Some(bed)) => Some(Slept::Bed { room, bed }),
            _ => slept(bed).filter(|place| !matches!(place, Slept::Room(_))),
        },
    }
}

/// Room and bed in one cell: `5-2`, `5/2`, `cam. 5 pat 2`; a room alone; or with the mother.
fn slept(value: &Value) -> Option<Slept> {
    let text = match value {
        // A spreadsheet takes 5-2 for the fifth of February.
        Value::Time(time) => time.format("%-d-%-m").to_string(),
        other => other.shown(),
    };
    let numbers = numbers(&text);
    let folded = fold(&text);
    let first = folded.split(' ').next().unwrap_or_default();
    let with = ["cu", "с", "with", "împreună", "вместе"];
    if numbers.is_empty() && with.iter().any(|word| fold(word) == first) {
        return Some(Slept::With(None));
    }
    if let Some(rest) = text
        .trim()
        .strip_prefix("cu ")
        .or(text.trim().strip_prefix("с "))
        && let Some(code) = code_number(rest)
    {
        return Some(Slept::With(Some(vatra_core::import::Called::Code(code))));
    }
    match numbers.as_slice() {
        [room] => Some(Slept::Room(*room)),
        [room, bed] => Some(Slept::Bed {
            room: *room,
            bed: *bed,
        }),
        _ => None,
    }
}

/// One number: of a room, of a bed.
fn number(value: &Value) -> Option<u16> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..=9_999.0).contains(number) => {
            Some(*number as u16)
        }
        other => match numbers(&other.shown()).as_slice() {
            [one] => Some(*one),
            _ => None,
        },
    }
}

/// A number of days: `30`, `30 zile`, `30 de zile`, `30 дней`. What counts something else is none.
pub(crate) fn days(value: &Value) -> Option<u16> {
    const DAYS: [&str; 9] = [
        "de", "zi", "zile", "день", "дня", "дней", "дн", "day", "days",
    ];
    let text = value.shown();
    let text = text.trim();
    let (number, unit) = text.split_at(
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len()),
    );
    // What is folded loses digits that come twice.
    let unit = fold(unit);
    let counts_days = unit
        .split_whitespace()
        .all(|word| DAYS.iter().any(|day| fold(day) == word));
    number.parse().ok().filter(|days| *days > 0 && counts_days)
}

/// A birth date, or the month or the year of birth, which is before the arrival.
pub(crate) fn birth(value: &Value, estimated: bool, arrived: Option<NaiveDate>) -> Option<Birth> {
    if let Value::Number(year) = value
        && (1900.0..2200.0).contains(year)
        && year.fract() == 0.0
    {
        return Some(of_year(*year as i32, arrived));
    }
    let text = value.shown();
    if let Some((year, month)) = month_and_year(&text) {
        return Some(Birth::Month(BirthMonth {
            year,
            month,
            estimated,
        }));
    }
    match text
        .trim()
        .trim_end_matches(['.', 'г', 'g', ' '])
        .parse::<i32>()
    {
        Ok(year) if (1900..2200).contains(&year) => Some(of_year(year, arrived)),
        _ => date(value).map(|written| Birth::On(written.day)),
    }
}

/// Where only the year is known its middle is the nearest guess, but nobody is born after they arrived.
fn of_year(year: i32, arrived: Option<NaiveDate>) -> Birth {
    let latest = arrived.filter(|day| day.year() == year);
    Birth::Month(BirthMonth {
        year,
        month: latest.map_or(7, |day| day.month().min(7)),
        estimated: true,
    })
}

/// An age: `34`, `34 ani`, `7 luni`, `1 an 3 luni`, `5 мес.`, a new-born.
pub(crate) fn age(value: &Value) -> Option<Birth> {
    if let Value::Number(years) = value {
        let whole = (0.0..=130.0).contains(years);
        return whole.then_some(Birth::Aged(*years as u16));
    }
    let text = value.shown();
    let folded = fold(&text);
    let numbers = numbers(&text);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(&fold(word)));
    let months = says(&["lun", "мес", "month"]);
    let new_born = says(&["nou născ", "новорожд", "new born", "newborn"]);
    match numbers.as_slice() {
        [] if new_born => Some(Birth::AgedMonths(0)),
        [months_old] if months && *months_old < 60 => Some(Birth::AgedMonths(*months_old)),
        [years, part] if months && *part < 12 => Some(Birth::AgedMonths(years * 12 + part)),
        [years] if !months && *years <= 130 => Some(Birth::Aged(*years)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn rooms_and_beds_are_read_as_people_write_them() {
        let bed = |room, bed| Some(Slept::Bed { room, bed });
        for said in ["5-2", "5/2", "cam. 5 pat 2", "к.5, место 2", "5.2"] {
            assert_eq!(slept(&text(said)), bed(5, 2), "{said}");
        }
        let date = NaiveDate::from_ymd_opt(2009, 2, 5).and_then(|day| day.and_hms_opt(0, 0, 0));
        assert_eq!(slept(&Value::Time(date.expect("a date"))), bed(5, 2));
        assert_eq!(slept(&Value::Number(5.2)), bed(5, 2));
        assert_eq!(slept(&text("cam. 5")), Some(Slept::Room(5)));
        assert_eq!(slept(&text("с мамой")), Some(Slept::With(None)));
        assert_eq!(slept(&text("cu mama")), Some(Slept::With(None)));
        assert_eq!(slept(&text("pe hol")), None);
        assert_eq!(number(&text("№ 7")), Some(7));
    }

    #[test]
    fn the_number_of_a_bed_is_not_taken_for_a_rooms() {
        let words = Dictionary::default();
        let of = |room: &str, bed: &str| place(&text(room), &text(bed), &words);
        let bed = |room, bed| Some(Slept::Bed { room, bed });
        assert_eq!(of("5", "2"), bed(5, 2));
        assert_eq!(of("izolator", "5-2"), bed(5, 2));
        assert_eq!(of("II", "cu mama"), Some(Slept::With(None)));
        for room in ["izolator", "II", "etaj 2, cam. 5"] {
            assert_eq!(of(room, "1"), None, "{room}");
        }
        for alone in ["7", "7.", "pat 7", "№ 7"] {
            assert_eq!(of("-", alone), None, "{alone}");
        }
        for alone in ["cam. 5", "к. 5", "к5", "room 5"] {
            assert_eq!(of("", alone), Some(Slept::Room(5)), "{alone}");
        }
        assert_eq!(of("5", "-"), Some(Slept::Room(5)));
        assert_eq!(of("", "5-2"), bed(5, 2));
        assert_eq!(of("?", "—"), Some(Slept::Somewhere));
    }

    #[test]
    fn ages_are_read_as_people_write_them() {
        assert_eq!(age(&text("34 ani")), Some(Birth::Aged(34)));
        assert_eq!(age(&text("7 luni")), Some(Birth::AgedMonths(7)));
        assert_eq!(age(&text("1 an 3 luni")), Some(Birth::AgedMonths(15)));
        assert_eq!(age(&text("5 мес.")), Some(Birth::AgedMonths(5)));
        assert_eq!(age(&text("nou-născut")), Some(Birth::AgedMonths(0)));
        assert_eq!(age(&Value::Number(34.0)), Some(Birth::Aged(34)));
        assert_eq!(age(&text("majoră")), None);
        assert!(matches!(
            birth(&text("07.05.1990"), false, None),
            Some(Birth::On(_))
        ));
        let month = |said: &str, arrived| match birth(&text(said), false, arrived) {
            Some(Birth::Month(born)) => Some(born.month),
            _ => None,
        };
        let day = |month| NaiveDate::from_ymd_opt(2009, month, 10);
        assert_eq!(month("1990", day(2)), Some(7));
        assert_eq!(month("2009", day(2)), Some(2));
        assert_eq!(month("2009", day(9)), Some(7));
        assert!(
            matches!(birth(&text("1990-05"), false, None), Some(Birth::Month(month)) if month.month == 5)
        );
        assert_eq!(birth(&text("nu știe"), false, None), None);
    }

    #[test]
    fn a_term_is_a_number_of_days_and_of_nothing_else() {
        for said in [
            "30",
            "30 zile",
            "30 de zile",
            "30 дней",
            "30 дн.",
            "30 days",
        ] {
            assert_eq!(days(&text(said)), Some(30), "{said}");
        }
        assert_eq!(days(&Value::Number(100.0)), Some(100));
        assert_eq!(days(&text("1 день")), Some(1));
        assert_eq!(days(&text("110")), Some(110));
        for said in [
            "3 luni",
            "6 мес.",
            "1 lună",
            "30+30",
            "10.03.2009",
            "30,5",
            "0",
            "zile",
            "-",
        ] {
            assert_eq!(days(&text(said)), None, "{said}");
        }
        assert_eq!(days(&Value::Number(30.5)), None);
    }
}
