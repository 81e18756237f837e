//! Every command of the one list, tried as nobody, as the night guard, as reception and as the manager,
//! against a table written by hand.

use serde_json::json;
use vatra::commands::{COMMANDS, call};
use vatra::problem::{Failure, Problem};
use vatra_core::terms::Role;
use vatra_tests::Desk;

/// Who may call it at the least.
const TABLE: &[(&str, Option<Role>)] = &[
    ("status", None),
    ("set_look", None),
    ("proposal", None),
    ("new_recovery", None),
    ("create_centre", None),
    ("open_sample", None),
    ("leave_sample", None),
    ("unlock", None),
    ("recover", None),
    ("suggest_passphrase", None),
    ("judge_passphrase", None),
    ("backups_in", None),
    ("restore_preview", None),
    ("restore", None),
    ("lock", None),
    ("work", None),
    ("stop_work", None),
    ("roll_call", Some(Role::Guard)),
    ("issue", Some(Role::Guard)),
    ("check_file", Some(Role::Guard)),
    ("change_passphrase", Some(Role::Guard)),
    ("draft", Some(Role::Reception)),
    ("keep_draft", Some(Role::Reception)),
    ("board", Some(Role::Reception)),
    ("past", Some(Role::Reception)),
    ("tape", Some(Role::Reception)),
    ("person", Some(Role::Reception)),
    ("put_right", Some(Role::Reception)),
    ("history", Some(Role::Reception)),
    ("usable", Some(Role::Reception)),
    ("why_nothing_fits", Some(Role::Reception)),
    ("move_choices", Some(Role::Reception)),
    ("all_move_choices", Some(Role::Reception)),
    ("tidy_up", Some(Role::Reception)),
    ("find", Some(Role::Reception)),
    ("check_in", Some(Role::Reception)),
    ("move_people", Some(Role::Reception)),
    ("leave", Some(Role::Reception)),
    ("return_to_house", Some(Role::Reception)),
    ("extend", Some(Role::Reception)),
    ("amend", Some(Role::Reception)),
    ("correct", Some(Role::Reception)),
    ("plan_departure", Some(Role::Reception)),
    ("discharge", Some(Role::Reception)),
    ("plans", Some(Role::Reception)),
    ("assist", Some(Role::Reception)),
    ("close", Some(Role::Reception)),
    ("reopen", Some(Role::Reception)),
    ("wait", Some(Role::Reception)),
    ("end_wait", Some(Role::Reception)),
    ("reorder", Some(Role::Reception)),
    ("keep", Some(Role::Reception)),
    ("release", Some(Role::Reception)),
    ("undo_preview", Some(Role::Reception)),
    ("undo", Some(Role::Reception)),
    ("show_identity", Some(Role::Reception)),
    ("backup_state", Some(Role::Reception)),
    ("journal", Some(Role::Reception)),
    ("choose_file", Some(Role::Reception)),
    ("desk", Some(Role::Reception)),
    ("daily_sheet", Some(Role::Reception)),
    ("assistance_list", Some(Role::Reception)),
    ("occupancy", Some(Role::Manager)),
    ("counted", Some(Role::Manager)),
    ("leaving", Some(Role::Manager)),
    ("report_due", Some(Role::Manager)),
    ("export_preview", Some(Role::Manager)),
    ("export", Some(Role::Manager)),
    ("read_register", Some(Role::Manager)),
    ("import_register", Some(Role::Manager)),
    ("check_journal", Some(Role::Manager)),
    ("accept_older", Some(Role::Manager)),
    ("erase", Some(Role::Manager)),
    ("retention", Some(Role::Manager)),
    ("forget_backups", Some(Role::Manager)),
    ("back_up", Some(Role::Manager)),
    ("set_backups", Some(Role::Manager)),
    ("rehearse", Some(Role::Manager)),
    ("rules", Some(Role::Manager)),
    ("set_rules", Some(Role::Manager)),
    ("set_desk", Some(Role::Manager)),
    ("capacities", Some(Role::Manager)),
    ("set_capacity", Some(Role::Manager)),
    ("limits", Some(Role::Manager)),
    ("set_limits", Some(Role::Manager)),
    ("set_assistance", Some(Role::Manager)),
    ("set_room", Some(Role::Manager)),
    ("kept_apart", Some(Role::Manager)),
    ("keep_apart", Some(Role::Manager)),
    ("let_together", Some(Role::Manager)),
    ("staff", Some(Role::Manager)),
    ("employ", Some(Role::Manager)),
    ("change_staff", Some(Role::Manager)),
    ("lock_staff", Some(Role::Manager)),
    ("remove_staff", Some(Role::Manager)),
    ("reset_staff", Some(Role::Manager)),
    ("recovery_state", Some(Role::Manager)),
    ("try_recovery", Some(Role::Manager)),
    ("new_paper", Some(Role::Manager)),
    ("replace_recovery", Some(Role::Manager)),
];

/// Whether the door is shut: the answer to a request without content says so before reading it.
fn shut(desk: &Desk, command: &str) -> bool {
    let answer = call(&desk.session, command, json!(null));
    matches!(
        answer,
        Err(Problem::Failed(
            Failure::Locked | Failure::NotPermitted { .. }
        ))
    )
}

#[test]
fn the_list_says_what_the_table_says() {
    let listed: Vec<_> = COMMANDS
        .iter()
        .map(|command| (command.name, command.least))
        .collect();
    assert_eq!(listed, TABLE);
}

#[test]
fn every_command_is_shut_to_everybody_who_may_not() {
    let desk = Desk::sample();
    const GUARDS: &str = "patru plopi langa poarta veche";
    let guard = json!({ "name": "PN", "role": "guard", "passphrase": GUARDS });
    desk.ok::<serde_json::Value>("employ", guard);
    let as_whom = [
        (None, "", ""),
        (Some(Role::Guard), "PN", GUARDS),
        (Some(Role::Reception), "RA", "sample centre"),
        (Some(Role::Manager), "MC", "sample centre"),
    ];
    let mut tried = 0;
    for (role, name, passphrase) in as_whom {
        match role {
            None => drop(desk.ok::<serde_json::Value>("lock", json!({}))),
            Some(_) => drop(desk.ok::<serde_json::Value>(
                "unlock",
                json!({ "name": name, "passphrase": passphrase }),
            )),
        }
        for (command, least) in TABLE {
            // What needs nobody would change who is signed in.
            if least.is_some() {
                assert_eq!(shut(&desk, command), role < *least, "{command} as {role:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(
        tried,
        4 * TABLE.iter().filter(|(_, least)| least.is_some()).count()
    );
    assert!(call(&desk.session, "no_such_command", json!({})).is_err());
}
