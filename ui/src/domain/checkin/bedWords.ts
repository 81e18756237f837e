import type { BedView, Board, PlannedMove } from '../../bridge/types';
import { whyNotWords } from '../../words/problem';
import { t } from '../../words/words.svelte';
import { app } from '../../state/app.svelte';
import { arrival } from './arrival.svelte';
import { hosts } from './hosts';
import type { Person, Place } from './party';

/** What can be done with a bed for the member who is being picked. */
export type BedState = 'ours' | 'usable' | 'overridable' | 'refused';

export function bedState(bed: string): BedState {
  if (arrival.people.some((person) => isIn(person, bed))) return 'ours';
  const choice = choiceOf(bed);
  if (!choice) return 'refused';
  if (choice.why_not === null) return 'usable';
  return choice.overridable ? 'overridable' : 'refused';
}

/** Whether a bed can be given to the member who is being picked. */
export function mayPick(bed: string): boolean {
  const choice = choiceOf(bed);
  if (!choice) return false;
  return choice.why_not === null || (choice.overridable && app.isManager);
}

/** Who of the party is to have this bed. */
export function ownerOf(bed: string): Person | undefined {
  return arrival.people.find((person) => isIn(person, bed));
}

/** Why a bed can't be picked, or what stands against it; null where nothing does. */
export function bedTrouble(bed: string): string | null {
  const choice = choiceOf(bed);
  if (!choice?.why_not) return null;
  const why = whyNotWords(choice.why_not);
  if (!choice.overridable) return why;
  return `${why}. ${t(app.isManager ? 'checkin-may-override' : 'checkin-manager-may')}`;
}

/** The resident who would leave this bed by the plan. */
export function leaving(bed: BedView): PlannedMove | undefined {
  return arrival.plan?.moves.find((one) => bed.people.some((person) => person.stay === one.stay));
}

/** The resident who would come to this bed by the plan. */
export function coming(bed: BedView): PlannedMove | undefined {
  return arrival.plan?.moves.find((one) => one.bed === bed.id);
}

/** Who changes to where by the plan: each in words. */
export function moveWords(): string[] {
  return (arrival.plan?.moves ?? []).map(({ code, from, to }) => t('checkin-mover', { who: code, from, to }));
}

/** Everything about a bed, to be read aloud and shown under the plan. */
export function bedWords(bed: BedView): string {
  const name = t('checkin-bed', { bed: bed.label, kind: t(`bed-kind-${bed.kind}`) });
  const owner = ownerOf(bed.id);
  const [from, to] = [leaving(bed), coming(bed)];
  const said = [
    ...(from ? [t('checkin-bed-leaves', { who: from.code, to: from.to })] : []),
    ...(to ? [t('checkin-bed-comes', { who: to.code, from: to.from })] : []),
    ...(owner ? [t('checkin-bed-for', { who: nameOf(owner) })] : []),
  ];
  if (said.length > 0) return `${name}: ${said.join(', ')}`;
  const trouble = bedTrouble(bed.id);
  return `${name}: ${trouble ?? t('checkin-bed-free')}`;
}

/** Where somebody is to sleep, in words. */
export function placeWords(place: Place, board: Board | null): string {
  if ('with' in place) return t('checkin-with', { who: arrival.code(place.with) || t('checkin-new-person') });
  if ('beside' in place) return t('checkin-with', { who: hosts().find((one) => one.stay === place.beside)?.code ?? '' });
  const beds = (board?.rooms ?? []).flatMap((room) => room.beds);
  const bed = beds.find((one) => one.id === place.bed);
  return bed ? t('checkin-bed', { bed: bed.label, kind: t(`bed-kind-${bed.kind}`) }) : '';
}

/** The bed that somebody means by `5-4`, `5 4` or `5.4`. */
export function bedNamed(text: string, board: Board | null): BedView | null {
  const parts = /^\s*(\d+)\D+(\d+)\s*$/u.exec(text);
  const label = parts ? `${Number(parts[1])}-${Number(parts[2])}` : text.trim();
  return (board?.rooms ?? []).flatMap((room) => room.beds).find((bed) => bed.label === label) ?? null;
}

export function nameOf(person: Person): string {
  return arrival.code(person.key) || t('checkin-new-person');
}

function choiceOf(bed: string) {
  return arrival.choices?.beds.find((choice) => choice.bed === bed);
}

function isIn(person: Person, bed: string): boolean {
  const place = arrival.place(person.key);
  return place !== null && 'bed' in place && place.bed === bed;
}
