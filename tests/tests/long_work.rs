//! Promises about long work: it says how far it is, it can be stopped with nothing changed, and meanwhile the desk
//! works on.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::answers::{
    BackupView, Backups, Done, JournalPage, LongWork, RegisterView, StaffView, Stage, Status,
};
use vatra::problem::{Failure, Problem};
use vatra_core::verbs::ActionKind::{
    self, BackUp, CheckIn, Found, Import, Rehearse, RehearseFailed,
};
use vatra_store::{Chain, Keys, Store};
use vatra_tests::{Answer, Desk, PASSPHRASE, member, party};

/// So often is tried to stop something before it is done.
const TRIES: usize = 500;

fn centre() -> Desk {
    let desk = Desk::new();
    desk.make_centre();
    desk.wait_minutes(7 * 60);
    desk
}

fn arrives(desk: &Desk, bed: &str) {
    let woman = member("head", "female", 30, desk.bed(bed));
    desk.ok::<Done>("check_in", party(vec![woman]));
}

/// Two actions of whoever arrived first, a minute apart.
fn goes_out_and_back(desk: &Desk) {
    let stay = desk.who("K-001").stay;
    desk.wait_minutes(1);
    let goes = json!({ "stays": [stay], "at": null, "kind": "day", "expected_return": null });
    desk.ok::<Done>("leave", goes);
    desk.wait_minutes(1);
    desk.ok::<Done>("return_to_house", json!({ "stays": [stay], "at": null }));
}

/// What the journal tells, the first first.
fn kinds(desk: &Desk) -> Vec<ActionKind> {
    let page: JournalPage = desk.ok("journal", json!({ "before": null, "most": 40 }));
    let kinds = page.entries.iter().rev().map(|entry| entry.action_kind);
    kinds.collect()
}

/// Does long work, and beside it something else as often as it is seen to go on.
fn beside<T: Send>(
    desk: &Desk,
    work: impl Fn() -> Answer<T> + Send + Sync,
    mut at: impl FnMut(u8),
) -> Answer<T> {
    std::thread::scope(|threads| {
        let working = threads.spawn(&work);
        while !working.is_finished() {
            if let Some(percent) = desk.ok::<LongWork>("work", json!({})).percent {
                at(percent);
            }
        }
        working.join().expect("no panic")
    })
}

/// Does long work again and again until it was stopped in time. `undo` makes what was done before that undone.
fn stopped<T: Send>(
    desk: &Desk,
    from: u8,
    work: impl Fn() -> Answer<T> + Send + Sync,
    mut undo: impl FnMut(T),
) -> usize {
    for done in 0..TRIES {
        let ended = beside(desk, &work, |percent| {
            if percent >= from {
                desk.ok::<Value>("stop_work", json!({}));
            }
        });
        match ended {
            Err(Problem::Failed(Failure::Stopped)) => return done,
            Err(other) => panic!("{other:?}"),
            Ok(answer) => undo(answer),
        }
    }
    panic!("it was done before it could be stopped, {TRIES} times");
}

