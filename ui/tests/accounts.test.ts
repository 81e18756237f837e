import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import decodeQR from 'qr/decode.js';
import { describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import type { RollCall, StaffView } from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { Idle } from '../src/state/idle';
import { NOW, house, open } from './house';

const MC: StaffView = { id: 'u1', name: 'MC', role: 'manager', locked: false };
const RA: StaffView = { id: 'u2', name: 'RA', role: 'reception', locked: false };
const PN: StaffView = { id: 'u3', name: 'PN', role: 'guard', locked: true };
const SECRET = 'AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SQZXKEP';

async function settings(part: 'staff' | 'recovery-paper', answers: Parameters<typeof open>[0] = {}) {
  await open({
    staff: () => [MC, PN, RA],
    recovery_state: () => ({ seen: NOW, due: false }),
    backup_state: () => ({ folders: [], every: 20, last: null, since: 0, overdue: false, rehearsed: null, behind: null }),
    suggest_passphrase: () => ({ passphrase: 'lake pine window otter maple seven' }),
    judge_passphrase: ({ passphrase }) => ({ score: passphrase.includes(' ') ? 4 : 1, missing: 0, enough: passphrase.includes(' ') }),
    ...answers,
  });
  render(App);
  app.go('settings', { heading: `${part}-heading` });
  await screen.findByRole('heading', { name: part === 'staff' ? 'Staff' : 'Recovery paper' });
  return { user: userEvent.setup() };
}

const row = (name: string) => within(screen.getByRole('group', { name }));

describe('accounts', () => {
  it('are removed with the passphrase of the manager, and what comes of it is said first', async () => {
    const { user } = await settings('staff', { remove_staff: () => [MC, PN] });
    await user.click((await screen.findByRole('group', { name: 'RA' })).querySelectorAll('button')[3]!);
    const form = within(screen.getByRole('form', { name: 'Remove the account of RA' }));
    expect(form.getByText(/Backups made before still open/u)).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Remove this account' }));
    expect(form.getByText('Type your own passphrase.')).toBeVisible();
    expect(house.requests('remove_staff')).toEqual([]);
    await user.type(form.getByLabelText('Your passphrase'), 'a manager passphrase');
    await user.click(form.getByRole('button', { name: 'Remove this account' }));
    expect(await screen.findByText('Account of RA removed')).toBeVisible();
    expect(house.requests('remove_staff')).toEqual([{ staff: 'u2', passphrase: 'a manager passphrase' }]);
    expect(screen.queryByRole('group', { name: 'RA' })).toBeNull();
  });

  it('are worked on until that is done, which neither Cancel nor Esc would stop', async () => {
    const { user } = await settings('staff', { lock_staff: () => [MC, PN, { ...RA, locked: true }] });
    await user.click((await screen.findByRole('group', { name: 'RA' })).querySelectorAll('button')[2]!);
    const form = within(screen.getByRole('form', { name: /RA/u }));
    await user.type(form.getByLabelText('Your passphrase'), 'a manager passphrase');
    const locked = house.hold('lock_staff');
    await user.keyboard('{Enter}');
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('form', { name: /RA/u })).toBeVisible();
    locked();
    await waitFor(() => expect(screen.queryByRole('form', { name: /RA/u })).toBeNull());
    expect(screen.getAllByText('locked')).toHaveLength(2);
  });

  it('that are locked say so, and open again with a new passphrase', async () => {
    const { user } = await settings('staff', { reset_staff: () => [MC, { ...PN, locked: false }, RA] });
    await screen.findByRole('group', { name: 'PN' });
    expect(screen.getByText('locked')).toBeVisible();
    expect(row('PN').queryByRole('button', { name: 'Lock' })).toBeNull();
    expect(row('MC').queryByRole('button', { name: 'Remove' })).toBeNull();
    await user.click(row('PN').getByRole('button', { name: 'Open again' }));
    const form = within(screen.getByRole('form', { name: 'New passphrase for PN' }));
    await user.click(form.getByRole('button', { name: 'Propose six words' }));
    expect(await form.findByText('Very hard to guess')).toBeVisible();
    // Shown, so that it can be written down and handed over.
    expect(form.getByRole('textbox', { name: 'New passphrase' })).toHaveValue('lake pine window otter maple seven');
    await user.type(form.getByLabelText('Your passphrase'), 'a manager passphrase');
    await user.click(form.getByRole('button', { name: 'Give this passphrase' }));
    await waitFor(() => expect(screen.queryByText('locked')).toBeNull());
    expect(house.requests('reset_staff')).toEqual([
      { staff: 'u3', new: 'lake pine window otter maple seven', passphrase: 'a manager passphrase' },
    ]);
  });

  it('refuse a passphrase that is easy to guess, before it is sent', async () => {
    const { user } = await settings('staff', { employ: () => [MC, PN, RA] });
    await user.click(screen.getByRole('button', { name: 'Add an account' }));
    await user.type(screen.getByRole('textbox', { name: 'Short name' }), 'AR');
    await user.type(screen.getByLabelText('Passphrase'), 'parolaparola');
    await user.type(screen.getByLabelText('The same again'), 'parolaparola');
    expect(await screen.findByText('Guessed within minutes')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make the account' }));
    expect(await screen.findByText(/Easy to guess/u)).toBeVisible();
    expect(house.requests('employ')).toEqual([]);
  });

  it('have no trouble with a screen reader', async () => {
    const { user } = await settings('staff');
    await user.click((await screen.findByRole('group', { name: 'RA' })).querySelectorAll('button')[1]!);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});

describe('identities that the rule erases', () => {
  it('are told on the board a week before, by code', async () => {
    const day = (days: number) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
    const due = (code: string, days: number) => ({ beneficiary: code, stay: code, code, on: day(days) });
    await settings('staff', { retention: () => ({ due: [due('K-101', 2), due('K-102', 7), due('K-103', 9)], still_in: 0 }) });
    app.go('board');
    expect(await screen.findByText('2 identities to be erased')).toBeVisible();
    expect(screen.getByText(/K-101 on/u)).toBeVisible();
    expect(screen.queryByText(/K-103/u)).toBeNull();
  });
});

describe('the recovery paper', () => {
  it('is asked for on the board when it was not tried for a year, and tried in the settings', async () => {
    const { user } = await settings('recovery-paper', {
      recovery_state: () => ({ seen: NOW - 400 * 86_400_000, due: true }),
    });
    app.go('board');
    expect(await screen.findByText('Try the recovery paper')).toBeVisible();
    app.go('settings', { heading: 'recovery-paper-heading' });
    await user.click(await screen.findByRole('button', { name: 'Try the paper' }));
    // Esc leads back to what was pressed.
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try the paper' })).toHaveFocus());
    await user.keyboard('{Enter}');
    const key = await screen.findByRole('textbox', { name: 'Recovery key' });
    house.answers.try_recovery = () => {
      throw { kind: 'failed', about: { code: 'wrong_recovery' } };
    };
    await user.type(key, SECRET.slice(0, 30));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(key).toBeInvalid());
    expect(key).toHaveFocus();
    expect(key).toHaveAccessibleDescription(/opens nothing here/u);
    house.answers.try_recovery = () => ({ seen: NOW, due: false });
    await user.type(key, SECRET.slice(30));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('The recovery paper opens the file')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try the paper' })).toHaveFocus());
    app.go('board');
    await waitFor(() => expect(screen.queryByText('Try the recovery paper')).toBeNull());
  });

  it('is replaced only once the new one was typed back, and its picture says the same as its letters', async () => {
    const { user } = await settings('recovery-paper', { new_paper: () => ({ secret: SECRET }), replace_recovery: () => [MC] });
    await user.click(await screen.findByRole('button', { name: 'Make a new one' }));
    const picture = await screen.findByRole('img', { name: /picture to be scanned/u });
    expect(scan(picture)).toBe(SECRET);
    await user.click(screen.getByRole('button', { name: 'It is on paper: continue' }));
    await user.type(screen.getByLabelText('Your passphrase'), 'a manager passphrase');
    await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), SECRET.slice(0, 40));
    await user.click(screen.getByRole('button', { name: 'Replace the old paper' }));
    expect(screen.getByText(/It ends too early/u)).toBeVisible();
    expect(house.requests('replace_recovery')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), SECRET.slice(40).toLowerCase());
    const replaced = house.hold('replace_recovery');
    await user.click(screen.getByRole('button', { name: 'Replace the old paper' }));
    // It is being done: neither Cancel nor Esc would stop it.
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Replace the old paper' })).toBeVisible();
    replaced();
    expect(await screen.findByText(/The new recovery paper holds/u)).toBeVisible();
    // Nothing of it stays in the page.
    expect(document.body.textContent).not.toContain('QYQ5');
  });
});

