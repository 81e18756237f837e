//! The second wall: whatever the code above does, the schema of the file refuses the impossible. Each
//! trigger is shown to refuse, and without it the same statement goes through: so it is this trigger, and
//! no other, that holds.

use std::collections::BTreeSet;

use rusqlite::{Connection, ErrorCode};
use tempfile::TempDir;
use uuid::Uuid;
use vatra_core::desk::DeskSettings;
use vatra_core::facts::{Expected, Limits, Stay};
use vatra_core::id::StaffId;
use vatra_core::terms::{AbsenceKind, AssistanceKind, BedKind, Relation, RoomUse, Sex, Wing};
use vatra_core::verbs::{
    self, ActionKind, Assist, Born, CheckIn, Close, Decision, IdentityText, Keep, KeepApart, Leave,
    Member, Override, PlanDeparture, SetAssistance, SetLimits, SetRoom, Sleeps, Wait, Who,
};
use vatra_core::{Changes, Fact, WallTime};
use vatra_store::{DataKey, Entry, Store};
use vatra_tests::at;
use vatra_tests::random::World;

/// A file with a mother and her infant, who shares her bed, and a woman who is out; and a spare bed.
struct Scene {
    raw: Connection,
    _folder: TempDir,
    world: World,
}

impl Scene {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("vatra.db");
        let key = DataKey::random().expect("a key");
        let mut world = World::new(at("2009-02-01T08:00"));
        let founding: Vec<Fact> = world.rows.iter().map(|row| row.fact.clone()).collect();
        let changes = Changes {
            retire: vec![],
            add: founding,
        };
        let mut decisions = vec![Decision {
            kind: ActionKind::Found,
            happened_at: world.now,
            reason: None,
            changes,
        }];
        for members in [vec![(30, false), (0, true)], vec![(40, false)]] {
            world.now = world.now.plus_minutes(60);
            let request = check_in(&world, &members);
            let done =
                verbs::check_in(&world.centre, &request, world.next_code, world.asking(true));
            decisions.push(done.expect("they fit"));
            world.record(&decisions[decisions.len() - 1], None);
        }
        world.now = world.now.plus_minutes(60);
        let away = stay_of(&world, 3).id;
        let leave = Leave {
            stays: vec![away],
            at: None,
            kind: AbsenceKind::Family,
            expected_return: None,
            back: None,
        };
        decisions
            .push(verbs::leave(&world.centre, &leave, world.asking(true)).expect("she may go out"));
        world.record(&decisions[decisions.len() - 1], None);

        // One of every other kind of fact.
        let asking = world.asking(true);
        let mut free: Vec<_> = world.centre.beds.keys().copied().collect();
        free.retain(|bed| world.centre.occupant(*bed, world.now).is_none());
        let woman = Expected {
            sex: Sex::Female,
            years: 30,
            needs: BTreeSet::new(),
        };
        let assist = Assist {
            stays: vec![away],
            kind: AssistanceKind::Legal,
            name: None,
            day: None,
        };
        let close = Close {
            beds: vec![free[1]],
            from: None,
            to: None,
            reason: "a leak".into(),
        };
        let wait = Wait {
            label: "one".into(),
            members: vec![woman],
            urgency: None,
            at: None,
        };
        let until = WallTime {
            local: world.now.plus_minutes(600).wall(),
            second: false,
        };
        let keep = Keep {
            label: "one".into(),
            places: 1,
            beds: vec![free[2]],
            from: None,
            until,
            waiting: None,
        };
        let (one, other) = (stay_of(&world, 1).id, stay_of(&world, 3).id);
        let apart = KeepApart {
            one,
            other,
            reason: "a quarrel".into(),
        };
        let settings = DeskSettings {
            idle_minutes: 10,
            ..DeskSettings::default()
        };
        let leaving = PlanDeparture {
            stays: vec![away],
            at: Some(until),
            reason: Override::default(),
        };
        let limits = SetLimits {
            limits: Limits {
                victim: Some(180),
                ..Limits::default()
            },
            from: None,
        };
        let name = SetAssistance::Add {
            name: "Clothes".into(),
        };
        let room = SetRoom {
            room: None,
            number: 77,
            room_use: RoomUse::Any,
            step_free: false,
            wing: Wing::South,
            column: 2,
            width: 1,
            add: vec![BedKind::Single],
            remove: vec![],
        };
        let more = [
            verbs::plan_departure(&world.centre, &leaving, asking),
            verbs::assist(&world.centre, &assist, asking),
            verbs::close(&world.centre, &close, asking),
            verbs::wait(&world.centre, &wait, asking),
            verbs::keep(&world.centre, &keep, asking),
            verbs::keep_apart(&world.centre, &apart, asking),
            verbs::set_desk(&world.centre, settings, asking),
            verbs::set_limits(&world.centre, limits, asking),
            verbs::set_assistance(&world.centre, &name, asking),
            verbs::set_room(&world.centre, &room, asking),
        ];
        for decision in more {
            decisions.push(decision.expect("it may be noted"));
            world.record(&decisions[decisions.len() - 1], None);
        }

