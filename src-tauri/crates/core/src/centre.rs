//! The centre: all facts that are the record, from an instant on, and the changes that lead from one
//! record to the next.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::DeskSettings;
use crate::facts::{
    Absence, Age, ApartPair, Assistance, AssistanceName, Bed, BedAssignment, BedShare, BedStanding,
    Beneficiary, Capacity, Closure, Desk, ExpectedDeparture, Ground, HeldBed, Hold, Identity,
    Limits, Party, Phase, Policy, Recovery, Room, Staff, Stay, Term, TermLimit, Waiting,
};
use crate::id::{
    AbsenceId, ApartPairId, AssistanceId, AssistanceNameId, BedAssignmentId, BedId, BedShareId,
    BedStandingId, BeneficiaryId, CapacityId, ClosureId, DeskId, ExpectedDepartureId, GroundId,
    HeldBedId, HoldId, IdentityId, PartyId, PhaseId, PolicyId, RecoveryId, RoomId, StaffId, StayId,
    TermId, TermLimitId, WaitingId,
};
use crate::time::{Instant, Span};

/// The number of an action in the journal, from 1.
pub type ActionSeq = i64;

macro_rules! fact_kinds {
    ($($kind:ident $field:ident $id:ident),* $(,)?) => {
        /// Any fact.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Fact { $($kind($kind)),* }

        /// Which fact: at most one version of it is the record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum FactKey { $($kind($id)),* }

        impl Fact {
            /// Which fact this is a version of.
            #[must_use]
            pub fn key(&self) -> FactKey {
                match self { $(Self::$kind(fact) => FactKey::$kind(fact.id)),* }
            }
        }

        $(impl From<$kind> for Fact {
            fn from(fact: $kind) -> Self { Self::$kind(fact) }
        }
        impl From<$id> for FactKey {
            fn from(id: $id) -> Self { Self::$kind(id) }
        })*

        /// The facts that are the record. Two centres are equal when they say the same, whichever
        /// actions made them say so.
        #[derive(Clone, Debug, Default)]
        #[allow(missing_docs)]
        pub struct Centre {
            $(pub $field: BTreeMap<$id, $kind>,)*
            /// The action that made each fact the record.
            pub made_by: BTreeMap<FactKey, ActionSeq>,
        }

        impl PartialEq for Centre {
            fn eq(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&*
            }
        }

        impl Centre {
            /// Makes a fact the record.
            pub fn put(&mut self, fact: Fact, action: ActionSeq) {
                self.made_by.insert(fact.key(), action);
                match fact { $(Fact::$kind(fact) => { self.$field.insert(fact.id, fact); }),* }
            }

            /// Takes a fact out of the record.
            pub fn take(&mut self, key: FactKey) -> Option<Fact> {
                self.made_by.remove(&key);
                match key { $(FactKey::$kind(id) => self.$field.remove(&id).map(Fact::$kind)),* }
            }

            /// Whether a fact is the record.
            #[must_use]
            pub fn has(&self, key: FactKey) -> bool {
                match key { $(FactKey::$kind(id) => self.$field.contains_key(&id)),* }
            }

            /// A fact that is the record.
            #[must_use]
            pub fn get(&self, key: FactKey) -> Option<Fact> {
                match key { $(FactKey::$kind(id) => self.$field.get(&id).cloned().map(Fact::$kind)),* }
            }
        }
    };
}

// In the order in which facts may refer to each other.
fact_kinds! {
    Room rooms RoomId,
    Bed beds BedId,
    Capacity capacities CapacityId,
    Policy policies PolicyId,
    Staff staff StaffId,
    Recovery recoveries RecoveryId,
    Beneficiary beneficiaries BeneficiaryId,
    Identity identities IdentityId,
    Party parties PartyId,
    Stay stays StayId,
    Ground grounds GroundId,
    Phase phases PhaseId,
    Term terms TermId,
    BedAssignment bed_assignments BedAssignmentId,
    BedShare bed_shares BedShareId,
    Absence absences AbsenceId,
    Assistance assistances AssistanceId,
    Closure closures ClosureId,
    Waiting waitings WaitingId,
    Hold holds HoldId,
    HeldBed held_beds HeldBedId,
    ApartPair apart_pairs ApartPairId,
    Desk desks DeskId,
    TermLimit term_limits TermLimitId,
    AssistanceName assistance_names AssistanceNameId,
    BedStanding bed_standings BedStandingId,
    ExpectedDeparture expected_departures ExpectedDepartureId,
}

