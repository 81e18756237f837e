//! Where a party at the door should sleep: proposals from room assignment, in terms of the record.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assignment::{
    Aim, Alternative, Breach, Fit, Guest, Hint, House, Lap, Limits, Move, Person, Questions,
    Reason, Remark, Rule, alternatives, obstacles, why_not,
};
use crate::id::{BedId, StayId};
use crate::placement::Scene;
use crate::refusal::RuleBreach;
use crate::terms::{BedKind, RoomUse};

/// How many choices one question may look at: enough for every centre of this size met so far, and a
/// second at the most. What is cut off says so.
const STEPS: u64 = 400_000;

/// One way to give a party beds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposal {
    /// Whether it is the best of all, or answers another wish.
    pub aim: Wish,
    /// The bed of each member, in their order; none for those who share a bed.
    pub beds: Vec<Option<BedId>>,
    /// Residents who would have to change beds.
    pub moves: Vec<PlannedMove>,
    /// What there is to say about it, in a fixed order.
    pub remarks: Vec<Said>,
    /// Whether it is proven that none with this wish is better.
    pub proven: bool,
    /// What it breaks, where it goes past a rule: only a manager can choose it, with a reason.
    pub breaches: Vec<RuleBreach>,
}

/// What a proposal was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The best of all.
    Best,
    /// The best that keeps the party in one room.
    Together,
    /// The best in other rooms.
    Elsewhere,
    /// Nobody moves, and as little as possible of one rule is broken.
    PastRule,
}

/// A resident who would change beds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedMove {
    /// Whose stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// The bed now.
    pub from: String,
    /// The bed then.
    pub to: String,
    /// The bed then.
    pub bed: BedId,
}

/// Something worth saying about a proposal; rooms by number, people by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "says", rename_all = "snake_case")]
pub enum Said {
    /// Nobody moves.
    NobodyMoves,
    /// These move.
    Moves {
        /// Their codes.
        people: Vec<String>,
    },
    /// The party has the room to itself.
    RoomToThemselves {
        /// The room.
        room: u16,
    },
    /// The party shares the room.
    SharedWith {
        /// The room.
        room: u16,
        /// With whom.
        people: Vec<String>,
    },
    /// The party is spread over rooms.
    Spread {
        /// Which.
        rooms: Vec<u16>,
    },
    /// An empty room is taken into use.
    OpensEmptyRoom {
        /// Which.
        room: u16,
    },
    /// It is the last empty room of its use.
    LastEmptyRoom {
        /// Which.
        room: u16,
        /// The use.
        room_use: RoomUse,
    },
    /// The room isn't meant for these people.
    UnsuitedUse {
        /// Their codes.
        people: Vec<String>,
        /// The room.
        room: u16,
    },
}

/// A room that can't take the whole party, while nobody moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoomNo {
    /// Which room.
    pub room: u16,
    /// All that stands against it.
    pub why: Vec<RoomWhy>,
}

/// What stands against a room for a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum RoomWhy {
    /// Fewer beds are free than people come.
    Beds {
        /// How many come.
        needed: usize,
        /// How many beds are free.
        free: usize,
    },
    /// Beds enough, but of kinds that these people may not use.
    Kinds {
        /// Their codes.
        people: Vec<String>,
    },
    /// A rule would be broken.
    Rule {
        /// Which, and by whom.
        breach: RuleBreach,
    },
}

/// Why nothing fits, and what would help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stuck {
    /// How many more people there are than beds.
    pub missing_beds: usize,
    /// The smallest sets of rules that stand in the way; each alone would be enough.
    pub rules: Vec<Vec<Rule>>,
    /// What would help, the mildest first.
    pub hints: Vec<Help>,
    /// Whether it is proven that nothing fits; if not, nothing was found in time.
    pub proven: bool,
    /// Whether everything was looked at; if not, more may help than is said.
    pub complete: bool,
}

/// Something that would make a plan possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "helps", rename_all = "snake_case")]
pub enum Help {
    /// One more bed.
    ExtraBed {
        /// In this room.
        room: u16,
        /// Of this kind.
        kind: BedKind,
    },
    /// A closed or held bed opened.
    OpenBed {
        /// The bed, as people say it.
        bed: String,
    },
    /// If this person could move.
    Unpin {
        /// Whose code.
        who: String,
    },
    /// A rule gone past by a manager.
    Override {
        /// Which.
        rule: Rule,
    },
}

