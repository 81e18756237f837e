//! An older file put back, or one without its end, opens as well as any: it is noticed all the same, by what is
//! kept beside it and in the backups.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Backups, Behind, Done, JournalCheck, JournalPage, Status};
use vatra::problem::Failure;
use vatra_core::Refusal;
use vatra_core::verbs::ActionKind;
use vatra_store::Keys;
use vatra_tests::{Desk, PASSPHRASE, copy, member, party};

fn centre() -> Desk {
    let desk = Desk::new();
    desk.make_centre();
    desk
}

fn arrives(desk: &Desk, bed: &str) {
    desk.wait_minutes(1);
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed(bed))]),
    );
}

fn unlock(desk: &Desk) -> Option<Behind> {
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    desk.ok::<Backups>("backup_state", json!({})).behind
}

/// The last action that was seen once, and the last one here.
fn seen(behind: Option<Behind>) -> Option<(Option<i64>, i64)> {
    behind.map(|behind| (behind.known.map(|(seq, _)| seq), behind.here))
}

fn file(desk: &Desk) -> PathBuf {
    desk.folder().join("vatra.db")
}

/// Does something with the files while the program doesn't run.
fn meanwhile(desk: Desk, what: impl FnOnce(&Path)) -> Desk {
    let released = desk.release();
    let desk = released.again();
    let folder = desk.folder().to_owned();
    let released = desk.release();
    what(&folder);
    released.again()
}

fn only_here(desk: &Desk, stick: Option<&Path>) {
    let mut folders = vec![desk.folder().join("backups")];
    folders.extend(stick.map(Path::to_owned));
    desk.ok::<Backups>("set_backups", json!({ "folders": folders, "every": 500 }));
}

/// Asks for the first backup of the folder on this computer.
fn the_first(desk: &Desk) -> Value {
    json!({ "folder": desk.folder().join("backups"), "number": 1, "name": "Ana",
        "passphrase": PASSPHRASE, "recovery": null })
}

#[test]
fn an_older_file_put_back_is_noticed_until_a_manager_decides() {
    let desk = centre();
    arrives(&desk, "1-1");
    let old = fs::read(file(&desk)).expect("the file");
    arrives(&desk, "1-2");
    let known = Behind {
        known: Some((3, vatra_tests::at("2009-03-02T09:02"))),
        here: 2,
        here_at: Some(vatra_tests::at("2009-03-02T09:01")),
    };
    let desk = meanwhile(desk, |folder| {
        fs::write(folder.join("vatra.db"), &old).expect("put back")
    });
    assert_eq!(unlock(&desk), Some(known.clone()));
    // Going on doesn't silence it: not by working, not by locking, not with a backup.
    arrives(&desk, "2-1");
    arrives(&desk, "2-2");
    desk.ok::<Backups>("back_up", json!({}));
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(seen(unlock(&desk)), Some((Some(3), 5)));
    assert_eq!(
        desk.refused("accept_older", json!({ "reason": " " })),
        Refusal::NeedsReason
    );
    let state: Backups = desk.ok(
        "accept_older",
        json!({ "reason": "discul a fost înlocuit" }),
    );
    assert_eq!(state.behind, None);
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 1 }));
    assert_eq!(page.entries[0].action_kind, ActionKind::AcceptOlder);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
}

#[test]
fn an_older_file_put_back_without_what_was_kept_beside_it_is_noticed_too() {
    let desk = centre();
    only_here(&desk, None);
    // A file with nothing but its making is new, whatever happened before it was kept.
    let desk = meanwhile(desk, |folder| {
        fs::remove_file(folder.join("head.json")).expect("removed")
    });
    assert_eq!(unlock(&desk), None);
    arrives(&desk, "1-1");
    let old = fs::read(file(&desk)).expect("the file");
    arrives(&desk, "1-2");
    let desk = meanwhile(desk, |folder| {
        fs::write(folder.join("vatra.db"), &old).expect("put back");
        fs::remove_file(folder.join("head.json")).expect("removed");
    });
    assert_eq!(seen(unlock(&desk)), Some((None, 2)));
    // It is said until a manager decides, whatever is done meanwhile, and whoever signs in.
    arrives(&desk, "2-1");
    desk.ok::<Status>("lock", json!({}));
    assert!(unlock(&desk).is_some_and(|behind| behind.known.is_none()));
    assert!(!desk.folder().join("head.json").exists());
    let check: JournalCheck = desk.ok("check_journal", json!({ "printed": null }));
    assert!(check.behind.is_some_and(|behind| behind.known.is_none()));
    let reason = json!({ "reason": "mutat pe alt calculator" });
    assert_eq!(desk.ok::<Backups>("accept_older", reason).behind, None);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
    // One that nobody can read says no more than none.
    let desk = meanwhile(desk, |folder| {
        fs::write(folder.join("head.json"), "{}").expect("written")
    });
    assert!(unlock(&desk).is_some_and(|behind| behind.known.is_none()));
}

