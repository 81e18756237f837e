import { describe, expect, it } from 'vitest';
import { groupOf, readAge } from '../src/domain/age';
import { ageEcho } from '../src/domain/checkin/ageWords';
import { ageWords } from '../src/domain/people';
import { speak } from '../src/words/words.svelte';
import { NOW } from './door';

function read(text: string) {
  const age = readAge(text, NOW);
  return age.is === 'read' ? [age.born.is, age.born.value, age.years, age.months] : age.is;
}

describe('an age or a birth date', () => {
  it.each([
    '11.06.2008', '11/06/2008', '2008-06-11', '11-06-2008', '11 06 2008', '11.6.2008', '11.06.08', '11 iun 2008',
    '11 iunie 2008', '11 iun. 2008', '11 июня 2008', '11 июн 2008', '11 Jun 2008', '11 June 2008', '11jun2008',
  ])('reads %s as a birth date', (text) => {
    expect(read(text)).toEqual(['on', '2008-06-11', 0, 8]);
  });

  it.each([
    ['1 mai 1985', '1985-05-01'], ['1 мая 1985', '1985-05-01'], ['1 May 1985', '1985-05-01'],
    ['20 noi 1990', '1990-11-20'], ['20 ноября 1990', '1990-11-20'], ['3 ian 2001', '2001-01-03'],
    ['19.02.2009', '2009-02-19'],
  ])('reads %s as %s', (text, date) => {
    expect([read(text)].flat().slice(0, 2)).toEqual(['on', date]);
  });

  it.each([
    ['27', 27, 0], [' 27 ', 27, 0], ['~27', 27, 0], ['27 ani', 27, 0], ['27 de ani', 27, 0], ['27 лет', 27, 0], ['2 года', 2, 0],
    ['27 years', 27, 0], ['0', 0, 0], ['120', 120, 0], ['8 luni', 0, 8], ['o', null, 0], ['8 months', 0, 8], ['8 мес', 0, 8],
    ['8 мес.', 0, 8], ['8 mo', 0, 8], ['14 luni', 1, 2], ['1 an 3 luni', 1, 3], ['1 an și 3 luni', 1, 3], ['1 год и 3 мес', 1, 3],
    ['3 săptămâni', 0, 0], ['3 weeks', 0, 0], ['10 дней', 0, 0],
  ])('reads %s as an age', (text, years, months) => {
    expect(read(text)).toEqual(
      years === null
        ? 'unreadable'
        : /^~?\s*\d+\s*(?:ani|de ani|лет|года|years)?\s*$/u.test(text.trim())
          ? ['aged', years, years, months]
          : ['aged_months', years * 12 + months, years, months],
    );
  });

  it.each(['121', '20.02.2009', '1.1.1880', '200 ani'])('says that %s is not possible', (text) => {
    expect(read(text)).toBe('impossible');
  });

  it.each(['abc', '31.02.2008', '11.06', '11 brumaire 2008', '27 carrots', '2008', '1.2.3.4'])('cannot read %s', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('says nothing of an empty field', () => {
    expect(read('  ')).toBe('nothing');
  });

  it('shows what it understood, in each language', () => {
    const echo = (text: string) => ageEcho(readAge(text, NOW))?.full ?? null;
    speak('en');
    expect(echo('11.06.2008')).toBe('8 months');
    expect(echo('8 months')).toBe('8 months');
    expect(echo('27')).toBeNull();
    speak('ro');
    expect(echo('11.06.2008')).toBe('8 luni');
    expect(echo('11.06.1981')).toBe('27 de ani');
    speak('ru');
    expect(echo('11.06.2008')).toBe('8 месяцев');
    speak('en');
  });

  it('draws people by their age', () => {
    expect([17, 18].map((years) => groupOf('male', years))).toEqual(['teenager', 'man']);
    expect([1, 2, 13, 14].map((years) => groupOf('female', years))).toEqual(['infant', 'child', 'child', 'teenager']);
  });
});

describe('the age of somebody who is here', () => {
  it.each([
    [27, 3, false, '27'], [1, 3, false, '15 months'], [0, 1, false, '1 month'], [2, 5, false, '2'],
    [30, 0, true, 'about 30'], [1, 0, true, 'about 1'], [0, 5, true, 'about 5 months'], [0, 0, true, 'less than a month'],
  ])('%i years and %i months, estimated: %s, is %s', async (years, months, estimated, words) => {
    await speak('en');
    expect(ageWords({ years, months, estimated })).toBe(words);
  });
});
