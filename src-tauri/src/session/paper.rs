//! Commands about paper: what stands on sheets, and the note in the journal without which none leaves.

use chrono::{Datelike, NaiveDate};
use vatra_core::id::BeneficiaryId;
use vatra_core::refusal::Refusal;
use vatra_core::terms::Role;
use vatra_core::time::midnight;
use vatra_core::verbs::{self, ActionKind};
use vatra_core::view::{self, DailySheet};
use vatra_store::Window;

use super::Session;
use super::acts::{names_nobody, note};
use crate::answers::{Issue, Issued, Nothing, Paper, ReportDue};
use crate::problem::{Failure, Problem};

impl Paper {
    /// Who may let it go.
    fn least(self) -> Role {
        match self {
            Self::RollCall => Role::Guard,
            Self::Daily => Role::Reception,
            Self::Report { .. } | Self::Record { .. } => Role::Manager,
        }
    }

    /// Whether it leaves the centre: then it says why.
    fn leaves(self) -> bool {
        matches!(self, Self::Report { .. } | Self::Record { .. })
    }

    fn about(self) -> Option<BeneficiaryId> {
        match self {
            Self::Record { beneficiary } => Some(beneficiary),
            _ => None,
        }
    }
}

/// How the journal names the period of a report, in any language.
fn marked(first: NaiveDate, last: NaiveDate) -> String {
    format!("[{first}/{last}]")
}

impl Session {
    /// The sheet that one shift hands to the next.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn daily_sheet(&self, _: Nothing) -> Result<DailySheet, Problem> {
        self.with_open(|open, asking| {
            // Holds that lapsed within the last day are shown as lapsed, as on the screen of plans.
            let from = midnight(asking.now.day()).min(asking.now.plus_minutes(-24 * 60));
            let centre = open.store.load(&Window::from(from))?;
            Ok(view::daily_sheet(&centre, asking.now))
        })
    }

    /// Notes in the journal that a sheet is printed or written as a file, and gives what it is stamped
    /// with: the end of the journal, the note included. One sheet may go out after each note.
    ///
    /// # Errors
    /// Fails for a role that isn't enough; refused without a reason where the sheet leaves the centre.
    pub fn issue(&self, request: Issue) -> Result<Issued, Problem> {
        self.permit(Some(request.paper.least()))?;
        let why = match (request.reason.as_deref(), request.paper.leaves()) {
            (reason, true) => verbs::required(reason.unwrap_or_default())?,
            (_, false) => None,
        };
        let title: String = request.title.trim().chars().take(200).collect();
        if title.is_empty() {
            return Err(Refusal::NeedsReason.into());
        }
        let what = match request.paper {
            Paper::Report { first, last } => format!("{title} {}", marked(first, last)),
            _ => title,
        };
        let reason = match &why {
            Some(why) => format!("{what}. {why}"),
            None => what,
        };
        let kind = if request.file {
            ActionKind::Export
        } else {
            ActionKind::Print
        };
        self.with_open(|open, asking| {
            if let Some(person) = request.paper.about() {
                names_nobody(open, why.as_deref(), person)?;
            }
            note(open, asking, kind, Some(reason), request.paper.about())?;
            let anchor = open.store.anchor()?;
            open.may_go_out = true;
            Ok(Issued {
                seq: anchor.seq,
                seal: anchor.short(),
                at: asking.now,
                by: open.staff.name.clone(),
            })
        })
    }

    /// Whether the annual report of the year before is still to be handed in: it is due by 31 January, and
    /// counts as handed in when it went out this year.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn report_due(&self, _: Nothing) -> Result<ReportDue, Problem> {
        self.with_open(|open, asking| {
            let today = asking.now.day();
            let year = today.year() - 1;
            let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
            let (first, last, by) = (day(year, 1, 1), day(year, 12, 31), day(year + 1, 1, 31));
            let (Some(first), Some(last), Some(by)) = (first, last, by) else {
                return Ok(ReportDue::default());
            };
            let began = midnight(last.succ_opt().unwrap_or(last));
            let existed = open.store.known_at(began)? > 0;
            if today > by || !existed || open.store.went_out(&marked(first, last), began)? {
                return Ok(ReportDue::default());
            }
            let (year, by) = (Some(year), Some(by));
            Ok(ReportDue { year, by })
        })
    }

    /// Takes the permission that a note in the journal gave.
    ///
    /// # Errors
    /// Fails where nothing was noted since the last sheet went out, and where nobody is signed in.
    pub fn go_out(&self) -> Result<(), Problem> {
        let mut state = self.state();
        let open = state.open.as_mut();
        match open.map(|open| std::mem::take(&mut open.may_go_out)) {
            Some(true) => Ok(()),
            _ => Err(Failure::BadRequest.into()),
        }
    }
}
