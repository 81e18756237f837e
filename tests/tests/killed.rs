//! Killed at any moment: nothing acknowledged is lost, nothing is half done, and it always opens.

#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vatra::answers::Status;
use vatra_store::Chain;
use vatra_tests::Desk;

/// How often; the seed of the moments.
const KILLS: u64 = 25;
const SEED: u64 = 20090302;

#[test]
fn a_killed_program_keeps_every_acknowledged_action_whole() {
    let desk = Desk::sample();
    let folder = desk.folder().to_owned();
    desk.ok::<Status>("leave_sample", json!({}));
    let mut desk = desk;
    let mut random = SEED;
    for kill in 0..KILLS {
        let holder = desk.release();
        let mut program = Command::new(env!("CARGO_BIN_EXE_probe"))
            .args(["work".as_ref(), folder.as_os_str()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the probe");
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let actions = 1 + (random >> 33) % 4;
        let moment = Duration::from_micros((random >> 40) % 12_000);
        let mut lines = BufReader::new(program.stdout.take().expect("what it says")).lines();
        let mut acknowledged = 0;
        for line in lines.by_ref().take(actions as usize) {
            let said: Value = serde_json::from_str(&line.expect("a line")).expect("an answer");
            acknowledged = said["action"].as_i64().expect("a number");
        }
        // Somewhere inside the next action, to the microsecond.
        let start = Instant::now();
        while start.elapsed() < moment {
            std::hint::spin_loop();
        }
        program.kill().expect("kill -9");
        program.wait().expect("its end");
        for line in lines {
            let said: Value = serde_json::from_str(&line.expect("a line")).unwrap_or_default();
            acknowledged = said["action"].as_i64().unwrap_or(acknowledged);
        }

        desk = holder.again();
        desk.ok::<Status>("open_sample", json!({}));
        let page: Value = desk.ok("journal", json!({ "before": null, "most": 1 }));
        let head = page["entries"][0]["seq"].as_i64().expect("a number");
        assert!(
            head == acknowledged || head == acknowledged + 1,
            "kill {kill}: {acknowledged}, then {head}"
        );
        assert_eq!(
            desk.session.verify().expect("a check"),
            Chain::Holds,
            "kill {kill}"
        );
        let here = desk
            .board()
            .rooms
            .iter()
            .flat_map(|r| &r.beds)
            .map(|b| b.people.len())
            .sum::<usize>();
        assert_eq!(here, desk.board().taken, "kill {kill}: somebody half here");
        desk.ok::<Status>("leave_sample", json!({}));
    }
}
