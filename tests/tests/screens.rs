//! Every screen in the real window, in every theme and at the sizes it must bear: axe finds nothing, contrast
//! is enough, whatever is clicked is large enough, and nothing scrolls sideways, nor the page as a whole.

use std::path::Path;

use serde_json::json;
use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Enter, Escape};
use vatra_tests::driver::Window;

/// The themes as the settings name them.
const THEMES: [&str; 3] = ["Light", "Dark", "High contrast"];

/// Runs axe on what is shown, by the rules of WCAG 2.2 AA and the advice beyond it. Its experiment with labels
/// is left out: a tile is read as a sentence that begins with the code, and shows it in signs.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    window.axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: false } }, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap((one) =>
            one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`))),
        (error) => done([String(error)]));";

/// What scrolls sideways, and a page that is taller than its window; the plan of the house and the tape chart are drawings, and may on a very small window.
const SIDEWAYS: &str = "
    const [drawings] = arguments;
    const wide = (e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0;
    const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const all = Array.from(document.querySelectorAll('body *'))
        .filter((e) => wide(e) && scrolls(e) && !e.matches('input, select, textarea'))
        .filter((e) => !(drawings && e.querySelector('.plan, svg[role=group], table')));
    const page = document.scrollingElement;
    const beyond = Array.from(document.querySelectorAll('main button, main input, main select, main h1'))
        .filter((e) => !e.closest('.sr') && !e.matches('.sr') && !(drawings && e.closest('.plan, svg, .a4')))
        .filter((e) => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.right > innerWidth + 1 || r.left < -1); });
    const down = page.scrollHeight > innerHeight ? ['the page itself can be scrolled down'] : [];
    return [...(page.scrollWidth > innerWidth ? [page] : []), ...all, ...beyond]
        .map((e) => `${e.tagName} ${e.className} ${(e.innerText || '').slice(0, 40)}`).concat(down);";

/// Words of ours that are broken in the middle: their lines are fewer where only typed words may be broken.
const BROKEN: &str = "
    const all = Array.from(document.querySelectorAll('body *')).filter((e) => Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim()));
    const before = all.map((e) => e.getBoundingClientRect().height);
    document.body.style.overflowWrap = 'normal';
    const broken = all.filter((e, at) => e.getBoundingClientRect().height < before[at] - 1);
    document.body.style.overflowWrap = '';
    return broken.map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`);";

/// Closes what is open in the panel.
const CLOSE: &str = "document.querySelector('aside [aria-keyshortcuts=Esc]').click()";

/// The screens of the rail, by their names.
const RAIL: &str = "
    return Array.from(document.querySelectorAll('nav button'))
        .filter((e) => !e.closest('.foot, main')).map((e) => e.innerText.trim());";

/// The sections of the settings, by their names.
const SECTIONS: &str = "
    return Array.from(document.querySelectorAll('main nav button')).map((e) => e.innerText.trim());";

async fn axe(window: &Window, place: &str, found: &mut Vec<String>) {
    window.settled().await;
    let answer = window.script_async(AXE).await;
    for one in answer.as_array().into_iter().flatten() {
        found.push(format!("{place}: {}", one.as_str().unwrap_or_default()));
    }
}

async fn sideways(window: &Window, place: &str, drawings: bool, found: &mut Vec<String>) {
    window.settled().await;
    let answer = window.script(SIDEWAYS, vec![json!(drawings)]).await;
    for one in answer.as_array().into_iter().flatten() {
        found.push(format!(
            "{place} scrolls where it must not: {}",
            one.as_str().unwrap_or_default()
        ));
    }
    let answer = window.script(BROKEN, vec![]).await;
    for one in answer.as_array().into_iter().flatten() {
        let one = one.as_str().unwrap_or_default();
        found.push(format!("{place} breaks a word: {one}"));
    }
}

async fn rail(window: &Window) -> Vec<String> {
    let names = window.script(RAIL, vec![]).await;
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    assert!(names.len() >= 7, "the rail has its screens: {names:?}");
    names
}

async fn sections(window: &Window) -> Vec<String> {
    let names = window.script(SECTIONS, vec![]).await;
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    assert!(
        names.len() >= 5,
        "the settings have their sections: {names:?}"
    );
    names
}

/// Shows the roll call as it will be on paper.
async fn on_paper(window: &Window) {
    window.press(&[Control, Char('p')]).await;
    let drawn = "return document.querySelector('.a4 table') !== null";
    window.until("a sheet", drawn, vec![]).await;
}

async fn load_axe(window: &Window) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(path).expect("axe-core (npm ci in ui)");
    window.script(&axe, vec![]).await;
    window
        .until("axe", "return typeof window.axe === 'object'", vec![])
        .await;
}

