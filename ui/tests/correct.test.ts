import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Companion, Hit, Problem } from '../src/bridge/types';
import { NOW, done, house, open, refuse, samplePerson } from './house';

async function show(code: string, ...given: Parameters<typeof open>) {
  await open(...given);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  await user.click(screen.getByRole('button', { name: new RegExp(`^${code}`) }));
  await screen.findByRole('heading', { level: 2, name: code });
  return user;
}

const answer = { correct: () => done('correct', ['s214']) };
const last = () => house.requests('correct').at(-1);

describe('what was noted wrong', () => {
  it('is put right from where the bed is shown: the bed, and why', async () => {
    const user = await show('K-203', answer);
    await user.click(screen.getByRole('button', { name: /^Correct bed/ }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'The bed it was' }), 'b5-3');
    await user.type(screen.getByRole('textbox', { name: /^Why it was wrong/ }), 'noted in haste');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    await waitFor(() => expect(last()).toMatchObject({
      stay: 's203', also: [], truth: { of: 'bed', place: { in: 'bed', id: 'b5-3' } }, reason: 'noted in haste',
    }));
  });

  it('is put right for the whole family that arrived at another time', async () => {
    const user = await show('K-214', answer);
    await user.click(screen.getByRole('button', { name: 'Correct the arrival' }));
    const time = await screen.findByRole('textbox', { name: 'Time' });
    await user.clear(time);
    await user.type(time, '02:30');
    expect(within(screen.getByRole('group', { name: 'True of' })).getAllByRole('checkbox', { checked: true })).toHaveLength(3);
    await user.type(screen.getByRole('textbox', { name: /^Why it was wrong/ }), 'the night book says so');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    await waitFor(() => expect(last()).toMatchObject({ stay: 's214', truth: { of: 'arrival' } }));
    expect(last()?.also.toSorted()).toEqual(['s215', 's216']);
    expect(last()?.truth).toMatchObject({ at: { local: expect.stringMatching(/T02:30$/) as string } });
  });

  it('is proposed for those only who arrived, or left, at the same time; the others can be ticked', async () => {
    const [arrived, left] = [NOW - 11 * 86_400_000, NOW - 3_600_000];
    const family = (stay: string, to: number | null) => {
      const mother = samplePerson(stay);
      const [son, daughter] = mother.party as [Companion, Companion];
      const party = [{ ...son, to: to && to + 60_000 }, { ...daughter, from: arrived + 5 * 86_400_000, to }];
      return { ...mother, from: arrived, to, party };
    };
    const ticked = async () => within(await screen.findByRole('group', { name: 'True of' }))
      .getAllByRole('checkbox', { checked: true }).map((one) => one.closest('label')?.textContent?.match(/K-\d+/u)?.[0]);
    const user = await show('K-214', { ...answer, person: ({ stay }) => family(stay, null) });
    await user.click(screen.getByRole('button', { name: 'Correct the arrival' }));
    expect(await ticked()).toEqual(['K-214', 'K-216']);
    await user.click(screen.getByRole('checkbox', { name: /^K-215/ }));
    expect(await ticked()).toEqual(['K-214', 'K-216', 'K-215']);
    cleanup();
    const again = await show('K-214', { ...answer, person: ({ stay }) => family(stay, left) });
    await again.click(screen.getByRole('button', { name: 'Correct the discharge' }));
    expect(await ticked()).toEqual(['K-214', 'K-215']);
  });

  it('keeps what was typed where it is refused, and says what stands in the way', async () => {
    const user = await show('K-203', { correct: () => refuse({ code: 'needs_reason' }) });
    await user.click(screen.getByRole('button', { name: 'Belongs to another party' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Belongs to' }), 'K-214');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Belongs to' })).toHaveValue('s214');
    expect(last()?.truth).toEqual({ of: 'party', with: 's214' });
  });

  it('finds a party that has left by a code', async () => {
    const gone: Hit = {
      beneficiary: 'p180', stay: 's180', code: 'K-180', group: 'woman', sex: 'female', years: 30, citizenship: null, bed: null,
      from: 0, to: 1, by_name: false,
    };
    const user = await show('K-203', { ...answer, find: ({ text }) => (text === 'K-180' ? [gone] : []) });
    await user.click(screen.getByRole('button', { name: 'Belongs to another party' }));
    const code = await screen.findByRole('textbox', { name: /^Or with somebody who has left/ });
    await user.type(code, '18');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    expect(await screen.findByText(/Nobody has this code/u)).toBeVisible();
    expect(house.requests('correct')).toEqual([]);
    await user.type(code, '0');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    await waitFor(() => expect(last()?.truth).toEqual({ of: 'party', with: 's180' }));
  });

  it('knows a person by a code however it is typed, and says what failed where nobody could be looked up', async () => {
    const other: Hit = {
      beneficiary: 'p21', stay: 's21', code: 'K-021', group: 'woman', sex: 'female', years: 30, citizenship: null, bed: null,
      from: 0, to: 1, by_name: false,
    };
    let fails = true;
    const find = ({ text }: { text: string }) => {
      if (fails) throw { kind: 'failed', about: { code: 'system' } } satisfies Problem;
      return text === other.code ? [other] : [];
    };
    const user = await show('K-203', { find, correct: () => refuse({ code: 'needs_reason' }) });
    await user.click(screen.getByRole('button', { name: 'Is somebody else' }));
    const code = await screen.findByRole('textbox', { name: /^Code of the person/ });
    await user.type(code, '21');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByText(/Nobody has this code/u)).toBeNull();
    fails = false;
    for (const typed of ['21', 'k21', 'К-021', 'к 21']) {
      const before = house.requests('correct').length;
      await user.clear(code);
      await user.type(code, typed);
      await user.click(screen.getByRole('button', { name: 'Put right' }));
      await waitFor(() => expect(house.requests('correct')).toHaveLength(before + 1));
      expect(last()?.truth).toEqual({ of: 'person', is: 'p21' });
    }
    await user.clear(code);
    await user.type(code, '22');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    expect(await screen.findByText(/Nobody has this code/u)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('lets one of a party who came later join it at check-in', async () => {
    const user = await show('K-214', answer);
    await user.click(screen.getByRole('button', { name: 'Another of the party has come' }));
    expect(await screen.findByRole('note')).toHaveTextContent('They join the party of K-214');
    await user.click(screen.getByRole('button', { name: 'A party of their own' }));
    expect(screen.queryByText(/They join/)).toBeNull();
  });

  it('leaves the times of an absence as they were noted, to the millisecond, where another kind is chosen', async () => {
    const absence = { kind: 'authority' as const, from: NOW - 7_200_123, to: NOW - 3_600_789, expected: null };
    const user = await show('K-203', { ...answer, person: ({ stay }) => ({ ...samplePerson(stay), absences: [absence] }) });
    await user.click(screen.getByRole('button', { name: 'Correct the absence' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Where' }), 'medical');
    await user.type(screen.getByRole('textbox', { name: /^Why it was wrong/ }), 'it was the doctor');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    const truth = { of: 'absence', since: absence.from, kind: 'medical', expected: null };
    await waitFor(() => expect(last()?.truth).toEqual({
      ...truth, left: { local: '2009-03-02T14:09:59.877', second: false }, back: { local: '2009-03-02T15:09:59.211', second: false },
    }));
    await user.click(await screen.findByRole('button', { name: 'Correct the absence' }));
    const came = await screen.findByRole('textbox', { name: 'Back: Time' });
    await user.clear(came);
    await user.type(came, '15:30');
    await user.click(screen.getByRole('button', { name: 'Put right' }));
    await waitFor(() => expect(last()?.truth).toMatchObject({
      left: { local: '2009-03-02T14:09:59.877' }, back: { local: '2009-03-02T15:30', second: false },
    }));
  });

  it('has nothing that a tool for accessibility finds', async () => {
    const user = await show('K-203', answer);
    await user.click(screen.getByRole('button', { name: /^Correct bed/ }));
    await screen.findByRole('combobox', { name: 'The bed it was' });
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});
