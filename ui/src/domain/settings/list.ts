import type { Component } from 'svelte';
import type { IconName } from '../../parts/icons';
import About from './About.svelte';
import Apart from './Apart.svelte';
import Assistance from './Assistance.svelte';
import Backups from './Backups.svelte';
import Capacity from './Capacity.svelte';
import Desk from './Desk.svelte';
import Erasure from './Erasure.svelte';
import Look from './Look.svelte';
import Passphrase from './Passphrase.svelte';
import RecoveryPaper from './RecoveryPaper.svelte';
import Register from './Register.svelte';
import Rooms from './Rooms.svelte';
import Rules from './Rules.svelte';
import Staff from './Staff.svelte';
import Terms from './Terms.svelte';

/** A section of the settings. */
export interface Section {
  /** The id of its heading, by which it is asked for. */
  heading: string;
  /** The message that names it: its heading, its line in the list and in Ctrl+K. */
  text: string;
  icon: IconName;
  component: Component;
  /** What it is about: oneself, the centre, or the safety of what is stored. */
  about: 'self' | 'centre' | 'safety';
  manager?: true;
}

/** Every section, in the order of the list: the screen and Ctrl+K are made from it, and the tests walk it. */
const SECTIONS: readonly Section[] = [
  { heading: 'look-heading', text: 'settings-look', icon: 'eye', component: Look, about: 'self' },
  { heading: 'passphrase-heading', text: 'passphrase-yours', icon: 'key', component: Passphrase, about: 'self' },
  { heading: 'rooms-heading', text: 'rooms-heading', icon: 'door', component: Rooms, about: 'centre', manager: true },
  { heading: 'capacity-heading', text: 'capacity-heading', icon: 'occupancy', component: Capacity, about: 'centre', manager: true },
  { heading: 'rules-heading', text: 'rules-heading', icon: 'isolation', component: Rules, about: 'centre', manager: true },
  { heading: 'apart-heading', text: 'apart-heading', icon: 'swap', component: Apart, about: 'centre', manager: true },
  { heading: 'terms-heading', text: 'terms-heading', icon: 'term', component: Terms, about: 'centre', manager: true },
  { heading: 'assistance-heading', text: 'assistance-heading', icon: 'plus', component: Assistance, about: 'centre', manager: true },
  { heading: 'desk-heading', text: 'desk-heading', icon: 'board', component: Desk, about: 'centre', manager: true },
  { heading: 'register-heading', text: 'export-settings', icon: 'copy', component: Register, about: 'centre', manager: true },
  { heading: 'staff-heading', text: 'staff', icon: 'people', component: Staff, about: 'safety', manager: true },
  { heading: 'recovery-paper-heading', text: 'recovery-paper', icon: 'print', component: RecoveryPaper, about: 'safety', manager: true },
  { heading: 'backups-heading', text: 'backups', icon: 'seal', component: Backups, about: 'safety', manager: true },
  { heading: 'erasure-heading', text: 'erasure', icon: 'hide', component: Erasure, about: 'safety', manager: true },
  { heading: 'about-heading', text: 'settings-about', icon: 'info', component: About, about: 'self' },
];

/** The sections for whoever is signed in, with what each group is about. */
export function sections(isManager: boolean): Section[] {
  return SECTIONS.filter((one) => !one.manager || isManager);
}

/** The groups of the list, in order. */
export const GROUPS = ['self', 'centre', 'safety'] as const;
