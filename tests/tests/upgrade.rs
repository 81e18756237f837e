//! Files that earlier programs wrote: each opens, with a backup of it as it was made first, and says what
//! it said. One is kept for every schema that was released, in `fixtures`, with what the program of its time
//! showed of it (`keep` writes it). Those between are made of the one before by the frozen steps that lead to them.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{JournalPage, PastBoard, Status};
use vatra::problem::Failure;
use vatra_store::{Chain, DataKey, Keys, VERSION, backups};
use vatra_tests::{Desk, at, copy};

/// The schemas that released programs wrote.
const RELEASED: [i64; 5] = [1, 2, 3, 9, 10];

/// A stored file, in a folder where it may be changed.
struct Stored {
    folder: TempDir,
    version: i64,
    shown: Value,
}

impl Stored {
    fn all() -> Vec<Self> {
        (1..VERSION).map(Self::of).collect()
    }

    fn of(version: i64) -> Self {
        if RELEASED.contains(&version) {
            return Self::kept(version);
        }
        let before = RELEASED.into_iter().filter(|kept| *kept < version).max();
        let mut stored = Self::kept(before.expect("the first is kept"));
        let raw = raw(stored.path().join("vatra.db"), &stored.key());
        let steps =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/store/src/schema");
        for step in stored.version + 1..=version {
            let sql = fs::read_to_string(steps.join(format!("{step:04}.sql")));
            raw.execute_batch(&sql.expect("a step")).expect("a step");
            raw.pragma_update(None, "user_version", step)
                .expect("a step");
        }
        stored.version = version;
        stored
    }

    fn kept(version: i64) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/{version:04}"));
        assert!(
            from.is_dir(),
            "a file of schema {version} has to be kept in {}",
            from.display()
        );
        let folder = TempDir::new().expect("a folder");
        copy(&from, folder.path());
        let shown =
            fs::read_to_string(folder.path().join("expected.json")).expect("what was shown");
        Self {
            folder,
            version,
            shown: serde_json::from_str(&shown).expect("what was shown"),
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn desk(&self) -> Desk {
        let desk = Desk::at(self.path());
        let minutes =
            (self.shown["now"].as_i64().expect("a time") - at("2009-03-02T09:00").0) / 60_000;
        desk.wait_minutes(minutes);
        desk
    }

    fn sign_in(&self) -> Value {
        json!({ "name": self.shown["name"], "passphrase": self.shown["passphrase"] })
    }

    fn key(&self) -> DataKey {
        let recovery = self.shown["recovery"].as_str().expect("a key");
        Keys::at(&self.path().join("keys"))
            .open_with(recovery)
            .expect("the recovery key opens it")
    }
}

fn raw(file: PathBuf, key: &DataKey) -> Connection {
    let raw = Connection::open(file).expect("the file");
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()))
        .expect("its key");
    raw
}

fn version(raw: &Connection) -> i64 {
    raw.query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("a version")
}

fn schema(raw: &Connection) -> Vec<(String, String)> {
    let sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";
    let mut statement = raw.prepare(sql).expect("the schema");
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("the schema");
    rows.collect::<Result<_, _>>().expect("the schema")
}

/// Everything that the program of the file's time showed.
fn shows_the_same(desk: &Desk, shown: &Value) {
    let board = desk.board();
    assert_eq!(json!(board.taken), shown["taken"]);
    let mut here: Vec<(String, String)> = Vec::new();
    for bed in board.rooms.iter().flat_map(|room| &room.beds) {
        here.extend(
            bed.people
                .iter()
                .map(|one| (one.code.clone(), bed.label.clone())),
        );
    }
    here.sort();
    assert_eq!(json!(here), shown["here"]);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1_000 }));
    let entries = page.entries.iter().map(|one| {
        json!([
            one.seq,
            one.action_kind,
            one.recorded_at,
            one.happened_at,
            one.staff,
            one.reason,
            one.codes,
            one.undoes
        ])
    });
    assert_eq!(json!(entries.collect::<Vec<_>>()), shown["journal"]);
    for moment in shown["past"].as_array().expect("moments") {
        let asked = json!({ "at": { "local": moment[0], "second": false }, "known": "then" });
        let past: PastBoard = desk.ok("past", asked);
        assert_eq!(json!(past.board.taken), moment[1], "{moment}");
    }
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

