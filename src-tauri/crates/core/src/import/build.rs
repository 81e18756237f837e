//! The facts that a register becomes.

use std::collections::BTreeSet;

use super::beds::Place;
use super::people::Person;
use super::plan::Work;
use crate::centre::{Centre, Changes};
use crate::facts::{
    Absence, Assistance, BedAssignment, BedShare, Ground, Party, Phase, Stay, Term,
};
use crate::id::{AbsenceId, AssistanceId, BedAssignmentId, BedShareId, GroundId, PhaseId, TermId};
use crate::terms::{PhaseKind, Relation};

/// Everything that the rows say and the record doesn't yet.
pub(super) fn changes(
    centre: &Centre,
    works: &[Work],
    people: &[Person],
    parties: &[Party],
) -> Changes {
    let mut changes = Changes::default();
    let taken: BTreeSet<usize> = works.iter().map(|work| work.person).collect();
    for person in taken.iter().map(|person| &people[*person]) {
        if !person.known {
            changes.add(person.fact.clone());
        }
        if let Some(identity) = person.identity() {
            changes.add(identity.clone());
        }
    }
    let used: BTreeSet<usize> = works.iter().map(|work| work.party).collect();
    for party in used.iter().map(|party| &parties[*party]) {
        changes.add(party.clone());
    }
    for work in works {
        let person = people[work.person].fact.id;
        stay(centre, work, person, parties[work.party].id, &mut changes);
    }
    changes
}

fn stay(
    centre: &Centre,
    work: &Work,
    beneficiary: crate::id::BeneficiaryId,
    party: crate::id::PartyId,
    changes: &mut Changes,
) {
    let (stay, id, span) = (&work.stay, work.id, work.stay.span());
    changes.add(Stay {
        id,
        beneficiary,
        party,
        relation: stay.relation.unwrap_or(Relation::Head),
        span,
        departure: stay.ended(),
    });
    for part in &stay.grounds {
        changes.add(Ground {
            id: GroundId::new(),
            stay: id,
            kind: part.what.kind,
            decided_by: part.what.decided_by,
            decided_on: part.what.decided_on,
            span: part.span,
        });
    }
    let phases: Vec<_> = stay
        .phases
        .iter()
        .map(|part| (part.what, part.span))
        .collect();
    let phases = if phases.is_empty() {
        vec![(PhaseKind::Crisis, span)]
    } else {
        phases
    };
    for (kind, span) in phases {
        let id = PhaseId::new();
        changes.add(Phase {
            id,
            stay: work.id,
            kind,
            span,
        });
    }
    let usual = || {
        centre
            .policy(span.from)
            .map_or(30, |policy| policy.term_days)
    };
    changes.add(Term {
        id: TermId::new(),
        stay: id,
        days: stay.term_days.unwrap_or_else(usual),
        authority: stay.term_by,
    });
    for night in &work.nights {
        match night.place {
            Place::Bed(bed) => changes.add(BedAssignment {
                id: BedAssignmentId::new(),
                stay: id,
                bed,
                span: night.span,
            }),
            Place::With(with) => changes.add(BedShare {
                id: BedShareId::new(),
                stay: id,
                with,
                span: night.span,
            }),
        }
    }
    for part in &stay.absences {
        changes.add(Absence {
            id: AbsenceId::new(),
            stay: id,
            kind: part.what.kind,
            expected_return: part.what.expected_return,
            span: part.span,
        });
    }
    for help in &stay.assistance {
        changes.add(Assistance {
            id: AssistanceId::new(),
            stay: id,
            kind: help.kind,
            name: help.name.clone(),
            day: help.day,
        });
    }
}
