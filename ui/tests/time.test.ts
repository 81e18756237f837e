import { beforeEach, describe, expect, it } from 'vitest';
import { isDoubled, readDate, readTime, wallOf, wallTime } from '../src/domain/walltime';
import { day, dayOf, fullDayTime, plusDays, time } from '../src/words/dates';
import { speak } from '../src/words/words.svelte';

const NOW = Date.parse('2009-03-02T14:10:00Z');

describe('times as people type them', () => {
  it.each([
    ['19.02.2009', '2009-02-19'],
    ['19.2', '2009-02-19'],
    ['19/02/09', '2009-02-19'],
    ['2009-02-19', '2009-02-19'],
    [' 1.3. ', '2009-03-01'],
    ['31.12', '2008-12-31'],
    ['5.1.82', '1982-01-05'],
    ['30.02.2009', null],
    ['soon', null],
  ])('reads the date %s', (typed, date) => {
    expect(readDate(typed, NOW)).toBe(date);
  });

  it.each([
    ['23:40', '23:40'],
    ['23.40', '23:40'],
    ['2340', '23:40'],
    ['9', '09:00'],
    ['930', '09:30'],
    ['24:00', null],
    ['12:60', null],
  ])('reads the time %s', (typed, hour) => {
    expect(readTime(typed)).toBe(hour);
  });

  it('puts both together, or says nothing', () => {
    expect(wallTime('19.2', '23:40', false, NOW)).toEqual({ local: '2009-02-19T23:40', second: false });
    expect(wallTime('19.2', '', false, NOW)).toBeNull();
  });

  it('knows the hour that the clocks showed twice', () => {
    expect(isDoubled('2009-10-25T02:30')).toBe(true);
    expect(isDoubled('2009-10-25T04:30')).toBe(false);
    expect(isDoubled('2009-03-29T03:30')).toBe(false);
  });
});

describe('times as they are shown', () => {
  beforeEach(() => speak('en'));

  it('are those of Chisinau', () => {
    expect(wallOf(Date.parse('2009-02-19T22:30:00Z'))).toBe('2009-02-20T00:30');
    expect(time(NOW)).toBe('16:10');
    expect(time(Date.parse('2009-07-01T14:10:00Z'))).toBe('17:10');
  });

  it('follow the language', () => {
    expect(fullDayTime(NOW)).toBe('Monday, 2 March 2009, 16:10');
    speak('ro');
    expect(fullDayTime(NOW)).toBe('luni, 2 martie 2009, 16:10');
    expect(day(NOW)).toBe('2 mar');
    speak('ru');
    expect(fullDayTime(NOW)).toBe('понедельник, 2 марта 2009, 16:10');
    expect(dayOf('2009-02-20')).toBe('20 февр');
  });

  it('count days over the change of clocks', () => {
    expect(plusDays('2009-03-27', 5)).toBe('2009-04-01');
  });
});
