//! Long work, as the page shows it while it goes on.

use super::Session;
use crate::answers::{LongWork, Nothing};
use crate::problem::Problem;

impl Session {
    /// How far the long work is that goes on, if any does. Never waits for it.
    ///
    /// # Errors
    /// Never.
    pub fn work(&self, _: Nothing) -> Result<LongWork, Problem> {
        let seen = self.watch.seen();
        Ok(LongWork {
            percent: seen.map(|work| (work.share * 100.0) as u8),
            stoppable: seen.is_some_and(|work| work.stoppable),
        })
    }

    /// Asks the long work that goes on to stop: its command then fails with [`crate::problem::Failure::Stopped`].
    /// Where nothing leads back any more it goes to its end.
    ///
    /// # Errors
    /// Never.
    pub fn stop_work(&self, _: Nothing) -> Result<Nothing, Problem> {
        self.watch.stop();
        Ok(Nothing {})
    }
}
