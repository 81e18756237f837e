//! Another data key for the file, when somebody may open it no longer: whoever kept a copy of the sealed
//! keys can't open with it what is written from now on.
//!
//! The new file and the new keys are made beside the old ones and opened before they count. Stopped at any
//! point, either nothing was done, or it is finished the next time the folder is taken. The old file and
//! its keys stay in a folder of their own until the new one has been opened.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};
use vatra_core::{ActionSeq, Centre, Instant};
use zeroize::Zeroizing;

use crate::backup::{MANIFEST_KEY, copy_file, sync};
use crate::error::{StoreError, io};
use crate::home::Home;
use crate::journal::Anchor;
use crate::keys::{DataKey, Keys, Slot};
use crate::restore::finish_restore;
use crate::steps::step;
use crate::{Chain, Entry, Store, Window, file, watch};

/// The old file and its keys, until the new one has been opened.
pub(crate) const FORMER: &str = "former";

/// What is recorded with the change of the data key, and what becomes of the keys.
pub struct Rekey<'a> {
    /// The action. Whoever it leaves in the list of staff can open the file, and nobody else.
    pub entry: &'a Entry,
    /// Somebody's own key, where that is replaced.
    pub slot: Option<&'a Slot>,
    /// A secret identity that must open the new file before the old one is given up.
    pub proof: &'a str,
}

/// A new file and its keys, made and opened, that don't count yet.
pub struct Rekeyed {
    key: DataKey,
    /// The number of the action that was recorded.
    pub action: ActionSeq,
}

impl Home {
    /// Makes a new file with another data key, beside the one that counts.
    ///
    /// # Errors
    /// Fails where the folder can't be written, and where the new file can't be opened with the proof;
    /// then everything is as it was.
    pub fn prepare_rekey(
        &self,
        store: &Store,
        key: &DataKey,
        change: &Rekey<'_>,
    ) -> Result<Rekeyed, StoreError> {
        forget_former(self.folder())?;
        let unfinished = self.folder().join("restore.new");
        let _ = fs::remove_dir_all(&unfinished);
        fs::create_dir(&unfinished).map_err(io)?;
        let made = self.write_rekeyed(&unfinished, store, key, change);
        if made.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        made
    }

    fn write_rekeyed(
        &self,
        unfinished: &Path,
        store: &Store,
        key: &DataKey,
        change: &Rekey<'_>,
    ) -> Result<Rekeyed, StoreError> {
        let new = DataKey::random()?;
        let path = unfinished.join("vatra.db");
        step();
        watch::part(0.0, 0.3, || copy_file(&store.conn, &path, &new))?;
        step();
        let mut copy = Store::on(file::open_as_it_is(&path, &new)?, &new)?;
        keep_former_keys(&copy.conn, store, key)?;
        copy.mac_key = store.mac_key.clone();
        step();
        let action = copy.append(store.head()?, change.entry)?;
        step();
        let centre = copy.load(&Window::from(Instant(i64::MAX)))?;
        if watch::part(0.3, 0.6, || copy.verify())? != Chain::Holds {
            return Err(StoreError::Damaged("the journal"));
        }
        drop(copy);
        let keys = Keys::at(&unfinished.join("keys"));
        self.keys().copy_slots(&centre, &keys)?;
        step();
        if let Some(slot) = change.slot {
            keys.put(slot)?;
        }
        step();
        keys.seal_data_key(&new, &sealed_to(&centre))?;
        step();
        // The new one opens, with what somebody really has.
        let opened = keys.open_with(change.proof)?;
        let reopened = Store::on(file::open_as_it_is(&path, &opened)?, &opened)?;
        if reopened.head()? != action {
            return Err(StoreError::Damaged("the new file"));
        }
        drop(reopened);
        crate::write_whole(&unfinished.join("aside"), FORMER.as_bytes())?;
        sync(&unfinished.join("keys"))?;
        sync(unfinished)?;
        step();
        watch::no_way_back()?;
        Ok(Rekeyed { key: new, action })
    }

