import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { helpFor } from '../src/domain/handbook';
import { KEYS } from '../src/domain/keys';
import { SCREENS } from '../src/screens/list';
import { app } from '../src/state/app.svelte';
import { holds } from '../src/words/fold';
import { LANGUAGES } from '../src/words/bundles';
import { say } from '../src/words/words.svelte';
import { house, open, sampleStatus } from './house';

let user: ReturnType<typeof userEvent.setup>;

beforeEach(async () => {
  await open({
    journal: () => ({ entries: [], more: false, kinds: [], authors: [] }),
    set_look: (look) => ({ ...sampleStatus(), ...look }),
    staff: () => [],
  });
  user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
});

async function find(text: string) {
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), text);
}

describe('Ctrl+K', () => {
  it('finds a room, and opens its first free bed', async () => {
    await find('room 5');
    expect(await screen.findByRole('option', { name: /room 5.*1 bed free/iu })).toBeVisible();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: /5-3/u })).toBeVisible();
  });

  it('finds a bed, and opens whoever sleeps in it', async () => {
    await find('bed 8-1');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: 'K-203' })).toBeVisible();
  });

  it('puts the focus on whoever was found, where the arrow keys begin', async () => {
    await find('bed 8-1');
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'K-203' });
    expect(document.activeElement).toHaveAttribute('data-stay', 's203');
  });

  it('means whoever was found with the next letter, not the tile that had the focus before', async () => {
    await user.click(screen.getByRole('button', { name: /^K-214/u }));
    await find('bed 8-1');
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'K-203' });
    await user.keyboard('d');
    expect(await screen.findByRole('heading', { name: /Discharge K-203/u })).toBeVisible();
  });

  it('finds a language and a theme among the settings, and sets them at once', async () => {
    await find('romana');
    expect(within(screen.getByRole('group', { name: 'Settings' })).getByRole('option', { name: /Română/u })).toBeVisible();
    await user.keyboard('{Enter}');
    expect(house.requests('set_look')).toEqual([{ language: 'ro', theme: 'light', zoom: 100, toured: true }]);
  });

  it('goes to a part of the settings and puts the focus there', async () => {
    await find('passphrase');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(document.activeElement?.closest('section')).toHaveAttribute('aria-labelledby', 'passphrase-heading');
  });

  it('names what can be done with whoever is open, each with its key', async () => {
    await app.openPerson('s203');
    await user.keyboard('{Control>}k{/Control}');
    const about = await screen.findByRole('group', { name: 'With whoever is open' });
    expect(within(about).getByRole('option', { name: 'Move K-203' })).toHaveTextContent('M');
    await user.type(screen.getByRole('combobox'), 'discharge{Enter}');
    expect(await screen.findByRole('heading', { name: /Discharge K-203/u })).toBeVisible();
  });

  it('has nothing for axe to find', async () => {
    await find('r');
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});

describe('the keys', () => {
  it('are shown with ?, those of the screen first, and go away with Esc', async () => {
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Help and keys' });
    const parts = within(dialog).getAllByRole('region').map((one) => one.getAttribute('aria-labelledby'));
    expect(parts).toEqual(['keys-board', 'keys-everywhere', 'keys-lists']);
    expect(within(dialog).getByText('Ctrl+K')).toBeVisible();
    // The keys scroll what is read.
    expect(within(dialog).getByRole('group', { name: 'Help and keys' })).toHaveFocus();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => one.id)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are shown with F1 also while typing, where ? is a sign like any other', async () => {
    await user.click(screen.getByRole('button', { name: 'Check-in' }));
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{F1}');
    expect(within(await screen.findByRole('dialog')).getByText('Alt+C')).toBeVisible();
  });

  it.each(LANGUAGES)('have words in %s', (language) => {
    for (const id of Object.values(KEYS).flat()) {
      expect(`${id} ${say(language, `keys-${id}`)}`).not.toContain('null');
      expect(say(language, `keys-${id}.key`)).toMatch(/\S/u);
    }
  });
});

describe('the help', () => {
  it.each(LANGUAGES)('has something to say in %s of every screen', (language) => {
    for (const { screen: one } of SCREENS) expect(helpFor(one, language)).toMatch(/<h3>[\s\S]{100,}/u);
  });

  it('is that of the screen', async () => {
    await user.click(screen.getByRole('button', { name: 'Check-in' }));
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('{F1}');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('heading', { name: 'Somebody comes' })).toBeVisible();
    expect(within(dialog).queryByRole('heading', { name: 'During the stay' })).toBeNull();
  });
});

describe('the tour', () => {
  it('has four steps, is over with the last, and can be begun again from the help', async () => {
    await app.setToured(false);
    const tour = await screen.findByRole('region', { name: 'Tour' });
    for (const step of [1, 2, 3]) {
      expect(tour).toHaveTextContent(`${step} of 4`);
      await user.click(within(tour).getByRole('button', { name: 'Next' }));
    }
    await user.click(within(tour).getByRole('button', { name: 'Begin' }));
    expect(house.requests('set_look').at(-1)).toEqual({ language: 'en', theme: 'light', zoom: 100, toured: true });
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
    await user.keyboard('{F1}');
    await user.click(await screen.findByRole('button', { name: 'Show the tour again' }));
    expect(await screen.findByRole('region', { name: 'Tour' })).toHaveTextContent('1 of 4');
  });

  it('can be left at any step', async () => {
    await app.setToured(false);
    await user.click(await screen.findByRole('button', { name: 'Leave the tour' }));
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
  });
});

describe('finding by words', () => {
  it.each([
    ['Ieșire', 'iesire'], ['Ieșire', 'ieşire'], ['Întoarcere', 'intoarcere'], ['Cârlig', 'cîrlig'], ['Cârlig', 'carlig'],
    ['Ребёнок', 'ребенок'], ['Ребенок', 'ребёнок'], ['SETTINGS', 'sett'],
    ['за\u00ADпол\u00ADняемость', 'заполняемость'],
  ])('%s is found by %s', (words, typed) => expect(holds(words, typed)).toBe(true));

  it('does not find what is something else', () => expect(holds('Board', 'bored')).toBe(false));
});
