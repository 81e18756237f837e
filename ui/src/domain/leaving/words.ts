import type { Area, Cell, Column, LeavingTable } from '../../bridge/types';
import { country, territory } from '../../words/codes';
import { longDayOf, monthOf } from '../../words/dates';
import { decimal, percent, whole } from '../../words/numbers';
import { has, t } from '../../words/words.svelte';

/** What a table that leaves is called. */
export function tableWords(table: LeavingTable): string {
  switch (table.name) {
    case 'figures':
      return t('occ-all-figures');
    case 'days':
      return t('occ-daily');
    case 'served':
      return t('occ-who');
    case 'lengths':
      return t('occ-lengths');
    case 'assistance':
      return t('occ-assistance');
    default:
      return t(has(`occ-by-${table.name}`) ? `occ-by-${table.name}` : `leaving-table-${table.name}`);
  }
}

/** What a column is called. */
export function columnWords(column: Column): string {
  return t(`leaving-column-${column}`);
}

/** Whether the cells of a column are numbers. */
export function isNumber(column: Column): boolean {
  return !(['figure', 'day', 'month', 'sex', 'age', 'nights', 'kind'] as Column[]).includes(column);
}

/** A cell in words. A quotient is written as the figure beside it asks for. */
export function cellWords(cell: Cell, row: Cell[], column: Column): string {
  switch (cell.is) {
    case 'word':
      return cell.what[1] === null ? t('not-known') : wordOf(cell.what[0], cell.what[1]);
    case 'all':
      return t('leaving-all');
    case 'day':
      return longDayOf(cell.what);
    case 'month':
      return monthOf(cell.what);
    case 'count':
      return whole(cell.what);
    case 'number':
      return numberOf(cell.what, row[0], column);
    case 'hidden':
      return t('leaving-under');
    case 'nothing':
      return t('occ-nothing');
  }
}

function wordOf(area: Area, value: string): string {
  switch (area) {
    case 'figure':
      return t(has(`occ-name-${value}`) ? `occ-name-${value}` : `leaving-figure-${value}`);
    case 'territory':
      return territory(value);
    case 'citizenship':
      return country(value);
    case 'party_size':
      return t('occ-party-of', { count: Number(value) });
    case 'band':
      return t(`band-${value.replace('+', '')}`);
    case 'nights':
      return t(`nights-${value.replace('+', '')}`);
    case 'referrer':
      return t(`body-${value}`);
    case 'sex':
      return t(value === 'female' ? 'occ-column-women' : 'occ-column-men');
    case 'ground':
      return t(`ground-${value}`);
    case 'phase':
      return t(`phase-${value}`);
    case 'assistance':
      return t(`assistance-${value}`);
  }
}

/** Of how many digits a figure is printed with. */
function numberOf(value: number, name: Cell | undefined, column: Column): string {
  const figure = name?.is === 'word' ? name.what[1] : column;
  if (figure === 'occupancy') return percent(value, 2);
  return decimal(value, figure === 'mean_stay_nights' || figure === 'turnover_interval_days' ? 4 : 1);
}
