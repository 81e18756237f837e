//! Several files opened at once as the first thing that a program does. Only the first use of the cryptography
//! can go wrong this way, so that this needs a process of its own.

use std::thread;

use vatra_store::{DataKey, Store};

#[test]
fn files_opened_at_once_by_a_fresh_program_are_all_encrypted() {
    let folder = tempfile::tempdir().expect("a folder");
    let failed: Vec<String> = thread::scope(|scope| {
        let files: Vec<_> = (0..8)
            .map(|n| {
                let path = folder.path().join(format!("{n}.db"));
                scope.spawn(move || {
                    let key = DataKey::random().expect("a key");
                    let made = Store::create(&path, &key, |_| Ok(()));
                    made.err().map(|error| format!("{error:?}"))
                })
            })
            .collect();
        let ended = files.into_iter().map(|file| file.join().expect("no panic"));
        ended.flatten().collect()
    });
    assert_eq!(failed, Vec::<String>::new());
}
