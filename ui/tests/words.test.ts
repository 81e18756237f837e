import { describe, expect, it } from 'vitest';
import typesText from '../src/bridge/types.ts?raw';
import type { Language } from '../src/bridge/types';
import { LANGUAGES, bundle } from '../src/words/bundles';
import { say } from '../src/words/words.svelte';

const files = import.meta.glob<string>('../../assets/locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
/** What the program writes by itself, such as the headings of tables. */
const written = Object.values(
  import.meta.glob<string>(['../../src-tauri/src/**/*.rs', '../../src-tauri/crates/sheets/src/**/*.rs'], {
    query: '?raw', import: 'default', eager: true,
  }),
).join('\n');
const sources = import.meta.glob<string>('../src/**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true });

/** Every message and attribute of a language, with the variables it uses. */
function texts(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes(`/${language}/`)) continue;
    let id = '';
    let name = '';
    for (const line of text.split('\n')) {
      const message = /^([a-zA-Z][\w-]*) =/u.exec(line);
      const attribute = /^\s+\.(\w+) =/u.exec(line);
      if (message?.[1]) name = id = message[1];
      else if (attribute?.[1]) name = `${id}.${attribute[1]}`;
      if (name) found.set(name, `${found.get(name) ?? ''}${line}\n`);
    }
  }
  return found;
}

const all = Object.fromEntries(LANGUAGES.map((language) => [language, texts(language)])) as Record<Language, Map<string, string>>;
const keys = [...all.en.keys()];
const code = Object.entries(sources)
  .filter(([path]) => !path.endsWith('/types.ts'))
  .map(([, text]) => text)
  .join('\n');

/** The values of a list of words in the contract: `"ro" | "ru"`. */
function values(type: string): string[] {
  const line = new RegExp(`export type ${type} = ([^;{]*);`, 'u').exec(typesText)?.[1] ?? '';
  return [...line.matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? '');
}

/** The codes of a list of cases in the contract: `{ "code": "a", ... }`. */
function cases(type: string, tag: string): string[] {
  const from = typesText.indexOf(`export type ${type} =`);
  const text = typesText.slice(from, typesText.indexOf('\nexport type', from + 1));
  return [...text.matchAll(new RegExp(`"${tag}": "([^"]+)"`, 'gu'))].map((match) => match[1] ?? '');
}

