//! Hostile text on paper: on every sheet it is text, in its column, on the screen and in the PDF.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Enter};
use vatra_tests::driver::Window;
use vatra_tests::hostile::{WRONG, ask, corpus};
use vatra_tests::pdf::{read, written};

/// A number of an element, `xMin="12.5"`.
fn number(line: &str, name: &str) -> f64 {
    let rest = line
        .split_once(&format!("{name}=\""))
        .map_or("", |(_, rest)| rest);
    let text = rest.split('"').next().unwrap_or_default();
    text.parse().expect("a number")
}

/// Nothing runs and nothing is linked in the file, and every word lies on its sheet, within its margins.
fn lies_on_its_sheet(file: &Path) -> String {
    assert!(
        !read("pdfinfo", &["-js"], file).contains("harm"),
        "a script"
    );
    assert_eq!(
        read("pdfinfo", &["-url"], file).lines().skip(1).count(),
        0,
        "a link"
    );
    let boxes = read("pdftotext", &["-bbox"], file);
    let (mut width, mut height) = (0.0, 0.0);
    let mut words = 0;
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            (width, height) = (number(line, "width"), number(line, "height"));
        } else if line.starts_with("<word ") {
            words += 1;
            let inside = number(line, "xMin") >= 20.0
                && number(line, "xMax") <= width - 20.0
                && number(line, "yMin") >= 0.0
                && number(line, "yMax") <= height;
            assert!(inside, "outside of {width} by {height}: {line}");
        }
    }
    assert!(words > 20, "{boxes}");
    read("pdftotext", &["-layout"], file)
}

#[tokio::test]
async fn hostile_text_on_paper_stays_text_and_in_its_place() {
    let (home, out) = (
        TempDir::new().expect("a folder"),
        TempDir::new().expect("a folder"),
    );
    let window = Window::open_with(home.path(), &[("VATRA_TEST_FILES", out.path())]).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;
    let hits = ask(&window, "find", json!({ "text": "K-214", "names": false })).await;
    let (stay, who) = (&hits[0]["stay"], &hits[0]["beneficiary"]);
    let board = ask(&window, "board", json!({})).await;
    let rooms = board["rooms"].as_array().into_iter().flatten();
    let beds = rooms.flat_map(|room| room["beds"].as_array().into_iter().flatten());
    let free: Vec<&Value> = beds
        .filter(|bed| bed["people"].as_array().is_some_and(Vec::is_empty))
        .map(|bed| &bed["id"])
        .collect();
    let mut typed = 0;
    let mut took = |answer: Value| typed += i32::from(answer.get("problem").is_none());
    let mut all = corpus();
    all.push("W".repeat(120));
    for text in all {
        let woman = json!({ "sex": "female", "years": 30, "needs": [] });
        let waits = json!({ "label": text, "members": [woman], "urgency": text });
        took(ask(&window, "wait", waits).await);
        let assistance = json!({ "stays": [stay], "kind": "other", "name": text, "day": null });
        took(ask(&window, "assist", assistance).await);
        let extends = json!({ "stays": [stay], "days": 60, "authority": "centre", "reason": text });
        took(ask(&window, "extend", extends).await);
    }
    assert!(typed > 60, "only {typed} texts were taken");
    let closes = json!({ "beds": [free[0]], "from": null, "to": null, "reason": "W".repeat(120) });
    let closed = ask(&window, "close", closes).await;
    assert!(closed.get("problem").is_none(), "{closed}");
    let identity = "<img src=x onerror=window.harm=1>".repeat(2) + &"W".repeat(100);
    let amend = json!({ "stay": stay, "sex": "female", "born": null, "citizenship": null, "needs": [],
        "relation": "head", "ground": null, "decided_by": null, "decided_on": null, "referrer": null,
        "territory": null, "phase": "crisis", "reason": "de completat",
        "identity": { "name": identity, "documents": identity, "notes": identity } });
    let amended = ask(&window, "amend", amend).await;
    assert!(amended.get("problem").is_none(), "{amended}");

    let file = out.path().join("2009-03-02.pdf");
    let sound = async |what: &str| {
        window.settled().await;
        assert_eq!(
            window.script(WRONG, vec![]).await,
            json!([]),
            "{what} on the screen"
        );
    };
    window.press(&[Control, Char('p')]).await;
    window.says("Room 5").await;
    sound("the roll call").await;
    window.click("button", "Save as PDF").await;
    written(&window, &file).await;
    lies_on_its_sheet(&file);
    std::fs::remove_file(&file).expect("gone");

    window.click("radio", "Daily sheet").await;
    window.says("Daily sheet, 2 March 2009").await;
    sound("the daily sheet").await;
    window.click("button", "Save as PDF").await;
    written(&window, &file).await;
    let daily = lies_on_its_sheet(&file);
    assert!(
        daily.contains("<script>window.harm =") && daily.contains("</script>"),
        "{daily}"
    );
    assert!(!daily.contains(['\u{202e}', '\u{1b}']));
    std::fs::remove_file(&file).expect("gone");

    window.click("button", "Board").await;
    window.click("button", "K-214").await;
    window.find("heading", "K-214").await;
    window.press(&[Char('h')]).await;
    window.click("button", "Print the record").await;
    window.says("Record of K-214").await;
    window.click("button", "Add the identity").await;
    window
        .fill(
            "Why do you need to see it? It goes into the journal.",
            "asked for in person",
        )
        .await;
    window.press(&[Enter]).await;
    window.says("onerror=window.harm=1").await;
    sound("the record").await;
    window.click("button", "Save as PDF").await;
    window.fill("Why it leaves", "asked for in person").await;
    window.press(&[Enter]).await;
    written(&window, &file).await;
    let record = lies_on_its_sheet(&file);
    assert!(record.contains("onerror=window"), "{record}");
    let shown = ask(
        &window,
        "show_identity",
        json!({ "beneficiary": who, "reason": "de văzut" }),
    )
    .await;
    assert_eq!(shown["name"], json!(identity));
    sound("afterwards").await;
    window.close().await;
}
