//! What must hold of every record, whatever action led to it. The verbs refuse with words before it
//! comes to this; undo and the store rely on it; the schema of the file says the same once more.

use std::collections::BTreeMap;

use crate::centre::{Centre, FactKey};
use crate::facts::Stay;
use crate::id::{BedId, BeneficiaryId, StayId};
use crate::time::Span;

/// Something that must never hold, with the facts that bring it about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What.
    pub kind: ViolationKind,
    /// The facts at fault.
    pub facts: Vec<FactKey>,
}

/// What must never hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViolationKind {
    /// An interval that ends before it begins, or at once.
    ImpossibleInterval,
    /// A fact that speaks of another which is not in the record: which one that is, stands beside it.
    DanglingReference,
    /// Two people in one bed.
    TwoInOneBed,
    /// One person in two beds, or in two stays at once.
    OneInTwo,
    /// Something noted for a stay outside its interval.
    OutsideStay,
    /// A person without a bed for a part of the stay.
    NoBed,
    /// An infant in the bed of somebody who isn't there, or is not of the party.
    ShareWithNobody,
    /// Somebody put into a bed while it is closed, or in one that doesn't stand in the house.
    InClosedBed,
    /// A bed, room or person that appears twice.
    Duplicate,
    /// An end without a departure, or the reverse.
    HalfDeparture,
}

/// All violations of a record; empty for every record that the program writes.
#[must_use]
pub fn violations(centre: &Centre) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    found.duplicates(centre);
    found.stays(centre);
    found.nights(centre);
    found.shares(centre);
    found.notes(centre);
    found.plans(centre);
    found.0
}

struct Found(Vec<Violation>);

impl Found {
    /// A fact speaks of another.
    fn refers(&mut self, centre: &Centre, fact: impl Into<FactKey>, to: impl Into<FactKey>) {
        let (fact, to) = (fact.into(), to.into());
        if !centre.has(to) {
            self.add(ViolationKind::DanglingReference, &[fact, to]);
        }
    }

    fn add(&mut self, kind: ViolationKind, facts: &[FactKey]) {
        self.0.push(Violation {
            kind,
            facts: facts.to_vec(),
        });
    }

    /// No number twice: rooms, beds, codes, names of staff, identities; spans of settings apart.
    fn duplicates(&mut self, centre: &Centre) {
        let mut seen: BTreeMap<(u8, u64, String), FactKey> = BTreeMap::new();
        let rooms = centre
            .rooms
            .values()
            .map(|r| ((0, r.number.into(), String::new()), r.id.into()));
        let people = centre.beneficiaries.values();
        let people = people.map(|p| ((1, p.code.into(), String::new()), p.id.into()));
        let staff = centre.staff.values();
        let staff = staff.map(|s| ((2, 0, s.name.to_lowercase()), s.id.into()));
        let beds = centre.beds.values();
        let beds = beds.map(|b| ((3, b.number.into(), b.room.0.to_string()), b.id.into()));
        let identities = centre.identities.values();
        let identities = identities.map(|i| ((4, 0, i.beneficiary.0.to_string()), i.id.into()));
        let terms = centre
            .terms
            .values()
            .map(|t| ((5, 0, t.stay.0.to_string()), t.id.into()));
        let departures = centre.expected_departures.values();
        let departures = departures.map(|d| ((6, 0, d.stay.0.to_string()), d.id.into()));
        let standings = centre.bed_standings.values();
        let standings = standings.map(|s| ((7, 0, s.bed.0.to_string()), s.id.into()));
        for (name, key) in rooms
            .chain(departures)
            .chain(standings)
            .chain(people)
            .chain(staff)
            .chain(beds)
            .chain(identities)
            .chain(terms)
        {
            if let Some(first) = seen.insert(name, key) {
                self.add(ViolationKind::Duplicate, &[first, key]);
            }
        }
        for bed in centre.beds.values() {
            self.refers(centre, bed.id, bed.room);
        }
        let capacities = centre
            .capacities
            .values()
            .map(|c| (c.span, c.id.into()))
            .collect();
        let policies = centre
            .policies
            .values()
            .map(|p| (p.span, p.id.into()))
            .collect();
        self.apart(ViolationKind::Duplicate, capacities);
        self.apart(ViolationKind::Duplicate, policies);
        let desks = centre.desks.values().map(|d| (d.span, d.id.into()));
        self.apart(ViolationKind::Duplicate, desks.collect());
        let limits = centre.term_limits.values().map(|l| (l.span, l.id.into()));
        self.apart(ViolationKind::Duplicate, limits.collect());
    }

