//! After a tour of the whole program in its real window, nothing that was typed into it is left in any folder it
//! could write to, nor in what it says on the terminal.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Escape};
use vatra_tests::driver::Window;
use vatra_tests::raw::holds;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() {
            all.extend(files(&path));
        } else if path.is_file() {
            all.push(path);
        }
    }
    all
}

/// Types a text of its own into every field that can be seen, and says what was typed.
const TYPE: &str = r"
    const typed = [];
    for (const field of document.querySelectorAll('input, textarea')) {
      const place = field.getBoundingClientRect();
      if (!place.width || field.disabled || field.readOnly || ['radio', 'checkbox', 'range', 'file'].includes(field.type)) continue;
      const text = 'Zq' + arguments[0] + 'x' + typed.length + 'leak';
      const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      field.focus();
      Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      typed.push(text);
    }
    return typed;";

struct Tour {
    window: Window,
    typed: Vec<String>,
    stops: usize,
}

impl Tour {
    async fn type_here(&mut self) {
        self.stops += 1;
        self.window.answered().await;
        let typed = self.window.script(TYPE, vec![json!(self.stops)]).await;
        let typed = typed.as_array().cloned().unwrap_or_default();
        self.typed
            .extend(typed.iter().filter_map(Value::as_str).map(str::to_owned));
    }

    /// Leaves what is open. Where the one before was left a moment ago, a third Esc hides everything: any key
    /// shows it again.
    async fn back(&self) {
        self.window.press(&[Escape]).await;
        self.window.press(&[Escape]).await;
        let hidden = "return document.querySelector('button.cover') !== null";
        if self.window.script(hidden, vec![]).await == json!(true) {
            self.window.press(&[Escape]).await;
        }
    }

    async fn ask(&self, command: &str, request: Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('call', {{ name: {}, request: {request} }})
               .then((answer) => done(answer ?? true), (problem) => done({{ problem }}));",
            json!(command)
        );
        self.window.script_async(&script).await
    }
}

