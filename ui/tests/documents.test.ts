import { describe, expect, it } from 'vitest';
import type { Language } from '../src/bridge/types';
import { LANGUAGES } from '../src/words/bundles';

const locales = import.meta.glob<string>('../../assets/locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
const books = import.meta.glob<string>('../../assets/handbook/*.md', { query: '?raw', import: 'default', eager: true });
const docs = import.meta.glob<string>('../../assets/docs/*.md', { query: '?raw', import: 'default', eager: true });
const house = Object.keys(
  import.meta.glob([
    '../../{src-tauri,tests,ui}/**/*.{rs,sql,toml,json,css,ts,svelte}',
    '../../assets/{locales,handbook,docs,codes,passphrases}/**/*.{ftl,md,csv,txt}',
    '!**/{node_modules,dist,target}/**',
  ]),
).map((path) => new URL(path, 'file:///ui/tests/').pathname.slice(1));

const book = (language: Language): string => books[`../../assets/handbook/${language}.md`] ?? '';

/** Every text of a language. */
function words(language: Language): string {
  return Object.entries(locales)
    .filter(([path]) => path.includes(`/${language}/`))
    .map(([, text]) => text)
    .join('\n');
}

/** What stands in bold, but for the one that says what bold means. */
const labels = (text: string): string[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*/gu)].map((match) => (match[1] ?? '').replace(/\s+/gu, ' ')).slice(1);

describe('the handbook', () => {
  it.each(LANGUAGES)('quotes in %s only words that stand on the screen', (language) => {
    const text = words(language);
    const quoted = labels(book(language));
    expect(quoted.length).toBeGreaterThan(50);
    const whole = (label: string) =>
      text.split('\n').some((line) => line.toLowerCase().replace(/^.*? = /u, '').trim().startsWith(label.toLowerCase()));
    expect(quoted.filter((label) => !whole(label))).toEqual([]);
  });

  it('has the same chapters, steps and rows in every language', () => {
    const shape = (text: string) =>
      text.split('\n').flatMap((line) => /^(#+ (?:\d+)?|\d+\.|- |\|)/u.exec(line)?.[1] ?? []);
    const english = shape(book('en'));
    expect(english.length).toBeGreaterThan(60);
    for (const language of LANGUAGES) expect(shape(book(language))).toEqual(english);
  });
});

describe('the documents', () => {
  it('name only files and folders that are there', () => {
    const named = Object.values(docs).flatMap((text) =>
      [...text.matchAll(/`((?:src-tauri|ui|assets|tests)\/[\w./-]+)`/gu)].map((match) => match[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(30);
    const there = (path: string) => house.some((file) => file === path || file.startsWith(`${path}/`));
    expect(named.filter((path) => !there(path))).toEqual([]);
  });
});
