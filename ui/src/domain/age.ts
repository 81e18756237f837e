import type { AgeGroup, Born, Instant, Sex } from '../bridge/types';
import { isoDay } from '../words/dates';
import { readDate } from './walltime';

/** What was typed as an age or a birth date. */
export type ReadAge =
  | { is: 'nothing' | 'unreadable' | 'impossible' }
  | { is: 'read'; born: Born; years: number; months: number; typed: 'date' | 'years' | 'months' };

const OLDEST = 120;
const ADULT = 18;
/** Younger children sleep in a cot, or in the bed of an adult. */
export const COT_AGE = 3;

/** Month names in Romanian, Russian and English begin with these. */
const MONTHS: readonly string[][] = [
  ['ian', 'jan', 'янв'],
  ['feb', 'фев'],
  ['mar', 'мар'],
  ['apr', 'апр'],
  ['mai', 'may', 'май', 'мая'],
  ['iun', 'jun', 'июн'],
  ['iul', 'jul', 'июл'],
  ['aug', 'авг'],
  ['sep', 'сен'],
  ['oct', 'окт'],
  ['noi', 'nov', 'ноя'],
  ['dec', 'дек'],
];

const UNITS = {
  years: /^(?:an|ani|y|yr|yrs|years?|г|год|года|лет|л)$/u,
  months: /^(?:luni|lună|luna|l|m|mo|mos|mth|months?|м|мес|месяц|месяца|месяцев)$/u,
  weeks: /^(?:săpt|sapt|săptămân[iă]|saptamani|w|wk|wks|weeks?|нед|недел[яиь])$/u,
  days: /^(?:z|zi|zile|d|days?|д|дн|день|дня|дней)$/u,
};

/** Reads `27`, `8 luni`, `1 an 3 luni`, `11.06.2008`, `2008-06-11`, `11 июня 2008`. */
export function readAge(text: string, now: Instant): ReadAge {
  const typed = text.trim().toLowerCase().replace(/^[~≈]\s*/u, '');
  if (!typed) return { is: 'nothing' };
  return readSpan(typed) ?? readBirthDate(typed, now) ?? { is: 'unreadable' };
}

/** How somebody of this age is drawn. */
export function groupOf(sex: Sex, years: number): AgeGroup {
  if (years >= ADULT) return sex === 'female' ? 'woman' : 'man';
  if (years >= 14) return 'teenager';
  return years >= 2 ? 'child' : 'infant';
}

export function isGrown(years: number): boolean {
  return years >= ADULT;
}

function readSpan(typed: string): ReadAge | null {
  if (!/^\d{1,3}(?!\d)/u.test(typed) || /[-/]|\d\.\s*\d/u.test(typed)) return null;
  const parts = [...typed.matchAll(/(\d+)\s*(?:de\s+)?(\p{L}*)\.?\s*(?:și|and|и)?\s*/gu)];
  if (parts.map((part) => part[0]).join('') !== typed) return null;
  let months = 0;
  let inYears = true;
  for (const [, number = '', unit = ''] of parts) {
    const count = Number(number);
    if (unit === '' ? parts.length === 1 : UNITS.years.test(unit)) months += count * 12;
    else if (UNITS.months.test(unit)) months += count;
    else if (UNITS.weeks.test(unit)) months += Math.floor((count * 7) / 30.44);
    else if (UNITS.days.test(unit)) months += Math.floor(count / 30.44);
    else return null;
    inYears &&= unit === '' || UNITS.years.test(unit);
  }
  const years = Math.floor(months / 12);
  if (years > OLDEST) return { is: 'impossible' };
  const born: Born = inYears ? { is: 'aged', value: years } : { is: 'aged_months', value: months };
  return { is: 'read', born, years, months: months % 12, typed: inYears ? 'years' : 'months' };
}

function readBirthDate(typed: string, now: Instant): ReadAge | null {
  const spelled = typed.replace(/^(\d{1,2})[\s.]*(\p{L}{3,})\.?,?\s*(\d{4}|\d{2})$/u, (whole, day, name, year) => {
    const month = MONTHS.findIndex((starts) => starts.some((start) => name.startsWith(start)));
    return month < 0 ? whole : `${day}.${month + 1}.${year}`;
  });
  if (spelled.split(/[.\-/\s]+/u).filter(Boolean).length < 3) return null;
  const date = readDate(spelled, now);
  if (!date) return null;
  const today = isoDay(now);
  const months = monthsBetween(date, today);
  const years = Math.floor(months / 12);
  if (date > today || years > OLDEST) return { is: 'impossible' };
  return { is: 'read', born: { is: 'on', value: date }, years, months: months % 12, typed: 'date' };
}

/** Completed months from one calendar day to another. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
