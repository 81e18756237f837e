//! Accounts in the real window: what each role sees, and what its page can't get whatever it asks for.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Mutex;
use vatra_tests::Desk;
use vatra_tests::driver::Key::{Char, Control, Enter, Escape, F9};
use vatra_tests::driver::Window;

/// One window at a time: they share one keyboard.
static KEYBOARD: Mutex<()> = Mutex::const_new(());

/// Asks as the page's own bridge does, and says the code of the failure, or null.
const ASK: &str = "
    const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke('call', { name: 'NAME', request: REQUEST })
      .then(() => done(null), (problem) => done(problem.about ? problem.about.code : String(problem)));";

async fn ask(window: &Window, name: &str, request: &Value) -> Value {
    let script = ASK
        .replace("NAME", name)
        .replace("REQUEST", &request.to_string());
    window.script_async(&script).await
}

async fn sign_in(window: &Window, name: &str, passphrase: &str) {
    window.fill("Who are you?", name).await;
    window.fill("Passphrase", passphrase).await;
    window.click("button", "Unlock").await;
}

#[tokio::test]
async fn a_guard_who_gets_six_words_sees_the_roll_call_alone() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.click("button", "Settings").await;
    window.click("button", "Staff").await;
    window.click("button", "Add an account").await;
    window.fill("Short name", "PN").await;
    window.click("radio", "guard").await;
    window.click("button", "Propose six words").await;
    window.says("Very hard to guess").await;
    let words = window
        .until(
            "six words",
            "return document.querySelector('form input[autocomplete=new-password]').value",
            vec![],
        )
        .await;
    let words = words.as_str().expect("text").to_owned();
    assert_eq!(words.split(' ').count(), 6);
    window.click("button", "Make the account").await;
    window.says("Account made for PN").await;
    window.click("button", "Lock").await;

    sign_in(&window, "PN", &words).await;
    window.find("heading", "Roll call").await;
    window.says("people must be found in the house").await;
    assert!(!window.has("button", "Board").await && !window.has("button", "Settings").await);
    // Neither a key nor the page's own bridge leads further.
    window.press(&[Control, Char('k')]).await;
    window.press(&[Escape]).await;
    window.find("heading", "Roll call").await;
    // The sheet of it is theirs, by the key and by the button.
    window.press(&[Control, Char('p')]).await;
    window.find("radio", "Roll call").await;
    assert!(!window.has("radio", "Daily sheet").await);
    window.press(&[Escape]).await;
    window.gone("radio", "Roll call").await;
    window.click("button", "Print").await;
    window.click("button", "Back").await;
    window.says("people must be found in the house").await;
    for command in [
        "board",
        "journal",
        "find",
        "staff",
        "occupancy",
        "check_in",
        "backup_state",
    ] {
        assert_eq!(
            ask(&window, command, &json!({})).await,
            json!("not_permitted"),
            "{command}"
        );
    }
    assert_eq!(ask(&window, "roll_call", &json!({})).await, Value::Null);
    window.press(&[F9]).await;
    let text = window.text().await;
    assert!(
        !text.contains("K-") && !text.contains("Roll call"),
        "{text}"
    );
    window.close().await;
}

#[tokio::test]
async fn a_receptionist_s_page_gets_nothing_of_the_manager_s_and_comes_back_to_where_it_was() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    window.click("button", "Lock").await;
    sign_in(&window, "RA", "sample centre").await;
    window.says("23 of 24 places").await;
    let manager = [
        "staff",
        "employ",
        "reset_staff",
        "remove_staff",
        "new_paper",
        "kept_apart",
        "occupancy",
        "set_rules",
        "set_backups",
    ];
    for command in manager {
        assert_eq!(
            ask(&window, command, &json!({})).await,
            json!("not_permitted"),
            "{command}"
        );
    }
    // Locked, the page holds nothing, and the bridge gives nothing.
    window.click("button", "Tape chart").await;
    window.find("heading", "Tape chart").await;
    window.click("button", "Lock").await;
    window.find("button", "Unlock").await;
    assert!(!window.text().await.contains("K-"));
    for command in ["board", "tape", "roll_call", "show_identity"] {
        assert_eq!(
            ask(&window, command, &json!({})).await,
            json!("locked"),
            "{command}"
        );
    }
    sign_in(&window, "RA", "sample centre").await;
    window.find("heading", "Tape chart").await;
    window.close().await;
}

/// A bus of the system of its own, on which a test can say what the computer does.
struct SystemBus {
    daemon: std::process::Child,
    address: String,
}

impl SystemBus {
    fn start() -> Self {
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon (Debian: dbus)");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().expect("what it says"))
            .read_line(&mut address)
            .expect("its address");
        Self {
            daemon,
            address: address.trim().to_owned(),
        }
    }

    /// Says it as the system would.
    fn says(&self, what: &str) {
        let said = std::process::Command::new(env!("CARGO_BIN_EXE_logind"))
            .arg(what)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .status()
            .expect("the stand-in for logind");
        assert!(said.success());
    }
}

impl Drop for SystemBus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

#[tokio::test]
async fn sleep_and_the_lock_of_the_session_lock_the_program_and_empty_the_page() {
    let _turn = KEYBOARD.lock().await;
    let bus = SystemBus::start();
    let home = TempDir::new().expect("a folder");
    let told = [("DBUS_SYSTEM_BUS_ADDRESS", Path::new(&bus.address))];
    let window = Window::open_with(home.path(), &told).await;
    window.click("button", "Open the sample centre").await;
    for what in ["sleep", "lock", "locked"] {
        window.says("23 of 24 places").await;
        bus.says(what);
        window.find("button", "Unlock").await;
        assert!(!window.text().await.contains("K-"), "{what}");
        assert_eq!(ask(&window, "board", &json!({})).await, json!("locked"));
        sign_in(&window, "MC", "sample centre").await;
    }
    window.says("23 of 24 places").await;
    window.close().await;
}

/// Waits until the field with this label, or the button with this name, has the focus.
async fn focused(window: &Window, name: &str) {
    let script = "const at = document.activeElement; const said = (at.labels || [])[0] || at; \
                  return said.innerText.trim().startsWith(arguments[0])";
    window
        .until(&format!("focus on “{name}”"), script, vec![json!(name)])
        .await;
}

#[tokio::test]
async fn whoever_forgot_the_passphrase_is_led_to_what_is_wrong_and_let_in() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let desk = Desk::at(home.path());
    let paper = desk.make_centre();
    drop(desk);
    let window = Window::open(home.path()).await;
    window.click("button", "Passphrase forgotten").await;
    focused(&window, "Recovery key").await;
    // Esc goes back a step, to signing in.
    window.press(&[Escape]).await;
    focused(&window, "Who are you?").await;
    window.click("button", "Passphrase forgotten").await;

    window
        .fill("New passphrase", "lampă vioară tren sobă")
        .await;
    window
        .fill("The same again", "lampă vioară tren sobă")
        .await;
    window.fill("Who are you?", "Maria").await;
    window.fill("Recovery key", "AGE-SECRET-KEY-1XYZ").await;
    // Enter goes on from the key, though it takes more than one line.
    window.press(&[Enter]).await;
    window.says("This recovery key opens nothing here.").await;
    focused(&window, "Recovery key").await;
    window.fill("Recovery key", &paper.secret).await;
    window.press(&[Enter]).await;
    window.says("There is no account with this name.").await;
    focused(&window, "Who are you?").await;
    window.fill("Who are you?", "Ana").await;
    window.press(&[Enter]).await;
    window.says("0 of 24 places").await;
    window.close().await;
}
