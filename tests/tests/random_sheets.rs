//! Whatever happened to a centre: its own export, as a workbook and in each language, is taken over by an
//! empty centre with the same rooms, and tells the same history.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use vatra::answers::Language;
use vatra::words::{DICTIONARY, Words};
use vatra_core::import::plan;
use vatra_core::verbs;
use vatra_tests::at;
use vatra_tests::histories::told;
use vatra_tests::random::{Step, World, step};

/// A world after random steps.
fn after(steps: &[Step]) -> World {
    let mut world = World::new(at("2009-02-01T08:00"));
    for step in steps {
        if let Step::Wait { minutes } = step {
            world.now = world.now.plus_minutes(*minutes);
        } else if let Some(Ok((decision, undoes))) = world.try_step(step) {
            world.record(&decision, undoes);
        }
    }
    world
}

/// What an empty centre with the same rooms becomes by taking over an export.
fn taken_over(bytes: &[u8], by: &World) -> Result<World, String> {
    let grid = vatra_sheets::read(bytes).map_err(|error| error.to_string())?;
    let layouts = vatra_sheets::layouts(&grid, &DICTIONARY);
    let rows = vatra_sheets::register(&grid, &layouts, &DICTIONARY);
    let mut empty = World::new(at("2009-02-01T08:00"));
    empty.now = by.now;
    // Rooms and beds as they came to be.
    empty.centre.rooms.clone_from(&by.centre.rooms);
    empty.centre.beds.clone_from(&by.centre.beds);
    empty
        .centre
        .bed_standings
        .clone_from(&by.centre.bed_standings);
    let planned = plan(&empty.centre, &rows, empty.next_code, empty.now);
    if planned.preview.rows.is_empty() {
        return Ok(empty);
    }
    let wrong: Vec<_> = planned
        .preview
        .rows
        .iter()
        .filter(|row| row.wrong)
        .collect();
    if !wrong.is_empty() {
        return Err(format!("{wrong:?}"));
    }
    let decision = verbs::import(&empty.centre, planned, "", empty.asking(true));
    let decision = decision.map_err(|refusal| format!("{refusal:?}"))?;
    empty.record(&decision, None);
    Ok(empty)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_is_the_history(steps in prop::collection::vec(step(), 10..80), spoken in 0..3usize) {
        let world = after(&steps);
        let words = Words::of([Language::Ro, Language::Ru, Language::En][spoken]);
        let tables = vatra_sheets::record(&world.centre, None, &|id| words.find(id));
        let book = vatra_sheets::xlsx(&tables, world.now.day()).expect("a workbook");
        let other = taken_over(&book, &world).map_err(TestCaseError::fail)?;
        prop_assert_eq!(told(&world.centre), told(&other.centre));
    }
}

/// The same steps in every run, long enough to hold something of everything.
#[test]
fn random_histories_hold_something_of_everything() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let steps = prop::collection::vec(step(), 400..401);
    let steps = steps.new_tree(&mut runner).expect("steps").current();
    let world = after(&steps);
    let tables = vatra_sheets::record(&world.centre, None, &|id| Words::of(Language::En).find(id));
    for table in &tables {
        assert!(!table.rows.is_empty(), "no {}", table.name);
        for column in &table.columns {
            assert!(!column.title.contains("field-"), "{}", column.title);
        }
    }
    let book = vatra_sheets::xlsx(&tables, world.now.day()).expect("a workbook");
    let other = taken_over(&book, &world).expect("the same history");
    assert_eq!(told(&world.centre), told(&other.centre));
}
