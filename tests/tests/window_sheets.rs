//! A register taken over and tables saved, in the real window. Set `VATRA_PICTURES` to keep pictures of each step.

use std::path::PathBuf;

use tempfile::TempDir;
use vatra_tests::driver::Key::{Char, Control, Enter};
use vatra_tests::driver::{Window, files};

const REGISTER: &str = "\
REGISTRUL BENEFICIARILOR;;;;;;;
Nr. crt.;Numele, prenumele;Vârsta;Sex;Familia;Data intrării;Data ieșirii;Cam.
1;Rusu Ana;34 ani;F;fam. 1;02.11.2008;20.12.2008;6
2;Rusu Ion;7;b;fam. 1;02.11.2008;20.12.2008;6
3;Popa Maria;41;ж;;3/1/2009, ora 23.40;12 ianuarie 2009;cam. 3
4;Munteanu Olga;22;f;;ieri 23:40;;
5;Lungu Elena;29;f;;05.11.2008;01.11.2008;2-1
";

async fn picture(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("VATRA_PICTURES") {
        window.picture(&PathBuf::from(folder).join(name)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_is_taken_over_and_tables_are_saved() {
    let home = TempDir::new().expect("a folder");
    let outside = files(home.path());
    std::fs::create_dir_all(&outside).expect("a folder");
    // What the dialog would have named; it is read by what it holds.
    std::fs::write(outside.join("vatra.xlsx"), REGISTER).expect("a file");
    let window = Window::open(home.path()).await;
    window.click("button", "Open the sample centre").await;
    window.says("23 of 24 places").await;

    // By keyboard alone to the screen.
    window.press(&[Control, Char('k')]).await;
    window.type_text("register").await;
    window.find("option", "Import a register").await;
    window.press(&[Enter]).await;
    window.find("heading", "Import of a register").await;
    picture(&window, "import-empty.png").await;
    window.click("button", "Choose a file").await;
    window.says("4 rows can't be taken as they are").await;
    window.says("From: “ieri 23:40” can't be read.").await;
    picture(&window, "import-wrong.png").await;
    window.click("checkbox", "Leave out the rows").await;
    window.says("4 rows are left out").await;
    picture(&window, "import-ready.png").await;
    window.click("button", "Take over 1 stay").await;
    window.says("1 person taken over from the register").await;
    window.click("button", "Journal").await;
    window.says("1 person taken over from the register").await;

    window.click("button", "Occupancy").await;
    window.click("button", "Export").await;
    window.find("dialog", "Export").await;
    window.says("cells are hidden").await;
    picture(&window, "export-figures.png").await;
    window.fill("Why it leaves", "report to the ministry").await;
    window.click("button", "Choose a place and save").await;
    window
        .says("Saved: vatra figures 2009-02-01 2009-02-28.xlsx")
        .await;
    let saved = outside.join("vatra figures 2009-02-01 2009-02-28.xlsx");
    let book = std::fs::read(saved).expect("the file");
    assert!(!vatra_sheets::read(&book).expect("a workbook").is_empty());
    picture(&window, "export-saved.png").await;
    window.close().await;
}
