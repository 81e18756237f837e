//! Identities that are erased are gone: from the file and what lies free in it, and from what an old backup
//! brings back. Figures, history and the chain of the journal stand without them.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{
    Backups, Done, Erased, IdentityView, JournalPage, Recovery, Retention, Status,
};
use vatra::problem::Failure;
use vatra_core::Refusal;
use vatra_core::verbs::ActionKind;
use vatra_core::view::PersonView;
use vatra_store::{Chain, DataKey, Keys};
use vatra_tests::raw::{decrypted, holds};
use vatra_tests::{Desk, PASSPHRASE, member, party};

/// What says who she is, in several versions.
const SECRETS: [&str; 6] = [
    "Zinaida",
    "Cercetătoarea",
    "B0417725533",
    "cicatrice",
    "Зинаида",
    "1990-03-17",
];

fn sign_in() -> Value {
    json!({ "name": "Ana", "passphrase": PASSPHRASE })
}

/// A centre with a woman whose identity was noted, then changed, and who has left.
fn centre() -> (Desk, Recovery) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let mut woman = member("head", "female", 18, desk.bed("1-1"));
    woman["born"] = json!({ "is": "on", "value": "1990-03-17" });
    woman["identity"] = json!({ "name": "Zinaida Cercetătoarea", "documents": "B0417725533", "notes": "cicatrice" });
    desk.ok::<Done>("check_in", party(vec![woman]));
    let stay = desk.who("K-001").stay;
    desk.wait_minutes(30);
    desk.ok::<Done>(
        "amend",
        json!({ "stay": stay, "sex": "female", "born": null, "citizenship": null, "needs": [], "relation": "head",
            "ground": null, "decided_by": null, "decided_on": null, "referrer": null, "territory": null,
            "phase": "crisis", "reason": null,
            "identity": { "name": "Зинаида", "documents": null, "notes": null } }),
    );
    desk.wait_minutes(60 * 24 * 40);
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": [stay], "at": null, "reason": null, "destination": null, "minors_stay": null }),
    );
    desk.wait_minutes(60);
    (desk, recovery)
}

fn key(folder: &Path, recovery: &Recovery) -> DataKey {
    Keys::at(&folder.join("keys"))
        .open_with(&recovery.secret)
        .expect("the key on paper")
}

fn found(file: &Path, key: &DataKey) -> Vec<&'static str> {
    let plain = decrypted(&fs::read(file).expect("the file"), key);
    assert!(holds(&plain, "CREATE TABLE"), "it was not decrypted");
    SECRETS
        .into_iter()
        .filter(|secret| holds(&plain, secret))
        .collect()
}

/// The same in every file of a folder, be it encrypted or not.
fn found_anywhere(folder: &Path, key: &DataKey) -> Vec<&'static str> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(found_anywhere(&path, key));
        } else {
            let bytes = fs::read(&path).expect("a file");
            let both = [decrypted(&bytes, key), bytes].concat();
            found.extend(SECRETS.into_iter().filter(|secret| holds(&both, secret)));
        }
    }
    found
}

fn erase(desk: &Desk) -> Erased {
    let who = desk.who("K-001").beneficiary;
    desk.ok(
        "erase",
        json!({ "beneficiary": who, "reason": "la cererea ei" }),
    )
}

fn person(desk: &Desk) -> PersonView {
    desk.ok("person", json!({ "stay": desk.who("K-001").stay }))
}

fn last_action(desk: &Desk) -> (ActionKind, Vec<String>) {
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 10 }));
    let entry = page
        .entries
        .into_iter()
        .find(|entry| entry.action_kind != ActionKind::BackUp)
        .expect("an action");
    (entry.action_kind, entry.codes)
}