        let staff = StaffId::new();
        let store = Store::create(&path, &key, |store| {
            for (head, decision) in (0..).zip(&decisions) {
                store.append(
                    head,
                    &Entry::new(decision.clone(), staff, decision.happened_at),
                )?;
            }
            Ok(())
        });
        drop(store.expect("a file"));
        let raw = Connection::open(&path).expect("the file");
        raw.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.hex().as_str()))
            .expect("its key");
        raw.execute_batch("PRAGMA foreign_keys = ON;")
            .expect("foreign keys");
        Self {
            raw,
            _folder: folder,
            world,
        }
    }

    /// A statement with the scene's identifiers in the place of names.
    fn fill(&self, sql: &str) -> String {
        let hex = |id: Uuid| format!("X'{}'", id.simple());
        let (mother, infant, woman) = (
            stay_of(&self.world, 1),
            stay_of(&self.world, 2),
            stay_of(&self.world, 3),
        );
        let centre = &self.world.centre;
        let bed = |stay: &Stay| centre.bed_of(stay.id, self.world.now).expect("a bed").0;
        let free = centre
            .beds
            .keys()
            .find(|bed| centre.occupant(**bed, self.world.now).is_none());
        let room = centre.rooms.keys().next().expect("a room").0;
        let n = self.world.head() + 1;
        let action = format!(
            "INSERT INTO action (seq, id, recorded_at, happened_at, staff_id, kind, mac)
             VALUES ({n}, randomblob(16), 1, 1, randomblob(16), 'move', zeroblob(32));"
        );
        sql.replace("$ACTION", &action)
            .replace("$NEXT", &n.to_string())
            .replace("$NOW", &self.world.now.0.to_string())
            .replace("$FROM", &mother.span.from.0.to_string())
            .replace("$MOTHERS_BED", &hex(bed(mother)))
            .replace(
                "$CLOSED_BED",
                &hex(centre.closures.values().next().expect("a closure").bed.0),
            )
            .replace("$FREE_BED", &hex(free.expect("a free bed").0))
            .replace("$PARTY_A", &hex(mother.party.0))
            .replace("$PARTY_B", &hex(woman.party.0))
            .replace("$MOTHER_ID", &hex(mother.beneficiary.0))
            .replace("$MOTHER", &hex(mother.id.0))
            .replace("$INFANT", &hex(infant.id.0))
            .replace("$WOMAN_ID", &hex(woman.beneficiary.0))
            .replace("$WOMAN", &hex(woman.id.0))
            .replace("$ROOM", &hex(room))
    }

    /// What a batch of statements comes to, without leaving a trace.
    fn try_out(&self, without: Option<&str>, sql: &str) -> Result<(), rusqlite::Error> {
        self.raw.execute_batch("BEGIN").expect("a transaction");
        if let Some(trigger) = without {
            self.raw
                .execute_batch(&format!("DROP TRIGGER {trigger}"))
                .expect("the trigger");
        }
        let result = self.raw.execute_batch(&self.fill(sql));
        self.raw.execute_batch("ROLLBACK").expect("as before");
        result
    }

    fn triggers(&self) -> BTreeSet<String> {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
        let mut statement = self.raw.prepare(sql).expect("the schema");
        let names = statement.query_map([], |row| row.get(0)).expect("names");
        names.map(|name| name.expect("a name")).collect()
    }
}

