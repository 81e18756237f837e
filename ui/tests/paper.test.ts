import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { DailySheet, History, Issued, Leaving, RollCall } from '../src/bridge/types';
import { paginate, type Tall } from '../src/domain/paper/paginate';
import { LANGUAGES } from '../src/words/bundles';
import { speak } from '../src/words/words.svelte';
import { dailySheet } from '../src/domain/paper/daily';
import { reportSheet } from '../src/domain/paper/report';
import { rollCallSheet } from '../src/domain/paper/rollCall';
import { NOW, house, open, sampleBoard, samplePerson } from './house';

const issued: Issued = { seq: 187, seal: 'ab12 cd34 ef56 0789', at: NOW, by: 'MC' };

const roll: RollCall = {
  at: NOW,
  present: 2,
  away: 1,
  rooms: [
    {
      number: 5, wing: 'south', present: 2,
      people: [
        { code: 'K-214', group: 'woman', bed: '5-1', needs_help: true, away: null },
        { code: 'K-216', group: 'infant', bed: '5-1', needs_help: false, away: null },
        {
          code: 'K-183', group: 'woman', bed: '5-2', needs_help: false,
          away: { kind: 'authority', since: NOW - 5 * 3_600_000, expected_return: NOW + 3_600_000, late_minutes: null, forgotten: false },
        },
      ],
    },
    { number: 6, wing: 'south', present: 0, people: [] },
  ],
};

const daily = (): DailySheet => ({
  day: '2009-03-02',
  board: sampleBoard(),
  plans: { waiting: [], holds: [], closures: [] },
  events: [
    { at: NOW - 3_600_000, code: 'K-203', group: 'man', what: { is: 'moved', from: '8-1', to: '8-2' } },
    { at: NOW, code: 'K-214', group: 'woman', what: { is: 'left', reason: null, destination: 'family' } },
  ],
});

const leaving = (first = '2009-02-01'): Leaving => ({
  first,
  last: '2009-02-28',
  places_from: null,
  least: 5,
  hidden: 2,
  tables: [
    {
      name: 'figures', columns: ['figure', 'value'],
      rows: [
        [{ is: 'word', what: ['figure', 'occupancy'] }, { is: 'number', what: 0.9167 }],
        [{ is: 'word', what: ['figure', 'bed_days'] }, { is: 'count', what: 616 }],
        [{ is: 'word', what: ['figure', 'discharges'] }, { is: 'hidden' }],
      ],
    },
    { name: 'days', columns: ['day', 'census', 'places'], rows: [[{ is: 'day', what: first }, { is: 'count', what: 22 }, { is: 'count', what: 24 }]] },
    {
      name: 'served', columns: ['sex', 'age', 'persons'],
      rows: [
        [{ is: 'word', what: ['sex', 'female'] }, { is: 'word', what: ['band', '18-25'] }, { is: 'count', what: 9 }],
        [{ is: 'word', what: ['sex', 'female'] }, { is: 'all' }, { is: 'count', what: 9 }],
        [{ is: 'word', what: ['sex', 'male'] }, { is: 'word', what: ['band', '18-25'] }, { is: 'hidden' }],
        [{ is: 'word', what: ['sex', 'male'] }, { is: 'all' }, { is: 'hidden' }],
      ],
    },
    { name: 'referrer', columns: ['kind', 'stays'], rows: [[{ is: 'word', what: ['referrer', 'police'] }, { is: 'count', what: 12 }]] },
  ],
});

const history = (): History => ({ stays: [{ view: samplePerson('s214'), grounds: [], phases: [] }], entries: [], put_right: [] });

