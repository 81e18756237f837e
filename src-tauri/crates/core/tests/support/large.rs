//! Random houses of 24 to 240 beds, filled the way real ones fill: party after party, without breaches.

use super::random::{Dice, USES, sex};
use vatra_core::assignment::{BedSpec, House, Needs, Person, RoomSpec, brought_about};
use vatra_core::terms::{BedKind, RoomUse};

/// What arrives.
#[derive(Clone, Copy, Debug)]
pub enum Arrival {
    Single,
    Family,
    LargeFamily,
    ManyParties,
}

fn party(d: &mut Dice, number: usize, size: usize, adults: usize) -> Vec<Person> {
    (0..size)
        .map(|i| {
            let age = if i < adults {
                d.range(18, 55)
            } else {
                d.range(0, 17)
            } as u8;
            let needs = Needs {
                no_upper_bunk: d.chance(8),
                step_free: d.chance(4),
                isolation: d.chance(4) && size == 1,
            };
            Person {
                party: number,
                sex: sex(d, if i == 0 { 80 } else { 50 }),
                age,
                needs,
                bed: None,
                pinned: false,
            }
        })
        .collect()
}

fn any_party(d: &mut Dice, number: usize) -> Vec<Person> {
    match d.below(10) {
        0..=4 => party(d, number, 1, 1),
        5 => party(d, number, 1, 0),
        6 => {
            let size = d.range(2, 3);
            party(d, number, size, 2)
        }
        _ => {
            let size = d.range(2, 4);
            party(d, number, size, 1)
        }
    }
}

/// A house of so many beds, `full` per cent of the open ones taken.
pub fn house(seed: u64, beds: usize, full: usize, arrival: Arrival) -> House {
    let d = &mut Dice(seed);
    let mut h = House::default();
    while h.beds.len() < beds {
        let room = h.rooms.len();
        let room_use = if d.chance(35) {
            RoomUse::Women
        } else {
            d.pick(&USES)
        };
        h.rooms.push(RoomSpec {
            room_use,
            step_free: d.chance(25),
        });
        for _ in 0..d.range(1, 5).min(beds - h.beds.len()) {
            let kind = d.pick(&[
                BedKind::Single,
                BedKind::Single,
                BedKind::Lower,
                BedKind::Lower,
                BedKind::Upper,
                BedKind::Upper,
                BedKind::Cot,
            ]);
            h.beds.push(BedSpec {
                room,
                kind,
                closed: d.chance(5),
            });
        }
    }
    let open = h.beds.iter().filter(|b| !b.closed).count();
    let mut number = 0;
    let mut failures = 0;
    while h.people.len() < open * full / 100 && failures < 60 {
        let people = any_party(d, number);
        if admit(d, &mut h, people) {
            number += 1;
        } else {
            failures += 1;
        }
    }
    for p in 0..h.people.len() {
        h.people[p].pinned = d.chance(6);
    }
    let residents = h.people.len();
    match arrival {
        Arrival::Single => h.people.extend(any_party(d, number).into_iter().take(1)),
        Arrival::Family => {
            let (size, adults) = (d.range(2, 5), d.range(1, 2));
            h.people.extend(party(d, number, size, adults));
        }
        Arrival::LargeFamily => {
            let (size, adults) = (d.range(6, 9), d.range(1, 3));
            h.people.extend(party(d, number, size, adults));
        }
        Arrival::ManyParties => {
            for i in 0..d.range(2, 5) {
                let people = any_party(d, number + i);
                h.people.extend(people);
            }
        }
    }
    if d.chance(30) && residents > 0 {
        let (a, b) = (d.below(residents), residents);
        h.keep_apart.push((a, b));
    }
    h
}

/// Puts a party into free beds without bringing about a breach, most often into one room.
fn admit(d: &mut Dice, h: &mut House, people: Vec<Person>) -> bool {
    let from = h.people.len();
    let old = h.before();
    let together = d.chance(75);
    h.people.extend(people);
    for _ in 0..12 {
        let room = d.below(h.rooms.len());
        let mut plan = old.clone();
        plan.resize(h.people.len(), None);
        for p in from..h.people.len() {
            let free: Vec<usize> = (0..h.beds.len())
                .filter(|&b| {
                    (!together || h.beds[b].room == room)
                        && !h.beds[b].closed
                        && !plan.contains(&Some(b))
                })
                .collect();
            if !free.is_empty() {
                plan[p] = Some(d.pick(&free));
            }
        }
        let all = plan[from..].iter().all(Option::is_some);
        let mut before = old.clone();
        before.resize(h.people.len(), None);
        if all && brought_about(h, &before, &plan).is_empty() {
            for (person, bed) in h.people.iter_mut().zip(plan).skip(from) {
                person.bed = bed;
            }
            return true;
        }
    }
    h.people.truncate(from);
    false
}
