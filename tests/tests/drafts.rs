//! What is half typed comes back to whoever typed it, after a lock and after a crash; to nobody else, and no
//! longer than it should.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vatra::answers::{Done, KeptDraft, Recovery, StaffView, Status};
use vatra::problem::Failure;
use vatra_core::terms::Role;
use vatra_store::{Drafts, Keys};
use vatra_tests::raw::holds;
use vatra_tests::{Desk, PASSPHRASE, copy, member, party};

const IONS: &str = "sase lebede pe lacul albastru";
const NEW: &str = "patru plopi langa poarta veche";
/// What Ion has half typed.
const TYPED: &str = r#"{"typed":"Зинаида Cercetătoarea, B0417725533"}"#;

/// A centre with Ana, who manages it, and Ion at reception, who is signed in.
fn centre() -> (Desk, Recovery) {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    let new = json!({ "name": "Ion", "role": "reception", "passphrase": IONS });
    desk.ok::<Vec<StaffView>>("employ", new);
    unlock(&desk, "Ion", IONS);
    (desk, recovery)
}

fn unlock(desk: &Desk, name: &str, passphrase: &str) {
    desk.ok::<Status>("unlock", json!({ "name": name, "passphrase": passphrase }));
}

fn keep(desk: &Desk, draft: Option<&str>) {
    desk.ok::<Value>("keep_draft", json!({ "draft": draft }));
}

fn kept(desk: &Desk) -> Option<String> {
    desk.ok::<KeptDraft>("draft", json!({})).draft
}

fn files(desk: &Desk) -> Vec<PathBuf> {
    let entries = fs::read_dir(desk.folder().join("drafts"));
    entries
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

fn only_file(desk: &Desk) -> PathBuf {
    let mut all = files(desk);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn which(desk: &Desk, name: &str) -> Value {
    let staff: Vec<StaffView> = desk.ok("staff", json!({}));
    let found = staff
        .iter()
        .find(|one| one.name == name)
        .expect("an account");
    json!({ "staff": found.id, "passphrase": PASSPHRASE })
}

/// Every file below a folder holds nothing of what was typed.
fn nowhere(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            nowhere(&path);
            continue;
        }
        let bytes = fs::read(&path).expect("a file");
        for part in ["Зинаида", "Cercetătoarea", "B0417725533", "typed"] {
            assert!(!holds(&bytes, part), "{part} is in {}", path.display());
        }
    }
}

#[test]
fn it_is_there_again_after_a_lock_and_after_a_crash() {
    let (desk, _) = centre();
    assert_eq!(kept(&desk), None);
    keep(&desk, Some("{}"));
    keep(&desk, Some(TYPED));
    assert_eq!(
        kept(&desk).as_deref(),
        Some(TYPED),
        "a page that is loaded anew"
    );
    desk.ok::<Status>("lock", json!({}));
    assert_eq!(desk.failed("draft", json!({})), Failure::Locked);
    assert_eq!(
        desk.failed("keep_draft", json!({ "draft": "{}" })),
        Failure::Locked,
        "what comes after the lock is too late"
    );
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));

    // Dropped without a word, as in a crash: the lock writes nothing that is needed.
    let desk = desk.restart();
    unlock(&desk, "ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));
    // Reading it doesn't use it up: the next crash may come before the page says anything.
    let desk = desk.restart();
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));

    keep(&desk, None);
    assert_eq!(kept(&desk), None);
    assert!(files(&desk).is_empty());
    let desk = desk.restart();
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk), None);
}

#[test]
fn it_is_sealed_and_its_name_tells_nothing() {
    let (desk, _) = centre();
    keep(&desk, Some(TYPED));
    let name = only_file(&desk);
    let name = name.file_name().expect("a name").to_string_lossy();
    assert_eq!(name.len(), "0123456789abcdef.age".len());
    let ion = desk.folder().join("keys").join(&*name);
    assert!(!ion.exists(), "it isn't the name of the key");
    nowhere(desk.folder());
    desk.ok::<Status>("lock", json!({}));
    nowhere(desk.folder());
}

