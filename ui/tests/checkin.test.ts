import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Hit } from '../src/bridge/types';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { whyNotElsewhere } from '../src/domain/checkin/why';
import { app } from '../src/state/app.svelte';
import { stand, refused, type DoorOptions } from './door';
import { house } from './house';

let user: UserEvent;
let strokes = 0;

/** Presses keys one by one, and counts them. */
async function keys(...pressed: string[]) {
  for (const key of pressed) {
    strokes += 1;
    await user.keyboard(key);
  }
}

async function type(text: string) {
  await keys(...[...text].map((sign) => (sign === '.' ? '.' : sign)));
}

async function arrive(options: DoorOptions = {}) {
  const door = await stand(options);
  user = userEvent.setup();
  strokes = 0;
  render(App);
  app.go('checkin');
  await screen.findByRole('heading', { name: 'Check in' });
  return door;
}

async function ages(...typed: string[]) {
  for (const [i, age] of typed.entries()) {
    if (i > 0) await user.keyboard('{Enter}');
    await user.keyboard(age);
  }
}

function row(code: string) {
  const rows = screen.getAllByRole('group', { name: code });
  return within(rows[0] as HTMLElement);
}

async function proposed(code: string, bed: RegExp) {
  await screen.findByRole('radio', { name: new RegExp(`${code}.*${bed.source}`, 'u') });
}

const lastCheckIn = () => house.requests('check_in').at(-1);

beforeEach(() => arrival.reset());

