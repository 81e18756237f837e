//! Another data key for the file.

use rusqlite::{Connection, OptionalExtension};
use zeroize::Zeroizing;

use crate::error::StoreError;

/// The key that seals the journal, where the file has had another data key before.
pub(crate) fn journal_key(conn: &Connection) -> Result<Option<Zeroizing<[u8; 32]>>, StoreError> {
    if crate::file::version(conn)? < 5 {
        return Ok(None);
    }
    let sql = "SELECT key FROM former_key WHERE purpose = 'journal'";
    let key: Option<[u8; 32]> = conn.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(key.map(Zeroizing::new))
}
