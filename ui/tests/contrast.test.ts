import { describe, expect, it } from 'vitest';
import tokens from '../src/tokens.css?raw';

/** The colours of a block of the tokens, over those before it. */
function colours(selector: string, media: string | null, under: Record<string, string> = {}): Record<string, string> {
  const css = tokens.replace(/\/\*[\s\S]*?\*\//gu, '');
  const from = media === null ? 0 : css.indexOf(`@media (${media})`);
  const head = css.indexOf(`${selector} {`, from);
  expect(`${selector} ${Math.min(from, head) >= 0}`).toBe(`${selector} true`);
  const block = css.slice(head, css.indexOf('}', head));
  const own = Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/gu)].map(([, name = '', value = '']) => [name, value]));
  const all: Record<string, string> = { ...under, ...own };
  for (const [name, value] of Object.entries(all)) {
    const other = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
    if (other && all[other]) all[name] = all[other];
  }
  return all;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const light = colours(':root', null);
const dark = colours(":root[data-theme='dark']", null, light);
const THEMES = {
  light,
  dark,
  'dark of the system': colours(':root:not([data-theme])', 'prefers-color-scheme: dark', light),
  contrast: colours(":root[data-theme='contrast']", null, light),
  'light with more contrast': colours(":root[data-theme='dark']", 'prefers-contrast: more', light),
  'dark with more contrast': colours(":root[data-theme='dark']", 'prefers-contrast: more', dark),
};

const GROUNDS = ['paper', 'surface', 'sunken', 'tile'];
/** What is written on what. */
const TEXTS: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'signal'].flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ['ink', 'accent-tint'], ['ink-2', 'accent-tint'], ['accent', 'accent-tint'],
  ['ink', 'signal-tint'], ['ink-2', 'signal-tint'], ['signal', 'signal-tint'],
  ['on-accent', 'accent'], ['on-accent', 'accent-2'], ['paper', 'ink'], ['paper', 'ink-2'], ['surface', 'ink'],
];
/** What has to be seen without being read: borders of fields, walls, the ring of the focus. */
const LINES: [string, string][] = ['line-2', 'wall', 'focus', 'accent', 'signal'].flatMap((line) =>
  ['paper', 'surface'].map((ground): [string, string] => [line, ground]),
);

describe.each(Object.entries(THEMES))('the colours: %s', (name, theme) => {
  const strong = name.includes('contrast');
  const ratio = ([front, back]: [string, string]) => contrast(theme[front] ?? '', theme[back] ?? '');

  it.each(TEXTS)('%s is read on %s', (...pair) => {
    // The system's wish leaves the two colours as they are: they are always beside words.
    const coloured = pair.some((one) => /accent|signal/u.test(one));
    expect(ratio(pair)).toBeGreaterThanOrEqual(strong && (name === 'contrast' || !coloured) ? 7 : 4.5);
  });

  it.each(LINES)('%s is seen on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(strong ? 4.5 : 3);
  });
});

it('the two ways to a dark window are the same', () => {
  expect(THEMES['dark of the system']).toEqual(dark);
});
