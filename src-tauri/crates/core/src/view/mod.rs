//! What the screens show, worked out from the record.

mod board;
mod daily;
mod expected;
mod former;
mod history;
mod person;
mod plans;
mod retention;
mod roll_call;
mod settings;
mod tape;
mod tidy;
mod usable;

pub use board::{
    Arriving, Away, BedView, Board, Kept, Occupant, Overridden, RoomView, board, past_board,
    placed_otherwise, put_there_by,
};
pub use daily::{DailySheet, DayEvent, Happening, daily_sheet};
pub use expected::{ClosureView, HoldView, Plans, WaitingFit, WaitingView, plans};
pub use former::{Former, former, goes_with_stay, stay_of};
pub use history::{StayHistory, history};
pub use person::{
    AbsenceView, AgeView, AssistanceView, BedNight, Companion, GroundView, Missing, PersonView,
    TermView, person,
};
pub use plans::{
    GuestFits, GuestKind, Help, PlannedMove, Proposal, RoomNo, RoomWhy, Said, StillFits, Stuck,
    Wish, still_fits,
};
pub use retention::{Due, retention};
pub use roll_call::{RollCall, RollPerson, RollRoom, roll_call};
pub use settings::{
    AssistanceOffered, CapacityVersion, LimitsVersion, PairView, RulesVersion, assistance_list,
    capacities, kept_apart, limits, rules,
};
pub use tape::{Bar, Tape, TapeBed, TapeRoom, tape};
pub use tidy::{Neatness, TidyUp, TidyWay, tidy_up};
pub use usable::{
    BedChoice, Draft, DraftMember, MoveChoice, MoveChoices, StayChoices, Usable, WhereTo,
    all_move_choices, move_choices, usable, why_nothing_fits,
};
