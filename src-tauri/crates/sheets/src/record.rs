//! The record as tables that can be taken over again: stays, and what belongs to them, with codes and
//! without names.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use vatra_core::Centre;
use vatra_core::facts::{Age, Stay};
use vatra_core::id::{PartyId, StayId};
use vatra_core::import::Field;
use vatra_core::time::{Instant, Span};

use crate::table::{Cell, Column, Table};

/// Says something in the language of whoever reads the tables; nothing where it has no words for it.
pub type Say<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What a key says; the key itself where there are no words, so that the lack is seen.
pub(crate) fn said(say: Say<'_>, id: &str) -> String {
    say(id).unwrap_or_else(|| id.to_owned())
}

/// The sheets of a record, by name: `register`, `nights`, `grounds`, `phases`, `absences`, `assistance`.
pub const SHEETS: [&str; 6] = [
    "register",
    "nights",
    "grounds",
    "phases",
    "absences",
    "assistance",
];

/// The columns of a sheet.
#[must_use]
pub fn columns(sheet: &str) -> &'static [Field] {
    use Field as F;
    match sheet {
        "register" => &[
            F::Stay,
            F::Code,
            F::Party,
            F::Relation,
            F::Sex,
            F::Born,
            F::BornEstimated,
            F::Age,
            F::Citizenship,
            F::Needs,
            F::Ground,
            F::DecidedBy,
            F::DecidedOn,
            F::Phase,
            F::Referrer,
            F::Territory,
            F::From,
            F::To,
            F::Bed,
            F::With,
            F::Reason,
            F::Destination,
            F::TermDays,
            F::TermBy,
        ],
        "nights" => &[F::Stay, F::Code, F::Bed, F::With, F::From, F::To],
        "grounds" => &[
            F::Stay,
            F::Code,
            F::Ground,
            F::DecidedBy,
            F::DecidedOn,
            F::From,
            F::To,
        ],
        "phases" => &[F::Stay, F::Code, F::Phase, F::From, F::To],
        "absences" => &[F::Stay, F::Code, F::Absence, F::From, F::To, F::Expected],
        "assistance" => &[F::Stay, F::Code, F::Day, F::Assistance, F::AssistanceName],
        _ => &[],
    }
}

fn width(field: Field) -> u8 {
    match field {
        Field::Stay | Field::Age | Field::Bed | Field::BornEstimated | Field::TermDays => 9,
        Field::Code | Field::With | Field::Party | Field::Sex | Field::Born => 11,
        Field::From | Field::To | Field::Expected => 17,
        Field::DecidedOn | Field::Day => 12,
        _ => 24,
    }
}

/// The tables of a record: the stays that touch some days, with everything that belongs to them.
#[must_use]
pub fn record(centre: &Centre, days: Option<(NaiveDate, NaiveDate)>, say: Say<'_>) -> Vec<Table> {
    let writer = Writer::new(centre, days, say);
    SHEETS.iter().map(|sheet| writer.table(sheet)).collect()
}

struct Writer<'a> {
    centre: &'a Centre,
    say: Say<'a>,
    /// The stays in the order of their numbers.
    stays: Vec<&'a Stay>,
    numbers: BTreeMap<StayId, i64>,
    parties: BTreeMap<PartyId, usize>,
}

type Row = BTreeMap<Field, Cell>;

impl<'a> Writer<'a> {
    fn new(centre: &'a Centre, days: Option<(NaiveDate, NaiveDate)>, say: Say<'a>) -> Self {
        let touches = |stay: &&Stay| {
            days.is_none_or(|(first, last)| {
                stay.span.from.day() <= last && stay.span.to.is_none_or(|to| to.day() >= first)
            })
        };
        let mut stays: Vec<&Stay> = centre.stays.values().filter(touches).collect();
        stays.sort_by_key(|stay| (stay.span.from, centre.code_of(stay.id)));
        let numbers = (1..)
            .zip(&stays)
            .map(|(number, stay)| (stay.id, number))
            .collect();
        let mut parties = BTreeMap::new();
        for stay in &stays {
            let next = parties.len() + 1;
            parties.entry(stay.party).or_insert(next);
        }
        Self {
            centre,
            say,
            stays,
            numbers,
            parties,
        }
    }

