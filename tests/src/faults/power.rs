//! The plug is pulled. What the program wrote is noted; then disks are made up as they could look after any
//! moment: what was made safe is there, and of the rest any part, in any order, whole or torn.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Dice, Outcome, ROUND, acknowledged, head_of, program, sample, scratch, shim, whole};

/// Something the program did with the disk, or said.
pub(super) enum Deed {
    Create(PathBuf),
    Write(PathBuf, usize, Vec<u8>),
    Cut(PathBuf, usize),
    Safe(PathBuf),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
    Said(i64),
}

/// A sector: what a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Makes up so many disks. The control is a disk that makes nothing safe when it is asked to.
#[must_use]
pub fn run(images: usize, seed: u64, guarded: bool) -> Outcome {
    let mut dice = Dice::new(seed);
    let mut outcome = Outcome::default();
    let folder = sample();
    let first = head_of(folder.path());
    let before = contents(folder.path());
    let deeds = recorded(folder.path(), dice.below(1_000));
    let moments: Vec<usize> = (1..=deeds.len()).collect();
    assert!(
        moments.len() > 20,
        "too little was noted: {}",
        moments.len()
    );
    let image = scratch();
    while outcome.tried < images {
        // Just before something is made safe, and at any other moment.
        let moment = moments[dice.below(moments.len())];
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

pub(super) type Disk = BTreeMap<PathBuf, Vec<u8>>;

/// Makes the files of a disk in a folder.
pub(super) fn lay_out(disk: Disk, folder: &Path) {
    for (path, content) in disk {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
}

/// Every file below a folder, by its path in it.
pub(super) fn contents(folder: &Path) -> Disk {
    let mut disk = Disk::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next)
            .expect("a folder")
            .filter_map(Result::ok)
        {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_owned();
                disk.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    disk
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

/// A file: what is safe of it, and what is not yet.
#[derive(Clone, Default)]
struct File {
    safe: Vec<u8>,
    waiting: Vec<(usize, Option<Vec<u8>>)>,
}

impl File {
    fn do_one(content: &mut Vec<u8>, offset: usize, data: Option<&[u8]>) {
        match data {
            None => content.resize(offset, 0),
            Some(data) => {
                if content.len() < offset + data.len() {
                    content.resize(offset + data.len(), 0);
                }
                content[offset..offset + data.len()].copy_from_slice(data);
            }
        }
    }

    fn make_safe(&mut self) {
        for (offset, data) in std::mem::take(&mut self.waiting) {
            Self::do_one(&mut self.safe, offset, data.as_deref());
        }
    }

    /// What may be on the disk of it: of what waits each whole, torn, or not at all, in any order.
    fn after_power_loss(&self, dice: &mut Dice) -> Vec<u8> {
        let mut content = self.safe.clone();
        let mut waiting: Vec<_> = self.waiting.iter().collect();
        // Sometimes all of it, as disks do most of the time; otherwise shuffled.
        let all = dice.below(4) == 0;
        for place in (1..waiting.len()).rev().filter(|_| !all) {
            waiting.swap(place, dice.below(place + 1));
        }
        for (offset, data) in waiting {
            match (data, if all { 3 } else { dice.below(5) }) {
                (_, 0 | 1) => {}
                (Some(data), 2) => {
                    for (sector, part) in data.chunks(SECTOR).enumerate() {
                        if dice.below(2) == 0 {
                            Self::do_one(&mut content, offset + sector * SECTOR, Some(part));
                        }
                    }
                }
                (data, _) => Self::do_one(&mut content, *offset, data.as_deref()),
            }
        }
        content
    }
}

/// The names in the folders: each names a file by number. What isn't safe yet waits in its order.
#[derive(Clone)]
enum Naming {
    Set(PathBuf, usize),
    Unset(PathBuf),
    /// A folder, with all that is in it.
    Folder(PathBuf, PathBuf),
}

/// A disk as it could be found after these deeds.
pub(super) fn disk_at(
    before: &Disk,
    folder: &Path,
    deeds: &[Deed],
    guarded: bool,
    dice: &mut Dice,
) -> Disk {
    let mut files: Vec<File> = Vec::new();
    let mut safe: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (path, content) in before {
        safe.insert(path.clone(), files.len());
        files.push(File {
            safe: content.clone(),
            waiting: Vec::new(),
        });
    }
    let mut names = safe.clone();
    let mut waiting: Vec<Naming> = Vec::new();
    let inside = |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).to_owned();
    for deed in deeds {
        match deed {
            Deed::Create(path) => {
                let path = inside(path);
                names.insert(path.clone(), files.len());
                waiting.push(Naming::Set(path, files.len()));
                files.push(File::default());
            }
            Deed::Write(path, offset, data) => {
                if let Some(file) = names.get(&inside(path)) {
                    files[*file].waiting.push((*offset, Some(data.clone())));
                }
            }
            Deed::Cut(path, length) => {
                if let Some(file) = names.get(&inside(path)) {
                    files[*file].waiting.push((*length, None));
                }
            }
            Deed::Remove(path) => {
                names.remove(&inside(path));
                waiting.push(Naming::Unset(inside(path)));
            }
            Deed::Rename(from, to) => {
                if let Some(file) = names.remove(&inside(from)) {
                    names.insert(inside(to), file);
                    // One deed for the disk: both names change, or none.
                    waiting.push(Naming::Set(inside(to), file));
                    waiting.push(Naming::Unset(inside(from)));
                } else {
                    let naming = Naming::Folder(inside(from), inside(to));
                    apply(&mut names, &naming);
                    waiting.push(naming);
                }
            }
            Deed::Safe(path) if guarded => match names.get(&inside(path)) {
                Some(file) => files[*file].make_safe(),
                None => {
                    let folder = inside(path);
                    waiting.retain(|naming| {
                        let (Naming::Set(name, _) | Naming::Unset(name) | Naming::Folder(_, name)) =
                            naming;
                        let here = name.parent() == Some(&folder);
                        if here {
                            apply(&mut safe, naming);
                        }
                        !here
                    });
                }
            },
            Deed::Safe(_) | Deed::Said(_) => {}
        }
    }
    // Names change on the disk in their order: any number of them have.
    let named = dice.below(waiting.len() + 1);
    for naming in &waiting[..named] {
        apply(&mut safe, naming);
    }
    safe.into_iter()
        .map(|(path, file)| (path, files[file].after_power_loss(dice)))
        .collect()
}

fn apply(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Set(path, file) => drop(names.insert(path.clone(), *file)),
        Naming::Unset(path) => drop(names.remove(path)),
        Naming::Folder(from, to) => {
            let moved = |path: &PathBuf| path.strip_prefix(from).map(|rest| to.join(rest)).ok();
            *names = std::mem::take(names)
                .into_iter()
                .map(|(path, file)| (moved(&path).unwrap_or(path), file))
                .collect();
        }
    }
}
