import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { Role } from '../src/bridge/types';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { desk } from '../src/state/desk.svelte';
import { Door, stand } from './door';
import { done, house, open, refuse, sampleStatus } from './house';

/** What the program keeps. */
const kept = () => house.requests('keep_draft').at(-1)?.draft ?? null;

/** The sample house, with a program that keeps what it is handed, and what it kept before. */
async function show(before: string | null = null, more: Parameters<typeof open>[0] = {}) {
  await open({ draft: () => ({ draft: kept() ?? before }), ...more });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

/** As after a crash: the page begins anew, without a word before. */
async function startAgain(role: Role = 'manager') {
  await app.take({ ...sampleStatus(), stage: 'empty', staff: null });
  expect(document.body.textContent).not.toContain('lost her papers');
  await app.take({ ...sampleStatus(), staff: { id: 'u1', name: 'MC', role, locked: false } });
}

async function extendHalf(user: ReturnType<typeof userEvent.setup>) {
  screen.getByRole('button', { name: /^K-214/ }).focus();
  await user.keyboard('e');
  await user.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'lost her papers');
}

describe('what is half typed into the check-in', () => {
  it('is there again after a lock, down to a time that is not finished', async () => {
    const door = await stand({ stage: 'open' });
    const user = userEvent.setup();
    render(App);
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('27{Enter}5');
    await user.click(screen.getByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '25');
    const opened = door.status;
    await user.click(screen.getByRole('button', { name: 'Lock' }));
    await waitFor(() => expect(house.requests('lock')).toHaveLength(1));
    await screen.findByLabelText('Who are you?');
    await waitFor(() => expect(arrival.people[0]?.age).toBe(''));
    expect(document.querySelector('[value="27"]')).toBeNull();

    await app.take({ ...opened, stage: 'open', staff: { id: 's1', name: 'MC', role: 'manager', locked: false } });
    expect(await screen.findByRole('heading', { name: 'Check in' })).toBeVisible();
    const ages = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Age or birth date' });
    expect(ages.map((field) => field.value)).toEqual(['27', '5']);
    expect(screen.getByRole('radio', { name: 'Earlier' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Time' })).toHaveValue('25');
    expect(arrival.atWrong).toBe(true);
    expect(screen.getByText('What you were typing is here again.')).toBeVisible();
    // Nobody has the key of another, however many there will be.
    await user.click(screen.getByRole('button', { name: /^Adult/ }));
    expect(new Set(arrival.people.map((person) => person.key)).size).toBe(3);
    // Checked in: nothing is left to come back to.
    arrival.reset();
    await waitFor(() => expect(door.kept).toBeNull());
  });

  it('stays while something else is recorded', async () => {
    const door = await stand({ stage: 'open' });
    render(App);
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await userEvent.keyboard('31');
    app.go('board');
    await app.act('leave', { stays: ['s214'], kind: 'medical', at: null, expected_return: null, back: null });
    await waitFor(() => expect(door.kept).toContain('"age":"31"'));
    arrival.reset();
  });

  it('is not now, where a time was still to be typed when something else was recorded', async () => {
    await stand({ stage: 'open' });
    render(App);
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await userEvent.keyboard('31');
    await userEvent.click(screen.getByRole('radio', { name: 'Earlier' }));
    app.go('board');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Check in' })).toBeNull());
    await app.act('leave', { stays: ['s214'], kind: 'medical', at: null, expected_return: null, back: null });
    app.go('checkin');
    expect(await screen.findByRole('radio', { name: 'Earlier' })).toBeChecked();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Type the date and the time when they came in, or choose Now.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Time' })).toHaveFocus());
    expect(house.requests('check_in')).toEqual([]);
    arrival.reset();
  });
});

describe('what is half typed into a panel', () => {
  it('is there again after a crash, where one was', async () => {
    const user = await show();
    await extendHalf(user);
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    await startAgain();
    const panel = await screen.findByRole('complementary', { name: 'K-214' });
    expect(await within(panel).findByRole('textbox', { name: /^Reason/ })).toHaveValue('lost her papers');
    expect(screen.getByText('What you were typing is here again.')).toBeVisible();
  });

  it('is there again once its form is opened, where one had gone back', async () => {
    const user = await show();
    await extendHalf(user);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(JSON.parse(kept() ?? '{}')).toMatchObject({ parts: { desk: { mode: 'view' } } }));
    await startAgain();
    await screen.findByRole('complementary', { name: 'K-214' });
    expect(screen.queryByRole('textbox', { name: /^Reason/ })).toBeNull();
    // Kept on, as nothing has become of it yet.
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await waitFor(() => expect(JSON.parse(kept() ?? '{}')).toMatchObject({ parts: { app: { screen: 'journal' } } }));
    expect(kept()).toContain('lost her papers');
  });

  it('is not kept any longer once it was recorded', async () => {
    const user = await show(null, { extend: () => done('extend', ['s214']) });
    await extendHalf(user);
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    await user.click(screen.getByRole('button', { name: 'Extend' }));
    await waitFor(() => expect(house.requests('extend')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Reason/ })).toBeNull());
    await waitFor(() => expect(house.requests('keep_draft').at(-1)).toEqual({ draft: null }));
  });

  it('is nobody else\'s: not even for the same person as somebody who may less', async () => {
    const user = await show();
    await extendHalf(user);
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    await startAgain('reception');
    expect(app.screen).toBe('board');
    await waitFor(() => expect(house.requests('keep_draft').at(-1)).toEqual({ draft: null }));
    expect(screen.queryByDisplayValue('lost her papers')).toBeNull();
  });

  it('does not come in the way where the person is gone meanwhile', async () => {
    const user = await show();
    await extendHalf(user);
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    house.answers.person = () => refuse({ code: 'not_found' });
    await startAgain();
    await screen.findByRole('button', { name: /^K-203/ });
    expect([app.open, desk.mode]).toEqual([null, 'view']);
  });
});

