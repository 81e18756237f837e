import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { app } from '../src/state/app.svelte';
import { house, open, refuse, samplePerson } from './house';

describe('an identity', () => {
  it('is erased for a reason, and Esc goes back one step at a time', async () => {
    let erased = false;
    await open({
      person: ({ stay }) => ({ ...samplePerson(stay), has_identity: !erased }),
      erase: ({ reason }) => {
        if (!reason) refuse({ code: 'needs_reason' });
        erased = true;
        return { still_in: 2 };
      },
    });
    const user = userEvent.setup();
    render(App);
    app.go('board', { stay: 's214' });
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const why = screen.getByRole('textbox', { name: /Why/u });
    expect(why).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(why).toBeInvalid());
    expect(why).toHaveFocus();
    expect(why).toHaveAccessibleDescription(/A reason is missing/u);
    await user.type(why, 'asked for');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Erase' })).toHaveFocus());
    expect(screen.getByRole('heading', { name: 'K-214' })).toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: /Why/u })).toHaveValue('asked for');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(house.requests('erase')).toHaveLength(2));
    expect(await screen.findByText(/Identity of K-214 erased; 2 older backups/u)).toBeVisible();
  });

  it('is not erased with Ctrl+Enter from Cancel', async () => {
    await open({ erase: () => ({ still_in: 0 }) });
    const user = userEvent.setup();
    render(App);
    app.go('board', { stay: 's214' });
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    await user.keyboard('asked for');
    screen.getByRole('button', { name: 'Cancel' }).focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(house.requests('erase')).toEqual([]);
    expect(app.screen).toBe('board');
  });

  it('that was shown is sealed again, and the focus stays with it', async () => {
    await open({ show_identity: () => ({ name: 'Maria Invented', born_on: null, documents: '', notes: '' }) });
    const user = userEvent.setup();
    render(App);
    app.go('board', { stay: 's214' });
    await user.click(await screen.findByRole('button', { name: 'Show' }));
    await user.keyboard('asked for{Enter}');
    expect(await screen.findByText('Maria Invented')).toBeVisible();
    const hide = screen.getByRole('button', { name: 'Seal again' });
    await waitFor(() => expect(hide).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.queryByText('Maria Invented')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Show' })).toHaveFocus());
  });
});