    fn table(&self, sheet: &str) -> Table {
        let fields = columns(sheet);
        let rows = match sheet {
            "register" => self.stays(),
            "nights" => self.nights(),
            "grounds" => self.grounds(),
            "phases" => self.phases(),
            "absences" => self.absences(),
            _ => self.assistance(),
        };
        let rows = rows.into_iter().map(|mut row| {
            let cell = |field| row.remove(field).unwrap_or(Cell::Empty);
            fields.iter().map(cell).collect()
        });
        Table {
            name: sheet.to_owned(),
            title: said(self.say, &format!("sheet-{sheet}")),
            columns: fields
                .iter()
                .map(|field| Column {
                    title: said(self.say, &format!("field-{}", field.text())),
                    width: width(*field),
                })
                .collect(),
            rows: rows.collect(),
        }
    }

    fn word(&self, list: &str, text: &str) -> Cell {
        Cell::text(said(self.say, &format!("{list}-{text}")))
    }

    /// A row that belongs to a stay.
    fn begin(&self, stay: StayId) -> Option<Row> {
        let number = self.numbers.get(&stay)?;
        Some(Row::from([
            (Field::Stay, Cell::Whole(*number)),
            (Field::Code, Cell::Text(self.centre.code_of(stay))),
        ]))
    }

    /// Rows of parts of stays, by stay and time.
    fn rows<'f, T: 'f>(
        &self,
        facts: impl Iterator<Item = &'f T>,
        of: impl Fn(&T) -> (StayId, Instant),
        fill: impl Fn(&T, &mut Row),
    ) -> Vec<Row> {
        let mut facts: Vec<(i64, Instant, &T)> = facts
            .filter_map(|fact| {
                let (stay, at) = of(fact);
                Some((*self.numbers.get(&stay)?, at, fact))
            })
            .collect();
        facts.sort_by_key(|(number, at, _)| (*number, *at));
        let row = |(_, _, fact): (i64, Instant, &T)| {
            let mut row = self.begin(of(fact).0)?;
            fill(fact, &mut row);
            Some(row)
        };
        facts.into_iter().filter_map(row).collect()
    }

    fn stays(&self) -> Vec<Row> {
        let centre = self.centre;
        let mut grounds = BTreeMap::new();
        for one in centre.grounds.values() {
            let first = grounds.entry(one.stay).or_insert(one);
            if one.span.from < first.span.from {
                *first = one;
            }
        }
        let mut phases = BTreeMap::new();
        for one in centre.phases.values() {
            let first = phases.entry(one.stay).or_insert(one);
            if one.span.from < first.span.from {
                *first = one;
            }
        }
        let terms: BTreeMap<_, _> = centre
            .terms
            .values()
            .map(|term| (term.stay, term))
            .collect();
        let mut beds = BTreeMap::new();
        for one in centre.bed_assignments.values() {
            let first = beds.entry(one.stay).or_insert(one);
            if one.span.from < first.span.from {
                *first = one;
            }
        }
        let shares: BTreeMap<_, _> = centre
            .bed_shares
            .values()
            .map(|share| (share.stay, share))
            .collect();
        let row = |stay: &&Stay| {
            let mut row = self.begin(stay.id)?;
            let person = centre.beneficiaries.get(&stay.beneficiary)?;
            let party = centre.parties.get(&stay.party);
            let number = self.parties.get(&stay.party).copied().unwrap_or_default();
            let born = person.born;
            let age = Age::on(born.first_day(), stay.span.from.day()).years;
            let needs: Vec<String> = person
                .needs
                .iter()
                .map(|need| said(self.say, &format!("need-{}", need.text())))
                .collect();
            row.extend([
                (Field::Party, Cell::Text(format!("P-{number:04}"))),
                (Field::Relation, self.word("relation", stay.relation.text())),
                (Field::Sex, self.word("sex", person.sex.text())),
                (
                    Field::Born,
                    Cell::Text(format!("{:04}-{:02}", born.year, born.month)),
                ),
                (Field::Age, Cell::Whole(age.into())),
                (
                    Field::Citizenship,
                    Cell::maybe(person.citizenship.clone(), Cell::text),
                ),
                (Field::Needs, Cell::text(needs.join(", "))),
                (Field::From, time(stay.span.from)),
                (Field::To, Cell::maybe(stay.span.to, time)),
            ]);
            if born.estimated {
                row.insert(Field::BornEstimated, Cell::Whole(1));
            }
            if let Some(party) = party {
                let referrer = Cell::maybe(party.referrer, |body| self.word("body", body.text()));
                row.insert(Field::Referrer, referrer);
                row.insert(
                    Field::Territory,
                    Cell::maybe(party.territory.clone(), Cell::text),
                );
            }
            if let Some(ground) = grounds.get(&stay.id) {
                row.extend(self.ground(ground));
            }
            if let Some(phase) = phases.get(&stay.id) {
                row.insert(Field::Phase, self.word("phase", phase.kind.text()));
            }
            let bed = beds
                .get(&stay.id)
                .map(|one| (one.span.from, centre.bed_label(one.bed)));
            match (bed, shares.get(&stay.id)) {
                (Some((from, bed)), share) if share.is_none_or(|share| from <= share.span.from) => {
                    row.insert(Field::Bed, Cell::Text(bed));
                }
                (_, Some(share)) => {
                    row.insert(Field::With, Cell::Text(centre.code_of(share.with)));
                }
                _ => {}
            }
            if let Some(departure) = stay.departure {
                let reason = |reason: vatra_core::terms::DepartureReason| {
                    self.word("departure", reason.text())
                };
                let to = |to: vatra_core::terms::Destination| self.word("destination", to.text());
                row.insert(Field::Reason, Cell::maybe(departure.reason, reason));
                row.insert(Field::Destination, Cell::maybe(departure.destination, to));
            }
            if let Some(term) = terms.get(&stay.id) {
                row.insert(Field::TermDays, Cell::Whole(term.days.into()));
                let by = Cell::maybe(term.authority, |body| self.word("body", body.text()));
                row.insert(Field::TermBy, by);
            }
            Some(row)
        };
        self.stays.iter().filter_map(row).collect()
    }

