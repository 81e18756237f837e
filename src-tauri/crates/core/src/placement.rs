//! The centre at an instant as room assignment sees it, and what its rules say of a bed for somebody.

use std::collections::{BTreeMap, BTreeSet};

use crate::assignment::{Arrangement, BedSpec, Breach, House, Person, RoomSpec, Thresholds, rules};
use crate::centre::Centre;
use crate::facts::{BedAssignment, HeldBed, Stay};
use crate::id::{BedId, BeneficiaryId, HoldId, PartyId, StayId};
use crate::refusal::{RuleBreach, WhyNot};
use crate::terms::{Need, Sex};
use crate::time::{Instant, Span};

/// People in beds at an instant, by index, with the tables that lead back to the record.
pub struct Scene {
    /// Rooms, beds and people for the rules.
    pub house: House,
    /// The bed of each person.
    pub beds: Vec<Option<usize>>,
    /// The code of each person.
    pub codes: Vec<String>,
    /// The stay of each person; none for an arrival.
    pub stays: Vec<Option<StayId>>,
    /// The beds of the record, in the order of the house's first beds. Behind them the house has one
    /// bed more for each infant that shares one, so that the rules see the infant in the room.
    pub bed_ids: Vec<BedId>,
    /// The same beds as people say them.
    pub bed_labels: Vec<String>,
    /// The numbers of the rooms.
    pub room_numbers: Vec<u16>,
    /// Infants who share a bed, each with the adult whose bed it is.
    pub shares: Vec<(usize, usize)>,
    /// Beds that somebody has now and that are to be closed or held before long.
    pub closing: Vec<usize>,
    /// Of these, those that are to be closed: nobody takes one over in silence.
    to_be_closed: Vec<usize>,
    away: Vec<bool>,
    who: Vec<Option<BeneficiaryId>>,
    apart: Vec<(BeneficiaryId, BeneficiaryId)>,
    parties: BTreeMap<PartyId, usize>,
}

/// Somebody at the door, as far as room assignment is concerned.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Who it is, if they were here before.
    pub who: Option<BeneficiaryId>,
    /// The code they are to have.
    pub code: String,
    /// Female or male.
    pub sex: Sex,
    /// Age in completed years.
    pub years: u16,
    /// What they need.
    pub needs: Vec<Need>,
}

impl Scene {
    /// Everybody whose stay runs at an instant.
    #[must_use]
    pub fn of(centre: &Centre, at: Instant) -> Self {
        let stays: Vec<&Stay> = centre.stays_at(at).collect();
        Self::with(
            centre,
            at,
            &stays.iter().map(|stay| stay.id).collect::<Vec<_>>(),
        )
    }

    /// These stays, in this order; those that don't run at that instant without a bed.
    fn with(centre: &Centre, at: Instant, stays: &[StayId]) -> Self {
        let thresholds = centre
            .policy(at)
            .map_or_else(Thresholds::default, |policy| Thresholds {
                opposite_sex_age: policy.opposite_sex_age,
                with_adult_age: policy.with_adult_age,
                upper_bunk_age: policy.upper_bunk_age,
                cot_age: policy.cot_age,
                max_moves: policy.max_moves,
            });
        let mut scene = Self {
            house: House {
                thresholds,
                ..House::default()
            },
            beds: Vec::new(),
            codes: Vec::new(),
            stays: Vec::new(),
            bed_ids: Vec::new(),
            bed_labels: Vec::new(),
            room_numbers: Vec::new(),
            shares: Vec::new(),
            closing: Vec::new(),
            to_be_closed: Vec::new(),
            away: Vec::new(),
            who: Vec::new(),
            apart: Vec::new(),
            parties: BTreeMap::new(),
        };
        let mut rooms: Vec<_> = centre.rooms.values().collect();
        rooms.sort_by_key(|room| room.number);
        for (index, room) in rooms.into_iter().enumerate() {
            scene.house.rooms.push(RoomSpec {
                room_use: room.room_use,
                step_free: room.step_free,
            });
            scene.room_numbers.push(room.number);
            let mut beds: Vec<_> = centre.standing_beds(room.id, at).collect();
            beds.sort_by_key(|bed| bed.number);
            for bed in beds {
                scene.house.beds.push(BedSpec {
                    room: index,
                    kind: bed.kind,
                    closed: false,
                });
                scene.bed_ids.push(bed.id);
                scene.bed_labels.push(centre.bed_label(bed.id));
            }
        }
        for id in stays {
            scene.add_resident(centre, *id, at);
        }
        scene.close(centre, at);
        for share in centre
            .bed_shares
            .values()
            .filter(|share| share.span.contains(at))
        {
            let pair = scene
                .person_index(share.stay)
                .zip(scene.person_index(share.with));
            scene.shares.extend(pair);
        }
        let pairs = centre
            .apart_pairs
            .values()
            .filter(|pair| pair.span.contains(at));
        scene.apart = pairs.map(|pair| (pair.one, pair.other)).collect();
        scene.keep_apart();
        scene
    }

