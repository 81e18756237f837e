//! A night's confusion in the real window: an arrival noted in the wrong room, a mother discharged instead of her
//! roommate, a child forgotten. All of it is found in the morning and put right, without help, in few gestures.

use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Enter, Escape};
use vatra_tests::driver::Window;

/// A picture, where somebody wants to look.
async fn look(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("VATRA_PICTURES") {
        window
            .picture(&std::path::Path::new(&folder).join(format!("{name}.png")))
            .await;
    }
}

/// How many gestures something took since the last was counted: few enough, and for whoever looks at the output.
fn took(window: &Window, what: &str, most: usize) {
    let gestures = window.gestures();
    println!("{what:<44} {gestures:>3} gestures");
    assert!(gestures <= most, "{what} took {gestures} gestures");
}

async fn select(window: &Window, code: &str) {
    window.click("button", code).await;
    window.find("heading", code).await;
}

#[tokio::test]
async fn a_night_s_confusion_is_put_right_in_the_morning() {
    let home = TempDir::new().expect("a folder");
    let open = Window::open(home.path()).await;
    let window = &open;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;

    // The night: K-222 is noted in 9-1; she is in 3-4. K-214 is discharged; it was K-205 who left.
    select(window, "K-214").await;
    window.press(&[Char('d')]).await;
    window.find("heading", "Discharge K-214").await;
    window.click("button", "Discharge 3 people").await;
    window.says("20 of 24 places").await;
    window.gone("heading", "Discharge K-214").await;

    took(window, "the night: discharged by mistake", 4);

    // The morning. The wrong room: the pencil beside the bed, the bed, why, done.
    select(window, "K-222").await;
    window.click("button", "Correct bed 9-1").await;
    window.find("heading", "Bed of K-222 was noted wrong").await;
    window.pick("The bed it was", "3-4, single").await;
    window
        .fill("Why it was wrong", "the night book says 3-4")
        .await;
    window.click("button", "Put right").await;
    window.find("button", "K-222, woman, bed 3-4").await;
    window.says("put right").await;
    took(window, "the wrong room put right", 5);
    look(window, "formerly").await;

    // The mother who never left: found by code, the pencil beside the discharge, "did not leave".
    window.press(&[Control, Char('k')]).await;
    window.type_text("214").await;
    window.find("option", "K-214").await;
    window.press(&[Enter]).await;
    window.find("heading", "K-214").await;
    window.click("button", "Correct the discharge").await;
    window
        .find("heading", "Discharge of K-214 was noted wrong")
        .await;
    window.click("radio", "Did not leave").await;
    look(window, "remained").await;
    for child in ["K-215", "K-216"] {
        assert!(
            window.has("checkbox", child).await,
            "{child} comes back with her"
        );
    }
    window.fill("Why it was wrong", "it was her roommate").await;
    window.click("button", "Put right").await;
    window.says("23 of 24 places").await;
    window.find("button", "K-214, woman, bed 5-1").await;
    took(window, "the mother who never left, with her children", 7);

    // Who did leave, at the time at which she left: the alternative stands beside it.
    select(window, "K-205").await;
    window.press(&[Char('d')]).await;
    window.find("heading", "Discharge K-205").await;
    window.click("button", "Discharge 3 people").await;
    window.says("20 of 24 places").await;
    window.gone("heading", "Discharge K-205").await;
    took(window, "who did leave", 3);

    // The forgotten child: from her mother's panel, with the time at which they came.
    select(window, "K-222").await;
    window
        .click("button", "Another of the party has come")
        .await;
    window.says("They join the party of K-222").await;
    took(window, "the forgotten child, up to its bed", 2);
    window.press(&[Escape]).await;

    // What is planned, and the bed held for afterwards, from the same panel.
    select(window, "K-168").await;
    window.press(&[Char('l')]).await;
    window.find("heading", "K-168 is expected to leave").await;
    window.fill("Time", "18:00").await;
    window.fill("Date", "02.03.2009").await;
    look(window, "plan").await;
    window.click("button", "Note").await;
    window.says("1 leaves today").await;
    window.gone("heading", "K-168 is expected to leave").await;
    window.find("button", "K-168, woman, bed 1-1").await;
    look(window, "leaves-today").await;
    window.press(&[Char('l')]).await;
    window.click("button", "Hold the bed after that").await;
    window
        .fill("Who, without names", "woman sent by the hotline")
        .await;
    look(window, "hold-after").await;
    window.click("button", "Hold places").await;
    window.says("1 expected arrival").await;
    window.press(&[Escape]).await;
    window.click("button", "Tape chart").await;
    window.find("button", "K-168, bed 1-1, since").await;
    look(window, "tape").await;
    open.close().await;
}
