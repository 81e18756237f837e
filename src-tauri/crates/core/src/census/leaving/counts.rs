//! The counts of people and stays that leave of a period, and what a reader knows between them.

use super::months::{self, Month, Own};
use crate::census::breakdown::{By, Slice};
use crate::census::figures::AgeBand;
use crate::census::occupancy::Occupancy;
use crate::census::suppress::{At, Publication};
use crate::terms::Sex;

/// Counts by age.
type OfAges = Vec<(AgeBand, At)>;

/// The days of a period leave one by one up to so many; of a longer period its months do.
const MOST_DAYS: usize = 31;

/// The counts of people and stays that leave, and what is known between them.
pub(super) struct Counts {
    pub(super) publication: Publication,
    pub(super) steps: Steps,
    pub(super) first_day: At,
    pub(super) last_day: At,
    pub(super) bed_days: At,
    pub(super) peak: At,
    pub(super) lowest: At,
    pub(super) absent_nights: At,
    pub(super) admissions: At,
    pub(super) discharges: At,
    pub(super) bands: Vec<At>,
    pub(super) stays: At,
    pub(super) slices: Vec<Vec<At>>,
    pub(super) persons: At,
    pub(super) sexes: Vec<(Sex, At, OfAges)>,
    pub(super) given: Vec<(At, At)>,
    pub(super) held: [At; 3],
    pub(super) waited: Vec<At>,
}

impl Counts {
    /// Of a period: see [`super::leaving`].
    pub(super) fn of(of: &Occupancy, before: u32, least: u32) -> Self {
        let f = &of.figures;
        let mut p = Publication::default();
        let months = (f.census.len() > MOST_DAYS).then(|| months::own(of, before, least));
        let tell = (months.as_ref()).map_or([false; 3], |months| months::tell(months, least));
        let hides_first =
            (months.as_ref()).is_some_and(|of_each| Own::hides_first(of_each, of.first));
        let totals = [f.bed_days, f.admissions, f.discharges];
        let totals = [0, 1, 2].map(|which| p.count_or_withhold(totals[which], tell[which]));
        let [bed_days, admissions, discharges] = totals;
        let steps = match months {
            Some(months) => Steps::Months(months::add(&mut p, totals, before, months)),
            None => {
                let counts = course(&mut p, totals, before, &f.census);
                Steps::Days(f.census.iter().copied().zip(counts).collect())
            }
        };
        // A figure that is the census of a shown day is that count.
        let mut census_of = |value: u32| {
            steps
                .censuses()
                .find(|(census, _)| *census == value)
                .map_or_else(|| p.count(value.into()), |(_, at)| at)
        };
        let (peak, lowest) = (census_of(f.peak), census_of(f.lowest));
        let (first_day, last_day) = match &steps {
            Steps::Days(days) => (
                days.first().map_or(peak, |(_, at)| *at),
                days.last().map_or(peak, |(_, at)| *at),
            ),
            Steps::Months(months) => (
                p.count_or_withhold(f.census_first_day, hides_first),
                months.last().map_or(peak, |month| month.last_day),
            ),
        };
        let absent_nights = p.count(f.absent_nights.into());
        let bands: Vec<At> = of
            .lengths
            .bands
            .iter()
            .map(|(_, stays)| p.count((*stays).into()))
            .collect();
        p.sum(discharges, &bands);
        let stays = p.count(stays_of(of).into());
        // Those who were here already are known from the report before.
        let here_before = stays_of(of).saturating_sub(f.admissions);
        let here_before = p.known(here_before.into());
        p.sum(stays, &[admissions, here_before]);
        let mut slices = Vec::new();
        for breakdown in &of.breakdowns {
            let parts: Vec<At> = breakdown
                .slices
                .iter()
                .map(|slice| p.count(slice.stays.into()))
                .collect();
            p.sum(stays, &parts);
            if breakdown.by == By::PartySize {
                parties(&mut p, &breakdown.slices, &parts);
            }
            slices.push(parts);
        }
        let persons = p.count(f.persons_served.into());
        // Few come back within a period: a reader who supposes so knows how many stays are of the same persons.
        let again = p.known(stays_of(of).saturating_sub(f.persons_served).into());
        p.sum(stays, &[persons, again]);
        let mut sexes = Vec::new();
        for sex in Sex::ALL {
            let served = |band: AgeBand| {
                let found = f
                    .served
                    .iter()
                    .find(|one| one.sex == *sex && one.band == band);
                found.map_or(0, |one| u64::from(one.persons))
            };
            let cells: Vec<(AgeBand, At)> = AgeBand::ALL
                .iter()
                .map(|band| (*band, p.count(served(*band))))
                .collect();
            let all = p.count(AgeBand::ALL.iter().map(|band| served(*band)).sum());
            p.sum(all, &cells.iter().map(|(_, at)| *at).collect::<Vec<_>>());
            sexes.push((*sex, all, cells));
        }
        p.sum(
            persons,
            &sexes.iter().map(|(_, at, _)| *at).collect::<Vec<_>>(),
        );
        let given = of
            .assistance
            .iter()
            .map(|one| (p.count(one.times.into()), p.count(one.persons.into())))
            .collect();
        let held = [
            p.count(of.held.holds.into()),
            p.count(of.held.checked_in.into()),
            p.count(of.held.lapsed.into()),
        ];
        // Of a period that is over every hold has ended in one way or the other.
        let open = (of.held.holds).saturating_sub(of.held.checked_in + of.held.lapsed);
        let open = p.known(open.into());
        p.sum(held[0], &[held[1], held[2], open]);
        let waited = of
            .waited
            .ended
            .iter()
            .map(|(_, parties)| p.count((*parties).into()))
            .collect();
        Self {
            publication: p,
            steps,
            first_day,
            last_day,
            bed_days,
            peak,
            lowest,
            absent_nights,
            admissions,
            discharges,
            bands,
            stays,
            slices,
            persons,
            sexes,
            given,
            held,
            waited,
        }
    }
}

