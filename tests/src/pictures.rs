//! Pictures of the program: kept small, and compared with those that were approved.

#![allow(clippy::expect_used)]

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The pictures that documents use and that a test compares with.
#[must_use]
pub fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/pictures")
}

/// The side of the squares that are compared by their mean colour: an edge that is smoothed otherwise does not show.
const SQUARE: usize = 16;
/// How far a mean may be off in one colour, of 255.
const FAINT: i64 = 6;

type Point = [u8; 3];

/// A picture, line by line.
pub struct Picture {
    width: usize,
    height: usize,
    points: Vec<Point>,
}

impl Picture {
    /// One of this size.
    ///
    /// # Panics
    /// If there are not as many points as that.
    #[must_use]
    pub fn new(width: usize, height: usize, points: Vec<Point>) -> Self {
        assert_eq!(points.len(), width * height);
        Self {
            width,
            height,
            points,
        }
    }

    /// Reads a PNG.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let mut decoder = png::Decoder::new(BufReader::new(File::open(path).expect("a picture")));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("a picture");
        let points = bytes[..info.buffer_size()]
            .chunks_exact(info.color_type.samples())
            .map(|point| [point[0], point[1], point[2]])
            .collect();
        Self::new(info.width as usize, info.height as usize, points)
    }

    /// Writes a PNG of at most 256 colours: those that are there most often, and for the rest the nearest of them.
    pub fn write(&self, path: &Path) {
        let mut often: HashMap<Point, usize> = HashMap::new();
        for run in self.points.chunk_by(|a, b| a == b) {
            *often.entry(run[0]).or_default() += run.len();
        }
        let mut palette: Vec<Point> = often.keys().copied().collect();
        palette.sort_unstable_by_key(|point| (std::cmp::Reverse(often[point]), *point));
        palette.truncate(256);
        let nearest = |point: &Point| {
            let far = |other: &Point| -> i64 {
                (0..3)
                    .map(|c| (i64::from(point[c]) - i64::from(other[c])).pow(2))
                    .sum()
            };
            let found = (0..palette.len()).min_by_key(|at| far(&palette[*at]));
            u8::try_from(found.unwrap_or_default()).expect("at most 256")
        };
        let places: HashMap<Point, u8> =
            often.keys().map(|point| (*point, nearest(point))).collect();
        let bytes: Vec<u8> = (self.points.chunk_by(|a, b| a == b))
            .flat_map(|run| std::iter::repeat_n(places[&run[0]], run.len()))
            .collect();

        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        let size = |length| u32::try_from(length).expect("a size");
        let file = File::create(path).expect("a file");
        let mut encoder = png::Encoder::new(file, size(self.width), size(self.height));
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::Balanced);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("a picture's head");
        writer.write_image_data(&bytes).expect("a picture's points");
    }

    /// The share of squares that look different in another picture; 1 where its size differs.
    #[must_use]
    pub fn differs(&self, other: &Self) -> f64 {
        if (self.width, self.height) != (other.width, other.height) {
            return 1.0;
        }
        let (mine, theirs) = (self.means(), other.means());
        let far = |(a, b): &(&[i64; 3], &[i64; 3])| (0..3).any(|c| (a[c] - b[c]).abs() > FAINT);
        let different = mine.iter().zip(&theirs).filter(far).count();
        different as f64 / mine.len() as f64
    }

    /// The mean colours of its squares.
    fn means(&self) -> Vec<[i64; 3]> {
        let across = self.width.div_ceil(SQUARE);
        let mut sums = vec![([0; 3], 0); across * self.height.div_ceil(SQUARE)];
        for (at, point) in self.points.iter().enumerate() {
            let (x, y) = (at % self.width, at / self.width);
            let (sum, count) = &mut sums[y / SQUARE * across + x / SQUARE];
            for c in 0..3 {
                sum[c] += i64::from(point[c]);
            }
            *count += 1;
        }
        sums.into_iter()
            .map(|(sum, count)| sum.map(|one| one / count))
            .collect()
    }
}