    /// Closed and held beds take nobody who comes now; whoever is in one that is to be closed or held stays until then.
    /// A hold counts whenever it begins: nobody is put where somebody else is promised to be.
    fn close(&mut self, centre: &Centre, at: Instant) {
        let closed = closed_to(centre, Span::since(at));
        for id in closed.union(&held_from(centre, at, &[])) {
            let Some(bed) = self.bed_index(*id) else {
                continue;
            };
            if self.beds.contains(&Some(bed)) && closed.contains(id) {
                self.to_be_closed.push(bed);
            }
            if self.beds.contains(&Some(bed)) {
                self.closing.push(bed);
            } else {
                self.house.beds[bed].closed = true;
            }
        }
    }

    /// Nor does a bed take those whom the record puts there at this very instant. Whom it is held for, and who may not
    /// have it therefore, is asked elsewhere.
    fn close_to_newcomers(&mut self, centre: &Centre, at: Instant) {
        let came = centre.bed_assignments.values();
        for one in came.filter(|one| one.span.from == at) {
            if let Some(bed) = self.bed_index(one.bed)
                && closed_to(centre, one.span).contains(&one.bed)
            {
                self.house.beds[bed].closed = true;
            }
        }
    }

    /// Those who have come into a bed since: whoever came before them and is still here slept in another. They keep that
    /// bed, as does whoever had one that changed since.
    pub fn add_those_since(&mut self, centre: &Centre, at: Instant) {
        let since = centre.bed_assignments.values();
        let mut since: Vec<_> = since.filter(|one| one.span.from > at).collect();
        since.sort_by_key(|one| (one.span.from, one.id));
        for one in since {
            if let Some(person) = self.person_index(one.stay) {
                self.house.people[person].pinned = true;
            }
            let Some(bed) = self.bed_index(one.bed) else {
                continue;
            };
            match self.beds.iter().position(|taken| *taken == Some(bed)) {
                Some(holder) => self.house.people[holder].pinned = true,
                None => self.add_since(centre, one, bed),
            }
        }
        let pairs = centre.apart_pairs.values();
        let pairs = pairs.filter(|pair| pair.span.from > at);
        self.apart.extend(pairs.map(|pair| (pair.one, pair.other)));
        self.keep_apart();
    }

    fn add_since(&mut self, centre: &Centre, one: &BedAssignment, bed: usize) {
        let stay = centre.stays.get(&one.stay);
        let person = stay.and_then(|stay| centre.beneficiaries.get(&stay.beneficiary));
        let (Some(stay), Some(person)) = (stay, person) else {
            return;
        };
        let next = self.parties.len();
        let party = *self.parties.entry(stay.party).or_insert(next);
        let needs: Vec<_> = person.needs.iter().copied().collect();
        let (years, code) = (
            centre.age(person, one.span.from).years,
            centre.code_of(one.stay),
        );
        self.push(
            party,
            person.sex,
            years,
            &needs,
            Some(bed),
            Some(one.stay),
            code,
        );
        if let (Some(own), Some(who)) = (self.house.people.last_mut(), self.who.last_mut()) {
            own.pinned = true;
            *who = Some(person.id);
        }
    }

