//! The rules of room assignment, each written once ("assignment rules", B1 to B4, R1 to R5, P1, P2).
//!
//! The search, the explanations and the screens all ask here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::house::{Arrangement, House, Lap, Person, Thresholds};
use crate::terms::{BedKind, Sex};

/// A rule that a plan may not break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Rule {
    /// A closed bed takes nobody.
    B1,
    /// A cot takes only a child younger than `cot_age`.
    B2,
    /// An upper bunk takes nobody younger than `upper_bunk_age`, nobody with no_upper_bunk.
    B3,
    /// step_free needs a step-free room.
    B4,
    /// Two people of a keep-apart pair never share a room.
    R1,
    /// A minor and an unrelated adult in one room.
    R2,
    /// Unrelated people of different sex in one room.
    R3,
    /// A person with isolation shares a room only with the own party.
    R4,
    /// A young child is in a room with an adult of the own party.
    R5,
    /// A pinned resident keeps the bed.
    P1,
    /// At most `max_moves` residents change beds.
    P2,
}

impl Rule {
    /// All rules, in the order in which they are written down.
    pub const ALL: [Rule; 11] = [
        Rule::B1,
        Rule::B2,
        Rule::B3,
        Rule::B4,
        Rule::R1,
        Rule::R2,
        Rule::R3,
        Rule::R4,
        Rule::R5,
        Rule::P1,
        Rule::P2,
    ];
}

/// A set of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RuleSet(u16);

impl RuleSet {
    /// The set without any rule.
    pub const NONE: RuleSet = RuleSet(0);

    /// Whether the rule is in the set.
    pub fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u16) != 0
    }

    /// The set with one rule more.
    #[must_use]
    pub fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u16)
    }

    /// The rules in the set, in their order.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL.into_iter().filter(move |&r| self.has(r))
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        rules.into_iter().fold(Self::NONE, Self::with)
    }
}

/// One rule broken by one person, or by one person because of another.
///
/// Two breaches are the same when rule, person and other are. In R2 the person is the minor, in R4
/// the one with isolation, in R5 the child; in R1 and R3 the person with the lower index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Breach {
    /// The rule broken.
    pub rule: Rule,
    /// Who breaks it or suffers from it.
    pub person: usize,
    /// The second person, for the rules about two.
    pub other: Option<usize>,
    /// The room of the person.
    pub room: usize,
    /// The bed of the person.
    pub bed: usize,
}

impl Breach {
    fn key(&self) -> (Rule, usize, Option<usize>) {
        (self.rule, self.person, self.other)
    }

    fn people(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.person).chain(self.other)
    }
}

/// B2: whether a cot takes this person.
pub fn cot_takes(thresholds: &Thresholds, person: &Person) -> bool {
    person.age < thresholds.cot_age
}

/// B3: whether an upper bunk takes this person.
pub fn upper_bunk_takes(thresholds: &Thresholds, person: &Person) -> bool {
    person.age >= thresholds.upper_bunk_age && !person.needs.no_upper_bunk
}

/// The rule about the kind of the bed (B2, B3) that refuses this person, if one does.
pub fn kind_refuses(thresholds: &Thresholds, person: &Person, kind: BedKind) -> Option<Rule> {
    match kind {
        BedKind::Cot if !cot_takes(thresholds, person) => Some(Rule::B2),
        BedKind::Upper if !upper_bunk_takes(thresholds, person) => Some(Rule::B3),
        _ => None,
    }
}

/// The rule about the kind of the bed that refuses this person with the infants in the same bed.
pub fn bed_refuses(house: &House, person: usize, kind: BedKind) -> Option<Rule> {
    let mut sleepers = house.with_infants(person);
    sleepers.find_map(|who| kind_refuses(&house.thresholds, who, kind))
}

/// B4: whether the room lacks the step-free way that this person or an infant in the same bed needs.
pub fn room_refuses(house: &House, person: usize, room: usize) -> bool {
    let step_free = house.rooms[room].step_free;
    house
        .with_infants(person)
        .any(|who| steps_refuse(who, step_free))
}

/// B4: whether the room lacks the step-free way that this person needs.
pub fn steps_refuse(person: &Person, step_free: bool) -> bool {
    person.needs.step_free && !step_free
}

/// R1: whether the two are a keep-apart pair.
pub fn kept_apart(house: &House, one: usize, other: usize) -> bool {
    house
        .keep_apart
        .iter()
        .any(|&(a, b)| (a, b) == (one, other) || (b, a) == (one, other))
}

/// What R2 says of a minor and an adult in one room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinorBeside {
    /// Nothing: they are related, or not a minor and an adult.
    Free,
    /// Only where an adult of the minor's own party is in that room.
    WithOwnAdult,
    /// Never.
    Never,
}