#[test]
fn an_erased_identity_is_gone_from_every_page_of_the_file() {
    let (desk, recovery) = centre();
    let folder = desk.folder().to_owned();
    let file = folder.join("vatra.db");
    let desk = desk.restart();
    let key = key(&folder, &recovery);
    // The control: before, whoever has the key finds all of it, the version before the change too.
    assert_eq!(found(&file, &key), SECRETS);
    desk.ok::<Status>("unlock", sign_in());
    erase(&desk);
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
    assert_eq!(
        last_action(&desk),
        (ActionKind::Erase, vec!["K-001".into()])
    );
    assert!(!person(&desk).has_identity);
    let who = desk.who("K-001").beneficiary;
    assert_eq!(
        desk.refused(
            "show_identity",
            json!({ "beneficiary": who, "reason": "verificare" })
        ),
        Refusal::NotFound
    );
    let hits: Value = desk.ok("find", json!({ "text": "Zinaida", "names": true }));
    assert_eq!(hits, json!([]));
    let _desk = desk.restart();
    assert_eq!(found(&file, &key), Vec::<&str>::new());

    // The control of the control: without secure deletion, emptying alone leaves it in the file.
    let careless = folder.join("careless.db");
    let raw = Connection::open(&careless).expect("a file");
    raw.execute_batch(&format!(
        "PRAGMA key = \"x'{}'\"; PRAGMA secure_delete = OFF; CREATE TABLE t (x);
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
         INSERT INTO t SELECT 'Zinaida' || i FROM n; DELETE FROM t;",
        key.hex().as_str()
    ))
    .expect("rows that are deleted");
    drop(raw);
    let plain = decrypted(&fs::read(&careless).expect("the file"), &key);
    assert!(holds(&plain, "Zinaida"));
}

/// Pages that an erasure sets free are given back, whatever they hold: no free page is left to look at.
#[test]
fn an_erasure_leaves_no_free_page_in_the_file() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let mut woman = member("head", "female", 30, desk.bed("1-1"));
    // Longer than the pages of the file, so that they have pages of their own.
    let long = "cicatrice ".repeat(199);
    woman["identity"] = json!({ "name": long, "documents": long, "notes": long });
    desk.ok::<Done>("check_in", party(vec![woman]));
    let stay = desk.who("K-001").stay;
    desk.wait_minutes(30);
    let discharge = json!({ "stays": [stay], "at": null, "reason": null, "destination": null, "minors_stay": null });
    desk.ok::<Done>("discharge", discharge);
    desk.wait_minutes(60);
    erase(&desk);
    let folder = desk.folder().to_owned();
    let key = key(&folder, &recovery);
    let _desk = desk.restart();
    let raw = Connection::open(folder.join("vatra.db")).expect("the file");
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()))
        .expect("its key");
    let free: i64 = raw
        .query_row("PRAGMA freelist_count", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(free, 0);
}

#[test]
fn figures_and_history_are_the_same_after_an_erasure() {
    let (desk, _) = centre();
    let figures = |desk: &Desk| -> Vec<Value> {
        let mut all = Vec::new();
        for (first, last) in [
            ("2009-03-01", "2009-03-31"),
            ("2009-01-01", "2009-03-31"),
            ("2009-04-01", "2009-04-10"),
        ] {
            for known_on in [Value::Null, json!("2009-03-02"), json!("2009-04-05")] {
                let of = json!({ "first": first, "last": last, "known_on": known_on });
                all.push(desk.ok("occupancy", &of));
            }
        }
        all
    };
    let stays = |desk: &Desk| -> Value {
        let history: Value = desk.ok(
            "history",
            json!({ "beneficiary": desk.who("K-001").beneficiary }),
        );
        history["stays"].clone()
    };
    let (before, past) = (figures(&desk), stays(&desk));
    // She came at 18, two weeks before her birthday: the first of March must still count 18.
    assert!(before[0].to_string().contains("18"));
    erase(&desk);
    assert_eq!(figures(&desk), before);
    let mut after = stays(&desk);
    // Months are told of infants, and no figure asks for them.
    after[0]["view"]["age"]["months"] = past[0]["view"]["age"]["months"].clone();
    after[0]["view"]["has_identity"] = past[0]["view"]["has_identity"].clone();
    assert_eq!(after, past);
}

