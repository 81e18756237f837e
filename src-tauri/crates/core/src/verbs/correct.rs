//! What was noted wrong, put right: the old version stays in the journal, the new one is the record.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_in::place_in_bed;
use super::moving::NewPlace;
use super::{ActionKind, Asking, Decision, Override, checked, kept, text_fits};
use crate::centre::{Centre, Changes, Fact};
use crate::facts::{Absence, BedAssignment, Departure, Identity, Party, Stay};
use crate::id::{BeneficiaryId, PartyId, StayId};
use crate::placement::new_breaches;
use crate::refusal::Refusal;
use crate::terms::{AbsenceKind, DepartureReason, Destination};
use crate::time::{Instant, Span, WallTime};

/// A fact of a stay that was noted wrong, and what is true instead.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Correct {
    /// Whose stay.
    pub stay: StayId,
    /// Others of the party of whom the same is true; not for a bed, an absence or the person.
    pub also: Vec<StayId>,
    /// What is true.
    pub truth: Truth,
    /// Why the record was wrong; it goes into the journal.
    pub reason: String,
}

/// What is true instead of what was noted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Truth {
    /// When they arrived.
    Arrival {
        /// The time.
        at: WallTime,
    },
    /// When they left, why and where to.
    Departure {
        /// The time; as it was noted if not said.
        at: Option<WallTime>,
        /// Why, if known.
        reason: Option<DepartureReason>,
        /// Where to, if known.
        destination: Option<Destination>,
    },
    /// They did not leave.
    Remained,
    /// Where somebody slept from a noted move or the arrival on.
    Bed {
        /// Since when, as it was noted.
        since: Instant,
        /// The true place.
        place: NewPlace,
    },
    /// When they moved.
    Moved {
        /// When, as it was noted.
        since: Instant,
        /// The true time.
        at: WallTime,
    },
    /// An absence.
    Absence {
        /// When it began, as it was noted.
        since: Instant,
        /// Where to.
        kind: AbsenceKind,
        /// When it began.
        left: WallTime,
        /// When it ended; none while it lasts.
        back: Option<WallTime>,
    },
    /// There was no such absence.
    NeverAway {
        /// When it began, as it was noted.
        since: Instant,
    },
    /// With whom they are: the party of another stay, or one of their own.
    Party {
        /// Somebody of the party; none for a party of their own.
        with: Option<StayId>,
    },
    /// Who it is: all stays under one code are those of another person who is known already.
    Person {
        /// The person it really is.
        is: BeneficiaryId,
    },
}

impl Truth {
    /// The earliest time it speaks of, besides what is noted of the stays themselves.
    ///
    /// # Errors
    /// Refused in the future, and in the hour that summer time skips.
    pub fn earliest(&self, asking: Asking) -> Result<Instant, Refusal> {
        match *self {
            Self::Arrival { at }
            | Self::Moved { at, .. }
            | Self::Departure { at: Some(at), .. } => asking.at(Some(at)),
            Self::Absence { left, .. } => asking.at(Some(left)),
            _ => Ok(asking.now),
        }
    }
}

