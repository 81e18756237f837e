import type { BedView, PlannedMove, Proposal, RoomView, Said, Stuck } from '../../bridge/types';
import { either, list } from '../../words/dates';
import { breachList } from '../../words/problem';
import { t } from '../../words/words.svelte';

/** What a plan asks of those who are here: `Nobody moves`, `One move: K-198 to 3-4`. */
export function wayTitle({ moves, breaches }: Proposal): string {
  if (breaches.length > 0) return t('way-past-title');
  return moves.length === 0 ? t('way-nobody-moves') : movesTitle(moves);
}

/** Who goes where: `One move: K-198 to 3-4`. */
export function movesTitle(moves: PlannedMove[]): string {
  const who = list(moves.map(({ code, to }) => t('way-move', { who: code, to })));
  return t('way-moves', { count: moves.length, who });
}

/** Where everybody would sleep, and what else there is to say about it. */
export function wayWords(way: Proposal, rooms: RoomView[]): string {
  const last = way.remarks.flatMap((remark) => (remark.says === 'last_empty_room' ? [remark.room] : []));
  // That a room was the last of its kind says already that it was empty.
  const remarks = way.remarks.filter((remark) => remark.says !== 'opens_empty_room' || !last.includes(remark.room));
  const past = way.breaches.length > 0 ? [t('way-past', { breaches: breachList(way.breaches) })] : [];
  const said = remarks.map((remark) => remarkWords(remark, 'room' in remark ? comersIn(way, rooms, remark.room) : 0));
  return [...past, bedsWords(way, rooms), ...said].filter((words) => words !== '').join(' ');
}

/** How many of those who come would sleep in a room; an infant without a bed goes where the adult does. */
function comersIn(way: Proposal, rooms: RoomView[], number: number): number {
  const beds = new Set(rooms.filter((room) => room.number === number).flatMap((room) => room.beds.map((bed) => bed.id)));
  return way.beds.filter((bed) => bed === null || beds.has(bed)).length;
}

function bedsWords(way: Proposal, rooms: RoomView[]): string {
  const found = rooms.flatMap((room) => room.beds.map((bed) => ({ room, bed })));
  const places = way.beds.flatMap((id) => found.filter(({ bed }) => bed.id === id));
  const labels = (kinds: (bed: BedView) => boolean) => places.filter(({ bed }) => kinds(bed)).map(({ bed }) => bed.label);
  const beds = labels((bed) => bed.kind !== 'cot');
  const cots = labels((bed) => bed.kind === 'cot');
  const said = [
    ...(beds.length > 0 ? [t('way-beds', { count: beds.length, beds: list(beds) })] : []),
    ...(cots.length > 0 ? [t('way-cots', { count: cots.length, cots: list(cots) })] : []),
  ].join(t('way-comma'));
  const room = places[0]?.room;
  const together = way.beds.length > 1 && room !== undefined && places.every((place) => place.room === room);
  return together ? t('way-together', { room: room.number, beds: said }) : t('way-apart', { beds: capital(said) });
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function remarkWords(remark: Said, count: number): string {
  switch (remark.says) {
    // The title says it.
    case 'nobody_moves':
    case 'moves':
      return '';
    case 'room_to_themselves':
      return t('way-to-themselves', { room: remark.room, count });
    case 'shared_with':
      return t('way-shared-with', { room: remark.room, who: list(remark.people) });
    case 'spread':
      return t('way-spread', { rooms: list(remark.rooms.map(String)) });
    case 'opens_empty_room':
      return t('way-opens', { room: remark.room });
    case 'last_empty_room':
      return t(`way-last-${remark.room_use}`, { room: remark.room });
    case 'unsuited_use':
      return t('way-unsuited', { room: remark.room, who: list(remark.people) });
  }
}

/** The rules that stand in the way: to be without one of these would be enough. */
export function obstacleWords({ rules }: Stuck): string[] {
  return rules.map((set) => list(set.map((rule) => t(`stuck-rule-${rule}`))));
}

/** What would help, the mildest first; what differs only in the room, the bed or the person is one line. */
export function helpWords({ hints }: Stuck): string[] {
  const cots = hints.flatMap((hint) => (hint.helps === 'extra_bed' && hint.kind === 'cot' ? [String(hint.room)] : []));
  const beds = hints.flatMap((hint) => (hint.helps === 'extra_bed' && hint.kind !== 'cot' ? [String(hint.room)] : []));
  const open = hints.flatMap((hint) => (hint.helps === 'open_bed' ? [hint.bed] : []));
  const pinned = hints.flatMap((hint) => (hint.helps === 'unpin' ? [hint.who] : []));
  const past = hints.flatMap((hint) => (hint.helps === 'override' ? [hint.rule] : []));
  return [
    ...(open.length > 0 ? [t('stuck-open', { beds: either(open) })] : []),
    ...(pinned.length > 0 ? [t('stuck-unpin', { who: either(pinned) })] : []),
    ...(cots.length > 0 ? [t('stuck-cot', { rooms: either(cots) })] : []),
    ...(beds.length > 0 ? [t('stuck-bed', { rooms: either(beds) })] : []),
    ...past.map((rule) => (rule === 'P2' ? t('stuck-more-moves') : t('stuck-override', { rule: t(`stuck-rule-${rule}`) }))),
  ];
}
