import { getContext, onDestroy, setContext } from 'svelte';
import { call } from '../bridge/call';
import type { Role } from '../bridge/types';

/**
 * What is half typed, in one place. Going back loses nothing; nor does a lock or a crash, as it is handed to the
 * program, which keeps it sealed for whoever typed it. A form joins with `draft`.
 */
interface Form {
  typed: object;
  /** Before anybody typed. */
  blank: string;
  /** What it said when something was recorded: probably just that. */
  recorded: string | null;
  /** How often it is on the screen. */
  shown: number;
  stop: () => void;
}

/** Something else that is kept: what is typed outside of forms, or where one is. */
interface Part<T> {
  /** Null: nothing. */
  read: () => T | null;
  write: (kept: T) => void | Promise<void>;
  /** Where one is, of interest only while something is typed. */
  place?: true;
  /** It is on its way to be recorded. */
  sending?: () => boolean;
  drop?: () => void;
}

/** What the program keeps, and nobody but this page reads. */
interface Kept {
  role: Role;
  parts: Record<string, unknown>;
  forms: Record<string, unknown>;
}

const PAUSE = 300;
const SCOPE = Symbol('draft');
const forms = new Map<string, Form>();
const parts = new Map<string, Part<unknown>>();
/** What came back and waits for its form to be opened. */
const waiting = new Map<string, unknown>();
/** Whose it is; null while nothing is kept, as the program is locked or what was kept isn't read yet. */
let role: Role | null = null;
/** What the program was handed last; undefined where it may not have got that. */
let told: string | null | undefined = null;
let telling: Promise<void> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is typed into a form, under the name of the form and of what it is about. */
export function draft<T extends object>(key: string, make: () => T): T {
  setContext(SCOPE, key);
  const form = forms.get(key) ?? begin(key, make());
  form.shown += 1;
  onDestroy(() => {
    form.shown -= 1;
    const now = JSON.stringify(form.typed);
    if (form.shown > 0 || forms.get(key) !== form || (now !== form.blank && now !== form.recorded)) return;
    forget(key, form);
    // While this goes, whatever changed together with it still reads as it was before.
    queueMicrotask(() => void keepDraft());
  });
  return form.typed as T;
}

/** What is typed into a part of a form that can stand in any form. */
export function fieldDraft<T extends object>(name: string, make: () => T): T {
  const scope = getContext<string | undefined>(SCOPE);
  if (scope !== undefined) return draft(`${scope}:${name}`, make);
  const alone = $state(make());
  return alone;
}

/** Fields that show what is on record: it isn't typed, and gives way to what was. */
export function preset<T extends object>(typed: T, record: Partial<T>): void {
  const form = [...forms.values()].find((one) => one.typed === typed);
  if (!form) return;
  const now = JSON.stringify(typed);
  const isTyped = now !== form.blank && now !== form.recorded;
  form.blank = JSON.stringify({ ...(JSON.parse(form.blank) as T), ...record });
  if (!isTyped) Object.assign(typed, record);
}

/** Keeps something that isn't typed into a form. */
export function alsoKeep<T>(key: string, part: Part<T>): void {
  parts.set(key, part as Part<unknown>);
  follow(part.read);
}

/** Brings back what whoever signs in had half typed, and answers how to come back to where that was. */
export async function bringBack(whose: Role): Promise<(() => Promise<void>) | null> {
  try {
    told = (await call('draft', {})).draft;
    const kept = told === null ? null : (JSON.parse(told) as Kept);
    // What a manager had typed is not for reception.
    if (kept === null || kept.role !== whose) return null;
    for (const [key, typed] of Object.entries(kept.forms)) waiting.set(key, typed);
    await write(kept, false);
    return () => write(kept, true);
  } catch {
    // It is a help, and no reason to keep anybody out.
    return null;
  } finally {
    role = whose;
    keepSoon();
  }
}

async function write(kept: Kept, places: boolean): Promise<void> {
  for (const [key, part] of parts) {
    if ((part.place ?? false) === places && kept.parts[key] != null) await part.write(kept.parts[key]);
  }
}