#[test]
fn only_a_manager_erases_with_a_reason_that_does_not_say_who() {
    let (desk, _) = centre();
    let who = desk.who("K-001").beneficiary;
    let ask = |reason: &str| json!({ "beneficiary": who, "reason": reason });
    assert_eq!(desk.refused("erase", ask("  ")), Refusal::NeedsReason);
    assert_eq!(
        desk.refused("erase", ask("cererea doamnei ЗИНАИДА")),
        Refusal::NamesInReason
    );
    // However it is spelt, and whatever is asked for.
    assert_eq!(
        desk.refused("erase", ask("cererea lui Zinaïda")),
        Refusal::NamesInReason
    );
    let record = json!({ "paper": { "is": "record", "beneficiary": who }, "title": "Record",
        "reason": "pentru Zinaida", "file": true });
    assert_eq!(desk.refused("issue", record), Refusal::NamesInReason);
    erase(&desk);
    assert_eq!(
        desk.refused("erase", ask("încă o dată")),
        Refusal::NothingToErase
    );
}

#[test]
fn an_old_backup_does_not_bring_back_who_was_erased() {
    let (desk, recovery) = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!({ "folders": [desk.folder().join("backups"), stick.path()], "every": 20 });
    desk.ok::<Backups>("set_backups", &folders);
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(erase(&desk).still_in, 2, "one in each folder");
    let restore = |desk: &Desk, folder: &Path| {
        let request = json!({ "folder": folder, "number": 1, "name": "Ana", "passphrase": PASSPHRASE, "recovery": null });
        desk.ok::<Status>("restore", request);
    };
    restore(&desk, &desk.folder().join("backups"));
    desk.ok::<Status>("unlock", sign_in());
    assert!(!person(&desk).has_identity);
    assert_eq!(
        last_action(&desk),
        (ActionKind::Erase, vec!["K-001".into()])
    );
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
    let key = key(desk.folder(), &recovery);
    let file = desk.folder().join("vatra.db");
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(found(&file, &key), Vec::<&str>::new());

    // On another PC, from the stick alone: the later backup beside it knows who was erased.
    let other = Desk::new();
    restore(&other, stick.path());
    other.ok::<Status>("unlock", sign_in());
    assert!(!person(&other).has_identity);
}

/// Where no backup is within reach, what is kept beside the file knows who was erased.
#[test]
fn an_older_file_put_back_does_not_bring_back_who_was_erased() {
    let (desk, _) = centre();
    let file = desk.folder().join("vatra.db");
    let older = fs::read(&file).expect("the file");
    erase(&desk);
    let desk = desk.restart();
    fs::write(&file, older).expect("put back");
    fs::remove_dir_all(desk.folder().join("backups")).expect("out of reach");
    desk.ok::<Status>("unlock", sign_in());
    assert!(!person(&desk).has_identity);
    assert_eq!(last_action(&desk).0, ActionKind::Erase);
}

/// What a manifest says of erasures is under its seal: nobody is erased because somebody wrote so on a stick.
#[test]
fn a_list_of_erasures_that_was_changed_is_not_believed() {
    let (desk, recovery) = centre();
    erase(&desk);
    let backups = desk.folder().join("backups");
    let key = key(desk.folder(), &recovery);
    let newest = || vatra_store::backups(&backups).pop().expect("a backup");
    assert!(newest().is_sealed_by(&key));
    let list = newest().folder().join("manifest.json");
    let text = fs::read_to_string(&list).expect("a manifest");
    let mut manifest: Value = serde_json::from_str(&text).expect("a manifest");
    let erased = manifest["erased"].as_object_mut().expect("who was erased");
    assert_eq!(erased.len(), 1);
    erased.insert("0".repeat(64), json!(i64::MAX));
    fs::write(&list, manifest.to_string()).expect("changed");
    assert!(!newest().is_sealed_by(&key));
}

