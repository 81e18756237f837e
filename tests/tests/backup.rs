//! Backups: made, read back, kept, noticed when damaged; and a centre brought back from one, on this PC and
//! on another, with an account or with the recovery paper.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{
    BackupFolder, BackupView, Backups, Done, JournalPage, Recovery, RestorePreview, Stage, Status,
};
use vatra::problem::Failure;
use vatra_core::Changes;
use vatra_core::verbs::{ActionKind, Decision};
use vatra_store::{Entry, Home, Window};
use vatra_tests::{Desk, PASSPHRASE, member, party};

fn centre() -> (Desk, Recovery) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    (desk, recovery)
}

fn arrives(desk: &Desk, bed: &str) {
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed(bed))]),
    );
}

fn backups(desk: &Desk) -> Vec<BackupView> {
    desk.ok::<Backups>("backup_state", json!({}))
        .folders
        .remove(0)
        .backups
}

fn with_account(folder: &Path, number: u64) -> Value {
    json!({ "folder": folder, "number": number, "name": "Ana", "passphrase": PASSPHRASE, "recovery": null })
}

fn own_folder(desk: &Desk) -> PathBuf {
    desk.folder().join("backups")
}

#[test]
fn closing_makes_a_backup_where_something_is_new_and_so_do_twenty_actions() {
    let (desk, _) = centre();
    arrives(&desk, "1-1");
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    assert_eq!(
        backups(&desk)
            .iter()
            .map(|one| one.head)
            .collect::<Vec<_>>(),
        [2]
    );
    // Nothing new, nothing made.
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    assert_eq!(backups(&desk).len(), 1);
    let stay = desk.who("K-001").stay;
    for _ in 0..10 {
        desk.wait_minutes(1);
        desk.ok::<Done>(
            "leave",
            json!({ "stays": [stay], "at": null, "kind": "day", "expected_return": null }),
        );
        desk.wait_minutes(1);
        desk.ok::<Done>("return_to_house", json!({ "stays": [stay], "at": null }));
        desk.session.tend();
    }
    assert_eq!(
        backups(&desk)
            .iter()
            .map(|one| one.head)
            .collect::<Vec<_>>(),
        [23, 2],
        "that a backup was made is an action too, but not one of the twenty"
    );
}

#[cfg(unix)]
#[test]
fn a_list_of_folders_that_the_disk_does_not_give_is_not_written_anew_without_the_stick() {
    let (desk, _) = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!([own_folder(&desk), stick.path()]);
    desk.ok::<Backups>("set_backups", json!({ "folders": folders }));
    arrives(&desk, "1-1");
    let given_again = vatra_tests::unreadable(&desk.folder().join("backups.json"));
    // The backup is made where it always can be, and the list left alone.
    assert_eq!(desk.failed("back_up", json!({})), Failure::System);
    assert_eq!(desk.failed("rehearse", json!({})), Failure::System);
    assert_eq!(vatra_store::backups(&own_folder(&desk)).len(), 2);
    given_again();
    let state: Backups = desk.ok("back_up", json!({}));
    let number = |folder: &BackupFolder| folder.backups.first().map(|backup| backup.number);
    let newest: Vec<_> = state.folders.iter().map(number).collect();
    assert_eq!(newest, [Some(3), Some(1)], "each folder counts for itself");
}

