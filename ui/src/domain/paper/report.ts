import type { Cell as Left, Issued, Leaving, LeavingTable } from '../../bridge/types';
import { dayNumber, dayOf, daysBetween, fullDayTime, longDayOf, month, plusDays } from '../../words/dates';
import { has, t } from '../../words/words.svelte';
import { cellWords, columnWords, isNumber, tableWords } from '../leaving/words';
import { periodWords, type Days, type Kind } from '../occupancy/period';
import type { Block, Cell, Course, Sheet, Step } from './sheet';

export interface Report {
  kind: Kind;
  days: Days;
  knownOn: string | null;
  leaving: Leaving;
  sample: boolean;
  /** The stamp, once it goes out. */
  issued: Issued | null;
}

/** The figures that lead, in this order. */
const LEAD = ['occupancy', 'bed_days', 'persons_served', 'admissions', 'mean_stay_nights'];

/** What the report is called: `Annual report: 2008`. */
export function reportTitle(kind: Kind, days: Days): string {
  return t(`paper-report-${kind}`, { period: periodWords(kind, days) });
}

/** The figures of a period as they leave: counts without a code, small ones hidden, each with its definition. */
export function reportSheet({ kind, days, knownOn, leaving, sample, issued }: Report): Sheet {
  const table = (name: string) => leaving.tables.find((one) => one.name === name);
  const title = reportTitle(kind, days);
  const figures = table('figures');
  const blocks: (Block | null)[] = [
    figures ? { kind: 'figures', figures: LEAD.map((name) => leading(figures, name)) } : null,
    { kind: 'course', course: courseOf(leaving) },
    heading('paper-part-course'),
    plain(table('months') ?? table('days')),
    heading('paper-part-whom'),
    served(table('served')),
    counted(table('ground')),
    counted(table('phase')),
    counted(table('citizenship')),
    counted(table('party_size')),
    heading('paper-part-from'),
    counted(table('referrer')),
    counted(table('territory')),
    heading('paper-part-stay'),
    counted(table('lengths')),
    plain(table('assistance')),
    heading('paper-part-figures'),
    figures ? definitions(figures) : null,
    heading('paper-part-read'),
    text(t('paper-read-days')),
    text(t('leaving-hidden', { hidden: leaving.hidden, least: leaving.least })),
    text(t('paper-read-hidden')),
    text(
      issued
        ? t('paper-stamp', { at: fullDayTime(issued.at), by: issued.by, seq: String(issued.seq), seal: issued.seal })
        : t('paper-stamp-later'),
    ),
    { kind: 'sign', labels: [t('paper-sign-manager'), t('paper-sign-date')] },
  ];
  return {
    title,
    lines: [
      t('paper-centre'),
      ...(sample ? [t('paper-sample')] : []),
      t('span', { from: longDayOf(leaving.first), to: longDayOf(leaving.last) }),
      ...(leaving.last === days.last ? [] : [t('occ-until', { last: longDayOf(leaving.last) })]),
      ...(leaving.places_from ? [t('paper-begins', { day: longDayOf(leaving.places_from) })] : []),
      ...(knownOn ? [t('paper-known-on', { day: longDayOf(knownOn) })] : []),
    ],
    foot: issued ? t('paper-foot', { title, seq: String(issued.seq), seal: issued.seal }) : title,
    blocks: blocks.filter((block) => block !== null),
  };
}

function heading(id: string): Block {
  return { kind: 'heading', text: t(id) };
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}

function leading(figures: LeavingTable, name: string) {
  const row = figures.rows.find((one) => one[0]?.is === 'word' && one[0].what[1] === name);
  const value = row?.[1];
  return { name: t(`occ-name-${name}`), value: row && value ? cellWords(value, row, 'value') : '', note: '' };
}

function cell(left: Left, row: Left[], column: LeavingTable['columns'][number]): Cell {
  const words = cellWords(left, row, column);
  return left.is === 'hidden' ? { hidden: words } : words;
}

/** A table as it leaves. */
function plain(table: LeavingTable | undefined): Block | null {
  if (!table) return null;
  return {
    kind: 'table',
    table: {
      caption: tableWords(table),
      columns: table.columns.map((column) => ({ text: columnWords(column), number: isNumber(column) })),
      rows: table.rows.map((row) => row.map((left, at) => cell(left, row, table.columns[at] ?? 'value'))),
    },
  };
}

