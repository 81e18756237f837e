use std::path::Path;
use tempfile::TempDir;
use vatra_tests::driver::Window;

#[tokio::test]
async fn label() {
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.click("button", "Settings").await;
    window.click("radio", "Русский").await;
    window.says("Настройки").await;
    window.click("button", "План").await;
    window.says("K-183").await;
    for (w, h) in [(1280, 800), (1024, 700)] {
        window.size(w, h).await;
        window.click("button", "K-183").await;
        window.settled().await;
        let all = window.script("return [...document.querySelectorAll('.actions button')].map((e) => `${e.innerText} ${e.scrollWidth} ${e.clientWidth} ${e.clientHeight} ${e.querySelector('span').getBoundingClientRect().right - e.getBoundingClientRect().right}`)", vec![]).await;
        println!("{w}: {all}");
        window.picture(Path::new(&format!("/tmp/pics/away-{w}.png"))).await;
    }
    window.close().await;
}
