//! A centre to which random things happen. It keeps every row that was ever written, as the file does,
//! so that undo has what it needs and the record can be rebuilt from the rows.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vatra_core::desk::DeskSettings;
use vatra_core::facts::{Expected, Limits, Recovery, Staff};
use vatra_core::id::{BedId, RecoveryId, StaffId, StayId};
use vatra_core::refusal::Refusal;
use vatra_core::terms::{
    AbsenceKind, AssistanceKind, BedKind, Body, DepartureReason, Destination, GroundKind, Need,
    PhaseKind, Relation, Role, Sex, WaitingEnd,
};
use vatra_core::time::{Instant, WallTime};
use vatra_core::verbs::{
    self, ActionKind, AddedFact, Amend, Asking, Assist, Born, CheckIn, Close, Correct, Decision,
    Discharge, EndWait, Extend, IdentityText, Keep, KeepApart, Leave, LetTogether, Member, Move,
    MoveOne, NewPlace, Override, PlanDeparture, Recorded, Release, Reopen, Reorder, Return, Rules,
    SetAssistance, SetCapacity, SetLimits, SetRoom, SetRules, Sleeps, Truth, Wait, Who,
};
use vatra_core::view::Board;
use vatra_core::{ActionSeq, Centre, Fact, FactKey};
use vatra_store::Window;

/// Something that is tried. The numbers choose among what there is.
#[allow(missing_docs)]
#[derive(Clone, Debug)]
pub enum Step {
    /// A party at the door; each member: seed.
    CheckIn {
        members: Vec<u32>,
        late: i64,
        known: Option<u32>,
        manager: bool,
    },
    /// One person to a bed.
    Move {
        who: u32,
        bed: u32,
        late: i64,
        manager: bool,
    },
    /// Two people take each other's bed.
    Swap {
        who: u32,
        other: u32,
        late: i64,
        manager: bool,
    },
    /// An infant to an adult's bed.
    Share { who: u32, with: u32, late: i64 },
    /// Out for a while.
    Leave { who: u32, party: bool, late: i64 },
    /// Back.
    Return { who: u32, late: i64 },
    /// A longer term.
    Extend { who: u32, days: u16 },
    /// Something else is known.
    Amend { who: u32, seed: u32 },
    /// For good.
    Discharge {
        who: u32,
        party: bool,
        late: i64,
        minors_stay: bool,
    },
    /// Something was noted wrong.
    Correct {
        who: u32,
        other: u32,
        what: u32,
        late: i64,
        manager: bool,
    },
    /// Assistance, closures, the waiting list, holds; who is kept apart, and other rules.
    Plan { what: u32, who: u32, minutes: i64 },
    /// Takes back the last action, or an earlier one.
    Undo { back: u32 },
    /// Time passes.
    Wait { minutes: i64 },
}

/// Random steps, with times that are often now, often late, and often the same.
pub fn step() -> impl Strategy<Value = Step> {
    let late = prop_oneof![4 => Just(0i64), 2 => 1..90i64, 1 => 90..6000i64, 1 => Just(-5i64)];
    let any = any::<u32>;
    prop_oneof![
        6 => (prop::collection::vec(any(), 1..5), late.clone(), prop::option::weighted(0.15, any()),
              prop::bool::weighted(0.2))
            .prop_map(|(members, late, known, manager)| Step::CheckIn { members, late, known, manager }),
        4 => (any(), any(), late.clone(), prop::bool::weighted(0.2))
            .prop_map(|(who, bed, late, manager)| Step::Move { who, bed, late, manager }),
        2 => (any(), any(), late.clone(), prop::bool::weighted(0.5))
            .prop_map(|(who, other, late, manager)| Step::Swap { who, other, late, manager }),
        1 => (any(), any(), late.clone()).prop_map(|(who, with, late)| Step::Share { who, with, late }),
        2 => (any(), prop::bool::ANY, late.clone())
            .prop_map(|(who, party, late)| Step::Leave { who, party, late }),
        2 => (any(), late.clone()).prop_map(|(who, late)| Step::Return { who, late }),
        1 => (any(), 1..120u16).prop_map(|(who, days)| Step::Extend { who, days }),
        1 => (any(), any()).prop_map(|(who, seed)| Step::Amend { who, seed }),
        4 => (any(), any(), any(), late.clone(), prop::bool::weighted(0.5))
            .prop_map(|(who, other, what, late, manager)| Step::Correct { who, other, what, late, manager }),
        3 => (any(), prop::bool::ANY, late, prop::bool::weighted(0.3))
            .prop_map(|(who, party, late, minors_stay)| Step::Discharge { who, party, late, minors_stay }),
        8 => (0..17u32, any(), -500..6000i64).prop_map(|(what, who, minutes)| Step::Plan { what, who, minutes }),
        3 => prop_oneof![3 => Just(0u32), 1 => 0..12u32].prop_map(|back| Step::Undo { back }),
        3 => (1..3000i64).prop_map(|minutes| Step::Wait { minutes }),
    ]
}

