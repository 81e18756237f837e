//! Occupancy: how full the centre was and whom it served, from facts alone. The census is taken at the
//! end of the day, at Chisinau's midnight; infants and those away for a while count like everybody.

mod figures;
mod register;

pub use figures::{AgeBand, Figures, Served, figures};
pub use register::{Period, Register, Residence, register};
