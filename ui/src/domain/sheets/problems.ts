import type { Field, RowProblem } from '../../bridge/types';
import { dayTime } from '../../words/dates';
import { breachList } from '../../words/problem';
import { t } from '../../words/words.svelte';

/** What a column says. */
export function fieldWords(field: Field): string {
  return t(`field-${field}`);
}

/** What is wrong or odd about a row of a register. */
export function rowProblemWords(problem: RowProblem): string {
  const key = `problem-${problem.code}`;
  switch (problem.code) {
    case 'already_here':
      return t(key, { since: dayTime(problem.since), until: problem.until === null ? 'none' : dayTime(problem.until) });
    case 'bed_taken':
      return t(key, { bed: problem.bed, who: problem.who, row: problem.row ?? 'none' });
    case 'differs':
      return t(key, { field: fieldWords(problem.field), row: problem.row ?? 'none' });
    case 'gap':
      return t(key, { from: dayTime(problem.from), until: problem.until === null ? 'none' : dayTime(problem.until) });
    case 'bed_held':
      return t(key, { bed: problem.bed, label: problem.label, from: dayTime(problem.from) });
    case 'bed_closes':
      return t(key, { bed: problem.bed, from: dayTime(problem.from) });
    case 'breaks_rules':
      return t(key, { breaches: breachList(problem.breaches) });
    case 'unreadable':
    case 'left_empty':
      return t(key, { field: fieldWords(problem.field), text: problem.text });
    case 'missing':
    case 'no_such_time':
    case 'in_future':
    case 'too_long':
    case 'outside_stay':
    case 'at_once':
      return t(key, { field: fieldWords(problem.field) });
    default: {
      const { code: _, ...rest } = problem;
      return t(key, rest);
    }
  }
}
