//! The state of a search: who stays, who is without a room, who has a new room; with the measure kept
//! up to date and every step taken back in reverse order.

use super::frame::{CLASSES, Frame, NONE};

/// What is settled about a person so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A resident in the old bed.
    Stays,
    /// Must get another bed: an arrival, or a resident who has to leave.
    Waits,
    /// Has a new room.
    Placed,
}

enum Step {
    Leave(usize),
    Place(usize, usize),
    Freeze(usize),
    Goal(usize),
    Bar(usize, usize),
}

/// The mutable part of a search.
pub struct State<'f> {
    pub frame: &'f Frame<'f>,
    pub status: Vec<Status>,
    /// Residents of whom this branch has settled that they stay.
    pub frozen: Vec<bool>,
    /// The one room that a waiting person goes to, or NONE.
    pub goal: Vec<usize>,
    /// The present room, or NONE.
    pub room: Vec<usize>,
    pub members: Vec<Vec<usize>>,
    /// Open beds by room and class that nobody who stays lies in.
    pub free: Vec<[u16; CLASSES]>,
    /// Newcomers by room and by the set of classes they may use.
    pub incoming: Vec<[u16; 1 << CLASSES]>,
    pub waiting: Vec<usize>,
    pub placed: Vec<usize>,
    /// Residents who do not stay.
    pub moved: usize,
    /// May not exceed.
    pub allowed: usize,
    /// How often a room was changed, and so is no longer as it was before.
    touched: Vec<u16>,
    /// The rooms of which that number is not zero.
    pub changed: Vec<usize>,
    /// By person and room: a mirror image of that choice was searched already.
    pub barred: Vec<u16>,
    pub spread: usize,
    pub pairs: usize,
    pub opened: usize,
    pub unsuited: usize,
    in_room: Vec<u16>,
    rooms_of: Vec<usize>,
    steps: Vec<Step>,
}

impl<'f> State<'f> {
    pub fn new(frame: &'f Frame<'f>) -> Self {
        let mut state = Self {
            frame,
            status: vec![Status::Stays; frame.people],
            frozen: vec![false; frame.people],
            goal: vec![NONE; frame.people],
            room: vec![NONE; frame.people],
            members: vec![Vec::new(); frame.rooms],
            free: vec![[0; CLASSES]; frame.rooms],
            incoming: vec![[0; 1 << CLASSES]; frame.rooms],
            waiting: Vec::new(),
            placed: Vec::new(),
            moved: 0,
            allowed: 0,
            touched: vec![0; frame.rooms],
            changed: Vec::new(),
            barred: vec![0; frame.people * frame.rooms],
            spread: 0,
            pairs: 0,
            opened: 0,
            unsuited: 0,
            in_room: vec![0; frame.facts.len() * frame.rooms],
            rooms_of: vec![0; frame.facts.len()],
            steps: Vec::new(),
        };
        for (bed, spec) in frame.house.beds.iter().enumerate() {
            if state.usable(bed) {
                state.free[spec.room][frame.class[bed]] += 1;
            }
        }
        for (person, who) in frame.house.people.iter().enumerate() {
            if let Some(bed) = who.bed {
                let room = frame.origin[person];
                if state.usable(bed) {
                    state.free[room][frame.class[bed]] -= 1;
                }
                state.enter(person, room);
            } else {
                state.status[person] = Status::Waits;
                state.waiting.push(person);
            }
        }
        state
    }

    /// Open to newcomers of the search, once whoever lies there has left.
    pub fn usable(&self, bed: usize) -> bool {
        !self.frame.closed[bed] && !self.frame.reserved[bed]
    }

    pub fn stays(&self, person: usize) -> bool {
        self.status[person] == Status::Stays
    }

    /// Whether a resident who stays so far may still be sent away.
    pub fn movable(&self, person: usize) -> bool {
        self.stays(person)
            && !self.frozen[person]
            && !self.frame.pinned[person]
            && self.moved < self.allowed
    }

    /// How many more residents may leave their beds.
    pub fn left(&self) -> usize {
        self.allowed.saturating_sub(self.moved)
    }

    /// Whether the room is as it was before anybody came or went.
    pub fn as_before(&self, room: usize) -> bool {
        self.touched[room] == 0
    }

    pub fn in_room(&self, party: usize, room: usize) -> usize {
        usize::from(self.in_room[party * self.frame.rooms + room])
    }

    /// In how many rooms a party is at present.
    pub fn rooms_of(&self, party: usize) -> usize {
        self.rooms_of[party]
    }

    /// Unrelated pairs (c3) that the person makes with those in the room.
    pub fn pairs_with(&self, person: usize, room: usize) -> usize {
        let row = person * self.frame.people;
        self.members[room]
            .iter()
            .map(|&q| usize::from(self.frame.pair[row + q]))
            .sum()
    }

    pub fn mark(&self) -> usize {
        self.steps.len()
    }

