import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { NOW, house, open } from './house';

const DAY = 86_400_000;

describe('the history of a person', () => {
  it('opens with H from the panel, with each stay as one timeline and the actions behind it; Esc leads back', async () => {
    await open();
    const user = userEvent.setup();
    render(App);
    await user.click(await screen.findByRole('button', { name: /^K-203/ }));
    await screen.findByRole('heading', { level: 2, name: 'K-203' });
    const view = house.answers.person!({ stay: 's203' });
    house.answers.history = () => ({
      stays: [{ view: { ...view, from: NOW - 6 * DAY }, grounds: [], phases: [['crisis', NOW - 6 * DAY, null]] }],
      entries: [{
        seq: 4, action_kind: 'check_in', recorded_at: NOW - 6 * DAY, happened_at: NOW - 6 * DAY, staff: 'RA', reason: null,
        people: 1, codes: ['K-203'], moved: [], beds: [['K-203', '8-1']], undoes: null, undoes_kind: null, undone_by: null, may_undo: true,
      }],
      put_right: [],
    });
    await user.keyboard('h');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('K-203');
    expect(screen.getByRole('img', { name: 'Timeline of the stay' })).toBeVisible();
    expect(screen.getByText(/Crisis assistance, from 24 Feb/, { selector: 'td' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '1 action made it so' })).toBeVisible();
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('6 of 8 places taken');
  });
});
