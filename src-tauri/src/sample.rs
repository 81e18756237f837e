//! The sample centre: the day of 2 March 2009, when 23 of 24 places were taken, and the months that led
//! there. Everybody in it is invented. The history stands in `assets/sample/history.txt` and is played
//! through the same verbs that staff use.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use vatra_core::facts::{Recovery, Staff};
use vatra_core::id::{BeneficiaryId, RecoveryId, StaffId, StayId};
use vatra_core::terms::{
    AbsenceKind, Body, DepartureReason, Destination, GroundKind, PhaseKind, Relation, Role, Sex,
};
use vatra_core::time::{Instant, WallTime};
use vatra_core::verbs::{
    self, Asking, Born, CheckIn, Decision, Discharge, Extend, IdentityText, Leave, Member, Move,
    MoveOne, NewPlace, Override, Return, Sleeps, Who,
};
use vatra_core::{Centre, Fact};
use vatra_store::{DataKey, Entry, Home, RecoveryIdentity, Slot, Store, StoreError, WorkFactor};

use crate::problem::{Failure, Problem};

/// Who signs in to the sample centre as its manager.
pub const MANAGER: &str = "MC";
/// Who signs in to the sample centre as its receptionist.
pub const RECEPTION: &str = "RA";
/// With what both sign in. It is no secret: nobody in the sample exists.
pub const PASSPHRASE: &str = "sample centre";

const HISTORY: &str = include_str!("../../assets/sample/history.txt");

/// The moment of the scene: 2 March 2009, 16:10.
#[must_use]
pub fn scene() -> Instant {
    wall("2009-03-02T16:10")
        .and_then(|wall| wall.instant().ok_or(Failure::System))
        .unwrap_or(Instant(0))
}

/// Makes the sample centre in its folder.
///
/// # Errors
/// Fails where the folder can't be written.
pub fn make(home: &Home) -> Result<(), Problem> {
    let keys = home.keys();
    let key = DataKey::random()?;
    let staff = |name: &str, role| -> Result<Staff, StoreError> {
        let slot = Slot::new(name, PASSPHRASE, WorkFactor::NONE)?;
        keys.put(&slot)?;
        Ok(Staff {
            id: StaffId::new(),
            name: name.to_owned(),
            role,
            public_key: slot.public_key(),
        })
    };
    let manager = staff(MANAGER, Role::Manager)?;
    let reception = staff(RECEPTION, Role::Reception)?;
    let public_key = RecoveryIdentity::generate().public_key();
    let recovery = Recovery {
        id: RecoveryId::new(),
        public_key,
    };
    let everybody = [
        &manager.public_key,
        &reception.public_key,
        &recovery.public_key,
    ];
    keys.seal_data_key(&key, &everybody.map(Clone::clone))?;
    let mut problem = None;
    let made = Store::create(&home.file(), &key, |store| {
        let mut player = Player::new(store, manager, reception, recovery);
        player.play().map_err(|error| {
            problem = Some(error);
            StoreError::Damaged("the sample's history")
        })
    });
    match (made, problem) {
        (Ok(_), _) => Ok(()),
        (Err(_), Some(problem)) => Err(problem),
        (Err(error), None) => Err(error.into()),
    }
}

/// Plays the history, a line an action.
struct Player<'a> {
    store: &'a mut Store,
    manager: Staff,
    reception: Staff,
    recovery: Recovery,
    centre: Centre,
    people: BTreeMap<u32, BeneficiaryId>,
}

type Fields<'a> = std::str::Split<'a, char>;

impl<'a> Player<'a> {
    fn new(store: &'a mut Store, manager: Staff, reception: Staff, recovery: Recovery) -> Self {
        let centre = Centre::default();
        Self {
            store,
            manager,
            reception,
            recovery,
            centre,
            people: BTreeMap::new(),
        }
    }

