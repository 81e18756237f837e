//! The encrypted file and its keys: nothing readable on the disk, and every trouble said in words without
//! harm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;
use serde_json::{Value, json};
use vatra::answers::{Done, Recovery, Stage, Status};
use vatra::problem::Failure;
use vatra_tests::{Desk, PASSPHRASE, member, party};

fn sign_in(name: &str, passphrase: &str) -> Value {
    json!({ "name": name, "passphrase": passphrase })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(files(&path))
        } else {
            all.push(path)
        }
    }
    all
}

/// Every file of the folder with its content.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> = files(folder)
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect();
    all.sort();
    all
}

fn status(desk: &Desk) -> Status {
    desk.ok("status", json!({}))
}

#[test]
fn a_centre_is_made_with_a_recovery_identity_that_was_typed_back() {
    let desk = Desk::new();
    assert_eq!(status(&desk).stage, Stage::Empty);
    let found: Value = desk.ok("proposal", json!({}));
    let recovery: Recovery = desk.ok("new_recovery", json!({}));
    assert!(recovery.secret.starts_with("AGE-SECRET-KEY-1"));
    let mut new = json!({ "found": found, "name": "Ana", "passphrase": "scurt", "recovery": recovery.secret });
    assert_eq!(
        desk.failed("create_centre", &new),
        Failure::WeakPassphrase { least: 12 }
    );
    new["passphrase"] = json!(PASSPHRASE);
    let (start, last) = recovery.secret.split_at(recovery.secret.len() - 1);
    let mistyped = if last == "Q" { "P" } else { "Q" };
    new["recovery"] = json!(format!("{start}{mistyped}"));
    assert_eq!(
        desk.failed("create_centre", &new),
        Failure::RecoveryMismatch
    );
    assert_eq!(status(&desk).stage, Stage::Empty, "nothing half done");
    // As people type from paper: in groups, in small letters.
    let grouped: Vec<String> = recovery
        .secret
        .to_lowercase()
        .as_bytes()
        .chunks(4)
        .map(|c| String::from_utf8_lossy(c).into())
        .collect();
    new["recovery"] = json!(grouped.join(" "));
    let made: Status = desk.ok("create_centre", &new);
    assert_eq!((made.stage, made.sample), (Stage::Open, false));
    let board = desk.board();
    assert_eq!((board.taken, board.places, board.beds_free), (0, 24, 28));
    assert_eq!(desk.failed("create_centre", &new), Failure::CentreExists);

    let desk = desk.restart();
    assert_eq!(status(&desk).stage, Stage::Locked);
    assert_eq!(desk.failed("board", json!({})), Failure::Locked);
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", "corect cal baterie")),
        Failure::WrongPassphrase
    );
    assert_eq!(
        desk.failed("unlock", sign_in("Ion", PASSPHRASE)),
        Failure::WrongPassphrase
    );
    desk.run_seconds(1);
    desk.ok::<Status>("unlock", sign_in(" ana", PASSPHRASE));
    assert_eq!(desk.board().places, 24);
}

#[test]
fn the_public_age_tool_opens_the_key_with_the_paper_and_the_key_opens_the_file() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    drop(desk.ok::<Status>("lock", json!({})));
    let paper = tempfile::NamedTempFile::new().expect("a file");
    fs::write(paper.path(), &recovery.secret).expect("the paper");
    let opened = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(paper.path())
        .arg(folder.join("keys/data.age"))
        .output()
        .expect("the public age tool (Debian: age)");
    assert!(
        opened.status.success(),
        "{}",
        String::from_utf8_lossy(&opened.stderr)
    );
    let key = String::from_utf8(opened.stdout).expect("hexadecimal digits");
    let raw = Connection::open(folder.join("vatra.db")).expect("the file");
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.trim()))
        .expect("its key");
    let rooms: i64 = raw
        .query_row("SELECT count(*) FROM room", [], |row| row.get(0))
        .expect("the rooms");
    assert_eq!(rooms, 9);
}

