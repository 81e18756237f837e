//! Paper: the page as it stands is printed by the web view itself, with the dialog of the system or
//! straight into a file. There is no second layout: what the screen shows is what is printed.

use std::path::PathBuf;

use tauri::WebviewWindow;
use vatra::problem::Failure;

/// Prints the page, into a file or with the dialog of the system; false where the dialog was closed.
#[cfg(target_os = "linux")]
pub fn print(window: &WebviewWindow, file: Option<PathBuf>) -> Result<bool, Failure> {
    if let Some(file) = &file {
        // The printing backend says little of what went wrong; an empty file says it beforehand.
        std::fs::File::create(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::StorageFull => Failure::DiskFull,
            std::io::ErrorKind::NotFound => Failure::NoFolder,
            _ => Failure::ReadOnly,
        })?;
    }
    let (done, wait) = std::sync::mpsc::channel();
    window
        .with_webview(move |view| linux::start(&view.inner(), file.as_deref(), &done))
        .map_err(|_| Failure::System)?;
    wait.recv().map_err(|_| Failure::System)?
}

/// Elsewhere the dialog of the system writes files too; the page asks for none.
#[cfg(not(target_os = "linux"))]
pub fn print(window: &WebviewWindow, _: Option<PathBuf>) -> Result<bool, Failure> {
    window.print().map_err(|_| Failure::System)?;
    Ok(true)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;
    use std::sync::mpsc::Sender;

    use gtk::prelude::*;
    use vatra::problem::Failure;
    use webkit2gtk::{PrintOperation, PrintOperationExt, PrintOperationResponse, WebView};

    pub fn start(view: &WebView, file: Option<&Path>, done: &Sender<Result<bool, Failure>>) {
        let operation = PrintOperation::new(view);
        operation.set_page_setup(&a4());
        let (failed, finished) = (done.clone(), done.clone());
        operation.connect_failed(move |_, _| drop(failed.send(Err(Failure::System))));
        operation.connect_finished(move |_| drop(finished.send(Ok(true))));
        match file {
            Some(file) => match into_file(file) {
                Some(settings) => {
                    operation.set_print_settings(&settings);
                    operation.print();
                }
                None => drop(done.send(Err(Failure::System))),
            },
            None => {
                let parent = view.toplevel().and_downcast::<gtk::Window>();
                if operation.run_dialog(parent.as_ref()) == PrintOperationResponse::Cancel {
                    drop(done.send(Ok(false)));
                }
            }
        }
    }

    /// The pages of the sheet have margins of their own.
    fn a4() -> gtk::PageSetup {
        let setup = gtk::PageSetup::new();
        setup.set_paper_size(&gtk::PaperSize::new(Some("iso_a4")));
        setup.set_top_margin(0.0, gtk::Unit::Mm);
        setup.set_bottom_margin(0.0, gtk::Unit::Mm);
        setup.set_left_margin(0.0, gtk::Unit::Mm);
        setup.set_right_margin(0.0, gtk::Unit::Mm);
        setup
    }

    fn into_file(file: &Path) -> Option<gtk::PrintSettings> {
        let settings = gtk::PrintSettings::new();
        let uri = gtk::glib::filename_to_uri(file, None).ok()?;
        // GTK names this printer in the language of the system.
        settings.set_printer(&gtk::glib::dgettext(Some("gtk30"), "Print to File"));
        settings.set("output-uri", Some(&uri));
        settings.set("output-file-format", Some("pdf"));
        Some(settings)
    }
}
