//! Refusals: why an action can't be done, in a closed set of codes with what the words need.
//! A refusal is an answer, not a failure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assignment::Rule;
use crate::centre::ActionSeq;
use crate::terms::choice;
use crate::time::Instant;
use crate::verbs::ActionKind;

/// One rule that an arrangement breaks, with the codes of those it concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct RuleBreach {
    /// Which rule.
    pub rule: Rule,
    /// The code of the person it is about; empty for somebody who has none yet.
    pub code: String,
    /// The other person, where the rule is about two.
    pub other: Option<String>,
    /// The room's number.
    pub room: u16,
}

impl RuleBreach {
    /// Whether it is the same rule, broken with the same people, wherever.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        (self.rule, &self.code, &self.other) == (other.rule, &other.code, &other.other)
    }
}

/// An action that stands in the way of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Obstacle {
    /// Its number in the journal.
    pub action: ActionSeq,
    /// What the journal says of it. The record doesn't know that: the session adds it.
    #[serde(default)]
    pub said: Option<JournalLine>,
}

impl From<ActionSeq> for Obstacle {
    fn from(action: ActionSeq) -> Self {
        Self { action, said: None }
    }
}

/// What the journal says of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalLine {
    /// What kind of action.
    pub action_kind: ActionKind,
    /// When it happened.
    pub happened_at: Instant,
    /// How many people it was about.
    pub people: u32,
    /// The codes of those it was about; of many the first.
    pub codes: Vec<String>,
    /// Whom a check-in gave another bed, to make room: some of these codes.
    pub moved: Vec<String>,
    /// The beds it put people into: code and `5-2`; of many people none.
    pub beds: Vec<(String, String)>,
    /// The action that it took back.
    #[ts(type = "number | null")]
    pub undoes: Option<ActionSeq>,
    /// The kind of the action that it took back.
    pub undoes_kind: Option<ActionKind>,
}

choice! {
    /// What can be recorded of somebody at a time.
    Noted {
        /// A bed.
        Bed = "bed",
        /// An absence.
        Absence = "absence",
        /// A ground.
        Ground = "ground",
        /// A phase.
        Phase = "phase",
        /// Assistance.
        Assistance = "assistance",
        /// The arrival.
        Arrival = "arrival",
        /// The discharge.
        Discharge = "discharge",
    }
}