#[test]
fn who_was_erased_and_came_back_is_not_erased_again() {
    let (desk, _) = centre();
    erase(&desk);
    let who = desk.who("K-001").beneficiary;
    let mut woman = member("head", "female", 19, desk.bed("1-2"));
    woman["who"] = json!({ "is": "known", "id": who });
    woman["identity"] = json!({ "name": "Altă Zi", "documents": "", "notes": "" });
    desk.ok::<Done>("check_in", party(vec![woman]));
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    let shown: IdentityView = desk.ok(
        "show_identity",
        json!({ "beneficiary": who, "reason": "verificare" }),
    );
    assert_eq!(
        (shown.name.as_str(), shown.born_on),
        ("Altă Zi", None),
        "a reduced day is not shown as a birthday"
    );
}

#[test]
fn backups_from_before_can_be_removed_and_three_newer_ones_stay() {
    let (desk, _) = centre();
    for _ in 0..4 {
        desk.wait_minutes(1);
        desk.ok::<Backups>("back_up", json!({}));
    }
    // Of a day the newest three stay: two from before, and the one made right after.
    assert_eq!(erase(&desk).still_in, 2);
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
    let state: Backups = desk.ok("backup_state", json!({}));
    assert_eq!(state.folders[0].backups.len(), 3);
    desk.ok::<Value>("rehearse", json!({}));
}

#[test]
fn the_centres_own_folder_counts_though_it_is_not_in_use_any_more() {
    let (desk, _) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    let stick = TempDir::new().expect("a stick");
    desk.ok::<Backups>("set_backups", json!({ "folders": [stick.path()] }));
    assert_eq!(erase(&desk).still_in, 1);
    for _ in 0..2 {
        desk.ok::<Backups>("back_up", json!({}));
    }
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
    let left = fs::read_dir(desk.folder().join("backups")).expect("the folder");
    assert_eq!(left.count(), 0, "the stick has three newer ones");
}

#[test]
fn what_a_restore_replaced_and_backups_of_the_way_not_taken_are_counted_and_removed_too() {
    let (desk, _) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    for bed in ["1-2", "2-1", "2-2", "2-3"] {
        let woman = member("head", "female", 30, desk.bed(bed));
        desk.ok::<Done>("check_in", party(vec![woman]));
    }
    desk.ok::<Backups>("back_up", json!({}));
    let request = json!({ "folder": desk.folder().join("backups"), "number": 1, "name": "Ana",
        "passphrase": PASSPHRASE, "recovery": null });
    desk.ok::<Status>("restore", request);
    desk.ok::<Status>("unlock", sign_in());
    let aside = desk.folder().join("aside-1");
    assert!(aside.is_dir());
    // Both backups, of which the second went further than this journal does, and the file that was replaced.
    assert_eq!(erase(&desk).still_in, 3);
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
    assert!(!aside.exists());
    let state: Backups = desk.ok("backup_state", json!({}));
    let left = &state.folders[0].backups;
    assert!(!left.is_empty() && left.iter().all(|one| one.number > 2));
}

#[test]
fn backups_of_a_way_that_was_left_are_no_copies_of_what_is_recorded_now() {
    let (desk, _) = centre();
    let arrives = |bed: &str| {
        let woman = member("head", "female", 30, desk.bed(bed));
        desk.ok::<Done>("check_in", party(vec![woman])).action
    };
    desk.ok::<Backups>("back_up", json!({}));
    desk.wait_minutes(24 * 60);
    assert_eq!(erase(&desk).still_in, 1);
    for bed in ["2-1", "2-2", "2-3"] {
        desk.wait_minutes(24 * 60);
        arrives(bed);
        desk.ok::<Backups>("back_up", json!({}));
    }
    let request = json!({ "folder": desk.folder().join("backups"), "number": 2, "name": "Ana",
        "passphrase": PASSPHRASE, "recovery": null });
    desk.ok::<Status>("restore", request);
    desk.ok::<Status>("unlock", sign_in());
    let last = arrives("4-1");
    desk.ok::<Retention>("forget_backups", json!({}));
    let state: Backups = desk.ok("backup_state", json!({}));
    let newest = &state.folders[0].backups[..3];
    assert!(newest.iter().all(|one| one.head >= last), "{newest:?}");
}

