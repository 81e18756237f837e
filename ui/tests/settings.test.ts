import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { DeskSettings, Done } from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { NOW, house, open, refuse, sampleBoard } from './house';

const DAY = 86_400_000;
const DESK: DeskSettings = {
  undo_hours: 24, ending_days: 7, lapsing_hours: 24, forgotten_days: 3, smallest_count: 5, idle_minutes: 5,
  backup_actions: 20, backup_days: 1, erase_days: null,
};
const RULES = { opposite_sex_age: 10, with_adult_age: 12, upper_bunk_age: 6, cot_age: 3, max_moves: 4, term_days: 30 };

const done = (action_kind: Done['action_kind']): Done => ({ action: 9, action_kind, people: 0, codes: [], moved: [], stays: [] });

const user = userEvent.setup();

async function section(heading: string, answers: typeof house.answers = {}) {
  await open({
    desk: () => DESK,
    rules: () => [{ rules: RULES, from: NOW - 90 * DAY, to: null, in_force: true }],
    capacities: () => [{ places: 8, from: NOW - 90 * DAY, to: null, in_force: true }],
    limits: () => [],
    kept_apart: () => [],
    assistance_list: () => [{ id: 'n1', name: 'Clothes' }],
    ...answers,
  });
  render(App);
  app.go('settings', { heading });
  return screen.findByRole('main');
}

async function expectAccessible() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((one) => one.id)).toEqual([]);
}

async function type(field: HTMLElement, text: string) {
  await user.clear(field);
  await user.type(field, text);
}

