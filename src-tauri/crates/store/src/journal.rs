//! Reading the journal: what was done, by whom, about whom; and whether its chain holds.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vatra_core::id::{BeneficiaryId, StaffId, StayId};
use vatra_core::verbs::ActionKind;
use vatra_core::{ActionSeq, Instant, code};

use crate::append::{ActionRow, seal};
use crate::error::StoreError;

/// An action in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its number.
    pub seq: ActionSeq,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// When it happened.
    pub happened_at: Instant,
    /// Who did it.
    pub staff_id: StaffId,
    /// Who did it: the short name.
    pub staff: String,
    /// What kind of action.
    pub kind: ActionKind,
    /// Why.
    pub reason: Option<String>,
    /// The action that it took back.
    pub undoes: Option<ActionSeq>,
    /// What kind that was.
    pub undoes_kind: Option<ActionKind>,
    /// The action that took it back.
    pub undone_by: Option<ActionSeq>,
    /// How many people it was about.
    pub people: u32,
    /// The stays it was about; of more than [`MOST_NAMED`] the first.
    pub stays: Vec<StayId>,
    /// The codes of those it was about; the same. Of a check-in those who came stand first.
    pub codes: Vec<String>,
    /// Whom a check-in gave another bed, to make room for those who came.
    pub moved: Vec<String>,
    /// The beds it put people into; none where there are more than [`MOST_NAMED`].
    pub beds: Vec<(String, String)>,
}

/// How many stays of an action are named: a register brings thousands, and a page of the journal is to be read.
pub const MOST_NAMED: usize = 64;

/// How the journal stands up to a check of its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every action follows from the one before, with all its facts as they were written.
    Holds,
    /// From this action on it doesn't.
    BreaksAt(ActionSeq),
}

/// The end of the journal as it can be kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The number of the last action.
    pub seq: ActionSeq,
    /// Its seal, in hexadecimal.
    pub seal: String,
}

impl Anchor {
    pub(crate) fn new(seq: ActionSeq, seal: &[u8]) -> Self {
        Self {
            seq,
            seal: seal.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// The beginning of the seal as it is printed and compared by people: four groups of four.
    #[must_use]
    pub fn short(&self) -> String {
        let groups: Vec<&str> = (0..4)
            .filter_map(|group| self.seal.get(group * 4..group * 4 + 4))
            .collect();
        groups.join(" ")
    }
}

pub(crate) fn kind_of(text: &str) -> Result<ActionKind, StoreError> {
    ActionKind::from_text(text).ok_or(StoreError::Damaged("an unknown kind of action"))
}

pub(crate) fn uuid(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    let bytes: Vec<u8> = row.get(column)?;
    Ok(Uuid::from_slice(&bytes).unwrap_or_default())
}

/// The kind of an action, and when it happened.
pub(crate) fn action_head(
    conn: &Connection,
    seq: ActionSeq,
) -> Result<Option<(ActionKind, Instant)>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT kind, happened_at FROM action WHERE seq = ?1")?;
    let found: Option<(String, i64)> = statement
        .query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found
        .map(|(kind, at)| Ok((kind_of(&kind)?, Instant(at))))
        .transpose()
}

const SELECT: &str = "
    SELECT action.seq, action.recorded_at, action.happened_at, action.kind, action.reason, action.undoes,
      action.staff_id, undone.kind AS undoes_kind, action.about,
      (SELECT name FROM staff WHERE staff.id = action.staff_id ORDER BY row DESC LIMIT 1) AS staff
    FROM action LEFT JOIN action AS undone ON undone.seq = action.undoes";

/// Which part of the journal is wanted; all of it, where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Actions of this kind.
    pub kind: Option<ActionKind>,
    /// What this member of staff did.
    pub staff: Option<StaffId>,
    /// What was about the person with this code.
    pub code: Option<u32>,
    /// What was recorded from this instant on.
    pub from: Option<Instant>,
    /// What was recorded before this one.
    pub until: Option<Instant>,
}

