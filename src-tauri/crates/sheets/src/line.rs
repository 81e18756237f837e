//! One row of a register: what each of its cells says, and what could not be understood.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use vatra_core::codes;
use vatra_core::facts::Departure;
use vatra_core::import::{
    Birth, Called, Field, GroundOf, Part, RegisterStay, RowProblem, Slept, code_number,
};
use vatra_core::terms::{
    Body, DepartureReason, Destination, GroundKind, Need, PhaseKind, Relation, Sex,
};
use vatra_core::time::Span;
use vatra_core::verbs::LONGEST_TEXT;

use crate::cells::{age, birth, days, is_unsaid, place};
use crate::fold;
use crate::grid::{Sheet, Value};
use crate::heading::{Columns, Layout};
use crate::when::same_day;
use crate::words::{Dictionary, List};

/// A row of cells, with what each says.
pub(crate) struct Line<'a> {
    cells: BTreeMap<Field, Value>,
    words: &'a Dictionary,
    pub(crate) problems: Vec<RowProblem>,
}

/// The rows below the headings that say something. Marks that repeat the row above are filled in; headings
/// that are repeated on every page, titles of years and sums are passed over.
pub(crate) fn lines<'a>(
    sheet: &Sheet,
    layout: &Layout,
    words: &'a Dictionary,
    several: bool,
) -> Vec<(String, Line<'a>)> {
    let columns: Columns = layout.fields();
    let first = layout.first as usize;
    let mut above: BTreeMap<usize, Value> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate().skip(first) {
        let is_heading = |column: &usize| {
            let heading = &layout.columns[*column].heading;
            row.get(*column)
                .is_some_and(|cell| cell.shown() == *heading)
        };
        if columns
            .values()
            .flatten()
            .filter(|column| is_heading(column))
            .count()
            >= 2
        {
            continue;
        }
        let mut read: BTreeMap<usize, Value> = BTreeMap::new();
        for column in columns.values().flatten() {
            let mut value = row.get(*column).cloned().unwrap_or_default();
            if is_ditto(&value) {
                value = above.get(column).cloned().unwrap_or_default();
            }
            if !value.is_empty() {
                read.insert(*column, value);
            }
        }
        let cells: BTreeMap<Field, Value> = columns
            .iter()
            .filter_map(|(field, columns)| Some((*field, together(columns, &read)?)))
            .collect();
        if cells.len() < 2 {
            continue;
        }
        above = read;
        let row = sheet.number(index);
        let label = if several {
            format!("{}: {row}", sheet.name)
        } else {
            row.to_string()
        };
        let problems = Vec::new();
        found.push((
            label,
            Line {
                cells,
                words,
                problems,
            },
        ));
    }
    found
}

/// What the columns of a field say, from the left.
fn together(columns: &[usize], read: &BTreeMap<usize, Value>) -> Option<Value> {
    let mut said = columns.iter().filter_map(|column| read.get(column));
    let first = said.next()?.clone();
    Some(said.fold(first, |before, next| {
        Value::Text(format!("{} {}", before.shown(), next.shown()))
    }))
}

/// A mark that says: as above.
fn is_ditto(value: &Value) -> bool {
    let Value::Text(text) = value else {
        return false;
    };
    let sign = |c: char| "\"„”“″'`’/\\-–—|«»〃 ".contains(c);
    let quotes = |c: char| "\"„”“″«»〃".contains(c);
    fold(text) == "idem"
        || (text.chars().all(sign) && (text.contains(quotes) || text.contains("//")))
}

