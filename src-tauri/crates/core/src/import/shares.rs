//! In whose bed an infant sleeps.

use super::beds::{Night, Place};
use super::people::Person;
use super::plan::Work;
use super::{Called, RegisterStay, RowProblem};
use crate::centre::code;
use crate::id::StayId;
use crate::terms::{Relation, Sex};
use crate::time::Span;

/// A part of an infant's stay as it lies in an adult's: where only the day of coming or leaving is known,
/// that time gives way to the adult's of the same day.
fn within(infant: &RegisterStay, part: Span, adult: Span) -> Option<Span> {
    let mut within = part;
    let came = infant.arrived;
    if came.day_only && came.at == part.from && came.at.day() == adult.from.day() {
        within.from = part.from.max(adult.from);
    }
    if let Some((left, end)) = infant.left.zip(adult.to)
        && left.day_only
        && part.to == Some(left.at)
        && left.at.day() == end.day()
    {
        within.to = Some(left.at.min(end));
    }
    (adult.covers(within) && within.is_possible()).then_some(within)
}

/// The bed of somebody of the party: of the mother before others.
pub(super) fn shared(
    works: &mut [Work],
    people: &[Person],
    index: usize,
    piece: usize,
    who: Option<&Called>,
) {
    let span = works[index].stay.slept[piece].span;
    let party = works[index].party;
    let named = |other: &Work| match who {
        None => other.stay.age().is_adult(),
        Some(Called::Code(number)) => people[other.person].fact.code == *number,
        Some(called) => other.stay.called == *called,
    };
    let shares = |id: StayId| {
        let nights = works.iter().filter(|work| work.party == party);
        nights.flat_map(|work| &work.nights).any(|night| {
            matches!(night.place, Place::With(with) if with == id) && night.span.overlaps(span)
        })
    };
    let infant = &works[index].stay;
    let covered = |other: &Work| {
        let has_bed = (other.nights.iter()).any(|night| matches!(night.place, Place::Bed(_)));
        within(infant, span, other.stay.span()).filter(|_| has_bed)
    };
    let rank = |other: &&Work| {
        (
            // Twins may lie with one mother, but who has no infant yet comes first.
            shares(other.id),
            other.stay.relation != Some(Relation::Mother),
            other.stay.sex != Sex::Female,
            other.index,
        )
    };
    let adult = works
        .iter()
        .enumerate()
        .filter(|(place, other)| *place != index && other.party == party)
        .filter(|(_, other)| named(other))
        .filter_map(|(place, other)| Some((place, other, covered(other)?)))
        .min_by_key(|(_, other, _)| rank(other))
        .map(|(place, _, within)| (place, within));
    let Some((adult, within)) = adult else {
        return works[index].problems.push(RowProblem::NobodyToShareWith);
    };
    if within.from != span.from {
        works[index].arrive_at(within.from);
    }
    if let Some(left) = within.to.filter(|_| within.to != span.to) {
        works[index].leave_at(left);
    }
    let span = within;
    let (with, who) = (works[adult].id, code(people[works[adult].person].fact.code));
    let label = works[adult]
        .nights
        .iter()
        .find(|night| night.span.overlaps(span))
        .map(|night| night.label.clone())
        .unwrap_or_default();
    works[index].nights.push(Night {
        place: Place::With(with),
        span,
        label,
    });
    works[index].problems.push(RowProblem::Shares { who });
}
