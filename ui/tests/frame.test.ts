import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { app } from '../src/state/app.svelte';
import type { Hit, JournalEntry } from '../src/bridge/types';
import { NOW, done, house, open } from './house';

async function show(...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

function entry(more: Partial<JournalEntry>): JournalEntry {
  return {
    seq: 7, action_kind: 'move', recorded_at: NOW, happened_at: NOW, staff: 'MC', reason: null, people: 1, codes: ['K-214'], moved: [],
    beds: [['K-214', '5-1']], undoes: null, undoes_kind: null, undone_by: null, may_undo: true, ...more,
  };
}

describe('hiding', () => {
  it('empties the page at once with F9, and brings everything back with any key', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('e');
    await user.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'half a sent');
    await user.keyboard('{F9}');
    expect(document.body.textContent).not.toMatch(/K-\d|places|Board/u);
    expect(document.querySelectorAll('input, textarea, [data-tile]')).toHaveLength(0);
    await user.keyboard('x');
    expect(await screen.findByRole('textbox', { name: /^Reason/ })).toHaveValue('half a sent');
  });

  it('does the same with Esc three times', async () => {
    const user = await show();
    await user.keyboard('{Escape}{Escape}{Escape}');
    expect(document.body.textContent).not.toMatch(/K-\d/u);
    await user.click(screen.getByRole('button', { name: /Press any key/ }));
    expect(await screen.findByRole('button', { name: /^K-203/ })).toBeVisible();
  });
});

describe('the frame', () => {
  it('marks the sample centre on every screen', async () => {
    const user = await show({ journal: () => ({ entries: [], more: false, kinds: [], authors: [] }) });
    expect(screen.getByText('Sample centre')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    expect(screen.getByText('Sample centre')).toBeVisible();
  });

  it('forgets everything when it is locked', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Lock' }));
    await waitFor(() => expect(document.body.textContent).not.toMatch(/K-\d/u));
    expect(app.board).toBeNull();
  });

  it('finds people by code and screens by their words', async () => {
    const user = await show({
      find: () => [
        {
          beneficiary: 'n', stay: 's214', code: 'K-214', group: 'woman', sex: 'female', years: 27, citizenship: 'MD',
          bed: '5-1', from: NOW, to: null, by_name: false,
        },
      ],
      journal: () => ({ entries: [], more: false, kinds: [], authors: [] }),
    });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: /^Code, room/ });
    await user.type(box, '214');
    expect(await screen.findByRole('option', { name: /K-214.*bed 5-1/ })).toBeVisible();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: 'K-214' })).toBeVisible();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /^Code, room/ }), 'journ');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Journal' })).toBeVisible();
  });

  it('goes to whoever was typed, though Enter came before the answer', async () => {
    const here = (code: number): Hit => ({
      beneficiary: `n${code}`, stay: `s${code}`, code: `K-${code}`, group: 'woman', sex: 'female', years: 27, citizenship: 'MD',
      bed: '5-1', from: NOW, to: null, by_name: false,
    });
    const user = await show({ find: ({ text }) => [here(214), here(203)].filter((one) => one.code.includes(text)) });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: /^Code, room/ });
    await user.type(box, '2');
    expect(await screen.findAllByRole('option', { name: /^K-2/ })).toHaveLength(2);
    const found = house.hold('find');
    await user.type(box, '03{Enter}');
    found();
    expect(await screen.findByRole('complementary', { name: 'K-203' })).toBeVisible();
    expect(screen.queryByRole('combobox', { name: /^Code, room/ })).toBeNull();
  });

  it('says how old whoever has left was, as far as it knows: in years', async () => {
    const gone = (code: string, years: number): Hit => ({
      beneficiary: code, stay: code, code, group: 'infant', sex: 'male', years, citizenship: null, bed: null, from: NOW - 2, to: NOW - 1, by_name: false,
    });
    const user = await show({ find: () => [gone('K-301', 0), gone('K-302', 1)] });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /^Code, room/ }), 'K-30');
    expect(await screen.findByRole('option', { name: /K-301.*under 1/ })).not.toHaveTextContent('month');
    expect(screen.getByRole('option', { name: /K-302.*infant, 1,/ })).not.toHaveTextContent('month');
  });

  it('puts whoever found a screen into it, though the rail had the focus', async () => {
    const user = await show({ journal: () => ({ entries: [], more: false, kinds: [], authors: [] }) });
    screen.getByRole('button', { name: 'Board' }).focus();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /^Code, room/ }), 'journ{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Journal' })).toHaveFocus());
    screen.getByRole('button', { name: 'Journal' }).focus();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /^Code, room/ }), 'bed 8-1{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: /^K-203/ })).toHaveFocus());
  });
});

