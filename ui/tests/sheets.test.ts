import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { app } from '../src/state/app.svelte';
import type { Commands, Done, ImportRow, Layout, RegisterView } from '../src/bridge/types';
import { NOW, open } from './house';

const DAY = 86_400_000;

const layout: Layout = {
  name: '',
  kind: 'stays',
  first: 4,
  rows: 3,
  columns: [
    { heading: 'Data intrării', samples: ['02.02.2009'], field: 'from' },
    { heading: 'Sex', samples: ['F'], field: 'sex' },
    { heading: 'Ani', samples: ['34'], field: null },
  ],
};

const good: ImportRow = {
  row: '5',
  stay: {
    who: 'K-301', known: false, sex: 'female', years: 34, party: 1, relation: 'head', from: NOW - 9 * DAY, to: null,
    beds: ['5-1'], ground: 'victim', referrer: 'police', territory: 'MD-CA', reason: null,
  },
  problems: [{ code: 'bed_chosen', bed: '5-1' }],
  wrong: false,
};
const bad: ImportRow = {
  row: '6', stay: null, problems: [{ code: 'unreadable', field: 'from', text: 'ieri 23:40' }], wrong: true,
};

function viewOf(rows: ImportRow[], leftOut = 0): RegisterView {
  const wrong = rows.filter((row) => row.wrong).length - leftOut;
  return {
    digest: 'd',
    layouts: [layout],
    preview: {
      counts: { stays: 1, new_people: 1, known_people: 0, parties: 1, wrong_rows: wrong, odd_rows: 1, left_out: leftOut },
      first: NOW - 9 * DAY, last: NOW - 9 * DAY, rows,
    },
  };
}

describe('the import of a register', () => {
  it('shows each row as it would be, leaves out what is wrong only when asked, and takes over the rest', async () => {
    const read = vi.fn((request: Commands['read_register']['request']) => viewOf([good, bad], request.skip_wrong ? 1 : 0));
    const take = vi.fn((): Done => ({ action: 9, action_kind: 'import', people: 1, codes: ['K-301'], moved: [], stays: [] }));
    await open({
      choose_file: () => ({ path: '/media/stick/registru 2009.xlsx' }), read_register: read, import_register: take,
    });
    const user = userEvent.setup();
    render(App);
    await user.click(await screen.findByRole('button', { name: 'Settings' }));
    await user.click(await screen.findByRole('button', { name: 'Register: import and export' }));
    await user.click(await screen.findByRole('button', { name: 'Import a register' }));
    await screen.findByRole('heading', { level: 1, name: 'Import of a register' });
    await user.click(screen.getByRole('button', { name: 'Choose a file' }));

    // What can't be taken is seen first, in words, and in the way.
    expect(await screen.findByText('registru 2009.xlsx', { selector: 'header p' })).toBeVisible();
    expect(screen.getByText('From: “ieri 23:40” can\'t be read.')).toBeVisible();
    expect(screen.getByText(/1 row can't be taken as it is/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Take over/ })).toBeNull();

    await user.click(screen.getByRole('radio', { name: 'to look at' }));
    const row = screen.getByRole('rowheader', { name: '5' }).closest('tr')!;
    expect(within(row).getByText('K-301')).toBeVisible();
    expect(within(row).getByText('No bed is named; 5-1 was free.')).toBeVisible();

    await user.click(screen.getByRole('checkbox', { name: /Leave out the rows/ }));
    await user.type(await screen.findByRole('textbox', { name: /Where the register comes from/ }), 'register of 2009');
    await user.click(screen.getByRole('button', { name: 'Take over 1 stay' }));
    await waitFor(() => expect(take).toHaveBeenCalledTimes(1));
    expect(take).toHaveBeenCalledWith({
      path: '/media/stick/registru 2009.xlsx', digest: 'd', layouts: [layout], skip_wrong: true, reason: 'register of 2009',
    });
    expect(await screen.findByText('1 person taken over from the register')).toBeVisible();
  });

  it('has nothing for axe to find', async () => {
    await open({ choose_file: () => ({ path: '/r.csv' }), read_register: () => viewOf([good, bad]) });
    const user = userEvent.setup();
    render(App);
    app.go('import');
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }));
    await screen.findByText(/1 row can't be taken as it is/);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });

  it('lets columns be told by hand, and tries again with them', async () => {
    const read = vi.fn((_: Commands['read_register']['request']) => viewOf([good]));
    await open({ choose_file: () => ({ path: '/r.csv' }), read_register: read });
    const user = userEvent.setup();
    render(App);
    app.go('import');
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }));
    await user.click(await screen.findByText('r.csv', { selector: 'summary' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Says: Ani' }), 'Age on arrival');
    // Until it was tried with them nothing is taken over.
    expect(screen.queryByRole('button', { name: /^Take over/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try with these columns' }));
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(read.mock.calls[1]?.[0].layouts?.[0]?.columns[2]?.field).toBe('age');
    expect(await screen.findByRole('button', { name: 'Take over 1 stay' })).toBeVisible();
  });
});

describe('an export', () => {
  it('shows exactly what leaves, asks why, and saves where somebody chose', async () => {
    const out = vi.fn(() => ({ files: ['/media/stick/vatra record.xlsx'] }));
    await open({
      choose_file: () => ({ path: '/media/stick/vatra record.xlsx' }),
      export_preview: () => ({
        tables: [{ name: 'register', title: 'Stays', columns: ['Code', 'Sex'], rows: [['K-214', 'Female']], total: 3 }], small: null,
      }),
      export: out,
    });
    const user = userEvent.setup();
    render(App);
    await user.click(await screen.findByRole('button', { name: 'Settings' }));
    await user.click(await screen.findByRole('button', { name: 'Register: import and export' }));
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export' });
    expect(await within(dialog).findByRole('cell', { name: 'K-214' })).toBeVisible();
    expect(within(dialog).getByText(/3 rows, the first 1 are shown/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Choose a place and save' }));
    expect(out).not.toHaveBeenCalled();
    await user.type(within(dialog).getByRole('textbox', { name: /Why it leaves/ }), 'archive');
    await user.click(within(dialog).getByRole('button', { name: 'Choose a place and save' }));
    await waitFor(() => expect(out).toHaveBeenCalledTimes(1));
    expect(out).toHaveBeenCalledWith({
      what: { what: 'record', days: null, known_on: null }, form: 'xlsx', path: '/media/stick/vatra record.xlsx', reason: 'archive',
    });
    expect(await screen.findByText('Saved: vatra record.xlsx')).toBeVisible();
  });
});