fn check_in(world: &World, members: &[(u16, bool)]) -> CheckIn {
    let free: Vec<_> = (world.centre.beds.values())
        .filter(|bed| world.centre.occupant(bed.id, world.now).is_none())
        .filter(|bed| bed.kind == vatra_core::terms::BedKind::Single)
        .collect();
    let member = |(i, (age, shares)): (usize, &(u16, bool))| Member {
        who: Who::New,
        relation: if i == 0 {
            Relation::Mother
        } else {
            Relation::Son
        },
        sex: Sex::Female,
        born: Born::Aged(*age),
        citizenship: None,
        needs: BTreeSet::new(),
        ground: None,
        decided_by: None,
        identity: IdentityText {
            name: "Sample".into(),
            ..IdentityText::default()
        },
        sleeps: if *shares {
            Sleeps::With(0)
        } else {
            Sleeps::Bed(free[i].id)
        },
    };
    CheckIn {
        at: None,
        referrer: None,
        territory: None,
        phase: vatra_core::terms::PhaseKind::Crisis,
        members: members.iter().enumerate().map(member).collect(),
        joins: None,
        hold: None,
        waiting: None,
        moves: Vec::new(),
        reason: Override(Some("a test".into())),
    }
}

fn stay_of(world: &World, code: u32) -> &Stay {
    let person = world
        .centre
        .beneficiaries
        .values()
        .find(|p| p.code == code)
        .expect("the person")
        .id;
    world
        .centre
        .stays
        .values()
        .find(|stay| stay.beneficiary == person)
        .expect("the stay")
}

