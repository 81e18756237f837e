//! Accounts and keys: who can open the file, who can't any more, and that no power cut in the middle of a
//! change leaves a file that opens for nobody, or for somebody who should be shut out.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use vatra::answers::{Done, PaperState, Recovery, StaffView, Stage, Status, Strength, Suggested};
use vatra::problem::Failure;
use vatra_core::Changes;
use vatra_core::refusal::Refusal;
use vatra_core::terms::Role;
use vatra_core::verbs::{ActionKind, Decision};
use vatra_store::{Chain, Entry, Home, Keys, RecoveryIdentity, Rekey, Window, backups};
use vatra_tests::{Desk, PASSPHRASE, copy, member, party};

/// What the receptionist of these scenarios signs in with.
const IONS: &str = "sase lebede pe lacul albastru";
const NEW: &str = "patru plopi langa poarta veche";

fn sign_in(name: &str, passphrase: &str) -> Value {
    json!({ "name": name, "passphrase": passphrase })
}

/// A centre with Ana, who manages it, and Ion at reception.
fn centre() -> (Desk, Recovery) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    employ(&desk, "Ion", "reception", IONS);
    (desk, recovery)
}

fn employ(desk: &Desk, name: &str, role: &str, passphrase: &str) {
    let new = json!({ "name": name, "role": role, "passphrase": passphrase });
    desk.ok::<Vec<StaffView>>("employ", new);
}

fn account(desk: &Desk, name: &str) -> StaffView {
    let staff: Vec<StaffView> = desk.ok("staff", json!({}));
    let found = staff.into_iter().find(|one| one.name == name);
    found.unwrap_or_else(|| unreachable!("{name} has an account"))
}

fn which(desk: &Desk, name: &str) -> Value {
    json!({ "staff": account(desk, name).id, "passphrase": PASSPHRASE })
}

fn whole(desk: &Desk) {
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

/// A removed account's own copy of what opened the file.
fn old_key(folder: &Path) -> String {
    let keys = Keys::at(&folder.join("keys"));
    let opened = keys.open("Ion", IONS).expect("it opens as yet");
    opened.hex().as_str().to_owned()
}

fn opens(file: &Path, hex: &str) -> bool {
    let raw = rusqlite::Connection::open(file).expect("the file");
    raw.execute_batch(&format!("PRAGMA key = \"x'{hex}'\";"))
        .expect("a key");
    raw.query_row("SELECT count(*) FROM room", [], |row| row.get::<_, i64>(0))
        .is_ok()
}

#[test]
fn whoever_is_removed_opens_nothing_any_more_not_even_with_a_copied_key() {
    let (desk, recovery) = centre();
    let folder = desk.folder().to_owned();
    let copied = old_key(&folder);
    let stolen = tempfile::TempDir::new().expect("a folder");
    copy(&folder.join("keys"), &stolen.path().join("keys"));
    let before = desk.board().places;

    assert_eq!(
        desk.failed(
            "remove_staff",
            json!({ "staff": account(&desk, "Ion").id, "passphrase": "not it at all" })
        ),
        Failure::WrongPassphrase
    );
    desk.run_seconds(2);
    let left: Vec<StaffView> = desk.ok("remove_staff", which(&desk, "Ion"));
    assert_eq!(left.len(), 1);
    // Ana goes on working without signing in anew.
    assert_eq!(desk.board().places, before);
    let bed = desk.bed("1-1");
    desk.ok::<Done>("check_in", party(vec![member("head", "female", 30, bed)]));
    whole(&desk);

    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", IONS)),
        Failure::WrongPassphrase
    );
    assert!(
        !opens(&folder.join("vatra.db"), &copied),
        "the copied key opens the new file"
    );
    assert!(!folder.join("former").exists() && !folder.join("restore").exists());
    // The copied slots of the time before, put back, open nothing either.
    desk.run_seconds(60);
    for slot in fs::read_dir(stolen.path().join("keys"))
        .expect("the copy")
        .flatten()
    {
        if slot.file_name() != "data.age" && !folder.join("keys").join(slot.file_name()).exists() {
            fs::copy(slot.path(), folder.join("keys").join(slot.file_name())).expect("put back");
        }
    }
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", IONS)),
        Failure::ShutOut
    );
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    whole(&desk);

    // The paper of the time before still opens it: it was not the paper that was taken away.
    let paper: PaperState = desk.ok("try_recovery", json!({ "recovery": recovery.secret }));
    assert!(!paper.due);
}