/// One row, as the file keeps it.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it says.
    pub fact: Fact,
    /// The action that wrote it.
    pub since: ActionSeq,
    /// The action that retired it.
    pub until: Option<ActionSeq>,
}

/// A centre to which things happen.
#[derive(Clone)]
pub struct World {
    /// The record.
    pub centre: Centre,
    /// Every row ever written.
    pub rows: Vec<Row>,
    /// Every action: kind and time.
    pub actions: Vec<(ActionKind, Instant)>,
    /// When each was recorded.
    pub recorded_at: Vec<Instant>,
    /// Which action takes which back.
    pub undoes: Vec<(ActionSeq, ActionSeq)>,
    /// The time it is now.
    pub now: Instant,
    /// The next code.
    pub next_code: u32,
}

/// What was decided, and of which action it takes back.
pub type Tried = Result<(Decision, Option<ActionSeq>), Refusal>;

impl World {
    /// The proposed centre, at an instant.
    #[must_use]
    #[allow(clippy::expect_used)]
    pub fn new(now: Instant) -> Self {
        let mut world = Self {
            centre: Centre::default(),
            rows: Vec::new(),
            actions: Vec::new(),
            recorded_at: Vec::new(),
            undoes: Vec::new(),
            now,
            next_code: 1,
        };
        let manager = Staff {
            id: StaffId::new(),
            name: "MC".into(),
            role: Role::Manager,
            public_key: String::new(),
        };
        let recovery = Recovery {
            id: RecoveryId::new(),
            public_key: String::new(),
        };
        let asking = world.asking(true);
        let decision = verbs::found(&verbs::proposal(), manager, recovery, asking);
        world.record(&decision.expect("the proposal makes a centre"), None);
        world
    }

    /// Who asks, and when.
    #[must_use]
    pub fn asking(&self, manager: bool) -> Asking {
        Asking {
            role: if manager {
                Role::Manager
            } else {
                Role::Reception
            },
            now: self.now,
        }
    }

    /// Writes what was decided.
    pub fn record(&mut self, decision: &Decision, undoes: Option<ActionSeq>) {
        let seq = self.head() + 1;
        self.undoes.extend(undoes.map(|undone| (seq, undone)));
        for key in &decision.changes.retire {
            for row in self
                .rows
                .iter_mut()
                .filter(|row| row.until.is_none() && row.fact.key() == *key)
            {
                row.until = Some(seq);
            }
        }
        for fact in &decision.changes.add {
            self.rows.push(Row {
                fact: fact.clone(),
                since: seq,
                until: None,
            });
            if let Fact::Beneficiary(person) = fact {
                self.next_code = self.next_code.max(person.code + 1);
            }
        }
        self.centre.apply(&decision.changes, seq);
        self.actions.push((decision.kind, decision.happened_at));
        self.recorded_at.push(self.now);
    }

    /// The number of the last action.
    #[must_use]
    pub fn head(&self) -> ActionSeq {
        self.actions.len() as ActionSeq
    }

    /// The record as the rows say it.
    #[must_use]
    pub fn rebuilt(&self) -> Centre {
        let mut centre = Centre::default();
        for row in self.rows.iter().filter(|row| row.until.is_none()) {
            centre.put(row.fact.clone(), row.since);
        }
        centre
    }

    /// The record as the rows say it was when an action was the last one.
    #[must_use]
    pub fn known(&self, seq: ActionSeq) -> Centre {
        let held = |row: &&Row| row.since <= seq && row.until.is_none_or(|until| until > seq);
        let mut centre = Centre::default();
        for row in self.rows.iter().filter(held) {
            centre.put(row.fact.clone(), row.since);
        }
        centre
    }

