import { untrack } from 'svelte';
import type {
  AgeGroup, Body, CheckIn, Draft, Expected, GroundKind, Hit, HoldId, Instant, Need, PersonView, PhaseKind, Problem, Proposal, Relation, RuleBreach, Sex, Sleeps,
  StayId, Stuck, Usable, WaitingId, WallTime, Wish,
} from '../../bridge/types';
import { app } from '../../state/app.svelte';
import { alsoKeep, dropDraft } from '../../state/draft.svelte';
import { isoDay } from '../../words/dates';
import { groupOf } from '../age';
import {
  bornOf, groundOf, isAdult, isBlank, newPerson, relationOf, sexOf, turned, yearsOf, type Person, type Place,
} from './party';
import { NO_WAYS, placesOf, type Ways } from './ways';

/** A party that was expected: what is known of it, and as whom it was: on the waiting list, or by a hold alone. */
export interface Coming {
  label: string;
  members: Expected[];
  hold: HoldId | null;
  /** When the hold ends. */
  until: Instant | null;
  waiting: WaitingId | null;
}

/** A party at the door. It stays as typed while other screens are looked at. */
class Arrival {
  people = $state<Person[]>([newPerson(1, true)]);
  /** For whom a bed is being picked. */
  picking = $state(1);
  referrer = $state<Body | null>(null);
  territory = $state<string | null>(null);
  citizenship = $state<string | null>(null);
  phase = $state<PhaseKind>('crisis');
  decidedBy = $state<Body | null>(null);
  at = $state<WallTime | null>(null);
  atWrong = $state(false);
  reason = $state('');
  /** Somebody whose party they belong to, where it is here already. */
  joins = $state.raw<{ stay: StayId; code: string } | null>(null);
  /** As whom they were expected: on the waiting list, or by a hold alone. */
  expected = $state.raw<Omit<Coming, 'members'> | null>(null);
  /** Who is to be checked in while others are half typed: that is asked about first. */
  next = $state.raw<Coming | null>(null);
  /** The ways to give them beds that were found, best first. */
  ways = $state.raw<Ways>(NO_WAYS);
  /** Which of them was chosen; the best where none was. */
  wish = $state<Wish | null>(null);
  /** Why nothing fits, where that is so. */
  stuck = $state.raw<Stuck | null>(null);
  codes = $state.raw<ReadonlyMap<number, string>>(new Map());
  /** The party with its beds. */
  whole = $state.raw<Usable | null>(null);
  /** The beds for one of them: for whom, and which. */
  answer = $state.raw<{ key: number; usable: Usable } | null>(null);
  /** Why beds can't be shown. */
  trouble = $state.raw<Problem | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What only a manager's reason goes past, as it was answered: of this party, or of these beds. */
  past = $state<'party' | 'beds' | null>(null);
  /** Checking in was tried: what is missing is marked. */
  tried = $state(false);
  busy = $state(false);
  #last = 1;
  #planned = $derived(placesOf(this.ways, this.plan));
  /** Ages are those on the day of arrival. */
  #day = $derived(this.at?.local.slice(0, 10) ?? isoDay(app.now));

  /** Noon of the day of arrival. */
  get now(): Instant {
    return Date.parse(`${this.#day}T12:00:00Z`);
  }

