import type { History, IdentityView, Issued, JournalEntry, StayHistory } from '../../bridge/types';
import { country, territory } from '../../words/codes';
import { fullDayTime, longDay, longDayOf, time } from '../../words/dates';
import { t } from '../../words/words.svelte';
import { ageWords } from '../people';
import type { Block, Cell, Column, Sheet } from './sheet';

export interface PersonRecord {
  history: History;
  /** Only where it was asked for, with a reason. */
  identity: IdentityView | null;
  now: number;
  issued: Issued | null;
}

/** A record may reach back for years. */
const when = (at: number) => `${longDay(at)}, ${time(at)}`;

/** What the centre holds about one person, for that person: nothing of anybody else. */
export function recordSheet({ history, identity, now, issued }: PersonRecord): Sheet {
  const code = history.stays[0]?.view.code ?? '';
  const title = t('paper-record', { code });
  return {
    title,
    lines: [t('paper-centre'), fullDayTime(issued?.at ?? now)],
    foot: issued ? t('paper-foot', { title, seq: String(issued.seq), seal: issued.seal }) : title,
    blocks: [
      ...(identity ? [list(t('paper-identity'), identityRows(identity))] : []),
      ...history.stays.flatMap((stay) => stayBlocks(stay, history.entries)),
      { kind: 'heading', text: t('paper-part-read') },
      { kind: 'text', text: t('paper-record-read') },
      {
        kind: 'text',
        text: issued
          ? t('paper-stamp', { at: fullDayTime(issued.at), by: issued.by, seq: String(issued.seq), seal: issued.seal })
          : t('paper-stamp-later'),
      },
      { kind: 'sign', labels: [t('paper-sign-manager'), t('paper-sign-received')] },
    ],
  };
}

function identityRows(identity: IdentityView): Cell[][] {
  return [
    [t('identity-name'), identity.name],
    [t('identity-born'), identity.born_on ? longDayOf(identity.born_on) : ''],
    [t('identity-documents'), identity.documents],
    [t('identity-notes'), identity.notes],
  ].filter(([, text]) => text !== '');
}

function stayBlocks({ view, grounds, phases }: StayHistory, entries: JournalEntry[]): Block[] {
  const until = (to: number | null) => (to === null ? t('paper-open-end') : when(to));
  const over = (to: number | null) => (to === null ? t('paper-still') : when(to));
  const inside = (entry: JournalEntry) =>
    entry.action_kind === 'extend' && entry.undone_by === null && entry.happened_at >= view.from && (view.to === null || entry.happened_at <= view.to);
  return [
    { kind: 'heading', text: t('history-stay', { from: longDay(view.from), to: view.to === null ? 'none' : longDay(view.to) }) },
    list(t('paper-stay'), [
      [t('paper-stay-from'), when(view.from)],
      [t('paper-stay-to'), over(view.to)],
      [t('occ-age'), ageWords(view.age)],
      [t('occ-by-citizenship'), view.citizenship ? country(view.citizenship) : t('not-known')],
      [t('paper-relation'), t(`relation-${view.relation}`)],
      [t('occ-by-referrer'), view.referrer ? t(`body-${view.referrer}`) : t('not-known')],
      [t('occ-by-territory'), view.territory ? territory(view.territory) : t('not-known')],
      ...(view.term.days > 0 ? [[t('occ-column-term'), t('paper-term', { day: view.term.day, days: view.term.days, last: longDayOf(view.term.last_day) })]] : []),
      ...(view.departure_reason ? [[t('paper-left-why'), t(`departure-${view.departure_reason}`)]] : []),
      ...(view.destination ? [[t('paper-left-where'), t(`destination-${view.destination}`)]] : []),
    ]),
    rows(t('occ-by-ground'), [t('paper-column-what'), t('occ-column-from'), t('paper-column-until')], grounds.map(([ground, from, to]) => [
      t('paper-ground', {
        ground: t(`ground-${ground.kind}`),
        by: ground.decided_by ? t(`body-${ground.decided_by}`) : 'none',
        on: ground.decided_on ? longDayOf(ground.decided_on) : 'none',
      }),
      when(from),
      until(to),
    ])),
    rows(t('occ-by-phase'), [t('paper-column-what'), t('occ-column-from'), t('paper-column-until')], phases.map(([phase, from, to]) => [t(`phase-${phase}`), when(from), until(to)])),
    rows(t('paper-extensions'), [t('paper-column-when'), t('paper-column-why')], entries.filter(inside).map((entry) => [when(entry.happened_at), entry.reason ?? ''])),
    rows(t('paper-beds'), [t('paper-column-bed'), t('occ-column-from'), t('occ-column-to')], view.beds.toReversed().map((night) => [night.bed, when(night.from), over(night.to)])),
    rows(t('paper-absences'), [t('paper-column-where'), t('occ-column-from'), t('occ-column-to')], view.absences.toReversed().map((one) => [t(`absence-${one.kind}`), when(one.from), over(one.to)])),
    rows(t('occ-assistance'), [t('paper-column-what'), t('when-date')], view.assistance.toReversed().map((one) => [one.name ?? t(`assistance-${one.kind}`), longDayOf(one.day)])),
  ];
}

function rows(caption: string, columns: string[], cells: Cell[][]): Block {
  const named = columns.map((text): Column => ({ text }));
  return { kind: 'table', table: { caption, columns: named, rows: cells, empty: t('paper-none') } };
}

/** Names and values, one below the other. */
function list(caption: string, cells: Cell[][]): Block {
  return {
    kind: 'table',
    table: { caption, columns: [{ text: t('paper-column-what'), width: 'wide' }, { text: t('occ-column-value') }], rows: cells },
  };
}
