import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { desk } from '../src/state/desk.svelte';
import { moving } from '../src/state/moving.svelte';
import { stand } from './door';
import { done, house, open, refuse, samplePerson, sampleStatus } from './house';

/** Whoever works quickly has gone on before an answer comes: it changes nothing of what is begun since. */

let user: UserEvent;

async function begin(...given: Parameters<typeof open>) {
  await open(...given);
  user = userEvent.setup();
  render(App);
  await screen.findByRole('button', { name: /^K-214/ });
}

const tile = (code: string) => screen.getByRole('button', { name: new RegExp(`^${code}, `) });

async function letter(code: string, key: string) {
  tile(code).focus();
  await user.keyboard(key);
}

/** Everything that was answered has been taken. */
async function settled() {
  await new Promise((go) => setTimeout(go, 20));
  await tick();
}

describe('somebody else who was begun with meanwhile', () => {
  it('keeps the form, and what was typed in it', async () => {
    await begin({ extend: () => done('extend', ['s203']), put_right: () => [] });
    await letter('K-203', 'e');
    await screen.findByRole('heading', { name: /K-203/ });
    const go = house.hold('extend');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(house.requests('extend')).toHaveLength(1));
    await user.click(tile('K-168'));
    await letter('K-168', 'e');
    const heading = await screen.findByRole('heading', { name: /K-168/ });
    const why = screen.getByRole('textbox', { name: /^Reason/ });
    await user.type(why, 'the court is in May');
    go();
    await waitFor(() => expect(app.said?.text).toMatch(/K-203/u));
    await settled();
    expect(heading).toBeVisible();
    expect(why).toHaveValue('the court is in May');
    // Going back by mistake loses nothing of it either.
    await user.keyboard('{Escape}');
    await letter('K-168', 'e');
    expect(await screen.findByRole('textbox', { name: /^Reason/ })).toHaveValue('the court is in May');
  });

  it('stays open where the panel of the one before can no longer be shown', async () => {
    await begin();
    await user.click(tile('K-203'));
    await screen.findByRole('heading', { name: 'K-203' });
    let gone = false;
    house.answers.person = ({ stay }) => (gone && stay === 's203' ? refuse({ code: 'not_found' }) : samplePerson(stay));
    const go = house.hold('person');
    gone = true;
    void app.openPerson('s203');
    go();
    void app.openPerson('s168');
    await settled();
    expect(app.open).toEqual({ stay: 's168' });
    expect(await screen.findByRole('heading', { name: 'K-168' })).toBeVisible();
  });

  it('is not moved where the one before was to go', async () => {
    await begin();
    house.answers.all_move_choices = () => refuse({ code: 'not_found' });
    await app.refresh();
    const go = house.hold('move_choices');
    await letter('K-203', 'm');
    await waitFor(() => expect(house.requests('move_choices')).toHaveLength(1));
    const free = app.board?.rooms[0]?.beds[2];
    if (!free) throw new Error('a free bed');
    const chosen = moving.choose(free);
    desk.back();
    await letter('K-168', 'm');
    go();
    expect(await chosen).toBe(false);
    await settled();
    expect(house.requests('move_people')).toEqual([]);
    expect(moving.on).toBe(true);
  });

  it('is not the one whose history H opens while they are still on their way', async () => {
    await begin();
    await user.click(tile('K-203'));
    await screen.findByRole('heading', { name: 'K-203' });
    await letter('K-168', 'h');
    await waitFor(() => expect(app.screen).toBe('person'));
    expect(app.params.beneficiary).toBe('ns168');
  });
});

describe('what is on its way', () => {
  it('is carried out once, however often it is asked for', async () => {
    await begin({ extend: () => done('extend', ['s203']) });
    const request = { stays: ['s214'], days: 40, authority: 'centre' as const, reason: 'plan', at: null };
    const outcomes = await Promise.all([app.act('extend', request), app.act('extend', request)]);
    expect(outcomes.map((one) => one.problem)).toEqual([null, null]);
    expect(house.requests('extend')).toHaveLength(1);
    await app.act('extend', request);
    expect(house.requests('extend')).toHaveLength(2);
  });

  it('says that it was refused, also where its form is gone', async () => {
    await begin({ extend: () => refuse({ code: 'not_here', who: 'K-203' }) });
    const go = house.hold('extend');
    await letter('K-203', 'e');
    await screen.findByRole('heading', { name: /K-203/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(house.requests('extend')).toHaveLength(1));
    await user.click(tile('K-168'));
    expect(app.said).toBeNull();
    go();
    await waitFor(() => expect(app.said?.refused).toBe(true));
    expect(screen.getByText(app.said?.text ?? '')).toBeVisible();
  });

  it('tells whoever signs in next nothing that was asked for a manager', async () => {
    await begin({ report_due: () => ({ year: 2008, by: '2009-01-31' }), recovery_state: () => ({ tried: null, due: true }) as never });
    await waitFor(() => expect(app.recoveryDue).toBe(true));
    const go = house.hold('report_due');
    void app.refresh();
    await settled();
    await app.lock();
    expect(app.recoveryDue).toBe(false);
    await app.take({ ...sampleStatus(), staff: { id: 'u2', name: 'RA', role: 'reception', locked: false } });
    go();
    await settled();
    expect(app.reportDue.year).toBeNull();
  });
});

describe('a check-in that was left', () => {
  it('brings nobody in when its beds answer', async () => {
    await stand({ role: 'reception' });
    arrival.reset();
    user = userEvent.setup();
    render(App);
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('27');
    const go = house.hold('usable');
    await user.keyboard('{Control>}{Enter}{/Control}');
    app.go('board');
    await settled();
    go();
    await settled();
    await settled();
    expect(house.requests('check_in')).toEqual([]);
    expect(arrival.busy).toBe(false);
    // As it was left, it goes on.
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(house.requests('check_in')).toHaveLength(1));
  });
});
