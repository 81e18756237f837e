import type { JournalLine } from '../bridge/types';
import { list } from './dates';
import { t } from './words.svelte';

/** More codes than this are only counted: a register brings thousands. */
const MOST = 12;

/** The codes of people: `K-214, K-215 and K-216`, or how many they are; of many only the first codes are known. */
export function codesWords(codes: string[], people: number): string {
  return people > MOST ? t('codes-many', { count: people }) : list(codes);
}

/** An action of the journal in a sentence. */
export function entryWords(entry: Omit<JournalLine, 'happened_at'>): string {
  const who = codesWords(entry.codes, entry.people);
  if (entry.action_kind === 'undo') {
    const what = t(`action-${entry.undoes_kind ?? 'undo'}`);
    return t('journal-undid', { what, who, number: String(entry.undoes ?? '') });
  }
  const beds = [...new Set(entry.beds.map(([, bed]) => bed))];
  return t(`done-${entry.action_kind}`, {
    who,
    count: entry.people,
    beds: list(beds),
    known: beds.length,
  });
}
