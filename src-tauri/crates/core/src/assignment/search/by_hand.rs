//! Puts into their beds those whom somebody has put there by hand, before the search begins.

use super::Limits;
use super::state::State;
use crate::assignment::rules::{self, Rule};

/// `None` when one of them cannot be there.
pub fn put_by_hand(state: &mut State, limits: &Limits) -> Option<()> {
    let frame = state.frame;
    let house = frame.house;
    state.allowed = usize::MAX;
    for &(person, bed) in &limits.fixed {
        let who = &house.people[person];
        if who.bed == Some(bed) {
            state.freeze(person);
            continue;
        }
        let room = house.beds[bed].room;
        let kind = rules::bed_refuses(house, person, house.beds[bed].kind);
        let steps = rules::room_refuses(house, person, room) && !limits.relaxed.has(Rule::B4);
        if frame.closed[bed]
            || frame.pinned[person]
            || steps
            || kind.is_some_and(|rule| !limits.relaxed.has(rule))
        {
            return None;
        }
        if !who.is_arrival() && state.stays(person) {
            state.leave(person);
        }
        let occupant = house.people.iter().position(|p| p.bed == Some(bed));
        if let Some(occupant) = occupant.filter(|&p| state.stays(p)) {
            if frame.pinned[occupant] {
                return None;
            }
            state.leave(occupant);
        }
        state.place(person, room);
    }
    Some(())
}
