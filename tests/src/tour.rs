//! The ways through the program that its pictures show.

use std::path::{Path, PathBuf};

use serde_json::json;
use vatra::sample;

use crate::driver::Key::{Char, Control, Enter, Escape, Right, Shift, Tab};
use crate::driver::Window;
use crate::words::Words;

/// What the tour shows in each language and theme, in this order.
const SHOWN: [&str; 18] = [
    "board",
    "person",
    "move",
    "discharge",
    "tidy",
    "past",
    "history",
    "check-in",
    "tape",
    "expected",
    "occupancy",
    "export",
    "journal",
    "settings",
    "paper",
    "import",
    "help",
    "find",
];

/// A language and a theme in which the program is shown.
#[derive(Clone, Copy)]
struct Look {
    language: &'static str,
    theme: &'static str,
}

const LOOKS: [Look; 6] = [
    Look {
        language: "en",
        theme: "light",
    },
    Look {
        language: "en",
        theme: "dark",
    },
    Look {
        language: "ro",
        theme: "light",
    },
    Look {
        language: "ro",
        theme: "dark",
    },
    Look {
        language: "ru",
        theme: "light",
    },
    Look {
        language: "ru",
        theme: "dark",
    },
];

impl Look {
    /// The file of a picture: English and light are not said.
    fn name(self, shown: &str) -> String {
        let parts = [shown, self.language, self.theme];
        let said = parts
            .into_iter()
            .filter(|part| !["en", "light"].contains(part));
        said.collect::<Vec<_>>().join("-") + ".png"
    }
}

/// The pictures that are kept with the program: everything in one look, and in the others what changes most with them.
#[must_use]
pub fn kept() -> Vec<String> {
    let mut names = vec![LOOKS[0].name("welcome"), LOOKS[0].name("unlock")];
    names.extend(SHOWN.map(|shown| LOOKS[0].name(shown)));
    for look in &LOOKS[1..] {
        names.extend(["board", "check-in", "occupancy"].map(|shown| look.name(shown)));
    }
    names
}

/// Goes through the sample centre in every language and theme, and takes each picture that there is a place for.
pub async fn pictures(window: &Window, place: impl Fn(&str) -> Option<PathBuf>) {
    let mut guide = Guide {
        window,
        words: Words::of(LOOKS[0].language),
    };
    let open = guide.words.say("welcome-sample-do", &[]);
    window.find("button", &open).await;
    guide.take(place(&LOOKS[0].name("welcome"))).await;
    window.click("button", &open).await;
    guide.press("tour-leave").await;
    for look in LOOKS {
        guide.wear(look).await;
        for shown in SHOWN {
            let Some(path) = place(&look.name(shown)) else {
                continue;
            };
            guide.go_to(shown).await;
            guide.take(Some(path)).await;
            guide.leave(shown).await;
        }
        let Some(path) = place(&look.name("unlock")) else {
            continue;
        };
        guide.press("lock").await;
        window
            .find("textbox", &guide.words.say("unlock-who", &[]))
            .await;
        guide.take(Some(path)).await;
        window
            .fill(&guide.words.say("unlock-who", &[]), sample::MANAGER)
            .await;
        window
            .fill(&guide.words.say("passphrase", &[]), sample::PASSPHRASE)
            .await;
        guide.press("unlock").await;
        guide.press("screen-board").await;
    }
}

/// Leads through the program in whatever language it speaks.
struct Guide<'a> {
    window: &'a Window,
    words: Words,
}

