import type { Instant, Kept } from '../../bridge/types';
import { dayTime } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** Why a bed takes nobody, and how long. */
export function keptWords(kept: Kept, now: Instant): string {
  const until = kept.until === null ? 'none' : dayTime(kept.until);
  if (kept.is === 'held') {
    return kept.from <= now
      ? t('kept-held', { label: kept.label, until })
      : t('kept-held-from', { label: kept.label, from: dayTime(kept.from), until });
  }
  return kept.from <= now
    ? t('kept-closed', { reason: kept.reason, until })
    : t('kept-closes', { reason: kept.reason, from: dayTime(kept.from), until });
}

/** Whether it counts now. */
export function isKept(kept: Kept | null, now: Instant): boolean {
  return kept !== null && kept.from <= now;
}
