import type { ActionKind, JournalLine } from '../bridge/types';
import { list } from './dates';
import { t } from './words.svelte';

/** More codes than this are only counted: a register brings thousands. */
const MOST = 12;

/** What an action did: to whom, whom it moved to make room, and into which beds; code and `5-2`. */
interface Deed {
  action_kind: ActionKind;
  people: number;
  codes: string[];
  moved: string[];
  beds: [string, string][];
}

/** The codes of people: `K-214, K-215 and K-216`, or how many they are; of many only the first codes are known. */
export function codesWords(codes: string[], people: number): string {
  return people > MOST ? t('codes-many', { count: people }) : list(codes);
}

/** What an action did, in a sentence: `K-214 moved to 5-1`. Who only made room is said apart from who came. */
export function deedWords({ action_kind, people, codes, moved, beds }: Deed): string {
  const stayed = (code: string) => !moved.includes(code);
  const into = [...new Set(beds.filter(([code]) => stayed(code)).map(([, bed]) => bed))];
  const said = t(`done-${action_kind}`, {
    who: codesWords(codes.filter(stayed), people - moved.length),
    count: people - moved.length,
    beds: list(into),
    known: into.length,
  });
  if (moved.length === 0) return said;
  const moves = beds.filter(([code]) => !stayed(code)).map(([who, to]) => t('way-move', { who, to }));
  return t('done-made-room', { done: said, moves: list(moves.length > 0 ? moves : moved) });
}

/** An action of the journal in a sentence. */
export function entryWords(entry: Omit<JournalLine, 'happened_at'>): string {
  if (entry.action_kind !== 'undo') return deedWords(entry);
  const what = t(`action-${entry.undoes_kind ?? 'undo'}`);
  return t('journal-undid', { what, who: codesWords(entry.codes, entry.people), number: String(entry.undoes ?? '') });
}