#[test]
fn backups_under_a_later_key_stay_those_of_the_centre_after_an_earlier_one_was_put_back() {
    let (desk, recovery) = centre();
    let account =
        json!({ "name": "Ion", "passphrase": "lampă veche sub pod", "role": "reception" });
    desk.ok::<Value>("employ", account);
    desk.ok::<Backups>("back_up", json!({}));
    let before = key(desk.folder(), &recovery);
    let staff: Vec<Value> = desk.ok("staff", json!({}));
    let ion = staff.iter().find(|one| one["name"] == "Ion").expect("Ion");
    desk.ok::<Value>(
        "remove_staff",
        json!({ "staff": ion["id"], "passphrase": PASSPHRASE }),
    );
    let after = key(desk.folder(), &recovery);
    assert_ne!(before.hex(), after.hex(), "the file has another key");
    desk.ok::<Backups>("back_up", json!({}));
    // By somebody who isn't signed in, as where the file here won't do any longer.
    desk.ok::<Status>("lock", json!({}));
    let request = json!({ "folder": desk.folder().join("backups"), "number": 1, "name": "Ana",
        "passphrase": PASSPHRASE, "recovery": null });
    desk.ok::<Status>("restore", request);
    desk.ok::<Status>("unlock", sign_in());
    // Both backups, each under its own key, and the file that was replaced.
    assert_eq!(erase(&desk).still_in, 3);
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
    let state: Backups = desk.ok("backup_state", json!({}));
    let left = &state.folders[0].backups;
    assert!(!left.is_empty() && left.iter().all(|one| one.number > 2));
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

fn set_erase_days(desk: &Desk, days: u16) {
    let mut settings: Value = desk.ok("desk", json!({}));
    settings["erase_days"] = json!(days);
    desk.ok::<Done>("set_desk", settings);
}

/// A day on which something is noted.
fn a_day(desk: &Desk) {
    desk.wait_minutes(60 * 24);
    let who = desk.who("K-001").beneficiary;
    let asked = json!({ "beneficiary": who, "reason": "verificare" });
    desk.ok::<IdentityView>("show_identity", asked);
}

#[test]
fn identities_are_erased_some_days_after_discharge_and_it_is_shown_before() {
    let (desk, _) = centre();
    let due = |desk: &Desk| desk.ok::<Retention>("retention", json!({})).due;
    assert_eq!(due(&desk), vec![], "there is no such rule yet");
    set_erase_days(&desk, 30);
    let coming = due(&desk);
    assert_eq!(coming.len(), 1);
    assert_eq!(
        (coming[0].code.as_str(), coming[0].on.to_string().as_str()),
        ("K-001", "2009-05-11")
    );
    for _ in 0..29 {
        a_day(&desk);
    }
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    assert!(person(&desk).has_identity, "not yet");
    a_day(&desk);
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    assert!(!person(&desk).has_identity);
    assert_eq!(
        last_action(&desk),
        (ActionKind::Erase, vec!["K-001".into()])
    );
}

#[test]
fn a_rule_is_shown_for_a_week_before_it_erases_anybody() {
    let (desk, _) = centre();
    for _ in 0..10 {
        a_day(&desk);
    }
    let today = desk.board().at.day();
    // Mistyped, perhaps: by this she should have been erased nine days ago.
    set_erase_days(&desk, 1);
    let due: Retention = desk.ok("retention", json!({}));
    assert_eq!((due.due[0].on - today).num_days(), 7);
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    assert!(person(&desk).has_identity);
    for _ in 0..7 {
        desk.wait_minutes(60 * 24);
        desk.ok::<Backups>("back_up", json!({}));
    }
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    assert!(!person(&desk).has_identity);
}

#[test]
fn a_clock_that_is_set_ahead_erases_nobody() {
    let (desk, _) = centre();
    set_erase_days(&desk, 30);
    desk.ok::<Status>("lock", json!({}));
    desk.wait_minutes(60 * 24 * 365);
    desk.ok::<Status>("unlock", sign_in());
    // Also where something was noted with the wrong date, as a wrong passphrase is.
    desk.ok::<Backups>("back_up", json!({}));
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in());
    assert!(person(&desk).has_identity);
    // It is shown as due, for somebody to look at.
    assert_eq!(
        desk.ok::<Retention>("retention", json!({})).due.len(),
        1,
        "and still kept"
    );
}

