import type { Proposal } from '../../bridge/types';
import type { Place } from './party';

/** Ways to give a party beds, and for whom they are. */
export interface Ways {
  /** For whom the beds of each plan are, in their order. */
  keys: number[];
  /** Best first. */
  list: Proposal[];
  /** Infants for whom no bed is planned: in whose bed they sleep. */
  shared: ReadonlyMap<number, Place>;
}

export const NO_WAYS: Ways = { keys: [], list: [], shared: new Map() };

/** Where everybody sleeps by a plan. */
export function placesOf(ways: Ways, plan: Proposal | null): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  if (!plan) return places;
  for (const [i, key] of ways.keys.entries()) {
    const bed = plan.beds[i];
    const shared = ways.shared.get(key);
    if (bed) places.set(key, { bed });
    else if (shared) places.set(key, shared);
  }
  return places;
}
