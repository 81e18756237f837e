//! The real program in its real window, used as a person would: by roles and visible labels, by keyboard.

#![allow(clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long something may take to appear, or to end. Long: nothing here depends on speed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A key, as WebDriver names it.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Key {
    Enter,
    Escape,
    Tab,
    Space,
    Backspace,
    Up,
    Down,
    Left,
    Right,
    Control,
    Shift,
    Alt,
    F9,
    Char(char),
}

impl Key {
    fn code(self) -> char {
        match self {
            Self::Enter => '\u{e007}',
            Self::Escape => '\u{e00c}',
            Self::Tab => '\u{e004}',
            Self::Space => ' ',
            Self::Backspace => '\u{e003}',
            Self::Up => '\u{e013}',
            Self::Down => '\u{e015}',
            Self::Left => '\u{e012}',
            Self::Right => '\u{e014}',
            Self::Control => '\u{e009}',
            Self::Shift => '\u{e008}',
            Self::Alt => '\u{e00a}',
            Self::F9 => '\u{e039}',
            Self::Char(c) => c,
        }
    }
}

mod process;
pub mod screen;

pub use process::anybody;

/// The program in its window.
pub struct Window {
    client: Client,
    driver: Child,
    gestures: AtomicUsize,
}

impl Window {
    /// Starts the program on a folder, in English.
    pub async fn open(home: &Path) -> Self {
        Self::open_with(home, &[]).await
    }

    /// The same, with more in its environment.
    pub async fn open_with(home: &Path, more: &[(&str, &Path)]) -> Self {
        let mut driver = Command::new("WebKitWebDriver");
        driver.env("VATRA_HOME", home);
        driver.env("VATRA_TEST_FILES", files(home));
        driver.envs(more.iter().copied());
        driver.stdout(Stdio::null()).stderr(Stdio::null());
        Self::start(driver).await
    }

    /// Starts the program on a folder with no more rights than anybody has, whoever runs this.
    pub async fn open_as_anybody(home: &Path) -> Self {
        let mut driver = anybody("WebKitWebDriver");
        driver.env("VATRA_HOME", home);
        driver.stdout(Stdio::null()).stderr(Stdio::null());
        Self::start(driver).await
    }

    /// Starts the program so that every folder it could write to, and what it says on the terminal, is within
    /// this one.
    pub async fn open_within(root: &Path) -> Self {
        let mut driver = Command::new("WebKitWebDriver");
        for (name, folder) in [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
            ("TMPDIR", "temporary"),
        ] {
            let folder = root.join(folder);
            std::fs::create_dir_all(&folder).expect("a folder");
            driver.env(name, folder);
        }
        let terminal = std::fs::File::create(root.join("terminal.txt")).expect("a file");
        let both = terminal.try_clone().expect("the same file");
        driver
            .env_remove("VATRA_HOME")
            .stdout(terminal)
            .stderr(both);
        Self::start(driver).await
    }

