import { onDestroy } from 'svelte';

/** Answers whether it went back a step. */
type Step = () => boolean;

const steps: Step[] = [];

/** While the component is there, Esc asks it first; the latest one shown is asked before the others. */
export function onBack(step: Step): void {
  steps.push(step);
  onDestroy(() => {
    steps.splice(steps.indexOf(step), 1);
  });
}

/** Goes back one step, where anybody has one. */
export function goBack(): boolean {
  return steps.toReversed().some((step) => step());
}
