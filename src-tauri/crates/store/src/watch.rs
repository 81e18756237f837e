//! Long work as somebody watches it from beside: how far it is, and whether it should stop.
//!
//! Whoever works says what part of the whole comes next and how far it is ([`part`], [`at`]). Where nobody
//! watches, that costs a look at a variable of the thread, and means nothing.

use std::cell::RefCell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::StoreError;

/// Where long work of one session is seen, and stopped. A copy sees the same.
#[derive(Clone, Debug, Default)]
pub struct Watch(Arc<Seen>);

#[derive(Debug, Default)]
struct Seen {
    turn: Mutex<()>,
    work: Mutex<Option<Work>>,
}

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// From 0 to 1.
    pub share: f64,
    /// Whether it can still be stopped: then nothing was changed.
    pub stoppable: bool,
    stopping: bool,
}

/// The part of the whole that a thread works on.
struct Part {
    watch: Watch,
    from: f64,
    to: f64,
}

thread_local! {
    static PART: RefCell<Option<Part>> = const { RefCell::new(None) };
}

impl Watch {
    /// Does long work, which is seen from here until it ends. Only one is done at a time: another waits.
    pub fn long<T>(&self, work: impl FnOnce() -> T) -> T {
        let _turn = self.turn();
        *self.work() = Some(Work {
            share: 0.0,
            stoppable: true,
            stopping: false,
        });
        let _end = End(self);
        PART.set(Some(Part {
            watch: self.clone(),
            from: 0.0,
            to: 1.0,
        }));
        work()
    }

    /// Waits until no long work is done, and keeps it from beginning while what comes back is held.
    pub fn turn(&self) -> MutexGuard<'_, ()> {
        self.0.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far the work is; none where there is none.
    #[must_use]
    pub fn seen(&self) -> Option<Work> {
        *self.work()
    }

    /// Asks the work that is going on to stop. It does so at its next step, unless nothing leads back any more.
    pub fn stop(&self) {
        if let Some(work) = self.work().as_mut() {
            work.stopping = work.stoppable;
        }
    }

    fn work(&self) -> MutexGuard<'_, Option<Work>> {
        self.0.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The work is over, however it ended.
struct End<'a>(&'a Watch);

impl Drop for End<'_> {
    fn drop(&mut self) {
        PART.set(None);
        *self.0.work() = None;
    }
}

/// Does what fills the present part from one share of it to another, both from 0 to 1.
pub fn part<T>(from: f64, to: f64, work: impl FnOnce() -> T) -> T {
    let before = PART.with_borrow_mut(|part| {
        let part = part.as_mut()?;
        let before = (part.from, part.to);
        let width = part.to - part.from;
        (part.from, part.to) = (before.0 + width * from, before.0 + width * to);
        Some(before)
    });
    let done = work();
    PART.with_borrow_mut(|part| {
        if let Some((part, before)) = part.as_mut().zip(before) {
            (part.from, part.to) = before;
        }
    });
    done
}

/// Says which share of the present part is done, from 0 to 1.
///
/// # Errors
/// Fails where the work was asked to stop.
pub fn at(share: f64) -> Result<(), StoreError> {
    PART.with_borrow(|part| {
        let Some(part) = part else { return Ok(()) };
        let Some(work) = &mut *part.watch.work() else {
            return Ok(());
        };
        let share = part.from + (part.to - part.from) * share.clamp(0.0, 1.0);
        // A bar that goes back tells nobody anything.
        work.share = work.share.max(share);
        if work.stopping {
            return Err(StoreError::Stopped);
        }
        Ok(())
    })
}

/// From here on the work goes to its end.
///
/// # Errors
/// Fails where it was asked to stop before.
pub fn no_way_back() -> Result<(), StoreError> {
    PART.with_borrow(|part| {
        let Some(part) = part else { return Ok(()) };
        let Some(work) = &mut *part.watch.work() else {
            return Ok(());
        };
        if work.stopping {
            return Err(StoreError::Stopped);
        }
        work.stoppable = false;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(watch: &Watch) -> Option<i64> {
        watch
            .seen()
            .map(|work| (work.share * 1000.0).round() as i64)
    }

    #[test]
    fn parts_of_parts_fill_the_whole() {
        let watch = Watch::default();
        assert_eq!(share(&watch), None);
        watch.long(|| {
            part(0.0, 0.5, || {
                at(0.5).expect("nobody stops it");
                assert_eq!(share(&watch), Some(250));
                part(0.5, 1.0, || at(0.5)).expect("nobody stops it");
                assert_eq!(share(&watch), Some(375));
            });
            part(0.5, 1.0, || at(1.0)).expect("nobody stops it");
            assert_eq!(share(&watch), Some(1000));
            at(0.0).expect("nobody stops it");
            assert_eq!(share(&watch), Some(1000), "it doesn't go back");
        });
        assert_eq!(share(&watch), None);
    }

    #[test]
    fn what_is_stopped_ends_at_its_next_step_and_the_next_work_does_not() {
        let watch = Watch::default();
        watch.stop();
        let done = watch.long(|| {
            at(0.3).expect("a stop before the work began is none");
            watch.stop();
            at(0.6)
        });
        assert!(matches!(done, Err(StoreError::Stopped)));
        watch.long(|| at(0.3)).expect("nobody stopped this one");
    }

    #[test]
    fn past_the_point_of_no_return_nothing_stops_it() {
        let watch = Watch::default();
        let done = watch.long(|| {
            no_way_back().expect("nobody stopped it");
            watch.stop();
            assert!(watch.seen().is_some_and(|work| !work.stoppable));
            at(1.0)
        });
        done.expect("it goes to its end");
        let done = watch.long(|| {
            watch.stop();
            no_way_back()
        });
        assert!(matches!(done, Err(StoreError::Stopped)), "stopped before");
    }

    #[test]
    fn other_threads_are_neither_seen_nor_stopped() {
        let watch = Watch::default();
        watch.long(|| {
            watch.stop();
            let beside = std::thread::spawn(|| at(1.0));
            assert!(matches!(beside.join(), Ok(Ok(()))));
            assert_eq!(share(&watch), Some(0));
        });
    }

    #[test]
    fn work_that_panics_leaves_no_trace() {
        let watch = Watch::default();
        let inner = watch.clone();
        let ended = std::thread::spawn(move || inner.long(|| panic!("on purpose"))).join();
        assert!(ended.is_err());
        assert_eq!(watch.seen(), None);
        watch.long(|| at(1.0)).expect("the next one works");
    }
}