    async fn start(mut driver: Command) -> Self {
        let port = free_port();
        let driver = driver
            .arg(format!("--port={port}"))
            .env("LC_ALL", "en_US.UTF-8")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .spawn()
            .expect("WebKitWebDriver (Debian: webkit2gtk-driver)");
        let program = program();
        assert!(
            program.exists(),
            "the program is built first: cargo build --workspace"
        );
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program, "args": [] } });
        let Value::Object(capabilities) = capabilities else {
            unreachable!()
        };
        let address = format!("http://127.0.0.1:{port}");
        let started = std::time::Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder
                .capabilities(capabilities.clone())
                .connect(&address)
                .await
            {
                Ok(client) => break client,
                Err(error) if started.elapsed() > PATIENCE => panic!("no window: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let window = Self {
            client,
            driver,
            gestures: AtomicUsize::new(0),
        };
        window
            .until(
                "the window",
                "return document.visibilityState === 'visible'",
                vec![],
            )
            .await;
        window.size(1280, 800).await;
        // Whatever the page asks for is remembered, however much it is.
        let all = "performance.setResourceTimingBufferSize(100000)";
        window.script(all, vec![]).await;
        window
    }

    /// Sets the size of the page.
    pub async fn size(&self, width: u32, height: u32) {
        self.client
            .set_window_size(width, height)
            .await
            .expect("a size");
    }

    /// Sets the size of the page, and waits until it has it; not for a page that is zoomed.
    pub async fn resize(&self, width: u32, height: u32) {
        self.size(width, height).await;
        let script = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        self.until("the size", script, vec![json!(width), json!(height)])
            .await;
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(script, arguments)
            .await
            .expect("a script")
    }

    /// Runs a script that says by itself when it is done.
    pub async fn script_async(&self, script: &str) -> Value {
        self.client
            .execute_async(script, vec![])
            .await
            .expect("a script")
    }

    /// The number of the program's process.
    #[must_use]
    pub fn process(&self) -> u32 {
        process::program_of(self.driver.id())
    }

    /// What the window is called.
    pub async fn title(&self) -> String {
        self.client.title().await.expect("a title")
    }

    /// Waits until a script answers something that isn't false or null.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        let started = std::time::Instant::now();
        loop {
            match self.client.execute(script, arguments.clone()).await {
                Ok(Value::Null | Value::Bool(false)) | Err(CmdError::Standard(_)) => {}
                Ok(value) => return value,
                Err(error) => panic!("{what}: {error}"),
            }
            if started.elapsed() > PATIENCE {
                let text = self.text().await;
                panic!("still waiting for {what}; the page says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits for an element with this role whose name begins with this text, in any case.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        let what = format!("{role} “{name}”");
        let found = self
            .until(&what, &find_script(), vec![json!(role), json!(name)])
            .await;
        self.element(&found)
    }

    /// Whether such an element is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self
            .script(&find_script(), vec![json!(role), json!(name)])
            .await
            .is_null()
    }

    /// Waits until such an element is gone.
    pub async fn gone(&self, role: &str, name: &str) {
        let script = format!(
            "return (function () {{ {} }}).apply(null, arguments) === null",
            find_script()
        );
        self.until(
            &format!("{role} “{name}” to go"),
            &script,
            vec![json!(role), json!(name)],
        )
        .await;
    }

    /// Waits for a dialog that has found what it shows: its button has the focus then, for Enter.
    pub async fn asked(&self) {
        let script = "const at = document.activeElement; return at.type === 'submit' && at.closest('dialog') !== null";
        self.until("a dialog's button", script, vec![]).await;
    }

    /// Clicks such an element.
    pub async fn click(&self, role: &str, name: &str) {
        self.gesture();
        self.find(role, name).await;
        // A radio button or a check is clicked where it is drawn: on its label.
        let script = find_script().replace("return exact", "const found = exact")
            + "if (!found) return null; return found.getClientRects().length && found.type !== 'radio' \
               && found.type !== 'checkbox' ? found : (found.labels || [])[0] || found;";
        let found = self
            .until(
                &format!("{role} “{name}”"),
                &script,
                vec![json!(role), json!(name)],
            )
            .await;
        self.element(&found).click().await.expect("a click");
    }

    fn element(&self, found: &Value) -> Element {
        let id = found
            .as_object()
            .and_then(|map| map.values().next())
            .and_then(Value::as_str);
        Element::from_element_id(
            self.client.clone(),
            id.expect("an element").to_owned().into(),
        )
    }

    /// How many gestures were made since this was last asked: clicks, keys pressed together, fields filled and lists
    /// picked from. A word that is typed is one.
    pub fn gestures(&self) -> usize {
        self.gestures.swap(0, Ordering::Relaxed)
    }

    fn gesture(&self) {
        self.gestures.fetch_add(1, Ordering::Relaxed);
    }

    /// Puts text into the field with this label, in the place of what is there.
    pub async fn fill(&self, label: &str, text: &str) {
        self.gesture();
        let field = self.find("textbox", label).await;
        field.clear().await.expect("an empty field");
        field.send_keys(text).await.expect("typing");
    }

    /// Picks from the list with this label.
    pub async fn pick(&self, label: &str, option: &str) {
        self.gesture();
        let list = self.find("combobox", label).await;
        list.select_by_label(option).await.expect("an option");
    }

    /// Waits until the page says this somewhere.
    pub async fn says(&self, text: &str) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("“{text}”"), script, vec![json!(text)])
            .await;
    }

    /// Waits until everything that was asked for is answered.
    pub async fn answered(&self) {
        let script = "return window.__TAURI_INTERNALS__.callbacks.size === 0";
        self.until("the answers", script, vec![]).await;
    }

    /// Waits until the page has all its answers and has stopped changing.
    pub async fn settled(&self) {
        self.script_async(SETTLED).await;
    }

    /// Everything the page says.
    pub async fn text(&self) -> String {
        let text = self.script("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Types where the focus is, as a person does.
    pub async fn type_text(&self, text: &str) {
        self.gesture();
        for c in text.chars() {
            self.strike(&[Key::Char(c)]).await;
        }
    }

    /// Presses keys together: `[Control, Char('k')]`.
    pub async fn press(&self, keys: &[Key]) {
        self.gesture();
        self.strike(keys).await;
    }

    async fn strike(&self, keys: &[Key]) {
        let mut actions = KeyActions::new("keyboard".into());
        for key in keys {
            actions = actions.then(KeyAction::Down { value: key.code() });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: key.code() });
        }
        self.client.perform_actions(actions).await.expect("keys");
        self.client.release_actions().await.expect("keys up");
    }

    /// The role and name of what has the focus, for messages and for finding one's way.
    pub async fn focused(&self) -> String {
        let script =
            format!("{NAMES} const e = document.activeElement; return role(e) + ': ' + name(e)");
        self.script(&script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// A script that answers whether what has the focus begins with this: its role and name.
    #[must_use]
    pub fn focus_script(&self, begins: &str) -> String {
        let begins = json!(begins);
        format!(
            "{NAMES} const e = document.activeElement; return (role(e) + ': ' + name(e)).startsWith({begins})"
        )
    }

    /// Takes a picture of the window.
    pub async fn picture(&self, path: &Path) {
        // Fonts first: a picture with stand-in letters shows nothing true.
        self.until(
            "the fonts",
            "return document.fonts.status === 'loaded'",
            vec![],
        )
        .await;
        let frames = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50)));";
        self.client
            .execute_async(frames, vec![])
            .await
            .expect("two frames");
        screen::picture(path);
    }

    /// Has the driver end the program, which may get to do nothing more, and waits for its end.
    pub async fn close(mut self) {
        let program = process::program_of(self.driver.id());
        let _ = self.client.clone().close().await;
        process::ended(program).await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }

    /// Closes the window by its cross, as a person does, and waits for the program's end: it makes the backup of the close first.
    pub async fn shut(mut self) {
        let program = process::program_of(self.driver.id());
        screen::cross();
        process::ended(program).await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }

    /// Kills the program, which gets to do nothing more, as in a power cut.
    pub async fn crash(mut self) {
        let program = process::program_of(self.driver.id());
        process::kill(program);
        process::ended(program).await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.driver.kill();
    }
}