/// Who still fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StillFits {
    /// The largest mother-and-children family, in people, while nobody moves.
    pub largest: usize,
    /// The same, if people may move.
    pub largest_with_moves: usize,
    /// How many places are free.
    pub free_places: usize,
    /// Whether places, not beds, are what limits it.
    pub limited_by_places: bool,
    /// The standard questions.
    pub guests: Vec<GuestFits>,
}

/// Whether somebody still fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuestFits {
    /// Who.
    pub guest: GuestKind,
    /// With how many children.
    pub children: usize,
    /// While nobody moves; nothing where it isn't known for certain.
    pub without_moves: Option<bool>,
    /// How many have to move at least; nothing where none fits or it isn't known.
    pub moves: Option<u32>,
    /// Whether it is known for certain that none fits where nothing says how many move.
    pub certain: bool,
    /// Whether there are places enough.
    pub within_places: bool,
}

/// Who is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuestKind {
    /// A woman.
    Woman,
    /// A man.
    Man,
    /// A mother with children.
    Mother,
}

/// A scene as the engine takes it. An infant who shares a bed has none of its own there: it goes wherever
/// the adult goes. A bed that is to be closed before long takes nobody new.
pub(super) struct Asked<'a> {
    scene: &'a Scene,
    pub(super) house: House,
    /// The person in the scene of each person in the house.
    pub(super) people: Vec<usize>,
}

impl<'a> Asked<'a> {
    /// Everybody with a bed of their own, and these arrivals without one.
    pub(super) fn new(scene: &'a Scene, arrivals: &[usize]) -> Self {
        let real = scene.bed_ids.len();
        let mut house = House {
            thresholds: scene.house.thresholds,
            rooms: scene.house.rooms.clone(),
            beds: scene.house.beds[..real].to_vec(),
            people: Vec::new(),
            ..House::default()
        };
        for bed in &scene.closing {
            house.beds[*bed].closed = true;
        }
        let mut people = Vec::new();
        for (person, who) in scene.house.people.iter().enumerate() {
            let resident = who.bed.is_some_and(|bed| bed < real);
            if resident || arrivals.contains(&person) {
                house.people.push(*who);
                people.push(person);
            }
        }
        // Parties are numbered from 0 without gaps.
        let mut parties: Vec<usize> = house.people.iter().map(|who| who.party).collect();
        parties.sort_unstable();
        parties.dedup();
        for who in &mut house.people {
            who.party = parties.binary_search(&who.party).unwrap_or_default();
        }
        let lap = |(infant, adult): &(usize, usize)| {
            let adult = people.iter().position(|person| person == adult)?;
            let infant = Person {
                party: house.people[adult].party,
                bed: None,
                ..scene.house.people[*infant]
            };
            Some(Lap { adult, infant })
        };
        let laps = scene.shares.iter().filter_map(lap).collect();
        // Whoever sleeps in another's bed is in that one's room.
        let adult = |person: usize| {
            let share = scene.shares.iter().find(|(infant, _)| *infant == person);
            share.map_or(person, |(_, adult)| *adult)
        };
        let index = |person: usize| people.iter().position(|other| *other == adult(person));
        let pairs = scene
            .house
            .keep_apart
            .iter()
            .filter_map(|(one, other)| index(*one).zip(index(*other)));
        house.keep_apart = pairs.filter(|(one, other)| one != other).collect();
        house.laps = laps;
        Self {
            scene,
            house,
            people,
        }
    }

    fn code(&self, person: usize) -> String {
        self.scene.codes[self.people[person]].clone()
    }

    fn label(&self, bed: usize) -> String {
        self.scene.bed_labels[bed].clone()
    }

    /// The bed of each arrival in a plan. Beds of one kind in one room are as good as each other: they
    /// are dealt out in the order of the party, but for those picked by hand.
    fn dealt(
        &self,
        arrivals: &[usize],
        picked: &[(usize, usize)],
        found: &Alternative,
    ) -> Vec<Option<usize>> {
        let mut beds: Vec<Option<usize>> = arrivals
            .iter()
            .map(|arrival| {
                let person = self.people.iter().position(|person| person == arrival)?;
                found.plan.beds[person]
            })
            .collect();
        let alike = |bed: usize| (self.house.beds[bed].room, self.house.beds[bed].kind);
        let by_hand = |place: usize| {
            picked
                .iter()
                .any(|(arrival, _)| *arrival == arrivals[place])
        };
        for first in 0..beds.len() {
            for second in first + 1..beds.len() {
                let (Some(one), Some(other)) = (beds[first], beds[second]) else {
                    continue;
                };
                if other < one && alike(one) == alike(other) && !by_hand(first) && !by_hand(second)
                {
                    beds.swap(first, second);
                }
            }
        }
        beds
    }

