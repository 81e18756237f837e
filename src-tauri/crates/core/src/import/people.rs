//! Who is who in a register, and who came with whom.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::plan::Work;
use super::{Called, RegisterStay, RowProblem};
use crate::centre::Centre;
use crate::facts::{Age, Beneficiary, BirthMonth, Identity, Party};
use crate::id::{BeneficiaryId, IdentityId, PartyId};
use crate::import::Field;
use crate::spelling::same;
use crate::terms::Relation;
use crate::time::Instant;
use crate::verbs::LONGEST_TEXT;

/// A person of a register.
pub(super) struct Person {
    /// As they are, or will be, in the record.
    pub fact: Beneficiary,
    /// In the record already.
    pub known: bool,
    /// Who they are, by the record or by all rows together.
    identity: Identity,
    /// By the record: then no row adds to it.
    identified: bool,
    /// The first row about them.
    first: String,
    /// The rows by which something counts, where it isn't the first.
    counts: BTreeMap<Field, String>,
}

impl Person {
    fn new(fact: Beneficiary, known: bool, identity: Option<Identity>, first: String) -> Self {
        let nothing = Identity {
            id: IdentityId::new(),
            beneficiary: fact.id,
            name: String::new(),
            born_on: None,
            documents: String::new(),
            notes: String::new(),
            born_reduced: false,
        };
        Self {
            fact,
            known,
            identified: identity.is_some(),
            identity: identity.unwrap_or(nothing),
            first,
            counts: BTreeMap::new(),
        }
    }

    /// Who they are, where only the rows say so.
    pub fn identity(&self) -> Option<&Identity> {
        Some(&self.identity).filter(|identity| !self.identified && !identity.says_nothing())
    }

    /// Takes in what a row says of them. Rows come in the order in which people came.
    fn hear(&mut self, row: &str, stay: &RegisterStay) -> Option<RowProblem> {
        let mut counts = |field| drop(self.counts.insert(field, row.to_owned()));
        if !self.known {
            if self.fact.citizenship.is_none() && stay.citizenship.is_some() {
                self.fact.citizenship.clone_from(&stay.citizenship);
                counts(Field::Citizenship);
            }
            // A pregnancy passes: what was needed last. A row that names nothing doesn't say that nothing is needed.
            if !stay.needs.is_empty() {
                self.fact.needs.clone_from(&stay.needs);
                counts(Field::Needs);
            }
        }
        if self.identified {
            return None;
        }
        let who = &mut self.identity;
        let born_on = stay.born.date();
        if who.born_on.is_none() && born_on.is_some() && !other_birth(&self.fact, None, stay) {
            who.born_on = born_on;
            if let Some(born_on) = born_on.filter(|_| !self.known) {
                self.fact.born = BirthMonth::of(born_on);
            }
            counts(Field::Born);
        }
        if who.name.is_empty() && !stay.name.is_empty() {
            who.name.clone_from(&stay.name);
            counts(Field::Name);
        }
        if who.documents.is_empty() && !stay.documents.is_empty() {
            who.documents.clone_from(&stay.documents);
            counts(Field::Documents);
        }
        if !who.notes.contains(&stay.notes) {
            let apart = if who.notes.is_empty() { "" } else { "\n" };
            let notes = format!("{}{apart}{}", who.notes, stay.notes);
            if notes.chars().count() > LONGEST_TEXT {
                let field = Field::Notes;
                return Some(RowProblem::TooLong { field });
            }
            who.notes = notes;
        }
        None
    }

    /// In what a row says otherwise than what counts: the record, or another row.
    fn differences(&self, stay: &RegisterStay) -> Vec<RowProblem> {
        let (fact, who) = (&self.fact, &self.identity);
        let other = |said: &str, counts: &str| !said.is_empty() && said != counts;
        let name = other(&stay.name, &who.name) && !same(&stay.name, &who.name);
        // A date that the record doesn't hold is not added to it.
        let unheard = self.identified && stay.born.date().is_some() && who.born_on.is_none();
        let born = unheard || other_birth(fact, who.born_on, stay);
        let country = stay.citizenship.is_some() && stay.citizenship != fact.citizenship;
        let notes = self.identified && !who.notes.contains(&stay.notes);
        [
            (Field::Sex, fact.sex != stay.sex),
            (Field::Born, born),
            (Field::Citizenship, country),
            (Field::Needs, !stay.needs.is_subset(&fact.needs)),
            (Field::Name, name),
            (Field::Documents, other(&stay.documents, &who.documents)),
            (Field::Notes, notes),
        ]
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(field, _)| RowProblem::Differs {
            field,
            row: (self.counts.get(&field))
                .or(Some(&self.first).filter(|_| !self.known))
                .cloned(),
        })
        .collect()
    }
}

