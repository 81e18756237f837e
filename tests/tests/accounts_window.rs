//! Accounts in the real window: what each role sees, and what its page can't get whatever it asks for.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Mutex;
use vatra_tests::driver::Key::{Char, Control, Enter, Escape, F9};
use vatra_tests::driver::Window;
use vatra_tests::{Desk, PASSPHRASE};

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
    window.settled().await;
    assert!(!window.has("dialog", "").await);
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
    window.find("button", "K-214, bed 5-1").await;
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
    daemon: Child,
    address: String,
}

impl SystemBus {
    fn start() -> Self {
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
        let said = Command::new(env!("CARGO_BIN_EXE_logind"))
            .arg(what)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .status()
            .expect("the stand-in for logind");
        assert!(said.success());
    }

    /// Has a stand-in for logind on it that stays.
    fn logind(&self) -> Logind {
        let mut stays = Command::new(env!("CARGO_BIN_EXE_logind"))
            .arg("stays")
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the stand-in for logind");
        let (says, said) = channel();
        let lines = BufReader::new(stays.stdout.take().expect("what it says")).lines();
        std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .try_for_each(|line| says.send(line))
        });
        let told = stays.stdin.take().expect("what it is told");
        let logind = Logind { stays, told, said };
        assert_eq!(logind.says(), "there");
        logind
    }
}

/// Lets sleep wait for whoever asks, and says when that is asked and when it is over.
struct Logind {
    stays: Child,
    told: ChildStdin,
    said: Receiver<String>,
}

impl Logind {
    fn tell(&mut self, what: &str) {
        writeln!(self.told, "{what}").expect("told");
    }

    fn says(&self) -> String {
        let said = self.said.recv_timeout(Duration::from_secs(60));
        said.expect("something of sleep")
    }
}

impl Drop for Logind {
    fn drop(&mut self) {
        let _ = self.stays.kill();
        let _ = self.stays.wait();
    }
}

/// Whether the program has the centre's file open: then it is locked for everybody else.
fn is_open(home: &Path) -> bool {
    let file = Connection::open_with_flags(home.join("vatra.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let file = file.expect("the file");
    file.busy_timeout(Duration::ZERO).expect("no wait");
    let looked = file.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    let code = looked.err().and_then(|error| error.sqlite_error_code());
    code == Some(ErrorCode::DatabaseBusy)
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

#[tokio::test]
async fn the_computer_sleeps_only_when_the_program_is_locked_and_its_file_closed() {
    let _turn = KEYBOARD.lock().await;
    let bus = SystemBus::start();
    let mut logind = bus.logind();
    let home = TempDir::new().expect("a folder");
    Desk::at(home.path()).make_centre();
    let told = [("DBUS_SYSTEM_BUS_ADDRESS", Path::new(&bus.address))];
    let window = Window::open_with(home.path(), &told).await;
    for sleep in 1..=2 {
        assert_eq!(logind.says(), format!("{sleep}: sleep, delay"));
        sign_in(&window, "Ana", PASSPHRASE).await;
        window.says("0 of 24 places").await;
        assert!(is_open(home.path()));
        logind.tell("sleep");
        assert_eq!(logind.says(), format!("{sleep}: let go"));
        assert!(!is_open(home.path()), "the key sleeps with the computer");
        assert_eq!(ask(&window, "board", &json!({})).await, json!("locked"));
        window.find("button", "Unlock").await;
        logind.tell("wake");
    }
    assert_eq!(logind.says(), "3: sleep, delay");
    // Woken before it slept: what ends late must not let go of the next sleep.
    sign_in(&window, "Ana", PASSPHRASE).await;
    window.says("0 of 24 places").await;
    logind.tell("sleep");
    logind.tell("wake");
    let mut said = [logind.says(), logind.says()];
    said.sort();
    assert_eq!(said, ["3: let go", "4: sleep, delay"]);
    sign_in(&window, "Ana", PASSPHRASE).await;
    window.says("0 of 24 places").await;
    assert_eq!(logind.said.try_recv().ok(), None);
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
