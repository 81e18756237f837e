//! Commands that write: each loads what it needs of the record, lets the core decide, and appends.

use std::collections::BTreeSet;

use vatra_core::desk::DeskSettings;
use vatra_core::id::{BeneficiaryId, StaffId, StayId};
use vatra_core::refusal::{Obstacle, Refusal};
use vatra_core::time::WallTime;
use vatra_core::verbs::{
    self, ActionKind, Amend, Asking, Assist, CheckIn, Close, Correct, Decision, Discharge, EndWait,
    Extend, Keep, KeepApart, Leave, LetTogether, Move, Override, PlanDeparture, Release, Reopen,
    Reorder, Return, SetAssistance, SetCapacity, SetLimits, SetRoom, SetRules, Truth, Wait,
};
use vatra_core::{ActionSeq, Centre, Fact, FactKey, Instant};
use vatra_store::{Entry, Store, Window};

use super::{Open, Session, freshness};
use crate::answers::{Done, IdentityRequest, IdentityView, UndoRequest};
use crate::problem::Problem;

impl Session {
    /// Checks a party in.
    ///
    /// # Errors
    /// Refused as [`verbs::check_in`].
    pub fn check_in(&self, request: CheckIn) -> Result<Done, Problem> {
        let people: BTreeSet<_> = request
            .members
            .iter()
            .filter_map(|member| member.who.known())
            .collect();
        self.with_open(|open, asking| {
            let mut window = Window::from(asking.at(request.at)?);
            window.people = people;
            window.stays.extend(request.joins);
            let next_code = open.store.next_code()?;
            act(open, asking, &window, |centre| {
                verbs::check_in(centre, &request, next_code, asking)
            })
        })
    }

    /// Moves people to other beds.
    ///
    /// # Errors
    /// Refused as [`verbs::move_people`].
    pub fn move_people(&self, request: Move) -> Result<Done, Problem> {
        let stays = request.moves.iter().map(|one| one.stay).collect();
        self.act_on(stays, request.at, |centre, asking| {
            verbs::move_people(centre, &request, asking)
        })
    }

