//! The real program in its real window, used as a person would use it.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::LazyLock;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};
use vatra_tests::driver::Key::{Char, Control, Enter, Escape, F9, Tab};
use vatra_tests::driver::{Window, anybody};
use vatra_tests::tour::mother_with_two_children;
use vatra_tests::words::Words;
use vatra_tests::{Desk, PASSPHRASE};

/// One window at a time: they share one keyboard.
static KEYBOARD: LazyLock<Mutex<()>> = LazyLock::new(|| Mutex::new(()));

struct Seat {
    window: Window,
    home: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Seat {
    async fn new() -> Self {
        let turn = KEYBOARD.lock().await;
        let home = TempDir::new().expect("a folder");
        let window = Window::open(home.path()).await;
        Self {
            window,
            home,
            _turn: turn,
        }
    }

    /// The sample centre's board.
    async fn sample() -> Self {
        let seat = Self::new().await;
        seat.window.click("button", "Open the sample centre").await;
        seat.window.says("23 of 24 places").await;
        seat
    }

    /// Ends the program and starts it again on the same folder.
    async fn restart(self) -> Self {
        let Self {
            window,
            home,
            _turn,
        } = self;
        window.close().await;
        let window = Window::open(home.path()).await;
        Self {
            window,
            home,
            _turn,
        }
    }

    async fn end(self) {
        self.window.close().await;
    }
}

/// Selects somebody on the board.
async fn select(window: &Window, code: &str) {
    window.click("button", code).await;
    window.find("heading", code).await;
}

#[tokio::test]
async fn first_run_makes_a_centre_that_opens_with_the_passphrase_and_with_no_other() {
    let seat = Seat::new().await;
    let window = &seat.window;
    assert_eq!(window.title().await, "Vatra");
    window.click("button", "Make our centre").await;
    window.says("9 rooms").await;
    window.click("button", "Continue to your account").await;
    window.fill("Short name", "Ana").await;
    window.fill("Passphrase", "corect cal baterie").await;
    window.fill("The same again", "corect cal baterie").await;
    window.click("button", "Continue to the recovery key").await;
    let shown = window.until("the recovery key", SECRET, vec![]).await;
    let secret = shown.as_str().expect("text").to_owned();
    window.click("button", "It is on paper: continue").await;
    window.fill("Recovery key", "AGE-SECRET-KEY-1WRONG").await;
    window.click("button", "Make the centre").await;
    window.says("is not as it was shown").await;
    window.fill("Recovery key", &secret.to_lowercase()).await;
    window.click("button", "Make the centre").await;
    window.says("0 of 24 places").await;

    let seat = seat.restart().await;
    let window = &seat.window;
    window.fill("Who are you?", "Ana").await;
    window.fill("Passphrase", "corect cal bateri").await;
    window.press(&[Enter]).await;
    window.says("The name or the passphrase is not right").await;
    window.fill("Passphrase", "corect cal baterie").await;
    window.press(&[Enter]).await;
    window.says("0 of 24 places").await;
    assert_eq!(window.title().await, "Vatra");
    seat.end().await;
}

/// The recovery key as the page shows it, in groups.
const SECRET: &str = "
    const groups = Array.from(document.querySelectorAll('main code, ol code')).map((group) => group.textContent.trim());
    return groups.length ? groups.join(' ') : null;";

#[tokio::test]
async fn a_mother_with_two_children_is_checked_in_by_keyboard_alone() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    discharge_family(window).await;
    window.press(&[Control, Enter]).await;
    window.find("heading", "Check in").await;
    mother_with_two_children(window, &Words::of("en")).await;
    window.says("23 of 24 with these three").await;
    window.press(&[Control, Enter]).await;
    window.says("23 of 24 places").await;
    window.find("heading", "K-223").await;
    for code in ["K-223", "K-224", "K-225"] {
        assert!(window.has("button", code).await, "{code} is on the board");
    }
    // What was done is there after the program was ended without warning.
    let seat = seat.restart().await;
    let window = &seat.window;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    assert!(window.has("button", "K-225").await);
    seat.end().await;
}

