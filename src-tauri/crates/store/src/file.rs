//! The encrypted file: opening it so that it is encrypted, durable and exclusive, and saying so if not.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{StoreError, io};
use crate::keys::DataKey;

/// The schemas, in order. A file of version n has had the first n applied. Frozen once used.
const SCHEMAS: &[&str] = &[
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
    include_str!("schema/0006.sql"),
    include_str!("schema/0007.sql"),
    include_str!("schema/0008.sql"),
    include_str!("schema/0009.sql"),
    include_str!("schema/0010.sql"),
];

/// The newest file version that this program reads.
pub const VERSION: i64 = SCHEMAS.len() as i64;

/// The first file version whose programs kept beside the file how far its journal goes.
pub(crate) const KNOWN_SINCE: i64 = 8;

/// Marks a file as ours: "Vatr".
const APPLICATION_ID: i32 = 0x5661_7472;

/// Makes a new file with the newest schema.
///
/// # Errors
/// Fails where the file exists, can't be written or wouldn't be encrypted.
pub fn create(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    if path.exists() {
        return Err(StoreError::CentreExists);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut conn = connect(path, flags)?;
    configure(&conn, key)?;
    migrate(&mut conn)?;
    assert_encrypted(&conn, path)?;
    Ok(conn)
}

/// An empty file with the key set, for a copy to be written into.
///
/// # Errors
/// Fails where the file can't be written or wouldn't be encrypted.
pub fn blank(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = connect(path, flags)?;
    configure(&conn, key)?;
    Ok(conn)
}

/// Opens a file, reading it from end to end.
///
/// # Errors
/// Fails where the key isn't the file's, the file is damaged, of a newer version, open elsewhere, or
/// can't be written.
pub fn open(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let mut conn = open_as_it_is(path, key)?;
    check_pages(&conn)?;
    migrate(&mut conn)?;
    Ok(conn)
}

/// Opens a file, leaves it at its version, and has not yet looked at every page.
///
/// # Errors
/// As [`open`].
pub fn open_as_it_is(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    if !path.exists() {
        return Err(StoreError::NoCentre);
    }
    if fs::metadata(path).map_err(io)?.permissions().readonly() {
        return Err(StoreError::ReadOnly);
    }
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    configure(&conn, key)?;
    assert_encrypted(&conn, path)?;
    // Taking the lock for good now, rather than at the first write, tells a second program at once and
    // shows a folder that can't be written.
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
    version(&conn)?;
    Ok(conn)
}

/// The version of a file.
///
/// # Errors
/// Fails for a file that is newer than this program.
pub fn version(conn: &Connection) -> Result<i64, StoreError> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version > VERSION {
        return Err(StoreError::Newer {
            file: version,
            program: VERSION,
        });
    }
    Ok(version)
}

/// Every file of this program is opened through here.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    // SQLite calls itself ready a moment before SQLCipher is: two files opened at once by a fresh program
    // would find no encryption. The first connection therefore stands alone.
    static READY: OnceLock<bool> = OnceLock::new();
    if !READY.get_or_init(|| Connection::open_in_memory().is_ok()) {
        return Err(StoreError::NotEncrypted);
    }
    Ok(Connection::open_with_flags(path, flags)?)
}