#[test]
fn what_only_a_former_version_says_is_erased_too() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 18, desk.bed("1-1"))]),
    );
    let stay = desk.who("K-001").stay;
    let noted: Done = desk.ok(
        "amend",
        json!({ "stay": stay, "sex": "female", "born": null, "citizenship": null, "needs": [], "relation": "head",
            "ground": null, "decided_by": null, "decided_on": null, "referrer": null, "territory": null,
            "phase": "crisis", "reason": null,
            "identity": { "name": "Zinaida Cercetătoarea", "documents": "B0417725533", "notes": "" } }),
    );
    let undo = json!({ "action": noted.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    let seen = person(&desk);
    assert_eq!((seen.has_identity, seen.had_identity), (false, true));
    let names = json!({ "beneficiary": seen.beneficiary, "reason": "Zinaida a cerut" });
    assert_eq!(desk.refused("erase", names), Refusal::NamesInReason);
    erase(&desk);
    assert!(!person(&desk).had_identity);
    let key = key(desk.folder(), &recovery);
    let file = desk.folder().join("vatra.db");
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(found(&file, &key), Vec::<&str>::new());
}

/// A centre where two stays of one woman were noted as those of two, with what each said of her, and then joined.
fn joined(first: &Value, second: &Value) -> (Desk, Recovery, Done) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let arrives = |bed: &str, born: Value, identity: &Value| {
        let mut woman = member("head", "female", 18, desk.bed(bed));
        (woman["born"], woman["identity"]) = (born, identity.clone());
        desk.ok::<Done>("check_in", party(vec![woman]));
    };
    arrives("1-1", json!({ "is": "aged", "value": 18 }), first);
    desk.wait_minutes(60);
    let known = desk.who("K-001");
    let discharge = json!({ "stays": [known.stay], "at": null, "reason": null, "destination": null, "minors_stay": null });
    desk.ok::<Done>("discharge", discharge);
    desk.wait_minutes(60);
    arrives("1-2", json!({ "is": "on", "value": "1990-03-17" }), second);
    let truth = json!({ "of": "person", "is": known.beneficiary });
    let both = json!({ "stay": desk.who("K-002").stay, "also": [], "truth": truth, "reason": "notată de două ori" });
    let done = desk.ok("correct", both);
    (desk, recovery, done)
}

fn says(name: &str, documents: &str, notes: &str) -> Value {
    json!({ "name": name, "documents": documents, "notes": notes })
}

#[test]
fn whatever_either_of_two_joined_records_said_is_erased() {
    let both = (
        says("Zinaida Cercetătoarea", "", "cicatrice"),
        says("Зинаида", "B0417725533", ""),
    );
    let only_the_second = (
        says("", "", ""),
        says(
            "Zinaida Cercetătoarea (Зинаида)",
            "B0417725533",
            "cicatrice",
        ),
    );
    for (first, second) in [both, only_the_second] {
        let (desk, recovery, _) = joined(&first, &second);
        let key = key(desk.folder(), &recovery);
        assert_eq!(found_anywhere(desk.folder(), &key), SECRETS);
        erase(&desk);
        desk.ok::<Status>("lock", json!({}));
        assert_eq!(found_anywhere(desk.folder(), &key), Vec::<&str>::new());
    }
}