    /// Who was in which bed at an instant, and who was away, as known when an action was the last one:
    /// a list of intervals gone through from end to end. Code of the person, bed of their own or of the
    /// adult, whether away.
    #[must_use]
    pub fn remembered(&self, at: Instant, known: ActionSeq) -> BTreeSet<(u32, BedId, bool)> {
        let held = |row: &&Row| row.since <= known && row.until.is_none_or(|until| until > known);
        let facts = || self.rows.iter().filter(held).map(|row| &row.fact);
        let own = |stay: StayId| {
            facts().find_map(|fact| match fact {
                Fact::BedAssignment(a) if a.stay == stay && a.span.contains(at) => Some(a.bed),
                _ => None,
            })
        };
        let shared = |stay: StayId| {
            facts().find_map(|fact| match fact {
                Fact::BedShare(s) if s.stay == stay && s.span.contains(at) => own(s.with),
                _ => None,
            })
        };
        let away = |stay: StayId| {
            facts().any(
                |fact| matches!(fact, Fact::Absence(a) if a.stay == stay && a.span.contains(at)),
            )
        };
        let code = |id| {
            facts().find_map(|fact| match fact {
                Fact::Beneficiary(person) if person.id == id => Some(person.code),
                _ => None,
            })
        };
        let here = facts().filter_map(|fact| match fact {
            Fact::Stay(stay) if stay.span.contains(at) => {
                let bed = own(stay.id).or_else(|| shared(stay.id))?;
                Some((code(stay.beneficiary)?, bed, away(stay.id)))
            }
            _ => None,
        });
        here.collect()
    }

    /// The last action recorded no later than an instant; 0 before the first.
    #[must_use]
    pub fn known_at(&self, at: Instant) -> ActionSeq {
        self.recorded_at
            .iter()
            .filter(|recorded| **recorded <= at)
            .count() as ActionSeq
    }

    /// An action as undo needs it.
    #[must_use]
    pub fn recorded(&self, seq: ActionSeq) -> Option<Recorded> {
        let (kind, happened_at) = *self.actions.get(usize::try_from(seq - 1).ok()?)?;
        let added = self.rows.iter().filter(|row| row.since == seq);
        let retired = self.rows.iter().filter(|row| row.until == Some(seq));
        let later = self.rows.iter().filter(|row| match row.until {
            None => self.took_back(row.since).is_some_and(|undone| undone > seq),
            Some(until) => until > seq && !self.centre.has(row.fact.key()),
        });
        Some(Recorded {
            seq,
            kind,
            happened_at,
            added: added
                .map(|row| AddedFact {
                    key: row.fact.key(),
                    changed_by: self.changed_by(row.fact.key(), seq),
                })
                .collect(),
            retired: retired.map(|row| row.fact.clone()).collect(),
            later: later
                .map(|row| row.fact.key())
                .map(|key| (key, self.changed_by(key, seq).unwrap_or(0)))
                .collect(),
        })
    }

    /// What an action took back; none where it is no undo.
    fn took_back(&self, seq: ActionSeq) -> Option<ActionSeq> {
        let pair = self.undoes.iter().find(|(undo, _)| *undo == seq);
        pair.map(|(_, undone)| *undone)
    }

    /// The action that changed a fact since another one; undos that only gave back what was before another later one
    /// don't count.
    fn changed_by(&self, key: FactKey, seq: ActionSeq) -> Option<ActionSeq> {
        let versions = || self.rows.iter().filter(|row| row.fact.key() == key);
        let latest = versions().next_back()?;
        if latest.until.is_some() {
            return latest.until;
        }
        let mut changed = latest.since;
        while changed > seq {
            let undone = self.took_back(changed).filter(|undone| *undone > seq);
            let former = undone.and_then(|undone| versions().find(|row| row.until == Some(undone)));
            match former {
                Some(former) => changed = former.since,
                None => return Some(changed),
            }
        }
        None
    }

    /// Whether an action counts: it was not taken back, or that was taken back again.
    #[must_use]
    pub fn counts(&self, seq: ActionSeq) -> bool {
        !self
            .undoes
            .iter()
            .any(|(undo, undone)| *undone == seq && self.counts(*undo))
    }

    /// Tries a step; none where there is nobody it could be about.
    #[must_use]
    pub fn try_step(&self, step: &Step) -> Option<Tried> {
        self.try_on(&self.centre, step)
    }

