//! Who could still come today: the standard questions, asked of the house as it is.
//!
//! Who is asked for is always the same: a woman or a man of 30 without needs, and a mother of 30 with
//! daughters of 7, 5, 3, 9, 4, 8 and 6, and so on from the start. All are young enough to stay in the
//! mother's room, and none takes a cot, so the answer errs on the careful side. Arrivals of the house
//! are left out of the question.

use std::collections::BTreeMap;

use super::house::{House, Lap, Needs, Person};
use super::search::{Limits, Outcome, best};
use crate::terms::Sex;

/// Age of the adults asked for, in years.
const ADULT: u8 = 30;
/// Ages of the children asked for, in years, in this order.
const CHILDREN: [u8; 7] = [7, 5, 3, 9, 4, 8, 6];

/// Who is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guest {
    /// One woman.
    Woman,
    /// One man.
    Man,
    /// A mother with so many children.
    MotherWith(usize),
}

impl Guest {
    /// How many people that is.
    pub fn size(self) -> usize {
        match self {
            Self::Woman | Self::Man => 1,
            Self::MotherWith(children) => 1 + children,
        }
    }
}

/// Whether a guest fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// There is a plan, and so many residents change beds in it.
    Yes {
        /// How many; none where the question was asked without moves.
        moves: u32,
    },
    /// Proven: there is none.
    No,
    /// The limits were reached first.
    Unknown,
}

impl Fit {
    /// Whether there is a plan for certain.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::Yes { .. })
    }
}

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who was asked for.
    pub guest: Guest,
    /// While nobody moves.
    pub without_moves: Fit,
    /// With as few moves as possible.
    pub with_moves: Fit,
    /// Whether enough places of the licence are free, whatever the beds say.
    pub within_places: bool,
}

/// The largest mother-and-children family that still fits, as a number of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LargestFamily {
    /// While nobody moves; 0 when not even a woman fits.
    pub without_moves: usize,
    /// With as few moves as possible.
    pub with_moves: usize,
    /// Whether both are proven to be the largest.
    pub proven: bool,
}

/// The standard questions to one house, each put to the search once.
pub struct Questions<'a> {
    house: House,
    still: Limits<'a>,
    moving: Limits<'a>,
    known: BTreeMap<(Guest, bool), Fit>,
}

impl<'a> Questions<'a> {
    /// Questions to the residents of a house.
    pub fn new(house: &House, limits: &Limits<'a>) -> Self {
        let moving = Limits {
            any: true,
            ..limits.clone()
        };
        Self {
            house: residents_only(house),
            still: Limits {
                forbid_moves: true,
                ..moving.clone()
            },
            moving,
            known: BTreeMap::new(),
        }
    }

    /// Whether one guest fits.
    pub fn ask(&mut self, guest: Guest, free_places: usize) -> Answer {
        Answer {
            guest,
            without_moves: self.fit(guest, false),
            with_moves: self.fit(guest, true),
            within_places: guest.size() <= free_places,
        }
    }

    /// One woman, one man, and a mother with one, two, ... children, up to the first that does not fit.
    pub fn standard(&mut self, free_places: usize) -> Vec<Answer> {
        let mut answers = vec![
            self.ask(Guest::Woman, free_places),
            self.ask(Guest::Man, free_places),
        ];
        for children in 1..=self.house.beds.len() {
            let answer = self.ask(Guest::MotherWith(children), free_places);
            answers.push(answer);
            if !answer.with_moves.is_yes() || !answer.within_places {
                break;
            }
        }
        answers
    }

    /// The largest family that still fits, of no more people than places are free.
    pub fn largest_family(&mut self, free_places: usize) -> LargestFamily {
        let (without_moves, known_without) = self.grow(0, free_places, false);
        let (with_moves, known_with) = self.grow(without_moves, free_places, true);
        LargestFamily {
            without_moves,
            with_moves,
            proven: known_without && known_with,
        }
    }

    /// The largest family of at least this size (which is known to fit), and whether that is proven.
    fn grow(&mut self, from: usize, to: usize, moving: bool) -> (usize, bool) {
        let to = to.min(self.house.beds.len());
        for size in from + 1..=to {
            let guest = match size {
                1 => Guest::Woman,
                _ => Guest::MotherWith(size - 1),
            };
            match self.fit(guest, moving) {
                Fit::Yes { .. } => {}
                Fit::No => return (size - 1, true),
                Fit::Unknown => return (size - 1, false),
            }
        }
        (to.max(from), true)
    }

    fn fit(&mut self, guest: Guest, moving: bool) -> Fit {
        if let Some(known) = self.known.get(&(guest, moving)) {
            return *known;
        }
        // Where nobody has to move, nobody is asked to.
        let without = moving.then(|| self.fit(guest, false));
        let fit = match without.filter(|fit| fit.is_yes()) {
            Some(without) => without,
            None => self.search(guest, if moving { &self.moving } else { &self.still }),
        };
        self.known.insert((guest, moving), fit);
        fit
    }

    fn search(&self, guest: Guest, limits: &Limits) -> Fit {
        let mut asked = self.house.clone();
        // The residents' parties were renumbered from 0, so this number is not taken.
        let party = asked.people.len();
        let person = |sex, age| Person {
            party,
            sex,
            age,
            needs: Needs::default(),
            bed: None,
            pinned: false,
        };
        match guest {
            Guest::Man => asked.people.push(person(Sex::Male, ADULT)),
            Guest::Woman => asked.people.push(person(Sex::Female, ADULT)),
            Guest::MotherWith(children) => {
                let ages = CHILDREN.iter().cycle().take(children);
                asked.people.push(person(Sex::Female, ADULT));
                asked
                    .people
                    .extend(ages.map(|&age| person(Sex::Female, age)));
            }
        }
        match best(&asked, limits) {
            Outcome::Optimal(plan) | Outcome::BestSoFar(Some(plan)) => Fit::Yes {
                moves: plan.cost.0[0],
            },
            Outcome::Impossible => Fit::No,
            Outcome::BestSoFar(None) | Outcome::Malformed(_) => Fit::Unknown,
        }
    }
}

/// The house without its arrivals. Parties keep their numbers where these are small enough.
fn residents_only(house: &House) -> House {
    let mut kept = vec![None; house.people.len()];
    let mut parties: Vec<usize> = Vec::new();
    let mut asked = House {
        people: Vec::new(),
        keep_apart: Vec::new(),
        laps: Vec::new(),
        ..house.clone()
    };
    for (p, who) in house
        .people
        .iter()
        .enumerate()
        .filter(|(_, who)| !who.is_arrival())
    {
        let party = parties
            .iter()
            .position(|&q| q == who.party)
            .unwrap_or_else(|| {
                parties.push(who.party);
                parties.len() - 1
            });
        kept[p] = Some(asked.people.len());
        asked.people.push(Person { party, ..*who });
    }
    let laps = house.laps.iter().filter_map(|lap| {
        let adult = kept.get(lap.adult).copied().flatten()?;
        let party = asked.people[adult].party;
        Some(Lap {
            adult,
            infant: Person {
                party,
                ..lap.infant
            },
        })
    });
    asked.laps = laps.collect();
    let pairs = house.keep_apart.iter();
    asked.keep_apart = pairs
        .filter_map(|&(a, b)| Some((*kept.get(a)?, *kept.get(b)?)))
        .filter_map(|(a, b)| Some((a?, b?)))
        .collect();
    asked
}
