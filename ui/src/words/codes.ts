import countriesText from '$codes/countries.csv?raw';
import territoriesText from '$codes/territories.csv?raw';
import type { Language } from '../bridge/types';
import { language } from './words.svelte';

type Names = Map<string, Record<Language, string>>;

function read(text: string): Names {
  const names: Names = new Map();
  for (const line of text.trim().split('\n').slice(1)) {
    const [code = '', en = '', ro = '', ru = ''] = line.trim().split(';');
    names.set(code, { en, ro, ru });
  }
  return names;
}

const countryNames = read(countriesText);
const territoryNames = read(territoriesText);

/** The name of a country, from its ISO 3166-1 code. */
export function country(code: string): string {
  return countryNames.get(code)?.[language()] ?? code;
}

/** The name of a rayon or town, from its ISO 3166-2 code. */
export function territory(code: string): string {
  return territoryNames.get(code)?.[language()] ?? code;
}

/** Countries to choose from by name, the centre's own first. */
export function countries(): { value: string; text: string }[] {
  return options(countryNames, 'MD');
}

/** Rayons and towns to choose from by name. */
export function territories(): { value: string; text: string }[] {
  return options(territoryNames, null);
}

function options(names: Names, first: string | null): { value: string; text: string }[] {
  const spoken = language();
  const all = [...names].map(([value, name]) => ({ value, text: name[spoken] }));
  const rank = (value: string) => (value === first ? 0 : value === 'XX' ? 2 : 1);
  return all.sort((a, b) => rank(a.value) - rank(b.value) || a.text.localeCompare(b.text, spoken));
}
