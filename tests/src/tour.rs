//! The way through the program that its pictures show.

use std::path::Path;

use crate::driver::Window;

/// Opens the sample centre and checks a woman in.
pub async fn check_in(window: &Window, pictures: &Path) {
    window.find("button", "Open the sample").await;
    window.picture(&pictures.join("1-welcome.png")).await;
    window.click("button", "Open the sample").await;
    window.says("23 of 24 places").await;
    window.picture(&pictures.join("2-board.png")).await;
}
