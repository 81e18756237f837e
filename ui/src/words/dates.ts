import type { Instant } from '../bridge/types';
import { language } from './words.svelte';

/** Days, midnights and hours are those of Chisinau, whatever the computer says. */
export const ZONE = 'Europe/Chisinau';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${name}`;
  let made = formats.get(key);
  if (!made) {
    const locale = language() === 'en' ? 'en-GB' : language();
    made = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options });
    formats.set(key, made);
  }
  return made;
}

/** `19 Feb` */
export function day(at: Instant): string {
  return tidy(format('day', { day: 'numeric', month: 'short' }).format(at));
}

/** `19`, where the month follows. */
export function dayNumber(at: Instant): string {
  return format('number', { day: 'numeric' }).format(at);
}

/** `M`, the day of the week. */
export function weekdayLetter(at: Instant): string {
  return format('letter', { weekday: 'narrow' }).format(at);
}

/** `Feb` */
export function month(at: Instant): string {
  return tidy(format('month', { month: 'short' }).format(at));
}

/** `19 February 2009` */
export function longDay(at: Instant): string {
  return tidy(format('long', { day: 'numeric', month: 'long', year: 'numeric' }).format(at));
}

/** `23:40` */
export function time(at: Instant): string {
  return format('time', { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `19 Feb, 23:40` */
export function dayTime(at: Instant): string {
  return `${day(at)}, ${time(at)}`;
}

/** `2 March 2009, 16:10`: what a preposition may stand before; the name of a weekday would have to bend. */
export function longDayTime(at: Instant): string {
  return `${longDay(at)}, ${time(at)}`;
}

/** `Monday 2 March 2009, 16:10` */
export function fullDayTime(at: Instant): string {
  const weekday = format('weekday', { weekday: 'long' }).format(at);
  return `${weekday}, ${longDay(at)}, ${time(at)}`;
}

/** A calendar day given as `2009-03-20`: `20 Mar`. */
export function dayOf(isoDate: string): string {
  return day(noon(isoDate));
}

/** A calendar day given as `2009-03-20`: `20 March 2009`. */
export function longDayOf(isoDate: string): string {
  return longDay(noon(isoDate));
}

/** A month given by any of its days: `February 2009`. */
export function monthOf(isoDate: string): string {
  return tidy(format('month-year', { month: 'long', year: 'numeric' }).format(noon(isoDate)));
}

/** Whether a calendar day is a Saturday or a Sunday. */
export function isWeekend(isoDate: string): boolean {
  return [0, 6].includes(new Date(noon(isoDate)).getUTCDay());
}

/** The calendar day of an instant in Chisinau: `2009-03-02`. */
export function isoDay(at: Instant): string {
  // Put together from its parts: the order in which a locale writes them differs between engines.
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = Object.fromEntries(format.formatToParts(at).map((one) => [one.type, one.value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}

/** The calendar day so many days later. */
export function plusDays(isoDate: string, days: number): string {
  return new Date(noon(isoDate) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `a, b and c` */
export function list(items: string[]): string {
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** Any one of these: `1, 2 or 5`. */
export function either(items: string[]): string {
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);
}

/** At noon of UTC it is the same day in Chisinau. */
function noon(isoDate: string): number {
  return Date.parse(`${isoDate}T12:00:00Z`);
}

/** Romanian and Russian short months come with full stops, and Russian years with a letter. */
function tidy(text: string): string {
  return text.replace(/\.|\sг\.?$/gu, '');
}