    /// The part of the record that the program would load for a step.
    #[must_use]
    pub fn window(&self, step: &Step) -> Option<Window> {
        let from = |late: &i64| self.now.plus_minutes(-(*late).max(0));
        let (from, stays) = match step {
            Step::CheckIn { late, known, .. } => {
                let joins = known
                    .filter(|pick| pick % 3 == 0)
                    .and_then(|pick| self.stay(pick));
                (from(late), joins.into_iter().collect())
            }
            Step::Move { who, late, .. } | Step::Return { who, late } => {
                (from(late), vec![self.stay(*who)?])
            }
            Step::Swap {
                who, other, late, ..
            }
            | Step::Share {
                who,
                with: other,
                late,
            } => (from(late), vec![self.stay(*who)?, self.stay(*other)?]),
            Step::Leave { who, party, late }
            | Step::Discharge {
                who, party, late, ..
            } => (from(late), self.alone_or_party(*who, *party)?),
            Step::Plan {
                what: 0 | 10, who, ..
            } => (self.now, vec![self.stay(*who)?]),
            Step::Plan { what: 7, who, .. } => (
                self.now,
                vec![self.stay(*who)?, self.stay(who.rotate_left(9))?],
            ),
            Step::Plan { .. } => (self.now, vec![]),
            Step::Extend { who, .. } => (self.now, vec![self.stay(*who)?]),
            Step::Amend { who, seed } => {
                let at = self.amendment(*who, *seed)?.at;
                let at = at.map_or(Ok(self.now), |at| self.asking(true).at(Some(at)));
                (at.ok()?, vec![self.stay(*who)?])
            }
            Step::Correct {
                who,
                other,
                what,
                late,
                ..
            } => {
                let request = self.correction(*who, *other, *what, *late)?;
                let mut stays: Vec<_> =
                    request.also.iter().copied().chain([request.stay]).collect();
                if let Truth::Party { with: Some(with) } = &request.truth {
                    stays.push(*with);
                }
                let begins = stays
                    .iter()
                    .filter_map(|stay| self.centre.stays.get(stay))
                    .map(|s| s.span.from);
                let earliest = request.truth.earliest(self.asking(true)).ok()?;
                (begins.chain([earliest]).min().unwrap_or(earliest), stays)
            }
            Step::Undo { back } => {
                let recorded = self.recorded(self.head() - ActionSeq::from(*back))?;
                let touched =
                    |row: &&Row| row.since == recorded.seq || row.until == Some(recorded.seq);
                let stays = self
                    .rows
                    .iter()
                    .filter(touched)
                    .filter_map(|row| stay_of(&row.fact))
                    .collect();
                (recorded.earliest(), stays)
            }
            Step::Wait { .. } => return None,
        };
        let people = match step {
            Step::CheckIn { .. } | Step::Correct { .. } => {
                self.centre.beneficiaries.keys().copied().collect()
            }
            _ => BTreeSet::new(),
        };
        Some(Window {
            stays: stays.into_iter().collect(),
            people,
            ..Window::from(from)
        })
    }