#[test]
fn what_is_on_its_way_into_backups_needs_the_file_no_longer() {
    let (desk, _) = centre();
    arrives(&desk, "1-1");
    let (folder, now) = (desk.folder().to_owned(), desk.board().at);
    let _kept = desk.release();
    let home = Home::take(&folder).expect("the folder");
    let key = home.keys().open("Ana", PASSPHRASE).expect("the key");
    let mut store = home.open(&key, now).expect("the file");
    let snapshot = store.snapshot(&home.keys(), &key, now).expect("copied");
    // Sticks as slow as they are: meanwhile something is recorded.
    let head = store.head().expect("a head");
    let record = store.load(&Window::from(now)).expect("the record");
    let staff = record.staff.values().next().expect("Ana").id;
    let decision = Decision {
        kind: ActionKind::Rehearse,
        happened_at: now,
        reason: None,
        changes: Changes::default(),
    };
    let recorded = store.append(head, &Entry::new(decision, staff, now));
    assert_eq!(recorded.expect("recorded"), head + 1);
    drop(store);
    for _ in 0..2 {
        let stick = TempDir::new().expect("a stick");
        let backup = snapshot.put(stick.path()).expect("a backup");
        assert_eq!((backup.manifest.number, backup.manifest.head), (1, head));
        backup.check(&key, &folder).expect("whole");
    }
    drop(snapshot);
    assert!(!folder.join("copies").exists(), "nothing is left of it");
}

#[test]
fn a_backup_too_old_is_said_and_a_stick_that_is_gone_does_no_harm() {
    let (desk, _) = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!({ "folders": [own_folder(&desk), stick.path()] });
    desk.ok::<Backups>("set_backups", &folders);
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(
        desk.ok::<BackupFolder>("backups_in", json!({ "folder": stick.path() }))
            .backups
            .len(),
        1
    );
    desk.wait_minutes(27 * 60);
    assert!(
        !desk.ok::<Backups>("backup_state", json!({})).overdue,
        "nothing was recorded since"
    );
    arrives(&desk, "1-1");
    assert!(desk.ok::<Backups>("backup_state", json!({})).overdue);
    fs::remove_dir_all(stick.path()).expect("taken out");
    let state: Backups = desk.ok("back_up", json!({}));
    assert_eq!((state.overdue, state.folders[1].there), (false, false));
    assert_eq!(
        desk.failed("set_backups", json!({ "folders": ["/no/such/folder"] })),
        Failure::NoFolder
    );
    desk.ok::<Vec<BackupView>>("rehearse", json!({}));
}

#[test]
fn a_folder_that_is_there_and_takes_no_backup_is_said_to_until_it_does() {
    let (desk, _) = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!({ "folders": [own_folder(&desk), stick.path()] });
    desk.ok::<Backups>("set_backups", &folders);
    // Something lies in the way of the first one.
    let in_the_way = stick.path().join("vatra-000001.new");
    fs::write(&in_the_way, b"a file").expect("written");
    let failed = |state: &Backups| -> Vec<_> {
        let folders = state.folders.iter();
        folders.map(|one| one.failed.is_some()).collect()
    };
    let state: Backups = desk.ok("back_up", json!({}));
    assert_eq!(failed(&state), [false, true]);
    assert_eq!(desk.ok::<Vec<BackupView>>("rehearse", json!({})).len(), 1);
    let state: Backups = desk.ok("backup_state", json!({}));
    assert_eq!(failed(&state), [false, true]);
    fs::remove_file(in_the_way).expect("gone");
    let state: Backups = desk.ok("back_up", json!({}));
    assert_eq!(failed(&state), [false, false]);
    assert_eq!(state.folders[1].backups.len(), 1);
}

#[test]
fn a_restore_says_what_it_brings_and_loses_and_keeps_the_file_aside() {
    let (desk, _) = centre();
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    arrives(&desk, "1-2");
    let request = with_account(&own_folder(&desk), 1);
    let preview: RestorePreview = desk.ok("restore_preview", &request);
    assert_eq!(
        (preview.here, preview.lost, preview.backup.head),
        (1, Some(1), 2)
    );
    assert!(preview.accounts_back.is_empty() && preview.accounts_gone.is_empty());
    let mut wrong = request.clone();
    wrong["passphrase"] = json!("not this one at all");
    assert_eq!(desk.failed("restore", &wrong), Failure::WrongPassphrase);
    assert_eq!(desk.board().taken, 2, "nothing was changed");

    let desk = wait_out(desk);
    let restored: Status = desk.ok("restore", &request);
    assert_eq!(restored.stage, Stage::Locked);
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    assert_eq!(desk.board().taken, 1);
    assert!(desk.folder().join("aside-1/vatra.db").exists());
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 2 }));
    let said: Vec<_> = page
        .entries
        .iter()
        .map(|entry| (entry.action_kind, entry.reason.as_deref()))
        .collect();
    assert_eq!(
        said,
        [
            (ActionKind::FailedUnlock, Some("Ana × 1")),
            (ActionKind::Restore, Some("1"))
        ]
    );
}