/// Each trigger of meaning, and a statement that only it refuses.
const REFUSED: &[(&str, &str)] = &[
    (
        "action_follows",
        "INSERT INTO action (seq, id, recorded_at, happened_at, staff_id, kind, mac)
        VALUES ($NEXT + 1, randomblob(16), 1, 1, randomblob(16), 'move', zeroblob(32))",
    ),
    (
        "action_frozen",
        "UPDATE action SET reason = 'another' WHERE seq = 1",
    ),
    (
        "action_kept",
        "PRAGMA defer_foreign_keys = ON; DELETE FROM action WHERE seq = 1",
    ),
    (
        "bed_assignment_one_person",
        "UPDATE bed_share SET until_action = $NEXT WHERE stay_id = $INFANT;
        INSERT INTO bed_assignment (id, stay_id, bed_id, from_at, since_action)
        VALUES (randomblob(16), $INFANT, $MOTHERS_BED, $FROM, $NEXT)",
    ),
    (
        "bed_assignment_one_bed",
        "INSERT INTO bed_assignment (id, stay_id, bed_id, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, $FREE_BED, $FROM, $NEXT)",
    ),
    (
        "bed_assignment_not_closed",
        "INSERT INTO bed_assignment (id, stay_id, bed_id, from_at, to_at, since_action)
        VALUES (randomblob(16), randomblob(16), $CLOSED_BED, $NOW, $NOW + 1, $NEXT)",
    ),
    (
        "bed_assignment_or_share",
        "INSERT INTO bed_assignment (id, stay_id, bed_id, from_at, since_action)
        VALUES (randomblob(16), $INFANT, $FREE_BED, $FROM, $NEXT)",
    ),
    (
        "bed_share_one_bed",
        "INSERT INTO bed_share (id, stay_id, with_id, from_at, since_action)
        VALUES (randomblob(16), $INFANT, $MOTHER, $FROM, $NEXT)",
    ),
    (
        "bed_share_or_assignment",
        "INSERT INTO bed_share (id, stay_id, with_id, from_at, since_action)
        VALUES (randomblob(16), $WOMAN, $MOTHER, $NOW, $NEXT)",
    ),
    (
        "stay_one_at_a_time",
        "INSERT INTO stay (id, beneficiary_id, party_id, relation, from_at, departed, since_action)
        VALUES (randomblob(16), $MOTHER_ID, $PARTY_A, 'mother', $NOW, 0, $NEXT)",
    ),
    (
        "ground_one_at_a_time",
        "INSERT INTO ground (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'victim', $NOW, $NEXT);
        INSERT INTO ground (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'victim', $NOW, $NEXT)",
    ),
    (
        "phase_one_at_a_time",
        "INSERT INTO phase (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'crisis', $NOW, $NEXT)",
    ),
    (
        "absence_one_at_a_time",
        "INSERT INTO absence (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $WOMAN, 'medical', $NOW, $NEXT)",
    ),
    (
        "capacity_one_at_a_time",
        "INSERT INTO capacity (id, places, from_at, since_action)
        VALUES (randomblob(16), 30, $NOW, $NEXT)",
    ),
    (
        "policy_one_at_a_time",
        "INSERT INTO policy (id, opposite_sex_age, with_adult_age, upper_bunk_age, cot_age,
          max_moves, term_days, from_at, since_action)
        VALUES (randomblob(16), 10, 12, 6, 3, 4, 30, $NOW, $NEXT)",
    ),
    (
        "desk_one_at_a_time",
        "INSERT INTO desk (id, undo_hours, ending_days, lapsing_hours, forgotten_days, smallest_count,
          idle_minutes, backup_actions, backup_days, from_at, since_action)
        VALUES (randomblob(16), 24, 7, 24, 3, 5, 5, 20, 1, $NOW, $NEXT)",
    ),
    (
        "term_limit_one_at_a_time",
        "INSERT INTO term_limit (id, from_at, since_action) VALUES (randomblob(16), $NOW, $NEXT)",
    ),
    (
        "action_seals_bed_standing_bed",
        "INSERT INTO bed_standing (id, bed_id, from_at, since_action)
        VALUES (randomblob(16), randomblob(16), $NOW, $NEXT); $ACTION",
    ),
    (
        "action_seals_bed_assignment_standing",
        "INSERT INTO bed_standing (id, bed_id, from_at, to_at, since_action)
        VALUES (randomblob(16), $MOTHERS_BED, 1, $NOW, $NEXT); $ACTION",
    ),
    (
        "action_seals_bed_room",
        "INSERT INTO bed (id, room_id, number, kind, since_action)
        VALUES (randomblob(16), randomblob(16), 1, 'single', $NEXT); $ACTION",
    ),
    (
        "action_seals_identity_beneficiary",
        "INSERT INTO identity (id, beneficiary_id, name, documents, notes, since_action)
        VALUES (randomblob(16), randomblob(16), '', '', '', $NEXT); $ACTION",
    ),
    (
        "action_seals_stay_beneficiary",
        "UPDATE apart_pair SET until_action = $NEXT;
        UPDATE identity SET until_action = $NEXT WHERE beneficiary_id = $WOMAN_ID;
        UPDATE beneficiary SET until_action = $NEXT WHERE id = $WOMAN_ID; $ACTION",
    ),
    (
        "action_seals_stay_party",
        "UPDATE party SET until_action = $NEXT WHERE id = $PARTY_B; $ACTION",
    ),
    (
        "action_seals_bed_assignment_bed",
        "UPDATE bed SET until_action = $NEXT WHERE id = $MOTHERS_BED; $ACTION",
    ),
    (
        "action_seals_ground_stay",
        "INSERT INTO ground (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'victim', $FROM - 1, $NEXT); $ACTION",
    ),
    (
        "action_seals_phase_stay",
        "UPDATE phase SET until_action = $NEXT WHERE stay_id = $MOTHER;
        INSERT INTO phase (id, stay_id, kind, from_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'crisis', $FROM - 1, $NEXT); $ACTION",
    ),
    (
        "action_seals_term_stay",
        "INSERT INTO term (id, stay_id, days, since_action)
        VALUES (randomblob(16), randomblob(16), 30, $NEXT); $ACTION",
    ),
    (
        "action_seals_bed_assignment_stay",
        "INSERT INTO bed_assignment (id, stay_id, bed_id, from_at, to_at, since_action)
        VALUES (randomblob(16), randomblob(16), $FREE_BED, 1, 2, $NEXT); $ACTION",
    ),
    (
        "action_seals_bed_share_stay",
        "INSERT INTO bed_share (id, stay_id, with_id, from_at, to_at, since_action)
        VALUES (randomblob(16), randomblob(16), $MOTHER, $FROM, $NOW, $NEXT); $ACTION",
    ),
    (
        "action_seals_bed_share_with",
        "UPDATE bed_share SET until_action = $NEXT WHERE stay_id = $INFANT;
        INSERT INTO bed_share (id, stay_id, with_id, from_at, since_action)
        VALUES (randomblob(16), $INFANT, randomblob(16), $FROM, $NEXT); $ACTION",
    ),
    (
        "action_seals_absence_stay",
        "INSERT INTO absence (id, stay_id, kind, from_at, to_at, since_action)
        VALUES (randomblob(16), $MOTHER, 'medical', $FROM - 2, $FROM - 1, $NEXT); $ACTION",
    ),
    (
        "action_seals_share_party",
        "UPDATE bed_share SET until_action = $NEXT WHERE stay_id = $INFANT;
        UPDATE bed_share SET until_action = $NEXT WHERE row < 0;
        INSERT INTO bed_share (id, stay_id, with_id, from_at, since_action)
        VALUES (randomblob(16), $INFANT, $INFANT, $FROM, $NEXT); $ACTION",
    ),
    (
        "action_seals_apart_pair_beneficiary",
        "UPDATE apart_pair SET until_action = $NEXT;
        INSERT INTO apart_pair (id, one_id, other_id, reason, from_at, since_action)
        VALUES (randomblob(16), $WOMAN_ID, randomblob(16), 'a quarrel', $NOW, $NEXT); $ACTION",
    ),
    (
        "action_seals_expected_departure_stay",
        "INSERT INTO expected_departure (id, stay_id, at, since_action)
        VALUES (randomblob(16), randomblob(16), $NOW, $NEXT); $ACTION",
    ),
    (
        "action_seals_erasure",
        "INSERT INTO action (seq, id, recorded_at, happened_at, staff_id, kind, about, mac)
        VALUES ($NEXT, randomblob(16), 1, 1, randomblob(16), 'erase', $WOMAN_ID, zeroblob(32))",
    ),
    (
        "action_seals_nights",
        "UPDATE bed_share SET until_action = $NEXT WHERE stay_id = $INFANT; $ACTION",
    ),
    (
        "former_key_frozen",
        "INSERT INTO former_key (purpose, key) VALUES ('journal', zeroblob(32));
        UPDATE former_key SET key = randomblob(32)",
    ),
    (
        "former_key_kept",
        "INSERT INTO former_key (purpose, key) VALUES ('journal', zeroblob(32)); DELETE FROM former_key",
    ),
];