/// Puts right what was noted wrong. What else is recorded stays as it is.
///
/// # Errors
/// Refused without a reason; where somebody else had the bed then, where the person was elsewhere then,
/// and where later actions say otherwise; and where the people here now would break rules of room
/// assignment, which a manager can go past.
pub fn correct(centre: &Centre, request: &Correct, asking: Asking) -> Result<Decision, Refusal> {
    let reason = kept(Some(request.reason.clone())).ok_or(Refusal::NeedsReason)?;
    text_fits(&reason)?;
    let ids: BTreeSet<_> = request.also.iter().copied().chain([request.stay]).collect();
    let mut stays = Vec::new();
    for id in &ids {
        stays.push(centre.stays.get(id).ok_or(Refusal::NotFound)?);
    }
    let mut work = Work {
        centre,
        changes: Changes::default(),
    };
    match request.truth {
        Truth::Arrival { at } => {
            let at = asking.at(Some(at))?;
            stays.iter().for_each(|stay| work.arrived(stay, at));
        }
        Truth::Departure {
            at,
            reason,
            destination,
        } => {
            let at = at.map(|at| asking.at(Some(at))).transpose()?;
            for stay in stays {
                work.left(
                    stay,
                    at,
                    Departure {
                        reason,
                        destination,
                    },
                )?;
            }
        }
        Truth::Remained => {
            for stay in stays {
                work.remained(stay)?;
            }
        }
        Truth::Bed { since, place } => work.slept(request.stay, since, place)?,
        Truth::Moved { since, at } => {
            let at = asking.at(Some(at))?;
            for stay in stays {
                work.moved(stay.id, since, at, stay.id == request.stay)?;
            }
        }
        Truth::Absence {
            since,
            kind,
            left,
            back,
        } => {
            let (from, to) = (
                asking.at(Some(left))?,
                back.map(|at| asking.at(Some(at))).transpose()?,
            );
            if to.is_some_and(|to| to <= from) {
                return Err(Refusal::ReturnBeforeLeaving);
            }
            let absence = work.absence(request.stay, since)?;
            let to = to.or(centre
                .stays
                .get(&request.stay)
                .and_then(|stay| stay.span.to));
            work.changes.replace(Absence {
                kind,
                span: Span { from, to },
                ..absence.clone()
            });
        }
        Truth::NeverAway { since } => {
            let absence = work.absence(request.stay, since)?.id;
            work.changes.retire(absence);
        }
        Truth::Party { with } => work.together(&stays, with)?,
        Truth::Person { is } => work.is_really(stays[0], is)?,
    }
    let changes = work.changes;
    let mut after = centre.clone();
    after.apply(&changes, 0);
    if after == *centre {
        return Err(Refusal::NothingChanges);
    }
    clash(&after, &changes)?;
    let breaches = new_breaches(centre, &after, asking.now);
    if !breaches.is_empty() {
        // The reason for a correction is not yet one for going past the rules; a manager's is.
        asking.may_override(
            &Override(Some(reason.clone())),
            Refusal::BreaksRules { breaches },
        )?;
    }
    let (kind, happened_at) = (ActionKind::Correct, asking.now);
    checked(
        centre,
        Decision {
            kind,
            happened_at,
            reason: Some(reason),
            changes,
        },
    )
}

struct Work<'a> {
    centre: &'a Centre,
    changes: Changes,
}

/// Every fact that is noted for a stay and has a span.
macro_rules! each_part {
    ($work:ident, $stay:expr, |$fact:ident| $change:block) => {
        each_part!($work, $stay, |$fact| $change, bed_assignments bed_shares grounds phases absences)
    };
    ($work:ident, $stay:expr, |$fact:ident| $change:block, $($field:ident)*) => {$(
        for found in $work.centre.$field.values().filter(|fact| fact.stay == $stay) {
            let mut $fact = found.clone();
            if $change {
                $work.changes.replace($fact);
            }
        }
    )*};
}

