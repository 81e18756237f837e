//! What a record says of everybody who was ever here, without the identifiers that differ from file to file.

use std::collections::{BTreeMap, BTreeSet};

use vatra_core::Centre;
use vatra_core::id::{PartyId, StayId};

/// Every stay with all that belongs to it, and who came with whom.
#[must_use]
pub fn told(centre: &Centre) -> BTreeSet<String> {
    let mut parts: BTreeMap<StayId, BTreeSet<String>> = BTreeMap::new();
    let mut tell = |stay: StayId, what: String| {
        parts.entry(stay).or_default().insert(what);
    };
    for one in centre.grounds.values() {
        let said = (one.kind, one.decided_by, one.decided_on, one.span);
        tell(one.stay, format!("ground {said:?}"));
    }
    for one in centre.phases.values() {
        tell(one.stay, format!("phase {:?}", (one.kind, one.span)));
    }
    for one in centre.terms.values() {
        tell(one.stay, format!("term {:?}", (one.days, one.authority)));
    }
    for one in centre.bed_assignments.values() {
        let said = (centre.bed_label(one.bed), one.span);
        tell(one.stay, format!("bed {said:?}"));
    }
    for one in centre.bed_shares.values() {
        let said = (centre.code_of(one.with), one.span);
        tell(one.stay, format!("share {said:?}"));
    }
    for one in centre.absences.values() {
        let said = (one.kind, one.expected_return, one.span);
        tell(one.stay, format!("absence {said:?}"));
    }
    for one in centre.assistances.values() {
        let said = (one.kind, &one.name, one.day);
        tell(one.stay, format!("assistance {said:?}"));
    }
    let mut parties: BTreeMap<PartyId, BTreeSet<String>> = BTreeMap::new();
    for stay in centre.stays.values() {
        let member = (centre.code_of(stay.id), stay.span.from);
        parties
            .entry(stay.party)
            .or_default()
            .insert(format!("{member:?}"));
    }
    let line = |stay: &vatra_core::facts::Stay| {
        let person = centre.beneficiaries.get(&stay.beneficiary);
        let person = person.map(|one| (one.code, one.sex, one.born, &one.citizenship, &one.needs));
        let party = centre
            .parties
            .get(&stay.party)
            .map(|one| (one.referrer, &one.territory));
        format!(
            "{person:?} {:?} {:?} {:?} {party:?} with {:?} {:?}",
            stay.relation,
            stay.span,
            stay.departure,
            parties.get(&stay.party),
            parts.get(&stay.id),
        )
    };
    centre.stays.values().map(line).collect()
}
