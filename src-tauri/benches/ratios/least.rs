//! The least that could do the same: plain SQL on the same encrypted file, with the same pragmas.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use vatra_core::Instant;
use vatra_store::DataKey;

/// Opens a file as the program does.
pub fn open(path: &Path, key: &DataKey) -> Connection {
    let conn = Connection::open(path).expect("a file");
    conn.set_prepared_statement_cache_capacity(256);
    let pragmas = format!(
        "PRAGMA cipher_memory_security = ON; PRAGMA key = \"x'{}'\"; PRAGMA cipher_log_level = NONE;
         PRAGMA cache_size = -8192;
         PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON;",
        key.hex().as_str()
    );
    conn.execute_batch(&pragmas).expect("its key");
    conn
}

/// Reads every row of a question, and says how many there were.
fn read(conn: &Connection, sql: &str, values: &[i64]) -> usize {
    let mut statement = conn.prepare_cached(sql).expect(sql);
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(values)).expect(sql);
    let mut count = 0;
    while let Some(row) = rows.next().expect(sql) {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column).expect(sql));
        }
        count += 1;
    }
    count
}

/// All rows that the board is made of, now.
pub fn rows_of_now(conn: &Connection, now: Instant) -> usize {
    let mut count = 0;
    for table in ["room", "bed", "capacity", "policy", "staff"] {
        count += read(
            conn,
            &format!("SELECT * FROM {table} WHERE until_action IS NULL"),
            &[],
        );
    }
    for table in ["closure", "waiting", "hold", "apart_pair"] {
        let sql = format!(
            "SELECT * FROM {table} WHERE until_action IS NULL AND (to_at IS NULL OR to_at > ?1)"
        );
        count += read(conn, &sql, &[now.0]);
    }
    let here = "s.until_action IS NULL AND (s.to_at IS NULL OR s.to_at > ?1)";
    count += read(
        conn,
        &format!("SELECT * FROM stay AS s WHERE {here}"),
        &[now.0],
    );
    for table in [
        "ground",
        "phase",
        "term",
        "bed_assignment",
        "bed_share",
        "absence",
        "assistance",
    ] {
        let sql = format!(
            "SELECT x.* FROM stay AS s JOIN {table} AS x ON x.stay_id = s.id AND x.until_action IS NULL
             WHERE {here}"
        );
        count += read(conn, &sql, &[now.0]);
    }
    for (table, column, of) in [
        ("beneficiary", "id", "beneficiary_id"),
        ("identity", "beneficiary_id", "beneficiary_id"),
        ("party", "id", "party_id"),
    ] {
        let sql = format!(
            "SELECT x.* FROM stay AS s JOIN {table} AS x ON x.{column} = s.{of} AND x.until_action IS NULL
             WHERE {here}"
        );
        count += read(conn, &sql, &[now.0]);
    }
    count
}

/// Who was in which bed at an instant, with all that a tile shows, the beds, what keeps one free, and what was set: all
/// that the board says is in these rows. As known now, or at an action.
pub fn board_at(conn: &Connection, at: Instant, known: Option<i64>) -> usize {
    let record = |table: &str| match known {
        None => format!("{table}.until_action IS NULL"),
        Some(_) => format!(
            "{table}.since_action <= ?2 AND ({table}.until_action IS NULL OR {table}.until_action > ?2)"
        ),
    };
    let holds = |table: &str| {
        format!(
            "{} AND {table}.from_at <= ?1 AND ({table}.to_at IS NULL OR {table}.to_at > ?1)",
            record(table)
        )
    };
    let not_over = |table: &str| {
        format!(
            "{} AND ({table}.to_at IS NULL OR {table}.to_at > ?1)",
            record(table)
        )
    };
    let values: Vec<i64> = [at.0].into_iter().chain(known).collect();
    let people = format!(
        "SELECT stay.id, stay.party_id, stay.relation, stay.from_at, b.code, b.sex, b.born_year, b.born_month,
           b.born_estimated, b.citizenship, b.needs, i.born_on, i.name, p.referrer, p.territory, a.bed_id, sh.with_id, t.days, t.authority,
           g.kind, g.decided_by, ph.kind, ab.kind, ab.from_at, ab.expected_return, e.at
         FROM stay
         JOIN beneficiary AS b ON b.id = stay.beneficiary_id AND {}
         JOIN party AS p ON p.id = stay.party_id AND {}
         LEFT JOIN identity AS i ON i.beneficiary_id = b.id AND {}
         LEFT JOIN term AS t ON t.stay_id = stay.id AND {}
         LEFT JOIN bed_assignment AS a ON a.stay_id = stay.id AND {}
         LEFT JOIN bed_share AS sh ON sh.stay_id = stay.id AND {}
         LEFT JOIN ground AS g ON g.stay_id = stay.id AND {}
         LEFT JOIN phase AS ph ON ph.stay_id = stay.id AND {}
         LEFT JOIN absence AS ab ON ab.stay_id = stay.id AND {}
         LEFT JOIN expected_departure AS e ON e.stay_id = stay.id AND {}
         WHERE {}",
        record("b"), record("p"), record("i"), record("t"), holds("a"), holds("sh"), holds("g"),
        holds("ph"), holds("ab"), record("e"), holds("stay")
    );
    let mut count = read(conn, &people, &values);
    let beds = format!(
        "SELECT room.id, room.number, room.room_use, room.step_free, room.wing, room.plan_column,
           room.plan_width, bed.id, bed.number, bed.kind
         FROM bed JOIN room ON room.id = bed.room_id AND {} WHERE {} AND ?1 = ?1",
        record("room"),
        record("bed")
    );
    count += read(conn, &beds, &values);
    for table in [
        "capacity",
        "policy",
        "desk",
        "term_limit",
        "bed_standing",
        "apart_pair",
    ] {
        let sql = format!("SELECT * FROM {table} WHERE {}", holds(table));
        count += read(conn, &sql, &values);
    }
    // What is still to come is on it too.
    for table in ["closure", "waiting", "hold"] {
        let sql = format!("SELECT * FROM {table} WHERE {}", not_over(table));
        count += read(conn, &sql, &values);
    }
    let held = format!(
        "SELECT held_bed.* FROM hold JOIN held_bed ON held_bed.hold_id = hold.id AND {} WHERE {}",
        record("held_bed"),
        not_over("hold")
    );
    count + read(conn, &held, &values)
}