async function show(role: 'manager' | 'reception' = 'manager') {
  house.printed = [];
  house.sheets = [];
  await open(
    {
      roll_call: () => roll,
      daily_sheet: daily,
      leaving: () => leaving(),
      history,
      issue: () => issued,
      choose_file: ({ name }) => ({ path: `/stick/${name}.pdf` }),
      show_identity: () => ({ name: 'Maria Invented', born_on: null, documents: '', notes: '' }),
      journal: () => ({ entries: [], more: false, kinds: [], authors: [] }),
    },
    { staff: { id: 'u1', name: 'MC', role, locked: false } },
  );
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

describe('the roll call', () => {
  it('is there with one key from any screen, and is printed with the same key; the journal notes it first', async () => {
    const user = await show('reception');
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await user.keyboard('{Control>}p{/Control}');
    const page = await screen.findByRole('article', { name: 'page 1 of 1' });
    const row = within(page).getByText('K-183').closest('tr')!;
    expect(row).toHaveTextContent(/OUT since 11:10: Court, police, authority, back 17:10/u);
    expect(within(page).getByText('K-214').closest('tr')).toHaveTextContent(/needs help on stairs.*in the house/u);
    expect(within(page).getByText('Room 6').closest('tr')).toHaveTextContent('nobody');
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(house.printed).toHaveLength(1));
    expect(house.printed[0]).toEqual({ path: null });
    expect(house.requests('issue')).toEqual([{ paper: { is: 'roll_call' }, title: 'Roll call', reason: null, file: false }]);
    expect(await screen.findByText('Sent to the printer')).toBeVisible();
  });

  it('goes back with Esc to where one was, printed or not', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByRole('article');
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByText('Sent to the printer');
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
  });
});

describe('whoever has been out since another day', () => {
  const since = NOW - 50 * 3_600_000;

  it('is said so with that day, on the roll call and on the daily sheet', () => {
    speak('en');
    const away = { kind: 'medical' as const, since, expected_return: null, late_minutes: null, forgotten: false };
    const [room] = roll.rooms;
    const called = rollCallSheet({ ...roll, rooms: [{ ...room!, people: [{ ...room!.people[0]!, away }] }] });
    expect(JSON.stringify(called)).toContain('OUT since 28 Feb, 14:10');
    const board = sampleBoard();
    board.rooms.flatMap((one) => one.beds.flatMap((bed) => bed.people))[0]!.away = away;
    expect(JSON.stringify(dailySheet({ ...daily(), board }))).toContain('OUT since 28 Feb, 14:10');
  });
});

describe('the journal', () => {
  it('goes on no sheet: nothing is printed without a note of it', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    expect(await screen.findByRole('button', { name: 'Check' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Print/u })).toBeNull();
  });
});

describe('the daily sheet', () => {
  it('says what is to be seen to, what happened and who is here', async () => {
    const user = await show('reception');
    await user.keyboard('{Control>}p{/Control}');
    await user.click(await screen.findByRole('radio', { name: 'Daily sheet' }));
    const here = await screen.findByRole('table', { name: '6 people are here' });
    expect(within(here).getByText('K-203').closest('tr')).toHaveTextContent(/man.*day 12 of 30, to 20 Mar.*in the house/u);
    const today = screen.getByRole('table', { name: 'Today so far' });
    expect(today).toHaveTextContent('moved from 8-1 to 8-2');
    expect(today).toHaveTextContent('left for good, to: Home, to the family');
    expect(screen.queryByRole('radio', { name: 'Report' })).toBeNull();
  });

  it.each([
    [6, 1, '6 of 8 places taken, 1 free, 1 held'], [6, 3, '6 of 8 places taken, 0 free, 3 held'], [10, 0, '10 of 8 places taken, 0 free, 0 held'],
  ])('of %i people and %i held places says what can be used now', (taken, held, line) => {
    speak('en');
    expect(dailySheet({ ...daily(), board: { ...sampleBoard(), taken, held } }).lines[0]).toMatch(new RegExp(`^${line}\\.`, 'u'));
  });
});

