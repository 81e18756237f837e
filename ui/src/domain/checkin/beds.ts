import { asProblem, call } from '../../bridge/call';
import type { Proposal, Usable } from '../../bridge/types';
import { app } from '../../state/app.svelte';
import { COT_AGE } from '../age';
import { arrival } from './arrival.svelte';
import { hosts } from './hosts';
import { isAdult, yearsOf, type Person, type Place } from './party';
import { NO_WAYS, placesOf, type Ways } from './ways';

const PAUSE = 120;
/** Why nothing fits takes longer to find out, and is of no use while somebody is still typing. */
const LONG_PAUSE = 600;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The party for which the ways were found. */
let party = '';
/** How the house stood then. */
let revision = 0;

/** Asks anew which beds fit, once typing has paused. An answer that comes too late is dropped. */
export function askSoon(): void {
  stopAsking();
  timer = setTimeout(() => void askNow(), PAUSE);
}

/** Nobody is looking any more. */
export function stopAsking(): void {
  turn += 1;
  clearTimeout(timer);
}

/** Asks at once what is still waiting to be asked. Answers whether its answer, or what is wrong, is the latest. */
export async function askNow(): Promise<boolean> {
  stopAsking();
  const mine = turn;
  const isLate = () => mine !== turn;
  const keys = arrival.people.map((person) => person.key);
  const picking = arrival.picking;
  const typed = arrival.people.filter((person) => person.place !== null || yearsOf(person, arrival.now) !== null);
  const asked = JSON.stringify(arrival.draft(0, () => null));
  try {
    const whole = await call('usable', arrival.draft(picking, (person) => person.place));
    const ways = await findWays(typed, typed.length === keys.length ? whole : null);
    const usable = await choices(picking, ways, whole);
    if (isLate()) return false;
    // A wish was for this party; another one gets the best again, and may need no place that is held.
    if (asked !== party) arrival.wish = null;
    if (asked !== party || app.revision !== revision) arrival.goAnew();
    party = asked;
    revision = app.revision;
    arrival.ways = ways;
    arrival.codes = new Map(keys.map((key, i) => [key, whole.codes[i] ?? '']));
    arrival.whole = whole;
    arrival.answer = { key: picking, usable };
    arrival.trouble = null;
    explain(typed, ways);
  } catch (thrown) {
    if (isLate()) return false;
    arrival.trouble = asProblem(thrown);
  }
  return true;
}

/** Ways to give beds to those of whom enough is known, around the beds picked by hand. */
async function findWays(typed: Person[], whole: Usable | null): Promise<Ways> {
  if (typed.length === 0) return NO_WAYS;
  const keys = typed.map((person) => person.key);
  const key = keys[0] ?? 0;
  const answer = whole ?? (await call('usable', arrival.draft(key, (person) => person.place, typed)));
  const found = { keys, list: answer.proposals, shared: new Map() };
  return answer.proposals.some(keepsRules) ? found : ((await sharing(typed)) ?? found);
}

function keepsRules(way: Proposal): boolean {
  return way.breaches.length === 0;
}

/** Where there is no bed for an infant, the bed of an adult of the party, come with it or here; but never against a rule. */
async function sharing(typed: Person[]): Promise<Ways | null> {
  const adult = typed.find((person) => isAdult(person, arrival.now) && !(person.place && 'with' in person.place));
  const host = hosts()[0];
  const bedOf: Place | null = adult ? { with: adult.key } : host ? { beside: host.stay } : null;
  const small = typed.filter((person) => !person.place && (yearsOf(person, arrival.now) ?? COT_AGE) < COT_AGE);
  if (!bedOf || small.length === 0) return null;
  const keys = typed.map((person) => person.key);
  const shared = new Map(small.map((person) => [person.key, bedOf]));
  const placeOf = (person: Person): Place | null => person.place ?? shared.get(person.key) ?? null;
  const found = await call('usable', arrival.draft(adult?.key ?? keys[0] ?? 0, placeOf, typed));
  return found.proposals.some(keepsRules) ? { keys, list: found.proposals, shared } : null;
}

/** The beds for one member: those of others may change again, but children look for a bed beside their adults. */
async function choices(key: number, ways: Ways, whole: Usable): Promise<Usable> {
  const picking = arrival.person(key);
  const adults = arrival.people.filter((one) => one.key !== key && isAdult(one, arrival.now));
  if (!picking || isAdult(picking, arrival.now) || adults.every((one) => one.place)) return whole;
  const places = placesOf(ways, ways.list.find((one) => one.aim === arrival.wish) ?? ways.list.find(keepsRules) ?? null);
  return await call(
    'usable',
    arrival.draft(key, (one) => {
      if (one.key === key) return null;
      return one.place ?? (isAdult(one, arrival.now) ? (places.get(one.key) ?? null) : null);
    }),
  );
}

/** Where nothing fits, finds out why once nobody has typed for a while. */
function explain(typed: Person[], ways: Ways): void {
  if (typed.length === 0 || ways.list.some(keepsRules) || typed.some((person) => person.place)) {
    arrival.stuck = null;
    return;
  }
  const mine = turn;
  const draft = arrival.draft(typed[0]?.key ?? 0, () => null, typed);
  timer = setTimeout(async () => {
    try {
      const stuck = await call('why_nothing_fits', draft);
      if (mine === turn) arrival.stuck = stuck;
    } catch (thrown) {
      if (mine === turn) arrival.trouble = asProblem(thrown);
    }
  }, LONG_PAUSE);
}
