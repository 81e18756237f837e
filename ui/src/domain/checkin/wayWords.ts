import type { BedView, Help, Proposal, RoomView, Said, Stuck } from '../../bridge/types';
import { list } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** What a plan asks of those who are here: `Nobody moves`, `One move: K-198 to 3-4`. */
export function wayTitle({ moves }: Proposal): string {
  if (moves.length === 0) return t('way-nobody-moves');
  const who = list(moves.map(({ code, to }) => t('way-move', { who: code, to })));
  return t('way-moves', { count: moves.length, who });
}

/** Where everybody would sleep, and what else there is to say about it. */
export function wayWords(way: Proposal, rooms: RoomView[]): string {
  const remarks = way.remarks.map((remark) => remarkWords(remark));
  return [bedsWords(way, rooms), ...remarks].filter((words) => words !== '').join(' ');
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

function remarkWords(remark: Said): string {
  switch (remark.says) {
    // The title says it.
    case 'nobody_moves':
    case 'moves':
      return '';
    case 'room_to_themselves':
      return t('way-to-themselves', { room: remark.room });
    case 'shared_with':
      return t('way-shared-with', { room: remark.room, who: list(remark.people) });
    case 'spread':
      return t('way-spread', { rooms: list(remark.rooms.map(String)) });
    case 'opens_empty_room':
      return t('way-opens', { room: remark.room });
    case 'last_empty_room':
      return t(`way-last-${remark.room_use}`);
    case 'unsuited_use':
      return t('way-unsuited', { room: remark.room, who: remark.who });
  }
}

/** The rules that stand in the way: to be without one of these would be enough. */
export function obstacleWords({ rules }: Stuck): string[] {
  return rules.map((set) => list(set.map((rule) => t(`checkin-rule-${rule}`))));
}

/** What would help, the mildest first. */
export function helpWords({ hints }: Stuck): string[] {
  return hints.map((hint) => oneHelp(hint));
}

function oneHelp(hint: Help): string {
  switch (hint.helps) {
    case 'extra_bed':
      return t(hint.kind === 'cot' ? 'stuck-cot' : 'stuck-bed', { room: hint.room });
    case 'unpin':
      return t('stuck-unpin', { who: hint.who });
    case 'override':
      return t('stuck-override', { rule: t(`checkin-rule-${hint.rule}`) });
  }
}
