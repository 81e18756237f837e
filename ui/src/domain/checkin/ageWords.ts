import { t } from '../../words/words.svelte';
import type { ReadAge } from '../age';

/** What was understood, short for the field and in full to be read aloud. */
export interface Echo {
  short: string;
  full: string;
}

/** What was understood, where that isn't what was typed: `8 months` for a birth date. */
export function ageEcho(age: ReadAge): Echo | null {
  if (age.is !== 'read' || age.typed === 'years') return null;
  const { years, months } = age;
  if (years >= 2) return { short: t('checkin-years', { years }), full: t('age-years', { years }) };
  const all = years * 12 + months;
  return { short: t('checkin-months', { months: all }), full: t('age-months', { months: all }) };
}

/** Why an age can't be used; that it is missing is said only when it is `needed`. A row may also go away again. */
export function ageError(age: ReadAge, needed: boolean, alone: boolean): string | null {
  switch (age.is) {
    case 'read':
      return null;
    case 'nothing':
      if (!needed) return null;
      return alone ? t('checkin-age-missing') : t('checkin-age-missing-row');
    case 'impossible':
      return t('checkin-age-impossible');
    case 'unreadable':
      return t('checkin-age-unreadable');
  }
}
