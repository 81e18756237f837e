//! The window around the session.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod print;
mod system;

use std::path::{Path, PathBuf};

use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Response;
use tauri::webview::Color;
use tauri::{AppHandle, Manager, State, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use vatra::answers::{Nothing, Theme};
use vatra::commands;
use vatra::files::{self, ChooseFile};
use vatra::problem::{Failure, Problem};
use vatra::session::Session;

/// The page's `--paper` in each theme.
const PAPER: Color = Color(0xf7, 0xf3, 0xeb, 0xff);
const DARK_PAPER: Color = Color(0x19, 0x17, 0x13, 0xff);
const WHITE: Color = Color(0xff, 0xff, 0xff, 0xff);
/// Whatever of the page asks for something outside is sent here, where nobody listens: a link that is clicked to be
/// downloaded, or one that asks for a connection ahead, is held back by no policy of the page.
const NOWHERE: &str = "http://127.0.0.1:9";

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
        .invoke_handler(tauri::generate_handler![call, print_page])
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

/// Carries out a command for whoever is signed in, on a thread of its own: one that takes long must not keep
/// another from being asked how far it is.
#[tauri::command]
async fn call(
    app: AppHandle,
    name: String,
    request: serde_json::Value,
) -> Result<Response, Problem> {
    let dresses = name == "set_look";
    let asked = app.clone();
    let answer =
        spawn_blocking(move || commands::call(&asked.state::<Session>(), &name, request)).await;
    spawn_blocking(move || {
        if dresses {
            zoom(&app);
        }
        app.state::<Session>().tend();
    });
    answer
        .unwrap_or_else(|_| Err(Failure::System.into()))
        .map(Response::new)
}

/// Asks for a file. No driver can reach a dialog of the system: for a test the folder that it names stands in.
fn choose(ask: &ChooseFile) -> Option<PathBuf> {
    match std::env::var_os("VATRA_TEST_FILES").filter(|_| automated()) {
        Some(folder) => Some(PathBuf::from(folder).join(files::proposed(ask))),
        None => files::dialog(ask),
    }
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
    // The first screen needs no question: it is there when the page is read.
    let status = app.state::<Session>().status(Nothing {}).ok();
    let theme = status.as_ref().map(|status| status.theme);
    let status = serde_json::to_string(&status)?;
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Vatra")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .visible(false)
        // Windows leaves the window out of pictures of the screen; elsewhere nothing comes of it.
        .content_protected(true)
        .data_directory(page)
        .incognito(!automated())
        .devtools(cfg!(debug_assertions))
        .proxy_url(Url::parse(NOWHERE).map_err(tauri::Error::InvalidUrl)?)
        .on_download(|_, _| false)
        .initialization_script(format!("globalThis.vatraOpened = {status};"))
        .on_navigation(|url| {
            // The page's own address on each platform; there is nowhere else to go.
            url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
        })
        .build()?;
    // Shown at once, in the colour of the page: while the window comes up, the page is read.
    let paper = match theme.unwrap_or_default() {
        Theme::System if window.theme()? == tauri::Theme::Dark => DARK_PAPER,
        Theme::Dark => DARK_PAPER,
        Theme::Contrast => WHITE,
        Theme::System | Theme::Light => PAPER,
    };
    window.set_background_color(Some(paper))?;
    zoom(app);
    window.show()
}

/// Everything in the size that was chosen: the web view's own zoom, so that the page is laid out as for a smaller window.
fn zoom(app: &AppHandle) {
    let status = app.state::<Session>().status(Nothing {});
    if let (Some(window), Ok(status)) = (app.get_webview_window("main"), status) {
        let _ = window.set_zoom(f64::from(status.zoom) / 100.0);
    }
}

/// Whether a test drives the window. WebKit hands only an ordinary page to a driver, so that this one
/// keeps nothing on the disk has to give way there; a released program never gives way.
fn automated() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Some graphics drivers show an empty window with the faster way of drawing. To be called before there are threads.
#[cfg(target_os = "linux")]
fn gentle_on_graphics() {
    let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
}
