//! Paper in the real window: sheets are written as PDF by the web view and read back with other programs.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Enter, Escape};
use vatra_tests::driver::Window;
use vatra_tests::pdf::{read, written};

/// What stands on the buttons in one language, and on the sheets.
struct Words {
    language: &'static str,
    settings: &'static str,
    save: &'static str,
    daily: &'static str,
    report: &'static str,
    year: &'static str,
    why: &'static str,
    roll_says: &'static [&'static str],
    daily_says: &'static [&'static str],
    report_says: &'static [&'static str],
}

const LANGUAGES: [Words; 3] = [
    Words {
        language: "English",
        settings: "Settings",
        save: "Save as PDF",
        daily: "Daily sheet",
        report: "Report",
        year: "Year",
        why: "Why it leaves",
        roll_says: &["Roll call", "Room 5", "K-214", "page 1 of 1"],
        daily_says: &[
            "Daily sheet, 2 March 2009",
            "23 of 24 places taken",
            "To be seen to",
        ],
        report_says: &[
            "Annual report: 2009",
            "Whom it served",
            "Bed-days",
            "page 2 of",
            "Manager of the centre",
        ],
    },
    Words {
        language: "Română",
        settings: "Setări",
        save: "Salvează ca PDF",
        daily: "Foaia zilei",
        report: "Raport",
        year: "An",
        why: "De ce iese din centru",
        roll_says: &["Lista de apel", "Camera 5", "K-214", "pagina 1 din 1"],
        daily_says: &[
            "Foaia zilei, 2 martie 2009",
            "De rezolvat",
            "Lista de așteptare",
        ],
        report_says: &[
            "Raport anual: 2009",
            "Centrul de Asistență și Protecție, Chișinău",
            "pagina 2 din",
        ],
    },
    Words {
        language: "Русский",
        settings: "Настройки",
        save: "Сохранить как PDF",
        daily: "Лист дня",
        report: "Отчёт",
        year: "Год",
        why: "Зачем это выходит из центра",
        roll_says: &["Перекличка", "Комната 5", "K-214", "страница 1 из 1"],
        daily_says: &["Лист дня, 2 марта 2009", "Лист ожидания"],
        report_says: &[
            "Годовой отчёт: 2009",
            "Центр помощи и защиты, Кишинёв",
            "страница 2 из",
        ],
    },
];

/// A sheet as other programs see it: A4 on every page, letters embedded and selectable, and what it says.
fn is_sound(file: &Path, says: &[&str]) -> String {
    let info = read("pdfinfo", &[], file);
    let pages: usize = (info.lines())
        .find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
        .expect("a number of pages");
    let sizes = read("pdfinfo", &["-f", "1", "-l", "99"], file);
    let a4 = sizes
        .lines()
        .filter(|line| line.contains("size:") && line.contains("(A4)"));
    assert_eq!(a4.count(), pages, "{sizes}");
    let fonts = read("pdffonts", &[], file);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        assert!(font.contains("Inter"), "{font}");
        let marks: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        assert_eq!(marks[4], "yes", "embedded: {font}");
    }
    let text = read("pdftotext", &["-layout"], file);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for one in says {
        assert!(flat.contains(one), "“{one}” in {flat}");
    }
    assert!(!text.contains('\u{fffd}') && !text.contains(['ş', 'ţ']));
    assert_eq!(text.matches('\u{c}').count(), pages, "a page is a page");
    flat
}

/// The sample centre's board, and the folder into which sheets are saved.
async fn sample() -> (TempDir, TempDir, Window) {
    let folder = || TempDir::new().expect("a folder");
    let (home, out) = (folder(), folder());
    let window = Window::open_with(home.path(), &[("VATRA_TEST_FILES", out.path())]).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    (home, out, window)
}

/// Waits until a sheet is saved and the window says so.
async fn saved(window: &Window, path: &Path) {
    written(window, path).await;
    let name = path.file_name().and_then(|name| name.to_str());
    window.says(name.expect("a name")).await;
    // The screen is as it was before.
    let top = "return document.documentElement.scrollTop === 0 && document.body.scrollTop === 0";
    window.until("the top of the screen", top, vec![]).await;
}

async fn journal(window: &Window) -> Vec<Value> {
    let script = "
        const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('call', { name: 'journal', request: { before: null, most: 20 } })
            .then((page) => done(page.entries), (problem) => done([problem]));";
    window
        .script_async(script)
        .await
        .as_array()
        .cloned()
        .unwrap_or_default()
}

