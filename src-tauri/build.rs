//! Tells Tauri which commands the page may call at all; roles are the session's business.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call", "print_page"]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
