//! Facts: what an action makes true. A fact is never edited; a change retires facts and adds others.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::DeskSettings;
use crate::id::{
    AbsenceId, ApartPairId, AssistanceId, AssistanceNameId, BedAssignmentId, BedId, BedShareId,
    BedStandingId, BeneficiaryId, CapacityId, ClosureId, DeskId, ExpectedDepartureId, GroundId,
    HeldBedId, HoldId, IdentityId, PartyId, PhaseId, PolicyId, RecoveryId, RoomId, StaffId, StayId,
    TermId, TermLimitId, WaitingId,
};
use crate::terms::{
    AbsenceKind, AgeGroup, AssistanceKind, BedKind, Body, DepartureReason, Destination, GroundKind,
    Need, PhaseKind, Relation, Role, RoomUse, Sex, WaitingEnd, Wing,
};
use crate::time::{Instant, Span};

/// A room, and where it lies on the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Which room.
    pub id: RoomId,
    /// The number on the door.
    pub number: u16,
    /// Whom it is meant for.
    pub room_use: RoomUse,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// The side of the corridor.
    pub wing: Wing,
    /// The first of the plan's eight columns that it takes, from 0.
    pub column: u8,
    /// How many columns it takes.
    pub width: u8,
}

/// A bed in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bed {
    /// Which bed.
    pub id: BedId,
    /// The room it stands in.
    pub room: RoomId,
    /// Its number in the room, from 1. People say `5-2`: room 5, bed 2.
    pub number: u16,
    /// What kind of bed.
    pub kind: BedKind,
}

/// What the centre is licensed for, from a time on: everybody counts, infants too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Which version in time.
    pub id: CapacityId,
    /// How many places.
    pub places: u16,
    /// Since when.
    pub span: Span,
}

/// The rules of room assignment and the standard term, from a time on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Which version in time.
    pub id: PolicyId,
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
    /// Since when.
    pub span: Span,
}

/// A member of staff who may open the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Who.
    pub id: StaffId,
    /// The short name to sign in with, such as initials.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The public key to which the data key is sealed (`age1...`); empty while the account is locked.
    pub public_key: String,
}

impl Staff {
    /// Whether the account is locked: it stays in the list, and no key of it opens the file.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.public_key.is_empty()
    }
}

/// The public half of the recovery identity, whose secret half exists on paper only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Which.
    pub id: RecoveryId,
    /// The public key to which the data key is sealed (`age1...`).
    pub public_key: String,
}

/// When somebody was born, as exactly as the record without identities says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthMonth {
    /// Calendar year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Worked out from an estimated age.
    pub estimated: bool,
}

impl BirthMonth {
    /// The month of an exact birth date.
    #[must_use]
    pub fn of(born: NaiveDate) -> Self {
        Self {
            year: born.year(),
            month: born.month(),
            estimated: false,
        }
    }

    /// The month in which somebody of so many completed years was born at the latest, seen from a day.
    #[must_use]
    pub fn estimated(years: u16, on: NaiveDate) -> Self {
        Self::estimated_months(years.saturating_mul(12), on)
    }

    /// The same for an infant's age in completed months.
    #[must_use]
    pub fn estimated_months(months: u16, on: NaiveDate) -> Self {
        let born = on
            .checked_sub_months(Months::new(months.into()))
            .unwrap_or(on);
        Self {
            year: born.year(),
            month: born.month(),
            estimated: true,
        }
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }
}

/// A person the centre assists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beneficiary {
    /// Who.
    pub id: BeneficiaryId,
    /// The code: `K-` and this number. Never derived from the name.
    pub code: u32,
    /// Female or male.
    pub sex: Sex,
    /// When born; the exact day stands in the identity.
    pub born: BirthMonth,
    /// Country, ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// What they need of a bed or room.
    pub needs: BTreeSet<Need>,
}

/// Who a beneficiary is. Kept apart, and the only fact whose rows can be erased.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// Which identity.
    pub id: IdentityId,
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// Given and family names, as said or written.
    pub name: String,
    /// The exact birth date.
    pub born_on: Option<NaiveDate>,
    /// The day of that is not the day of birth any more: it was reduced when the identity was erased.
    pub born_reduced: bool,
    /// Documents: kind and number.
    pub documents: String,
    /// What else is needed to know who this is.
    pub notes: String,
}

impl Identity {
    /// Whether nothing in it says who somebody is: nothing was noted, or it was erased.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.name.is_empty()
            && self.documents.is_empty()
            && self.notes.is_empty()
            && (self.born_on.is_none() || self.born_reduced)
    }
}

impl std::fmt::Debug for Identity {
    /// Never what it says: debug output may end in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity(sealed)")
    }
}

