//! Walks the sample centre through one check-in in the real window and leaves pictures.

#![allow(clippy::expect_used)]

use vatra_tests::driver::Window;

#[tokio::main]
async fn main() {
    let pictures = std::env::args()
        .nth(1)
        .map_or_else(|| "pictures".into(), std::path::PathBuf::from);
    let home = tempfile::TempDir::new().expect("a temporary folder");
    let window = Window::open(home.path()).await;
    vatra_tests::tour::check_in(&window, &pictures).await;
    window.close().await;
}
