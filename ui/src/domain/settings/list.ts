import type { Component } from 'svelte';
import type { IconName } from '../../parts/icons';
import About from './About.svelte';
import Backups from './Backups.svelte';
import Look from './Look.svelte';
import Passphrase from './Passphrase.svelte';
import Staff from './Staff.svelte';

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
  { heading: 'staff-heading', text: 'staff', icon: 'people', component: Staff, about: 'safety', manager: true },
  { heading: 'backups-heading', text: 'backups', icon: 'seal', component: Backups, about: 'safety', manager: true },
  { heading: 'about-heading', text: 'settings-about', icon: 'info', component: About, about: 'self' },
];

/** The sections for whoever is signed in, with what each group is about. */
export function sections(isManager: boolean): Section[] {
  return SECTIONS.filter((one) => !one.manager || isManager);
}

/** The groups of the list, in order. */
export const GROUPS = ['self', 'centre', 'safety'] as const;