/// Which accounts a restore brings back or takes away, and who will be erased again, is said before: to
/// somebody who is signed in, and to somebody who isn't, though the file has had another key since.
#[test]
fn a_restore_says_whose_accounts_come_back_or_vanish_and_who_is_erased_again() {
    let (desk, _) = centre();
    let employ = |desk: &Desk, name: &str, passphrase: &str| {
        let new = json!({ "name": name, "role": "reception", "passphrase": passphrase });
        desk.ok::<Value>("employ", new);
    };
    employ(&desk, "Ion", "sase lebede pe lacul albastru");
    let mut woman = member("head", "female", 30, desk.bed("1-1"));
    woman["identity"]["name"] = json!("Maria Ursu");
    desk.ok::<Done>("check_in", party(vec![woman]));
    let who = desk.who("K-001");
    desk.ok::<Backups>("back_up", json!({}));

    employ(&desk, "Vera", "patru plopi langa poarta veche");
    let gone = json!({ "stays": [who.stay], "at": null, "reason": null, "destination": null, "minors_stay": null });
    desk.wait_minutes(1);
    desk.ok::<Value>("discharge", gone);
    let erase = json!({ "beneficiary": who.beneficiary, "reason": "la cerere" });
    desk.ok::<Value>("erase", erase);
    let staff: Vec<Value> = desk.ok("staff", json!({}));
    let ion = staff
        .iter()
        .find(|one| one["name"] == "Ion")
        .expect("an account");
    let which = json!({ "staff": ion["id"], "passphrase": PASSPHRASE });
    desk.ok::<Value>("remove_staff", which);

    let request = with_account(&own_folder(&desk), 1);
    let said = |desk: &Desk| {
        let preview: RestorePreview = desk.ok("restore_preview", &request);
        (
            preview.accounts_back,
            preview.accounts_gone,
            preview.erased_again,
        )
    };
    let expected = (vec!["Ion".to_owned()], vec!["Vera".to_owned()], 1);
    assert_eq!(said(&desk), expected);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(said(&desk), expected, "though nobody is signed in");
    // Elsewhere nothing vanishes: all of them come with it, and of erasures the backups there know.
    let other = Desk::new();
    let all = vec!["Ana".to_owned(), "Ion".to_owned()];
    assert_eq!(said(&other), (all, vec![], 1));

    desk.ok::<Status>("restore", &request);
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 4 }));
    let kinds: Vec<_> = page.entries.iter().map(|entry| entry.action_kind).collect();
    assert!(
        kinds.contains(&ActionKind::Erase) && kinds.contains(&ActionKind::Restore),
        "{kinds:?}"
    );
}

#[test]
fn what_is_recorded_after_a_restore_is_backed_up_at_once_though_the_journal_went_further_before() {
    let (desk, _) = centre();
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    for bed in ["1-2", "2-1", "2-2"] {
        arrives(&desk, bed);
    }
    desk.ok::<Backups>("back_up", json!({}));
    desk.ok::<Status>("restore", with_account(&own_folder(&desk), 1));
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    arrives(&desk, "4-1");
    let state: Backups = desk.ok("backup_state", json!({}));
    assert!(state.since > 0, "nothing of this file is known to be safe");
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    let state: Backups = desk.ok("backup_state", json!({}));
    assert_eq!(state.since, 0);
    let newest = &state.folders[0].backups[0];
    assert_eq!(
        (newest.number, newest.head),
        (3, 4),
        "found, arrived, restored, arrived"
    );
}

