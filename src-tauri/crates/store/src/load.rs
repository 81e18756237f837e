//! Reading facts: the record from an instant on, now or as it was known at an action.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;
use vatra_core::desk::DeskSettings;
use vatra_core::facts::{
    Absence, ApartPair, Assistance, AssistanceName, Bed, BedAssignment, BedShare, BedStanding,
    Beneficiary, Capacity, Closure, Desk, ExpectedDeparture, Ground, HeldBed, Hold, Identity,
    Party, Phase, Policy, Recovery, Room, Staff, Stay, Term, TermLimit, Waiting,
};
use vatra_core::id::{BeneficiaryId, StayId};
use vatra_core::verbs::{AddedFact, Recorded};
use vatra_core::{ActionSeq, Centre, Fact, Instant};

use crate::error::StoreError;
use crate::journal::action_head;
use crate::rows::{Table, every_table};

/// Which part of the record to read.
#[derive(Clone, Debug)]
pub struct Window {
    /// Stays that run at this instant or later, with all that belongs to them.
    pub from: Instant,
    /// Only stays that began before this instant; all, if none.
    pub until: Option<Instant>,
    /// Other stays as well, whenever they ran.
    pub stays: BTreeSet<StayId>,
    /// Other people as well, with all of their stays.
    pub people: BTreeSet<BeneficiaryId>,
    /// As it was known when this was the last action; as known now, if none.
    pub known: Option<ActionSeq>,
}

impl Window {
    /// From an instant on, as known now.
    #[must_use]
    pub fn from(from: Instant) -> Self {
        Self {
            from,
            until: None,
            stays: BTreeSet::new(),
            people: BTreeSet::new(),
            known: None,
        }
    }

    /// Whoever was here at an instant, as known now.
    #[must_use]
    pub fn at(at: Instant) -> Self {
        Self {
            until: Some(at.plus_millis(1)),
            ..Self::from(at)
        }
    }
}

/// Which versions of facts are read.
#[derive(Clone, Copy)]
enum Record {
    /// What is known now.
    Now,
    /// What was known when this was the last action.
    Then(ActionSeq),
    /// Both, told apart as they are read: what is the same in both is read once.
    Both(ActionSeq),
}

impl Record {
    fn known(known: Option<ActionSeq>) -> Self {
        known.map_or(Self::Now, Self::Then)
    }

    /// Which versions of a table belong to it. The number of the action is always the first value, so that a statement
    /// serves for all of them.
    fn holds(self, table: &str) -> String {
        match self {
            Self::Now => format!("{table}.until_action IS NULL"),
            Self::Then(_) => format!(
                "{table}.since_action <= ?1 AND ({table}.until_action IS NULL OR {table}.until_action > ?1)"
            ),
            Self::Both(_) => format!(
                "({table}.until_action IS NULL OR ({table}.since_action <= ?1 AND {table}.until_action > ?1))"
            ),
        }
    }

    /// The same of stays. Versions that still hold and those that were replaced since are found by an index each, both
    /// at once by none.
    fn holds_stays(self) -> &'static [&'static str] {
        match self {
            Self::Now => &["stay.until_action IS NULL"],
            Self::Then(_) => &[
                "stay.until_action IS NULL AND stay.since_action <= ?1",
                "stay.until_action > ?1 AND stay.since_action <= ?1",
            ],
            Self::Both(_) => &[
                "stay.until_action IS NULL",
                "stay.until_action > ?1 AND stay.since_action <= ?1",
            ],
        }
    }

    /// What is selected after a fact: the action that wrote it and, to tell the records apart, from when to when it
    /// and the fact by which it was found were the record.
    fn selected(self, table: &str, by: &str) -> String {
        match self {
            Self::Now | Self::Then(_) => format!("{table}.since_action"),
            Self::Both(_) => format!(
                "{table}.since_action, {table}.until_action, {by}.since_action, {by}.until_action"
            ),
        }
    }
}

/// How many identifiers a statement asks for: facts are asked for by whose they are, however many there are
/// in the file.
const AT_ONCE: usize = 64;

