//! Nobody is taken over twice: by two rows, by a row and the record, or by a register that was taken over before.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::people::{Person, other_birth};
use super::plan::Work;
use super::{Called, ReadRow, RowProblem};
use crate::centre::{Centre, code};
use crate::facts::{Beneficiary, Stay};
use crate::id::BeneficiaryId;
use crate::terms::Sex;
use crate::time::Span;

/// Marks the rows about somebody whom the record can't know by what the register calls them, where a stay like theirs
/// is recorded: the register was taken over before. Others came on the same day, of the same age: as many rows are
/// marked as there are such stays. A code of this program says for certain who somebody is.
pub(super) fn already_recorded(centre: &Centre, rows: &[ReadRow]) -> Vec<ReadRow> {
    let mut recorded: BTreeMap<(NaiveDate, Sex), Vec<(&Stay, &Beneficiary)>> = BTreeMap::new();
    for stay in centre.stays.values() {
        if let Some(person) = centre.beneficiaries.get(&stay.beneficiary) {
            let alike = recorded.entry((stay.span.from.day(), person.sex));
            alike.or_default().push((stay, person));
        }
    }
    let born: BTreeMap<BeneficiaryId, NaiveDate> = (centre.identities.values())
        .filter_map(|identity| Some((identity.beneficiary, identity.born_on?)))
        .collect();
    let mut rows = rows.to_vec();
    // What is alike to the day is not left to a row that is only nearly so.
    for exactly in [true, false] {
        for row in &mut rows {
            let Some(stay) = row.stay.as_ref() else {
                continue;
            };
            let marked = |one: &RowProblem| matches!(one, RowProblem::AlreadyRecorded { .. });
            if matches!(stay.called, Called::Code(_)) || row.problems.iter().any(marked) {
                continue;
            }
            let arrived = stay.arrived.at.day();
            let Some(alike) = recorded.get_mut(&(arrived, stay.sex)) else {
                continue;
            };
            let said = stay.born.month(arrived);
            let same = |(there, person): &(&Stay, &Beneficiary)| {
                let left = (
                    stay.left.map(|left| left.at.day()),
                    there.span.to.map(|to| to.day()),
                );
                if exactly {
                    return left.0 == left.1
                        && (person.born.year, person.born.month) == (said.year, said.month);
                }
                // Either may not know yet that they have left.
                let stayed = left.0.zip(left.1).is_none_or(|(one, other)| one == other);
                stayed && !other_birth(person, born.get(&person.id).copied(), stay)
            };
            if let Some(place) = alike.iter().position(same) {
                let (_, person) = alike.remove(place);
                let who = code(person.code);
                row.problems.push(RowProblem::AlreadyRecorded { who });
            }
        }
    }
    rows
}

/// Nobody is here twice at once: by two rows, or by a row and the record.
pub(super) fn nobody_twice(centre: &Centre, works: &mut [Work], people: &[Person]) {
    let mut of_person: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, work) in works.iter().enumerate() {
        of_person.entry(work.person).or_default().push(index);
    }
    let mut recorded: BTreeMap<BeneficiaryId, Vec<Span>> = BTreeMap::new();
    for stay in centre.stays.values() {
        recorded
            .entry(stay.beneficiary)
            .or_default()
            .push(stay.span);
    }
    for (person, rows) in of_person {
        let mut last: Option<usize> = None;
        for index in rows {
            let span = works[index].stay.span();
            if let Some(before) = last {
                let earlier = works[before].stay.span();
                if earlier.from == span.from {
                    let row = works[before].row.clone();
                    works[index].problems.push(RowProblem::Twice { row });
                } else if earlier.overlaps(span) && !give_way(works, before, index) {
                    let row = works[before].row.clone();
                    works[index].problems.push(RowProblem::Overlaps { row });
                }
            }
            // The one that lasts longer is what the next could overlap.
            let ends = |index: usize| works[index].stay.left.map_or(i64::MAX, |left| left.at.0);
            last = match last {
                Some(before) if ends(before) > ends(index) => Some(before),
                _ => Some(index),
            };
            let fact = &people[person].fact;
            let spans = recorded.get(&fact.id).map_or(&[][..], Vec::as_slice);
            let span = works[index].stay.span();
            if let Some(here) = spans.iter().find(|here| here.overlaps(span)) {
                works[index].problems.push(RowProblem::AlreadyHere {
                    since: here.from,
                    until: here.to,
                });
            }
        }
    }
}

/// Where only the day of leaving or of arriving is known, that time gives way to the other of the same day.
pub(super) fn give_way(works: &mut [Work], earlier: usize, later: usize) -> bool {
    let Some(left) = works[earlier].stay.left else {
        return false;
    };
    let arrived = works[later].stay.arrived;
    // Somebody who changed beds has times that were noted one by one.
    let simple = |index: usize| works[index].stay.slept.len() == 1;
    if left.at.day() != arrived.at.day() || !simple(earlier) || !simple(later) {
        return false;
    }
    if left.day_only && works[earlier].stay.arrived.at < arrived.at {
        works[earlier].leave_at(arrived.at);
        true
    } else if arrived.day_only && works[later].stay.left.is_none_or(|end| left.at < end.at) {
        works[later].arrive_at(left.at);
        true
    } else {
        false
    }
}