/// Who arrived together, who sent them and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Which party.
    pub id: PartyId,
    /// The body that sent them.
    pub referrer: Option<Body>,
    /// Rayon or town of origin: ISO 3166-2, or `XX` for abroad or unknown.
    pub territory: Option<String>,
}

/// How and where to somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// Why the stay ended, if known.
    pub reason: Option<DepartureReason>,
    /// Where to, if known.
    pub destination: Option<Destination>,
}

/// From admission to discharge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Which stay.
    pub id: StayId,
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// With whom they arrived.
    pub party: PartyId,
    /// What they are in the party.
    pub relation: Relation,
    /// From admission to discharge.
    pub span: Span,
    /// How it ended; only when it has.
    pub departure: Option<Departure>,
}

/// Why a person is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Which ground.
    pub id: GroundId,
    /// Of which stay.
    pub stay: StayId,
    /// Why.
    pub kind: GroundKind,
    /// Who decided it.
    pub decided_by: Option<Body>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// For which part of the stay.
    pub span: Span,
}

/// Crisis assistance or rehabilitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Which phase.
    pub id: PhaseId,
    /// Of which stay.
    pub stay: StayId,
    /// Which of both.
    pub kind: PhaseKind,
    /// For which part of the stay.
    pub span: Span,
}

/// How long a stay may last. It warns and never evicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which term.
    pub id: TermId,
    /// Of which stay.
    pub stay: StayId,
    /// Days, counted from the day of admission as day 1.
    pub days: u16,
    /// Who allowed it, for an extension.
    pub authority: Option<Body>,
}

/// A person in a bed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BedAssignment {
    /// Which assignment.
    pub id: BedAssignmentId,
    /// Whose stay.
    pub stay: StayId,
    /// Which bed.
    pub bed: BedId,
    /// For which part of the stay.
    pub span: Span,
}

/// An infant who sleeps in the bed of an adult of the party: takes no bed, and counts as one of the places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BedShare {
    /// Which share.
    pub id: BedShareId,
    /// The infant's stay.
    pub stay: StayId,
    /// The adult's stay.
    pub with: StayId,
    /// For which part of the infant's stay.
    pub span: Span,
}

/// Away for a while, bed kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Which absence.
    pub id: AbsenceId,
    /// Of which stay.
    pub stay: StayId,
    /// Where.
    pub kind: AbsenceKind,
    /// When they said they would be back.
    pub expected_return: Option<Instant>,
    /// From leaving the house to coming back.
    pub span: Span,
}

/// Assistance given to somebody on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assistance {
    /// Which.
    pub id: AssistanceId,
    /// In which stay.
    pub stay: StayId,
    /// What.
    pub kind: AssistanceKind,
    /// Its name, where it is none of the listed ones.
    pub name: Option<String>,
    /// The calendar day in Chisinau.
    pub day: NaiveDate,
}

/// A bed that can't be used for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Which closure.
    pub id: ClosureId,
    /// Of which bed.
    pub bed: BedId,
    /// Why.
    pub reason: String,
    /// For how long; it may lie ahead.
    pub span: Span,
}

/// Places kept for an expected party until a time; then they are free again by rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which hold.
    pub id: HoldId,
    /// For whom, in a few words without names.
    pub label: String,
    /// How many places.
    pub places: u16,
    /// From when until when at the latest.
    pub span: Span,
    /// The waiting party that they are for.
    pub waiting: Option<WaitingId>,
}

/// A bed that is kept as long as its hold lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBed {
    /// Which.
    pub id: HeldBedId,
    /// By which hold.
    pub hold: HoldId,
    /// Which bed.
    pub bed: BedId,
}

/// One of a party that waits: what room assignment needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Expected {
    /// Female or male.
    pub sex: Sex,
    /// Completed years.
    pub years: u16,
    /// What they need.
    pub needs: BTreeSet<Need>,
}

/// Two people who never share a room (R1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApartPair {
    /// Which pair.
    pub id: ApartPairId,
    /// The one.
    pub one: BeneficiaryId,
    /// The other.
    pub other: BeneficiaryId,
    /// Why; only a manager sees it.
    pub reason: String,
    /// Since when and, once it is over, until when.
    pub span: Span,
}

/// A party that waits for places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: WaitingId,
    /// Who, in a few words without names.
    pub label: String,
    /// The members.
    pub members: Vec<Expected>,
    /// Why it is urgent, if it is.
    pub urgency: Option<String>,
    /// The order: the lowest comes first.
    pub rank: i64,
    /// From being noted to being ended.
    pub span: Span,
    /// How it ended; only when it has.
    pub end: Option<WaitingEnd>,
}

