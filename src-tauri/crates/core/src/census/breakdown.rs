//! The stays of a period, by what is known of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::register::{Period, touches};
use crate::centre::Centre;
use crate::facts::Stay;
use crate::id::{BeneficiaryId, PartyId, StayId};
use crate::terms::choice;
use crate::time::{Instant, Span, midnight};

choice! {
    /// By what the stays are told apart.
    By {
        /// Why the person was here, as it stood at the end of the period or of the stay.
        Ground = "ground",
        /// Crisis assistance or rehabilitation, as it stood then.
        Phase = "phase",
        /// Who sent the party.
        Referrer = "referrer",
        /// Rayon or town of origin.
        Territory = "territory",
        /// Country.
        Citizenship = "citizenship",
        /// How many of the party had a stay in the period.
        PartySize = "party_size",
    }
}

/// How many stays have one thing in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Slice {
    /// The value as it is kept in the file; none where it isn't known.
    pub value: Option<String>,
    /// How many stays.
    pub stays: u32,
}

/// The stays of a period, told apart by one thing: each of them counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Breakdown {
    /// By what.
    pub by: By,
    /// The most frequent first, what isn't known last; party sizes from the smallest.
    pub slices: Vec<Slice>,
}

/// The stays of a period, by everything in turn.
pub(super) fn breakdowns(centre: &Centre, period: Period) -> Vec<Breakdown> {
    let (start, end) = (midnight(period.first()), midnight(period.after()));
    let stays: Vec<&Stay> = centre
        .stays
        .values()
        .filter(|stay| touches(stay.span, start, end))
        .collect();
    let grounds = centre
        .grounds
        .values()
        .map(|ground| (ground.stay, ground.span, ground.kind.text()));
    let grounds = in_force(grounds, end);
    let phases = in_force(
        centre
            .phases
            .values()
            .map(|phase| (phase.stay, phase.span, phase.kind.text())),
        end,
    );
    let mut sizes: BTreeMap<PartyId, BTreeSet<BeneficiaryId>> = BTreeMap::new();
    for stay in &stays {
        let people = sizes.entry(stay.party).or_default();
        people.insert(stay.beneficiary);
    }
    let value = |by: By, stay: &Stay| -> Option<String> {
        let party = || centre.parties.get(&stay.party);
        match by {
            By::Ground => grounds.get(&stay.id).map(|(_, text)| (*text).to_owned()),
            By::Phase => phases.get(&stay.id).map(|(_, text)| (*text).to_owned()),
            By::Referrer => Some(party()?.referrer?.text().to_owned()),
            By::Territory => party()?.territory.clone(),
            By::Citizenship => centre
                .beneficiaries
                .get(&stay.beneficiary)?
                .citizenship
                .clone(),
            By::PartySize => sizes
                .get(&stay.party)
                .map(|people| people.len().to_string()),
        }
    };
    let one = |by: &By| {
        let mut counts: BTreeMap<Option<String>, u32> = BTreeMap::new();
        for stay in &stays {
            *counts.entry(value(*by, stay)).or_default() += 1;
        }
        let mut slices: Vec<Slice> = counts
            .into_iter()
            .map(|(value, stays)| Slice { value, stays })
            .collect();
        match by {
            By::PartySize => slices.sort_by_key(|slice| {
                slice
                    .value
                    .as_deref()
                    .and_then(|size| size.parse::<u32>().ok())
            }),
            _ => {
                slices.sort_by_key(|slice| (slice.value.is_none(), std::cmp::Reverse(slice.stays)))
            }
        }
        Breakdown { by: *by, slices }
    };
    By::ALL.iter().map(one).collect()
}

/// Of each stay what began last before an instant.
fn in_force(
    facts: impl Iterator<Item = (StayId, Span, &'static str)>,
    end: Instant,
) -> BTreeMap<StayId, (Instant, &'static str)> {
    let mut latest: BTreeMap<StayId, (Instant, &'static str)> = BTreeMap::new();
    for (stay, span, text) in facts.filter(|(_, span, _)| span.from < end) {
        let last = latest.entry(stay).or_insert((span.from, text));
        if span.from >= last.0 {
            *last = (span.from, text);
        }
    }
    latest
}
