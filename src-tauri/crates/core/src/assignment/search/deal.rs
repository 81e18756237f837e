//! Deals out the beds of each room to those who come into it, once everybody has a room.

use super::frame::NONE;
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
        newcomers.sort_unstable();
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

    fn find_bed(
        &self,
        person: usize,
        taken: &[bool],
        holder: &mut [usize],
        seen: &mut [bool],
    ) -> bool {
        let frame = self.frame;
        for &bed in &frame.beds_of[self.room[person]] {
            let fits = frame.classes[person] & 1 << frame.class[bed] != 0;
            if !fits || taken[bed] || frame.closed[bed] || seen[bed] {
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