#[test]
fn a_locked_account_opens_nothing_until_it_has_a_new_passphrase() {
    let (desk, _) = centre();
    desk.ok::<Vec<StaffView>>("lock_staff", which(&desk, "Ion"));
    assert!(account(&desk, "Ion").locked);
    assert_eq!(
        desk.refused("lock_staff", which(&desk, "Ion")),
        Refusal::NothingChanges
    );
    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", IONS)),
        Failure::WrongPassphrase
    );
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    let reset = |new: &str| json!({ "staff": account(&desk, "Ion").id, "new": new, "passphrase": PASSPHRASE });
    assert_eq!(
        desk.failed("reset_staff", reset("Ion2026Ion2026")),
        Failure::GuessablePassphrase
    );
    desk.ok::<Vec<StaffView>>("reset_staff", reset(NEW));
    assert!(!account(&desk, "Ion").locked);
    let desk = desk.restart();
    // The vain try of before still counts.
    desk.run_seconds(2);
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", IONS)),
        Failure::WrongPassphrase
    );
    desk.run_seconds(2);
    let status: Status = desk.ok("unlock", sign_in("ion", NEW));
    assert_eq!(status.staff.map(|staff| staff.role), Some(Role::Reception));
    whole(&desk);
}

/// Whoever has a copy of the keys tries passphrases as fast as one try lets them.
#[test]
fn a_passphrase_costs_the_same_to_guess_however_it_was_set() {
    let (desk, recovery) = centre();
    let costs = || -> Vec<String> {
        let keys = fs::read_dir(desk.folder().join("keys")).expect("the keys");
        let paths = keys.flatten().map(|key| key.path());
        let slots = paths.filter(|path| !path.ends_with("data.age"));
        let cost = |path| {
            let sealed = fs::read(path).expect("a key");
            let text = String::from_utf8_lossy(&sealed);
            let stanza = text.lines().find(|line| line.starts_with("-> scrypt "));
            let cost = stanza.and_then(|stanza| stanza.rsplit(' ').next());
            cost.expect("sealed by a passphrase").to_owned()
        };
        slots.map(cost).collect()
    };
    assert_eq!(costs(), ["17", "17"], "a new centre and a new account");
    let change = json!({ "old": PASSPHRASE, "new": NEW });
    desk.ok::<Value>("change_passphrase", change);
    assert_eq!(costs(), ["17", "17"], "changed by its owner");
    let reset = json!({ "staff": account(&desk, "Ion").id, "new": IONS, "passphrase": NEW });
    desk.ok::<Vec<StaffView>>("reset_staff", reset);
    assert_eq!(costs(), ["17", "17"], "given by a manager");
    let recover = json!({ "recovery": recovery.secret, "name": "Ana", "passphrase": PASSPHRASE });
    desk.ok::<Status>("recover", recover);
    assert_eq!(costs(), ["17", "17"], "set with the recovery key");
}

#[test]
fn no_account_begins_or_is_recovered_with_a_passphrase_that_is_easy_to_guess() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let new =
        |passphrase: &str| json!({ "name": "Ion", "role": "reception", "passphrase": passphrase });
    let recover = |passphrase: &str| json!({ "recovery": recovery.secret, "name": "Ana", "passphrase": passphrase });
    for (command, short, guessable) in [
        ("employ", new("scurt"), new("Ion2026Ion2026")),
        ("recover", recover("scurt"), recover("Ana2026Ana2026")),
    ] {
        let weak = Failure::WeakPassphrase { least: 12 };
        assert_eq!(desk.failed(command, short), weak);
        let failed = desk.failed(command, guessable);
        assert_eq!(failed, Failure::GuessablePassphrase, "{command}");
    }
    assert_eq!(desk.ok::<Vec<StaffView>>("staff", json!({})).len(), 1);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[test]
