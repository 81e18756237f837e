//! What is odd about a register: rules that were broken, more people than places, stays that look
//! forgotten. The house is walked through in the order in which people came, so that each arrival is
//! looked at among those who were there, and no more.

use std::collections::BTreeMap;

use super::RowProblem;
use super::beds::Place;
use super::people::Person;
use super::plan::Work;
use crate::centre::Centre;
use crate::facts::{BedAssignment, BedShare, Party, Stay};
use crate::id::{BedAssignmentId, BedShareId, PartyId, StayId};
use crate::placement::new_breaches;
use crate::terms::Relation;
use crate::time::Instant;

/// After how many days a stay without an end looks forgotten.
const LONG: i64 = 180;

pub(super) fn warn(
    centre: &Centre,
    works: &mut [Work],
    people: &[Person],
    parties: &[Party],
    now: Instant,
) {
    for work in works.iter_mut() {
        let days = (now.day() - work.stay.arrived.at.day()).num_days();
        if work.stay.left.is_none() && days > LONG {
            work.problems.push(RowProblem::LooksForgotten { days });
        }
    }
    let house = house(centre);
    let mut residents = Residents::of(centre);
    let mut arrivals: BTreeMap<Instant, Vec<usize>> = BTreeMap::new();
    for (index, work) in works.iter().enumerate() {
        for night in &work.nights {
            arrivals.entry(night.span.from).or_default().push(index);
        }
    }
    // Who of the register is there, or will be: those who have left are dropped on the way.
    let mut there: Vec<usize> = Vec::new();
    let mut coming = 0;
    for (at, here) in arrivals {
        while coming < works.len() && works[coming].stay.arrived.at <= at {
            there.push(coming);
            coming += 1;
        }
        there.retain(|index| works[*index].stay.span().contains(at));
        let mut before = house.clone();
        residents.put_into(&mut before, at);
        let mut after = before.clone();
        for index in &there {
            let (work, person) = (&works[*index], &people[works[*index].person]);
            let came_now = here.contains(index);
            put(&mut after, work, person, parties[work.party].id, at);
            if !came_now {
                put(&mut before, work, person, parties[work.party].id, at);
            }
        }
        let places = centre.capacity(at);
        let taken = after.stays.len();
        let mut found: Vec<(usize, RowProblem)> = Vec::new();
        if places > 0 && taken > places {
            let over = |index: &usize| {
                let arrived = works[*index].stay.arrived.at == at;
                arrived.then_some((*index, RowProblem::OverCapacity { taken, places }))
            };
            found.extend(here.iter().filter_map(over));
        }
        let breaches = new_breaches(&before, &after, at);
        for index in &here {
            let who = crate::centre::code(people[works[*index].person].fact.code);
            let of: Vec<_> = breaches
                .iter()
                .filter(|breach| breach.code == who || breach.other.as_ref() == Some(&who))
                .cloned()
                .collect();
            if !of.is_empty() {
                found.push((*index, RowProblem::BreaksRules { breaches: of }));
            }
        }
        for (index, problem) in found {
            if !works[index].problems.contains(&problem) {
                works[index].problems.push(problem);
            }
        }
    }
}

/// Rooms, beds and rules, without anybody.
fn house(centre: &Centre) -> Centre {
    let mut house = Centre::default();
    house.rooms.clone_from(&centre.rooms);
    house.beds.clone_from(&centre.beds);
    house.bed_standings.clone_from(&centre.bed_standings);
    house.policies.clone_from(&centre.policies);
    house.capacities.clone_from(&centre.capacities);
    house.apart_pairs.clone_from(&centre.apart_pairs);
    house
}

fn put(house: &mut Centre, work: &Work, person: &Person, party: PartyId, at: Instant) {
    let Some(night) = work.nights.iter().find(|night| night.span.contains(at)) else {
        return;
    };
    house.put(person.fact.clone().into(), 0);
    let stay = Stay {
        id: work.id,
        beneficiary: person.fact.id,
        party,
        relation: work.stay.relation.unwrap_or(Relation::Head),
        span: work.stay.span(),
        departure: work.stay.ended(),
    };
    house.put(stay.into(), 0);
    let (stay, span) = (work.id, night.span);
    match night.place {
        Place::Bed(bed) => {
            let id = BedAssignmentId::new();
            house.put(
                BedAssignment {
                    id,
                    stay,
                    bed,
                    span,
                }
                .into(),
                0,
            );
        }
        Place::With(with) => {
            let id = BedShareId::new();
            house.put(
                BedShare {
                    id,
                    stay,
                    with,
                    span,
                }
                .into(),
                0,
            );
        }
    }
}

/// The stays of the record, so that those of an instant are found without looking at all of them. Instants
/// are asked for in order.
struct Residents<'a> {
    centre: &'a Centre,
    stays: Vec<&'a Stay>,
    coming: usize,
    there: Vec<&'a Stay>,
    nights: BTreeMap<StayId, Vec<&'a BedAssignment>>,
    shares: BTreeMap<StayId, Vec<&'a BedShare>>,
}

impl<'a> Residents<'a> {
    fn of(centre: &'a Centre) -> Self {
        let mut stays: Vec<_> = centre.stays.values().collect();
        stays.sort_by_key(|stay| stay.span.from);
        let mut nights: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for night in centre.bed_assignments.values() {
            nights.entry(night.stay).or_default().push(night);
        }
        let mut shares: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for share in centre.bed_shares.values() {
            shares.entry(share.stay).or_default().push(share);
        }
        Self {
            centre,
            stays,
            coming: 0,
            there: Vec::new(),
            nights,
            shares,
        }
    }

    fn put_into(&mut self, house: &mut Centre, at: Instant) {
        while let Some(stay) = self
            .stays
            .get(self.coming)
            .filter(|stay| stay.span.from <= at)
        {
            self.there.push(stay);
            self.coming += 1;
        }
        self.there.retain(|stay| stay.span.contains(at));
        for stay in &self.there {
            house.put((*stay).clone().into(), 0);
            if let Some(person) = self.centre.beneficiaries.get(&stay.beneficiary) {
                house.put(person.clone().into(), 0);
            }
            let nights = self.nights.get(&stay.id).into_iter().flatten();
            for night in nights.filter(|night| night.span.contains(at)) {
                house.put((*night).clone().into(), 0);
            }
            let shares = self.shares.get(&stay.id).into_iter().flatten();
            for share in shares.filter(|share| share.span.contains(at)) {
                house.put((*share).clone().into(), 0);
            }
        }
    }
}
