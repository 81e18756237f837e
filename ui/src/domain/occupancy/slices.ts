import type { By } from '../../bridge/types';
import { country, territory } from '../../words/codes';
import { t } from '../../words/words.svelte';

/** What the stays of a slice have in common, in words. */
export function sliceWords(by: By, value: string | null): string {
  if (value === null) return t('not-known');
  switch (by) {
    case 'ground':
      return t(`ground-${value}`);
    case 'phase':
      return t(`phase-${value}`);
    case 'referrer':
      return t(`body-${value}`);
    case 'territory':
      return territory(value);
    case 'citizenship':
      return country(value);
    case 'party_size':
      return t('occ-party-of', { count: Number(value) });
  }
}
