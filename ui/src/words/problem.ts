import type { Failure, Problem, RuleBreach, JournalLine, WhyNot } from '../bridge/types';
import { entryWords } from './entry';
import { day, dayNumber, dayTime, isoDay, list } from './dates';
import { has, t, type Args } from './words.svelte';

/** More later actions than this are only counted. */
const MOST = 4;

/** What is wrong, and what would work. */
export interface ProblemWords {
  title: string;
  help: string;
}

export function problemWords(problem: Problem): ProblemWords {
  const id = `${problem.kind === 'refused' ? 'refusal' : 'failure'}-${problem.about.code}`;
  const args = argsOf(problem);
  return { title: t(id, args), help: has(`${id}.help`) ? t(`${id}.help`, args) : '' };
}

/** What failed, in words of its own. */
export function failureWords(about: Failure): string {
  return problemWords({ kind: 'failed', about }).title;
}

function argsOf(problem: Problem): Args {
  const about = problem.about;
  switch (about.code) {
    case 'already_here':
      return { who: about.who, bed: about.bed || 'none', since: dayTime(about.since) };
    case 'bed_taken':
      return {
        bed: about.bed,
        who: about.who,
        since: dayTime(about.since),
        until: about.until === null ? 'none' : dayTime(about.until),
      };
    case 'bed_closed':
      return { bed: about.bed, until: about.until === null ? 'none' : dayTime(about.until) };
    case 'bed_held':
      return {
        bed: about.bed,
        label: about.label,
        from: dayTime(about.from),
        until: about.until === null ? 'none' : dayTime(about.until),
      };
    case 'away_then':
      return { who: about.who, from: dayTime(about.from), until: about.until === null ? 'none' : dayTime(about.until) };
    case 'stays_on':
      return { bed: about.bed, who: about.who, until: about.until === null ? 'none' : dayTime(about.until) };
    case 'places_held':
      return { taken: about.taken, held: about.held, places: about.places, labels: list(about.labels), at: dayTime(about.at) };
    case 'too_few_places':
      return { taken: about.taken, held: about.held, places: about.places, at: dayTime(about.at) };
    case 'must_move_first':
      return { people: list(about.people.map(([who, bed]) => t('refusal-who-bed', { who, bed }))) };
    case 'later_event':
      return { who: about.who, what: t(`noted-${about.what}`), at: dayTime(about.at) };
    case 'breaks_rules':
      return { breaches: breachList(about.breaches), count: breachWords(about.breaches).length };
    case 'minors_left_behind':
      return { minors: list(about.minors), count: about.minors.length };
    case 'later_actions':
      return { count: about.obstacles.length, actions: list(about.obstacles.slice(0, MOST).flatMap(({ said }) => (said ? [actionWords(said)] : []))) };
    case 'out_of_bounds':
      return { field: t(`desk-${about.field}`), least: about.least, most: about.most };
    case 'not_permitted':
      return { role: t(`role-${about.least}`) };
    default: {
      const { code: _, ...rest } = about;
      return rest as Args;
    }
  }
}

/** What an action of the journal did, and when it happened. */
function actionWords(said: JournalLine): string {
  return t('refusal-later-action', { what: entryWords(said), at: dayTime(said.happened_at) });
}

/** Broken rules in words: what one rule says of one person is said once, with all the others it is about. */
export function breachWords(breaches: RuleBreach[]): string[] {
  const groups = new Map<string, { breach: RuleBreach; others: Set<string> }>();
  for (const breach of breaches) {
    const key = `${breach.rule} ${breach.code} ${breach.room}`;
    const group = groups.get(key) ?? { breach, others: new Set() };
    group.others.add(breach.other || t('rule-somebody-new'));
    groups.set(key, group);
  }
  const said = [...groups.values()].map(({ breach, others }) =>
    t(`rule-${breach.rule}`, {
      who: breach.code || t('rule-somebody-new'),
      other: list([...others]),
      count: others.size,
      room: breach.room,
    }),
  );
  return [...new Set(said)];
}

/** Broken rules as a part of a sentence, parted by semicolons. */
export function breachList(breaches: RuleBreach[]): string {
  return breachWords(breaches).join('; ');
}

/** Why a bed can't be picked. */
export function whyNotWords(why: WhyNot): string {
  switch (why.why) {
    case 'taken':
      return t('why-taken', { who: why.who, away: String(why.away) });
    case 'picked':
      return t('why-picked');
    case 'rules':
      return breachList(why.breaches);
  }
}

/** A stretch of time: `since 24 Feb`, `19 to 24 Feb`. */
export function spanWords(from: number, to: number | null): string {
  if (to === null) return t('span-since', { from: day(from) });
  const same = isoDay(from).slice(0, 7) === isoDay(to).slice(0, 7);
  if (isoDay(from) === isoDay(to)) return day(from);
  return t('span', { from: same ? dayNumber(from) : day(from), to: day(to) });
}