    /// Notes that people went out.
    ///
    /// # Errors
    /// Refused as [`verbs::leave`].
    pub fn leave(&self, request: Leave) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, request.at, |centre, asking| {
            verbs::leave(centre, &request, asking)
        })
    }

    /// Notes that people came back.
    ///
    /// # Errors
    /// Refused as [`verbs::return_to_house`].
    pub fn return_to_house(&self, request: Return) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, request.at, |centre, asking| {
            verbs::return_to_house(centre, &request, asking)
        })
    }

    /// Extends the term.
    ///
    /// # Errors
    /// Refused as [`verbs::extend`].
    pub fn extend(&self, request: Extend) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, request.at, |centre, asking| {
            verbs::extend(centre, &request, asking)
        })
    }

    /// Completes or changes what is known.
    ///
    /// # Errors
    /// Refused as [`verbs::amend`].
    pub fn amend(&self, request: Amend) -> Result<Done, Problem> {
        let stays = BTreeSet::from([request.stay]);
        self.act_on(stays, request.at, |centre, asking| {
            verbs::amend(centre, &request, asking)
        })
    }

    /// Puts right what was noted wrong.
    ///
    /// # Errors
    /// Refused as [`verbs::correct`].
    pub fn correct(&self, request: Correct) -> Result<Done, Problem> {
        self.with_open(|open, asking| {
            let mut window = Window::from(request.truth.earliest(asking)?);
            window.stays = request.also.iter().copied().chain([request.stay]).collect();
            if let Truth::Party { with: Some(other) } = &request.truth {
                window.stays.insert(*other);
            }
            let centre = open.store.load(&window)?;
            let of = |stay| centre.stays.get(stay);
            // Whoever was here at any time of these stays can be in the way.
            let begins = window
                .stays
                .iter()
                .filter_map(of)
                .map(|stay| stay.span.from);
            window.from = begins.chain([window.from]).min().unwrap_or(window.from);
            if let Truth::Person { is } = &request.truth {
                window.people.insert(*is);
                window
                    .people
                    .extend(of(&request.stay).map(|stay| stay.beneficiary));
            }
            act(open, asking, &window, |centre| {
                verbs::correct(centre, &request, asking)
            })
        })
    }

    /// Notes when people are expected to leave.
    ///
    /// # Errors
    /// Refused as [`verbs::plan_departure`].
    pub fn plan_departure(&self, request: PlanDeparture) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, None, |centre, asking| {
            verbs::plan_departure(centre, &request, asking)
        })
    }

    /// Discharges people.
    ///
    /// # Errors
    /// Refused as [`verbs::discharge`].
    pub fn discharge(&self, request: Discharge) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, request.at, |centre, asking| {
            verbs::discharge(centre, &request, asking)
        })
    }

    /// Notes assistance.
    ///
    /// # Errors
    /// Refused as [`verbs::assist`].
    pub fn assist(&self, request: Assist) -> Result<Done, Problem> {
        let stays = request.stays.iter().copied().collect();
        self.act_on(stays, None, |centre, asking| {
            verbs::assist(centre, &request, asking)
        })
    }

    /// Closes beds.
    ///
    /// # Errors
    /// Refused as [`verbs::close`].
    pub fn close(&self, request: Close) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::close(centre, &request, asking)
        })
    }

    /// Opens closed beds again.
    ///
    /// # Errors
    /// Refused as [`verbs::reopen`].
    pub fn reopen(&self, request: Reopen) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), request.at, |centre, asking| {
            verbs::reopen(centre, &request, asking)
        })
    }

    /// Puts a party on the waiting list.
    ///
    /// # Errors
    /// Refused as [`verbs::wait`].
    pub fn wait(&self, request: Wait) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), request.at, |centre, asking| {
            verbs::wait(centre, &request, asking)
        })
    }

    /// Takes a party off the waiting list.
    ///
    /// # Errors
    /// Refused as [`verbs::end_wait`].
    pub fn end_wait(&self, request: EndWait) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), request.at, |centre, asking| {
            verbs::end_wait(centre, &request, asking)
        })
    }

    /// Changes the order of the waiting list.
    ///
    /// # Errors
    /// Refused as [`verbs::reorder`].
    pub fn reorder(&self, request: Reorder) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), request.at, |centre, asking| {
            verbs::reorder(centre, &request, asking)
        })
    }

    /// Holds places.
    ///
    /// # Errors
    /// Refused as [`verbs::keep`].
    pub fn keep(&self, request: Keep) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::keep(centre, &request, asking)
        })
    }

    /// Releases held places.
    ///
    /// # Errors
    /// Refused as [`verbs::release`].
    pub fn release(&self, request: Release) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), request.at, |centre, asking| {
            verbs::release(centre, &request, asking)
        })
    }

    /// Sets other rules from a time on.
    ///
    /// # Errors
    /// Refused as [`verbs::set_rules`].
    pub fn set_rules(&self, request: SetRules) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::set_rules(centre, request, asking)
        })
    }

    /// Sets how the desk works from now on.
    ///
    /// # Errors
    /// Refused as [`verbs::set_desk`].
    pub fn set_desk(&self, settings: DeskSettings) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::set_desk(centre, settings, asking)
        })
    }

    /// Sets how many places there are, from a day on.
    ///
    /// # Errors
    /// Refused as [`verbs::set_capacity`].
    pub fn set_capacity(&self, request: SetCapacity) -> Result<Done, Problem> {
        self.with_open(|open, asking| {
            let window = Window::from(request.from(asking.now).min(asking.now));
            act(open, asking, &window, |centre| {
                verbs::set_capacity(centre, &request, asking)
            })
        })
    }

    /// Sets how long a stay may be extended, from a day on.
    ///
    /// # Errors
    /// Refused as [`verbs::set_limits`].
    pub fn set_limits(&self, request: SetLimits) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::set_limits(centre, request, asking)
        })
    }

    /// Changes the centre's own list of assistance.
    ///
    /// # Errors
    /// Refused as [`verbs::set_assistance`].
    pub fn set_assistance(&self, request: SetAssistance) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::set_assistance(centre, &request, asking)
        })
    }

    /// Adds or changes a room.
    ///
    /// # Errors
    /// Refused as [`verbs::set_room`].
    pub fn set_room(&self, request: SetRoom) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::set_room(centre, &request, asking)
        })
    }

    /// Keeps two people apart.
    ///
    /// # Errors
    /// Refused as [`verbs::keep_apart`].
    pub fn keep_apart(&self, request: KeepApart) -> Result<Done, Problem> {
        let stays = BTreeSet::from([request.one, request.other]);
        self.act_on(stays, None, |centre, asking| {
            verbs::keep_apart(centre, &request, asking)
        })
    }

    /// Lets two people share a room again.
    ///
    /// # Errors
    /// Refused as [`verbs::let_together`].
    pub fn let_together(&self, request: LetTogether) -> Result<Done, Problem> {
        self.act_on(BTreeSet::new(), None, |centre, asking| {
            verbs::let_together(centre, request, asking)
        })
    }

    /// Takes an action back, with the later ones that stand in the way where that was asked for: all of
    /// them, or none.
    ///
    /// # Errors
    /// Refused as [`verbs::undo`]; to reception for what others did, and after a day.
    pub fn undo(&self, request: UndoRequest) -> Result<Done, Problem> {
        self.with_open(|open, asking| {
            let undone = take_back(open, &request, asking, true)?;
            undone
                .actions
                .into_iter()
                .next_back()
                .ok_or_else(|| Refusal::NothingToUndo.into())
                .map(|(_, done)| done)
        })
    }

    /// Who somebody is; the look is written to the journal before it is granted.
    ///
    /// # Errors
    /// Refused without a reason, for one that repeats the name, and where no identity is kept.
    pub fn show_identity(&self, request: IdentityRequest) -> Result<IdentityView, Problem> {
        let reason = verbs::required(&request.reason)?;
        self.with_open(|open, asking| {
            let mut window = Window::from(asking.now);
            window.people.insert(request.beneficiary);
            let centre = open.store.load(&window)?;
            let identity = centre
                .identity_of(request.beneficiary)
                .filter(|identity| !identity.says_nothing())
                .ok_or(Refusal::NotFound)?;
            names_nobody(open, reason.as_deref(), request.beneficiary)?;
            let about = Some(request.beneficiary);
            note(open, asking, ActionKind::ShowIdentity, reason, about)?;
            Ok(IdentityView {
                name: identity.name.clone(),
                born_on: identity.born_on.filter(|_| !identity.born_reduced),
                documents: identity.documents.clone(),
                notes: identity.notes.clone(),
            })
        })
    }

    fn act_on(
        &self,
        stays: BTreeSet<StayId>,
        at: Option<WallTime>,
        decide: impl FnOnce(&Centre, Asking) -> Result<Decision, Refusal>,
    ) -> Result<Done, Problem> {
        self.with_open(|open, asking| {
            let mut window = Window::from(asking.at(at)?);
            window.stays = stays;
            act(open, asking, &window, |centre| decide(centre, asking))
        })
    }
}

