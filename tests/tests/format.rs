//! The page that tells how to read the data without the program: its commands do what it says, with public
//! tools alone.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::{Value, json};
use vatra::answers::{Done, StaffView};
use vatra_tests::{Desk, PASSPHRASE, copy, member, party};

const PAGE: &str = include_str!("../../assets/docs/format.md");

/// The commands of the page, block by block.
fn blocks() -> Vec<&'static str> {
    PAGE.split("```sh\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .collect()
}

/// Python with the public SQLCipher, made once, by whichever test is the first.
static PYTHON: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/public-tools");
    if !folder.join("ready").exists() {
        let run = |command: &mut Command| {
            let output = command.output().expect("Python (Debian: python3-venv)");
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
        };
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder));
        run(Command::new(folder.join("bin/pip")).args([
            "install",
            "-q",
            "sqlcipher3-binary==0.6.0",
        ]));
        fs::write(folder.join("ready"), []).expect("a mark");
    }
    folder.join("bin")
});

fn run(folder: &Path, script: &str) -> Output {
    let path = std::env::var("PATH").unwrap_or_default();
    Command::new("sh")
        .args(["-ec", script])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", PYTHON.display()))
        .output()
        .expect("a shell")
}

fn says(folder: &Path, script: &str) -> String {
    let output = run(folder, script);
    assert!(
        output.status.success(),
        "{script}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

/// A command that stands in a sentence of the page, with the names of the files that are there.
fn named(folder: &Path, command: &str) -> String {
    assert!(
        PAGE.contains(&format!("`{command}`")),
        "the page has no {command}"
    );
    let mut named = command.to_owned();
    for kind in ["keys", "drafts"] {
        let entries = fs::read_dir(folder.join(kind)).expect("a folder");
        let names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string())
            .map(|name| name.expect("a name"))
            .filter(|name| name != "data.age")
            .collect();
        let [name] = &names[..] else {
            panic!("one account: {names:?}")
        };
        named = named.replace(&format!("{kind}/….age"), &format!("{kind}/{name}"));
    }
    named
}

/// age asks for a passphrase on a terminal, and nowhere else.
fn on_a_terminal(folder: &Path, command: &str, typed: &str) -> bool {
    let mut child = Command::new("script")
        .args(["-qec", command, "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script (Debian: bsdutils)");
    let mut terminal = child.stdin.take().expect("a terminal");
    writeln!(terminal, "{typed}").expect("a passphrase typed");
    let output = child.wait_with_output().expect("the end of it");
    drop(terminal);
    output.status.success()
}

/// Somebody had an account: without it the file gets another key.
fn remove_an_account(desk: &Desk, name: &str) {
    let new =
        json!({ "name": name, "role": "reception", "passphrase": "sase lebede pe lacul albastru" });
    let staff: Vec<StaffView> = desk.ok("employ", new);
    let found = staff.into_iter().find(|one| one.name == name);
    let id = found.expect("the new account").id;
    let which = json!({ "staff": id, "passphrase": PASSPHRASE });
    desk.ok::<Vec<StaffView>>("remove_staff", which);
}

#[test]
fn public_tools_read_everything_and_check_the_chain() {
    let desk = Desk::new();
    let recovery = desk.make_centre();
    for bed in ["2-1", "1-1"] {
        desk.ok::<Done>(
            "check_in",
            party(vec![member("head", "female", 30, desk.bed(bed))]),
        );
    }
    let mut infant = member("son", "male", 0, json!(null));
    infant["sleeps"] = json!({ "in": "with", "id": 0 });
    let mother = member("head", "female", 20, desk.bed("3-1"));
    desk.ok::<Done>("check_in", party(vec![mother, infant]));
    let stay = desk.who("K-002").stay;
    let leave = json!({ "stays": [stay], "at": null, "kind": "day", "expected_return": null });
    let done: Done = desk.ok("leave", &leave);
    desk.ok::<Value>("undo", json!({ "action": done.action, "reason": "greșit" }));
    // The file gets another key, and then one more: what was recorded before, between and after is one chain.
    for name in ["Ion", "Eva"] {
        remove_an_account(&desk, name);
        let done: Done = desk.ok("leave", &leave);
        desk.ok::<Value>("undo", json!({ "action": done.action, "reason": null }));
    }
    desk.ok::<Value>("lock", json!({}));
    let away = tempfile::TempDir::new().expect("a folder");
    copy(desk.folder(), away.path());
    fs::write(
        away.path().join("recovery.txt"),
        format!("{}\n", recovery.secret),
    )
    .expect("the paper");

    let [open, here, all, verify] = blocks()[..] else {
        panic!("the page has four blocks of commands")
    };
    assert_eq!(says(away.path(), open), "");
    let here = says(away.path(), here);
    let here: Vec<_> = here
        .lines()
        .map(|line| line.rsplit_once('\t').expect("columns").0)
        .collect();
    assert_eq!(
        here,
        ["K-002\t1-1", "K-001\t2-1", "K-003\t3-1", "K-004\t3-1"]
    );
    says(away.path(), all);
    let actions = fs::read_to_string(away.path().join("action.csv")).expect("a table");
    assert!(actions.contains("greșit") && actions.lines().count() >= 5);
    let text = says(away.path(), verify);
    assert!(text.starts_with("the chain holds: "), "{text}");

    // Whoever has the key and changes something is noticed.
    let tamper = "python3 - <<'END'\nfrom open import open_file\nfile = open_file()\n\
        file.execute('DROP TRIGGER stay_frozen')\nfile.execute('UPDATE stay SET from_at = from_at - 1 WHERE since_action = 3')\n\
        file.commit()\nEND";
    says(away.path(), tamper);
    let output = run(away.path(), "python3 verify.py");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("the chain breaks at action 3"));
}

#[test]
fn a_passphrase_opens_the_file_and_what_was_half_typed() {
    let desk = Desk::new();
    desk.make_centre();
    let draft = r#"{"typed":"Зинаида"}"#;
    desk.ok::<Value>("keep_draft", json!({ "draft": draft }));
    desk.ok::<Value>("lock", json!({}));
    let away = tempfile::TempDir::new().expect("a folder");
    copy(desk.folder(), away.path());

    let own = named(away.path(), "age -d keys/….age > recovery.txt");
    assert!(!on_a_terminal(away.path(), &own, "another passphrase"));
    assert!(on_a_terminal(away.path(), &own, PASSPHRASE));
    assert_eq!(says(away.path(), blocks()[0]), "");
    let staff = "python3 -c 'from open import open_file\n\
        print(*open_file().execute(\"SELECT name FROM staff\").fetchone())'";
    assert_eq!(says(away.path(), staff), "Ana\n");

    let own = named(away.path(), "age -d keys/….age > own.txt");
    assert!(on_a_terminal(away.path(), &own, PASSPHRASE));
    let typed = named(away.path(), "age -d -i own.txt drafts/….age");
    assert_eq!(says(away.path(), &typed), draft);
}