describe('a report', () => {
  async function report() {
    const user = await show();
    await user.keyboard('{Control>}p{/Control}');
    await user.click(await screen.findByRole('radio', { name: 'Report' }));
    await screen.findByRole('heading', { name: 'Monthly report: February 2009' });
    return user;
  }

  it('leaves for a reason only, says so in the journal, and bears the seal of the journal', async () => {
    const user = await report();
    expect(screen.getAllByText('hidden').length).toBeGreaterThan(2);
    await user.click(screen.getByRole('button', { name: /^Save as PDF/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Let the report leave' });
    expect(within(dialog).getAllByText(/2 cells are hidden/)[0]).toBeVisible();
    expect(within(dialog).getByRole('table', { name: 'Who sent them' })).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Save as PDF' }));
    expect(house.requests('issue')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: /Why it leaves/ }), 'to the ministry');
    await user.click(within(dialog).getByRole('button', { name: 'Save as PDF' }));
    await waitFor(() => expect(house.printed).toEqual([{ path: '/stick/2009-02.pdf' }]));
    expect(house.requests('issue')).toEqual([
      { paper: { is: 'report', first: '2009-02-01', last: '2009-02-28' }, title: 'Monthly report: February 2009', reason: 'to the ministry', file: true },
    ]);
    expect(house.sheets[0]).toMatch(/action 187, seal ab12 cd34 ef56 0789/u);
    expect(await screen.findByText('Saved as 2009-02.pdf')).toBeVisible();
    // Nothing of it stays behind in the page.
    expect(document.querySelector('.print-room')).toBeNull();
  });

  it('asks why with Ctrl+P too', async () => {
    const user = await report();
    await user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByRole('dialog', { name: 'Let the report leave' })).toBeVisible();
    expect(house.requests('issue')).toEqual([]);
  });

  it('is not sent under the name of the sheet that was asked for since', async () => {
    await report();
    // In one go: the other sheet isn't drawn yet.
    fireEvent.click(screen.getByRole('radio', { name: 'Roll call' }));
    fireEvent.keyDown(window, { code: 'KeyP', key: 'p', ctrlKey: true });
    await screen.findByRole('heading', { name: 'Roll call' });
    expect(house.requests('issue')).toEqual([]);
    expect(house.printed).toEqual([]);
  });

  it('has nothing that a tool for accessibility finds', async () => {
    await report();
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});

describe('a record', () => {
  it('holds one person alone, with the identity only for a reason', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-214/ }));
    await user.keyboard('h');
    await user.click(await screen.findByRole('button', { name: 'Print the record' }));
    const title = await screen.findByRole('heading', { name: 'Record of K-214' });
    const sheet = title.closest('.pages')!;
    expect(sheet.textContent).not.toMatch(/K-(?!214)\d+/u);
    expect(sheet.textContent).not.toContain('Maria');
    await user.click(screen.getByRole('button', { name: 'Add the identity' }));
    await user.type(await screen.findByRole('textbox', { name: /Why do you need/ }), 'asked for in person{Enter}');
    expect(await screen.findByText('Maria Invented')).toBeVisible();
    expect(house.requests('show_identity')).toEqual([{ beneficiary: 'ns214', reason: 'asked for in person' }]);
  });
});

describe('sheets', () => {
  it.each(LANGUAGES)('have every word in %s', (language) => {
    speak(language);
    const sheets = [
      rollCallSheet(roll),
      dailySheet(daily()),
      reportSheet({ kind: 'year', days: { first: '2008-01-01', last: '2008-12-31' }, knownOn: null, leaving: leaving(), sample: true, issued }),
    ];
    expect(JSON.stringify(sheets)).not.toMatch(/"[a-z]+-[a-z_-]+"/u);
    speak('en');
  });
});

describe('pages', () => {
  const block = (head: number, rows: number[] = [], keep = false): Tall => ({ head, rows, keep });

  it('take a table apart between rows, and every row stands on one of them', () => {
    const pages = paginate([block(10, Array.from({ length: 30 }, () => 10))], 100, 120);
    expect(pages.map((page) => page.map(({ from, to }) => [from, to]))).toEqual([[[0, 9]], [[9, 20]], [[20, 30]]]);
  });

  it('keep a heading with what follows, and leave no row alone', () => {
    expect(paginate([block(70), block(10, [], true), block(10, [10, 10])], 100, 100).map((page) => page.map((one) => one.block))).toEqual([[0], [1, 2]]);
    const [first, second] = paginate([block(10, Array.from({ length: 10 }, () => 10))], 100, 100);
    expect([first?.[0], second?.[0]]).toEqual([{ block: 0, from: 0, to: 8 }, { block: 0, from: 8, to: 10 }]);
  });

  it('leave a small table whole', () => {
    expect(paginate([block(80), block(10, [5, 5, 5])], 100, 100).map((page) => page.map((one) => one.block))).toEqual([[0], [1]]);
  });

  it('end even where a row is taller than a page', () => {
    expect(paginate([block(10, [500, 500])], 100, 100)).toHaveLength(2);
    expect(paginate([], 100, 100)).toEqual([[]]);
  });
});
