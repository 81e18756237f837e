import type { BedView, Draft, Proposal, RoomView, RuleBreach, Said, Sleeps } from '../src/bridge/types';

/** What a made-up house knows of a party at the door. */
interface Party {
  draft: Draft;
  rooms: RoomView[];
  ages: (number | null)[];
  /** The rules that these beds would break. */
  breaches: (sleeps: (Sleeps | null)[]) => RuleBreach[];
}

/** One way to give a party beds where nobody moves, room by room: far less than the program finds. */
export function proposals(party: Party): Proposal[] {
  const { draft, rooms } = party;
  const begun = draft.members.map((member) => member.sleeps);
  if (party.breaches(begun).length > 0) return [];
  const sleeps = byPreference(party).map((room) => fill(party, begun, [room])).find((found) => found) ?? fill(party, begun, rooms);
  if (!sleeps) return [];
  const beds = sleeps.map((place) => (place?.in === 'bed' ? place.id : null));
  const used = rooms.filter((room) => room.beds.some((bed) => beds.includes(bed.id)));
  const remarks: Said[] = [{ says: 'nobody_moves' }, ...used.map(({ number, beds: all }): Said => {
    const people = all.flatMap((bed) => bed.people.map((one) => one.code));
    return people.length > 0 ? { says: 'shared_with', room: number, people } : { says: 'room_to_themselves', room: number };
  })];
  return [{ aim: 'best', beds, moves: [], remarks, proven: true, breaches: [] }];
}

/** Adults first: what is allowed for children depends on where their adults are. */
function fill({ draft, ages, breaches }: Party, begun: (Sleeps | null)[], rooms: RoomView[]): (Sleeps | null)[] | null {
  const years = (i: number) => ages[i] ?? 30;
  const open = draft.members.flatMap((_, i) => (begun[i] === null ? [i] : [])).sort((a, b) => years(b) - years(a));
  let sleeps = [...begun];
  for (const i of open) {
    const kinds = years(i) < 3 ? ['cot', 'single', 'lower'] : ['single', 'lower', 'upper'];
    const isFree = (bed: BedView) =>
      bed.people.length === 0 && !sleeps.some((place) => place?.in === 'bed' && place.id === bed.id);
    const beds = rooms.flatMap((room) => room.beds).filter((bed) => isFree(bed) && kinds.includes(bed.kind));
    const ranked = beds.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    const found = ranked.find((bed) => breaches(sleeps.with(i, { in: 'bed', id: bed.id })).length === 0);
    if (!found) return null;
    sleeps = sleeps.with(i, { in: 'bed', id: found.id });
  }
  return sleeps;
}

/** A family goes where the fewest strangers are; somebody alone, where no children are. */
function byPreference({ draft, rooms, ages }: Party): RoomView[] {
  const family = draft.members.length > 1 && ages.some((age) => (age ?? 30) < 18);
  const score = (room: RoomView) => {
    const strangers = room.beds.flatMap((bed) => bed.people);
    const minors = strangers.filter((one) => one.group !== 'woman' && one.group !== 'man');
    const suits = family ? room.room_use === 'family' : draft.members.every((one) => room.room_use === (one.sex === 'female' ? 'women' : 'men'));
    return (suits ? 0 : 100) + (family ? strangers.length : minors.length);
  };
  return [...rooms].sort((a, b) => score(a) - score(b) || a.number - b.number);
}