    /// Tries a step, chosen on the whole record, on a part of it.
    #[must_use]
    pub fn try_on(&self, centre: &Centre, step: &Step) -> Option<Tried> {
        let plain =
            |result: Result<Decision, Refusal>| Some(result.map(|decision| (decision, None)));
        let reason = |manager: bool| Override(manager.then(|| "needed".to_owned()));
        match step {
            Step::CheckIn {
                members,
                late,
                known,
                manager,
            } => {
                let request = CheckIn {
                    at: self.at(*late),
                    referrer: None,
                    territory: members
                        .first()
                        .filter(|s| **s % 2 == 0)
                        .map(|_| "MD-OR".to_owned()),
                    phase: PhaseKind::Crisis,
                    members: self.members(members, *known),
                    hold: members
                        .last()
                        .filter(|s| **s % 3 == 0)
                        .and_then(|_| self.centre.holds.keys().next().copied()),
                    waiting: members
                        .first()
                        .filter(|s| **s % 5 == 0)
                        .and_then(|_| self.centre.waitings.values().find(|one| one.end.is_none()))
                        .map(|one| one.id),
                    joins: known
                        .filter(|pick| pick % 3 == 0)
                        .and_then(|pick| self.stay(pick)),
                    moves: Vec::new(),
                    reason: reason(*manager),
                };
                plain(verbs::check_in(
                    centre,
                    &request,
                    self.next_code,
                    self.asking(*manager),
                ))
            }
            Step::Move {
                who,
                bed,
                late,
                manager,
            } => {
                let to = NewPlace::Bed(self.bed(*bed));
                let moves = vec![MoveOne {
                    stay: self.stay(*who)?,
                    to,
                }];
                let request = Move {
                    moves,
                    at: self.at(*late),
                    reason: reason(*manager),
                };
                plain(verbs::move_people(centre, &request, self.asking(*manager)))
            }
            Step::Swap {
                who,
                other,
                late,
                manager,
            } => {
                let (a, b) = (self.stay(*who)?, self.stay(*other)?);
                let (to_a, to_b) = (
                    self.centre.bed_of(a, self.now)?,
                    self.centre.bed_of(b, self.now)?,
                );
                let moves = vec![
                    MoveOne {
                        stay: a,
                        to: NewPlace::Bed(to_b),
                    },
                    MoveOne {
                        stay: b,
                        to: NewPlace::Bed(to_a),
                    },
                ];
                let request = Move {
                    moves,
                    at: self.at(*late),
                    reason: reason(*manager),
                };
                plain(verbs::move_people(centre, &request, self.asking(*manager)))
            }
            Step::Share { who, with, late } => {
                let moves = vec![MoveOne {
                    stay: self.stay(*who)?,
                    to: NewPlace::With(self.stay(*with)?),
                }];
                let request = Move {
                    moves,
                    at: self.at(*late),
                    reason: reason(true),
                };
                plain(verbs::move_people(centre, &request, self.asking(true)))
            }
            Step::Leave { who, party, late } => {
                let request = Leave {
                    stays: self.alone_or_party(*who, *party)?,
                    at: self.at(*late),
                    kind: AbsenceKind::ALL[*who as usize % AbsenceKind::ALL.len()],
                    expected_return: self.at(*late - 200),
                    back: self.at(*late / 2).filter(|_| *who % 4 == 1),
                };
                plain(verbs::leave(centre, &request, self.asking(false)))
            }
            Step::Return { who, late } => {
                let request = Return {
                    stays: vec![self.stay(*who)?],
                    at: self.at(*late),
                };
                plain(verbs::return_to_house(centre, &request, self.asking(false)))
            }
            Step::Extend { who, days } => {
                let request = Extend {
                    stays: vec![self.stay(*who)?],
                    days: *days,
                    authority: Some(Body::NrsTeam),
                    reason: "plan".into(),
                    at: None,
                };
                plain(verbs::extend(centre, &request, self.asking(false)))
            }
            Step::Amend { who, seed } => plain(verbs::amend(
                centre,
                &self.amendment(*who, *seed)?,
                self.asking(true),
            )),
            Step::Correct {
                who,
                other,
                what,
                late,
                manager,
            } => {
                let request = self.correction(*who, *other, *what, *late)?;
                plain(verbs::correct(centre, &request, self.asking(*manager)))
            }
            Step::Plan { what, who, minutes } => plain(self.plan(centre, *what, *who, *minutes)?),
            Step::Discharge {
                who,
                party,
                late,
                minors_stay,
            } => {
                let request = Discharge {
                    stays: self.alone_or_party(*who, *party)?,
                    at: self.at(*late),
                    reason: Some(DepartureReason::Completed),
                    destination: who.is_multiple_of(2).then_some(Destination::Family),
                    minors_stay: minors_stay.then(|| "the aunt comes at noon".to_owned()),
                };
                plain(verbs::discharge(centre, &request, self.asking(false)))
            }
            Step::Undo { back } => {
                let seq = self.head() - ActionSeq::from(*back);
                if seq < 1 || !self.counts(seq) {
                    return None;
                }
                let recorded = self.recorded(seq)?;
                let undone = verbs::undo(centre, &recorded, None, self.asking(true));
                Some(undone.map(|decision| (decision, Some(seq))))
            }
            Step::Wait { .. } => None,
        }
    }

    /// So many minutes ago; now for 0, so that equal times are tried too.
    fn at(&self, late: i64) -> Option<WallTime> {
        (late != 0).then(|| WallTime {
            local: self.now.plus_minutes(-late).wall(),
            second: false,
        })
    }