describe('what is half typed into a dialog', () => {
  const preview = () => ({
    entry: {
      seq: 7, action_kind: 'leave' as const, recorded_at: 0, happened_at: 0, staff: 'MC', reason: null, people: 1, codes: ['K-214'], moved: [], beds: [],
      undoes: null, undoes_kind: null, undone_by: null, may_undo: true,
    },
    obstacles: [], those_too: null, afterwards: [],
  });
  const reasonOf = async (dialog: string) =>
    within(await screen.findByRole('dialog', { name: dialog })).findByRole('textbox', { name: /^(Why|Reason)/ });

  it('of taking back is there again after a crash, in its dialog, and gone once it was done', async () => {
    const user = await show(null, { undo_preview: preview, undo: () => done('undo', ['s214']) });
    app.undoing = 7;
    await user.type(await reasonOf('Undo this?'), 'lost her papers');
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    app.undoing = null;
    await startAgain();
    app.undoing = 7;
    expect(await reasonOf('Undo this?')).toHaveValue('lost her papers');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(house.requests('undo')).toMatchObject([{ reason: 'lost her papers' }]));
    await waitFor(() => expect(house.requests('keep_draft').at(-1)).toEqual({ draft: null }));
  });

  it('of taking back past the places is asked for, and can be tried again', async () => {
    const full = () => refuse({ code: 'over_capacity', taken: 25, places: 24 });
    const undo = ({ reason }: { reason: string | null }) => (reason === null ? full() : done('undo', ['s214']));
    const user = await show(null, { undo_preview: preview, undo });
    app.undoing = 7;
    const reason = await reasonOf('Undo this?');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/24/u);
    await user.type(reason, 'she never left{Enter}');
    await waitFor(() => expect(house.requests('undo').at(-1)).toMatchObject({ reason: 'she never left' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a lock', () => {
  /** A program that is busy with a slow backup answers nothing until it is done. */
  function busy(): () => void {
    const answer = house.answer.bind(house);
    let done = () => {};
    const isDone = new Promise<void>((then) => (done = then));
    vi.spyOn(house, 'answer').mockImplementation((name, request) => isDone.then(() => answer(name, request)));
    return done;
  }

  it.each([
    ['the button', () => void app.lock()], ['the system', () => void window.dispatchEvent(new Event('vatra-locked'))],
  ])('by %s is shown at once, and keeps what is half typed before the session is closed', async (_, lock) => {
    const user = await show();
    await extendHalf(user);
    const open = app.status!;
    const done = busy();
    // In the same breath: no pause in which it would have been handed over already.
    fireEvent.input(screen.getByRole('textbox', { name: /^Reason/ }), { target: { value: 'lost her papers today' } });
    lock();
    await screen.findByLabelText('Who are you?');
    expect(document.body.textContent).not.toContain('K-214');
    expect(app.board).toBeNull();
    expect(house.requests('lock')).toEqual([]);
    done();
    await waitFor(() => expect(house.requests('lock').length).toBeGreaterThan(0));
    const names = house.asked.map((one) => one.name);
    expect(names.lastIndexOf('keep_draft')).toBeLessThan(names.indexOf('lock'));
    expect(kept()).toContain('lost her papers today');
    await app.take(open);
    expect(await screen.findByRole('textbox', { name: /^Reason/ })).toHaveValue('lost her papers today');
    // What came back is not taken for nothing on its way.
    expect(house.requests('keep_draft').map((one) => one.draft)).not.toContain(null);
  });
});

describe('a lock while a check-in is on its way', () => {
  /** Checks in a woman of 27, and locks before that is answered. */
  async function lockMeanwhile() {
    const door = await stand({ stage: 'open' });
    const opened = door.status;
    arrival.reset();
    render(App);
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await userEvent.keyboard('27');
    await screen.findByRole('radio', { name: /^K-214.*bed/u });
    await waitFor(() => expect(door.kept).toContain('"age":"27"'));
    const answer = house.answer.bind(house);
    let come = (): void => {};
    const waits = new Promise<void>((then) => (come = then));
    const slow = vi.spyOn(house, 'answer').mockImplementation((name, request) =>
      name === 'check_in' ? waits.then(() => answer(name, request)) : answer(name, request),
    );
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(slow).toHaveBeenCalledWith('check_in', expect.anything()));
    void app.lock();
    await screen.findByLabelText('Who are you?');
    expect(house.requests('lock')).toEqual([]);
    come();
    await waitFor(() => expect(house.requests('lock')).toHaveLength(1));
    slow.mockRestore();
    return { door, opened };
  }

  it('keeps nothing of whom it admitted, and says nothing of them at the door or to whoever comes next', async () => {
    const { door, opened } = await lockMeanwhile();
    expect(document.body.textContent).not.toContain('K-214');
    expect([app.said, app.lastMine, door.kept]).toEqual([null, null, null]);
    await app.take({ ...opened, stage: 'open' });
    expect(app.said).toBeNull();
    expect(arrival.isBlank).toBe(true);
  });

  it('keeps what was typed where it was refused', async () => {
    const before = Door.prototype.call;
    const refuses = vi.spyOn(Door.prototype, 'call').mockImplementation(function (this: Door, name, request) {
      return name === 'check_in' ? refuse({ code: 'in_future' }) : before.call(this, name, request);
    });
    const { opened } = await lockMeanwhile();
    refuses.mockRestore();
    expect(arrival.problem).toBeNull();
    await app.take({ ...opened, stage: 'open' });
    await waitFor(() => expect(arrival.people[0]?.age).toBe('27'));
    arrival.reset();
  });

  it('shows at the door nothing that was said of anybody when it was locked already', async () => {
    await show();
    const open = app.status!;
    await app.lock();
    app.said = { text: 'Identity of K-214 erased', action: null };
    await screen.findByLabelText('Who are you?');
    expect(document.body.textContent).not.toContain('K-214');
    await app.take(open);
    expect(app.said).toBeNull();
  });
});

describe('what is kept', () => {
  it('is nothing while nothing is typed, wherever one goes', async () => {
    const user = await show(null, { journal: () => ({ entries: [], more: false, kinds: [], authors: [] }) });
    screen.getByRole('button', { name: /^K-214/ }).focus();
    await user.keyboard('{Enter}');
    await user.keyboard('e');
    await screen.findByRole('textbox', { name: /^Reason/ });
    await user.click(screen.getByRole('button', { name: 'Journal' }));
    await app.lock();
    expect(house.requests('keep_draft')).toEqual([]);
  });

  it('is never a passphrase', async () => {
    const staff = () => [{ id: 'u1', name: 'MC', role: 'manager' as const, locked: false }];
    const user = await show(null, { staff, judge_passphrase: () => ({ score: 4, enough: true }) as never });
    app.go('settings', { heading: 'staff-heading' });
    await user.click(await screen.findByRole('button', { name: /^Add/ }));
    for (const field of document.querySelectorAll<HTMLInputElement>('input[type=password]')) await user.type(field, 'six secret words');
    await app.lock();
    expect(JSON.stringify(house.requests('keep_draft'))).not.toContain('secret');
  });

  it.each([
    'no json', '{}', '[]', 'null', '7', '{"role":"manager","parts":{"app":7,"arrival":{"people":3}},"forms":{"extend:s214":[1]}}',
    '{"role":"manager","parts":{"app":{"screen":"board","params":{"bed":"gone"},"open":{"stay":"gone"}},"desk":{"mode":"correct"}},"forms":{}}',
  ])('may be damaged: %s', async (before) => {
    await show(before);
    arrival.reset();
    app.go('board');
    expect(await screen.findByRole('button', { name: /^K-214/ })).toBeVisible();
  });

  it('is all dropped when somebody is erased', async () => {
    const user = await show(null, { erase: () => ({ still_in: 0 }) });
    await extendHalf(user);
    await waitFor(() => expect(kept()).toContain('lost her papers'));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Erase' }));
    await user.type(await screen.findByRole('textbox', { name: /^Why/ }), 'at her wish{Enter}');
    await waitFor(() => expect(house.requests('erase')).toHaveLength(1));
    await waitFor(() => expect(house.requests('keep_draft').at(-1)).toEqual({ draft: null }));
  });
});
