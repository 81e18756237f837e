import type { BedChoice, RoomNo, RoomView, RoomWhy, Rule, Usable } from '../../bridge/types';
import { list } from '../../words/dates';
import { breachList } from '../../words/problem';
import { t } from '../../words/words.svelte';

/** Rooms that don't fit somebody, for the same reason. */
export interface NotHere {
  rooms: number[];
  text: string;
}

/** Why each room without a bed for this person has none; rooms with the same reason together. */
export function whyNotElsewhere(rooms: RoomView[], choices: Usable): NotHere[] {
  const groups = new Map<string, { rooms: number[]; free: BedChoice[][] }>();
  for (const room of [...rooms].sort((a, b) => a.number - b.number)) {
    const beds = choices.beds.filter((choice) => room.beds.some((bed) => bed.id === choice.bed));
    if (beds.length === 0 || beds.some((choice) => choice.why_not === null)) continue;
    const free = beds.filter((choice) => choice.why_not?.why === 'rules');
    const reason = free.length === 0 ? fullness(beds) : rulesOf(free).join(' ');
    const group = groups.get(reason) ?? { rooms: [], free: [] };
    group.rooms.push(room.number);
    group.free.push(free);
    groups.set(reason, group);
  }
  return [...groups].map(([reason, { rooms: numbers, free }]) => ({
    rooms: numbers,
    text: words(reason, numbers.length === 1 ? (free[0] ?? []) : []),
  }));
}

/** Why each room can't take a whole party; rooms with the same reason together. */
export function whyNotTogether(rooms: RoomNo[], party: string[]): NotHere[] {
  const groups = new Map<string, number[]>();
  for (const { room, why } of rooms) {
    const text = togetherWords(why, party);
    groups.set(text, [...(groups.get(text) ?? []), room]);
  }
  return [...groups].map(([text, numbers]) => ({ rooms: numbers, text }));
}

function togetherWords(why: RoomWhy[], party: string[]): string {
  // Where beds are missing, rules would only be the second reason.
  const beds = why.find((one) => one.why === 'beds');
  if (beds?.why === 'beds') return t('checkin-room-beds', { free: beds.free, needed: beds.needed });
  const kinds = why.flatMap((one) => (one.why === 'kinds' ? [t('checkin-room-kinds', { who: list(one.people) })] : []));
  const breaches = why.flatMap((one) => (one.why === 'rule' ? [one.breach] : []));
  const rules = [...new Set(breaches.map(({ rule }) => rule))].map((rule) => {
    const about = breaches.filter((breach) => breach.rule === rule);
    // Who it is about: whoever needs isolation or a way without steps, otherwise those who are there already.
    const needs = about.map(({ code }) => code);
    const there = about.flatMap(({ code, other }) => (other === null ? [] : [code, other])).filter((who) => !party.includes(who));
    const people = rule === 'R4' || there.length === 0 ? needs : there;
    return t('checkin-room-with', { rule: t(`checkin-rule-${rule}`), who: list([...new Set(people)]) });
  });
  return [...kinds, ...rules].join('; ');
}

function fullness(beds: BedChoice[]): string {
  return beds.some((choice) => choice.why_not?.why === 'picked') ? 'picked' : 'full';
}

/** The rules that every free bed of a room breaks; where beds differ, all of them. */
function rulesOf(free: BedChoice[]): Rule[] {
  const sets = free.map((choice) => (choice.why_not?.why === 'rules' ? choice.why_not.breaches : []));
  const rules = [...new Set(sets.flat().map((breach) => breach.rule))].sort();
  const common = rules.filter((rule) => sets.every((set) => set.some((breach) => breach.rule === rule)));
  return common.length > 0 ? common : rules;
}

function words(reason: string, free: BedChoice[]): string {
  if (reason === 'full' || reason === 'picked') return t(`checkin-room-${reason}`);
  const rules = reason.split(' ') as Rule[];
  const breaches = free
    .flatMap((choice) => (choice.why_not?.why === 'rules' ? choice.why_not.breaches : []))
    .filter((breach) => rules.includes(breach.rule));
  const exact = breachList(breaches);
  // Many people's names say less than the rule itself.
  if (exact && new Set(breaches.map((breach) => `${breach.rule} ${breach.code} ${breach.other}`)).size <= 2) return exact;
  return rules.map((rule) => t(`checkin-rule-${rule}`)).join('; ');
}