/// How the desk works, from a time on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Which version in time.
    pub id: DeskId,
    /// What it says.
    pub settings: DeskSettings,
    /// Since when.
    pub span: Span,
}

/// When somebody is expected to leave for good. A plan: the bed is theirs until they have left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedDeparture {
    /// Which.
    pub id: ExpectedDepartureId,
    /// Whose stay.
    pub stay: StayId,
    /// When.
    pub at: Instant,
}

/// How many days a stay may last in all, extensions included, by its ground; none where there is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Limits {
    /// Of an identified victim.
    pub victim: Option<u16>,
    /// Of a presumed victim.
    pub presumed_victim: Option<u16>,
    /// Of a potential victim.
    pub potential_victim: Option<u16>,
    /// Of an accompanying family member.
    pub accompanying: Option<u16>,
}

impl Limits {
    /// The limit for a ground.
    #[must_use]
    pub fn of(self, ground: GroundKind) -> Option<u16> {
        match ground {
            GroundKind::Victim => self.victim,
            GroundKind::PresumedVictim => self.presumed_victim,
            GroundKind::PotentialVictim => self.potential_victim,
            GroundKind::Accompanying => self.accompanying,
        }
    }
}

/// How long a stay may be extended, from a time on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermLimit {
    /// Which version in time.
    pub id: TermLimitId,
    /// What it says.
    pub limits: Limits,
    /// Since when.
    pub span: Span,
}

/// A kind of assistance in the centre's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssistanceName {
    /// Which.
    pub id: AssistanceNameId,
    /// How it is called.
    pub name: String,
    /// Since when it is offered and, once it is no more, until when.
    pub span: Span,
}

/// When a bed stands in the house. A bed without it has always stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BedStanding {
    /// Which.
    pub id: BedStandingId,
    /// Which bed.
    pub bed: BedId,
    /// From being put into its room to being taken away.
    pub span: Span,
}

/// Completed years and months between a birth date and a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// Completed years.
    pub years: u16,
    /// Completed months since the last birthday.
    pub months: u16,
}

impl Age {
    /// The age on a day; zero before birth. Born on 29 February, a year is completed on 1 March.
    #[must_use]
    pub fn on(born: NaiveDate, day: NaiveDate) -> Self {
        let months = (day.year() - born.year()) * 12 + day.month() as i32
            - born.month() as i32
            - i32::from(day.day() < born.day());
        let months = u16::try_from(months).unwrap_or(0);
        Self {
            years: months / 12,
            months: months % 12,
        }
    }

    /// Adult: 18 or older.
    #[must_use]
    pub fn is_adult(self) -> bool {
        self.years >= 18
    }

    /// How somebody of this age and sex is called on a tile.
    #[must_use]
    pub fn group(self, sex: Sex) -> AgeGroup {
        match (self.years, sex) {
            (18.., Sex::Female) => AgeGroup::Woman,
            (18.., Sex::Male) => AgeGroup::Man,
            (14.., _) => AgeGroup::Teenager,
            (2.., _) => AgeGroup::Child,
            _ => AgeGroup::Infant,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a date")
    }

    #[test]
    fn a_year_is_completed_on_the_birthday() {
        assert_eq!(Age::on(date(1990, 5, 7), date(2009, 5, 6)).years, 18);
        assert_eq!(Age::on(date(1990, 5, 7), date(2009, 5, 7)).years, 19);
        assert_eq!(Age::on(date(2004, 2, 29), date(2009, 2, 28)).years, 4);
        assert_eq!(Age::on(date(2004, 2, 29), date(2009, 3, 1)).years, 5);
        assert_eq!(
            Age::on(date(2008, 6, 11), date(2009, 2, 19)),
            Age {
                years: 0,
                months: 8
            }
        );
        assert_eq!(
            Age::on(date(2010, 1, 1), date(2009, 1, 1)),
            Age {
                years: 0,
                months: 0
            }
        );
    }

    #[test]
    fn an_estimated_age_is_that_age_on_the_day_it_was_estimated() {
        for years in 0..90 {
            let on = date(2009, 2, 28);
            assert_eq!(
                Age::on(BirthMonth::estimated(years, on).first_day(), on).years,
                years
            );
        }
    }

    #[test]
    fn an_identity_says_nothing_in_debug_output() {
        let identity = Identity {
            id: IdentityId::new(),
            beneficiary: BeneficiaryId::new(),
            name: "Secret".into(),
            born_on: None,
            born_reduced: false,
            documents: "Secret".into(),
            notes: "Secret".into(),
        };
        assert!(!format!("{identity:?}").contains("Secret"));
    }
}