#[test]
fn nothing_typed_in_can_be_read_on_the_disk() {
    let desk = Desk::new();
    desk.make_centre();
    let mut woman = member("head", "female", 31, desk.bed("1-1"));
    woman["identity"] = json!({ "name": "Zinaida Cercetătoarea", "documents": "B0417725533", "notes": "cicatrice-stângă" });
    woman["citizenship"] = json!("UA");
    let mut request = party(vec![woman]);
    request["territory"] = json!("MD-OR");
    request["reason"] = json!("motiv-secret-de-verificat");
    desk.ok::<Done>("check_in", request);
    let here = desk.who("K-001");
    desk.ok::<Value>(
        "show_identity",
        json!({ "beneficiary": here.beneficiary, "reason": "privire-anume" }),
    );
    let secrets = [
        "Zinaida",
        "Cercetătoarea",
        "B0417725533",
        "cicatrice",
        "motiv-secret",
        "privire-anume",
        "MD-OR",
        PASSPHRASE,
        "check_in",
        "SQLite format 3",
        "beneficiary",
    ];
    let search = |folder: &Path| {
        for (path, bytes) in contents(folder) {
            let name = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .into_owned();
            for secret in secrets {
                let utf8 = secret.as_bytes().to_vec();
                let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let utf16be: Vec<u8> = secret.encode_utf16().flat_map(u16::to_be_bytes).collect();
                for form in [utf8, utf16, utf16be] {
                    let found = bytes.windows(form.len()).any(|window| window == form);
                    assert!(!found, "{secret} can be read in {name}");
                }
                assert!(!name.contains(secret), "{secret} is in the name of a file");
            }
            assert!(
                !name.to_lowercase().contains("ana"),
                "a name is in the name of a file: {name}"
            );
        }
    };
    search(desk.folder());
    let desk = desk.restart();
    search(desk.folder());

    // The control: were it not encrypted, this search would find it.
    let plain = tempfile::TempDir::new().expect("a folder");
    let conn = Connection::open(plain.path().join("plain.db")).expect("a file");
    conn.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES ('Zinaida')")
        .expect("a row");
    drop(conn);
    let bytes = fs::read(plain.path().join("plain.db")).expect("the file");
    assert!(bytes.windows(7).any(|window| window == b"Zinaida"));
}

#[test]
fn a_second_program_on_the_same_folder_is_told() {
    let desk = Desk::sample();
    let second = Desk::at(desk.folder());
    let told = status(&second);
    assert_eq!(
        (told.stage, told.trouble),
        (Stage::Trouble, Some(Failure::OpenElsewhere))
    );
    drop(second);
    let folder = desk.folder().to_owned();
    desk.ok::<Status>("lock", json!({}));
    let second = Desk::at(&folder);
    assert_eq!(
        status(&second).stage,
        Stage::Trouble,
        "as long as the first one runs"
    );
    let first = desk.restart();
    drop(first);
    drop(second);

    // Where the lock is gone, as after somebody tidied up, the file itself is still held.
    let desk = Desk::new();
    desk.make_centre();
    fs::remove_file(desk.folder().join("lock")).expect("tidied up");
    let second = Desk::at(desk.folder());
    assert_eq!(status(&second).stage, Stage::Locked);
    let told = second.failed("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(told, Failure::OpenElsewhere);
}

#[test]
fn a_damaged_file_is_noticed_wherever_it_is_damaged_and_left_as_it_is() {
    let desk = Desk::new();
    desk.make_centre();
    for label in ["1-1", "1-2", "2-1", "2-2"] {
        desk.ok::<Done>(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed(label))]),
        );
    }
    let file = desk.folder().join("vatra.db");
    let mut desk = desk.restart();
    let good = fs::read(&file).expect("the file");
    let step = good.len() / 40;
    for position in (0..good.len())
        .step_by(step)
        .chain([0, 5, 15, 16, 17, good.len() - 1])
    {
        let mut bad = good.clone();
        bad[position] ^= 0x10;
        fs::write(&file, &bad).expect("the file");
        // At once, or when it is read from end to end.
        let opened = desk.ask::<Status>("unlock", sign_in("Ana", PASSPHRASE));
        let checked = opened.and_then(|_| desk.ask::<Value>("check_file", json!({})));
        assert_eq!(
            checked.err(),
            Some(Failure::Damaged.into()),
            "byte {position} of {}",
            good.len()
        );
        // And then it does not open again.
        if position == 0 || position == good.len() / 40 * 20 {
            let again = desk.failed("unlock", sign_in("Ana", PASSPHRASE));
            assert_eq!(again, Failure::Damaged);
        }
        desk = desk.restart();
        assert_eq!(
            fs::read(&file).expect("the file"),
            bad,
            "looking at it changed it"
        );
    }
    fs::write(&file, &good).expect("the file");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(desk.board().taken, 4);
}

