import type { Born, GroundKind, Hit, IdentityText, Instant, Need, Relation, Sex, StayId } from '../../bridge/types';
import { isGrown, readAge, type ReadAge } from '../age';

/** Where somebody is to sleep: a bed, the bed of another member, or that of somebody who is here already. */
export type Place = { bed: string } | { with: number } | { beside: StayId };

/** A member of the party as far as it is typed. Undefined: as the rest of the party suggests. */
export interface Person {
  key: number;
  /** Added as an adult; what is typed as age decides. */
  grown: boolean;
  known: Known | null;
  /** Of a party that was expected: it is their row, though nothing is typed into it yet. */
  expected?: true;
  relation: Relation | undefined;
  sex: Sex;
  age: string;
  needs: Need[];
  citizenship: string | null | undefined;
  ground: GroundKind | null | undefined;
  identity: IdentityText;
  /** Picked by hand. */
  place: Place | null;
}

/** Somebody who was here before. */
export type Known = Pick<Hit, 'beneficiary' | 'code' | 'years' | 'from' | 'to'>;

const FEMALE: readonly Relation[] = ['mother', 'daughter', 'sister', 'grandmother'];
const MALE: readonly Relation[] = ['father', 'son', 'brother', 'grandfather'];

export function newPerson(key: number, grown: boolean): Person {
  return {
    key,
    grown,
    known: null,
    relation: undefined,
    sex: 'female',
    age: '',
    needs: [],
    citizenship: undefined,
    ground: undefined,
    identity: { name: '', documents: '', notes: '' },
    place: null,
  };
}

/** Nothing was typed yet, and it is nobody's row. */
export function isBlank(person: Person): boolean {
  return person.known === null && !person.expected && person.age.trim() === '';
}

export function ageOf(person: Person, now: Instant): ReadAge {
  return readAge(person.age, now);
}

/** The age in years as far as it can be told; null where nothing readable was typed. */
export function yearsOf(person: Person, now: Instant): number | null {
  const age = ageOf(person, now);
  return age.is === 'read' ? age.years : null;
}

export function bornOf(person: Person, now: Instant): Born | null {
  const age = ageOf(person, now);
  return age.is === 'read' ? age.born : null;
}

export function isAdult(person: Person, now: Instant): boolean {
  const years = yearsOf(person, now);
  return years === null ? person.grown : isGrown(years);
}

/** Whose family this is: the first adult, or the first of all where there is none. */
export function leadOf(people: Person[], now: Instant): Person | undefined {
  return people.find((person) => isAdult(person, now)) ?? people[0];
}

/** What was chosen, or what the others suggest: a woman with children is their mother, and who comes later is a child or a relative. */
export function relationOf(people: Person[], person: Person, now: Instant, joins = false): Relation {
  if (person.relation) return person.relation;
  const female = person.sex === 'female';
  if (joins) return isAdult(person, now) ? 'relative' : female ? 'daughter' : 'son';
  const lead = leadOf(people, now);
  if (!lead) return 'head';
  if (person === lead) {
    const parent = people.some((other) => other !== lead && isChildOf(other, lead, now));
    return parent ? (female ? 'mother' : 'father') : 'head';
  }
  if (isChildOf(person, lead, now)) return female ? 'daughter' : 'son';
  if (isAdult(person, now)) return 'relative';
  return female ? 'sister' : 'brother';
}

function isChildOf(person: Person, lead: Person, now: Instant): boolean {
  if (isAdult(person, now)) return false;
  if (isAdult(lead, now)) return true;
  const [child, parent] = [yearsOf(person, now), yearsOf(lead, now)];
  return child !== null && parent !== null && parent - child >= 12;
}

/** The sex that a relation says, if it says one. */
export function sexOf(relation: Relation): Sex | null {
  if (FEMALE.includes(relation)) return 'female';
  return MALE.includes(relation) ? 'male' : null;
}

/** The same relation for somebody of the other sex. */
export function turned(relation: Relation, sex: Sex): Relation {
  const [from, to] = sex === 'male' ? [FEMALE, MALE] : [MALE, FEMALE];
  return to[from.indexOf(relation)] ?? relation;
}

/** The ground that was chosen; minors who come with an adult accompany them. */
export function groundOf(people: Person[], person: Person, now: Instant): GroundKind | null {
  if (person.ground !== undefined) return person.ground;
  return accompanies(people, person, now) ? 'accompanying' : null;
}

export function accompanies(people: Person[], person: Person, now: Instant): boolean {
  const lead = leadOf(people, now);
  return lead !== undefined && person !== lead && isAdult(lead, now) && !isAdult(person, now);
}