/// Whoever came with so many others is one of a party: six stays of parties of six are one family.
fn parties(p: &mut Publication, slices: &[Slice], stays: &[At]) {
    for (slice, at) in slices.iter().zip(stays) {
        let size: Option<u32> = slice.value.as_deref().and_then(|size| size.parse().ok());
        if let Some(size) = size.filter(|size| *size > 1 && slice.stays.is_multiple_of(*size)) {
            let parties = p.count((slice.stays / size).into());
            p.equation(&[(*at, 1), (parties, -i64::from(size))]);
        }
    }
}

/// The days of a period, or its months: what the reader is shown of its course.
pub(super) enum Steps {
    /// The census of each day.
    Days(Vec<(u32, At)>),
    /// The months.
    Months(Vec<Month>),
}

impl Steps {
    /// The censuses of days that are shown, each with its count.
    fn censuses(&self) -> Box<dyn Iterator<Item = (u32, At)> + '_> {
        match self {
            Self::Days(days) => Box::new(days.iter().copied()),
            Self::Months(months) => Box::new(
                months
                    .iter()
                    .map(|month| (month.census_last, month.last_day)),
            ),
        }
    }
}

/// The census of each day, with what is known between these and the bed-days, admissions and discharges.
pub(super) fn course(p: &mut Publication, totals: [At; 3], before: u32, census: &[u32]) -> Vec<At> {
    let days: Vec<At> = (1..)
        .zip(census)
        .map(|(nth, here)| {
            let here = u64::from(*here);
            if nth == census.len() {
                p.told(here)
            } else {
                p.count(here)
            }
        })
        .collect();
    p.sum(totals[0], &days);
    if let Some(last) = days.last() {
        let before = p.known(before.into());
        p.equation(&[(totals[1], 1), (totals[2], -1), (*last, -1), (before, 1)]);
    }
    days
}

/// How many stays touch the period.
pub(super) fn stays_of(of: &Occupancy) -> u32 {
    of.breakdowns
        .first()
        .map_or(0, |one| one.slices.iter().map(|slice| slice.stays).sum())
}
