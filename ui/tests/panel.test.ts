import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { done, house, occupant, open, sampleBoard } from './house';

async function begin(code: string, letter: string, ...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  (await screen.findByRole('button', { name: new RegExp(`^${code}`) })).focus();
  await user.keyboard(letter);
  return user;
}

describe('an absence', () => {
  it('drops no return of which only the day was typed', async () => {
    const user = await begin('K-203', 'a', { leave: () => done('leave', ['s203']) });
    const back = within(await screen.findByRole('group', { name: /^Expected back/ }));
    const date = back.getByRole('textbox', { name: 'Date' });
    const send = screen.getByRole('button', { name: /^Note the absence/ });
    await user.clear(date);
    await user.type(date, '4.3');
    expect(back.getByText('Type the time too, or clear the date.')).toBeVisible();
    expect(send).toBeDisabled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(house.requests('leave')).toEqual([]);
    await user.clear(date);
    expect(send).toBeEnabled();
    await user.type(date, '2.3.2009');
    expect(send).toBeEnabled();
    await user.clear(date);
    await user.type(date, '4.3');
    await user.type(back.getByRole('textbox', { name: 'Time' }), '18');
    await user.click(send);
    await waitFor(() => expect(house.requests('leave')[0]?.expected_return).toEqual({ local: '2009-03-04T18:00', second: false }));
  });
});

describe('a longer term', () => {
  it('shows beside each one the last day that is recorded for them', async () => {
    const board = sampleBoard();
    const term = { ...occupant(215, 'child').term, day: 2 };
    board.rooms[1]!.beds[1]!.people[0]!.term = term;
    const user = await begin('K-214', 'e', { board: () => board, extend: () => done('extend', []) });
    const until = await screen.findByRole('textbox', { name: 'Last day' });
    await user.clear(until);
    await user.type(until, '20.4.2009');
    expect(screen.getByRole('textbox', { name: 'Days in all' })).toHaveValue('61');
    expect(screen.getByRole('checkbox', { name: /^K-214/ })).toHaveAccessibleDescription('to 20 April 2009');
    const later = screen.getByRole('checkbox', { name: /^K-215/ });
    expect(later).toHaveAccessibleDescription('to 30 April 2009');
    await user.click(later);
    expect(later).not.toHaveAccessibleDescription();
  });
});