#[test]
fn opens_and_says_what_it_said_with_a_backup_of_it_as_it_was() {
    for stored in Stored::all() {
        let before = fs::read(stored.path().join("vatra.db")).expect("the file");
        let desk = stored.desk();
        desk.ok::<Status>("unlock", stored.sign_in());
        shows_the_same(&desk, &stored.shown);

        let made = backups(&stored.path().join("backups"));
        assert_eq!(made.len(), 1);
        assert_eq!(json!(made[0].manifest.head), stored.shown["journal"][0][0]);
        made[0]
            .check(&stored.key(), stored.path())
            .expect("a whole backup");
        let kept = stored.path().join("backups/vatra-000001/vatra.db");
        assert_eq!(
            version(&raw(kept, &stored.key())),
            stored.version,
            "backed up before, not after"
        );

        // Opened again there is nothing left to do, and so no other backup of this kind.
        desk.ok::<Status>("unlock", stored.sign_in());
        assert_eq!(backups(&stored.path().join("backups")).len(), 1);
        assert_ne!(
            fs::read(stored.path().join("vatra.db")).expect("the file"),
            before
        );
        drop(desk);
        assert_eq!(
            version(&raw(stored.path().join("vatra.db"), &stored.key())),
            VERSION
        );
    }
}

#[test]
fn has_afterwards_the_schema_of_a_file_made_today() {
    let today = Desk::new();
    let recovery = today.make_centre();
    let folder = today.folder().to_owned();
    let today = today.restart();
    let key = Keys::at(&folder.join("keys"))
        .open_with(&recovery.secret)
        .expect("the key");
    let fresh = schema(&raw(folder.join("vatra.db"), &key));
    assert!(fresh.len() > 20);
    for stored in Stored::all() {
        let desk = stored.desk();
        desk.ok::<Status>("unlock", stored.sign_in());
        drop(desk);
        assert_eq!(
            schema(&raw(stored.path().join("vatra.db"), &stored.key())),
            fresh
        );
    }
    drop(today);
}

#[test]
fn stays_as_it_was_where_no_backup_can_be_made() {
    for stored in Stored::all() {
        let before = fs::read(stored.path().join("vatra.db")).expect("the file");
        // Something else has the name of the folder.
        fs::write(stored.path().join("backups"), b"").expect("a file");
        let desk = stored.desk();
        assert_eq!(desk.failed("unlock", stored.sign_in()), Failure::System);
        assert_eq!(
            fs::read(stored.path().join("vatra.db")).expect("the file"),
            before
        );
        fs::remove_file(stored.path().join("backups")).expect("out of the way");
        desk.ok::<Status>("unlock", stored.sign_in());
        shows_the_same(&desk, &stored.shown);
    }
}

#[test]
fn stays_as_it_was_where_it_does_not_hold() {
    for stored in Stored::all() {
        let file = stored.path().join("vatra.db");
        raw(file.clone(), &stored.key())
            .execute_batch(
                "DROP TRIGGER beneficiary_frozen; UPDATE beneficiary SET born_year = born_year - 1;",
            )
            .expect("whoever has the key can write");
        let before = fs::read(&file).expect("the file");
        let desk = stored.desk();
        assert_eq!(desk.failed("unlock", stored.sign_in()), Failure::Damaged);
        assert_eq!(fs::read(&file).expect("the file"), before);
        assert!(backups(&stored.path().join("backups")).is_empty());
    }
}

#[test]
fn opens_with_the_paper_too_and_can_be_brought_back_as_it_was() {
    for stored in Stored::all() {
        let desk = stored.desk();
        let recover = json!({ "recovery": stored.shown["recovery"], "name": stored.shown["name"],
            "passphrase": "a passphrase of today" });
        desk.ok::<Status>("recover", recover);
        assert_eq!(
            desk.board().taken as u64,
            stored.shown["taken"].as_u64().expect("a number")
        );

        // The backup made before opens with the passphrase of its time.
        let folder = stored.path().join("backups");
        let restore = json!({ "folder": folder, "number": 1, "name": stored.shown["name"],
            "passphrase": stored.shown["passphrase"], "recovery": null });
        desk.ok::<Status>("restore", restore);
        desk.ok::<Status>("unlock", stored.sign_in());
        assert_eq!(
            desk.board().taken as u64,
            stored.shown["taken"].as_u64().expect("a number")
        );
        assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
    }
}
