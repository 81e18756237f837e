import type { BackupFolder, Board, Due, Occupant, Overridden, ReportDue } from '../bridge/types';
import { backWords, daysLeft, everybody, lateWords } from './people';
import type { IconName } from '../parts/icons';
import { dayOf, dayTime, isoDay, longDayOf, time } from '../words/dates';
import { breachList, breachWords, failureWords } from '../words/problem';
import { t } from '../words/words.svelte';

export interface Notice {
  id: string;
  icon: IconName;
  title: string;
  /** Red, because somebody should do something. */
  signal: boolean;
  items: { who: Occupant[]; text: string }[];
}

/** What is to be seen to, most pressing first; what there is none of is left out. */
export function noticesOf(
  board: Board,
  backupOverdue = false,
  due: ReportDue | null = null,
  recoveryDue = false,
  erasures: Due[] = [],
  lateFolders: BackupFolder[] = [],
): Notice[] {
  const people = everybody(board);
  const late = people.filter((one) => one.away?.late_minutes != null && !one.away.forgotten);
  const away = people.filter((one) => one.away && one.away.late_minutes === null);
  const byEnd = (a: Occupant, b: Occupant) => (daysLeft(a) ?? 0) - (daysLeft(b) ?? 0);
  const over = people.filter((one) => (daysLeft(one) ?? 0) < 0).sort(byEnd);
  const ending = people.filter((one) => one.term.ending).sort(byEnd);
  const forgotten = people.filter((one) => one.away?.forgotten || one.departure_forgotten);
  const stayed = people.filter((one) => one.leaves !== null && one.leaves <= board.at && !one.departure_forgotten);
  const today = (at: number | null) => at !== null && at > board.at && isoDay(at) === isoDay(board.at);
  const leaving = people.filter((one) => today(one.leaves));
  const inHeld = board.in_held.flatMap(([bed, stay, label]) => {
    const who = people.find((one) => one.stay === stay);
    return who ? [{ who, bed, label }] : [];
  });
  const closing = board.must_move.flatMap(([bed, stay, from]) => {
    const who = people.find((one) => one.stay === stay);
    return who ? [{ who, bed, from }] : [];
  });
  const decided = new Set(board.overrides.flatMap((one) => one.breaches.map((breach) => JSON.stringify(breach))));
  const breaches = breachWords(board.breaches.filter((breach) => !decided.has(JSON.stringify(breach))));
  const incomplete = people.filter((one) => one.missing.length > 0);
  const all: Notice[] = [
    {
      id: 'late',
      icon: 'late',
      title: t('notice-late', { count: late.length }),
      signal: true,
      items: late.map((who) => ({ who: [who], text: lateText(who) })),
    },
    {
      id: 'backup',
      icon: 'broken',
      title: t('backup-overdue'),
      signal: true,
      items: backupOverdue ? [{ who: [], text: t('backup-overdue-help') }] : [],
    },
    {
      id: 'backup-folders',
      icon: 'broken',
      title: t('notice-folders-late', { count: lateFolders.length }),
      signal: true,
      // Where there is no young backup at all, that says it.
      items: (backupOverdue ? [] : lateFolders).map(({ folder, there, late, failed }) => ({
        who: [],
        text: there && failed
          ? t('notice-folder-failed', { folder, why: failureWords(failed) })
          : t('notice-folder-late', { folder, day: longDayOf(isoDay(late ?? board.at)) }),
      })),
    },
    {
      id: 'recovery-paper',
      icon: 'seal',
      title: t('recovery-paper-due'),
      signal: false,
      items: recoveryDue ? [{ who: [], text: t('recovery-paper-due-help') }] : [],
    },
    {
      id: 'breaches',
      icon: 'broken',
      title: t('notice-breaches', { count: breaches.length }),
      signal: true,
      items: breaches.map((text) => ({ who: [], text })),
    },
    {
      id: 'overrides',
      icon: 'warning',
      title: t('notice-overrides', { count: board.overrides.length }),
      signal: true,
      items: board.overrides.map((one) => ({ who: [], text: overrideText(one) })),
    },
    {
      id: 'over',
      icon: 'term',
      title: t('notice-over', { count: over.length }),
      signal: true,
      items: together(over, (who) => t('notice-over-by', { days: -(daysLeft(who) ?? 0) })),
    },
    {
      id: 'forgotten',
      icon: 'late',
      title: t('notice-forgotten', { count: forgotten.length }),
      signal: true,
      items: together(forgotten, () => ''),
    },
    {
      id: 'stayed',
      icon: 'flag',
      title: t('notice-stayed', { count: stayed.length }),
      signal: true,
      items: stayed.map((who) => ({ who: [who], text: t('notice-stayed-by', { at: backWords(who.leaves ?? board.at, board.at) }) })),
    },
    {
      id: 'in-held',
      icon: 'broken',
      title: t('notice-in-held', { count: inHeld.length }),
      signal: true,
      items: inHeld.map(({ who, bed, label }) => ({ who: [who], text: t('notice-in-held-bed', { bed, label }) })),
    },
    {
      id: 'arrivals',
      icon: 'in',
      title: t('notice-arrivals', { count: board.arrivals.length }),
      signal: false,
      items: board.arrivals.map((one) => ({
        who: [],
        text: t('notice-arrives', {
          label: one.label,
          places: one.places,
          from: one.from > board.at ? dayTime(one.from) : 'now',
          until: one.until === null ? 'none' : dayTime(one.until),
        }),
      })),
    },
    {
      id: 'leaving',
      icon: 'flag',
      title: t('notice-leaving', { count: leaving.length }),
      signal: false,
      items: leaving.map((who) => ({ who: [who], text: t('tile-leaves', { at: time(who.leaves ?? board.at) }) })),
    },
    {
      id: 'lapsing',
      icon: 'term',
      title: t('notice-lapsing', { count: board.lapsing.length }),
      signal: false,
      items: board.lapsing.map(([label, until]) => ({ who: [], text: t('notice-lapses', { label, until: dayTime(until) }) })),
    },
    {
      id: 'must-move',
      icon: 'broken',
      title: t('notice-must-move', { count: closing.length }),
      signal: false,
      items: closing.map(({ who, bed, from }) => ({ who: [who], text: t('notice-bed-closes', { bed, at: dayTime(from) }) })),
    },
    {
      id: 'ending',
      icon: 'term',
      title: t('notice-ending', { count: ending.length }),
      signal: false,
      items: together(ending, endText),
    },
    {
      id: 'report',
      icon: 'term',
      title: t('paper-due-title'),
      signal: false,
      items: due?.year && due.by ? [{ who: [], text: t('paper-due', { year: String(due.year), day: longDayOf(due.by) }) }] : [],
    },
    {
      id: 'erasures',
      icon: 'seal',
      title: t('notice-erasures', { count: erasures.length }),
      signal: false,
      items: erasures.map((one) => ({ who: [], text: t('notice-erased-on', { code: one.code, day: dayOf(one.on) }) })),
    },
    {
      id: 'away',
      icon: 'out',
      title: t('notice-away', { count: away.length }),
      signal: false,
      items: away.map((who) => ({ who: [who], text: awayText(who, board.at) })),
    },
    {
      id: 'incomplete',
      icon: 'gap',
      title: t('notice-incomplete', { count: incomplete.length }),
      signal: false,
      items: incomplete.map((who) => ({ who: [who], text: '' })),
    },
  ];
  return all.filter((notice) => notice.items.length > 0);
}