/// K-205 leaves with her two children: three places and three beds.
async fn discharge_family(window: &Window) {
    select(window, "K-205").await;
    window.press(&[Char('d')]).await;
    window.find("heading", "Discharge K-205").await;
    window.click("button", "Discharge 3 people").await;
    window.says("20 of 24 places").await;
    window.gone("heading", "Discharge K-205").await;
}

#[tokio::test]
async fn somebody_moves_goes_out_comes_back_and_it_is_taken_back() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    select(window, "K-187").await;
    window.press(&[Char('m')]).await;
    window.says("3-4").await;
    window.click("button", "Bed 3-4").await;
    window.find("button", "K-187, woman, bed 3-4").await;

    select(window, "K-187").await;
    window.press(&[Char('a')]).await;
    window.find("heading", "K-187 is away").await;
    window.click("button", "Note the absence").await;
    window.gone("heading", "K-187 is away").await;
    window
        .find("button", "K-187, woman, bed 3-4, day 20 of 30, away")
        .await;

    select(window, "K-187").await;
    window.press(&[Char('r')]).await;
    window.click("button", "Note the return").await;
    window
        .gone("button", "K-187, woman, bed 3-4, day 20 of 30, away")
        .await;

    // The return, the absence and the move, one after the other.
    for _ in 0..3 {
        window.press(&[Control, Char('z')]).await;
        window.asked().await;
        window.press(&[Enter]).await;
        window.gone("dialog", "").await;
    }
    window.find("button", "K-187, woman, bed 3-1").await;
    seat.end().await;
}

#[tokio::test]
async fn rooms_are_tidied_by_keyboard_alone_and_put_back_with_one_undo() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    let proposed = "return document.querySelector('.ways').innerText";
    discharge_family(window).await;
    window.press(&[Char('o')]).await;
    window.find("heading", "Tidy up").await;
    window.find("button", "Move").await;
    let before = window.script(proposed, vec![]).await;
    let mut steps = 0;
    while !window.focused().await.starts_with("button: Move") {
        window.press(&[Tab]).await;
        steps += 1;
        assert!(steps < 30, "Tab never comes to the move");
    }
    window.press(&[Enter]).await;
    window.gone("heading", "Tidy up").await;
    window.press(&[Control, Char('z')]).await;
    window.asked().await;
    window.press(&[Enter]).await;
    window.gone("dialog", "").await;
    window.press(&[Char('o')]).await;
    window.find("button", "Move").await;
    assert_eq!(window.script(proposed, vec![]).await, before);
    seat.end().await;
}

#[tokio::test]
async fn a_mother_does_not_leave_her_children_silently() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    select(window, "K-214").await;
    window.press(&[Char('d')]).await;
    window.click("checkbox", "K-215").await;
    window.click("checkbox", "K-216").await;
    window.click("button", "Discharge 1 person").await;
    window.says("K-215 and K-216").await;
    window.find("textbox", "Why the children stay").await;
    window.press(&[Escape]).await;
    window.says("23 of 24 places").await;
    seat.end().await;
}

#[tokio::test]
async fn one_key_hides_everything_and_the_title_says_nothing() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    select(window, "K-214").await;
    window.press(&[F9]).await;
    let script = "return !document.documentElement.outerHTML.includes('K-214')";
    window
        .until("everything to be hidden", script, vec![])
        .await;
    assert_eq!(window.title().await, "Vatra");
    window.press(&[Char('x')]).await;
    window.find("heading", "K-214").await;
    // Three quickly: a slow machine may press too slowly.
    for _ in 0..10 {
        for _ in 0..3 {
            window.press(&[Escape]).await;
        }
        if window.script(script, vec![]).await == json!(true) {
            break;
        }
    }
    window
        .until("everything to be hidden", script, vec![])
        .await;
    seat.end().await;
}