fn names(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = all
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_says_how_far_it_is_and_never_goes_back() {
    let desk = Desk::sample();
    assert_eq!(desk.ok::<LongWork>("work", json!({})).percent, None);
    let desk = centre();
    let mut seen = Vec::new();
    for _ in 0..20 {
        seen.clear();
        let made = beside(
            &desk,
            || desk.ask::<Backups>("back_up", json!({})),
            |percent| seen.push(percent),
        );
        made.expect("a backup");
        if seen.iter().max() > seen.iter().min() {
            break;
        }
    }
    assert!(seen.is_sorted(), "{seen:?}");
    assert!(seen.iter().max() > seen.iter().min(), "{seen:?}");
    assert_eq!(desk.ok::<LongWork>("work", json!({})).percent, None);
}

#[test]
fn a_stopped_backup_leaves_nothing_and_the_next_one_is_made() {
    let desk = centre();
    let folder = desk.folder().join("backups");
    for from in [0, 30, 60] {
        let before = kinds(&desk).len();
        let made = stopped(
            &desk,
            from,
            || desk.ask::<Backups>("back_up", json!({})),
            |_| {},
        );
        assert_eq!(kinds(&desk).len(), before + made, "from {from} per cent");
        let left = names(&folder);
        assert!(left.iter().all(|name| !name.ends_with(".new")), "{left:?}");
    }
    desk.ok::<Backups>("back_up", json!({}));
    desk.ok::<Vec<BackupView>>("rehearse", json!({}));
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

#[test]
fn while_a_backup_is_read_back_the_desk_works_on_and_what_it_did_is_not_in_it() {
    let desk = centre();
    let beds = [
        "1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4", "3-1", "3-2", "3-3", "3-4",
    ];
    for bed in beds {
        let mut arrived = false;
        let made = beside(
            &desk,
            || desk.ask::<Backups>("back_up", json!({})),
            |percent| {
                // From a tenth on the file itself is not needed any more.
                if percent > 10 && !arrived {
                    arrives(&desk, bed);
                    arrived = true;
                }
            },
        );
        let state = made.expect("a backup");
        let all = kinds(&desk);
        if !arrived || all[all.len() - 2..] != [CheckIn, BackUp] {
            continue;
        }
        assert_eq!(state.since, 2, "who came meanwhile would be missed");
        let newest = &state.folders[0].backups[0];
        assert_eq!(newest.head as usize, all.len() - 2);
        // Compared is what was copied, whoever comes meanwhile.
        desk.ok::<Vec<BackupView>>("rehearse", json!({}));
        assert_eq!(kinds(&desk).last(), Some(&Rehearse));
        return;
    }
    panic!("nobody arrived while a backup was being read back");
}

/// The one on this computer says nothing about the stick.
#[test]
fn a_rehearsal_tells_of_a_backup_on_the_stick_that_is_not_as_it_was_made() {
    let desk = centre();
    let stick = TempDir::new().expect("a stick");
    let folders = json!({ "folders": [desk.folder().join("backups"), stick.path()] });
    desk.ok::<Backups>("set_backups", folders);
    for number in 1..=20 {
        // It has this name only once it was read back.
        let key = stick
            .path()
            .join(format!("vatra-{number:06}/keys/data.age"));
        let mut damaged = false;
        let ended = beside(
            &desk,
            || desk.ask::<Vec<BackupView>>("rehearse", json!({})),
            |_| {
                if !damaged && let Ok(mut content) = std::fs::read(&key) {
                    content[0] ^= 1;
                    std::fs::write(&key, content).expect("written");
                    damaged = true;
                }
            },
        );
        let Err(problem) = ended else { continue };
        assert_eq!(problem, Failure::BadBackup.into());
        assert_eq!(kinds(&desk).last(), Some(&RehearseFailed));
        let state: Backups = desk.ok("backup_state", json!({}));
        let rehearsed = state.rehearsed.expect("a rehearsal");
        assert_eq!((rehearsed.number, rehearsed.held), (number, false));
        return;
    }
    panic!("no rehearsal told of a damaged backup");
}

#[test]
fn the_backup_that_is_due_is_made_after_the_answer_and_only_once() {
    let desk = centre();
    arrives(&desk, "1-1");
    for _ in 0..10 {
        goes_out_and_back(&desk);
        assert!(!kinds(&desk).contains(&BackUp), "no action waits for it");
    }
    std::thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| desk.session.tend());
        }
    });
    let made = kinds(&desk).iter().filter(|kind| **kind == BackUp).count();
    assert_eq!(made, 1);
    desk.session.tend();
    assert_eq!(names(&desk.folder().join("backups")).len(), 1);
}

#[test]
fn signing_out_is_at_once_even_where_a_backup_is_being_made() {
    let desk = centre();
    arrives(&desk, "1-1");
    let mut locked = false;
    for _ in 0..20 {
        let ended = beside(
            &desk,
            || desk.ask::<Status>("lock", json!({})),
            |_| {
                // The backup of the close goes on, and nobody is signed in any more.
                assert_eq!(desk.failed("board", json!({})), Failure::Locked);
                locked = true;
            },
        );
        ended.expect("locked");
        desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
        if locked {
            break;
        }
        goes_out_and_back(&desk);
    }
    assert!(locked, "the backup was never seen");
    assert_eq!(kinds(&desk)[..3], [Found, CheckIn, BackUp]);
}

#[test]
fn whoever_comes_back_does_not_wait_for_the_backup_of_the_close() {
    let desk = centre();
    arrives(&desk, "1-1");
    let sign_in = json!({ "name": "Ana", "passphrase": PASSPHRASE });
    for _ in 0..TRIES {
        let before = kinds(&desk).len();
        let mut back = false;
        let ended = beside(
            &desk,
            || desk.ask::<Status>("lock", json!({})),
            |_| {
                if !back {
                    desk.ok::<Status>("unlock", &sign_in);
                    back = true;
                }
            },
        );
        ended.expect("locked");
        if !back {
            desk.ok::<Status>("unlock", &sign_in);
        }
        if back && kinds(&desk).len() == before {
            // What was not made is made the next time.
            desk.ok::<Status>("lock", json!({}));
            desk.ok::<Status>("unlock", &sign_in);
            assert_eq!(kinds(&desk).last(), Some(&BackUp));
            assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
            return;
        }
        goes_out_and_back(&desk);
    }
    panic!("every backup was done before anybody came back");
}