/// What an action does to the record: first all retirements, then all additions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Facts that stop being the record.
    pub retire: Vec<FactKey>,
    /// Facts that become the record.
    pub add: Vec<Fact>,
}

impl Changes {
    /// Adds a new fact.
    pub fn add(&mut self, fact: impl Into<Fact>) {
        self.add.push(fact.into());
    }

    /// Puts a new version in the place of the one that is the record.
    pub fn replace(&mut self, fact: impl Into<Fact>) {
        let fact = fact.into();
        self.retire.push(fact.key());
        self.add.push(fact);
    }

    /// Retires a fact without a successor.
    pub fn retire(&mut self, key: impl Into<FactKey>) {
        self.retire.push(key.into());
    }
}

impl Centre {
    /// The record after the changes of an action.
    pub fn apply(&mut self, changes: &Changes, action: ActionSeq) {
        for key in &changes.retire {
            self.take(*key);
        }
        for fact in &changes.add {
            self.put(fact.clone(), action);
        }
    }

    /// Stays that run at an instant.
    pub fn stays_at(&self, at: Instant) -> impl Iterator<Item = &Stay> {
        self.stays
            .values()
            .filter(move |stay| stay.span.contains(at))
    }

    /// Who is in the bed at an instant.
    #[must_use]
    pub fn occupant(&self, bed: BedId, at: Instant) -> Option<&BedAssignment> {
        self.bed_assignments
            .values()
            .find(|a| a.bed == bed && a.span.contains(at))
    }

    /// The bed of a stay at an instant: its own, or the one shared with an adult.
    #[must_use]
    pub fn bed_of(&self, stay: StayId, at: Instant) -> Option<BedId> {
        let own = |stay| {
            let mut all = self.bed_assignments.values();
            all.find(|a| a.stay == stay && a.span.contains(at))
                .map(|a| a.bed)
        };
        own(stay).or_else(|| own(self.share_of(stay, at)?.with))
    }

    /// With whom a stay shares a bed at an instant.
    #[must_use]
    pub fn share_of(&self, stay: StayId, at: Instant) -> Option<&BedShare> {
        self.bed_shares
            .values()
            .find(|s| s.stay == stay && s.span.contains(at))
    }

    /// The absence of a stay at an instant.
    #[must_use]
    pub fn absence_of(&self, stay: StayId, at: Instant) -> Option<&Absence> {
        self.absences
            .values()
            .find(|a| a.stay == stay && a.span.contains(at))
    }

    /// When somebody is expected to leave, where that is noted.
    #[must_use]
    pub fn expected_departure(&self, stay: StayId) -> Option<&ExpectedDeparture> {
        self.expected_departures
            .values()
            .find(|one| one.stay == stay)
    }

    /// For how long somebody is to have a bed: until they left it, or are expected to leave. Who has
    /// stayed on past that and then moved is expected to stay.
    #[must_use]
    pub fn expected_use(&self, assignment: &BedAssignment) -> Span {
        let planned = self.expected_departure(assignment.stay).map(|one| one.at);
        let planned = planned.filter(|at| *at > assignment.span.from);
        Span {
            to: assignment.span.to.or(planned),
            ..assignment.span
        }
    }

    /// The stays of a party that run at an instant.
    pub fn party_at(&self, party: PartyId, at: Instant) -> impl Iterator<Item = &Stay> {
        self.stays_at(at).filter(move |stay| stay.party == party)
    }

