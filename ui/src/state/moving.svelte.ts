import { asProblem, call } from '../bridge/call';
import type {
  AgeGroup, BedId, BedView, Board, MoveChoice, MoveOne, Problem, RuleBreach, StayId, WallTime,
} from '../bridge/types';
import { bedById, bedOf } from '../domain/plan';
import { app } from './app.svelte';

export interface Mover {
  stay: StayId;
  code: string;
  group: AgeGroup;
  party: string;
}

/** What a bed is for the person who is being moved. */
export type Fit = 'own' | 'usable' | 'share' | 'swap' | 'rules' | 'picked' | 'taken';

/** What waits for a yes: a swap, or going past rules with a reason. */
export interface Asked {
  moves: MoveOne[];
  bed: string;
  swapWith: string | null;
  breaches: RuleBreach[];
}

/** Somebody is being moved: the beds say what they are for that person. */
class Moving {
  who = $state.raw<Mover[]>([]);
  picked = $state.raw<{ bed: BedId; label: string; move: MoveOne | null }[]>([]);
  pointed = $state<BedId | null>(null);
  asked = $state.raw<Asked | null>(null);
  problem = $state.raw<Problem | null>(null);
  at = $state.raw<WallTime | null>(null);
  /** "Earlier" was chosen and no time can be read: it is not now that is meant. */
  wrong = $state(false);
  busy = $state(false);
  /** The moves that were last sent. */
  #sent: MoveOne[] = [];
  #choices = $state.raw(new Map<BedId, MoveChoice>());
  /** Where everybody can go one at a time, as the board stands: so that nobody waits while dragging. */
  #known = new Map<StayId, MoveChoice[]>();
  #knownFor: Board | null = null;
  #turn = 0;
  /** Dropping or pressing Enter may come before the beds have answered. */
  #asking: Promise<void> = Promise.resolve();

  get on(): boolean {
    return this.who.length > 0;
  }

  /** Whose bed is being chosen now. */
  get current(): Mover | null {
    return this.who[this.picked.length] ?? null;
  }

  get together(): boolean {
    return this.who.length > 1;
  }

  /** Finds out where everybody can go, before anybody is taken up. */
  async prepare(board: Board): Promise<void> {
    try {
      const found = await call('all_move_choices', {});
      if (app.board !== board) return;
      this.#known = new Map(found.map(({ stay, beds }) => [stay, beds]));
      this.#knownFor = board;
    } catch {
      // Whoever is taken up is asked about then, and what is wrong is said there.
      this.#knownFor = null;
    }
  }

  /** Takes somebody up, alone or with others: of the same party the time stays as it was typed. */
  async start(who: Mover[]): Promise<void> {
    const { at, wrong } = this;
    const isSame = this.who[0]?.party === who[0]?.party;
    this.stop();
    if (isSame) Object.assign(this, { at, wrong });
    this.who = who;
    await this.#askAgain();
  }

  stop(): void {
    this.who = [];
    this.picked = [];
    this.pointed = null;
    this.asked = null;
    this.problem = null;
    this.at = null;
    this.wrong = false;
    this.#turn += 1;
    this.#choices = new Map();
  }

  /** Another time was typed: what can be taken then is asked anew. */
  async timeChanged(): Promise<void> {
    this.asked = null;
    await this.#askAgain();
  }

  choice(bed: BedId): MoveChoice | null {
    return this.#choices.get(bed) ?? null;
  }

  fit(bed: BedView): Fit {
    const current = this.current;
    if (!current) return 'taken';
    if (this.picked.some((pick) => pick.bed === bed.id)) return 'picked';
    if (bed.people[0]?.stay === current.stay) return 'own';
    const adult = bed.people.find((one) => one.group === 'woman' || one.group === 'man');
    if (current.group === 'infant' && adult?.party === current.party) {
      return bed.people.some((one) => one.stay === current.stay) ? 'own' : 'share';
    }
    const choice = this.choice(bed.id);
    if (!choice) return 'taken';
    if (choice.why_not === null) return 'usable';
    if (choice.swap_with && !this.together) return choice.swap_breaches.length > 0 ? 'rules' : 'swap';
    return choice.overridable ? 'rules' : 'taken';
  }

