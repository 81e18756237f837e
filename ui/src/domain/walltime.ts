import type { Instant, WallTime } from '../bridge/types';
import { ZONE, isoDay } from '../words/dates';

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as a clock in Chisinau shows it: `2009-02-19T23:40`. */
export function wallOf(at: Instant): string {
  const part = Object.fromEntries(hours.formatToParts(at).map((p) => [p.type, p.value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** Whether the clocks showed this time twice, at the end of summer time. */
export function isDoubled(local: string): boolean {
  const guess = Date.parse(`${local}:00Z`);
  const shown = [1, 2, 3, 4].filter((offset) => wallOf(guess - offset * 3_600_000) === local);
  return shown.length > 1;
}

/** An instant as somebody reads it off a clock in Chisinau. */
export function clockOf(at: Instant): WallTime {
  const local = wallOf(at);
  return { local, second: wallOf(at - 3_600_000) === local };
}

/** The same to the millisecond, for what stays as it was noted. */
export function exactClockOf(at: Instant): WallTime {
  const { local, second } = clockOf(at);
  return { local: `${local}${new Date(at).toISOString().slice(16, 23)}`, second };
}

/** A date as people type it (`19.02.2009`, `19.2`, `19/02/09`, `2009-02-19`), as `2009-02-19`. */
export function readDate(text: string, today: Instant): string | null {
  const typed = text.trim();
  const now = isoDay(today);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed);
  const local = /^(\d{1,2})[.\/\s-](\d{1,2})(?:[.\/\s-](\d{4}|\d{2}))?\.?$/u.exec(typed);
  if (iso) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!local) return null;
  const [, d, m, y] = local;
  const year = y === undefined ? Number(now.slice(0, 4)) : y.length === 2 ? century(Number(y), now) : Number(y);
  const date = realDate(year, Number(m), Number(d));
  // Without a year, the last such day is meant: in January, 31.12 was last year.
  if (date && y === undefined && date > now && Number(m) - Number(now.slice(5, 7)) > 6) {
    return realDate(year - 1, Number(m), Number(d));
  }
  return date;
}

/** A time as people type it (`23:40`, `23.40`, `2340`, `9`), as `23:40`. */
export function readTime(text: string): string | null {
  const typed = text.trim();
  const found = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/u.exec(typed);
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${two(hour)}:${two(minute)}`;
}

/** `2009-02-19` as it is typed here: `19.02.2009`. */
export function writeDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('.');
}

/** What the fields of date and time say, or null where they can't be read. */
export function wallTime(date: string, time: string, second: boolean, today: Instant): WallTime | null {
  const day = readDate(date, today);
  const hour = readTime(time);
  return day && hour ? { local: `${day}T${hour}`, second } : null;
}

function century(year: number, now: string): number {
  const this_ = Number(now.slice(0, 2)) * 100;
  return this_ + year > Number(now.slice(0, 4)) + 1 ? this_ - 100 + year : this_ + year;
}

function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1880 ? `${year}-${two(month)}-${two(day)}` : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
