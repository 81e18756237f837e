import type { FluentVariable } from '@fluent/bundle';
import type { Language } from '../bridge/types';
import { bundle, knows, learn } from './bundles';

let current = $state<Language>('ro');
/** The language that was asked for last. */
let wanted: Language = 'ro';
/** Grows when texts become known that may have been asked for before. */
let known = $state(0);

export type Args = Record<string, FluentVariable>;

/** The language of the screens. Whatever reads it follows when it changes. */
export function language(): Language {
  return current;
}

/**
 * Changes the language of the screens. Done once all of it is known: the first screen of all is said at once, with what
 * is known at the door; later a language is learnt before it is spoken.
 */
export async function speak(chosen: Language): Promise<void> {
  wanted = chosen;
  if (knows(current) && !knows(chosen)) {
    if (await learn(chosen)) known += 1;
    // Another one may have been asked for meanwhile.
    if (wanted !== chosen) return;
  }
  current = chosen;
  document.documentElement.lang = chosen;
  if (await learn(chosen)) known += 1;
}

/** A part of the first screen that comes when it is asked for: once its words are there too. */
export async function withWords<T>(part: Promise<{ default: T }>): Promise<T> {
  if (await learn(wanted)) known += 1;
  return (await part).default;
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
  // Read, so that what was asked for too early is asked for again.
  void known;
  const texts = bundle(language);
  const [name = id, attribute] = id.split('.');
  const message = texts.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? texts.formatPattern(pattern, args, []) : null;
}
