//! What leaves the centre of a period's occupancy: tables without a code or a date of anybody's, in which
//! small counts are hidden.

mod counts;
mod months;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::breakdown::By;
use super::figures::AgeBand;
use super::occupancy::Occupancy;
use super::suppress::{At, Hidden, Publication};
use crate::terms::{Sex, choice};
use counts::{Counts, Steps, stays_of};
use months::Month;

choice! {
    /// A list of words that a value of a table is one of.
    Area {
        /// A figure.
        Figure = "figure",
        /// Female or male.
        Sex = "sex",
        /// An age band.
        AgeBand = "band",
        /// A length of stay.
        Nights = "nights",
        /// Why somebody is here.
        Ground = "ground",
        /// Crisis assistance or rehabilitation.
        Phase = "phase",
        /// Who sent a party.
        Referrer = "referrer",
        /// Rayon or town.
        Territory = "territory",
        /// Country.
        Citizenship = "citizenship",
        /// How many came together.
        PartySize = "party_size",
        /// Assistance.
        Assistance = "assistance",
    }
}

impl By {
    fn area(self) -> Area {
        match self {
            Self::Ground => Area::Ground,
            Self::Phase => Area::Phase,
            Self::Referrer => Area::Referrer,
            Self::Territory => Area::Territory,
            Self::Citizenship => Area::Citizenship,
            Self::PartySize => Area::PartySize,
        }
    }
}

choice! {
    /// A column of a table that leaves.
    Column {
        /// The name of a figure.
        Figure = "figure",
        /// Its value.
        Value = "value",
        /// A calendar day.
        Day = "day",
        /// A calendar month.
        Month = "month",
        /// The census, summed over the days.
        BedDays = "bed_days",
        /// The places, summed over the days.
        PlaceDays = "place_days",
        /// Bed-days by place-days.
        Occupancy = "occupancy",
        /// Stays that began.
        Admissions = "admissions",
        /// Stays that ended.
        Discharges = "discharges",
        /// The census of the last day.
        CensusLast = "census_last",
        /// The census of the day.
        Census = "census",
        /// The places of the day.
        Places = "places",
        /// Female or male; empty for both.
        Sex = "sex",
        /// The age band; empty for all.
        Age = "age",
        /// Different persons.
        Persons = "persons",
        /// Nights from admission to discharge.
        Nights = "nights",
        /// Stays.
        Stays = "stays",
        /// What the stays have in common.
        Kind = "kind",
        /// How often.
        Times = "times",
    }
}

/// A cell of a table that leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "what", rename_all = "snake_case")]
pub enum Cell {
    /// One of a list of words, or not known.
    Word(Area, Option<String>),
    /// All of them together.
    All,
    /// A day.
    Day(#[ts(type = "string")] NaiveDate),
    /// A month, by its first day in the period.
    Month(#[ts(type = "string")] NaiveDate),
    /// A whole number.
    Count(#[ts(type = "number")] u64),
    /// Another number.
    Number(f64),
    /// Hidden, so that nobody can be recognised.
    Hidden,
    /// There is nothing to divide by.
    Nothing,
}

/// A table that leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LeavingTable {
    /// Its name: `figures`, `days` or `months`, `served`, `lengths`, `assistance`, or what the stays are told apart by.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What leaves of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Leaving {
    /// The first day.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// The last day.
    #[ts(type = "string")]
    pub last: NaiveDate,
    /// The first day on which the centre had places, where that is later than the first.
    #[ts(type = "string | null")]
    pub places_from: Option<NaiveDate>,
    /// Counts from 1 to below this are hidden.
    pub least: u32,
    /// The tables.
    pub tables: Vec<LeavingTable>,
    /// How many cells are hidden.
    pub hidden: u32,
}

/// What leaves of a period, with counts from 1 to below `least` hidden. `before` is the census of the day
/// before the period, which the reader has from the report before.
#[must_use]
pub fn leaving(of: &Occupancy, before: u32, least: u32) -> Leaving {
    let counts = Counts::of(of, before, least);
    let hidden = counts.publication.hide(least.into());
    let writer = Writer {
        of,
        counts: &counts,
        hidden: &hidden,
    };
    let mut tables = vec![
        writer.figures(),
        writer.steps(),
        writer.served(),
        writer.lengths(),
    ];
    tables.extend(writer.breakdowns());
    tables.push(writer.assistance());
    let cells = tables.iter().flat_map(|table| &table.rows).flatten();
    let count = cells.filter(|cell| **cell == Cell::Hidden).count();
    Leaving {
        first: of.first,
        last: of.last,
        places_from: places_from(of),
        least,
        tables,
        hidden: u32::try_from(count).unwrap_or(u32::MAX),
    }
}

/// The counts that leave of a period, and what a reader knows between them: as [`leaving`].
#[must_use]
pub fn published(of: &Occupancy, before: u32, least: u32) -> Publication {
    Counts::of(of, before, least).publication
}

fn places_from(of: &Occupancy) -> Option<NaiveDate> {
    let later = of.figures.places.iter().position(|places| *places > 0)?;
    let days = Days::new(u64::try_from(later).ok()?);
    of.first.checked_add_days(days).filter(|_| later > 0)
}

/// Writes counts into tables, or that they are hidden.
struct Writer<'a> {
    of: &'a Occupancy,
    counts: &'a Counts,
    hidden: &'a Hidden,
}

impl Writer<'_> {
    fn cell(&self, at: At, value: u32) -> Cell {
        if self.hidden.is(at) {
            Cell::Hidden
        } else {
            Cell::Count(value.into())
        }
    }

