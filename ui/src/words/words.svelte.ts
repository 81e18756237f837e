import type { FluentVariable } from '@fluent/bundle';
import type { Language } from '../bridge/types';
import { BUNDLES } from './bundles';

let current = $state<Language>('ro');

export type Args = Record<string, FluentVariable>;

/** The language of the screens. Whatever reads it follows when it changes. */
export function language(): Language {
  return current;
}

export function speak(chosen: Language): void {
  current = chosen;
  document.documentElement.lang = chosen;
}

/** A text in the language of the screens. `id.attribute` reads an attribute. */
export function t(id: string, args?: Args): string {
  return say(current, id, args) ?? id;
}

/** Whether there is such a text. */
export function has(id: string): boolean {
  return say(current, id) !== null;
}

/** A text in a given language, or null where there is none. */
export function say(language: Language, id: string, args: Args = {}): string | null {
  const bundle = BUNDLES[language];
  const [name = id, attribute] = id.split('.');
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : null;
}