#[test]
fn each_trigger_refuses_and_is_needed() {
    let scene = Scene::new();
    for (trigger, sql) in REFUSED {
        let refused = scene.try_out(None, sql);
        let code = refused
            .as_ref()
            .err()
            .and_then(rusqlite::Error::sqlite_error_code);
        assert_eq!(
            code,
            Some(ErrorCode::ConstraintViolation),
            "{trigger} let it through: {refused:?}"
        );
        let without = scene.try_out(Some(trigger), sql);
        assert!(
            without.is_ok(),
            "without {trigger} something else refused: {without:?}"
        );
    }
}

#[test]
fn facts_are_never_edited_deleted_or_brought_back() {
    let scene = Scene::new();
    let tables: BTreeSet<String> = scene
        .triggers()
        .into_iter()
        .filter_map(|name| name.strip_suffix("_retired_once").map(str::to_owned))
        .collect();
    assert_eq!(
        tables.len(),
        27,
        "every kind of fact has its guards: {tables:?}"
    );
    for table in tables {
        let some: i64 = scene
            .raw
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get(0)
            })
            .expect("a count");
        if some == 0 {
            // Nothing of this kind is in the scene; its guards are the same text.
            assert!(["ground"].contains(&table.as_str()), "{table} has no row");
            continue;
        }
        let guards = [
            (
                format!("{table}_frozen"),
                format!("UPDATE {table} SET id = randomblob(16)"),
            ),
            (
                format!("{table}_kept"),
                format!("PRAGMA defer_foreign_keys = ON; DELETE FROM {table}"),
            ),
            (
                format!("{table}_retired_once"),
                format!(
                    "PRAGMA defer_foreign_keys = ON; UPDATE {table} SET until_action = $NEXT + 7"
                ),
            ),
        ];
        for (trigger, sql) in guards {
            assert!(
                scene.try_out(None, &sql).is_err(),
                "{trigger} let it through"
            );
            let without = scene.try_out(Some(&trigger), &sql);
            assert!(
                without.is_ok(),
                "without {trigger} something else refused: {without:?}"
            );
        }
    }
}

