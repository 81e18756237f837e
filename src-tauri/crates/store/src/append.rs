//! Writing: one action with its facts, in one transaction, at the head that the decision was made on.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params, params_from_iter};
use sha2::Sha256;
use uuid::Uuid;
use vatra_core::id::{BeneficiaryId, StaffId};
use vatra_core::verbs::{ActionKind, Decision};
use vatra_core::{ActionSeq, Changes, Fact, FactKey, Instant};

use crate::error::StoreError;
use crate::rows::{Table, every_table};

/// An action to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was decided.
    pub decision: Decision,
    /// Who did it.
    pub staff: StaffId,
    /// When it is recorded.
    pub recorded_at: Instant,
    /// The action that it takes back.
    pub undoes: Option<ActionSeq>,
    /// Whom a look at an identity was about.
    pub about: Option<BeneficiaryId>,
}

impl Entry {
    /// An action that is no undo and no look.
    #[must_use]
    pub fn new(decision: Decision, staff: StaffId, recorded_at: Instant) -> Self {
        Self {
            decision,
            staff,
            recorded_at,
            undoes: None,
            about: None,
        }
    }
}

/// The number and the seal of the last action; 0 and zeros before the first.
pub(crate) fn head(conn: &Connection) -> Result<(ActionSeq, Vec<u8>), StoreError> {
    let sql = "SELECT seq, mac FROM action ORDER BY seq DESC LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok((row.get(0)?, row.get(1)?)),
        None => Ok((0, vec![0; 32])),
    }
}

/// Writes an action, if nobody else has written one since `expected`.
pub(crate) fn append(
    conn: &mut Connection,
    mac_key: &[u8; 32],
    expected: ActionSeq,
    entry: &Entry,
) -> Result<ActionSeq, StoreError> {
    if !conn.is_autocommit() {
        // A new file is written as one transaction.
        return write(conn, mac_key, expected, entry);
    }
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seq = write(&transaction, mac_key, expected, entry)?;
    transaction.commit()?;
    Ok(seq)
}

fn write(
    conn: &Connection,
    mac_key: &[u8; 32],
    expected: ActionSeq,
    entry: &Entry,
) -> Result<ActionSeq, StoreError> {
    let (last, last_mac) = head(conn)?;
    if last != expected {
        return Err(StoreError::Stale);
    }
    let seq = last + 1;
    write_changes(conn, &entry.decision.changes, seq)?;
    if let Some(person) = entry
        .about
        .filter(|_| entry.decision.kind == ActionKind::Erase)
    {
        crate::erase::identity(conn, person)?;
    }
    let row = ActionRow {
        seq,
        id: Uuid::now_v7(),
        recorded_at: entry.recorded_at,
        happened_at: entry.decision.happened_at,
        staff: entry.staff,
        kind: entry.decision.kind,
        reason: entry.decision.reason.clone(),
        undoes: entry.undoes,
        about: entry.about,
    };
    let mac = seal(
        conn,
        mac_key,
        &last_mac,
        &row,
        Some(&entry.decision.changes),
    )?;
    conn.prepare_cached(
            "INSERT INTO action (seq, id, recorded_at, happened_at, staff_id, kind, reason, undoes, about, mac)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            row.seq,
            row.id.as_bytes(),
            row.recorded_at.0,
            row.happened_at.0,
            row.staff.0.as_bytes(),
            row.kind.text(),
            row.reason,
            row.undoes,
            row.about.map(|about| about.0.as_bytes().to_vec()),
            mac,
        ])?;
    Ok(seq)
}

fn write_changes(conn: &Connection, changes: &Changes, seq: ActionSeq) -> Result<(), StoreError> {
    for key in &changes.retire {
        let (table, id) = table_of(*key);
        let sql =
            format!("UPDATE {table} SET until_action = ?1 WHERE id = ?2 AND until_action IS NULL");
        let retired = conn
            .prepare_cached(&sql)?
            .execute(params![seq, id.as_bytes()])?;
        if retired != 1 {
            return Err(StoreError::Stale);
        }
    }
    // Parents before children, so that the triggers that look back find them.
    let mut add: Vec<&Fact> = changes.add.iter().collect();
    add.sort_by_key(|fact| rank(fact));
    for fact in add {
        insert(conn, fact, seq)?;
    }
    Ok(())
}

fn insert_row<T: Table>(conn: &Connection, fact: &T, seq: ActionSeq) -> Result<(), StoreError> {
    let marks = vec!["?"; T::COLUMNS.len() + 2].join(", ");
    let sql = format!(
        "INSERT INTO {} (id, {}, since_action) VALUES ({marks})",
        T::NAME,
        T::COLUMNS.join(", ")
    );
    let mut values = fact.values();
    values.push(Value::Integer(seq));
    conn.prepare_cached(&sql)?
        .execute(params_from_iter(values))?;
    Ok(())
}

