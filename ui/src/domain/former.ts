import type { Former } from '../bridge/types';
import { country, territory } from '../words/codes';
import { dayTime, list, monthOf } from '../words/dates';
import { spanWords } from '../words/problem';
import { t } from '../words/words.svelte';

/** What was noted, in words, before it was put right. */
export function formerWords(was: Former): string {
  switch (was.of) {
    case 'arrival':
      return t('former-arrival', { at: dayTime(was.at) });
    case 'departure':
      return was.at === null ? t('former-here') : t('former-departure', { at: dayTime(was.at) });
    case 'bed':
      return t('former-bed', { bed: was.bed, span: spanWords(was.from, was.to) });
    case 'absence':
      return t('former-span', { what: t(`absence-${was.kind}`), span: spanWords(was.from, was.to) });
    case 'ground':
      return was.decided_by
        ? t('former-span', { what: t(`ground-${was.kind}`), span: t(`body-${was.decided_by}`) })
        : t(`ground-${was.kind}`);
    case 'phase':
      return t(`phase-${was.kind}`);
    case 'assistance':
      return was.name ?? t(`assistance-${was.kind}`);
    case 'relation':
      return t(`relation-${was.is}`);
    case 'party':
      return was.with.length > 0 ? t('former-party', { who: list(was.with) }) : t('correct-own-party');
    case 'person':
      return t('former-person');
    case 'sex':
      return t(`sex-${was.is}`);
    case 'born':
      return t('former-born', { month: monthOf(`${was.year}-${String(was.month).padStart(2, '0')}-15`) });
    case 'citizenship':
      return country(was.is);
    case 'sent': {
      const parts = [was.referrer && t(`body-${was.referrer}`), was.territory && territory(was.territory)];
      return parts.filter(Boolean).join(t('fact-slash'));
    }
  }
}
