import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import App from '../src/App.svelte';
import type { Backups, Behind } from '../src/bridge/types';
import { app } from '../src/state/app.svelte';
import { NOW, house, open } from './house';

const DAY = 86_400_000;
const STATE: Backups = {
  folders: [
    { folder: '/home/centre/backups', there: true, late: null, failed: null, backups: [{ number: 7, head: 51, made_at: NOW - 2 * DAY }] },
    { folder: '/media/stick', there: false, late: null, failed: null, backups: [] },
  ],
  every: 20, last: NOW - 2 * DAY, since: 4, overdue: true, rehearsed: null, behind: null,
};

async function settings(state: Backups = STATE) {
  await open({ backup_state: () => state, staff: () => [], back_up: () => ({ ...state, overdue: false, since: 0 }) });
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return user;
}

describe('backups', () => {
  it('are said to be too old on the board, until there is one', async () => {
    const user = await settings();
    expect(await screen.findByText('The last backup is too old')).toBeVisible();
    app.go('settings', { heading: 'backups-heading' });
    expect(await screen.findByText(/4 actions were recorded since/)).toBeVisible();
    expect(screen.getByText('not there now: a stick that was taken out?')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText(/Nothing was recorded since/)).toBeVisible();
  });

  it('name on the board each folder that nothing got to for long', async () => {
    const folders = [STATE.folders[0]!, { ...STATE.folders[1]!, late: NOW - 20 * DAY }];
    await settings({ ...STATE, overdue: false, folders });
    expect(await screen.findByText('A backup folder gets nothing')).toBeVisible();
    expect(screen.getByText(/nothing since .* in \/media\/stick/)).toBeVisible();
    app.go('settings', { heading: 'backups-heading' });
    expect(await screen.findByText(/nothing got there since/)).toBeVisible();
  });

  it('say of a folder that is there why the last one did not get into it, and a rehearsal does not say that all is well', async () => {
    const stick = { ...STATE.folders[1]!, there: true, failed: { code: 'disk_full' as const } };
    const user = await settings({ ...STATE, overdue: false, folders: [STATE.folders[0]!, stick] });
    expect(await screen.findByText('A backup folder gets nothing')).toBeVisible();
    expect(screen.getByText('/media/stick: The disk is full.')).toBeVisible();
    house.answers.rehearse = () => STATE.folders[0]!.backups;
    app.go('settings', { heading: 'backups-heading' });
    expect(await screen.findByText(/did not get there: The disk is full/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Rehearse a restore' }));
    await waitFor(() => expect(house.requests('rehearse')).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Rehearse a restore' })).toBeEnabled());
    expect(screen.queryByText(/says the same as the file/u)).toBeNull();
  });

  it('leave nothing that opens them on the screen, once one was brought back from the sign-in', async () => {
    const user = await settings({ ...STATE, overdue: false });
    house.answers.backups_in = ({ folder }) => ({ ...STATE.folders[0]!, folder });
    house.answers.restore_preview = () => ({
      backup: { number: 7, head: 51, made_at: NOW - 2 * DAY }, last_recorded: NOW - 2 * DAY, here: 22, lost: 4,
      accounts_back: [], accounts_gone: [], erased_again: 0,
    });
    house.answers.restore = () => app.status!;
    app.status = { ...app.status!, stage: 'locked', staff: null, sample: false, sample_sign_in: null };
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup' }));
    await user.type(screen.getByRole('textbox', { name: 'Folder of the backups' }), '/media/stick{Enter}');
    await user.click(await screen.findByRole('radio', { name: 'recovery key' }));
    await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), 'AGE-SECRET-KEY-1');
    await user.click(screen.getByRole('button', { name: 'What would it bring?' }));
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    expect(await screen.findByText('Sign in with a name and a passphrase of that time.')).toBeVisible();
    expect(screen.queryByDisplayValue(/AGE-SECRET/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Restore this backup' })).toBeNull();
    expect(house.requests('restore')).toHaveLength(1);
  });

  it('say what is being done while it is done', async () => {
    const user = await settings();
    app.go('settings', { heading: 'backups-heading' });
    const answer = house.answer.bind(house);
    let finish = (): void => {};
    house.answer = (name, request) =>
      name === 'back_up' ? new Promise((done) => (finish = () => void done(answer(name, request)))) : answer(name, request);
    await user.click(await screen.findByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText(/^A backup is being written/)).toBeVisible();
    finish();
    await waitFor(() => expect(screen.queryByText(/^A backup is being written/)).toBeNull());
    house.answer = answer;
  });

  it('show how far they are, and stop when told to, which is no failure', async () => {
    const user = await settings();
    app.go('settings', { heading: 'backups-heading' });
    house.answers.work = () => ({ percent: 40, stoppable: true });
    house.answers.stop_work = () => ({});
    const answer = house.answer.bind(house);
    let stop = (): void => {};
    const stopped = new Promise<never>((_, fail) => (stop = () => fail({ kind: 'failed', about: { code: 'stopped' } })));
    house.answer = (name, request) => (name === 'back_up' ? stopped : answer(name, request));
    await user.click(await screen.findByRole('button', { name: 'Back up now' }));
    const bar = await screen.findByRole('progressbar', { name: /^A backup is being written/ });
    expect(bar).toHaveAttribute('value', '40');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(house.requests('stop_work')).toHaveLength(1);
    expect(await screen.findByText('Stopping…')).toBeVisible();
    stop();
    const said = await screen.findByText('Stopped. Nothing was changed.');
    expect(said.closest('[role]')).toHaveAttribute('role', 'note');
    expect(screen.queryByRole('progressbar')).toBeNull();
    // Its button went with the work: one is where the work was begun.
    await waitFor(() => expect(screen.getByRole('button', { name: 'Back up now' })).toHaveFocus());
    house.answer = answer;
  });

  it('can be stopped no more once nothing leads back', async () => {
    const user = await settings();
    app.go('settings', { heading: 'backups-heading' });
    house.answers.work = () => ({ percent: 80, stoppable: false });
    const answer = house.answer.bind(house);
    let finish = (): void => {};
    house.answer = (name, request) =>
      name === 'back_up' ? new Promise((done) => (finish = () => void done(answer(name, request)))) : answer(name, request);
    await user.click(await screen.findByRole('button', { name: 'Back up now' }));
    expect(await screen.findByRole('button', { name: 'Stop' })).toBeDisabled();
    finish();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    house.answer = answer;
  });

  it('show what a restore would bring and lose before it is done', async () => {
    const user = await settings();
    house.answers.backups_in = ({ folder }) => ({ ...STATE.folders[0]!, folder });
    house.answers.restore_preview = () => ({
      backup: { number: 7, head: 51, made_at: NOW - 2 * DAY }, last_recorded: NOW - 2 * DAY, here: 22, lost: 4,
      accounts_back: ['Ion', 'Vera'], accounts_gone: ['Noapte'], erased_again: 2,
    });
    app.go('settings', { heading: 'backups-heading' });
    await user.click((await screen.findAllByRole('button', { name: 'Restore from a backup' }))[0]!);
    // Where the folder is known it is looked into at once.
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Which backup' })).toHaveFocus());
    await user.type(await screen.findByRole('textbox', { name: 'Who are you?' }), 'MC');
    await user.type(screen.getByLabelText('Passphrase'), 'agrafa de serviciu');
    await user.click(screen.getByRole('button', { name: 'What would it bring?' }));
    expect(await screen.findByText(/22 people were here then/)).toBeVisible();
    // Enter, pressed once more, restores nothing that wasn't read.
    await user.keyboard('{Enter}{Control>}{Enter}{/Control}');
    expect(screen.getByText('4 actions recorded here later would be lost')).toBeVisible();
    expect(screen.getByText('Accounts that come back: Ion, Vera')).toBeVisible();
    expect(screen.getByText('Accounts that vanish: Noapte')).toBeVisible();
    expect(screen.getByText('2 people in it were erased since, and are erased again at once.')).toBeVisible();
    expect(house.requests('restore')).toEqual([]);
    // Esc goes back a step, to which backup.
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Which backup' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'What would it bring?' }));
    await screen.findByText(/22 people were here then/);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
    // It is said that it is there, and what opens it.
    house.answers.restore = () => ({ ...app.status!, stage: 'locked', staff: null });
    await user.click(screen.getByRole('button', { name: 'Restore this backup' }));
    expect(await screen.findByText('Backup 7 is in the place of the file')).toBeVisible();
    expect(screen.getByText('Sign in with a name and a passphrase of that time.')).toBeVisible();
  });

  it('restore the one that was shown, whatever is typed while it is being read', async () => {
    const user = await settings();
    const older = { number: 6, head: 40, made_at: NOW - 5 * DAY };
    house.answers.backups_in = ({ folder }) => ({ ...STATE.folders[0]!, folder, backups: [...STATE.folders[0]!.backups, older] });
    house.answers.restore_preview = () => ({
      backup: STATE.folders[0]!.backups[0]!, last_recorded: NOW - 2 * DAY, here: 22, lost: 4, accounts_back: [], accounts_gone: [], erased_again: 0,
    });
    house.answers.restore = () => app.status!;
    app.go('settings', { heading: 'backups-heading' });
    await user.click((await screen.findAllByRole('button', { name: 'Restore from a backup' }))[0]!);
    await user.type(await screen.findByRole('textbox', { name: 'Who are you?' }), 'MC');
    await user.type(screen.getByLabelText('Passphrase'), 'agrafa de serviciu');
    const read = house.hold('restore_preview');
    await user.click(screen.getByRole('button', { name: 'What would it bring?' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which backup' }), '6');
    await user.type(screen.getByLabelText('Passphrase'), ' x');
    read();
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    await waitFor(() => expect(house.requests('restore')).toHaveLength(1));
    expect(house.requests('restore')).toEqual(house.requests('restore_preview'));
    expect(house.requests('restore')[0]).toMatchObject({ number: 7, passphrase: 'agrafa de serviciu' });
  });

  it('are not left with Cancel while one is being restored: that would stop nothing', async () => {
    const user = await settings();
    house.answers.backups_in = ({ folder }) => ({ ...STATE.folders[0]!, folder });
    house.answers.restore_preview = () => ({
      backup: STATE.folders[0]!.backups[0]!, last_recorded: NOW - 2 * DAY, here: 22, lost: 4, accounts_back: [], accounts_gone: [], erased_again: 0,
    });
    house.answers.restore = () => app.status!;
    app.go('settings', { heading: 'backups-heading' });
    await user.click((await screen.findAllByRole('button', { name: 'Restore from a backup' }))[0]!);
    await user.type(await screen.findByRole('textbox', { name: 'Who are you?' }), 'MC');
    await user.type(screen.getByLabelText('Passphrase'), 'agrafa de serviciu');
    await user.click(screen.getByRole('button', { name: 'What would it bring?' }));
    const restored = house.hold('restore');
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    expect(cancel).toHaveAttribute('aria-busy', 'true');
    await user.click(cancel);
    expect(screen.getByText(/22 people were here then/)).toBeVisible();
    restored();
    expect(await screen.findByText('Backup 7 is in the place of the file')).toBeVisible();
  });

  it('say at the form what is wrong with another folder', async () => {
    const user = await settings({ ...STATE, overdue: false });
    house.answers.set_backups = () => {
      throw { kind: 'failed', about: { code: 'no_folder' } };
    };
    app.go('settings', { heading: 'backups-heading' });
    await user.click(await screen.findByRole('button', { name: 'Another folder' }));
    await user.type(screen.getByRole('textbox', { name: 'Folder' }), '/nowhere{Enter}');
    expect((await screen.findByRole('alert')).closest('form')).not.toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Another folder' })).toHaveFocus());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a file without what was kept beside it', () => {
  it('is said to be perhaps an older one, until a manager says why', async () => {
    let behind: Behind | null = { known: null, here: 12, here_at: NOW - DAY };
    await open({
      backup_state: () => ({ ...STATE, overdue: false, behind }),
      accept_older: () => ({ ...STATE, overdue: false, behind: (behind = null) }),
    });
    const user = userEvent.setup();
    render(App);
    expect(await screen.findByText('Nobody can say whether this is the newest file')).toBeVisible();
    expect(screen.getByText(/It ends with action 12/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go on with this file' }));
    const why = screen.getByLabelText('Why what was beside it is gone');
    expect(why).toHaveFocus();
    await user.type(why, 'moved to another PC');
    // Going back folds the form; what was typed is there again.
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Go on with this file' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.getByLabelText('Why what was beside it is gone')).toHaveValue('moved to another PC');
    await user.click(screen.getByRole('button', { name: 'Go on with this file' }));
    await waitFor(() => expect(house.requests('accept_older')).toEqual([{ reason: 'moved to another PC' }]));
    await waitFor(() => expect(screen.queryByText('Nobody can say whether this is the newest file')).toBeNull());
  });

  it('keeps the tour waiting, and reception from deciding', async () => {
    let behind: Behind | null = { known: [14, NOW], here: 12, here_at: NOW - DAY };
    const staff = { id: 'u2', name: 'Ion', role: 'reception', locked: false } as const;
    await open({ backup_state: () => ({ ...STATE, overdue: false, behind }) }, { toured: false, staff });
    render(App);
    expect(await screen.findByText('This is not the newest file')).toBeVisible();
    expect(screen.getByText(/Tell a manager/u)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Go on with this file' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Tour' })).toBeNull();
    behind = null;
    await app.refresh();
    expect(await screen.findByRole('region', { name: 'Tour' })).toBeVisible();
  });
});

describe('a damaged file', () => {
  it('is found by reading it whole after the unlocking, which the board does not wait for, and said where one signs in', async () => {
    const user = await settings({ ...STATE, overdue: false });
    const opened = app.status!;
    const locked = { ...opened, stage: 'locked' as const, staff: null };
    house.answers.unlock = () => opened;
    house.answers.check_file = () => {
      throw { kind: 'failed', about: { code: 'damaged' } };
    };
    await app.take(locked);
    house.asked = [];
    const read = house.hold('check_file');
    await user.type(await screen.findByRole('textbox', { name: 'Who are you?' }), 'MC');
    await user.type(screen.getByLabelText('Passphrase'), 'agrafa de serviciu{Enter}');
    expect(await screen.findByText('K-214')).toBeVisible();
    await waitFor(() => expect(house.requests('check_file')).toEqual([{}]));
    expect(house.requests('status')).toEqual([]);
    house.answers.status = () => ({ ...locked, trouble: { code: 'damaged' } });
    read();
    expect(await screen.findByText('The file of the centre is damaged.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Who are you?' })).toBeVisible();
    expect(screen.queryByText('K-214')).toBeNull();
    expect(house.requests('status')).toEqual([{}]);
  });
});

describe('a forgotten passphrase', () => {
  it('is made good with the recovery key, and says what is wrong with it', async () => {
    await settings();
    const locked = { ...app.status!, stage: 'locked' as const, staff: null, sample: false, sample_sign_in: null };
    house.answers.status = () => locked;
    await app.take(locked);
    house.answers.recover = () => {
      throw { kind: 'failed', about: { code: 'wrong_recovery' } };
    };
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Passphrase forgotten' }));
    const form = await screen.findByRole('form', { name: 'Passphrase forgotten' });
    expect(within(form).getByRole('textbox', { name: 'Recovery key' })).toHaveFocus();
    // What is missing is said, and nothing is sent.
    await user.click(screen.getByRole('button', { name: 'Let me in' }));
    await waitFor(() => expect(within(form).getByRole('textbox', { name: 'Recovery key' })).toBeInvalid());
    expect(within(form).getByRole('textbox', { name: 'Who are you?' })).toBeInvalid();
    expect(house.requests('recover')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), 'AGE-SECRET-KEY-1XYZ');
    await user.type(screen.getByRole('textbox', { name: 'Who are you?' }), 'MC');
    await user.type(screen.getByLabelText('New passphrase'), 'o fraza noua lunga');
    await user.type(screen.getByLabelText('The same again'), 'o fraza noua lunga');
    await user.click(screen.getByRole('button', { name: 'Let me in' }));
    const key = screen.getByRole('textbox', { name: 'Recovery key' });
    await waitFor(() => expect(key).toHaveFocus());
    expect(key).toHaveAccessibleDescription(/This recovery key opens nothing here\./u);
    expect(house.requests('recover')).toHaveLength(1);
    // The key is of one line: Enter goes on from it. A short wait after what was wrong is waited out.
    let early = true;
    house.answers.recover = () => {
      if (early) {
        early = false;
        throw { kind: 'failed', about: { code: 'too_soon', seconds: 0 } };
      }
      throw { kind: 'failed', about: { code: 'wrong_passphrase' } };
    };
    const tried = house.hold('recover');
    await user.type(key, '2{Enter}');
    // It is being tried: Cancel would not stop that.
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    tried();
    const who = screen.getByRole('textbox', { name: 'Who are you?' });
    await waitFor(() => expect(who).toHaveFocus());
    expect(who).toHaveAccessibleDescription('There is no account with this name.');
    expect(key).toBeValid();
    expect(house.requests('recover').at(-1)).toMatchObject({ recovery: 'AGE-SECRET-KEY-1XYZ2', name: 'MC' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Who are you?' })).toHaveFocus());
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeVisible();
  });
});
