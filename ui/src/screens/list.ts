import type { Component } from 'svelte';
import type { IconName } from '../parts/icons';
import type { Screen } from '../state/app.svelte';
import Board from './Board.svelte';
import CheckIn from './CheckIn.svelte';
import Expected from './Expected.svelte';
import Import from './Import.svelte';
import Journal from './Journal.svelte';
import Occupancy from './Occupancy.svelte';
import Paper from './Paper.svelte';
import Person from './Person.svelte';
import RollCall from './RollCall.svelte';
import Settings from './Settings.svelte';
import Tape from './Tape.svelte';

/** A screen of the open program. */
export interface Listed {
  screen: Screen;
  component: Component;
  /** Its sign in the rail; those without are reached from another screen. */
  icon?: IconName;
  manager?: true;
  /** The night guard's only screen. */
  guard?: true;
}

/** Every screen: the rail, Ctrl+K and the help are made from this list, and the tests walk it. */
export const SCREENS: readonly Listed[] = [
  { screen: 'board', component: Board, icon: 'board' },
  { screen: 'checkin', component: CheckIn, icon: 'checkin' },
  { screen: 'person', component: Person },
  { screen: 'paper', component: Paper },
  { screen: 'tape', component: Tape, icon: 'tape' },
  { screen: 'expected', component: Expected, icon: 'people' },
  { screen: 'occupancy', component: Occupancy, icon: 'occupancy', manager: true },
  { screen: 'journal', component: Journal, icon: 'journal' },
  { screen: 'settings', component: Settings, icon: 'settings' },
  { screen: 'rollcall', component: RollCall, guard: true },
  { screen: 'import', component: Import, manager: true },
];

/** The screens of the rail, for whoever is signed in. */
export function inRail(isManager: boolean): (Listed & { icon: IconName })[] {
  return SCREENS.filter((one): one is Listed & { icon: IconName } => one.icon !== undefined && (!one.manager || isManager));
}
