//! What can go wrong on the way from a gesture to the record, as a closed set of codes.
//! A refusal is an answer with reasons; a failure is something that should not happen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vatra_core::Refusal;
use vatra_core::terms::Role;

/// What comes back instead of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "kind", content = "about", rename_all = "snake_case")]
pub enum Problem {
    /// The rules of the record say no, and why.
    #[error("refused")]
    Refused(Refusal),
    /// Something failed; nothing was changed.
    #[error("failed")]
    Failed(Failure),
}

/// Something that failed. The code is the key of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Failure {
    /// Nobody with this name, or not this passphrase: which of both is not said.
    WrongPassphrase,
    /// After wrong passphrases, this account can be tried again only after a while.
    TooSoon {
        /// How long, in seconds.
        seconds: u64,
    },
    /// The recovery key opens nothing here.
    WrongRecovery,
    /// The folder is not there: a stick that was taken out.
    NoFolder,
    /// There is no such backup, or it isn't whole.
    BadBackup,
    /// The passphrase is too easy to guess.
    WeakPassphrase {
        /// The least number of characters.
        least: usize,
    },
    /// The passphrase is long enough, but easy to guess.
    GuessablePassphrase,
    /// The passphrase is right, but this account's key doesn't open the file: it was locked, or the keys
    /// belong to another file.
    ShutOut,
    /// The recovery words typed back are not those shown.
    RecoveryMismatch,
    /// The program is locked.
    Locked,
    /// Only somebody with this role may do this.
    NotPermitted {
        /// The least role.
        least: Role,
    },
    /// There is a centre here already.
    CentreExists,
    /// There is no centre here yet.
    NoCentre,
    /// Another program has this folder open.
    OpenElsewhere,
    /// The file or a key is damaged; nothing was written.
    Damaged,
    /// The file was written by a newer version of the program.
    NewerFile {
        /// The file's version.
        file: i64,
        /// The newest version that this program reads.
        program: i64,
    },
    /// The folder or the file can't be written.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// Somebody else recorded something first; look again.
    ChangedMeanwhile,
    /// Long work was stopped at somebody's request; nothing was changed.
    Stopped,
    /// The file is not there, or can't be read.
    NoFile,
    /// The file is no spreadsheet.
    NotASpreadsheet,
    /// The spreadsheet is protected by a password.
    SheetProtected,
    /// The file is larger than any register.
    FileTooLarge,
    /// The file is not the one that was looked at.
    FileChanged,
    /// No day of the period is over yet: there is nothing to leave.
    NothingToExport,
    /// Where tables would be saved, files that nobody was asked about have their names.
    NamesTaken,
    /// The page and the program don't understand each other.
    BadRequest,
    /// The disk or the system failed.
    System,
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
