import type {
  AgeGroup, BedKind, Board, Commands, Draft, Failure, Hit, PersonView, Problem, Refusal, RoomUse, RoomView, RuleBreach,
  Proposal, Sleeps, Status, Stuck, Usable, WhyNot, Wing,
} from '../src/bridge/types';
import { proposals } from './plans';

/** A made-up house on 19 February 2009, 23:41, as far as the screens before and at the door need one. */
export const NOW = Date.parse('2009-02-19T21:41:00Z');
export const SECRET = 'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54K0';

interface Somebody {
  code: string;
  group: AgeGroup;
  party: string;
}

type RoomPlan = [number, RoomUse, boolean, Wing, number, number, [BedKind, (Somebody | null)?][]];

const one = (code: number, group: AgeGroup, party = code): Somebody => ({ code: `K-${code}`, group, party: `p${party}` });
const free = (kind: BedKind): [BedKind] => [kind];

const PLAN: RoomPlan[] = [
  [1, 'women', false, 'north', 0, 2, [['single', one(168, 'woman')], ['single', one(181, 'woman')], ['single', one(183, 'woman')]]],
  [2, 'women', false, 'north', 2, 2, [['single', one(152, 'woman')], ['single', one(171, 'woman')], ['lower', one(191, 'woman')], ['upper', one(192, 'woman')]]],
  [3, 'women', false, 'north', 4, 2, [['single', one(187, 'woman')], ['single', one(190, 'woman')], ['single', one(195, 'woman')], free('single')]],
  [4, 'family', false, 'north', 6, 2, [['single', one(176, 'woman')], free('single'), ['single', one(177, 'child', 176)], free('cot')]],
  [9, 'isolation', false, 'south', 0, 1, [['single', one(180, 'woman')]]],
  [8, 'men', false, 'south', 1, 1, [['single', one(203, 'man')], free('single')]],
  [7, 'minors', false, 'south', 4, 1, [['single', one(209, 'teenager')], free('single'), free('single')]],
  [6, 'family', false, 'south', 5, 1, [['single', one(205, 'woman')], ['single', one(206, 'child', 205)], ['single', one(207, 'child', 205)]]],
  [5, 'family', true, 'south', 6, 2, [['single', one(198, 'woman')], free('single'), free('cot'), free('single')]],
];

const AGES: Record<AgeGroup, number> = { woman: 30, man: 30, teenager: 16, child: 7, infant: 0 };

export interface DoorOptions {
  stage?: Status['stage'];
  role?: 'guard' | 'reception' | 'manager';
  places?: number;
  sample?: boolean;
  trouble?: Failure;
}

/** Answers commands as the program would before and at the door, by its rules in short. */
export class Door {
  status: Status;
  places: number;
  hits: Hit[] = [known('K-101', 34, '2008-01-10', '2008-02-01'), known('K-198', 30, '2009-02-04', null, '5-1')];
  /** The next answer to this command, instead of the ordinary one. */
  refuse = new Map<string, Problem>();
  /** Ways to give a party beds, instead of those found room by room. */
  ways: Proposal[] | null = null;
  stuck: Stuck = { missing_beds: 0, rules: [], hints: [], proven: true, complete: true };
  /** What is half typed, as the page handed it over. */
  kept: string | null = null;
  /** Why rooms can't take the whole party. */
  rooms: Usable['rooms'] = [];
  staff = [{ id: 's1', name: 'MC', role: 'manager' as const, locked: false }];

  constructor({ stage = 'open', role = 'manager', places = 24, sample = false, trouble }: DoorOptions = {}) {
    this.places = places;
    this.status = {
      stage,
      sample,
      staff: stage === 'open' ? { id: 's1', name: 'MC', role, locked: false } : null,
      language: 'en',
      theme: 'system',
      zoom: 100,
      toured: true,
      idle_minutes: 5,
      trouble: trouble ?? null,
      now: NOW,
      version: '0.1.0',
      sample_sign_in: sample ? ['MC', 'sample centre'] : null,
    };
  }

