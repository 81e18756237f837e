//! The shell: sessions and commands. Knows no rule and no SQL.

#![cfg_attr(test, allow(clippy::expect_used, clippy::panic))]

pub mod answers;
pub mod commands;
pub mod files;
pub mod problem;
pub mod sample;
pub mod session;
mod typescript;
pub mod words;
