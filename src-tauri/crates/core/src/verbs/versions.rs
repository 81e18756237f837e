//! What is set through time: one version after another, each until the next.

use std::collections::BTreeMap;

use crate::centre::{Changes, Fact};
use crate::facts::{Capacity, Desk, Policy, TermLimit};
use crate::time::{Instant, Span};

/// A fact of which one version after another is in force.
pub(super) trait Version: Clone + Into<Fact> {
    /// When it is in force.
    fn span(&self) -> Span;
    /// The same for another time.
    fn during(&self, span: Span) -> Self;
}

macro_rules! versions {
    ($($kind:ident),*) => {$(
        impl Version for $kind {
            fn span(&self) -> Span {
                self.span
            }

            fn during(&self, span: Span) -> Self {
                Self { span, ..self.clone() }
            }
        }
    )*};
}
versions!(Capacity, Policy, Desk, TermLimit);

/// Puts a new version in force from an instant on, until the next one that is recorded already. `new` is
/// given the version that begins at the same instant, which it takes the place of, and when it is in force.
pub(super) fn in_force_from<Id, T: Version>(
    all: &BTreeMap<Id, T>,
    from: Instant,
    new: impl FnOnce(Option<&T>, Span) -> T,
) -> Changes {
    let mut changes = Changes::default();
    let before = all.values().find(|one| one.span().contains(from));
    let later = all
        .values()
        .map(|one| one.span().from)
        .filter(|start| *start > from);
    let span = Span {
        from,
        to: later.min(),
    };
    match before {
        Some(before) if before.span().from == from => changes.replace(new(Some(before), span)),
        before => {
            if let Some(before) = before {
                changes.replace(before.during(Span {
                    to: Some(from),
                    ..before.span()
                }));
            }
            changes.add(new(None, span));
        }
    }
    changes
}