    /// A number by which hidden counts could be worked out is hidden with any of them.
    fn number(&self, of: &[At], value: Option<f64>) -> Cell {
        match value {
            _ if of.iter().any(|at| self.hidden.is(*at)) => Cell::Hidden,
            Some(value) => Cell::Number(value),
            None => Cell::Nothing,
        }
    }

    fn figures(&self) -> LeavingTable {
        let (f, c) = (&self.of.figures, self.counts);
        let whole = |value: u32| Cell::Count(value.into());
        // The lengths of stays together tell how many were of each.
        let lengths: Vec<At> = [c.discharges].iter().chain(&c.bands).copied().collect();
        let mut rows = vec![
            ("occupancy", self.number(&[c.bed_days], f.occupancy)),
            ("bed_days", self.cell(c.bed_days, f.bed_days)),
            ("place_days", whole(f.place_days)),
            ("peak", self.cell(c.peak, f.peak)),
            ("lowest", self.cell(c.lowest, f.lowest)),
            (
                "census_first_day",
                self.cell(c.first_day, f.census_first_day),
            ),
            ("census_last_day", self.cell(c.last_day, f.census_last_day)),
            ("over_capacity_days", whole(f.over_capacity_days)),
            ("absent_nights", self.cell(c.absent_nights, f.absent_nights)),
            ("admissions", self.cell(c.admissions, f.admissions)),
            ("discharges", self.cell(c.discharges, f.discharges)),
            (
                "same_day_stays",
                c.bands
                    .first()
                    .map_or(Cell::Nothing, |at| self.cell(*at, f.same_day_stays)),
            ),
            (
                "mean_stay_nights",
                self.number(&lengths, f.mean_stay_nights),
            ),
            (
                "median_stay_nights",
                self.number(&lengths, self.of.lengths.median_nights),
            ),
            (
                "turnover_interval_days",
                self.number(&[c.discharges, c.bed_days], f.turnover_interval_days),
            ),
            ("persons_served", self.cell(c.persons, f.persons_served)),
            ("stays", self.cell(c.stays, stays_of(self.of))),
            ("bed_nights", whole(self.of.beds.bed_nights)),
            ("closed_bed_nights", whole(self.of.beds.closed_bed_nights)),
            ("cot_nights", whole(self.of.beds.cot_nights)),
            ("closed_cot_nights", whole(self.of.beds.closed_cot_nights)),
            ("holds", self.cell(c.held[0], self.of.held.holds)),
            (
                "holds_checked_in",
                self.cell(c.held[1], self.of.held.checked_in),
            ),
            ("holds_lapsed", self.cell(c.held[2], self.of.held.lapsed)),
        ];
        let names = [
            "waiting_checked_in",
            "waiting_elsewhere",
            "waiting_withdrawn",
            "waiting_refused",
        ];
        let waited = names.iter().zip(&self.of.waited.ended).zip(&c.waited);
        rows.extend(waited.map(|((name, (_, parties)), at)| (*name, self.cell(*at, *parties))));
        if let Some(checked_in) = c.waited.first() {
            rows.push((
                "mean_wait_days",
                self.number(&[*checked_in], self.of.waited.mean_days_to_check_in),
            ));
        }
        let rows = rows
            .into_iter()
            .map(|(name, cell)| vec![word(Area::Figure, name), cell])
            .collect();
        table("figures", &[Column::Figure, Column::Value], rows)
    }

    fn steps(&self) -> LeavingTable {
        match &self.counts.steps {
            Steps::Days(days) => self.days(days),
            Steps::Months(months) => self.months(months),
        }
    }