#[test]
fn a_file_cut_short_and_a_missing_or_foreign_key_are_said_in_words() {
    let desk = Desk::new();
    desk.make_centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    let file = folder.join("vatra.db");
    let good = fs::read(&file).expect("the file");
    fs::write(&file, &good[..good.len() / 2]).expect("half a file");
    let half = desk
        .ask::<Status>("unlock", sign_in("Ana", PASSPHRASE))
        .is_err()
        || desk.ask::<Value>("board", json!({})).is_err();
    assert!(half, "half a file was taken for a whole one");
    let desk = desk.restart();
    fs::write(&file, b"SQLite format 3\0 and then something else entirely")
        .expect("a foreign file");
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::Damaged
    );
    let desk = desk.restart();
    fs::write(&file, &good).expect("the file");
    let sealed = folder.join("keys/data.age");
    let key = fs::read(&sealed).expect("the key");
    fs::write(&sealed, &key[..key.len() - 20]).expect("half a key");
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::Damaged
    );
    fs::remove_file(&sealed).expect("no key");
    assert_eq!(
        desk.failed("unlock", sign_in("Ana", PASSPHRASE)),
        Failure::Damaged
    );
    fs::write(&sealed, &key).expect("the key");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[test]
fn a_file_that_must_not_be_written_is_said_before_anything_is_done() {
    let desk = Desk::new();
    desk.make_centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    let file = folder.join("vatra.db");
    let writable = fs::metadata(&file).expect("the file").permissions();
    let mut protected = writable.clone();
    protected.set_readonly(true);
    fs::set_permissions(&file, protected).expect("protected");
    let told = desk.failed("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(told, Failure::ReadOnly);
    fs::set_permissions(&file, writable).expect("as before");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_computer_looks_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::TempDir::new().expect("a folder");
    let mode = || fs::metadata(home.path()).expect("a folder").permissions();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).expect("open to all");
    let _desk = Desk::at(home.path());
    assert_eq!(mode().mode() & 0o777, 0o700);
}

#[test]
fn a_file_from_a_newer_program_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    let key = vatra_store::Keys::at(&folder.join("keys"))
        .open_with(&recovery.secret)
        .expect("the key");
    let raw = Connection::open(folder.join("vatra.db")).expect("the file");
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()))
        .expect("its key");
    raw.pragma_update(None, "user_version", vatra_store::VERSION + 1)
        .expect("a newer version");
    drop(raw);
    let before = contents(&folder);
    let program = vatra_store::VERSION;
    let told = desk.failed("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(
        told,
        Failure::NewerFile {
            file: program + 1,
            program
        }
    );
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_changed_journal_is_noticed() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    desk.ok::<Done>(
        "check_in",
        party(vec![member("head", "female", 30, desk.bed("1-1"))]),
    );
    let ion = json!({ "name": "Ion", "passphrase": "sase lebede pe lacul albastru", "role": "reception" });
    desk.ok::<Value>("employ", ion);
    assert_eq!(
        desk.session.verify().expect("a check"),
        vatra_store::Chain::Holds
    );
    let folder = desk.folder().to_owned();
    let desk = desk.restart();
    let key = vatra_store::Keys::at(&folder.join("keys"))
        .open_with(&recovery.secret)
        .expect("the key");
    let tamper = |sql: &str| {
        let raw = Connection::open(folder.join("vatra.db")).expect("the file");
        raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()))
            .expect("its key");
        raw.execute_batch(sql)
            .expect("whoever has the key can write");
    };
    tamper("DROP TRIGGER beneficiary_frozen; UPDATE beneficiary SET born_year = born_year - 1;");
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
    assert_eq!(
        desk.session.verify().expect("a check"),
        vatra_store::Chain::BreaksAt(2)
    );
    // No backup of it counts, none is made at the close, and it is not sealed anew with another key.
    assert_eq!(desk.failed("back_up", json!({})), Failure::Damaged);
    let staff: Vec<Value> = desk.ok("staff", json!({}));
    let ion = staff.iter().find(|one| one["name"] == "Ion").expect("Ion");
    let which = json!({ "staff": ion["id"], "passphrase": PASSPHRASE });
    assert_eq!(desk.failed("lock_staff", which), Failure::Damaged);
    desk.ok::<Status>("lock", json!({}));
    assert!(vatra_store::backups(&folder.join("backups")).is_empty());
}