/// The figures of a period: census of each day, bed-days, arrivals, departures, people, lengths, whom.
pub fn figures(conn: &Connection, midnights: &[i64]) -> usize {
    let (first, last) = (midnights[0], midnights[midnights.len() - 1]);
    let touching =
        "s.until_action IS NULL AND s.from_at < ?2 AND (s.to_at IS NULL OR s.to_at > ?1)";
    let questions = [
        format!("SELECT count(*), sum(min(coalesce(s.to_at, ?2), ?2) - max(s.from_at, ?1)) FROM stay AS s WHERE {touching}"),
        format!("SELECT count(DISTINCT s.beneficiary_id) FROM stay AS s WHERE {touching}"),
        format!("SELECT count(*) FROM stay AS s WHERE {touching} AND s.from_at >= ?1"),
        format!("SELECT s.to_at - s.from_at FROM stay AS s WHERE {touching} AND s.to_at < ?2 ORDER BY 1"),
        format!("SELECT s.departure_reason, s.destination, count(*) FROM stay AS s WHERE {touching} GROUP BY 1, 2"),
        format!("SELECT b.sex, b.born_year, b.born_month, count(*) FROM stay AS s JOIN beneficiary AS b
            ON b.id = s.beneficiary_id AND b.until_action IS NULL WHERE {touching} GROUP BY 1, 2, 3"),
        format!("SELECT b.citizenship, count(*) FROM stay AS s JOIN beneficiary AS b
            ON b.id = s.beneficiary_id AND b.until_action IS NULL WHERE {touching} GROUP BY 1"),
        format!("SELECT p.referrer, p.territory, count(*) FROM stay AS s JOIN party AS p
            ON p.id = s.party_id AND p.until_action IS NULL WHERE {touching} GROUP BY 1, 2"),
        format!("SELECT g.kind, g.decided_by, count(*) FROM stay AS s JOIN ground AS g
            ON g.stay_id = s.id AND g.until_action IS NULL WHERE {touching} GROUP BY 1, 2"),
        format!("SELECT h.kind, count(*) FROM stay AS s JOIN phase AS h
            ON h.stay_id = s.id AND h.until_action IS NULL WHERE {touching} GROUP BY 1"),
        format!("SELECT x.kind, count(*) FROM stay AS s JOIN assistance AS x
            ON x.stay_id = s.id AND x.until_action IS NULL WHERE {touching} GROUP BY 1"),
        format!("SELECT a.kind, sum(coalesce(a.to_at, ?2) - a.from_at) FROM stay AS s JOIN absence AS a
            ON a.stay_id = s.id AND a.until_action IS NULL WHERE {touching} GROUP BY 1"),
        format!("SELECT a.bed_id, sum(coalesce(a.to_at, ?2) - a.from_at) FROM stay AS s JOIN bed_assignment AS a
            ON a.stay_id = s.id AND a.until_action IS NULL WHERE {touching} GROUP BY 1"),
    ];
    let mut count = 0;
    for question in &questions {
        count += read(conn, question, &[first, last]);
    }
    // The census of each day: arrivals and departures in order, gone through once.
    let mut changes: BTreeMap<i64, i64> = BTreeMap::new();
    let mut statement = conn
        .prepare_cached(&format!(
            "SELECT s.from_at, s.to_at FROM stay AS s WHERE {touching}"
        ))
        .expect("stays");
    let mut rows = statement.query([first, last]).expect("stays");
    while let Some(row) = rows.next().expect("a stay") {
        *changes.entry(row.get(0).expect("a time")).or_default() += 1;
        if let Some(to) = row.get::<_, Option<i64>>(1).expect("a time") {
            *changes.entry(to).or_default() -= 1;
        }
    }
    let mut here = 0;
    let mut changes = changes.into_iter().peekable();
    for midnight in midnights {
        while let Some((_, by)) = changes.next_if(|(at, _)| at < midnight) {
            here += by;
        }
        count += usize::from(std::hint::black_box(here) > 0);
    }
    count
}

/// What an action wrote: rows by table, retired rows, and the action itself.
pub struct Written {
    inserts: Vec<(String, Vec<Vec<Value>>)>,
    retired: Vec<(String, Vec<Value>)>,
    seq: i64,
    action: Vec<Value>,
}

/// The tables of facts, parents before children.
const TABLES: [&str; 21] = [
    "room",
    "bed",
    "capacity",
    "policy",
    "staff",
    "recovery",
    "beneficiary",
    "identity",
    "party",
    "stay",
    "ground",
    "phase",
    "term",
    "bed_assignment",
    "bed_share",
    "absence",
    "assistance",
    "closure",
    "waiting",
    "hold",
    "held_bed",
];

fn rows(conn: &Connection, sql: &str, seq: i64) -> Vec<Vec<Value>> {
    let mut statement = conn.prepare(sql).expect(sql);
    let columns = statement.column_count();
    let rows = statement.query_map([seq], |row| {
        (0..columns).map(|column| row.get(column)).collect()
    });
    rows.expect(sql).collect::<Result<_, _>>().expect(sql)
}

/// Which column of a table has this name.
fn place_of(conn: &Connection, table: &str, column: &str) -> usize {
    let statement = conn.prepare(&format!("SELECT * FROM {table}"));
    statement.expect(table).column_index(column).expect(column)
}

/// What an action wrote into a file.
pub fn written(conn: &Connection, seq: i64) -> Written {
    let mut written = Written {
        inserts: Vec::new(),
        retired: Vec::new(),
        seq,
        action: rows(conn, "SELECT * FROM action WHERE seq = ?1", seq).remove(0),
    };
    for table in TABLES {
        let mut added = rows(
            conn,
            &format!("SELECT * FROM {table} WHERE since_action = ?1 ORDER BY row"),
            seq,
        );
        // Nothing has retired them yet.
        let retired = place_of(conn, table, "until_action");
        added.iter_mut().for_each(|row| row[retired] = Value::Null);
        if !added.is_empty() {
            let marks = vec!["?"; added[0].len()].join(", ");
            written
                .inserts
                .push((format!("INSERT INTO {table} VALUES ({marks})"), added));
        }
        let sql = format!("SELECT id FROM {table} WHERE until_action = ?1");
        let ids: Vec<Value> = rows(conn, &sql, seq).into_iter().flatten().collect();
        if !ids.is_empty() {
            let sql = format!(
                "UPDATE {table} SET until_action = ?1 WHERE id = ?2 AND until_action IS NULL"
            );
            written.retired.push((sql, ids));
        }
    }
    written
}

/// Writes the same rows in one transaction.
pub fn write(conn: &mut Connection, written: &Written) {
    let transaction = conn.transaction().expect("a transaction");
    for (sql, ids) in &written.retired {
        let mut statement = transaction.prepare_cached(sql).expect(sql);
        for id in ids {
            statement
                .execute(rusqlite::params![written.seq, id])
                .expect(sql);
        }
    }
    for (sql, rows) in &written.inserts {
        let mut statement = transaction.prepare_cached(sql).expect(sql);
        for row in rows {
            statement.execute(params_from_iter(row)).expect(sql);
        }
    }
    let marks = vec!["?"; written.action.len()].join(", ");
    let sql = format!("INSERT INTO action VALUES ({marks})");
    let mut statement = transaction.prepare_cached(&sql).expect("an action");
    statement
        .execute(params_from_iter(&written.action))
        .expect("an action");
    drop(statement);
    transaction.commit().expect("on the disk");
}