/// Actions before a number, latest first.
pub(crate) fn page(
    conn: &Connection,
    wanted: &Wanted,
    before: Option<ActionSeq>,
    most: u16,
) -> Result<Vec<Action>, StoreError> {
    // Without a person every action counts; with one, those that touched them or were about them.
    let of = match wanted.code {
        None => None,
        Some(code) => Some(of_person(conn, code)?),
    };
    let of = of.map(|seqs| serde_json::to_string(&seqs).unwrap_or_default());
    let sql = format!(
        "{SELECT} WHERE action.seq < ?1 AND (?3 IS NULL OR action.kind = ?3)
           AND (?4 IS NULL OR action.staff_id = ?4)
           AND (?5 IS NULL OR action.seq IN (SELECT value FROM json_each(?5)))
           AND (?6 IS NULL OR action.recorded_at >= ?6) AND (?7 IS NULL OR action.recorded_at < ?7)
         ORDER BY action.seq DESC LIMIT ?2"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        before.unwrap_or(ActionSeq::MAX),
        most,
        wanted.kind.map(ActionKind::text),
        wanted.staff.map(|staff| staff.0.as_bytes().to_vec()),
        of,
        wanted.from.map(|at| at.0),
        wanted.until.map(|at| at.0),
    ])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(read(conn, row)?);
    }
    Ok(actions)
}

/// All that was done to the person with this code, or was about them.
fn of_person(conn: &Connection, code: u32) -> Result<BTreeSet<ActionSeq>, StoreError> {
    let people = "SELECT id FROM beneficiary WHERE code = ?1";
    let mut statement = conn.prepare_cached(&format!(
        "SELECT DISTINCT id FROM stay WHERE beneficiary_id IN ({people})"
    ))?;
    let mut rows = statement.query([code])?;
    let mut stays = BTreeSet::new();
    while let Some(row) = rows.next()? {
        stays.insert(StayId(uuid(row, "id")?));
    }
    let mut found: BTreeSet<ActionSeq> = about(conn, &stays)?.into_iter().collect();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT seq FROM action WHERE about IN ({people})
         UNION SELECT since_action FROM beneficiary WHERE code = ?1
         UNION SELECT until_action FROM beneficiary WHERE code = ?1 AND until_action IS NOT NULL
         UNION SELECT since_action FROM identity WHERE beneficiary_id IN ({people})
         UNION SELECT since_action FROM apart_pair WHERE one_id IN ({people}) OR other_id IN ({people})
         UNION SELECT until_action FROM apart_pair
           WHERE until_action IS NOT NULL AND (one_id IN ({people}) OR other_id IN ({people}))"
    ))?;
    let mut rows = statement.query([code])?;
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?);
    }
    Ok(found)
}

/// Everybody with the last short name, by it.
pub(crate) fn names(conn: &Connection) -> Result<Vec<(StaffId, String)>, StoreError> {
    let sql = "SELECT id, name FROM staff AS last
        WHERE row = (SELECT max(row) FROM staff WHERE id = last.id) ORDER BY name";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        names.push((StaffId(uuid(row, "id")?), row.get("name")?));
    }
    Ok(names)
}

/// One action.
pub(crate) fn one(conn: &Connection, seq: ActionSeq) -> Result<Option<Action>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} WHERE action.seq = ?1"))?;
    let mut rows = statement.query([seq])?;
    rows.next()?.map(|row| read(conn, row)).transpose()
}

pub(crate) fn recorded_at(
    conn: &Connection,
    seq: ActionSeq,
) -> Result<Option<Instant>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT recorded_at FROM action WHERE seq = ?1")?;
    Ok(statement
        .query_row([seq], |row| row.get(0).map(Instant))
        .optional()?)
}

/// When something was recorded on the first of the last so many days on which anything was.
pub(crate) fn used_since(conn: &Connection, days: usize) -> Result<Option<Instant>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT recorded_at FROM action ORDER BY seq DESC")?;
    let mut rows = statement.query([])?;
    let (mut seen, mut since) = (BTreeSet::new(), None);
    while let Some(row) = rows.next()? {
        let at = Instant(row.get(0)?);
        if seen.insert(at.day()) && seen.len() > days {
            break;
        }
        since = Some(at);
    }
    Ok(since)
}