describe('the settings of the centre', () => {
  beforeEach(() => {
    house.asked = [];
  });

  it('are a list of sections that the arrows go through', async () => {
    await section('desk-heading');
    const line = await screen.findByRole('button', { name: 'The work of the desk' });
    expect(line).toHaveAttribute('aria-current', 'page');
    line.focus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('button', { name: 'Other assistance' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Other assistance' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'The work of the desk' })).toBeNull();
  });

  it('say what the desk does, and refuse what is out of the possible before it is sent', async () => {
    await section('desk-heading', { set_desk: () => done('set_desk') });
    const count = await screen.findByRole('textbox', { name: /smallest count/iu });
    await type(count, '2');
    await user.click(screen.getByRole('button', { name: 'Set' }));
    expect(screen.getByText('A whole number from 3 to 50.')).toBeVisible();
    expect(house.requests('set_desk')).toEqual([]);
    await type(count, '6');
    await type(screen.getByRole('textbox', { name: /Identities are erased/iu }), '365');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Set' }));
    await waitFor(() => expect(house.requests('set_desk')).toEqual([{ ...DESK, smallest_count: 6, erase_days: 365 }]));
  });

  it('lead from what the rule erases to where the rule is set', async () => {
    await section('erasure-heading', { retention: () => ({ due: [], still_in: 0 }) });
    await user.click(await screen.findByRole('button', { name: 'Change the rule' }));
    expect(await screen.findByRole('textbox', { name: /Identities are erased/iu })).toBeVisible();
    expect(screen.getByRole('main')).toContainElement(document.activeElement as HTMLElement);
  });

  it('set fewer places than people only with a reason', async () => {
    await section('capacity-heading', {
      set_capacity: ({ reason }) => (reason ? done('set_capacity') : refuse({ code: 'over_capacity', taken: 6, places: 5 })),
    });
    const places = await screen.findByRole('textbox', { name: /Places/u });
    await waitFor(() => expect(places).toHaveValue('8'));
    await type(places, '5');
    await user.click(screen.getByRole('button', { name: 'Set' }));
    await user.type(await screen.findByRole('textbox', { name: /Reason/u }), 'a new licence');
    await user.click(screen.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(house.requests('set_capacity').at(-1)).toEqual({ places: 5, from: null, reason: 'a new licence' }),
    );
  });

  it('set a rule from a day on and leave the others as they are', async () => {
    await section('rules-heading', { set_rules: () => done('set_rules') });
    await type(await screen.findByRole('textbox', { name: /A cot only/u }), '2');
    await user.click(screen.getByRole('radio', { name: 'From a day' }));
    await type(screen.getByRole('textbox', { name: 'Date' }), '10.03.2009');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(house.requests('set_rules')).toEqual([{ rules: { ...RULES, cot_age: 2 }, from: '2009-03-10' }]),
    );
  });

  it('limit extensions by ground, and an empty field is no limit', async () => {
    await section('terms-heading', { set_limits: () => done('set_limits') });
    await type(await screen.findByRole('textbox', { name: /Presumed victim/u }), '90');
    await user.click(screen.getByRole('button', { name: 'Set the limits' }));
    await waitFor(() =>
      expect(house.requests('set_limits')).toEqual([
        { limits: { victim: null, presumed_victim: 90, potential_victim: null, accompanying: null }, from: null },
      ]),
    );
  });

  it('leave limits that are typed as they are while the term is set, each from a day of its own', async () => {
    const main = await section('terms-heading', { set_rules: () => done('set_rules'), set_limits: () => done('set_limits') });
    const term = within(await within(main).findByRole('form', { name: 'Standard term' }));
    const limits = within(within(main).getByRole('form', { name: 'Limits of extension' }));
    await type(limits.getByRole('textbox', { name: /Presumed victim/u }), '90');
    await user.click(term.getByRole('radio', { name: 'From a day' }));
    expect(limits.getByRole('radio', { name: 'From now' })).toBeChecked();
    await type(term.getByRole('textbox', { name: 'Date' }), '10.03.2009');
    await user.click(term.getByRole('button', { name: 'Set the term' }));
    await waitFor(() => expect(house.requests('set_rules').at(-1)?.from).toBe('2009-03-10'));
    await waitFor(() => expect(house.requests('rules').length).toBeGreaterThan(1));
    expect(limits.getByRole('textbox', { name: /Presumed victim/u })).toHaveValue('90');
    await user.click(limits.getByRole('button', { name: 'Set the limits' }));
    await waitFor(() =>
      expect(house.requests('set_limits')).toEqual([
        { limits: { victim: null, presumed_victim: 90, potential_victim: null, accompanying: null }, from: null },
      ]),
    );
  });

  it('keep two people apart by their codes, however they are typed', async () => {
    const hit = (code: string) => ({
      beneficiary: `b${code}`, stay: `s${code.slice(2)}`, code, group: 'woman' as const, sex: 'female' as const, years: 30,
      citizenship: null, bed: '1-1', from: NOW - DAY, to: null, by_name: false,
    });
    await section('apart-heading', {
      find: ({ text }) => (text === 'K-999' ? [] : [hit(text)]),
      keep_apart: () => done('keep_apart'),
    });
    await user.click(await screen.findByRole('button', { name: 'Keep two people apart' }));
    await user.type(screen.getByRole('textbox', { name: 'One person' }), 'k214');
    await user.type(screen.getByRole('textbox', { name: 'The other person' }), '999');
    await user.type(screen.getByRole('textbox', { name: /Reason/u }), 'a quarrel');
    await user.click(screen.getByRole('button', { name: 'Keep two people apart' }));
    expect(await screen.findByText('Nobody has this code.')).toBeVisible();
    await type(screen.getByRole('textbox', { name: 'The other person' }), '183');
    await user.click(screen.getByRole('button', { name: 'Keep two people apart' }));
    await waitFor(() =>
      expect(house.requests('keep_apart')).toEqual([{ one: 's214', other: 's183', reason: 'a quarrel' }]),
    );
  });

  it('keep the list of assistance', async () => {
    await section('assistance-heading', { set_assistance: () => done('set_assistance') });
    await user.click(await screen.findByRole('button', { name: 'Rename' }));
    const list = screen.getByRole('list', { name: 'Other assistance' });
    await type(within(list).getByRole('textbox', { name: 'Name' }), 'Shoes');
    await user.click(within(list).getByRole('button', { name: 'Set' }));
    await waitFor(() => expect(house.requests('set_assistance')).toEqual([{ change: 'rename', id: 'n1', name: 'Shoes' }]));
  });

  it('say what is missing where a form is sent with something empty', async () => {
    await section('assistance-heading', { set_assistance: () => done('set_assistance') });
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.click(screen.getByRole('button', { name: 'Add to the list' }));
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription('Type a name.');
    expect(house.requests('set_assistance')).toEqual([]);
    await user.type(name, 'Shoes{Enter}');
    await waitFor(() => expect(house.requests('set_assistance')).toEqual([{ change: 'add', name: 'Shoes' }]));
    // What is empty again as it was recorded is not missing.
    await waitFor(() => expect(name).toHaveValue(''));
    expect(name).toBeValid();
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    const list = within(screen.getByRole('list', { name: 'Other assistance' }));
    await user.clear(list.getByRole('textbox', { name: 'Name' }));
    await user.click(list.getByRole('button', { name: 'Set' }));
    await waitFor(() => expect(list.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Type a name.'));

    app.go('settings', { heading: 'apart-heading' });
    await user.click(await screen.findByRole('button', { name: 'Keep two people apart' }));
    await user.type(screen.getByRole('textbox', { name: 'One person' }), '214');
    await user.click(screen.getByRole('button', { name: 'Keep two people apart' }));
    const other = screen.getByRole('textbox', { name: 'The other person' });
    await waitFor(() => expect(other).toHaveFocus());
    expect(other).toHaveAccessibleDescription('Type a code.');
    await user.type(other, '183');
    await user.click(screen.getByRole('button', { name: 'Keep two people apart' }));
    const reason = screen.getByRole('textbox', { name: /Reason/u });
    await waitFor(() => expect(reason).toHaveFocus());
    expect(reason).toHaveAccessibleDescription(/Write in a few words why\./u);
    expect(house.requests('find')).toEqual([]);
    await expectAccessible();
  });

  it('change a room, and say who stands in the way of a bed', async () => {
    await section('rooms-heading', {
      set_room: ({ remove }) =>
        remove.length > 0 ? refuse({ code: 'must_move_first', people: [['K-168', '1-1']] }) : done('set_room'),
    });
    await user.click(await screen.findByRole('button', { name: /Room 1, /u }));
    await user.click(screen.getByRole('checkbox', { name: /Bed 1-1.*K-168/u }));
    await user.click(screen.getByRole('button', { name: 'Change room 1' }));
    expect((await screen.findByText(/Somebody sleeps there/u)).closest('form')).toHaveTextContent('K-168 (1-1)');
    await user.click(screen.getByRole('checkbox', { name: /Bed 1-1.*K-168/u }));
    await user.click(screen.getByRole('button', { name: 'Add a bed' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'New bed 1' }), 'cot');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Change room 1' }));
    await waitFor(() =>
      expect(house.requests('set_room').at(-1)).toMatchObject({ room: 'r1', number: 1, add: ['cot'], remove: [] }),
    );
  });
});

describe('what was decided past a rule', () => {
  it('stays on the board with its reason', async () => {
    const breach = { rule: 'R3' as const, code: 'K-203', other: 'K-168', room: 1 };
    await open({
      board: () => ({
        ...sampleBoard(),
        breaches: [breach],
        overrides: [{ breaches: [breach], reason: 'one night', staff: 'MC', at: NOW - 3_600_000 }],
      }),
    });
    render(App);
    expect(await screen.findByText('1 decision past a rule')).toBeVisible();
    expect(screen.getByText(/one night.*MC/u)).toBeVisible();
  });
});
