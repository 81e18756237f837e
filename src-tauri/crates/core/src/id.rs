//! Identifiers: UUID v7, one type for each kind of fact, so that they can't be confused.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identifier; sorts by the time it was made.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }
    )*};
}

ids! {
    /// A room.
    RoomId,
    /// A bed in a room.
    BedId,
    /// One version in time of what the centre is licensed for.
    CapacityId,
    /// One version in time of the rules and the standard term.
    PolicyId,
    /// Two people who are kept apart.
    ApartPairId,
    /// A member of staff.
    StaffId,
    /// The recovery identity, which exists on paper.
    RecoveryId,
    /// A person the centre assists.
    BeneficiaryId,
    /// What is known of who a beneficiary is.
    IdentityId,
    /// One beneficiary, or a family that arrives together.
    PartyId,
    /// From admission to discharge.
    StayId,
    /// Why a person is here, for a part of a stay.
    GroundId,
    /// Crisis assistance or rehabilitation, for a part of a stay.
    PhaseId,
    /// How long a stay may last.
    TermId,
    /// A person in a bed, for a part of a stay.
    BedAssignmentId,
    /// An infant in the bed of an adult of the party, for a part of a stay.
    BedShareId,
    /// Away for a while, bed kept.
    AbsenceId,
    /// Assistance given to somebody on a day.
    AssistanceId,
    /// A bed that can't be used for a while.
    ClosureId,
    /// Places kept for an expected party.
    HoldId,
    /// A bed that is kept.
    HeldBedId,
    /// A party that waits for places.
    WaitingId,
    /// One version in time of how the desk works.
    DeskId,
    /// One version in time of how long a stay may be extended.
    TermLimitId,
    /// A kind of assistance in the centre's own list.
    AssistanceNameId,
    /// When a bed stands in the house.
    BedStandingId,
    /// When somebody is expected to leave.
    ExpectedDepartureId,
}