fn read(conn: &Connection, row: &Row<'_>) -> Result<Action, StoreError> {
    let seq: ActionSeq = row.get("seq")?;
    let kind: String = row.get("kind")?;
    let undoes_kind: Option<String> = row.get("undoes_kind")?;
    let about: Option<Vec<u8>> = row.get("about")?;
    let many = named_of_many(conn, seq)?;
    let beds = match many {
        Some(_) => Vec::new(),
        None => beds(conn, seq)?,
    };
    let Named {
        mut stays,
        mut codes,
        people,
    } = match many {
        Some(many) => many,
        None => {
            let (stays, codes) = touched(conn, seq)?;
            Named {
                stays,
                codes,
                people: 0,
            }
        }
    };
    if let Some(person) = about.and_then(|bytes| Uuid::from_slice(&bytes).ok()) {
        codes.extend(code_of(conn, BeneficiaryId(person))?);
    }
    let kind = kind_of(&kind)?;
    let mut moved = Vec::new();
    if kind == ActionKind::CheckIn {
        let came = came(conn, seq)?;
        stays.sort_by_key(|stay| !came.contains(stay));
        moved = made_room(conn, seq)?;
        codes.sort_by_key(|code| moved.contains(code));
    }
    Ok(Action {
        seq,
        recorded_at: Instant(row.get("recorded_at")?),
        happened_at: Instant(row.get("happened_at")?),
        staff_id: StaffId(uuid(row, "staff_id")?),
        staff: row.get::<_, Option<String>>("staff")?.unwrap_or_default(),
        kind,
        reason: row.get("reason")?,
        undoes: row.get("undoes")?,
        undoes_kind: undoes_kind.as_deref().map(kind_of).transpose()?,
        undone_by: undone_by(conn, seq)?,
        people: people.max(u32::try_from(codes.len()).unwrap_or(u32::MAX)),
        stays,
        codes,
        moved,
        beds,
    })
}

/// The actions after a number that wrote or retired something of where these people were, oldest first.
pub(crate) fn placed_after(
    conn: &Connection,
    after: ActionSeq,
    stays: &BTreeSet<StayId>,
) -> Result<Vec<ActionSeq>, StoreError> {
    const PLACES: [(&str, &str); 4] = [
        ("stay", "id"),
        ("bed_assignment", "stay_id"),
        ("bed_share", "stay_id"),
        ("absence", "stay_id"),
    ];
    let mut found = BTreeSet::new();
    for (table, column) in PLACES {
        let sql = format!("SELECT since_action, until_action FROM {table} WHERE {column} = ?1");
        let mut statement = conn.prepare_cached(&sql)?;
        for stay in stays {
            let mut rows = statement.query([stay.0.as_bytes()])?;
            while let Some(row) = rows.next()? {
                found.insert(row.get::<_, ActionSeq>(0)?);
                found.extend(row.get::<_, Option<ActionSeq>>(1)?);
            }
        }
    }
    Ok(found.split_off(&(after + 1)).into_iter().collect())
}

/// The actions that wrote or retired anything of these stays, the latest first.
pub(crate) fn about(
    conn: &Connection,
    stays: &BTreeSet<StayId>,
) -> Result<Vec<ActionSeq>, StoreError> {
    const PARTS: [(&str, &str); 12] = [
        ("stay", "id = ?1"),
        ("ground", "stay_id = ?1"),
        ("phase", "stay_id = ?1"),
        ("term", "stay_id = ?1"),
        ("bed_assignment", "stay_id = ?1"),
        ("bed_share", "stay_id = ?1"),
        ("absence", "stay_id = ?1"),
        ("assistance", "stay_id = ?1"),
        ("expected_departure", "stay_id = ?1"),
        (
            "beneficiary",
            "id IN (SELECT beneficiary_id FROM stay WHERE id = ?1)",
        ),
        (
            "identity",
            "beneficiary_id IN (SELECT beneficiary_id FROM stay WHERE id = ?1)",
        ),
        ("party", "id IN (SELECT party_id FROM stay WHERE id = ?1)"),
    ];
    let mut found = BTreeSet::new();
    for (table, condition) in PARTS {
        let sql = format!("SELECT since_action, until_action FROM {table} WHERE {condition}");
        let mut statement = conn.prepare_cached(&sql)?;
        for stay in stays {
            let mut rows = statement.query([stay.0.as_bytes()])?;
            while let Some(row) = rows.next()? {
                found.insert(row.get::<_, ActionSeq>(0)?);
                found.extend(row.get::<_, Option<ActionSeq>>(1)?);
            }
        }
    }
    Ok(found.into_iter().rev().collect())
}

/// The action that took another back, and was not itself taken back.
pub(crate) fn undone_by(
    conn: &Connection,
    seq: ActionSeq,
) -> Result<Option<ActionSeq>, StoreError> {
    let Some(undo) = last_undo(conn, seq)? else {
        return Ok(None);
    };
    Ok(match undone_by(conn, undo)? {
        None => Some(undo),
        Some(_) => None,
    })
}

/// The action to take back so that another one stops counting: itself, or, where it was taken back and
/// that was taken back again, the one that brought it back.
pub(crate) fn in_force(conn: &Connection, seq: ActionSeq) -> Result<ActionSeq, StoreError> {
    let Some(undo) = last_undo(conn, seq)? else {
        return Ok(seq);
    };
    match last_undo(conn, undo)? {
        None => Ok(seq),
        Some(redo) => in_force(conn, redo),
    }
}