#[test]
fn a_stopped_change_of_the_key_leaves_every_passphrase_as_it_was() {
    let desk = centre();
    let new = json!({ "name": "Ion", "role": "reception", "passphrase": "lampă vioară tren sobă" });
    desk.ok::<Vec<StaffView>>("employ", new);
    let staff: Vec<StaffView> = desk.ok("staff", json!({}));
    let ion = staff.iter().find(|one| one.name == "Ion").expect("Ion").id;
    let data = std::fs::read(desk.folder().join("keys/data.age")).expect("the key");
    let journal = kinds(&desk);
    let reset = json!({ "staff": ion, "new": "iarbă clopot ramă nisip", "passphrase": PASSPHRASE });
    // One may have been done before it could be stopped; the next one that is stopped leaves that as it was.
    let mut last = (data, journal);
    let renewed = stopped(
        &desk,
        0,
        || desk.ask::<Vec<StaffView>>("reset_staff", &reset),
        |_| {
            let key = std::fs::read(desk.folder().join("keys/data.age")).expect("the key");
            last = (key, kinds(&desk));
        },
    );
    for left in ["restore", "restore.new", "former"] {
        assert!(!desk.folder().join(left).exists(), "{left}");
    }
    assert_eq!(kinds(&desk), last.1);
    let now = std::fs::read(desk.folder().join("keys/data.age")).expect("the key");
    assert!(now == last.0, "the key is another");
    desk.ok::<Status>("lock", json!({}));
    let passphrase = match renewed {
        0 => "lampă vioară tren sobă",
        _ => "iarbă clopot ramă nisip",
    };
    desk.ok::<Status>("unlock", json!({ "name": "Ion", "passphrase": passphrase }));
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

#[test]
fn a_stopped_import_brings_nobody_and_the_next_one_everybody() {
    let desk = centre();
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("register.csv");
    let mut text = String::from("Nr;Sex;Vârsta;Data intrării;Data ieșirii;Cam.\n");
    for number in 0..400 {
        let (year, month, day) = (
            1990 + number / 24,
            1 + number % 12,
            1 + number / 12 % 2 * 14,
        );
        writeln!(
            text,
            "{number};F;30;{day}.{month}.{year};{}.{month}.{year};1-1",
            day + 9
        )
        .expect("a line");
    }
    std::fs::write(&path, text).expect("written");
    let ask = json!({ "path": path, "layouts": null, "skip_wrong": false });
    let view: RegisterView = desk.ok("read_register", &ask);
    assert_eq!(
        (view.preview.counts.stays, view.preview.counts.wrong_rows),
        (400, 0)
    );

    let order = json!({ "path": path, "digest": view.digest, "layouts": view.layouts,
        "skip_wrong": false, "reason": "registrul" });
    let mut undone = 0;
    let taken_back = stopped(
        &desk,
        40,
        || desk.ask::<Done>("import_register", &order),
        |done| {
            let undo = json!({ "action": done.action, "reason": null, "those_too": false });
            desk.ok::<Value>("undo", undo);
            undone += 1;
        },
    );
    assert_eq!(taken_back, undone);
    assert_eq!(kinds(&desk).len(), 1 + 2 * undone);
    assert_eq!(desk.board().taken, 0);
    let again: RegisterView = desk.ok("read_register", &ask);
    assert_eq!(again.preview.counts.new_people, 400, "nobody is known");
    desk.ok::<Done>("import_register", &order);
    assert_eq!(kinds(&desk).last(), Some(&Import));
    assert_eq!(desk.session.verify().expect("a check"), Chain::Holds);
}

/// Whoever comes back doesn't wait for the backup of the close; where they can't get in after all, it is made.
#[test]
fn the_backup_of_the_close_is_made_after_all_where_nobody_gets_in() {
    let desk = centre();
    let backups = desk.folder().join("backups");
    arrives(&desk, "1-1");
    for _ in 0..30 {
        goes_out_and_back(&desk);
        let before = names(&backups).len();
        std::thread::scope(|scope| {
            scope.spawn(|| desk.ok::<Status>("lock", json!({})));
            while desk.ok::<Status>("status", json!({})).stage == Stage::Open {
                std::thread::yield_now();
            }
            let wrong = json!({ "name": "Ana", "passphrase": "not this one at all" });
            desk.failed("unlock", wrong);
        });
        let kept_back = names(&backups).len() == before;
        desk.session.tend();
        assert_eq!(names(&backups).len(), before + 1);
        desk.run_minutes(30);
        desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
        if kept_back {
            return;
        }
    }
    panic!("no backup was ever stopped");
}

#[test]
fn a_computer_that_goes_to_sleep_waits_so_long_for_the_backup_of_the_close_and_no_longer() {
    let desk = centre();
    let backups = desk.folder().join("backups");
    let keys = Keys::at(&desk.folder().join("keys"));
    let key = keys.open("Ana", PASSPHRASE).expect("the key");
    arrives(&desk, "1-1");
    for _ in 0..20 {
        goes_out_and_back(&desk);
        let before = names(&backups).len();
        desk.session.lock_within(Duration::ZERO);
        // The file is closed when it returns, whatever became of the backup.
        drop(Store::open(&desk.folder().join("vatra.db"), &key).expect("closed"));
        let made = names(&backups).len() > before;
        desk.ok::<Status>("unlock", json!({ "name": "Ana", "passphrase": PASSPHRASE }));
        if !made {
            desk.ok::<Status>("lock", json!({}));
            assert!(
                names(&backups).len() > before,
                "it is made at the next close"
            );
            return;
        }
    }
    panic!("no backup was ever stopped");
}
