//! The dry run: every row as it would be, and everything wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::beds::{Night, nights};
use super::people::{parties, people};
use super::times::{a_while_before, parts, times};
use super::twice::{already_recorded, nobody_twice};
use super::{Called, ImportCounts, Moment, ReadRow, RegisterStay, RowProblem, build, warn};
use crate::centre::{Centre, Changes, code};
use crate::facts::Departure;
use crate::id::StayId;
use crate::terms::{Body, DepartureReason, GroundKind, Relation, Sex};
use crate::time::Instant;

/// A row as it would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Where it stands in the spreadsheet.
    pub row: String,
    /// The stay; none where the row can't be read.
    pub stay: Option<ImportStay>,
    /// What is wrong or odd.
    pub problems: Vec<RowProblem>,
    /// Whether it can't be taken as it is.
    pub wrong: bool,
}

/// A stay as it would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportStay {
    /// The person's code.
    pub who: String,
    /// In the record already.
    pub known: bool,
    /// Female or male.
    pub sex: Sex,
    /// Completed years on arrival.
    pub years: u16,
    /// Which party, counted from 1; 0 where the row can't be taken.
    pub party: u32,
    /// What they are in it.
    pub relation: Relation,
    /// When they arrived.
    pub from: Instant,
    /// When they left.
    pub to: Option<Instant>,
    /// The beds, one after the other.
    pub beds: Vec<String>,
    /// Why they were here at first.
    pub ground: Option<GroundKind>,
    /// Who sent them.
    pub referrer: Option<Body>,
    /// Where they came from.
    pub territory: Option<String>,
    /// Why the stay ended.
    pub reason: Option<DepartureReason>,
}

/// What would become of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// How many there are.
    pub counts: ImportCounts,
    /// When the first arrived.
    pub first: Option<Instant>,
    /// When the last arrived.
    pub last: Option<Instant>,
    /// Every row.
    pub rows: Vec<ImportRow>,
}

/// A dry run, ready to be written where nothing is wrong.
pub struct Plan {
    /// What there is to see.
    pub preview: ImportPreview,
    pub(crate) changes: Changes,
}

/// A row that can be read, on its way into the record.
pub(super) struct Work {
    pub row: String,
    /// Its place among all rows.
    pub index: usize,
    pub stay: RegisterStay,
    pub id: StayId,
    pub person: usize,
    pub party: usize,
    pub nights: Vec<Night>,
    pub problems: Vec<RowProblem>,
}

impl Work {
    /// Whether it can't be taken.
    pub fn is_wrong(&self) -> bool {
        self.problems.iter().any(RowProblem::is_wrong)
    }

    /// Another end of the stay, with all that lasted until then.
    pub fn leave_at(&mut self, at: Instant) {
        let before = self.stay.left.map(|left| left.at);
        if let Some(left) = &mut self.stay.left {
            left.at = at;
        }
        for end in self.ends() {
            if *end == before {
                *end = Some(at);
            }
        }
    }

    /// Another beginning of the stay, with all that began then.
    pub fn arrive_at(&mut self, at: Instant) {
        let before = self.stay.arrived.at;
        self.stay.arrived.at = at;
        let stay = &mut self.stay;
        let begins = (stay.slept.iter_mut().map(|part| &mut part.span.from))
            .chain(stay.grounds.iter_mut().map(|part| &mut part.span.from))
            .chain(stay.phases.iter_mut().map(|part| &mut part.span.from))
            .chain(stay.absences.iter_mut().map(|part| &mut part.span.from))
            .chain(self.nights.iter_mut().map(|night| &mut night.span.from));
        for begin in begins {
            if *begin == before {
                *begin = at;
            }
        }
    }

    /// A day that is today has come, and gone, by now, though nobody wrote down when.
    fn happened_by(&mut self, now: Instant) {
        let today = |one: &Moment| one.day_only && one.at.day() == now.day();
        let left = self.stay.left.filter(today);
        if left.is_some_and(|left| left.at > now) {
            self.leave_at(now);
        }
        let came = self.stay.arrived;
        let latest = match self.stay.left.filter(today) {
            Some(left) if left.at <= came.at => a_while_before(left.at),
            _ => now,
        };
        if today(&came) && came.at > latest {
            self.arrive_at(latest);
        }
    }

    fn ends(&mut self) -> impl Iterator<Item = &mut Option<Instant>> {
        let stay = &mut self.stay;
        (stay.slept.iter_mut().map(|part| &mut part.span.to))
            .chain(stay.grounds.iter_mut().map(|part| &mut part.span.to))
            .chain(stay.phases.iter_mut().map(|part| &mut part.span.to))
            .chain(stay.absences.iter_mut().map(|part| &mut part.span.to))
            .chain(self.nights.iter_mut().map(|night| &mut night.span.to))
    }
}

/// What would become of a register. `next_code` is the first code that was never given to anybody; the
/// record must be whole.
#[must_use]
pub fn plan(centre: &Centre, rows: &[ReadRow], next_code: u32, now: Instant) -> Plan {
    dry_run(centre, &already_recorded(centre, rows), next_code, now)
}

