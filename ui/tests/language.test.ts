import { beforeEach, describe, expect, it, vi } from 'vitest';

describe('a language', () => {
  beforeEach(() => vi.resetModules());

  it('is spoken at once at the door, and later only when all of it is known', async () => {
    const { language, speak, t } = await import('../src/words/words.svelte');
    const spoken = speak('en');
    expect(language()).toBe('en');
    expect(t('unlock')).toBe('Unlock');
    await spoken;
    expect(t('tape-title')).not.toBe('tape-title');
    const russian = speak('ru');
    // No message is shown by its name meanwhile.
    expect(language()).toBe('en');
    expect(t('tape-title')).not.toBe('tape-title');
    await russian;
    expect(language()).toBe('ru');
    expect(t('tape-title')).not.toBe('tape-title');
  });

  it('is the one that was asked for last', async () => {
    const { language, speak } = await import('../src/words/words.svelte');
    await speak('en');
    await Promise.all([speak('ru'), speak('ro')]);
    expect(language()).toBe('ro');
  });
});
