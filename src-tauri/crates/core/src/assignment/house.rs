//! The house as the engine sees it: rooms, beds and people by index.
//!
//! Identifiers, names and dates stay with the caller, who keeps the tables that translate an index
//! back. One house is one question: who is where now, and who has just arrived.

use serde::{Deserialize, Serialize};

use crate::terms::{BedKind, Need, RoomUse, Sex};

/// From this age, in whole years, a person is an adult; anybody younger is a minor.
pub const ADULT_AGE: u8 = 18;

/// The thresholds of the rules, ages in whole years ("assignment rules", field `rules`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// From this age unrelated people of different sex share no room (R3).
    pub opposite_sex_age: u8,
    /// Younger than this, a child stays in a room with an adult of the party (R5).
    pub with_adult_age: u8,
    /// Younger than this, nobody takes an upper bunk (B3).
    pub upper_bunk_age: u8,
    /// Younger than this, a child may take a cot (B2).
    pub cot_age: u8,
    /// At most so many residents change beds in one plan (P2).
    pub max_moves: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            opposite_sex_age: 10,
            with_adult_age: 12,
            upper_bunk_age: 6,
            cot_age: 3,
            max_moves: 4,
        }
    }
}

/// What a person needs of bed and room, as a set.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Needs {
    /// May not take an upper bunk (B3).
    pub no_upper_bunk: bool,
    /// Takes a step-free room only (B4).
    pub step_free: bool,
    /// Shares a room with the own party only (R4).
    pub isolation: bool,
}

impl Needs {
    /// Whether the set holds this need.
    pub fn has(self, need: Need) -> bool {
        match need {
            Need::NoUpperBunk => self.no_upper_bunk,
            Need::StepFree => self.step_free,
            Need::Isolation => self.isolation,
        }
    }
}

impl FromIterator<Need> for Needs {
    fn from_iter<I: IntoIterator<Item = Need>>(needs: I) -> Self {
        let mut set = Self::default();
        for need in needs {
            match need {
                Need::NoUpperBunk => set.no_upper_bunk = true,
                Need::StepFree => set.step_free = true,
                Need::Isolation => set.isolation = true,
            }
        }
        set
    }
}

/// A room: what it is meant for and whether it is reached without steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoomSpec {
    /// Whom the room is meant for; a wish (number c5), never a rule.
    pub room_use: RoomUse,
    /// Reached without steps (B4).
    pub step_free: bool,
}

/// A bed and the room it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BedSpec {
    /// Index of the room.
    pub room: usize,
    /// What it is: decides who may sleep in it (B2, B3).
    pub kind: BedKind,
    /// Out of service, or held for somebody else (B1).
    pub closed: bool,
}

/// A person: a resident who has a bed, or an arrival who has none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Person {
    /// Who has the same number here came together; they are related. Smaller than the number of people.
    pub party: usize,
    /// Sex.
    pub sex: Sex,
    /// Age in whole years.
    pub age: u8,
    /// What the person needs of bed and room.
    pub needs: Needs,
    /// The bed of a resident; `None` for an arrival.
    pub bed: Option<usize>,
    /// A resident who may not be moved (P1).
    pub pinned: bool,
}

impl Person {
    /// 18 or older.
    pub fn is_adult(&self) -> bool {
        self.age >= ADULT_AGE
    }

    /// Younger than 18.
    pub fn is_minor(&self) -> bool {
        !self.is_adult()
    }

    /// Has no bed yet.
    pub fn is_arrival(&self) -> bool {
        self.bed.is_none()
    }
}

/// Everything a question about beds depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Thresholds of the rules.
    pub thresholds: Thresholds,
    /// Rooms; their index is their name here.
    pub rooms: Vec<RoomSpec>,
    /// Beds; their index is their name here.
    pub beds: Vec<BedSpec>,
    /// Residents and arrivals; their index is their name here.
    pub people: Vec<Person>,
    /// Pairs of people who never share a room (R1).
    pub keep_apart: Vec<(usize, usize)>,
    /// Infants who sleep in the bed of an adult of their party and go wherever that one goes.
    #[serde(default)]
    pub laps: Vec<Lap>,
}

