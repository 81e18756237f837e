import { longDayOf, monthOf, plusDays } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** How long a period is; `other` runs from any day to any day. */
export const KINDS = ['month', 'quarter', 'half', 'year', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Calendar days, both ends included: `2009-02-01`. */
export interface Days {
  first: string;
  last: string;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 };

/** The month, quarter, half-year or year in which a day lies. */
export function around(kind: Exclude<Kind, 'other'>, isoDate: string): Days {
  const months = MONTHS[kind];
  const year = Number(isoDate.slice(0, 4));
  const month = Number(isoDate.slice(5, 7)) - 1;
  const start = month - (month % months);
  return { first: iso(year, start), last: plusDays(iso(year, start + months), -1) };
}

/** The one before or after. A period of any length gives way to one just as long. */
export function next(kind: Kind, days: Days, by: 1 | -1): Days {
  if (kind !== 'other') return around(kind, by === 1 ? plusDays(days.last, 1) : plusDays(days.first, -1));
  const length = (Date.parse(days.last) - Date.parse(days.first)) / 86_400_000 + 1;
  return { first: plusDays(days.first, by * length), last: plusDays(days.last, by * length) };
}

/** The last month that is over. */
export function lastMonth(today: string): Days {
  return around('month', plusDays(around('month', today).first, -1));
}

/** `February 2009`, `1st quarter 2009`, `2009`, or both days. */
export function periodWords(kind: Kind, days: Days): string {
  const year = days.first.slice(0, 4);
  const month = Number(days.first.slice(5, 7));
  switch (kind) {
    case 'month':
      return monthOf(days.first);
    case 'quarter':
      return t('occ-quarter', { number: String(Math.ceil(month / 3)), year });
    case 'half':
      return t('occ-half', { number: month > 6 ? '2' : '1', year });
    case 'year':
      return year;
    case 'other':
      return t('span', { from: longDayOf(days.first), to: longDayOf(days.last) });
  }
}

function iso(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
