//! What cuts a branch off early: not enough beds for those who wait, or no hope of a better plan.

use super::options::Choice;
use super::state::State;

/// Moves and the numbers c2 to c5 of the best plan so far.
pub type Best = (usize, [usize; 4]);

impl State<'_> {
    /// Whether more people wait than can ever find a bed, or than find one without so many residents
    /// leaving that there are too many moves.
    pub fn short_of_beds(&self, choices: &[(usize, Vec<Choice>)]) -> bool {
        let easy =
            |options: &[Choice]| options.iter().filter(|o| o.leave == 0).count() >= choices.len();
        if choices.len() < 2 || choices.iter().all(|(_, options)| easy(options)) {
            return false;
        }
        let room_left: Vec<usize> = (0..self.frame.rooms)
            .map(|r| {
                let free: u16 = self.free[r].iter().sum();
                let taken: u16 = self.incoming[r].iter().sum();
                usize::from(free.saturating_sub(taken))
            })
            .collect();
        if room_left.iter().sum::<usize>() < choices.len() {
            return true;
        }
        let mut guests: Vec<Vec<usize>> = vec![Vec::new(); self.frame.rooms];
        let mut unmatched = 0;
        for i in 0..choices.len() {
            let mut seen = vec![false; self.frame.rooms];
            if !find_room(i, choices, &room_left, &mut guests, &mut seen) {
                unmatched += 1;
                if unmatched > self.left() {
                    return true;
                }
            }
        }
        false
    }

    /// Whether nothing that follows can be better than the best plan so far.
    pub fn hopeless(&self, best: Option<Best>, choices: &[(usize, Vec<Choice>)]) -> bool {
        let Some((moved, best)) = best else {
            return false;
        };
        if self.moved != moved {
            return self.moved > moved;
        }
        if self.left() > 0 {
            return self.spread.saturating_sub(self.left()) > best[0];
        }
        let spread = self.spread + self.least_spread(choices);
        if spread > best[0] {
            return true;
        }
        let slack = best[0] - spread;
        let (mut pairs, mut unsuited) = (self.pairs, self.unsuited);
        for (person, options) in choices {
            let most = self.least_spread_of(self.frame.party[*person], choices) + slack;
            let within = |o: &&Choice| o.spread <= most;
            pairs += options
                .iter()
                .filter(within)
                .map(|o| o.pairs)
                .min()
                .unwrap_or(0);
            unsuited += options
                .iter()
                .filter(within)
                .map(|o| o.unsuited)
                .min()
                .unwrap_or(0);
        }
        [spread, pairs, self.opened, unsuited] >= best
    }

    /// Rooms that parties with somebody waiting must be spread over in addition, at the least.
    fn least_spread(&self, choices: &[(usize, Vec<Choice>)]) -> usize {
        let party = |i: usize| self.frame.party[choices[i].0];
        (0..choices.len())
            .filter(|&i| (0..i).all(|j| party(j) != party(i)))
            .map(|i| self.least_spread_of(party(i), choices))
            .sum()
    }

    fn least_spread_of(&self, party: usize, choices: &[(usize, Vec<Choice>)]) -> usize {
        let waiting = choices
            .iter()
            .filter(|(p, _)| self.frame.party[*p] == party);
        waiting
            .map(|(_, options)| options.iter().map(|o| o.spread).min().unwrap_or(0))
            .max()
            .unwrap_or(0)
    }
}

fn find_room(
    i: usize,
    choices: &[(usize, Vec<Choice>)],
    room_left: &[usize],
    guests: &mut [Vec<usize>],
    seen: &mut [bool],
) -> bool {
    for choice in &choices[i].1 {
        let room = choice.room;
        if seen[room] || room_left[room] == 0 {
            continue;
        }
        seen[room] = true;
        if guests[room].len() < room_left[room] {
            guests[room].push(i);
            return true;
        }
        for slot in 0..guests[room].len() {
            if find_room(guests[room][slot], choices, room_left, guests, seen) {
                guests[room][slot] = i;
                return true;
            }
        }
    }
    false
}
