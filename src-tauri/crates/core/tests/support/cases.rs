//! Reads worked cases.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use vatra_core::assignment::{BedSpec, House, Person, RoomSpec, Thresholds};
use vatra_core::terms::{BedKind, Need, RoomUse, Sex};

#[derive(Deserialize)]
struct Bed {
    id: String,
    kind: BedKind,
    #[serde(default)]
    closed: bool,
}

#[derive(Deserialize)]
struct Room {
    #[serde(rename = "use")]
    room_use: RoomUse,
    #[serde(default)]
    step_free: bool,
    beds: Vec<Bed>,
}

#[derive(Deserialize)]
struct Guest {
    id: String,
    party: String,
    sex: Sex,
    age: u8,
    #[serde(default)]
    needs: Vec<Need>,
    bed: Option<String>,
    #[serde(default)]
    pinned: bool,
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default)]
    rules: Thresholds,
    #[serde(default)]
    rooms: Vec<Room>,
    #[serde(default)]
    residents: Vec<Guest>,
    #[serde(default)]
    arrivals: Vec<Guest>,
    #[serde(default)]
    keep_apart: Vec<(String, String)>,
    optimum: Option<[u32; 5]>,
}

pub struct Case {
    pub name: String,
    pub house: House,
    pub optimum: Option<[u32; 5]>,
}

/// All cases of a folder, by name.
pub fn folder(path: &Path) -> Vec<Case> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![];
    };
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    files.iter().map(|f| read(f)).collect()
}

pub fn read(path: &Path) -> Case {
    let text = std::fs::read_to_string(path).unwrap();
    let raw: Raw =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut house = House {
        thresholds: raw.rules,
        ..House::default()
    };
    let mut beds = HashMap::new();
    for (i, room) in raw.rooms.iter().enumerate() {
        house.rooms.push(RoomSpec {
            room_use: room.room_use,
            step_free: room.step_free,
        });
        for bed in &room.beds {
            beds.insert(bed.id.clone(), house.beds.len());
            house.beds.push(BedSpec {
                room: i,
                kind: bed.kind,
                closed: bed.closed,
            });
        }
    }
    let mut parties = HashMap::new();
    let mut ids = HashMap::new();
    for guest in raw.residents.iter().chain(&raw.arrivals) {
        let next = parties.len();
        let party = *parties.entry(guest.party.clone()).or_insert(next);
        ids.insert(guest.id.clone(), house.people.len());
        house.people.push(Person {
            party,
            sex: guest.sex,
            age: guest.age,
            needs: guest.needs.iter().copied().collect(),
            bed: guest.bed.as_ref().map(|b| beds[b]),
            pinned: guest.pinned,
        });
    }
    // A pair may name somebody who has left.
    house.keep_apart = raw
        .keep_apart
        .iter()
        .filter_map(|(a, b)| Some((*ids.get(a)?, *ids.get(b)?)))
        .collect();
    Case {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        house,
        optimum: raw.optimum,
    }
}

/// One house of the rooms and residents of several, with the arrivals of a case.
pub fn joined(houses: &[&Case], arrivals: &Case) -> House {
    let mut all = House {
        thresholds: arrivals.house.thresholds,
        ..House::default()
    };
    for house in houses.iter().map(|case| &case.house) {
        let (rooms, beds) = (all.rooms.len(), all.beds.len());
        all.rooms.extend(&house.rooms);
        all.beds.extend(house.beds.iter().map(|b| BedSpec {
            room: b.room + rooms,
            ..*b
        }));
        let names = add_people(&mut all, house, |p| p.bed.is_some());
        for person in all
            .people
            .iter_mut()
            .rev()
            .take(names.iter().flatten().count())
        {
            person.bed = person.bed.map(|bed| bed + beds);
        }
        let pairs = house.keep_apart.iter();
        all.keep_apart
            .extend(pairs.filter_map(|&(a, b)| Some((names[a]?, names[b]?))));
    }
    add_people(&mut all, &arrivals.house, |p| p.bed.is_none());
    all
}

/// Adds those people with parties of their own, and says who is who now.
fn add_people(
    all: &mut House,
    from: &House,
    wanted: impl Fn(&Person) -> bool,
) -> Vec<Option<usize>> {
    let first = all.people.iter().map(|p| p.party + 1).max().unwrap_or(0);
    let mut parties = HashMap::new();
    let add = |person: &Person| {
        wanted(person).then(|| {
            let next = first + parties.len();
            let party = *parties.entry(person.party).or_insert(next);
            all.people.push(Person { party, ..*person });
            all.people.len() - 1
        })
    };
    from.people.iter().map(add).collect()
}
