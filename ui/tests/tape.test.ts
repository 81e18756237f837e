import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Bar, Commands, Tape } from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { NOW, house, open } from './house';

const DAY = 86_400_000;

function stay(code: number, from: number, to: number | null, more: Partial<Extract<Bar, { is: 'stay' }>> = {}): Bar {
  return {
    is: 'stay', stay: `s${code}`, codes: [`K-${code}`], group: 'woman', party: `p${code}`, from, to,
    term: to === null ? NOW + 5 * DAY : null, leaves: null, moved: false, away: [], ...more,
  };
}

function tape({ first, days }: Commands['tape']['request']): Tape {
  const from = Date.parse(`${first}T00:00:00+02:00`);
  const all = Array.from({ length: days + 1 }, (_, index) => from + index * DAY);
  return {
    from, to: from + days * DAY, now: NOW, days: all, census: all.slice(1).map(() => 3), places: all.slice(1).map(() => 8),
    rooms: [
      {
        number: 1, room_use: 'women',
        beds: [
          { id: 'b1-1', label: '1-1', kind: 'single', until: null, bars: [stay(190, NOW - 9 * DAY, NOW - 4 * DAY), stay(203, NOW - 2 * DAY, null)] },
          { id: 'b1-2', label: '1-2', kind: 'single', until: null, bars: [{ is: 'held', label: 'a family', from: NOW - DAY, to: NOW + DAY }] },
          { id: 'b1-3', label: '1-3', kind: 'single', until: null, bars: [] },
          // Taken away yesterday.
          { id: 'b1-4', label: '1-4', kind: 'single', until: NOW - DAY, bars: [stay(180, NOW - 9 * DAY, NOW - 4 * DAY)] },
        ],
      },
    ],
  };
}

async function show(answer = tape) {
  await open({ tape: answer });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  app.go('tape');
  await screen.findByRole('button', { name: 'Bed 1-3 is free now' });
  return user;
}

describe('the tape chart', () => {
  it('says every bar in words: who was there, who is, what is held and what is free', async () => {
    await show();
    expect(screen.getByRole('button', { name: /^K-190, bed 1-1, from 21 Feb.* to 26 Feb/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Bed 1-2 held for a family until 3 Mar/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Bed 1-3 is free now' })).toBeInTheDocument();
    // A bed that was taken away shows who had it, and can't be had.
    expect(screen.getByRole('button', { name: /^K-180, bed 1-4, from 21 Feb.* to 26 Feb/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Bed 1-4 is free now' })).toBeNull();
  });

  it('goes from bar to bar with the arrows, and opens, moves and extends from the foot', async () => {
    const user = await show();
    screen.getByRole('button', { name: /^K-203/ }).focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('button', { name: /^K-190/ })).toHaveFocus();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('button', { name: 'Extend' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'K-203' })).toBeVisible();
  });

  it('shifts and zooms with the keyboard, and T leads to today', async () => {
    const user = await show();
    const last = () => house.requests('tape').at(-1);
    expect(last()).toEqual({ first: '2009-02-16', days: 28 });
    await user.keyboard('{PageUp}');
    await waitFor(() => expect(last()).toEqual({ first: '2009-02-09', days: 28 }));
    await user.keyboard('-');
    await waitFor(() => expect(last()?.days).toBe(91));
    await user.keyboard('t');
    await waitFor(() => expect(last()).toEqual({ first: '2009-01-16', days: 91 }));
  });

  it('asks for what is visible and draws no more, through twenty years', async () => {
    // A house that has been full since 1989: a stay of 20 days after the other, whatever is asked for.
    const years = Array.from({ length: 366 }, (_, turn) => stay(1000 + turn, NOW - (turn + 1) * 20 * DAY, NOW - turn * 20 * DAY));
    const full = (request: Commands['tape']['request']): Tape => {
      const one = tape(request);
      return { ...one, rooms: one.rooms.map((room) => ({ ...room, beds: room.beds.map((bed) => ({ ...bed, bars: years })) })) };
    };
    await open({ tape: full });
    const user = userEvent.setup();
    const { container } = render(App);
    await screen.findByRole('heading', { level: 1 });
    app.go('tape');
    await waitFor(() => expect(container.querySelectorAll('[data-bar]')).not.toHaveLength(0));
    await user.keyboard('--');
    await user.keyboard('{PageUp}'.repeat(8));
    const asked = house.requests('tape');
    await waitFor(() => expect(asked.at(-1)?.first.slice(0, 4)).toBe('2006'));
    // One page at a time, each no longer than what is on the screen; nothing is asked for twice.
    expect(asked.every(({ days }) => days <= 365)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(11);
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(asked.length);
    // Of 366 stays a bed the year on the screen holds 18 or 19, and nothing of the other nineteen years.
    expect(container.querySelectorAll('[data-bar]').length).toBeGreaterThan(4 * 17);
    expect(container.querySelectorAll('[data-bar]').length).toBeLessThanOrEqual(4 * 20);
  });

  it('can be entered with Tab at what is drawn: once what had the focus is paged away, and with nobody in the house', async () => {
    const entries = () => screen.getAllByRole('button').filter((one) => one.matches('[data-bar][tabindex="0"]')).map((one) => one.getAttribute('aria-label'));
    const user = await show();
    screen.getByRole('button', { name: 'Bed 1-3 is free now' }).focus();
    await waitFor(() => expect(entries()).toEqual(['Bed 1-3 is free now']));
    screen.getByRole('button', { name: /^Bed 1-2 held/ }).focus();
    await user.keyboard('{PageUp}'.repeat(3));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Bed 1-2 held/ })).toBeNull());
    expect(entries()).toEqual([expect.stringMatching(/^K-190/u)]);
    cleanup();
    await show((asked) => {
      const full = tape(asked);
      return { ...full, rooms: full.rooms.map((room) => ({ ...room, beds: room.beds.map((bed) => ({ ...bed, bars: [] })) })) };
    });
    expect(entries()).toEqual(['Bed 1-1 is free now']);
  });

  it('holds a free bed', async () => {
    const user = await show();
    screen.getByRole('button', { name: 'Bed 1-3 is free now' }).focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Hold places' }));
    expect(await screen.findByRole('textbox', { name: 'Who, without names' })).toBeVisible();
  });

  it('has nothing that a tool for accessibility finds', async () => {
    await show();
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});
