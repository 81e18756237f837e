//! Shared by the tests of room assignment.
// Each test uses some of it.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

pub mod brute;
pub mod cases;
pub mod large;
pub mod naive;
pub mod random;
