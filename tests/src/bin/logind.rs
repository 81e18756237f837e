//! Stands in for the system's login manager, and says once that the computer goes to sleep, or that its
//! session is to be locked, or is.

#![allow(clippy::expect_used)]

#[cfg(target_os = "linux")]
fn main() {
    use std::collections::HashMap;

    use gio::prelude::*;
    use gio::{BusType, Cancellable, DBusCallFlags};

    let what = std::env::args().nth(1).unwrap_or_default();
    let bus = gio::bus_get_sync(BusType::System, Cancellable::NONE).expect("a bus");
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

#[cfg(not(target_os = "linux"))]
fn main() {}
