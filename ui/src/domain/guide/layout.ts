import type { NewRoom, Wing } from '../../bridge/types';

/** How many columns the plan of the building has. */
export const COLUMNS = 8;

const WINGS: Wing[] = ['north', 'south'];

/** How many rooms, beds and cots among them. */
export function sumOf(rooms: NewRoom[]): { rooms: number; beds: number; cots: number } {
  const beds = rooms.flatMap((room) => room.beds);
  return { rooms: rooms.length, beds: beds.length, cots: beds.filter((bed) => bed.kind === 'cot').length };
}

/** Room numbers that stand on more than one door, or are none at all. */
export function wrongNumbers(rooms: NewRoom[]): number[] {
  const numbers = rooms.map((room) => room.number);
  return numbers.filter((number, i) => numbers.indexOf(number) !== i || !isNumber(number));
}

export function isNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 9999;
}

/** The rooms with one of them a column further, or in the place of its neighbour; null where it is at the end. */
export function moved(rooms: NewRoom[], room: NewRoom, step: -1 | 1): NewRoom[] | null {
  const column = room.column + step;
  if (fits(rooms, { ...room, column }, room)) return put(rooms, room, { column });
  const edge = step < 0 ? room.column - 1 : room.column + room.width;
  const neighbour = at(rooms, room.wing, edge);
  if (!neighbour) return null;
  const left = step < 0 ? neighbour : room;
  const right = step < 0 ? room : neighbour;
  return rooms.map((one) => {
    if (one === left) return { ...one, column: left.column + right.width };
    return one === right ? { ...one, column: left.column } : one;
  });
}

/** The rooms with one of them wider or narrower; null where there is no space beside it. */
export function resized(rooms: NewRoom[], room: NewRoom, step: -1 | 1): NewRoom[] | null {
  const width = room.width + step;
  if (width < 1) return null;
  const tries = [room.column, room.column - 1].map((column) => ({ ...room, column, width }));
  const found = tries.find((one) => fits(rooms, one, room));
  return found ? put(rooms, room, { column: found.column, width }) : null;
}

/** The rooms with one of them in the other wing, opposite if it can be; null where that wing is full. */
export function crossed(rooms: NewRoom[], room: NewRoom): NewRoom[] | null {
  const wing: Wing = room.wing === 'north' ? 'south' : 'north';
  const spot = spotFor(rooms, wing, room.width, room.column);
  return spot ? put(rooms, room, { wing, ...spot }) : null;
}

/** The rooms with a new one in the first gap; null where the plan is full. */
export function added(rooms: NewRoom[]): NewRoom[] | null {
  for (const wing of WINGS) {
    const spot = spotFor(rooms, wing, 1, 0);
    if (spot) {
      const beds = [{ kind: 'single' as const }];
      return [...rooms, { number: freeNumber(rooms), room_use: 'any', step_free: false, wing, ...spot, beds }];
    }
  }
  return null;
}

function spotFor(rooms: NewRoom[], wing: Wing, wanted: number, near: number) {
  for (let width = wanted; width >= 1; width -= 1) {
    const columns = Array.from({ length: COLUMNS }, (_, column) => column);
    columns.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    const column = columns.find((one) => fits(rooms, { wing, column: one, width }));
    if (column !== undefined) return { column, width };
  }
  return null;
}

function fits(rooms: NewRoom[], spot: Pick<NewRoom, 'wing' | 'column' | 'width'>, except?: NewRoom): boolean {
  const end = spot.column + spot.width;
  if (spot.column < 0 || end > COLUMNS) return false;
  return rooms.every(
    (one) => one === except || one.wing !== spot.wing || one.column >= end || one.column + one.width <= spot.column,
  );
}

function at(rooms: NewRoom[], wing: Wing, column: number): NewRoom | undefined {
  return rooms.find((one) => one.wing === wing && one.column <= column && column < one.column + one.width);
}

function put(rooms: NewRoom[], room: NewRoom, change: Partial<NewRoom>): NewRoom[] {
  return rooms.map((one) => (one === room ? { ...one, ...change } : one));
}

function freeNumber(rooms: NewRoom[]): number {
  let number = 1;
  while (rooms.some((room) => room.number === number)) number += 1;
  return number;
}
