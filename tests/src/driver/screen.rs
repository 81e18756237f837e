//! What stands on the screen: the window as X shows it, not as the page believes itself to be. (The
//! driver's own picture of the page never comes back from a page that has nothing to draw.)

use std::fs::File;
use std::path::Path;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState};

/// Writes the largest window on the screen as a PNG.
pub fn picture(path: &Path) {
    let (x, number) = x11rb::connect(None).expect("a display");
    let root = x.setup().roots[number].root;
    let children = x
        .query_tree(root)
        .expect("the screen")
        .reply()
        .expect("its windows")
        .children;
    let seen = children.into_iter().filter_map(|window| {
        let attributes = x.get_window_attributes(window).ok()?.reply().ok()?;
        let shape = x.get_geometry(window).ok()?.reply().ok()?;
        (attributes.map_state == MapState::VIEWABLE).then_some((window, shape.width, shape.height))
    });
    let largest = seen.max_by_key(|(_, width, height)| u32::from(*width) * u32::from(*height));
    let (window, width, height) = largest.expect("a window");
    let image = x.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, !0);
    let image = image.expect("a picture").reply().expect("its points").data;
    let points: Vec<u8> = image
        .chunks_exact(4)
        .flat_map(|bgr| [bgr[2], bgr[1], bgr[0]])
        .collect();

    let file = File::create(path).expect("a file");
    let mut encoder = png::Encoder::new(file, width.into(), height.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("a picture's head");
    writer
        .write_image_data(&points)
        .expect("a picture's points");
}
