// The screens behind the door are read when they are first shown: a test does not wait for that.
import '../src/screens/Frame.svelte';
import { LANGUAGES, learn } from '../src/words/bundles';
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';

afterEach(() => cleanup());
for (const language of LANGUAGES) await learn(language);

// The page's dialogs are native; this stand-in window has none of their methods.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
Element.prototype.scrollIntoView ??= () => {};
// Nothing is laid out here, so nothing changes its size.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

vi.mock('@tauri-apps/api/core', () => ({
  // What isn't a command of the list, such as that the page has drawn itself, has no answer.
  invoke: async (what: string, args?: { name: string; request: unknown }) =>
    what === 'print_page' ? print(args) : args && answer(args.name, args.request),
}));

/** Takes a sheet as the printer would: what is there to be printed, and where to. */
async function print(to: unknown): Promise<boolean> {
  const { house } = await import('./house');
  house.printed.push(to);
  house.sheets.push(document.querySelector('.print-room')?.textContent ?? '');
  return true;
}

/** Answers a command as the program would; each test says what it is to answer. */
async function answer(name: string, request: unknown): Promise<unknown> {
  const { house } = await import('./house');
  return house.answer(name, request);
}
