//! Bytes as nobody means them: requests, registers, keys, and what lies beside the file. Whatever they are, there is an
//! answer in words, and the program goes on. In `make test` the kept corpora and some thousand random inputs are tried;
//! `make fuzz` looks for new ones for an hour each, guided by what of the program they reach.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra::commands::COMMANDS;
use vatra::sample;
use vatra_store::{Beside, Chain, Keys, Known, backups};
use vatra_tests::faults::{self, requests, sheets};
use vatra_tests::{Desk, copy};

/// More than there are inputs in a corpus: without a number a second is all.
const TRIES: usize = 2_000;

/// These write to, or read from, any path of the machine.
const OF_FILES: [&str; 5] = [
    "export",
    "read_register",
    "import_register",
    "set_backups",
    "backups_in",
];

/// After so many requests the chain of the journal is looked at, and a new centre begins.
const A_LIFE: usize = 2_000;

/// How many inputs are kept for a test: without any nothing but noise would be tried.
fn kept_for(test: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/__fuzz__")
        .join(test)
        .join("corpus");
    std::fs::read_dir(folder).expect("a corpus").count()
}

/// When the input began that is looked at.
static BEGUN: Kept<Instant> = Kept::NONE;

/// An input is looked at as long as this is kept.
struct Watched;

impl Drop for Watched {
    fn drop(&mut self) {
        *BEGUN.get() = None;
    }
}

/// An input that is never answered ends a fuzzer, as a panic does: its own alarm is heard by the first thread of a program
/// alone, and tests are in others.
fn watched() -> Watched {
    static WATCHER: Once = Once::new();
    const A_MINUTE: Duration = Duration::from_secs(60);
    if std::env::var_os("BOLERO_LIBFUZZER_ARGS").is_some() {
        WATCHER.call_once(|| {
            drop(thread::spawn(|| {
                loop {
                    thread::sleep(Duration::from_secs(1));
                    if BEGUN.get().is_some_and(|begun| begun.elapsed() > A_MINUTE) {
                        eprintln!("an input was not answered for a minute");
                        std::process::abort();
                    }
                }
            }))
        });
        *BEGUN.get() = Some(Instant::now());
    }
    Watched
}

/// What outlives one input.
struct Kept<T>(Mutex<Option<T>>);

impl<T> Kept<T> {
    const NONE: Self = Self(Mutex::new(None));

    fn get(&self) -> MutexGuard<'_, Option<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A centre, who and which beds are in it, and how many requests it has had.
struct Life {
    desk: Desk,
    stays: Vec<Value>,
    beds: Vec<Value>,
    requests: usize,
}

impl Life {
    fn new() -> Self {
        let desk = Desk::sample();
        let (beds, stays) = requests::beds_and_stays(&desk);
        Self {
            desk,
            stays,
            beds,
            requests: 0,
        }
    }

    /// Whatever was asked, the journal is whole.
    fn ends(&self) {
        let kept = self.desk.session.verify();
        assert_eq!(kept.expect("a check"), Chain::Holds);
    }

    /// `$s3` and `$b5` stand for somebody and a bed of this centre: identifiers are others in each.
    fn fill(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                let number = |rest: &str| rest.parse::<usize>().ok();
                let one = |all: &[Value], number: usize| all[number % all.len()].clone();
                let stay = text.strip_prefix("$s").and_then(number);
                let bed = text.strip_prefix("$b").and_then(number);
                let meant = stay.map(|number| one(&self.stays, number));
                if let Some(meant) = meant.or(bed.map(|number| one(&self.beds, number))) {
                    *value = meant;
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.fill(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.fill(field)),
            _ => {}
        }
    }
}

#[test]
fn requests_are_answered() {
    assert!((100..TRIES).contains(&kept_for("requests_are_answered")));
    static LIFE: Kept<Life> = Kept::NONE;
    bolero::check!()
        .with_iterations(TRIES)
        .for_each(|bytes: &[u8]| {
            let _watched = watched();
            let text = String::from_utf8_lossy(bytes);
            let Some((name, request)) = text.split_once('\n') else {
                return;
            };
            if requests::LEFT_OUT.contains(&name) || OF_FILES.contains(&name) {
                return;
            }
            let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
                return;
            };
            let Ok(mut request) = serde_json::from_str(request) else {
                return;
            };
            let mut kept = LIFE.get();
            let life = kept.get_or_insert_with(Life::new);
            life.fill(&mut request);
            let _ = life.desk.ask::<Value>(command.name, &request);
            life.requests += 1;
            if life.requests == A_LIFE {
                life.ends();
                *kept = None;
            }
        });
    let last = LIFE.get().take().expect("requests that were understood");
    assert!(last.requests >= 100, "only {} were", last.requests);
    last.ends();
}

