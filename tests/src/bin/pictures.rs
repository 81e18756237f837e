//! Takes pictures of the tour in the real window. `pictures` takes the approved ones anew, `pictures FOLDER` every one
//! in every language and theme.

#![allow(clippy::expect_used)]

use std::path::PathBuf;

use tempfile::TempDir;
use vatra_tests::driver::Window;
use vatra_tests::{pictures, tour};

#[tokio::main]
async fn main() {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let kept = tour::kept();
    let home = TempDir::new().expect("a temporary folder");
    let window = Window::open(home.path()).await;
    tour::pictures(&window, |name| match &folder {
        Some(folder) => Some(folder.join(name)),
        None => (kept.iter().any(|one| one == name)).then(|| pictures::approved().join(name)),
    })
    .await;
    window.close().await;
}
