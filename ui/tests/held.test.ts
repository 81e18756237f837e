import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { refused, stand } from './door';
import { house } from './house';

let user: UserEvent;

async function arrive(role: 'reception' | 'manager') {
  const door = await stand({ role });
  arrival.reset();
  user = userEvent.setup();
  render(App);
  app.go('checkin');
  await screen.findByRole('heading', { name: 'Check in' });
  return door;
}

const lastCheckIn = () => house.requests('check_in').at(-1);

describe('places that are held for others', () => {
  const held = refused({ code: 'places_held', taken: 22, at: Date.now(), held: 3, places: 24, labels: ['a family'] });

  it('are gone past by a manager with a reason, which is asked for until the party is another', async () => {
    const door = await arrive('manager');
    door.refuse.set('check_in', held);
    await user.keyboard('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/held: a family/u);
    const reason = await screen.findByRole('textbox', { name: /^Reason for going past this/u });
    await waitFor(() => expect(reason).toHaveFocus());
    await user.keyboard('The others come tomorrow{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.reason).toBe('The others come tomorrow'));
    arrival.reset();
    arrival.past = 'party';
    app.go('checkin');
    await user.type(await screen.findByRole('textbox', { name: 'Age or birth date' }), '31');
    await waitFor(() => expect(arrival.needsReason).toBe(false));
  });

  it('are asked about anew once anything was done in the house', async () => {
    const door = await arrive('reception');
    door.refuse.set('check_in', held);
    await user.keyboard('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Only a manager can check them in like this, with a reason.')).toBeVisible();
    app.revision += 1;
    await waitFor(() => expect(screen.queryByText(/^Only a manager can check them in/u)).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stay held where reception asks', async () => {
    const door = await arrive('reception');
    door.refuse.set('check_in', held);
    await user.keyboard('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/held: a family/u);
    expect(screen.getByText('Only a manager can check them in like this, with a reason.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Reason/u })).toBeNull();
  });
});

describe('a rule that only the answer names', () => {
  const broken = refused({ code: 'breaks_rules', breaches: [{ rule: 'B1', code: 'K-214', other: null, room: 107 }] });
  const reason = () => screen.queryByRole('textbox', { name: /^Reason for going past this/u });

  it('is gone past by a manager with a reason, which other beds do not need', async () => {
    const door = await arrive('manager');
    door.refuse.set('check_in', broken);
    await user.keyboard('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/K-214/u);
    await waitFor(() => expect(reason()).toHaveFocus());
    const free = await screen.findAllByRole('button', { name: /: can be picked$/u });
    await user.click(free[0] as HTMLElement);
    await waitFor(() => expect(reason()).toBeNull());
    door.refuse.set('check_in', broken);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(reason()).toHaveFocus());
    await user.keyboard('No other bed is free{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.reason).toBe('No other bed is free'));
  });

  it('says nothing of a bed in which they are to be checked in instead', async () => {
    await arrive('manager');
    arrival.past = 'beds';
    app.go('board');
    await screen.findByRole('heading', { level: 1, name: /places taken/u });
    app.go('checkin', { bed: 'b3-4' });
    await waitFor(() => expect(arrival.people[0]?.place).toEqual({ bed: 'b3-4' }));
    expect(arrival.needsReason).toBe(false);
  });

  it('sends reception to a manager', async () => {
    const door = await arrive('reception');
    door.refuse.set('check_in', broken);
    await user.keyboard('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Only a manager can check them in like this, with a reason.')).toBeVisible();
    expect(reason()).toBeNull();
  });
});
