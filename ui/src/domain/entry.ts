import type { JournalEntry } from '../bridge/types';
import { list } from '../words/dates';
import { t } from '../words/words.svelte';
import { codesWords } from './codes';

/** An action of the journal in a sentence. */
export function entryWords(entry: JournalEntry): string {
  const who = codesWords(entry.codes);
  if (entry.action_kind === 'undo') {
    const what = t(`action-${entry.undoes_kind ?? 'undo'}`);
    return t('journal-undid', { what, who, number: String(entry.undoes ?? '') });
  }
  const beds = [...new Set(entry.beds.map(([, bed]) => bed))];
  return t(`done-${entry.action_kind}`, {
    who,
    count: entry.codes.length,
    beds: list(beds),
    known: beds.length,
  });
}
