//! The best plan of a small house, by looking at every arrangement there is.

use super::naive;
use vatra_core::assignment::House;

/// Whether a plan is as wished.
pub type Test<'a> = dyn Fn(&[Option<usize>]) -> bool + 'a;

/// What else a plan must be, beside allowed.
#[derive(Default)]
pub struct Wishes<'a> {
    pub also: Option<&'a Test<'a>>,
    /// Rules left out, by name.
    pub relaxed: &'a [&'static str],
}

/// The five numbers of the best allowed plan, or none.
pub fn optimum(h: &House) -> Option<[u32; 5]> {
    optimum_with(h, &Wishes::default())
}

pub fn optimum_with(h: &House, wishes: &Wishes) -> Option<[u32; 5]> {
    let before: Vec<Option<usize>> = h.people.iter().map(|p| p.bed).collect();
    let mut search = Brute {
        h,
        wishes,
        stood: naive::broken(h, &before),
        best: None,
    };
    search.go(&mut vec![None; h.people.len()], 0, 0);
    search.best
}

/// The best plan by another reading of what is allowed and what it costs.
pub fn optimum_by(
    h: &House,
    allowed: &Test,
    numbers: &dyn Fn(&[Option<usize>]) -> [u32; 5],
) -> Option<[u32; 5]> {
    fn go(
        h: &House,
        plan: &mut Vec<Option<usize>>,
        moved: u8,
        allowed: &Test,
        numbers: &dyn Fn(&[Option<usize>]) -> [u32; 5],
        best: &mut Option<[u32; 5]>,
    ) {
        if best.is_some_and(|b| u32::from(moved) > b[0]) {
            return;
        }
        if plan.len() == h.people.len() {
            let cost = numbers(plan);
            if best.is_none_or(|b| cost < b) && allowed(plan) {
                *best = Some(cost);
            }
            return;
        }
        let who = &h.people[plan.len()];
        for bed in 0..h.beds.len() {
            let stays = who.bed == Some(bed);
            let moves = who.bed.is_some() && !stays;
            let may = stays || !h.beds[bed].closed && !(who.pinned && moves);
            let moved = moved + u8::from(moves);
            if may && moved <= h.thresholds.max_moves && !plan.contains(&Some(bed)) {
                plan.push(Some(bed));
                go(h, plan, moved, allowed, numbers, best);
                plan.pop();
            }
        }
    }
    let mut best = None;
    go(h, &mut Vec::new(), 0, allowed, numbers, &mut best);
    best
}

struct Brute<'a> {
    h: &'a House,
    wishes: &'a Wishes<'a>,
    stood: Vec<(&'static str, usize, usize)>,
    best: Option<[u32; 5]>,
}

impl Brute<'_> {
    fn off(&self, rule: &str) -> bool {
        self.wishes.relaxed.contains(&rule)
    }

    fn go(&mut self, plan: &mut Vec<Option<usize>>, i: usize, moved: u32) {
        let h = self.h;
        let too_many = moved > u32::from(h.thresholds.max_moves) && !self.off("P2");
        if too_many || self.best.is_some_and(|b| moved > b[0]) {
            return;
        }
        if i == h.people.len() {
            let c = naive::numbers(h, plan);
            if self.best.is_none_or(|b| c < b) && self.allowed(plan) {
                self.best = Some(c);
            }
            return;
        }
        let own = h.people[i].bed;
        for b in own
            .into_iter()
            .chain((0..h.beds.len()).filter(|&b| Some(b) != own))
        {
            let stays = own == Some(b);
            let closed = h.beds[b].closed && !stays && !self.off("B1");
            let pinned = h.people[i].pinned && own.is_some() && !stays && !self.off("P1");
            if plan[..i].contains(&Some(b)) || closed || pinned {
                continue;
            }
            plan[i] = Some(b);
            self.go(plan, i + 1, moved + u32::from(own.is_some() && !stays));
            plan[i] = None;
        }
    }

    fn allowed(&self, plan: &[Option<usize>]) -> bool {
        let stays = |p: usize| self.h.people[p].bed == plan[p];
        let brought = naive::broken(self.h, plan)
            .into_iter()
            .any(|b| !(self.off(b.0) || self.stood.contains(&b) && stays(b.1) && stays(b.2)));
        !brought && self.wishes.also.is_none_or(|also| also(plan))
    }
}

/// A house in few lines, for messages.
pub fn sketch(h: &House) -> String {
    let mut s = format!("{:?}\n", h.thresholds);
    for (r, room) in h.rooms.iter().enumerate() {
        s += &format!(
            "room {r} {:?} step_free={}\n",
            room.room_use, room.step_free
        );
        for (b, bed) in h.beds.iter().enumerate().filter(|(_, b)| b.room == r) {
            let who = h.people.iter().position(|p| p.bed == Some(b));
            s += &format!(
                "  bed {b} {:?}{} {who:?}\n",
                bed.kind,
                if bed.closed { " closed" } else { "" }
            );
        }
    }
    for (i, p) in h.people.iter().enumerate() {
        s += &format!(
            "{i}: party {} {:?} {} bed {:?}{} {:?}\n",
            p.party,
            p.sex,
            p.age,
            p.bed,
            if p.pinned { " pinned" } else { "" },
            p.needs
        );
    }
    s + &format!("apart {:?}", h.keep_apart)
}
