import { render, screen, waitFor } from '@testing-library/svelte';
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
          { id: 'b1-1', label: '1-1', kind: 'single', bars: [stay(190, NOW - 9 * DAY, NOW - 4 * DAY), stay(203, NOW - 2 * DAY, null)] },
          { id: 'b1-2', label: '1-2', kind: 'single', bars: [{ is: 'held', label: 'a family', from: NOW - DAY, to: NOW + DAY }] },
          { id: 'b1-3', label: '1-3', kind: 'single', bars: [] },
        ],
      },
    ],
  };
}

async function show() {
  await open({ tape });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  app.go('tape');
  await screen.findByRole('button', { name: /^K-203, bed 1-1, since/ });
  return user;
}

describe('the tape chart', () => {
  it('says every bar in words: who was there, who is, what is held and what is free', async () => {
    await show();
    expect(screen.getByRole('button', { name: /^K-190, bed 1-1, from 21 Feb.* to 26 Feb/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Bed 1-2 held for a family until 3 Mar/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Bed 1-3 is free now' })).toBeInTheDocument();
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
