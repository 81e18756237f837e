//! By keyboard alone: whatever is done, the focus is where a person goes on.

use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Down, Enter, Escape, Right, Tab};
use vatra_tests::driver::Window;

/// Waits until what has the focus begins with this: its role and name.
async fn at(window: &Window, what: &str, begins: &str) {
    let script = window.focus_script(begins);
    window
        .until(&format!("the focus on “{begins}” {what}"), &script, vec![])
        .await;
}

/// Closes what is open in the panel: Esc three times quickly would hide everything.
const CLOSE: &str = "document.querySelector('aside [aria-keyshortcuts=Esc]').click()";

/// The tile of somebody takes the focus, and their panel is open.
async fn open(window: &Window, code: &str) {
    window.press(&[Control, Char('k')]).await;
    window.type_text(&code[2..]).await;
    window.find("option", code).await;
    window.press(&[Enter]).await;
    window.find("heading", code).await;
    at(window, "after Find", &format!("button: {code}")).await;
}

#[tokio::test]
async fn the_focus_is_where_the_next_key_is_pressed() {
    let home = TempDir::new().expect("a folder");
    let window = &Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;

    // What is shown first is read from its heading, and the arrows lead into the plan.
    at(window, "at first", "heading: 23 of 24 places").await;
    window.press(&[Right]).await;
    at(window, "after an arrow", "button: K-168").await;

    // Whoever has left leaves the focus on the plan.
    open(window, "K-203").await;
    window.press(&[Char('d')]).await;
    window.find("heading", "Discharge K-203").await;
    window.press(&[Control, Enter]).await;
    window.says("22 of 24 places").await;
    at(window, "after a discharge", "button: ").await;

    // The button that leads to a move is gone then: the plan has the focus, on whoever is moved.
    open(window, "K-168").await;
    window.script("[...document.querySelectorAll('aside button')].find((one) => one.textContent.trim().startsWith('Move')).focus()", vec![]).await;
    window.press(&[Enter]).await;
    window.find("heading", "Move K-168").await;
    at(window, "in a move", "button: K-168").await;
    window.script(CLOSE, vec![]).await;

    // A bed is closed; Esc folds the form alone.
    window.script(CLOSE, vec![]).await;
    window.script("[...document.querySelectorAll('[data-tile]')].find((one) => one.textContent.includes('Free')).focus()", vec![]).await;
    window.press(&[Enter]).await;
    window.click("button", "Close this bed").await;
    window.find("textbox", "Why").await;
    window.press(&[Escape]).await;
    window.gone("textbox", "Why").await;
    window.find("button", "Close this bed").await;
    at(
        window,
        "after a form that was folded",
        "button: Close this bed",
    )
    .await;
    window.script(CLOSE, vec![]).await;

    // The past is read from its day, and leads back to the tile.
    open(window, "K-214").await;
    window.press(&[Char('t')]).await;
    window.says("The past: to be looked at, not changed").await;
    at(window, "in the past", "heading: ").await;
    window.click("button", "Back to now").await;
    at(window, "after the past", "button: K-214").await;

    // A sheet takes the focus once; whoever chooses another stays where it is chosen.
    window.press(&[Control, Char('p')]).await;
    window.says("Room 5").await;
    at(window, "before a sheet", "button: Print").await;
    window
        .script(
            "document.querySelector('main input[type=radio]:checked').focus()",
            vec![],
        )
        .await;
    window.press(&[Right]).await;
    window.says("Daily sheet, 2 March 2009").await;
    window.settled().await;
    at(window, "beside a sheet", "radio: Daily sheet").await;
    window.click("button", "Back").await;

    // What is undone in the journal leaves the focus in its row.
    window.click("button", "Journal").await;
    window.find("button", "Undo").await;
    window
        .script("document.querySelector('main li button').focus()", vec![])
        .await;
    window.press(&[Enter]).await;
    window.asked().await;
    window.press(&[Enter]).await;
    window.gone("dialog", "").await;
    at(window, "after an undo", "listitem: ").await;

    // Days of the tape chart go by under a bar.
    window.click("button", "Tape chart").await;
    window.find("button", "K-214, bed 5-1").await;
    window
        .script("document.querySelector('[data-bar]').focus()", vec![])
        .await;
    window.press(&[Down]).await;
    for _ in 0..6 {
        window.press(&[Char('\u{e00e}')]).await;
        window.settled().await;
    }
    let bar = "return document.activeElement.matches('[data-bar]')";
    window.until("the focus on a bar", bar, vec![]).await;

    // A form of the settings is entered, and Esc folds it.
    window.press(&[Control, Char('k')]).await;
    window.type_text("kept apart").await;
    window.find("option", "Kept apart").await;
    window.press(&[Enter]).await;
    window.find("button", "Keep two people apart").await;
    window.script("[...document.querySelectorAll('main button')].find((one) => one.textContent.includes('Keep two')).focus()", vec![]).await;
    window.press(&[Enter]).await;
    at(window, "in a form of the settings", "textbox: ").await;
    window.press(&[Tab]).await;
    window.press(&[Escape]).await;
    at(window, "after the form", "button: Keep two people apart").await;
}