fn configure(conn: &Connection, key: &DataKey) -> Result<(), StoreError> {
    // Enough for every statement of the program: writing an action alone uses one for each table.
    conn.set_prepared_statement_cache_capacity(256);
    // Before the key, so that the key itself lies in locked memory.
    conn.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    // No salt in the raw key: it would hide flips in the first 16 bytes of the file.
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()));
    conn.execute_batch(&pragma)?;
    let version: String = conn
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .unwrap_or_default();
    if version.is_empty() {
        return Err(StoreError::NotEncrypted);
    }
    // Every page that is read again is decrypted again: 8 MiB hold what a desk asks for after decades.
    conn.execute_batch(
        "PRAGMA cipher_log_level = NONE;
         PRAGMA cache_size = -8192;
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA recursive_triggers = ON;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A statement is planned once: planning it anew for every value takes ten times as long as running it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // The first real read: a wrong key or a damaged file shows here.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

/// Every page carries a seal of its own: one that was changed is noticed here, not only when something
/// on it is needed.
///
/// # Errors
/// Fails where a page isn't as it was written.
pub fn check_pages(conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    match statement.query([])?.next()? {
        Some(_) => Err(StoreError::Damaged("a page")),
        None => Ok(()),
    }
}

/// A page of an earlier time has a seal that holds. What it says then contradicts the others: indexes that
/// name other rows than the tables have, facts of actions that aren't there.
///
/// # Errors
/// Fails where the parts of the file don't belong together.
pub fn check_links(conn: &Connection) -> Result<(), StoreError> {
    let sound: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    if sound != "ok" || statement.query([])?.next()?.is_some() {
        return Err(StoreError::Damaged("the parts of the file"));
    }
    Ok(())
}

/// A build without SQLCipher ignores the key and writes plain text: this notices.
fn assert_encrypted(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let expected: [(&str, &[&str]); 10] = [
        ("journal_mode", &["delete"]),
        ("synchronous", &["3"]),
        ("locking_mode", &["exclusive"]),
        ("foreign_keys", &["1"]),
        ("trusted_schema", &["0"]),
        ("cell_size_check", &["1"]),
        ("temp_store", &["2"]),
        ("secure_delete", &["1"]),
        ("recursive_triggers", &["1"]),
        ("cipher_memory_security", &["1"]),
    ];
    for (pragma, values) in expected {
        let value = conn.query_row(&format!("PRAGMA {pragma}"), [], |row| {
            row.get::<_, rusqlite::types::Value>(0)
        })?;
        let value = match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text.to_lowercase(),
            _ => String::new(),
        };
        if !values.contains(&value.as_str()) {
            return Err(StoreError::NotEncrypted);
        }
    }
    let mut head = [0; 16];
    let mut file = fs::File::open(path).map_err(io)?;
    if file.read(&mut head).map_err(io)? == 16 && head.starts_with(b"SQLite format 3") {
        return Err(StoreError::NotEncrypted);
    }
    Ok(())
}

/// Brings a file to the newest schema, in one transaction a step.
///
/// # Errors
/// Fails where the file can't be written; it stays at the last step that was finished.
pub fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    let applied =
        usize::try_from(version(conn)?).map_err(|_| StoreError::Damaged("the version"))?;
    for (number, schema) in SCHEMAS.iter().enumerate().skip(applied) {
        let transaction = conn.transaction()?;
        transaction.execute_batch(schema)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_plain_text_or_a_setting_that_was_not_taken_is_noticed() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let key = DataKey::random().expect("a key");
        let (sealed, plain) = (folder.path().join("sealed"), folder.path().join("plain"));
        let conn = create(&sealed, &key).expect("a file");
        // As the same program built without SQLCipher would leave it.
        fs::write(&plain, b"SQLite format 3\0 and rows anybody can read").expect("a file");
        assert!(matches!(
            assert_encrypted(&conn, &plain),
            Err(StoreError::NotEncrypted)
        ));
        for (set, back) in [
            ("synchronous = NORMAL", "synchronous = EXTRA"),
            ("foreign_keys = OFF", "foreign_keys = ON"),
            ("trusted_schema = ON", "trusted_schema = OFF"),
            ("cell_size_check = OFF", "cell_size_check = ON"),
            ("temp_store = FILE", "temp_store = MEMORY"),
            ("secure_delete = OFF", "secure_delete = ON"),
            ("recursive_triggers = OFF", "recursive_triggers = ON"),
            ("locking_mode = NORMAL", "locking_mode = EXCLUSIVE"),
            ("journal_mode = MEMORY", "journal_mode = DELETE"),
        ] {
            let pragma = |said: &str| {
                let run = conn.execute_batch(&format!("PRAGMA {said};"));
                run.expect(said);
            };
            pragma(set);
            assert!(
                matches!(
                    assert_encrypted(&conn, &sealed),
                    Err(StoreError::NotEncrypted)
                ),
                "{set}"
            );
            pragma(back);
            assert_encrypted(&conn, &sealed).expect(back);
        }
    }
}
