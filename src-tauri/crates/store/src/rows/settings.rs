//! What a manager sets through time, in its tables.

use rusqlite::Result;
use rusqlite::types::Value;
use vatra_core::desk::DeskSettings;
use vatra_core::facts::{AssistanceName, BedStanding, Desk, Limits, TermLimit};
use vatra_core::id::{AssistanceNameId, BedId, BedStandingId, DeskId, TermLimitId};

use super::{Columns, Table, Understand, blob, number, option, span, text};

impl Table for Desk {
    const NAME: &'static str = "desk";
    const COLUMNS: &'static [&'static str] = &[
        "undo_hours",
        "ending_days",
        "lapsing_hours",
        "forgotten_days",
        "smallest_count",
        "idle_minutes",
        "backup_actions",
        "backup_days",
        "erase_days",
        "from_at",
        "to_at",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        let set = self.settings;
        vec![
            blob(self.id.0),
            number(set.undo_hours),
            number(set.ending_days),
            number(set.lapsing_hours),
            number(set.forgotten_days),
            number(set.smallest_count),
            number(set.idle_minutes),
            number(set.backup_actions),
            number(set.backup_days),
            option(set.erase_days, number),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: DeskId(row.id("id")?),
            settings: DeskSettings {
                undo_hours: row.get("undo_hours")?,
                ending_days: row.get("ending_days")?,
                lapsing_hours: row.get("lapsing_hours")?,
                forgotten_days: row.get("forgotten_days")?,
                smallest_count: row.get("smallest_count")?,
                idle_minutes: row.get("idle_minutes")?,
                backup_actions: row.get("backup_actions")?,
                backup_days: row.get("backup_days")?,
                erase_days: row.get("erase_days")?,
            },
            span: row.span()?,
        })
    }
}

impl Table for TermLimit {
    const NAME: &'static str = "term_limit";
    const COLUMNS: &'static [&'static str] = &[
        "victim",
        "presumed_victim",
        "potential_victim",
        "accompanying",
        "from_at",
        "to_at",
    ];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        let set = self.limits;
        vec![
            blob(self.id.0),
            option(set.victim, number),
            option(set.presumed_victim, number),
            option(set.potential_victim, number),
            option(set.accompanying, number),
            from,
            to,
        ]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: TermLimitId(row.id("id")?),
            limits: Limits {
                victim: row.get("victim")?,
                presumed_victim: row.get("presumed_victim")?,
                potential_victim: row.get("potential_victim")?,
                accompanying: row.get("accompanying")?,
            },
            span: row.span()?,
        })
    }
}

impl Table for AssistanceName {
    const NAME: &'static str = "assistance_name";
    const COLUMNS: &'static [&'static str] = &["name", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![blob(self.id.0), text(&self.name), from, to]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: AssistanceNameId(row.id("id")?),
            name: row.get("name")?,
            span: row.span()?,
        })
    }
}

impl Table for BedStanding {
    const NAME: &'static str = "bed_standing";
    const COLUMNS: &'static [&'static str] = &["bed_id", "from_at", "to_at"];

    fn values(&self) -> Vec<Value> {
        let [from, to] = span(self.span);
        vec![blob(self.id.0), blob(self.bed.0), from, to]
    }

    fn read(row: &Columns<'_>) -> Result<Self> {
        Ok(Self {
            id: BedStandingId(row.id("id")?),
            bed: BedId(row.id("bed_id")?),
            span: row.span()?,
        })
    }
}
