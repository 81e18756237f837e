//! Language, theme and size: they are known before anybody signs in, and say nothing of anybody.

use std::path::Path;

use vatra_core::Instant;
use vatra_core::desk::DeskSettings;
use vatra_store::{Beside, Window};

use super::{Open, Session, State};
use crate::answers::{Language, Look, Stage, Status, Theme, usual_size};
use crate::problem::{Failure, Problem};
use crate::sample;

impl Beside for Look {
    const FILE: &'static str = "look.json";

    /// In the language of the system.
    fn usual(_: &Path) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok());
        let language = match locale.unwrap_or_default().get(..2) {
            Some("ru") => Language::Ru,
            Some("en") => Language::En,
            _ => Language::Ro,
        };
        Self {
            language,
            theme: Theme::System,
            zoom: usual_size(),
            toured: false,
        }
    }
}

impl Session {
    /// Where the program stands.
    ///
    /// # Errors
    /// Never; trouble is a part of the answer.
    pub fn status(&self, _: crate::answers::Nothing) -> Result<Status, Problem> {
        let mut state = self.state();
        self.take_home(&mut state);
        Ok(self.status_of(&state))
    }

    /// Sets language, theme and size.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn set_look(&self, look: Look) -> Result<Status, Problem> {
        let mut state = self.state();
        state.look = look;
        if state.home.is_some() {
            look.write(&self.folder)?;
        }
        Ok(self.status_of(&state))
    }

    pub(super) fn status_of(&self, state: &State) -> Status {
        let ahead = state.open.as_ref().map_or(0, |open| open.ahead);
        let now = (self.clock)().plus_millis(ahead);
        let made = state.centre().is_some_and(vatra_store::Home::has_centre);
        let stage = match (&state.trouble, &state.open, made) {
            (Some(_), _, _) => Stage::Trouble,
            (None, Some(_), _) => Stage::Open,
            (None, None, true) => Stage::Locked,
            (None, None, false) => Stage::Empty,
        };
        let staff = state
            .open
            .as_ref()
            .map(|open| super::staff::view(&open.staff));
        Status {
            stage,
            sample: state.sample.is_some(),
            staff,
            language: state.look.language,
            theme: state.look.theme,
            zoom: state.look.zoom.clamp(100, 200),
            toured: state.look.toured,
            trouble: (state.trouble.clone()).or(state.damaged.then_some(Failure::Damaged)),
            idle_minutes: idle_minutes(state.open.as_ref(), now),
            now,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            sample_sign_in: state
                .sample
                .is_some()
                .then(|| (sample::MANAGER.to_owned(), sample::PASSPHRASE.to_owned())),
        }
    }
}

/// As it is set in the centre that is open.
fn idle_minutes(open: Option<&Open>, now: Instant) -> u16 {
    let centre = open.and_then(|open| open.store.load(&Window::from(now)).ok());
    let desk = centre.map_or_else(DeskSettings::default, |centre| centre.desk(now));
    desk.idle_minutes
}
