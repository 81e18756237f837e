//! When nothing fits: which rules would have to give way, and what would help.

use super::house::{BedSpec, House};
use super::rules::{Breach, Rule, RuleSet, blocking};
use super::search::{Limits, Outcome, Plan, best, best_within};
use crate::terms::BedKind;

/// So many moves beyond `max_moves` are looked at when P2 gives way; more is no help to anybody.
const MORE_MOVES: u8 = 3;
/// Sets of at most so many rules are looked at.
const MOST_RULES: usize = 3;
/// All questions together get this part of the steps of the limits.
const PART_OF_ALL: u64 = 4;
/// One question gets this part of the steps left.
const PART_OF_LEFT: u64 = 6;

/// A set of rules without which there is a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// The best plan without them.
    pub plan: Plan,
    /// What that plan breaks of them.
    pub breaches: Vec<Breach>,
}

/// Something that would make a plan possible with all rules kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// One more bed.
    ExtraBed {
        /// Where.
        room: usize,
        /// Of what kind.
        kind: BedKind,
    },
    /// A closed or held bed opened.
    OpenBed {
        /// Which.
        bed: usize,
    },
    /// A pinned resident who may be moved after all.
    Unpin {
        /// Who.
        person: usize,
    },
    /// A rule overridden; see the relaxation for what would be broken.
    Override {
        /// Which.
        rule: Rule,
    },
}

/// What stands in the way of any plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// The smallest sets of rules without which there is a plan: all sets of that size, in order.
    pub relaxations: Vec<Relaxation>,
    /// How many more people there are than beds that are open or theirs; no rule can help against that.
    pub missing_beds: usize,
    /// What would help, the mildest first.
    pub hints: Vec<Hint>,
    /// Whether it is proven that no plan is allowed; if not, none was found within the limits.
    pub proven: bool,
    /// Whether every question was answered within the limits; if not, more may help than is said.
    pub complete: bool,
}

/// What stands in the way when no plan is allowed. Empty, and complete, when there is a plan.
pub fn obstacles(house: &House, limits: &Limits) -> Obstacles {
    let outcome = match house.check() {
        Ok(()) => best(house, limits),
        Err(fault) => Outcome::Malformed(fault),
    };
    if outcome.plan().is_some() || matches!(outcome, Outcome::Malformed(_)) {
        return Obstacles {
            complete: true,
            ..Obstacles::default()
        };
    }
    let mut asked = Asked {
        limits,
        steps: limits.steps / PART_OF_ALL,
        complete: true,
    };
    // Whoever sleeps in one that is closed to others has it.
    let taken = |bed: usize| house.people.iter().any(|who| who.bed == Some(bed));
    let beds = house.beds.iter().enumerate();
    let open = beds.filter(|(index, bed)| !bed.closed || taken(*index));
    let open = open.count();
    let relaxations = match house.people.len() <= house.beds.len() {
        true => (1..=MOST_RULES)
            .map(|size| asked.relaxations(house, size))
            .find(|found| !found.is_empty()),
        false => None,
    };
    let relaxations = relaxations.unwrap_or_default();
    let mut hints = asked.openings(house);
    hints.extend(asked.unpinnings(house));
    hints.extend(asked.extra_beds(house));
    hints.extend(
        relaxations
            .iter()
            .filter(|r| r.rules.len() == 1)
            .map(|r| Hint::Override { rule: r.rules[0] }),
    );
    let missing_beds = house.people.len().saturating_sub(open);
    Obstacles {
        relaxations,
        missing_beds,
        hints,
        proven: outcome == Outcome::Impossible,
        complete: asked.complete,
    }
}

struct Asked<'a> {
    limits: &'a Limits<'a>,
    steps: u64,
    complete: bool,
}