    fn plan(
        &self,
        centre: &Centre,
        what: u32,
        who: u32,
        minutes: i64,
    ) -> Option<Result<Decision, Refusal>> {
        let asking = self.asking(false);
        let later = |minutes: i64| WallTime {
            local: self.now.plus_minutes(minutes).wall(),
            second: false,
        };
        let waiting: Vec<_> = self.centre.waitings.keys().copied().collect();
        let pick = |seed: u32| waiting.get(seed as usize % waiting.len().max(1)).copied();
        Some(match what {
            0 => {
                let stays = vec![self.stay(who)?];
                let day = self.at(minutes).map(|wall| wall.local.date());
                verbs::assist(
                    centre,
                    &Assist {
                        stays,
                        kind: AssistanceKind::Legal,
                        name: None,
                        day,
                    },
                    asking,
                )
            }
            1 => {
                let (from, to) = (
                    Some(later(minutes)),
                    who.is_multiple_of(2).then(|| later(minutes + 2000)),
                );
                let of = self
                    .stay(who)
                    .and_then(|stay| self.centre.bed_of(stay, self.now));
                let bed = of
                    .filter(|_| who.is_multiple_of(5))
                    .unwrap_or_else(|| self.bed(who));
                let request = Close {
                    beds: vec![bed],
                    from,
                    to,
                    reason: "a leak".into(),
                };
                verbs::close(centre, &request, asking)
            }
            2 => {
                let closures = self.centre.closures.keys().copied().take(1).collect();
                verbs::reopen(centre, &Reopen { closures, at: None }, asking)
            }
            3 => {
                let member = Expected {
                    sex: Sex::Female,
                    years: (who % 60) as u16,
                    needs: BTreeSet::new(),
                };
                let urgency = who.is_multiple_of(3).then(|| "danger".to_owned());
                let request = Wait {
                    label: "two from the south".into(),
                    members: vec![member; 2],
                    urgency,
                    at: self.at(minutes / 4).filter(|_| who.is_multiple_of(4)),
                };
                verbs::wait(centre, &request, asking)
            }
            4 => verbs::end_wait(
                centre,
                &EndWait {
                    waiting: pick(who)?,
                    end: WaitingEnd::Elsewhere,
                    at: None,
                },
                asking,
            ),
            5 => verbs::reorder(
                centre,
                &Reorder {
                    waiting: pick(who)?,
                    before: pick(who / 7).filter(|_| who.is_multiple_of(2)),
                    at: None,
                },
                asking,
            ),
            6 => {
                let leaving = self.centre.expected_departures.values().next();
                let theirs = leaving.and_then(|one| self.centre.bed_of(one.stay, self.now));
                let beds = if who.is_multiple_of(2) {
                    vec![
                        theirs
                            .filter(|_| who.is_multiple_of(3))
                            .unwrap_or_else(|| self.bed(who)),
                    ]
                } else {
                    vec![]
                };
                let waiting = pick(who).filter(|_| who.is_multiple_of(3));
                let request = Keep {
                    label: "a family".into(),
                    places: 2,
                    beds,
                    from: (who % 4 == 1).then(|| later(minutes / 2)),
                    until: later(minutes),
                    waiting,
                };
                verbs::keep(centre, &request, asking)
            }
            7 => {
                let (one, other) = (self.stay(who)?, self.stay(who.rotate_left(9))?);
                let request = KeepApart {
                    one,
                    other,
                    reason: "a quarrel".into(),
                };
                verbs::keep_apart(centre, &request, self.asking(true))
            }
            8 => {
                let pair = *self
                    .centre
                    .apart_pairs
                    .keys()
                    .nth(who as usize % self.centre.apart_pairs.len().max(1))?;
                verbs::let_together(centre, LetTogether { pair }, self.asking(true))
            }
            10 => {
                let request = PlanDeparture {
                    stays: vec![self.stay(who)?],
                    at: (who % 5 > 0).then(|| later(minutes)),
                    reason: Override(who.is_multiple_of(3).then(|| "they stay on".to_owned())),
                };
                verbs::plan_departure(centre, &request, asking)
            }
            9 => {
                let rules = Rules {
                    opposite_sex_age: (who % 19) as u8,
                    ..Rules::of(self.centre.policy(self.now)?)
                };
                let from = (minutes > 0).then(|| later(minutes).local.date());
                verbs::set_rules(centre, SetRules { rules, from }, self.asking(true))
            }
            11 => {
                let settings = DeskSettings {
                    ending_days: 1 + (who % 30) as u16,
                    ..centre.desk(self.now)
                };
                verbs::set_desk(centre, settings, self.asking(true))
            }
            12 => {
                let day = later(minutes).local.date();
                let request = SetCapacity {
                    places: 8 + (who % 12) as u16,
                    from: (who % 3 > 0).then_some(day),
                    reason: Override(who.is_multiple_of(2).then(|| "the licence".to_owned())),
                };
                verbs::set_capacity(centre, &request, self.asking(true))
            }
            13 => {
                let limits = Limits {
                    victim: Some(30 + (who % 200) as u16),
                    ..centre.limits(self.now)
                };
                let from = (minutes > 0).then(|| later(minutes).local.date());
                verbs::set_limits(centre, SetLimits { limits, from }, self.asking(true))
            }
            14 => {
                let name = format!("kind {}", who % 5);
                let known = centre.assistance_names.keys();
                let known = known.copied().nth(who as usize / 7 % 5);
                let request = match known {
                    Some(id) if who.is_multiple_of(3) => SetAssistance::Retire { id },
                    Some(id) if who % 3 == 1 => SetAssistance::Rename { id, name },
                    _ => SetAssistance::Add { name },
                };
                verbs::set_assistance(centre, &request, self.asking(true))
            }
            15 => {
                let room = centre
                    .rooms
                    .values()
                    .nth(who as usize % centre.rooms.len())?;
                let bed = centre.standing_beds(room.id, self.now).next()?;
                let (add, remove) = match who % 2 {
                    0 => (vec![BedKind::Single], vec![]),
                    _ => (vec![], vec![bed.id]),
                };
                let request = SetRoom {
                    room: Some(room.id),
                    number: room.number,
                    room_use: room.room_use,
                    step_free: room.step_free,
                    wing: room.wing,
                    column: room.column,
                    width: room.width,
                    add,
                    remove,
                };
                verbs::set_room(centre, &request, self.asking(true))
            }
            _ => verbs::release(
                centre,
                &Release {
                    hold: *self.centre.holds.keys().next()?,
                    at: None,
                },
                asking,
            ),
        })
    }

