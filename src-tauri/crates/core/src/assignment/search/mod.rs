//! The exact search for the best plan.
//!
//! Plans are sought with no move, then with one, and so on; the first number of moves for which a plan
//! exists is the least, and only then do the other four numbers matter. In a plan with the least number
//! of moves every move is forced: take any of them back and something is broken. So it is enough to
//! follow what is broken: an arrival has no bed, takes one, somebody has to leave, and so on. Beds of
//! one class in a room are exchanged freely, so people choose rooms, and beds are dealt out at the end.

mod alike;
mod beds;
mod bound;
mod branch;
mod by_hand;
mod deal;
mod frame;
mod options;
mod settle;
mod state;

use super::house::{Arrangement, House, HouseError};
use super::measure::Cost;
use super::rules::{Rule, RuleSet};
use branch::Search;
use frame::Frame;

/// An allowed plan and its measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// For every person the bed.
    pub beds: Arrangement,
    /// The five numbers.
    pub cost: Cost,
}

/// Wishes and limits of one search.
#[derive(Clone)]
pub struct Limits<'a> {
    /// How many choices may be looked at in all; the same number gives the same answer on every machine.
    pub steps: u64,
    /// Asked now and then; `true` ends the search with what was found so far.
    pub stop: Option<&'a dyn Fn() -> bool>,
    /// No resident is moved, but for those put in beds by hand and those who lay there.
    pub forbid_moves: bool,
    /// The arrivals of each party share one room.
    pub one_room: bool,
    /// Rooms that arrivals do not go to.
    pub avoid: Vec<usize>,
    /// People put into beds by hand, as (person, bed). The beds are given, the rules still hold; whoever
    /// else lies in such a bed has to leave it.
    pub fixed: Vec<(usize, usize)>,
    /// Rules that are not asked. Without P2 any number of residents may move.
    pub relaxed: RuleSet,
    /// Whether there is a plan is all that is asked: one with the fewest moves is enough, whatever else it costs.
    /// It is never called the best.
    pub any: bool,
}

/// Enough for all houses up to 240 beds met so far, and some ten seconds at the very most.
pub const DEFAULT_STEPS: u64 = 5_000_000;

impl Default for Limits<'_> {
    fn default() -> Self {
        Self {
            steps: DEFAULT_STEPS,
            stop: None,
            forbid_moves: false,
            one_room: false,
            avoid: Vec::new(),
            fixed: Vec::new(),
            relaxed: RuleSet::NONE,
            any: false,
        }
    }
}

/// What a search has found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The best plan: none has a smaller cost.
    Optimal(Plan),
    /// Proven: there is no allowed plan.
    Impossible,
    /// The limit was reached: the best plan seen, if any; a better one may exist.
    BestSoFar(Option<Plan>),
    /// The house or the wishes make no sense.
    Malformed(HouseError),
}

impl Outcome {
    /// The plan, proven best or not.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Optimal(plan) | Self::BestSoFar(Some(plan)) => Some(plan),
            _ => None,
        }
    }

    /// The plan, by value.
    pub fn into_plan(self) -> Option<Plan> {
        match self {
            Self::Optimal(plan) | Self::BestSoFar(Some(plan)) => Some(plan),
            _ => None,
        }
    }
}

/// The best plan for all who have no bed, or the proof that none exists.
pub fn best(house: &House, limits: &Limits) -> Outcome {
    let mut steps = limits.steps;
    best_within(house, limits, &mut steps)
}

/// The same, taking what it uses from these steps instead of those of the limits.
pub(super) fn best_within(house: &House, limits: &Limits, steps: &mut u64) -> Outcome {
    if let Err(fault) = house.check().and_then(|()| check_fixed(house, limits)) {
        return Outcome::Malformed(fault);
    }
    let frame = Frame::new(house, limits);
    let Some(mut search) = Search::new(&frame, limits) else {
        return Outcome::Impossible;
    };
    let given = search.given_moves();
    let residents = house.people.len() - house.arrivals().count();
    let rule = match limits.relaxed.has(Rule::P2) {
        true => residents,
        false => usize::from(house.thresholds.max_moves).min(residents),
    };
    let most = if limits.forbid_moves {
        given.min(rule)
    } else {
        rule
    };
    if beds::too_few(&frame, most) {
        return Outcome::Impossible;
    }
    let mut proven = true;
    for moves in given..=most {
        // What one number of moves leaves undecided must not keep the next from being looked at.
        let share = if moves == most {
            *steps
        } else {
            steps.div_ceil(2)
        };
        let ended = search.run(moves, share);
        *steps -= share - search.steps_left();
        if let Some(plan) = search.take_plan() {
            return if ended && proven {
                Outcome::Optimal(plan)
            } else {
                Outcome::BestSoFar(Some(plan))
            };
        }
        proven &= ended;
        if search.stopped() || *steps == 0 {
            return Outcome::BestSoFar(None);
        }
    }
    if proven {
        Outcome::Impossible
    } else {
        Outcome::BestSoFar(None)
    }
}

fn check_fixed(house: &House, limits: &Limits) -> Result<(), HouseError> {
    for (i, &(person, bed)) in limits.fixed.iter().enumerate() {
        if person >= house.people.len() {
            return Err(HouseError::UnknownPerson);
        }
        if bed >= house.beds.len() {
            return Err(HouseError::UnknownBed { person });
        }
        if let Some(&(first, _)) = limits.fixed[..i]
            .iter()
            .find(|&&(p, b)| p == person || b == bed)
        {
            return Err(HouseError::SharedBed {
                first,
                second: person,
            });
        }
    }
    match limits.avoid.iter().find(|&&room| room >= house.rooms.len()) {
        Some(&room) => Err(HouseError::NoSuchRoom { room }),
        None => Ok(()),
    }
}