/// Whoever was here at `?2` or later and came before `?3`. Each condition is found by an index; both at once by
/// none, and every stay there ever was would be gone through.
const HERE: &[&str] = &[
    "stay.to_at IS NULL AND stay.from_at < ?3",
    "stay.to_at > ?2 AND stay.from_at < ?3",
];

struct Reader<'a> {
    conn: &'a Connection,
    record: Record,
    centre: Centre,
    /// As it was known then, where both are read.
    then: Centre,
}

impl<'a> Reader<'a> {
    fn new(conn: &'a Connection, record: Record) -> Self {
        Self {
            conn,
            record,
            centre: Centre::default(),
            then: Centre::default(),
        }
    }

    /// Reads facts of one kind into the centre; `condition` may use `?2` and the following.
    fn read<T: Table>(&mut self, condition: &str, values: &[Value]) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT {}, {} FROM {} WHERE {} AND {condition}",
            T::selected(T::NAME),
            self.record.selected(T::NAME, T::NAME),
            T::NAME,
            self.record.holds(T::NAME)
        );
        self.put::<T>(&sql, values)
    }

    /// Puts the facts of one kind that a statement finds into the centre.
    fn put<T: Table>(&mut self, sql: &str, values: &[Value]) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(self.bound(values)))?;
        while let Some(row) = rows.next()? {
            let (fact, since) = (T::of(row)?.into(), row.get(T::AFTER)?);
            let Record::Both(known) = self.record else {
                self.centre.put(fact, since);
                continue;
            };
            let until: Option<ActionSeq> = row.get(T::AFTER + 1)?;
            let by: (ActionSeq, Option<ActionSeq>) =
                (row.get(T::AFTER + 2)?, row.get(T::AFTER + 3)?);
            let held = |(since, until): (ActionSeq, Option<ActionSeq>)| {
                since <= known && until.is_none_or(|until| until > known)
            };
            if held((since, until)) && held(by) {
                self.then.put(fact.clone(), since);
            }
            if until.is_none() && by.1.is_none() {
                self.centre.put(fact, since);
            }
        }
        Ok(())
    }

    fn bound(&self, values: &[Value]) -> Vec<Value> {
        let known = match self.record {
            // A statement that doesn't ask for the action takes no value for it, unless others follow.
            Record::Now if values.is_empty() => return Vec::new(),
            Record::Now => Value::Null,
            Record::Then(known) | Record::Both(known) => Value::Integer(known),
        };
        [known].into_iter().chain(values.iter().cloned()).collect()
    }

    /// Reads the facts of one kind that belong to these.
    fn read_of<T: Table>(
        &mut self,
        column: &str,
        whose: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), StoreError> {
        let condition = format!("{column} {}", in_marks());
        for values in bundles(whose) {
            self.read::<T>(&condition, &values)?;
        }
        Ok(())
    }

    /// Reads the facts of one kind that belong to the stays which one of these conditions names: by way of the stays,
    /// as SQLite builds a table of its own for every list of identifiers.
    fn read_by<T: Table>(
        &mut self,
        joined: &str,
        stays: &[&str],
        values: &[Value],
    ) -> Result<(), StoreError> {
        let columns = T::selected("fact");
        let (record, after) = (
            self.record.holds("fact"),
            self.record.selected("fact", "stay"),
        );
        let mut selects = Vec::new();
        for version in self.record.holds_stays() {
            for condition in stays {
                // In this order: a stay has few facts, and there are many facts.
                selects.push(format!(
                    "SELECT {columns}, {after} FROM stay
                     CROSS JOIN {} AS fact ON {joined} AND {record}
                     WHERE {version} AND {condition}",
                    T::NAME
                ));
            }
        }
        self.put::<T>(&selects.join(" UNION ALL "), values)
    }

    /// The stays of somebody.
    fn stays_of(&self, person: BeneficiaryId) -> Result<BTreeSet<StayId>, StoreError> {
        let record = self.record.holds("stay");
        let sql = format!("SELECT id FROM stay WHERE {record} AND stay.beneficiary_id = ?2");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(self.bound(&[blob(person.0)])))?;
        let mut found = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let id = Uuid::from_slice(&row.get::<_, Vec<u8>>(0)?);
            found.insert(StayId(
                id.map_err(|_| StoreError::Damaged("an identifier"))?,
            ));
        }
        Ok(found)
    }

    /// Everything of the stays that one of these conditions names.
    fn read_stays(&mut self, stays: &[&str], values: &[Value]) -> Result<(), StoreError> {
        let itself = "fact.row = stay.row";
        self.read_by::<Stay>(itself, stays, values)?;
        self.read_by::<Beneficiary>("fact.id = stay.beneficiary_id", stays, values)?;
        self.read_by::<Identity>("fact.beneficiary_id = stay.beneficiary_id", stays, values)?;
        self.read_by::<Party>("fact.id = stay.party_id", stays, values)?;
        let of_stay = "fact.stay_id = stay.id";
        self.read_by::<Ground>(of_stay, stays, values)?;
        self.read_by::<Phase>(of_stay, stays, values)?;
        self.read_by::<Term>(of_stay, stays, values)?;
        self.read_by::<BedAssignment>(of_stay, stays, values)?;
        self.read_by::<BedShare>(of_stay, stays, values)?;
        self.read_by::<Absence>(of_stay, stays, values)?;
        self.read_by::<Assistance>(of_stay, stays, values)?;
        self.read_by::<ExpectedDeparture>(of_stay, stays, values)
    }

    /// Everything of these stays, as far as it isn't there already.
    fn read_these(&mut self, mut stays: BTreeSet<StayId>) -> Result<(), StoreError> {
        let is_there = |stay: &StayId| {
            let then = self.then.stays.contains_key(stay);
            self.centre.stays.contains_key(stay)
                && (then || !matches!(self.record, Record::Both(_)))
        };
        stays.retain(|stay| !is_there(stay));
        let condition = format!("stay.id {}", in_marks());
        for values in bundles(stays.iter().map(|stay| stay.0)) {
            self.read_stays(&[&condition], &values)?;
        }
        Ok(())
    }

    /// The house, and whoever was here from the window's instant on.
    fn read_from(&mut self, window: &Window) -> Result<(), StoreError> {
        let all = "1";
        self.read::<Room>(all, &[])?;
        self.read::<Bed>(all, &[])?;
        self.read::<Capacity>(all, &[])?;
        self.read::<Policy>(all, &[])?;
        self.read::<Staff>(all, &[])?;
        self.read::<Recovery>(all, &[])?;
        self.read::<Desk>(all, &[])?;
        self.read::<TermLimit>(all, &[])?;
        self.read::<AssistanceName>(all, &[])?;
        self.read::<BedStanding>(all, &[])?;
        let from = [Value::Integer(window.from.0)];
        self.read::<Closure>("(closure.to_at IS NULL OR closure.to_at > ?2)", &from)?;
        self.read::<Waiting>("(waiting.to_at IS NULL OR waiting.to_at > ?2)", &from)?;
        self.read::<Hold>("hold.to_at > ?2", &from)?;
        let holds = self.everywhere(|centre| centre.holds.keys().map(|hold| hold.0).collect());
        self.read_of::<HeldBed>("hold_id", holds)?;
        self.read::<ApartPair>("(apart_pair.to_at IS NULL OR apart_pair.to_at > ?2)", &from)?;
        let apart = self.everywhere(|centre| {
            let pairs = centre.apart_pairs.values();
            pairs.flat_map(|pair| [pair.one.0, pair.other.0]).collect()
        });
        self.read_people(apart)?;
        let until = window.until.map_or(i64::MAX, |until| until.0);
        let here = [Value::Integer(window.from.0), Value::Integer(until)];
        self.read_stays(HERE, &here)
    }

    fn read_people(&mut self, people: BTreeSet<Uuid>) -> Result<(), StoreError> {
        self.read_of::<Beneficiary>("id", people.iter().copied())?;
        self.read_of::<Identity>("beneficiary_id", people)
    }

    /// Other people and stays, whenever they ran.
    fn read_others(&mut self, window: &Window) -> Result<(), StoreError> {
        let mut stays = window.stays.clone();
        for person in &window.people {
            stays.extend(self.stays_of(*person)?);
        }
        self.read_people(window.people.iter().map(|person| person.0).collect())?;
        self.read_these(stays)?;
        // An infant may have shared the bed of somebody who has left since.
        let shares = |centre: &Centre| {
            let adults = centre.bed_shares.values();
            adults.map(|share| share.with).collect()
        };
        self.read_these(self.everywhere(shares))
    }

    /// What both records name.
    fn everywhere<T: Ord>(&self, named: impl Fn(&Centre) -> BTreeSet<T>) -> BTreeSet<T> {
        let mut all = named(&self.centre);
        all.extend(named(&self.then));
        all
    }
}

