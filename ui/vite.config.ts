import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte()],
  resolve: {
    alias: { $locales: at('../assets/locales'), $codes: at('../assets/codes'), $handbook: at('../assets/handbook') },
    // Components are mounted in tests as they are in the window.
    conditions: mode === 'test' ? ['browser'] : undefined,
  },
  server: { fs: { allow: [at('.'), at('../assets'), at('../src-tauri/src'), at('../src-tauri/crates/sheets/src')] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'safari16.4',
    // The window's content security policy allows files only: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // The colours are read from the file itself.
    css: { include: [/tokens\.css/] },
    testTimeout: 20_000,
  },
}));