    /// What is known of who somebody is.
    #[must_use]
    pub fn identity_of(&self, beneficiary: BeneficiaryId) -> Option<&Identity> {
        self.identities
            .values()
            .find(|i| i.beneficiary == beneficiary)
    }

    /// The exact birth date where it is known, otherwise the first of the month of birth.
    #[must_use]
    pub fn born(&self, beneficiary: &Beneficiary) -> NaiveDate {
        let exact = self
            .identity_of(beneficiary.id)
            .and_then(|identity| identity.born_on);
        exact.unwrap_or_else(|| beneficiary.born.first_day())
    }

    /// The age of somebody on the day of an instant.
    #[must_use]
    pub fn age(&self, beneficiary: &Beneficiary, at: Instant) -> Age {
        Age::on(self.born(beneficiary), at.day())
    }

    /// How many places the centre is licensed for at an instant; 0 before the first licence.
    #[must_use]
    pub fn capacity(&self, at: Instant) -> usize {
        let mut all = self.capacities.values();
        all.find(|c| c.span.contains(at))
            .map_or(0, |c| c.places.into())
    }

    /// The rules in force at an instant.
    #[must_use]
    pub fn policy(&self, at: Instant) -> Option<&Policy> {
        self.policies.values().find(|p| p.span.contains(at))
    }

    /// How the desk works at an instant; as it usually does where nothing was set.
    #[must_use]
    pub fn desk(&self, at: Instant) -> DeskSettings {
        let mut all = self.desks.values();
        all.find(|desk| desk.span.contains(at))
            .map_or_else(DeskSettings::default, |desk| desk.settings)
    }

    /// How long a stay may be extended at an instant, by its ground.
    #[must_use]
    pub fn limits(&self, at: Instant) -> Limits {
        let mut all = self.term_limits.values();
        all.find(|limit| limit.span.contains(at))
            .map_or_else(Limits::default, |limit| limit.limits)
    }

    /// How many days a stay may last in all, by its ground at an instant and what is in force then.
    #[must_use]
    pub fn limit_of(&self, stay: StayId, at: Instant) -> Option<u16> {
        let mut grounds = self.grounds.values();
        let ground = grounds.find(|ground| ground.stay == stay && ground.span.contains(at))?;
        self.limits(at).of(ground.kind)
    }

    /// When a bed stands in the house, where that is not always.
    #[must_use]
    pub fn bed_standing(&self, bed: BedId) -> Option<&BedStanding> {
        self.bed_standings.values().find(|one| one.bed == bed)
    }

    /// Whether a bed stands in the house at an instant.
    #[must_use]
    pub fn stands(&self, bed: BedId, at: Instant) -> bool {
        self.bed_standing(bed)
            .is_none_or(|standing| standing.span.contains(at))
    }

    /// The beds of a room that stand in it at an instant.
    pub fn standing_beds(&self, room: RoomId, at: Instant) -> impl Iterator<Item = &Bed> {
        let of_room = self.beds.values().filter(move |bed| bed.room == room);
        of_room.filter(move |bed| self.stands(bed.id, at))
    }

    /// Room and bed as people say it: `5-2`.
    #[must_use]
    pub fn bed_label(&self, bed: BedId) -> String {
        let bed = self.beds.get(&bed);
        let room = bed.and_then(|bed| self.rooms.get(&bed.room));
        match (room, bed) {
            (Some(room), Some(bed)) => format!("{}-{}", room.number, bed.number),
            _ => String::new(),
        }
    }

    /// The code of the person of a stay, as people say it: `K-214`.
    #[must_use]
    pub fn code_of(&self, stay: StayId) -> String {
        let stay = self.stays.get(&stay);
        let person = stay.and_then(|stay| self.beneficiaries.get(&stay.beneficiary));
        person.map(|person| code(person.code)).unwrap_or_default()
    }
}

/// A beneficiary's code as people say it: `K-007`, `K-214`.
#[must_use]
pub fn code(number: u32) -> String {
    format!("K-{number:03}")
}
