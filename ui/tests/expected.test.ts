import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { ClosureView, HoldView, Plans, WaitingView } from '../src/bridge/types';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { NOW, done, house, open, sampleBoard } from './house';

const HOUR = 3_600_000;

function waits(id: string): WaitingView {
  return {
    id, label: id, members: [{ sex: 'female', years: 30, needs: [] }], urgency: null, since: NOW - 20 * HOUR, hold: null,
    fit: { fits: 'places', missing: 1 },
  };
}

const hold: HoldView = {
  id: 'h1', label: 'a family', places: 3, beds: [], ids: [], waiting: null, since: NOW - 20 * HOUR, until: NOW + 4 * HOUR, lapsed: false, members: [],
};
const closure: ClosureView = {
  id: 'c1', bed: 'b8-2', label: '8-2', kept: { is: 'closed', id: 'c1', reason: 'a leak', from: NOW - 20 * HOUR, until: NOW + HOUR }, must_move: null,
};
/** The same bed once more. */
const planned: ClosureView = {
  ...closure, id: 'c2', kept: { is: 'closed', id: 'c2', reason: 'painting', from: NOW + 20 * HOUR, until: null },
};
const plans = (): Plans => ({ waiting: [waits('one'), waits('two')], holds: [hold], closures: [closure, planned] });