/** Those of whom the same is said, side by side. */
function together(people: Occupant[], say: (who: Occupant) => string): Notice['items'] {
  const items: Notice['items'] = [];
  for (const who of people) {
    const text = say(who);
    const last = items.at(-1);
    if (last?.text === text) last.who.push(who);
    else items.push({ who: [who], text });
  }
  return items;
}

/** What was decided past a rule, why, by whom and when. */
function overrideText({ breaches, reason, staff, at }: Overridden): string {
  const what = breaches.length > 0 ? breachList(breaches) : t('notice-override-places');
  return t('notice-override', { what, reason, staff, at: dayTime(at) });
}

function lateText(who: Occupant): string {
  const away = who.away;
  if (!away?.expected_return) return '';
  return t('notice-late-by', { at: time(away.expected_return), late: lateWords(away.late_minutes ?? 0) });
}

function awayText(who: Occupant, now: number): string {
  const back = who.away?.expected_return;
  return back ? t('notice-back', { back: backWords(back, now) }) : t('notice-back-unknown');
}

function endText(who: Occupant): string {
  const left = daysLeft(who) ?? 0;
  if (left === 0) return t('notice-ends-today');
  if (left === 1) return t('notice-ends-tomorrow');
  return t('notice-ends-on', { day: dayOf(who.term.last_day) });
}
