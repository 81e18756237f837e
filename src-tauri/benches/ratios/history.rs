//! A centre that has been full for years, made through the same verbs and the same store as by hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vatra_core::facts::{Recovery, Staff};
use vatra_core::id::{RecoveryId, StaffId, StayId};
use vatra_core::terms::Role;
use vatra_core::verbs::{self, Asking, Decision};
use vatra_core::view::{self, Draft};
use vatra_core::{Centre, Instant, Refusal};
use vatra_store::{DataKey, Entry, Home, Keys, RecoveryIdentity, Slot, Store, Window, WorkFactor};

/// Who signs in; no secret, and no cost worth speaking of.
pub const NAME: &str = "Ana";
pub const PASSPHRASE: &str = "corect cal baterie";

const DAY: i64 = 24 * 60;
/// People in the house at the end of every day; two places stay free.
const FULL: usize = 21;

/// How busy the centre is.
#[derive(Clone, Copy)]
pub struct Pace {
    /// The shortest stay, in days; the longest is four times as long.
    pub shortest: i64,
    /// How many people go out and come back on a day.
    pub errands: usize,
}

impl Pace {
    /// Four weeks on average, and one errand a day.
    pub const USUAL: Self = Self {
        shortest: 12,
        errands: 1,
    };
}

/// A folder with a history behind it.
pub struct Place {
    pub folder: PathBuf,
    pub now: Instant,
    pub key: DataKey,
    pub actions: i64,
}

/// A centre that was opened so many days before `now`: a copy of the one that an earlier run made, as decades
/// take minutes to make. A file of another schema is made anew.
pub fn made(folder: &Path, days: i64, now: Instant, pace: Pace) -> Place {
    let kept = folder.join(format!("{}-{days}", vatra_store::VERSION));
    if !kept.join("backups.json").is_file() {
        let _ = std::fs::remove_dir_all(&kept);
        make(&kept, days, now, pace);
    }
    let measured = folder.join("measured");
    let _ = std::fs::remove_dir_all(&measured);
    copy(&kept, &measured);
    let key = Keys::at(&measured.join("keys"))
        .open(NAME, PASSPHRASE)
        .expect("a key");
    let store = Home::take(&measured)
        .and_then(|home| home.open(&key, now))
        .expect("a centre");
    let actions = store.head().expect("a head");
    Place {
        folder: measured,
        now,
        key,
        actions,
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let into = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).expect("a file");
        }
    }
}

/// Makes a centre that was opened so many days before `now`.
fn make(folder: &Path, days: i64, now: Instant, pace: Pace) {
    let home = Home::take(folder).expect("a folder");
    let key = DataKey::random().expect("a key");
    let keys: Keys = home.keys();
    let slot = Slot::new(NAME, PASSPHRASE, WorkFactor::NONE).expect("a slot");
    keys.put(&slot).expect("a key");
    let public_key = slot.public_key();
    let recovery = Recovery {
        id: RecoveryId::new(),
        public_key: RecoveryIdentity::generate().public_key(),
    };
    keys.seal_data_key(&key, &[public_key.clone(), recovery.public_key.clone()])
        .expect("a key");
    let manager = Staff {
        id: StaffId::new(),
        name: NAME.into(),
        role: Role::Manager,
        public_key,
    };
    let start = now.plus_minutes(-days * DAY);
    let store = Store::create(&home.file(), &key, |store| {
        let mut life = Life {
            store,
            staff: manager.id,
            pace,
            now: start,
            head: 0,
            leaving: BTreeMap::new(),
        };
        let decision = verbs::found(
            &verbs::proposal(),
            manager.clone(),
            recovery.clone(),
            life.asking(),
        );
        life.record(decision.expect("a centre"));
        for day in 0..days {
            life.now = start.plus_minutes(day * DAY + 60);
            life.day(day);
        }
        Ok(())
    });
    let actions = store.expect("a centre").head().expect("a head");
    // Where backups stand: none is due while something is measured.
    let kept = json!({ "folders": [], "every": 1_000_000, "last": [actions, now.0] });
    std::fs::write(folder.join("backups.json"), kept.to_string()).expect("a file");
}

struct Life<'a> {
    store: &'a mut Store,
    staff: StaffId,
    pace: Pace,
    now: Instant,
    head: i64,
    /// On which day each party leaves.
    leaving: BTreeMap<i64, Vec<Vec<StayId>>>,
}