/// Where the window saves and finds files in a test, as no driver reaches a dialog of the system.
#[must_use]
pub fn files(home: &Path) -> PathBuf {
    home.join("files")
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}

/// The program that was built beside this one.
fn program() -> PathBuf {
    let mut folder = std::env::current_exe().expect("this program");
    folder.pop();
    if folder.ends_with("deps") {
        folder.pop();
    }
    folder.join("vatra")
}

const SETTLED: &str = "
    const done = arguments[arguments.length - 1];
    let last = performance.now();
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    // What was asked for and not answered yet still changes the page.
    const asked = window.__TAURI_INTERNALS__.callbacks;
    const look = () => {
        if (asked.size > 0) last = performance.now();
        if (performance.now() - last < 250) return setTimeout(look, 50);
        watch.disconnect();
        done(true);
    };
    setTimeout(look, 100);";

/// Role and accessible name of an element, near enough to what a screen reader says.
const NAMES: &str = r"
    const role = (e) => e.getAttribute('role') || ({
        BUTTON: 'button', A: 'link', SELECT: 'combobox', TEXTAREA: 'textbox', H1: 'heading', H2: 'heading',
        H3: 'heading', DIALOG: 'dialog', NAV: 'navigation', MAIN: 'main', LI: 'listitem',
    })[e.tagName] || (e.tagName === 'INPUT'
        ? ({ radio: 'radio', checkbox: 'checkbox', submit: 'button' })[e.type] || 'textbox' : '');
    const flat = (text) => (text || '').replace(/\s+/g, ' ').trim();
    const name = (e) => {
        const by = e.getAttribute('aria-labelledby');
        if (by) return flat(by.split(' ').map((id) => (document.getElementById(id) || {}).textContent).join(' '));
        if (e.getAttribute('aria-label')) return flat(e.getAttribute('aria-label'));
        if (e.labels && e.labels.length) return flat(Array.from(e.labels).map((l) => l.innerText).join(' '));
        return flat(e.innerText || e.textContent);
    };
";

/// Finds a visible element by role and by the beginning of its name; an exact name goes first. What is
/// drawn by its label, such as a radio button, is seen where the label is.
const FIND: &str = r"
    const [wantedRole, wantedName] = arguments;
    const wanted = flat(wantedName).toLowerCase();
    const all = Array.from(document.querySelectorAll('*')).filter((e) => role(e) === wantedRole
        && name(e).toLowerCase().startsWith(wanted) && !e.closest('[aria-hidden=true]'));
    const exact = all.filter((e) => name(e).toLowerCase() === wanted);
    const seen = (e) => [e, ...(e.labels || [])].some((x) => x.getClientRects().length > 0);
    return exact.concat(all).find(seen) || null;
";

fn find_script() -> String {
    format!("{NAMES}{FIND}")
}