fn guesses_are_slowed_down_and_told_in_the_journal_wherever_keys_change() {
    let (desk, recovery) = centre();
    let remove =
        |passphrase: &str| json!({ "staff": account(&desk, "Ion").id, "passphrase": passphrase });
    let change = |old: &str| json!({ "old": old, "new": NEW });
    let paper = |secret: &str| json!({ "recovery": secret });
    let recover = |secret: &str| json!({ "recovery": secret, "name": "Ana", "passphrase": NEW });
    let (wrong, other) = ("not it at all", RecoveryIdentity::generate().secret());
    let tries = [
        ("remove_staff", remove(wrong), remove(PASSPHRASE)),
        ("change_passphrase", change(wrong), change(PASSPHRASE)),
        ("try_recovery", paper(&other), paper(&recovery.secret)),
        ("recover", recover(&other), recover(&recovery.secret)),
    ];
    // One count for the manager's passphrase and one for the paper.
    for ((command, guess, right), seconds) in tries.into_iter().zip([1, 2, 1, 2]) {
        let failed = desk.failed(command, guess);
        let guessed = matches!(failed, Failure::WrongPassphrase | Failure::WrongRecovery);
        assert!(guessed, "{command}: {failed:?}");
        let at_once = desk.failed(command, right);
        assert_eq!(at_once, Failure::TooSoon { seconds }, "{command}");
        desk.run_seconds(2);
    }
    desk.ok::<Status>("lock", json!({}));
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    let page: Value = desk.ok("journal", json!({ "before": null, "most": 1 }));
    let entry = &page["entries"][0];
    assert_eq!(entry["action_kind"], "failed_unlock");
    assert_eq!(entry["reason"], "AGE-SECRET-KEY × 2, Ana × 2");
}

#[test]
fn a_name_and_a_role_change_and_the_passphrase_stays() {
    let (desk, _) = centre();
    let change = |name: &str, role: &str| json!({ "staff": account(&desk, "Ion").id, "name": name, "role": role });
    assert_eq!(
        desk.refused("change_staff", change("ana", "reception")),
        Refusal::NameTaken
    );
    assert_eq!(
        desk.refused("change_staff", change("Ion", "reception")),
        Refusal::NothingChanges
    );
    desk.ok::<Vec<StaffView>>("change_staff", change("I. M.", "guard"));
    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", IONS)),
        Failure::WrongPassphrase
    );
    let status: Status = desk.ok("unlock", sign_in("i. m.", IONS));
    assert_eq!(status.staff.map(|staff| staff.role), Some(Role::Guard));
    assert_eq!(
        desk.failed("board", json!({})),
        Failure::NotPermitted {
            least: Role::Reception
        }
    );
    desk.ok::<Value>("roll_call", json!({}));
}

#[test]
fn a_manager_is_always_left_and_nobody_shuts_themselves_out() {
    let (desk, _) = centre();
    let own = |what: &str| desk.refused(what, which(&desk, "Ana"));
    assert_eq!(own("remove_staff"), Refusal::OwnAccount);
    assert_eq!(own("lock_staff"), Refusal::OwnAccount);
    let demoted = json!({ "staff": account(&desk, "Ana").id, "name": "Ana", "role": "reception" });
    assert_eq!(desk.refused("change_staff", &demoted), Refusal::LastManager);
    employ(&desk, "Eva", "manager", NEW);
    desk.ok::<Vec<StaffView>>("change_staff", &demoted);
    // From this moment on, without signing in anew.
    assert_eq!(
        desk.failed("staff", json!({})),
        Failure::NotPermitted {
            least: Role::Manager
        }
    );
}

#[test]
fn a_new_paper_takes_the_place_of_the_old_one_and_is_tried_every_year() {
    let (desk, old) = centre();
    let state = |desk: &Desk| desk.ok::<PaperState>("recovery_state", json!({}));
    assert!(!state(&desk).due);
    desk.wait_minutes(366 * 24 * 60);
    assert!(state(&desk).due);
    let wrong = json!({ "recovery": old.secret.replace("1", "2") });
    assert_eq!(desk.failed("try_recovery", wrong), Failure::WrongRecovery);
    desk.run_seconds(2);
    let tried: PaperState = desk.ok(
        "try_recovery",
        json!({ "recovery": old.secret.to_lowercase() }),
    );
    assert!(!tried.due);

    let new: Recovery = desk.ok("new_paper", json!({}));
    let typed = |secret: &str| json!({ "recovery": secret, "passphrase": PASSPHRASE });
    assert_eq!(
        desk.failed("replace_recovery", typed(&old.secret)),
        Failure::RecoveryMismatch
    );
    desk.ok::<Vec<StaffView>>("replace_recovery", typed(&new.secret));
    let desk = desk.restart();
    let recover = |secret: &str| json!({ "recovery": secret, "name": "Ana", "passphrase": NEW });
    assert_eq!(
        desk.failed("recover", recover(&old.secret)),
        Failure::WrongRecovery
    );
    desk.run_seconds(2);
    let status: Status = desk.ok("recover", recover(&new.secret));
    assert_eq!(status.stage, Stage::Open);
    whole(&desk);
    let desk = desk.restart();
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::WrongPassphrase
    );
    desk.run_seconds(2);
    desk.ok::<Status>("unlock", sign_in("Ana", NEW));
    desk.ok::<Status>("unlock", sign_in("Ion", IONS));
}

