//! The program looks as it was approved: pictures of the real window against those in `assets/pictures`.

use std::collections::BTreeSet;
use std::path::Path;

use tempfile::TempDir;
use vatra_tests::driver::Window;
use vatra_tests::pictures::{Picture, approved};
use vatra_tests::tour;

/// The share of a picture that may look different: letters of another machine, or a minute that has passed.
const TOLERATED: f64 = 0.005;

#[tokio::test]
async fn every_picture_looks_as_approved() {
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let kept = tour::kept();
    let home = TempDir::new().expect("a folder");
    let window = Window::open(home.path()).await;
    tour::pictures(&window, |name| {
        kept.iter().any(|one| one == name).then(|| new.join(name))
    })
    .await;
    window.close().await;

    let different: Vec<String> = kept
        .iter()
        .filter_map(|name| {
            let (old, new) = (approved().join(name), new.join(name));
            let share = Picture::read(&old).differs(&Picture::read(&new));
            println!("{name}: {:.2} %", share * 100.0);
            (share > TOLERATED).then(|| {
                let share = share * 100.0;
                format!(
                    "{share:.1} % of {name} looks different: see {}",
                    new.display()
                )
            })
        })
        .collect();
    assert!(
        different.is_empty(),
        "{}\nWhere that is how it should look: make pictures",
        different.join("\n")
    );
}

#[test]
fn what_is_kept_is_what_is_taken_and_small() {
    let files = std::fs::read_dir(approved()).expect("the approved pictures");
    let (mut names, mut size) = (BTreeSet::new(), 0);
    for file in files {
        let file = file.expect("a file");
        names.insert(file.file_name().into_string().expect("a name"));
        size += file.metadata().expect("a size").len();
    }
    assert_eq!(names, tour::kept().into_iter().collect());
    assert!(size < 3_000_000, "{size} bytes");
}

#[test]
fn what_can_be_seen_counts_and_what_can_not_does_not() {
    let flat = |colour: [u8; 3]| Picture::new(160, 160, vec![colour; 160 * 160]);
    let ground = flat([247, 243, 235]);
    assert_eq!(ground.differs(&flat([247, 243, 235])), 0.0);
    assert_eq!(ground.differs(&flat([244, 240, 232])), 0.0, "too faint");
    assert_eq!(ground.differs(&flat([235, 243, 235])), 1.0);
    assert_eq!(ground.differs(&Picture::new(0, 0, vec![])), 1.0);
    let mut points = vec![[247, 243, 235]; 160 * 160];
    for line in points.chunks_exact_mut(160).take(16) {
        line[..32].fill([20, 86, 74]);
    }
    let button = Picture::new(160, 160, points);
    assert_eq!(ground.differs(&button), 0.02, "two squares of a hundred");
}