/// Wherever a passphrase or a recovery key is asked for, a wrong one is told in the journal, once, though the
/// right one followed before anybody signed in.
#[test]
fn a_wrong_passphrase_is_told_in_the_journal_wherever_it_was_tried() {
    let (desk, recovery) = centre();
    let told = |desk: &Desk| -> Vec<String> {
        let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 40 }));
        let failed = page
            .entries
            .iter()
            .filter(|entry| entry.action_kind == ActionKind::FailedUnlock);
        failed.filter_map(|entry| entry.reason.clone()).collect()
    };
    let unlock = |desk: &Desk, passphrase: &str| {
        desk.ask::<Status>("unlock", json!({ "name": "Ana", "passphrase": passphrase }))
    };
    // At the desk, where the program was locked in between.
    desk.ok::<Status>("lock", json!({}));
    assert!(unlock(&desk, "not this one at all").is_err());
    let desk = desk.restart();
    desk.run_minutes(20);
    unlock(&desk, PASSPHRASE).expect("the right one");
    assert_eq!(told(&desk), ["Ana × 1"]);
    // At a change of the passphrase.
    let change = |old: &str| json!({ "old": old, "new": "o alta parola lunga" });
    for _ in 0..2 {
        desk.failed("change_passphrase", change("not this one at all"));
        desk.run_minutes(20);
    }
    desk.ok::<Value>("change_passphrase", change(PASSPHRASE));
    assert_eq!(told(&desk), ["Ana × 1"]);
    desk.ok::<Status>("lock", json!({}));
    unlock(&desk, "o alta parola lunga").expect("the right one");
    assert_eq!(told(&desk), ["Ana × 2", "Ana × 1"]);
    // With the recovery key, which has nobody's name.
    let recover =
        |secret: &str| json!({ "recovery": secret, "name": "Ana", "passphrase": PASSPHRASE });
    let other = "AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54K0";
    assert_eq!(
        desk.failed("recover", recover(other)),
        Failure::WrongRecovery
    );
    desk.run_minutes(20);
    desk.ok::<Status>("recover", recover(&recovery.secret));
    assert_eq!(told(&desk), ["AGE-SECRET-KEY × 1", "Ana × 2", "Ana × 1"]);
    // Once each.
    desk.ok::<Status>("lock", json!({}));
    unlock(&desk, PASSPHRASE).expect("the right one");
    assert_eq!(told(&desk).len(), 3);
    assert!(!desk.folder().join("tries.json").exists());
}

/// A program that has been running for an hour since, so that nobody has to wait after a wrong passphrase.
fn wait_out(desk: Desk) -> Desk {
    desk.run_minutes(60);
    desk
}

#[test]
fn a_new_pc_is_brought_back_from_a_stick_with_the_paper_and_a_new_passphrase() {
    let (desk, recovery) = centre();
    let stick = TempDir::new().expect("a stick");
    arrives(&desk, "1-1");
    desk.ok::<Backups>("set_backups", json!({ "folders": [stick.path()] }));
    desk.ok::<Backups>("back_up", json!({}));
    drop(desk);

    let other = Desk::new();
    assert_eq!(other.ok::<Status>("status", json!({})).stage, Stage::Empty);
    let mut request = json!({ "folder": stick.path(), "number": 1, "name": "", "passphrase": "",
        "recovery": "AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54K0" });
    assert_eq!(other.failed("restore", &request), Failure::WrongRecovery);
    let other = wait_out(other);
    request["recovery"] = json!(recovery.secret.to_lowercase());
    assert_eq!(
        other.ok::<RestorePreview>("restore_preview", &request).lost,
        None
    );
    assert_eq!(other.ok::<Status>("restore", &request).stage, Stage::Locked);
    let new = "alta parola de acum incolo";
    let recover = json!({ "recovery": recovery.secret, "name": "ana", "passphrase": new });
    assert_eq!(other.ok::<Status>("recover", &recover).stage, Stage::Open);
    assert_eq!(other.board().taken, 1);
    other.ok::<Status>("lock", json!({}));
    let old = json!({ "name": "Ana", "passphrase": PASSPHRASE });
    assert_eq!(
        other.failed("unlock", old),
        Failure::WrongPassphrase,
        "the forgotten passphrase opens nothing"
    );
    let other = wait_out(other);
    other.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": new }));
}

