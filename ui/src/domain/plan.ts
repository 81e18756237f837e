import type { BedView, Board, RoomView, StayId } from '../bridge/types';

/** A part of a wing: a room, or the open floor between rooms. */
export interface Segment {
  room: RoomView | null;
  column: number;
  width: number;
}

/** Beds of one party side by side, or a single bed. */
export interface Block {
  beds: BedView[];
  /** The party, where more than one of its people sleep here. */
  party: string | null;
  column: number;
  row: number;
}

const COLUMNS = 8;

/** How many places can be used now: neither taken nor held. Below zero where there are more people than places. */
export function freePlaces(board: Board): number {
  const left = board.places - board.taken;
  return left < 0 ? left : Math.max(0, left - board.held);
}

/** How many columns the plan needs: a small house is not drawn on a wide empty floor. */
export function columnsOf(rooms: RoomView[]): number {
  const end = Math.max(0, ...rooms.map((room) => room.column + room.width));
  return Math.min(COLUMNS, Math.max(4, end));
}

/** The rooms of one side of the corridor from left to right, with the gaps between them. */
export function segments(rooms: RoomView[], wing: RoomView['wing'], columns: number): Segment[] {
  const side = rooms.filter((room) => room.wing === wing).sort((a, b) => a.column - b.column);
  const found: Segment[] = [];
  let at = 0;
  for (const room of side) {
    if (room.column > at) found.push({ room: null, column: at, width: room.column - at });
    found.push({ room, column: room.column, width: room.width });
    at = room.column + room.width;
  }
  if (at < columns) found.push({ room: null, column: at, width: columns - at });
  return found;
}

/** The beds of a room as tiles: a party stays together, and each block goes where there is most space. */
export function blocks(room: RoomView): Block[] {
  const heights = Array.from({ length: Math.max(1, room.width) }, () => 0);
  return grouped(room.beds).map(({ beds, party }) => {
    const column = heights.indexOf(Math.min(...heights));
    const row = heights[column] ?? 0;
    heights[column] = row + beds.length;
    return { beds, party, column, row };
  });
}

function grouped(beds: BedView[]): { beds: BedView[]; party: string | null }[] {
  const groups: { beds: BedView[]; party: string | null }[] = [];
  for (const bed of beds) {
    const party = bed.people[0]?.party ?? null;
    const same = groups.find((group) => group.party !== null && group.party === party);
    if (same) same.beds.push(bed);
    else groups.push({ beds: [bed], party });
  }
  return groups.map((group) => ({ ...group, party: group.beds.length > 1 ? group.party : null }));
}

/** The bed somebody sleeps in, with its room. */
export function bedOf(board: Board, stay: StayId): { bed: BedView; room: RoomView } | null {
  for (const room of board.rooms) {
    const bed = room.beds.find((one) => one.people.some((person) => person.stay === stay));
    if (bed) return { bed, room };
  }
  return null;
}

/** A bed by its id, with its room. */
export function bedById(board: Board, id: string): { bed: BedView; room: RoomView } | null {
  for (const room of board.rooms) {
    const bed = room.beds.find((one) => one.id === id);
    if (bed) return { bed, room };
  }
  return null;
}
