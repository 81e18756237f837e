const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The tile to which an arrow key leads: the nearest one on that side, as seen on the screen. */
export function neighbour(plan: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const tiles = [...plan.querySelectorAll<HTMLElement>('[data-tile]')];
  const start = tiles.find((tile) => tile.contains(from));
  if (!start) return null;
  if (key === 'Home') return tiles[0] ?? null;
  if (key === 'End') return tiles.at(-1) ?? null;
  const step = STEPS[key];
  if (!step) return null;
  const here = start.getBoundingClientRect();
  // Where nothing is painted, the order of the page stands in.
  if (here.width === 0) return tiles[tiles.indexOf(start) + (step[0] || step[1])] ?? null;
  let best: HTMLElement | null = null;
  let least = Infinity;
  for (const tile of tiles) {
    const there = tile.getBoundingClientRect();
    const dx = middle(there.left, there.right) - middle(here.left, here.right);
    const dy = middle(there.top, there.bottom) - middle(here.top, here.bottom);
    const along = dx * step[0] + dy * step[1];
    const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
    if (along < 4) continue;
    const distance = along + 2.5 * aside;
    if (distance < least) {
      least = distance;
      best = tile;
    }
  }
  return best;
}

function middle(a: number, b: number): number {
  return (a + b) / 2;
}