/// Whether a row says another birth of somebody. An estimate is allowed a year.
pub(super) fn other_birth(
    fact: &Beneficiary,
    exact: Option<NaiveDate>,
    stay: &RegisterStay,
) -> bool {
    let arrived = stay.arrived.at.day();
    let said = stay.born.month(arrived);
    if let Some((exact, said)) = exact.zip(stay.born.date()) {
        return exact != said;
    }
    if fact.born.estimated || said.estimated {
        let born = exact.unwrap_or_else(|| fact.born.first_day());
        return Age::on(born, arrived).years.abs_diff(stay.age().years) > 1;
    }
    (fact.born.year, fact.born.month) != (said.year, said.month)
}

/// Everybody, each once; the works are told which of them they are about.
pub(super) fn people(centre: &Centre, works: &mut [Work], next_code: u32) -> Vec<Person> {
    let by_code: BTreeMap<u32, &Beneficiary> = centre
        .beneficiaries
        .values()
        .map(|person| (person.code, person))
        .collect();
    let identities: BTreeMap<BeneficiaryId, &Identity> = (centre.identities.values())
        .map(|identity| (identity.beneficiary, identity))
        .collect();
    let given = works.iter().filter_map(|work| match work.stay.called {
        Called::Code(code) => Some(code + 1),
        _ => None,
    });
    let mut next = given.chain([next_code]).max().unwrap_or(next_code);
    let mut people: Vec<Person> = Vec::new();
    let mut seen: BTreeMap<Called, usize> = BTreeMap::new();
    for work in works.iter_mut() {
        let stay = &work.stay;
        work.person = match seen.get(&stay.called) {
            Some(index) => *index,
            None => {
                let existing = match stay.called {
                    Called::Code(code) => by_code.get(&code).copied(),
                    _ => None,
                };
                let fact = existing.cloned().unwrap_or_else(|| Beneficiary {
                    id: BeneficiaryId::new(),
                    code: match stay.called {
                        Called::Code(code) => code,
                        _ => {
                            next += 1;
                            next - 1
                        }
                    },
                    sex: stay.sex,
                    born: stay.born.month(stay.arrived.at.day()),
                    citizenship: None,
                    needs: BTreeSet::new(),
                });
                let identity = identities.get(&fact.id).map(|one| (*one).clone());
                let known = existing.is_some();
                people.push(Person::new(fact, known, identity, work.row.clone()));
                people.len() - 1
            }
        };
        if stay.called != Called::Nothing {
            seen.insert(stay.called.clone(), work.person);
        }
        let found = people[work.person].hear(&work.row, stay);
        work.problems.extend(found);
    }
    for work in works.iter_mut() {
        let found = people[work.person].differences(&work.stay);
        work.problems.extend(found);
    }
    people
}

/// How long after the last of a family has left the same name may still be the same party.
const SAME_FAMILY_MINUTES: i64 = 24 * 60;

/// A party of this program's own export keeps its members, whenever they came: its number is no name.
fn is_own_number(name: &str) -> bool {
    name.strip_prefix("p-")
        .is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// Who came together. Families return: the same name around another time is another party.
pub(super) fn parties(works: &mut [Work]) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    let mut running: BTreeMap<String, (usize, Option<Instant>)> = BTreeMap::new();
    for work in works.iter_mut() {
        let stay = &work.stay;
        let until = stay
            .left
            .map(|left| left.at.plus_minutes(SAME_FAMILY_MINUTES));
        let joined = stay.party.as_ref().and_then(|name| {
            let (party, end) = running.get_mut(name)?;
            let together = is_own_number(name) || end.is_none_or(|end| stay.arrived.at <= end);
            if !together {
                return None;
            }
            *end = end.zip(until).map(|(one, other)| one.max(other));
            Some(*party)
        });
        work.party = joined.unwrap_or_else(|| {
            parties.push(Party {
                id: PartyId::new(),
                referrer: stay.referrer,
                territory: stay.territory.clone(),
            });
            if let Some(name) = &stay.party {
                running.insert(name.clone(), (parties.len() - 1, until));
            }
            parties.len() - 1
        });
        let party = &mut parties[work.party];
        party.referrer = party.referrer.or(stay.referrer);
        if party.territory.is_none() {
            party.territory.clone_from(&stay.territory);
        }
    }
    relations(works);
    parties
}

/// What nobody said: the first adult is the one the others came with, a child of theirs is a daughter or
/// son.
fn relations(works: &mut [Work]) {
    let mut sizes: BTreeMap<usize, (usize, bool, bool)> = BTreeMap::new();
    for work in works.iter() {
        let (size, adult, headed) = sizes.entry(work.party).or_default();
        *size += 1;
        *adult |= work.stay.age().is_adult();
        *headed |= work.stay.relation == Some(Relation::Head);
    }
    for work in works.iter_mut() {
        if work.stay.relation.is_some() {
            continue;
        }
        let adult = work.stay.age().is_adult();
        let Some((size, has_adult, headed)) = sizes.get_mut(&work.party) else {
            continue;
        };
        work.stay.relation = Some(match work.stay.sex {
            _ if *size == 1 || (!*headed && (adult || !*has_adult)) => {
                *headed = true;
                Relation::Head
            }
            _ if adult => Relation::Relative,
            crate::terms::Sex::Female => Relation::Daughter,
            crate::terms::Sex::Male => Relation::Son,
        });
    }
}
