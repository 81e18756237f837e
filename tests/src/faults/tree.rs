//! A disk, as a program sees it and as far as it is safe: what is in the files, and the names in the folders.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Dice;

/// What lies below a folder: files with what is in them, and folders.
pub(super) type Disk = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// Makes the files and folders of a disk in a folder.
pub(super) fn lay_out(disk: Disk, folder: &Path) {
    for (path, content) in disk {
        let path = folder.join(path);
        match content {
            Some(content) => fs::write(path, content).expect("a file"),
            None => fs::create_dir_all(path).expect("a folder"),
        }
    }
}

/// Everything below a folder, by its path in it.
pub(super) fn contents(folder: &Path) -> Disk {
    let mut disk = Disk::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next)
            .expect("a folder")
            .filter_map(Result::ok)
        {
            let path = entry.path();
            let name = path.strip_prefix(folder).expect("inside").to_owned();
            if path.is_dir() {
                disk.insert(name, None);
                waiting.push(path);
            } else {
                disk.insert(name, Some(fs::read(&path).expect("a file")));
            }
        }
    }
    disk
}

/// A sector: what a disk writes whole or not at all.
const SECTOR: usize = 512;

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

/// What a name stands for, by number.
#[derive(Clone, Copy)]
enum Node {
    File(usize),
    Folder(usize),
}

/// A name, and the folder that it lies in.
type Name = (usize, OsString);

/// The folder that all others lie in.
const ROOT: usize = 0;

/// What a program does with names at once: takes one, gives one, or moves what has one.
#[derive(Default)]
struct Naming {
    unset: Option<Name>,
    set: Option<(Name, Node)>,
}

impl Naming {
    fn folders(&self) -> impl Iterator<Item = usize> {
        let set = self.set.as_ref().map(|((folder, _), _)| *folder);
        let unset = self.unset.as_ref().map(|(folder, _)| *folder);
        set.into_iter().chain(unset)
    }

    fn of_a_folder(&self) -> bool {
        matches!(self.set, Some((_, Node::Folder(_))))
    }

    fn apply(&self, names: &mut BTreeMap<Name, Node>) {
        self.take(names);
        self.give(names);
    }

    fn take(&self, names: &mut BTreeMap<Name, Node>) {
        if let Some(name) = &self.unset {
            names.remove(name);
        }
    }

    fn give(&self, names: &mut BTreeMap<Name, Node>) {
        if let Some((name, node)) = &self.set {
            names.insert(name.clone(), *node);
        }
    }

    /// What of it lies in a folder, and what lies elsewhere. No disk knows a folder by two names.
    fn halves(self, folder: usize) -> (Self, Self) {
        if self.of_a_folder() {
            let here = self.folders().any(|one| one == folder);
            let nothing = Self::default();
            return if here {
                (self, nothing)
            } else {
                (nothing, self)
            };
        }
        let Self { unset, set } = self;
        let (unset_here, unset) = apart(unset, |(within, _)| *within == folder);
        let (set_here, set) = apart(set, |((within, _), _)| *within == folder);
        let here = Self {
            unset: unset_here,
            set: set_here,
        };
        (here, Self { unset, set })
    }
}

fn apart<T>(one: Option<T>, here: impl Fn(&T) -> bool) -> (Option<T>, Option<T>) {
    match one {
        Some(one) if here(&one) => (Some(one), None),
        other => (None, other),
    }
}

/// Files and folders: as the program sees them, and as far as they are safe.
///
/// The names of a folder change in their order. Some disks keep one order for all folders, and a move is one deed;
/// on others each folder has an order of its own, is made safe by itself, and a move is done where it leads to before it
/// is done where it comes from.
#[derive(Default)]
pub(super) struct Tree {
    files: Vec<File>,
    folders: usize,
    one_order: bool,
    names: BTreeMap<Name, Node>,
    safe: BTreeMap<Name, Node>,
    waiting: Vec<Naming>,
}

impl Tree {
    pub(super) fn of(disk: &Disk, dice: &mut Dice) -> Self {
        let mut tree = Self {
            one_order: dice.below(2) == 0,
            ..Self::default()
        };
        for (path, content) in disk {
            let node = match content {
                Some(content) => tree.file(content.clone()),
                None => tree.folder(),
            };
            tree.name(path, node);
        }
        tree.safe = tree.names.clone();
        tree.waiting.clear();
        tree
    }

    fn file(&mut self, safe: Vec<u8>) -> Node {
        let waiting = Vec::new();
        self.files.push(File { safe, waiting });
        Node::File(self.files.len() - 1)
    }

    fn folder(&mut self) -> Node {
        self.folders += 1;
        Node::Folder(ROOT + self.folders)
    }

