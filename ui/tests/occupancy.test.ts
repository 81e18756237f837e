import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { CountedStay, Occupancy, OccupancyRequest } from '../src/bridge/types';
import { around, lastMonth, next } from '../src/domain/occupancy/period';
import { stepsOf } from '../src/domain/occupancy/figures';
import { plusDays } from '../src/words/dates';
import { NOW, house, open } from './house';

const DAY = 86_400_000;

/** Four days at 3 places, on the second of which four were here. */
function answerOf(request: OccupancyRequest, more: Partial<Occupancy> = {}): Occupancy {
  return {
    first: request.first,
    last: request.last,
    figures: {
      days: 4, place_days: 12, bed_days: 11, occupancy: 11 / 12, peak: 4, lowest: 2, census_first_day: 2,
      census_last_day: 2, over_capacity_days: 1, absent_nights: 0, admissions: 3, discharges: 2, same_day_stays: 0,
      mean_stay_nights: 24.65, turnover_interval_days: 0.5, persons_served: 5,
      served: [{ sex: 'female', band: '18-25', persons: 3 }, { sex: 'male', band: '0-6', persons: 2 }],
      census: [2, 4, 3, 2], places: [3, 3, 3, 3], arrived: [0, 2, 1, 0], left: [0, 0, 1, 1],
    },
    lengths: {
      median_nights: 24.5, longest_nights: 40,
      bands: [['0', 0], ['1-3', 1], ['4-7', 0], ['8-14', 0], ['15-30', 0], ['31-60', 1], ['61-90', 0], ['91+', 0]],
      current: [{ stay: 's214', code: 'K-214', days: 41, term: 30 }, { stay: 's203', code: 'K-203', days: 3, term: 30 }],
    },
    breakdowns: [
      { by: 'ground', slices: [{ value: 'victim', stays: 5 }] },
      { by: 'phase', slices: [{ value: 'crisis', stays: 5 }] },
      { by: 'referrer', slices: [{ value: 'police', stays: 3 }, { value: null, stays: 2 }] },
      { by: 'territory', slices: [{ value: 'MD-OR', stays: 5 }] },
      { by: 'citizenship', slices: [{ value: 'MD', stays: 5 }] },
      { by: 'party_size', slices: [{ value: '1', stays: 2 }, { value: '3', stays: 3 }] },
    ],
    assistance: [
      { kind: 'medical', times: 4, persons: 2, named: [] },
      { kind: 'other', times: 3, persons: 2, named: [['Clothes', 2], ['Driving', 1]] },
    ],
    beds: { bed_nights: 20, closed_bed_nights: 1, cot_nights: 4, closed_cot_nights: 0 },
    held: { holds: 1, checked_in: 1, lapsed: 0 },
    waited: { ended: [['checked_in', 1], ['elsewhere', 0], ['withdrawn', 0], ['refused', 2]], mean_days_to_check_in: 1 },
    ...more,
  };
}

const row: CountedStay = {
  stay: 's214', code: 'K-214', sex: 'female', years: 27, from: NOW - 40 * DAY, to: null, count: 11,
};

async function show(occupancy = answerOf as (request: OccupancyRequest) => Occupancy | null) {
  await open({ occupancy: (request) => occupancy(request), counted: () => [row] });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByRole('button', { name: 'Occupancy' }));
  await screen.findByRole('heading', { level: 1, name: 'Occupancy' });
  return user;
}