async function show(more: Parameters<typeof open>[0] = {}) {
  await open({
    plans, reorder: () => done('reorder', []), end_wait: () => done('end_wait', []), release: () => done('release', []),
    close: () => done('close', []), reopen: () => done('reopen', []), ...more,
  });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

async function earlier(user: ReturnType<typeof userEvent.setup>, group: HTMLElement, time: string) {
  await user.click(within(group).getByRole('radio', { name: 'Earlier' }));
  const field = within(group).getByRole('textbox', { name: 'Time' });
  await user.clear(field);
  await user.type(field, time);
}

describe('who is expected', () => {
  it('is noted late as everything else: another order, the end of waiting, a release, a bed that is open again', async () => {
    const user = await show();
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    const at = { local: '2009-03-02T14:30', second: false };
    await earlier(user, waiting, '14:30');
    await user.click(within(waiting).getByRole('button', { name: /two/u }));
    await waitFor(() => expect(house.requests('reorder')).toEqual([{ waiting: 'two', before: 'one', at }]));
    await user.click(within(waiting).getAllByRole('button', { name: 'No longer waits' })[0]!);
    await user.selectOptions(within(waiting).getByRole('combobox', { name: 'How it ended' }), 'elsewhere');
    await user.click(within(waiting).getByRole('button', { name: 'Take off the list' }));
    await waitFor(() => expect(house.requests('end_wait')).toEqual([{ waiting: 'one', end: 'elsewhere', at }]));
    const held = screen.getByRole('region', { name: 'Held places' });
    await earlier(user, held, '13:00');
    await user.click(within(held).getByRole('button', { name: 'Release' }));
    await waitFor(() => expect(house.requests('release')).toEqual([{ hold: 'h1', at: { local: '2009-03-02T13:00', second: false } }]));
    const closed = screen.getByRole('region', { name: 'Closed beds' });
    await earlier(user, closed, '12:30');
    // The bed is to be closed once more: only the closure beside which it was pressed ends.
    await user.click(within(closed).getAllByRole('button', { name: 'Open again' })[0]!);
    await waitFor(() => expect(house.requests('reopen')).toEqual([{ closures: ['c1'], at: { local: '2009-03-02T12:30', second: false } }]));
  });

  it('is checked in as the party that waited, with nothing held for it, until that is said not to be so', async () => {
    const user = await show();
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(waiting).getAllByRole('button', { name: 'Check in' })[1]!);
    await screen.findByText('They are on the waiting list: two');
    await waitFor(() => expect(house.requests('usable').at(-1)).toMatchObject({ waiting: 'two', hold: null }));
    await user.click(screen.getByRole('button', { name: 'Not these' }));
    await waitFor(() => expect(house.requests('usable').at(-1)).toMatchObject({ waiting: null, hold: null }));
    expect(arrival.people[0]?.age).toBe('30');
    // A hold that is for nobody on the list takes its place, and what was typed stays.
    app.go('expected');
    const held = await screen.findByRole('region', { name: 'Held places' });
    await user.click(within(held).getByRole('button', { name: 'Check in' }));
    await user.click(await screen.findByRole('button', { name: 'Keep what is typed: this is a family' }));
    await screen.findByText('Places are held for them: a family');
    await waitFor(() => expect(house.requests('usable').at(-1)).toMatchObject({ waiting: null, hold: 'h1' }));
    // Whoever came without being looked for on the list is taken off it as what happened.
    app.go('expected');
    const again = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(again).getAllByRole('button', { name: 'No longer waits' })[0]!);
    const how = within(again).getByRole('combobox', { name: 'How it ended' });
    await user.keyboard('{Enter}');
    // Arrow keys choose one after the other, and end nothing.
    await user.selectOptions(how, 'elsewhere');
    await user.selectOptions(how, 'checked_in');
    expect(how).toBeVisible();
    expect(house.requests('end_wait')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(house.requests('end_wait')).toEqual([{ waiting: 'one', end: 'checked_in', at: null }]));
  });

  it('is not said to have places any more once the hold is over', async () => {
    const user = await show();
    app.go('expected');
    const held = await screen.findByRole('region', { name: 'Held places' });
    await user.click(within(held).getByRole('button', { name: 'Check in' }));
    await screen.findByText('Places are held for them: a family');
    app.now = NOW + 4 * HOUR;
    expect(await screen.findByText('Their places are no longer held: a family')).toBeVisible();
    arrival.reset();
  });

  it('is asked for the months of an infant, of whom the list knows the years alone', async () => {
    const member = (years: number) => ({ sex: 'female' as const, years, needs: [] });
    const user = await show({ plans: () => ({ ...plans(), waiting: [{ ...waits('one'), members: [member(30), member(4), member(0)] }] }) });
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(waiting).getByRole('button', { name: 'Check in' }));
    await screen.findByRole('heading', { name: 'Check in' });
    const fields = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Age or birth date' });
    expect(fields.map((field) => field.value)).toEqual(['30', '4', '']);
    expect(fields[2]).toHaveFocus();
    // Nor does whoever is found by an old code take the row of the infant.
    arrival.recognise({
      beneficiary: 'n', stay: 's', code: 'K-101', group: 'woman', sex: 'female', years: 30, citizenship: null, bed: null, from: NOW - 2, to: NOW - 1, by_name: false,
    }, null);
    expect(arrival.people.map((person) => person.age)).toEqual(['30', '4', '', '30']);
    arrival.reset();
  });

  it('is asked for in forms that Esc folds, one at a time, with what was typed kept and the focus where it was', async () => {
    const user = await show();
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(waiting).getByRole('button', { name: 'Put on the waiting list' }));
    const who = within(waiting).getByRole('textbox', { name: /^Who/u });
    expect(who).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(who).toBeInvalid());
    expect(who).toHaveFocus();
    await user.keyboard('a family of three{Escape}');
    await waitFor(() => expect(within(waiting).getByRole('button', { name: 'Put on the waiting list' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(within(waiting).getByRole('textbox', { name: /^Who/u })).toHaveValue('a family of three');
    await user.click(within(waiting).getAllByRole('button', { name: 'No longer waits' })[1]!);
    await waitFor(() => expect(within(waiting).getByRole('combobox', { name: 'How it ended' })).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(within(waiting).getAllByRole('button', { name: 'No longer waits' })).toHaveLength(2));
  });

  it('is asked for an earlier time that is missing, which is kept and holds after coming back', async () => {
    const user = await show();
    app.go('expected');
    const region = (name: RegExp) => screen.findByRole('region', { name });
    const missing = async (place: HTMLElement, button: string | RegExp) => {
      await user.click(within(place).getByRole('radio', { name: 'Earlier' }));
      await user.click(within(place).getAllByRole('button', { name: button })[0]!);
      const time = within(place).getByRole('textbox', { name: 'Time' });
      await waitFor(() => expect(time).toHaveFocus());
      expect(time).toHaveAccessibleDescription(/Type a time, such as/u);
    };
    await missing(await region(/^Waiting/u), 'two one place up');
    await missing(await region(/^Closed/u), 'Open again');
    await missing(await region(/^Held/u), 'Release');
    await user.keyboard('13:00');
    expect([...house.requests('reorder'), ...house.requests('reopen'), ...house.requests('release')]).toEqual([]);
    app.go('board');
    await waitFor(() => expect(screen.queryByRole('region', { name: /^Held/u })).toBeNull());
    app.go('expected');
    const held = await region(/^Held/u);
    expect(within(held).getByRole('textbox', { name: 'Time' })).toHaveValue('13:00');
    await user.click(within(held).getByRole('button', { name: 'Release' }));
    await waitFor(() => expect(house.requests('release')).toEqual([{ hold: 'h1', at: { local: '2009-03-02T13:00', second: false } }]));
  });

  it('is asked in its forms for a time that is missing, with the focus there', async () => {
    const user = await show();
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(waiting).getByRole('button', { name: 'Put on the waiting list' }));
    const form = within(waiting.querySelector('form')!);
    await user.type(form.getByRole('textbox', { name: /^Who/u }), 'a family of two');
    await user.type(form.getByRole('textbox', { name: 'Age' }), '30');
    await user.click(form.getByRole('radio', { name: 'Earlier' }));
    await user.click(form.getByRole('button', { name: 'Put on the list' }));
    await waitFor(() => expect(form.getByRole('textbox', { name: 'Time' })).toHaveFocus());
    expect(form.getByRole('textbox', { name: 'Time' })).toBeInvalid();

    const held = await screen.findByRole('region', { name: 'Held places' });
    await user.click(within(held).getByRole('button', { name: 'Hold places' }));
    await user.type(within(held).getByRole('textbox', { name: /^Who/u }), 'a family');
    await user.clear(within(held).getByRole('textbox', { name: 'Until: Time' }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(within(held).getByRole('textbox', { name: 'Until: Time' })).toBeInvalid());
    expect([...house.requests('wait'), ...house.requests('keep')]).toEqual([]);
  });

  it('leads from a form that Esc folds back to its own button, not to another that says the same', async () => {
    const user = await show();
    app.go('expected');
    const held = await screen.findByRole('region', { name: 'Held places' });
    await user.click(within(held).getByRole('button', { name: 'Hold places' }));
    // What is missing is said, and nothing is sent.
    await user.keyboard('{Enter}');
    expect(within(held).getByRole('textbox', { name: /^Who/u })).toHaveAccessibleDescription(/Write in a few words who it is/u);
    expect(house.requests('keep')).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(within(held).getByRole('button', { name: 'Hold places' })).toHaveFocus());
    expect(app.screen).toBe('expected');
  });

  it('wipes nothing that is half typed at check-in, and takes it for nobody else, before asking', async () => {
    const user = await show();
    app.go('checkin');
    await user.type(await screen.findByRole('textbox', { name: 'Age or birth date' }), '44');
    await user.keyboard('{Escape}');
    const again = async (region: RegExp, nth: number) => {
      app.go('expected');
      const all = await within(await screen.findByRole('region', { name: region })).findAllByRole('button', { name: 'Check in' });
      await user.click(all[nth]!);
    };
    const ages = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Age or birth date' }).map((field) => field.value);

    await again(/^Waiting/u, 1);
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    expect(app.screen).toBe('expected');
    await again(/^Waiting/u, 1);
    await user.click(await screen.findByRole('button', { name: 'Keep what is typed: this is two' }));
    await screen.findByRole('heading', { name: 'Check in' });
    expect(ages()).toEqual(['44']);

    await again(/^Held/u, 0);
    await user.click(await screen.findByRole('button', { name: 'Keep what is typed: this is a family' }));
    expect(await screen.findByText('Places are held for them: a family')).toBeVisible();
    expect(ages()).toEqual(['44']);

    await again(/^Waiting/u, 1);
    await user.click(await screen.findByRole('button', { name: 'Begin anew with two' }));
    await screen.findByRole('heading', { name: 'Check in' });
    expect(ages()).toEqual(['30']);
    expect(screen.queryByText(/^Places are held/)).toBeNull();

    arrival.reset();
    await again(/^Held/u, 0);
    expect(await screen.findByText('Places are held for them: a family')).toBeVisible();
    expect(arrival.isBlank).toBe(false);
    await again(/^Waiting/u, 0);
    await screen.findByRole('heading', { name: 'Check in' });
    expect(ages()).toEqual(['30']);
    arrival.reset();
  });

  it('opens a bed again from that bed: the closure that it shows', async () => {
    const board = sampleBoard();
    board.rooms[0]!.beds[2]!.kept = closure.kept;
    await open({ board: () => board, plans, reopen: () => done('reopen', []) });
    const user = userEvent.setup();
    render(App);
    await user.click(await screen.findByRole('button', { name: /^Bed 1-3, cot\. Closed/u }));
    await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
    await user.click(screen.getByRole('button', { name: 'Open again' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Time' })).toHaveFocus());
    await user.click(screen.getByRole('radio', { name: 'Now' }));
    await user.click(screen.getByRole('button', { name: 'Open again' }));
    await waitFor(() => expect(house.requests('reopen')).toEqual([{ closures: ['c1'], at: null }]));
  });

  it('closes a bed that somebody has from that bed, from a later time on', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    await user.click(await screen.findByRole('button', { name: 'Close this bed' }));
    await user.type(await screen.findByRole('textbox', { name: /Why/u }), 'broken frame');
    await user.click(screen.getByRole('button', { name: 'Close the bed' }));
    await waitFor(() => expect(house.requests('close')).toHaveLength(1));
    expect(house.requests('close')[0]).toMatchObject({ beds: ['b8-1'], reason: 'broken frame' });
  });

  it('closes a bed with Ctrl+Enter from whatever has the focus in the form, and opens no check-in', async () => {
    const user = await show();
    await user.click(screen.getAllByRole('button', { name: /^Bed .* free/ })[0]!);
    await user.click(await screen.findByRole('button', { name: 'Close this bed' }));
    await user.type(await screen.findByRole('textbox', { name: /Why/u }), 'broken frame');
    await user.click(screen.getByRole('checkbox', { name: /^It is known/u }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(house.requests('close')).toHaveLength(1));
    expect(app.screen).toBe('board');
  });

  it('goes on with the age of whoever is added to the waiting list', async () => {
    const user = await show();
    app.go('expected');
    const waiting = await screen.findByRole('region', { name: /^Waiting/u });
    await user.click(within(waiting).getByRole('button', { name: 'Put on the waiting list' }));
    await user.click(within(waiting).getByRole('button', { name: 'One more person' }));
    await user.keyboard('7');
    expect(within(waiting).getAllByRole('textbox', { name: 'Age' })[1]).toHaveValue('7');
  });
});
