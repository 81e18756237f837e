import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { guide } from '../src/domain/guide/guide.svelte';
import { added, crossed, moved, resized } from '../src/domain/guide/layout';
import { compare, groupsOf } from '../src/domain/guide/recovery';
import { app } from '../src/state/app.svelte';
import { SECRET, failed, stand, type DoorOptions } from './door';
import { house } from './house';

async function show(options: DoorOptions) {
  const door = await stand(options);
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return { door, user: userEvent.setup() };
}

async function expectAccessible() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

beforeEach(() => guide.forget());

describe('unlocking', () => {
  it('says that the passphrase is wrong, keeps the name and selects the field', async () => {
    const { user } = await show({ stage: 'locked' });
    await user.keyboard('MC');
    await user.type(screen.getByLabelText('Passphrase'), 'wrong one{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The name or the passphrase is not right.');
    expect(screen.getByLabelText('Who are you?')).toHaveValue('MC');
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    await waitFor(() => expect(field).toHaveFocus());
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 9]);
    await expectAccessible();
    await user.keyboard('right passphrase{Enter}');
    await waitFor(() => expect(app.status?.stage).toBe('open'));
  });

  it('gives the sign-in of the sample centre, and a way out of it', async () => {
    const { user } = await show({ stage: 'locked', sample: true });
    expect(screen.getByText('Sample centre')).toBeVisible();
    expect(screen.getByText(/Sign in as MC with the passphrase “sample centre”/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Leave the sample centre' }));
    await screen.findByRole('button', { name: 'Make our centre' });
  });

  it('changes the language at once, and keeps what was typed', async () => {
    const { user } = await show({ stage: 'locked' });
    await user.keyboard('MC');
    await user.click(screen.getByRole('button', { name: 'Română' }));
    expect(await screen.findByLabelText('Cine sunteți?')).toHaveValue('MC');
    await user.click(screen.getByRole('button', { name: 'English' }));
    await screen.findByLabelText('Who are you?');
  });
});

describe('trouble', () => {
  it('says what is wrong and what would work, and tries again', async () => {
    const { door, user } = await show({ stage: 'trouble', trouble: { code: 'open_elsewhere' } });
    expect(screen.getByRole('alert')).toHaveTextContent(/already open in another window.*Go to that window/u);
    await expectAccessible();
    door.status = { ...door.status, stage: 'locked', trouble: null };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByLabelText('Who are you?');
  });

  it('goes on by itself when the other window has let go', async () => {
    const { door } = await show({ stage: 'trouble', trouble: { code: 'open_elsewhere' } });
    door.status = { ...door.status, stage: 'locked', trouble: null };
    await screen.findByLabelText('Who are you?', undefined, { timeout: 5000 });
  });
});

describe('the first run', () => {
  it('opens the sample centre', async () => {
    const { user } = await show({ stage: 'empty' });
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Open the sample centre' }));
    await waitFor(() => expect(app.status).toMatchObject({ stage: 'open', sample: true }));
  });

  it('makes a centre from the beginning to the end', async () => {
    const { user } = await show({ stage: 'empty' });
    await user.click(screen.getByRole('button', { name: 'Make our centre' }));
    expect(await screen.findByText('9 rooms, 28 beds (2 cots), 24 places')).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: /^Room 7, Minors/u }));
    await user.click(screen.getByRole('button', { name: 'Add a bed' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of bed 7-4' }), 'cot');
    expect(screen.getByText('9 rooms, 29 beds (3 cots), 24 places')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Continue to your account' }));

    await screen.findByRole('heading', { name: 'Your account' });
    await user.type(screen.getByRole('textbox', { name: 'Short name' }), 'MC');
    await user.type(screen.getByLabelText('Passphrase'), 'short');
    await user.click(screen.getByRole('button', { name: 'Continue to the recovery key' }));
    expect(await screen.findByText('7 characters are missing.')).toBeVisible();
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.type(screen.getByLabelText('Passphrase'), 'four green quiet doors');
    await user.type(screen.getByLabelText('The same again'), 'four green quiet door');
    expect(screen.getByText('The two are not the same.')).toBeVisible();
    await user.type(screen.getByLabelText('The same again'), 's');
    await user.click(screen.getByRole('checkbox', { name: 'Show what I type' }));
    expect(screen.getByLabelText('Passphrase')).toHaveAttribute('type', 'text');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Continue to the recovery key' }));

    await screen.findByRole('heading', { name: 'A key on paper' });
    const key = await screen.findByRole('list', { name: 'Recovery key' });
    expect(key).toHaveTextContent('AGE-SECRET-KEY-1');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'It is on paper: continue' }));

    const field = await screen.findByRole('textbox', { name: 'Recovery key' });
    expect(document.body.textContent).not.toContain('AGE-SECRET');
    const wrong = SECRET.replace('QQPZ', 'QQPX').toLowerCase();
    await user.type(field, wrong);
    expect(await screen.findByText('Group 2 is not as it was shown. Compare it with the paper.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make the centre' }));
    expect(house.requests('create_centre')).toHaveLength(0);
    expect(field).toHaveValue(wrong);
    await expectAccessible();

    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'A key on paper' });
    await user.click(screen.getByRole('button', { name: 'It is on paper: continue' }));
    const again = await screen.findByRole('textbox', { name: 'Recovery key' });
    expect(again).toHaveValue(wrong);
    const spaced = SECRET.toLowerCase().match(/.{1,5}/gu)?.join(' ') ?? '';
    await user.clear(again);
    await user.type(again, spaced);
    expect(await screen.findByText('The key is right.')).toBeVisible();
    await user.dblClick(screen.getByRole('button', { name: 'Make the centre' }));
    await waitFor(() => expect(app.status?.stage).toBe('open'));
    expect(house.requests('new_recovery')).toHaveLength(1);
    expect(house.requests('create_centre')).toHaveLength(1);
    const made = house.requests('create_centre')[0];
    expect(made).toMatchObject({ name: 'MC', passphrase: 'four green quiet doors', recovery: spaced });
    expect(made?.found.places).toBe(24);
    expect(made?.found.rooms.find((room) => room.number === 7)?.beds).toHaveLength(4);
    expect(guide.passphrase).toBe('');
  });

  it('loses nothing by going back to the very beginning', async () => {
    const { user } = await show({ stage: 'empty' });
    await user.click(screen.getByRole('button', { name: 'Make our centre' }));
    await user.click(await screen.findByRole('button', { name: 'Continue to your account' }));
    await user.type(await screen.findByRole('textbox', { name: 'Short name' }), 'MC');
    await user.keyboard('{Escape}{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Go on making our centre' }));
    await user.click(await screen.findByRole('button', { name: 'Continue to your account' }));
    expect(await screen.findByRole('textbox', { name: 'Short name' })).toHaveValue('MC');
  });

  it('says when the disk is full, and keeps everything', async () => {
    const { door } = await show({ stage: 'empty' });
    guide.open = true;
    await guide.begin();
    await guide.findSecret();
    Object.assign(guide, { name: 'MC', passphrase: 'four green quiet doors', again: 'four green quiet doors', typed: SECRET });
    guide.go('back');
    door.refuse.set('create_centre', failed({ code: 'disk_full' }));
    await guide.create();
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(guide.typed).toBe(SECRET);
  });

  it('says that two rooms have one number', async () => {
    const { user } = await show({ stage: 'empty' });
    await user.click(screen.getByRole('button', { name: 'Make our centre' }));
    const field = await screen.findByRole('textbox', { name: 'Number' });
    await user.clear(field);
    await user.type(field, '2');
    expect(await screen.findByText('Another room has this number.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Continue to your account' }));
    expect(screen.getByRole('heading', { name: 'Rooms and beds' })).toBeVisible();
  });
});

