//! Stands in for the system's login manager, and says once that the computer goes to sleep, or that its
//! session is to be locked, or is. With `stays` it is there for as long as it is told `sleep` and `wake`: sleep waits
//! for whoever asks for that, and it says when that is asked and when it is over.

#![allow(clippy::expect_used)]

#[cfg(target_os = "linux")]
fn main() {
    use std::collections::HashMap;

    use gio::prelude::*;
    use gio::{BusType, Cancellable, DBusCallFlags};

    let what = std::env::args().nth(1).unwrap_or_default();
    let bus = gio::bus_get_sync(BusType::System, Cancellable::NONE).expect("a bus");
    if what == "stays" {
        manager::let_sleep_wait(&bus);
    }
    bus.call_sync(
        Some("org.freedesktop.DBus"),
        "/org/freedesktop/DBus",
        "org.freedesktop.DBus",
        "RequestName",
        Some(&("org.freedesktop.login1", 0_u32).to_variant()),
        None,
        DBusCallFlags::NONE,
        -1,
        Cancellable::NONE,
    )
    .expect("the name");
    if what == "stays" {
        return manager::stay(bus);
    }
    let (path, interface, signal, told) = match what.as_str() {
        "sleep" => (
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
            Some((true,).to_variant()),
        ),
        "locked" => (
            "/org/freedesktop/login1/session/_1",
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            Some(
                (
                    "org.freedesktop.login1.Session",
                    HashMap::from([("LockedHint", true.to_variant())]),
                    Vec::<String>::new(),
                )
                    .to_variant(),
            ),
        ),
        _ => (
            "/org/freedesktop/login1/session/_1",
            "org.freedesktop.login1.Session",
            "Lock",
            None,
        ),
    };
    bus.emit_signal(None, path, interface, signal, told.as_ref())
        .expect("said");
    bus.flush_sync(Cancellable::NONE).expect("heard");
}

#[cfg(target_os = "linux")]
mod manager {
    use std::io::Read;
    use std::sync::atomic::{AtomicU32, Ordering};

    use gio::glib::variant::Handle;
    use gio::prelude::*;
    use gio::{DBusConnection, DBusNodeInfo, UnixFDList, glib};

    const PATH: &str = "/org/freedesktop/login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const INHIBIT: &str = "
        <node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>
            <arg type='s' direction='in'/><arg type='s' direction='in'/>
            <arg type='s' direction='in'/><arg type='s' direction='in'/>
            <arg type='h' direction='out'/>
        </method></interface></node>";

    /// Gives one end of a pipe to whoever asks, and says when it is closed.
    pub fn let_sleep_wait(bus: &DBusConnection) {
        let node = DBusNodeInfo::for_xml(INHIBIT).expect("a method");
        let manager = node.lookup_interface(MANAGER).expect("the manager");
        let asked = AtomicU32::new(0);
        bus.register_object(
            PATH,
            &manager,
            move |_, _, _, _, _, words, answer| {
                let which = asked.fetch_add(1, Ordering::Relaxed) + 1;
                let (what, _, _, mode) = words
                    .get::<(String, String, String, String)>()
                    .expect("four words");
                println!("{which}: {what}, {mode}");
                let (mut ours, theirs) = std::io::pipe().expect("a pipe");
                let ends = UnixFDList::new();
                let end = Handle(ends.append(theirs).expect("an end"));
                answer.return_value_with_unix_fd_list(Some(&(end,).to_variant()), Some(&ends));
                std::thread::spawn(move || {
                    let _ = ours.read(&mut [0]);
                    println!("{which}: let go");
                });
            },
            |_, _, _, _, _| ().to_variant(),
            |_, _, _, _, _, _| false,
        )
        .expect("the manager on the bus");
    }

    /// Says of sleep what it is told, until nobody tells any more.
    pub fn stay(bus: DBusConnection) {
        println!("there");
        std::thread::spawn(move || {
            for line in std::io::stdin().lines() {
                let sleeps = (line.expect("a line") == "sleep",).to_variant();
                bus.emit_signal(None, PATH, MANAGER, "PrepareForSleep", Some(&sleeps))
                    .expect("said");
            }
            std::process::exit(0);
        });
        glib::MainLoop::new(None, false).run();
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
