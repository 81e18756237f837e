//! Writing: one action with its facts, in one transaction, at the head that the decision was made on.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, TransactionBehavior, params, params_from_iter};
use sha2::Sha256;
use uuid::Uuid;
use vatra_core::id::{BeneficiaryId, StaffId};
use vatra_core::verbs::{ActionKind, Decision};
use vatra_core::{ActionSeq, Changes, Fact, FactKey, Instant};

use crate::error::StoreError;
use crate::rows::{Table, every_table};
use crate::watch;

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
    watch::part(0.0, 0.8, || {
        write_changes(conn, &entry.decision.changes, seq)
    })?;
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

/// How many rows a statement takes where there are many: with its triggers each is as dear as a row by itself,
/// as what it needs in locked memory is taken once and not once a row.
const ROWS: usize = 64;

/// How many of an action's rows are written.
struct Written {
    rows: usize,
    of: usize,
}

/// Writes all rows of one kind: as many as fit with statements for [`ROWS`], the rest one by one.
fn by_rows<T>(
    conn: &Connection,
    written: &mut Written,
    rows: &[T],
    sql: impl Fn(usize) -> String,
    values: impl Fn(&[T]) -> Vec<Value>,
) -> Result<(), StoreError> {
    let chunks = rows.chunks_exact(ROWS);
    let rest = chunks.remainder();
    let mut run = |statement: &mut Statement<'_>, rows: &[T]| {
        if statement.execute(params_from_iter(values(rows)))? != rows.len() {
            // What was to be retired is not the record any more.
            return Err(StoreError::Stale);
        }
        written.rows += rows.len();
        watch::at(written.rows as f64 / written.of as f64)
    };
    if chunks.len() > 0 {
        let mut statement = conn.prepare(&sql(ROWS))?;
        for rows in chunks {
            run(&mut statement, rows)?;
        }
    }
    if !rest.is_empty() {
        let mut statement = conn.prepare_cached(&sql(1))?;
        for row in rest {
            run(&mut statement, std::slice::from_ref(row))?;
        }
    }
    Ok(())
}

fn retire_rows<T: Table>(
    conn: &Connection,
    written: &mut Written,
    ids: &[Uuid],
    seq: ActionSeq,
) -> Result<(), StoreError> {
    let sql = |rows| {
        format!(
            "UPDATE {} SET until_action = ? WHERE id IN ({}) AND until_action IS NULL",
            T::NAME,
            marks(rows)
        )
    };
    by_rows(conn, written, ids, sql, |ids| {
        let ids = ids.iter().map(|id| Value::Blob(id.as_bytes().to_vec()));
        [Value::Integer(seq)].into_iter().chain(ids).collect()
    })
}

fn insert_rows<T: Table>(
    conn: &Connection,
    written: &mut Written,
    facts: &[&T],
    seq: ActionSeq,
) -> Result<(), StoreError> {
    let row = format!("({})", marks(T::COLUMNS.len() + 2));
    let sql = |rows| {
        format!(
            "INSERT INTO {} (id, {}, since_action) VALUES {}",
            T::NAME,
            T::COLUMNS.join(", "),
            vec![row.as_str(); rows].join(", ")
        )
    };
    by_rows(conn, written, facts, sql, |facts| {
        let values = facts.iter().flat_map(|fact| {
            let mut values = fact.values();
            values.push(Value::Integer(seq));
            values
        });
        values.collect()
    })
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

macro_rules! by_kind {
    ($($kind:ident),*) => {
        use vatra_core::facts::{$($kind),*};

        /// First all retirements, then all additions; parents before children, so that the triggers that
        /// look back find them.
        fn write_changes(conn: &Connection, changes: &Changes, seq: ActionSeq) -> Result<(), StoreError> {
            let written = &mut Written { rows: 0, of: changes.retire.len() + changes.add.len() };
            $({
                let ids = changes.retire.iter().filter_map(|key| match key {
                    FactKey::$kind(id) => Some(id.0),
                    _ => None,
                });
                retire_rows::<$kind>(conn, written, &ids.collect::<Vec<_>>(), seq)?;
            })*
            $({
                let facts = changes.add.iter().filter_map(|fact| match fact {
                    Fact::$kind(fact) => Some(fact),
                    _ => None,
                });
                insert_rows::<$kind>(conn, written, &facts.collect::<Vec<_>>(), seq)?;
            })*
            Ok(())
        }

        /// The table of a fact.
        fn table_of(key: FactKey) -> &'static str {
            match key { $(FactKey::$kind(_) => <$kind as Table>::NAME),* }
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
    let here = |key: FactKey| table_of(key) == T::NAME;
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
