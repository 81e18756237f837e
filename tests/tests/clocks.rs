//! Every verb with a time, at every change to and from summer time and at every midnight of many years: all of
//! them gone through, none drawn by lot.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use vatra_core::facts::Expected;
use vatra_core::id::{BedId, StayId};
use vatra_core::refusal::Refusal;
use vatra_core::terms::{AbsenceKind, GroundKind, PhaseKind, Relation, Sex, WaitingEnd};
use vatra_core::time::{Instant, WallTime, midnight};
use vatra_core::verbs::{
    self, Amend, Born, CheckIn, Close, Correct, Decision, Discharge, EndWait, Extend, IdentityText,
    Keep, Leave, Member, Move, MoveOne, NewPlace, Override, PlanDeparture, Release, Reopen, Return,
    Sleeps, Truth, Wait, Who,
};
use vatra_core::{Centre, Fact};
use vatra_tests::random::World;

const YEARS: std::ops::RangeInclusive<i32> = 2007..=2030;

fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31).expect("both months have 31 days");
    let back = last.weekday().num_days_from_sunday();
    last - Days::new(back.into())
}

fn wall(local: NaiveDateTime, second: bool) -> WallTime {
    WallTime { local, second }
}

/// Every ten minutes of the first six hours of a day.
fn minutes(day: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
    (0..36).map(move |ten| {
        let time = NaiveTime::from_hms_opt(ten / 6, ten % 6 * 10, 0).expect("a time");
        day.and_time(time)
    })
}

/// A centre that was made long before, with a woman who is there, one who is away, a closed bed, a hold and a party
/// that waits; it is `now`.
struct House {
    world: World,
    here: StayId,
    away: StayId,
    free: BedId,
}

impl House {
    fn new(day: NaiveDate, now: Instant) -> Self {
        let mut world = World::new(midnight(day - Days::new(20)));
        let beds: Vec<_> = world.centre.beds.values().cloned().collect();
        let free: Vec<BedId> = beds
            .iter()
            .filter(|bed| bed.kind == vatra_core::terms::BedKind::Single)
            .map(|bed| bed.id)
            .collect();
        let do_it = |world: &mut World, decision: Result<Decision, Refusal>| {
            let decision = decision.expect("it may be done");
            world.record(&decision, None);
            world.now = world.now.plus_minutes(60);
            decision
        };
        for bed in &free[..2] {
            let decision = verbs::check_in(
                &world.centre,
                &arrival(None, *bed),
                world.next_code,
                world.asking(true),
            );
            do_it(&mut world, decision);
        }
        let mut stays: Vec<_> = world
            .centre
            .stays
            .values()
            .map(|stay| (stay.span.from, stay.id))
            .collect();
        stays.sort_unstable();
        let (here, away) = (stays[0].1, stays[1].1);
        let leave = Leave {
            stays: vec![away],
            at: None,
            kind: AbsenceKind::Family,
            expected_return: None,
            back: None,
        };
        let decision = verbs::leave(&world.centre, &leave, world.asking(true));
        do_it(&mut world, decision);
        let close = Close {
            beds: vec![free[2]],
            from: None,
            to: None,
            reason: "a leak".into(),
        };
        let decision = verbs::close(&world.centre, &close, world.asking(true));
        do_it(&mut world, decision);
        let decision = verbs::wait(&world.centre, &waiting(None), world.asking(true));
        do_it(&mut world, decision);
        let until = wall(midnight(day + Days::new(9)).wall(), false);
        let keep = Keep {
            label: "one".into(),
            places: 1,
            beds: vec![],
            from: None,
            until,
            waiting: None,
        };
        let decision = verbs::keep(&world.centre, &keep, world.asking(true));
        do_it(&mut world, decision);
        world.now = now;
        Self {
            here,
            away,
            free: free[3],
            world,
        }
    }

    fn centre(&self) -> &Centre {
        &self.world.centre
    }

