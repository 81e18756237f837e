//! A backup and a restore that are killed at any of their steps: what was there opens, what is there is whole, and
//! the same can be done again.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{Backups, Done, JournalPage, Status};
use vatra_core::verbs::ActionKind::{self, BackUp, CheckIn, Found, Restore};
use vatra_store::{Chain, Keys, backups};
use vatra_tests::{Desk, PASSPHRASE, copy, member, party};

fn arrives(desk: &Desk, bed: &str) {
    let woman = member("head", "female", 30, desk.bed(bed));
    desk.ok::<Done>("check_in", party(vec![woman]));
}

/// Does one thing in a process of its own, which is gone at this step. Says whether it came to its end.
fn killed_at(step: u64, task: &str, folder: &Path) -> bool {
    let ended = Command::new(env!("CARGO_BIN_EXE_probe"))
        .args([task.as_ref(), folder.as_os_str()])
        .env("VATRA_STOP_AT_STEP", step.to_string())
        .output()
        .expect("the probe");
    if ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        assert_eq!(said.trim(), json!({ "done": true }).to_string());
    }
    ended.status.success()
}

/// Opens a folder, whole, and says what its journal tells, the first first.
fn opened(folder: &Path, step: u64) -> (Desk, Vec<ActionKind>) {
    let desk = Desk::at(folder);
    // A passphrase that was being tried counts as tried.
    desk.run_minutes(20);
    let sign_in = json!({ "name": "Ana", "passphrase": PASSPHRASE });
    desk.ok::<Status>("unlock", sign_in);
    assert_eq!(
        desk.session.verify().expect("a check"),
        Chain::Holds,
        "step {step}"
    );
    let state: Backups = desk.ok("backup_state", json!({}));
    assert_eq!(state.behind, None, "step {step}: a false alarm");
    for left in ["restore", "restore.new", "copies"] {
        assert!(!folder.join(left).exists(), "step {step}: {left}");
    }
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 40 }));
    let kinds = page.entries.iter().rev().map(|entry| entry.action_kind);
    // Killed while the right passphrase was tried, it can't be told from a wrong one.
    let kinds = kinds.filter(|kind| *kind != ActionKind::FailedUnlock);
    (desk, kinds.collect())
}

/// How many backups there are; each is whole.
fn whole_backups(folder: &Path, step: u64) -> usize {
    let keys = Keys::at(&folder.join("keys"));
    let key = keys.open("Ana", PASSPHRASE).expect("the key");
    let all = backups(&folder.join("backups"));
    for backup in &all {
        assert!(
            backup.check(&key, folder).is_ok(),
            "step {step}: half a backup"
        );
    }
    all.len()
}

#[test]
fn a_backup_killed_at_any_step_leaves_the_file_and_no_half_a_backup() {
    let base = Desk::new();
    base.make_centre();
    arrives(&base, "1-1");
    let (mut stopped, mut there) = (0, 0);
    for step in 1.. {
        let trial = TempDir::new().expect("a folder");
        let folder = trial.path().join("home");
        copy(base.folder(), &folder);
        let done = killed_at(step, "back_up", &folder);
        let made = whole_backups(&folder, step);
        there += usize::from(made > 0);
        let (desk, kinds) = opened(&folder, step);
        assert_eq!(desk.board().taken, 1, "step {step}");
        let noted = kinds == [Found, CheckIn, BackUp];
        assert!(noted || kinds == [Found, CheckIn], "step {step}: {kinds:?}");
        assert!(!noted || made == 1, "step {step}: noted, and not made");
        // The next one clears away what was left.
        desk.ok::<Backups>("back_up", json!({}));
        assert_eq!(whole_backups(&folder, step), made + 1, "step {step}");
        let names: Vec<_> = std::fs::read_dir(folder.join("backups"))
            .expect("backups")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names.len(), made + 1, "step {step}: {names:?}");
        if done {
            assert!(noted, "it was not stopped, and is not done");
            break;
        }
        stopped += 1;
    }
    assert!(stopped >= 12, "stopped at {stopped} steps only");
    assert!(there >= 3 && there < stopped, "before and after it counts");
}

#[test]
fn a_restore_killed_at_any_step_is_done_whole_with_its_note_or_not_at_all() {
    let base = Desk::new();
    base.make_centre();
    arrives(&base, "1-1");
    base.ok::<Backups>("back_up", json!({}));
    arrives(&base, "1-2");
    let before = [Found, CheckIn, BackUp, CheckIn];
    let after = [Found, CheckIn, Restore];
    let (mut stopped, mut restored) = (0, 0);
    for step in 1.. {
        let trial = TempDir::new().expect("a folder");
        let folder = trial.path().join("home");
        copy(base.folder(), &folder);
        let done = killed_at(step, "restore", &folder);
        let (desk, kinds) = opened(&folder, step);
        assert_eq!(whole_backups(&folder, step), 1, "step {step}");
        let back = kinds == after;
        assert!(back || kinds == before, "step {step}: {kinds:?}");
        restored += usize::from(back);
        assert_eq!(desk.board().taken, if back { 1 } else { 2 }, "step {step}");
        let aside = folder.join("aside-1");
        for kept in ["vatra.db", "keys/data.age", "head.json"] {
            assert_eq!(aside.join(kept).exists(), back, "step {step}: {kept}");
        }
        if done {
            assert!(back, "it was not stopped, and is not done");
            break;
        }
        // What was not done can be done, and what was done can be done again.
        let request = json!({ "folder": folder.join("backups"), "number": 1, "name": "Ana",
            "passphrase": PASSPHRASE, "recovery": null });
        desk.ok::<Value>("restore", request);
        drop(desk);
        assert_eq!(opened(&folder, step).1, after, "step {step}");
        stopped += 1;
    }
    assert!(stopped >= 14, "stopped at {stopped} steps only");
    assert!(
        restored >= 5 && restored < stopped,
        "on both sides of the point where it counts"
    );
}