    /// The pairs who are kept apart, as far as both are in the scene; whoever moved since is there twice.
    fn keep_apart(&mut self) {
        let places = |who: &BeneficiaryId| -> Vec<usize> {
            let all = self.who.iter().enumerate();
            let theirs = all.filter(|(_, other)| **other == Some(*who));
            theirs.map(|(index, _)| index).collect()
        };
        let mut both = Vec::new();
        for (one, other) in &self.apart {
            for place in places(one) {
                both.extend(places(other).into_iter().map(|there| (place, there)));
            }
        }
        self.house.keep_apart = both;
    }

    /// The beds of these holds are free for those for whom they were kept, unless something else keeps them.
    pub fn open_holds(&mut self, centre: &Centre, holds: &[HoldId], at: Instant) {
        let mut kept = closed_to(centre, Span::since(at));
        kept.extend(held_from(centre, at, holds));
        let theirs = centre.held_beds.values();
        let theirs = theirs.filter(|held| holds.contains(&held.hold) && !kept.contains(&held.bed));
        for bed in theirs
            .filter_map(|held| self.bed_index(held.bed))
            .collect::<Vec<_>>()
        {
            self.house.beds[bed].closed = false;
            self.closing.retain(|other| *other != bed);
        }
    }

    fn add_resident(&mut self, centre: &Centre, id: StayId, at: Instant) {
        let stay = centre.stays.get(&id);
        let person = stay.and_then(|stay| centre.beneficiaries.get(&stay.beneficiary));
        let (Some(stay), Some(person)) = (stay, person) else {
            // Not in this version of the record: a place without a bed keeps the numbering.
            self.push(
                usize::MAX,
                Sex::Female,
                0,
                &[],
                None,
                Some(id),
                String::new(),
            );
            return;
        };
        let next = self.parties.len();
        let party = *self.parties.entry(stay.party).or_insert(next);
        let needs: Vec<_> = person.needs.iter().copied().collect();
        let years = centre.age(person, at).years;
        let runs = stay.span.contains(at);
        let mut bed = centre
            .bed_of(id, at)
            .filter(|_| runs)
            .and_then(|bed| self.bed_index(bed));
        if let (Some(shared), Some(_)) = (bed, centre.share_of(id, at)) {
            bed = Some(beside(&mut self.house, shared));
        }
        self.push(
            party,
            person.sex,
            years,
            &needs,
            bed,
            Some(id),
            centre.code_of(id),
        );
        if let Some(who) = self.who.last_mut() {
            *who = Some(person.id).filter(|_| runs);
        }
        if let Some(away) = self.away.last_mut() {
            *away = centre.absence_of(id, at).is_some();
        }
    }

    /// Adds somebody who has no bed yet, and gives the index. All arrivals are one party: that of the
    /// resident whom they join, or one of their own.
    pub fn add_arrival(&mut self, arrival: &Arrival, joins: Option<StayId>) -> usize {
        let joined = joins
            .and_then(|stay| self.person_index(stay))
            .map(|index| self.house.people[index].party);
        let party = joined.unwrap_or(self.parties.len());
        self.push(
            party,
            arrival.sex,
            arrival.years,
            &arrival.needs,
            None,
            None,
            arrival.code.clone(),
        );
        let index = self.codes.len() - 1;
        self.who[index] = arrival.who;
        self.keep_apart();
        index
    }

