import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../bridge/types';

export const LANGUAGES: Language[] = ['ro', 'ru', 'en'];

const files = import.meta.glob<string>('$locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

/** Every text in one language, from all its files. */
function bundle(language: Language): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes(`/${language}/`)) continue;
    const errors = made.addResource(new FluentResource(text));
    for (const error of errors) throw error;
  }
  return made;
}

export const BUNDLES: Record<Language, FluentBundle> = {
  ro: bundle('ro'),
  ru: bundle('ru'),
  en: bundle('en'),
};
