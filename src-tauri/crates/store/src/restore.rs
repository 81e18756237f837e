//! Putting a backup back: prepared beside the file, then moved into its place step by step, so that whoever stops it
//! finds it either not done at all or finished the next time.

use std::fs;
use std::path::Path;

use crate::backup::{Backup, DATABASE, KEYS, copy_keys, sync};
use crate::beside::Beside;
use crate::drafts::Drafts;
use crate::error::{StoreError, io};
use crate::home::{ASIDE, Home, write_whole};
use crate::keys::DataKey;
use crate::known::Known;
use crate::steps::step;
use crate::{Store, rekey, watch};

/// Where a restore is prepared.
pub(crate) const UNFINISHED: &str = "restore.new";

/// Puts a backup in the place of the folder's file and keys. These are kept aside, in a folder of their
/// own. `note` writes into the journal of the copy that it was put back, and says what is known from then on.
/// Stopped at any point, it is either not done at all, or finished the next time the folder is taken.
///
/// # Errors
/// Fails for a backup that isn't whole, where the folder can't be written, and as `note`. Until the copy is
/// finished nothing was changed; from then on it goes on the next time the folder is taken.
pub fn restore<E: From<StoreError>>(
    home: &Home,
    backup: &Backup,
    key: &DataKey,
    note: impl FnOnce(&mut Store) -> Result<Known, E>,
) -> Result<(), E> {
    watch::part(0.0, 0.8, || backup.check(key, home.folder()))?;
    watch::no_way_back()?;
    let unfinished = home.folder().join(UNFINISHED);
    let _ = fs::remove_dir_all(&unfinished);
    let copied = copy_back(&unfinished, home, backup, key, note);
    if copied.is_err() {
        let _ = fs::remove_dir_all(&unfinished);
    }
    copied?;
    fs::rename(&unfinished, home.folder().join("restore")).map_err(io)?;
    step();
    sync(home.folder())?;
    Ok(finish_restore(home.folder())?)
}

fn copy_back<E: From<StoreError>>(
    unfinished: &Path,
    home: &Home,
    backup: &Backup,
    key: &DataKey,
    note: impl FnOnce(&mut Store) -> Result<Known, E>,
) -> Result<(), E> {
    fs::create_dir(unfinished).map_err(io)?;
    let content = fs::read(backup.folder.join(DATABASE)).map_err(io)?;
    write_whole(&unfinished.join(DATABASE), &content)?;
    copy_keys(&backup.folder.join(KEYS), &unfinished.join(KEYS))?;
    // What was copied is what was checked.
    if !backup.is_what_lies_in(unfinished)? {
        return Err(StoreError::Damaged("a backup").into());
    }
    step();
    let mut store = Store::open(&unfinished.join(DATABASE), key)?;
    let known = note(&mut store)?;
    drop(store);
    step();
    known.write(unfinished)?;
    let aside = (1..)
        .map(|n| format!("{ASIDE}{n}"))
        .find(|name| !home.folder().join(name).exists());
    write_whole(
        &unfinished.join("aside"),
        aside.unwrap_or_default().as_bytes(),
    )?;
    step();
    Ok(())
}

/// Finishes a restore that was decided: each step is skipped where it was done before.
///
/// # Errors
/// Fails where the folder can't be written; it goes on the next time.
pub(crate) fn finish_restore(folder: &Path) -> Result<(), StoreError> {
    let restore = folder.join("restore");
    if !restore.is_dir() {
        return Ok(());
    }
    // Where nothing waits any more, all that was left to do was to remove it.
    if !["aside", DATABASE, KEYS]
        .iter()
        .any(|name| restore.join(name).exists())
    {
        return clear_away(folder);
    }
    let name = fs::read_to_string(restore.join("aside")).map_err(io)?;
    let aside = folder.join(name.trim());
    fs::create_dir_all(&aside).map_err(io)?;
    // What belongs to the old file goes with it, and before it: a leftover of it must never meet the new.
    for name in ["vatra.db-journal", DATABASE, KEYS, Known::FILE] {
        let (new, here) = (restore.join(name), folder.join(name));
        let replaced = name != "vatra.db-journal" && !new.exists();
        if !replaced && here.exists() && !aside.join(name).exists() {
            fs::rename(&here, aside.join(name)).map_err(io)?;
            // Both ends of the move, before the next: a disk need not keep the order of names in different folders.
            sync(&aside)?;
            sync(folder)?;
            step();
        }
        if new.exists() {
            fs::rename(&new, &here).map_err(io)?;
            // First where it leads to: what is in neither folder is lost.
            sync(folder)?;
            sync(&restore)?;
            step();
        }
    }
    step();
    // Another key leaves the record as it was; with another record what was half typed has lost its ground.
    if name.trim() != rekey::FORMER {
        Drafts::of(folder).forget_all()?;
        step();
    }
    clear_away(folder)
}

/// Removes what a restore was prepared in. Under its name there is at every moment all of it or nothing: half
/// of it could not be told from one that has still to be done.
fn clear_away(folder: &Path) -> Result<(), StoreError> {
    let unfinished = folder.join(UNFINISHED);
    let _ = fs::remove_dir_all(&unfinished);
    fs::rename(folder.join("restore"), &unfinished).map_err(io)?;
    sync(folder)?;
    step();
    // What can't be removed now is removed the next time the folder is taken.
    let _ = fs::remove_dir_all(&unfinished);
    Ok(())
}