#[test]
fn nobody_else_gets_it_not_even_with_the_file_put_in_place_of_their_own() {
    let (desk, recovery) = centre();
    keep(&desk, Some(TYPED));
    let ions = only_file(&desk);
    unlock(&desk, "Ana", PASSPHRASE);
    assert_eq!(kept(&desk), None);
    assert!(ions.exists(), "Ion's stays for Ion");
    keep(&desk, Some("Ana's"));
    let anas = files(&desk).into_iter().find(|path| *path != ions);
    let anas = anas.expect("one more");
    desk.ok::<Status>("lock", json!({}));
    let sealed = fs::read(&ions).expect("the draft");
    fs::write(&anas, &sealed).expect("put in its place");
    unlock(&desk, "Ana", PASSPHRASE);
    assert_eq!(kept(&desk), None);
    assert!(!anas.exists(), "what doesn't open is removed");
    // The key of the file doesn't open it either, nor does the paper.
    let keys = Keys::at(&desk.folder().join("keys"));
    assert!(keys.open_with(&recovery.secret).is_ok());
    let paper = tempfile::NamedTempFile::new().expect("a file");
    fs::write(paper.path(), &recovery.secret).expect("the paper");
    let age = |identity: &Path| {
        let mut age = std::process::Command::new("age");
        age.args(["-d", "-i"]).arg(identity).arg(&ions);
        age.output().expect("age (Debian: age)")
    };
    assert!(!age(paper.path()).status.success());
    // Ion's own key does, with public tools.
    let own = keys.identity("Ion", IONS).expect("the key");
    fs::write(paper.path(), own.as_bytes()).expect("the key");
    assert_eq!(age(paper.path()).stdout, TYPED.as_bytes());
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));
}

#[cfg(unix)]
#[test]
fn a_draft_that_the_disk_does_not_give_waits_for_the_next_time() {
    let (desk, _) = centre();
    keep(&desk, Some(TYPED));
    let given_again = vatra_tests::unreadable(&only_file(&desk));
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk), None);
    given_again();
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));
}

#[test]
fn a_damaged_or_foreign_file_keeps_nobody_out_and_goes() {
    let (desk, _) = centre();
    keep(&desk, Some(TYPED));
    let file = only_file(&desk);
    let whole = fs::read(&file).expect("the draft");
    let cut = &whole[..whole.len() / 2];
    let mut flipped = whole.clone();
    *flipped.last_mut().expect("a byte") ^= 1;
    let large = vec![b'a'; Drafts::LONGEST * 2];
    for bytes in [
        cut,
        &flipped,
        &large,
        b"",
        b"age-encryption.org/v1\n-> scrypt",
    ] {
        fs::write(&file, bytes).expect("damaged");
        let foreign = file.with_file_name("notes.txt");
        fs::write(&foreign, "anything").expect("a file");
        unlock(&desk, "Ion", IONS);
        assert_eq!(kept(&desk), None);
        assert!(files(&desk).is_empty());
    }
    // A folder in its place, and no folder at all.
    fs::create_dir(&file).expect("a folder");
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk), None);
    fs::remove_dir_all(desk.folder().join("drafts")).expect("removed");
    unlock(&desk, "Ion", IONS);
    keep(&desk, Some(TYPED));
    // What a crash left unfinished is cleared.
    let unfinished = only_file(&desk).with_extension("age.new");
    fs::write(&unfinished, "half").expect("a file");
    let desk = desk.restart();
    assert!(!unfinished.exists());
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).as_deref(), Some(TYPED));
}

#[test]
fn it_has_a_size_that_it_may_not_pass() {
    let (desk, _) = centre();
    keep(&desk, Some(&"a".repeat(Drafts::LONGEST)));
    let more = json!({ "draft": "a".repeat(Drafts::LONGEST + 1) });
    assert_eq!(desk.failed("keep_draft", more), Failure::BadRequest);
    let desk = desk.restart();
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk).map(|draft| draft.len()), Some(Drafts::LONGEST));
}

