//! The engine agrees with brute force on what may be wished for beside the rules.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::brute::{self, Wishes};
use support::random::{self, Dice};
use vatra_core::assignment::{House, Limits, Outcome, Rule, RuleSet, best};

fn cases() -> u64 {
    std::env::var("VATRA_BRUTE")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(4_000)
}

fn compare(name: &str, seed: u64, house: &House, limits: &Limits, wishes: &Wishes) {
    let found = match best(house, limits) {
        Outcome::Optimal(plan) => {
            assert!(
                wishes.also.is_none_or(|also| also(&plan.beds)),
                "{name} {seed}: {plan:?}"
            );
            Some(plan.cost.0)
        }
        Outcome::Impossible => None,
        other => panic!("{name} {seed}: {other:?}"),
    };
    assert_eq!(
        found,
        brute::optimum_with(house, wishes),
        "{name} {seed} {}",
        brute::sketch(house)
    );
}

fn houses() -> impl Iterator<Item = (u64, House)> {
    (0..cases()).map(|seed| {
        (
            seed,
            if seed % 2 == 0 {
                random::tight(seed + 7_000)
            } else {
                random::tiny(seed + 7_000)
            },
        )
    })
}

#[test]
fn nobody_moves() {
    for (seed, h) in houses() {
        let still = |plan: &[Option<usize>]| {
            h.people
                .iter()
                .zip(plan)
                .all(|(p, b)| p.bed.is_none() || p.bed == *b)
        };
        let limits = Limits {
            forbid_moves: true,
            ..Limits::default()
        };
        compare(
            "still",
            seed,
            &h,
            &limits,
            &Wishes {
                also: Some(&still),
                relaxed: &[],
            },
        );
    }
}

#[test]
fn each_party_in_one_room() {
    for (seed, h) in houses() {
        let together = |plan: &[Option<usize>]| {
            let room = |p: usize| h.room_in(plan, p);
            h.arrivals()
                .all(|p| h.arrivals().all(|q| !h.related(p, q) || room(p) == room(q)))
        };
        let limits = Limits {
            one_room: true,
            ..Limits::default()
        };
        compare(
            "together",
            seed,
            &h,
            &limits,
            &Wishes {
                also: Some(&together),
                relaxed: &[],
            },
        );
    }
}

#[test]
fn rooms_avoided() {
    for (seed, h) in houses() {
        let room = Dice(seed).below(h.rooms.len());
        let elsewhere =
            |plan: &[Option<usize>]| h.arrivals().all(|p| h.room_in(plan, p) != Some(room));
        let limits = Limits {
            avoid: vec![room],
            ..Limits::default()
        };
        compare(
            "avoid",
            seed,
            &h,
            &limits,
            &Wishes {
                also: Some(&elsewhere),
                relaxed: &[],
            },
        );
    }
}

#[test]
fn put_in_beds_by_hand() {
    for (seed, h) in houses() {
        let d = &mut Dice(seed);
        let mut fixed: Vec<(usize, usize)> = vec![(d.below(h.people.len()), d.below(h.beds.len()))];
        let second = (d.below(h.people.len()), d.below(h.beds.len()));
        if d.chance(30) && second.0 != fixed[0].0 && second.1 != fixed[0].1 {
            fixed.push(second);
        }
        let by_hand = |plan: &[Option<usize>]| fixed.iter().all(|&(p, b)| plan[p] == Some(b));
        let limits = Limits {
            fixed: fixed.clone(),
            ..Limits::default()
        };
        compare(
            "fixed",
            seed,
            &h,
            &limits,
            &Wishes {
                also: Some(&by_hand),
                relaxed: &[],
            },
        );
    }
}

#[test]
fn rules_left_out() {
    const NAMES: [&str; 11] = [
        "B1", "B2", "B3", "B4", "R1", "R2", "R3", "R4", "R5", "P1", "P2",
    ];
    for (seed, h) in houses() {
        let d = &mut Dice(seed);
        let (a, b) = (d.below(11), d.below(11));
        let relaxed: RuleSet = [Rule::ALL[a], Rule::ALL[b]].into_iter().collect();
        compare(
            "relaxed",
            seed,
            &h,
            &Limits {
                relaxed,
                ..Limits::default()
            },
            &Wishes {
                also: None,
                relaxed: &[NAMES[a], NAMES[b]],
            },
        );
    }
}

/// The same house where every infant in an adult's bed is somebody of its own, with a bed that only it
/// may have, beside the adult: for the literal reading of the rules.
fn with_infants_apart(h: &House, plan: &[Option<usize>]) -> (House, Vec<Option<usize>>) {
    let mut apart = h.clone();
    let mut after = plan.to_vec();
    apart.laps.clear();
    for lap in &h.laps {
        let mut beside = |bed: Option<usize>| {
            bed.map(|bed| {
                apart.beds.push(vatra_core::assignment::BedSpec {
                    closed: false,
                    ..apart.beds[bed]
                });
                apart.beds.len() - 1
            })
        };
        let before = beside(h.people[lap.adult].bed);
        let same = plan[lap.adult] == h.people[lap.adult].bed;
        after.push(if same {
            before
        } else {
            beside(plan[lap.adult])
        });
        apart.people.push(vatra_core::assignment::Person {
            bed: before,
            ..lap.infant
        });
    }
    (apart, after)
}

#[test]
fn infants_in_an_adults_bed_are_in_the_room_too() {
    let mut carried = 0;
    for (seed, mut house) in houses() {
        let d = &mut Dice(seed);
        let adults: Vec<usize> = (0..house.people.len())
            .filter(|&p| house.people[p].is_adult())
            .collect();
        if adults.is_empty() {
            continue;
        }
        let adult = d.pick(&adults);
        let infant = vatra_core::assignment::Person {
            age: d.pick(&[0, 1, 2]),
            sex: random::sex(d, 50),
            bed: None,
            pinned: false,
            ..house.people[adult]
        };
        house.laps = vec![vatra_core::assignment::Lap { adult, infant }];
        let allowed = |plan: &[Option<usize>]| {
            let (apart, after) = with_infants_apart(&house, plan);
            let faults = support::naive::faults(&apart, &after);
            // Whoever moves is counted once: the infant goes along.
            faults
                .iter()
                .all(|fault| fault == "P2" || fault.starts_with("P1"))
        };
        let numbers = |plan: &[Option<usize>]| {
            let (apart, after) = with_infants_apart(&house, plan);
            let [_, spread, strangers, opened, unsuited] = support::naive::numbers(&apart, &after);
            let alone = support::naive::numbers(&house, plan);
            [alone[0], spread, strangers, opened, unsuited]
        };
        let expected = brute::optimum_by(&house, &allowed, &numbers);
        let found = match best(&house, &Limits::default()) {
            Outcome::Optimal(plan) => {
                assert!(allowed(&plan.beds), "{seed}");
                assert_eq!(numbers(&plan.beds), plan.cost.0, "{seed}");
                carried += u32::from(plan.cost.0[0] > 0);
                Some(plan.cost.0)
            }
            Outcome::Impossible => None,
            other => panic!("{seed}: {other:?}"),
        };
        assert_eq!(found, expected, "{seed} {}", brute::sketch(&house));
    }
    assert!(carried > 20, "{carried}");
}
