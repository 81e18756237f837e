//! Proposals, reasons, obstacles and what still fits.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::large::{self, Arrival};
use support::{naive, random};
use vatra_core::assignment::{
    Aim, Alternative, BedSpec, Fit, Guest, Hint, House, Limits, Needs, Outcome, Person, Questions,
    Reason, Remark, RoomSpec, Rule, RuleSet, alternatives, best, obstacles, refusals, why_not,
};
use vatra_core::terms::{BedKind, RoomUse, Sex};

fn who(party: usize, sex: Sex, age: u8, bed: Option<usize>) -> Person {
    Person {
        party,
        sex,
        age,
        needs: Needs::default(),
        bed,
        pinned: false,
    }
}

fn rooms(of: &[(RoomUse, usize)]) -> House {
    let mut house = House::default();
    for (room, &(room_use, beds)) in of.iter().enumerate() {
        house.rooms.push(RoomSpec {
            room_use,
            step_free: false,
        });
        house.beds.extend((0..beds).map(|_| BedSpec {
            room,
            kind: BedKind::Single,
            closed: false,
        }));
    }
    house
}

fn houses(count: u64) -> impl Iterator<Item = House> {
    (0..count).map(|seed| match seed % 3 {
        0 => random::tiny(seed + 40_000),
        1 => random::tight(seed + 40_000),
        _ => large::house(seed, 24, 80, Arrival::Family),
    })
}

#[test]
fn proposals_are_allowed_ranked_and_different() {
    let mut aims = [0; 4];
    for house in houses(1_800) {
        let found = alternatives(&house, &Limits::default());
        let Outcome::Optimal(first) = best(&house, &Limits::default()) else {
            for a in &found {
                assert_eq!(a.aim, Aim::PastRule);
                past_one_rule(&house, 1, a);
            }
            continue;
        };
        assert_eq!((found[0].aim, found[0].plan.cost), (Aim::Best, first.cost));
        assert!(found.len() <= 3);
        for a in &found {
            assert_eq!(
                naive::faults(&house, &a.plan.beds).is_empty(),
                a.aim != Aim::PastRule,
                "{a:?}"
            );
            if a.aim == Aim::PastRule {
                past_one_rule(&house, first.cost.0[0], a);
                aims[a.aim as usize] += 1;
                continue;
            }
            assert!(a.plan.cost >= first.cost);
            assert_eq!(
                a.remarks.contains(&Remark::NobodyMoves),
                a.plan.cost.0[0] == 0
            );
            let opened = a
                .remarks
                .iter()
                .filter(|r| matches!(r, Remark::OpensEmptyRoom { .. }))
                .count();
            assert_eq!(opened, a.plan.cost.0[3] as usize);
            let unsuited = a.remarks.iter().map(|r| match r {
                Remark::UnsuitedUse { people, .. } => people.len(),
                _ => 0,
            });
            assert_eq!(unsuited.sum::<usize>(), a.plan.cost.0[4] as usize);
            aims[a.aim as usize] += 1;
        }
        let kept = || found[1..].iter().filter(|a| a.aim != Aim::PastRule);
        assert!(kept().is_sorted_by_key(|a| a.plan.cost));
    }
    assert!(aims.iter().all(|&n| n > 10), "{aims:?}");
}

/// A proposal past a rule is only made where others move somebody; it moves nobody, breaks one rule, and
/// says all that it breaks.
fn past_one_rule(house: &House, moves_otherwise: u32, a: &Alternative) {
    assert!(moves_otherwise > 0);
    assert_eq!(a.plan.cost.0[0], 0, "{a:?}");
    let rule = a.breaches[0].rule;
    assert!(a.breaches.iter().all(|b| b.rule == rule));
    // Nothing that keeps a child safe, a pair apart or a bed closed; strangers of different sex only where
    // one is a minor (with an adult of the own party, as R2 is kept) and the other is not.
    assert!(matches!(rule, Rule::B4 | Rule::R3 | Rule::R4));
    let adult = |p: usize| house.people[p].age >= 18;
    let strangers = |b: &vatra_core::assignment::Breach| {
        rule == Rule::R3 && adult(b.person) == b.other.is_some_and(adult)
    };
    assert!(!a.breaches.iter().any(strangers), "{a:?}");
    let faults = naive::faults(house, &a.plan.beds);
    assert_eq!(faults.len(), a.breaches.len(), "{faults:?} {a:?}");
}

