//! Whatever happens to a centre, the encrypted file says the same as the record in memory, now and as it
//! was known at every earlier action, after closing and opening again; and raw SQL finds nothing
//! impossible in it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;
use vatra_core::id::{BedId, StaffId, StayId};
use vatra_core::view;
use vatra_core::{Centre, Instant};
use vatra_store::{Chain, DataKey, Entry, Store, Window};
use vatra_tests::at;
use vatra_tests::random::{Step, World, on_board, step};

/// What must never be found, as questions to the file.
const IMPOSSIBLE: [(&str, &str); 8] = [
    ("two people in one bed", "SELECT count(*) FROM bed_assignment a JOIN bed_assignment b
        ON a.bed_id = b.bed_id AND a.row < b.row AND a.until_action IS NULL AND b.until_action IS NULL
        AND (a.to_at IS NULL OR b.from_at < a.to_at) AND (b.to_at IS NULL OR a.from_at < b.to_at)"),
    ("one person in two beds", "WITH piece AS (
          SELECT stay_id, from_at, to_at, row * 2 AS n FROM bed_assignment WHERE until_action IS NULL
          UNION ALL SELECT stay_id, from_at, to_at, row * 2 + 1 FROM bed_share WHERE until_action IS NULL
        ), slept AS (
          SELECT stay.beneficiary_id AS person, piece.* FROM piece JOIN stay ON stay.id = piece.stay_id
          WHERE stay.until_action IS NULL
        )
        SELECT count(*) FROM slept a JOIN slept b ON a.person = b.person AND a.n < b.n
        AND (a.to_at IS NULL OR b.from_at < a.to_at) AND (b.to_at IS NULL OR a.from_at < b.to_at)"),
    ("one person in two stays", "SELECT count(*) FROM stay a JOIN stay b
        ON a.beneficiary_id = b.beneficiary_id AND a.row < b.row
        AND a.until_action IS NULL AND b.until_action IS NULL
        AND (a.to_at IS NULL OR b.from_at < a.to_at) AND (b.to_at IS NULL OR a.from_at < b.to_at)"),
    ("an assignment outside its stay", "SELECT count(*) FROM bed_assignment a
        LEFT JOIN stay s ON s.id = a.stay_id AND s.until_action IS NULL
        WHERE a.until_action IS NULL AND (s.id IS NULL OR a.from_at < s.from_at
          OR (s.to_at IS NOT NULL AND (a.to_at IS NULL OR a.to_at > s.to_at)))"),
    ("an absence outside its stay", "SELECT count(*) FROM absence a
        LEFT JOIN stay s ON s.id = a.stay_id AND s.until_action IS NULL
        WHERE a.until_action IS NULL AND (s.id IS NULL OR a.from_at < s.from_at
          OR (s.to_at IS NOT NULL AND (a.to_at IS NULL OR a.to_at > s.to_at)))"),
    ("somebody here without a bed", "SELECT count(*) FROM stay WHERE until_action IS NULL AND to_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM bed_assignment a WHERE a.stay_id = stay.id
          AND a.until_action IS NULL AND a.to_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM bed_share a WHERE a.stay_id = stay.id
          AND a.until_action IS NULL AND a.to_at IS NULL)"),
    ("two versions of one fact", "SELECT count(*) FROM (SELECT 1 FROM stay WHERE until_action IS NULL
        GROUP BY id HAVING count(*) > 1)"),
    ("a fact of no action", "SELECT count(*) FROM stay WHERE since_action NOT IN (SELECT seq FROM action)"),
];

fn everything() -> Window {
    Window::from(Instant::EVER)
}

/// People nobody has a stay of any more are not a part of what is loaded from the stays.
fn people_with_stays(mut centre: Centre) -> Centre {
    let here: Vec<_> = centre
        .stays
        .values()
        .map(|stay| (stay.beneficiary, stay.party))
        .collect();
    centre
        .beneficiaries
        .retain(|id, _| here.iter().any(|(person, _)| person == id));
    centre
        .identities
        .retain(|_, fact| here.iter().any(|(person, _)| *person == fact.beneficiary));
    centre
        .parties
        .retain(|id, _| here.iter().any(|(_, party)| party == id));
    centre
}

/// How many moments of each history are looked at.
const MOMENTS: i64 = 200;

/// Who is in which bed now, and who is away.
fn on_board_now(centre: &Centre, now: Instant) -> BTreeSet<(StayId, Option<BedId>, bool)> {
    let place = |stay: StayId| {
        (
            stay,
            centre.bed_of(stay, now),
            centre.absence_of(stay, now).is_some(),
        )
    };
    centre.stays_at(now).map(|stay| place(stay.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_file_says_what_the_record_says(steps in prop::collection::vec(step(), 10..60)) {
        let folder = TempDir::new()?;
        let path = folder.path().join("vatra.db");
        let key = DataKey::random().map_err(|e| TestCaseError::fail(e.to_string()))?;
        let staff = StaffId::new();
        let mut world = World::new(at("2009-02-01T08:00"));
        let first = vatra_core::verbs::Decision {
            kind: vatra_core::verbs::ActionKind::Found,
            happened_at: world.now,
            reason: None,
            changes: vatra_core::Changes {
                retire: vec![],
                add: world.rows.iter().map(|row| row.fact.clone()).collect(),
            },
        };
        let first = Entry::new(first, staff, world.now);
        let ok = |result: Result<Store, vatra_store::StoreError>| {
            result.map_err(|error| TestCaseError::fail(error.to_string()))
        };
        let mut store = ok(Store::create(&path, &key, |store| store.append(0, &first).map(drop)))?;
        let mut known = vec![world.centre.clone()];

        for step in &steps {
            if let Step::Wait { minutes } = step {
                world.now = world.now.plus_minutes(*minutes);
                continue;
            }
            let Some(tried) = world.try_step(step) else { continue };

            // Decided on the part of the record that concerns that time and those people, as the
            // program loads it, the answer is the same.
            if let Some(window) = world.window(step) {
                let mut part = world.clone();
                part.centre = store.load(&window).expect("a part of the record");
                let on_part = world.try_on(&part.centre, step);
                prop_assert_eq!(tried.is_ok(), on_part.is_some_and(|on| on.is_ok()), "{:?}", step);
            }

            if let Step::Undo { back } = step {
                let seq = world.head() - i64::from(*back);
                let in_file = store.recorded(seq).expect("the action");
                let of = |r: &vatra_core::verbs::Recorded| {
                    let mut added = r.added.clone();
                    added.sort_by_key(|fact| fact.key);
                    (added, r.later.clone())
                };
                prop_assert_eq!(in_file.as_ref().map(of), world.recorded(seq).as_ref().map(of));
            }
            let Ok((decision, undoes)) = tried else { continue };
            let mut entry = Entry::new(decision, staff, world.now);
            entry.undoes = undoes;
            store.append(world.head(), &entry).map_err(|error| TestCaseError::fail(error.to_string()))?;
            world.record(&entry.decision, undoes);
            known.push(world.centre.clone());

            // What is kept of the record between questions says what the file says, and nothing else of now.
            let now = Window::from(world.now);
            let kept = store.load(&now).expect("the record");
            let read = store.load(&Window { known: Some(world.head()), ..now }).expect("the record");
            for key in read.made_by.keys() {
                prop_assert_eq!(kept.get(*key), read.get(*key));
            }
            let here = |centre: &Centre| on_board_now(centre, world.now);
            prop_assert_eq!(here(&kept), here(&read));
        }

        let stale = store.append(world.head() - 1, &first);
        prop_assert!(matches!(stale, Err(vatra_store::StoreError::Stale)));
        drop(store);
        let store = ok(Store::open(&path, &key))?;
        prop_assert_eq!(store.head().expect("a head"), world.head());
        for (seq, centre) in (1..).zip(known) {
            let window = Window { known: Some(seq), ..everything() };
            let loaded = store.load(&window).expect("the record as known then");
            prop_assert!(people_with_stays(loaded) == people_with_stays(centre), "as known at {}", seq);
        }
        // The board of past moments, as known now and as known then, against a list of intervals.
        let span = world.now.0 - at("2009-01-31T00:00").0;
        for share in 0..MOMENTS {
            let moment = world.now.plus_millis(-(span / MOMENTS * share + share * 7_919) % span);
            let then = store.known_at(moment).expect("an action");
            prop_assert_eq!(then, world.known_at(moment));
            for (known, seq) in [(None, world.head()), (Some(then), then)] {
                let centre = store.load(&Window { known, ..Window::from(moment) }).expect("the record");
                prop_assert_eq!(on_board(&view::past_board(&centre, moment)), world.remembered(moment, seq),
                    "at {:?}, known {:?}", moment, known);
            }
            // Both read at once are as each read alone.
            let window = Window::at(moment);
            let both = store.load_then_and_now(&window, then).expect("both records");
            for (known, centre) in [(Some(then), both.0), (None, both.1)] {
                let alone = store.load(&Window { known, ..window.clone() }).expect("the record");
                prop_assert_eq!(view::past_board(&centre, moment), view::past_board(&alone, moment));
                prop_assert!(people_with_stays(centre) == people_with_stays(alone), "at {:?}, known {:?}", moment, known);
            }
        }

        let loaded = store.load(&everything()).expect("the record");
        prop_assert!(people_with_stays(loaded) == people_with_stays(world.centre.clone()));
        prop_assert_eq!(store.verify().expect("a chain"), Chain::Holds);
        drop(store);

        let raw = Connection::open(&path).expect("the file");
        raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str())).expect("its key");
        for (what, question) in IMPOSSIBLE {
            let found: i64 = raw.query_row(question, [], |row| row.get(0)).expect(what);
            prop_assert_eq!(found, 0, "{}", what);
        }
    }
}