impl Work<'_> {
    /// What began with the stay begins with it still.
    fn arrived(&mut self, stay: &Stay, at: Instant) {
        let noted = stay.span.from;
        self.changes.replace(Stay {
            span: Span {
                from: at,
                ..stay.span
            },
            ..stay.clone()
        });
        each_part!(self, stay.id, |part| {
            let first = part.span.from == noted;
            if first {
                part.span.from = at;
            }
            first
        });
    }

    /// What ended with the stay ends with it still.
    fn left(
        &mut self,
        stay: &Stay,
        at: Option<Instant>,
        departure: Departure,
    ) -> Result<(), Refusal> {
        let noted = stay.span.to.ok_or(Refusal::NotFound)?;
        let at = at.unwrap_or(noted);
        let span = Span {
            to: Some(at),
            ..stay.span
        };
        self.changes.replace(Stay {
            span,
            departure: Some(departure),
            ..stay.clone()
        });
        self.ended(stay.id, noted, Some(at));
        Ok(())
    }

    fn remained(&mut self, stay: &Stay) -> Result<(), Refusal> {
        let noted = stay.span.to.ok_or(Refusal::NotFound)?;
        self.changes.replace(Stay {
            span: Span::since(stay.span.from),
            departure: None,
            ..stay.clone()
        });
        self.ended(stay.id, noted, None);
        Ok(())
    }

    fn ended(&mut self, stay: StayId, noted: Instant, to: Option<Instant>) {
        each_part!(self, stay, |part| {
            let last = part.span.to == Some(noted) && to != Some(noted);
            if last {
                part.span.to = to;
            }
            last
        });
    }

    fn slept(&mut self, stay: StayId, since: Instant, place: NewPlace) -> Result<(), Refusal> {
        let own = self
            .centre
            .bed_assignments
            .values()
            .find(|a| a.stay == stay && a.span.from == since);
        let share = self
            .centre
            .bed_shares
            .values()
            .find(|s| s.stay == stay && s.span.from == since);
        let mut without = self.centre.clone();
        let span = match (own, share) {
            (Some(own), _) => {
                without.take(own.id.into());
                self.changes.retire(own.id);
                own.span
            }
            (None, Some(share)) => {
                without.take(share.id.into());
                self.changes.retire(share.id);
                share.span
            }
            (None, None) => return Err(Refusal::NotFound),
        };
        let fact = match (place_in_bed(&without, stay, place, span)?, own) {
            // The same fact in a new version.
            (Fact::BedAssignment(new), Some(own)) => BedAssignment { id: own.id, ..new }.into(),
            (other, _) => other,
        };
        self.changes.add(fact);
        Ok(())
    }

    /// The time between two beds. Others who moved at the same time and place may have moved too.
    fn moved(
        &mut self,
        stay: StayId,
        since: Instant,
        at: Instant,
        must: bool,
    ) -> Result<(), Refusal> {
        let begins = |span: Span| span.from == since;
        let beds = self.centre.bed_assignments.values();
        let shares = self.centre.bed_shares.values();
        let own = beds.clone().any(|a| a.stay == stay && begins(a.span));
        let shared = shares.clone().any(|s| s.stay == stay && begins(s.span));
        let before = beds
            .map(|a| (a.stay, a.span))
            .chain(shares.map(|s| (s.stay, s.span)));
        let before = before
            .into_iter()
            .any(|(whose, span)| whose == stay && span.to == Some(since));
        if !(own || shared) || !before {
            return if must { Err(Refusal::NotFound) } else { Ok(()) };
        }
        each_part!(self, stay, |part| {
            let (starts, ends) = (part.span.from == since, part.span.to == Some(since));
            if starts {
                part.span.from = at;
            }
            if ends {
                part.span.to = Some(at);
            }
            starts || ends
        }, bed_assignments bed_shares);
        Ok(())
    }

    fn absence(&self, stay: StayId, since: Instant) -> Result<&Absence, Refusal> {
        let mut absences = self.centre.absences.values();
        absences
            .find(|a| a.stay == stay && a.span.from == since)
            .ok_or(Refusal::NotFound)
    }

    fn together(&mut self, stays: &[&Stay], with: Option<StayId>) -> Result<(), Refusal> {
        let party = match with {
            Some(other) => {
                self.centre
                    .stays
                    .get(&other)
                    .ok_or(Refusal::NotFound)?
                    .party
            }
            None => {
                let before = self
                    .centre
                    .parties
                    .get(&stays[0].party)
                    .ok_or(Refusal::NotFound)?;
                let party = Party {
                    id: PartyId::new(),
                    ..before.clone()
                };
                self.changes.add(party.clone());
                party.id
            }
        };
        for stay in stays.iter().filter(|stay| stay.party != party) {
            self.changes.replace(Stay {
                party,
                ..(*stay).clone()
            });
        }
        Ok(())
    }

    /// Joins two records of one person: the stays, and an identity where the other has none.
    fn is_really(&mut self, stay: &Stay, is: BeneficiaryId) -> Result<(), Refusal> {
        if !self.centre.beneficiaries.contains_key(&is) {
            return Err(Refusal::NotFound);
        }
        let was = stay.beneficiary;
        if was == is {
            return Err(Refusal::NothingChanges);
        }
        for stay in self
            .centre
            .stays
            .values()
            .filter(|stay| stay.beneficiary == was)
        {
            self.changes.replace(Stay {
                beneficiary: is,
                ..stay.clone()
            });
        }
        if let Some(identity) = self.centre.identity_of(was) {
            match self.centre.identity_of(is) {
                None => self.changes.replace(Identity {
                    beneficiary: is,
                    ..identity.clone()
                }),
                Some(_) => self.changes.retire(identity.id),
            }
        }
        self.changes.retire(was);
        Ok(())
    }
}

/// Somebody else in the bed, or the person in two places, named with the time.
fn clash(after: &Centre, changes: &Changes) -> Result<(), Refusal> {
    for fact in &changes.add {
        match fact {
            Fact::BedAssignment(new) => {
                let mut others = after.bed_assignments.values();
                let other = others
                    .find(|a| a.bed == new.bed && a.id != new.id && a.span.overlaps(new.span));
                if let Some(other) = other {
                    return Err(Refusal::BedTaken {
                        bed: after.bed_label(new.bed),
                        who: after.code_of(other.stay),
                        since: other.span.from,
                        until: other.span.to,
                    });
                }
            }
            Fact::Stay(new) => {
                let mut others = after.stays.values();
                let other = others.find(|other| {
                    other.beneficiary == new.beneficiary
                        && other.id != new.id
                        && other.span.overlaps(new.span)
                });
                if let Some(other) = other {
                    let bed = after
                        .bed_of(other.id, other.span.from)
                        .map(|bed| after.bed_label(bed));
                    return Err(Refusal::AlreadyHere {
                        who: after.code_of(other.id),
                        bed: bed.unwrap_or_default(),
                        since: other.span.from,
                    });
                }
            }
            _ => {}
        }
    }
    Ok(())
}
