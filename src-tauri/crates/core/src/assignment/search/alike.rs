//! Who and what is interchangeable, so that only one of several mirror images is searched.

use std::collections::HashMap;

use super::Limits;
use super::frame::{Frame, NONE};
use crate::assignment::house::Needs;
use crate::terms::Sex;

impl Frame<'_> {
    /// Numbers people so that equal numbers mean: the rules and the measure cannot tell them apart.
    pub fn kinds(&self, limits: &Limits) -> Vec<usize> {
        let house = self.house;
        let mut apart = vec![false; self.people];
        for &(a, b) in &house.keep_apart {
            apart[a] = true;
            apart[b] = true;
        }
        let mut numbers = HashMap::new();
        (0..self.people)
            .map(|p| {
                let who = &house.people[p];
                let alone = self.facts[who.party].size == 1;
                let unique =
                    apart[p] || self.fixed[p] != NONE || house.infants_with(p).next().is_some();
                // Wishes about arrivals set them apart from residents.
                let wished =
                    who.is_arrival() && (!limits.avoid.is_empty() || limits.one_room && !alone);
                let key = (
                    unique.then_some(p),
                    wished,
                    (!alone).then_some(who.party),
                    self.traits(p),
                );
                let next = numbers.len();
                *numbers.entry(key).or_insert(next)
            })
            .collect()
    }

    /// All that the rules and the measure look at in a person, the party apart.
    fn traits(&self, person: usize) -> Traits {
        let who = &self.house.people[person];
        let of_age = who.age >= self.house.thresholds.opposite_sex_age;
        let sex = (who.is_adult() || of_age).then_some(who.sex);
        Traits {
            adult: who.is_adult(),
            of_age,
            sex,
            child: self.child[person],
            classes: self.classes[person],
            needs: who.needs,
        }
    }

    /// Numbers rooms so that equal numbers mean: exchanging the two rooms with all who are in them
    /// changes nothing.
    pub fn mirrors(&self) -> Vec<usize> {
        let house = self.house;
        let mut occupant = vec![NONE; house.beds.len()];
        for (p, bed) in house
            .people
            .iter()
            .enumerate()
            .filter_map(|(p, who)| Some((p, who.bed?)))
        {
            occupant[bed] = p;
        }
        let mut numbers = HashMap::new();
        (0..self.rooms)
            .map(|room| {
                let here = |p: usize| self.origin[p] == room;
                let own = |p: usize| {
                    house
                        .people
                        .iter()
                        .enumerate()
                        .all(|(q, who)| who.party != self.party[p] || here(q))
                        && self.fixed[p] == NONE
                        && house.infants_with(p).next().is_none()
                        && !house.keep_apart.iter().any(|&(a, b)| a == p || b == p)
                };
                let there: Vec<usize> = self.beds_of[room].iter().map(|&b| occupant[b]).collect();
                let unique = there.iter().any(|&p| p != NONE && !own(p))
                    || self.beds_of[room].iter().any(|&b| self.reserved[b]);
                let mut parties: Vec<usize> = Vec::new();
                let mut beds: Vec<_> = self.beds_of[room]
                    .iter()
                    .zip(&there)
                    .map(|(&bed, &p)| {
                        let who = (p != NONE).then(|| {
                            let party = self.party[p];
                            let label = (self.facts[party].size > 1).then(|| {
                                parties.iter().position(|&q| q == party).unwrap_or_else(|| {
                                    parties.push(party);
                                    parties.len() - 1
                                })
                            });
                            (label, self.traits(p), self.pinned[p])
                        });
                        (self.class[bed], self.closed[bed], who)
                    })
                    .collect();
                beds.sort_unstable();
                let key = (unique.then_some(room), house.rooms[room], beds);
                let next = numbers.len();
                *numbers.entry(key).or_insert(next)
            })
            .collect()
    }
}

/// What sets a person apart from others, the party and the bed aside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Traits {
    adult: bool,
    of_age: bool,
    sex: Option<Sex>,
    child: bool,
    classes: u8,
    needs: Needs,
}