    fn ground(&self, ground: &vatra_core::facts::Ground) -> [(Field, Cell); 3] {
        [
            (Field::Ground, self.word("ground", ground.kind.text())),
            (
                Field::DecidedBy,
                Cell::maybe(ground.decided_by, |body| self.word("body", body.text())),
            ),
            (Field::DecidedOn, Cell::maybe(ground.decided_on, Cell::Day)),
        ]
    }

    fn nights(&self) -> Vec<Row> {
        let centre = self.centre;
        let own = centre
            .bed_assignments
            .values()
            .map(|one| (one.stay, one.span, Field::Bed, centre.bed_label(one.bed)));
        let shared = centre
            .bed_shares
            .values()
            .map(|one| (one.stay, one.span, Field::With, centre.code_of(one.with)));
        let all: Vec<_> = own.chain(shared).collect();
        self.rows(
            all.iter(),
            |(stay, span, _, _)| (*stay, span.from),
            |(_, span, field, text), row| {
                row.insert(*field, Cell::Text(text.clone()));
                row.extend(times(*span));
            },
        )
    }

    fn grounds(&self) -> Vec<Row> {
        self.rows(
            self.centre.grounds.values(),
            |ground| (ground.stay, ground.span.from),
            |ground, row| {
                row.extend(self.ground(ground));
                row.extend(times(ground.span));
            },
        )
    }

    fn phases(&self) -> Vec<Row> {
        self.rows(
            self.centre.phases.values(),
            |phase| (phase.stay, phase.span.from),
            |phase, row| {
                row.insert(Field::Phase, self.word("phase", phase.kind.text()));
                row.extend(times(phase.span));
            },
        )
    }

    fn absences(&self) -> Vec<Row> {
        self.rows(
            self.centre.absences.values(),
            |absence| (absence.stay, absence.span.from),
            |absence, row| {
                row.insert(Field::Absence, self.word("absence", absence.kind.text()));
                row.extend(times(absence.span));
                row.insert(Field::Expected, Cell::maybe(absence.expected_return, time));
            },
        )
    }

    fn assistance(&self) -> Vec<Row> {
        self.rows(
            self.centre.assistances.values(),
            |help| (help.stay, vatra_core::time::midnight(help.day)),
            |help, row| {
                row.insert(Field::Day, Cell::Day(help.day));
                row.insert(Field::Assistance, self.word("assistance", help.kind.text()));
                row.insert(
                    Field::AssistanceName,
                    Cell::maybe(help.name.clone(), Cell::text),
                );
            },
        )
    }
}

fn times(span: Span) -> [(Field, Cell); 2] {
    [
        (Field::From, time(span.from)),
        (Field::To, Cell::maybe(span.to, time)),
    ]
}

/// A time as a clock in Chisinau showed it.
#[must_use]
pub fn time(at: Instant) -> Cell {
    let wall = at.wall();
    let first = vatra_core::time::WallTime {
        local: wall,
        second: false,
    };
    Cell::Time {
        wall,
        second: first.instant().is_some_and(|first| first != at),
    }
}
