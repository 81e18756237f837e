import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { done, house, open } from './house';

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