impl Asked<'_> {
    fn plan(&mut self, house: &House, relaxed: RuleSet) -> Option<Plan> {
        let mut house_asked = None;
        let mut rules = relaxed;
        if relaxed.has(Rule::P2) && !self.limits.relaxed.has(Rule::P2) {
            let mut other = house.clone();
            other.thresholds.max_moves = other.thresholds.max_moves.saturating_add(MORE_MOVES);
            house_asked = Some(other);
            rules = relaxed.iter().filter(|&r| r != Rule::P2).collect();
        }
        let limits = Limits {
            relaxed: rules,
            ..self.limits.clone()
        };
        let share = self.steps.div_ceil(PART_OF_LEFT);
        let mut left = share;
        let outcome = best_within(house_asked.as_ref().unwrap_or(house), &limits, &mut left);
        self.steps -= share - left;
        self.complete &= !matches!(outcome, Outcome::BestSoFar(None));
        outcome.into_plan()
    }

    fn relaxations(&mut self, house: &House, size: usize) -> Vec<Relaxation> {
        let mut found = Vec::new();
        for rules in subsets(size) {
            if rules.iter().any(|&r| self.limits.relaxed.has(r)) {
                continue;
            }
            let relaxed = rules
                .iter()
                .fold(self.limits.relaxed, |set, &rule| set.with(rule));
            if let Some(plan) = self.plan(house, relaxed) {
                let mut breaches = blocking(house, &plan.beds);
                breaches.retain(|b| rules.contains(&b.rule));
                found.push(Relaxation {
                    rules,
                    plan,
                    breaches,
                });
            }
        }
        found
    }

    fn openings(&mut self, house: &House) -> Vec<Hint> {
        let closed: Vec<usize> = (0..house.beds.len())
            .filter(|&b| house.beds[b].closed)
            .collect();
        if closed.is_empty()
            || self
                .plan(house, self.limits.relaxed.with(Rule::B1))
                .is_none()
        {
            return Vec::new();
        }
        let mut helps = |bed: usize| {
            let mut other = house.clone();
            other.beds[bed].closed = false;
            self.plan(&other, self.limits.relaxed).is_some()
        };
        closed
            .into_iter()
            .filter(|&bed| helps(bed))
            .map(|bed| Hint::OpenBed { bed })
            .collect()
    }

    fn unpinnings(&mut self, house: &House) -> Vec<Hint> {
        let pinned: Vec<usize> = (0..house.people.len())
            .filter(|&p| house.people[p].pinned && !house.people[p].is_arrival())
            .collect();
        if pinned.is_empty()
            || self
                .plan(house, self.limits.relaxed.with(Rule::P1))
                .is_none()
        {
            return Vec::new();
        }
        let mut helps = |person: usize| {
            let mut other = house.clone();
            other.people[person].pinned = false;
            self.plan(&other, self.limits.relaxed).is_some()
        };
        pinned
            .into_iter()
            .filter(|&p| helps(p))
            .map(|person| Hint::Unpin { person })
            .collect()
    }

    /// Where one more single bed would do, or else a cot where a small child is among the arrivals.
    fn extra_beds(&mut self, house: &House) -> Vec<Hint> {
        let small = house
            .arrivals()
            .any(|p| house.people[p].age < house.thresholds.cot_age);
        let kinds: &[BedKind] = if small {
            &[BedKind::Cot, BedKind::Single]
        } else {
            &[BedKind::Single]
        };
        let mut hints = Vec::new();
        for &kind in kinds {
            let with = |rooms: std::ops::Range<usize>| {
                let mut other = house.clone();
                other.beds.extend(rooms.map(|room| BedSpec {
                    room,
                    kind,
                    closed: false,
                }));
                other
            };
            if self
                .plan(&with(0..house.rooms.len()), self.limits.relaxed)
                .is_none()
            {
                continue;
            }
            for room in 0..house.rooms.len() {
                let known = hints.contains(&Hint::ExtraBed {
                    room,
                    kind: BedKind::Cot,
                });
                if !known
                    && self
                        .plan(&with(room..room + 1), self.limits.relaxed)
                        .is_some()
                {
                    hints.push(Hint::ExtraBed { room, kind });
                }
            }
        }
        hints
    }
}

fn subsets(size: usize) -> Vec<Vec<Rule>> {
    let mut sets: Vec<Vec<Rule>> = vec![Vec::new()];
    for _ in 0..size {
        sets = sets
            .into_iter()
            .flat_map(|set| {
                let from = set.last().map_or(0, |&last: &Rule| last as usize + 1);
                Rule::ALL[from..]
                    .iter()
                    .map(move |&rule| [&set[..], &[rule]].concat())
            })
            .collect();
    }
    sets
}