    /// Every verb that notes when something happened, with the time that it notes.
    fn late(&self, at: WallTime) -> Vec<(&'static str, Result<Instant, Refusal>)> {
        let (centre, asking) = (self.centre(), self.world.asking(true));
        let some = Some(at);
        let reason = || Override(Some("needed".into()));
        let happened =
            |decision: Result<Decision, Refusal>| decision.map(|decision| decision.happened_at);
        let from = |decision: Result<Decision, Refusal>| decision.map(|decision| begins(&decision));
        let here = vec![self.here];
        let hold = *centre.holds.keys().next().expect("a hold");
        let waits = *centre.waitings.keys().next().expect("somebody waits");
        let correct = |stay, truth| {
            let reason = "noted wrong".to_owned();
            from(verbs::correct(
                centre,
                &Correct {
                    stay,
                    also: vec![],
                    truth,
                    reason,
                },
                asking,
            ))
        };
        let moves = vec![MoveOne {
            stay: self.here,
            to: NewPlace::Bed(self.free),
        }];
        vec![
            (
                "check in",
                happened(verbs::check_in(
                    centre,
                    &arrival(some, self.free),
                    self.world.next_code,
                    asking,
                )),
            ),
            (
                "move",
                happened(verbs::move_people(
                    centre,
                    &Move {
                        moves,
                        at: some,
                        reason: reason(),
                    },
                    asking,
                )),
            ),
            (
                "leave",
                happened(verbs::leave(
                    centre,
                    &Leave {
                        stays: here.clone(),
                        at: some,
                        kind: AbsenceKind::Day,
                        expected_return: None,
                        back: None,
                    },
                    asking,
                )),
            ),
            (
                "return",
                happened(verbs::return_to_house(
                    centre,
                    &Return {
                        stays: vec![self.away],
                        at: some,
                    },
                    asking,
                )),
            ),
            (
                "extend",
                happened(verbs::extend(
                    centre,
                    &Extend {
                        stays: here.clone(),
                        days: 90,
                        authority: None,
                        reason: "plan".into(),
                        at: some,
                    },
                    asking,
                )),
            ),
            (
                "discharge",
                happened(verbs::discharge(
                    centre,
                    &Discharge {
                        stays: here,
                        at: some,
                        reason: None,
                        destination: None,
                        minors_stay: None,
                    },
                    asking,
                )),
            ),
            (
                "amend",
                happened(verbs::amend(centre, &self.amendment(at), asking)),
            ),
            (
                "reopen",
                happened(verbs::reopen(
                    centre,
                    &Reopen {
                        closures: centre.closures.keys().copied().collect(),
                        at: some,
                    },
                    asking,
                )),
            ),
            (
                "close",
                from(verbs::close(
                    centre,
                    &Close {
                        beds: vec![self.free],
                        from: some,
                        to: None,
                        reason: "a leak".into(),
                    },
                    asking,
                )),
            ),
            (
                "wait",
                happened(verbs::wait(centre, &waiting(some), asking)),
            ),
            (
                "end of waiting",
                happened(verbs::end_wait(
                    centre,
                    &EndWait {
                        waiting: waits,
                        end: WaitingEnd::Elsewhere,
                        at: some,
                    },
                    asking,
                )),
            ),
            (
                "release",
                happened(verbs::release(centre, &Release { hold, at: some }, asking)),
            ),
            ("arrival", correct(self.here, Truth::Arrival { at })),
            (
                "absence",
                correct(
                    self.away,
                    Truth::Absence {
                        since: centre
                            .absences
                            .values()
                            .next()
                            .expect("an absence")
                            .span
                            .from,
                        kind: AbsenceKind::Day,
                        left: at,
                        back: None,
                        expected: None,
                    },
                ),
            ),
        ]
    }

