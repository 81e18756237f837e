//! Who is who in a register, and who came with whom.

use std::collections::BTreeMap;

use super::plan::Work;
use super::{Called, RegisterStay, RowProblem};
use crate::centre::Centre;
use crate::facts::{Beneficiary, Party};
use crate::id::{BeneficiaryId, PartyId};
use crate::import::Field;
use crate::terms::Relation;
use crate::time::{Instant, Span};

/// A person of a register.
pub(super) struct Person {
    /// As they are, or will be, in the record.
    pub fact: Beneficiary,
    /// In the record already.
    pub known: bool,
}

/// Everybody, each once; the works are told which of them they are about.
pub(super) fn people(centre: &Centre, works: &mut [Work], next_code: u32) -> Vec<Person> {
    let by_code: BTreeMap<u32, &Beneficiary> = centre
        .beneficiaries
        .values()
        .map(|person| (person.code, person))
        .collect();
    let given = works.iter().filter_map(|work| match work.stay.called {
        Called::Code(code) => Some(code + 1),
        _ => None,
    });
    let mut next = given.chain([next_code]).max().unwrap_or(next_code);
    let mut people: Vec<Person> = Vec::new();
    let mut seen: BTreeMap<Called, (usize, String)> = BTreeMap::new();
    for work in works.iter_mut() {
        let stay = &work.stay;
        if let Some((index, first)) = seen.get(&stay.called) {
            work.person = *index;
            let person = &mut people[*index];
            let row = (!person.known).then_some(first);
            if !person.known && person.fact.citizenship.is_none() {
                person.fact.citizenship.clone_from(&stay.citizenship);
            }
            let found = differences(centre, &person.fact, stay, row);
            work.problems.extend(found);
            continue;
        }
        let existing = match stay.called {
            Called::Code(code) => by_code.get(&code).copied(),
            _ => None,
        };
        let person = match existing {
            Some(fact) => {
                let found = differences(centre, fact, stay, None);
                work.problems.extend(found);
                Person {
                    fact: fact.clone(),
                    known: true,
                }
            }
            None => {
                let code = match stay.called {
                    Called::Code(code) => code,
                    _ => {
                        next += 1;
                        next - 1
                    }
                };
                Person {
                    fact: Beneficiary {
                        id: BeneficiaryId::new(),
                        code,
                        sex: stay.sex,
                        born: stay.born.month(stay.arrived.at.day()),
                        citizenship: stay.citizenship.clone(),
                        needs: stay.needs.clone(),
                    },
                    known: false,
                }
            }
        };
        work.person = people.len();
        if stay.called != Called::Nothing {
            seen.insert(stay.called.clone(), (people.len(), work.row.clone()));
        }
        people.push(person);
    }
    people
}

/// In what a row says otherwise of somebody than what counts: the record, or the first row about them.
fn differences(
    centre: &Centre,
    fact: &Beneficiary,
    stay: &RegisterStay,
    row: Option<&String>,
) -> Vec<RowProblem> {
    let arrived = stay.arrived.at;
    let said = stay.born.month(arrived.day());
    let other_birth = if fact.born.estimated || said.estimated {
        centre.age(fact, arrived).years.abs_diff(stay.age().years) > 1
    } else {
        (fact.born.year, fact.born.month) != (said.year, said.month)
    };
    let other_country = stay.citizenship.is_some() && stay.citizenship != fact.citizenship;
    [
        (Field::Sex, fact.sex != stay.sex),
        (Field::Born, other_birth),
        (Field::Citizenship, other_country),
    ]
    .into_iter()
    .filter(|(_, differs)| *differs)
    .map(|(field, _)| RowProblem::Differs {
        field,
        row: row.cloned(),
    })
    .collect()
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

/// Nobody is here twice at once: by two rows, or by a row and the record.
pub(super) fn nobody_twice(centre: &Centre, works: &mut [Work], people: &[Person]) {
    let mut of_person: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, work) in works.iter().enumerate() {
        of_person.entry(work.person).or_default().push(index);
    }
    let mut recorded: BTreeMap<BeneficiaryId, Vec<Span>> = BTreeMap::new();
    for stay in centre.stays.values() {
        recorded
            .entry(stay.beneficiary)
            .or_default()
            .push(stay.span);
    }
    for (person, rows) in of_person {
        let mut last: Option<usize> = None;
        for index in rows {
            let span = works[index].stay.span();
            if let Some(before) = last {
                let earlier = works[before].stay.span();
                if earlier.from == span.from {
                    let row = works[before].row.clone();
                    works[index].problems.push(RowProblem::Twice { row });
                } else if earlier.overlaps(span) && !give_way(works, before, index) {
                    let row = works[before].row.clone();
                    works[index].problems.push(RowProblem::Overlaps { row });
                }
            }
            // The one that lasts longer is what the next could overlap.
            let ends = |index: usize| works[index].stay.left.map_or(i64::MAX, |left| left.at.0);
            last = match last {
                Some(before) if ends(before) > ends(index) => Some(before),
                _ => Some(index),
            };
            let fact = &people[person].fact;
            let spans = recorded.get(&fact.id).map_or(&[][..], Vec::as_slice);
            let span = works[index].stay.span();
            if let Some(here) = spans.iter().find(|here| here.overlaps(span)) {
                works[index].problems.push(RowProblem::AlreadyHere {
                    since: here.from,
                    until: here.to,
                });
            }
        }
    }
}

/// Where only the day of leaving or of arriving is known, that time gives way to the other of the same day.
pub(super) fn give_way(works: &mut [Work], earlier: usize, later: usize) -> bool {
    let Some(left) = works[earlier].stay.left else {
        return false;
    };
    let arrived = works[later].stay.arrived;
    // Somebody who changed beds has times that were noted one by one.
    let simple = |index: usize| works[index].stay.slept.len() == 1;
    if left.at.day() != arrived.at.day() || !simple(earlier) || !simple(later) {
        return false;
    }
    if left.day_only && works[earlier].stay.arrived.at < arrived.at {
        works[earlier].leave_at(arrived.at);
        true
    } else if arrived.day_only && works[later].stay.left.is_none_or(|end| left.at < end.at) {
        works[later].arrive_at(left.at);
        true
    } else {
        false
    }
}