#[test]
fn an_account_is_given_and_opens_the_file_with_its_own_passphrase() {
    let desk = Desk::new();
    desk.make_centre();
    let new =
        json!({ "name": "Noapte", "role": "reception", "passphrase": "luna peste deal doarme" });
    desk.ok::<Value>("employ", &new);
    assert_eq!(desk.refused("employ", &new), vatra_core::Refusal::NameTaken);
    let desk = desk.restart();
    let status: Status = desk.ok("unlock", sign_in("noapte", "luna peste deal doarme"));
    assert_eq!(
        status.staff.map(|staff| staff.name).as_deref(),
        Some("Noapte")
    );
    let least = vatra_core::terms::Role::Manager;
    assert_eq!(
        desk.failed("staff", json!({})),
        Failure::NotPermitted { least }
    );
    desk.ok::<Status>("unlock", sign_in("Ana", PASSPHRASE));
}

#[test]
fn what_a_crash_left_behind_is_cleared_and_a_half_made_centre_is_none() {
    let desk = Desk::new();
    let folder = desk.folder().to_owned();
    fs::write(folder.join("vatra.new"), b"half a file").expect("a leftover");
    fs::create_dir_all(folder.join("keys")).expect("a folder");
    fs::write(folder.join("keys/data.age.new"), b"half a key").expect("a leftover");
    let desk = desk.restart();
    assert_eq!(status(&desk).stage, Stage::Empty);
    let left: Vec<_> = files(&folder);
    assert!(
        left.iter()
            .all(|path| !path.to_string_lossy().contains(".new")),
        "{left:?}"
    );
    desk.make_centre();
}

#[cfg(target_os = "linux")]
mod a_disk {
    use super::*;

    /// Runs shell lines with a small disk of its own mounted on `$DISK`, in a namespace that ends with it.
    fn on_small_disk(size: &str, lines: &str) -> Vec<Value> {
        let disk = tempfile::TempDir::new().expect("a folder");
        let script = format!("set -e; mount -t tmpfs -o size={size} tmpfs \"$DISK\"; {lines}");
        let output = Command::new("unshare")
            .args(["-rm", "sh", "-c", &script])
            .env("DISK", disk.path())
            .env("PROBE", env!("CARGO_BIN_EXE_probe"))
            .output()
            .expect("unshare (Debian: util-linux)");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines()
            .map(|line| serde_json::from_str(line).expect("an answer"))
            .collect()
    }

    #[test]
    fn that_is_full_is_said_in_words_and_nothing_acknowledged_is_lost() {
        // Full while working: what was acknowledged is there when opened again, and no more.
        let sample = Desk::sample();
        let before = sample.board().taken;
        let from = sample.folder().to_owned();
        let copy = format!("cp -r {}/sample \"$DISK\"/; ", from.display());
        drop(sample.ok::<Status>("leave_sample", json!({})));
        let answers = on_small_disk(
            "2200k",
            &format!("{copy} $PROBE fill \"$DISK\"; $PROBE count \"$DISK\""),
        );
        assert_eq!(
            answers[0]["problem"]["about"]["code"], "disk_full",
            "{answers:?}"
        );
        assert_eq!(answers[0]["still_reads"], true);
        let done = answers[0]["done"].as_u64().expect("a number");
        assert!(done > 0, "the disk was full from the start");
        assert_eq!(answers[1]["taken"], before + (done % 2) as usize);
    }

    #[test]
    fn that_is_full_from_the_start_leaves_nothing_half_made() {
        let answers = on_small_disk("200k", "$PROBE fill \"$DISK\"; $PROBE status \"$DISK\"");
        assert_eq!(
            answers[0]["problem"]["about"]["code"], "disk_full",
            "{answers:?}"
        );
        assert_eq!(answers[1]["stage"], "empty");
    }

    #[test]
    fn that_is_read_only_is_said_in_words() {
        let answers = on_small_disk(
            "1m",
            "mount -o remount,ro \"$DISK\"; $PROBE status \"$DISK\"",
        );
        assert_eq!(answers[0]["stage"], "trouble");
        assert_eq!(answers[0]["trouble"]["code"], "read_only");
    }
}
