import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { GuestFits } from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { NOW, done, house, open, refuse, sampleBoard } from './house';

async function show(...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

describe('the board', () => {
  it('leads with how many places are taken', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken, 2 free');
    expect(screen.getByText('3 beds free')).toBeVisible();
    expect(screen.getByText('1 of them a cot')).toBeVisible();
    expect(screen.getByRole('img', { name: /3 women, 1 man, 1 child, 1 infant and 2 places free/ })).toBeVisible();
  });

  it('says so in words when there are more people than places', async () => {
    await show({ board: () => ({ ...sampleBoard(), taken: 10 }) });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('10 of 8 places taken, 2 over');
  });

  it('calls free what can be used now: a held place is said to be held', async () => {
    const user = await show({ board: () => ({ ...sampleBoard(), held: 1 }) });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken, 1 free');
    expect(screen.getByText('1 held')).toBeVisible();
    expect(screen.getByRole('img', { name: /1 infant, 1 place free and 1 held/ })).toBeVisible();
    house.answers.board = () => ({ ...sampleBoard(), held: 3 });
    await app.refresh();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken, none free');
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    expect(await screen.findByText(/^The places that are left are held\./)).toBeVisible();
  });

  it('says how large a family still fits, and what limits it', async () => {
    await show();
    expect(screen.getByText('Largest family that fits: 2')).toBeVisible();
    expect(screen.getByText('limited by places, not by beds')).toBeVisible();
  });

  it('says what people who move would make room for', async () => {
    const guests: GuestFits[] = [
      { guest: 'woman', children: 0, without_moves: true, moves: 0, certain: true, within_places: true },
      { guest: 'man', children: 0, without_moves: false, moves: null, certain: true, within_places: true },
      { guest: 'mother', children: 1, without_moves: false, moves: 2, certain: true, within_places: true },
      { guest: 'mother', children: 2, without_moves: false, moves: null, certain: false, within_places: true },
      { guest: 'mother', children: 3, without_moves: false, moves: 1, certain: true, within_places: false },
    ];
    const still_fits = { largest: 1, largest_with_moves: 2, free_places: 3, limited_by_places: false, guests };
    await show({ board: () => ({ ...sampleBoard(), still_fits }) });
    expect(screen.getByText('Largest family that fits: 1')).toBeVisible();
    expect(screen.getByText(/^2 with moves/)).toBeVisible();
    const rows = within(screen.getByRole('region', { name: 'Who still fits' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.trim().replace(/\s+/gu, ' '))).toEqual([
      'a woman yes',
      'a man no',
      'a mother with 1 child yes, if 2 people move',
      'a mother with 2 children not certain',
      'a mother with 3 children no place',
    ]);
  });

  it('lists as free only beds that can be used now, and those from later on until then', async () => {
    const board = sampleBoard();
    const [women, family, men] = board.rooms.map((room) => room.beds);
    women![2]!.kept = { is: 'closed', id: 'c1', reason: 'a leak', from: NOW - 3_600_000, until: null };
    family![2]!.kept = { is: 'held', label: 'a family', from: NOW - 3_600_000, until: NOW + 3_600_000 };
    men![1]!.kept = { is: 'held', label: 'a family', from: NOW + 3_600_000, until: NOW + 7_200_000 };
    await show({ board: () => board });
    const panel = screen.getByRole('heading', { name: 'Free beds' }).parentElement!;
    expect(within(panel).getByRole('button', { name: /8-2/u })).toBeVisible();
    expect(within(panel).queryByRole('button', { name: /1-3|5-3/u })).toBeNull();
    expect(screen.getByRole('button', { name: /^Bed 1-3, cot\. Closed: a leak/u })).toHaveTextContent('Closed');
    expect(screen.getByRole('button', { name: /^Bed 5-3.*Held for a family/u })).toHaveTextContent('Held');
  });

  it('opens check-in with Ctrl+Enter, but not out of a form', async () => {
    const user = await show();
    expect(screen.getByRole('button', { name: 'Check in' })).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('e');
    await user.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'papers{Control>}{Enter}{/Control}');
    expect(app.screen).toBe('board');
    await user.keyboard('{Escape}{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: 'Check in' })).toBeVisible();
    expect(house.requests('check_in')).toHaveLength(0);
  });

  it('reads every tile aloud: who, where, how long, and what is the matter', async () => {
    await show();
    expect(screen.getByRole('button', { name: 'K-215, child, bed 5-2, day 12 of 30' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^K-214, woman, bed 5-1, day 12 of 30, with K-216 in the same bed$/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^K-216, infant, .*in the bed of K-214$/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^K-183, woman, bed 1-2, .*away, 2 h 10 late$/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^K-168, .*day 29 of 30, term ending, record to complete$/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Bed 1-3 free, cot' })).toBeVisible();
  });

  it('ties a family together, with a name', async () => {
    await show();
    const family = screen.getByRole('group', { name: 'One family: K-214, K-215' });
    expect(within(family).getAllByRole('button')).toHaveLength(3);
  });

  it('shows what is to be seen to, and only that', async () => {
    await show();
    const strip = screen.getByRole('list', { name: 'To be seen to' });
    expect(within(strip).getByText('1 return overdue')).toBeVisible();
    expect(within(strip).getByText('1 term ends soon')).toBeVisible();
    expect(within(strip).getByText('1 record to complete')).toBeVisible();
    expect(within(strip).queryByText(/rule/)).toBeNull();
  });

  it('opens a person with Enter', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'K-214' });
    expect(within(panel).getByText('Day 12 of 30')).toBeVisible();
    expect(within(panel).getByText('Presumed victim')).toBeVisible();
    expect(within(panel).getByText('With her, same room')).toBeVisible();
    expect(within(panel).getByRole('button', { name: /K-215.*daughter/ })).toBeVisible();
  });

  it('says what a free bed is and whom it suits', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Bed 5-3 free, single' }));
    const panel = await screen.findByRole('complementary', { name: 'Bed 5-3' });
    expect(within(panel).getByText('Families with a minor')).toBeVisible();
    await user.click(within(panel).getByRole('button', { name: 'Check in here' }));
    expect(app.screen).toBe('checkin');
    expect(app.params).toEqual({ bed: 'b5-3' });
  });

  it('tells an empty centre what to do first', async () => {
    const board = sampleBoard();
    const rooms = board.rooms.map((room) => ({ ...room, beds: room.beds.map((bed) => ({ ...bed, people: [] })) }));
    await show({ board: () => ({ ...board, rooms, taken: 0, beds_free: 8, incomplete: 0 }) });
    expect(screen.getByRole('heading', { name: 'Nobody is here yet' })).toBeVisible();
  });

  it('moves from tile to tile with the arrow keys, one of them in the tab order', async () => {
    const user = await show();
    const first = screen.getByRole('button', { name: /^K-168, woman/ });
    first.focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: /^K-183, woman/ })).toHaveFocus();
    expect(document.querySelectorAll('[data-tile][tabindex="0"]')).toHaveLength(1);
  });

  it('leaves the focus where somebody went when it is read anew, and moves it to whoever is opened', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-168, woman/ }));
    await screen.findByRole('complementary', { name: 'K-168' });
    await user.keyboard('{ArrowRight}');
    await app.refresh();
    await tick();
    await tick();
    expect(screen.getByRole('button', { name: /^K-183, woman/ })).toHaveFocus();
    await app.openPerson('s203');
    const tile = screen.getByRole('button', { name: /^K-203/ });
    await waitFor(() => expect(tile).toHaveFocus());
    // Nor does it scroll away from what is read, where nothing has the focus.
    tile.blur();
    const focus = vi.spyOn(tile, 'focus');
    await app.refresh();
    await waitFor(() => expect(tile).toHaveFocus());
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
  });

  it('opens the form of nobody but whose tile has the focus', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-214/ }));
    await screen.findByRole('complementary', { name: 'K-214' });
    const answer = house.answer.bind(house);
    let come = (): void => {};
    const waits = new Promise<void>((then) => (come = then));
    const slow = vi.spyOn(house, 'answer').mockImplementation((name, request) =>
      name === 'person' ? waits.then(() => answer(name, request)) : answer(name, request),
    );
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('e');
    expect(screen.queryByRole('heading', { name: /^Extend/ })).toBeNull();
    expect(screen.getByRole('complementary', { name: 'K-214' })).toBeVisible();
    come();
    expect(await screen.findByRole('textbox', { name: /^Reason/ })).toBeVisible();
    expect(screen.getByRole('complementary', { name: 'K-203' })).toBeVisible();
    slow.mockRestore();
  });

  it('closes the bed whose form was filled in, and no other', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await user.click(await screen.findByRole('button', { name: 'Close this bed' }));
    await user.type(await screen.findByRole('textbox', { name: /^Why/ }), 'a leak');
    await user.click(screen.getByRole('checkbox', { name: /^The whole of room 5/ }));
    await user.click(screen.getByRole('button', { name: /^Bed 8-2 free/ }));
    expect(await screen.findByRole('complementary', { name: 'Bed 8-2' })).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Why/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    expect(await screen.findByRole('textbox', { name: /^Why/ })).toHaveValue('a leak');
  });

  it('goes on with the arrow keys where nothing has the focus, as after somebody has left', async () => {
    const user = await show();
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard('{ArrowDown}');
    const at = document.activeElement;
    expect(at).toHaveAttribute('data-tile');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAttribute('data-tile');
    expect(document.activeElement).not.toBe(at);
  });

  it('has nothing that axe would find', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-214/ }));
    await screen.findByRole('complementary', { name: 'K-214' });
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
});

