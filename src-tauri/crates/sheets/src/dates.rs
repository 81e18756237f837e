//! Dates and times as people write them: `02.03.2009`, `2/3/2009 23:40`, `2 martie 2009`, `2 марта 2009 г.`.
//! The day comes first, as in Moldova. What isn't certain is not guessed.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::fold;
use crate::grid::Value;

/// A date, with the time of day where one was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub day: NaiveDate,
    pub clock: Option<NaiveTime>,
    /// Of an hour that comes twice, the second one was meant.
    pub second: bool,
}

impl Written {
    fn on(day: NaiveDate) -> Self {
        Self {
            day,
            clock: None,
            second: false,
        }
    }
}

/// Nobody of a register was born before, and none is kept after: such a year was mistyped.
const YEARS: std::ops::Range<i32> = 1900..2120;

/// A date in a cell; none where it can't be read for certain.
pub(crate) fn date(value: &Value) -> Option<Written> {
    let written = match value {
        Value::Time(time) => Some(of_time(*time)),
        Value::Number(number) => serial(*number),
        Value::Text(text) => match text.trim().parse::<f64>() {
            Ok(number) => serial(number),
            Err(_) => written(text),
        },
        Value::Empty | Value::Clock(_) => None,
    };
    written.filter(|written| YEARS.contains(&written.day.year()))
}

fn of_time(time: NaiveDateTime) -> Written {
    Written {
        clock: Some(time.time()).filter(|clock| *clock != NaiveTime::MIN),
        ..Written::on(time.date())
    }
}

/// A day counted from the beginning of the spreadsheets' calendar, of a cell that lost its format.
fn serial(number: f64) -> Option<Written> {
    // From 1950 to 2119: a year, a room or a mere count is something else.
    if !(18_264.0..80_000.0).contains(&number) {
        return None;
    }
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let millis = (number * 86_400_000.0).round() as i64;
    Some(of_time(begin.checked_add_signed(
        chrono::TimeDelta::milliseconds(millis),
    )?))
}

/// A time of day in a cell of its own.
pub(crate) fn clock(value: &Value) -> Option<NaiveTime> {
    match value {
        Value::Clock(time) => Some(*time),
        Value::Time(time) => Some(time.time()),
        Value::Number(part) if (0.0..1.0).contains(part) => {
            let seconds = (part * 86_400.0).round() as u32;
            NaiveTime::from_num_seconds_from_midnight_opt(seconds.min(86_399), 0)
        }
        Value::Number(number) => {
            // 23.4 is how a spreadsheet keeps 23.40.
            let minutes = ((number.fract()) * 100.0).round() as u32;
            NaiveTime::from_hms_opt(number.trunc() as u32, minutes, 0)
        }
        Value::Text(text) => {
            let tokens = tokens(text);
            let rest = without_small_words(&tokens);
            clock_of(&rest)
        }
        Value::Empty => None,
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(u32, usize),
    Word(String),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let end = if first.is_ascii_digit() || first.is_alphabetic() {
            rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, after) = rest.split_at(end);
        match part.parse::<u32>() {
            Ok(number) => found.push(Token::Number(number, part.len())),
            Err(_) if first.is_alphabetic() => found.push(Token::Word(fold(part))),
            Err(_) if first.is_whitespace() => {}
            Err(_) => found.push(Token::Sign(first)),
        }
        rest = after;
    }
    found
}

/// Words that stand beside dates and say nothing, as they are compared: `г.`, `ora`, `anul`, `в`, `часов`.
const SMALL: [&str; 20] = [
    "a", "an", "anul", "at", "de", "din", "g", "god", "goda", "h", "k", "kas", "kasa", "kasov",
    "la", "ob", "of", "ora", "ore", "v",
];

fn without_small_words(tokens: &[Token]) -> Vec<Token> {
    let small = |token: &Token| match token {
        Token::Word(word) => SMALL.contains(&word.as_str()),
        _ => false,
    };
    tokens
        .iter()
        .filter(|token| !small(token))
        .cloned()
        .collect()
}

fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let (text, second) = match text.strip_suffix("(2)") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    // The T of 2009-03-02T23:40 is no word.
    let spaced: String = match text.as_bytes().get(10) {
        Some(b'T') => text.replacen('T', " ", 1),
        _ => text.to_owned(),
    };
    let tokens = without_small_words(&tokens(&spaced));
    let (day, rest) = day_of(&tokens)?;
    let rest: Vec<Token> = match rest {
        [Token::Sign(',' | '.' | '-' | ';'), rest @ ..] => rest.to_vec(),
        rest => rest.to_vec(),
    };
    let clock = match rest.as_slice() {
        [] => None,
        [Token::Sign('.')] => None,
        rest => Some(clock_of(rest)?),
    };
    Some(Written { day, clock, second })
}

/// The date that tokens begin with, and what comes after it.
fn day_of(tokens: &[Token]) -> Option<(NaiveDate, &[Token])> {
    use Token::{Number, Sign, Word};
    match tokens {
        // 2009-03-02
        [
            Number(year, 4),
            Sign('-' | '.' | '/'),
            Number(month, _),
            Sign('-' | '.' | '/'),
            Number(day, _),
            rest @ ..,
        ] => Some((NaiveDate::from_ymd_opt(*year as i32, *month, *day)?, rest)),
        // 02.03.2009, 2/3/09
        [
            Number(day, _),
            Sign('-' | '.' | '/'),
            Number(month, _),
            Sign('-' | '.' | '/'),
            Number(year, digits),
            rest @ ..,
        ] => Some((ymd(*year, *digits, *month, *day)?, rest)),
        // 2 martie 2009, 2 мар. 2009, 2-mar-2009
        [
            Number(day, _),
            Sign('-'),
            Word(month),
            Sign('-'),
            Number(year, digits),
            rest @ ..,
        ]
        | [
            Number(day, _),
            Word(month),
            Sign('.' | ','),
            Number(year, digits),
            rest @ ..,
        ]
        | [Number(day, _), Word(month), Number(year, digits), rest @ ..] => {
            Some((ymd(*year, *digits, month_of(month)?, *day)?, rest))
        }
        // March 2, 2009
        [
            Word(month),
            Number(day, _),
            Sign(','),
            Number(year, digits),
            rest @ ..,
        ] => Some((ymd(*year, *digits, month_of(month)?, *day)?, rest)),
        _ => None,
    }
}

