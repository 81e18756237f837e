//! Text as somebody who means harm would type it, or paste it without knowing, and what it must not do to a page.

use serde_json::{Value, json};

use crate::driver::Window;

/// Markup, script, signs that can't be seen, signs that turn the direction of writing, towers of accents, very
/// long words, and what other programs take for commands.
#[must_use]
pub fn corpus() -> Vec<String> {
    let mut all: Vec<String> = [
        "<script>window.harm = 1</script>",
        "<img src=x onerror=\"window.harm = 1\">",
        "<img src=\"https://example.org/seen.png\">",
        "\"><svg onload=window.harm=1>",
        "<iframe src=\"javascript:window.harm=1\"></iframe>",
        "<style>* { display: none }</style>",
        "javascript:window.harm=1",
        "{{constructor.constructor('window.harm=1')()}}",
        "${window.harm=1}",
        "{ $who } { -term }",
        "'; DROP TABLE stay; --",
        "%s%n%x",
        "=HYPERLINK(\"https://example.org\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "\u{ff1d}1+1",
        "../../../../etc/passwd",
        "user\u{202e}gnp.exe\u{2066}\u{2069}",
        "a\0b\u{1}c\u{1b}[2Jd\u{7f}\u{9b}",
        "\u{feff}\u{200b}\u{2060}\u{ad}",
        "one\r\ntwo\u{2028}three\u{85}four\tfive",
        "مرحبا بالعالم",
        "שלום עולם",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦🏳\u{fe0f}\u{200d}🌈🇲🇩",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u{1d173} \u{e0041}\u{ffff}",
        "Ștefăniță Țăruș «Ёлка» №",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    all.push(format!("H{}rm", "\u{0300}\u{0317}\u{0489}".repeat(60)));
    all.push("W".repeat(300));
    all.push(format!("{} {}", "long".repeat(40), "words ".repeat(60)));
    all
}

/// Carries out a command through the page's own bridge, as whoever sits at the window could.
pub async fn ask(window: &Window, command: &str, request: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('call', {{ name: {}, request: {request} }})
           .then((answer) => done(answer ?? true), (problem) => done({{ problem }}));",
        json!(command)
    );
    window.script_async(&script).await
}

/// What is wrong with the page as it stands: something ran, something was asked for, something sticks out.
pub const WRONG: &str = r"
    const wrong = [];
    if ('harm' in window) wrong.push('a script ran');
    if (document.querySelector('img, iframe, object, embed, script:not([src]), style:not([data-vite-dev-id]) + img')) wrong.push('markup was taken for markup');
    for (const entry of performance.getEntriesByType('resource')) {
      if (!/^(tauri|ipc):|^https?:\/\/(tauri|ipc)\.localhost/u.test(entry.name)) wrong.push('asked for ' + entry.name.slice(0, 60));
    }
    if (document.title !== 'Vatra') wrong.push('the title says ' + document.title);
    const page = document.scrollingElement;
    if (page.scrollWidth > window.innerWidth) wrong.push('the page scrolls sideways');
    for (const box of document.querySelectorAll('main *, dialog[open] *')) {
      const style = getComputedStyle(box);
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
        if (box.scrollWidth > box.clientWidth + 1 && !box.matches('.scroller, .chart, [data-wide]')) wrong.push(box.className + ' scrolls sideways');
      }
      const place = box.getBoundingClientRect();
      if (place.width > 0 && place.right > window.innerWidth + 1 && !box.closest('.scroller, .chart, [data-wide], .sr')) wrong.push(box.tagName + '.' + box.className + ' sticks out');
    }
    return wrong.slice(0, 5);";