describe('tidying up', () => {
  const now = { broken: 1, spread: 1, strangers: 9, unsuited: 3 };
  const tidy_up = () => ({
    now,
    ways: [
      { moves: [{ stay: 's203', code: 'K-203', from: '8-1', to: '5-3', bed: 'b5-3' }], then: { ...now, broken: 0 } },
      {
        moves: [
          { stay: 's203', code: 'K-203', from: '8-1', to: '5-3', bed: 'b5-3' },
          { stay: 's168', code: 'K-168', from: '1-1', to: '8-1', bed: 'b8-1' },
        ],
        then: { broken: 0, spread: 0, strangers: 10, unsuited: 3 },
      },
    ],
    proven: false,
    most: 4,
  });

  it('says what few moves would gain, and does nothing until one is chosen', async () => {
    const user = await show({ tidy_up });
    await user.keyboard('o');
    const panel = await screen.findByRole('complementary', { name: 'Tidy up' });
    const found = await within(panel).findAllByRole('radio');
    expect(found[1]).toBeChecked();
    expect(found[0]?.closest('label')).toHaveTextContent('One move: K-203 to 5-3 Rules broken: 0 instead of 1');
    expect(found[1]?.closest('label')).toHaveTextContent(/Two moves: K-203 to 5-3 and K-168 to 8-1 .*spread over: 0 instead of 1 .*families: 10 instead of 9$/u);
    expect(within(panel).getByText(/^Not everything could be looked at in time/u)).toBeVisible();
    expect(house.requests('move_people')).toHaveLength(0);
    await user.click(found[0] as HTMLElement);
    await user.click(within(panel).getByRole('button', { name: 'Move one person' }));
    await waitFor(() => expect(house.requests('move_people')).toEqual([
      { moves: [{ stay: 's203', to: { in: 'bed', id: 'b5-3' } }], at: null, reason: null },
    ]));
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible();
    expect(screen.queryByRole('complementary', { name: 'Tidy up' })).toBeNull();
  });

  it('shows on the plan who would go where, as long as it is looked at', async () => {
    const user = await show({ tidy_up });
    await user.keyboard('o');
    const panel = await screen.findByRole('complementary', { name: 'Tidy up' });
    const found = await within(panel).findAllByRole('radio');
    expect(screen.getByRole('button', { name: /^K-203.*would move to 5-3/u })).toHaveTextContent('to 5-3');
    expect(screen.getByRole('button', { name: /^Bed 5-3 free.*K-203 would come here/u })).toHaveTextContent('K-203 comes');
    expect(screen.getByRole('button', { name: /^K-168.*would move to 8-1/u })).toBeVisible();
    await user.click(found[0] as HTMLElement);
    expect(screen.queryByRole('button', { name: /^K-168.*would move/u })).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: /would/u })).toBeNull();
  });

  it('looks anew where what was found has become impossible meanwhile', async () => {
    const user = await show({
      tidy_up,
      move_people: () => refuse({ code: 'breaks_rules', breaches: [{ rule: 'R5', code: 'K-203', other: null, room: 5 }] }),
    });
    await user.keyboard('o');
    const panel = await screen.findByRole('complementary', { name: 'Tidy up' });
    await user.click((await within(panel).findAllByRole('radio'))[0] as HTMLElement);
    const before = house.requests('tidy_up').length;
    await user.click(within(panel).getByRole('button', { name: 'Move one person' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/K-203/u);
    await waitFor(() => expect(house.requests('tidy_up')).toHaveLength(before + 1));
  });

  it('says so where there is nothing to gain, is found by Ctrl+K and left by Esc', async () => {
    const user = await show({ tidy_up: () => ({ ...tidy_up(), ways: [], proven: true }) });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'tidy');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Nothing to gain: with up to 4 moves nobody would sleep better.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'Tidy up' })).toBeNull();
  });

  it('has nothing that keeps anybody out', async () => {
    const user = await show({ tidy_up });
    await user.click(screen.getByRole('button', { name: /^Tidy up the rooms/ }));
    await screen.findAllByRole('radio');
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
});