fn ymd(year: u32, digits: usize, month: u32, day: u32) -> Option<NaiveDate> {
    let year = match digits {
        4 => year,
        // Registers of this kind began in this century.
        2 if year < 60 => 2000 + year,
        2 => 1900 + year,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

/// The months as their names begin in Romanian, Russian and English.
const MONTHS: [&[&str]; 12] = [
    &["ian", "янв", "jan"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "апр"],
    &["mai", "май", "мая", "may"],
    &["iun", "июн", "jun"],
    &["iul", "июл", "jul"],
    &["aug", "авг"],
    &["sep", "сен"],
    &["oct", "окт"],
    &["noi", "ноя", "nov"],
    &["dec", "дек"],
];

/// A month by its name as it is compared, whole or cut short.
pub(crate) fn month_of(word: &str) -> Option<u32> {
    let long_enough = word.chars().count() >= 3;
    let begins = |names: &[&str]| names.iter().any(|name| word.starts_with(&fold(name)));
    MONTHS
        .iter()
        .position(|names| long_enough && begins(names))
        .and_then(|index| u32::try_from(index + 1).ok())
}

fn clock_of(tokens: &[Token]) -> Option<NaiveTime> {
    use Token::{Number, Sign};
    let (hour, minute, second, milli) = match tokens {
        [Number(hour, _)] => (*hour, 0, 0, 0),
        [
            Number(hour, _),
            Sign(':' | '.' | '-' | ','),
            Number(minute, 1..=2),
        ]
        | [Number(hour, 1..=2), Number(minute, 2)] => (*hour, *minute, 0, 0),
        [
            Number(hour, _),
            Sign(':'),
            Number(minute, 1..=2),
            Sign(':'),
            Number(second, 1..=2),
        ] => (*hour, *minute, *second, 0),
        [
            Number(hour, _),
            Sign(':'),
            Number(minute, _),
            Sign(':'),
            Number(second, _),
            Sign('.'),
            Number(part, digits),
        ] => {
            let milli = f64::from(*part) * 1_000.0 / 10f64.powi(i32::try_from(*digits).ok()?);
            (*hour, *minute, *second, milli.round() as u32)
        }
        _ => return None,
    };
    NaiveTime::from_hms_milli_opt(hour, minute, second, milli.min(999))
}

/// A month and its year: `03.1987`, `martie 1987`, `1987-03`.
pub(crate) fn month_and_year(text: &str) -> Option<(i32, u32)> {
    use Token::{Number, Sign, Word};
    let tokens = without_small_words(&tokens(text));
    let (year, month) = match tokens.as_slice() {
        [Number(month, 1..=2), Sign('.' | '/' | '-'), Number(year, 4)]
        | [Number(year, 4), Sign('.' | '/' | '-'), Number(month, 1..=2)] => (*year, *month),
        [Word(month), Number(year, 4)] => (*year, month_of(month)?),
        _ => return None,
    };
    (1..=12).contains(&month).then_some((year as i32, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let found = date(&Value::Text(text.into()))?;
        Some(match found.clock {
            Some(clock) => format!("{} {}", found.day, clock.format("%H:%M")),
            None => found.day.to_string(),
        })
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "02.03.2009",
            "2.3.2009",
            "2/3/2009",
            "02-03-2009",
            "2.3.09",
            "2009-03-02",
            "2 martie 2009",
            "2 mar. 2009",
            "2-mar-2009",
            "2 марта 2009 г.",
            "2 марта 2009",
            "2 March 2009",
            "March 2, 2009",
            "02.03.2009 г.",
            "39874",
            "la 02.03.2009",
        ] {
            assert_eq!(read(text).as_deref(), Some("2009-03-02"), "{text}");
        }
        for text in [
            "02.03.2009 23:40",
            "02.03.2009, ora 23.40",
            "2 martie 2009 la ora 23:40",
            "2009-03-02T23:40",
            "2 марта 2009 г. в 23:40",
            "02.03.2009 23h40",
            "2009-03-02 23:40:00",
            "2/3/2009 23-40",
        ] {
            assert_eq!(read(text).as_deref(), Some("2009-03-02 23:40"), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_guessed() {
        for text in [
            "ieri 23:40",
            "вчера",
            "2 martie",
            "03/25/2009",
            "31.02.2009",
            "martie 2009",
            "2009",
            "?",
            "02.03.",
            "02.03.2009 noaptea",
            "02.03.2009 25:00",
            "2.3.209",
            "02.03.0209",
            "1209-03-02",
            "2 martie 2900",
            "12",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn hours_have_cells_of_their_own() {
        let at = |text: &str| {
            clock(&Value::Text(text.into())).map(|time| time.format("%H:%M").to_string())
        };
        for text in ["23:40", "23.40", "23-40", "ora 23:40", "23h40", "23 ч 40"] {
            assert_eq!(at(text).as_deref(), Some("23:40"), "{text}");
        }
        assert_eq!(at("ora 7").as_deref(), Some("07:00"));
        assert_eq!(at("noaptea"), None);
        assert_eq!(
            clock(&Value::Number(0.5)),
            NaiveTime::from_hms_opt(12, 0, 0)
        );
        assert_eq!(
            clock(&Value::Number(23.4)),
            NaiveTime::from_hms_opt(23, 40, 0)
        );
    }

    #[test]
    fn the_second_of_two_hours_says_so() {
        let found = date(&Value::Text("2009-10-25 02:30:00 (2)".into())).expect("a date");
        assert!(found.second);
        assert_eq!(month_and_year("martie 1987"), Some((1987, 3)));
        assert_eq!(month_and_year("03.1987"), Some((1987, 3)));
        assert_eq!(month_and_year("1987-13"), None);
    }
}
