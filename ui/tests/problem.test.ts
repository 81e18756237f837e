import { beforeEach, describe, expect, it } from 'vitest';
import { breachList, problemWords, spanWords } from '../src/words/problem';
import { speak } from '../src/words/words.svelte';

beforeEach(() => speak('en'));

describe('a problem in words', () => {
  it('says what is wrong and what would work', () => {
    const since = Date.parse('2009-02-19T21:40:00Z');
    const words = problemWords({
      kind: 'refused',
      about: { code: 'bed_taken', bed: '5-1', who: 'K-214', since, until: null },
    });
    expect(words.title).toBe('Bed 5-1 is K-214’s since 19 Feb, 23:40.');
    expect(words.help).toBe('Choose another bed, or swap the two.');
  });

  it('names the role that is needed', () => {
    const words = problemWords({ kind: 'failed', about: { code: 'not_permitted', least: 'manager' } });
    expect(words.title).toBe('This needs the role “manager”.');
  });

  it('says once what a rule says of one person and several others', () => {
    const breach = (other: string) => ({ rule: 'R4' as const, code: 'K-222', other, room: 3 });
    expect(breachList([breach('K-187'), breach('K-198')])).toBe('K-222 needs isolation, and K-187 and K-198 are in room 3 too');
    speak('ru');
    expect(breachList([breach('K-187')])).toBe('K-222: нужна отдельная комната, а в комнате 3 живёт K-187');
  });

  it('shortens a stretch of time within a month', () => {
    const [from, to] = [Date.parse('2009-02-19T21:40:00Z'), Date.parse('2009-02-24T10:00:00Z')];
    expect(spanWords(from, to)).toBe('19 to 24 Feb');
    expect(spanWords(from, null)).toBe('since 19 Feb');
    expect(spanWords(Date.parse('2009-01-31T10:00:00Z'), to)).toBe('31 Jan to 24 Feb');
  });
});

