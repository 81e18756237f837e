import type {
  AbsenceKind, AssistanceKind, Body, DepartureReason, Destination, GroundKind, Need, PhaseKind, Relation, RoomUse, Sex,
} from '../bridge/types';
import { t } from '../words/words.svelte';

/** The closed lists in the order in which they are offered. */
export const SEXES: Sex[] = ['female', 'male'];
export const ROOM_USES: RoomUse[] = ['women', 'men', 'family', 'minors', 'isolation', 'any'];
export const NEEDS: Need[] = ['no_upper_bunk', 'step_free', 'isolation'];
export const RELATIONS: Relation[] = [
  'head', 'mother', 'father', 'daughter', 'son', 'sister', 'brother', 'grandmother', 'grandfather', 'spouse',
  'relative', 'companion',
];
export const GROUNDS: GroundKind[] = ['victim', 'presumed_victim', 'potential_victim', 'accompanying'];
export const BODIES: Body[] = [
  'nrs_team', 'police', 'justice', 'iom', 'ngo', 'hotline', 'social_assistance', 'health', 'border', 'consulate',
  'centre', 'self', 'other',
];
export const ASSISTANCE: AssistanceKind[] = ['medical', 'psychological', 'legal', 'other'];
export const PHASES: PhaseKind[] = ['crisis', 'rehabilitation'];
export const ABSENCES: AbsenceKind[] = ['medical', 'authority', 'family', 'day', 'unexplained', 'other'];
export const DEPARTURES: DepartureReason[] = [
  'completed', 'term_ended', 'own_wish', 'referred', 'repatriated', 'absconded', 'rules', 'died', 'other',
];
export const DESTINATIONS: Destination[] = [
  'family', 'own_home', 'relatives', 'other_centre', 'hospital', 'abroad', 'unknown', 'other',
];

/** Choices for a list, worded: `options('body', BODIES)`. */
export function options<T extends string>(area: string, values: T[]): { value: T; text: string }[] {
  return values.map((value) => ({ value, text: t(`${area}-${value}`) }));
}
