import type { Theme } from '../bridge/types';
import { app } from '../state/app.svelte';

/** The colours to choose from. */
export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

/** The sizes to choose from, in per cent of the usual one. */
export const ZOOMS: readonly number[] = [100, 125, 150, 200];

/** Ctrl with plus, minus and nought, as in every browser: larger, smaller, the usual size. */
export function zoomKeys(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !app.status) return;
  const now = ZOOMS.indexOf(app.status.zoom);
  const to = new Map([['+', now + 1], ['=', now + 1], ['-', now - 1], ['0', 0]]).get(event.key);
  if (to === undefined) return;
  event.preventDefault();
  const zoom = ZOOMS[to];
  if (zoom !== undefined && zoom !== app.status.zoom) void app.setLook({ zoom });
}
