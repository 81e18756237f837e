import { tick } from 'svelte';

/** An action: a form that has come is seen, and takes the focus in its first field, as what opened it is gone. */
export function begin(form: HTMLElement): void {
  form.scrollIntoView?.({ block: 'nearest' });
  form.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

/** Leads to the first field that is said to be wrong, once it is said. */
export async function toWrong(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

/** Leads to the heading of the screen, from which it is read. */
export function toHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** The words of whatever has this id. */
const said = (id: string | null | undefined) => (id ? document.getElementById(id)?.textContent : '');

/** What a button is called, with what it is about: of two that say the same, each may be about something else. */
function called(button: HTMLElement): string {
  const group = button.parentElement?.closest('[aria-label], [aria-labelledby]');
  const about = group?.getAttribute('aria-label') ?? said(group?.getAttribute('aria-labelledby'));
  return [button.getAttribute('aria-label') ?? button.textContent, about, said(button.getAttribute('aria-describedby'))].join('\n');
}

/** A button that was pressed, and which it was of how many that are called the same. */
interface Pressed {
  button: HTMLElement;
  called: string;
  which: number;
  of: number;
}

/**
 * An action: where what had the focus goes away, a form that is closed or a button of work that has ended, the focus
 * goes back to the button that led there. Where that is gone too it stays in the place, which takes it itself.
 */
export function leadsBack(place: HTMLElement): { destroy: () => void } {
  let at: EventTarget | null = null;
  let pressed: Pressed[] = [];

  const all = (name: string) => [...place.querySelectorAll('button')].filter((button) => called(button) === name);
  /** The same button, or the one that has come in its place. */
  const again = ({ button, called: name, which, of }: Pressed) => {
    if (button.isConnected) return button;
    const alike = all(name);
    return alike.length === of ? alike[which] : undefined;
  };

  const focus = (event: FocusEvent) => (at = event.target);
  const press = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    const name = called(button);
    const alike = all(name);
    const one = { button, called: name, which: alike.indexOf(button), of: alike.length };
    // Whoever presses it again has gone back.
    const before = pressed.findIndex((other) => other.called === name && other.which === one.which);
    pressed = [...pressed.slice(0, before < 0 ? pressed.length : before), one];
  };
  const look = () => {
    if (!(at instanceof Node) || at.isConnected || document.activeElement !== document.body) return;
    for (const one of pressed.toReversed()) {
      again(one)?.focus();
      if (document.activeElement !== document.body) return;
    }
    place.focus();
  };

  const watch = new MutationObserver(look);
  watch.observe(place, { childList: true, subtree: true });
  place.addEventListener('focusin', focus);
  place.addEventListener('click', press, true);
  return {
    destroy() {
      watch.disconnect();
      place.removeEventListener('focusin', focus);
      place.removeEventListener('click', press, true);
    },
  };
}