    fn proposal(
        &self,
        arrivals: &[usize],
        picked: &[(usize, usize)],
        found: &Alternative,
    ) -> Proposal {
        let beds = self.dealt(arrivals, picked, found).into_iter();
        let beds = beds
            .map(|bed| bed.map(|bed| self.scene.bed_ids[bed]))
            .collect();
        let moves = found.remarks.iter().find_map(|remark| match remark {
            Remark::Moves(moves) => Some(moves.as_slice()),
            _ => None,
        });
        let planned = |one: &Move| self.planned(one.person, one.from, one.to);
        Proposal {
            aim: match found.aim {
                Aim::Best => Wish::Best,
                Aim::Together => Wish::Together,
                Aim::Elsewhere => Wish::Elsewhere,
                Aim::PastRule => Wish::PastRule,
            },
            beds,
            moves: moves
                .unwrap_or_default()
                .iter()
                .filter_map(planned)
                .collect(),
            remarks: found
                .remarks
                .iter()
                .map(|remark| self.said(remark))
                .collect(),
            proven: found.proven,
            breaches: found
                .breaches
                .iter()
                .map(|breach| self.breach(breach))
                .collect(),
        }
    }

    /// A move in terms of the record; none for somebody who is not in it.
    pub(super) fn planned(&self, person: usize, from: usize, to: usize) -> Option<PlannedMove> {
        Some(PlannedMove {
            stay: self.scene.stays[self.people[person]]?,
            code: self.code(person),
            from: self.label(from),
            to: self.label(to),
            bed: self.scene.bed_ids[to],
        })
    }

    fn breach(&self, breach: &Breach) -> RuleBreach {
        RuleBreach {
            rule: breach.rule,
            code: self.code(breach.person),
            other: breach.other.map(|other| self.code(other)),
            room: self.scene.room_numbers[breach.room],
        }
    }

    fn said(&self, remark: &Remark) -> Said {
        let number = |room: &usize| self.scene.room_numbers[*room];
        let codes = |people: &[usize]| people.iter().map(|person| self.code(*person)).collect();
        match remark {
            Remark::NobodyMoves => Said::NobodyMoves,
            Remark::Moves(moves) => Said::Moves {
                people: moves.iter().map(|one| self.code(one.person)).collect(),
            },
            Remark::RoomToThemselves { room, .. } => Said::RoomToThemselves { room: number(room) },
            Remark::SharedWith { room, people, .. } => Said::SharedWith {
                room: number(room),
                people: self.with_infants(people),
            },
            Remark::Spread { rooms, .. } => Said::Spread {
                rooms: rooms.iter().map(number).collect(),
            },
            Remark::OpensEmptyRoom { room } => Said::OpensEmptyRoom { room: number(room) },
            Remark::LastEmptyRoomOfUse { room, room_use } => Said::LastEmptyRoom {
                room: number(room),
                room_use: *room_use,
            },
            Remark::UnsuitedUse { people, room } => Said::UnsuitedUse {
                people: codes(people),
                room: number(room),
            },
        }
    }

    /// The codes of people, each followed by the infants in the same bed.
    fn with_infants(&self, people: &[usize]) -> Vec<String> {
        let everybody = people.iter().flat_map(|person| {
            let adult = self.people[*person];
            let shares = self.scene.shares.iter().filter(move |(_, a)| *a == adult);
            std::iter::once(adult).chain(shares.map(|(infant, _)| *infant))
        });
        everybody
            .map(|person| self.scene.codes[person].clone())
            .collect()
    }
}

