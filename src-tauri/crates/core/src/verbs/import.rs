//! A register that was kept elsewhere, taken over as one action.

use super::{ActionKind, Asking, Decision, checked, kept, text_fits};
use crate::centre::Centre;
use crate::import::Plan;
use crate::refusal::Refusal;

/// Takes over a register as its dry run says.
///
/// # Errors
/// Refused while a row can't be taken, and where there is nothing to take. What is only odd, such as a rule
/// that was broken at the time, is history and stands in no way.
pub fn import(
    centre: &Centre,
    plan: Plan,
    reason: &str,
    asking: Asking,
) -> Result<Decision, Refusal> {
    let wrong = plan.preview.counts.wrong_rows;
    if wrong > 0 {
        return Err(Refusal::RowsInTheWay { rows: wrong });
    }
    if plan.changes.add.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let reason = kept(Some(reason.to_owned()));
    reason.as_deref().map_or(Ok(()), text_fits)?;
    let decision = Decision {
        kind: ActionKind::Import,
        happened_at: asking.now,
        reason,
        changes: plan.changes,
    };
    checked(centre, decision)
}
