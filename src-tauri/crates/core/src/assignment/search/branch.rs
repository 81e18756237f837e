//! Depth first through all that is open, with what cannot become better cut off.

use super::bound::Best;
use super::by_hand::put_by_hand;
use super::frame::Frame;
use super::options::Choice;
use super::settle::Open;
use super::state::{State, Status};
use super::{Limits, Plan};
use crate::assignment::measure::measure;

/// How many steps between two looks at the caller's wish to stop.
const STOP_EVERY: u64 = 256;

/// One search in one frame; it can be run for one number of moves after the other.
pub struct Search<'f> {
    state: State<'f>,
    limits: &'f Limits<'f>,
    best: Option<Best>,
    plan: Option<Plan>,
    /// By party: how often it turned out that one of them can go nowhere.
    trouble: Vec<u64>,
    steps: u64,
    stopped: bool,
}

/// Whether the search goes on.
type Goes = std::ops::ControlFlow<()>;

const ON: Goes = Goes::Continue(());

impl<'f> Search<'f> {
    /// `None` when those put in beds by hand cannot be there.
    pub fn new(frame: &'f Frame<'f>, limits: &'f Limits<'f>) -> Option<Self> {
        let mut state = State::new(frame);
        put_by_hand(&mut state, limits)?;
        for &room in &limits.avoid {
            for arrival in frame.house.arrivals() {
                state.bar(arrival, room);
            }
        }
        Some(Self {
            state,
            limits,
            best: None,
            plan: None,
            trouble: vec![1; frame.facts.len()],
            steps: 0,
            stopped: false,
        })
    }

    /// Residents moved by those put in beds by hand.
    pub fn given_moves(&self) -> usize {
        self.state.moved
    }

    /// What is left of the steps of the last run.
    pub fn steps_left(&self) -> u64 {
        self.steps
    }

    pub fn take_plan(&mut self) -> Option<Plan> {
        self.plan.take()
    }

    /// Whether the caller wished to stop.
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Looks at all plans with so many moves; `false` when it ended early.
    pub fn run(&mut self, moves: usize, steps: u64) -> bool {
        self.state.allowed = moves;
        self.steps = steps;
        let mark = self.state.mark();
        let goes = self.descend();
        self.state.undo(mark);
        goes.is_continue()
    }

    fn count_step(&mut self) -> Goes {
        if self.steps == 0 {
            return Goes::Break(());
        }
        self.steps -= 1;
        if self.steps.is_multiple_of(STOP_EVERY) && self.limits.stop.is_some_and(|stop| stop()) {
            self.stopped = true;
            return Goes::Break(());
        }
        ON
    }

    fn descend(&mut self) -> Goes {
        self.count_step()?;
        let Some(open) = self.state.settle() else {
            if let Some(&last) = self.state.placed.last() {
                self.trouble[self.state.frame.party[last]] += 1;
            }
            return ON;
        };
        let Some(mut choices) = self.all_choices() else {
            return ON;
        };
        if self.state.short_of_beds(&choices) || self.state.hopeless(self.best, &choices) {
            return ON;
        }
        if let Some(i) = choices.iter().position(|(_, options)| options.len() == 1) {
            let (person, options) = choices.swap_remove(i);
            return self.try_rooms(person, options);
        }
        if let Some(open) = self.pressing(open) {
            return self.mend(open);
        }
        match self.pick(&choices) {
            Some(i) => {
                let (person, options) = choices.swap_remove(i);
                self.try_rooms(person, options)
            }
            None => self.keep(),
        }
    }

    /// The rooms of everybody who waits; `None` when somebody has none. Arrivals who are alike share
    /// theirs. Those sent away last come first, as they are the likeliest to have none.
    fn all_choices(&mut self) -> Option<Vec<(usize, Vec<Choice>)>> {
        let frame = self.state.frame;
        let mut choices: Vec<(usize, Vec<Choice>)> = Vec::with_capacity(self.state.waiting.len());
        for &person in self.state.waiting.iter().rev() {
            let alike = |&&(q, _): &&(usize, _)| {
                frame.kind[q] == frame.kind[person]
                    && frame.is_arrival(q)
                    && frame.is_arrival(person)
            };
            let options = match choices.iter().find(alike) {
                Some((_, options)) => options.clone(),
                None => self.state.choices(person),
            };
            if options.is_empty() {
                self.trouble[frame.party[person]] += 1;
                return None;
            }
            choices.push((person, options));
        }
        Some(choices)
    }

