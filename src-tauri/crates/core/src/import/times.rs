//! What is impossible about the times of a stay, whoever else is in the house.

use super::{Called, Field, RegisterStay, RowProblem};
use crate::time::{Instant, Span};

/// What is impossible about the times of a stay by itself.
pub(super) fn times(stay: &RegisterStay, now: Instant) -> Vec<RowProblem> {
    let mut found = Vec::new();
    let span = stay.span();
    if stay.arrived.at > now {
        found.push(RowProblem::InFuture { field: Field::From });
    }
    if stay.left.is_some_and(|left| left.at > now) {
        found.push(RowProblem::InFuture { field: Field::To });
    }
    if !span.is_possible() {
        found.push(RowProblem::EndsBeforeItBegins);
    }
    let arrived = stay.arrived.at.day();
    // Of somebody of this program the record has the last word, whatever a later correction made of an age.
    let ours = matches!(stay.called, Called::Code(_));
    let born = stay
        .born
        .date()
        .unwrap_or_else(|| stay.born.month(arrived).first_day());
    if (born > arrived && !ours) || stay.age().years > 120 {
        found.push(RowProblem::BadAge);
    }
    found
}

/// What is impossible about the parts of a stay: they lie in it, one after the other, and nobody is without a
/// bed.
pub(super) fn parts(stay: &RegisterStay) -> Vec<RowProblem> {
    let mut found = Vec::new();
    let span = stay.span();
    let spans: [(Field, Vec<Span>); 4] = [
        (
            Field::Absence,
            stay.absences.iter().map(|part| part.span).collect(),
        ),
        (
            Field::Bed,
            stay.slept.iter().map(|part| part.span).collect(),
        ),
        (
            Field::Ground,
            stay.grounds.iter().map(|part| part.span).collect(),
        ),
        (
            Field::Phase,
            stay.phases.iter().map(|part| part.span).collect(),
        ),
    ];
    for (field, mut spans) in spans {
        if spans
            .iter()
            .any(|part| !span.covers(*part) || !part.is_possible())
        {
            found.push(RowProblem::OutsideStay { field });
        }
        spans.sort_by_key(|part| part.from);
        if spans.windows(2).any(|two| two[0].overlaps(two[1])) {
            found.push(RowProblem::AtOnce { field });
        }
    }
    let crossed = |one: &RowProblem| {
        let (RowProblem::OutsideStay { field } | RowProblem::AtOnce { field }) = one else {
            return false;
        };
        *field == Field::Bed
    };
    if !found.iter().any(crossed) {
        found.extend(gaps(stay));
    }
    let arrived = span.from.day();
    let here = |day| arrived <= day && span.to.is_none_or(|to| day <= to.day());
    if stay.assistance.iter().any(|help| !here(help.day)) {
        found.push(RowProblem::OutsideStay {
            field: Field::Assistance,
        });
    }
    found
}

/// The times without a bed, where the nights lie in the stay and apart from each other.
fn gaps(stay: &RegisterStay) -> Vec<RowProblem> {
    let mut found = Vec::new();
    let mut nights: Vec<Span> = stay.slept.iter().map(|part| part.span).collect();
    nights.sort_by_key(|night| night.from);
    let mut end = Some(stay.arrived.at);
    for night in nights {
        if let Some(from) = end.filter(|end| *end < night.from) {
            let until = Some(night.from);
            found.push(RowProblem::Gap { from, until });
        }
        end = night.to;
    }
    let until = stay.left.map(|left| left.at);
    if let Some(from) = end.filter(|_| end != until) {
        found.push(RowProblem::Gap { from, until });
    }
    found
}

/// A time before another on the same day, where there is one.
#[must_use]
pub fn a_while_before(at: Instant) -> Instant {
    let earlier = at.plus_minutes(-60);
    if earlier.day() == at.day() {
        earlier
    } else {
        at.plus_minutes(-1)
    }
}
