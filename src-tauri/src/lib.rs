//! The shell: sessions and commands. Knows no rule and no SQL.

pub mod answers;
pub mod commands;
pub mod problem;
pub mod session;
pub mod sample;
mod typescript;