  /** Puts the person there, or asks first where that is a swap or against rules. */
  async choose(bed: BedView): Promise<boolean> {
    const { who } = this;
    await this.#asking;
    // Somebody else may have been taken up meanwhile.
    if (this.who !== who) return false;
    const current = this.current;
    if (!current || this.busy || this.wrong) return false;
    this.pointed = bed.id;
    this.problem = null;
    this.asked = null;
    const fit = this.fit(bed);
    const to: MoveOne = { stay: current.stay, to: { in: 'bed', id: bed.id } };
    if (this.together) {
      if (fit === 'usable' || (fit === 'rules' && app.isManager)) return await this.#pick(bed, to);
      if (fit === 'share') return await this.#pick(bed, this.#with(current, bed));
      if (fit === 'own') return await this.#pick(bed, null);
      return false;
    }
    if (fit === 'usable') return await this.confirm([to]);
    if (fit === 'share') return await this.confirm([this.#with(current, bed)]);
    if (fit !== 'swap' && fit !== 'rules') return false;
    const choice = this.choice(bed.id);
    const other = choice?.swap_with ? this.#swap(current, choice.swap_with) : null;
    const breaches = other ? choice?.swap_breaches : choice?.why_not?.why === 'rules' ? choice.why_not.breaches : [];
    this.asked = {
      moves: other ? [to, other.move] : [to],
      bed: bed.label,
      swapWith: other?.code ?? null,
      breaches: breaches ?? [],
    };
    return false;
  }

  /** Takes back the last bed picked, in a move of several. */
  unpick(): boolean {
    if (this.picked.length === 0) return false;
    this.picked = this.picked.slice(0, -1);
    void this.#askAgain();
    return true;
  }

  async confirm(moves: MoveOne[], reason: string | null = null): Promise<boolean> {
    if (this.wrong) return false;
    const { who } = this;
    this.busy = true;
    this.#sent = moves;
    const outcome = await app.act('move_people', { moves, at: this.at, reason });
    this.busy = false;
    if (this.who !== who) return false;
    this.problem = outcome.problem;
    if (outcome.problem) return false;
    this.stop();
    return true;
  }

  /** Takes back the question, or what was refused: another bed can be pointed at. */
  askNothing(): void {
    this.asked = null;
    this.problem = null;
  }

  /** What was refused and goes past rules, foreseen or not: a manager's reason makes it right. */
  get refused(): Asked | null {
    const { problem } = this;
    if (problem?.about.code !== 'breaks_rules') return null;
    return { moves: this.#sent, bed: '', swapWith: null, breaches: problem.about.breaches };
  }

  /** The moves picked so far, without those who stay where they are. */
  get moves(): MoveOne[] {
    return this.picked.flatMap((pick) => (pick.move ? [pick.move] : []));
  }

  async #pick(bed: BedView, move: MoveOne | null): Promise<boolean> {
    this.picked = [...this.picked, { bed: bed.id, label: bed.label, move }];
    if (this.current === null && this.moves.length > 0) return await this.confirm(this.moves);
    await this.#askAgain();
    return false;
  }

  #with(current: Mover, bed: BedView): MoveOne {
    return { stay: current.stay, to: { in: 'with', id: bed.people[0]?.stay ?? '' } };
  }

  #swap(current: Mover, with_: StayId): { move: MoveOne; code: string } | null {
    const own = app.board && bedOf(app.board, current.stay);
    const other = app.board && bedOf(app.board, with_);
    if (!own || !other) return null;
    const code = other.bed.people.find((one) => one.stay === with_)?.code ?? '';
    return { move: { stay: with_, to: { in: 'bed', id: own.bed.id } }, code };
  }

  #askAgain(): Promise<void> {
    this.#asking = this.#ask();
    return this.#asking;
  }

  /** The beds for the one whose turn it is, with the others where they are to go. */
  async #ask(): Promise<void> {
    const current = this.current;
    this.#turn += 1;
    const mine = this.#turn;
    this.problem = null;
    if (!current) return;
    const along = this.who.slice(this.picked.length + 1).map((mover) => mover.stay);
    const known = this.#knownFor === app.board ? this.#known.get(current.stay) : undefined;
    if (known && this.at === null && !this.together) {
      this.#choices = new Map(known.map((choice) => [choice.bed, choice]));
      return;
    }
    let found: MoveChoice[] = [];
    let problem: Problem | null = null;
    try {
      found = (await call('move_choices', { stay: current.stay, at: this.at, along, picked: this.moves })).beds;
    } catch (thrown) {
      problem = asProblem(thrown);
    }
    // Somebody else may have had a turn meanwhile.
    if (mine !== this.#turn) return;
    this.#choices = new Map(found.map((choice) => [choice.bed, choice]));
    this.problem = problem;
  }

  /** The bed that is pointed at. */
  get pointedBed(): BedView | null {
    return (this.pointed && app.board && bedById(app.board, this.pointed)?.bed) || null;
  }
}

export const moving = new Moving();