/// Reads a part of the record.
pub(crate) fn load(conn: &Connection, window: &Window) -> Result<Centre, StoreError> {
    let mut reader = Reader::new(conn, Record::known(window.known));
    reader.read_from(window)?;
    reader.read_others(window)?;
    Ok(reader.centre)
}

/// Reads a part of the record as it was known when this was the last action, and as it is known now.
pub(crate) fn load_then_and_now(
    conn: &Connection,
    window: &Window,
    known: ActionSeq,
) -> Result<(Centre, Centre), StoreError> {
    let mut reader = Reader::new(conn, Record::Both(known));
    reader.read_from(window)?;
    reader.read_others(window)?;
    Ok((reader.then, reader.centre))
}

/// Adds a window's other stays and people to what was loaded before, as known now.
pub(crate) fn load_others(
    conn: &Connection,
    centre: &mut Centre,
    window: &Window,
) -> Result<(), StoreError> {
    let mut reader = Reader::new(conn, Record::Now);
    reader.centre = std::mem::take(centre);
    reader.read_others(window)?;
    *centre = reader.centre;
    Ok(())
}

/// How the desk works at an instant.
pub(crate) fn desk(conn: &Connection, at: Instant) -> Result<DeskSettings, StoreError> {
    let mut reader = Reader::new(conn, Record::Now);
    reader.read::<Desk>("1", &[])?;
    Ok(reader.centre.desk(at))
}