    #[allow(clippy::too_many_arguments)]
    fn push(
        &mut self,
        party: usize,
        sex: Sex,
        years: u16,
        needs: &[Need],
        bed: Option<usize>,
        stay: Option<StayId>,
        code: String,
    ) {
        let age = u8::try_from(years).unwrap_or(u8::MAX);
        let needs = needs.iter().copied().collect();
        self.house.people.push(Person {
            party,
            sex,
            age,
            needs,
            bed,
            pinned: false,
        });
        self.beds.push(bed);
        self.stays.push(stay);
        self.codes.push(code);
        self.away.push(false);
        self.who.push(None);
    }

    /// Whether a person is away for a while.
    #[must_use]
    pub fn is_away(&self, person: usize) -> bool {
        self.away[person]
    }

    /// The index of a bed of the record.
    #[must_use]
    pub fn bed_index(&self, bed: BedId) -> Option<usize> {
        self.bed_ids.iter().position(|id| *id == bed)
    }

    /// The index of a person by the stay.
    #[must_use]
    pub fn person_index(&self, stay: StayId) -> Option<usize> {
        self.stays.iter().position(|id| *id == Some(stay))
    }

    /// Puts somebody into a bed beside an adult: an infant who shares one.
    pub fn share(&mut self, infant: usize, adult: usize) {
        self.shares.push((infant, adult));
        if let Some(bed) = self.beds[adult] {
            self.beds[infant] = Some(beside(&mut self.house, bed));
        }
    }

    /// What it would bring about if people lay otherwise than before: an infant lies where the adult does whose bed
    /// it shares.
    #[must_use]
    pub fn brought_about(&self, before: &Arrangement, mut after: Arrangement) -> Vec<RuleBreach> {
        let mut house = self.house.clone();
        for bed in &self.to_be_closed {
            let taken = |people: &Arrangement| people.iter().position(|taken| *taken == Some(*bed));
            house.beds[*bed].closed = taken(&after) != taken(before);
        }
        for (infant, adult) in &self.shares {
            let own = after[*infant].is_some_and(|bed| bed < self.bed_ids.len());
            let Some(bed) = after[*adult].filter(|_| !own) else {
                continue;
            };
            let like = |other: usize| {
                let (one, other) = (&house.beds[bed], &house.beds[other]);
                (one.room, one.kind) == (other.room, other.kind)
            };
            if !after[*infant].is_some_and(like) {
                after[*infant] = Some(beside(&mut house, bed));
            }
        }
        self.said(&rules::brought_about(&house, before, &after))
    }

    /// Why somebody can't be put into a bed, everybody else staying where they are.
    #[must_use]
    pub fn why_not(&self, person: usize, bed: usize) -> Option<WhyNot> {
        let other = self.beds.iter().position(|taken| *taken == Some(bed));
        if let Some(other) = other.filter(|other| *other != person) {
            if self.stays[other].is_none() {
                return Some(WhyNot::Picked);
            }
            return Some(WhyNot::Taken {
                who: self.codes[other].clone(),
                away: self.away[other],
            });
        }
        let mut after = self.beds.clone();
        after[person] = Some(bed);
        let mut before = self.beds.clone();
        before[person] = self.house.people[person].bed;
        let breaches = self.brought_about(&before, after);
        (!breaches.is_empty()).then_some(WhyNot::Rules { breaches })
    }

    /// Breaches that hold now, in a form that can be put into words.
    #[must_use]
    pub fn standing(&self) -> Vec<RuleBreach> {
        self.said(&rules::breaches(&self.house, &self.beds))
    }

    /// Breaches with codes and numbers for indices.
    #[must_use]
    pub fn said(&self, breaches: &[Breach]) -> Vec<RuleBreach> {
        let code = |person: usize| self.codes[person].clone();
        let say = |breach: &Breach| RuleBreach {
            rule: breach.rule,
            code: code(breach.person),
            other: breach.other.map(code),
            room: self.room_numbers[breach.room],
        };
        breaches.iter().map(say).collect()
    }
}