    fn days(&self, days: &[(u32, At)]) -> LeavingTable {
        let days = (0..).zip(days.iter().zip(&self.of.figures.places));
        let rows = days.map(|(after, ((census, at), places))| {
            let day = self
                .of
                .first
                .checked_add_days(Days::new(after))
                .unwrap_or(self.of.last);
            vec![
                Cell::Day(day),
                self.cell(*at, *census),
                Cell::Count(u64::from(*places)),
            ]
        });
        table(
            "days",
            &[Column::Day, Column::Census, Column::Places],
            rows.collect(),
        )
    }

    fn months(&self, months: &[Month]) -> LeavingTable {
        let rows = months.iter().map(|month| {
            let [bed_days, arrived, left] = month.counts;
            let part = (month.place_days > 0)
                .then(|| f64::from(month.values[0]) / f64::from(month.place_days));
            vec![
                Cell::Month(month.first),
                self.cell(bed_days, month.values[0]),
                Cell::Count(month.place_days.into()),
                self.number(&[bed_days], part),
                self.cell(arrived, month.values[1]),
                self.cell(left, month.values[2]),
                self.cell(month.last_day, month.census_last),
            ]
        });
        let columns = [
            Column::Month,
            Column::BedDays,
            Column::PlaceDays,
            Column::Occupancy,
            Column::Admissions,
            Column::Discharges,
            Column::CensusLast,
        ];
        table("months", &columns, rows.collect())
    }

    fn served(&self) -> LeavingTable {
        let persons = |sex: Sex, band: AgeBand| {
            let found = self
                .of
                .figures
                .served
                .iter()
                .find(|one| one.sex == sex && one.band == band);
            found.map_or(0, |one| one.persons)
        };
        let mut rows = Vec::new();
        for (sex, all, cells) in &self.counts.sexes {
            for (band, at) in cells {
                let count = self.cell(*at, persons(*sex, *band));
                rows.push(vec![
                    word(Area::Sex, sex.text()),
                    word(Area::AgeBand, band.text()),
                    count,
                ]);
            }
            let sum = AgeBand::ALL.iter().map(|band| persons(*sex, *band)).sum();
            rows.push(vec![
                word(Area::Sex, sex.text()),
                Cell::All,
                self.cell(*all, sum),
            ]);
        }
        table("served", &[Column::Sex, Column::Age, Column::Persons], rows)
    }

    fn lengths(&self) -> LeavingTable {
        let bands = self.of.lengths.bands.iter().zip(&self.counts.bands);
        let rows = bands.map(|((band, stays), at)| {
            vec![word(Area::Nights, band.text()), self.cell(*at, *stays)]
        });
        table("lengths", &[Column::Nights, Column::Stays], rows.collect())
    }

    fn breakdowns(&self) -> impl Iterator<Item = LeavingTable> {
        self.of
            .breakdowns
            .iter()
            .zip(&self.counts.slices)
            .map(|(breakdown, counts)| {
                let slices = breakdown.slices.iter().zip(counts);
                let rows: Vec<Vec<Cell>> = slices
                    .map(|(slice, at)| {
                        vec![
                            Cell::Word(breakdown.by.area(), slice.value.clone()),
                            self.cell(*at, slice.stays),
                        ]
                    })
                    .collect();
                table(
                    breakdown.by.text(),
                    &[Column::Kind, Column::Stays],
                    unranked(rows),
                )
            })
    }

    fn assistance(&self) -> LeavingTable {
        let given = self.of.assistance.iter().zip(&self.counts.given);
        let rows = given.map(|(one, (times, persons))| {
            let persons = self.cell(*persons, one.persons);
            vec![
                word(Area::Assistance, one.kind.text()),
                self.cell(*times, one.times),
                persons,
            ]
        });
        table(
            "assistance",
            &[Column::Kind, Column::Times, Column::Persons],
            rows.collect(),
        )
    }
}

/// Rows in the order of their counts would tell how large the hidden ones are: these come last, by name.
fn unranked(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let hidden = |row: &Vec<Cell>| row.contains(&Cell::Hidden);
    let (mut small, mut shown): (Vec<_>, Vec<_>) = rows.into_iter().partition(hidden);
    small.sort_by_key(|row| match row.first() {
        Some(Cell::Word(_, value)) => value.clone(),
        _ => None,
    });
    shown.extend(small);
    shown
}

fn word(area: Area, value: &str) -> Cell {
    Cell::Word(area, Some(value.to_owned()))
}

fn table(name: &str, columns: &[Column], rows: Vec<Vec<Cell>>) -> LeavingTable {
    LeavingTable {
        name: name.to_owned(),
        columns: columns.to_vec(),
        rows,
    }
}
