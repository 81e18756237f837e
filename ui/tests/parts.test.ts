import axe from 'axe-core';
import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import source from '../dev/Parts.svelte?raw';
import Parts from '../dev/Parts.svelte';

const parts = Object.keys(import.meta.glob('../src/parts/*.svelte')).map((path) => path.split('/').at(-1));
const shipped = import.meta.glob<string>(['../src/**/*.{ts,svelte}', '../index.html'], { query: '?raw', import: 'default', eager: true });

describe('the page of the parts', () => {
  it('shows every part', () => {
    expect(parts.length).toBeGreaterThan(12);
    for (const part of parts) expect(source).toContain(`../src/parts/${part}'`);
  });

  it('has nothing that axe finds', async () => {
    const { container } = render(Parts);
    // Nothing is laid out here, so contrast can't be seen: it has a test of its own.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

  it('is not in the program', () => {
    for (const [path, text] of Object.entries(shipped)) expect(`${path} ${/['"./]dev\//u.test(text)}`).toBe(`${path} false`);
  });
});
