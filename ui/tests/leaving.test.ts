import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LeavingTable } from '../src/bridge/types';
import { ProblemError } from '../src/bridge/call';
import Leaving from '../src/domain/leaving/Leaving.svelte';
import Tables from '../src/domain/leaving/Tables.svelte';
import { speak } from '../src/words/words.svelte';

const preview = createRawSnippet(() => ({ render: () => '<p>three rows</p>' }));

beforeEach(() => speak('en'));

function show(onleave: (reason: string) => Promise<boolean>, small: { least: number; hidden: number } | null = null) {
  render(Leaving, { about: 'report', title: 'Annual report', confirm: 'Print', small, preview, onleave, onclose: () => {} });
  return userEvent.setup();
}

describe('what leaves the centre', () => {
  it('needs a reason, which is handed on', async () => {
    const onleave = vi.fn(() => Promise.resolve(true));
    const user = show(onleave, { least: 5, hidden: 3 });
    expect(screen.getByText('three rows')).toBeVisible();
    expect(screen.getByText(/3 cells are hidden: counts under 5/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(onleave).not.toHaveBeenCalled();
    expect(screen.getByText('Say why it leaves.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /Why it leaves/ }), '  to the ministry {Enter}');
    expect(onleave).toHaveBeenCalledWith('to the ministry');
  });

  it('says what is wrong and stays open', async () => {
    const user = show(() => Promise.reject(new ProblemError({ kind: 'failed', about: { code: 'disk_full' } })));
    await user.type(screen.getByRole('textbox', { name: /Why it leaves/ }), 'to the ministry{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/disk/i);
    expect(screen.getByRole('dialog', { name: 'Annual report' })).toBeVisible();
  });

  it('is shown as it leaves: words, digits as printed, and what is hidden', () => {
    const tables: LeavingTable[] = [
      {
        name: 'figures',
        columns: ['figure', 'value'],
        rows: [
          [{ is: 'word', what: ['figure', 'occupancy'] }, { is: 'number', what: 0.91666 }],
          [{ is: 'word', what: ['figure', 'mean_stay_nights'] }, { is: 'number', what: 24.65 }],
          [{ is: 'word', what: ['figure', 'discharges'] }, { is: 'hidden' }],
        ],
      },
      { name: 'ground', columns: ['kind', 'stays'], rows: [[{ is: 'word', what: ['ground', null] }, { is: 'count', what: 12 }]] },
      {
        name: 'months',
        columns: ['month', 'occupancy'],
        rows: [[{ is: 'month', what: '2008-02-01' }, { is: 'number', what: 0.5 }]],
      },
    ];
    render(Tables, { tables });
    const cells = (row: string) => within(screen.getByRole('rowheader', { name: row }).closest('tr')!).getByRole('cell').textContent.trim();
    expect(cells('Occupancy')).toBe('91.67%');
    expect(cells('Mean stay')).toBe('24.6500');
    expect(cells('Discharges')).toBe('hidden');
    expect(cells('not known')).toBe('12');
    expect(cells('February 2008')).toBe('50.00%');
    expect(screen.getByRole('table', { name: 'Why they were here' })).toBeVisible();
  });
});
