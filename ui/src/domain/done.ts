import type { Board, Done } from '../bridge/types';
import { deedWords } from '../words/entry';

/** What was done, in a line: `K-214 moved to 5-1`. */
export function doneWords(done: Done, board: Board | null): string {
  return deedWords({ ...done, beds: bedsOf(done.stays, board) });
}

/** Where people of these stays are now: code and bed. */
function bedsOf(stays: string[], board: Board | null): [string, string][] {
  const beds = (board?.rooms ?? []).flatMap((room) => room.beds);
  return stays.flatMap((stay) => {
    for (const bed of beds) {
      const person = bed.people.find((one) => one.stay === stay);
      if (person) return [[person.code, bed.label] as [string, string]];
    }
    return [];
  });
}
