import type { Bar, Instant } from '../../bridge/types';
import { dayTime, list } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** A bar in words, as it is read aloud and said at the foot. */
export function barWords(bar: Bar, bed: string, now: Instant): string {
  const until = bar.to === null ? 'none' : dayTime(bar.to);
  switch (bar.is) {
    case 'held':
      return t('tape-held', { bed, label: bar.label, until });
    case 'closed':
      return t('tape-closed', { bed, reason: bar.reason, from: dayTime(bar.from), until });
    case 'stay': {
      const args = { who: list(bar.codes), bed, from: dayTime(bar.from) };
      if (bar.to !== null) return t('tape-was', { ...args, to: until });
      if (bar.leaves !== null) {
        return t(bar.leaves <= now ? 'tape-stayed' : 'tape-leaves', { ...args, to: dayTime(bar.leaves) });
      }
      const term = bar.term ?? now;
      return term < now ? t('tape-over', args) : t('tape-is', { ...args, to: dayTime(term - 60_000).split(',')[0] ?? '' });
    }
  }
}
