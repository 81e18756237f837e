//! Sheets that the program wrote as PDF, as other programs read them.

#![allow(clippy::expect_used)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::driver::Window;

/// Waits until the dialog that asked is gone and the file is there and whole.
pub async fn written(window: &Window, path: &Path) {
    window.gone("dialog", "").await;
    let started = Instant::now();
    loop {
        let bytes = std::fs::read(path).unwrap_or_default();
        let end = &bytes[bytes.len().saturating_sub(16)..];
        if bytes.starts_with(b"%PDF-") && end.windows(5).any(|at| at == b"%%EOF") {
            break;
        }
        let long = started.elapsed() > Duration::from_secs(60);
        assert!(!long, "{}; {}", path.display(), window.text().await);
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// What one of poppler's programs says about a file.
#[must_use]
pub fn read(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args((program == "pdftotext").then_some("-"))
        .output()
        .expect("poppler-utils (make test installs them)");
    let said = output.status.success();
    assert!(said, "{program} reads {}", file.display());
    String::from_utf8(output.stdout).expect("UTF-8")
}