fn dry_run(centre: &Centre, rows: &[ReadRow], next_code: u32, now: Instant) -> Plan {
    let mut answers: Vec<ImportRow> = rows
        .iter()
        .map(|row| ImportRow {
            row: row.row.clone(),
            stay: None,
            problems: match row.stay {
                Some(_) => Vec::new(),
                None => row.problems.clone(),
            },
            wrong: row.stay.is_none(),
        })
        .collect();
    let mut works: Vec<Work> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let mut work = Work {
                row: row.row.clone(),
                index,
                stay: row.stay.clone()?,
                id: StayId::new(),
                person: 0,
                party: 0,
                nights: Vec::new(),
                problems: row.problems.clone(),
            };
            work.happened_by(now);
            work.problems.extend(times(&work.stay, now));
            work.problems.extend(parts(&work.stay));
            Some(work)
        })
        .collect();
    works.sort_by_key(|work| (work.stay.arrived.at, work.index));
    let people = people(centre, &mut works, next_code);
    // What can't be taken must not stand in the way of others.
    let is_fit = |work: &Work| !work.is_wrong();
    let (mut fit, unfit): (Vec<Work>, Vec<Work>) = works.into_iter().partition(is_fit);
    nobody_twice(centre, &mut fit, &people);
    let (mut fit, twice): (Vec<Work>, Vec<Work>) = fit.into_iter().partition(is_fit);
    let parties = parties(&mut fit);
    nights(centre, &mut fit, &people, now);
    for work in &mut fit {
        // Times that gave way may have left something outside.
        work.problems.extend(parts(&work.stay));
    }
    let (mut whole, wrong): (Vec<Work>, Vec<Work>) = fit.into_iter().partition(is_fit);
    // Times that gave way may have changed the order.
    whole.sort_by_key(|work| (work.stay.arrived.at, work.index));
    warn::warn(centre, &mut whole, &people, &parties, now);
    let changes = build::changes(centre, &whole, &people, &parties);

    let mut counts = ImportCounts::default();
    let taken: std::collections::BTreeSet<usize> = whole.iter().map(|work| work.person).collect();
    for person in taken.iter().map(|person| &people[*person]) {
        if person.known {
            counts.known_people += 1;
        } else {
            counts.new_people += 1;
        }
    }
    let mut numbers: BTreeMap<usize, u32> = BTreeMap::new();
    for work in &whole {
        let next = numbers.len() as u32 + 1;
        numbers.entry(work.party).or_insert(next);
    }
    counts.stays = whole.len() as u32;
    counts.parties = numbers.len() as u32;
    let arrivals = || whole.iter().map(|work| work.stay.arrived.at);
    let (first, last) = (arrivals().min(), arrivals().max());
    let all = whole.iter().chain(&wrong).chain(&twice).chain(&unfit);
    for work in all {
        let (stay, person) = (&work.stay, &people[work.person]);
        let answer = &mut answers[work.index];
        answer.wrong |= work.is_wrong();
        answer.problems.extend(work.problems.iter().cloned());
        answer.stay = Some(ImportStay {
            who: if stay.called == Called::Nothing && work.is_wrong() {
                String::new()
            } else {
                code(person.fact.code)
            },
            known: person.known,
            sex: stay.sex,
            years: stay.age().years,
            party: (numbers.get(&work.party).filter(|_| is_fit(work)))
                .copied()
                .unwrap_or(0),
            relation: stay.relation.unwrap_or(Relation::Head),
            from: stay.arrived.at,
            to: stay.left.map(|left| left.at),
            beds: work
                .nights
                .iter()
                .map(|night| night.label.clone())
                .collect(),
            ground: stay.grounds.first().map(|ground| ground.what.kind),
            referrer: stay.referrer,
            territory: stay.territory.clone(),
            reason: stay.departure.reason,
        });
    }
    counts.wrong_rows = answers.iter().filter(|row| row.wrong).count() as u32;
    let odd = |row: &&ImportRow| !row.wrong && !row.problems.is_empty();
    counts.odd_rows = answers.iter().filter(odd).count() as u32;
    Plan {
        preview: ImportPreview {
            counts,
            first,
            last,
            rows: answers,
        },
        changes,
    }
}

/// The same without the rows that can't be taken: they are shown, and left out.
#[must_use]
pub fn plan_without_wrong(centre: &Centre, rows: &[ReadRow], next_code: u32, now: Instant) -> Plan {
    // Once, of all rows: one that is left out must not leave its recorded stay to the next.
    let rows = already_recorded(centre, rows);
    let mut rest: Vec<(usize, &ReadRow)> = rows.iter().enumerate().collect();
    let mut left_out: Vec<(usize, ImportRow)> = Vec::new();
    loop {
        let fit: Vec<ReadRow> = rest.iter().map(|(_, row)| (*row).clone()).collect();
        let mut planned = dry_run(centre, &fit, next_code, now);
        let answers = std::mem::take(&mut planned.preview.rows);
        let (wrong, right): (Vec<_>, Vec<_>) = rest
            .iter()
            .map(|(index, _)| *index)
            .zip(answers)
            .partition(|(_, row)| row.wrong);
        let whole = wrong.is_empty();
        left_out.extend(wrong);
        if whole {
            planned.preview.counts.left_out = left_out.len() as u32;
            let mut all = left_out;
            all.extend(right);
            all.sort_by_key(|(index, _)| *index);
            planned.preview.rows = all.into_iter().map(|(_, row)| row).collect();
            return planned;
        }
        let out: BTreeSet<usize> = left_out.iter().map(|(index, _)| *index).collect();
        rest.retain(|(index, _)| !out.contains(index));
    }
}

impl RegisterStay {
    /// How it ended; only where it has.
    pub(super) fn ended(&self) -> Option<Departure> {
        self.left.map(|_| self.departure)
    }
}
