import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Commands, JournalEntry, PastBoard } from '../src/bridge/types';
import { NOW, house, open, refuse, sampleBoard } from './house';

const LATER: JournalEntry = {
  seq: 61, action_kind: 'check_in', recorded_at: NOW - 3_600_000, happened_at: NOW - 86_400_000, staff: 'RA', reason: null,
  people: 1, codes: ['K-214'], moved: [], beds: [['K-214', '1-1']], undoes: null, undoes_kind: null, undone_by: null, may_undo: true,
};

function then({ known }: Commands['past']['request']): PastBoard {
  const taken = known === 'then' ? 5 : 6;
  return { board: { ...sampleBoard(), at: NOW - 86_400_000, taken }, since: [LATER] };
}

async function show(past: (request: Commands['past']['request']) => PastBoard = then) {
  await open({ past });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

describe('the board of a moment of the past', () => {
  it('opens with T on yesterday at this time, marked as past, and Esc leads back', async () => {
    const user = await show();
    await user.keyboard('t');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Sunday, 1 March 2009, 16:10');
    expect(screen.getByText('The past: to be looked at, not changed')).toBeVisible();
    expect(house.requests('past')[0]).toEqual({ at: { local: '2009-03-01T16:10', second: false }, known: 'now' });
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken');
  });

  it('steps through days with the keyboard, and past the present is the present', async () => {
    const user = await show();
    await user.keyboard('t{PageUp}{PageUp}{PageDown}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Date' })).toHaveValue('28.02.2009'));
    await user.keyboard('{PageDown}{PageDown}');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken'));
  });

  it('has the days before and after ready: a step asks for what lies behind it, and for nothing twice', async () => {
    const user = await show();
    const days = () => house.requests('past').map((one) => one.at.local.slice(5, 10));
    await user.keyboard('t');
    await waitFor(() => expect(days()).toEqual(['03-01', '02-28']));
    await user.keyboard('{PageUp}');
    await waitFor(() => expect(days()).toEqual(['03-01', '02-28', '02-27']));
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Date' })).toHaveValue('01.03.2009'));
    expect(days()).toEqual(['03-01', '02-28', '02-27']);
  });

  it('shows what was known then, and which action made the difference', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /Monday, 2 March 2009/ }));
    await user.click(await screen.findByRole('radio', { name: 'As known then' }));
    expect(await screen.findByText('5 of 8 places taken')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Noted later: this made the difference' })).toBeVisible();
    expect(screen.getByText(/K-214.*1-1/)).toBeVisible();
  });

  it('changes nobody, and opens the record as it is now', async () => {
    const user = await show();
    await user.keyboard('t');
    await user.click(await screen.findByRole('button', { name: /^K-214/ }));
    await user.keyboard('m');
    expect(house.requests('move_choices')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Open as it is now' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'K-214' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Move/ })).toBeVisible();
  });

  it('says in words why a moment can’t be shown', async () => {
    const user = await show(({ at }) => (at.local.endsWith('02:30') ? refuse({ code: 'no_such_time' }) : then({ at, known: 'now' })));
    await user.keyboard('t');
    const time = await screen.findByRole('textbox', { name: 'Time' });
    await user.clear(time);
    await user.type(time, '02:30');
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('has nothing that a tool for accessibility finds', async () => {
    const user = await show();
    await user.keyboard('t');
    await screen.findByText('As known then');
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});
