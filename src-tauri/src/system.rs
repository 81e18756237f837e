//! What the system does to the program, and what it must not see of it: sleep and the lock of the session
//! lock the program too, and no dump of its memory is ever written.

use std::time::Duration;

use tauri::{AppHandle, Manager};
use vatra::answers::Nothing;
use vatra::session::Session;

/// The page shows that it is locked when it gets this, and asks where the program stands only then.
const LOCKED: &str = "window.dispatchEvent(new Event('vatra-locked'))";

/// A dump of the memory would hold the key, and what is on the screen, in plain text.
pub fn no_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let nothing = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, nothing);
    }
    // Where dumps go to another program, the limit above is not asked; and nobody may look in from outside.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Empties the page at once, and signs out; then makes the backup of the close, and drops the key and the connection.
/// Whatever is being written must not keep the page on the screen.
fn lock(app: &AppHandle, most: Option<Duration>) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.eval(LOCKED);
    }
    let session = app.state::<Session>();
    match most {
        Some(most) => session.lock_within(most),
        None => drop(session.lock(Nothing {})),
    }
}

/// Locks whenever the computer goes to sleep, or its session is locked.
#[cfg(target_os = "linux")]
pub fn lock_with_the_system(app: &AppHandle) {
    logind::watch(app.clone());
}

/// Locks whenever the computer goes to sleep, or its session is locked: not told to us on this system.
#[cfg(not(target_os = "linux"))]
pub fn lock_with_the_system(_app: &AppHandle) {}

#[cfg(target_os = "linux")]
mod logind {
    use std::cell::RefCell;
    use std::time::Duration;

    use gio::glib::VariantDict;
    use gio::prelude::*;
    use gio::{
        BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList, glib,
    };
    use tauri::AppHandle;

    const NAME: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";
    const PATH: &str = "/org/freedesktop/login1";
    const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
    /// For how long the backup of the close may keep the computer from sleeping: it waits for five seconds at most.
    const BACKUP: Duration = Duration::from_secs(3);
    /// What the page needs to empty itself once it has been told.
    const EMPTYING: Duration = Duration::from_millis(300);

    thread_local! {
        /// As long as this is held, sleep waits until the program is locked. With the number of the sleep: what ends late
        /// must not let go of the next one.
        static SLEEP_WAITS: RefCell<(u64, Option<UnixFDList>)> = const { RefCell::new((0, None)) };
    }

    /// Listens to the system, where it tells; elsewhere the idle time alone locks.
    pub fn watch(app: AppHandle) {
        let Ok(bus) = gio::bus_get_sync(BusType::System, Cancellable::NONE) else {
            return;
        };
        // A bus that goes away must not take the program with it.
        bus.set_exit_on_close(false);
        let_sleep_wait(&bus);
        let sleeping = app.clone();
        bus.signal_subscribe(
            Some(NAME),
            Some(MANAGER),
            Some("PrepareForSleep"),
            Some(PATH),
            None,
            DBusSignalFlags::NONE,
            move |bus, _, _, _, _, told| match told.try_child_get::<bool>(0) {
                Ok(Some(true)) => {
                    let app = sleeping.clone();
                    let which = SLEEP_WAITS.with_borrow(|(which, _)| *which);
                    // Locking may have to write a backup first: not while the window waits.
                    std::thread::spawn(move || {
                        super::lock(&app, Some(BACKUP));
                        glib::idle_add_once(move || {
                            glib::timeout_add_local_once(EMPTYING, move || let_sleep_go(which));
                        });
                    });
                }
                _ => let_sleep_wait(bus),
            },
        );
        // Anybody's session on this computer: to lock once too often does no harm.
        let asked = app.clone();
        bus.signal_subscribe(
            Some(NAME),
            Some(SESSION),
            Some("Lock"),
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, _| lock_beside(&asked),
        );
        // A desktop that locks by itself asks nobody: it only says that it is locked.
        bus.signal_subscribe(
            Some(NAME),
            Some(PROPERTIES),
            Some("PropertiesChanged"),
            None,
            Some(SESSION),
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, told| {
                let changed = told
                    .try_child_value(1)
                    .map(|all| VariantDict::new(Some(&all)));
                let hint = changed.and_then(|all| all.lookup::<bool>("LockedHint").ok().flatten());
                if hint == Some(true) {
                    lock_beside(&app);
                }
            },
        );
        // The subscriptions live as long as the connection, and this one as long as the program.
        std::mem::forget(bus);
    }

    fn lock_beside(app: &AppHandle) {
        let app = app.clone();
        std::thread::spawn(move || super::lock(&app, None));
    }

    fn let_sleep_wait(bus: &DBusConnection) {
        let asked = ("sleep", "Vatra", "lock", "delay").to_variant();
        let answer = bus.call_with_unix_fd_list_sync(
            Some(NAME),
            PATH,
            MANAGER,
            "Inhibit",
            Some(&asked),
            None,
            DBusCallFlags::NONE,
            1_000,
            UnixFDList::NONE,
            Cancellable::NONE,
        );
        if let Ok((_, held)) = answer {
            SLEEP_WAITS
                .with_borrow_mut(|(which, waits)| (*which, *waits) = (*which + 1, Some(held)));
        }
    }

    fn let_sleep_go(which: u64) {
        SLEEP_WAITS.with_borrow_mut(|(held, waits)| {
            if *held == which {
                *waits = None;
            }
        });
    }
}
