//! The shell: sessions and commands. Knows no rule and no SQL.

pub mod answers;
pub mod commands;
pub mod files;
pub mod problem;
pub mod sample;
pub mod session;
mod typescript;
pub mod words;