async fn sample() -> (Window, TempDir) {
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    window.find("button", "Open the sample centre").await;
    (window, home)
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_and_in_any_theme() {
    let (window, _home) = sample().await;
    load_axe(&window).await;
    let mut found = Vec::new();
    axe(&window, "welcome", &mut found).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    for theme in THEMES {
        window.click("button", "Settings").await;
        window.click("radio", theme).await;
        for name in rail(&window).await {
            window.click("button", &name).await;
            axe(&window, &format!("{theme}, {name}"), &mut found).await;
        }
        for name in sections(&window).await {
            window.click("button", &name).await;
            axe(&window, &format!("{theme}, settings, {name}"), &mut found).await;
        }
        window.click("button", "Board").await;
        window.click("button", "K-214").await;
        window.find("heading", "K-214").await;
        axe(&window, &format!("{theme}, somebody"), &mut found).await;
        let forms = [
            ('m', "move"),
            ('a', "absence"),
            ('e', "extend"),
            ('d', "discharge"),
            ('c', "change"),
            ('s', "assist"),
        ];
        for (letter, name) in forms {
            window.press(&[Char(letter)]).await;
            axe(&window, &format!("{theme}, {name}"), &mut found).await;
            // Esc three times quickly would hide everything.
            window.script(CLOSE, vec![]).await;
        }
        window.press(&[Char('o')]).await;
        window.find("heading", "Tidy up").await;
        axe(&window, &format!("{theme}, tidying up"), &mut found).await;
        window.script(CLOSE, vec![]).await;
        window.click("button", "K-214").await;
        window.find("heading", "K-214").await;
        window.press(&[Char('h')]).await;
        window.says("actions made it so").await;
        axe(
            &window,
            &format!("{theme}, history of a person"),
            &mut found,
        )
        .await;
        window.click("button", "Board").await;
        window.press(&[Char('t')]).await;
        window.says("The past: to be looked at, not changed").await;
        axe(&window, &format!("{theme}, the past"), &mut found).await;
        window.click("button", "Back to now").await;
        on_paper(&window).await;
        axe(&window, &format!("{theme}, on paper"), &mut found).await;
        // Esc three times quickly would hide everything.
        window.click("button", "Board").await;
        window.press(&[Control, Char('k')]).await;
        axe(&window, &format!("{theme}, finding"), &mut found).await;
        window.press(&[Escape]).await;
        window.press(&[Char('?')]).await;
        axe(&window, &format!("{theme}, keys"), &mut found).await;
        window.press(&[Escape]).await;
        window.click("button", "Check-in").await;
        window.type_text("27").await;
        window.press(&[Enter]).await;
        window.type_text("5").await;
        axe(&window, &format!("{theme}, check-in of two"), &mut found).await;
        window.click("button", "Board").await;
    }
    window.close().await;
    assert!(
        found.is_empty(),
        "{} found:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[tokio::test]
async fn nothing_scrolls_sideways_in_any_language() {
    let (window, _home) = sample().await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    let mut found = Vec::new();
    for (language, settings) in [
        ("English", "Settings"),
        ("Русский", "Настройки"),
        ("Română", "Setări"),
    ] {
        let last = rail(&window).await.last().cloned().unwrap_or_default();
        window.click("button", &last).await;
        window.click("radio", language).await;
        window.says(settings).await;
        // The second is a page of 1280 by 960 at 200 %.
        for (width, height) in [(1024, 700), (640, 480)] {
            window.resize(width, height).await;
            let screens = rail(&window).await;
            window.click("button", &screens[1]).await;
            window.type_text("27").await;
            window.press(&[Enter]).await;
            window.type_text("5").await;
            let place = format!("{language}, {width}, a check-in of two");
            sideways(&window, &place, width < 1000, &mut found).await;
            window.click("button", &screens[0]).await;
            window.press(&[Control, Char('k')]).await;
            window.type_text("214").await;
            window.find("option", "K-214").await;
            window.press(&[Enter]).await;
            window.find("heading", "K-214").await;
            for letter in ['m', 'a', 'e', 'd', 'c', 's', 'l'] {
                let place = format!("{language}, {width}, the panel before {letter}");
                sideways(&window, &place, width < 1000, &mut found).await;
                window.press(&[Char(letter)]).await;
                let place = format!("{language}, {width}, {letter}");
                sideways(&window, &place, width < 1000, &mut found).await;
                window.script(CLOSE, vec![]).await;
            }
            for name in rail(&window).await {
                window.click("button", &name).await;
                sideways(
                    &window,
                    &format!("{language}, {width}, {name}"),
                    width < 1000,
                    &mut found,
                )
                .await;
            }
            on_paper(&window).await;
            sideways(
                &window,
                &format!("{language}, {width}, on paper"),
                width < 1000,
                &mut found,
            )
            .await;
            window.press(&[Escape]).await;
            for name in sections(&window).await {
                window.click("button", &name).await;
                sideways(
                    &window,
                    &format!("{language}, {width}, settings, {name}"),
                    width < 1000,
                    &mut found,
                )
                .await;
            }
        }
        window.resize(1280, 800).await;
    }
    window.close().await;
    assert!(
        found.is_empty(),
        "{} found:\n{}",
        found.len(),
        found.join("\n")
    );
}