#[test]
fn backups_of_every_key_the_file_has_had_are_known_and_open_with_the_passphrases_of_their_time() {
    let (desk, _) = centre();
    let folder = desk.folder().join("backups");
    desk.ok::<Value>("back_up", json!({}));
    desk.ok::<Vec<StaffView>>("remove_staff", which(&desk, "Ion"));
    let made = backups(&folder);
    assert_eq!(made.len(), 2, "one right after the removal");
    assert!(made[0].keys().open("Ion", IONS).is_ok());
    assert!(made[1].keys().open("Ion", IONS).is_err());
    // As days go by, those of the former key are let go like any other.
    for _ in 0..450 {
        desk.wait_minutes(24 * 60);
        if desk.ok::<Value>("back_up", json!({}))["folders"].is_null() {
            unreachable!("backups have folders");
        }
        let left = backups(&folder);
        assert!(!left.is_empty());
        if left.iter().all(|one| one.manifest.number > 1) {
            return;
        }
    }
    unreachable!("the backup of the former key is kept for ever");
}

/// A change of keys that would not open for whoever makes it does not happen: the new file is opened with what
/// they really have before the old one is given up.
#[test]
fn a_new_file_that_its_maker_could_not_open_is_not_put_in_place() {
    let (desk, recovery) = centre();
    let folder = desk.folder().to_owned();
    let _released = desk.release();
    let home = Home::take(&folder).expect("the folder");
    let key = home.keys().open("Ana", PASSPHRASE).expect("the key");
    let now = vatra_tests::at("2009-03-02T10:00");
    let store = home.open(&key, now).expect("the file");
    let record = store.load(&Window::from(now)).expect("the record");
    let ana = record.staff.values().find(|staff| staff.name == "Ana");
    let decision = Decision {
        kind: ActionKind::RenewKey,
        happened_at: now,
        reason: None,
        changes: Changes::default(),
    };
    let entry = Entry::new(decision, ana.expect("an account").id, now);
    let stranger = RecoveryIdentity::generate().secret();
    let change = |proof| Rekey {
        entry: &entry,
        slot: None,
        proof,
    };
    let made = home.prepare_rekey(&store, &key, &change(&stranger));
    assert!(made.is_err(), "a file that nobody here can open");
    assert!(!folder.join("restore.new").exists() && !folder.join("restore").exists());
    drop(store);
    let store = home.open(&key, now).expect("the file as it was");
    assert_eq!(store.verify().expect("a check"), Chain::Holds);
    // The control: with the paper that the file is sealed to, it is made.
    let paper = recovery.secret.to_uppercase();
    assert!(home.prepare_rekey(&store, &key, &change(&paper)).is_ok());
}

