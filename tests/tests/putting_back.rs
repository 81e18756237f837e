//! Putting a backup in the place of the file in use: who may, what it would lose, and what a crash or another
//! computer left lying about.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{BackupView, Backups, Done, Recovery, RestorePreview, Stage, Status};
use vatra::problem::Failure;
use vatra_core::terms::Role;
use vatra_store::{Home, Keys, Slot, WorkFactor};
use vatra_tests::{Desk, PASSPHRASE, member, party};

const IONS: &str = "lampă veche sub pod";
const FOR_MANAGERS: Failure = Failure::NotPermitted {
    least: Role::Manager,
};

fn sign_in(name: &str, passphrase: &str) -> Value {
    json!({ "name": name, "passphrase": passphrase })
}

fn arrives(desk: &Desk, bed: &str) {
    let woman = member("head", "female", 30, desk.bed(bed));
    desk.ok::<Done>("check_in", party(vec![woman]));
}

/// A centre with a receptionist and a backup.
fn centre() -> (Desk, Recovery) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    desk.ok::<Value>(
        "employ",
        json!({ "name": "Ion", "passphrase": IONS, "role": "reception" }),
    );
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    (desk, recovery)
}

fn request(folder: &Path, name: &str, passphrase: &str) -> Value {
    json!({ "folder": folder.join("backups"), "number": 1, "name": name, "passphrase": passphrase, "recovery": null })
}

fn with(mut request: Value, key: &str, value: impl Into<Value>) -> Value {
    request[key] = value.into();
    request
}

#[test]
fn what_would_be_lost_is_counted_from_where_the_journals_part() {
    let (desk, _) = centre();
    for bed in ["1-2", "2-1", "2-2"] {
        arrives(&desk, bed);
    }
    desk.ok::<Backups>("back_up", json!({}));
    let first = request(desk.folder(), "Ana", PASSPHRASE);
    let second = with(first.clone(), "number", 2);
    let lost = |which: &Value| desk.ok::<RestorePreview>("restore_preview", which).lost;
    assert_eq!(lost(&second), Some(0));
    desk.ok::<Status>("restore", &first);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    arrives(&desk, "4-1");
    // The journal that it replaced went further, but the restore and who came since aren't in it.
    assert_eq!(lost(&second), Some(2));
}

#[test]
fn only_a_manager_puts_another_file_in_the_place_of_the_one_in_use() {
    let (desk, recovery) = centre();
    arrives(&desk, "1-2");
    let taken = desk.board().taken;
    desk.ok::<Status>("lock", json!({}));
    let ions = request(desk.folder(), "Ion", IONS);
    assert_eq!(desk.failed("restore_preview", &ions), FOR_MANAGERS);
    assert_eq!(desk.failed("restore", &ions), FOR_MANAGERS);
    // Whoever was removed since opens the backup of that time, and nothing else.
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    let staff: Vec<Value> = desk.ok("staff", json!({}));
    let ion = staff.iter().find(|one| one["name"] == "Ion").expect("Ion");
    desk.ok::<Value>(
        "remove_staff",
        json!({ "staff": ion["id"], "passphrase": PASSPHRASE }),
    );
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(desk.failed("restore", &ions), FOR_MANAGERS);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(desk.board().taken, taken, "nothing was put in its place");
    desk.ok::<Status>("lock", json!({}));
    // The paper does, and a manager, also where the file is damaged.
    let papers = with(request(desk.folder(), "", ""), "recovery", recovery.secret);
    desk.ok::<RestorePreview>("restore_preview", &papers);
    fs::write(desk.folder().join("vatra.db"), [7; 4096]).expect("a damaged file");
    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::Damaged
    );
    desk.ok::<Status>("restore", request(desk.folder(), "Ana", PASSPHRASE));
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(desk.board().taken, taken - 1);
}