    /// Every verb that notes a plan, with the time that it notes.
    fn ahead(&self, at: WallTime) -> Vec<(&'static str, Result<Instant, Refusal>)> {
        let (centre, asking) = (self.centre(), self.world.asking(true));
        let far = wall(midnight(self.world.now.day() + Days::new(60)).wall(), false);
        let keep = |from, until| Keep {
            label: "one".into(),
            places: 1,
            beds: vec![],
            from,
            until,
            waiting: None,
        };
        let noted = |decision: Result<Decision, Refusal>, of: fn(&Fact) -> Option<Instant>| {
            decision.map(|decision| decision.changes.add.iter().find_map(of).expect("a plan"))
        };
        vec![
            (
                "hold until",
                noted(
                    verbs::keep(centre, &keep(None, at), asking),
                    |fact| match fact {
                        Fact::Hold(hold) => hold.span.to,
                        _ => None,
                    },
                ),
            ),
            (
                "hold from",
                noted(
                    verbs::keep(centre, &keep(Some(at), far), asking),
                    |fact| match fact {
                        Fact::Hold(hold) => Some(hold.span.from),
                        _ => None,
                    },
                ),
            ),
            (
                "closed until",
                noted(
                    verbs::close(
                        centre,
                        &Close {
                            beds: vec![self.free],
                            from: None,
                            to: Some(at),
                            reason: "a leak".into(),
                        },
                        asking,
                    ),
                    |fact| match fact {
                        Fact::Closure(closure) => closure.span.to,
                        _ => None,
                    },
                ),
            ),
            (
                "expected departure",
                noted(
                    verbs::plan_departure(
                        centre,
                        &PlanDeparture {
                            stays: vec![self.here],
                            at: Some(at),
                            reason: Override(None),
                        },
                        asking,
                    ),
                    |fact| match fact {
                        Fact::ExpectedDeparture(one) => Some(one.at),
                        _ => None,
                    },
                ),
            ),
            (
                "expected return",
                noted(
                    verbs::leave(
                        centre,
                        &Leave {
                            stays: vec![self.here],
                            at: None,
                            kind: AbsenceKind::Day,
                            expected_return: Some(at),
                            back: None,
                        },
                        asking,
                    ),
                    |fact| match fact {
                        Fact::Absence(absence) => absence.expected_return,
                        _ => None,
                    },
                ),
            ),
        ]
    }

    fn amendment(&self, at: WallTime) -> Amend {
        let centre = self.centre();
        let person = centre
            .beneficiaries
            .get(&centre.stays[&self.here].beneficiary)
            .expect("she is known");
        Amend {
            stay: self.here,
            sex: person.sex,
            born: None,
            citizenship: None,
            needs: BTreeSet::new(),
            relation: Relation::Head,
            ground: Some(GroundKind::Victim),
            decided_by: None,
            decided_on: None,
            referrer: None,
            territory: None,
            phase: PhaseKind::Rehabilitation,
            identity: None,
            at: Some(at),
            wrong: None,
            reason: Override(None),
        }
    }
}

/// The earliest time that a decision writes anew.
fn begins(decision: &Decision) -> Instant {
    let spans = decision.changes.add.iter().filter_map(|fact| match fact {
        Fact::Stay(fact) => Some(fact.span.from),
        Fact::Absence(fact) => Some(fact.span.from),
        Fact::Closure(fact) => Some(fact.span.from),
        _ => None,
    });
    spans.min().expect("a time")
}

fn arrival(at: Option<WallTime>, bed: BedId) -> CheckIn {
    let member = Member {
        who: Who::New,
        relation: Relation::Head,
        sex: Sex::Female,
        born: Born::Aged(30),
        citizenship: None,
        needs: BTreeSet::new(),
        ground: Some(GroundKind::PresumedVictim),
        decided_by: None,
        identity: IdentityText::default(),
        sleeps: Sleeps::Bed(bed),
    };
    CheckIn {
        at,
        referrer: None,
        territory: None,
        phase: PhaseKind::Crisis,
        members: vec![member],
        joins: None,
        hold: None,
        waiting: None,
        moves: vec![],
        reason: Override(Some("needed".into())),
    }
}

