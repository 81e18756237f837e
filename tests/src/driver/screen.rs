//! What stands on the screen: the window as X shows it, not as the page believes itself to be. (The
//! driver's own picture of the page never comes back from a page that has nothing to draw.)

use std::path::Path;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt, EventMask, ImageFormat, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use crate::pictures::Picture;

/// Writes the largest window on the screen as a PNG.
pub fn picture(path: &Path) {
    let (x, (window, width, height)) = largest().expect("a window");
    let points = points(&x, window, 0, 0, width, height)
        .expect("a picture")
        .chunks_exact(4)
        .map(|bgr| [bgr[2], bgr[1], bgr[0]])
        .collect();
    Picture::new(width.into(), height.into(), points).write(path);
}

/// The points of the middle of the largest window, four bytes each; none while there is no window.
#[must_use]
pub fn middle() -> Option<Vec<u8>> {
    let (x, (window, width, height)) = largest()?;
    // What only helps a program to talk to the desktop is a few points wide.
    if width < 200 || height < 200 {
        return None;
    }
    points(&x, window, 0, 0, width, height / 2)
}

/// Ends whatever program has the largest window.
pub fn close() {
    if let Some((x, (window, _, _))) = largest() {
        let killed = x.kill_client(window).map(|asked| asked.check());
        drop(killed);
    }
}

/// Asks whatever program has the largest window to close it, as the cross of the window does.
pub fn cross() {
    let (x, (window, _, _)) = largest().expect("a window");
    let atom = |name: &[u8]| {
        let asked = x.intern_atom(false, name).expect("a question");
        asked.reply().expect("a number").atom
    };
    let asked = [atom(b"WM_DELETE_WINDOW"), 0, 0, 0, 0];
    let event = ClientMessageEvent::new(32, window, atom(b"WM_PROTOCOLS"), asked);
    let sent = x.send_event(false, window, EventMask::NO_EVENT, event);
    sent.expect("said").check().expect("heard");
}

type Seen = (Window, u16, u16);

/// The largest window that is shown, with its width and height.
fn largest() -> Option<(RustConnection, Seen)> {
    let (x, number) = x11rb::connect(None).ok()?;
    let root = x.setup().roots[number].root;
    let children = x.query_tree(root).ok()?.reply().ok()?.children;
    let seen = children.into_iter().filter_map(|window| {
        let attributes = x.get_window_attributes(window).ok()?.reply().ok()?;
        let shape = x.get_geometry(window).ok()?.reply().ok()?;
        (attributes.map_state == MapState::VIEWABLE).then_some((window, shape.width, shape.height))
    });
    let largest = seen.max_by_key(|(_, width, height)| u32::from(*width) * u32::from(*height))?;
    Some((x, largest))
}

fn points(
    x: &RustConnection,
    window: Window,
    left: i16,
    top: i16,
    width: u16,
    height: u16,
) -> Option<Vec<u8>> {
    let image = x.get_image(ImageFormat::Z_PIXMAP, window, left, top, width, height, !0);
    Some(image.ok()?.reply().ok()?.data)
}
