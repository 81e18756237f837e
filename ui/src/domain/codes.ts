import { list } from '../words/dates';
import { t } from '../words/words.svelte';

/** More codes than this are only counted: a register brings thousands. */
const MOST = 12;

/** The codes of people: `K-214, K-215 and K-216`, or how many they are. */
export function codesWords(codes: string[]): string {
  return codes.length > MOST ? t('codes-many', { count: codes.length }) : list(codes);
}