fn waiting(at: Option<WallTime>) -> Wait {
    let member = Expected {
        sex: Sex::Female,
        years: 30,
        needs: BTreeSet::new(),
    };
    Wait {
        label: "one".into(),
        members: vec![member],
        urgency: None,
        at,
    }
}

#[test]
fn the_skipped_hour_is_refused_and_the_doubled_one_told_apart_by_every_verb() {
    for year in YEARS {
        for (month, skips) in [(3, true), (10, false)] {
            let day = last_sunday(year, month);
            let (before, after) = (midnight(day - Days::new(1)), midnight(day + Days::new(2)));
            let (late, ahead) = (House::new(day, after), House::new(day, before));
            let (mut skipped, mut doubled) = (0, 0);
            for local in minutes(day) {
                let (first, second) = (wall(local, false), wall(local, true));
                let all = |at| [late.late(at), ahead.ahead(at)].concat();
                match (first.instant(), second.instant()) {
                    (None, _) => {
                        skipped += 1;
                        for (verb, answer) in all(first) {
                            assert_eq!(answer, Err(Refusal::NoSuchTime), "{verb} at {local}");
                        }
                    }
                    (Some(one), Some(other)) => {
                        doubled += u32::from(one != other);
                        for (at, expected) in [(first, one), (second, other)] {
                            for (verb, answer) in all(at) {
                                assert_eq!(answer, Ok(expected), "{verb} at {local}");
                            }
                        }
                        assert!(one == other || other.0 - one.0 == 3_600_000);
                    }
                    (Some(_), None) => panic!("{local} exists once or twice"),
                }
            }
            assert_eq!(
                (skipped, doubled),
                if skips { (6, 0) } else { (0, 6) },
                "{day}"
            );
        }
    }
}

/// An hour is as long as it is: who went out at one and was expected at five was away three hours in March, five in
/// October.
#[test]
fn hours_of_these_nights_are_counted_as_they_pass() {
    for year in YEARS {
        for (month, hours) in [(3, 3), (10, 5)] {
            let day = last_sunday(year, month);
            let at = |hour| {
                wall(day.and_hms_opt(hour, 0, 0).expect("a time"), false)
                    .instant()
                    .expect("it exists")
            };
            assert_eq!((at(5).0 - at(1).0) / 3_600_000, hours, "{day}");
            assert_eq!(
                (midnight(day + Days::new(1)).0 - midnight(day).0) / 3_600_000,
                hours + 20,
                "{day}"
            );
        }
    }
}

/// Midnight belongs to the day that begins, and the day has every instant until the next: at each midnight of the
/// years, not of the changes alone.
#[test]
fn every_midnight_begins_its_day() {
    let mut day = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).expect("a date");
    while day.year() <= *YEARS.end() {
        let start = midnight(day);
        assert_eq!(
            (start.day(), start.plus_millis(-1).day()),
            (day, day - Days::new(1))
        );
        assert_eq!(
            (start.wall().hour(), start.wall().minute()),
            (0, 0),
            "{day}"
        );
        day = day + Days::new(1);
    }
}

/// At midnight and a minute to either side every verb notes the instant, on the nights around both changes and at the
/// turn of the year.
#[test]
fn every_verb_notes_midnight_exactly() {
    for year in YEARS {
        let turn = NaiveDate::from_ymd_opt(year, 12, 31).expect("a date");
        for day in [last_sunday(year, 3), last_sunday(year, 10), turn] {
            let now = midnight(day + Days::new(3));
            let (late, ahead) = (
                House::new(day, now),
                House::new(day, midnight(day - Days::new(1))),
            );
            for night in [day, day + Days::new(1)] {
                for minute in [-1, 0, 1] {
                    let instant = midnight(night).plus_minutes(minute);
                    let at = wall(instant.wall(), false);
                    for (verb, answer) in [late.late(at), ahead.ahead(at)].concat() {
                        assert_eq!(answer, Ok(instant), "{verb} at {:?}", at.local);
                    }
                }
            }
        }
    }
}
