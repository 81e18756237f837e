import { asProblem, call } from '../../bridge/call';
import type { Board, Sleeps, Usable } from '../../bridge/types';
import { preset } from '../preset';
import { arrival } from './arrival.svelte';
import { isAdult, type Place } from './party';

const PAUSE = 120;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks anew which beds fit, once typing has paused. An answer that comes too late is dropped. */
export function askSoon(board: Board): void {
  turn += 1;
  clearTimeout(timer);
  timer = setTimeout(() => void askNow(board), PAUSE);
}

/** Nobody is looking any more. */
export function stopAsking(): void {
  turn += 1;
  clearTimeout(timer);
}

/** Asks at once what is still waiting to be asked. */
export async function askNow(board: Board): Promise<void> {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  const keys = arrival.people.map((person) => person.key);
  const isLate = () => mine !== turn;
  try {
    const wanted = arrival.draft(arrival.picking, (person) => person.place);
    const sleeps = await preset(wanted, board, (draft) => call('usable', draft));
    if (isLate()) return;
    const proposed = new Map<number, Place>();
    for (const [i, key] of keys.entries()) {
      const place = placeOf(sleeps[i] ?? null, keys);
      if (place && !arrival.picked(key)) proposed.set(key, place);
    }
    const full = arrival.draft(arrival.picking, (one) => one.place ?? proposed.get(one.key) ?? null);
    const whole = await call('usable', full);
    const picking = arrival.picking;
    const usable = await askFor(picking, proposed);
    if (isLate()) return;
    arrival.proposed = proposed;
    arrival.codes = new Map(keys.map((key, i) => [key, whole.codes[i] ?? '']));
    arrival.whole = whole;
    arrival.answer = { key: picking, usable };
    arrival.trouble = null;
  } catch (thrown) {
    if (!isLate()) arrival.trouble = asProblem(thrown);
  }
}

/**
 * The beds for one member. Proposals for the others follow what is picked here, so they don't count;
 * but children look for a bed beside their adults.
 */
function askFor(key: number, proposed: ReadonlyMap<number, Place>): Promise<Usable> {
  const picking = arrival.person(key);
  const grown = picking !== undefined && isAdult(picking, arrival.now);
  const draft = arrival.draft(key, (one) => {
    if (one.key === key) return null;
    const follows = grown || !isAdult(one, arrival.now);
    return one.place ?? (follows ? null : (proposed.get(one.key) ?? null));
  });
  return call('usable', draft);
}

function placeOf(sleeps: Sleeps | null, keys: number[]): Place | null {
  if (!sleeps) return null;
  return sleeps.in === 'bed' ? { bed: sleeps.id } : { with: keys[sleeps.id] ?? 0 };
}