    fn stays(&mut self, centre: &Centre) {
        let mut of_person: BTreeMap<BeneficiaryId, Vec<(Span, FactKey)>> = BTreeMap::new();
        for stay in centre.stays.values() {
            self.refers(centre, stay.id, stay.beneficiary);
            self.refers(centre, stay.id, stay.party);
            if stay.span.to.is_some() != stay.departure.is_some() {
                self.add(ViolationKind::HalfDeparture, &[stay.id.into()]);
            }
            of_person
                .entry(stay.beneficiary)
                .or_default()
                .push((stay.span, stay.id.into()));
        }
        for spans in of_person.into_values() {
            self.apart(ViolationKind::OneInTwo, spans);
        }
        for identity in centre.identities.values() {
            self.refers(centre, identity.id, identity.beneficiary);
        }
    }

    /// Every stay is covered by beds, own or shared, without gap or overlap; every bed has one person.
    fn nights(&mut self, centre: &Centre) {
        let mut of_bed: BTreeMap<BedId, Vec<(Span, FactKey)>> = BTreeMap::new();
        let mut of_stay: BTreeMap<StayId, Vec<(Span, FactKey)>> = BTreeMap::new();
        for a in centre.bed_assignments.values() {
            self.refers(centre, a.id, a.bed);
            if let Some(standing) = centre.bed_standing(a.bed)
                && !standing.span.covers(a.span)
            {
                self.add(
                    ViolationKind::InClosedBed,
                    &[standing.id.into(), a.id.into()],
                );
            }
            of_bed.entry(a.bed).or_default().push((a.span, a.id.into()));
            of_stay
                .entry(a.stay)
                .or_default()
                .push((a.span, a.id.into()));
        }
        for s in centre.bed_shares.values() {
            of_stay
                .entry(s.stay)
                .or_default()
                .push((s.span, s.id.into()));
        }
        for spans in of_bed.into_values() {
            self.apart(ViolationKind::TwoInOneBed, spans);
        }
        for stay in centre.stays.values() {
            let mut spans = of_stay.remove(&stay.id).unwrap_or_default();
            spans.sort_by_key(|(span, _)| span.from);
            let mut covered = Some(stay.span.from);
            let mut gap = false;
            for (span, _) in &spans {
                gap |= covered.is_none_or(|end| end < span.from);
                covered = span.to;
            }
            if gap || covered != stay.span.to || spans.is_empty() {
                self.add(ViolationKind::NoBed, &[stay.id.into()]);
            }
            self.inside(stay, &spans);
            self.apart(ViolationKind::OneInTwo, spans);
        }
        for (stay, spans) in of_stay {
            for (_, key) in spans {
                self.refers(centre, key, stay);
            }
        }
    }

    fn shares(&mut self, centre: &Centre) {
        for share in centre.bed_shares.values() {
            let (infant, adult) = (centre.stays.get(&share.stay), centre.stays.get(&share.with));
            // One who sleeps in somebody's bed has none for others.
            let mut others = centre.bed_shares.values();
            let other = others.find(|o| o.stay == share.with && o.span.overlaps(share.span));
            let fits = infant.zip(adult).is_some_and(|(infant, adult)| {
                infant.party == adult.party
                    && infant.id != adult.id
                    && adult.span.covers(share.span)
                    && other.is_none()
            });
            if !fits {
                let mut facts = vec![share.id.into(), share.stay.into(), share.with.into()];
                facts.extend(other.map(|one| FactKey::from(one.id)));
                self.add(ViolationKind::ShareWithNobody, &facts);
            }
        }
    }

