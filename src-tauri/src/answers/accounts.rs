//! Requests and answers about accounts, passphrases and the recovery paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vatra_core::id::StaffId;
use vatra_core::terms::Role;
use vatra_core::time::Instant;

use super::Language;

/// An account whose name or role is to be changed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChangeStaff {
    /// Whose.
    pub staff: StaffId,
    /// The short name to sign in with from now on.
    pub name: String,
    /// What they may do from now on.
    pub role: Role,
}

/// An account that is to be locked or removed.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct WhichStaff {
    /// Whose.
    pub staff: StaffId,
    /// The passphrase of the manager who asks for it.
    pub passphrase: String,
}

/// An account that is to have a new passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ResetStaff {
    /// Whose.
    pub staff: StaffId,
    /// The new passphrase.
    pub new: String,
    /// The passphrase of the manager who asks for it.
    pub passphrase: String,
}

/// A new recovery paper.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewPaper {
    /// The new recovery identity, typed back from paper. Spaces and case don't matter.
    pub recovery: String,
    /// The passphrase of the manager who asks for it.
    pub passphrase: String,
}

/// What was typed from the recovery paper, to try it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PaperTyped {
    /// The recovery key; spaces and case don't matter.
    pub recovery: String,
}

/// How the recovery paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperState {
    /// When it was last typed back and was the right one.
    pub seen: Option<Instant>,
    /// It should be tried again: that was more than a year ago.
    pub due: bool,
}

/// In which language a passphrase is to be drawn.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SuggestRequest {
    /// The language of its words.
    pub language: Language,
}

/// A passphrase drawn by chance.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Suggested {
    /// Six words.
    pub passphrase: String,
}

/// A passphrase that somebody thinks of choosing.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct JudgeRequest {
    /// The passphrase.
    pub passphrase: String,
    /// The name to sign in with: a passphrase made of it is easy to guess.
    pub name: String,
}

/// How hard a passphrase is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Strength {
    /// From 0, guessed at once, to 4, not guessed in years.
    pub score: u8,
    /// How many characters it lacks.
    pub missing: usize,
    /// Whether it may be chosen.
    pub enough: bool,
}