#[test]
fn remarks_name_company_and_the_last_empty_room() {
    let mut house = rooms(&[(RoomUse::Women, 2), (RoomUse::Family, 2)]);
    house.people = vec![
        who(0, Sex::Female, 40, Some(0)),
        who(1, Sex::Female, 30, None),
        who(1, Sex::Female, 6, None),
    ];
    let found = alternatives(&house, &Limits::default());
    assert_eq!(
        found[0].remarks,
        [
            Remark::NobodyMoves,
            Remark::RoomToThemselves { party: 1, room: 1 },
            Remark::OpensEmptyRoom { room: 1 },
            Remark::LastEmptyRoomOfUse {
                room: 1,
                room_use: RoomUse::Family
            },
        ]
    );
}

#[test]
fn every_refused_bed_and_room_has_a_reason() {
    let mut house = rooms(&[(RoomUse::Men, 2), (RoomUse::Women, 2)]);
    house.beds[3].closed = true;
    house.beds.push(BedSpec {
        room: 1,
        kind: BedKind::Upper,
        closed: false,
    });
    house.people = vec![
        who(0, Sex::Male, 40, Some(0)),
        who(1, Sex::Female, 30, Some(2)),
        who(2, Sex::Female, 30, None),
        who(2, Sex::Female, 4, None),
    ];
    let answer = why_not(&house);
    let bed = |bed, person| {
        &answer
            .beds
            .iter()
            .find(|a| (a.bed, a.person) == (bed, person))
            .unwrap()
            .reasons
    };
    assert!(matches!(bed(0, 2)[..], [Reason::Occupied { by: 0 }]));
    assert!(
        matches!(&bed(1, 2)[..], [Reason::Breach(b)] if b.rule == Rule::R3 && b.other == Some(2))
    );
    assert!(
        matches!(&bed(1, 3)[..], [Reason::Breach(b)] if b.rule == Rule::R2 && b.other == Some(0))
    );
    assert_eq!(bed(3, 2)[..], [Reason::Closed]);
    assert_eq!(bed(4, 2)[..], []);
    assert!(matches!(&bed(4, 3)[..], [Reason::Breach(b)] if b.rule == Rule::B3));
    let room = |room| {
        &answer
            .rooms
            .iter()
            .find(|a| a.room == room)
            .unwrap()
            .reasons
    };
    assert!(room(0).contains(&Reason::TooFewBeds { needed: 2, free: 1 }));
    assert_eq!(room(1)[..], [Reason::TooFewBeds { needed: 2, free: 1 }]);
}

#[test]
fn a_room_is_said_to_fit_exactly_when_the_party_can_have_it() {
    for mut house in houses(600) {
        let party = house.arrivals().next().map(|p| house.people[p].party);
        house
            .people
            .retain(|p| p.bed.is_some() || Some(p.party) == party);
        house.keep_apart.clear();
        let Some(party) = party.filter(|&p| p < house.people.len()) else {
            continue;
        };
        for answer in why_not(&house).rooms {
            let avoid = (0..house.rooms.len())
                .filter(|&r| r != answer.room)
                .collect();
            let limits = Limits {
                forbid_moves: true,
                avoid,
                ..Limits::default()
            };
            assert_eq!(answer.party, party);
            assert_eq!(
                answer.reasons.is_empty(),
                best(&house, &limits).plan().is_some(),
                "{answer:?} {house:?}"
            );
        }
    }
}

#[test]
fn a_hand_move_is_refused_exactly_for_what_it_breaks() {
    for house in houses(300) {
        let before = house.before();
        for (p, who) in house
            .people
            .iter()
            .enumerate()
            .filter(|(_, w)| w.bed.is_some() && !w.pinned)
        {
            for bed in
                (0..house.beds.len()).filter(|&b| Some(b) != who.bed && !before.contains(&Some(b)))
            {
                let mut after = before.clone();
                after[p] = Some(bed);
                let faults = naive::faults(&house, &after);
                let broken = faults
                    .iter()
                    .any(|f| f != "P2" && !f.ends_with("has no bed"));
                assert_eq!(
                    !refusals(&house, &before, p, bed).is_empty(),
                    broken,
                    "{p} {bed} {house:?}"
                );
            }
        }
    }
}

