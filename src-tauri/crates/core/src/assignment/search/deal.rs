//! Deals out the beds of each room to those who come into it, once everybody has a room.

use std::cmp::Reverse;

use super::frame::{COT, NONE, NORMAL};
use super::state::State;
use crate::assignment::house::Arrangement;

impl State<'_> {
    /// The plan in beds. `None` if some room has too few, which settling has ruled out.
    pub fn deal(&self) -> Option<Arrangement> {
        let frame = self.frame;
        let mut plan: Arrangement = vec![None; frame.people];
        let mut taken = frame.reserved.clone();
        for (person, place) in plan.iter_mut().enumerate() {
            let bed = match frame.fixed[person] {
                NONE if self.stays(person) => frame.house.people[person].bed,
                NONE => None,
                bed => Some(bed),
            };
            if let Some(bed) = bed {
                *place = Some(bed);
                taken[bed] = true;
            }
        }
        let mut holder = vec![NONE; frame.house.beds.len()];
        let mut newcomers = self.placed.clone();
        newcomers.sort_unstable_by_key(|&p| self.turn(p));
        for person in newcomers.into_iter().filter(|&p| frame.fixed[p] == NONE) {
            let mut seen = vec![false; holder.len()];
            if !self.find_bed(person, &taken, &mut holder, &mut seen) {
                return None;
            }
        }
        for (bed, &person) in holder.iter().enumerate().filter(|&(_, &p)| p != NONE) {
            plan[person] = Some(bed);
        }
        Some(plan)
    }

    /// The oldest first, so that whoever has to take an upper bunk is young; of those who may sleep in a cot the
    /// youngest first.
    fn turn(&self, person: usize) -> (bool, Reverse<u8>, u8, usize) {
        let age = self.frame.house.people[person].age;
        match self.frame.classes[person] & 1 << COT != 0 {
            true => (true, Reverse(0), age, person),
            false => (false, Reverse(age), 0, person),
        }
    }

    /// A bed that nobody took, a cot before a bed and a bed before an upper bunk; else one whose holder finds another,
    /// the youngest first.
    fn find_bed(
        &self,
        person: usize,
        taken: &[bool],
        holder: &mut [usize],
        seen: &mut [bool],
    ) -> bool {
        let frame = self.frame;
        let fits = |bed: usize| {
            let class = frame.classes[person] & 1 << frame.class[bed] != 0;
            class && !taken[bed] && !frame.closed[bed]
        };
        let mut beds: Vec<usize> = frame.beds_of[self.room[person]].clone();
        beds.retain(|&bed| fits(bed));
        beds.sort_by_key(|&bed| match holder[bed] {
            NONE if frame.class[bed] == COT => (0, 0),
            NONE if frame.class[bed] == NORMAL => (1, 0),
            NONE => (2, 0),
            other => (3, frame.house.people[other].age),
        });
        for bed in beds {
            if seen[bed] {
                continue;
            }
            seen[bed] = true;
            if holder[bed] == NONE || self.find_bed(holder[bed], taken, holder, seen) {
                holder[bed] = person;
                return true;
            }
        }
        false
    }
}