#[tokio::test]
async fn nothing_typed_anywhere_is_left_in_any_folder_or_on_the_terminal() {
    let root = TempDir::new().expect("a folder");
    let window = Window::open_within(root.path()).await;
    let mut tour = Tour {
        window,
        typed: Vec::new(),
        stops: 0,
    };
    // The fields of the first run, then everything else on the sample centre.
    tour.window.click("button", "Make our centre").await;
    tour.window.says("9 rooms").await;
    tour.type_here().await;
    // With rooms that have no numbers the guide goes no further: begun again, it does.
    tour.window.script("location.reload()", vec![]).await;
    tour.window.click("button", "Make our centre").await;
    tour.window.says("9 rooms").await;
    tour.window
        .click("button", "Continue to your account")
        .await;
    tour.window.find("textbox", "Short name").await;
    tour.type_here().await;
    tour.window.script("location.reload()", vec![]).await;
    tour.window.click("button", "Open the sample centre").await;
    tour.window.says("23 of 24 places").await;
    for letter in ['m', 'a', 'e', 'd', 'c', 's'] {
        tour.window.click("button", "K-214").await;
        tour.window.find("heading", "K-214").await;
        tour.window.press(&[Char(letter)]).await;
        tour.type_here().await;
        tour.back().await;
        tour.window
            .script("document.querySelector('nav button')?.click()", vec![])
            .await;
    }
    for screen in [
        "Check in",
        "Expected",
        "Tape",
        "Journal",
        "Occupancy",
        "Settings",
    ] {
        tour.window.click("button", screen).await;
        tour.type_here().await;
        tour.window.answered().await;
        // Every form that a button opens, but nothing that leaves the program.
        let buttons = tour.window.script(
            "return Array.from(document.querySelectorAll('main button')).filter((b) => b.getBoundingClientRect().width && !b.disabled).length",
            vec![],
        ).await;
        for place in 0..buttons.as_u64().unwrap_or(0).min(14) {
            tour.window.script(
                "const all = Array.from(document.querySelectorAll('main button')).filter((b) => b.getBoundingClientRect().width && !b.disabled);
                 const one = all[arguments[0]];
                 if (one && !/print|save|pdf|open|choose/iu.test(one.textContent)) one.click();",
                vec![json!(place)],
            ).await;
            tour.type_here().await;
        }
        tour.back().await;
    }
    tour.window.press(&[Control, Char('k')]).await;
    tour.type_here().await;
    tour.back().await;
    // And what goes all the way into the record.
    let hits = tour
        .ask("find", json!({ "text": "K-214", "names": false }))
        .await;
    let recorded = ["Zqrecordedlabel", "Zqrecordedurgency", "Zqrecordedreason"];
    let woman = json!({ "sex": "female", "years": 30, "needs": [] });
    let waits = tour
        .ask(
            "wait",
            json!({ "label": recorded[0], "members": [woman], "urgency": recorded[1] }),
        )
        .await;
    assert!(waits.get("problem").is_none(), "{waits}");
    tour.ask(
        "show_identity",
        json!({ "beneficiary": hits[0]["beneficiary"], "reason": recorded[2] }),
    )
    .await;
    let journal = tour
        .ask("journal", json!({ "before": null, "most": 5 }))
        .await;
    assert!(
        journal.to_string().contains("Zqrecordedreason"),
        "it went into the record: {journal}"
    );
    // Half a check-in, the lock, and again what was typed: it was kept meanwhile.
    let rail = "Array.from(document.querySelectorAll('nav button')).find((one) => one.textContent.trim() === 'Check-in').click()";
    // Some list or dialog of the tour may still lie above it.
    tour.window.script(rail, vec![]).await;
    tour.window.find("heading", "Check in").await;
    let before = tour.typed.len();
    tour.type_here().await;
    let age = tour
        .typed
        .get(before)
        .cloned()
        .expect("a field for the age");
    tour.window.click("button", "Lock").await;
    tour.window.fill("Who are you?", "MC").await;
    tour.window.fill("Passphrase", "sample centre").await;
    tour.window.click("button", "Unlock").await;
    let again = "return Array.from(document.querySelectorAll('input, textarea')).some((field) => field.value === arguments[0])";
    tour.window
        .until("what was typed", again, vec![json!(age)])
        .await;
    tour.window.click("button", "Lock").await;
    tour.window.find("textbox", "Who are you?").await;
    tour.window.close().await;

    assert!(
        tour.typed.len() > 120,
        "only {} fields were seen",
        tour.typed.len()
    );
    let secrets: Vec<&str> = tour
        .typed
        .iter()
        .map(String::as_str)
        .chain(recorded)
        .chain(["K-214", "Sample K-"])
        .collect();
    let all = files(root.path());
    assert!(
        all.iter().any(|path| path.ends_with("vatra.db")),
        "the right folders were looked at"
    );
    let is_draft = |path: &PathBuf| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("drafts"))
    };
    assert!(all.iter().any(is_draft), "what was half typed is kept");
    for path in &all {
        let bytes = match std::fs::read(path) {
            // The web view's own processes still clear away.
            Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => continue,
            read => read.expect("a file"),
        };
        for secret in secrets.iter().copied().chain(
            ["Zq"]
                .into_iter()
                .filter(|_| path.ends_with("terminal.txt")),
        ) {
            assert!(
                !holds(&bytes, secret),
                "{secret} is left in {}",
                path.display()
            );
            assert!(
                !path.to_string_lossy().contains(secret),
                "{secret} names {}",
                path.display()
            );
        }
    }
    // The control: the same search finds what is there to be found.
    std::fs::write(root.path().join("control"), "a Zqrecordedlabel b").expect("a file");
    let found = files(root.path())
        .iter()
        .filter(|path| holds(&std::fs::read(path).unwrap_or_default(), recorded[0]))
        .count();
    assert_eq!(found, 1);
}
