//! The way through the program that its pictures show.

use std::path::Path;

use crate::driver::Key::{Char, Control, Enter, Right, Shift, Tab};
use crate::driver::Window;

/// Opens the sample centre, lets a family go and checks a mother with two children in.
pub async fn check_in(window: &Window, pictures: &Path) {
    window.find("button", "Open the sample centre").await;
    window.picture(&pictures.join("1-welcome.png")).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.picture(&pictures.join("2-board.png")).await;

    window.click("button", "K-205").await;
    window.find("heading", "K-205").await;
    window.picture(&pictures.join("3-somebody.png")).await;
    window.press(&[Char('d')]).await;
    window.find("heading", "Discharge K-205").await;
    window.picture(&pictures.join("4-discharge.png")).await;
    window.click("button", "Discharge 3 people").await;
    window.says("20 of 24 places").await;

    window.press(&[Control, Enter]).await;
    window.find("heading", "Check in").await;
    mother_with_two_children(window).await;
    window.picture(&pictures.join("5-check-in.png")).await;
    window.press(&[Control, Enter]).await;
    window.says("23 of 24 places").await;
    window.picture(&pictures.join("6-checked-in.png")).await;
    window.click("button", "Journal").await;
    window.find("heading", "Journal").await;
    window.picture(&pictures.join("7-journal.png")).await;
    window.click("button", "Occupancy").await;
    window.find("img", "Places taken, at midnight").await;
    window.picture(&pictures.join("8-occupancy.png")).await;
}

/// Types a mother of 27 with a daughter of 5 and a son born on 11 June 2008, by keyboard alone.
pub async fn mother_with_two_children(window: &Window) {
    window.type_text("27").await;
    window.press(&[Enter]).await;
    window.type_text("5").await;
    window.press(&[Enter]).await;
    window.press(&[Shift, Tab]).await;
    window.press(&[Right]).await;
    window.press(&[Tab]).await;
    window.type_text("11.06.2008").await;
    // The beds are proposed: the last of the three has one.
    window
        .until(
            "beds for all three",
            "return document.querySelectorAll('[role=radio], input[type=radio]').length > 0 \
        && !document.body.innerText.includes('no bed yet')",
            vec![],
        )
        .await;
}