    fn correction(&self, who: u32, other: u32, what: u32, late: i64) -> Option<Correct> {
        let (id, other) = (self.stay(who)?, self.stay(other)?);
        let stay = self.centre.stays.get(&id)?;
        let party = || -> Vec<StayId> {
            let all = self
                .centre
                .party_at(stay.party, self.now)
                .map(|stay| stay.id);
            all.filter(|one| *one != id && !what.is_multiple_of(3))
                .collect()
        };
        let wall = |at: Instant, late: i64| WallTime {
            local: at.plus_minutes(late).wall(),
            second: false,
        };
        let nights: Vec<_> = (self.centre.bed_assignments.values())
            .filter(|a| a.stay == id)
            .map(|a| a.span.from)
            .chain(
                self.centre
                    .bed_shares
                    .values()
                    .filter(|s| s.stay == id)
                    .map(|s| s.span.from),
            )
            .collect();
        let night = *nights.get(what as usize / 16 % nights.len().max(1))?;
        let absence = self.centre.absences.values().find(|a| a.stay == id);
        let grounds = self.centre.grounds.values();
        let ground = grounds.filter(|g| g.stay == id).max_by_key(|g| g.span.from);
        let truth = match what % 12 {
            10 => Truth::Ground {
                since: ground?.span.from,
                kind: GroundKind::Victim,
                decided_by: Some(Body::NrsTeam),
                decided_on: None,
                at: (late != 0).then(|| wall(ground.map_or(self.now, |g| g.span.from), -late)),
            },
            11 => Truth::Phase {
                since: self
                    .centre
                    .phases
                    .values()
                    .find(|p| p.stay == id)?
                    .span
                    .from,
                kind: PhaseKind::Rehabilitation,
                at: None,
            },
            0 | 1 => Truth::Arrival {
                at: wall(stay.span.from, -late),
            },
            2 => Truth::Departure {
                at: stay
                    .span
                    .to
                    .map(|to| wall(to, if what.is_multiple_of(4) { late } else { -late })),
                reason: Some(DepartureReason::OwnWish),
                destination: None,
            },
            3 => Truth::Remained,
            4 | 5 => Truth::Bed {
                since: night,
                place: NewPlace::Bed(self.bed(what / 16)),
            },
            6 => Truth::Moved {
                since: night,
                at: wall(night, if what.is_multiple_of(4) { late } else { -late }),
            },
            7 => Truth::Absence {
                since: absence?.span.from,
                kind: AbsenceKind::Family,
                left: wall(absence?.span.from, -late),
                back: absence?
                    .span
                    .to
                    .map(|to| wall(to, if what.is_multiple_of(4) { late } else { -late })),
                expected: None,
            },
            8 if what.is_multiple_of(4) => Truth::NeverAway {
                since: absence?.span.from,
            },
            8 => Truth::Party {
                with: (!what.is_multiple_of(3)).then_some(other),
            },
            _ => Truth::Person {
                is: self.centre.stays.get(&other)?.beneficiary,
            },
        };
        let shared = matches!(
            truth,
            Truth::Arrival { .. }
                | Truth::Departure { .. }
                | Truth::Remained
                | Truth::Moved { .. }
                | Truth::Party { .. }
        );
        let also = if shared { party() } else { Vec::new() };
        Some(Correct {
            stay: id,
            also,
            truth,
            reason: "noted wrong in the night".into(),
        })
    }

    fn stay(&self, seed: u32) -> Option<StayId> {
        let here: Vec<_> = self.centre.stays_at(self.now).map(|stay| stay.id).collect();
        let all: Vec<_> = self.centre.stays.keys().copied().collect();
        // Mostly somebody who is here, sometimes anybody.
        let from = if seed % 8 == 7 || here.is_empty() {
            all
        } else {
            here
        };
        from.get(seed as usize / 8 % from.len().max(1)).copied()
    }

    fn alone_or_party(&self, seed: u32, party: bool) -> Option<Vec<StayId>> {
        let stay = self.stay(seed)?;
        if !party {
            return Some(vec![stay]);
        }
        let party = self.centre.stays.get(&stay)?.party;
        let all: Vec<_> = self
            .centre
            .party_at(party, self.now)
            .map(|stay| stay.id)
            .collect();
        Some(if all.is_empty() { vec![stay] } else { all })
    }

