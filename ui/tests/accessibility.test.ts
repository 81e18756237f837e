import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import { arrival } from '../src/domain/checkin/arrival.svelte';
import { app } from '../src/state/app.svelte';
import { tree } from './accessibility/tree';
import { stand } from './door';
import { open } from './house';

// Board and check-in as they are read aloud. The files are read by people whenever they change: `npx vitest run -u`
// writes them anew.
describe('what is read aloud', () => {
  beforeEach(() => arrival.reset());

  it('on the board, with somebody open, is as it was reviewed', async () => {
    await open({});
    render(App);
    await screen.findByRole('heading', { level: 1 });
    await app.openPerson('s203');
    await screen.findByRole('complementary', { name: 'K-203' });
    await expect(tree(document.body)).toMatchFileSnapshot('accessibility/board.txt');
  });

  it('at check-in of a mother with a child is as it was reviewed', async () => {
    await stand();
    render(App);
    const user = userEvent.setup();
    app.go('checkin');
    await screen.findByRole('heading', { name: 'Check in' });
    await user.keyboard('27{Enter}5');
    // The proposal comes when typing has paused: before it, nobody has a bed.
    await screen.findByRole('radio', { name: /K-215.*proposed/u });
    await expect(tree(document.body)).toMatchFileSnapshot('accessibility/check-in.txt');
  });
});
