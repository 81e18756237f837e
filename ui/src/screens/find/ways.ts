import type { AgeGroup, Hit } from '../../bridge/types';
import { THEMES, ZOOMS } from '../../domain/look';
import { sections } from '../../domain/settings/list';
import type { IconName } from '../../parts/icons';
import { app, type Params, type Screen } from '../../state/app.svelte';
import { desk, type Mode } from '../../state/desk.svelte';
import { past } from '../../state/past.svelte';
import { LANGUAGES } from '../../words/bundles';
import { day } from '../../words/dates';
import { holds } from '../../words/fold';
import { t } from '../../words/words.svelte';
import { curtainCall } from '../curtain';
import { inRail } from '../list';

/** What Ctrl+K can find. */
export type Kind = 'people' | 'about' | 'rooms' | 'screens' | 'actions' | 'settings';

/** One thing that was found, and what Enter does with it. */
export interface Way {
  id: string;
  kind: Kind;
  text: string;
  detail: string;
  /** The key that does the same without looking for it. */
  keys?: string;
  icon?: IconName;
  group?: AgeGroup;
  open: () => void;
}

/** Everything whose words hold what was typed, people first; without anything typed what is near. */
export function waysTo(typed: string, hits: Hit[]): Way[] {
  const near = [...about(), ...screens(), ...actions()];
  if (typed === '') return near;
  const all = [...near, ...settings(), ...rooms()];
  return [...hits.map(person), ...all.filter((way) => holds(way.text, typed))];
}

function person(hit: Hit): Way {
  const age = t('age-years', { years: hit.years });
  return {
    id: hit.stay,
    kind: 'people',
    text: hit.code,
    detail: hit.bed
      ? t('find-here', { group: t(`group-${hit.group}`), bed: hit.bed })
      : t('find-left', { group: t(`group-${hit.group}`), age, day: hit.to === null ? '' : day(hit.to) }),
    group: hit.group,
    open: () => board({ stay: hit.stay }),
  };
}

/** What can be done with the person whose panel is open. */
function about(): Way[] {
  const who = app.person;
  if (!app.open || !('stay' in app.open) || !who || who.stay !== app.open.stay || who.to !== null) return [];
  const { stay } = app.open;
  const way = (text: string, icon: IconName, keys: string, open: () => void): Way => ({
    id: text, kind: 'about', text: t(text), detail: who.code, keys, icon, open,
  });
  const verb = (text: string, icon: IconName, keys: string, mode: Mode) =>
    way(text, icon, keys, () => {
      app.go('board');
      void desk.begin(mode, stay);
    });
  return [
    verb('do-move', 'move', 'M', 'move'),
    who.away ? verb('do-return', 'return', 'R', 'return') : verb('do-leave', 'absent', 'A', 'leave'),
    verb('do-extend', 'extend', 'E', 'extend'),
    verb('do-discharge', 'discharge', 'D', 'discharge'),
    verb('do-plan', 'discharge', 'L', 'plan'),
    verb('plan-hold', 'stop', 'K', 'keep'),
    verb('do-change', 'complete', 'C', 'amend'),
    verb('do-assist', 'plus', 'S', 'assist'),
    way('history-open', 'journal', 'H', () => app.go('person', { beneficiary: who.beneficiary })),
  ];
}

/** The rooms and their beds. */
function rooms(): Way[] {
  return (app.board?.rooms ?? []).flatMap((room) => {
    const free = room.beds.filter((bed) => bed.people.length === 0);
    const first = free[0] ?? room.beds[0];
    if (!first) return [];
    const bed = (one: typeof first): Way => ({
      id: one.id,
      kind: 'rooms',
      text: t('find-bed', { bed: one.label }),
      detail: one.people[0]?.code ?? t('find-free'),
      icon: 'door',
      open: () => (one.people[0] ? board({ stay: one.people[0].stay }) : board({ bed: one.id })),
    });
    return [
      {
        ...bed(first),
        id: room.id,
        text: t('idle-room', { room: room.number, meant: t(`room-use-${room.room_use}`) }),
        detail: t('find-room-free', { free: free.length }),
      },
      ...room.beds.map(bed),
    ];
  });
}

function screens(): Way[] {
  return inRail(app.isManager).map(({ screen, icon }) => ({
    id: `to-${screen}`, kind: 'screens', text: t(`screen-${screen}`), detail: '', icon, open: () => app.go(screen),
  }));
}

function actions(): Way[] {
  const way = (text: string, icon: IconName, open: () => void, keys?: string): Way => ({
    id: text, kind: 'actions', text: t(text), detail: '', icon, keys, open,
  });
  const to = (text: string, icon: IconName, screen: Screen, keys?: string) => way(text, icon, () => app.go(screen), keys);
  const { lastMine } = app;
  return [
    to('board-check-in', 'checkin', 'checkin', 'Ctrl+Enter'),
    way('paper-roll', 'print', () => app.print({ is: 'roll_call' }), 'Ctrl+P'),
    way('paper-daily-open', 'print', () => app.print({ is: 'daily' })),
    to('expected-add', 'people', 'expected'),
    ...(app.isManager ? [to('import-open', 'return', 'import')] : []),
    way('past-title', 'eye', () => {
      board({});
      past.open();
    }, 'T'),
    way('tidy-open', 'move', () => {
      board({});
      desk.tidy();
    }, 'O'),
    ...(lastMine === null ? [] : [way('find-undo', 'undo', () => (app.undoing = lastMine), 'Ctrl+Z')]),
    way('help-title', 'help', () => (app.helping = true), '?'),
    way('lock', 'lock', () => void app.lock()),
    way('find-hide', 'hide', () => curtainCall.hide(), 'F9'),
  ];
}

/** Settings that are set at once, and the parts of the settings. */
function settings(): Way[] {
  const way = (id: string, text: string, detail: string, icon: IconName, open: () => void): Way => ({
    id, kind: 'settings', text, detail, icon, open,
  });
  return [
    ...LANGUAGES.map((one) =>
      way(one, t(`language-${one}`), t('settings-language'), 'settings', () => void app.setLook({ language: one })),
    ),
    ...THEMES.map((one) =>
      way(one, `${t('settings-theme')}: ${t(`theme-${one}`)}`, '', 'settings', () => void app.setLook({ theme: one })),
    ),
    ...ZOOMS.map((one) =>
      way(`zoom-${one}`, `${t('settings-zoom')}: ${t('settings-percent', { value: one })}`, '', 'settings', () => void app.setLook({ zoom: one })),
    ),
    ...sections(app.isManager).map(({ heading, text, icon }) =>
      way(heading, t(text), t('screen-settings'), icon, () => app.go('settings', { heading })),
    ),
  ];
}

function board(params: Params): void {
  desk.back();
  app.go('board', params);
}