#[test]
fn stopped_at_any_step_of_a_change_of_keys_the_file_opens_for_whom_it_should() {
    let (desk, _) = centre();
    let bed = desk.bed("1-1");
    desk.ok::<Done>("check_in", party(vec![member("head", "female", 30, bed)]));
    let copied = old_key(desk.folder());
    let base = desk.folder().to_owned();
    let desk = desk.restart();
    let (mut stopped, mut removed) = (0, 0);
    for step in 1.. {
        let trial = tempfile::TempDir::new().expect("a folder");
        let folder = trial.path().join("home");
        copy(&base, &folder);
        let ended = Command::new(env!("CARGO_BIN_EXE_probe"))
            .args(["remove".as_ref(), folder.as_os_str()])
            .env("VATRA_STOP_AT_STEP", step.to_string())
            .output()
            .expect("the probe");

        let desk = Desk::at(&folder);
        // A passphrase that was being tried counts as tried.
        desk.run_seconds(60);
        assert_eq!(
            desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE))
                .stage,
            Stage::Open,
            "step {step}"
        );
        whole(&desk);
        assert_eq!(desk.board().taken, 1, "step {step}");
        let names: Vec<String> = desk
            .ok::<Vec<StaffView>>("staff", json!({}))
            .into_iter()
            .map(|one| one.name)
            .collect();
        let gone = !names.contains(&"Ion".to_owned());
        removed += usize::from(gone);
        for left in ["former", "restore", "restore.new"] {
            assert!(!folder.join(left).exists(), "step {step}: {left}");
        }
        // Shut out with everything, or not at all.
        desk.ok::<Status>("lock", json!({}));
        desk.run_seconds(60);
        let ion = desk.ask::<Status>("unlock", sign_in("Ion", IONS));
        assert_eq!(ion.is_err(), gone, "step {step}: {ion:?}");
        drop(desk);
        assert_eq!(
            opens(&folder.join("vatra.db"), &copied),
            !gone,
            "step {step}"
        );
        if ended.status.success() {
            assert!(gone, "it was not stopped, and is not done");
            break;
        }
        stopped += 1;
    }
    assert!(stopped >= 12, "stopped at {stopped} steps only");
    assert!(
        removed >= 3 && removed < stopped,
        "on both sides of the point where it counts"
    );
    drop(desk);
}

#[test]
fn keys_that_were_changed_or_swapped_are_noticed_and_said_in_words() {
    let (desk, _) = centre();
    let other = Desk::new();
    other.make_centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    let keys: Vec<_> = fs::read_dir(folder.join("keys"))
        .expect("the keys")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    assert_eq!(keys.len(), 3);
    // Every byte of every key, a bit of it: nobody gets in by it, and nothing is silently another's.
    let mut desk = desk;
    for path in &keys {
        let good = fs::read(path).expect("a key");
        for position in (0..good.len()).step_by(53) {
            let mut bad = good.clone();
            bad[position] ^= 0x04;
            fs::write(path, &bad).expect("a key");
            let opened = [("Ana", PASSPHRASE), ("Ion", IONS)]
                .map(|(name, passphrase)| desk.ask::<Status>("unlock", sign_in(name, passphrase)));
            // Who is opened with this key is told; the other one is let in as ever, or told too.
            assert!(opened.iter().any(Result::is_err), "byte {position}");
            for one in opened.into_iter().filter_map(Result::err) {
                let said = matches!(
                    one,
                    vatra::problem::Problem::Failed(
                        Failure::Damaged | Failure::WrongPassphrase | Failure::ShutOut
                    )
                );
                assert!(said, "byte {position}: {one:?}");
            }
            desk = desk.restart();
            desk.run_seconds(1_000);
        }
        fs::write(path, &good).expect("a key");
    }
    // Two slots in each other's place.
    let slots: Vec<_> = keys
        .iter()
        .filter(|path| !path.ends_with("data.age"))
        .collect();
    let (one, two) = (
        fs::read(slots[0]).expect("a key"),
        fs::read(slots[1]).expect("a key"),
    );
    fs::write(slots[0], &two).expect("a key");
    fs::write(slots[1], &one).expect("a key");
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::WrongPassphrase
    );
    // Somebody else's passphrase does not become one's own by it: the name decides what one may do.
    desk.run_seconds(60);
    let swapped: Result<Status, _> = desk.ask("unlock", sign_in("Ana", IONS));
    assert!(
        swapped.is_err(),
        "reception would be the manager: {swapped:?}"
    );
    fs::write(slots[0], &one).expect("a key");
    fs::write(slots[1], &two).expect("a key");
    // The sealed data key of another centre.
    let own = fs::read(folder.join("keys/data.age")).expect("a key");
    fs::copy(
        other.folder().join("keys/data.age"),
        folder.join("keys/data.age"),
    )
    .expect("a key");
    desk.run_seconds(60);
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::ShutOut
    );
    fs::write(folder.join("keys/data.age"), own).expect("a key");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[test]