describe('a mother with two children', () => {
  it('is checked in by keyboard alone in at most 45 keystrokes', async () => {
    await arrive();
    await type('11.06.1981');
    await keys('{Enter}');
    await type('5');
    await keys('{Enter}', '{Shift>}{Tab}{/Shift}', '{ArrowRight}', '{Tab}');
    await type('11.06.2008');
    await keys('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()).toBeDefined());
    expect(strokes).toBeLessThanOrEqual(45);
    expect(lastCheckIn()).toEqual({
      at: null,
      referrer: null,
      territory: null,
      phase: 'crisis',
      reason: null,
      joins: null,
      hold: null,
      waiting: null,
      moves: [],
      members: [
        {
          who: { is: 'new' }, relation: 'mother', sex: 'female', born: { is: 'on', value: '1981-06-11' },
          citizenship: null, needs: [], ground: null, decided_by: null,
          identity: { name: '', documents: '', notes: '' }, sleeps: { in: 'bed', id: 'b5-2' },
        },
        expect.objectContaining({
          relation: 'daughter', sex: 'female', born: { is: 'aged', value: 5 }, ground: 'accompanying',
          sleeps: { in: 'bed', id: 'b5-4' },
        }),
        expect.objectContaining({
          relation: 'son', sex: 'male', born: { is: 'on', value: '2008-06-11' }, ground: 'accompanying',
          sleeps: { in: 'bed', id: 'b5-3' },
        }),
      ],
    });
    await screen.findByText(/checked in/u);
    expect(app.screen).toBe('board');
    expect(app.open).toEqual({ stay: 'sK-214' });
    expect(screen.getByRole('button', { name: /^Undo/u })).toBeVisible();
    expect(arrival.people).toHaveLength(1);
  });

  it('sees what was understood and how many places would be taken', async () => {
    await arrive();
    await ages('27', '5', '11.06.2008');
    await screen.findByText('22 of 24 with these three');
    expect(screen.getByText('8 mo')).toBeVisible();
    expect(screen.getByText(/Can be completed later: ground, who sent them/u)).toBeVisible();
    expect(await screen.findByText('K-215 and K-216 come as accompanying family members.')).toBeVisible();
  });
});

describe('the beds', () => {
  it('are asked for when something changes, and not again and again', async () => {
    await arrive();
    await ages('27');
    await proposed('K-214', /bed \d-\d/u);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = house.requests('usable').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(house.requests('usable')).toHaveLength(asked);
  });


  it('says why the others cannot be picked', async () => {
    await arrive();
    await ages('27', '5');
    await user.click(await screen.findByRole('radio', { name: /^K-215/u }));
    const list = await screen.findByRole('region', { name: 'Why not elsewhere for K-215' });
    await waitFor(() => expect(list).toHaveTextContent(/1, 2, 6, 9\s*full/u));
    expect(list).toHaveTextContent(/without an adult of the family|an adult of the family in the room/u);
    const taken = screen.getByRole('button', { name: /^bed 1-1, single: taken by K-168/u });
    expect(taken).toHaveAttribute('aria-disabled', 'true');
  });

  it('begin with the one that was pressed on the board', async () => {
    await stand();
    user = userEvent.setup();
    render(App);
    app.go('checkin', { bed: 'b3-4' });
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('27');
    await proposed('K-214', /bed 3-4.*picked/u);
  });

  it('says why in each language', async () => {
    const door = await arrive();
    await ages('27');
    await waitFor(() => expect(arrival.choices).not.toBeNull());
    for (const [language, full] of [['ro', 'plină'], ['ru', 'нет мест'], ['en', 'full']] as const) {
      await app.setLook({ language });
      const [first] = whyNotElsewhere(door.board().rooms, arrival.choices ?? door.usable(arrival.draft(1, () => null)));
      expect(first).toEqual({ rooms: [1, 2, 6, 9], text: full });
    }
  });

  it('can be picked on the plan by keyboard, and the next without one comes up', async () => {
    await arrive();
    await ages('27', '5');
    await proposed('K-214', /bed \d-\d/u);
    await user.click(screen.getByRole('radio', { name: /^K-214/u }));
    await screen.findByRole('button', { name: 'bed 5-4, single: for K-215' });
    await user.keyboard('{Alt>}[KeyB]{/Alt}');
    expect(screen.getByRole('button', { name: 'bed 5-2, single: for K-214' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    await waitFor(() => expect(screen.getByRole('button', { name: /^bed 5-2/u })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(arrival.picked(arrival.people[0]?.key ?? 0)).toEqual({ bed: 'b5-2' }));
    expect(arrival.picking).toBe(arrival.people[1]?.key);
    await user.click(await screen.findByRole('button', { name: 'Propose again' }));
    expect(arrival.people.every((person) => person.place === null)).toBe(true);
  });

  it('can be picked by typing the label, and a wrong one says why', async () => {
    await arrive();
    await ages('27');
    await proposed('K-214', /bed \d-\d/u);
    const field = screen.getByRole('textbox', { name: 'Another bed' });
    await user.type(field, '1-1{Enter}');
    expect(await screen.findByText('1-1: taken by K-168')).toBeVisible();
    await user.clear(field);
    await user.type(field, '99-1{Enter}');
    expect(await screen.findByText('There is no bed 99-1.')).toBeVisible();
    await user.clear(field);
    await user.type(field, '3 4{Enter}');
    await proposed('K-214', /bed 3-4.*picked/u);
  });

  it('are typed for one after the other, from the field of each to that of the next', async () => {
    await arrive();
    await ages('27', '5', '8 months');
    await proposed('K-216', /bed \d-\d/u);
    await user.click(screen.getByRole('radio', { name: /^K-214/u }));
    await user.type(screen.getByRole('textbox', { name: 'Another bed' }), '5-2{Enter}');
    await waitFor(() => expect(screen.getByRole('radio', { name: /^K-215/u })).toBeChecked());
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Another bed' })).toHaveFocus());
    // Whoever shares a bed is chosen with a button, which goes with them too.
    await user.click(screen.getByRole('radio', { name: /^K-216/u }));
    await user.click(await screen.findByRole('button', { name: 'Share the bed of K-214' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: /^K-215/u })).toBeChecked());
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Another bed' })).toHaveFocus());
    // The last one has nobody after them.
    await waitFor(() => expect(arrival.choices?.beds.find((one) => one.bed === 'b5-4')?.why_not).toBeNull());
    await user.keyboard('5-4{Enter}');
    await waitFor(() => expect(arrival.people.every((person) => person.place !== null)).toBe(true));
    expect(screen.getByRole('textbox', { name: 'Another bed' })).toHaveFocus();
  });

  it('lets an infant share the bed of the mother', async () => {
    await arrive();
    await ages('27', '8 months');
    await user.click(await screen.findByRole('radio', { name: /^K-215/u }));
    await user.click(await screen.findByRole('button', { name: 'Share the bed of K-214' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.members[1]?.sleeps).toEqual({ in: 'with', id: 0 }));
  });

  it('proposes the bed of the mother where there is no cot, but never against a rule', async () => {
    await arrive();
    await ages('27', '8 months');
    await user.click(await screen.findByRole('radio', { name: /^K-214/u }));
    const field = screen.getByRole('textbox', { name: 'Another bed' });
    await user.type(field, '3-4{Enter}');
    await proposed('K-215', /in the bed of K-214.*proposed/u);
    await user.click(await screen.findByRole('radio', { name: /^K-214/u }));
    await user.type(await screen.findByRole('textbox', { name: 'Another bed' }), '8-2{Enter}');
    await proposed('K-215', /no bed yet/u);
  });

  it('tells reception that a manager can go past a rule', async () => {
    await arrive({ role: 'reception' });
    await ages('27');
    const bed = await screen.findByRole('button', { name: /^bed 8-2.*A manager can pick it all the same/u });
    await user.click(bed);
    expect(arrival.people[0]?.place).toBeNull();
  });

  it('lets a manager go past a rule with a reason', async () => {
    await arrive();
    await ages('27');
    await user.click(await screen.findByRole('button', { name: /^bed 8-2.*You can pick it all the same/u }));
    const reason = await screen.findByRole('textbox', { name: /^Reason for going past this/u });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(reason).toHaveFocus());
    expect(lastCheckIn()).toBeUndefined();
    await user.keyboard('Only bed tonight{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.reason).toBe('Only bed tonight'));
  });
});

describe('more people than places', () => {
  it('is said to reception before, and refused', async () => {
    await arrive({ role: 'reception', places: 19 });
    await ages('27');
    expect(await screen.findByText('20 of 19 with this one')).toBeVisible();
    expect(await screen.findByText('Only a manager can check them in like this, with a reason.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Reason/u })).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('There would be 20 people on 19 places.');
    expect(screen.getByRole('textbox', { name: 'Age or birth date' })).toHaveValue('27');
  });

  it('needs the reason of a manager', async () => {
    await arrive({ places: 19 });
    await ages('27');
    await user.type(await screen.findByRole('textbox', { name: /^Reason for going past this/u }), 'Nowhere else to go');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.reason).toBe('Nowhere else to go'));
  });
});

describe('somebody who was here before', () => {
  it('is recognised by the old code', async () => {
    await arrive();
    await user.type(screen.getByRole('textbox', { name: 'Here before?' }), 'K-101{Enter}');
    expect(await screen.findByText('Was here from 10 January 2008 to 1 February 2008.')).toBeVisible();
    expect(row('K-101').getByRole('textbox', { name: 'Age or birth date' })).toHaveValue('34');
    expect(row('K-101').getByRole('button', { name: 'Needs: no upper bunk' })).toBeVisible();
    await proposed('K-101', /bed \d-\d/u);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()?.members[0]?.who).toEqual({ is: 'known', id: 'id-K-101' }));
  });

  it('is recognised by name, which is not shown', async () => {
    await arrive();
    await user.type(screen.getByRole('textbox', { name: 'Here before?' }), 'Mariuța');
    await user.click(await screen.findByRole('button', { name: /K-101.*found by name/u }));
    expect(await screen.findByText(/^Was here from/u)).toBeVisible();
    expect(document.body.textContent).not.toContain('Mariuța');
    expect(house.requests('find').at(-1)).toEqual({ text: 'Mariuța', names: true });
  });

  it('is the one whose code was typed, though Enter came before the answer', async () => {
    const door = await arrive();
    const [first] = door.hits as [Hit];
    door.hits = [first, { ...first, beneficiary: 'id-K-102', stay: 'sK-102', code: 'K-102' }];
    const field = screen.getByRole('textbox', { name: 'Here before?' });
    await user.type(field, 'K-101');
    await screen.findByRole('button', { name: /^K-101/u });
    await user.type(field, '{Backspace}2{Enter}');
    await waitFor(() => expect(arrival.people[0]?.known?.code).toBe('K-102'));
    // Of another text nobody was found: that says nothing of this one.
    await user.type(field, 'K-109');
    await screen.findByText('Nobody found. They can come in as new.');
    await user.type(field, '{Backspace}1{Enter}');
    await waitFor(() => expect(arrival.people[1]?.known?.code).toBe('K-101'));
  });

  it('is said not to be found only once enough was typed to look for them', async () => {
    await arrive();
    const field = screen.getByRole('textbox', { name: 'Here before?' });
    for (const text of ['Ma', 'K-']) {
      await user.clear(field);
      await user.type(field, `${text}{Enter}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(screen.queryByText(/^Nobody found/u)).toBeNull();
    }
    expect(house.requests('find')).toEqual([]);
    await user.clear(field);
    await user.type(field, 'Zoe');
    expect(await screen.findByText(/^Nobody found/u)).toBeVisible();
  });

  it('is refused while here, with where', async () => {
    await arrive();
    await user.type(screen.getByRole('textbox', { name: 'Here before?' }), 'K-198{Enter}');
    expect(await screen.findByText(/K-198 is here already, bed 5-1/u)).toBeVisible();
    expect(arrival.people[0]?.known).toBeNull();
  });
});

describe('what was typed', () => {
  it('is kept when the record refuses, with the words beside it', async () => {
    const door = await arrive();
    door.refuse.set('check_in', refused({ code: 'bed_taken', bed: '5-2', who: 'K-213', since: door.status.now, until: null }));
    await ages('27', '5');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Bed 5-2 is K-213’s');
    const fields = screen.getAllByRole('textbox', { name: 'Age or birth date' });
    expect(fields.map((field) => (field as HTMLInputElement).value)).toEqual(['27', '5']);
  });

  it('says nothing any more of a time that was refused once another is typed', async () => {
    const door = await arrive();
    door.refuse.set('check_in', refused({ code: 'in_future' }));
    await ages('27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText('This time has not come yet.')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('radio', { name: 'Earlier' }));
    await waitFor(() => expect(screen.queryByText('This time has not come yet.')).toBeNull());
  });

  it('outlives another screen and another language', async () => {
    await arrive();
    await ages('27', '5');
    app.go('journal');
    await screen.findByRole('heading', { level: 1 });
    app.go('checkin');
    await app.setLook({ language: 'ru' });
    const fields = await screen.findAllByRole('textbox', { name: 'Возраст или дата рождения' });
    expect(fields.map((field) => (field as HTMLInputElement).value)).toEqual(['27', '5']);
    await app.setLook({ language: 'en' });
  });

  it('is forgotten when the program is locked', async () => {
    await arrive();
    await ages('27');
    await app.take({ ...(app.status ?? (await stand()).status), stage: 'locked', staff: null });
    await waitFor(() => expect(arrival.people[0]?.age).toBe(''));
  });

  it('is asked for only where it is needed: an age that can be read', async () => {
    await arrive();
    await user.keyboard('abc{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Type 27, 8 months or 11.06.2008.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Age or birth date' })).toHaveFocus();
    expect(lastCheckIn()).toBeUndefined();
  });

  it('goes with a row that is taken away again with Backspace', async () => {
    await arrive();
    await ages('27', '5');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByRole('textbox', { name: 'Age or birth date' })).toHaveLength(3));
    await user.keyboard('{Backspace}');
    const fields = screen.getAllByRole('textbox', { name: 'Age or birth date' });
    expect(fields).toHaveLength(2);
    await waitFor(() => expect(fields[1]).toHaveFocus());
  });
});

describe('the rest of the page', () => {
  it('carries grounds, referrer, origin, citizenship, phase, time and identity', async () => {
    await arrive();
    await ages('27', '5');
    await user.click(screen.getByRole('radio', { name: 'Presumed victim' }));
    await user.selectOptions(screen.getByRole('combobox', { name: /^Who decided it/u }), 'NRS team');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sent by' }), 'Police');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Home rayon or town' }), 'Orhei');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Citizenship of all' }), 'MD');
    await user.click(screen.getByRole('radio', { name: 'Rehabilitation' }));
    await user.click(screen.getByRole('button', { name: /^Names and documents/u }));
    await user.type(screen.getAllByRole('textbox', { name: 'Name' })[0] as HTMLElement, 'Ana');
    await user.click(screen.getByRole('radio', { name: 'Earlier' }));
    await user.type(screen.getByRole('textbox', { name: 'Time' }), '2230');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(lastCheckIn()).toBeDefined());
    expect(lastCheckIn()).toMatchObject({
      at: { local: '2009-02-19T22:30', second: false },
      referrer: 'police',
      territory: 'MD-OR',
      phase: 'rehabilitation',
      members: [
        { ground: 'presumed_victim', decided_by: 'nrs_team', citizenship: 'MD', identity: { name: 'Ana' } },
        { ground: 'accompanying', decided_by: null, citizenship: 'MD', identity: { name: '' } },
      ],
    });
  });

  it('has nothing that keeps anybody out', async () => {
    await arrive();
    await ages('27', '8 months');
    await proposed('K-215', /bed \d-\d/u);
    await user.click(screen.getByRole('button', { name: /^Names and documents/u }));
    await user.click(screen.getAllByRole('button', { name: /^Needs/u })[0] as HTMLElement);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
});
