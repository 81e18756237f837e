import type {
  AgeGroup, BedKind, BedView, Board, Commands, Done, MoveChoice, Occupant, PersonView, Problem, Status,
} from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { desk } from '../src/state/desk.svelte';

export const NOW = Date.parse('2009-03-02T14:10:00Z');
const DAY = 86_400_000;

type Answers = { [K in keyof Commands]?: (request: Commands[K]['request']) => Commands[K]['answer'] };

/** A small centre that answers commands, and remembers what it was asked. */
class House {
  answers: Answers = {};
  asked: { name: string; request: unknown }[] = [];
  /** Where sheets were printed to, and what stood on them. */
  printed: unknown[] = [];
  sheets: string[] = [];

  answer(name: string, request: unknown): Promise<unknown> {
    this.asked.push({ name, request });
    const given = this.answers[name as keyof Commands] as ((request: unknown) => unknown) | undefined;
    if (!given) return Promise.reject({ kind: 'failed', about: { code: 'bad_request' } } satisfies Problem);
    try {
      return Promise.resolve(structuredClone(given(request)));
    } catch (problem) {
      return Promise.reject(problem);
    }
  }

  /** Lets one command wait for its answer until the test says go. */
  hold(held: keyof Commands): () => void {
    const answer = this.answer;
    let go = (): void => {};
    const gone = new Promise<void>((done) => (go = done));
    this.answer = (name, request) => {
      const answered = answer.call(this, name, request);
      if (name !== held) return answered;
      // A refusal waits too.
      answered.catch(() => {});
      return gone.then(() => answered);
    };
    return () => {
      this.answer = answer;
      go();
    };
  }

  /** The requests of one command. */
  requests<K extends keyof Commands>(name: K): Commands[K]['request'][] {
    return this.asked.filter((one) => one.name === name).map((one) => one.request as Commands[K]['request']);
  }
}

export const house = new House();

export function refuse(about: Extract<Problem, { kind: 'refused' }>['about']): never {
  throw { kind: 'refused', about } satisfies Problem;
}

export function occupant(code: number, group: AgeGroup, more: Partial<Occupant> = {}): Occupant {
  return {
    stay: `s${code}`,
    code: `K-${code}`,
    group,
    party: `p${code}`,
    party_size: 1,
    term: { day: 12, days: 30, last_day: '2009-03-20', ending: false, most: null },
    away: null,
    leaves: null,
    departure_forgotten: false,
    missing: [],
    ...more,
  };
}

function bed(room: number, number: number, kind: BedKind, ...people: Occupant[]): BedView {
  return { id: `b${room}-${number}`, label: `${room}-${number}`, kind, people, kept: null };
}

const mother = occupant(214, 'woman', { party: 'p214', party_size: 3 });
const daughter = occupant(215, 'child', { party: 'p214', party_size: 3 });
const son = occupant(216, 'infant', { party: 'p214', party_size: 3 });
const late = occupant(183, 'woman', {
  away: { kind: 'authority', since: NOW - 5 * 3_600_000, expected_return: NOW - 130 * 60_000, late_minutes: 130, forgotten: false },
});
const ending = occupant(168, 'woman', {
  term: { day: 29, days: 30, last_day: '2009-03-03', ending: true, most: null },
  missing: ['ground'],
});
const man = occupant(203, 'man');

export function sampleBoard(): Board {
  return {
    at: NOW,
    taken: 6,
    places: 8,
    held: 0,
    beds_free: 3,
    cots_free: 1,
    groups: [['woman', 3], ['man', 1], ['teenager', 0], ['child', 1], ['infant', 1]],
    rooms: [
      {
        id: 'r1', number: 1, room_use: 'women', step_free: false, wing: 'north', column: 0, width: 2,
        beds: [bed(1, 1, 'single', ending), bed(1, 2, 'single', late), bed(1, 3, 'cot')],
      },
      {
        id: 'r5', number: 5, room_use: 'family', step_free: true, wing: 'south', column: 2, width: 2,
        beds: [bed(5, 1, 'single', mother, son), bed(5, 2, 'single', daughter), bed(5, 3, 'single')],
      },
      {
        id: 'r8', number: 8, room_use: 'men', step_free: false, wing: 'north', column: 2, width: 1,
        beds: [bed(8, 1, 'single', man), bed(8, 2, 'single')],
      },
    ],
    breaches: [],
    overrides: [],
    incomplete: 1,
    waiting: 0,
    lapsing: [],
    must_move: [],
    arrivals: [],
    in_held: [],
    still_fits: { largest: 2, largest_with_moves: 2, free_places: 2, limited_by_places: true, guests: [] },
  };
}

export function sampleStatus(): Status {
  return {
    stage: 'open',
    sample: true,
    staff: { id: 'u1', name: 'MC', role: 'manager', locked: false },
    language: 'en',
    theme: 'light',
    zoom: 100,
    toured: true,
    idle_minutes: 5,
    trouble: null,
    now: NOW,
    version: '0.1.0',
    sample_sign_in: null,
  };
}