/** Reads the picture as a scanner would. */
function scan(picture: Element): string {
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 6;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of picture.querySelector('path')!.getAttribute('d')!.matchAll(/M(\d+) (\d+)h/gu)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < scale; column += 1) {
        const at = 4 * ((Number(y) * scale + row) * width + Number(x) * scale + column);
        data.fill(0, at, at + 3);
      }
    }
  }
  return decodeQR({ width, height: width, data });
}

describe('the night guard', () => {
  const roll: RollCall = {
    at: NOW, present: 2, away: 1,
    rooms: [
      {
        number: 1, wing: 'north', present: 2,
        people: [
          { code: 'K-168', group: 'woman', bed: '1-1', needs_help: true, away: null },
          { code: 'K-169', group: 'infant', bed: '1-1', needs_help: false, away: null },
          { code: 'K-183', group: 'woman', bed: '1-2', needs_help: false, away: { kind: 'medical', since: NOW, expected_return: null, late_minutes: null, forgotten: false } },
        ],
      },
      { number: 2, wing: 'south', present: 0, people: [] },
    ],
  };

  it('sees the roll call alone, and nothing else is asked for', async () => {
    await open({ roll_call: () => roll }, { staff: { id: 'u3', name: 'PN', role: 'guard', locked: false } });
    house.asked = [];
    const user = userEvent.setup();
    render(App);
    expect(await screen.findByRole('heading', { level: 1, name: 'Roll call' })).toBeVisible();
    expect(await screen.findByText('K-168')).toBeVisible();
    expect(screen.getByText(/1 is out/u)).toBeVisible();
    expect(screen.getByText('needs a way without steps')).toBeVisible();
    const rail = screen.getByRole('navigation');
    expect(within(rail).getAllByRole('button').map((one) => one.textContent?.trim())).toEqual(['Help', 'Lock', 'Hide F9']);
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('o');
    expect(screen.queryByText(/Tidy up/u)).toBeNull();
    expect(app.screen).toBe('rollcall');
    // What is of no use to them stands in no help either.
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: 'Help and keys' });
    expect(within(help).getByText('F9')).toBeVisible();
    expect(within(help).queryByText('Ctrl+K')).toBeNull();
    expect(within(help).queryByRole('button', { name: /tour/u })).toBeNull();
    await user.click(within(help).getByRole('button', { name: 'Close' }));
    expect(house.asked.map((one) => one.name).filter((name) => !['status', 'roll_call', 'check_file'].includes(name))).toEqual([]);
  });

  it('leaves nothing of a passphrase in the page, with Cancel or with Esc', async () => {
    await open(
      { roll_call: () => roll, judge_passphrase: () => ({ score: 4, missing: 0, enough: true }) },
      { staff: { id: 'u3', name: 'PN', role: 'guard', locked: false } },
    );
    const user = userEvent.setup();
    render(App);
    const way = { name: 'Change the passphrase' };
    for (const leave of [() => user.click(screen.getByRole('button', { name: 'Cancel' })), () => user.keyboard('{Escape}')]) {
      await user.click(await screen.findByRole('button', way));
      expect(screen.getByLabelText('Passphrase so far')).toHaveValue('');
      expect(screen.getByLabelText('Passphrase so far')).toBeValid();
      await user.type(screen.getByLabelText('Passphrase so far'), 'right passphrase');
      await user.type(screen.getByLabelText('New passphrase'), 'another one');
      await user.click(screen.getByRole('button', way));
      await leave();
      await waitFor(() => expect(screen.getByRole('button', way)).toHaveFocus());
      expect(screen.queryByLabelText('Passphrase so far')).toBeNull();
    }
    await user.keyboard('{Enter}');
    for (const field of ['Passphrase so far', 'New passphrase', 'The same again']) {
      expect(screen.getByLabelText(field)).toHaveValue('');
    }
  });

  it('prints the roll call, with the key and with the button, and the journal notes it first', async () => {
    house.printed = [];
    await open(
      { roll_call: () => roll, issue: () => ({ seq: 187, seal: 'ab12 cd34 ef56 0789', at: NOW, by: 'PN' }) },
      { staff: { id: 'u3', name: 'PN', role: 'guard', locked: false } },
    );
    const user = userEvent.setup();
    render(App);
    await screen.findByText('K-168');
    const noted = { paper: { is: 'roll_call' }, title: 'Roll call', reason: null, file: false };
    await user.keyboard('{Control>}p{/Control}');
    const page = await screen.findByRole('article', { name: 'page 1 of 1' });
    expect(within(page).getByText('K-183')).toBeVisible();
    expect(screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent?.trim())).toEqual(['Roll call']);
    expect(screen.queryByRole('button', { name: /PDF/u })).toBeNull();
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(house.printed).toEqual([{ path: null }]));
    expect(house.requests('issue')).toEqual([noted]);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Roll call' })).toBeVisible();
    expect(app.screen).toBe('rollcall');
    await user.click(screen.getByRole('button', { name: /^Print/u }));
    await screen.findByRole('article');
    await user.click(screen.getByRole('button', { name: /^Print/u }));
    await waitFor(() => expect(house.printed).toHaveLength(2));
    expect(house.requests('issue')).toEqual([noted, noted]);
    await user.click(screen.getByRole('button', { name: /^Back/u }));
    expect(app.screen).toBe('rollcall');
  });
});

