//! A checker of plans written apart from the engine: a slow and literal reading of the rules.
//! Of the engine it uses the shape of the data and nothing else.

use vatra_core::assignment::{House, Person};
use vatra_core::terms::{BedKind, RoomUse, Sex};

type Plan = [Option<usize>];

fn adult(p: &Person) -> bool {
    p.age >= 18
}

fn room(h: &House, plan: &Plan, p: usize) -> Option<usize> {
    plan[p].map(|b| h.beds[b].room)
}

fn same_room(h: &House, plan: &Plan, a: usize, b: usize) -> bool {
    room(h, plan, a).is_some() && room(h, plan, a) == room(h, plan, b)
}

/// Every breach: rule, first person, second person (the first again where there is only one).
pub fn broken(h: &House, plan: &Plan) -> Vec<(&'static str, usize, usize)> {
    let t = &h.thresholds;
    let mut out = vec![];
    for (i, p) in h.people.iter().enumerate() {
        let Some(b) = plan[i] else { continue };
        let bed = &h.beds[b];
        if bed.closed {
            out.push(("B1", i, i));
        }
        if bed.kind == BedKind::Cot && p.age >= t.cot_age {
            out.push(("B2", i, i));
        }
        if bed.kind == BedKind::Upper && (p.age < t.upper_bunk_age || p.needs.no_upper_bunk) {
            out.push(("B3", i, i));
        }
        if p.needs.step_free && !h.rooms[bed.room].step_free {
            out.push(("B4", i, i));
        }
        let own_adult_here = h
            .people
            .iter()
            .enumerate()
            .any(|(j, q)| j != i && q.party == p.party && adult(q) && same_room(h, plan, i, j));
        let party_has_adult = h
            .people
            .iter()
            .enumerate()
            .any(|(j, q)| q.party == p.party && adult(q) && plan[j].is_some());
        if p.age < t.with_adult_age && !adult(p) && party_has_adult && !own_adult_here {
            out.push(("R5", i, i));
        }
        for (j, q) in h.people.iter().enumerate() {
            if i == j || !same_room(h, plan, i, j) {
                continue;
            }
            if i < j && (h.keep_apart.contains(&(i, j)) || h.keep_apart.contains(&(j, i))) {
                out.push(("R1", i, j));
            }
            if p.party == q.party {
                continue;
            }
            if !adult(p) && adult(q) && (q.sex != Sex::Female || !own_adult_here) {
                out.push(("R2", i, j));
            }
            if i < j && p.sex != q.sex && p.age >= t.opposite_sex_age && q.age >= t.opposite_sex_age
            {
                out.push(("R3", i, j));
            }
            if p.needs.isolation {
                out.push(("R4", i, j));
            }
        }
    }
    out
}

/// What is wrong with a plan, or nothing.
pub fn faults(h: &House, plan: &Plan) -> Vec<String> {
    let before: Vec<Option<usize>> = h.people.iter().map(|p| p.bed).collect();
    faults_from(h, plan, &broken(h, &before))
}

/// The same when what was broken before is known.
pub fn faults_from(h: &House, plan: &Plan, before: &[(&'static str, usize, usize)]) -> Vec<String> {
    let mut out = vec![];
    let stays = |p: usize| h.people[p].bed == plan[p];
    for i in 0..h.people.len() {
        if plan[i].is_none() {
            out.push(format!("{i} has no bed"));
        }
        for j in 0..i {
            if plan[i].is_some() && plan[i] == plan[j] {
                out.push(format!("{i} and {j} in one bed"));
            }
        }
        if h.people[i].pinned && h.people[i].bed.is_some() && !stays(i) {
            out.push(format!("P1 {i}"));
        }
    }
    if moves(h, plan) > usize::from(h.thresholds.max_moves) {
        out.push("P2".into());
    }
    for b in broken(h, plan) {
        if !(before.contains(&b) && stays(b.1) && stays(b.2)) {
            out.push(format!("{b:?}"));
        }
    }
    out
}

fn moves(h: &House, plan: &Plan) -> usize {
    (0..h.people.len())
        .filter(|&i| h.people[i].bed.is_some() && h.people[i].bed != plan[i])
        .count()
}

/// The five numbers.
pub fn numbers(h: &House, plan: &Plan) -> [u32; 5] {
    let n = h.people.len();
    let of_party = |k: usize| (0..n).filter(move |&i| h.people[i].party == k);
    let has_minor = |k: usize| of_party(k).any(|i| !adult(&h.people[i]));
    let mut c = [moves(h, plan), 0, 0, 0, 0];
    let mut parties: Vec<usize> = h.people.iter().map(|p| p.party).collect();
    parties.sort_unstable();
    parties.dedup();
    for k in parties {
        let mut rooms: Vec<_> = of_party(k).filter_map(|i| room(h, plan, i)).collect();
        rooms.sort_unstable();
        rooms.dedup();
        c[1] += rooms.len().saturating_sub(1);
    }
    for i in 0..n {
        for j in 0..i {
            let (a, b) = (h.people[i].party, h.people[j].party);
            if same_room(h, plan, i, j) && a != b && (has_minor(a) || has_minor(b)) {
                c[2] += 1;
            }
        }
    }
    for r in 0..h.rooms.len() {
        let before = h
            .people
            .iter()
            .any(|p| p.bed.is_some_and(|b| h.beds[b].room == r));
        let after = (0..n).any(|i| room(h, plan, i) == Some(r));
        c[3] += usize::from(!before && after);
    }
    for (i, p) in h.people.iter().enumerate() {
        let (Some(r), true) = (room(h, plan, i), p.bed.is_none() || p.bed != plan[i]) else {
            continue;
        };
        let suits = match h.rooms[r].room_use {
            RoomUse::Any => true,
            RoomUse::Women => {
                if adult(p) {
                    p.sex == Sex::Female
                } else {
                    of_party(p.party).any(|j| adult(&h.people[j]) && h.people[j].sex == Sex::Female)
                }
            }
            RoomUse::Men => adult(p) && p.sex == Sex::Male,
            RoomUse::Family => of_party(p.party).count() >= 2 && has_minor(p.party),
            RoomUse::Minors => !adult(p) && !of_party(p.party).any(|j| adult(&h.people[j])),
            RoomUse::Isolation => p.needs.isolation,
        };
        c[4] += usize::from(!suits);
    }
    c.map(|x| x as u32)
}
