/** How tall a block is. A table is its head, which stands on every page it runs over, and its rows. */
export interface Tall {
  head: number;
  rows: number[];
  /** Whether it stays with what follows, as a heading does. */
  keep: boolean;
}

/** A block on a page, or the rows of it from one to before another. */
export interface Piece {
  block: number;
  from: number;
  to: number;
}

/** Rows that stay together at the beginning and at the end of a table. */
const FEW = 2;
/** A table up to this part of a page is not taken apart. */
const SMALL = 0.35;

/** Puts blocks on pages: `first` is the room on the first page, `room` that on the others. */
export function paginate(blocks: Tall[], first: number, room: number): Piece[][] {
  const pages: Piece[][] = [[]];
  let left = first;
  const page = () => pages.at(-1) ?? [];
  const turn = () => {
    if (page().length === 0) return;
    pages.push([]);
    left = room;
  };
  blocks.forEach((block, at) => {
    if (least(blocks, at, room) > left) turn();
    if (block.rows.length === 0) {
      page().push({ block: at, from: 0, to: 0 });
      left -= block.head;
      return;
    }
    let from = 0;
    while (from < block.rows.length) {
      const to = fill(block.rows, from, left - block.head);
      const piece = { block: at, from, to };
      page().push(piece);
      left -= block.head + sum(block.rows.slice(from, to));
      from = to;
      if (from < block.rows.length) turn();
    }
  });
  return pages;
}

/** Up to which row there is room; at least one goes on each page, and no last one stands alone. */
function fill(rows: number[], from: number, room: number): number {
  let to = from;
  let used = 0;
  while (to < rows.length && used + (rows[to] ?? 0) <= room) {
    used += rows[to] ?? 0;
    to += 1;
  }
  const alone = rows.length - to > 0 && rows.length - to < FEW;
  if (alone && to - from > FEW) to = rows.length - FEW;
  return Math.max(to, from + 1);
}

/** The least room that a block needs where it begins: with what it stays with, and some rows; a small table whole. */
function least(blocks: Tall[], at: number, room: number): number {
  const block = blocks[at];
  if (!block) return 0;
  const whole = block.head + sum(block.rows);
  const own = whole <= room * SMALL ? whole : block.head + sum(block.rows.slice(0, FEW));
  return block.keep ? own + least(blocks, at + 1, room) : own;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
