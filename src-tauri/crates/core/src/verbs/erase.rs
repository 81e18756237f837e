//! Erasing who somebody was, for good. The rest of the history stands without it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionKind, Asking, Decision, note, required};
use crate::facts::Identity;
use crate::id::BeneficiaryId;
use crate::refusal::Refusal;
use crate::spelling;
use crate::terms::Role;

/// Whose identity to erase, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Erase {
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// Why; it stays in the journal, and must not say who it was.
    pub reason: String,
}

/// Erases an identity: names, documents, notes, and the exact day of birth, from every version. `kept` is every
/// version, also those that hold no longer.
///
/// # Errors
/// Refused to reception, without a reason, where nothing is kept that could be erased, and where the reason
/// repeats the name.
pub fn erase(kept: &[Identity], request: &Erase, asking: Asking) -> Result<Decision, Refusal> {
    if asking.role < Role::Manager {
        return Err(Refusal::NeedsManager);
    }
    let reason = required(&request.reason)?;
    if kept.iter().all(Identity::says_nothing) {
        return Err(Refusal::NothingToErase);
    }
    let named = |text: &str| kept.iter().any(|identity| names(identity, text));
    if reason.as_deref().is_some_and(named) {
        return Err(Refusal::NamesInReason);
    }
    note(ActionKind::Erase, reason, asking)
}

/// Whether a text has a word of the name in it, however it is spelt: a reason stays in the journal, where no name
/// is to be.
#[must_use]
pub fn names(identity: &Identity, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .map(str::to_owned)
            .collect()
    };
    let said = words(text);
    let is_said = |word: &String| said.iter().any(|other| spelling::same(word, other));
    words(&identity.name).iter().any(is_said)
}

/// What stays of an exact birth date when the identity is erased: the earliest day of its month from which
/// every figure counts the same age. Figures ask on the first of a month and on the days of admission.
#[must_use]
pub fn reduced(born: NaiveDate, admitted: impl IntoIterator<Item = NaiveDate>) -> NaiveDate {
    let asked = admitted
        .into_iter()
        .filter(|day| day.month() == born.month())
        .map(|day| day.day())
        .chain([1]);
    // The last day on which the year was not completed yet; the one after it will do.
    let last = asked.filter(|day| *day < born.day()).max();
    born.with_day(last.map_or(1, |day| day + 1)).unwrap_or(born)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Age;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn as_little_of_a_birth_date_stays_as_figures_need() {
        let none: [NaiveDate; 0] = [];
        assert_eq!(reduced(day("1990-03-17"), none), day("1990-03-02"));
        assert_eq!(reduced(day("1990-03-01"), none), day("1990-03-01"));
        assert_eq!(
            reduced(day("1990-03-17"), [day("2009-04-20")]),
            day("1990-03-02")
        );
        assert_eq!(
            reduced(day("1990-03-17"), [day("2009-03-10")]),
            day("1990-03-11")
        );
        assert_eq!(
            reduced(day("1990-03-17"), [day("2009-03-17")]),
            day("1990-03-02")
        );
    }

    #[test]
    fn every_figure_counts_the_same_age_afterwards() {
        let first = day("2008-01-01");
        for born in first.iter_days().take(366) {
            for admitted in day("2026-01-01").iter_days().take(366) {
                let kept = reduced(born, [admitted]);
                assert!(kept <= born && (kept.year(), kept.month()) == (born.year(), born.month()));
                let next = admitted
                    .with_day(1)
                    .and_then(|day| day.checked_add_months(chrono::Months::new(1)));
                for asked in [Some(admitted), next].into_iter().flatten() {
                    assert_eq!(
                        Age::on(kept, asked).years,
                        Age::on(born, asked).years,
                        "{born} {asked}"
                    );
                }
            }
        }
    }
}
