import type { AgeView, Board, Occupant } from '../bridge/types';
import type { IconName } from '../parts/icons';
import { day, dayTime, isoDay, time } from '../words/dates';
import { t } from '../words/words.svelte';

/** How somebody's tile looks. */
export type Standing = 'in' | 'away' | 'late' | 'leaves' | 'stayed' | 'ending' | 'over';

const SOON = 2;

export function standing(person: Occupant, now: number): Standing {
  if (person.away) return person.away.late_minutes === null ? 'away' : 'late';
  if (person.leaves !== null && person.leaves <= now) return 'stayed';
  if (person.leaves !== null && isoDay(person.leaves) === isoDay(now)) return 'leaves';
  const left = daysLeft(person);
  if (left !== null && left < 0) return 'over';
  return left !== null && left <= SOON ? 'ending' : 'in';
}

/** Days to the end of the term; below zero when it is over, null where there is none. */
export function daysLeft(person: { term: Occupant['term'] }): number | null {
  return person.term.days === 0 ? null : person.term.days - person.term.day;
}

/** The icon of a tile's news. */
export function markIcon(state: Standing): IconName | null {
  return ({ in: null, away: 'out', late: 'late', leaves: 'flag', stayed: 'flag', ending: 'term', over: 'term' } as const)[state];
}

/** By how much somebody is late: `2 h 10`. */
export function lateWords(minutes: number): string {
  if (minutes < 60) return t('duration-minutes', { minutes });
  if (minutes < 24 * 60) {
    return t('duration-hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  }
  return t('duration-days', { days: Math.floor(minutes / 1440) });
}

/** When somebody is expected back: an hour today, a day otherwise. */
export function backWords(expected: number, now: number): string {
  return isoDay(expected) === isoDay(now) ? time(expected) : day(expected);
}

/** Since when somebody is out: an hour today, a day with its hour before. */
export function sinceWords(since: number, now: number): string {
  return isoDay(since) === isoDay(now) ? time(since) : dayTime(since);
}

/** `27`, `15 months`, `about 30`, `about 5 months` */
export function ageWords(age: AgeView): string {
  const months = age.years * 12 + age.months;
  if (age.years < 2 && !age.estimated) return t('age-months', { months });
  // An age typed in years says nothing of months; one below a year is hardly ever typed so.
  if (age.years < 1) return t('age-about-months', { months });
  return t(age.estimated ? 'age-about' : 'age-years', { years: age.years });
}

/** Everything about somebody that a tile shows, to be read aloud. */
export function tileWords(person: Occupant, bed: string, now: number, shared: string[]): string {
  const away = person.away;
  const said = [
    t('tile-person', { code: person.code, group: t(`group-${person.group}`), bed }),
    person.term.days === 0
      ? t('tile-day-only', { day: person.term.day })
      : t('tile-day-of', { day: person.term.day, days: person.term.days }),
  ];
  if (away?.late_minutes) said.push(t('tile-late-by', { late: lateWords(away.late_minutes) }));
  else if (away?.expected_return) said.push(t('tile-away-until', { back: backWords(away.expected_return, now) }));
  else if (away) said.push(t('tile-away'));
  const state = standing(person, now);
  if (person.leaves !== null) said.push(t('tile-leaves-aria', { at: backWords(person.leaves, now) }));
  if (state === 'ending') said.push(t('tile-ending'));
  if (state === 'over') said.push(t('tile-over'));
  if (shared.length > 0) said.push(t('tile-shared', { who: shared.join(', ') }));
  if (person.missing.length > 0) said.push(t('tile-incomplete'));
  return said.join(', ');
}

/** Everybody on the board, by code. */
export function everybody(board: Board): Occupant[] {
  const people = board.rooms.flatMap((room) => room.beds.flatMap((bed) => bed.people));
  return people.sort((a, b) => a.code.localeCompare(b.code, undefined, { numeric: true }));
}
