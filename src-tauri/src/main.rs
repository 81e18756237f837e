//! The window around the session.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod print;
mod system;

use std::path::{Path, PathBuf};
use std::time::Duration;

use tauri::webview::Color;
use tauri::{AppHandle, Manager, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use vatra::answers::Nothing;
use vatra::commands;
use vatra::files::{self, ChooseFile};
use vatra::problem::Problem;
use vatra::session::Session;

fn main() {
    #[cfg(target_os = "linux")]
    gentle_on_graphics();
    system::no_dumps();
    // A panic's message may quote what was typed: only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()));
        eprintln!("vatra: internal error at {}", place.unwrap_or_default());
    }));
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![call, painted, print_page])
        .setup(|app| {
            let folder = folder(app.handle())?;
            let page = page_folder(&folder);
            let session = Session::new(folder, Box::new(|| chrono::Utc::now().into()));
            app.manage(session.choosing(Box::new(choose)));
            open_window(app.handle(), page)?;
            system::lock_with_the_system(app.handle());
            Ok(())
        });
    match app.build(tauri::generate_context!()) {
        // Locking at the end makes the day's backup and drops the key.
        Ok(app) => app.run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                let _ = app.state::<Session>().lock(Nothing {});
            }
        }),
        Err(error) => {
            eprintln!("vatra: {error}");
            std::process::exit(1);
        }
    }
}

/// Carries out a command for whoever is signed in.
#[tauri::command(async)]
fn call(
    session: State<'_, Session>,
    name: &str,
    request: serde_json::Value,
) -> Result<serde_json::Value, Problem> {
    commands::call(&session, name, request)
}

/// Asks for a file. No driver can reach a dialog of the system: for a test the folder that it names stands in.
fn choose(ask: &ChooseFile) -> Option<PathBuf> {
    match std::env::var_os("VATRA_TEST_FILES").filter(|_| automated()) {
        Some(folder) => Some(PathBuf::from(folder).join(files::proposed(ask))),
        None => files::dialog(ask),
    }
}

/// The page has drawn itself: now there is something to see.
#[tauri::command(async)]
fn painted(window: WebviewWindow) {
    let _ = window.show();
}

/// Prints the page as it stands, with the dialog of the system or into a file: once for each sheet that the
/// journal has noted. False where the dialog was closed.
#[tauri::command(async)]
fn print_page(
    window: WebviewWindow,
    session: State<'_, Session>,
    path: Option<PathBuf>,
) -> Result<bool, Problem> {
    session.go_out()?;
    Ok(print::print(&window, path)?)
}

/// Where everything lives: `VATRA_HOME`, otherwise the platform's folder for data.
fn folder(app: &AppHandle) -> Result<PathBuf, tauri::Error> {
    match std::env::var_os("VATRA_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => Ok(folder.into()),
        None => app.path().app_local_data_dir(),
    }
}

/// The web view keeps nothing of the page, but what it leaves of its own (empty stores and their salts)
/// belongs into the one folder too. Where that can't be written, the window must still open to say so.
fn page_folder(folder: &Path) -> PathBuf {
    let page = folder.join("page");
    let trial = page.join("trial");
    let writable = std::fs::create_dir_all(&page)
        .and_then(|()| std::fs::write(&trial, []))
        .is_ok();
    if writable {
        let _ = std::fs::remove_file(trial);
        return page;
    }
    std::env::temp_dir().join("vatra-page")
}

fn open_window(app: &AppHandle, page: PathBuf) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Vatra")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .visible(false)
        // Windows leaves the window out of pictures of the screen; elsewhere nothing comes of it.
        .content_protected(true)
        .background_color(Color(0xf7, 0xf3, 0xeb, 0xff))
        .data_directory(page)
        .incognito(!automated())
        .devtools(cfg!(debug_assertions))
        .on_navigation(|url| {
            // The page's own address on each platform; there is nowhere else to go.
            url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
        })
        .build()?;
    // A page that can't draw itself must not leave a program without a window.
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(5));
        let _ = window.show();
    });
    Ok(())
}

/// Whether a test drives the window. WebKit hands only an ordinary page to a driver, so that this one
/// keeps nothing on the disk has to give way there; a released program never gives way.
fn automated() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Some graphics drivers show an empty window with the faster way of drawing.
#[cfg(target_os = "linux")]
fn gentle_on_graphics() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    // The environment may only be changed before there are threads; starting anew with it is the way
    // that needs no unsafe code.
    use std::os::unix::process::CommandExt;
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let _ = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(VARIABLE, "1")
        .exec();
}