#[tokio::test]
async fn sheets_are_written_as_pdf_in_three_languages_and_read_back() {
    let (_home, out, window) = sample().await;
    let pictures: Option<PathBuf> = std::env::var_os("VATRA_PAPER").map(PathBuf::from);
    let keep = |from: &Path, name: &str| {
        if let Some(folder) = &pictures {
            std::fs::create_dir_all(folder).expect("a folder");
            std::fs::copy(from, folder.join(name)).expect("a copy");
        }
    };
    for (at, words) in LANGUAGES.iter().enumerate() {
        let settings = if at == 0 {
            "Settings"
        } else {
            LANGUAGES[at - 1].settings
        };
        window.click("button", settings).await;
        window.click("radio", words.language).await;
        window.find("button", words.settings).await;

        let started = Instant::now();
        window.press(&[Control, Char('p')]).await;
        window.says(words.roll_says[1]).await;
        println!("roll call on the screen after {:?}", started.elapsed());
        window.click("button", words.save).await;
        let file = out.path().join("2009-03-02.pdf");
        saved(&window, &file).await;
        keep(&file, &format!("roll-{at}.pdf"));
        let roll = is_sound(&file, words.roll_says);
        assert_eq!(roll.matches("K-").count(), 23, "everybody is on it: {roll}");
        std::fs::remove_file(&file).expect("gone");

        window.click("radio", words.daily).await;
        window.says(words.daily_says[0]).await;
        window.click("button", words.save).await;
        saved(&window, &file).await;
        keep(&file, &format!("daily-{at}.pdf"));
        is_sound(&file, words.daily_says);
        std::fs::remove_file(&file).expect("gone");

        window.click("radio", words.report).await;
        window.click("radio", words.year).await;
        window.says(words.report_says[0]).await;
        window.click("button", words.save).await;
        window.fill(words.why, "raport către minister").await;
        let in_dialog = "
            const all = Array.from(document.querySelectorAll('dialog button'));
            all.find((one) => one.innerText.trim().startsWith(arguments[0])).click(); return true;";
        window.script(in_dialog, vec![json!(words.save)]).await;
        let file = out.path().join("2009.pdf");
        saved(&window, &file).await;
        keep(&file, &format!("year-{at}.pdf"));
        let text = is_sound(&file, words.report_says);
        assert!(!text.contains("K-"), "no code leaves: {text}");
        // The stamp is the end of the journal that noted it, on every page.
        let last = journal(&window).await.swap_remove(0);
        assert_eq!(last["action_kind"], "export");
        assert!(
            last["reason"]
                .as_str()
                .is_some_and(|why| why.ends_with("raport către minister"))
        );
        let seq = last["seq"].as_i64().expect("a number");
        let pages = text.matches(&format!(" {seq}, ")).count();
        assert!(pages >= 3, "action {seq} at the foot of each page: {text}");
        std::fs::remove_file(&file).expect("gone");
        if let Some(folder) = &pictures {
            window
                .picture(&folder.join(format!("screen-{at}.png")))
                .await;
        }
        window.press(&[Escape]).await;
    }
    window.close().await;
}

/// Where a code stands on a sheet, in points.
fn place_of(file: &Path, code: &str) -> String {
    let words = read("pdftotext", &["-bbox"], file);
    let found = words.lines().find(|line| line.contains(code));
    found.expect("the code").trim().to_owned()
}

#[tokio::test]
async fn paper_is_the_same_however_large_the_screen_shows_it() {
    let (_home, out, window) = sample().await;
    window.press(&[Control, Char('p')]).await;
    let file = out.path().join("2009-03-02.pdf");
    let mut places = Vec::new();
    let usual = window.script("return innerWidth", vec![]).await;
    for larger in [false, true] {
        if larger {
            for _ in 0..3 {
                window.press(&[Control, Char('+')]).await;
            }
            let half = "return innerWidth === Math.round(arguments[0] / 2)";
            window
                .until("twice the size", half, vec![usual.clone()])
                .await;
        }
        window.says("Room 5").await;
        // The driver's mouse doesn't know of a larger page.
        let press = "
            const all = Array.from(document.querySelectorAll('button'));
            all.find((one) => one.innerText.trim().startsWith('Save as PDF')).click(); return true;";
        window.script(press, vec![]).await;
        saved(&window, &file).await;
        is_sound(&file, LANGUAGES[0].roll_says);
        places.push(["K-214", "K-198"].map(|code| place_of(&file, code)));
        std::fs::remove_file(&file).expect("gone");
    }
    assert_eq!(places[0], places[1]);
    window.close().await;
}

#[tokio::test]
async fn a_persons_own_record_holds_nobody_else() {
    let (_home, out, window) = sample().await;
    window.click("button", "K-214").await;
    window.find("heading", "K-214").await;
    window.press(&[Char('h')]).await;
    window.click("button", "Print the record").await;
    window.says("Record of K-214").await;
    window.click("button", "Save as PDF").await;
    window.fill("Why it leaves", "asked for in person").await;
    window.press(&[Enter]).await;
    let file = out.path().join("2009-03-02.pdf");
    saved(&window, &file).await;
    if let Some(folder) = std::env::var_os("VATRA_PAPER").map(PathBuf::from) {
        std::fs::copy(&file, folder.join("record.pdf")).expect("a copy");
        window.picture(&folder.join("screen-record.png")).await;
    }
    let text = is_sound(
        &file,
        &[
            "Record of K-214",
            "Arrived",
            "Beds",
            "It says nothing of anybody else",
        ],
    );
    let others = text.replace("K-214", "");
    assert!(!others.contains("K-"), "{text}");
    let last = journal(&window).await.swap_remove(0);
    assert_eq!(
        (&last["action_kind"], &last["codes"]),
        (&json!("export"), &json!(["K-214"]))
    );
    window.close().await;
}

#[tokio::test]
async fn nothing_is_printed_that_the_journal_has_not_noted() {
    let (_home, out, window) = sample().await;
    let path = out.path().join("unnoted.pdf");
    let script = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('print_page', {{ path: {} }}).then(() => done('printed'), (no) => done(no.kind));",
        json!(path)
    );
    assert_eq!(window.script_async(&script).await, json!("failed"));
    assert!(!path.exists());
    window.close().await;
}