#[test]
fn what_stood_with_somebody_else_by_mistake_is_erased_with_whom_it_is_about() {
    let said = says("Zinaida Cercetătoarea", "B0417725533", "cicatrice");
    let (desk, recovery, done) = joined(&says("", "", ""), &said);
    let undo = json!({ "action": done.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    let ask =
        |code: &str| json!({ "beneficiary": desk.who(code).beneficiary, "reason": "la cerere" });
    assert_eq!(desk.refused("erase", ask("K-001")), Refusal::NothingToErase);
    desk.ok::<Erased>("erase", ask("K-002"));
    let key = key(desk.folder(), &recovery);
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(found_anywhere(desk.folder(), &key), Vec::<&str>::new());
}

#[test]
fn with_whom_somebody_was_joined_by_mistake_is_not_erased_with_them() {
    let (desk, _, done) = joined(&says("Altă Zi", "", ""), &says("Zinaida", "", ""));
    let undo = json!({ "action": done.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    let who = desk.who("K-002").beneficiary;
    let ask = json!({ "beneficiary": who, "reason": "la cererea ei" });
    desk.ok::<Erased>("erase", ask);
    let other = json!({ "beneficiary": desk.who("K-001").beneficiary, "reason": "verificare" });
    let shown: IdentityView = desk.ok("show_identity", other);
    assert_eq!(shown.name, "Altă Zi");
}

/// What is older and whole is worth more than what is newer and isn't, whoever is still in it.
#[test]
fn no_backup_is_removed_for_a_file_that_does_not_hold() {
    let (desk, recovery) = centre();
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(erase(&desk).still_in, 1);
    desk.ok::<Status>("lock", json!({}));
    let raw = Connection::open(desk.folder().join("vatra.db")).expect("the file");
    let key = key(desk.folder(), &recovery);
    raw.execute_batch(&format!(
        "PRAGMA key = \"x'{}'\"; DROP TRIGGER beneficiary_frozen;
         UPDATE beneficiary SET born_year = born_year - 1;",
        key.hex().as_str()
    ))
    .expect("whoever has the key can write");
    drop(raw);
    desk.ok::<Status>("unlock", sign_in());
    let made = || vatra_store::backups(&desk.folder().join("backups"));
    let before = made();
    assert_eq!(before.len(), 2);
    assert_eq!(desk.failed("forget_backups", json!({})), Failure::Damaged);
    assert_eq!(made(), before);
}

#[test]
fn backups_of_another_centre_on_the_same_stick_are_left_alone() {
    let stick = TempDir::new().expect("a stick");
    let onto = json!({ "folders": [stick.path()], "every": 20 });
    let (desk, _) = centre();
    let former = Desk::new();
    former.make_centre();
    // Of the same day, of which no more than three of one centre stay.
    former.wait_minutes((desk.board().at.0 - former.board().at.0) / 60_000);
    former.ok::<Backups>("set_backups", &onto);
    former.ok::<Backups>("back_up", json!({}));
    let theirs = vatra_store::backups(stick.path());
    assert_eq!(theirs.len(), 1);
    desk.ok::<Backups>("set_backups", &onto);
    desk.ok::<Backups>("back_up", json!({}));
    assert_eq!(erase(&desk).still_in, 1, "their own alone");
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
    let left = vatra_store::backups(stick.path());
    assert!(left.iter().any(|one| one.seal() == theirs[0].seal()));
}

#[test]
fn who_was_taken_out_of_the_record_is_erased_a_month_later() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let mut woman = member("head", "female", 18, desk.bed("1-1"));
    woman["identity"] =
        json!({ "name": "Zinaida Cercetătoarea", "documents": "B0417725533", "notes": "" });
    let noted: Done = desk.ok("check_in", party(vec![woman]));
    let undo = json!({ "action": noted.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    let key = key(desk.folder(), &recovery);
    let file = desk.folder().join("vatra.db");
    let days = |count: usize| {
        for _ in 0..count {
            desk.wait_minutes(60 * 24);
            desk.ok::<Backups>("back_up", json!({}));
        }
        desk.ok::<Status>("lock", json!({}));
        desk.ok::<Status>("unlock", sign_in());
        found(&file, &key)
    };
    // Until then the undo can be taken back whole.
    assert_eq!(
        days(29),
        ["Zinaida", "Cercetătoarea", "B0417725533"],
        "still there"
    );
    assert_eq!(days(1), Vec::<&str>::new());
    assert_eq!(last_action(&desk).0, ActionKind::Erase);
    // The backup without her is not left to the close of the day.
    let made = || vatra_store::backups(&desk.folder().join("backups")).pop();
    let before = made().expect("a backup").manifest;
    desk.session.tend();
    let after = made().expect("a backup").manifest;
    assert!(after.number > before.number && after.erased.len() > before.erased.len());
}

#[test]
fn a_clock_that_was_behind_when_something_was_taken_back_makes_it_no_month_old() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let mut woman = member("head", "female", 18, desk.bed("1-1"));
    woman["identity"] =
        json!({ "name": "Zinaida Cercetătoarea", "documents": "B0417725533", "notes": "" });
    let noted: Done = desk.ok("check_in", party(vec![woman]));
    let days = |count: i64| desk.wait_minutes(count * 60 * 24);
    days(-60);
    let undo = json!({ "action": noted.action, "reason": null, "those_too": false });
    desk.ok::<Done>("undo", undo);
    days(60);
    let key = key(desk.folder(), &recovery);
    let open = || {
        desk.ok::<Status>("lock", json!({}));
        desk.ok::<Status>("unlock", sign_in());
        found(&desk.folder().join("vatra.db"), &key)
    };
    assert_eq!(open(), ["Zinaida", "Cercetătoarea", "B0417725533"]);
    for _ in 0..31 {
        days(1);
        desk.ok::<Backups>("back_up", json!({}));
    }
    assert_eq!(open(), Vec::<&str>::new());
}

/// A stick that was pulled out while an old backup was being removed holds none of it for ever.
#[test]
fn half_a_backup_that_was_being_removed_is_removed_with_the_others() {
    let (desk, _) = centre();
    let folder = desk.folder().join("backups");
    desk.ok::<Backups>("back_up", json!({}));
    erase(&desk);
    for _ in 0..3 {
        desk.ok::<Backups>("back_up", json!({}));
    }
    let made = vatra_store::backups(&folder);
    let half = made[0].folder().with_extension("new");
    std::fs::rename(made[0].folder(), &half).expect("on its way");
    std::fs::remove_file(half.join("manifest.json")).expect("begun");
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!((after.still_in, half.exists()), (0, false));
}

#[test]
fn a_clock_that_is_set_back_turns_no_two_erasures_round() {
    let (desk, _) = centre();
    erase(&desk);
    desk.ok::<Retention>("forget_backups", json!({}));
    let stay = desk.who("K-001").stay;
    let again = json!({ "stay": stay, "sex": "female", "born": null, "citizenship": null, "needs": [], "relation": "head",
        "ground": null, "decided_by": null, "decided_on": null, "referrer": null, "territory": null,
        "phase": "crisis", "reason": null,
        "identity": { "name": "Zinaida", "documents": null, "notes": null } });
    desk.ok::<Done>("amend", again);
    desk.ok::<Backups>("back_up", json!({}));
    desk.wait_minutes(-60);
    // Whatever was made between the two may hold her again.
    assert_eq!(erase(&desk).still_in, 2);
    let after: Retention = desk.ok("forget_backups", json!({}));
    assert_eq!(after.still_in, 0);
}
