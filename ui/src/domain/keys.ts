import type { Screen } from '../state/app.svelte';

/** Where keys hold: on every screen, on one, or in a kind of control. */
export type Place = 'everywhere' | 'lists' | Screen;

/** Every key of the program, by the end of its words: `keys-ID` says what it does, `keys-ID.key` what is pressed. */
export const KEYS: Partial<Record<Place, readonly string[]>> = {
  everywhere: ['find', 'undo', 'print', 'back', 'help', 'hide', 'size'],
  lists: ['tab', 'choose', 'enter', 'submit'],
  board: [
    'arrows', 'move', 'leave', 'return', 'extend', 'discharge', 'amend', 'assist', 'plan', 'hold', 'history', 'past', 'tidy', 'checkin',
  ],
  checkin: ['next', 'remove', 'adult', 'child', 'beds', 'send'],
  tape: ['bars', 'pages', 'today', 'zoom', 'pick', 'move', 'extend', 'plan', 'hold'],
};

/** What a guard can't do, who has the roll call alone. */
const NOT_FOR_GUARDS: readonly string[] = ['find', 'undo'];

/** The keys of a place in their order, as far as they are of use to whoever is signed in. */
export function keysOf(place: Place, guard = false): readonly string[] {
  const all = KEYS[place] ?? [];
  return guard ? all.filter((key) => !NOT_FOR_GUARDS.includes(key)) : all;
}