#[cfg(unix)]
#[test]
fn what_is_kept_beside_the_file_and_not_given_by_the_disk_is_not_written_anew() {
    let desk = centre();
    only_here(&desk, None);
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    arrives(&desk, "1-2");
    let kept = desk.folder().join("head.json");
    let given_again = vatra_tests::unreadable(&kept);
    arrives(&desk, "2-1");
    assert_eq!(desk.failed("restore", the_first(&desk)), Failure::System);
    assert_eq!(desk.board().taken, 3, "whoever asked is still signed in");
    // Nobody is kept out by it: the file counts as one that may be older, until a manager decides.
    desk.ok::<Status>("lock", json!({}));
    assert!(unlock(&desk).is_some_and(|behind| behind.known.is_none()));
    given_again();
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
    let _ = vatra_tests::unreadable(&kept);
    desk.ok::<Status>("lock", json!({}));
    assert!(unlock(&desk).is_some());
    let reason = json!({ "reason": "discul nu mai citea" });
    assert_eq!(desk.ok::<Backups>("accept_older", reason).behind, None);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
}

#[test]
fn a_whole_folder_put_back_is_noticed_by_the_backups_on_a_stick() {
    let desk = centre();
    let stick = TempDir::new().expect("a stick");
    only_here(&desk, Some(stick.path()));
    arrives(&desk, "1-1");
    let aside = TempDir::new().expect("a folder");
    copy(desk.folder(), aside.path());
    arrives(&desk, "1-2");
    desk.ok::<Backups>("back_up", json!({}));
    let back = |folder: &Path| {
        for entry in fs::read_dir(folder)
            .expect("a folder")
            .filter_map(Result::ok)
        {
            let path = entry.path();
            let removed = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            removed.expect("removed");
        }
        copy(aside.path(), folder);
    };
    let desk = meanwhile(desk, back);
    assert_eq!(seen(unlock(&desk)), Some((Some(3), 2)));
    desk.ok::<Status>("lock", json!({}));

    // The control: without the stick there is nothing left that could tell.
    let gone = stick.path().with_extension("gone");
    fs::rename(stick.path(), &gone).expect("taken out");
    assert_eq!(unlock(&desk), None);
    desk.ok::<Status>("lock", json!({}));
    fs::rename(&gone, stick.path()).expect("back");
    assert!(unlock(&desk).is_some());
}

#[test]
fn actions_cut_off_at_the_end_are_noticed_though_the_chain_holds() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    arrives(&desk, "1-1");
    let end: JournalCheck = desk.ok("check_journal", json!({ "printed": null }));
    assert_eq!(
        (end.breaks_at, end.head, end.compared, end.behind),
        (None, 2, 1, None)
    );
    let key = Keys::at(&desk.folder().join("keys"))
        .open_with(&recovery.secret)
        .expect("the key");
    let desk = meanwhile(desk, |folder| {
        let raw = Connection::open(folder.join("vatra.db")).expect("the file");
        raw.execute_batch(&format!(
            "PRAGMA key = \"x'{}'\"; PRAGMA foreign_keys = OFF;",
            key.hex().as_str()
        ))
        .expect("its key");
        raw.execute_batch("DROP TRIGGER action_kept; DELETE FROM action WHERE seq = 3;")
            .expect("cut");
    });
    assert_eq!(seen(unlock(&desk)), Some((Some(3), 2)));
    let check: JournalCheck = desk.ok("check_journal", json!({ "printed": null }));
    assert_eq!(check.breaks_at, None, "nothing inside is broken");
    assert!(check.behind.is_some());
}

