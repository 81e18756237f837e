import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import App from '../src/App.svelte';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { stand } from './door';
import { house } from './house';

it('forgets the bed of the mother once they are a party of their own', async () => {
  await stand();
  arrival.reset();
  const user = userEvent.setup();
  render(App);
  arrival.joins = { stay: 'sK-176', code: 'K-176' };
  app.go('checkin');
  await user.type(await screen.findByRole('textbox', { name: 'Age or birth date' }), '2 mo');
  await user.click(await screen.findByRole('button', { name: 'Share the bed of K-176' }));
  await waitFor(() => expect(house.requests('usable').at(-1)?.members[0]?.sleeps).toEqual({ in: 'beside', id: 'sK-176' }));
  await user.click(screen.getByRole('button', { name: 'A party of their own' }));
  await waitFor(() => expect(house.requests('usable').at(-1)).toMatchObject({ joins: null, members: [{ sleeps: null }] }));
  expect(screen.queryByRole('button', { name: /^Share the bed/u })).toBeNull();
});

it('puts an infant who comes later into the bed of the mother who is here', async () => {
  await stand();
  arrival.reset();
  const user = userEvent.setup();
  render(App);
  arrival.joins = { stay: 'sK-176', code: 'K-176' };
  app.go('checkin');
  await screen.findByRole('heading', { name: 'Check in' });
  await user.type(await screen.findByRole('textbox', { name: 'Age or birth date' }), '2 mo');
  await user.click(await screen.findByRole('button', { name: 'Share the bed of K-176' }));
  await waitFor(() => expect(house.requests('usable').at(-1)?.members[0]?.sleeps).toEqual({ in: 'beside', id: 'sK-176' }));
  expect(screen.getByText('in the bed of K-176')).toBeVisible();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(house.requests('check_in')).toHaveLength(1));
  expect(house.requests('check_in').at(-1)).toMatchObject({
    joins: 'sK-176', members: [{ relation: 'daughter', born: { is: 'aged_months', value: 2 }, sleeps: { in: 'beside', id: 'sK-176' } }],
  });
});