#[test]
fn an_identity_can_be_emptied_and_nothing_else() {
    let scene = Scene::new();
    let empty = "UPDATE identity SET name = '', documents = '', notes = ''";
    assert!(scene.try_out(None, empty).is_ok());
    for sql in [
        "UPDATE identity SET name = 'Another'",
        "UPDATE identity SET name = '', documents = 'another', notes = ''",
        "UPDATE identity SET name = '', born_on = '1990-01-01', born_reduced = 1",
        "UPDATE identity SET name = '', born_reduced = 1",
        "UPDATE identity SET name = '', beneficiary_id = randomblob(16)",
    ] {
        assert!(scene.try_out(None, sql).is_err(), "{sql}");
        assert!(scene.try_out(Some("identity_frozen"), sql).is_ok(), "{sql}");
    }
}

#[test]
fn a_fact_belongs_to_the_action_that_is_being_written() {
    let scene = Scene::new();
    let sql = "PRAGMA defer_foreign_keys = ON;
        INSERT INTO party (id, since_action) VALUES (randomblob(16), 1)";
    assert!(scene.try_out(None, sql).is_err());
    assert!(scene.try_out(Some("party_new"), sql).is_ok());
    // Without its action, a fact doesn't survive the end of the transaction.
    let orphan = scene.fill("INSERT INTO party (id, since_action) VALUES (randomblob(16), $NEXT)");
    assert!(scene.raw.execute_batch(&orphan).is_err());
}

#[test]
fn every_trigger_is_tried() {
    let scene = Scene::new();
    let same_for_all = ["_frozen", "_kept", "_retired_once", "_new"];
    let tried: BTreeSet<String> = REFUSED.iter().map(|(name, _)| (*name).to_owned()).collect();
    for trigger in scene.triggers() {
        let general = same_for_all.iter().any(|end| trigger.ends_with(end));
        assert!(
            general || tried.contains(&trigger),
            "{trigger} is never tried"
        );
    }
}

#[test]
fn an_action_that_is_no_action_changes_nothing() {
    let scene = Scene::new();
    let sql = scene.fill("BEGIN; $ACTION ROLLBACK;");
    scene
        .raw
        .execute_batch(&sql)
        .expect("an action alone is possible");
}
