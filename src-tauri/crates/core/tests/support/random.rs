//! Random houses, the same on every machine.

use vatra_core::assignment::{BedSpec, House, Needs, Person, RoomSpec, Thresholds};
use vatra_core::terms::{BedKind, RoomUse, Sex};

/// A small generator (splitmix64), so that a seed means the same house for ever.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    pub fn range(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

pub const USES: [RoomUse; 6] = [
    RoomUse::Women,
    RoomUse::Men,
    RoomUse::Family,
    RoomUse::Minors,
    RoomUse::Isolation,
    RoomUse::Any,
];

pub fn sex(d: &mut Dice, women: usize) -> Sex {
    if d.chance(women) {
        Sex::Female
    } else {
        Sex::Male
    }
}

fn person(d: &mut Dice, party: usize, ages: &[u8]) -> Person {
    let needs = Needs {
        no_upper_bunk: d.chance(12),
        step_free: d.chance(8),
        isolation: d.chance(7),
    };
    Person {
        party,
        sex: sex(d, 60),
        age: d.pick(ages),
        needs,
        bed: None,
        pinned: false,
    }
}

/// Up to seven beds, anybody anywhere: breaches already there, pinned, closed, several parties arriving,
/// parties of which one part is here and another arrives.
pub fn tiny(seed: u64) -> House {
    let d = &mut Dice(seed);
    let ages: &[u8] = if d.chance(50) {
        &[1, 4, 8, 11, 14, 25, 30, 40]
    } else {
        &[8, 14, 25, 30, 40, 50]
    };
    let rooms = d.range(1, 4);
    let mut h = House {
        thresholds: Thresholds {
            max_moves: d.pick(&[0, 1, 2, 3, 4, 4, 4, 7]),
            ..Thresholds::default()
        },
        ..House::default()
    };
    if d.chance(10) {
        h.thresholds.cot_age = 9;
    }
    for _ in 0..rooms {
        h.rooms.push(RoomSpec {
            room_use: d.pick(&USES),
            step_free: d.chance(40),
        });
    }
    let plain = d.chance(30);
    for _ in 0..d.range(2, 7) {
        let kind = if plain {
            BedKind::Single
        } else {
            d.pick(&[
                BedKind::Single,
                BedKind::Single,
                BedKind::Lower,
                BedKind::Upper,
                BedKind::Cot,
            ])
        };
        let room = d.below(rooms);
        h.beds.push(BedSpec {
            room,
            kind,
            closed: d.chance(8),
        });
    }
    let mut parties = 0;
    let mut free: Vec<usize> = (0..h.beds.len()).collect();
    d.shuffle(&mut free);
    let count = d.range(1, h.beds.len());
    let arrivals = d.range(1, count.min(4));
    for i in 0..count {
        let party = if parties > 0 && d.chance(45) {
            d.below(parties)
        } else {
            parties
        };
        parties = parties.max(party + 1);
        let mut who = person(d, party, ages);
        if i >= arrivals {
            who.bed = free.pop();
            who.pinned = d.chance(10);
        }
        h.people.push(who);
    }
    d.shuffle(&mut h.people);
    while d.chance(25) && count > 1 {
        let (a, b) = (d.below(count), d.below(count));
        h.keep_apart.push((a, b));
    }
    // Mostly start from few breaches: try a few times to seat residents with fewer of them.
    if d.chance(60) {
        settle(d, &mut h);
    }
    h
}

/// A nearly full small house without many breaches, where a plan often needs moves.
pub fn tight(seed: u64) -> House {
    let d = &mut Dice(seed ^ 0x5151);
    let ages: &[u8] = d.pick(&[
        &[8u8, 14, 25, 40][..],
        &[2, 8, 14, 25, 30, 40],
        &[14, 25, 30, 40, 50],
    ]);
    let mut h = House {
        thresholds: Thresholds {
            max_moves: d.pick(&[2, 3, 4, 5]),
            ..Thresholds::default()
        },
        ..House::default()
    };
    let rooms = d.range(2, 5);
    for _ in 0..rooms {
        h.rooms.push(RoomSpec {
            room_use: d.pick(&USES),
            step_free: d.chance(60),
        });
    }
    let count = d.range(5, 7);
    for bed in 0..count {
        let kind = d.pick(&[
            BedKind::Single,
            BedKind::Single,
            BedKind::Single,
            BedKind::Upper,
            BedKind::Cot,
        ]);
        h.beds.push(BedSpec {
            room: if bed < rooms { bed } else { d.below(rooms) },
            kind,
            closed: d.chance(4),
        });
    }
    let people = d.range(count - 2, count);
    let arrivals = d.range(1, 2);
    let mut parties = 0;
    let mut free: Vec<usize> = (0..count).collect();
    d.shuffle(&mut free);
    for i in 0..people {
        let party = if parties > 0 && d.chance(40) {
            parties - 1
        } else {
            parties
        };
        parties = parties.max(party + 1);
        let mut who = person(d, party, ages);
        if i >= arrivals {
            who.bed = free.pop();
            who.pinned = d.chance(4);
        }
        h.people.push(who);
    }
    d.shuffle(&mut h.people);
    if d.chance(20) {
        let (a, b) = (d.below(people), d.below(people));
        h.keep_apart.push((a, b));
    }
    for _ in 0..3 {
        settle(d, &mut h);
    }
    h
}

fn settle(d: &mut Dice, h: &mut House) {
    let residents: Vec<usize> = (0..h.people.len())
        .filter(|&p| h.people[p].bed.is_some())
        .collect();
    let count = |h: &House| {
        super::naive::broken(h, &h.people.iter().map(|p| p.bed).collect::<Vec<_>>()).len()
    };
    let mut now = count(h);
    for _ in 0..30 {
        if now == 0 || residents.is_empty() {
            return;
        }
        let (p, bed) = (d.pick(&residents), d.below(h.beds.len()));
        let old = h.people[p].bed;
        let other = residents
            .iter()
            .copied()
            .find(|&q| h.people[q].bed == Some(bed));
        h.people[p].bed = Some(bed);
        if let Some(q) = other.filter(|&q| q != p) {
            h.people[q].bed = old;
        }
        let then = count(h);
        if then <= now {
            now = then;
        } else {
            if let Some(q) = other.filter(|&q| q != p) {
                h.people[q].bed = Some(bed);
            }
            h.people[p].bed = old;
        }
    }
}
