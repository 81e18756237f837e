//! What a manager sets about the work of the desk: how soon the program reminds, forgets, locks and saves.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The settings of the desk. A file that has none of its own is read with the defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeskSettings {
    /// For how many hours reception may take back what they did themselves.
    pub undo_hours: u16,
    /// From how many days before its end on a term is listed as ending.
    pub ending_days: u16,
    /// From how many hours before it lapses on a hold is listed.
    pub lapsing_hours: u16,
    /// After how many days beyond the expected return a stay looks forgotten.
    pub forgotten_days: u16,
    /// The smallest count that is shown in what leaves the centre.
    pub smallest_count: u16,
    /// After how many minutes without a key or a click the program locks itself.
    pub idle_minutes: u16,
    /// After how many actions a backup is made by itself.
    pub backup_actions: u16,
    /// After how many days with something new the last backup that was read back is too old.
    pub backup_days: u16,
    /// How many days after the last discharge an identity is erased; never, if none.
    pub erase_days: Option<u16>,
}

impl Default for DeskSettings {
    fn default() -> Self {
        Self {
            undo_hours: 24,
            ending_days: 7,
            lapsing_hours: 24,
            forgotten_days: 3,
            smallest_count: 5,
            idle_minutes: 5,
            backup_actions: 20,
            backup_days: 1,
            erase_days: None,
        }
    }
}

/// One setting that is out of the possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfBounds {
    /// Which: the name of the field.
    pub field: &'static str,
    /// The least it may be.
    pub least: u16,
    /// The most it may be.
    pub most: u16,
}

impl DeskSettings {
    /// The first setting that is out of the possible. Under three a count that leaves would let two people
    /// know each other; an hour without a key is longer than a desk may stand open.
    #[must_use]
    pub fn out_of_bounds(self) -> Option<OutOfBounds> {
        let within: [(&'static str, u16, RangeInclusive<u16>); 9] = [
            ("undo_hours", self.undo_hours, 1..=168),
            ("ending_days", self.ending_days, 1..=90),
            ("lapsing_hours", self.lapsing_hours, 1..=168),
            ("forgotten_days", self.forgotten_days, 1..=90),
            ("smallest_count", self.smallest_count, 3..=50),
            ("idle_minutes", self.idle_minutes, 1..=60),
            ("backup_actions", self.backup_actions, 1..=1_000),
            ("backup_days", self.backup_days, 1..=31),
            ("erase_days", self.erase_days.unwrap_or(1), 1..=3_650),
        ];
        let out = within
            .into_iter()
            .find(|(_, value, range)| !range.contains(value));
        out.map(|(field, _, range)| OutOfBounds {
            field,
            least: *range.start(),
            most: *range.end(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_possible_and_each_bound_holds() {
        let usual = DeskSettings::default();
        assert_eq!(usual.out_of_bounds(), None);
        let never = DeskSettings {
            erase_days: Some(0),
            ..usual
        };
        assert_eq!(
            never.out_of_bounds().map(|out| out.field),
            Some("erase_days")
        );
        let one = DeskSettings {
            smallest_count: 2,
            ..usual
        };
        assert_eq!(
            one.out_of_bounds().map(|out| (out.field, out.least)),
            Some(("smallest_count", 3))
        );
        let open = DeskSettings {
            idle_minutes: 61,
            ..usual
        };
        assert_eq!(
            open.out_of_bounds().map(|out| (out.field, out.most)),
            Some(("idle_minutes", 60))
        );
    }
}