export function samplePerson(stay: string): PersonView {
  const found = sampleBoard().rooms.flatMap((r) => r.beds.flatMap((b) => b.people.map((one) => ({ one, b, r }))));
  const me = found.find(({ one }) => one.stay === stay);
  if (!me) return refuse({ code: 'not_found' });
  const company = found.filter(({ one }) => one.party === me.one.party && one.stay !== stay);
  return {
    beneficiary: `n${stay}`,
    stay,
    code: me.one.code,
    sex: me.one.group === 'man' || me.one.code === 'K-216' ? 'male' : 'female',
    group: me.one.group,
    age: { years: 27, months: 0, estimated: false },
    citizenship: 'MD',
    needs: [],
    relation: company.length > 0 ? 'mother' : 'head',
    from: NOW - 11 * DAY,
    to: null,
    departure_reason: null,
    destination: null,
    term: me.one.term,
    bed: [me.b.label, me.b.kind],
    shares_with: null,
    ground: { kind: 'presumed_victim', decided_by: 'nrs_team', decided_on: '2009-02-20' },
    referrer: 'police',
    territory: 'MD-OR',
    phase: 'crisis',
    away: me.one.away,
    leaves: me.one.leaves,
    has_identity: true, had_identity: false,
    party: company.map(({ one, b, r }) => ({
      stay: one.stay,
      code: one.code,
      group: one.group,
      relation: one.group === 'infant' ? 'son' : 'daughter',
      age: { years: one.group === 'infant' ? 0 : 5, months: 8, estimated: false },
      from: NOW - 11 * DAY,
      to: null,
      bed: b.label,
      same_room: r.id === me.r.id,
      away: false,
    })),
    beds: [{ bed: me.b.label, kind: me.b.kind, shared_with: null, from: NOW - 6 * DAY, to: null }],
    absences: [], assistance: [],
    missing: me.one.missing,
  };
}

function moveChoices({ stay, along, picked }: Commands['move_choices']['request']): MoveChoice[] {
  const everyone = sampleBoard().rooms.flatMap((room) => room.beds.flatMap((one) => one.people));
  const none = { overridable: false, swap_with: null, swap_breaches: [] };
  return sampleBoard().rooms.flatMap((room) =>
    room.beds.map((one): MoveChoice => {
      // An infant who shares a bed goes where its adult goes.
      const isGone = (stay: string) => along.includes(stay) || picked.some((move) => move.stay === stay);
      const comes = picked.find((move) => move.to.in === 'bed' && move.to.id === one.id);
      const who = comes ? everyone.find((other) => other.stay === comes.stay) : one.people.slice(0, 1).find((other) => !isGone(other.stay));
      if (who) {
        const why_not = { why: 'taken', who: who.code, away: who.away !== null } as const;
        return { ...none, bed: one.id, why_not, swap_with: who.stay === stay ? null : who.stay };
      }
      if (room.room_use !== 'men') return { ...none, bed: one.id, why_not: null };
      const breaches = [{ rule: 'R3' as const, code: 'K-214', other: 'K-203', room: 8 }];
      return { ...none, bed: one.id, why_not: { why: 'rules', breaches }, overridable: true };
    }),
  );
}

export function done(kind: Done['action_kind'], stays: string[]): Done {
  return { action: 7, action_kind: kind, people: stays.length, codes: stays.map((stay) => `K-${stay.slice(1)}`), moved: [], stays };
}

/** Puts everything back to the beginning, with a manager signed in. */
export async function open(more: Answers = {}, status: Partial<Status> = {}): Promise<void> {
  house.asked = [];
  house.answers = {
    check_file: () => ({}),
    status: () => ({ ...sampleStatus(), ...status }),
    draft: () => ({ draft: null }),
    keep_draft: () => ({}),
    board: sampleBoard,
    person: ({ stay }) => samplePerson(stay),
    put_right: () => [],
    all_move_choices: () => sampleBoard().rooms.flatMap((room) => room.beds.flatMap((bed) => bed.people)).map(({ stay }) => ({
      stay, beds: moveChoices({ stay, at: null, along: [], picked: [] }),
    })),
    move_choices: (request) => ({ beds: moveChoices(request) }),
    move_people: ({ moves }) => done('move', moves.map((move) => move.stay)),
    discharge: ({ stays }) => done('discharge', stays),
    find: () => [],
    lock: () => ({ ...sampleStatus(), stage: 'locked', staff: null }),
    backup_state: () => ({ folders: [], every: 20, last: null, since: 0, overdue: false, rehearsed: null, behind: null }),
    ...more,
  };
  desk.back();
  // Not locked: that would be come back from.
  await app.take({ ...sampleStatus(), stage: 'empty', staff: null });
  await app.take({ ...sampleStatus(), ...status });
}
