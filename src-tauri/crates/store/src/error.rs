//! What can go wrong with the file, in a closed set. No personal data and no path in any of it.

use rusqlite::ErrorCode;

/// Why the file could not be opened, read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The passphrase doesn't open the key, or there is no such key.
    #[error("wrong name or passphrase")]
    WrongPassphrase,
    /// The file's key isn't sealed to this account: it is locked, or the keys belong to another file.
    #[error("not sealed to this account")]
    NotSealedTo,
    /// There is no centre in this folder.
    #[error("no centre here")]
    NoCentre,
    /// There is a centre in this folder already.
    #[error("a centre is here already")]
    CentreExists,
    /// Another program has this folder open.
    #[error("open elsewhere")]
    OpenElsewhere,
    /// A key or the file is damaged.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The file was written by a newer program.
    #[error("file version {file} is newer than {program}")]
    Newer {
        /// The file's version.
        file: i64,
        /// The newest that this program reads.
        program: i64,
    },
    /// The folder or the file can't be written.
    #[error("read-only")]
    ReadOnly,
    /// The folder is not there: a stick that was taken out.
    #[error("no such folder")]
    NoFolder,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Somebody else appended an action first.
    #[error("the journal has moved on")]
    Stale,
    /// Somebody who watched long work stopped it.
    #[error("stopped")]
    Stopped,
    /// The program was built without encryption: nothing is written.
    #[error("built without encryption")]
    NotEncrypted,
    /// The schema refused: the second wall held.
    #[error("the schema refused: {0}")]
    Wall(String),
    /// The database failed otherwise.
    #[error("database: {0}")]
    Sql(rusqlite::Error),
    /// The system failed.
    #[error("system: {0}")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, message) = &error else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..) => Self::Damaged("a value that can't be"),
                other => Self::Sql(other),
            };
        };
        match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::OpenElsewhere,
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged("the file"),
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::ReadOnly
            }
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ConstraintViolation => Self::Wall(message.clone().unwrap_or_default()),
            _ => Self::Sql(error),
        }
    }
}

/// An error of the system, as what it means for the file.
pub(crate) fn io(error: std::io::Error) -> StoreError {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
        _ => StoreError::Io(error),
    }
}