/// The beds that are closed to whoever would be in them for this time. A closure that begins within the first term
/// counts already, and so does a bed that is taken away within it.
fn closed_to(centre: &Centre, time: Span) -> BTreeSet<BedId> {
    let days = centre
        .policy(time.from)
        .map_or(30, |policy| i64::from(policy.term_days));
    let term = time.from.plus_minutes(days * 24 * 60);
    let first = Span {
        to: Some(time.to.map_or(term, |to| to.min(term))),
        ..time
    };
    let closed = centre.closures.values();
    let closed = closed.filter(|closure| closure.span.overlaps(first));
    let goes = centre.bed_standings.values();
    let goes = goes.filter(|one| one.span.to.is_some_and(|to| first.contains(to)));
    closed
        .map(|one| one.bed)
        .chain(goes.map(|one| one.bed))
        .collect()
}

/// The beds that are held at an instant or at any time from then on, but for these holds.
pub(crate) fn held_from(centre: &Centre, at: Instant, but: &[HoldId]) -> BTreeSet<BedId> {
    let counts = |held: &&HeldBed| {
        let hold = centre.holds.get(&held.hold);
        hold.is_some_and(|hold| !but.contains(&hold.id) && hold.span.overlaps(Span::since(at)))
    };
    let held = centre.held_beds.values().filter(counts);
    held.map(|held| held.bed).collect()
}

/// A place in somebody's bed, of the same kind and in the same room, and never taken otherwise.
fn beside(house: &mut House, bed: usize) -> usize {
    let BedSpec { room, kind, .. } = house.beds[bed];
    house.beds.push(BedSpec {
        room,
        kind,
        closed: false,
    });
    house.beds.len() - 1
}

/// The breaches that a change of the record brings about at an instant. Those that stood before among
/// people who all stay where they are don't count.
#[must_use]
pub fn new_breaches(before: &Centre, after: &Centre, at: Instant) -> Vec<RuleBreach> {
    new_breaches_through(before, after, at, at)
}

/// The same, at an instant and whenever somebody has come into a bed from then until another: what is noted late may
/// break a rule only with those who came meanwhile.
#[must_use]
pub fn new_breaches_through(
    before: &Centre,
    after: &Centre,
    from: Instant,
    to: Instant,
) -> Vec<RuleBreach> {
    let own = after.bed_assignments.values().map(|one| one.span.from);
    let shared = after.bed_shares.values().map(|one| one.span.from);
    let came = own.chain(shared).filter(|at| *at > from && *at <= to);
    let moments: BTreeSet<Instant> = came.chain([from, to]).collect();
    let mut found: Vec<RuleBreach> = Vec::new();
    for at in moments {
        for breach in new_breaches_at(before, after, at) {
            if !found.iter().any(|known| known.same(&breach)) {
                found.push(breach);
            }
        }
    }
    found
}

fn new_breaches_at(before: &Centre, after: &Centre, at: Instant) -> Vec<RuleBreach> {
    let mut stays: Vec<_> = before
        .stays_at(at)
        .chain(after.stays_at(at))
        .map(|s| s.id)
        .collect();
    stays.sort_unstable();
    stays.dedup();
    let mut old = Scene::with(before, at, &stays);
    let mut new = Scene::with(after, at, &stays);
    old.close_to_newcomers(before, at);
    new.close_to_newcomers(after, at);
    let standing = rules::breaches(&old.house, &old.beds);
    let room =
        |scene: &Scene, person: usize| scene.beds[person].map(|bed| scene.house.beds[bed].room);
    let stays = |person: usize| {
        let shares = new.beds[person].is_some_and(|bed| bed >= new.bed_ids.len());
        if shares {
            room(&old, person) == room(&new, person)
        } else {
            old.beds[person] == new.beds[person]
        }
    };
    let stood = |breach: &Breach| {
        let same =
            |b: &Breach| (b.rule, b.person, b.other) == (breach.rule, breach.person, breach.other);
        standing.iter().any(same) && stays(breach.person) && breach.other.is_none_or(stays)
    };
    let mut found = rules::breaches(&new.house, &new.beds);
    found.retain(|breach| !stood(breach));
    new.said(&found)
}