/// R2: what it says of the first as the minor and the second as the adult.
pub fn minor_beside(minor: &Person, adult: &Person) -> MinorBeside {
    if minor.is_adult() || adult.is_minor() || minor.party == adult.party {
        MinorBeside::Free
    } else if adult.sex == Sex::Female {
        MinorBeside::WithOwnAdult
    } else {
        MinorBeside::Never
    }
}

/// R3: whether the two are unrelated, of different sex and both old enough for that to matter.
pub fn opposite_sex(thresholds: &Thresholds, one: &Person, other: &Person) -> bool {
    one.party != other.party
        && one.sex != other.sex
        && one.age.min(other.age) >= thresholds.opposite_sex_age
}

/// R4: whether the first needs isolation from the second.
pub fn isolated_from(one: &Person, other: &Person) -> bool {
    one.needs.isolation && one.party != other.party
}

/// R5: whether this person, if the party has an adult, is to be in a room with one.
pub fn needs_own_adult(thresholds: &Thresholds, person: &Person) -> bool {
    person.is_minor() && person.age < thresholds.with_adult_age
}

/// Every breach of B1 to B4 and R1 to R5 in an arrangement, whoever brought it about, ordered.
///
/// People without a bed are looked at by no rule; the adults of a party (R5) are those with a bed.
pub fn breaches(house: &House, arrangement: &[Option<usize>]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut rooms = vec![Vec::new(); house.rooms.len()];
    for (person, bed) in arrangement
        .iter()
        .enumerate()
        .filter_map(|(p, bed)| Some((p, (*bed)?)))
    {
        bed_breaches(house, person, bed, &mut found);
        rooms[house.beds[bed].room].push((person, bed));
    }
    for members in &rooms {
        for &(person, bed) in members {
            room_breaches(house, arrangement, members, person, bed, &mut found);
        }
        for lap in &house.laps {
            infant_breaches(house, members, lap, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|breach| breach.key());
    found
}

/// What an infant in an adult's bed breaks, said of the adult.
fn infant_breaches(house: &House, members: &[(usize, usize)], lap: &Lap, found: &mut Vec<Breach>) {
    let Some(&(adult, bed)) = members.iter().find(|(member, _)| *member == lap.adult) else {
        return;
    };
    let room = house.beds[bed].room;
    let mut add = |rule, other| {
        found.push(Breach {
            rule,
            person: adult,
            other,
            room,
            bed,
        })
    };
    if let Some(rule) = kind_refuses(&house.thresholds, &lap.infant, house.beds[bed].kind) {
        add(rule, None);
    }
    if steps_refuse(&lap.infant, house.rooms[room].step_free) {
        add(Rule::B4, None);
    }
    for &(other, _) in members {
        for beside in house.with_infants(other) {
            for rule in never_beside(&house.thresholds, &lap.infant, beside) {
                add(rule, Some(other));
            }
        }
    }
}

/// The rules by which two people may not be in one room, each with an adult of the own party there.
pub fn never_beside(
    thresholds: &Thresholds,
    one: &Person,
    other: &Person,
) -> impl Iterator<Item = Rule> {
    let never = |minor, adult| minor_beside(minor, adult) == MinorBeside::Never;
    let broken = [
        (Rule::R2, never(one, other) || never(other, one)),
        (Rule::R3, opposite_sex(thresholds, one, other)),
        (
            Rule::R4,
            isolated_from(one, other) || isolated_from(other, one),
        ),
    ];
    broken
        .into_iter()
        .filter_map(|(rule, holds)| holds.then_some(rule))
}

fn bed_breaches(house: &House, person: usize, bed: usize, found: &mut Vec<Breach>) {
    let (who, spec) = (&house.people[person], &house.beds[bed]);
    let mut add = |rule| {
        found.push(Breach {
            rule,
            person,
            other: None,
            room: spec.room,
            bed,
        })
    };
    if spec.closed {
        add(Rule::B1);
    }
    if let Some(rule) = kind_refuses(&house.thresholds, who, spec.kind) {
        add(rule);
    }
    if steps_refuse(who, house.rooms[spec.room].step_free) {
        add(Rule::B4);
    }
}

/// What the first person breaks by being in a room with these members; pairs without an order of
/// their own (R1, R3) only from the lower index.
fn room_breaches(
    house: &House,
    arrangement: &[Option<usize>],
    members: &[(usize, usize)],
    person: usize,
    bed: usize,
    found: &mut Vec<Breach>,
) {
    let who = &house.people[person];
    let room = house.beds[bed].room;
    let own_adult = members
        .iter()
        .any(|&(m, _)| m != person && house.related(m, person) && house.people[m].is_adult());
    for &(other, _) in members.iter().filter(|&&(m, _)| m != person) {
        let beside = &house.people[other];
        let mut add = |rule| {
            found.push(Breach {
                rule,
                person,
                other: Some(other),
                room,
                bed,
            })
        };
        if person < other && kept_apart(house, person, other) {
            add(Rule::R1);
        }
        match minor_beside(who, beside) {
            MinorBeside::Never => add(Rule::R2),
            MinorBeside::WithOwnAdult if !own_adult => add(Rule::R2),
            _ => {}
        }
        if person < other && opposite_sex(&house.thresholds, who, beside) {
            add(Rule::R3);
        }
        if isolated_from(who, beside) {
            add(Rule::R4);
        }
    }
    if !own_adult
        && needs_own_adult(&house.thresholds, who)
        && party_has_adult_in(house, arrangement, who.party)
    {
        found.push(Breach {
            rule: Rule::R5,
            person,
            other: None,
            room,
            bed,
        });
    }
}

fn party_has_adult_in(house: &House, arrangement: &[Option<usize>], party: usize) -> bool {
    house
        .people
        .iter()
        .zip(arrangement)
        .any(|(p, bed)| p.party == party && p.is_adult() && bed.is_some())
}

/// The breaches that a change brings about.
///
/// A breach that stands before, among people who all stay where they are, is left out: it does not
/// block. Whose bed changes does not stay, even inside the same room. The people of a breach are those
/// it names: a child without an adult (R5) who stays does not block, wherever the adults go.
pub fn brought_about(
    house: &House,
    before: &[Option<usize>],
    after: &[Option<usize>],
) -> Vec<Breach> {
    let standing: BTreeSet<_> = breaches(house, before).iter().map(Breach::key).collect();
    let stays = |p: usize| before.get(p) == after.get(p);
    let mut found = breaches(house, after);
    found.retain(|breach| !(standing.contains(&breach.key()) && breach.people().all(stays)));
    found
}

/// Everything for which a plan is refused: breaches it brings about, pinned residents it moves (P1),
/// and one breach of P2, naming the last one moved, when it moves too many.
pub fn blocking(house: &House, plan: &[Option<usize>]) -> Vec<Breach> {
    let mut found = brought_about(house, &house.before(), plan);
    let moved: Vec<(usize, usize)> = moved(house, plan).collect();
    let at = |rule, (person, bed): (usize, usize)| Breach {
        rule,
        person,
        other: None,
        room: house.beds[bed].room,
        bed,
    };
    found.extend(
        moved
            .iter()
            .filter(|m| house.people[m.0].pinned)
            .map(|&m| at(Rule::P1, m)),
    );
    if moved.len() > usize::from(house.thresholds.max_moves) {
        found.extend(moved.last().map(|&m| at(Rule::P2, m)));
    }
    found
}

/// The residents whose bed a plan changes, each with the new bed.
pub fn moved(house: &House, plan: &[Option<usize>]) -> impl Iterator<Item = (usize, usize)> {
    house
        .people
        .iter()
        .zip(plan)
        .enumerate()
        .filter_map(|(person, (who, bed))| match (who.bed, *bed) {
            (Some(old), Some(new)) if old != new => Some((person, new)),
            _ => None,
        })
}

/// Why one person may not simply be put in one bed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Somebody else lies there.
    pub occupied_by: Option<usize>,
    /// What it would bring about, for this person or for those left or joined (the occupant apart).
    pub breaches: Vec<Breach>,
}

impl Refusal {
    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        self.occupied_by.is_none() && self.breaches.is_empty()
    }
}

/// What stands against putting a person in a bed while everybody else keeps theirs.
///
/// An occupant of the bed is named, and then looked at by no rule, so that the answer also serves
/// where the two would change places. The bed the person has is never refused.
pub fn refusals(
    house: &House,
    arrangement: &[Option<usize>],
    person: usize,
    bed: usize,
) -> Refusal {
    if arrangement.get(person) == Some(&Some(bed)) {
        return Refusal::default();
    }
    let occupied_by = arrangement.iter().position(|&b| b == Some(bed));
    let mut before: Arrangement = arrangement.to_vec();
    if let Some(occupant) = occupied_by {
        before[occupant] = None;
    }
    let mut after = before.clone();
    after[person] = Some(bed);
    let mut breaches = brought_about(house, &before, &after);
    if house.people[person].pinned && arrangement[person].is_some() {
        breaches.push(Breach {
            rule: Rule::P1,
            person,
            other: None,
            room: house.beds[bed].room,
            bed,
        });
    }
    Refusal {
        occupied_by,
        breaches,
    }
}