/// Every byte of database, keys and manifest matters: a flip anywhere is noticed before anything is touched.
#[test]
fn flipped_bits_and_swapped_files_in_a_backup_are_noticed() {
    let (desk, _) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    let (first, second) = (
        own_folder(&desk).join("vatra-000001"),
        own_folder(&desk).join("vatra-000002"),
    );
    let slot = fs::read_dir(second.join("keys"))
        .expect("keys")
        .filter_map(Result::ok)
        .map(|entry| entry.path());
    let mut files: Vec<PathBuf> = slot.collect();
    files.extend([second.join("vatra.db"), second.join("manifest.json")]);
    let mut noticed = 0;
    for file in &files {
        let whole = fs::read(file).expect("a file");
        for place in (0..whole.len()).step_by((whole.len() / 12).max(1)) {
            let mut flipped = whole.clone();
            flipped[place] ^= 4;
            fs::write(file, &flipped).expect("written");
            let desk_state = desk.ask::<Status>("restore", with_account(&own_folder(&desk), 2));
            assert!(
                desk_state.is_err(),
                "a flip at {place} of {file:?} was silent"
            );
            noticed += 1;
            desk.run_minutes(20);
        }
        fs::write(file, &whole).expect("as before");
    }
    assert!(noticed > 40);
    // The older database under the newer manifest.
    let newer = fs::read(second.join("vatra.db")).expect("a file");
    fs::copy(first.join("vatra.db"), second.join("vatra.db")).expect("swapped");
    assert_eq!(
        desk.failed("restore", with_account(&own_folder(&desk), 2)),
        Failure::BadBackup
    );
    fs::write(second.join("vatra.db"), newer).expect("as before");
    assert_eq!(desk.board().taken, 1, "nothing was changed");
    desk.run_minutes(20);
    desk.ok::<Status>("restore", with_account(&own_folder(&desk), 2));
}

#[test]
fn wrong_passphrases_are_slowed_down_across_restarts_and_by_no_clock() {
    let (desk, _) = centre();
    desk.ok::<Status>("lock", json!({}));
    let wrong = json!({ "name": "Ana", "passphrase": "not this one at all" });
    let right = json!({ "name": "Ana", "passphrase": PASSPHRASE });
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    assert_eq!(
        desk.failed("unlock", &right),
        Failure::TooSoon { seconds: 1 }
    );
    desk.run_seconds(1);
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    // Neither the clock nor a restart shortens it.
    desk.wait_minutes(60 * 24 * 365);
    assert_eq!(
        desk.failed("unlock", &right),
        Failure::TooSoon { seconds: 2 }
    );
    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", &right),
        Failure::TooSoon { seconds: 2 }
    );
    // Another account is not slowed down by it.
    assert_eq!(
        desk.failed("unlock", json!({ "name": "Ion", "passphrase": "x" })),
        Failure::WrongPassphrase
    );
    desk.run_seconds(2);
    desk.ok::<Status>("unlock", &right);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    assert_eq!(
        desk.failed("unlock", &right),
        Failure::TooSoon { seconds: 1 },
        "it begins anew after success"
    );
}