#[test]
fn it_goes_with_the_account_and_with_its_key() {
    for what in [
        "remove_staff",
        "lock_staff",
        "reset_staff",
        "change_staff",
        "recover",
    ] {
        let (desk, recovery) = centre();
        keep(&desk, Some(TYPED));
        unlock(&desk, "Ana", PASSPHRASE);
        keep(&desk, Some("Ana's"));
        let mut request = which(&desk, "Ion");
        let (mut left, mut passphrase) = (1, NEW);
        match what {
            "reset_staff" => request["new"] = json!(NEW),
            "change_staff" => {
                // The night guard has no forms; an old draft waits for the next time somebody signs in.
                request = json!({ "staff": request["staff"], "name": "Ion", "role": "guard" });
                (left, passphrase) = (2, IONS);
            }
            "recover" => {
                request = json!({ "recovery": recovery.secret, "name": "Ion", "passphrase": NEW });
            }
            _ => {}
        }
        desk.ok::<Value>(what, request);
        assert_eq!(files(&desk).len(), left, "{what}");
        unlock(&desk, "Ana", PASSPHRASE);
        assert_eq!(kept(&desk).as_deref(), Some("Ana's"), "{what}");
        assert_eq!(files(&desk).len(), 1, "{what}");
        if matches!(what, "reset_staff" | "recover") {
            unlock(&desk, "Ion", passphrase);
            assert_eq!(kept(&desk), None, "{what}");
        }
        if what == "change_staff" {
            unlock(&desk, "Ion", passphrase);
            let least = Role::Reception;
            let shut = Failure::NotPermitted { least };
            assert_eq!(desk.failed("draft", json!({})), shut);
            assert_eq!(desk.failed("keep_draft", json!({ "draft": null })), shut);
        }
    }
}

#[test]
fn it_goes_when_anybody_is_erased() {
    let (desk, _) = centre();
    let mut woman = member("head", "female", 18, desk.bed("1-1"));
    woman["identity"] = json!({ "name": "Зинаида", "documents": "", "notes": "" });
    desk.ok::<Done>("check_in", party(vec![woman]));
    let who = desk.who("K-001");
    desk.wait_minutes(30);
    desk.ok::<Done>(
        "discharge",
        json!({ "stays": [who.stay], "at": null, "reason": null, "destination": null, "minors_stay": null }),
    );
    keep(&desk, Some(TYPED));
    unlock(&desk, "Ana", PASSPHRASE);
    keep(&desk, Some(TYPED));
    let erase = json!({ "beneficiary": who.beneficiary, "reason": "la cererea ei" });
    desk.ok::<Value>("erase", erase);
    assert!(files(&desk).is_empty(), "Ana's and Ion's");
    assert_eq!(kept(&desk), None);
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk), None);
}

#[test]
fn it_is_in_no_backup_and_goes_with_a_restore() {
    let (desk, _) = centre();
    keep(&desk, Some(TYPED));
    unlock(&desk, "Ana", PASSPHRASE);
    desk.ok::<Value>("back_up", json!({}));
    let backups = desk.folder().join("backups");
    let aside = tempfile::TempDir::new().expect("a folder");
    copy(&backups, aside.path());
    let backup = fs::read_dir(&backups).expect("backups").next();
    let backup = backup.expect("one").expect("one").path();
    assert!(backup.join("vatra.db").exists());
    assert!(!backup.join("drafts").exists());
    let view: Value = desk.ok("backup_state", json!({}));
    let request = json!({ "folder": backups, "number": view["folders"][0]["backups"][0]["number"],
        "name": "Ana", "passphrase": PASSPHRASE, "recovery": null });
    // One that fails leaves what was half typed to whoever signs in again.
    let stands_in_the_way = desk.folder().join("restore.new");
    fs::write(&stands_in_the_way, "").expect("a file");
    desk.failed("restore", &request);
    assert_eq!(files(&desk).len(), 1);
    assert!(
        !stands_in_the_way.exists(),
        "taken anew, the folder is cleared"
    );
    desk.ok::<Status>("restore", request);
    assert!(files(&desk).is_empty());
    unlock(&desk, "Ion", IONS);
    assert_eq!(kept(&desk), None);
}

#[test]
fn the_sample_centre_keeps_its_own() {
    let desk = Desk::sample();
    keep(&desk, Some(TYPED));
    assert!(files(&desk).is_empty());
    assert!(desk.folder().join("sample/drafts").is_dir());
    desk.ok::<Status>("leave_sample", json!({}));
    desk.make_centre();
    assert_eq!(kept(&desk), None);
}
