//! Whose identity is to be erased, and when.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::centre::ActionSeq;
use crate::centre::{Centre, FactKey, code};
use crate::facts::Stay;
use crate::id::{BeneficiaryId, StayId};
use crate::time::Instant;

/// Days for which it is shown before: nobody is erased on the day on which a rule, or an end long past, was noted.
const SHOWN: u64 = 7;

/// Somebody whose identity is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// Who.
    pub beneficiary: BeneficiaryId,
    /// The latest stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// On which day.
    #[ts(type = "string")]
    pub on: NaiveDate,
}

/// Those who have left and whose identity is still kept in some version, with the day on which it is to be erased by
/// the rule in force, the next first; nobody while there is no such rule. `recorded` says on which day an action was
/// recorded.
#[must_use]
pub fn retention(
    centre: &Centre,
    kept: &BTreeSet<BeneficiaryId>,
    recorded: impl Fn(ActionSeq) -> Option<NaiveDate>,
    now: Instant,
) -> Vec<Due> {
    let Some(days) = centre.desk(now).erase_days else {
        return Vec::new();
    };
    let shown_until = |fact: FactKey| {
        let noted = recorded(*centre.made_by.get(&fact)?)?;
        noted.checked_add_days(Days::new(SHOWN))
    };
    let rule = centre.desks.values().find(|desk| desk.span.contains(now));
    let rule_shown = rule.and_then(|rule| shown_until(FactKey::Desk(rule.id)));
    // Somebody who is here has no last day yet.
    let end = |stay: &Stay| stay.span.to.unwrap_or(Instant(i64::MAX));
    let mut last: BTreeMap<BeneficiaryId, &Stay> = BTreeMap::new();
    for stay in centre.stays.values() {
        let known = last.entry(stay.beneficiary).or_insert(stay);
        if end(stay) >= end(known) {
            *known = stay;
        }
    }
    let due = |person: &crate::facts::Beneficiary| {
        let last = last.get(&person.id)?;
        let left = last.span.to.filter(|to| *to <= now)?;
        let over = left.day().checked_add_days(Days::new(u64::from(days)))?;
        let shown = rule_shown.max(shown_until(FactKey::Stay(last.id)));
        Some(Due {
            beneficiary: person.id,
            stay: last.id,
            code: code(person.code),
            on: shown.map_or(over, |shown| over.max(shown)),
        })
    };
    let people = centre.beneficiaries.values();
    let people = people.filter(|person| kept.contains(&person.id));
    let mut all: Vec<_> = people.filter_map(due).collect();
    all.sort_by(|one, other| (one.on, &one.code).cmp(&(other.on, &other.code)));
    all
}