    fn play(&mut self) -> Result<(), Problem> {
        for line in HISTORY
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let mut fields = line.split(';');
            let happened = wall(next(&mut fields)?)?;
            let recorded = match next(&mut fields)? {
                "" => happened,
                noted => wall(noted)?,
            };
            let now = recorded.instant().ok_or(Failure::System)?;
            let asking = Asking {
                role: Role::Manager,
                now,
            };
            let verb = next(&mut fields)?;
            if verb == "undo" {
                self.undo_last(next(&mut fields)?, asking)?;
                continue;
            }
            let decision = self.decide(verb, &mut fields, happened, asking)?;
            let manager = ["found", "employ", "extend"].contains(&verb);
            let staff = if manager {
                self.manager.id
            } else {
                self.reception.id
            };
            self.append(&Entry::new(decision, staff, now))?;
        }
        Ok(())
    }

    fn append(&mut self, entry: &Entry) -> Result<(), Problem> {
        let head = self.store.head()?;
        let seq = self.store.append(head, entry)?;
        self.centre.apply(&entry.decision.changes, seq);
        for fact in &entry.decision.changes.add {
            if let Fact::Beneficiary(person) = fact {
                self.people.insert(person.code, person.id);
            }
        }
        Ok(())
    }

    fn undo_last(&mut self, reason: &str, asking: Asking) -> Result<(), Problem> {
        let last = self.store.head()?;
        let recorded = self.store.recorded(last)?.ok_or(Failure::System)?;
        let decision = verbs::undo(&self.centre, &recorded, Some(reason.to_owned()), asking)?;
        let mut entry = Entry::new(decision, self.reception.id, asking.now);
        entry.undoes = Some(last);
        self.append(&entry)
    }

    fn decide(
        &self,
        verb: &str,
        fields: &mut Fields<'_>,
        happened: WallTime,
        asking: Asking,
    ) -> Result<Decision, Problem> {
        let at = Some(happened);
        let decision = match verb {
            "found" => {
                let found = verbs::proposal();
                verbs::found(&found, self.manager.clone(), self.recovery.clone(), asking)
            }
            "employ" => verbs::employ(&self.centre, self.reception.clone(), asking),
            "in" => {
                let (request, first) = self.check_in(fields, at)?;
                verbs::check_in(&self.centre, &request, first, asking)
            }
            "move" => {
                let moves = next(fields)?.split(' ').map(|one| {
                    let (code, bed) = one.split_once('>').ok_or(Failure::System)?;
                    Ok(MoveOne {
                        stay: self.stay(code)?,
                        to: NewPlace::Bed(self.bed(bed)?),
                    })
                });
                let moves = moves.collect::<Result<_, Problem>>()?;
                verbs::move_people(
                    &self.centre,
                    &Move {
                        moves,
                        at,
                        reason: Override(None),
                    },
                    asking,
                )
            }
            "out" => {
                let stays = self.stays(next(fields)?)?;
                let kind = read(next(fields)?, AbsenceKind::from_text)?;
                let expected_return = Some(wall(next(fields)?)?);
                verbs::leave(
                    &self.centre,
                    &Leave {
                        stays,
                        at,
                        kind,
                        expected_return,
                        back: None,
                    },
                    asking,
                )
            }
            "back" => {
                let stays = self.stays(next(fields)?)?;
                verbs::return_to_house(&self.centre, &Return { stays, at }, asking)
            }
            "extend" => {
                let stays = self.stays(next(fields)?)?;
                let days = number(next(fields)?)?;
                let authority = Some(read(next(fields)?, Body::from_text)?);
                let reason = next(fields)?.to_owned();
                verbs::extend(
                    &self.centre,
                    &Extend {
                        stays,
                        days,
                        authority,
                        reason,
                        at: None,
                    },
                    asking,
                )
            }
            "leave" => {
                let stays = self.stays(next(fields)?)?;
                let reason = Some(read(next(fields)?, DepartureReason::from_text)?);
                let destination = Some(read(next(fields)?, Destination::from_text)?);
                let request = Discharge {
                    stays,
                    at,
                    reason,
                    destination,
                    minors_stay: None,
                };
                verbs::discharge(&self.centre, &request, asking)
            }
            _ => return Err(Failure::System.into()),
        };
        Ok(decision?)
    }

    /// `referrer;territory;member, member...` and the code of the first member.
    fn check_in(
        &self,
        fields: &mut Fields<'_>,
        at: Option<WallTime>,
    ) -> Result<(CheckIn, u32), Problem> {
        let referrer = Some(read(next(fields)?, Body::from_text)?);
        let territory = Some(next(fields)?.to_owned());
        let mut first = None;
        let mut members = Vec::new();
        for member in next(fields)?.split(", ") {
            let (code, member) = self.member(member)?;
            first.get_or_insert(code);
            members.push(member);
        }
        let phase = PhaseKind::Crisis;
        let request = CheckIn {
            at,
            referrer,
            territory,
            phase,
            members,
            joins: None,
            hold: None,
            waiting: None,
            moves: Vec::new(),
            reason: Override(None),
        };
        Ok((request, first.unwrap_or(1)))
    }

    /// `code relation sex birth-date ground bed [isolation]`
    fn member(&self, text: &str) -> Result<(u32, Member), Problem> {
        let mut words = text.split(' ');
        let mut word = || words.next().ok_or(Failure::System);
        let code: u32 = number(word()?)?;
        let relation = read(word()?, Relation::from_text)?;
        let sex = read(word()?, Sex::from_text)?;
        let born: NaiveDate = word()?.parse().map_err(|_| Failure::System)?;
        let ground = read(word()?, GroundKind::from_text)?;
        let bed = self.bed(word()?)?;
        let needs = words
            .filter_map(vatra_core::terms::Need::from_text)
            .collect::<BTreeSet<_>>();
        let accompanies = ground == GroundKind::Accompanying;
        let known = self.people.get(&code).copied();
        let member = Member {
            who: known.map_or(Who::New, Who::Known),
            relation,
            sex,
            born: Born::On(born),
            citizenship: Some("MD".to_owned()),
            needs,
            ground: Some(ground),
            decided_by: (!accompanies).then_some(Body::NrsTeam),
            identity: IdentityText {
                name: format!("Exemplu / Пример / Sample K-{code:03}"),
                documents: String::new(),
                notes: String::new(),
            },
            sleeps: Sleeps::Bed(bed),
        };
        Ok((code, member))
    }

    fn bed(&self, label: &str) -> Result<vatra_core::id::BedId, Problem> {
        let mut beds = self.centre.beds.keys();
        let bed = beds.find(|bed| self.centre.bed_label(**bed) == label);
        Ok(*bed.ok_or(Failure::System)?)
    }

    fn stays(&self, codes: &str) -> Result<Vec<StayId>, Problem> {
        codes.split(' ').map(|code| self.stay(code)).collect()
    }

    /// The latest stay of a code.
    fn stay(&self, code: &str) -> Result<StayId, Problem> {
        let person = self.people.get(&number(code)?).ok_or(Failure::System)?;
        let stays = self
            .centre
            .stays
            .values()
            .filter(|stay| stay.beneficiary == *person);
        Ok(stays
            .max_by_key(|stay| stay.span.from)
            .ok_or(Failure::System)?
            .id)
    }
}

fn next<'a>(fields: &mut Fields<'a>) -> Result<&'a str, Failure> {
    fields.next().ok_or(Failure::System)
}

fn read<T>(text: &str, from: impl Fn(&str) -> Option<T>) -> Result<T, Failure> {
    from(text).ok_or(Failure::System)
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::System)
}

fn wall(text: &str) -> Result<WallTime, Failure> {
    let local =
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| Failure::System)?;
    Ok(WallTime {
        local,
        second: false,
    })
}
