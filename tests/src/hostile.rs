//! Text as somebody who means harm would type it, or paste it without knowing.

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