/// Refuses a reason that repeats a name of whom it is about, be it one that holds no longer.
pub(super) fn names_nobody(
    open: &Open,
    reason: Option<&str>,
    person: BeneficiaryId,
) -> Result<(), Problem> {
    let Some(reason) = reason else { return Ok(()) };
    let kept = open.store.identities(person)?;
    if kept.iter().any(|identity| verbs::names(identity, reason)) {
        return Err(Refusal::NamesInReason.into());
    }
    Ok(())
}

/// Lets the core decide on the record, and writes what it decided.
fn act(
    open: &mut Open,
    asking: Asking,
    window: &Window,
    decide: impl FnOnce(&Centre) -> Result<Decision, Refusal>,
) -> Result<Done, Problem> {
    let centre = open.store.load(window)?;
    let decision = decide(&centre)?;
    let entry = Entry::new(decision, open.staff.id, asking.now);
    append(open, &entry)
}

pub(super) fn append(open: &mut Open, entry: &Entry) -> Result<Done, Problem> {
    let done = write(&mut open.store, entry)?;
    freshness::keep(open, entry.recorded_at);
    Ok(done)
}

/// Writes into the journal what changes no fact: a look, a print, an export, a check; about one person,
/// or about nobody.
pub(super) fn note(
    open: &mut Open,
    asking: Asking,
    kind: ActionKind,
    reason: Option<String>,
    about: Option<BeneficiaryId>,
) -> Result<Done, Problem> {
    let decision = verbs::note(kind, reason, asking)?;
    let mut entry = Entry::new(decision, open.staff.id, asking.now);
    entry.about = about;
    append(open, &entry)
}

pub(super) fn write(store: &mut Store, entry: &Entry) -> Result<Done, Problem> {
    let head = store.head()?;
    let action = store.append(head, entry)?;
    // The action is recorded: a disk that can't be read now must not make anybody do it again.
    let written = store.action(action).ok().flatten();
    let (people, codes, moved, stays) = written
        .map(|action| (action.people, action.codes, action.moved, action.stays))
        .unwrap_or_default();
    Ok(Done {
        action,
        action_kind: entry.decision.kind,
        people,
        codes,
        moved,
        stays,
    })
}

/// The most actions that are taken back together. Of what was done years ago all that came after hangs by it.
pub(super) const MOST_TOO: usize = 50;

