//! A better arrangement of everybody who is here, and what it would gain. It is proposed, never done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plans::{Asked, PlannedMove};
use crate::assignment::{Order, tidy};
use crate::centre::Centre;
use crate::placement::Scene;
use crate::time::Instant;

/// How many choices may be looked at: a second at the most.
const STEPS: u64 = 300_000;
/// More moves than this are no tidying up.
const MOST_MOVES: usize = 4;

/// What tidying up could gain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TidyUp {
    /// As it is.
    pub now: Neatness,
    /// Better arrangements, each better than the one before and with more moves.
    pub ways: Vec<TidyWay>,
    /// Whether it is proven that none is better with as many moves.
    pub proven: bool,
    /// How many moves were looked at, at the most.
    pub most: usize,
}

/// How well everybody sleeps, in the order in which it counts; 0 is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Neatness {
    /// Rules that are broken.
    pub broken: u32,
    /// Rooms that parties are spread over, less one each.
    pub spread: u32,
    /// Pairs of unrelated people in one room, at least one of a party with a minor.
    pub strangers: u32,
    /// People in rooms not meant for them.
    pub unsuited: u32,
}

/// A better arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TidyWay {
    /// Who would move.
    pub moves: Vec<PlannedMove>,
    /// What it would be like then.
    pub then: Neatness,
}

impl From<Order> for Neatness {
    fn from(Order([broken, spread, strangers, unsuited]): Order) -> Self {
        Self {
            broken,
            spread,
            strangers,
            unsuited,
        }
    }
}

/// What tidying up could gain at an instant. Those who are away keep their beds.
#[must_use]
pub fn tidy_up(centre: &Centre, at: Instant) -> TidyUp {
    let scene = Scene::of(centre, at);
    let mut asked = Asked::new(&scene, &[]);
    for (who, person) in asked.house.people.iter_mut().zip(&asked.people) {
        who.pinned |= scene.is_away(*person);
    }
    let most = MOST_MOVES.min(usize::from(asked.house.thresholds.max_moves));
    let found = tidy(&asked.house, most, STEPS);
    let ways = found.steps.iter().map(|one| {
        let moved = asked.house.people.iter().zip(&one.beds).enumerate();
        let moves = moved.filter_map(|(person, (who, bed))| {
            let (from, to) = (who.bed?, (*bed)?);
            (from != to).then(|| asked.planned(person, from, to))?
        });
        TidyWay {
            moves: moves.collect(),
            then: one.order.into(),
        }
    });
    TidyUp {
        now: found.now.into(),
        ways: ways.collect(),
        proven: found.proven,
        most,
    }
}
