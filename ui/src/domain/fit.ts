import type { BedView } from '../bridge/types';
import { moving, type Fit } from '../state/moving.svelte';
import { breachList, whyNotWords } from '../words/problem';
import { t } from '../words/words.svelte';

/** What a bed is for the person who is being moved, and why. */
export function fitWords(bed: BedView, fit: Fit): string {
  const choice = moving.choice(bed.id);
  const who = bed.people[0]?.code ?? '';
  switch (fit) {
    case 'own':
      return t('fit-own-words');
    case 'usable':
      return t('fit-usable-words');
    case 'share':
      return t('fit-share-words', { who });
    case 'picked':
      return t('fit-picked-words');
    case 'swap':
      return t('fit-swap-words', { who });
    case 'rules':
      return choice?.swap_with
        ? t('fit-swap-rules-words', { who, why: breachList(choice.swap_breaches) })
        : t('fit-rules-words', { why: choice?.why_not ? whyNotWords(choice.why_not) : '' });
    case 'taken':
      return t('fit-taken-words', {
        why: whyNotWords(choice?.why_not ?? { why: 'taken', who, away: bed.people[0]?.away !== null }),
      });
  }
}