/// Takes an action back, and before it, where that was asked for, whatever stands in the way: each action
/// with what was recorded for it, in the order in which they were taken back.
pub(super) fn take_back(
    open: &mut Open,
    request: &UndoRequest,
    asking: Asking,
    keep: bool,
) -> Result<TakenBack, Problem> {
    let staff = open.staff.id;
    let taken = open.store.together(keep, |store| -> Result<_, Problem> {
        let before = store.load(&Window::from(asking.now))?;
        let last = store.head()?;
        let mut waiting = vec![request.action];
        let mut done = Vec::new();
        while let Some(action) = waiting.last().copied() {
            if waiting.len() + done.len() > MOST_TOO {
                let tried = done.iter().map(|(action, _)| *action).chain(waiting);
                let obstacles = tried.filter(|tried| *tried != request.action);
                let obstacles = obstacles.map(Obstacle::from).collect();
                return Err(Refusal::LaterActions { obstacles }.into());
            }
            let one = UndoRequest {
                action,
                ..request.clone()
            };
            match decide_undo(store, staff, &one, asking) {
                Ok((target, _, decision)) => {
                    let mut entry = Entry::new(decision, staff, asking.now);
                    entry.undoes = Some(target);
                    done.push((action, write(store, &entry)?));
                    waiting.pop();
                }
                Err(Problem::Refused(Refusal::LaterActions { mut obstacles }))
                    if request.those_too =>
                {
                    // The latest first: it may stand in the way of the others too. What was done here is not taken
                    // back again: that would go on for ever.
                    let next = obstacles.iter().map(|obstacle| obstacle.action).max();
                    let next = next.filter(|next| !waiting.contains(next) && *next <= last);
                    let Some(next) = next else {
                        obstacles.retain(|obstacle| obstacle.action <= last);
                        obstacles.extend(done.iter().map(|(action, _)| Obstacle::from(*action)));
                        return Err(Refusal::LaterActions { obstacles }.into());
                    };
                    waiting.push(next);
                }
                Err(other) => return Err(other),
            }
        }
        if let Some(undone) = store.action(request.action)?.filter(|_| keep) {
            let then = store.load(&Window {
                known: Some(request.action - 1),
                ..Window::at(undone.recorded_at)
            })?;
            let after = store.load(&Window::from(asking.now))?;
            let reason = Override(request.reason.clone());
            let then = (&then, undone.recorded_at);
            verbs::may_lead_to(&before, &after, then, &reason, asking)?;
        }
        let stays: BTreeSet<_> = done.iter().flat_map(|(_, one)| one.stays.clone()).collect();
        let window = Window {
            stays: stays.clone(),
            ..Window::from(asking.now)
        };
        let mut afterwards = whereabouts(&store.load(&window)?, stays, asking.now);
        // Whoever is in no record any more isn't here.
        let codes: BTreeSet<_> = done.iter().flat_map(|(_, one)| one.codes.clone()).collect();
        for code in codes {
            if !afterwards.iter().any(|(known, _)| *known == code) {
                afterwards.push((code, None));
            }
        }
        Ok(TakenBack {
            actions: done,
            afterwards,
        })
    })?;
    if keep && !taken.actions.is_empty() {
        freshness::keep(open, asking.now);
    }
    Ok(taken)
}

/// Actions that were taken back together, in that order, and where people are after it.
pub(super) struct TakenBack {
    pub actions: Vec<(ActionSeq, Done)>,
    pub afterwards: Vec<(String, Option<String>)>,
}

/// Where people are: code and `5-2`, or nothing for not here.
pub(super) fn whereabouts(
    centre: &Centre,
    stays: impl IntoIterator<Item = StayId>,
    now: Instant,
) -> Vec<(String, Option<String>)> {
    let known = stays
        .into_iter()
        .filter(|stay| centre.stays.contains_key(stay));
    let mut found: Vec<_> = known
        .map(|stay| {
            let bed = centre.bed_of(stay, now).map(|bed| centre.bed_label(bed));
            (centre.code_of(stay), bed)
        })
        .collect();
    found.sort();
    found
}

/// What taking an action back would change, on the record that it concerns, and by taking back which.
pub(super) fn decide_undo(
    store: &Store,
    staff: StaffId,
    request: &UndoRequest,
    asking: Asking,
) -> Result<(ActionSeq, Centre, Decision), Problem> {
    let seq = store
        .in_force(request.action)?
        .ok_or(Refusal::NothingToUndo)?;
    let recorded = store.recorded(seq)?.ok_or(Refusal::NotFound)?;
    let mut window = Window::from(recorded.earliest());
    let action = store.action(seq)?.ok_or(Refusal::NotFound)?;
    let hours = store.desk(asking.now)?.undo_hours;
    verbs::may_undo(action.staff_id == staff, action.recorded_at, hours, asking)?;
    window.stays = store.stays_of(seq)?;
    // Older stays may have been joined to whoever was new then.
    let added = recorded.added.iter().map(|fact| fact.key);
    let keys = added.chain(recorded.retired.iter().map(Fact::key));
    window.people = keys
        .filter_map(|key| match key {
            FactKey::Beneficiary(id) => Some(id),
            _ => None,
        })
        .collect();
    let centre = store.load(&window)?;
    let decision = verbs::undo(&centre, &recorded, request.reason.clone(), asking)?;
    Ok((seq, centre, decision))
}