#[test]
fn registers_are_read_or_refused() {
    assert!((5..TRIES).contains(&kept_for("registers_are_read_or_refused")));
    bolero::check!()
        .with_iterations(TRIES)
        .for_each(|bytes: &[u8]| {
            let _watched = watched();
            assert_eq!(sheets::taken_over(bytes, true), Ok(()));
        });
}

/// A folder of the sample centre with a backup that is none.
fn folder() -> TempDir {
    let folder = faults::scratch();
    let desk = Desk::sample();
    copy(&desk.folder().join("sample"), folder.path());
    std::fs::create_dir_all(folder.path().join("backups/vatra-000001")).expect("a folder");
    folder
}

/// Puts bytes in the place of a file for a while.
fn with_file<T>(path: &Path, bytes: &[u8], look: impl FnOnce() -> T) -> T {
    let before = std::fs::read(path).ok();
    std::fs::write(path, bytes).expect("a file");
    let seen = look();
    match before {
        Some(before) => std::fs::write(path, before).expect("as it was"),
        None => std::fs::remove_file(path).expect("as it was"),
    }
    seen
}

#[test]
fn keys_are_opened_or_refused() {
    assert!((3..TRIES).contains(&kept_for("keys_are_opened_or_refused")));
    static FOLDER: Kept<(TempDir, String)> = Kept::NONE;
    bolero::check!()
        .with_iterations(TRIES)
        .for_each(|bytes: &[u8]| {
            let _watched = watched();
            if requests::asks_for_work(bytes) {
                return;
            }
            let mut kept = FOLDER.get();
            let (folder, right) = kept.get_or_insert_with(|| {
                let folder = folder();
                let key = Keys::at(&folder.path().join("keys"))
                    .open(sample::MANAGER, sample::PASSPHRASE)
                    .expect("the key");
                let hex = key.hex().to_string();
                (folder, hex)
            });
            let keys = Keys::at(&folder.path().join("keys"));
            let files = std::fs::read_dir(keys.folder()).expect("the keys");
            for file in files.map(|file| file.expect("a key").path()) {
                let opened = with_file(&file, bytes, || {
                    keys.open(sample::MANAGER, sample::PASSPHRASE)
                });
                // Whatever opens is the key itself.
                if let Ok(opened) = opened {
                    assert_eq!(opened.hex().as_str(), right.as_str());
                }
            }
        });
    FOLDER.get().take();
}

#[test]
fn manifests_are_read_or_passed_over() {
    assert!((3..TRIES).contains(&kept_for("manifests_are_read_or_passed_over")));
    static FOLDER: Kept<TempDir> = Kept::NONE;
    bolero::check!()
        .with_iterations(TRIES)
        .for_each(|bytes: &[u8]| {
            let _watched = watched();
            let mut kept = FOLDER.get();
            let folder = kept.get_or_insert_with(folder).path();
            with_file(
                &folder.join("backups/vatra-000001/manifest.json"),
                bytes,
                || {
                    for backup in backups(&folder.join("backups")) {
                        assert!(!backup.holds_any_of(&backup.manifest.erased));
                        let written = json!(backup.manifest);
                        assert_eq!(
                            serde_json::from_value::<vatra_store::Manifest>(written).ok(),
                            Some(backup.manifest),
                            "what is read says the same when it is written"
                        );
                    }
                },
            );
            with_file(&folder.join("head.json"), bytes, || {
                let known = Known::read(folder).expect("read");
                known.write(folder).expect("written");
                assert_eq!(Known::read(folder).expect("read"), known);
            });
        });
    FOLDER.get().take();
}