describe('moving', () => {
  it('goes by keyboard alone: M, a bed, Enter', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('m');
    const target = await screen.findByRole('button', { name: 'Bed 5-3 free, single. Can move here.' });
    target.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(house.requests('move_people')).toHaveLength(1));
    expect(house.requests('move_people')[0]).toEqual({
      moves: [{ stay: 's203', to: { in: 'bed', id: 'b5-3' } }],
      at: null,
      reason: null,
    });
    expect(await screen.findByText(/K-203 moved to/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  it('lights up the beds from what the board knows already, without asking again', async () => {
    const user = await show();
    await waitFor(() => expect(house.requests('all_move_choices')).toHaveLength(1));
    // What lies under the pointer is known to a real window only.
    document.elementFromPoint = () => null;
    await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: /^K-203/ }), coords: { x: 10, y: 10 } });
    await user.pointer({ target: screen.getByRole('button', { name: /^Bed 5-3 free/ }), coords: { x: 90, y: 90 } });
    // In the same breath: nothing is awaited.
    expect(screen.getByRole('button', { name: 'Bed 5-3 free, single. Can move here.' })).toBeVisible();
    expect(house.requests('move_choices')).toEqual([]);
    await user.keyboard('{Escape}');
  });

  it('asks before a swap', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('button', { name: /^K-168.*Can swap with K-168\.$/ }));
    expect(house.requests('move_people')).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: 'Swap beds' }));
    await waitFor(() => expect(house.requests('move_people')[0]?.moves).toHaveLength(2));
  });

  it('says why a bed is refused, and lets a manager go past it with a reason', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('button', { name: /^Bed 8-2.*unrelated people of different sex/ }));
    const anyway = await screen.findByRole('button', { name: 'Move all the same' });
    expect(anyway).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /manager’s reason/ }), 'one night');
    await user.click(anyway);
    await waitFor(() => expect(house.requests('move_people')[0]?.reason).toBe('one night'));
  });

  it('does not offer that to reception', async () => {
    const user = await show({}, { staff: { id: 'u2', name: 'AP', role: 'reception', locked: false } });
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('button', { name: /^Bed 8-2/ }));
    expect(await screen.findByText('Only a manager can do this.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Move all the same' })).toBeNull();
  });

  it('takes the whole family, a bed for each in turn', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'With K-215' }));
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await user.click(screen.getByRole('button', { name: /^K-214, woman/ }));
    await waitFor(() =>
      expect(house.requests('move_people')[0]?.moves).toEqual([
        { stay: 's214', to: { in: 'bed', id: 'b5-3' } },
        { stay: 's215', to: { in: 'bed', id: 'b5-1' } },
      ]),
    );
    expect(house.requests('move_choices')).toEqual([
      { stay: 's214', at: null, along: ['s215'], picked: [] },
      { stay: 's215', at: null, along: [], picked: [{ stay: 's214', to: { in: 'bed', id: 'b5-3' } }] },
    ]);
  });

  it('moves an infant who shares a bed alone, and with the family only where that is said', async () => {
    const user = await show();
    await app.openPerson('s216');
    await user.click(within(await screen.findByRole('complementary', { name: 'K-216' })).getByRole('button', { name: /^Move/ }));
    await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '02:30');
    await user.click(screen.getByRole('radio', { name: 'With K-214 and K-215' }));
    expect(screen.getByRole('radio', { name: 'With K-214 and K-215' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Alone' }));
    await user.click(await screen.findByRole('button', { name: /^Bed 1-3 free/ }));
    await waitFor(() => expect(house.requests('move_people')).toEqual([
      { moves: [{ stay: 's216', to: { in: 'bed', id: 'b1-3' } }], at: { local: '2009-03-02T02:30', second: false }, reason: null },
    ]));
  });

  it('asks anew for the last of a family when a bed is taken back', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'With K-215' }));
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await waitFor(() => expect(house.requests('move_choices').at(-1)?.picked).toHaveLength(1));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(house.requests('move_choices').at(-1)).toMatchObject({ stay: 's214', along: ['s215'], picked: [] }));
    expect(house.requests('move_people')).toHaveLength(0);
  });

  it('keeps the beds picked for a family when the rules say no, and asks for a reason', async () => {
    const user = await show({
      move_people: ({ moves, reason }) =>
        reason === null
          ? refuse({ code: 'breaks_rules', breaches: [{ rule: 'R5', code: 'K-215', other: null, room: 1 }] })
          : done('move', moves.map((move) => move.stay)),
    });
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'With K-215' }));
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await user.click(screen.getByRole('button', { name: /^Bed 1-3 free/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('too young to be in room 1');
    await user.type(screen.getByRole('textbox', { name: /manager’s reason/ }), 'for an hour');
    await user.click(screen.getByRole('button', { name: 'Move all the same' }));
    await waitFor(() =>
      expect(house.requests('move_people').at(-1)).toMatchObject({
        moves: [{ stay: 's214' }, { stay: 's215' }],
        reason: 'for an hour',
      }),
    );
  });

  it('asks for a reason where the answer alone says that a rule is broken', async () => {
    const user = await show({
      move_people: ({ moves, reason }) =>
        reason === null
          ? refuse({ code: 'breaks_rules', breaches: [{ rule: 'B1', code: 'K-214', other: null, room: 5 }] })
          : done('move', moves.map((move) => move.stay)),
    });
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('button', { name: /^Bed 5-3 free/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/K-214/u);
    // Without one nothing is sent, and what was answered stays.
    await user.click(screen.getByRole('textbox', { name: /manager’s reason/ }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(house.requests('move_people')).toHaveLength(1);
    expect(screen.getByRole('textbox', { name: /manager’s reason/ })).toHaveFocus();
    await user.type(screen.getByRole('textbox', { name: /manager’s reason/ }), 'for a night');
    await user.click(screen.getByRole('button', { name: 'Move all the same' }));
    await waitFor(() =>
      expect(house.requests('move_people').at(-1)).toMatchObject({ moves: [{ stay: 's214', to: { id: 'b5-3' } }], reason: 'for a night' }),
    );
  });

  it('waits for a time that is still to be typed, and says so', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
    expect(await screen.findByText('Type the date and the time of the move, or choose Now.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Time' }), 'late');
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await user.click(screen.getByRole('button', { name: /^5-3/ }));
    expect(house.requests('move_people')).toEqual([]);
    await user.clear(screen.getByRole('textbox', { name: 'Time' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '2:30');
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await waitFor(() => expect(house.requests('move_people')).toEqual([
      { moves: [{ stay: 's203', to: { in: 'bed', id: 'b5-3' } }], at: { local: '2009-03-02T02:30', second: false }, reason: null },
    ]));
  });

  it('keeps the time that is shown when others come along', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '02:30');
    await user.click(screen.getByRole('radio', { name: 'With K-215' }));
    await user.click(screen.getByRole('radio', { name: 'Alone' }));
    expect(screen.getByRole('textbox', { name: 'Time' })).toHaveValue('02:30');
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await waitFor(() => expect(house.requests('move_people')[0]?.at).toEqual({ local: '2009-03-02T02:30', second: false }));
    expect(house.requests('move_choices').at(-1)?.at).toEqual({ local: '2009-03-02T02:30', second: false });
  });

  it('ends with Esc, and nothing has happened', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('m');
    await screen.findByRole('heading', { name: 'Move K-203' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { name: 'Move K-203' })).toBeNull();
    expect(house.requests('move_people')).toHaveLength(0);
  });
});