fn six_words_are_proposed_that_are_hard_to_guess_in_each_language() {
    let desk = Desk::new();
    for language in ["ro", "ru", "en"] {
        let one: Suggested = desk.ok("suggest_passphrase", json!({ "language": language }));
        let other: Suggested = desk.ok("suggest_passphrase", json!({ "language": language }));
        assert_eq!(one.passphrase.split(' ').count(), 6);
        assert_ne!(one.passphrase, other.passphrase);
        let judged: Strength = desk.ok(
            "judge_passphrase",
            json!({ "passphrase": one.passphrase, "name": "Ana" }),
        );
        assert!(judged.enough && judged.score == 4, "{judged:?}");
    }
    let judged: Strength = desk.ok(
        "judge_passphrase",
        json!({ "passphrase": "parolaparola", "name": "Ana" }),
    );
    assert!(!judged.enough);
}

#[test]
fn reception_sees_an_identity_for_a_reason_and_the_journal_says_so() {
    let (desk, _) = centre();
    let mut woman = member("head", "female", 31, desk.bed("1-1"));
    woman["identity"] = json!({ "name": "Nume Inventat", "documents": "", "notes": "" });
    desk.ok::<Done>("check_in", party(vec![woman]));
    desk.ok::<Status>("unlock", sign_in("Ion", IONS));
    let who = desk.who("K-001").beneficiary;
    let asked = |reason: &str| json!({ "beneficiary": who, "reason": reason });
    assert_eq!(
        desk.refused("show_identity", asked(" ")),
        Refusal::NeedsReason
    );
    assert_eq!(
        desk.refused("show_identity", asked("sora cere date despre INVENTAT")),
        Refusal::NamesInReason
    );
    let shown: Value = desk.ok("show_identity", asked("ambulanta intreaba"));
    assert_eq!(shown["name"], "Nume Inventat");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    let page: Value = desk.ok("journal", json!({ "before": null, "most": 1 }));
    let entry = &page["entries"][0];
    assert_eq!(entry["action_kind"], "show_identity");
    assert_eq!(entry["staff"], "Ion");
    assert_eq!(entry["reason"], "ambulanta intreaba");
    assert_eq!(entry["codes"], json!(["K-001"]));
}

#[test]
fn the_roll_call_says_codes_rooms_and_who_is_out_and_nothing_else() {
    let desk = Desk::sample();
    let board = desk.board();
    let roll: Value = desk.ok("roll_call", json!({}));
    let away = board
        .rooms
        .iter()
        .flat_map(|room| &room.beds)
        .flat_map(|bed| &bed.people)
        .filter(|one| one.away.is_some())
        .count();
    assert_eq!(roll["present"], board.taken - away);
    assert_eq!(roll["away"], away);
    assert_eq!(
        roll["rooms"].as_array().map(Vec::len),
        Some(board.rooms.len())
    );
    let said: std::collections::BTreeSet<&str> = roll["rooms"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|room| room["people"].as_array().into_iter().flatten())
        .flat_map(|one| one.as_object().into_iter().flat_map(|one| one.keys()))
        .map(String::as_str)
        .collect();
    assert_eq!(
        said.into_iter().collect::<Vec<_>>(),
        ["away", "bed", "code", "group", "needs_help"]
    );
}

#[test]
fn a_change_of_keys_that_could_not_be_finished_is_finished_before_anybody_works_on() {
    let (desk, _) = centre();
    // Where the old file would be put aside, something else lies.
    let former = desk.folder().join("former");
    fs::write(&former, []).expect("a file");
    desk.failed("lock_staff", which(&desk, "Ion"));
    let status: Status = desk.ok("status", json!({}));
    assert_eq!(status.stage, Stage::Trouble);
    let again = desk.failed("unlock", sign_in("Ana", PASSPHRASE));
    assert_ne!(again, Failure::WrongPassphrase);
    fs::remove_file(&former).expect("it goes");
    let status: Status = desk.ok("status", json!({}));
    assert_eq!(status.stage, Stage::Locked);
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert!(account(&desk, "Ion").locked, "it was recorded");
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("1-1"))]),
    );
    // What is recorded from then on stays.
    let desk = desk.restart();
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(desk.board().taken, 1);
    whole(&desk);
}
