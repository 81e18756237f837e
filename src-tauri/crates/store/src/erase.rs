//! Erasing identities: from every row of the file, from its free pages, and, by a list that is kept with the
//! backups, from whatever an old backup brings back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params, params_from_iter};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use vatra_core::Instant;
use vatra_core::facts::Identity;
use vatra_core::id::BeneficiaryId;
use vatra_core::verbs::reduced;

use crate::Store;
use crate::error::StoreError;
use crate::rows::Table;

/// Who was erased, by a digest that says nothing to anybody without the file, and when last.
pub type Erased = BTreeMap<String, i64>;

/// The person, and whoever they were noted as by mistake before the record was put right.
const SAME: &str = "SELECT ?1 AS id
    UNION SELECT former.beneficiary_id FROM stay AS former
      JOIN stay AS now ON now.id = former.id AND now.beneficiary_id = ?1 AND now.until_action IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM beneficiary AS other
        WHERE other.id = former.beneficiary_id AND other.until_action IS NULL)";

/// Whose a version is. It may have stood with somebody else for a while: the last one says it.
const WHOSE: &str = "(SELECT last.beneficiary_id FROM identity AS last WHERE last.id = identity.id
    ORDER BY last.row DESC LIMIT 1)";

/// Versions that say who somebody is.
const SAYS_WHO: &str =
    "(name <> '' OR documents <> '' OR notes <> '' OR (born_on IS NOT NULL AND born_reduced = 0))";

/// Empties every version of an identity.
pub(crate) fn identity(conn: &Connection, person: BeneficiaryId) -> Result<(), StoreError> {
    let id = person.0.as_bytes();
    let sql = format!("SELECT DISTINCT from_at FROM stay WHERE beneficiary_id IN ({SAME})");
    let mut statement = conn.prepare_cached(&sql)?;
    let days = statement.query_map([id], |row| row.get(0).map(|at| Instant(at).day()))?;
    let admitted: Vec<NaiveDate> = days.collect::<Result<_, _>>()?;
    let sql = format!("SELECT row, born_on FROM identity WHERE {WHOSE} IN ({SAME})");
    let mut statement = conn.prepare_cached(&sql)?;
    let versions = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let versions: Vec<(i64, Option<String>)> = versions.collect::<Result<_, _>>()?;
    let mut empty = conn.prepare_cached(
        "UPDATE identity SET name = '', documents = '', notes = '', born_on = ?2,
           born_reduced = ?2 IS NOT NULL WHERE row = ?1",
    )?;
    for (row, born) in versions {
        let born = born.and_then(|text| text.parse::<NaiveDate>().ok());
        let kept = born.map(|born| reduced(born, admitted.iter().copied()).to_string());
        empty.execute(params![row, kept])?;
    }
    Ok(())
}

fn digest(person: &[u8]) -> String {
    let digest = Sha256::digest([b"vatra erased ".as_slice(), person].concat());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Store {
    /// Who was erased here, and when last.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn erased(&self) -> Result<Erased, StoreError> {
        let sql = "SELECT about, max(recorded_at) FROM action
            WHERE kind = 'erase' AND about IS NOT NULL GROUP BY about";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut erased = Erased::new();
        while let Some(row) = rows.next()? {
            erased.insert(digest(&row.get::<_, Vec<u8>>(0)?), row.get(1)?);
        }
        Ok(erased)
    }

    /// The people of this file who were erased elsewhere since: an older backup brought them back.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn brought_back(&self, elsewhere: &Erased) -> Result<Vec<BeneficiaryId>, StoreError> {
        if elsewhere.is_empty() {
            return Ok(Vec::new());
        }
        let here = self.erased()?;
        if elsewhere
            .iter()
            .all(|(who, since)| here.get(who) >= Some(since))
        {
            return Ok(Vec::new());
        }
        // Of whom nothing is kept there is nothing to erase: an erasure that the clock put into the future would
        // be done again every day until then.
        let mut back = Vec::new();
        for person in self.identified()? {
            let who = digest(person.0.as_bytes());
            if elsewhere.get(&who) > here.get(&who) {
                back.push(person);
            }
        }
        Ok(back)
    }

    /// When somebody was last erased, as far as this file or others know.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn last_erased(
        &self,
        person: BeneficiaryId,
        elsewhere: &Erased,
    ) -> Result<Option<Instant>, StoreError> {
        let sql = "SELECT max(recorded_at) FROM action WHERE kind = 'erase' AND about = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let here: Option<i64> = statement.query_row([person.0.as_bytes()], |row| row.get(0))?;
        let known = elsewhere.get(&digest(person.0.as_bytes())).copied();
        Ok(here.max(known).map(Instant))
    }

    /// Of whom something is kept that says who they are, though the record has not known them since an instant: whatever
    /// noted them was taken back, or they were somebody else. Where an action before was recorded later than that, and not
    /// after `now`, the clock was behind: it was not so long ago.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn unknown_since(
        &self,
        at: Instant,
        now: Instant,
    ) -> Result<BTreeSet<BeneficiaryId>, StoreError> {
        let sql = format!(
            "WITH kept AS (SELECT DISTINCT {WHOSE} AS id FROM identity WHERE until_action > 0 AND {SAYS_WHO})
            SELECT kept.id FROM kept
            WHERE NOT EXISTS (SELECT 1 FROM beneficiary AS now WHERE now.id = kept.id AND now.until_action IS NULL)
              AND (SELECT action.recorded_at <= ?1 AND NOT EXISTS (SELECT 1 FROM action AS before
                  WHERE before.seq < action.seq AND before.recorded_at > ?1 AND before.recorded_at <= ?2)
                FROM beneficiary AS last JOIN action ON action.seq = last.until_action
                WHERE last.id = kept.id ORDER BY last.row DESC LIMIT 1)"
        );
        self.people(&sql, &[at.0, now.0])
    }

    /// Every version of somebody's identity, also those that hold no longer.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn identities(&self, person: BeneficiaryId) -> Result<Vec<Identity>, StoreError> {
        let columns = Identity::selected(Identity::NAME);
        let sql = format!("SELECT {columns} FROM identity WHERE {WHOSE} IN ({SAME})");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([person.0.as_bytes()])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            versions.push(Identity::of(row)?);
        }
        Ok(versions)
    }

    /// Everybody of whom something is kept that says who they are, be it in a version that holds no longer.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn identified(&self) -> Result<BTreeSet<BeneficiaryId>, StoreError> {
        let sql = format!("SELECT DISTINCT {WHOSE} FROM identity WHERE {SAYS_WHO}");
        self.people(&sql, &[])
    }

    fn people(&self, sql: &str, values: &[i64]) -> Result<BTreeSet<BeneficiaryId>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| row.get::<_, Vec<u8>>(0))?;
        let mut people = BTreeSet::new();
        for id in ids {
            let id = Uuid::from_slice(&id?).map_err(|_| StoreError::Damaged("an identifier"))?;
            people.insert(BeneficiaryId(id));
        }
        Ok(people)
    }

    /// Writes the file anew without its free pages, in which something that was erased could be left.
    ///
    /// # Errors
    /// Fails where there is no room for it; the file stays as it was.
    pub fn sweep(&self) -> Result<(), StoreError> {
        Ok(self.conn.execute_batch("VACUUM")?)
    }
}