#[test]
fn what_belonged_to_the_old_file_goes_with_it_and_never_meets_the_new_one() {
    let (desk, _) = centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    // A program that was killed leaves its journal; a file that can't be opened leaves it where it is.
    fs::write(folder.join("vatra.db"), [7; 4096]).expect("a damaged file");
    fs::write(folder.join("vatra.db-journal"), [0; 512]).expect("its journal");
    let back = request(&folder, "Ana", PASSPHRASE);
    desk.ok::<Status>("restore", &back);
    assert!(folder.join("aside-1/vatra.db-journal").exists());
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    // What is put back a second time has a place of its own.
    desk.ok::<Status>("restore", &back);
    assert!(folder.join("aside-1/vatra.db").exists());
    assert!(folder.join("aside-2/vatra.db").exists());
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[test]
fn a_key_without_an_account_puts_nothing_in_the_place_of_the_file_in_use() {
    let (desk, _) = centre();
    let folder = desk.folder().to_owned();
    // Such a key gets into a backup only by somebody who has the data key itself.
    let now = desk.board().at;
    let released = desk.release();
    let home = Home::take(&folder).expect("the folder");
    let keys = home.keys();
    let key = keys.open("Ana", PASSPHRASE).expect("the key");
    let stray = Slot::new("Petru", IONS, WorkFactor::NONE).expect("a key");
    keys.put(&stray).expect("a key");
    let ana = Keys::public_key(&keys.identity("Ana", PASSPHRASE).expect("hers")).expect("a key");
    keys.seal_data_key(&key, &[ana, stray.public_key()])
        .expect("sealed to both");
    let store = home.open(&key, now).expect("the file");
    let backups = folder.join("backups");
    let made = store.back_up(&keys, &key, &backups, now);
    let number = made.expect("a backup").manifest.number;
    drop((store, home));
    let desk = released.again();
    let petru = with(request(&folder, "Petru", IONS), "number", number);
    assert_eq!(desk.failed("restore_preview", &petru), FOR_MANAGERS);
    assert_eq!(desk.failed("restore", &petru), FOR_MANAGERS);
    // The control: the backup is good.
    let ana = with(request(&folder, "Ana", PASSPHRASE), "number", number);
    desk.ok::<RestorePreview>("restore_preview", &ana);
}

#[test]
fn what_another_computer_leaves_on_a_stick_is_no_part_of_a_backup() {
    let (desk, _) = centre();
    let keys = desk.folder().join("backups/vatra-000001/keys");
    fs::write(keys.join(".DS_Store"), "left").expect("a file");
    fs::create_dir(keys.join("System Volume Information")).expect("a folder");
    let ana = request(desk.folder(), "Ana", PASSPHRASE);
    desk.ok::<RestorePreview>("restore_preview", &ana);
    // A key that was put there would open to somebody else.
    fs::write(keys.join("0123456789abcdef.age"), "a key").expect("a file");
    assert_eq!(desk.failed("restore_preview", &ana), Failure::BadBackup);
}

#[test]
fn what_a_crash_leaves_at_the_end_of_a_restore_or_of_making_a_centre_shuts_nobody_out() {
    let (desk, _) = centre();
    fs::create_dir(desk.folder().join("restore")).expect("a folder");
    let desk = desk.restart();
    assert_eq!(desk.ok::<Status>("status", json!({})).stage, Stage::Locked);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert!(!desk.folder().join("restore").exists());

    let other = Desk::new();
    other.ok::<Status>("status", json!({}));
    fs::write(other.folder().join("vatra.new"), "half a file").expect("a file");
    other.make_centre();
}

#[test]
fn a_folder_that_nothing_gets_to_is_said_and_each_is_rehearsed() {
    let (desk, _) = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!({ "folders": [desk.folder().join("backups"), stick.path()] });
    desk.ok::<Backups>("set_backups", &folders);
    assert_eq!(desk.ok::<Vec<BackupView>>("rehearse", json!({})).len(), 2);
    let late = |desk: &Desk| {
        let state: Backups = desk.ok("backup_state", json!({}));
        assert!(!state.overdue, "the folder on this computer is fine");
        state.folders.iter().map(|one| one.late).collect::<Vec<_>>()
    };
    let reached = desk.board().at;
    // The stick is there, and takes nothing: a file stands where the next backup would be written.
    let number = |number: u64| stick.path().join(format!("vatra-{number:06}.new"));
    fs::write(number(2), "in the way").expect("a file");
    for _ in 0..2 {
        desk.wait_minutes(60 * 24 * 7);
        desk.ok::<Backups>("back_up", json!({}));
    }
    assert_eq!(late(&desk), [None, None]);
    desk.wait_minutes(60 * 24 * 2);
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(late(&desk), [None, Some(reached)]);
    fs::remove_file(number(2)).expect("out of the way");
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(late(&desk), [None, None]);
}

#[test]
fn with_the_paper_it_is_nobody_whose_name_was_typed_before() {
    let (desk, recovery) = centre();
    desk.ok::<Status>("lock", json!({}));
    let typed = request(desk.folder(), "Ion", "");
    let paper = with(typed, "recovery", recovery.secret.clone());
    desk.ok::<Status>("restore", &paper);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    let page: Value = desk.ok("journal", json!({ "before": null, "most": 10 }));
    let entries = page["entries"].as_array().expect("entries");
    let restored = entries.iter().find(|one| one["action_kind"] == "restore");
    assert_eq!(restored.expect("the note")["staff"], "Ana");
}
