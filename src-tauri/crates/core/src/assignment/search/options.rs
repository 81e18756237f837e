//! Where a waiting person can go as things stand, what that adds to the measure, and how many
//! residents would have to leave for it at the least.

use super::frame::{HARD, MINDER, MINOR, NONE, Way};
use super::state::{State, Status};

/// One room for one waiting person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Residents who would have to leave, at the least.
    pub leave: usize,
    /// One room more for the party (c2).
    pub spread: usize,
    /// Pairs with those in the room now (c3).
    pub pairs: usize,
    /// Opens a room (c4).
    pub opened: usize,
    /// Does not suit (c5).
    pub unsuited: usize,
    pub room: usize,
}

impl State<'_> {
    /// Every room that the waiting person can still go to. Rooms left out are out of the question
    /// whatever is decided later; rooms listed may still turn out so.
    pub fn choices(&self, person: usize) -> Vec<Choice> {
        let adult_waits = self.frame.adults[self.frame.party[person]]
            .iter()
            .any(|&a| a != person && self.status[a] == Status::Waits);
        let only = match (self.goal[person], self.replaced(person)) {
            (NONE, false) => None,
            (NONE, true) => Some(self.frame.origin[person]),
            (room, _) => Some(room),
        };
        let mut found = Vec::with_capacity(16);
        if only.is_none() {
            let ways = self.frame.ways[person]
                .iter()
                .take_while(|way| usize::from(way.leave) <= self.left());
            let as_before = ways.filter(|way| self.as_before(way.room));
            found.extend(
                as_before.filter_map(|way| self.choice_as_before(person, way, adult_waits)),
            );
        }
        let rooms = only.as_slice().iter().chain(if only.is_none() {
            &self.changed[..]
        } else {
            &[]
        });
        found.extend(rooms.filter_map(|&room| self.choice_anew(person, room, adult_waits)));
        found
    }

    fn choice_as_before(&self, person: usize, way: &Way, adult_waits: bool) -> Option<Choice> {
        let at = self.frame.at(person, way.room);
        let own_adult = adult_waits || self.own_adult_in(person, way.room);
        let soft = self.frame.soft[at] && !self.softened(person, way.room, own_adult);
        let hard = usize::from(self.frame.clash[at]);
        self.choice(
            person,
            way.room,
            own_adult,
            (hard, soft, way.crowded),
            usize::from(self.frame.pairs_before[at]),
        )
    }

    fn choice_anew(&self, person: usize, room: usize, adult_waits: bool) -> Option<Choice> {
        let at = self.frame.at(person, room);
        if !self.frame.enters[at] || self.barred[at] > 0 || self.pointless(person, room) {
            return None;
        }
        let own_adult = adult_waits || self.own_adult_in(person, room);
        let (hard, soft) = self.clashes(person, room, own_adult)?;
        let crowded = hard == 0 && !soft && self.missing_beds(room, Some(person)).is_some();
        self.choice(
            person,
            room,
            own_adult,
            (hard, soft, crowded),
            self.pairs_with(person, room),
        )
    }

    fn choice(
        &self,
        person: usize,
        room: usize,
        own_adult: bool,
        (hard, soft, crowded): (usize, bool, bool),
        pairs: usize,
    ) -> Option<Choice> {
        let frame = self.frame;
        let mut leave = hard + usize::from(soft || crowded);
        if frame.child[person] && !own_adult {
            // The adult who has to come moves too, and may be all that is needed for R2 as well.
            if !self.adult_may_come(person, room) {
                return None;
            }
            leave = leave.max(hard + usize::from(crowded) + 1);
        }
        if leave > self.left() {
            return None;
        }
        if frame.one_room && self.splits_arrivals(person, room) {
            return None;
        }
        let party = frame.party[person];
        Some(Choice {
            leave,
            spread: usize::from(self.rooms_of(party) > 0 && self.in_room(party, room) == 0),
            pairs,
            opened: usize::from(frame.empty_before[room] && self.members[room].is_empty()),
            unsuited: usize::from(frame.unsuited[frame.at(person, room)]),
            room,
        })
    }

    /// Whether an adult who waits may yet settle the R2 questions of a room nobody has touched.
    fn softened(&self, person: usize, room: usize, own_adult: bool) -> bool {
        own_adult
            || self.members[room].iter().any(|&q| {
                self.frame.conflict(person, q) & MINDER != 0
                    && self.frame.adults[self.frame.party[q]]
                        .iter()
                        .any(|&a| self.status[a] == Status::Waits)
            })
    }

    /// Residents of a touched room who would have to leave, and whether one more has to leave or an
    /// adult to come; `None` when somebody cannot.
    fn clashes(&self, person: usize, room: usize, own_adult: bool) -> Option<(usize, bool)> {
        let mut hard = 0;
        let mut soft = false;
        for &q in self.members[room].iter().filter(|&&q| q != person) {
            let flags = self.frame.conflict(person, q);
            if flags & HARD != 0 {
                if !self.movable(q) {
                    return None;
                }
                hard += 1;
            } else if flags & MINOR != 0 && !own_adult {
                if !self.movable(q) && !self.adult_may_come(person, room) {
                    return None;
                }
                soft = true;
            } else if flags & MINDER != 0 && !self.own_adult_in(q, room) {
                let party = self.frame.party[q];
                if self.frame.adults[party]
                    .iter()
                    .any(|&a| self.status[a] == Status::Waits)
                {
                    continue;
                }
                if !self.movable(q) && !self.adult_may_come(q, room) {
                    return None;
                }
                soft = true;
            }
        }
        Some((hard, soft))
    }

    /// Whether somebody just like this person came into the room that this one had to leave: unless
    /// this one only changes beds there, a plan at least as good keeps this one in the old bed.
    fn replaced(&self, person: usize) -> bool {
        let home = self.frame.origin[person];
        home != NONE
            && self.placed.iter().any(|&q| {
                self.frame.kind[q] == self.frame.kind[person]
                    && self.room[q] == home
                    && self.frame.origin[q] != home
            })
    }

    /// The same seen from the one who comes: somebody just like this person left the room for good.
    fn pointless(&self, person: usize, room: usize) -> bool {
        let frame = self.frame;
        if frame.origin[person] == room {
            return self.only_own_class(person, room);
        }
        self.placed.iter().any(|&q| {
            frame.kind[q] == frame.kind[person] && frame.origin[q] == room && self.room[q] != room
        })
    }

    /// Whether all the person could find in the old room is a bed of the class just left.
    fn only_own_class(&self, person: usize, room: usize) -> bool {
        let frame = self.frame;
        let Some(own) = frame.house.people[person].bed else {
            return false;
        };
        !frame.reserved[own]
            && frame.beds_of[room].iter().all(|&b| {
                !self.usable(b)
                    || frame.class[b] == frame.class[own]
                    || frame.classes[person] & 1 << frame.class[b] == 0
            })
    }

    fn splits_arrivals(&self, person: usize, room: usize) -> bool {
        self.frame.is_arrival(person)
            && self.placed.iter().any(|&q| {
                self.frame.is_arrival(q)
                    && self.frame.party[q] == self.frame.party[person]
                    && self.room[q] != room
            })
    }
}
