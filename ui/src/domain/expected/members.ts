import type { Expected } from '../../bridge/types';
import { list } from '../../words/dates';
import { t } from '../../words/words.svelte';
import { groupOf } from '../age';

/** Who a party is made of: `a woman of 27, a child of 5`. */
export function membersWords(members: Expected[]): string {
  return list(members.map((one) => t('expected-member', { group: t(`group-${groupOf(one.sex, one.years)}`), years: one.years })));
}