    /// Puts the new file in the place of the old one, which must be closed by now, and opens it.
    ///
    /// # Errors
    /// Fails where the folder can't be written; it goes on the next time the folder is taken.
    pub fn finish_rekey(
        &self,
        rekeyed: Rekeyed,
        now: Instant,
    ) -> Result<(Store, DataKey), StoreError> {
        let folder = self.folder();
        fs::rename(folder.join("restore.new"), folder.join("restore")).map_err(io)?;
        step();
        sync(folder)?;
        finish_restore(folder)?;
        step();
        let store = self.open(&rekeyed.key, now)?;
        step();
        Ok((store, rekeyed.key))
    }
}

/// The new file has been opened: the old one is given up.
///
/// # Errors
/// Fails where the folder can't be written.
pub(crate) fn forget_former(folder: &Path) -> Result<(), StoreError> {
    let former: PathBuf = folder.join(FORMER);
    // While a change is being finished, what lies there is not given up yet.
    if former.is_dir() && !folder.join("restore").exists() {
        fs::remove_dir_all(&former).map_err(io)?;
        sync(folder)?;
    }
    Ok(())
}

/// To whom the data key is sealed: everybody on the list whose account isn't locked, and the paper.
#[must_use]
pub fn sealed_to(centre: &Centre) -> Vec<String> {
    let staff = centre.staff.values().filter(|staff| !staff.locked());
    staff
        .map(|staff| staff.public_key.clone())
        .chain(
            centre
                .recoveries
                .values()
                .map(|recovery| recovery.public_key.clone()),
        )
        .collect()
}

/// The key that seals the journal, where the file has had another data key before.
pub(crate) fn journal_key(conn: &Connection) -> Result<Option<Zeroizing<[u8; 32]>>, StoreError> {
    if !has_former_keys(conn)? {
        return Ok(None);
    }
    let sql = "SELECT key FROM former_key WHERE purpose = 'journal'";
    let key: Option<[u8; 32]> = conn.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(key.map(Zeroizing::new))
}

/// The keys that seal the manifests of backups which were made under former data keys.
pub(crate) fn former_backup_keys(
    conn: &Connection,
) -> Result<Vec<Zeroizing<[u8; 32]>>, StoreError> {
    if !has_former_keys(conn)? {
        return Ok(Vec::new());
    }
    let sql = "SELECT key FROM former_key WHERE purpose = 'backup'";
    let mut statement = conn.prepare_cached(sql)?;
    let keys = statement.query_map([], |row| row.get::<_, [u8; 32]>(0).map(Zeroizing::new))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// A file of an older schema, which has had one data key only.
fn has_former_keys(conn: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'former_key'";
    Ok(conn.query_row(sql, [], |row| row.get::<_, i64>(0))? > 0)
}

fn keep_former_keys(copy: &Connection, store: &Store, key: &DataKey) -> Result<(), StoreError> {
    if journal_key(copy)?.is_none() {
        keep_former_key(copy, "journal", &store.mac_key)?;
    }
    keep_former_key(copy, "backup", &key.derive(MANIFEST_KEY))
}

fn keep_former_key(conn: &Connection, purpose: &str, key: &[u8; 32]) -> Result<(), StoreError> {
    let sql = "INSERT INTO former_key (purpose, key) VALUES (?1, ?2)";
    conn.execute(sql, params![purpose, key])?;
    Ok(())
}

/// How the backups of a file are told from others, and how its journal began.
pub struct Marks {
    began: Option<Anchor>,
    backup_keys: Vec<Zeroizing<[u8; 32]>>,
}

impl Store {
    /// What tells this file's backups from others.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn marks(&self, key: &DataKey) -> Result<Marks, StoreError> {
        Ok(Marks {
            began: self.anchor_at(1)?,
            backup_keys: self.manifest_keys(key)?,
        })
    }

    /// Knows the backups of another file as its own from here on, if both began as one: where an older file takes
    /// the place of one that has had another data key since, the backups of that time stay those of the centre.
    ///
    /// # Errors
    /// Fails where a file can't be read or written.
    pub fn adopt(&mut self, other: &Marks, key: &DataKey) -> Result<(), StoreError> {
        if other.began.is_none() || other.began != self.anchor_at(1)? {
            return Ok(());
        }
        let known = self.manifest_keys(key)?;
        for key in other.backup_keys.iter().filter(|key| !known.contains(key)) {
            keep_former_key(&self.conn, "backup", key)?;
        }
        Ok(())
    }
}