    /// Grounds, phases, terms and absences belong to a stay and lie inside it.
    fn notes(&mut self, centre: &Centre) {
        let mut notes: BTreeMap<(u8, StayId), Vec<(Span, FactKey)>> = BTreeMap::new();
        for g in centre.grounds.values() {
            notes
                .entry((0, g.stay))
                .or_default()
                .push((g.span, g.id.into()));
        }
        for p in centre.phases.values() {
            notes
                .entry((1, p.stay))
                .or_default()
                .push((p.span, p.id.into()));
        }
        for a in centre.absences.values() {
            notes
                .entry((2, a.stay))
                .or_default()
                .push((a.span, a.id.into()));
        }
        for ((_, stay), spans) in notes {
            match centre.stays.get(&stay) {
                Some(stay) => self.inside(stay, &spans),
                None => spans.iter().for_each(|(_, key)| {
                    self.refers(centre, *key, stay);
                }),
            }
            self.apart(ViolationKind::OneInTwo, spans);
        }
        for term in centre.terms.values() {
            self.refers(centre, term.id, term.stay);
        }
    }

    /// Assistance on days of the stay, closures of beds that exist and are not used then, holds and
    /// waiting with an end where they need one.
    fn plans(&mut self, centre: &Centre) {
        for assistance in centre.assistances.values() {
            match centre.stays.get(&assistance.stay).map(|stay| stay.span) {
                None => self.refers(centre, assistance.id, assistance.stay),
                Some(span) => {
                    let here = assistance.day >= span.from.day()
                        && span.to.is_none_or(|to| assistance.day <= to.day());
                    if !here {
                        self.add(ViolationKind::OutsideStay, &[assistance.id.into()]);
                    }
                }
            }
        }
        for expected in centre.expected_departures.values() {
            self.refers(centre, expected.id, expected.stay);
        }
        for name in centre.assistance_names.values() {
            if !name.span.is_possible() {
                self.add(ViolationKind::ImpossibleInterval, &[name.id.into()]);
            }
        }
        for standing in centre.bed_standings.values() {
            self.refers(centre, standing.id, standing.bed);
            if !standing.span.is_possible() {
                self.add(ViolationKind::ImpossibleInterval, &[standing.id.into()]);
            }
        }
        for pair in centre.apart_pairs.values() {
            self.refers(centre, pair.id, pair.one);
            self.refers(centre, pair.id, pair.other);
            if pair.one == pair.other {
                self.add(ViolationKind::DanglingReference, &[pair.id.into()]);
            }
            if !pair.span.is_possible() {
                self.add(ViolationKind::ImpossibleInterval, &[pair.id.into()]);
            }
        }
        let mut of_bed: BTreeMap<BedId, Vec<(Span, FactKey)>> = BTreeMap::new();
        for closure in centre.closures.values() {
            self.refers(centre, closure.id, closure.bed);
            let mut used = centre.bed_assignments.values();
            if let Some(used) =
                used.find(|a| a.bed == closure.bed && closure.span.contains(a.span.from))
            {
                self.add(
                    ViolationKind::InClosedBed,
                    &[closure.id.into(), used.id.into()],
                );
            }
            of_bed
                .entry(closure.bed)
                .or_default()
                .push((closure.span, closure.id.into()));
        }
        for spans in of_bed.into_values() {
            self.apart(ViolationKind::Duplicate, spans);
        }
        for held in centre.held_beds.values() {
            self.refers(centre, held.id, held.bed);
            self.refers(centre, held.id, held.hold);
        }
        let holds = centre
            .holds
            .values()
            .map(|hold| (hold.span, FactKey::from(hold.id), hold.span.to.is_some()));
        let waiting = centre.waitings.values();
        let waiting = waiting.map(|one| {
            (
                one.span,
                one.id.into(),
                one.span.to.is_some() == one.end.is_some(),
            )
        });
        for (span, key, whole) in holds.chain(waiting) {
            if !whole || !span.is_possible() {
                self.add(ViolationKind::ImpossibleInterval, &[key]);
            }
        }
    }

    fn inside(&mut self, stay: &Stay, parts: &[(Span, FactKey)]) {
        for (span, key) in parts {
            if !stay.span.covers(*span) {
                self.add(ViolationKind::OutsideStay, &[*key, stay.id.into()]);
            }
        }
    }

    fn apart(&mut self, kind: ViolationKind, mut spans: Vec<(Span, FactKey)>) {
        spans.sort_by_key(|(span, _)| span.from);
        for (span, key) in &spans {
            if !span.is_possible() {
                self.add(ViolationKind::ImpossibleInterval, &[*key]);
            }
        }
        for pair in spans.windows(2) {
            if pair[0].0.overlaps(pair[1].0) {
                self.add(kind, &[pair[0].1, pair[1].1]);
            }
        }
    }
}