describe('the occupancy of a period', () => {
  it('begins with the last month that is over', async () => {
    await show();
    expect(await screen.findByText('February 2009')).toBeVisible();
    expect(house.requests('occupancy').at(-1)).toEqual({ first: '2009-02-01', last: '2009-02-28', known_on: null });
    expect(screen.getByRole('button', { name: '91.7%' })).toBeVisible();
    expect(screen.getByText('of 12 place-days')).toBeVisible();
    expect(screen.getByText('3 arrived, 2 left')).toBeVisible();
  });

  it('calls other assistance by its name', async () => {
    await show();
    const help = await screen.findByRole('rowheader', { name: 'Clothes' });
    expect(help.closest('tr')).toHaveTextContent(/Clothes\s*2/u);
    expect(screen.getByRole('rowheader', { name: 'Driving' })).toBeInTheDocument();
  });

  it('leaves out nothing of a kind of assistance of which some has a name', async () => {
    const assistance: Occupancy['assistance'] = [
      { kind: 'medical', times: 10, persons: 4, named: [['Dentist', 1]] },
      { kind: 'legal', times: 0, persons: 0, named: [] },
      { kind: 'other', times: 2, persons: 2, named: [['Clothes', 2]] },
    ];
    await show((request) => answerOf(request, { assistance }));
    const bars = (await screen.findByRole('heading', { name: 'Assistance given' })).closest('section')!;
    const rows = within(bars).getAllByRole('rowheader').map((row) => row.closest('tr')!.textContent);
    expect(rows).toEqual(['Medical care9', 'Dentist1', 'Legal assistance0', 'Clothes2']);
  });

  it('goes on paper with the period and the day that were chosen: the bar above the sheet says them', async () => {
    const user = await show();
    house.answers.leaving = () => null;
    await user.click(await screen.findByRole('radio', { name: 'Other' }));
    await user.click(screen.getByRole('radio', { name: 'As known on' }));
    await fireEvent.input(screen.getByRole('textbox', { name: 'As known on' }), { target: { value: '01.03.2009' } });
    await user.click(screen.getByRole('button', { name: 'Report on paper' }));
    await screen.findByRole('region', { name: 'Preview' });
    await waitFor(() => expect(house.requests('leaving')).toEqual([{ first: '2009-02-01', last: '2009-02-28', known_on: '2009-03-01' }]));
    expect(screen.getByRole('radio', { name: 'As known on' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'As known on' })).toHaveValue('01.03.2009');
    expect(screen.getByRole('textbox', { name: 'First day' })).toHaveValue('01.02.2009');
    expect(screen.getByRole('textbox', { name: 'Last day' })).toHaveValue('28.02.2009');
    // Another sheet and back: still as chosen.
    await user.click(screen.getByRole('radio', { name: 'Roll call' }));
    await user.click(screen.getByRole('radio', { name: 'Report' }));
    expect(await screen.findByRole('textbox', { name: 'As known on' })).toHaveValue('01.03.2009');
  });

  it('leaves as an export that says until when it counts, and is named after the last day counted', async () => {
    const named: string[] = [];
    await open({
      occupancy: (request) => ({ ...answerOf(request), last: '2009-03-01' }),
      choose_file: ({ name }) => {
        named.push(name);
        return { path: null };
      },
      export_preview: () => ({ tables: [], small: [5, 0] }),
    });
    const user = userEvent.setup();
    render(App);
    await user.click(await screen.findByRole('button', { name: 'Occupancy' }));
    await user.click(await screen.findByRole('button', { name: 'The one after' }));
    await screen.findByText(/^Counted up to 1 March 2009/u);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export' });
    expect(within(dialog).getByText(/^Counted up to 1 March 2009/u)).toBeVisible();
    await user.type(within(dialog).getByRole('textbox', { name: /Why it leaves/ }), 'archive');
    await user.click(within(dialog).getByRole('button', { name: 'Choose a place and save' }));
    await waitFor(() => expect(named).toEqual(['vatra figures 2009-03-01 2009-03-01']));
    // The record holds what was asked for, and says nothing of it.
    await user.click(within(dialog).getByRole('radio', { name: "The centre's record" }));
    expect(within(dialog).queryByText(/^Counted up to/u)).toBeNull();
  });

  it('is asked for any period, and as it was known on a day', async () => {
    const user = await show();
    await user.click(await screen.findByRole('radio', { name: 'Quarter' }));
    await user.click(screen.getByRole('button', { name: 'The one before' }));
    expect(await screen.findByText('Quarter 4 of 2008')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Other' }));
    const last = screen.getByRole('textbox', { name: 'Last day' });
    await user.clear(last);
    await user.type(last, '1.9.2008');
    expect(screen.getByText('The last day comes before the first.')).toBeVisible();
    await user.clear(last);
    await user.type(last, '15.11.2008');
    await user.click(screen.getByRole('radio', { name: 'As known on' }));
    const known = screen.getByRole('textbox', { name: 'As known on' });
    await user.clear(known);
    await user.type(known, '31.01.2009');
    await waitFor(() =>
      expect(house.requests('occupancy').at(-1)).toEqual({ first: '2008-10-01', last: '2008-11-15', known_on: '2009-01-31' }),
    );
  });

  it('explains a figure with its definition and the stays that it counts', async () => {
    const user = await show();
    await user.click(await screen.findByRole('button', { name: '91.7%' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('91.67%')).toBeVisible();
    expect(within(dialog).getByText(/Bed-days divided by place-days/)).toBeVisible();
    expect(await within(dialog).findByText('One stay, together 11')).toBeVisible();
    expect(within(dialog).getByRole('rowheader', { name: 'K-214' })).toBeVisible();
    expect(house.requests('counted')).toEqual([
      { of: { first: '2009-02-01', last: '2009-02-28', known_on: null }, what: 'bed_days' },
    ]);
  });

  it('names the days of a figure that is about days', async () => {
    const user = await show();
    const name = await screen.findByRole('rowheader', { name: 'Days over the places' });
    await user.click(within(name.closest('tr')!).getByRole('button', { name: 'Explain' }));
    expect(await screen.findByText('2 February 2009: 4 of 3 places')).toBeVisible();
  });

  it('has a table behind each chart', async () => {
    const user = await show();
    await screen.findByRole('img', { name: /Places taken, at midnight/ });
    for (const summary of screen.getAllByText('Table')) await user.click(summary);
    const days = await screen.findByRole('table', { name: 'Places taken, at midnight' });
    const second = within(days).getByRole('rowheader', { name: '2 February 2009' }).closest('tr')!;
    expect(within(second).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['4', '3', '2', '0']);
    const served = screen.getByRole('table', { name: 'Who was served' });
    const young = within(served).getByRole('rowheader', { name: '18 to 25' }).closest('tr')!;
    expect(within(young).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['3', '0']);
  });

  it('marks whose term is over, and says who sent them', async () => {
    await show();
    const here = (await screen.findByRole('rowheader', { name: 'K-214' })).closest('tr')!;
    expect(within(here).getByText('term over')).toBeVisible();
    const police = screen.getByRole('rowheader', { name: 'Police' }).closest('tr')!;
    expect(within(police).getByRole('cell', { name: '3' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: 'not known' })).toBeVisible();
  });

  it('says where no day of the period is over, and how far it is counted', async () => {
    const user = await show((request) =>
      request.first > '2009-03-01' ? null : { ...answerOf(request), last: request.last > '2009-03-01' ? '2009-03-01' : request.last },
    );
    await screen.findByText('February 2009');
    await user.click(screen.getByRole('button', { name: 'The one after' }));
    expect(await screen.findByText('Counted up to 1 March 2009, the last day that is over.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'The one after' }));
    expect(await screen.findByText(/No day of this period is over yet/)).toBeVisible();
  });

  it('is not shown to reception', async () => {
    await open({}, { staff: { id: 'u2', name: 'RA', role: 'reception', locked: false } });
    render(App);
    await screen.findByRole('button', { name: 'Journal' });
    expect(screen.queryByRole('button', { name: 'Occupancy' })).toBeNull();
  });

  it('has nothing that a tool for accessibility finds', async () => {
    const user = await show();
    for (const summary of await screen.findAllByText('Table')) await user.click(summary);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});

describe('periods', () => {
  it('are whole months, quarters, half-years and years', () => {
    expect(around('month', '2008-02-29')).toEqual({ first: '2008-02-01', last: '2008-02-29' });
    expect(around('quarter', '2008-12-31')).toEqual({ first: '2008-10-01', last: '2008-12-31' });
    expect(around('half', '2008-07-01')).toEqual({ first: '2008-07-01', last: '2008-12-31' });
    expect(around('year', '2008-07-01')).toEqual({ first: '2008-01-01', last: '2008-12-31' });
    expect(lastMonth('2009-01-15')).toEqual({ first: '2008-12-01', last: '2008-12-31' });
    expect(next('half', around('half', '2008-07-01'), 1)).toEqual({ first: '2009-01-01', last: '2009-06-30' });
    expect(next('other', { first: '2009-03-25', last: '2009-03-31' }, 1)).toEqual({ first: '2009-04-01', last: '2009-04-07' });
  });

  it('of more than a year are drawn by month, and nothing is lost', () => {
    const days = 800;
    const base = answerOf({ first: '2007-01-01', last: plusDays('2007-01-01', days - 1), known_on: null });
    const each = (count: (day: number) => number) => Array.from({ length: days }, (_, day) => count(day));
    const figures = {
      ...base.figures,
      census: each((day) => day % 25), places: each(() => 24), arrived: each((day) => day % 3), left: each(() => 1),
    };
    const steps = stepsOf({ ...base, figures });
    expect(steps).toHaveLength(27);
    const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
    expect(sum(steps.map((step) => step.arrived))).toBe(sum(figures.arrived));
    expect(sum(steps.map((step) => step.days))).toBe(days);
    expect(sum(steps.map((step) => step.census * step.days))).toBeCloseTo(sum(figures.census), 6);
  });
});
