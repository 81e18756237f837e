import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { done, house, open, refuse } from './house';

async function away(...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  await user.click(screen.getByRole('button', { name: /^K-203,/ }));
  await screen.findByRole('heading', { level: 2, name: 'K-203' });
  await user.keyboard('d');
  await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
  const field = (name: string) => screen.getAllByRole('textbox', { name })[0]!;
  const type = async (name: string, text: string) => {
    await user.clear(field(name));
    await user.type(field(name), text);
  };
  return { user, type };
}

const sent = () => house.requests('discharge').at(-1)?.at;

describe('the time of a night when the clocks change', () => {
  it('that was shown twice is asked for: the first or the second', async () => {
    const { user, type } = await away({ discharge: ({ stays }) => done('discharge', stays) });
    await type('Date', '26.10.2008');
    await type('Time', '02:30');
    await user.click(await screen.findByRole('radio', { name: 'Second time' }));
    await user.click(screen.getByRole('button', { name: 'Discharge 1 person' }));
    await waitFor(() => expect(sent()).toEqual({ local: '2008-10-26T02:30', second: true }));
  });

  it('is not asked for where it was shown once', async () => {
    const { type } = await away();
    await type('Date', '26.10.2008');
    await type('Time', '01:30');
    expect(screen.queryByRole('radio', { name: 'Second time' })).toBeNull();
  });

  it('that was skipped is refused in words', async () => {
    const { user, type } = await away({ discharge: () => refuse({ code: 'no_such_time' }) });
    await type('Date', '30.03.2008');
    await type('Time', '02:30');
    await user.click(screen.getByRole('button', { name: 'Discharge 1 person' }));
    expect(await screen.findByText('This time did not exist: the clocks went forward that night.')).toBeVisible();
  });
});

describe('the time of a family who moves', () => {
  it('can be put right when it was refused, and the beds that were picked still hold', async () => {
    await open({ move_people: ({ moves, at }) => (at?.local.endsWith('23:30') ? refuse({ code: 'in_future' }) : done('move', moves.map((one) => one.stay))) });
    const user = userEvent.setup();
    render(App);
    (await screen.findByRole('button', { name: /^K-214/ })).focus();
    await user.keyboard('m');
    await user.click(await screen.findByRole('radio', { name: 'With K-215' }));
    await user.click(screen.getByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '23:30');
    await user.click(screen.getByRole('button', { name: /^Bed 5-3 free/ }));
    await user.click(screen.getByRole('button', { name: /^Bed 1-3 free/ }));
    await screen.findByText('This time has not come yet.');
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '{Backspace>5/}13:30');
    expect(screen.queryByText('This time has not come yet.')).toBeNull();
    expect(screen.getByRole('button', { name: 'Choose the last bed again' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Move them' }));
    await waitFor(() => expect(house.requests('move_people').at(-1)).toMatchObject({
      moves: [{ stay: 's214' }, { stay: 's215' }], at: { local: '2009-03-02T13:30' },
    }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Move K-214' })).toBeNull());
  });
});

describe('an absence that is noted late', () => {
  it('is noted whole where they are back already', async () => {
    await open({ leave: ({ stays }) => done('leave', stays) });
    const user = userEvent.setup();
    render(App);
    await screen.findByRole('heading', { level: 1 });
    await user.click(screen.getByRole('button', { name: /^K-203,/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    await user.keyboard('a');
    expect(screen.queryByRole('checkbox', { name: 'Back already' })).toBeNull();
    await user.click(await screen.findByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getAllByRole('textbox', { name: 'Time' })[0]!, '08:00');
    await user.click(screen.getByRole('checkbox', { name: 'Back already' }));
    expect(screen.queryByRole('group', { name: /^Expected back/u })).toBeNull();
    const submit = screen.getByRole('button', { name: 'Note the absence' });
    await user.click(submit);
    expect(house.requests('leave')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Came back: Time' }), '09:30');
    await user.click(submit);
    const at = (time: string) => ({ local: `2009-03-02T${time}`, second: false });
    await waitFor(() => expect(house.requests('leave')).toEqual([
      { stays: ['s203'], kind: 'medical', at: at('08:00'), expected_return: null, back: at('09:30') },
    ]));
  });
});