impl Guide<'_> {
    async fn press(&self, word: &str) {
        self.window
            .click("button", &self.words.say(word, &[]))
            .await;
    }

    async fn take(&self, path: Option<PathBuf>) {
        if let Some(path) = path {
            self.window.settled().await;
            self.window.picture(&path).await;
        }
    }

    async fn wear(&mut self, look: Look) {
        self.press("screen-settings").await;
        let language = format!("language-{}", look.language);
        self.window
            .click("radio", &self.words.say(&language, &[]))
            .await;
        self.words = Words::of(look.language);
        let theme = format!("theme-{}", look.theme);
        self.window
            .click("radio", &self.words.say(&theme, &[]))
            .await;
        self.press("screen-board").await;
    }

    async fn go_to(&self, shown: &str) {
        let window = self.window;
        match shown {
            "board" => {
                window
                    .until(
                        "beds",
                        "return document.querySelectorAll('.plan button').length > 20",
                        vec![],
                    )
                    .await
            }
            "person" => self.select("K-214").await,
            "move" => self.with("K-187", 'm').await,
            "discharge" => self.with("K-214", 'd').await,
            "tidy" => self.with("K-187", 'o').await,
            "past" => {
                window.press(&[Char('t')]).await;
                self.says("past-mark").await
            }
            "history" => self.with("K-214", 'h').await,
            "check-in" => self.check_in().await,
            "tape" => {
                self.press("screen-tape").await;
                self.there("[data-bar]").await
            }
            "expected" => {
                self.press("screen-expected").await;
                self.says("screen-expected").await
            }
            "occupancy" => {
                self.press("screen-occupancy").await;
                self.there("main [role=img]").await
            }
            "export" => {
                self.press("screen-occupancy").await;
                self.press("export-open").await;
                self.there("dialog[open] table").await
            }
            "journal" => {
                self.press("screen-journal").await;
                self.there("main li").await
            }
            "settings" => {
                self.press("screen-settings").await;
                self.there("[data-section]").await
            }
            "paper" => {
                window.press(&[Control, Char('p')]).await;
                self.there(".a4 table").await
            }
            "import" => {
                window.press(&[Control, Char('k')]).await;
                self.there("dialog[open] input").await;
                window.type_text(&self.words.say("import-open", &[])).await;
                window
                    .find("option", &self.words.say("import-open", &[]))
                    .await;
                window.press(&[Enter]).await;
                self.says("screen-import").await
            }
            "help" => {
                window.press(&[Char('?')]).await;
                self.says("help-title").await
            }
            "find" => {
                window.press(&[Control, Char('k')]).await;
                self.there("dialog[open] input").await;
                window.type_text("21").await;
                self.there("[role=option]").await
            }
            other => unreachable!("{other} is not shown"),
        };
    }

    /// Back to the board, as it was.
    async fn leave(&self, shown: &str) {
        match shown {
            "find" => self.window.press(&[Escape]).await,
            "help" | "export" => {
                self.window
                    .script(
                        "document.querySelector('dialog[open] header button').click()",
                        vec![],
                    )
                    .await;
            }
            _ => {}
        }
        self.no_dialog().await;
        if shown == "past" {
            self.press("past-close").await;
        }
        self.press("screen-board").await;
        if shown == "check-in" {
            self.window.press(&[Control, Char('z')]).await;
            self.there("dialog[open] button[type=submit]:focus").await;
            self.window.press(&[Enter]).await;
            self.window.find("button", "K-205").await;
            self.no_dialog().await;
        }
        let close = "
            const close = document.querySelector('aside [aria-keyshortcuts=Esc]');
            if (close) close.click();
            return !close;";
        self.window.until("no panel", close, vec![]).await;
    }

    async fn no_dialog(&self) {
        let script = "return !document.querySelector('dialog[open]')";
        self.window.until("no dialog", script, vec![]).await;
    }

    async fn there(&self, selector: &str) -> serde_json::Value {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.window
            .until(selector, script, vec![json!(selector)])
            .await
    }

    async fn says(&self, word: &str) -> serde_json::Value {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.window
            .until(word, script, vec![json!(self.words.say(word, &[]))])
            .await
    }

    async fn select(&self, code: &str) -> serde_json::Value {
        self.window.click("button", code).await;
        self.window.find("heading", code).await;
        json!(true)
    }

    /// Selects somebody and presses the letter of what is to be done.
    async fn with(&self, code: &str, letter: char) -> serde_json::Value {
        self.select(code).await;
        self.window.press(&[Char(letter)]).await;
        let shown = match letter {
            'h' => "main ol li",
            'o' => "aside .ways",
            _ => "aside form, aside .free",
        };
        self.there(shown).await
    }

    /// A family leaves, and another is at the door.
    async fn check_in(&self) -> serde_json::Value {
        self.with("K-205", 'd').await;
        self.there("aside form button[type=submit]").await;
        self.window
            .script(
                "document.querySelector('aside form button[type=submit]').click()",
                vec![],
            )
            .await;
        self.window.gone("button", "K-205").await;
        let sent = "return !document.querySelector('aside form')";
        self.window.until("the form to go", sent, vec![]).await;
        self.window.press(&[Control, Enter]).await;
        self.window
            .find("heading", &self.words.say("checkin-title", &[]))
            .await;
        mother_with_two_children(self.window, &self.words).await;
        json!(true)
    }
}

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
    window.gone("heading", "Discharge K-205").await;

    window.press(&[Control, Enter]).await;
    window.find("heading", "Check in").await;
    mother_with_two_children(window, &Words::of("en")).await;
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
pub async fn mother_with_two_children(window: &Window, words: &Words) {
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
        && !document.body.innerText.includes(arguments[0])",
            vec![json!(words.say("checkin-no-place", &[]))],
        )
        .await;
}
