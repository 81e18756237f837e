import type { Bar, Instant, RoomUse, StayId, Tape, TapeBed } from '../../bridge/types';

export const LEFT = 148;
export const ROW = 20;
const GAP = 6;

/** A bed with the height at which it is drawn. */
export interface Row {
  bed: TapeBed;
  /** What is drawn of it: those that lie within the days shown, and until when it is free, if it is. */
  bars: Bar[];
  free: Instant | null;
  y: number;
  /** The first bed of a room says which room it is. */
  room: { number: number; meant: RoomUse } | null;
}

export function rowsOf(tape: Tape): Row[] {
  const rows: Row[] = [];
  let y = GAP;
  for (const room of tape.rooms) {
    for (const [index, bed] of room.beds.entries()) {
      const bars = bed.bars.filter((bar) => endOf(bar, tape) > tape.from && bar.from < tape.to);
      rows.push({ bed, bars, free: freeUntil(bed, tape), y, room: index === 0 ? { number: room.number, meant: room.room_use } : null });
      y += ROW;
    }
    y += GAP;
  }
  return rows;
}

export function heightOf(rows: Row[]): number {
  return (rows.at(-1)?.y ?? 0) + ROW + GAP;
}

/** Where an instant lies across the chart; outside of it, at its edge. */
export function scale(tape: Tape, width: number): (at: Instant) => number {
  const span = Math.max(1, tape.to - tape.from);
  return (at) => {
    const part = (Math.min(tape.to, Math.max(tape.from, at)) - tape.from) / span;
    return Math.round((LEFT + part * (width - LEFT)) * 10) / 10;
  };
}

/** When somebody is to leave: as expected, or at the end of the term. */
export function plannedEnd(bar: Extract<Bar, { is: 'stay' }>): Instant | null {
  return bar.leaves ?? bar.term;
}

/** Until when a bar is drawn. */
export function endOf(bar: Bar, tape: Tape): Instant {
  if (bar.to !== null) return bar.to;
  return bar.is === 'stay' ? Math.max(plannedEnd(bar) ?? tape.now, tape.now) : tape.to;
}

/** From now on until when nobody has the bed; null where somebody has it, or it takes nobody, or stands there no more. */
export function freeUntil(bed: TapeBed, tape: Tape): Instant | null {
  if (tape.now < tape.from || tape.now >= tape.to) return null;
  const gone = bed.until ?? tape.to;
  if (gone <= tape.now) return null;
  const busy = bed.bars.some((bar) => bar.from <= tape.now && (bar.to === null || bar.to > tape.now));
  if (busy) return null;
  return Math.min(bed.bars.find((bar) => bar.from > tape.now)?.from ?? tape.to, gone);
}

/** Lines between the beds of somebody who moved. */
export function movesOf(rows: Row[]): { stay: StayId; at: Instant; from: number; to: number }[] {
  const pieces = rows.flatMap((row) => row.bed.bars.flatMap((bar) => (bar.is === 'stay' ? [{ bar, y: row.y }] : [])));
  return pieces.flatMap(({ bar, y }) => {
    if (!bar.moved) return [];
    const before = pieces.find((one) => one.bar.stay === bar.stay && one.bar.to === bar.from);
    return before ? [{ stay: bar.stay, at: bar.from, from: before.y + ROW / 2, to: y + ROW / 2 }] : [];
  });
}