describe('discharging', () => {
  it('of a mother includes the children, and asks about those left out', async () => {
    const user = await show({
      discharge: ({ stays, minors_stay }) =>
        minors_stay === null && stays.length === 1
          ? refuse({ code: 'minors_left_behind', minors: ['K-215', 'K-216'] })
          : done('discharge', stays),
    });
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('d');
    const children = await screen.findAllByRole('checkbox');
    expect(children).toHaveLength(3);
    for (const one of children) expect(one).toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: /K-215/ }));
    await user.click(screen.getByRole('checkbox', { name: /K-216/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Why' }), 'own_wish');
    await user.click(screen.getByRole('button', { name: 'Discharge 1 person' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('K-215 and K-216 would stay without an adult');
    expect(screen.getByRole('combobox', { name: 'Why' })).toHaveValue('own_wish');
    await user.type(screen.getByRole('textbox', { name: 'Why the children stay' }), 'grandmother comes tonight');
    await user.click(screen.getByRole('button', { name: 'Discharge 1 person' }));
    await waitFor(() =>
      expect(house.requests('discharge').at(-1)).toMatchObject({
        stays: ['s214'],
        reason: 'own_wish',
        minors_stay: 'grandmother comes tonight',
      }),
    );
  });
});

describe('the record of somebody', () => {
  it('keeps what is known of the identity where nothing was typed', async () => {
    const user = await show({ amend: ({ stay }) => done('amend', [stay]) });
    const last = () => house.requests('amend').at(-1);
    for (const [typed, sent] of [['', null], ['B 1111111', { name: null, documents: 'B 1111111', notes: null }]] as const) {
      screen.getByRole('button', { name: /^K-214/ }).focus();
      await user.keyboard('c');
      await user.click(await screen.findByRole('checkbox', { name: 'Complete or correct it' }));
      expect(screen.getByText('What is left empty stays as it was.')).toBeVisible();
      if (typed) await user.type(screen.getByRole('textbox', { name: 'Documents' }), typed);
      await user.selectOptions(screen.getByRole('combobox', { name: 'Sent by' }), 'ngo');
      const before = house.requests('amend').length;
      await user.click(screen.getByRole('button', { name: 'Save' }));
      await waitFor(() => expect(house.requests('amend')).toHaveLength(before + 1));
      expect(last()?.identity).toEqual(sent);
    }
  });
});

describe('a refusal', () => {
  it('leads to the reason that is missing', async () => {
    const user = await show({ extend: () => refuse({ code: 'needs_reason' }) });
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('e');
    await screen.findByRole('textbox', { name: /^Reason/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('A reason is missing.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /^Reason/ })).toHaveFocus();
  });

  it('is said in words, and what was typed stays, even after going back', async () => {
    const user = await show({ extend: () => refuse({ code: 'term_too_short', day: 12 }) });
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('e');
    await user.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'waiting for papers');
    await user.click(screen.getByRole('button', { name: 'Extend' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Today is day 12 already.');
    expect(screen.getByRole('alert')).toHaveTextContent('at least 12 days');
    await user.keyboard('{Escape}');
    await user.keyboard('e');
    expect(await screen.findByRole('textbox', { name: /^Reason/ })).toHaveValue('waiting for papers');
  });
});
