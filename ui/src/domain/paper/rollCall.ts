import type { RollCall, RollPerson } from '../../bridge/types';
import { fullDayTime } from '../../words/dates';
import { t } from '../../words/words.svelte';
import { backWords, sinceWords } from '../people';
import type { Cell, Sheet } from './sheet';

/** Who must be found in which room, by code; empty rooms too, as they are looked into as well. */
export function rollCallSheet(roll: RollCall): Sheet {
  const rows = roll.rooms.flatMap((room): Cell[][] => {
    const number = t('paper-roll-room', { number: room.number });
    if (room.people.length === 0) return [[number, { box: true }, '', '', t('paper-roll-empty'), '']];
    return room.people.map((one, at) => [
      at === 0 ? { strong: number } : '',
      { box: true },
      { strong: one.code },
      one.bed,
      t(`group-${one.group}`) + (one.needs_help ? t('paper-roll-help') : ''),
      whereWords(one, roll.at),
    ]);
  });
  return {
    title: t('paper-roll'),
    lines: [fullDayTime(roll.at), t('paper-roll-sum', { present: roll.present, away: roll.away })],
    foot: t('paper-roll'),
    blocks: [
      {
        kind: 'table',
        table: {
          caption: t('paper-roll-caption'),
          columns: [
            { text: t('paper-column-room'), width: 'narrow' },
            { text: t('paper-column-found'), width: 'box' },
            { text: t('occ-column-code'), width: 'narrow' },
            { text: t('paper-column-bed'), width: 'narrow' },
            { text: t('paper-column-who') },
            { text: t('paper-column-where') },
          ],
          rows,
        },
      },
    ],
  };
}

function whereWords(one: RollPerson, now: number): Cell {
  if (!one.away) return t('paper-roll-present');
  const back = one.away.expected_return;
  return {
    strong: t('paper-roll-away', {
      where: t(`absence-${one.away.kind}`),
      since: sinceWords(one.away.since, now),
      back: back === null ? 'none' : backWords(back, now),
    }),
  };
}
