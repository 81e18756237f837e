//! Room assignment: the rules.

pub mod house;
pub mod rules;

pub use house::{Arrangement, BedSpec, House, Needs, Person, RoomSpec, Thresholds};
pub use rules::{Breach, Rule};