macro_rules! by_kind {
    ($($kind:ident),*) => {
        use vatra_core::facts::{$($kind),*};

        fn insert(conn: &Connection, fact: &Fact, seq: ActionSeq) -> Result<(), StoreError> {
            match fact { $(Fact::$kind(fact) => insert_row(conn, fact, seq)),* }
        }

        /// The table of a fact, and its identifier.
        fn table_of(key: FactKey) -> (&'static str, Uuid) {
            match key { $(FactKey::$kind(id) => (<$kind as Table>::NAME, id.0)),* }
        }

        /// The place of a fact's kind in the order in which facts may refer to each other.
        fn rank(fact: &Fact) -> usize {
            let tables = [$(<$kind as Table>::NAME),*];
            let (table, _) = table_of(fact.key());
            tables.iter().position(|name| *name == table).unwrap_or(tables.len())
        }

        /// Feeds all facts that an action added and retired into its seal.
        fn seal_facts(
            conn: &Connection, mac: &mut Hmac<Sha256>, seq: ActionSeq, changes: Option<&Changes>,
        ) -> Result<(), StoreError> {
            $(seal_table::<$kind>(conn, mac, seq, changes)?;)*
            Ok(())
        }
    };
}
every_table!(by_kind);

/// An action as it is sealed.
pub(crate) struct ActionRow {
    pub seq: ActionSeq,
    pub id: Uuid,
    pub recorded_at: Instant,
    pub happened_at: Instant,
    pub staff: StaffId,
    pub kind: ActionKind,
    pub reason: Option<String>,
    pub undoes: Option<ActionSeq>,
    pub about: Option<BeneficiaryId>,
}

/// The seal of an action: a keyed digest of the one before, of the action, and of the facts it added and
/// retired, so that none of them can be changed, left out or put in another order without the key. Where
/// the changes are given, only the tables that they are in are looked through.
pub(crate) fn seal(
    conn: &Connection,
    mac_key: &[u8; 32],
    before: &[u8],
    row: &ActionRow,
    changes: Option<&Changes>,
) -> Result<Vec<u8>, StoreError> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(mac_key)
        .map_err(|_| StoreError::Damaged("the journal's key"))?;
    let uuid = |id: &Uuid| Value::Blob(id.as_bytes().to_vec());
    let values = [
        Value::Blob(before.to_vec()),
        Value::Integer(row.seq),
        uuid(&row.id),
        Value::Integer(row.recorded_at.0),
        Value::Integer(row.happened_at.0),
        uuid(&row.staff.0),
        Value::Text(row.kind.text().to_owned()),
        row.reason.clone().map_or(Value::Null, Value::Text),
        row.undoes.map_or(Value::Null, Value::Integer),
        row.about.map_or(Value::Null, |about| uuid(&about.0)),
    ];
    values.iter().for_each(|value| feed(&mut mac, value));
    seal_facts(conn, &mut mac, row.seq, changes)?;
    Ok(mac.finalize().into_bytes().to_vec())
}

fn seal_table<T: Table>(
    conn: &Connection,
    mac: &mut Hmac<Sha256>,
    seq: ActionSeq,
    changes: Option<&Changes>,
) -> Result<(), StoreError> {
    // An identity can be erased for good, and the chain must hold without it.
    if T::NAME == <vatra_core::facts::Identity as Table>::NAME {
        return Ok(());
    }
    let columns = T::COLUMNS.join(", ");
    let here = |key: FactKey| table_of(key).0 == T::NAME;
    let sides = [
        (
            "since_action",
            changes.is_none_or(|these| these.add.iter().any(|fact| here(fact.key()))),
        ),
        (
            "until_action",
            changes.is_none_or(|these| these.retire.iter().any(|key| here(*key))),
        ),
    ];
    for (side, _) in sides.into_iter().filter(|(_, touched)| *touched) {
        let sql = format!(
            "SELECT id, {columns} FROM {} WHERE {side} = ?1 ORDER BY row",
            T::NAME
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let width = statement.column_count();
        let mut rows = statement.query([seq])?;
        while let Some(row) = rows.next()? {
            feed(mac, &Value::Text(format!("{} {side}", T::NAME)));
            for column in 0..width {
                feed(mac, &row.get::<_, Value>(column)?);
            }
        }
    }
    Ok(())
}

/// A value with its type and length, so that no two sequences of values look alike.
fn feed(mac: &mut Hmac<Sha256>, value: &Value) {
    let (kind, bytes) = match value {
        Value::Null => (0u8, Vec::new()),
        Value::Integer(number) => (1, number.to_be_bytes().to_vec()),
        Value::Real(number) => (2, number.to_be_bytes().to_vec()),
        Value::Text(text) => (3, text.as_bytes().to_vec()),
        Value::Blob(bytes) => (4, bytes.clone()),
    };
    mac.update(&[kind]);
    mac.update(&(bytes.len() as u64).to_be_bytes());
    mac.update(&bytes);
}
