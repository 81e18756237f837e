//! What is true of a shelter: its facts, its rules, and what staff do to them.
//!
//! No I/O, no clock, no SQL. A verb decides: from the [`Centre`] as it is, a request and the time it is
//! now, it gives the [`Changes`] to the record, or a [`Refusal`] whose words say what would work.

#![cfg_attr(test, allow(clippy::expect_used))]

pub mod assignment;
pub mod census;
pub mod centre;
pub mod codes;
pub mod desk;
pub mod facts;
pub mod id;
pub mod import;
pub mod invariants;
pub mod placement;
pub mod refusal;
pub mod spelling;
pub mod terms;
pub mod text;
pub mod time;
pub mod verbs;
pub mod view;

pub use centre::{ActionSeq, Centre, Changes, Fact, FactKey, code};
pub use refusal::Refusal;
pub use time::{Instant, Span, WallTime};
