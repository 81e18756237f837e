//! What follows from the choices made so far: residents who can no longer stay have to leave, and what
//! is left open is named. Only rooms that somebody entered or left can have changed.

use super::frame::{CLASSES, HARD, MINDER, MINOR, NONE};
use super::state::{State, Status};

/// A rule that is broken as things stand and can be mended in more than one way.
#[derive(Clone, Debug)]
pub enum Open {
    /// Too few beds for those who come: one of these residents has to leave.
    Beds(Vec<usize>),
    /// R2: the minor leaves, or the other, or an adult of the minor's party comes.
    Minor {
        minor: usize,
        other: usize,
        room: usize,
    },
    /// R5: the child leaves, or an adult of the party comes.
    Child { child: usize, room: usize },
}

enum Found {
    Dead,
    Changed,
    Fine,
}

impl State<'_> {
    /// Draws all conclusions. `None` when no allowed plan can follow; otherwise what is open.
    pub fn settle(&mut self) -> Option<Vec<Open>> {
        let mut open = Vec::new();
        'again: loop {
            open.clear();
            if self.moved > self.allowed {
                return None;
            }
            for room in self.changed_rooms() {
                match self.settle_room(room, &mut open) {
                    Found::Dead => return None,
                    Found::Changed => continue 'again,
                    Found::Fine => {}
                }
            }
            return Some(open);
        }
    }

    fn changed_rooms(&self) -> Vec<usize> {
        let left = self
            .waiting
            .iter()
            .chain(&self.placed)
            .map(|&p| self.frame.origin[p]);
        let entered = self.placed.iter().map(|&p| self.room[p]);
        // An adult who arrives binds a child who is here already (R5).
        let bound = self
            .waiting
            .iter()
            .chain(&self.placed)
            .filter(|&&p| self.frame.is_arrival(p) && self.frame.is_adult(p));
        let bound = bound
            .flat_map(|&p| &self.frame.minors[self.frame.party[p]])
            .map(|&m| self.room[m]);
        let mut rooms: Vec<usize> = left
            .chain(entered)
            .chain(bound)
            .filter(|&r| r != NONE)
            .collect();
        rooms.sort_unstable();
        rooms.dedup();
        rooms
    }

    fn settle_room(&mut self, room: usize, open: &mut Vec<Open>) -> Found {
        for i in 0..self.members[room].len() {
            let x = self.members[room][i];
            for j in 0..i {
                let y = self.members[room][j];
                let flags = self.frame.conflict(x, y);
                if flags == 0 {
                    continue;
                }
                let found = if flags & HARD != 0 {
                    self.settle_hard(x, y)
                } else if flags & MINOR != 0 {
                    self.settle_minor(x, y, room, open)
                } else if flags & MINDER != 0 {
                    self.settle_minor(y, x, room, open)
                } else {
                    Found::Fine
                };
                if !matches!(found, Found::Fine) {
                    return found;
                }
            }
            if self.frame.child[x] {
                let found = self.settle_child(x, room, open);
                if !matches!(found, Found::Fine) {
                    return found;
                }
            }
        }
        self.settle_beds(room, open)
    }

    fn settle_hard(&mut self, x: usize, y: usize) -> Found {
        match (self.stays(x), self.stays(y)) {
            (true, true) => Found::Fine,
            (true, false) => self.send_away(x),
            (false, true) => self.send_away(y),
            (false, false) => Found::Dead,
        }
    }

    fn settle_minor(
        &mut self,
        minor: usize,
        other: usize,
        room: usize,
        open: &mut Vec<Open>,
    ) -> Found {
        let stood = self.stays(minor) && self.stays(other) && !self.frame.adult_beside[minor];
        if stood || self.own_adult_in(minor, room) {
            return Found::Fine;
        }
        if self.adult_may_come(minor, room) {
            open.push(Open::Minor { minor, other, room });
            return Found::Fine;
        }
        match (self.movable(minor), self.movable(other)) {
            (true, true) => {
                open.push(Open::Minor { minor, other, room });
                Found::Fine
            }
            (true, false) => self.send_away(minor),
            (false, true) => self.send_away(other),
            (false, false) => Found::Dead,
        }
    }

    fn settle_child(&mut self, child: usize, room: usize, open: &mut Vec<Open>) -> Found {
        let stood = self.stays(child) && self.frame.child_alone_before(child);
        if stood || self.own_adult_in(child, room) {
            Found::Fine
        } else if self.adult_may_come(child, room) {
            open.push(Open::Child { child, room });
            Found::Fine
        } else {
            self.send_away(child)
        }
    }

    fn settle_beds(&mut self, room: usize, open: &mut Vec<Open>) -> Found {
        let Some((classes, missing)) = self.missing_beds(room, None) else {
            return Found::Fine;
        };
        let candidates: Vec<usize> = self.members[room]
            .iter()
            .copied()
            .filter(|&p| self.movable(p) && self.bed_in(p, classes))
            .collect();
        if candidates.len() < missing || missing > self.left() {
            Found::Dead
        } else if candidates.len() == missing {
            for person in candidates {
                self.leave(person);
            }
            Found::Changed
        } else {
            open.push(Open::Beds(candidates));
            Found::Fine
        }
    }

    /// A set of bed classes of which the room has too few, and how many are missing, if one more
    /// person came.
    pub fn missing_beds(&self, room: usize, one_more: Option<usize>) -> Option<(usize, usize)> {
        let (free, incoming) = (&self.free[room], &self.incoming[room]);
        let more = one_more.map(|p| usize::from(self.frame.classes[p]));
        if more.is_none() && incoming.iter().all(|&n| n == 0) {
            return None;
        }
        (1..1 << CLASSES).rev().find_map(|set| {
            let subset = |mask: usize| mask & !set == 0;
            let mut need: u16 = (1..1 << CLASSES)
                .filter(|&mask| subset(mask))
                .map(|mask| incoming[mask])
                .sum();
            need += u16::from(more.is_some_and(subset));
            let have: u16 = (0..CLASSES)
                .filter(|class| set & 1 << class != 0)
                .map(|class| free[class])
                .sum();
            (need > have).then(|| (set, usize::from(need - have)))
        })
    }

    fn bed_in(&self, person: usize, classes: usize) -> bool {
        let bed = self.frame.house.people[person].bed;
        bed.is_some_and(|b| self.usable(b) && classes & 1 << self.frame.class[b] != 0)
    }

    fn send_away(&mut self, person: usize) -> Found {
        if self.movable(person) {
            self.leave(person);
            Found::Changed
        } else {
            Found::Dead
        }
    }

    /// Whether another adult of the person's party is in the room.
    pub fn own_adult_in(&self, person: usize, room: usize) -> bool {
        self.frame.adults[self.frame.party[person]]
            .iter()
            .any(|&a| a != person && self.room[a] == room)
    }

    /// Whether an adult of the person's party may yet come into the room.
    pub fn adult_may_come(&self, person: usize, room: usize) -> bool {
        self.frame.adults[self.frame.party[person]]
            .iter()
            .any(|&a| self.may_come(a, room))
    }

    /// Whether this person may yet come into the room.
    pub fn may_come(&self, person: usize, room: usize) -> bool {
        if !self.frame.enters[self.frame.at(person, room)] {
            return false;
        }
        match self.status[person] {
            Status::Waits => self.goal[person] == NONE || self.goal[person] == room,
            Status::Stays => self.room[person] != room && self.movable(person),
            Status::Placed => false,
        }
    }
}
