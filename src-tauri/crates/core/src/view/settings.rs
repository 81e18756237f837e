//! What a manager has set: the rules through time, and who is kept apart.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::centre::{Centre, code};
use crate::facts::Limits;
use crate::id::{ApartPairId, AssistanceNameId, BeneficiaryId};
use crate::time::Instant;
use crate::verbs::Rules;

/// The rules from a time on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesVersion {
    /// What they say.
    pub rules: Rules,
    /// From when on.
    pub from: Instant,
    /// Until when, if another version follows.
    pub to: Option<Instant>,
    /// Whether they are in force now.
    pub in_force: bool,
}

/// Two people who are kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PairView {
    /// Which pair.
    pub pair: ApartPairId,
    /// The one.
    pub one: BeneficiaryId,
    /// The other.
    pub other: BeneficiaryId,
    /// Their codes, the lower number first.
    pub codes: (String, String),
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: Instant,
    /// Whether they share a room now all the same.
    pub in_one_room: bool,
}

/// All versions of the rules, the first one first.
#[must_use]
pub fn rules(centre: &Centre, at: Instant) -> Vec<RulesVersion> {
    let version = |policy: &crate::facts::Policy| RulesVersion {
        rules: Rules::of(policy),
        from: policy.span.from,
        to: policy.span.to,
        in_force: policy.span.contains(at),
    };
    let mut versions: Vec<_> = centre.policies.values().map(version).collect();
    versions.sort_by_key(|version| version.from);
    versions
}

/// Who is kept apart at an instant, by code.
#[must_use]
pub fn kept_apart(centre: &Centre, at: Instant) -> Vec<PairView> {
    let room = |who| {
        let stay = centre.stays_at(at).find(|stay| stay.beneficiary == who)?;
        centre
            .bed_of(stay.id, at)
            .and_then(|bed| centre.beds.get(&bed))
            .map(|bed| bed.room)
    };
    let number = |who| {
        centre
            .beneficiaries
            .get(&who)
            .map_or(0, |person| person.code)
    };
    let pairs = centre
        .apart_pairs
        .values()
        .filter(|pair| pair.span.contains(at));
    let mut pairs: Vec<_> = pairs
        .map(|pair| {
            let mut numbers = [number(pair.one), number(pair.other)];
            numbers.sort_unstable();
            let view = PairView {
                pair: pair.id,
                one: pair.one,
                other: pair.other,
                codes: (code(numbers[0]), code(numbers[1])),
                reason: pair.reason.clone(),
                since: pair.span.from,
                in_one_room: room(pair.one).is_some() && room(pair.one) == room(pair.other),
            };
            (numbers, view)
        })
        .collect();
    pairs.sort_by_key(|(numbers, _)| *numbers);
    pairs.into_iter().map(|(_, view)| view).collect()
}

/// How many places there are from a time on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CapacityVersion {
    /// How many.
    pub places: u16,
    /// From when on.
    pub from: Instant,
    /// Until when, if another version follows.
    pub to: Option<Instant>,
    /// Whether it is in force now.
    pub in_force: bool,
}

/// The places through time, the first version first.
#[must_use]
pub fn capacities(centre: &Centre, at: Instant) -> Vec<CapacityVersion> {
    let version = |one: &crate::facts::Capacity| CapacityVersion {
        places: one.places,
        from: one.span.from,
        to: one.span.to,
        in_force: one.span.contains(at),
    };
    let mut versions: Vec<_> = centre.capacities.values().map(version).collect();
    versions.sort_by_key(|version| version.from);
    versions
}

/// How long a stay may be extended from a time on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitsVersion {
    /// What they say.
    pub limits: Limits,
    /// From when on.
    pub from: Instant,
    /// Until when, if another version follows.
    pub to: Option<Instant>,
    /// Whether they are in force now.
    pub in_force: bool,
}

/// The limits of extension through time, the first version first; none while there is no limit.
#[must_use]
pub fn limits(centre: &Centre, at: Instant) -> Vec<LimitsVersion> {
    let version = |one: &crate::facts::TermLimit| LimitsVersion {
        limits: one.limits,
        from: one.span.from,
        to: one.span.to,
        in_force: one.span.contains(at),
    };
    let mut versions: Vec<_> = centre.term_limits.values().map(version).collect();
    versions.sort_by_key(|version| version.from);
    versions
}

/// A kind of assistance that the centre offers besides those that everybody knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssistanceOffered {
    /// Which.
    pub id: AssistanceNameId,
    /// How it is called.
    pub name: String,
}

/// The centre's own list of assistance at an instant, in the order in which it was made.
#[must_use]
pub fn assistance_list(centre: &Centre, at: Instant) -> Vec<AssistanceOffered> {
    let mut all: Vec<_> = centre
        .assistance_names
        .values()
        .filter(|one| one.span.contains(at))
        .collect();
    all.sort_by_key(|one| (one.span.from, one.id));
    let offered = all.into_iter().map(|one| AssistanceOffered {
        id: one.id,
        name: one.name.clone(),
    });
    offered.collect()
}