describe('the words', () => {
  it.each(LANGUAGES)('are the same in %s as in the others, with the same variables', (language) => {
    expect([...all[language].keys()].sort()).toEqual([...keys].sort());
    // English has no gender: it need not ask whether somebody is a woman or a man.
    const variables = (text = '') =>
      [...new Set([...text.matchAll(/\{\s*\$(\w+)/gu)].map((match) => match[1]))].filter((one) => one !== 'sex').sort();
    for (const key of keys) {
      const mine = variables(all[language].get(key));
      const others = variables(all.en.get(key));
      expect(`${key}: ${mine.join(' ')}`).toBe(`${key}: ${others.join(' ')}`);
    }
  });

  it('exist for every use', () => {
    const used = [...code.matchAll(/\b(?:t|say|has)\(\s*(?:language, )?'([\w.-]+)'/gu)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !all.en.has(key))).toEqual([]);
  });

  it('of the first screen are known before the rest of the language', () => {
    const first = ['Welcome', 'Unlock', 'Trouble', 'Curtain', 'Gate', 'Languages'].map((name) => `/${name}.svelte`);
    const shown = Object.entries(sources).filter(([path]) => first.some((end) => path.endsWith(end)));
    expect(shown).toHaveLength(first.length);
    const said = shown.flatMap(([, text]) => [...text.matchAll(/\bt\('([\w-]+)'/gu)].map((found) => found[1]));
    expect(said.length).toBeGreaterThan(20);
    const atTheDoor = Object.entries(files)
      .filter(([path]) => /\/en\/door\.ftl$/u.test(path))
      .map(([, text]) => `\n${text}`)
      .join('');
    expect(said.filter((id) => !atTheDoor.includes(`\n${id} =`))).toEqual([]);
    for (const language of LANGUAGES) expect(atTheDoor).toContain(`\nlanguage-${language} =`);
  });

  it('are all used', () => {
    const quoted = new Set([...(code + written).matchAll(/['"`]([a-zA-Z][\w.-]*)['"`]/gu)].map((match) => match[1] ?? ''));
    const prefixes = [...code.matchAll(/`([a-z][\w-]*-)\$\{/gu), ...written.matchAll(/"([a-z][\w-]*-)\{/gu)].map((match) => match[1] ?? '');
    const areas = [...code.matchAll(/options\('([\w-]+)'/gu)].map((match) => `${match[1]}-`);
    const started = [...new Set([...prefixes, ...areas, 'refusal-', 'failure-'])];
    const unused = keys.filter((key) => !quoted.has(key) && !started.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  const lists: Record<string, string> = {
    AbsenceKind: 'absence', AssistanceKind: 'assistance', ActionKind: 'action', AgeGroup: 'group', BedKind: 'bed-kind', Body: 'body',
    DepartureReason: 'departure', Destination: 'destination', Field: 'field', GroundKind: 'ground', Missing: 'missing', Need: 'need',
    PhaseKind: 'phase', Relation: 'relation', Role: 'role', RoomUse: 'room-use', Rule: 'rule', Sex: 'sex',
  };

  it.each(Object.entries(lists))('name every %s', (type, area) => {
    expect(values(type).length).toBeGreaterThan(1);
    for (const value of values(type)) expect(keys).toContain(`${area}-${value}`);
  });

  it('say every refusal and failure, with what would work', () => {
    expect(cases('Refusal', 'code').length).toBeGreaterThan(25);
    for (const one of cases('Refusal', 'code')) {
      expect(keys).toContain(`refusal-${one}`);
      expect(keys).toContain(`refusal-${one}.help`);
    }
    // What is looked through is never empty.
    expect(cases('Failure', 'code').length).toBeGreaterThan(20);
    expect(cases('RowProblem', 'code').length).toBeGreaterThan(20);
    expect(cases('WhyNot', 'why').length).toBeGreaterThan(2);
    expect(values('ActionKind').length).toBeGreaterThan(20);
    for (const one of cases('Failure', 'code')) {
      expect(keys).toContain(`failure-${one}`);
      expect(keys).toContain(`failure-${one}.help`);
    }
    for (const one of cases('WhyNot', 'why').filter((why) => why !== 'rules')) expect(keys).toContain(`why-${one}`);
    for (const one of cases('RowProblem', 'code')) expect(keys).toContain(`problem-${one}`);
    for (const one of values('ActionKind')) expect(keys).toContain(`done-${one}`);
  });

  it.each(['ro', 'ru'] as const)('choose the right plural in %s from 0 to 1000', (language) => {
    const rules = new Intl.PluralRules(language);
    const forms: Record<'ro' | 'ru', Record<string, string>> = {
      ro: { one: 'femeie', few: 'femei', other: 'de femei' },
      ru: { one: 'женщина', few: 'женщины', many: 'женщин', other: 'женщины' },
    };
    for (let count = 0; count <= 1000; count += 1) {
      const text = say(language, 'count-woman', { count })?.replace(/^[\d\s.,\u00a0]+/u, '');
      expect(`${count} ${text}`).toBe(`${count} ${forms[language][rules.select(count)]}`);
    }
  });

  it.each([
    ['ro', 'past-taken', { taken: 6, places: 24 }, '6 din 24 de locuri ocupate'],
    ['ro', 'occ-note-bed_days', { places: 672 }, 'din 672 de zile-loc'],
    ['ro', 'occ-day', { day: '1', census: 2, places: 4 }, '1: 2 din 4 locuri'],
    ['ro', 'expected-member', { group: 'copil', years: 1 }, 'copil, 1 an'],
    ['ro', 'problem-looks_forgotten', { days: 200 }, 'Aici de 200 de zile, fără plecare: uitat?'],
    ['ro', 'problem-over_capacity', { taken: 25, places: 24 }, 'Persoane: 25, la 24 de locuri.'],
    ['ro', 'rules-short-max_moves', { n: 1 }, 'cel mult 1 mutare'],
    ['ro', 'refusal-places_held', { at: '1', taken: 23, held: 1, places: 24, labels: 'x' }, 'La 1 ar fi 23 de persoane, iar 1 din 24 de locuri este rezervat: x.'],
    ['ru', 'occ-note-bed_days', { places: 651 }, 'из 651 место-дня'],
    ['ru', 'occ-day', { day: '1', census: 2, places: 21 }, '1: занято 2 из 21 места'],
    ['ru', 'occ-day', { day: '1', census: 2, places: 22 }, '1: занято 2 из 22 мест'],
    ['ru', 'problem-over_capacity', { taken: 25, places: 22 }, 'Людей: 25, на 22 места.'],
    ['en', 'refusal-places_held', { at: '1', taken: 1, held: 1, places: 24, labels: 'x' }, 'On 1 there would be 1 person, and 1 of 24 places is held: x.'],
  ] as const)('say in %s what %s counts', (language, id, args, text) => {
    expect(say(language, id, args)).toBe(text);
  });

  it('never put a Romanian plural behind a number without asking which', () => {
    const lines = [...all.ro].flatMap(([key, text]) => text.split('\n').map((line) => [key, line.trim()] as const));
    const nouns = new Set(lines.flatMap(([, line]) => [...line.matchAll(/^\*\[other\].*\{ \$\w+ \} de (\p{L}+)/gu)].map((found) => found[1])));
    expect(nouns.size).toBeGreaterThan(10);
    // What has decimals takes no other form.
    const decimals = ['occ-value-nights', 'occ-value-days'];
    const bare = lines.filter(
      ([key, line]) => !decimals.includes(key) && !/^\*?\[/u.test(line) && [...line.matchAll(/\{ \$\w+ \} (\p{L}+)/gu)].some((found) => nouns.has(found[1])),
    );
    expect(bare).toEqual([]);
  });

  it.each(LANGUAGES)('give every plural of %s where they count', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((one) => one !== 'other');
    for (const [key, text] of all[language]) {
      for (const choice of text.split(/(?=\$\w+ ->)/u).slice(1)) {
        const variants = choice.slice(0, choice.search(/\n\s*\}|$/u));
        if (!/\[(few|many)\]/u.test(choice)) continue;
        for (const category of needed) {
          if (category === 'one' && variants.includes('[1]')) continue;
          expect(`${key} ${variants.includes(`[${category}]`)} ${category}`).toBe(`${key} true ${category}`);
        }
      }
    }
  });

  it('are Romanian with commas below and Cyrillic without look-alikes', () => {
    expect([...all.ro.values()].join('')).not.toMatch(/[şţŞŢ]/u);
    for (const [key, text] of all.ru) {
      expect(`${key} ${/\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/u.test(text)}`).toBe(`${key} false`);
    }
  });

  it('have no errors, whatever they are given', () => {
    for (const language of LANGUAGES) {
      for (const key of keys) {
        const [id = '', attribute] = key.split('.');
        const message = bundle(language).getMessage(id);
        const pattern = attribute ? message?.attributes[attribute] : message?.value;
        const names = [...(all[language].get(key) ?? '').matchAll(/\$(\w+)/gu)].map((match) => match[1]);
        const args = Object.fromEntries(names.map((name) => [name, 3]));
        const errors: Error[] = [];
        if (pattern) bundle(language).formatPattern(pattern, args, errors);
        expect(`${language} ${key} ${errors.join()}`).toBe(`${language} ${key} `);
      }
    }
  });

  it('stand nowhere but in the lists of words', () => {
    const found: string[] = [];
    for (const [path, text] of Object.entries(sources)) {
      if (!path.endsWith('.svelte')) continue;
      const markup = text.replace(/<script[\s\S]*?<\/script>/gu, '').replace(/<style[\s\S]*?<\/style>/gu, '').replace(/<!--[\s\S]*?-->/gu, '');
      const plain = withoutBraces(markup).replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/gu, ' ');
      if (/\p{L}/u.test(plain)) found.push(`${path}: ${plain.replace(/\s+/gu, ' ').trim()}`);
      for (const match of withoutBraces(markup).matchAll(/\b(?:aria-label|title|placeholder|label|text|hint)="([^"{]*\p{L}[^"]*)"/gu)) {
        found.push(`${path}: ${match[0]}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('stand in no string of the code either', () => {
    // Names of keys are not said to anybody; they are what the keyboard calls itself.
    const keys = /^(?:Enter|Escape|Home|End|Tab|Backspace|Delete|Control|Shift|Space)$/u;
    const found: string[] = [];
    for (const [path, text] of Object.entries(sources)) {
      if (path.endsWith('/types.ts')) continue;
      const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)].map((match) => match[1]).join('\n');
      const code = (path.endsWith('.svelte') ? scripts : text).replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(?:^|\s)\/\/.*$/gmu, '');
      for (const match of code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu)) {
        const said = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}/gu, ' ');
        const isSentence = /\p{L}{2,} \p{L}{2,}/u.test(said);
        const isWord = /^\p{Lu}\p{Ll}{2,}[.!?:]?$/u.test(said) && !keys.test(said);
        if (isSentence || isWord) found.push(`${path}: ${said}`);
      }
    }
    expect(found).toEqual([]);
  });
});

/** The markup without what is computed. */
function withoutBraces(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === '{') depth += 1;
    else if (letter === '}') depth -= 1;
    else if (depth === 0) kept += letter;
  }
  return kept;
}
