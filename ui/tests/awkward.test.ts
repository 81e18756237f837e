import { afterAll, describe, expect, it } from 'vitest';
import type { Language, Proposal, RoomNo, RoomView, Stuck } from '../src/bridge/types';
import { whyNotTogether } from '../src/domain/checkin/why';
import { helpWords, obstacleWords, wayTitle, wayWords } from '../src/domain/checkin/wayWords';
import { language, speak, t } from '../src/words/words.svelte';
import families from './awkward/families.json';

interface Family {
  title: string;
  rooms: RoomView[];
  ways: Proposal[];
  codes: string[];
  why_not: RoomNo[];
  stuck: Stuck | null;
}

/** What the check-in says of a family, line by line. */
function told({ title, rooms, ways, codes, why_not, stuck }: Family): string {
  const not = whyNotTogether(why_not, codes).map(({ rooms: numbers, text }) => `   - ${numbers.join(', ')}: ${text}`);
  return [
    `## ${title}`,
    ...(stuck
      ? [
          t('stuck-title'),
          ...(stuck.missing_beds > 0 ? [`   ${t('stuck-beds', { count: stuck.missing_beds })}`] : []),
          ...(stuck.rules.length > 0 ? [`   ${t('stuck-rules')}:`, ...obstacleWords(stuck).map((line) => `   - ${line}`)] : []),
          ...(stuck.hints.length > 0 ? [`   ${t('stuck-help')}:`, ...helpWords(stuck).map((line) => `   - ${line}`)] : []),
        ]
      : []),
    ...ways.flatMap((way, i) => [`${i + 1}. ${wayTitle(way)}`, `   ${wayWords(way, rooms)}`]),
    ...(not.length > 0 ? [`   ${t('checkin-why-not-party')}:`, ...not] : []),
    '',
  ].join('\n');
}

const before = language();
afterAll(() => speak(before));

/** Answers of the program in the sample centre, in words that people have read: whoever changes what is said reads it again. */
describe('what is said of ten awkward families', () => {
  it.each<Language>(['en', 'ro', 'ru'])('in %s', async (chosen) => {
    speak(chosen);
    const text = (families as unknown as Family[]).map(told).join('\n');
    expect(text).not.toMatch(/undefined|null|\{\s*\$/u);
    await expect(text).toMatchFileSnapshot(`./awkward/${chosen}.txt`);
  });
});