fn last_undo(conn: &Connection, seq: ActionSeq) -> Result<Option<ActionSeq>, StoreError> {
    let sql = "SELECT max(seq) FROM action WHERE undoes = ?1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([seq], |row| row.get(0))?)
}

fn code_of(conn: &Connection, person: BeneficiaryId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT code FROM beneficiary WHERE id = ?1 ORDER BY row DESC LIMIT 1";
    let number: Option<u32> = conn
        .prepare_cached(sql)?
        .query_row([person.0.as_bytes()], |row| row.get(0))
        .optional()?;
    Ok(number.map(code))
}

/// Whom an action was about, as far as they are named, and how many people they are in all.
struct Named {
    stays: Vec<StayId>,
    codes: Vec<String>,
    people: u32,
}

/// The first of those whom an action was about that wrote or ended more stays than are named.
fn named_of_many(conn: &Connection, seq: ActionSeq) -> Result<Option<Named>, StoreError> {
    let of = "(SELECT row FROM stay WHERE since_action = ?1 UNION ALL SELECT row FROM stay WHERE until_action = ?1)";
    let first = format!(
        "SELECT stay.id AS stay,
           (SELECT code FROM beneficiary WHERE beneficiary.id = stay.beneficiary_id ORDER BY row DESC LIMIT 1) AS code
         FROM {of} AS these JOIN stay USING (row) LIMIT ?2"
    );
    let mut statement = conn.prepare_cached(&first)?;
    let mut rows = statement.query(params![seq, MOST_NAMED as i64 + 1])?;
    let (mut stays, mut numbers) = (Vec::new(), BTreeSet::new());
    while let Some(row) = rows.next()? {
        stays.push(StayId(uuid(row, "stay")?));
        numbers.insert(row.get::<_, Option<u32>>("code")?.unwrap_or(0));
    }
    if stays.len() <= MOST_NAMED {
        return Ok(None);
    }
    let people =
        format!("SELECT count(DISTINCT beneficiary_id) FROM {of} AS these JOIN stay USING (row)");
    let people = conn
        .prepare_cached(&people)?
        .query_row([seq], |row| row.get(0))?;
    stays.truncate(MOST_NAMED);
    let codes = numbers.into_iter().map(code).collect();
    Ok(Some(Named {
        stays,
        codes,
        people,
    }))
}

/// The stays whose facts an action added or retired, with the codes of the people.
pub(crate) fn touched(
    conn: &Connection,
    seq: ActionSeq,
) -> Result<(Vec<StayId>, Vec<String>), StoreError> {
    const BY_STAY: [&str; 8] = [
        "ground",
        "phase",
        "term",
        "bed_assignment",
        "bed_share",
        "absence",
        "assistance",
        "expected_departure",
    ];
    let mut sides: Vec<String> = Vec::new();
    for side in ["since_action", "until_action"] {
        sides.push(format!("SELECT id FROM stay WHERE {side} = ?1"));
        for table in BY_STAY {
            sides.push(format!("SELECT stay_id FROM {table} WHERE {side} = ?1"));
        }
        // What is known of a person is about the stay in which it was noted: the latest one.
        const BY_PERSON: [(&str, &str); 4] = [
            ("beneficiary", "id"),
            ("identity", "beneficiary_id"),
            ("apart_pair", "one_id"),
            ("apart_pair", "other_id"),
        ];
        for (table, column) in BY_PERSON {
            sides.push(format!(
                "SELECT (SELECT stay.id FROM stay WHERE stay.beneficiary_id = {table}.{column}
                  ORDER BY stay.from_at DESC, stay.row DESC LIMIT 1) FROM {table} WHERE {side} = ?1"
            ));
        }
        sides.push(format!(
            "SELECT stay.id FROM party JOIN stay ON stay.party_id = party.id AND stay.until_action IS NULL
             WHERE party.{side} = ?1"
        ));
    }
    let sql = format!(
        "SELECT DISTINCT stay.id AS stay,
           (SELECT code FROM beneficiary WHERE beneficiary.id = stay.beneficiary_id ORDER BY row DESC LIMIT 1) AS code
         FROM stay WHERE stay.id IN ({}) ORDER BY code",
        sides.join(" UNION ALL ")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([seq])?;
    let (mut stays, mut codes) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        stays.push(StayId(uuid(row, "stay")?));
        codes.push(code(row.get::<_, Option<u32>>("code")?.unwrap_or(0)));
    }
    codes.dedup();
    Ok((stays, codes))
}