    fn bed(&self, seed: u32) -> BedId {
        let free: Vec<_> = self
            .centre
            .beds
            .keys()
            .filter(|bed| self.centre.occupant(**bed, self.now).is_none())
            .collect();
        let all: Vec<_> = self.centre.beds.keys().collect();
        let from = if seed % 4 == 3 || free.is_empty() {
            all
        } else {
            free
        };
        *from[seed as usize / 4 % from.len()]
    }

    fn members(&self, seeds: &[u32], known: Option<u32>) -> Vec<Member> {
        let mut free: Vec<_> = (self.centre.beds.keys().copied())
            .filter(|bed| self.centre.occupant(*bed, self.now).is_none())
            .collect();
        let people: Vec<_> = self.centre.beneficiaries.keys().copied().collect();
        let member = |(i, seed): (usize, &u32)| {
            let seed = *seed;
            let age = if i == 0 { 18 + seed % 40 } else { seed % 17 } as u16;
            let bed = if free.is_empty() || seed % 16 == 15 {
                self.bed(seed)
            } else {
                free.swap_remove(seed as usize % free.len())
            };
            let shares = i > 0 && age < 3 && seed % 3 == 0;
            let who = known.filter(|_| i == 0 && !people.is_empty());
            Member {
                who: who.map_or(Who::New, |pick| {
                    Who::Known(people[pick as usize % people.len()])
                }),
                relation: if i == 0 {
                    Relation::Mother
                } else {
                    Relation::Son
                },
                sex: if seed % 5 == 0 {
                    Sex::Male
                } else {
                    Sex::Female
                },
                born: Born::Aged(age),
                citizenship: None,
                needs: if seed % 9 == 0 {
                    BTreeSet::from([Need::NoUpperBunk])
                } else {
                    BTreeSet::new()
                },
                ground: (seed % 2 == 0).then_some(GroundKind::PresumedVictim),
                decided_by: None,
                identity: IdentityText {
                    name: if seed % 4 == 0 {
                        format!("Name {seed}")
                    } else {
                        String::new()
                    },
                    ..IdentityText::default()
                },
                sleeps: if shares {
                    Sleeps::With(0)
                } else {
                    Sleeps::Bed(bed)
                },
            }
        };
        seeds.iter().enumerate().map(member).collect()
    }

    fn amendment(&self, who: u32, seed: u32) -> Option<Amend> {
        let id = self.stay(who)?;
        let stay = self.centre.stays.get(&id)?;
        let person = self.centre.beneficiaries.get(&stay.beneficiary)?;
        let grounds = GroundKind::ALL;
        Some(Amend {
            stay: id,
            sex: person.sex,
            born: seed
                .is_multiple_of(3)
                .then_some(Born::Aged((seed % 50) as u16)),
            citizenship: seed.is_multiple_of(2).then(|| "UA".to_owned()),
            needs: person.needs.clone(),
            relation: stay.relation,
            ground: Some(grounds[seed as usize % grounds.len()]),
            decided_by: Some(Body::NrsTeam),
            decided_on: None,
            referrer: Some(Body::Police),
            territory: None,
            phase: if seed.is_multiple_of(4) {
                PhaseKind::Rehabilitation
            } else {
                PhaseKind::Crisis
            },
            identity: None,
            at: self
                .at(i64::from(seed % 400))
                .filter(|_| seed.is_multiple_of(5)),
            wrong: seed.is_multiple_of(7).then(|| "a wrong line".into()),
            reason: Override(Some("known better".into())),
        })
    }
}

fn stay_of(fact: &Fact) -> Option<StayId> {
    match fact {
        Fact::Stay(fact) => Some(fact.id),
        Fact::Ground(fact) => Some(fact.stay),
        Fact::Phase(fact) => Some(fact.stay),
        Fact::Term(fact) => Some(fact.stay),
        Fact::BedAssignment(fact) => Some(fact.stay),
        Fact::BedShare(fact) => Some(fact.stay),
        Fact::Absence(fact) => Some(fact.stay),
        Fact::Assistance(fact) => Some(fact.stay),
        Fact::ExpectedDeparture(fact) => Some(fact.stay),
        _ => None,
    }
}

/// Everybody on a board: the number of the code, the bed, whether away.
#[must_use]
pub fn on_board(board: &Board) -> BTreeSet<(u32, BedId, bool)> {
    let beds = board.rooms.iter().flat_map(|room| &room.beds);
    let people = beds.flat_map(|bed| {
        bed.people.iter().filter_map(|one| {
            let number = one.code.trim_start_matches("K-").parse().ok()?;
            Some((number, bed.id, one.away.is_some()))
        })
    });
    people.collect()
}
