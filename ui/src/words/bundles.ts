import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../bridge/types';

export const LANGUAGES: Language[] = ['ro', 'ru', 'en'];

/** What the first screen says: there at once, so that it waits for nothing. */
const DOOR = import.meta.glob<string>('$locales/*/door.ftl', {
  query: '?raw', import: 'default', eager: true,
});

/** The rest of each language is a file of its own. */
const REST: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  ro: () => import('./languages/ro'),
  ru: () => import('./languages/ru'),
  en: () => import('./languages/en'),
};

const bundles: Partial<Record<Language, FluentBundle>> = {};
const learnt = new Set<Language>();

/** The texts of a language that are known so far, by their names. */
export function bundle(language: Language): FluentBundle {
  return (bundles[language] ??= read(
    new FluentBundle(language, { useIsolating: false }),
    Object.entries(DOOR).flatMap(([path, text]) => (path.includes(`/${language}/`) ? [text] : [])),
  ));
}

/** Whether all of a language is known. */
export function knows(language: Language): boolean {
  return learnt.has(language);
}

/** Reads the rest of a language. Says whether there was any that wasn't known. */
export async function learn(language: Language): Promise<boolean> {
  if (learnt.has(language)) return false;
  // The first screen is drawn first.
  await new Promise(requestAnimationFrame);
  const rest = await REST[language]();
  if (learnt.has(language)) return false;
  learnt.add(language);
  read(bundle(language), Object.values(rest.default));
  return true;
}

function read(into: FluentBundle, texts: string[]): FluentBundle {
  for (const text of texts) {
    const errors = into.addResource(new FluentResource(text));
    for (const error of errors) throw error;
  }
  return into;
}
