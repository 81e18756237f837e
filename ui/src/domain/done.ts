import type { Board, Done } from '../bridge/types';
import { list } from '../words/dates';
import { t } from '../words/words.svelte';
import { codesWords } from '../words/entry';

/** What was done, in a line: `K-214 moved to 5-1`. */
export function doneWords(done: Done, board: Board | null): string {
  const beds = bedsOf(done.stays, board);
  return t(`done-${done.action_kind}`, {
    who: codesWords(done.codes, done.people),
    count: done.people,
    beds: list(beds),
    known: beds.length,
  });
}

function bedsOf(stays: string[], board: Board | null): string[] {
  const beds = (board?.rooms ?? []).flatMap((room) => room.beds);
  const found = stays.map((stay) => beds.find((bed) => bed.people.some((person) => person.stay === stay))?.label);
  return [...new Set(found.filter((label) => label !== undefined))];
}