/// An infant without a bed of its own. It is in the adult's room and counts there like anybody, but it is
/// no resident who changes beds when the adult does; what it breaks is said of the adult.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lap {
    /// Whose bed it is.
    pub adult: usize,
    /// Who sleeps in it too; the party is the adult's.
    pub infant: Person,
}

/// For every person of the house the bed, or `None` where the person has none.
pub type Arrangement = Vec<Option<usize>>;

/// Why a house cannot be asked anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HouseError {
    /// A bed stands in a room that does not exist.
    #[error("bed {bed} stands in an unknown room")]
    UnknownRoom {
        /// The bed.
        bed: usize,
    },
    /// A room is named that does not exist.
    #[error("room {room} does not exist")]
    NoSuchRoom {
        /// The room.
        room: usize,
    },
    /// A person lies in a bed that does not exist.
    #[error("person {person} has an unknown bed")]
    UnknownBed {
        /// The person.
        person: usize,
    },
    /// Two people lie in one bed.
    #[error("persons {first} and {second} have the same bed")]
    SharedBed {
        /// The one.
        first: usize,
        /// The other.
        second: usize,
    },
    /// A party number is not smaller than the number of people.
    #[error("person {person} has a party number out of range")]
    UnknownParty {
        /// The person.
        person: usize,
    },
    /// A pair names a person who does not exist.
    #[error("a keep-apart pair or an infant names an unknown person")]
    UnknownPerson,
}

impl House {
    /// Whether all indices lead somewhere and no two people lie in one bed.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), HouseError> {
        if let Some(bed) = self.beds.iter().position(|b| b.room >= self.rooms.len()) {
            return Err(HouseError::UnknownRoom { bed });
        }
        if let Some(person) = self
            .people
            .iter()
            .position(|p| p.party >= self.people.len())
        {
            return Err(HouseError::UnknownParty { person });
        }
        let mut occupant = vec![None; self.beds.len()];
        for (person, bed) in self
            .people
            .iter()
            .enumerate()
            .filter_map(|(i, p)| Some((i, p.bed?)))
        {
            match occupant.get_mut(bed) {
                None => return Err(HouseError::UnknownBed { person }),
                Some(Some(first)) => {
                    return Err(HouseError::SharedBed {
                        first: *first,
                        second: person,
                    });
                }
                Some(place) => *place = Some(person),
            }
        }
        if self
            .keep_apart
            .iter()
            .any(|&(a, b)| a.max(b) >= self.people.len())
        {
            return Err(HouseError::UnknownPerson);
        }
        let lap = |lap: &Lap| {
            let adult = self.people.get(lap.adult);
            adult.is_none_or(|adult| adult.party != lap.infant.party)
        };
        match self.laps.iter().any(lap) {
            true => Err(HouseError::UnknownPerson),
            false => Ok(()),
        }
    }

    /// Who is where before anybody arrives or moves.
    pub fn before(&self) -> Arrangement {
        self.people.iter().map(|p| p.bed).collect()
    }

    /// The people without a bed, in order.
    pub fn arrivals(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.people.len()).filter(|&p| self.people[p].is_arrival())
    }

    /// The infants who sleep in the bed of a person.
    pub fn infants_with(&self, person: usize) -> impl Iterator<Item = &Person> {
        let laps = self.laps.iter().filter(move |lap| lap.adult == person);
        laps.map(|lap| &lap.infant)
    }

    /// A person with the infants in the same bed.
    pub fn with_infants(&self, person: usize) -> impl Iterator<Item = &Person> {
        std::iter::once(&self.people[person]).chain(self.infants_with(person))
    }

    /// Whether two people came together.
    pub fn related(&self, one: usize, other: usize) -> bool {
        self.people[one].party == self.people[other].party
    }

    /// The room a person has in an arrangement.
    pub fn room_in(&self, arrangement: &[Option<usize>], person: usize) -> Option<usize> {
        arrangement
            .get(person)
            .copied()
            .flatten()
            .map(|bed| self.beds[bed].room)
    }
}
