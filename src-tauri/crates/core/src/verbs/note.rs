//! What changes no fact and is written into the journal all the same: looks, prints, exports, checks.

use super::{ActionKind, Asking, Decision, kept, text_fits};
use crate::centre::Changes;
use crate::refusal::Refusal;

/// Notes that something was done which changes no fact.
///
/// # Errors
/// Refused for a reason that is too long.
pub fn note(kind: ActionKind, reason: Option<String>, asking: Asking) -> Result<Decision, Refusal> {
    let reason = kept(reason);
    reason.as_deref().map_or(Ok(()), text_fits)?;
    Ok(Decision {
        kind,
        happened_at: asking.now,
        reason,
        changes: Changes::default(),
    })
}

/// A reason without which nothing is done.
///
/// # Errors
/// Refused where it is empty.
pub fn required(reason: &str) -> Result<Option<String>, Refusal> {
    kept(Some(reason.to_owned()))
        .map(Some)
        .ok_or(Refusal::NeedsReason)
}
