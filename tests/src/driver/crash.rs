//! The end of the program without warning, as after a power cut.

use std::fs;
use std::process::Command;
use std::time::Duration;

use super::Window;

impl Window {
    /// Kills the program, which gets to do nothing more.
    pub async fn crash(mut self) {
        let driver = self.driver.id();
        let program = children(driver)
            .into_iter()
            .find(|(_, name)| name == "vatra");
        let (program, _) = program.expect("the driver started the program");
        let killed = Command::new("sh")
            .args(["-c", &format!("kill -9 {program}")])
            .status();
        assert!(killed.expect("kill").success());
        // It has let go of the folder when it is gone, or only its parent doesn't know yet.
        while stat(program).is_some_and(|(_, state, _)| state != 'Z') {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
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
