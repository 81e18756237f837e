//! What was noted wrong, put right: the old version stays in the journal, the new one is the record.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::assist::named;
use super::check_in::place_in_bed;
use super::close::planned;
use super::held::{keeps_holds, short_of_places};
use super::moving::NewPlace;
use super::{ActionKind, Asking, Decision, Override, checked, kept, text_fits};
use crate::assignment::Rule;
use crate::centre::{Centre, Changes, Fact};
use crate::facts::{
    Absence, ApartPair, Assistance, BedAssignment, Beneficiary, Departure, Ground, Identity, Party,
    Phase, Stay,
};
use crate::id::{AssistanceId, BeneficiaryId, PartyId, StayId};
use crate::placement::new_breaches;
use crate::refusal::Refusal;
use crate::terms::{
    AbsenceKind, AssistanceKind, Body, DepartureReason, Destination, GroundKind, PhaseKind,
};
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
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
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
        /// When they said they would be back; as it was noted if not said.
        #[serde(default)]
        expected: Option<WallTime>,
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
    /// Why they were here, from a noted ground on.
    Ground {
        /// Since when, as it was noted.
        since: Instant,
        /// The true ground.
        kind: GroundKind,
        /// Who decided it, if anybody has.
        decided_by: Option<Body>,
        /// When it was decided.
        #[ts(type = "string | null")]
        decided_on: Option<NaiveDate>,
        /// Since when; as it was noted if not said.
        at: Option<WallTime>,
    },
    /// What the centre did for them, from a noted phase on.
    Phase {
        /// Since when, as it was noted.
        since: Instant,
        /// The true phase.
        kind: PhaseKind,
        /// Since when; as it was noted if not said.
        at: Option<WallTime>,
    },
    /// Assistance was another one, or on another day.
    Assistance {
        /// Which, as it was noted.
        which: AssistanceId,
        /// What.
        kind: AssistanceKind,
        /// Its name, where it is none of the listed ones.
        name: Option<String>,
        /// The day.
        #[ts(type = "string")]
        day: NaiveDate,
    },
    /// There was no such assistance.
    NotAssisted {
        /// Which, as it was noted.
        which: AssistanceId,
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
            | Self::Ground { at: Some(at), .. }
            | Self::Phase { at: Some(at), .. }
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
    match request.truth.clone() {
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
            expected,
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
            let expected_return = expected.map(planned).transpose()?;
            if expected_return.is_some_and(|back| back <= from) {
                return Err(Refusal::ReturnBeforeLeaving);
            }
            work.changes.replace(Absence {
                kind,
                expected_return: expected_return
                    .or(absence.expected_return)
                    .filter(|back| *back > from),
                span: Span { from, to },
                ..absence.clone()
            });
        }
        Truth::NeverAway { since } => {
            let absence = work.absence(request.stay, since)?.id;
            work.changes.retire(absence);
        }
        Truth::Ground {
            since,
            kind,
            decided_by,
            decided_on,
            at,
        } => {
            if decided_on.is_some_and(|day| day > asking.now.day()) {
                return Err(Refusal::InFuture);
            }
            let at = at.map(|at| asking.at(Some(at))).transpose()?;
            work.ground(request.stay, since, at, |ground| Ground {
                kind,
                decided_by,
                decided_on,
                ..ground
            })?;
        }
        Truth::Phase { since, kind, at } => {
            let at = at.map(|at| asking.at(Some(at))).transpose()?;
            work.phase(request.stay, since, at, |phase| Phase { kind, ..phase })?;
        }
        Truth::Assistance {
            which,
            kind,
            name,
            day,
        } => {
            let given = work.assistance(request.stay, which)?.clone();
            let name = named(kind, name, day, asking)?;
            work.changes.replace(Assistance {
                kind,
                name,
                day,
                ..given
            });
        }
        Truth::NotAssisted { which } => {
            let which = work.assistance(request.stay, which)?.id;
            work.changes.retire(which);
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
    keeps_holds(centre, &after, asking.now)?;
    let people = |centre: &Centre| centre.stays_at(asking.now).count();
    let (taken, places) = (people(&after), centre.capacity(asking.now));
    if taken > places && taken > people(centre) {
        let over = Refusal::OverCapacity { taken, places };
        asking.may_override(&Override(Some(reason.clone())), over)?;
    } else if let Some(short) = short_of_places(&after, Span::since(asking.now), asking.now)
        && short_of_places(centre, Span::since(asking.now), asking.now).is_none()
    {
        asking.may_override(&Override(Some(reason.clone())), short)?;
    }
    let mut breaches = new_breaches(centre, &after, asking.now);
    if let Truth::Bed { since, .. } = request.truth {
        // Whether it was to be closed already is asked of when they came into it, where they still sleep there.
        let slept = after.bed_assignments.values();
        let mut still = slept.filter(|one| one.stay == request.stay && one.span.from == since);
        if still.any(|one| one.span.contains(asking.now)) {
            let then = new_breaches(centre, &after, since);
            let closed = then.into_iter().filter(|one| one.rule == Rule::B1);
            breaches.extend(
                closed
                    .filter(|one| !breaches.contains(one))
                    .collect::<Vec<_>>(),
            );
        }
    }
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

/// Corrects one of the pieces that follow on each other during a stay, and where it begins.
macro_rules! piece {
    ($name:ident, $field:ident, $kind:ident) => {
        fn $name(
            &mut self,
            stay: StayId,
            since: Instant,
            at: Option<Instant>,
            right: impl Fn($kind) -> $kind,
        ) -> Result<(), Refusal> {
            let of_stay = || self.centre.$field.values().filter(|one| one.stay == stay);
            let noted = of_stay()
                .find(|one| one.span.from == since)
                .ok_or(Refusal::NotFound)?;
            let mut new = right(noted.clone());
            let before = of_stay().find(|one| one.span.to == Some(since)).cloned();
            // The first of all begins with the stay: its time is that of the arrival.
            if let (Some(mut before), Some(at)) = (before, at.filter(|at| *at != since)) {
                new.span.from = at;
                before.span.to = Some(at);
                self.changes.replace(before);
            }
            self.changes.replace(new);
            Ok(())
        }
    };
}

impl Work<'_> {
    piece!(ground, grounds, Ground);
    piece!(phase, phases, Phase);

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

    fn assistance(&self, stay: StayId, which: AssistanceId) -> Result<&Assistance, Refusal> {
        let given = self.centre.assistances.get(&which);
        given
            .filter(|one| one.stay == stay)
            .ok_or(Refusal::NotFound)
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

    /// Joins two records of one person: the stays, what they need, from whom they are kept apart, and what only one of
    /// the two says.
    fn is_really(&mut self, stay: &Stay, is: BeneficiaryId) -> Result<(), Refusal> {
        let people = &self.centre.beneficiaries;
        let person = people.get(&is).ok_or(Refusal::NotFound)?;
        let was = stay.beneficiary;
        if was == is {
            return Err(Refusal::NothingChanges);
        }
        if let Some(other) = people.get(&was) {
            let joined = Beneficiary {
                needs: &person.needs | &other.needs,
                citizenship: person.citizenship.clone().or(other.citizenship.clone()),
                ..person.clone()
            };
            if joined != *person {
                self.changes.replace(joined);
            }
        }
        self.keep_apart_too(was, is);
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

    /// Whoever was kept apart from somebody is kept apart from whom they really are; nobody from themselves.
    fn keep_apart_too(&mut self, was: BeneficiaryId, is: BeneficiaryId) {
        let pairs = self.centre.apart_pairs.values();
        for pair in pairs.filter(|pair| pair.one == was || pair.other == was) {
            let really = |who| if who == was { is } else { who };
            let joined = ApartPair {
                one: really(pair.one),
                other: really(pair.other),
                ..pair.clone()
            };
            let both = [joined.one, joined.other];
            let is_there = self.centre.apart_pairs.values().any(|other| {
                other.id != pair.id
                    && other.span.overlaps(pair.span)
                    && both.contains(&other.one)
                    && both.contains(&other.other)
            });
            if joined.one == joined.other || is_there {
                self.changes.retire(pair.id);
            } else {
                self.changes.replace(joined);
            }
        }
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
