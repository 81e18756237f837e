//! Where a change of several files can be stopped, for the tests that stop it there.

/// A point between two writes. In a debug build with `VATRA_STOP_AT_STEP` set to n the program is gone at
/// the nth, without an end of its own, as with `kill -9`.
pub(crate) fn step() {
    #[cfg(debug_assertions)]
    {
        use std::sync::LazyLock;
        use std::sync::atomic::{AtomicU64, Ordering};
        static PASSED: AtomicU64 = AtomicU64::new(0);
        static STOP: LazyLock<Option<u64>> =
            LazyLock::new(|| std::env::var("VATRA_STOP_AT_STEP").ok()?.parse().ok());
        if STOP.is_some_and(|stop| PASSED.fetch_add(1, Ordering::Relaxed) + 1 == stop) {
            std::process::abort();
        }
    }
}
