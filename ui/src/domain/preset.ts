import type { BedChoice, Board, Draft, RoomView, Sleeps, Usable } from '../bridge/types';

/** Asks which beds can be picked. */
export type Ask = (draft: Draft) => Promise<Usable>;

const ADULT = 18;
/** Younger children sleep in a cot, or in the bed of an adult. */
export const COT_AGE = 3;

/**
 * Beds to begin with, for everybody of a known age who has none yet: the first room that takes them all,
 * where they disturb nobody; otherwise each the first bed that can be had.
 */
export async function preset(draft: Draft, board: Board, ask: Ask): Promise<(Sleeps | null)[]> {
  const begun = draft.members.map((member) => member.sleeps);
  const some = draft.members.findIndex((member, i) => begun[i] === null && isAged(member));
  if (some < 0) return begun;
  const opening = await ask({ ...draft, picking: some });
  const years = opening.ages.map((age) => age ?? 30);
  const open = draft.members.flatMap((member, i) => (begun[i] === null && isAged(member) ? [i] : []));
  // Adults first: what is allowed for children depends on where their adults are.
  const order = open.sort((a, b) => (years[b] ?? 0) - (years[a] ?? 0));
  const first = order[0];
  if (first === undefined) return begun;

  const party = { draft, board, ask, years, order };
  const choices = (first === some ? opening : await ask(with_(draft, begun, first))).beds;
  for (const room of byPreference(party, begun)) {
    const free = choices.filter((choice) => inRoom(room, choice) && (choice.why_not?.why ?? 'rules') === 'rules');
    const needed = order.filter((i) => (years[i] ?? 0) >= COT_AGE).length;
    if (free.length < needed) continue;
    const together = await fill(party, room, begun, choices);
    if (together) return together;
  }
  return scatter(party, begun);
}

interface Party {
  draft: Draft;
  board: Board;
  ask: Ask;
  years: number[];
  order: number[];
}

async function fill(
  party: Party,
  room: RoomView,
  begun: (Sleeps | null)[],
  choices: BedChoice[],
): Promise<(Sleeps | null)[] | null> {
  const sleeps = [...begun];
  for (const [turn, i] of party.order.entries()) {
    const beds = turn === 0 ? choices : (await party.ask(with_(party.draft, sleeps, i))).beds;
    const place = best(party, room, beds, sleeps, i);
    if (!place || !(await isAllowed(party, sleeps, i, place))) return null;
    sleeps[i] = place;
  }
  return sleeps;
}

async function scatter(party: Party, begun: (Sleeps | null)[]): Promise<(Sleeps | null)[]> {
  const sleeps = [...begun];
  for (const i of party.order) {
    const { beds } = await party.ask(with_(party.draft, sleeps, i));
    const places = byPreference(party, sleeps).map((room) => best(party, room, beds, sleeps, i));
    for (const place of places) {
      if (!place || !(await isAllowed(party, sleeps, i, place))) continue;
      sleeps[i] = place;
      break;
    }
  }
  return sleeps;
}

/** Beds are answered for one by one; whether a shared bed breaks a rule must be asked. */
async function isAllowed(party: Party, sleeps: (Sleeps | null)[], i: number, place: Sleeps): Promise<boolean> {
  if (place.in === 'bed') return true;
  const before = await party.ask(with_(party.draft, sleeps, i));
  const after = await party.ask(with_(party.draft, sleeps.with(i, place), i));
  return after.breaches.length <= before.breaches.length;
}

/** A place for one member in one room: a bed, or for an infant where there is no cot the bed of an adult. */
function best(
  { years }: Party,
  room: RoomView,
  beds: BedChoice[],
  sleeps: (Sleeps | null)[],
  i: number,
): Sleeps | null {
  const age = years[i] ?? 0;
  const kinds = age < COT_AGE ? ['cot', 'single', 'lower'] : ['single', 'lower', 'upper'];
  const usable = beds.filter((choice) => choice.why_not === null && inRoom(room, choice));
  const ranked = usable
    .map((choice) => ({ choice, rank: kinds.indexOf(kindOf(room, choice)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const found = ranked[0];
  const adult = sleeps.findIndex((place, k) => {
    return (years[k] ?? 0) >= ADULT && place?.in === 'bed' && room.beds.some((bed) => bed.id === place.id);
  });
  const shares = age < COT_AGE && adult >= 0;
  const inCot = found?.rank === 0 && age < COT_AGE;
  if (shares && !inCot && (age < 2 || !found)) return { in: 'with', id: adult };
  return found ? { in: 'bed', id: found.choice.bed } : null;
}

/** Rooms in which the party has somebody, then those with the fewest strangers, then those of fitting use. */
function byPreference({ board, years, draft }: Party, sleeps: (Sleeps | null)[]): RoomView[] {
  const family = draft.members.length > 1 && years.some((age) => age < ADULT);
  const score = (room: RoomView) => {
    const own = sleeps.some((place) => place?.in === 'bed' && room.beds.some((bed) => bed.id === place.id));
    const strangers = room.beds.flatMap((bed) => bed.people);
    const bothered = family ? strangers.length : strangers.filter((one) => hasMinor(board, one.party)).length;
    const unsuited = draft.members.filter((_, i) => !suits(room, draft, years, i)).length;
    return [own ? 0 : 1, bothered, strangers.length === 0 ? 1 : 0, unsuited, room.number];
  };
  const scored = board.rooms.map((room) => ({ room, score: score(room) }));
  return scored.sort((a, b) => compare(a.score, b.score)).map(({ room }) => room);
}

function suits(room: RoomView, draft: Draft, years: number[], i: number): boolean {
  const minor = (years[i] ?? ADULT) < ADULT;
  const family = years.length > 1 && years.some((age) => age < ADULT);
  const woman = draft.members.some((member, k) => member.sex === 'female' && (years[k] ?? 0) >= ADULT);
  switch (room.room_use) {
    case 'any':
      return true;
    case 'women':
      return minor ? woman : draft.members[i]?.sex === 'female';
    case 'men':
      return !minor && draft.members[i]?.sex === 'male';
    case 'family':
      return family;
    case 'minors':
      return minor && years.every((age) => age < ADULT);
    case 'isolation':
      return draft.members[i]?.needs.includes('isolation') ?? false;
  }
}

function hasMinor(board: Board, party: string): boolean {
  const people = board.rooms.flatMap((room) => room.beds.flatMap((bed) => bed.people));
  return people.some((one) => one.party === party && one.group !== 'woman' && one.group !== 'man');
}

function with_(draft: Draft, sleeps: (Sleeps | null)[], picking: number): Draft {
  return { ...draft, members: draft.members.map((m, i) => ({ ...m, sleeps: sleeps[i] ?? null })), picking };
}

/** A known person's age is in the record. */
function isAged(member: Draft['members'][number]): boolean {
  return member.born !== null || member.who.is === 'known';
}

function inRoom(room: RoomView, choice: BedChoice): boolean {
  return room.beds.some((bed) => bed.id === choice.bed);
}

function kindOf(room: RoomView, choice: BedChoice): string {
  return room.beds.find((bed) => bed.id === choice.bed)?.kind ?? '';
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
