import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Board, PersonView, PutRight } from '../src/bridge/types';
import { NOW, done, house, open, refuse, sampleBoard } from './house';

const HOUR = 3_600_000;

async function show(...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

/** The sample's board, where somebody is expected to leave. */
function leaving(code: string, at: number): Board {
  const board = structuredClone(sampleBoard());
  for (const room of board.rooms) for (const bed of room.beds) for (const one of bed.people) if (one.code === code) one.leaves = at;
  return board;
}

describe('an expected departure', () => {
  it('is noted with L for the family, and a plan takes nothing away', async () => {
    const user = await show({ plan_departure: ({ stays }) => done('plan_departure', stays) });
    await user.click(screen.getByRole('button', { name: /^K-214/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-214' });
    await user.keyboard('l');
    await screen.findByRole('heading', { name: 'K-214 is expected to leave' });
    const time = screen.getByRole('textbox', { name: 'Time' });
    await user.clear(time);
    await user.type(time, '18:00');
    await user.click(screen.getByRole('button', { name: /^Note$/ }));
    await waitFor(() => expect(house.requests('plan_departure')).toHaveLength(1));
    const [asked] = house.requests('plan_departure');
    expect(asked?.stays.toSorted()).toEqual(['s214', 's215', 's216']);
    expect(asked?.at).toEqual({ local: '2009-03-03T18:00', second: false });
  });

  it('goes past places that are held by a manager with a reason alone, kept and forgotten alike', async () => {
    const user = await show({
      board: () => leaving('K-203', NOW + 2 * HOUR),
      plan_departure: ({ stays, reason }) =>
        reason?.trim()
          ? done('plan_departure', stays)
          : refuse({ code: 'places_held', taken: 23, held: 2, places: 24, labels: ['a family'], at: NOW + 4 * HOUR }),
    });
    await user.click(screen.getByRole('button', { name: /^K-203, man/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    await user.keyboard('l');
    await screen.findByRole('heading', { name: 'K-203 is expected to leave' });
    await user.click(screen.getByRole('button', { name: /^Note$/ }));
    const reason = await screen.findByRole('textbox', { name: /manager’s reason/ });
    await waitFor(() => expect(reason).toHaveFocus());
    expect(house.requests('plan_departure').at(-1)?.reason).toBeNull();
    await user.type(reason, 'the flight was put off');
    await user.click(screen.getByRole('button', { name: /^Note$/ }));
    await waitFor(() => expect(house.requests('plan_departure').at(-1)?.reason).toBe('the flight was put off'));
  });

  it('lets the bed be held for others with K, on the board as on the chart', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    await user.keyboard('k');
    expect(await screen.findByRole('heading', { name: 'Hold bed 8-1 after K-203' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Who, without names' })).toHaveFocus();
  });

  it('stands on the tile of today and in the strip, and is red once it is over', async () => {
    await show({ board: () => leaving('K-203', NOW + 2 * HOUR) });
    expect(screen.getByRole('button', { name: /^K-203.*expected to leave 18:10/ })).toHaveTextContent('by 18:10');
    expect(screen.getByRole('heading', { name: '1 leaves today' })).toBeVisible();
  });

  it('is named as overdue when they are still there, with the bed that is held for others', async () => {
    const board = { ...leaving('K-203', NOW - HOUR), in_held: [['8-1', 's203', 'a family']] as Board['in_held'] };
    await show({ board: () => board });
    expect(screen.getByRole('heading', { name: '1 departure overdue' })).toBeVisible();
    expect(screen.getByRole('heading', { name: '1 person in a held bed' })).toBeVisible();
    expect(screen.getByText('8-1 is held for a family')).toBeVisible();
  });

  it('says who is expected today, and until when', async () => {
    const arrivals: Board['arrivals'] = [{ hold: 'h1', label: 'two from the south', places: 2, from: NOW - HOUR, until: NOW + 5 * HOUR }];
    await show({ board: () => ({ ...sampleBoard(), arrivals }) });
    expect(screen.getByText('two from the south (2) until 2 Mar, 21:10')).toBeVisible();
  });
});

describe('the old version', () => {
  const was: PutRight = {
    entry: {
      seq: 9, action_kind: 'correct', recorded_at: NOW - HOUR, happened_at: NOW - HOUR, staff: 'RA', reason: 'wrong room',
      people: 1, codes: ['K-203'], moved: [], beds: [], undoes: null, undoes_kind: null, undone_by: null, may_undo: true,
    },
    stay: 's203',
    was: { of: 'bed', bed: '3-4', from: NOW - 48 * HOUR, to: null },
  };

  it('stands behind the fact that was put right, with who did it and why', async () => {
    const user = await show({ put_right: () => [was] });
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    const list = await screen.findByRole('list', { name: 'Noted before' });
    expect(list).toHaveTextContent('Bed 3-4, since 28 Feb put right 2 Mar, 15:10, RA. Reason: wrong room');
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });

  it('is left behind by a correction of the record with a reason', async () => {
    const user = await show({ amend: ({ stay }) => done('correct', [stay]) });
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    await user.keyboard('c');
    await user.click(await screen.findByRole('radio', { name: 'was noted wrong' }));
    await user.type(screen.getByRole('textbox', { name: /^Why it was wrong/ }), 'taken for her sister');
    await user.click(screen.getByRole('radio', { name: 'Female' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(house.requests('amend')).toHaveLength(1));
    expect(house.requests('amend')[0]).toMatchObject({ wrong: 'taken for her sister', at: null, sex: 'female' });
  });

  it('asks a manager only why the record was wrong where that is what is missing', async () => {
    const user = await show({ amend: ({ wrong }) => (wrong?.trim() ? done('correct', ['s203']) : refuse({ code: 'needs_reason' })) });
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    await user.keyboard('c');
    await user.click(await screen.findByRole('radio', { name: 'was noted wrong' }));
    await user.click(screen.getByRole('radio', { name: 'Female' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A reason is missing.')).toBeVisible();
    const why = screen.getByRole('textbox', { name: /^Why it was wrong/ });
    expect(why).toHaveFocus();
    await user.keyboard('misread');
    expect(why).toHaveValue('misread');
    expect(screen.queryByRole('textbox', { name: /^A manager’s reason/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(house.requests('amend').at(-1)?.wrong).toBe('misread'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  });

  it('is reached from the personal page for a stay that is over', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^K-203/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    const view = house.answers.person!({ stay: 's203' }) as PersonView;
    const ended: PersonView = { ...view, from: NOW - 96 * HOUR, to: NOW - 24 * HOUR, beds: [{ ...view.beds[0]!, from: NOW - 96 * HOUR, to: NOW - 24 * HOUR }] };
    house.answers.person = () => ended;
    house.answers.history = () => ({
      stays: [{ view: ended, grounds: [[{ kind: 'victim', decided_by: null, decided_on: null }, ended.from, ended.to]], phases: [] }],
      entries: [], put_right: [was],
    });
    await user.keyboard('h');
    expect(await screen.findByRole('list', { name: 'Noted before' })).toHaveTextContent('Bed 3-4');
    await user.click(screen.getByRole('button', { name: 'Correct the ground' }));
    expect(await screen.findByRole('heading', { name: 'Ground of K-203 was noted wrong' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Ground' })).toHaveValue('victim');
  });
});
