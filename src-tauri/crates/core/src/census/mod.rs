//! Occupancy: how full the centre was and whom it served, from facts alone. The census is taken at the
//! end of the day, at Chisinau's midnight; infants and those away for a while count like everybody.

mod breakdown;
mod counted;
mod figures;
mod htcds;
mod leaving;
mod lengths;
mod occupancy;
mod plans;
mod register;
mod suppress;

pub use breakdown::{Breakdown, By, Slice};
pub use counted::{Counted, CountedStay, counted};
pub use figures::{AgeBand, Figures, Served, figures};
pub use htcds::{FIELDS, HtcdsLine, Unit, htcds, outside_vocabulary};
pub use leaving::{Area, Cell, Column, Leaving, LeavingTable, leaving, published};
pub use lengths::{CurrentStay, LengthBand, Lengths};
pub use occupancy::{Occupancy, occupancy};
pub use plans::{Beds, Given, Held, Waited};
pub use register::{Period, Register, Residence, register};
pub use suppress::{At, Hidden, Publication};