impl Line<'_> {
    pub(crate) fn value(&self, field: Field) -> &Value {
        static EMPTY: Value = Value::Empty;
        self.cells.get(&field).unwrap_or(&EMPTY)
    }

    pub(crate) fn text(&self, field: Field) -> String {
        self.value(field).shown().trim().to_owned()
    }

    /// The number by which the sheets of a workbook belong together.
    pub(crate) fn key(&self) -> Option<String> {
        Some(self.text(Field::Stay)).filter(|key| !is_unsaid(key))
    }

    /// Nothing, or a dash that says so.
    pub(crate) fn is_blank(&self, field: Field) -> bool {
        self.text(field).chars().all(|c| "-–— ".contains(c))
    }

    pub(crate) fn unreadable(&mut self, field: Field) {
        let text = self.text(field);
        self.problems.push(RowProblem::Unreadable { field, text });
    }

    /// Says what is lacking of something essential that isn't there or can't be read.
    pub(crate) fn lacking(&mut self, field: Field) {
        match self.is_blank(field) {
            true => self.problems.push(RowProblem::Missing { field }),
            false => self.unreadable(field),
        }
    }

    /// A word of a closed list; one that isn't known leaves the field empty, and is shown.
    pub(crate) fn word<T>(
        &mut self,
        field: Field,
        list: List,
        of: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(field);
        if is_unsaid(&text) {
            return None;
        }
        let found = self.words.meaning(list, &text).and_then(of);
        if found.is_none() {
            self.problems.push(RowProblem::LeftEmpty { field, text });
        }
        found
    }

    /// The word that a row is about: without one it says nothing.
    pub(crate) fn subject<T>(
        &mut self,
        field: Field,
        list: List,
        of: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let before = self.problems.len();
        let found = self.word(field, list, of);
        if found.is_none() && self.problems.len() == before {
            self.problems.push(RowProblem::Missing { field });
        }
        found
    }

    /// A code of a list, as it stands or by a name. As words CZ and KZ would sound alike.
    fn coded(&mut self, field: Field, list: List, known: fn(&str) -> bool) -> Option<String> {
        let code = self.text(field).to_uppercase();
        if known(&code) {
            return Some(code);
        }
        self.word(field, list, |code| Some(code.to_owned()))
    }

    pub(crate) fn long(&mut self, field: Field) -> String {
        let text = self.text(field);
        if text.chars().count() > LONGEST_TEXT {
            self.problems.push(RowProblem::TooLong { field });
            return String::new();
        }
        text
    }

    fn sex(&mut self) -> Option<Sex> {
        let text = self.text(Field::Sex);
        let relation = self.text(Field::Relation);
        let related = self
            .words
            .meaning(List::Relation, &relation)
            .and_then(Relation::from_text);
        let by_relation = related.and_then(|relation| match relation {
            Relation::Mother | Relation::Daughter | Relation::Sister | Relation::Grandmother => {
                Some(Sex::Female)
            }
            Relation::Father | Relation::Son | Relation::Brother | Relation::Grandfather => {
                Some(Sex::Male)
            }
            _ => None,
        });
        let said = self
            .words
            .meaning(List::Sex, &text)
            .and_then(Sex::from_text);
        let sex = said.or(by_relation.filter(|_| text.is_empty()));
        if sex.is_none() {
            self.lacking(Field::Sex);
        }
        sex
    }

    fn born(&mut self, arrived: Option<NaiveDate>) -> Option<Birth> {
        let estimated = !self.is_blank(Field::BornEstimated);
        let (born, old) = (self.value(Field::Born), self.value(Field::Age));
        let found = birth(born, estimated, arrived).or_else(|| age(old));
        if found.is_none() {
            match self.is_blank(Field::Born) {
                true => self.lacking(Field::Age),
                false => self.unreadable(Field::Born),
            }
        }
        found
    }

    pub(crate) fn called(&self) -> Called {
        let code = self.text(Field::Code);
        match code_number(&code) {
            Some(number) => Called::Code(number),
            None if !is_unsaid(&code) => Called::Text(format!("code {}", plain(&code))),
            None => Called::Nothing,
        }
    }

    /// Where they slept: room and bed in one cell or two, or with somebody.
    pub(crate) fn slept(&mut self) -> Option<Slept> {
        let (room, bed, with) = (
            self.value(Field::Room).clone(),
            self.value(Field::Bed).clone(),
            self.text(Field::With),
        );
        if !is_unsaid(&with) {
            return Some(Slept::With(code_number(&with).map(Called::Code)));
        }
        let place = place(&room, &bed, self.words);
        if place.is_none() {
            let text = format!("{} {}", room.shown(), bed.shown());
            let text = text.trim().to_owned();
            self.problems.push(RowProblem::UnknownBed { text });
        }
        place
    }

    /// Who came together: a name or a number. Whether there is a family says nothing of who is in it.
    fn party(&mut self) -> Option<String> {
        const NONE: [&str; 10] = [
            "nu", "no", "нет", "0", "singur", "singură", "один", "одна", "fără", "без",
        ];
        const SOME: [&str; 5] = ["da", "yes", "да", "cu familia", "с семьей"];
        let (field, text) = (Field::Party, self.text(Field::Party));
        let is_one_of = |words: &[&str]| words.iter().any(|word| fold(word) == fold(&text));
        if is_unsaid(&text) || is_one_of(&NONE) {
            return None;
        }
        if is_one_of(&SOME) {
            self.problems.push(RowProblem::LeftEmpty { field, text });
            return None;
        }
        Some(plain(&text))
    }

    fn needs(&mut self) -> BTreeSet<Need> {
        let text = self.text(Field::Needs);
        let mut needs = BTreeSet::new();
        for part in text
            .split([',', ';', '/'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            match self
                .words
                .meaning(List::Need, part)
                .and_then(Need::from_text)
            {
                Some(need) => drop(needs.insert(need)),
                None => self.problems.push(RowProblem::LeftEmpty {
                    field: Field::Needs,
                    text: part.to_owned(),
                }),
            }
        }
        needs
    }

    fn term_days(&mut self) -> Option<u16> {
        let field = Field::TermDays;
        let found = days(self.value(field));
        if found.is_none() && !self.is_blank(field) {
            let text = self.text(field);
            self.problems.push(RowProblem::LeftEmpty { field, text });
        }
        found
    }

    /// The stay, where everything essential is there.
    pub(crate) fn stay(mut self) -> (Option<RegisterStay>, Vec<RowProblem>) {
        let mut arrived = self.begin();
        let mut left = self.moment(Field::To, Field::ToTime);
        if let (Some(arrived), Some(left)) = (&mut arrived, &mut left) {
            same_day(arrived, left);
        }
        let unread = left.is_none() && !self.is_blank(Field::To);
        let born = self.born(arrived.map(|arrived| arrived.at.day()));
        let (sex, place) = (self.sex(), self.slept());
        let relation = self.word(Field::Relation, List::Relation, Relation::from_text);
        let citizenship = self.coded(Field::Citizenship, List::Country, codes::is_country);
        let territory = self.coded(Field::Territory, List::Territory, codes::is_territory);
        let referrer = self.word(Field::Referrer, List::Body, Body::from_text);
        let ground = self.word(Field::Ground, List::Ground, GroundKind::from_text);
        let decided_by = self.word(Field::DecidedBy, List::Body, Body::from_text);
        let decided_on = self.day(Field::DecidedOn);
        let phase = self.word(Field::Phase, List::Phase, PhaseKind::from_text);
        let departure = Departure {
            reason: self.word(Field::Reason, List::Departure, DepartureReason::from_text),
            destination: self.word(
                Field::Destination,
                List::Destination,
                Destination::from_text,
            ),
        };
        if self.is_blank(Field::To)
            && (departure.reason.is_some() || departure.destination.is_some())
        {
            self.lacking(Field::To);
        }
        let term_by = self.word(Field::TermBy, List::Body, Body::from_text);
        let term_days = self.term_days();
        let needs = self.needs();
        let party = self.party();
        let (name, documents, notes) = (
            self.long(Field::Name),
            self.long(Field::Documents),
            self.long(Field::Notes),
        );
        let called = self.called();
        let essential = arrived.zip(sex).zip(born).zip(place);
        let stay = essential
            .filter(|_| !unread)
            .map(|(((arrived, sex), born), place)| {
                let span = Span {
                    from: arrived.at,
                    to: left.map(|left| left.at),
                };
                RegisterStay {
                    called,
                    party,
                    relation,
                    sex,
                    born,
                    citizenship,
                    needs,
                    referrer,
                    territory,
                    arrived,
                    left,
                    departure,
                    term_days,
                    term_by,
                    grounds: ground
                        .map(|kind| {
                            let what = GroundOf {
                                kind,
                                decided_by,
                                decided_on,
                            };
                            Part { what, span }
                        })
                        .into_iter()
                        .collect(),
                    phases: phase.map(|what| Part { what, span }).into_iter().collect(),
                    slept: vec![Part { what: place, span }],
                    absences: Vec::new(),
                    assistance: Vec::new(),
                    name,
                    documents,
                    notes,
                }
            });
        (stay, self.problems)
    }
}

/// A number or a family as it is compared: digits count as they are.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
