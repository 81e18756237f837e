import { invoke } from '@tauri-apps/api/core';
import type { Commands, Problem, Status } from './types';

/** What comes back instead of an answer. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.about.code);
    this.problem = problem;
  }
}

let onLocked: () => void = () => {};

/** Says what to do when the program turns out to be locked, whoever asked. */
export function whenLocked(then: () => void): void {
  onLocked = then;
}

/** Carries out one command. Throws a `ProblemError` where the answer is no. */
export async function call<K extends keyof Commands>(
  name: K,
  request: Commands[K]['request'],
): Promise<Commands[K]['answer']> {
  try {
    return await invoke<Commands[K]['answer']>('call', { name, request });
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.kind === 'failed' && problem.about.code === 'locked') onLocked();
    throw new ProblemError(problem);
  }
}

/** Where the program stood when the page was opened: known without asking, so that the first screen is there at once. */
export function opened(): Status | null {
  return (globalThis as { vatraOpened?: Status | null }).vatraOpened ?? null;
}

/** The problem in whatever was thrown; what nobody foresaw is a failure of the system. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (typeof thrown === 'object' && thrown !== null && 'kind' in thrown && 'about' in thrown) {
    return thrown as Problem;
  }
  return { kind: 'failed', about: { code: 'system' } };
}

const PAST_WITH_REASON = ['over_capacity', 'places_held', 'breaks_rules', 'needs_reason'];

/** Whether a manager's reason is all that it takes to go on. */
export function reasonGoesPast({ about }: Problem): boolean {
  return PAST_WITH_REASON.includes(about.code);
}