    /// Something broken that no waiting adult can mend.
    fn pressing(&self, open: Vec<Open>) -> Option<Open> {
        let awaited = |minor: usize, room: usize| {
            let party = self.state.frame.party[minor];
            self.state.frame.adults[party]
                .iter()
                .any(|&a| self.state.status[a] == Status::Waits && self.state.may_come(a, room))
        };
        open.into_iter().find(|open| match open {
            Open::Beds(_) => true,
            Open::Minor { minor: m, room, .. } | Open::Child { child: m, room } => {
                !awaited(*m, *room)
            }
        })
    }

    /// The waiting person to decide next: first those who cannot come without somebody leaving, as the
    /// moves are what runs out; adults before the minors who depend on them; then few rooms, and
    /// parties that made trouble before.
    fn pick(&self, choices: &[(usize, Vec<Choice>)]) -> Option<usize> {
        let frame = self.state.frame;
        let adult_waits = |p: usize| {
            !frame.is_adult(p)
                && frame.adults[frame.party[p]]
                    .iter()
                    .any(|&a| self.state.status[a] == Status::Waits)
        };
        (0..choices.len()).min_by_key(|&i| {
            let (person, options) = &choices[i];
            let easy = options.iter().any(|o| o.leave == 0);
            let rank = options.len() as u64 * 1_000_000 / self.trouble[frame.party[*person]];
            (adult_waits(*person), easy, rank, *person)
        })
    }

    fn try_rooms(&mut self, person: usize, mut options: Vec<Choice>) -> Goes {
        options.sort_unstable();
        let frame = self.state.frame;
        let mut mirrors: Vec<usize> = Vec::new();
        options.retain(|choice| {
            if !self.state.as_before(choice.room) {
                return true;
            }
            let mirror = frame.mirror[choice.room];
            let first = !mirrors.contains(&mirror);
            mirrors.push(mirror);
            first
        });
        let base = self.state.mark();
        for choice in options {
            let mark = self.state.mark();
            self.state.place(person, choice.room);
            let goes = self.descend();
            self.state.undo(mark);
            goes?;
            self.bar_alike(person, choice.room);
        }
        self.state.undo(base);
        ON
    }

    /// Arrivals just like this one need not try the room again while this one goes elsewhere.
    fn bar_alike(&mut self, person: usize, room: usize) {
        let frame = self.state.frame;
        if !frame.is_arrival(person) {
            return;
        }
        for i in 0..self.state.waiting.len() {
            let other = self.state.waiting[i];
            if other != person && frame.is_arrival(other) && frame.kind[other] == frame.kind[person]
            {
                self.state.bar(other, room);
            }
        }
    }

    fn mend(&mut self, open: Open) -> Goes {
        let base = self.state.mark();
        match open {
            Open::Beds(candidates) => self.mend_beds(&candidates)?,
            Open::Minor { minor, other, room } => {
                self.try_leaving(other)?;
                self.try_leaving(minor)?;
                self.try_adults(minor, room)?;
            }
            Open::Child { child, room } => {
                self.try_leaving(child)?;
                self.try_adults(child, room)?;
            }
        }
        self.state.undo(base);
        ON
    }

    fn mend_beds(&mut self, candidates: &[usize]) -> Goes {
        let frame = self.state.frame;
        let alike = |p: usize| {
            (
                frame.kind[p],
                frame.house.people[p].bed.map(|b| frame.class[b]),
            )
        };
        for (i, &person) in candidates.iter().enumerate() {
            if candidates[..i].iter().all(|&q| alike(q) != alike(person)) {
                self.try_leaving(person)?;
                for &other in candidates.iter().filter(|&&q| alike(q) == alike(person)) {
                    self.state.freeze(other);
                }
            }
        }
        ON
    }

    /// Goes on with the resident leaving, and leaves behind that the resident stays.
    fn try_leaving(&mut self, person: usize) -> Goes {
        if self.state.movable(person) {
            let mark = self.state.mark();
            self.state.leave(person);
            let goes = self.descend();
            self.state.undo(mark);
            goes?;
            self.state.freeze(person);
        }
        ON
    }

    fn try_adults(&mut self, minor: usize, room: usize) -> Goes {
        let frame = self.state.frame;
        for &adult in &frame.adults[frame.party[minor]] {
            if self.state.stays(adult) && self.state.may_come(adult, room) {
                let mark = self.state.mark();
                self.state.leave(adult);
                self.state.aim(adult, room);
                let goes = self.descend();
                self.state.undo(mark);
                goes?;
            }
        }
        ON
    }

    fn keep(&mut self) -> Goes {
        let state = &self.state;
        let found = (
            state.moved,
            [state.spread, state.pairs, state.opened, state.unsuited],
        );
        if self.best.is_none_or(|best| found < best)
            && let Some(beds) = state.deal()
        {
            self.best = Some(found);
            self.plan = Some(Plan {
                cost: measure(state.frame.house, &beds),
                beds,
            });
            if self.limits.any {
                return Goes::Break(());
            }
        }
        ON
    }
}
