//! Bits that flip and pages that are put back, in the file, in the keys, in a backup and its manifest: what
//! isn't as it was written is noticed, always.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vatra::sample;
use vatra_store::{Backup, Chain, DataKey, Keys, Store, StoreError, backups};

use super::{Dice, Outcome, scratch};
use crate::life::Life;
use crate::{Desk, copy};

const PAGE: usize = 4096;

/// Flips so many bits, and puts back a tenth as many pages. The control looks at the same flips in a file
/// without seals.
#[must_use]
pub fn run(flips: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let place = Place::new();
    for number in 0..flips {
        let what = match number % 10 {
            0..=5 => What::File,
            6 => What::Slot,
            7 => What::DataKey,
            8 => What::Manifest,
            _ if number % 100 == 9 => What::Backup,
            _ => What::File,
        };
        let path = place.path(what);
        let length = fs::metadata(&path).expect("a file").len();
        let bit = dice.below(usize::try_from(length).expect("a length") * 8);
        let result = if guarded {
            place.flip(what, &path, bit)
        } else {
            place.flip_plain(bit)
        };
        outcome.try_one(|| format!("bit {bit} of {what:?}"), result);
    }
    if guarded {
        place.put_pages_back(flips / 10, &mut dice, &mut outcome);
    }
    outcome
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    File,
    Slot,
    DataKey,
    Manifest,
    Backup,
}

/// A centre with a backup, its key, and earlier states of its file.
struct Place {
    folder: tempfile::TempDir,
    key: DataKey,
    earlier: Vec<Vec<u8>>,
    plain: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = scratch();
        let desk = Desk::sample();
        let home = desk.folder().join("sample");
        let mut life = Life::default();
        let mut earlier = Vec::new();
        for _ in 0..12 {
            life.act(&desk).expect("an action");
            earlier.push(fs::read(home.join("vatra.db")).expect("the file"));
        }
        desk.ok::<Value>("leave_sample", json!({}));
        copy(&home, folder.path());
        let keys = Keys::at(&folder.path().join("keys"));
        let key = keys
            .open(sample::MANAGER, sample::PASSPHRASE)
            .expect("the key");
        let store = Store::open(&folder.path().join("vatra.db"), &key).expect("the file");
        let into = folder.path().join("backups");
        fs::create_dir(&into).expect("a folder");
        let now = vatra_core::Instant(0);
        store.back_up(&keys, &key, &into, now).expect("a backup");
        drop(store);
        let plain = folder.path().join("plain.db");
        let conn = rusqlite::Connection::open(&plain).expect("a file");
        conn.execute_batch(
            "CREATE TABLE t (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
             INSERT INTO t SELECT 'K-' || i FROM n;",
        )
        .expect("rows");
        Self {
            folder,
            key,
            earlier,
            plain,
        }
    }

    fn backup(&self) -> Backup {
        backups(&self.folder.path().join("backups")).remove(0)
    }

    fn path(&self, what: What) -> PathBuf {
        let folder = self.folder.path();
        match what {
            What::File => folder.join("vatra.db"),
            What::DataKey => folder.join("keys/data.age"),
            What::Slot => {
                let mut slots: Vec<_> = fs::read_dir(folder.join("keys"))
                    .expect("the keys")
                    .filter_map(Result::ok)
                    .map(|entry| entry.path())
                    .filter(|path| !path.ends_with("data.age"))
                    .collect();
                slots.sort();
                slots.remove(0)
            }
            What::Manifest => folder.join("backups/vatra-000001/manifest.json"),
            What::Backup => folder.join("backups/vatra-000001/vatra.db"),
        }
    }

    /// Flips a bit, looks, and flips it back.
    fn flip(&self, what: What, path: &Path, bit: usize) -> Result<(), String> {
        turn(path, bit);
        let folder = self.folder.path();
        let keys = Keys::at(&folder.join("keys"));
        let noticed = match what {
            What::File => match Store::open(&path, &self.key) {
                Err(StoreError::Damaged(_)) => Ok(()),
                Err(other) => Err(format!("said as {other:?}")),
                Ok(_) => Err("silent".to_owned()),
            },
            What::Slot | What::DataKey => {
                // One of the two slots is turned; whichever it is, what opens is the key itself.
                let opened = [sample::MANAGER, sample::RECEPTION]
                    .map(|name| keys.open(name, sample::PASSPHRASE));
                let wrong = (opened.iter().flatten()).any(|key| *key.hex() != *self.key.hex());
                match (wrong, opened.iter().filter(|key| key.is_err()).count()) {
                    (false, 1..) => Ok(()),
                    _ => Err("silent".to_owned()),
                }
            }
            What::Manifest | What::Backup => {
                match backups(&folder.join("backups"))
                    .first()
                    .map(|one| one.check(&self.key, folder))
                {
                    Some(Ok(())) => Err("silent".to_owned()),
                    Some(Err(_)) | None => Ok(()),
                }
            }
        };
        turn(path, bit);
        noticed
    }

    /// The control: in a file without seals most flips pass as if nothing were.
    fn flip_plain(&self, bit: usize) -> Result<(), String> {
        let length =
            usize::try_from(fs::metadata(&self.plain).expect("a file").len()).expect("a length");
        let bit = bit % (length * 8);
        turn(&self.plain, bit);
        let read = rusqlite::Connection::open(&self.plain).and_then(|conn| {
            conn.query_row("SELECT group_concat(x) FROM t", [], |row| {
                row.get::<_, String>(0)
            })
        });
        turn(&self.plain, bit);
        if read.is_ok() {
            Err("silent".to_owned())
        } else {
            Ok(())
        }
    }

    /// Puts pages of an earlier state of the file into the present one: each has its seal, and belongs to
    /// another time.
    fn put_pages_back(&self, times: usize, dice: &mut Dice, outcome: &mut Outcome) {
        let path = self.path(What::File);
        let present = fs::read(&path).expect("the file");
        let before = outcome.tried;
        for _ in 0..times {
            let which = dice.below(self.earlier.len());
            let earlier = &self.earlier[which];
            let page = dice.below(earlier.len().min(present.len()) / PAGE);
            let bytes = page * PAGE..(page + 1) * PAGE;
            if earlier[bytes.clone()] == present[bytes.clone()] {
                continue;
            }
            let file = OpenOptions::new()
                .write(true)
                .open(&path)
                .expect("the file");
            file.write_all_at(&earlier[bytes.clone()], bytes.start as u64)
                .expect("written");
            let checked = Store::open(&path, &self.key).and_then(|store| store.verify());
            file.write_all_at(&present[bytes.clone()], bytes.start as u64)
                .expect("written");
            let noticed = match checked {
                Ok(Chain::Holds) => Err("silent".to_owned()),
                Ok(Chain::BreaksAt(_)) | Err(_) => Ok(()),
            };
            outcome.try_one(
                || format!("page {page} as it was after {which} actions"),
                noticed,
            );
        }
        assert!(outcome.tried > before, "no page was put back");
        assert!(
            self.backup().check(&self.key, self.folder.path()).is_ok(),
            "everything is as it was"
        );
    }
}

fn turn(path: &Path, bit: usize) {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .expect("a file");
    let at = (bit / 8) as u64;
    let mut byte = [0];
    file.read_exact_at(&mut byte, at).expect("a byte");
    byte[0] ^= 1 << (bit % 8);
    file.write_all_at(&byte, at).expect("a byte");
}
