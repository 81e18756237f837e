//! What is half typed in the real window is there again after the lock, and after the program was killed.

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Mutex;
use vatra_tests::driver::Key::{Char, Control, Enter};
use vatra_tests::driver::Window;

/// One window at a time: they share one keyboard.
static KEYBOARD: Mutex<()> = Mutex::const_new(());

const AGES: &str = "
    const fields = Array.from(document.querySelectorAll('.rows input')).filter((field) => field.type === 'text');
    return fields.map((field) => field.value).filter((value) => value !== '');";

/// Asks as the page's own bridge does.
const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke('call', { name: 'draft', request: {} })
      .then(({ draft }) => done(draft), (problem) => done(JSON.stringify(problem)));";

/// Waits until the program has kept this.
async fn kept(window: &Window, text: &str) {
    for _ in 0..600 {
        let draft = window.script_async(KEPT).await;
        if draft.as_str().is_some_and(|draft| draft.contains(text)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    unreachable!("{text} was never kept");
}

async fn lock_and_unlock(window: &Window) {
    window.click("button", "Lock").await;
    window.fill("Who are you?", "MC").await;
    let text = window.script("return document.documentElement.outerHTML", vec![]);
    assert!(!text.await.as_str().unwrap_or_default().contains("K-214"));
    window.fill("Passphrase", "sample centre").await;
    window.click("button", "Unlock").await;
}

async fn ages(window: &Window, wanted: Value) {
    let same = format!("return JSON.stringify((() => {{ {AGES} }})()) === arguments[0]");
    window
        .until("the ages", &same, vec![json!(wanted.to_string())])
        .await;
}

#[tokio::test]
async fn half_a_check_in_is_there_again_after_a_lock_and_after_a_crash() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.press(&[Control, Enter]).await;
    window.find("heading", "Check in").await;
    window.type_text("27").await;
    window.press(&[Enter]).await;
    window.type_text("5").await;
    ages(&window, json!(["27", "5"])).await;
    lock_and_unlock(&window).await;
    window.find("heading", "Check in").await;
    window.says("What you were typing is here again.").await;
    ages(&window, json!(["27", "5"])).await;

    // One goes on, and the PC dies.
    window.press(&[Enter]).await;
    window.type_text("3").await;
    ages(&window, json!(["27", "5", "3"])).await;
    kept(&window, r#""age":"3""#).await;
    window.crash().await;
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.find("heading", "Check in").await;
    ages(&window, json!(["27", "5", "3"])).await;
    window.close().await;
}

#[tokio::test]
async fn half_a_form_of_a_panel_is_there_again_after_a_lock_and_after_a_crash() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.click("button", "K-214").await;
    window.find("heading", "K-214").await;
    window.press(&[Char('e')]).await;
    window.fill("Reason", "lost her papers").await;
    lock_and_unlock(&window).await;
    let reason = "return Array.from(document.querySelectorAll('textarea')).some((field) => field.value === 'lost her papers')";
    window.until("the reason", reason, vec![]).await;
    window.find("heading", "Extend K-214").await;
    window.crash().await;
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.until("the reason", reason, vec![]).await;
    window.close().await;
}