  call(name: string, request: unknown): unknown {
    const problem = this.refuse.get(name);
    if (problem) {
      this.refuse.delete(name);
      throw problem;
    }
    switch (name as keyof Commands) {
      case 'status':
        return this.status;
      case 'set_look':
        return (this.status = { ...this.status, ...(request as Commands['set_look']['request']) });
      case 'open_sample':
        return (this.status = { ...this.status, stage: 'open', sample: true, staff: { id: 's1', name: 'MC', role: 'manager', locked: false } });
      case 'leave_sample':
        return (this.status = { ...this.status, stage: 'empty', sample: false, staff: null, sample_sign_in: null });
      case 'unlock':
        if ((request as Commands['unlock']['request']).passphrase !== 'right passphrase') throw failed({ code: 'wrong_passphrase' });
        return this.#open();
      case 'lock':
        return (this.status = { ...this.status, stage: 'locked', staff: null });
      case 'proposal':
        return { places: 24, rooms: PLAN.map(([number, room_use, step_free, wing, column, width, beds]) => ({ number, room_use, step_free, wing, column, width, beds: beds.map(([kind]) => ({ kind })) })) };
      case 'new_recovery':
        return { secret: SECRET };
      case 'create_centre':
        return this.#open();
      case 'draft':
        return { draft: this.kept };
      case 'keep_draft':
        this.kept = (request as Commands['keep_draft']['request']).draft;
        return {};
      case 'board':
        return this.board();
      case 'usable':
        return this.usable(request as Draft);
      case 'why_nothing_fits':
        return this.stuck;
      case 'find':
        return this.#find((request as Commands['find']['request']).text);
      case 'person':
        return person((request as Commands['person']['request']).stay);
      case 'put_right':
        return [];
      case 'leave':
        return { action: 6, action_kind: 'leave', codes: [], moved: [], stays: [] };
      case 'check_in':
        return this.#checkIn(request as Commands['check_in']['request']);
      case 'backup_state':
        return { folders: [], every: 20, last: null, since: 0, overdue: false, rehearsed: null, behind: null };
      case 'retention':
        return { due: [], still_in: 0 };
      case 'staff':
        return this.staff;
      case 'employ':
        return [...this.staff, { id: 's2', name: (request as Commands['employ']['request']).name, role: 'reception', locked: false }];
      default:
        return {};
    }
  }

  board(): Board {
    const rooms = PLAN.map(([number, room_use, step_free, wing, column, width, beds]): RoomView => ({
      id: `r${number}`, number, room_use, step_free, wing, column, width,
      beds: beds.map(([kind, who], i) => ({
        id: `b${number}-${i + 1}`, kept: null,
        label: `${number}-${i + 1}`,
        kind,
        people: who
          ? [{ stay: `s${who.code}`, code: who.code, group: who.group, party: who.party, party_size: 1, term: { day: 5, days: 30, last_day: '2009-03-16', ending: false, most: null }, away: null, leaves: null, departure_forgotten: false, missing: [] }]
          : [],
      })),
    }));
    const taken = rooms.flatMap((room) => room.beds.flatMap((bed) => bed.people)).length;
    return { at: NOW, taken, places: this.places, held: 0, beds_free: 9, cots_free: 2, groups: [], rooms, breaches: [], overrides: [], incomplete: 0, waiting: 0, lapsing: [], must_move: [], arrivals: [], in_held: [], still_fits: { largest: 3, largest_with_moves: 3, free_places: this.places - taken, limited_by_places: false, guests: [] } };
  }

  usable(draft: Draft): Usable {
    const rooms = this.board().rooms;
    const beds = rooms.flatMap((room) => room.beds);
    let next = 214;
    const codes = draft.members.map((member) => (member.who.is === 'known' ? (this.hits.find((hit) => member.who.is === 'known' && hit.beneficiary === member.who.id)?.code ?? '') : `K-${next++}`));
    const ages = draft.members.map(({ born }) => yearsOf(born));
    const ask = (sleeps: (Sleeps | null)[]) => this.#breaches(draft, rooms, codes, ages, sleeps);
    const own = draft.members.map((member) => member.sleeps);
    const before = ask(own.map((place, i) => (i === draft.picking ? null : place)));
    const choice = (bed: (typeof beds)[number]) => {
      const why = ((): WhyNot | null => {
        const sleeper = bed.people[0];
        if (sleeper) return { why: 'taken', who: sleeper.code, away: false };
        if (own.some((place, i) => i !== draft.picking && place?.in === 'bed' && place.id === bed.id)) return { why: 'picked' };
        const after = ask(own.map((place, i) => (i === draft.picking ? { in: 'bed', id: bed.id } : place)));
        const breaches = after.filter((breach) => !before.some((b) => JSON.stringify(b) === JSON.stringify(breach)));
        return breaches.length > 0 ? { why: 'rules', breaches } : null;
      })();
      return { bed: bed.id, why_not: why, overridable: why?.why === 'rules' };
    };
    return {
      codes, ages, beds: beds.map(choice), breaches: ask(own), rooms: this.rooms,
      taken: this.board().taken + draft.members.length, places: this.places, already_here: [],
      proposals: this.ways ?? proposals({ draft, rooms, ages, breaches: ask }),
    };
  }