/// What was tried so far and can't be read for a moment is not forgotten, and keeps nobody out.
#[cfg(unix)]
#[test]
fn wrong_passphrases_that_the_disk_does_not_give_are_not_forgotten() {
    let (desk, _) = centre();
    desk.ok::<Status>("lock", json!({}));
    let wrong = json!({ "name": "Ana", "passphrase": "not this one at all" });
    let right = json!({ "name": "Ana", "passphrase": PASSPHRASE });
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    desk.run_seconds(1);
    let given_again = vatra_tests::unreadable(&desk.folder().join("tries.json"));
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    assert_eq!(
        desk.failed("unlock", &right),
        Failure::TooSoon { seconds: 2 },
        "the running program counts on"
    );
    let desk = desk.restart();
    desk.ok::<Status>("unlock", &right);
    desk.ok::<Status>("lock", json!({}));
    given_again();
    assert_eq!(
        desk.restart().failed("unlock", &right),
        Failure::TooSoon { seconds: 1 }
    );
}

#[test]
fn a_passphrase_is_changed_by_its_owner() {
    let (desk, _) = centre();
    let change = json!({ "old": "not this one at all", "new": "o alta parola lunga" });
    assert_eq!(
        desk.failed("change_passphrase", change),
        Failure::WrongPassphrase
    );
    desk.run_minutes(1);
    assert_eq!(
        desk.failed(
            "change_passphrase",
            json!({ "old": PASSPHRASE, "new": "scurt" })
        ),
        Failure::WeakPassphrase { least: 12 }
    );
    desk.ok::<Value>(
        "change_passphrase",
        json!({ "old": PASSPHRASE, "new": "o alta parola lunga" }),
    );
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(
        desk.failed("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE })),
        Failure::WrongPassphrase
    );
    desk.run_minutes(1);
    desk.ok::<Status>(
        "unlock",
        json!({ "name": "Ana", "passphrase": "o alta parola lunga" }),
    );
}

#[test]
fn a_backup_whose_list_was_lost_does_not_keep_others_from_being_made() {
    let (desk, _) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    let newest = vatra_store::backups(&own_folder(&desk)).pop().expect("one");
    let name = format!("vatra-{:06}", newest.manifest.number);
    let list = own_folder(&desk).join(name).join("manifest.json");
    std::fs::write(list, "{").expect("a file");
    arrives(&desk, "1-1");
    desk.ok::<Backups>("back_up", json!({}));
    let after = backups(&desk);
    assert!(after.iter().all(|one| one.number > newest.manifest.number));
    assert!(!after.is_empty());
}

#[test]
fn a_backup_that_was_brought_along_gives_no_new_tries() {
    let stick = TempDir::new().expect("a stick");
    let (theirs, _) = centre();
    theirs.ok::<Backups>("set_backups", json!({ "folders": [stick.path()] }));
    theirs.ok::<Backups>("back_up", json!({}));
    let (desk, _) = centre();
    let change = json!({ "old": PASSPHRASE, "new": "o alta parola lunga" });
    desk.ok::<Value>("change_passphrase", change);
    desk.ok::<Status>("lock", json!({}));
    let wrong = json!({ "name": "Ana", "passphrase": "not this one at all" });
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    desk.run_seconds(1);
    // It opens, with an account of that name: but nothing of hers here.
    let own = with_account(stick.path(), 1);
    let refused = desk.failed("restore_preview", &own);
    assert!(
        matches!(refused, Failure::NotPermitted { .. }),
        "{refused:?}"
    );
    assert_eq!(desk.failed("unlock", &wrong), Failure::WrongPassphrase);
    assert_eq!(
        desk.failed("unlock", &wrong),
        Failure::TooSoon { seconds: 2 }
    );
}

#[test]
#[cfg(unix)]
fn a_backup_that_was_made_read_only_to_be_safe_is_brought_back() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, _) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    let backup = own_folder(&desk).join("vatra-000001");
    for (file, mode) in [("vatra.db", 0o444), ("manifest.json", 0o444), ("", 0o555)] {
        let path = backup.join(file);
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("read-only");
    }
    let request = with_account(&own_folder(&desk), 1);
    desk.ok::<RestorePreview>("restore_preview", &request);
    desk.ok::<Status>("restore", &request);
    desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
    arrives(&desk, "2-1");
    fs::set_permissions(backup, fs::Permissions::from_mode(0o755)).expect("as before");
}