describe('the plan of a new centre', () => {
  const room = (number: number, column: number, width: number) => ({
    number, room_use: 'any' as const, step_free: false, wing: 'north' as const, column, width, beds: [{ kind: 'single' as const }],
  });

  it('moves rooms past each other, and never one over another', () => {
    const rooms = [room(1, 0, 2), room(2, 2, 1)];
    const places = (all: typeof rooms | null) => all?.map((one) => [one.number, one.column, one.width]);
    expect(places(moved(rooms, rooms[0]!, 1) as typeof rooms)).toEqual([[1, 1, 2], [2, 0, 1]]);
    expect(places(moved(rooms, rooms[1]!, -1) as typeof rooms)).toEqual([[1, 1, 2], [2, 0, 1]]);
    expect(places(moved(rooms, rooms[1]!, 1) as typeof rooms)).toEqual([[1, 0, 2], [2, 3, 1]]);
    expect(moved(rooms, rooms[0]!, -1)).toBeNull();
    expect(resized(rooms, rooms[0]!, 1)).toBeNull();
    expect(places(resized(rooms, rooms[1]!, 1) as typeof rooms)).toEqual([[1, 0, 2], [2, 2, 2]]);
    expect(crossed(rooms, rooms[0]!)?.[0]).toMatchObject({ wing: 'south', column: 0, width: 2 });
    expect(added(rooms)?.[2]).toMatchObject({ number: 3, wing: 'north', column: 3, width: 1 });
  });
});

describe('the recovery key', () => {
  it('is shown in groups that make up the whole', () => {
    expect(groupsOf(SECRET)[0]).toBe('AGE-SECRET-KEY-1');
    expect(groupsOf(SECRET).join('')).toBe(SECRET);
  });

  it('is compared without spaces and case', () => {
    expect(compare(SECRET, ` ${SECRET.toLowerCase().replaceAll('Q', ' q')}\n`)).toEqual({ is: 'same' });
    expect(compare(SECRET, SECRET.slice(0, 22))).toEqual({ is: 'short', group: 3 });
    expect(compare(SECRET, `${SECRET.slice(0, 20)}?`)).toEqual({ is: 'other', group: 3 });
    expect(compare(SECRET, '')).toEqual({ is: 'empty' });
  });
});

describe('settings', () => {
  it('lets a manager make an account', async () => {
    const { user } = await show({});
    app.go('settings');
    await user.click(await screen.findByRole('button', { name: 'Staff' }));
    await user.click(await screen.findByRole('button', { name: 'Add an account' }));
    await user.type(screen.getByRole('textbox', { name: 'Short name' }), 'AR');
    await user.type(screen.getByLabelText('Passphrase'), 'seven red small boats');
    await user.type(screen.getByLabelText('The same again'), 'seven red small boats');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Make the account' }));
    expect(await screen.findByText('Account made for AR')).toBeVisible();
    expect(house.requests('employ')[0]).toEqual({ name: 'AR', role: 'reception', passphrase: 'seven red small boats' });
  });

  it('shows reception neither staff nor accounts', async () => {
    const { user } = await show({ role: 'reception' });
    app.go('settings');
    await screen.findByRole('heading', { name: 'Settings' });
    expect(screen.queryByRole('button', { name: 'Staff' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
  });
});