  #breaches(draft: Draft, rooms: RoomView[], codes: string[], ages: (number | null)[], sleeps: (Sleeps | null)[]): RuleBreach[] {
    const found: RuleBreach[] = [];
    const roomOf = (place: Sleeps | null): RoomView | undefined => {
      if (!place) return undefined;
      return place.in === 'with' ? roomOf(sleeps[place.id] ?? null) : rooms.find((room) => room.beds.some((bed) => bed.id === place.id));
    };
    draft.members.forEach((member, i) => {
      const place = sleeps[i] ?? null;
      const room = roomOf(place);
      if (!room || !place) return;
      const age = ages[i] ?? 30;
      const kind = place.in === 'bed' ? room.beds.find((bed) => bed.id === place.id)?.kind : undefined;
      const add = (rule: RuleBreach['rule'], other: string | null = null) => found.push({ rule, code: codes[i] ?? '', other, room: room.number });
      const inRoom = sleeps.map((other, k) => roomOf(other) === room && k !== i);
      const ownAdult = draft.members.some((_, k) => inRoom[k] && (ages[k] ?? 30) >= 18);
      const partyAdult = draft.members.some((_, k) => sleeps[k] && (ages[k] ?? 30) >= 18);
      if (kind === 'cot' && age >= 3) add('B2');
      if (kind === 'upper' && (age < 6 || member.needs.includes('no_upper_bunk'))) add('B3');
      if (member.needs.includes('step_free') && !room.step_free) add('B4');
      for (const sleeper of room.beds.flatMap((bed) => bed.people)) {
        const sex = sleeper.group === 'man' ? 'male' : 'female';
        const grown = AGES[sleeper.group] >= 18;
        if (age < 18 && grown && (sex === 'male' || !ownAdult)) add('R2', sleeper.code);
        if (age >= 18 && !grown && (member.sex === 'male' || sleeper.code === 'K-209')) add('R2', sleeper.code);
        if (sex !== member.sex && age >= 10 && AGES[sleeper.group] >= 10) add('R3', sleeper.code);
        if (member.needs.includes('isolation')) add('R4', sleeper.code);
      }
      if (age < 12 && partyAdult && !ownAdult) add('R5');
    });
    return found;
  }

  #checkIn(request: Commands['check_in']['request']) {
    const taken = this.board().taken + request.members.length;
    if (taken > this.places && !request.reason) throw refused({ code: 'over_capacity', taken, places: this.places });
    if (request.reason && this.status.staff?.role !== 'manager') throw refused({ code: 'needs_manager' });
    const codes = request.members.map((_, i) => `K-${214 + i}`);
    return { action: 7, action_kind: 'check_in', people: codes.length, codes, moved: [], stays: codes.map((code) => `s${code}`) };
  }

  #find(text: string): Hit[] {
    const wanted = text.toLowerCase();
    const named = wanted.startsWith('mar') ? this.hits.slice(0, 1).map((hit) => ({ ...hit, by_name: true })) : [];
    return [...this.hits.filter((hit) => hit.code.toLowerCase().includes(wanted)), ...named];
  }

  #open(): Status {
    return (this.status = { ...this.status, stage: 'open', staff: { id: 's1', name: 'MC', role: 'manager', locked: false } });
  }
}

/** Puts everything back to the beginning, and answers as this door. */
export async function stand(options: DoorOptions = {}): Promise<Door> {
  const { house } = await import('./house');
  const { app } = await import('../src/state/app.svelte');
  const door = new Door(options);
  house.asked = [];
  house.answers = new Proxy({}, { get: (_, name: string) => (request: unknown) => door.call(name, request) });
  await app.take({ ...door.status, stage: 'empty', staff: null });
  await app.take(door.status);
  return door;
}

export function refused(about: Refusal): Problem {
  return { kind: 'refused', about };
}

export function failed(about: Failure): Problem {
  return { kind: 'failed', about };
}

function person(stay: string): PersonView {
  const code = stay.slice(1);
  return {
    beneficiary: `id-${code}`, stay, code, sex: 'female', group: 'woman', age: { years: 34, months: 0, estimated: true },
    citizenship: 'MD', needs: ['no_upper_bunk'], relation: 'head', from: NOW, to: null, departure_reason: null,
    destination: null, term: { day: 1, days: 30, last_day: '2009-03-20', ending: false, most: null }, bed: ['5-2', 'single'], shares_with: null,
    ground: null, referrer: null, territory: null, phase: 'crisis', away: null, leaves: null, has_identity: false, had_identity: false, party: [],
    beds: [], absences: [], assistance: [], missing: [],
  };
}

function yearsOf(born: Draft['members'][number]['born']): number | null {
  switch (born?.is) {
    case 'on':
      return 2008 - Number(born.value.slice(0, 4));
    case 'aged':
      return born.value;
    case 'aged_months':
      return Math.floor(born.value / 12);
    default:
      return null;
  }
}

function known(code: string, years: number, from: string, to: string | null, bed: string | null = null): Hit {
  return {
    beneficiary: `id-${code}`, stay: `s${code}`, code, group: 'woman', sex: 'female', years, citizenship: 'MD',
    bed, from: Date.parse(`${from}T10:00:00Z`), to: to === null ? null : Date.parse(`${to}T10:00:00Z`), by_name: false,
  };
}