#[test]
fn obstacles_name_the_smallest_sets_and_what_helps() {
    let mut seen = [0; 4];
    for house in houses(150).filter(|h| best(h, &Limits::default()) == Outcome::Impossible) {
        let found = obstacles(&house, &Limits::default());
        assert!(found.complete && found.proven);
        for relaxation in &found.relaxations {
            seen[relaxation.rules.len()] += 1;
            assert!(!relaxation.breaches.is_empty());
            for rule in &relaxation.rules {
                let rest: RuleSet = relaxation
                    .rules
                    .iter()
                    .copied()
                    .filter(|r| r != rule)
                    .collect();
                // Without P2 the engine allows any number of moves, the obstacles only some more.
                if !rest.has(Rule::P2) {
                    assert_eq!(
                        best(
                            &house,
                            &Limits {
                                relaxed: rest,
                                ..Limits::default()
                            }
                        ),
                        Outcome::Impossible
                    );
                }
            }
        }
        for hint in found.hints {
            let mut other = house.clone();
            let mut limits = Limits::default();
            match hint {
                Hint::ExtraBed { room, kind } => other.beds.push(BedSpec {
                    room,
                    kind,
                    closed: false,
                }),
                Hint::OpenBed { bed } => other.beds[bed].closed = false,
                Hint::Unpin { person } => other.people[person].pinned = false,
                Hint::Override { rule } => limits.relaxed = RuleSet::NONE.with(rule),
            }
            if hint == (Hint::Override { rule: Rule::P2 }) {
                continue;
            }
            assert!(best(&other, &limits).plan().is_some(), "{hint:?}");
        }
    }
    assert!(seen[1] > 10 && seen[2] > 0, "{seen:?}");
}

#[test]
fn what_still_fits() {
    let mut house = rooms(&[(RoomUse::Women, 1), (RoomUse::Family, 4)]);
    house.people = vec![who(0, Sex::Male, 50, Some(1))];
    let limits = Limits::default();
    let mut questions = Questions::new(&house, &limits);
    let answers = questions.standard(10);
    let fits = |guest| {
        answers
            .iter()
            .find(|a| a.guest == guest)
            .map(|a| (a.without_moves, a.with_moves))
    };
    assert_eq!(
        fits(Guest::Woman),
        Some((Fit::Yes { moves: 0 }, Fit::Yes { moves: 0 }))
    );
    assert_eq!(
        fits(Guest::Man),
        Some((Fit::Yes { moves: 0 }, Fit::Yes { moves: 0 }))
    );
    assert_eq!(
        fits(Guest::MotherWith(1)),
        Some((Fit::No, Fit::Yes { moves: 1 }))
    );
    assert_eq!(
        fits(Guest::MotherWith(3)),
        Some((Fit::No, Fit::Yes { moves: 1 }))
    );
    assert_eq!(fits(Guest::MotherWith(4)), Some((Fit::No, Fit::No)));
    let family = questions.largest_family(10);
    assert_eq!(
        (family.without_moves, family.with_moves, family.proven),
        (1, 4, true)
    );
    assert_eq!(questions.largest_family(2).with_moves, 2);
    assert_eq!(questions.largest_family(0).with_moves, 0);
}

/// Of plans that are equally good the one is proposed in which a mother need not climb, and an infant has the cot.
#[test]
fn beds_of_a_room_go_to_those_whom_they_suit() {
    let deal = |kinds: &[BedKind], ages: &[u8]| {
        let mut house = rooms(&[(RoomUse::Family, kinds.len())]);
        for (bed, kind) in house.beds.iter_mut().zip(kinds) {
            bed.kind = *kind;
        }
        house.people = ages
            .iter()
            .map(|age| who(0, Sex::Female, *age, None))
            .collect();
        let plan = best(&house, &Limits::default())
            .into_plan()
            .expect("a plan");
        let beds = plan.beds.iter().map(|bed| kinds[bed.expect("a bed")]);
        beds.collect::<Vec<_>>()
    };
    use BedKind::{Cot, Lower, Single, Upper};
    assert_eq!(
        deal(&[Single, Single, Lower, Upper], &[31, 7, 4, 0])[..2],
        [Single, Upper]
    );
    assert_eq!(deal(&[Upper, Lower], &[20, 41]), [Upper, Lower]);
    assert_eq!(deal(&[Single, Single, Cot], &[31, 0]), [Single, Cot]);
    assert_eq!(
        deal(&[Cot, Single, Single], &[31, 2, 0]),
        [Single, Single, Cot]
    );
}