/// Why an action can't be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[error("refused")]
pub enum Refusal {
    /// The time lies in the future: only what has happened can be noted.
    InFuture,
    /// The clocks skipped this time when summer time began.
    NoSuchTime,
    /// Only a manager may do this.
    NeedsManager,
    /// A reason is needed and was left empty.
    NeedsReason,
    /// Nothing is kept that could be erased.
    NothingToErase,
    /// The reason of an erasure repeats the name, and would stay.
    NamesInReason,
    /// A check-in without people.
    NobodyNamed,
    /// The person, stay, bed or room is not, or no longer, in the record.
    NotFound,
    /// The person is here already.
    AlreadyHere {
        /// Whose code.
        who: String,
        /// Where the person is; empty where it isn't known.
        bed: String,
        /// Since when.
        since: Instant,
    },
    /// The person has no stay at that time.
    NotHere {
        /// Whose code.
        who: String,
    },
    /// Somebody else has the bed at that time, or after it.
    BedTaken {
        /// The bed.
        bed: String,
        /// Who has it.
        who: String,
        /// Since when.
        since: Instant,
        /// Until when, if it has ended.
        until: Option<Instant>,
    },
    /// The bed is closed then.
    BedClosed {
        /// The bed.
        bed: String,
        /// Until when, if it is known.
        until: Option<Instant>,
    },
    /// The bed is held for somebody else.
    BedHeld {
        /// The bed.
        bed: String,
        /// For whom.
        label: String,
        /// Since when, or from when on.
        from: Instant,
        /// Until when.
        until: Option<Instant>,
    },
    /// Somebody has the bed, and it isn't noted that they leave before it is to be held.
    StaysOn {
        /// The bed.
        bed: String,
        /// Who has it.
        who: String,
        /// When they are expected to leave, if that is noted.
        until: Option<Instant>,
    },
    /// Places are held for somebody else.
    PlacesHeld {
        /// How many people there would be.
        taken: usize,
        /// How many places are held.
        held: usize,
        /// How many places there are.
        places: usize,
        /// For whom they are held.
        labels: Vec<String>,
        /// When that would be.
        at: Instant,
    },
    /// People sleep in beds that are to be closed.
    MustMoveFirst {
        /// Their codes and beds.
        people: Vec<(String, String)>,
    },
    /// A time for a plan that is over already.
    IsOver,
    /// An end before its beginning.
    EndsBeforeItBegins,
    /// One bed was given to two people.
    BedTwice {
        /// The bed.
        bed: String,
    },
    /// Somebody was left without a bed.
    NoBed {
        /// Whose code.
        who: String,
    },
    /// The person is in this bed already.
    SameBed {
        /// Whose code.
        who: String,
        /// The bed.
        bed: String,
    },
    /// More people than places.
    OverCapacity {
        /// How many there would be.
        taken: usize,
        /// How many places there are.
        places: usize,
    },
    /// So many places can't be held.
    TooFewPlaces {
        /// How many people there will be.
        taken: usize,
        /// How many places would be held, those of other holds among them.
        held: usize,
        /// How many places there are.
        places: usize,
        /// When that would be.
        at: Instant,
    },
    /// The arrangement breaks rules of room assignment.
    BreaksRules {
        /// Which, and for whom.
        breaches: Vec<RuleBreach>,
    },
    /// Only an infant may share the bed of an adult of the party who has one.
    CannotShare {
        /// Whose code.
        who: String,
    },
    /// An infant sleeps in this person's bed and would be left without one.
    InfantInBed {
        /// The adult.
        who: String,
        /// The infant.
        infant: String,
    },
    /// Something recorded later about this person stands in the way.
    LaterEvent {
        /// Whose code.
        who: String,
        /// What is recorded.
        what: Noted,
        /// When that was.
        at: Instant,
    },
    /// The person is away already.
    AlreadyAway {
        /// Whose code.
        who: String,
    },
    /// Another absence of the person is noted, after the beginning of this one or at that time.
    AwayThen {
        /// Whose code.
        who: String,
        /// Since when.
        from: Instant,
        /// Until when; none where the person is away still.
        until: Option<Instant>,
    },
    /// The person is not away.
    NotAway {
        /// Whose code.
        who: String,
    },
    /// The return, expected or noted, lies before leaving.
    ReturnBeforeLeaving,
    /// Minors of the party would stay without an adult of the party, and nobody has said so.
    MinorsLeftBehind {
        /// Their codes.
        minors: Vec<String>,
    },
    /// A birth date in the future, or an age over 120.
    BadAge,
    /// A text is longer than its field.
    TextTooLong {
        /// The most characters it may have.
        most: usize,
    },
    /// A country or territory that is not in the list.
    NotInList,
    /// A new term must be longer than the days already spent.
    TermTooShort {
        /// The day of the stay today.
        day: i64,
    },
    /// This was undone already, or can't be.
    NothingToUndo,
    /// Somebody else did this: only they, or a manager, may take it back.
    UndoNotYours,
    /// It is too long ago to be taken back without a manager.
    UndoTooLate {
        /// After how many hours.
        hours: i64,
    },
    /// Later actions depend on the one to be undone.
    LaterActions {
        /// Which, oldest first.
        obstacles: Vec<Obstacle>,
    },
    /// Nothing would change.
    NothingChanges,
    /// A centre needs a room, each room a bed, and no number twice.
    BadLayout,
    /// A member of staff without a name to sign in with.
    NameMissing,
    /// Another member of staff signs in with this name.
    NameTaken,
    /// No manager would be left.
    LastManager,
    /// Somebody else must do this: it is about the account of whoever is signed in.
    OwnAccount,
    /// The number of places is out of the possible.
    BadCapacity,
    /// A number of the rules is out of the possible.
    BadRules,
    /// The bed doesn't stand in the house at that time.
    BedGone {
        /// The bed.
        bed: String,
    },
    /// Another room has this number.
    RoomNumberTaken {
        /// The number.
        number: u16,
    },
    /// Another room lies there on the plan.
    SpotTaken {
        /// Its number.
        number: u16,
    },
    /// The list has this name already.
    ListedAlready,
    /// More days than the ground allows, and nobody is named who allowed them.
    PastLimit {
        /// Whose code.
        who: String,
        /// How many days the ground allows in all.
        most: u16,
    },
    /// A setting of the desk is out of the possible.
    OutOfBounds {
        /// Which: the name of the field.
        field: String,
        /// The least it may be.
        least: u16,
        /// The most it may be.
        most: u16,
    },
    /// Rows of a register that can't be taken over as they are.
    RowsInTheWay {
        /// How many.
        rows: u32,
    },
    /// A change of settings from a day that has begun already.
    AlreadyBegun,
}

/// Why a bed can't be picked for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum WhyNot {
    /// Somebody has it.
    Taken {
        /// Whose code.
        who: String,
        /// Whether that person is away for a while.
        away: bool,
    },
    /// Another member of the party is to have it.
    Picked,
    /// Rules refuse it.
    Rules {
        /// Which.
        breaches: Vec<RuleBreach>,
    },
}