/// The stays that began with an action.
fn came(conn: &Connection, seq: ActionSeq) -> Result<BTreeSet<StayId>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id FROM stay WHERE since_action = ?1")?;
    let mut rows = statement.query([seq])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        found.insert(StayId(uuid(row, "id")?));
    }
    Ok(found)
}

/// The codes of those whom an action put into a bed without their stay having begun with it.
fn made_room(conn: &Connection, seq: ActionSeq) -> Result<Vec<String>, StoreError> {
    let sql = "
        SELECT DISTINCT beneficiary.code
        FROM (SELECT stay_id FROM bed_assignment WHERE since_action = ?1
              UNION SELECT stay_id FROM bed_share WHERE since_action = ?1) AS slept
        JOIN stay ON stay.row = (SELECT max(row) FROM stay WHERE stay.id = slept.stay_id)
        JOIN beneficiary ON beneficiary.row =
          (SELECT max(row) FROM beneficiary WHERE beneficiary.id = stay.beneficiary_id)
        WHERE NOT EXISTS (SELECT 1 FROM stay AS new WHERE new.id = slept.stay_id AND new.since_action = ?1)
        ORDER BY beneficiary.code";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([seq])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(code(row.get(0)?));
    }
    Ok(found)
}

/// The beds into which an action put people: code, and `5-2`.
fn beds(conn: &Connection, seq: ActionSeq) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "
        SELECT beneficiary.code, room.number, bed.number
        FROM bed_assignment AS a
        JOIN stay ON stay.row = (SELECT max(row) FROM stay WHERE stay.id = a.stay_id)
        JOIN beneficiary ON beneficiary.row =
          (SELECT max(row) FROM beneficiary WHERE beneficiary.id = stay.beneficiary_id)
        JOIN bed ON bed.row = (SELECT max(row) FROM bed WHERE bed.id = a.bed_id)
        JOIN room ON room.row = (SELECT max(row) FROM room WHERE room.id = bed.room_id)
        WHERE a.since_action = ?1
          AND NOT EXISTS (SELECT 1 FROM bed_assignment AS same WHERE same.until_action = ?1 AND same.id = a.id)
        ORDER BY beneficiary.code";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([seq])?;
    let mut beds = Vec::new();
    while let Some(row) = rows.next()? {
        let (person, room, bed): (u32, u16, u16) = (row.get(0)?, row.get(1)?, row.get(2)?);
        beds.push((code(person), format!("{room}-{bed}")));
    }
    Ok(beds)
}

/// Checks the chain of all actions.
pub(crate) fn verify(conn: &Connection, mac_key: &[u8; 32]) -> Result<Chain, StoreError> {
    let mut before = vec![0; 32];
    let mut expected: ActionSeq = 1;
    let (last, _) = crate::append::head(conn)?;
    let mut statement = conn.prepare("SELECT * FROM action ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get("kind")?;
        let about: Option<Vec<u8>> = row.get("about")?;
        let action = ActionRow {
            seq: row.get("seq")?,
            id: uuid(row, "id")?,
            recorded_at: Instant(row.get("recorded_at")?),
            happened_at: Instant(row.get("happened_at")?),
            staff: StaffId(uuid(row, "staff_id")?),
            kind: kind_of(&kind)?,
            reason: row.get("reason")?,
            undoes: row.get("undoes")?,
            about: about
                .and_then(|bytes| Uuid::from_slice(&bytes).ok())
                .map(BeneficiaryId),
        };
        let mac: Vec<u8> = row.get("mac")?;
        if action.seq != expected || seal(conn, mac_key, &before, &action, None)? != mac {
            return Ok(Chain::BreaksAt(expected));
        }
        before = mac;
        crate::watch::at(expected as f64 / last as f64)?;
        expected += 1;
    }
    Ok(Chain::Holds)
}

/// Whether a print or an export was noted since an instant whose reason holds a text; no action before `first` was
/// recorded since then.
pub(crate) fn went_out(
    conn: &Connection,
    text: &str,
    since: Instant,
    first: ActionSeq,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM action
        WHERE seq >= ?5 AND recorded_at >= ?1 AND kind IN (?2, ?3) AND instr(reason, ?4) > 0)";
    let (print, export) = (ActionKind::Print.text(), ActionKind::Export.text());
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params![since.0, print, export, text, first], |row| {
            row.get(0)
        })?)
}