describe('undoing', () => {
  it('shows what comes back before it happens', async () => {
    const user = await show({
      undo_preview: () => ({ entry: entry({}), obstacles: [], afterwards: [['K-203', '8-1']], those_too: null }),
      undo: () => ({ ...done('undo', ['s203']), action: 8 }),
    });
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('button', { name: /^Bed 5-3 free/ }));
    await screen.findByText(/K-203 moved/);
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('heading', { name: 'Undo this?' })).toBeVisible();
    expect(await screen.findByText('bed 8-1')).toBeVisible();
    await user.keyboard('{Tab}{Tab}{Tab}');
    await user.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1)!);
    await waitFor(() => expect(house.requests('undo')).toEqual([{ action: 7, reason: null, those_too: false }]));
  });

  it('goes on with what is left after several were taken back together', async () => {
    const moved = (action: number) => ({ ...done('move', ['s203']), action });
    let next = 7;
    await show({
      move_people: () => moved(next++),
      undo_preview: () => ({ entry: entry({}), obstacles: [entry({ seq: 8 })], afterwards: [], those_too: [entry({ seq: 8 }), entry({})] }),
      undo: () => ({ ...done('undo', ['s203']), action: 10 }),
    });
    const request = { moves: [], at: null, reason: null };
    for (let moves = 0; moves < 3; moves += 1) await app.act('move_people', request);
    expect(app.lastMine).toBe(9);
    await app.act('undo', { action: 9, reason: null, those_too: false });
    app.undoing = 7;
    await userEvent.click(await screen.findByRole('button', { name: 'Undo those too' }));
    await waitFor(() => expect(app.lastMine).toBeNull());
  });

  it('names what stands in the way', async () => {
    const user = await show({
      journal: () => ({ entries: [entry({})], more: false, kinds: [], authors: [] }),
      undo_preview: () => ({ entry: entry({}), obstacles: [entry({ seq: 9, action_kind: 'leave', beds: [] })], afterwards: [], those_too: null }),
    });
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('A later action stands in the way')).toBeVisible();
    expect(screen.getByText(/K-214 noted as away/)).toBeVisible();
  });
});

describe('the journal', () => {
  it('says what happened, and when it was noted later', async () => {
    const user = await show({
      journal: () => ({
        entries: [
          entry({ seq: 9, action_kind: 'undo', undoes: 8, undoes_kind: 'move', beds: [], may_undo: false }),
          entry({ seq: 8, undone_by: 9, may_undo: false }),
          entry({
            seq: 6,
            action_kind: 'check_in',
            people: 3, codes: ['K-214', 'K-215', 'K-216'], moved: [],
            beds: [['K-214', '5-1'], ['K-215', '5-2'], ['K-216', '5-3']],
            happened_at: NOW - 7 * 3_600_000,
            reason: 'over capacity',
          }),
          entry({
            seq: 5, action_kind: 'check_in', may_undo: false, people: 2, codes: ['K-222', 'K-187'], moved: ['K-187'],
            beds: [['K-187', '3-4'], ['K-222', '9-1']],
          }),
        ],
        more: false, kinds: [], authors: [],
      }),
    });
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    expect(await screen.findByText('K-214, K-215 and K-216 checked in, beds 5-1, 5-2 and 5-3')).toBeVisible();
    expect(screen.getByText('K-222 checked in, bed 9-1; moved: K-187 to 3-4')).toBeVisible();
    expect(screen.getByText('09:10')).toBeVisible();
    expect(screen.getByText('noted 16:10')).toBeVisible();
    expect(screen.getByText('Reason: over capacity')).toBeVisible();
    expect(screen.getByText('Taken back by no. 9')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
  });

  it('goes from an action to what took it back and back again, however far away and whatever is hidden', async () => {
    const all = Array.from({ length: 200 }, (_, i) => entry({ seq: 200 - i, may_undo: false }));
    all[10] = entry({ seq: 190, action_kind: 'undo', undoes: 3, undoes_kind: 'move', beds: [], may_undo: false });
    all[197] = entry({ seq: 3, undone_by: 190, may_undo: false });
    const user = await show({
      journal: ({ before, most, action_kind }) => {
        const wanted = all.filter((one) => (before === null || one.seq < before) && (action_kind === null || one.action_kind === action_kind));
        return { entries: wanted.slice(0, most), more: wanted.length > most, kinds: ['move', 'undo'], authors: [] };
      },
    });
    app.go('journal');
    const what = await screen.findByRole('combobox', { name: 'What was done' });
    const from = screen.getByRole('textbox', { name: /^From/u });
    await user.type(from, '01.03.2009');
    await user.selectOptions(what, 'undo');
    await waitFor(() => expect(document.querySelectorAll('[data-seq]')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: /no\. 3$/u }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-seq', '3'));
    expect(what).toHaveValue('');
    expect(from).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Taken back by no. 190' }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-seq', '190'));
  });

  it('asks once for more, however often that is pressed', async () => {
    const all = Array.from({ length: 150 }, (_, i) => entry({ seq: 150 - i, may_undo: false }));
    const user = await show({
      journal: ({ before, most }) => {
        const rest = all.filter((one) => before === null || one.seq < before);
        return { entries: rest.slice(0, most), more: rest.length > most, kinds: [], authors: [] };
      },
    });
    app.go('journal');
    const more = await screen.findByRole('button', { name: 'Show more' });
    const answered = house.hold('journal');
    await user.dblClick(more);
    answered();
    await waitFor(() => expect(document.querySelectorAll('[data-seq]')).toHaveLength(120));
    expect(house.requests('journal').map((one) => one.before)).toEqual([null, 91]);
  });

  it('is shown whole again, and whoever asked for it goes on with what is shown', async () => {
    const user = await show({ journal: () => ({ entries: [], more: false, kinds: ['move'], authors: [] }) });
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await user.type(await screen.findByRole('textbox', { name: /^About/u }), 'K-999');
    await user.click(await screen.findByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'What was done' })).toHaveFocus());
  });
});
