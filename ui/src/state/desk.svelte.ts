import type {
  AbsenceView, AssistanceView, BedNight, GroundView, Instant, Occupant, PhaseKind, PlannedMove, StayId,
} from '../bridge/types';
import { everybody } from '../domain/people';
import { bedOf } from '../domain/plan';
import { app } from './app.svelte';
import { alsoKeep } from './draft.svelte';
import { moving } from './moving.svelte';

/** What the panel shows of a person. */
export type Mode =
  | 'view' | 'move' | 'leave' | 'return' | 'extend' | 'discharge' | 'amend' | 'correct' | 'assist' | 'plan' | 'keep' | 'close' | 'tidy';

/** The fact that was noted wrong. */
export type Wrong =
  | { of: 'arrival' | 'departure' | 'party' | 'person' }
  | { of: 'bed'; night: BedNight }
  | { of: 'absence'; absence: AbsenceView }
  | { of: 'ground'; ground: GroundView; since: Instant }
  | { of: 'phase'; phase: PhaseKind; since: Instant }
  | { of: 'assistance'; given: AssistanceView };

/** The panel beside the plan. */
class Desk {
  mode = $state<Mode>('view');
  wrong = $state.raw<Wrong | null>(null);
  /** Moves that are looked at and not carried out: the plan shows them. */
  proposed = $state.raw<PlannedMove[]>([]);

  /** What is begun, and with whom. */
  get begun(): string {
    return `${this.mode}:${app.open && 'stay' in app.open ? app.open.stay : ''}`;
  }

  /** Opens somebody's panel. */
  async look(stay: StayId): Promise<void> {
    this.back();
    await app.openPerson(stay);
  }

  /** Begins something with somebody. */
  async begin(mode: Mode, stay: StayId): Promise<void> {
    this.mode = mode;
    const who = this.#occupant(stay);
    if (mode === 'move' && who) void moving.start([who]);
    else moving.stop();
    const open = app.open;
    if (!open || !('stay' in open) || open.stay !== stay || app.person?.stay !== stay) await app.openPerson(stay);
  }

  /** Begins to put something right of a stay that is shown elsewhere. */
  async correctOf(stay: StayId, wrong: Wrong): Promise<void> {
    this.correct(wrong);
    await app.openPerson(stay);
  }

  /** Begins to put something right. */
  correct(wrong: Wrong): void {
    moving.stop();
    this.wrong = wrong;
    this.mode = 'correct';
  }

  /** Looks for better beds for everybody. */
  tidy(): void {
    moving.stop();
    app.close();
    this.mode = 'tidy';
  }

  /** Leaves what was begun; the panel stays open. */
  back(): void {
    moving.stop();
    this.mode = 'view';
  }

  /** The members of the party who have a bed of their own: those a move of all is about. */
  party(stay: StayId): Occupant[] {
    const who = this.#occupant(stay);
    if (!app.board || !who) return [];
    const board = app.board;
    const own = everybody(board).filter(
      (one) => one.party === who.party && bedOf(board, one.stay)?.bed.people[0]?.stay === one.stay,
    );
    return [...own.filter((one) => one.stay === stay), ...own.filter((one) => one.stay !== stay)];
  }

  #occupant(stay: StayId): Occupant | null {
    return (app.board && everybody(app.board).find((one) => one.stay === stay)) ?? null;
  }
}

export const desk = new Desk();

alsoKeep('desk', {
  place: true,
  read: () => ({ mode: desk.mode, wrong: desk.wrong }),
  write: async ({ mode, wrong }) => {
    if (mode === 'tidy') desk.tidy();
    if (!app.board) await app.refresh();
    // Whose panel it was may have been erased meanwhile.
    if (!app.person) return;
    if (mode === 'correct' && wrong) desk.correct(wrong);
    else if (mode !== 'tidy') await desk.begin(mode, app.person.stay);
  },
});