#[tokio::test]
async fn the_language_changes_at_once_and_stays() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    window.click("button", "Settings").await;
    window.click("radio", "Русский").await;
    window.says("Настройки").await;
    window.click("radio", "Română").await;
    window.says("Setări").await;
    window.settled().await;
    let seat = seat.restart().await;
    seat.window
        .find("button", "Deschide centrul de probă")
        .await;
    seat.end().await;
}

#[tokio::test]
async fn everything_can_be_made_larger_and_stays_so() {
    let wide = "return innerWidth === Math.round(arguments[0] * 100 / arguments[1])";
    let seat = Seat::sample().await;
    let window = &seat.window;
    let usual = window.script("return innerWidth", vec![]).await;
    let is = |percent: u16| vec![usual.clone(), json!(percent)];
    // The driver's mouse doesn't know of a larger page: from here on by keyboard.
    window.click("button", "Settings").await;
    window.click("radio", "200 %").await;
    window.until("twice as large", wide, is(200)).await;
    window.press(&[Control, Char('-')]).await;
    window.until("half as large again", wide, is(150)).await;
    let seat = seat.restart().await;
    let window = &seat.window;
    window.find("button", "Open the sample centre").await;
    window.until("still as large", wide, is(150)).await;
    window.press(&[Control, Char('0')]).await;
    window.until("the usual size", wide, is(100)).await;
    seat.end().await;
}

#[tokio::test]
async fn anybody_is_found_by_code() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    window.press(&[Control, Char('k')]).await;
    window.type_text("198").await;
    window.find("option", "K-198").await;
    window.press(&[Enter]).await;
    window.find("heading", "K-198").await;
    seat.end().await;
}

#[tokio::test]
async fn the_page_can_run_nothing_of_its_own_and_reach_nothing() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    let blocked = "
        const done = arguments[arguments.length - 1];
        const script = document.createElement('script');
        script.textContent = 'window.__ran = true';
        document.body.append(script);
        setTimeout(() => done(window.__ran ? 'ran' : 'nothing'));";
    assert_eq!(window.script_async(blocked).await, json!("nothing"));
    let outside = TcpListener::bind("127.0.0.1:0").expect("a port");
    outside
        .set_nonblocking(true)
        .expect("a look without a wait");
    let address = format!("http://{}/", outside.local_addr().expect("its address"));
    let fetched = "
        const done = arguments[arguments.length - 1];
        const image = new Image();
        const seen = new Promise((came, failed) => Object.assign(image, { onload: came, onerror: failed }));
        image.src = 'ADDRESS';
        Promise.allSettled([fetch('ADDRESS'), seen]).then((all) => done(all.map((one) => one.status)));";
    let fetched = fetched.replace("ADDRESS", &address);
    assert_eq!(
        window.script_async(&fetched).await,
        json!(["rejected", "rejected"])
    );
    let asked = "
        const link = document.createElement('link');
        document.head.append(Object.assign(link, { rel: 'preconnect', href: arguments[0] }));
        const file = document.createElement('a');
        document.body.append(Object.assign(file, { href: arguments[0], download: 'file' }));
        file.click();";
    window.script(asked, vec![json!(address)]).await;
    let went = "location.href = arguments[0]";
    window.script(went, vec![json!(address)]).await;
    // Still the program's own page, and at work.
    window.click("button", "Settings").await;
    window.find("button", "Staff").await;
    // Other processes carry such things out.
    window.settled().await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let came = outside.accept().map(|(_, from)| from);
    assert_eq!(came.map_err(|none| none.kind()), Err(ErrorKind::WouldBlock));
    let global = window
        .script("return typeof window.__TAURI__", vec![])
        .await;
    assert_eq!(global, json!("undefined"));
    let frozen = window
        .script("return Object.isFrozen(Object.prototype)", vec![])
        .await;
    assert_eq!(frozen, Value::Bool(true));
    seat.end().await;
}

