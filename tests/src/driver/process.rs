//! The program as the system sees it: a child of the driver.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::PATIENCE;

/// A command without the rights that root has beyond others; for anybody else, the command as it is.
#[must_use]
pub fn anybody(program: &str) -> Command {
    let none = ["--bounding-set=-all", "--inh-caps=-all"];
    let mut tried = Command::new("setpriv");
    tried.args(none).arg("true").stderr(Stdio::null());
    if !tried.status().is_ok_and(|tried| tried.success()) {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(none).arg(program);
    command
}

/// The program that a driver has started.
pub(super) fn program_of(driver: u32) -> u32 {
    let program = children(driver)
        .into_iter()
        .find(|(_, name)| name == "vatra");
    program.expect("the driver started the program").0
}

/// Ends the program without warning.
pub(super) fn kill(program: u32) {
    let killed = Command::new("sh")
        .args(["-c", &format!("kill -9 {program}")])
        .status();
    assert!(killed.expect("kill").success());
}

/// Waits until the program has let go of its folder: it is gone, or only its parent doesn't know yet.
pub(super) async fn ended(program: u32) {
    let started = Instant::now();
    while stat(program).is_some_and(|(name, state, _)| name == "vatra" && state != 'Z') {
        assert!(started.elapsed() < PATIENCE, "the program does not end");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn children(of: u32) -> Vec<(u32, String)> {
    let all = fs::read_dir("/proc").expect("processes").flatten();
    all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id| stat(id).map(|(name, _, parent)| (id, name, parent)))
        .filter(|(_, _, parent)| *parent == of)
        .map(|(id, name, _)| (id, name))
        .collect()
}

/// Name, state and parent of a process.
fn stat(id: u32) -> Option<(String, char, u32)> {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (head, rest) = line.rsplit_once(") ")?;
    let name = head.split_once('(')?.1.to_owned();
    let mut rest = rest.split(' ');
    let state = rest.next()?.chars().next()?;
    Some((name, state, rest.next()?.parse().ok()?))
}