fn in_marks() -> String {
    let marks: Vec<String> = (0..AT_ONCE)
        .map(|place| format!("?{}", place + 2))
        .collect();
    format!("IN ({})", marks.join(", "))
}

/// Values for [`in_marks`], as often as these take.
fn bundles(ids: impl IntoIterator<Item = Uuid>) -> Vec<Vec<Value>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let bundle = |some: &[Uuid]| {
        let mut values: Vec<Value> = some.iter().copied().map(blob).collect();
        // Nothing equals null.
        values.resize(AT_ONCE, Value::Null);
        values
    };
    ids.chunks(AT_ONCE).map(bundle).collect()
}

fn blob(id: Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

/// An action with what it did, as undo needs it.
pub(crate) fn recorded(conn: &Connection, seq: ActionSeq) -> Result<Option<Recorded>, StoreError> {
    let Some((kind, happened_at)) = action_head(conn, seq)? else {
        return Ok(None);
    };
    let mut recorded = Recorded {
        seq,
        kind,
        happened_at,
        added: Vec::new(),
        retired: Vec::new(),
        later: BTreeMap::new(),
    };
    macro_rules! read_all {
        ($($kind:ident),*) => { $(
            read_sides::<$kind>(conn, seq, &mut recorded)?;
            read_later::<$kind>(conn, seq, &mut recorded)?;
        )* };
    }
    every_table!(read_all);
    Ok(Some(recorded))
}

/// What an action put other versions in the place of, or retired for good: each fact as it was, and as it was
/// from then on.
pub(crate) fn replaced(
    conn: &Connection,
    seq: ActionSeq,
) -> Result<Vec<(Fact, Option<Fact>)>, StoreError> {
    let mut found = Vec::new();
    macro_rules! read_all {
        ($($kind:ident),*) => { $(read_replaced::<$kind>(conn, seq, &mut found)?;)* };
    }
    every_table!(read_all);
    Ok(found)
}

fn read_replaced<T: Table>(
    conn: &Connection,
    seq: ActionSeq,
    found: &mut Vec<(Fact, Option<Fact>)>,
) -> Result<(), StoreError> {
    let columns = T::selected(T::NAME);
    let sql = |condition| {
        format!(
            "SELECT {columns} FROM {} WHERE {condition} ORDER BY row",
            T::NAME
        )
    };
    let mut retired = conn.prepare_cached(&sql("until_action = ?1"))?;
    let mut after = conn.prepare_cached(&sql("since_action = ?1 AND id = ?2"))?;
    let mut rows = retired.query([seq])?;
    while let Some(row) = rows.next()? {
        let id: Vec<u8> = row.get("id")?;
        let mut next = after.query(rusqlite::params![seq, id])?;
        let new = next.next()?.map(|row| T::of(row)).transpose()?;
        found.push((T::of(row)?.into(), new.map(Into::into)));
    }
    Ok(())
}

fn read_sides<T: Table>(
    conn: &Connection,
    seq: ActionSeq,
    recorded: &mut Recorded,
) -> Result<(), StoreError> {
    let columns = T::selected(T::NAME);
    let sql = |side| {
        format!(
            "SELECT {columns} FROM {} WHERE {side} = ?1 ORDER BY row",
            T::NAME
        )
    };
    let mut added = conn.prepare_cached(&sql("since_action"))?;
    let mut rows = added.query([seq])?;
    while let Some(row) = rows.next()? {
        let fact: Fact = T::of(row)?.into();
        let changed_by = changed_by::<T>(conn, &row.get::<_, Vec<u8>>("id")?, seq)?;
        recorded.added.push(AddedFact {
            key: fact.key(),
            changed_by,
        });
    }
    let mut retired = conn.prepare_cached(&sql("until_action"))?;
    let mut rows = retired.query([seq])?;
    while let Some(row) = rows.next()? {
        recorded.retired.push(T::of(row)?.into());
    }
    Ok(())
}

/// What stands again, or is gone, by something later.
fn read_later<T: Table>(
    conn: &Connection,
    seq: ActionSeq,
    recorded: &mut Recorded,
) -> Result<(), StoreError> {
    let (table, columns) = (T::NAME, T::selected(T::NAME));
    let again = format!(
        "SELECT {columns} FROM action JOIN {table} ON {table}.since_action = action.seq
         WHERE action.undoes > ?1 AND {table}.until_action IS NULL"
    );
    let gone = format!(
        "SELECT {columns} FROM {table} WHERE until_action > ?1 AND NOT EXISTS
         (SELECT 1 FROM {table} AS now WHERE now.id = {table}.id AND now.until_action IS NULL)"
    );
    for sql in [again, gone] {
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([seq])?;
        while let Some(row) = rows.next()? {
            let fact: Fact = T::of(row)?.into();
            let by = changed_by::<T>(conn, &row.get::<_, Vec<u8>>("id")?, seq)?;
            recorded.later.insert(fact.key(), by.unwrap_or(0));
        }
    }
    Ok(())
}

/// The action that has to be taken back for a fact to be again as another one wrote it: the last that changed it since,
/// leaving out what has been taken back. An undo of something later than `written` only brought back what was before
/// that, so the search goes on from there; an undo of something earlier is itself what changed the fact.
fn changed_by<T: Table>(
    conn: &Connection,
    id: &[u8],
    written: ActionSeq,
) -> Result<Option<ActionSeq>, StoreError> {
    let latest = format!(
        "SELECT since_action, until_action FROM {} WHERE id = ?1 ORDER BY row DESC LIMIT 1",
        T::NAME
    );
    let (made, retired): (ActionSeq, Option<ActionSeq>) = conn
        .prepare_cached(&latest)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if retired.is_some() {
        return Ok(retired);
    }
    let former = format!(
        "SELECT former.since_action FROM action JOIN {} AS former ON +former.until_action = action.undoes
         WHERE action.seq = ?1 AND action.undoes > ?2 AND former.id = ?3",
        T::NAME
    );
    let mut statement = conn.prepare_cached(&former)?;
    let mut changed = made;
    while changed > written {
        let mut rows = statement.query(rusqlite::params![changed, written, id])?;
        match rows.next()? {
            Some(row) => changed = row.get(0)?,
            None => return Ok(Some(changed)),
        }
    }
    Ok(None)
}
