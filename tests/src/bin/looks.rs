//! x
use vatra_tests::driver::Window;
use std::path::PathBuf;
#[tokio::main]
async fn main() {
    let pictures = PathBuf::from(std::env::args().nth(1).unwrap());
    let home = tempfile::TempDir::new().unwrap();
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    for language in ["ro", "ru"] {
        window.size(1024, 700).await;
        let set = format!("const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('call', {{ name: 'set_look', request: {{ language: '{language}', theme: 'light' }} }}).then(() => {{ location.reload(); done(true); }});");
        window.script_async(&set).await;
        window.until("the board", "return document.querySelectorAll('nav button').length > 2", vec![]).await;
        window.click("button", "K-183").await;
        window.picture(&pictures.join(format!("{language}-board.png"))).await;
        window.script("document.querySelectorAll('nav button, nav a')[1].click(); return true", vec![]).await;
        window.type_text("27").await;
        window.until("proposal", "return /3-4|2-4/.test(document.body.innerText)", vec![]).await;
        window.picture(&pictures.join(format!("{language}-checkin.png"))).await;
        window.script("document.querySelectorAll('nav button, nav a')[2].click(); return true", vec![]).await;
        window.picture(&pictures.join(format!("{language}-journal.png"))).await;
    }
    window.close().await;
}
