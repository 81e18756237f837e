//! The least that a program with a window can be: what Vatra's own start and memory are measured against.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let app = tauri::Builder::default().setup(|app| {
        WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
            .title("Empty")
            .inner_size(1280.0, 800.0)
            .incognito(true)
            .build()?;
        Ok(())
    });
    if let Err(error) = app.run(tauri::generate_context!("examples/empty/tauri.conf.json")) {
        eprintln!("empty: {error}");
    }
}