/** A list of counts, each with its bar. */
function counted(table: LeavingTable | undefined): Block | null {
  if (!table) return null;
  const counts = table.rows.map((row) => number(row[1]));
  const most = Math.max(1, ...counts.map((count) => count ?? 0));
  const [name = 'kind', value = 'stays'] = table.columns;
  return {
    kind: 'table',
    table: {
      caption: tableWords(table),
      columns: [
        { text: columnWords(name), width: 'wide' },
        { text: columnWords(value), number: true },
        { text: columnWords(value), width: 'bar' },
      ],
      rows: table.rows.map((row, at) => {
        const count = counts[at] ?? null;
        const [label, left] = row;
        return [
          label ? cellWords(label, row, name) : '',
          left ? cell(left, row, value) : '',
          { bar: count === null ? null : count / most },
        ];
      }),
    },
  };
}

/** Women and girls beside men and boys, by age. */
function served(table: LeavingTable | undefined): Block | null {
  if (!table) return null;
  const of = (sex: string) => table.rows.filter((row) => row[0]?.is === 'word' && row[0].what[1] === sex);
  const [women, men] = [of('female'), of('male')];
  const count = (row: Left[] | undefined) => number(row?.[2]);
  const bands = women.filter((row) => row[1]?.is === 'word');
  const most = Math.max(1, ...[...women, ...men].filter((row) => row[1]?.is === 'word').map((row) => count(row) ?? 0));
  const bar = (row: Left[] | undefined): Cell => {
    const found = count(row);
    return row?.[1]?.is === 'all' ? '' : { bar: found === null ? null : found / most };
  };
  const shown = (row: Left[] | undefined) => (row?.[2] ? cell(row[2], row, 'persons') : '');
  return {
    kind: 'table',
    table: {
      caption: tableWords(table),
      columns: [
        { text: columnWords('age') },
        { text: t('occ-column-women'), number: true },
        { text: t('occ-column-women'), width: 'bar' },
        { text: t('occ-column-men'), number: true },
        { text: t('occ-column-men'), width: 'bar' },
      ],
      rows: [...bands, ...women.filter((row) => row[1]?.is === 'all')].map((row) => {
        const other = men.find((one) => same(one[1], row[1]));
        return [row[1] ? cellWords(row[1], row, 'age') : '', shown(row), bar(row), shown(other), bar(other)];
      }),
    },
  };
}

/** Every figure with what it counts. */
function definitions(table: LeavingTable): Block {
  return {
    kind: 'table',
    table: {
      caption: t('paper-figures'),
      columns: [
        { text: columnWords('figure') },
        { text: columnWords('value'), number: true, width: 'narrow' },
        { text: t('paper-column-definition'), width: 'wide' },
      ],
      rows: table.rows.map((row) => {
        const [name, value] = row;
        const id = name?.is === 'word' ? name.what[1] ?? '' : '';
        return [
          name ? cellWords(name, row, 'figure') : '',
          value ? cell(value, row, 'value') : '',
          t(has(`paper-def-${id}`) ? `paper-def-${id}` : `occ-def-${id}`),
        ];
      }),
    },
  };
}

function courseOf(leaving: Leaving): Course {
  const months = leaving.tables.find((one) => one.name === 'months');
  if (months) return { title: t('occ-daily-months'), both: true, steps: months.rows.map((row, at) => monthStep(leaving, months, row, at)) };
  const days = leaving.tables.find((one) => one.name === 'days')?.rows ?? [];
  const steps = days.map((row, at): Step => {
    const date = row[0]?.is === 'day' ? row[0].what : leaving.first;
    const noon = Date.parse(`${date}T12:00:00Z`);
    const few = days.length <= 31;
    return {
      label: longDayOf(date),
      tick: few ? dayNumber(noon) : date.endsWith('-01') || date.endsWith('-15') || at === 0 ? dayOf(date) : null,
      census: number(row[1]),
      places: number(row[2]) ?? 0,
      arrived: null,
      left: null,
    };
  });
  return { title: t('occ-daily'), both: false, steps };
}

function monthStep(leaving: Leaving, table: LeavingTable, row: Left[], at: number): Step {
  const first = row[0]?.is === 'month' ? row[0].what : leaving.first;
  const next = table.rows[at + 1]?.[0];
  const end = next?.is === 'month' ? next.what : plusDays(leaving.last, 1);
  const days = Math.max(1, daysBetween(first, end));
  const bedDays = number(row[1]);
  const few = table.rows.length <= 24;
  return {
    label: first,
    tick: few ? month(Date.parse(`${first}T12:00:00Z`)) : first.slice(5, 7) === '01' ? first.slice(0, 4) : null,
    census: bedDays === null ? null : bedDays / days,
    places: (number(row[2]) ?? 0) / days,
    arrived: number(row[4]),
    left: number(row[5]),
  };
}

/** A count; none where it is hidden. */
function number(left: Left | undefined): number | null {
  return left?.is === 'count' ? left.what : null;
}

function same(one: Left | undefined, other: Left | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