#[tokio::test]
async fn nothing_shown_in_the_window_is_left_in_any_folder() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    select(window, "K-214").await;
    window.click("button", "Check in").await;
    window.find("heading", "Check in").await;
    window.type_text("27").await;
    // It is handed over a moment after the last key.
    let kept = "return window.__TAURI_INTERNALS__.invoke('call', { name: 'draft', request: {} })
        .then(({ draft }) => (draft ?? '').includes('\"age\":\"27\"'), () => false)";
    window.until("the draft", kept, vec![]).await;
    let Seat {
        window,
        home,
        _turn,
    } = seat;
    window.close().await;
    let all = files(home.path());
    assert!(all.iter().any(|path| path.ends_with("vatra.db")));
    let is_draft = |path: &PathBuf| path.parent().is_some_and(|at| at.ends_with("drafts"));
    assert!(all.iter().any(is_draft), "what was typed is kept");
    for path in all {
        let bytes = std::fs::read(&path).expect("a file");
        for secret in ["K-214", "presumed_victim", "Sample K-"] {
            let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes())
                || bytes.windows(utf16.len()).any(|window| window == utf16);
            assert!(!found, "{secret} is left in {}", path.display());
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(files(&path))
        } else {
            all.push(path)
        }
    }
    all
}

#[tokio::test]
async fn what_was_noted_wrong_is_put_right_and_yesterday_s_board_shows_both() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    // K-222 has been in 9-1 for three days: it was 8-2 never, but 3-4 from the beginning.
    select(window, "K-222").await;
    window.click("button", "Correct bed 9-1").await;
    window.find("heading", "Bed of K-222 was noted wrong").await;
    window.pick("The bed it was", "3-4, single").await;
    window.click("button", "Put right").await;
    window.says("A reason is missing.").await;
    window
        .fill("Why it was wrong", "taken down in the wrong line")
        .await;
    window.click("button", "Put right").await;
    window.says("Record of K-222 corrected").await;
    window.find("button", "K-222, woman, bed 3-4").await;

    // Yesterday, as known now and as known then.
    window.press(&[Escape, Char('t')]).await;
    window.says("The past: to be looked at, not changed").await;
    window.says("Noted later: this made the difference").await;
    window.click("button", "K-222").await;
    window.says("bed 3-4, day").await;
    window.click("radio", "As known then").await;
    window.says("bed 9-1, day").await;
    window.click("button", "Back to now").await;
    window.says("23 of 24 places").await;
    seat.end().await;
}

#[tokio::test]
async fn the_tape_chart_shows_a_move_and_leads_to_the_person() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    window.click("button", "Tape chart").await;
    window
        .find(
            "button",
            "K-214, bed 5-4, from 19 Feb, 23:40 to 24 Feb, 11:30",
        )
        .await;
    window
        .find(
            "button",
            "K-214, bed 5-1, since 24 Feb, 11:30, term to 20 Mar",
        )
        .await;
    let focus = "document.querySelector('[data-bar][aria-label^=\"K-214, bed 5-1\"]').focus()";
    window.script(focus, vec![]).await;
    window.press(&[Enter]).await;
    window.click("button", "Open").await;
    window.find("heading", "K-214").await;
    seat.end().await;
}

/// A party on the waiting list is held for, and checked in with what was noted of it.
#[tokio::test]
async fn a_hold_becomes_a_check_in() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    window.click("button", "Expected").await;
    window.click("button", "Put on the waiting list").await;
    window
        .fill("Who, without names", "woman sent by the hotline")
        .await;
    window.fill("Age", "31").await;
    window.click("button", "Put on the list").await;
    window.says("Fits now: 2-4").await;
    window.click("button", "Hold places").await;
    window.says("These beds: 2-4").await;
    window
        .script(
            "document.querySelector('form button[type=submit]').click()",
            vec![],
        )
        .await;
    window.says("until 3 Mar, 16:10").await;
    window.click("button", "Check in").await;
    window.find("button", "Not these").await;
    window.says("2-4").await;
    window.press(&[Control, Enter]).await;
    window.says("24 of 24 places").await;
    window.find("button", "K-223, woman, bed 2-4").await;
    window.click("button", "Expected").await;
    window.says("Nobody waits for a place.").await;
    seat.end().await;
}