/**
 * Hands over what is half typed at once; without anything, what was kept is dropped. Done once all was handed over.
 * Where something is being sent, what is still half typed afterwards depends on whether that is recorded.
 */
export function keepDraft(sending: Promise<boolean> | null = null): Promise<void> {
  clearTimeout(timer);
  if (role === null) return telling;
  // As it stands now: by its turn the page may have been emptied.
  const now = kept();
  if (now === told && !sending) return telling;
  const afterwards = sending && kept(true);
  told = now;
  // One after the other: the last one must be the one that stays.
  telling = telling.then(async () => {
    try {
      await call('keep_draft', { draft: (await sending) ? afterwards : now });
    } catch {
      // Typing goes on; it is tried again with the next change.
      if (told === now) told = undefined;
    }
  });
  return telling;
}

/** What the forms that are shown say, as something is sent. */
export function shownNow(): ReadonlyMap<string, string> {
  return new Map([...forms].filter(([, form]) => form.shown > 0).map(([key, form]) => [key, JSON.stringify(form.typed)]));
}

/**
 * Something was recorded: what is typed elsewhere may rest on what is over; what was shown when it was sent goes when it
 * is closed, unless somebody typed on.
 */
export function dropHidden(sent: ReadonlyMap<string, string>): void {
  waiting.clear();
  for (const [key, form] of forms) {
    if (form.shown === 0) forget(key, form);
    else form.recorded = sent.get(key) ?? form.recorded;
  }
}

/** What was typed under this name is recorded, or not wanted any more. */
export function dropDraft(key: string): void {
  for (const [one, form] of forms) if (one === key || one.startsWith(`${key}:`)) forget(one, form);
  void keepDraft();
}

/** Nothing of it stays anywhere: somebody was erased, who may be named in any of it. */
export function dropDrafts(): void {
  waiting.clear();
  for (const [key, form] of forms) forget(key, form);
  for (const part of parts.values()) part.drop?.();
  void keepDraft();
}

/** Nothing stays in the page; what the program keeps stays there. */
export function leaveDrafts(): void {
  role = null;
  told = null;
  clearTimeout(timer);
  waiting.clear();
  for (const [key, form] of forms) forget(key, form);
}

function begin(key: string, made: object): Form {
  const typed = $state(made);
  const blank = JSON.stringify(typed);
  fill(typed as Record<string, unknown>, waiting.get(key));
  waiting.delete(key);
  const form = { typed, blank, recorded: null, shown: 0, stop: follow(() => typed) };
  forms.set(key, form);
  return form;
}

/** Puts back what was typed, as far as the form still has such fields. */
function fill(made: Record<string, unknown>, kept: unknown): void {
  if (typeof kept !== 'object' || kept === null) return;
  for (const [field, value] of Object.entries(kept)) {
    const before = made[field];
    const fits = before === null || value === null || (typeof before === typeof value && Array.isArray(before) === Array.isArray(value));
    if (field in made && fits) made[field] = value;
  }
}

function forget(key: string, form: Form): void {
  form.stop();
  forms.delete(key);
}

/** Once typing has paused. */
function keepSoon(): void {
  clearTimeout(timer);
  if (role !== null) timer = setTimeout(() => void keepDraft(), PAUSE);
}

function follow(read: () => unknown): () => void {
  return $effect.root(() => {
    $effect(() => {
      JSON.stringify(read());
      keepSoon();
    });
  });
}

/** What is half typed; once what is being sent was recorded, that is no longer, nor what may rest on it. */
function kept(recorded = false): string | null {
  const typed = [...forms].filter(([, form]) => JSON.stringify(form.typed) !== form.blank);
  const all = recorded ? {} : Object.fromEntries([...waiting, ...typed.map(([key, form]) => [key, form.typed] as const)]);
  const left = [...parts].filter(([, part]) => !(recorded && part.sending?.()));
  const isTyped = Object.keys(all).length > 0 || left.some(([, part]) => !part.place && part.read() !== null);
  if (!isTyped) return null;
  const others = Object.fromEntries(left.map(([key, part]) => [key, part.read()]));
  return JSON.stringify({ role, parts: others, forms: all });
}
