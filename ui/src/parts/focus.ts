import { tick } from 'svelte';

/** An action: a form that has come takes the focus in its first field, as what opened it is gone. */
export function begin(form: HTMLElement): void {
  form.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

/** Leads to the first field that is said to be wrong, once it is said. */
export async function toWrong(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

/** What a button is called, with what it is about: of two that say the same, each is about something else. */
function called(button: HTMLElement): string {
  const about = button.getAttribute('aria-describedby');
  const group = button.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
  return [button.textContent, group, about && document.getElementById(about)?.textContent].join('\n');
}

/**
 * An action: where what had the focus goes away, a form that is closed or a button of work that has ended, the focus
 * goes back to the button that led there. Where that is gone too it stays in the place, which takes it itself.
 */
export function leadsBack(place: HTMLElement): { destroy: () => void } {
  let at: EventTarget | null = null;
  let pressed: { button: HTMLElement; called: string }[] = [];

  const focus = (event: FocusEvent) => (at = event.target);
  const press = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    const name = called(button);
    const before = pressed.findIndex((one) => one.called === name);
    pressed = [...pressed.slice(0, before < 0 ? pressed.length : before), { button, called: name }];
  };
  const look = () => {
    if (!(at instanceof Node) || at.isConnected || document.activeElement !== document.body) return;
    const buttons = [...place.querySelectorAll('button')].filter((button) => !button.disabled);
    for (const one of pressed.toReversed()) {
      const there = one.button.isConnected ? one.button : buttons.find((button) => called(button) === one.called);
      there?.focus();
      if (there && document.activeElement === there) return;
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
