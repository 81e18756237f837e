//! A quick proof that there are too few beds of the right sort, however often anybody moves: a plan
//! gives everybody a bed that takes them, so already without the rules about two people in one room,
//! pinned residents apart, there must be a way to give everybody such a bed.

use super::frame::{Frame, NONE};

/// Whether the beds cannot be dealt out to everybody, with at most so many moves.
pub fn too_few(frame: &Frame, moves: usize) -> bool {
    let house = frame.house;
    let mut holder = vec![NONE; house.beds.len()];
    let mut seekers = Vec::new();
    for person in 0..frame.people {
        match (frame.fixed[person], house.people[person].bed) {
            (NONE, Some(bed)) if !frame.reserved[bed] => holder[bed] = person,
            (NONE, _) => seekers.push(person),
            (bed, _) => holder[bed] = person,
        }
    }
    let mut deal = Deal {
        frame,
        moves,
        holder,
        seen: Vec::new(),
    };
    seekers.into_iter().any(|person| {
        deal.seen = vec![false; house.beds.len()];
        !deal.find(person)
    })
}

struct Deal<'a> {
    frame: &'a Frame<'a>,
    moves: usize,
    holder: Vec<usize>,
    seen: Vec<bool>,
}

impl Deal<'_> {
    fn find(&mut self, person: usize) -> bool {
        let frame = self.frame;
        let own = frame.house.people[person].bed;
        for way in &frame.ways[person] {
            if usize::from(frame.clash[frame.at(person, way.room)]) > self.moves {
                continue;
            }
            for &bed in &frame.beds_of[way.room] {
                if frame.takes(bed, person) && self.take(bed, person) {
                    return true;
                }
            }
        }
        own.is_some_and(|bed| !frame.reserved[bed] && self.take(bed, person))
    }

    fn take(&mut self, bed: usize, person: usize) -> bool {
        if std::mem::replace(&mut self.seen[bed], true) {
            return false;
        }
        let other = self.holder[bed];
        let free = other == NONE || !self.frame.pinned[other] && self.find(other);
        if free {
            self.holder[bed] = person;
        }
        free
    }
}
