//! Wrong passphrases are slowed down, account by account: a second after the first, doubling to a quarter
//! of an hour. How often it was tried is remembered across restarts; how long is counted by the running
//! program, so that no clock can be set to shorten it. Nothing is ever wiped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use vatra_store::Beside;

use super::{Session, State};
use crate::problem::{Failure, Problem};

const LONGEST: u64 = 15 * 60;

/// How often each account was tried in vain since it was last opened; by a digest, not by name.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
struct Tries(BTreeMap<String, Tried>);

impl Beside for Tries {
    const FILE: &'static str = "tries.json";

    fn usual(_: &Path) -> Self {
        Self::default()
    }
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Tried {
    /// How often since it was last opened.
    times: u32,
    /// How often the journal doesn't know of yet: opening the account in the meantime doesn't settle that.
    #[serde(default)]
    untold: u32,
}

impl Tried {
    fn settled(self) -> bool {
        self.times == 0 && self.untold == 0
    }
}

impl Tries {
    /// Keeps what is not settled.
    fn keep(&mut self, folder: &Path) -> Result<(), Problem> {
        self.0.retain(|_, tried| !tried.settled());
        if self.0.is_empty() {
            // There is nothing to remember; where it can't be removed, it is overwritten the next time.
            let _ = fs::remove_file(folder.join(Self::FILE));
            return Ok(());
        }
        Ok(self.write(folder)?)
    }
}

/// On a full disk there is still something to read: it is counted as long as the program runs.
fn as_far_as_possible(written: Result<(), Problem>) -> Result<(), Problem> {
    match written {
        Err(Problem::Failed(Failure::DiskFull | Failure::ReadOnly)) => Ok(()),
        other => other,
    }
}

fn account(name: &str) -> String {
    let digest = Sha256::digest(format!("vatra tries {}", name.trim().to_lowercase()));
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn wait(tries: u32) -> Duration {
    match tries.checked_sub(1) {
        None => Duration::ZERO,
        Some(doubled) => {
            Duration::from_secs(1_u64.checked_shl(doubled).unwrap_or(LONGEST).min(LONGEST))
        }
    }
}

impl Session {
    /// Tries to open something for an account, unless it is too soon for that; counts it before it is
    /// tried, so that ending the program in the middle gains nothing. Once it is opened, nothing is counted any more.
    pub(super) fn patiently<T>(
        &self,
        state: &mut State,
        name: &str,
        open: impl FnOnce(&mut State) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.patiently_there(state, name, |state| Ok((open(state)?, true)))
    }

    /// As [`Self::patiently`], for what may lie elsewhere: `open` also says whether it opened what is here. What opens
    /// only a backup that anybody may have brought along says nothing of the account here.
    pub(super) fn patiently_there<T>(
        &self,
        state: &mut State,
        name: &str,
        open: impl FnOnce(&mut State) -> Result<(T, bool), Problem>,
    ) -> Result<T, Problem> {
        let Some(folder) = state.centre().map(|home| home.folder().to_owned()) else {
            return open(state).map(|(opened, _)| opened);
        };
        let account = account(name);
        // What the disk doesn't give is not written anew: meanwhile the running program alone counts.
        let mut kept = Tries::read(&folder).ok();
        let tried = kept.as_ref().and_then(|tries| tries.0.get(&account));
        let tried = tried.copied().unwrap_or_default();
        let mut count = |account: &str, tried: Tried| {
            let Some(tries) = &mut kept else {
                return Ok(());
            };
            tries.0.insert(account.to_owned(), tried);
            as_far_as_possible(tries.keep(&folder))
        };
        let before = state.tried.get(&account).copied();
        let (since, noted) = before.unwrap_or_default();
        let so_far = tried.times.max(noted);
        let left = (since + wait(so_far)).saturating_sub((self.uptime)());
        if so_far > 0 && !left.is_zero() {
            let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
            return Err(Failure::TooSoon { seconds }.into());
        }
        let once_more = Tried {
            times: so_far + 1,
            untold: tried.untold + 1,
        };
        count(&account, once_more)?;
        let noted = ((self.uptime)(), once_more.times);
        state.tried.insert(account.clone(), noted);
        let opened = open(state);
        let guessed = matches!(
            opened,
            Err(Problem::Failed(
                Failure::WrongPassphrase | Failure::WrongRecovery
            ))
        );
        if guessed {
            return opened.map(|(opened, _)| opened);
        }
        if matches!(opened, Ok((_, true))) {
            count(&account, Tried { times: 0, ..tried })?;
            state.tried.remove(&account);
        } else {
            // A file that can't be opened otherwise is no wrong guess, and no right one.
            count(&account, tried)?;
            match before {
                Some(before) => state.tried.insert(account, before),
                None => state.tried.remove(&account),
            };
        }
        opened.map(|(opened, _)| opened)
    }
}

/// How often each account was tried in vain, as far as the journal doesn't know it yet.
pub(super) struct Untold(BTreeMap<String, u32>);

impl Untold {
    /// What the journal of this folder's file doesn't know yet.
    pub(super) fn of(folder: &Path) -> Self {
        let untold = Tries::read_or_usual(folder).0.into_iter();
        Self(
            untold
                .filter(|(_, tried)| tried.untold > 0)
                .map(|(account, tried)| (account, tried.untold))
                .collect(),
        )
    }

    /// Whom it was tried for, and how often, for the journal; nothing where it never was. A name that
    /// nobody has is not repeated: it may be a passphrase typed into the wrong field.
    pub(super) fn words<'a>(&self, names: impl Iterator<Item = &'a str>) -> Option<String> {
        let known: BTreeMap<String, &str> = names
            .map(|name| (account(name), name))
            .chain([(account(""), "AGE-SECRET-KEY")])
            .collect();
        let mut by_name: BTreeMap<&str, u32> = BTreeMap::new();
        for (account, times) in &self.0 {
            *by_name
                .entry(known.get(account).copied().unwrap_or("?"))
                .or_default() += times;
        }
        let each = by_name
            .iter()
            .map(|(name, times)| format!("{name} × {times}"));
        let all: Vec<String> = each.collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// The journal knows it now.
    pub(super) fn told(folder: &Path) -> Result<(), Problem> {
        let mut tries = Tries::read(folder)?;
        for tried in tries.0.values_mut() {
            tried.untold = 0;
        }
        tries.keep(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_from_a_second_to_a_quarter_of_an_hour() {
        let seconds: Vec<u64> = (0..14).map(|tries| wait(tries).as_secs()).collect();
        assert_eq!(
            seconds,
            [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]
        );
        assert_eq!(wait(u32::MAX).as_secs(), 900);
    }
}