    fn find(&self, path: &Path) -> Option<Node> {
        let mut parts = path.components();
        parts.try_fold(Node::Folder(ROOT), |at, part| match (at, part) {
            (Node::Folder(folder), Component::Normal(name)) => {
                self.names.get(&(folder, name.to_owned())).copied()
            }
            _ => None,
        })
    }

    fn place(&self, path: &Path) -> Option<Name> {
        match self.find(path.parent()?)? {
            Node::Folder(folder) => Some((folder, path.file_name()?.to_owned())),
            Node::File(_) => None,
        }
    }

    fn change(&mut self, naming: Naming) {
        naming.apply(&mut self.names);
        self.waiting.push(naming);
    }

    fn name(&mut self, path: &Path, node: Node) {
        let set = self.place(path).map(|name| (name, node));
        self.change(Naming { unset: None, set });
    }

    pub(super) fn create(&mut self, path: &Path) {
        let file = self.file(Vec::new());
        self.name(path, file);
    }

    pub(super) fn make(&mut self, path: &Path) {
        let folder = self.folder();
        self.name(path, folder);
    }

    /// Writes at a place of a file; without data the file ends there.
    pub(super) fn write(&mut self, path: &Path, at: usize, data: Option<&[u8]>) {
        if let Some(Node::File(file)) = self.find(path) {
            let waiting = &mut self.files[file].waiting;
            waiting.push((at, data.map(<[u8]>::to_vec)));
        }
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) {
        let set = self.place(to).zip(self.find(from));
        let unset = self.place(from);
        self.change(Naming { unset, set });
    }

    pub(super) fn remove(&mut self, path: &Path) {
        let unset = self.place(path);
        self.change(Naming { unset, set: None });
    }

    /// A file with all that is in it, or the names in a folder.
    pub(super) fn make_safe(&mut self, path: &Path) {
        match self.find(path) {
            Some(Node::File(file)) => self.files[file].make_safe(),
            Some(Node::Folder(folder)) if self.one_order => self.make_safe_with_others(folder),
            Some(Node::Folder(folder)) => {
                for naming in std::mem::take(&mut self.waiting) {
                    let (here, elsewhere) = naming.halves(folder);
                    here.apply(&mut self.safe);
                    if elsewhere.folders().next().is_some() {
                        self.waiting.push(elsewhere);
                    }
                }
            }
            None => {}
        }
    }

    /// The names in a folder, and of other folders what came before them.
    fn make_safe_with_others(&mut self, folder: usize) {
        let mut folders = BTreeSet::from([folder]);
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for naming in std::mem::take(&mut self.waiting).into_iter().rev() {
            if naming.folders().any(|one| folders.contains(&one)) {
                folders.extend(naming.folders());
                now.push(naming);
            } else {
                later.push(naming);
            }
        }
        now.iter()
            .rev()
            .for_each(|naming| naming.apply(&mut self.safe));
        later.reverse();
        self.waiting = later;
    }

    /// What may be found when the power has failed.
    pub(super) fn after_power_loss(mut self, dice: &mut Dice) -> Disk {
        let waiting = std::mem::take(&mut self.waiting);
        if self.one_order {
            let done = dice.below(waiting.len() + 1);
            waiting[..done]
                .iter()
                .for_each(|naming| naming.apply(&mut self.safe));
        } else {
            let mut stuck = BTreeSet::new();
            for naming in &waiting {
                let mut goes_on = |folders: &[usize]| {
                    let on = dice.below(2) > 0 && !folders.iter().any(|one| stuck.contains(one));
                    if !on {
                        stuck.extend(folders);
                    }
                    on
                };
                let all: Vec<usize> = naming.folders().collect();
                match all.as_slice() {
                    [to, from] if to != from && !naming.of_a_folder() => {
                        if goes_on(&[*to]) {
                            naming.give(&mut self.safe);
                            if goes_on(&[*from]) {
                                naming.take(&mut self.safe);
                            }
                        } else {
                            stuck.insert(*from);
                        }
                    }
                    folders if goes_on(folders) => naming.apply(&mut self.safe),
                    _ => {}
                }
            }
        }
        let mut disk = Disk::new();
        let mut folders = vec![(ROOT, PathBuf::new())];
        while let Some((folder, path)) = folders.pop() {
            let here = self
                .safe
                .iter()
                .filter(|((within, _), _)| *within == folder);
            for ((_, name), node) in here {
                let path = path.join(name);
                let content = match *node {
                    Node::File(file) => Some(self.files[file].after_power_loss(dice)),
                    Node::Folder(inner) => {
                        folders.push((inner, path.clone()));
                        None
                    }
                };
                disk.insert(path, content);
            }
        }
        disk
    }
}
