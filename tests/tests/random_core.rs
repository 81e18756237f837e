//! Whatever happens to a centre, in whatever order: the record stays possible, undo gives back exactly
//! what was, and the rows say the same as the record.

use proptest::prelude::*;
use vatra_core::invariants::violations;
use vatra_core::view;
use vatra_tests::at;
use vatra_tests::random::{Step, World, on_board, step};

/// Holds after every step.
fn holds(world: &World) -> Result<(), TestCaseError> {
    prop_assert_eq!(violations(&world.centre), vec![]);
    prop_assert!(
        world.rebuilt() == world.centre,
        "the rows say something else than the record"
    );

    // No bed with two people, no person in two beds: counted anew, apart from the code under test.
    for moment in [
        world.now,
        world.now.plus_minutes(-60),
        world.now.plus_minutes(-3000),
    ] {
        let assigned = world
            .centre
            .bed_assignments
            .values()
            .filter(|a| a.span.contains(moment));
        let mut beds: Vec<_> = assigned.clone().map(|a| a.bed).collect();
        let mut people: Vec<_> = assigned
            .map(|a| a.stay)
            .chain(
                world
                    .centre
                    .bed_shares
                    .values()
                    .filter(|s| s.span.contains(moment))
                    .map(|s| s.stay),
            )
            .filter_map(|stay| world.centre.stays.get(&stay).map(|stay| stay.beneficiary))
            .collect();
        let (in_beds, all) = (beds.len(), people.len());
        beds.sort_unstable();
        beds.dedup();
        people.sort_unstable();
        people.dedup();
        prop_assert_eq!(beds.len(), in_beds, "two people in one bed");
        prop_assert_eq!(people.len(), all, "one person in two beds");
        let here = world.centre.stays_at(moment).count();
        prop_assert_eq!(here, all, "somebody without a bed");
    }

    // Capacity arithmetic on the board.
    let board = view::board(&world.centre, world.now);
    let beds = board.rooms.iter().flat_map(|room| &room.beds);
    let on_board: usize = beds.clone().map(|bed| bed.people.len()).sum();
    prop_assert_eq!(board.taken, on_board);
    let kept = |bed: &view::BedView| bed.kept.as_ref().is_some_and(|kept| kept.counts(world.now));
    prop_assert_eq!(
        board.beds_free,
        beds.filter(|bed| bed.people.is_empty() && !kept(bed))
            .count()
    );
    prop_assert_eq!(
        board.groups.iter().map(|(_, n)| n).sum::<usize>(),
        board.taken
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_actions_leaves_a_possible_record(steps in prop::collection::vec(step(), 1..40)) {
        let mut world = World::new(at("2009-02-01T08:00"));
        for step in &steps {
            if let Step::Wait { minutes } = step {
                world.now = world.now.plus_minutes(*minutes);
                continue;
            }
            let Some(Ok((decision, undoes))) = world.try_step(step) else { continue };
            let before = world.centre.clone();
            world.record(&decision, undoes);
            holds(&world)?;

            let mut undone = world.clone();
            if let Some(Ok((undo, of))) = undone.try_step(&Step::Undo { back: 0 }) {
                undone.record(&undo, of);
                holds(&undone)?;
                prop_assert!(undone.centre == before, "undo of {:?} gave back something else", decision.kind);
            } else {
                prop_assert!(false, "the last action, {:?}, could not be undone", decision.kind);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Taking back one action after the other, latest first, leads back through every former record.
    #[test]
    fn everything_can_be_taken_back_one_by_one(steps in prop::collection::vec(step(), 1..25)) {
        let mut world = World::new(at("2009-02-01T08:00"));
        let mut former = Vec::new();
        for step in &steps {
            if let Step::Wait { minutes } = step {
                world.now = world.now.plus_minutes(*minutes);
            }
            let Some(Ok((decision, undoes))) = world.try_step(step) else { continue };
            former.push((world.head() + 1, world.centre.clone()));
            world.record(&decision, undoes);
        }
        while let Some((seq, before)) = former.pop() {
            let recorded = world.recorded(seq).expect("an action");
            let undone = vatra_core::verbs::undo(&world.centre, &recorded, None, world.asking(true));
            let undone = undone.map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
            world.record(&undone, Some(seq));
            prop_assert!(world.centre == before, "after taking back {}", seq);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// The boards of past moments, as known now and as known then, against a list of intervals that knows no
    /// rule: after late entries, corrections and undos.
    #[test]
    fn boards_of_past_moments_agree_with_a_list_of_intervals(
        steps in prop::collection::vec(step(), 5..40),
        shares in prop::collection::vec(0..1_000_000i64, 12),
    ) {
        let begin = at("2009-02-01T08:00");
        let mut world = World::new(begin);
        for step in &steps {
            if let Step::Wait { minutes } = step {
                world.now = world.now.plus_minutes(*minutes);
            }
            if let Some(Ok((decision, undoes))) = world.try_step(step) {
                world.record(&decision, undoes);
            }
        }
        let span = world.now.0 - begin.0 + 3 * 86_400_000;
        for share in shares {
            let moment = world.now.plus_millis(-(span / 1_000_000 * share));
            let then = world.known_at(moment);
            for known in [world.head(), then] {
                let board = view::past_board(&world.known(known), moment);
                prop_assert_eq!(on_board(&board), world.remembered(moment, known), "at {:?}, known {}", moment, known);
            }
        }
    }
}

/// The steps above do reach every kind of action, refused and accepted: a test of the test.
#[test]
fn the_random_steps_reach_every_kind_of_action() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use std::collections::BTreeMap;

    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..1_500 {
        let steps = prop::collection::vec(step(), 40)
            .new_tree(&mut runner)
            .expect("steps")
            .current();
        let mut world = World::new(at("2009-02-01T08:00"));
        for step in &steps {
            if let Step::Wait { minutes } = step {
                world.now = world.now.plus_minutes(*minutes);
            }
            match world.try_step(step) {
                None => {}
                Some(Ok((decision, undoes))) => {
                    *seen.entry(format!("{:?}", decision.kind)).or_default() += 1;
                    world.record(&decision, undoes);
                }
                Some(Err(refusal)) => {
                    let name = format!("{refusal:?}");
                    let name = name.split([' ', '{']).next().unwrap_or_default().to_owned();
                    *seen.entry(name).or_default() += 1;
                }
            }
        }
    }
    for kind in [
        "CheckIn",
        "Move",
        "Swap",
        "Leave",
        "Return",
        "Extend",
        "Amend",
        "Correct",
        "Discharge",
        "Undo",
        "Assist",
        "Close",
        "Reopen",
        "KeepApart",
        "LetTogether",
        "SetRules",
        "SetDesk",
        "SetCapacity",
        "SetLimits",
        "SetAssistance",
        "SetRoom",
        "PlanDeparture",
        "StaysOn",
        "Wait",
        "EndWait",
        "Reorder",
        "Keep",
        "Release",
        "BedClosed",
        "BedHeld",
        "MustMoveFirst",
        "BedTaken",
        "BreaksRules",
        "OverCapacity",
        "AlreadyHere",
        "LaterActions",
        "MinorsLeftBehind",
        "InfantInBed",
        "InFuture",
        "CannotShare",
        "LaterEvent",
    ] {
        assert!(
            seen.get(kind).is_some_and(|n| *n > 0),
            "{kind} was never reached: {seen:?}"
        );
    }
}