impl Life<'_> {
    fn asking(&self) -> Asking {
        Asking {
            role: Role::Manager,
            now: self.now,
        }
    }

    fn centre(&self) -> Centre {
        self.store
            .load(&Window::from(self.now))
            .expect("the record")
    }

    fn record(&mut self, decision: Decision) {
        let entry = Entry::new(decision, self.staff, self.now);
        self.head = self.store.append(self.head, &entry).expect("an action");
        self.now = self.now.plus_minutes(1);
    }

    fn decide<R: serde::de::DeserializeOwned>(
        &mut self,
        request: Value,
        verb: impl FnOnce(&Centre, &R, Asking) -> Result<Decision, Refusal>,
    ) -> bool {
        let request: R = serde_json::from_value(request).expect("a request");
        let decided = verb(&self.centre(), &request, self.asking());
        decided.map(|decision| self.record(decision)).is_ok()
    }

    /// Departures, arrivals, somebody out and back, and once a week assistance for everybody.
    fn day(&mut self, day: i64) {
        for party in self.leaving.remove(&day).unwrap_or_default() {
            self.decide(
                json!({ "stays": party, "at": null, "reason": "completed",
                "destination": "family", "minors_stay": null }),
                verbs::discharge,
            );
        }
        let mut number = day;
        while self.centre().stays_at(self.now).count() < FULL && self.arrive(day, number) {
            number += 1;
        }
        let here: Vec<StayId> = self
            .centre()
            .stays_at(self.now)
            .map(|stay| stay.id)
            .collect();
        for errand in 0..self.pace.errands.min(here.len()) {
            let one = here[(day as usize + errand) % here.len()];
            self.decide(
                json!({ "stays": [one], "kind": "authority", "expected_return": null,
                "at": null }),
                verbs::leave,
            );
            self.now = self.now.plus_minutes(180);
            self.decide(
                json!({ "stays": [one], "at": null }),
                verbs::return_to_house,
            );
        }
        if day % 7 == 0 {
            self.decide(
                json!({ "stays": here, "kind": "legal", "name": null, "day": null }),
                verbs::assist,
            );
        }
    }

    /// A woman, or a mother with two children, where room assignment puts them; a woman where a family doesn't fit.
    fn arrive(&mut self, day: i64, number: i64) -> bool {
        let centre = self.centre();
        let next = self.store.next_code().expect("a code");
        let sizes = if number % 3 == 0 { &[3, 1][..] } else { &[1] };
        let placed = (sizes.iter()).find_map(|size| {
            let request = self.placed(&centre, next, party(vec![Value::Null; *size], number)?)?;
            Some((request, *size == 3))
        });
        let Some((request, family)) = placed else {
            return false;
        };
        let before: Vec<StayId> = centre.stays.keys().copied().collect();
        let done = self.decide(request, |centre, request, asking| {
            verbs::check_in(centre, request, next, asking)
        });
        let centre = self.centre();
        let new: Vec<StayId> = centre
            .stays
            .keys()
            .filter(|stay| !before.contains(stay))
            .copied()
            .collect();
        let shortest = self.pace.shortest;
        let length = shortest + number * 7 % (3 * shortest + 1) + i64::from(family);
        self.leaving.entry(day + length).or_default().push(new);
        done
    }

    /// A party in the beds of the best proposal that breaks no rule.
    fn placed(&self, centre: &Centre, next: u32, mut request: Value) -> Option<Value> {
        let mut draft = json!({ "at": null, "members": request["members"].clone(), "picking": 0 });
        for member in draft["members"].as_array_mut()? {
            member["sleeps"] = Value::Null;
        }
        let draft: Draft = serde_json::from_value(draft).expect("a draft");
        let usable = view::usable(centre, &draft, next, self.asking()).expect("an answer");
        let mut proposals = usable.proposals.into_iter();
        let proposal = proposals.find(|one| one.breaches.is_empty())?;
        for (member, bed) in proposal.beds.iter().enumerate() {
            request["members"][member]["sleeps"]["id"] = json!(bed);
        }
        let moves = proposal
            .moves
            .iter()
            .map(|one| json!({ "stay": one.stay, "to": { "in": "bed", "id": one.bed } }));
        request["moves"] = moves.collect();
        Some(request)
    }
}

/// A party for these beds; the first member is a grown woman, the others are her children.
pub fn party(beds: Vec<Value>, number: i64) -> Option<Value> {
    if beds.is_empty() {
        return None;
    }
    let alone = beds.len() == 1;
    let members: Vec<Value> = beds
        .into_iter()
        .enumerate()
        .map(|(place, bed)| {
            let (relation, sex, age) = match (place, alone) {
                (0, true) => ("head", "female", 19 + number % 40),
                (0, false) => ("mother", "female", 22 + number % 18),
                (1, _) => ("daughter", "female", 3 + number % 8),
                _ => ("son", "male", 2 + number % 7),
            };
            let name = format!("Persoana {number} {place}");
            json!({ "who": { "is": "new" }, "relation": relation, "sex": sex,
                "born": { "is": "aged", "value": age }, "citizenship": "MD", "needs": [],
                "ground": "presumed_victim", "decided_by": "nrs_team",
                "identity": { "name": name, "documents": "", "notes": "" },
                "sleeps": { "in": "bed", "id": bed } })
        })
        .collect();
    Some(
        json!({ "at": null, "referrer": "police", "territory": "MD-OR", "phase": "crisis",
        "members": members, "reason": "so decided" }),
    )
}