    /// A resident has to leave the bed.
    pub fn leave(&mut self, person: usize) {
        let room = self.room[person];
        self.exit(person, room);
        self.status[person] = Status::Waits;
        self.waiting.push(person);
        self.moved += 1;
        self.touch(room);
        self.vacate(person, room, true);
        self.steps.push(Step::Leave(person));
    }

    /// A waiting person gets a room.
    pub fn place(&mut self, person: usize, room: usize) {
        self.waiting.retain(|&p| p != person);
        self.placed.push(person);
        self.status[person] = Status::Placed;
        self.enter(person, room);
        self.touch(room);
        if self.frame.fixed[person] == NONE {
            self.incoming[room][usize::from(self.frame.classes[person])] += 1;
        }
        self.opened += usize::from(self.frame.empty_before[room] && self.members[room].len() == 1);
        self.unsuited += usize::from(self.frame.unsuited[self.frame.at(person, room)]);
        self.steps.push(Step::Place(person, room));
    }

    /// This branch has settled that the resident stays.
    pub fn freeze(&mut self, person: usize) {
        if !self.frozen[person] {
            self.frozen[person] = true;
            self.touch(self.room[person]);
            self.steps.push(Step::Freeze(person));
        }
    }

    /// The waiting person goes to this room and to no other.
    pub fn aim(&mut self, person: usize, room: usize) {
        self.goal[person] = room;
        self.touch(room);
        self.steps.push(Step::Goal(person));
    }

    /// The waiting person does not go to this room.
    pub fn bar(&mut self, person: usize, room: usize) {
        let at = self.frame.at(person, room);
        self.barred[at] += 1;
        self.touch(room);
        self.steps.push(Step::Bar(person, room));
    }

    /// Takes back everything since the mark.
    pub fn undo(&mut self, mark: usize) {
        while self.steps.len() > mark {
            match self.steps.pop() {
                Some(Step::Leave(person)) => {
                    let room = self.frame.origin[person];
                    self.waiting.retain(|&p| p != person);
                    self.vacate(person, room, false);
                    self.untouch(room);
                    self.moved -= 1;
                    self.status[person] = Status::Stays;
                    self.enter(person, room);
                }
                Some(Step::Place(person, room)) => {
                    self.unsuited -= usize::from(self.frame.unsuited[self.frame.at(person, room)]);
                    self.opened -=
                        usize::from(self.frame.empty_before[room] && self.members[room].len() == 1);
                    if self.frame.fixed[person] == NONE {
                        self.incoming[room][usize::from(self.frame.classes[person])] -= 1;
                    }
                    self.untouch(room);
                    self.exit(person, room);
                    self.status[person] = Status::Waits;
                    self.placed.retain(|&p| p != person);
                    self.waiting.push(person);
                }
                Some(Step::Freeze(person)) => {
                    self.untouch(self.room[person]);
                    self.frozen[person] = false;
                }
                Some(Step::Goal(person)) => {
                    self.untouch(self.goal[person]);
                    self.goal[person] = NONE;
                }
                Some(Step::Bar(person, room)) => {
                    let at = self.frame.at(person, room);
                    self.barred[at] -= 1;
                    self.untouch(room);
                }
                None => break,
            }
        }
    }

    fn touch(&mut self, room: usize) {
        self.touched[room] += 1;
        if self.touched[room] == 1 {
            self.changed.push(room);
        }
    }

    /// Steps are taken back in reverse order, so the room to strike out is the last one.
    fn untouch(&mut self, room: usize) {
        self.touched[room] -= 1;
        if self.touched[room] == 0 {
            self.changed.pop();
        }
    }

    fn vacate(&mut self, person: usize, room: usize, leaves: bool) {
        if let Some(bed) = self.frame.house.people[person]
            .bed
            .filter(|&b| self.usable(b))
        {
            let free = &mut self.free[room][self.frame.class[bed]];
            if leaves { *free += 1 } else { *free -= 1 }
        }
    }

    fn enter(&mut self, person: usize, room: usize) {
        self.pairs += self.pairs_with(person, room);
        self.members[room].push(person);
        self.room[person] = room;
        let party = self.frame.party[person];
        let count = &mut self.in_room[party * self.frame.rooms + room];
        *count += 1;
        if *count == 1 {
            self.rooms_of[party] += 1;
            self.spread += usize::from(self.rooms_of[party] > 1);
        }
    }

    fn exit(&mut self, person: usize, room: usize) {
        self.members[room].retain(|&p| p != person);
        self.pairs -= self.pairs_with(person, room);
        self.room[person] = NONE;
        let party = self.frame.party[person];
        let count = &mut self.in_room[party * self.frame.rooms + room];
        *count -= 1;
        if *count == 0 {
            self.spread -= usize::from(self.rooms_of[party] > 1);
            self.rooms_of[party] -= 1;
        }
    }
}