/// The best beds for people at the door who are to have one of their own, and up to two other ways. Beds
/// picked by hand are kept, and the others planned around them.
#[must_use]
pub fn proposals(scene: &Scene, arrivals: &[usize], picked: &[(usize, usize)]) -> Vec<Proposal> {
    let asked = Asked::new(scene, arrivals);
    let index = |arrival: usize| asked.people.iter().position(|person| *person == arrival);
    let fixed = picked
        .iter()
        .filter_map(|(arrival, bed)| Some((index(*arrival)?, *bed)))
        .collect();
    let limits = Limits {
        fixed,
        steps: STEPS,
        ..Limits::default()
    };
    let found = alternatives(&asked.house, &limits);
    found
        .iter()
        .map(|alternative| asked.proposal(arrivals, picked, alternative))
        .collect()
}

/// Why each room that can't take all people at the door together can't, while nobody moves.
#[must_use]
pub fn rooms_refused(scene: &Scene, arrivals: &[usize]) -> Vec<RoomNo> {
    let asked = Asked::new(scene, arrivals);
    let said = |reason: &Reason| match reason {
        Reason::TooFewBeds { needed, free } => RoomWhy::Beds {
            needed: *needed,
            free: *free,
        },
        Reason::WrongBeds { people } => RoomWhy::Kinds {
            people: people.iter().map(|person| asked.code(*person)).collect(),
        },
        Reason::Breach(breach) => RoomWhy::Rule {
            breach: asked.breach(breach),
        },
        // These two are said of beds, not of rooms.
        Reason::Occupied { .. } | Reason::Closed => RoomWhy::Beds { needed: 1, free: 0 },
    };
    let rooms = why_not(&asked.house).rooms.into_iter();
    rooms
        .filter(|answer| !answer.reasons.is_empty())
        .map(|answer| RoomNo {
            room: scene.room_numbers[answer.room],
            why: answer.reasons.iter().map(said).collect(),
        })
        .collect()
}

/// Why people at the door can't be given beds, and what would help.
#[must_use]
pub fn stuck(scene: &Scene, arrivals: &[usize]) -> Stuck {
    let asked = Asked::new(scene, arrivals);
    let found = obstacles(
        &asked.house,
        &Limits {
            steps: STEPS,
            ..Limits::default()
        },
    );
    let number = |room: usize| scene.room_numbers[room];
    let help = |hint: &Hint| match hint {
        Hint::ExtraBed { room, kind } => Help::ExtraBed {
            room: number(*room),
            kind: *kind,
        },
        Hint::Unpin { person } => Help::Unpin {
            who: asked.code(*person),
        },
        Hint::Override { rule } => Help::Override { rule: *rule },
        Hint::OpenBed { bed } => Help::OpenBed {
            bed: asked.label(*bed),
        },
    };
    Stuck {
        missing_beds: found.missing_beds,
        rules: found
            .relaxations
            .into_iter()
            .map(|relaxation| relaxation.rules)
            .collect(),
        // A closed bed has to be opened; there is no going past that.
        hints: found
            .hints
            .iter()
            .filter(|hint| **hint != Hint::Override { rule: Rule::B1 })
            .map(help)
            .collect(),
        proven: found.proven,
        complete: found.complete,
    }
}

/// Who still fits, beside everybody who is here.
#[must_use]
pub fn still_fits(scene: &Scene, free_places: usize) -> StillFits {
    let asked = Asked::new(scene, &[]);
    let limits = Limits {
        steps: STEPS,
        ..Limits::default()
    };
    let beds = asked.house.beds.len();
    let mut questions = Questions::new(&asked.house, &limits);
    let largest = questions.largest_family(free_places);
    let by_beds = questions.largest_family(beds);
    let answers = questions.standard(free_places);
    StillFits {
        largest: largest.without_moves,
        largest_with_moves: largest.with_moves,
        free_places,
        limited_by_places: by_beds.with_moves > largest.with_moves,
        guests: answers
            .into_iter()
            .map(|answer| {
                let (guest, children) = match answer.guest {
                    Guest::Woman => (GuestKind::Woman, 0),
                    Guest::Man => (GuestKind::Man, 0),
                    Guest::MotherWith(children) => (GuestKind::Mother, children),
                };
                GuestFits {
                    guest,
                    children,
                    without_moves: match answer.without_moves {
                        Fit::Yes { .. } => Some(true),
                        Fit::No => Some(false),
                        Fit::Unknown => None,
                    },
                    moves: match answer.with_moves {
                        Fit::Yes { moves } => Some(moves),
                        Fit::No | Fit::Unknown => None,
                    },
                    certain: answer.with_moves != Fit::Unknown,
                    within_places: answer.within_places,
                }
            })
            .collect(),
    }
}
