import type { Occupant } from '../../bridge/types';
import { app } from '../../state/app.svelte';
import { everybody } from '../people';
import { arrival } from './arrival.svelte';

/** The grown-ups of the party they belong to who are here already: an infant may sleep in the bed of one of them. */
export function hosts(): Occupant[] {
  const here = app.board ? everybody(app.board) : [];
  const one = here.find((other) => other.stay === arrival.joins?.stay);
  return here.filter((other) => one && other.party === one.party && (other.group === 'woman' || other.group === 'man'));
}