describe('unlocking', () => {
  it('comes back to the screen where the same person was, and to the board for another', async () => {
    await open({});
    render(App);
    const opened = app.status!;
    app.go('tape');
    await app.take({ ...opened, stage: 'locked', staff: null });
    expect(app.board).toBeNull();
    await app.take(opened);
    expect(app.screen).toBe('tape');
    await app.take({ ...opened, stage: 'locked', staff: null });
    await app.take({ ...opened, staff: { ...RA } });
    expect(app.screen).toBe('board');
  });
});

describe('hiding', () => {
  it('takes everything out of the page before the next frame', async () => {
    await open({});
    render(App);
    expect(await screen.findByText('K-214')).toBeInTheDocument();
    // No time passes between the key and what is looked at.
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true }));
    expect(document.body.textContent).not.toContain('K-214');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(await screen.findByText('K-214')).toBeInTheDocument();
    for (let i = 0; i < 3; i += 1) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.body.textContent).not.toContain('K-214');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  });
});

describe('idle time', () => {
  it('runs on while nobody touches anything, even where the clock is turned back', () => {
    vi.useFakeTimers();
    const idle = new Idle();
    const end = idle.watch();
    vi.advanceTimersByTime(60_000);
    expect(idle.for).toBeGreaterThanOrEqual(60_000);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(idle.for).toBeGreaterThanOrEqual(60_000);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(idle.for).toBeLessThan(1_000);
    end();
    vi.useRealTimers();
  });

  it('locks the program after as long as the desk is set to, and not while keys are pressed', async () => {
    vi.useFakeTimers();
    await open({}, { idle_minutes: 10 });
    render(App);
    expect(await screen.findByText('K-214')).toBeVisible();
    for (const minutes of [9, 9, 9]) {
      await vi.advanceTimersByTimeAsync(minutes * 60_000);
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    }
    await vi.advanceTimersByTimeAsync(10 * 60_000 - 1_000);
    expect(house.requests('lock')).toEqual([]);
    expect(screen.getByText('K-214')).toBeVisible();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(house.requests('lock')).toEqual([{}]);
    expect(screen.queryByText('K-214')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Who are you?' })).toBeVisible();
    vi.useRealTimers();
  });
});