#[test]
fn a_seal_on_paper_is_found_again_or_not() {
    let desk = centre();
    arrives(&desk, "1-1");
    let check =
        |printed: Value| desk.ok::<JournalCheck>("check_journal", json!({ "printed": printed }));
    let paper = check(Value::Null);
    assert_eq!(paper.printed, None);
    arrives(&desk, "1-2");
    let typed = paper.seal.to_uppercase();
    assert_eq!(
        check(json!({ "seq": paper.head, "seal": typed })).printed,
        Some(true)
    );
    assert_eq!(
        check(json!({ "seq": paper.head + 1, "seal": typed })).printed,
        Some(false)
    );
    assert_eq!(
        check(json!({ "seq": paper.head, "seal": "" })).printed,
        Some(false),
        "nothing proves nothing"
    );
    assert_eq!(
        check(json!({ "seq": 900, "seal": typed })).printed,
        Some(false)
    );
}

#[test]
fn a_restore_through_the_program_is_no_surprise_and_the_file_it_replaced_is_one() {
    let desk = centre();
    only_here(&desk, None);
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    arrives(&desk, "1-2");
    desk.ok::<Backups>("back_up", json!({}));
    let newer = fs::read(file(&desk)).expect("the file");
    desk.ok::<Status>("restore", the_first(&desk));
    assert_eq!(unlock(&desk), None);
    for bed in ["2-1", "2-2", "3-1", "3-2"] {
        arrives(&desk, bed);
    }
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
    let desk = meanwhile(desk, |folder| {
        fs::write(folder.join("vatra.db"), &newer).expect("put back")
    });
    assert!(
        unlock(&desk).is_some(),
        "the same numbers, but another journal"
    );
}

/// Whoever writes on a stick, but has no key, raises no alarm.
#[test]
fn a_manifest_that_was_changed_says_nothing_about_the_file() {
    let desk = centre();
    desk.ok::<Backups>("back_up", json!({}));
    let list = desk.folder().join("backups/vatra-000001/manifest.json");
    let mut manifest: Value =
        serde_json::from_slice(&fs::read(&list).expect("a manifest")).expect("a manifest");
    manifest["head"] = json!(999);
    fs::write(&list, manifest.to_string()).expect("changed");
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(unlock(&desk), None);
}

#[test]
fn swapped_keys_and_manifests_are_noticed() {
    let desk = centre();
    let slots = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder.join("keys"))
            .expect("keys")
            .filter_map(Result::ok);
        let mut all: Vec<_> = entries
            .map(|entry| entry.path())
            .filter(|path| !path.ends_with("data.age"))
            .collect();
        all.sort();
        all
    };
    let sealed = fs::read(desk.folder().join("keys/data.age")).expect("the sealed key");
    let new =
        json!({ "name": "Noapte", "role": "reception", "passphrase": "luna peste deal doarme" });
    desk.ok::<Value>("employ", new);
    desk.ok::<Backups>("back_up", json!({}));
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    let backups = desk.folder().join("backups");
    let manifest = |number: u32| backups.join(format!("vatra-{number:06}/manifest.json"));
    let (first, second) = (
        fs::read(manifest(1)).expect("one"),
        fs::read(manifest(2)).expect("the other"),
    );
    fs::write(manifest(1), &second).expect("swapped");
    fs::write(manifest(2), &first).expect("swapped");
    let restore = |number: u32| {
        json!({ "folder": backups, "number": number, "name": "Ana",
        "passphrase": PASSPHRASE, "recovery": null })
    };
    for number in [1, 2] {
        assert_eq!(desk.failed("restore", restore(number)), Failure::BadBackup);
    }
    let desk = meanwhile(desk, |folder| {
        let [one, other] = &slots(folder)[..] else {
            panic!("two accounts")
        };
        let (a, b) = (
            fs::read(one).expect("a slot"),
            fs::read(other).expect("a slot"),
        );
        fs::write(one, b).expect("swapped");
        fs::write(other, a).expect("swapped");
    });
    let sign_in = |name: &str, passphrase: &str| json!({ "name": name, "passphrase": passphrase });
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::WrongPassphrase
    );
    let desk = meanwhile(desk, |folder| {
        let [one, other] = &slots(folder)[..] else {
            panic!("two accounts")
        };
        let (a, b) = (
            fs::read(one).expect("a slot"),
            fs::read(other).expect("a slot"),
        );
        fs::write(one, b).expect("as before");
        fs::write(other, a).expect("as before");
        fs::write(folder.join("keys/data.age"), &sealed).expect("the sealed key of before");
    });
    desk.run_minutes(20);
    assert_eq!(
        desk.failed("unlock", sign_in("Noapte", "luna peste deal doarme")),
        Failure::ShutOut
    );
    assert_eq!(unlock(&desk), None, "whose key it still is");
}