  add(grown: boolean): Person {
    this.#last += 1;
    this.people.push(newPerson(this.#last, grown));
    if (this.picked(this.picking)) this.picking = this.#last;
    // As it stands in the list: what was pushed is not what the screen follows.
    return this.people[this.people.length - 1] as Person;
  }

  /** A party that was expected has come. Of others nothing is lost unasked, and nothing of theirs is taken for its own. */
  expect(coming: Coming): void {
    if (this.#isBlankBut({ expected: null })) this.begin(coming);
    else this.next = coming;
  }

  /** What is known of a party that was expected is typed already. */
  begin({ members, label, hold, until, waiting }: Coming): void {
    this.reset();
    this.expected = { label, hold, until, waiting };
    app.go('checkin');
    if (members.length === 0) return;
    this.people = [];
    for (const member of members) {
      const person = this.add(member.years >= 18);
      person.expected = true;
      person.sex = member.sex;
      // Of an infant the list knows no months, and these are to be typed: a bare 0 would be newly born.
      person.age = member.years < 1 ? '' : String(member.years);
      person.needs = [...member.needs];
    }
    this.picking = this.people[0]?.key ?? 0;
  }

  /** They are a party of their own, and share the bed of nobody who is here. */
  joinNobody(): void {
    this.joins = null;
    for (const person of this.people) {
      if (person.place && 'beside' in person.place) person.place = null;
    }
  }

  remove(key: number): void {
    this.people = this.people.filter((person) => person.key !== key);
    for (const person of this.people) {
      if (person.place && 'with' in person.place && person.place.with === key) person.place = null;
    }
    if (this.people.length === 0) this.add(true);
    if (!this.person(this.picking)) this.picking = this.people[0]?.key ?? 0;
  }

  /** Somebody who was here before takes the last empty row, or a new one. */
  recognise(hit: Hit, before: PersonView | null): Person {
    const last = this.people.at(-1);
    const person = last && isBlank(last) ? last : this.add(hit.years >= 18);
    person.known = hit;
    person.sex = hit.sex;
    person.age = String(hit.years);
    person.needs = before?.needs ?? [];
    if (hit.citizenship) person.citizenship = hit.citizenship;
    return person;
  }

  setAge(person: Person, text: string): void {
    person.age = text;
  }

  setNeeds(person: Person, needs: Need[]): void {
    person.needs = needs;
  }

  setSex(person: Person, sex: Sex): void {
    person.sex = sex;
    if (person.relation) person.relation = turned(person.relation, sex);
  }

  setRelation(person: Person, relation: Relation): void {
    person.relation = relation;
    person.sex = sexOf(relation) ?? person.sex;
  }

  person(key: number): Person | undefined {
    return this.people.find((person) => person.key === key);
  }

  code(key: number): string {
    return this.person(key)?.known?.code ?? this.codes.get(key) ?? '';
  }

  relation(person: Person): Relation {
    return relationOf(this.people, person, this.now, this.joins !== null);
  }

  ground(person: Person): GroundKind | null {
    return groundOf(this.people, person, this.now);
  }

  /** How somebody is drawn; until an age is typed, as they were added. */
  group(person: Person): AgeGroup {
    return groupOf(person.sex, yearsOf(person, this.now) ?? (isAdult(person, this.now) ? 30 : 8));
  }

  country(person: Person): string | null {
    return person.citizenship === undefined ? this.citizenship : person.citizenship;
  }

  /** The plan that is followed: none where every bed was picked by hand and no plan was chosen since. */
  get plan(): Proposal | null {
    const { list } = this.ways;
    const chosen = list.find((one) => one.aim === this.wish);
    if (chosen) return chosen;
    // What goes past a rule is only ever chosen, never preset.
    const first = list.find((one) => one.breaches.length === 0) ?? null;
    return this.people.every((person) => person.place !== null) ? null : first;
  }

  /** Beds proposed for those for whom none was picked by hand. */
  get proposed(): ReadonlyMap<number, Place> {
    return this.#planned;
  }

  /** Rules that would be broken. A plan breaks none, but for one that says so. */
  get breaches(): RuleBreach[] {
    return this.plan ? this.plan.breaches : (this.whole?.breaches ?? []);
  }

  /** Where somebody is to sleep, by hand or as proposed. */
  place(key: number): Place | null {
    return this.picked(key) ?? this.proposed.get(key) ?? null;
  }

  /** Gives somebody a place by hand, and turns to the next without one. */
  pick(key: number, place: Place): void {
    const person = this.person(key);
    if (!person) return;
    person.place = place;
    this.wish = null;
    this.#otherBeds();
    const after = this.people.findIndex((one) => one.key === key) + 1;
    const others = [...this.people.slice(after), ...this.people.slice(0, after)];
    this.picking = others.find((one) => !one.place && one.key !== key)?.key ?? key;
  }

  /** Takes back what was picked by hand. */
  proposeAgain(): void {
    for (const person of this.people) person.place = null;
    this.wish = null;
    this.picking = this.people[0]?.key ?? 0;
    this.#otherBeds();
  }

  /** Follows another of the ways that were found. */
  follow(wish: Wish): void {
    this.wish = wish;
    this.#otherBeds();
  }

  /** The party as typed, or some of it, each with the place that is given here. */
  draft(picking: number, placeOf: (person: Person) => Place | null, people = this.people): Draft {
    return {
      at: this.at,
      members: people.map((person) => ({
        who: person.known ? { is: 'known', id: person.known.beneficiary } : { is: 'new' },
        sex: person.sex,
        born: bornOf(person, this.now),
        needs: [...person.needs],
        sleeps: this.#sleeps(placeOf(person), people),
      })),
      picking: Math.max(0, people.findIndex((person) => person.key === picking)),
      joins: this.joins?.stay ?? null,
      hold: this.expected?.hold ?? null,
      waiting: this.expected?.waiting ?? null,
    };
  }

  /** What is to be recorded; null while somebody has no readable age or no bed. */
  request(): CheckIn | null {
    const members = this.people.map((person) => {
      const born = bornOf(person, this.now);
      const sleeps = this.#sleeps(this.place(person.key), this.people);
      if (!born || !sleeps) return null;
      const ground = this.ground(person);
      return {
        who: person.known ? { is: 'known' as const, id: person.known.beneficiary } : { is: 'new' as const },
        relation: this.relation(person),
        sex: person.sex,
        born,
        citizenship: this.country(person),
        needs: [...person.needs],
        ground,
        decided_by: ground === null || ground === 'accompanying' ? null : this.decidedBy,
        identity: { ...person.identity },
        sleeps,
      };
    });
    if (members.some((member) => member === null)) return null;
    return {
      at: this.at,
      referrer: this.referrer,
      territory: this.territory,
      phase: this.phase,
      members: members.filter((member) => member !== null),
      joins: this.joins?.stay ?? null,
      hold: this.expected?.hold ?? null,
      waiting: this.expected?.waiting ?? null,
      moves: (this.plan?.moves ?? []).map(({ stay, bed }) => ({ stay, to: { in: 'bed' as const, id: bed } })),
      reason: this.needsReason ? this.reason.trim() || null : null,
    };
  }

  /** Whether some way keeps all the rules. */
  get fits(): boolean {
    return this.ways.list.some((one) => one.breaches.length === 0);
  }

  /** The beds for the one who is being picked, once they are known. */
  get choices(): Usable | null {
    return this.answer?.key === this.picking ? this.answer.usable : null;
  }

  get overCapacity(): boolean {
    return this.whole !== null && this.whole.taken > this.whole.places;
  }

  /** Only a manager can go on, and only with a reason. */
  get needsReason(): boolean {
    return this.overCapacity || this.past !== null || this.breaches.length > 0;
  }

  /** All that was typed, and nothing that was found out from it. */
  get typed() {
    const { people, picking, referrer, territory, citizenship, phase, decidedBy, at, atWrong, reason, joins, expected, wish } = this;
    return { people, picking, referrer, territory, citizenship, phase, decidedBy, at, atWrong, reason, joins, expected, wish };
  }

  /** Whether anything was typed since the last party. */
  get isBlank(): boolean {
    return this.#isBlankBut({});
  }

  /** Takes up what was typed before. */
  type(typed: Arrival['typed']): void {
    this.#last = Math.max(...typed.people.map((person) => person.key));
    Object.assign(this, typed);
  }

  reset(): void {
    this.#last += 1;
    this.people = [newPerson(this.#last, true)];
    this.picking = this.#last;
    this.referrer = this.territory = this.citizenship = this.decidedBy = this.at = null;
    this.phase = 'crisis';
    this.atWrong = this.tried = this.busy = false;
    this.reason = '';
    this.joins = this.expected = this.next = null;
    this.ways = NO_WAYS;
    this.codes = new Map();
    this.wish = this.past = this.stuck = this.whole = this.answer = this.trouble = this.problem = null;
    dropDraft('checkin');
  }

  picked(key: number): Place | null {
    return this.person(key)?.place ?? null;
  }

  /** Another party, or another house: what was answered says nothing any more. */
  goAnew(): void {
    if (this.past === null) return;
    this.problem = this.past = null;
  }

  /** A bed was chosen before anybody was typed. */
  startIn(bed: string): void {
    const first = this.people[0];
    if (!first || first.place) return;
    first.place = { bed };
    this.#otherBeds();
  }

  /** What was answered to the beds before says nothing of others. */
  #otherBeds(): void {
    this.problem = null;
    if (this.past === 'beds') this.past = null;
  }

  #isBlankBut(set: Partial<Arrival['typed']>): boolean {
    const { people, typed } = this;
    const now = { ...typed, ...set, people: people.map((one) => ({ ...one, key: 0 })), picking: 0 };
    return people.length === 1 && JSON.stringify(now) === BLANK;
  }

  #sleeps(place: Place | null, people: Person[]): Sleeps | null {
    if (!place) return null;
    if ('bed' in place) return { in: 'bed', id: place.bed };
    if ('beside' in place) return { in: 'beside', id: place.beside };
    const id = people.findIndex((person) => person.key === place.with);
    return id < 0 ? null : { in: 'with', id };
  }
}

const BLANK = JSON.stringify({ ...new Arrival().typed, people: [newPerson(0, true)], picking: 0 });

export const arrival = new Arrival();

alsoKeep('arrival', {
  read: () => (arrival.isBlank ? null : arrival.typed),
  write: (typed: Arrival['typed']) => arrival.type(typed),
  sending: () => arrival.busy,
  drop: () => arrival.reset(),
});

// Nothing that was typed stays in the page when it is locked.
$effect.root(() => {
  $effect(() => {
    if (app.status && app.status.stage !== 'open') untrack(() => arrival.reset());
  });
});
