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
