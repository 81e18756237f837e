import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { app } from '../src/state/app.svelte';
import { house, open, sampleStatus } from './house';

let user: ReturnType<typeof userEvent.setup>;

beforeEach(async () => {
  await open({ set_look: (look) => ({ ...sampleStatus(), ...look }), staff: () => [] });
  user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
});

function asked(): number[] {
  return house.requests('set_look').map((look) => (look as { zoom: number }).zoom);
}

describe('the size of everything', () => {
  it('grows and shrinks a step with Ctrl and plus or minus, and is the usual one with nought', async () => {
    await user.keyboard('{Control>}++-{/Control}');
    expect(asked()).toEqual([125, 150, 125]);
    await user.keyboard('{Control>}0{/Control}');
    expect(asked()).toEqual([125, 150, 125, 100]);
  });

  it('goes a step with each press, however slow the answers are', async () => {
    const answer = house.answer.bind(house);
    const waiting: (() => void)[] = [];
    house.answer = (name, request) =>
      name === 'set_look' ? new Promise((done) => waiting.push(() => void done(answer(name, request)))) : answer(name, request);
    const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true }));
    press();
    press();
    await waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.();
    await waitFor(() => expect(waiting).toHaveLength(2));
    press();
    waiting[1]?.();
    await waitFor(() => expect(waiting).toHaveLength(3));
    waiting[2]?.();
    await waitFor(() => expect(asked()).toEqual([125, 150, 200]));
    expect(app.status?.zoom).toBe(200);
    house.answer = answer;
  });

  it('goes a step with each press, however quick they come', async () => {
    for (let press = 0; press < 3; press += 1) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true }));
    }
    await waitFor(() => expect(asked()).toEqual([125, 150, 200]));
  });

  it('opens nothing again that was locked while it was on its way', async () => {
    const waiting: (() => void)[] = [];
    const asks = house.answer.bind(house);
    house.answer = (name, request) =>
      name === 'set_look' ? new Promise((done) => waiting.push(() => void done(asks(name, request)))) : asks(name, request);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true }));
    await waitFor(() => expect(waiting).toHaveLength(1));
    await app.take({ ...app.status!, stage: 'locked', staff: null });
    waiting[0]?.();
    // The next is sent once the first has been taken over.
    void app.setLook({ zoom: 150 });
    await waitFor(() => expect(waiting).toHaveLength(2));
    expect(app.status).toMatchObject({ stage: 'locked', staff: null, zoom: 150 });
    waiting[1]?.();
    house.answer = asks;
  });

  it('ends at twice the usual one, and begins there', async () => {
    await user.keyboard('{Control>}-0{/Control}');
    expect(asked()).toEqual([]);
    await user.keyboard('{Control>}====={/Control}');
    expect(asked()).toEqual([125, 150, 200]);
  });

  it('changes neither language nor colours, and no field that is typed in', async () => {
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    await user.keyboard('{Control>}+{/Control}');
    expect(field).toHaveValue('');
    expect(house.requests('set_look')).toEqual([{ language: 'en', theme: 'light', zoom: 125, toured: true }]);
  });

  it('is chosen in the settings too, which show the one that is', async () => {
    app.go('settings');
    const sizes = await screen.findByRole('group', { name: 'Size' });
    expect(within(sizes).getByRole('radio', { name: '100 %' })).toBeChecked();
    await user.click(within(sizes).getByRole('radio', { name: '200 %' }));
    expect(asked()).toEqual([200]);
    expect(within(sizes).getByRole('radio', { name: '200 %' })).toBeChecked();
  });
});
