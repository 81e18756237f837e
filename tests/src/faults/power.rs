//! The plug is pulled. What the program wrote is noted; then disks are made up as they could look after any
//! moment: what was made safe is there, and of the rest any part, in any order, whole or torn.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::tree::{Disk, Tree, contents, lay_out};
use super::{Dice, Outcome, ROUND, acknowledged, head_of, program, sample, scratch, shim, whole};

/// Something the program did with the disk, or said.
pub(super) enum Deed {
    Create(PathBuf),
    Make(PathBuf),
    Write(PathBuf, usize, Vec<u8>),
    Cut(PathBuf, usize),
    Safe(PathBuf),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
    Said(i64),
}

/// Makes up so many disks. The control is a disk that makes nothing safe when it is asked to.
#[must_use]
pub fn run(images: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let folder = sample();
    let first = head_of(folder.path());
    let before = contents(folder.path());
    let deeds = recorded(folder.path(), dice.below(1_000));
    assert!(deeds.len() > 20, "too little was noted: {}", deeds.len());
    let image = scratch();
    while outcome.tried < images {
        let moment = moment(&deeds, &mut dice);
        let said = deeds[..moment].iter().rev().find_map(|deed| match deed {
            Deed::Said(action) => Some(*action),
            _ => None,
        });
        let said = said.unwrap_or(first);
        let disk = disk_at(&before, folder.path(), &deeds[..moment], guarded, &mut dice);
        let _ = fs::remove_dir_all(image.path().join("sample"));
        lay_out(disk, image.path());
        let result = whole(image.path(), said).map(drop);
        outcome.try_one(
            || format!("after {moment} of {} deeds", deeds.len()),
            result,
        );
    }
    outcome
}

/// After how many deeds the power fails: at any moment, and as often just after the names in a folder were made safe,
/// which is rare among all that is written.
pub(super) fn moment(deeds: &[Deed], dice: &mut Dice) -> usize {
    let within = |deed: &Deed| match deed {
        Deed::Create(path) | Deed::Rename(_, path) => path.parent().map(Path::to_owned),
        _ => None,
    };
    let folders: BTreeSet<PathBuf> = deeds.iter().filter_map(within).collect();
    let safe = deeds
        .iter()
        .zip(1..)
        .filter_map(|(deed, after)| match deed {
            Deed::Safe(path) if folders.contains(path) => Some(after),
            _ => None,
        });
    let safe: Vec<usize> = safe.collect();
    if safe.is_empty() || dice.below(2) == 0 {
        1 + dice.below(deeds.len())
    } else {
        safe[dice.below(safe.len())]
    }
}

/// Lets the program live for a while and notes what it does.
fn recorded(folder: &Path, first: usize) -> Vec<Deed> {
    let notes = scratch();
    let log = notes.path().join("log");
    let status = program("probe")
        .args(["live".as_ref(), folder.as_os_str()])
        .args([first.to_string(), ROUND.to_string()])
        .env("LD_PRELOAD", shim())
        .env("SHIM_UNDER", folder)
        .env("SHIM_LOG", &log)
        .output()
        .expect("the probe");
    assert!(status.status.success());
    deeds(&fs::read(log).expect("what was noted"))
}

pub(super) fn deeds(log: &[u8]) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let mut at = 0;
    let number = |at: usize| {
        let bytes = log[at..at + 8].try_into().expect("eight bytes");
        usize::try_from(i64::from_ne_bytes(bytes)).expect("a length")
    };
    while at + 40 <= log.len() {
        let [kind, name, other, offset, length] =
            [0, 8, 16, 24, 32].map(|place| number(at + place));
        at += 40;
        let mut take = |length: usize| {
            at += length;
            &log[at - length..at]
        };
        let path = PathBuf::from(String::from_utf8_lossy(take(name)).into_owned());
        let to = PathBuf::from(String::from_utf8_lossy(take(other)).into_owned());
        let data = take(length);
        deeds.push(match u8::try_from(kind).unwrap_or(0) {
            b'C' => Deed::Create(path),
            b'M' => Deed::Make(path),
            b'W' => Deed::Write(path, offset, data.to_vec()),
            b'T' => Deed::Cut(path, offset),
            b'S' => Deed::Safe(path),
            b'U' => Deed::Remove(path),
            b'R' => Deed::Rename(path, to),
            b'A' => match acknowledged(&String::from_utf8_lossy(data)) {
                Some(action) => Deed::Said(action),
                None => continue,
            },
            _ => continue,
        });
    }
    deeds
}

/// A disk as it could be found after these deeds.
pub(super) fn disk_at(
    before: &Disk,
    folder: &Path,
    deeds: &[Deed],
    guarded: bool,
    dice: &mut Dice,
) -> Disk {
    let mut tree = Tree::of(before, dice);
    let inside = |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).to_owned();
    for deed in deeds {
        match deed {
            Deed::Create(path) => tree.create(&inside(path)),
            Deed::Make(path) => tree.make(&inside(path)),
            Deed::Write(path, at, data) => tree.write(&inside(path), *at, Some(data)),
            Deed::Cut(path, at) => tree.write(&inside(path), *at, None),
            Deed::Remove(path) => tree.remove(&inside(path)),
            Deed::Rename(from, to) => tree.rename(&inside(from), &inside(to)),
            Deed::Safe(path) if guarded => tree.make_safe(&inside(path)),
            Deed::Safe(_) | Deed::Said(_) => {}
        }
    }
    tree.after_power_loss(dice)
}
