import type { BedView, DailySheet, DayEvent, Happening } from '../../bridge/types';
import { dayOf, dayTime, list, longDayOf, time } from '../../words/dates';
import { t } from '../../words/words.svelte';
import { noticesOf } from '../notices';
import { backWords, sinceWords } from '../people';
import { freePlaces } from '../plan';
import type { Block, Cell, Column, Sheet } from './sheet';

/** What one shift hands to the next: what is to be done, what happened, who is here, what is to come. */
export function dailySheet(sheet: DailySheet): Sheet {
  const { board, plans } = sheet;
  const free = Math.max(0, freePlaces(board));
  return {
    title: t('paper-daily', { day: longDayOf(sheet.day) }),
    lines: [
      t('paper-daily-line', { taken: board.taken, places: board.places, free, beds: board.beds_free, cots: board.cots_free, held: board.held }),
      t('paper-daily-at', { at: time(board.at) }),
    ],
    foot: t('paper-daily', { day: longDayOf(sheet.day) }),
    blocks: [
      table(t('paper-todo'), [{ text: t('paper-column-what'), width: 'wide' }, { text: t('paper-column-who') }], todo(sheet), t('paper-todo-none')),
      table(
        t('paper-today'),
        [{ text: t('when-time'), width: 'narrow' }, { text: t('occ-column-code'), width: 'narrow' }, { text: t('paper-column-what') }],
        sheet.events.map((event) => [time(event.at), { strong: event.code }, happened(event)]),
        t('paper-today-none'),
      ),
      table(
        t('paper-here', { count: board.taken }),
        [
          { text: t('paper-column-bed'), width: 'narrow' },
          { text: t('occ-column-code'), width: 'narrow' },
          { text: t('paper-column-who'), width: 'narrow' },
          { text: t('occ-column-term') },
          { text: t('paper-column-where') },
        ],
        board.rooms.flatMap((room) => room.beds.flatMap((bed) => bedRows(bed, board.at))),
      ),
      table(
        t('paper-held'),
        [{ text: t('paper-column-for') }, { text: t('paper-column-places') }, { text: t('paper-column-until') }],
        plans.holds.filter((hold) => hold.until === null || hold.until > board.at).map((hold) => [
          hold.label,
          t('paper-held-places', { places: hold.places, beds: hold.beds.length === 0 ? 'none' : list(hold.beds) }),
          hold.until === null ? t('paper-open-end') : dayTime(hold.until),
        ]),
        t('paper-none'),
      ),
      table(
        t('paper-waiting'),
        [{ text: t('paper-column-for') }, { text: t('paper-column-people'), width: 'narrow', number: true }, { text: t('paper-column-since') }, { text: t('paper-column-urgent') }],
        plans.waiting.map((one) => [one.label, String(one.members.length), dayTime(one.since), one.urgency ?? '']),
        t('paper-none'),
      ),
      table(
        t('paper-closed'),
        [{ text: t('paper-column-bed'), width: 'narrow' }, { text: t('paper-column-why') }, { text: t('paper-column-until') }],
        plans.closures.map((one) => [
          one.label,
          one.kept.is === 'closed' ? one.kept.reason : '',
          one.kept.until === null ? t('paper-open-end') : dayTime(one.kept.until),
        ]),
        t('paper-none'),
      ),
      { kind: 'sign', labels: [t('paper-handed'), t('paper-taken')] },
    ],
  };
}

function table(caption: string, columns: Column[], rows: Cell[][], empty?: string): Block {
  return { kind: 'table', table: { caption, columns, rows, ...(empty === undefined ? {} : { empty }) } };
}

/** So many letters stand in one cell; more would make a row that is taller than its sheet. */
const LONG = 600;

function todo(sheet: DailySheet): Cell[][] {
  return noticesOf(sheet.board).flatMap(({ signal, title, items }) => {
    const all = items.map(({ who, text }) => [list(who.map(({ code }) => code)), text].filter((part) => part !== '').join(' '));
    const cells = all.join('').length > LONG ? all : [list(all)];
    return cells.map((cell, at): Cell[] => [at > 0 ? '' : signal ? { strong: title } : title, cell]);
  });
}

function bedRows(bed: BedView, now: number): Cell[][] {
  return bed.people.map((one, at) => [
    at === 0 ? bed.label : '',
    { strong: one.code },
    t(`group-${one.group}`),
    one.term.days === 0
      ? t('term-day-only', { day: one.term.day })
      : t('paper-term', { day: one.term.day, days: one.term.days, last: dayOf(one.term.last_day) }),
    one.away
      ? {
          strong: t('paper-roll-away', {
            where: t(`absence-${one.away.kind}`),
            since: sinceWords(one.away.since, now),
            back: one.away.expected_return === null ? 'none' : backWords(one.away.expected_return, now),
          }),
        }
      : t('paper-roll-present'),
  ]);
}

function happened(event: DayEvent): string {
  const what: Happening = event.what;
  switch (what.is) {
    case 'arrived':
      return t('paper-did-arrived', { bed: what.bed ?? 'none' });
    case 'left':
      return t('paper-did-left', {
        why: what.reason === null ? 'none' : t(`departure-${what.reason}`),
        where: what.destination === null ? 'none' : t(`destination-${what.destination}`),
      });
    case 'went_out':
      return t('paper-did-out', {
        where: t(`absence-${what.kind}`),
        back: what.expected_return === null ? 'none' : backWords(what.expected_return, event.at),
      });
    case 'came_back':
      return t('paper-did-back', { where: t(`absence-${what.kind}`) });
    case 'moved':
      return t('paper-did-moved', { from: what.from, to: what.to });
  }
}
