//! What can be wrong with a row of a register.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::RuleBreach;
use crate::terms::choice;
use crate::time::Instant;

choice! {
    /// What a column of a register says. The spelling is the key of its heading in words.
    Field {
        /// The number of the stay, by which the sheets of one workbook belong together.
        Stay = "stay",
        /// The code of the person, or a number of the register's own.
        Code = "code",
        /// Given and family names.
        Name = "name",
        /// The family or group they came with.
        Party = "party",
        /// What they are in the party.
        Relation = "relation",
        /// Female or male.
        Sex = "sex",
        /// Birth date, or month of birth.
        Born = "born",
        /// Whether the month of birth was worked out from an estimated age.
        BornEstimated = "born_estimated",
        /// Age on arrival.
        Age = "age",
        /// Country.
        Citizenship = "citizenship",
        /// What they need of a bed or room.
        Needs = "needs",
        /// Why they were here.
        Ground = "ground",
        /// Who decided that.
        DecidedBy = "decided_by",
        /// When that was decided.
        DecidedOn = "decided_on",
        /// Crisis assistance or rehabilitation.
        Phase = "phase",
        /// Who sent them.
        Referrer = "referrer",
        /// Where they came from.
        Territory = "territory",
        /// When they arrived, or something began.
        From = "from",
        /// The hour of that, where it has a column of its own.
        FromTime = "from_time",
        /// When they left, or something ended.
        To = "to",
        /// The hour of that, where it has a column of its own.
        ToTime = "to_time",
        /// The room.
        Room = "room",
        /// The bed, or room and bed together: `5-2`.
        Bed = "bed",
        /// With whom an infant shared a bed.
        With = "with",
        /// Why the stay ended.
        Reason = "reason",
        /// Where to.
        Destination = "destination",
        /// How long the stay might last, in days.
        TermDays = "term_days",
        /// Who allowed that.
        TermBy = "term_by",
        /// Documents.
        Documents = "documents",
        /// What else is noted.
        Notes = "notes",
        /// Where somebody who was away had gone.
        Absence = "absence",
        /// When they were expected back.
        Expected = "expected",
        /// What assistance was given.
        Assistance = "assistance",
        /// The name of assistance that is none of the listed kinds.
        AssistanceName = "assistance_name",
        /// The day of something.
        Day = "day",
    }
}

/// Something wrong or odd about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RowProblem {
    /// Something essential is not there.
    Missing {
        /// What.
        field: Field,
    },
    /// Something essential can't be read.
    Unreadable {
        /// What.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// The clocks skipped this time when summer time began.
    NoSuchTime {
        /// Which time.
        field: Field,
    },
    /// A time that has not come yet.
    InFuture {
        /// Which time.
        field: Field,
    },
    /// Left before, or when, they arrived.
    EndsBeforeItBegins,
    /// Born after arriving, or older than 120.
    BadAge,
    /// A text longer than its field.
    TooLong {
        /// Which.
        field: Field,
    },
    /// The same person with the same arrival stands in another row.
    Twice {
        /// Which row.
        row: String,
    },
    /// The same person was here at the same time by another row.
    Overlaps {
        /// Which row.
        row: String,
    },
    /// The record says already that this person was here then.
    AlreadyHere {
        /// Since when.
        since: Instant,
        /// Until when.
        until: Option<Instant>,
    },
    /// A stay like this, of somebody of the same sex and birth, is in the record.
    AlreadyRecorded {
        /// Whose.
        who: String,
    },
    /// There is no such room.
    UnknownRoom {
        /// What stands there.
        text: String,
    },
    /// There is no such bed.
    UnknownBed {
        /// What stands there.
        text: String,
    },
    /// Somebody else had the bed at that time.
    BedTaken {
        /// The bed.
        bed: String,
        /// Who.
        who: String,
        /// Their row, if they are in the register.
        row: Option<String>,
    },
    /// The bed was closed then.
    BedClosed {
        /// The bed.
        bed: String,
    },
    /// No bed was free for the whole time.
    NoBedFree,
    /// Nobody of the party had a bed for the whole time that could be shared.
    NobodyToShareWith,
    /// A row of a further sheet that belongs to no stay.
    NoStay,
    /// A row of a further sheet whose number several stays bear.
    SeveralStays,
    /// Something outside the time of the stay.
    OutsideStay {
        /// What begins or lies there.
        field: Field,
    },
    /// No bed is named for a part of the stay, though beds are named for the rest.
    Gap {
        /// Since when.
        from: Instant,
        /// Until when.
        until: Option<Instant>,
    },
    /// Two entries of which only one can hold at a time.
    AtOnce {
        /// Of what.
        field: Field,
    },
    /// A word that isn't known: the field stays empty.
    LeftEmpty {
        /// Which field.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// The register names no bed: this one was free.
    BedChosen {
        /// The bed.
        bed: String,
    },
    /// Sleeps in the bed of somebody of the party.
    Shares {
        /// Whose bed.
        who: String,
    },
    /// What counts says otherwise of this person, and stays as it is.
    Differs {
        /// In what.
        field: Field,
        /// The row about this person that counts; the record, if none.
        row: Option<String>,
    },
    /// The register names a bed that is held for others while this person still stays.
    BedHeld {
        /// The bed.
        bed: String,
        /// For whom.
        label: String,
        /// From when.
        from: Instant,
    },
    /// The register names a bed that is closed while this person still stays.
    BedCloses {
        /// The bed.
        bed: String,
        /// From when.
        from: Instant,
    },
    /// Rules of room assignment are broken.
    BreaksRules {
        /// Which, and for whom.
        breaches: Vec<RuleBreach>,
    },
    /// More people than places.
    OverCapacity {
        /// How many.
        taken: usize,
        /// How many places there were.
        places: usize,
    },
    /// Never left, though the stay began long ago.
    LooksForgotten {
        /// How many days ago.
        days: i64,
    },
}

impl RowProblem {
    /// Whether the row can't be taken with it. What is only odd is shown and taken.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !matches!(
            self,
            Self::LeftEmpty { .. }
                | Self::BedChosen { .. }
                | Self::Shares { .. }
                | Self::Differs { .. }
                | Self::BedHeld { .. }
                | Self::BedCloses { .. }
                | Self::BreaksRules { .. }
                | Self::OverCapacity { .. }
                | Self::LooksForgotten { .. }
        )
    }
}
