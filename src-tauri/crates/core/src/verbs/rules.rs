//! The rules of room assignment and the standard term, from a time on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::versions::in_force_from;
use super::{ActionKind, Asking, Decision, checked};
use crate::centre::Centre;
use crate::facts::Policy;
use crate::id::PolicyId;
use crate::refusal::Refusal;
use crate::terms::Role;
use crate::time::{Span, midnight};

/// The numbers of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rules {
    /// R3: unrelated people of different sex share no room from this age, whole years.
    pub opposite_sex_age: u8,
    /// R5: a child younger than this sleeps in a room with an adult of the party, whole years.
    pub with_adult_age: u8,
    /// B3: nobody younger than this in an upper bunk, whole years.
    pub upper_bunk_age: u8,
    /// B2: only a child younger than this in a cot, whole years.
    pub cot_age: u8,
    /// P2: at most so many residents change beds in one plan.
    pub max_moves: u8,
    /// How long a stay may last unless extended, days.
    pub term_days: u16,
}

impl Rules {
    /// Those of a version in time.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self {
            opposite_sex_age: policy.opposite_sex_age,
            with_adult_age: policy.with_adult_age,
            upper_bunk_age: policy.upper_bunk_age,
            cot_age: policy.cot_age,
            max_moves: policy.max_moves,
            term_days: policy.term_days,
        }
    }

    /// The version in time that says so.
    pub(super) fn over(self, id: PolicyId, span: Span) -> Policy {
        Policy {
            id,
            opposite_sex_age: self.opposite_sex_age,
            with_adult_age: self.with_adult_age,
            upper_bunk_age: self.upper_bunk_age,
            cot_age: self.cot_age,
            max_moves: self.max_moves,
            term_days: self.term_days,
            span,
        }
    }

    /// These with what changes from one version to the next, but for what they change themselves.
    fn carrying(self, was: Self, is: Self) -> Self {
        fn one<T: PartialEq>(planned: T, was: T, is: T) -> T {
            if planned == was { is } else { planned }
        }
        Self {
            opposite_sex_age: one(
                self.opposite_sex_age,
                was.opposite_sex_age,
                is.opposite_sex_age,
            ),
            with_adult_age: one(self.with_adult_age, was.with_adult_age, is.with_adult_age),
            upper_bunk_age: one(self.upper_bunk_age, was.upper_bunk_age, is.upper_bunk_age),
            cot_age: one(self.cot_age, was.cot_age, is.cot_age),
            max_moves: one(self.max_moves, was.max_moves, is.max_moves),
            term_days: one(self.term_days, was.term_days, is.term_days),
        }
    }

    /// Ages of minors, a plan of a few moves, a term of a day to ten years.
    fn are_possible(self) -> bool {
        let ages = [
            self.opposite_sex_age,
            self.with_adult_age,
            self.upper_bunk_age,
            self.cot_age,
        ];
        ages.iter().all(|age| *age <= 18)
            && self.max_moves <= MOST_MOVES
            && (1..=3_650).contains(&self.term_days)
    }
}

/// The most moves that a plan may be allowed.
pub const MOST_MOVES: u8 = 8;

/// Other rules.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SetRules {
    /// What they are to say.
    pub rules: Rules,
    /// From the beginning of which day on; from now on if not said.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
}

/// Sets other rules from a time on. What was before stays as it was: a late entry is still judged by the
/// rules of its time. A later change that is planned already still comes, with what it changes.
///
/// # Errors
/// Refused to anybody but a manager, for numbers out of the possible, for a day that has begun, and where
/// nothing would change.
pub fn set_rules(centre: &Centre, request: SetRules, asking: Asking) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    if !request.rules.are_possible() {
        return Err(Refusal::BadRules);
    }
    let from = request.from.map_or(asking.now, midnight);
    if from < asking.now {
        return Err(Refusal::AlreadyBegun);
    }
    let before = centre.policy(from).ok_or(Refusal::NotFound)?;
    if Rules::of(before) == request.rules {
        return Err(Refusal::NothingChanges);
    }
    let mut changes = in_force_from(&centre.policies, from, |same, span| {
        let id = same.map_or_else(PolicyId::new, |same| same.id);
        request.rules.over(id, span)
    });
    // What is planned for later keeps what it changes, and takes over the rest.
    let was = Rules::of(before);
    for later in centre.policies.values().filter(|one| one.span.from > from) {
        let planned = Rules::of(later);
        let carried = planned.carrying(was, request.rules);
        if carried != planned {
            changes.replace(carried.over(later.id, later.span));
        }
    }
    let kind = ActionKind::SetRules;
    checked(
        centre,
        Decision {
            kind,
            happened_at: asking.now,
            reason: None,
            changes,
        },
    )
}