#[tokio::test]
async fn a_manager_changes_places_and_a_room_and_the_board_follows() {
    let seat = Seat::sample().await;
    let window = &seat.window;
    window.press(&[Control, Char('k')]).await;
    window.type_text("places").await;
    window.find("option", "Places").await;
    window.press(&[Enter]).await;
    window.find("heading", "Places").await;
    window.settled().await;
    window.fill("Places", "26").await;
    window.click("button", "Set").await;
    window.says("26 places").await;
    window.click("button", "Rooms and beds").await;
    window.click("button", "Room 3").await;
    window.click("button", "Add a bed").await;
    window.click("button", "Change room 3").await;
    window.says("Bed 3-5").await;
    window.click("button", "Board").await;
    window.says("23 of 26 places").await;
    window.find("button", "Bed 3-5 free").await;
    seat.end().await;
}

/// The number of the newest backup, or null; asked as the page's own bridge does.
const NEWEST: &str = "
    const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke('call', { name: 'backup_state', request: {} })
      .then(({ folders }) => done(folders[0].backups.length ? folders[0].backups[0].number : null),
        (problem) => done(JSON.stringify(problem)));";

/// Has a backup made after every action; null once it is set.
const AFTER_EACH: &str = "
    const done = arguments[arguments.length - 1];
    const ask = (name, request) => window.__TAURI_INTERNALS__.invoke('call', { name, request });
    ask('desk', {}).then((desk) => ask('set_desk', { ...desk, backup_actions: 1 }))
      .then(() => done(null), (problem) => done(JSON.stringify(problem)));";

/// Waits until the newest backup has this number.
async fn backed_up(window: &Window, number: u64) {
    for _ in 0..600 {
        if window.script_async(NEWEST).await == json!(number) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    unreachable!("backup {number} was never made");
}

async fn unlock(window: &Window) {
    window.fill("Who are you?", "Ana").await;
    window.fill("Passphrase", PASSPHRASE).await;
    window.press(&[Enter]).await;
    window.says("0 of 24 places").await;
}

#[tokio::test]
async fn a_backup_is_made_when_the_window_is_closed_and_after_as_many_actions_as_were_set() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    Desk::at(home.path()).make_centre();
    let window = Window::open(home.path()).await;
    unlock(&window).await;
    assert_eq!(window.script_async(NEWEST).await, Value::Null);
    window.shut().await;
    let made = vatra_store::backups(&home.path().join("backups"));
    assert_eq!(made.len(), 1, "made at the close");

    let window = Window::open(home.path()).await;
    unlock(&window).await;
    // That this was set is an action too.
    assert_eq!(window.script_async(AFTER_EACH).await, Value::Null);
    backed_up(&window, 2).await;
    window.press(&[Control, Char('k')]).await;
    window.type_text("places").await;
    window.find("option", "Places").await;
    window.press(&[Enter]).await;
    window.settled().await;
    window.fill("Places", "26").await;
    window.click("button", "Set").await;
    backed_up(&window, 3).await;
    window.close().await;
}

/// Whether whoever has this user's name, and no more rights than anybody, can look into a process.
fn lets_look_in(process: &str) -> bool {
    // What comes after it keeps the shell from becoming what looks.
    let look = format!("cat /proc/{process}/environ; exit $?");
    let looked = anybody("sh")
        .args(["-c", &look])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    looked.expect("a shell").success()
}

#[tokio::test]
async fn no_dump_of_the_memory_is_ever_written_and_nobody_looks_into_it() {
    let _turn = KEYBOARD.lock().await;
    let home = TempDir::new().expect("a folder");
    let window = Window::open_as_anybody(home.path()).await;
    let process = window.process();
    assert!(lets_look_in("$$"), "others are looked into");
    assert!(!lets_look_in(&process.to_string()));
    let limits = std::fs::read_to_string(format!("/proc/{process}/limits")).expect("limits");
    let dumps = limits.lines().find(|line| line.contains("core file"));
    let fields: Vec<&str> = dumps.expect("a limit").split_whitespace().collect();
    assert_eq!(fields, ["Max", "core", "file", "size", "0", "0", "bytes"]);
    window.close().await;
}
