import { asProblem, call } from '../bridge/call';
import type {
  AgeGroup, BedId, BedView, MoveChoice, MoveOne, Problem, RuleBreach, StayId, WallTime,
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
  busy = $state(false);
  #choices = $state.raw(new Map<BedId, MoveChoice>());
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

  async start(who: Mover[]): Promise<void> {
    this.stop();
    this.who = who;
    this.#asking = this.#ask();
    await this.#asking;
  }

  stop(): void {
    this.who = [];
    this.picked = [];
    this.pointed = null;
    this.asked = null;
    this.problem = null;
    this.at = null;
    this.#choices = new Map();
  }

  async setTime(at: WallTime | null): Promise<void> {
    this.at = at;
    this.asked = null;
    this.#asking = this.#ask();
    await this.#asking;
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
    if (this.together) {
      // Infants who share a bed go where its adult goes, so only the adult counts.
      const owner = bed.people[0];
      return !owner || this.who.some((mover) => mover.stay === owner.stay) ? 'usable' : 'taken';
    }
    const choice = this.choice(bed.id);
    if (!choice) return 'taken';
    if (choice.why_not === null) return 'usable';
    if (choice.swap_with) return choice.swap_breaches.length > 0 ? 'rules' : 'swap';
    return choice.why_not.why === 'rules' ? 'rules' : 'taken';
  }

  /** Puts the person there, or asks first where that is a swap or against rules. */
  async choose(bed: BedView): Promise<boolean> {
    await this.#asking;
    const current = this.current;
    if (!current || this.busy) return false;
    this.pointed = bed.id;
    this.problem = null;
    this.asked = null;
    const fit = this.fit(bed);
    const to: MoveOne = { stay: current.stay, to: { in: 'bed', id: bed.id } };
    if (this.together) {
      if (fit === 'usable') return await this.#pick(bed, to);
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
    this.problem = null;
    return true;
  }

  async confirm(moves: MoveOne[], reason: string | null = null): Promise<boolean> {
    this.busy = true;
    const outcome = await app.act('move_people', { moves, at: this.at, reason });
    this.busy = false;
    this.problem = outcome.problem;
    if (outcome.problem) return false;
    this.stop();
    return true;
  }

  /** The moves picked so far, without those who stay where they are. */
  get moves(): MoveOne[] {
    return this.picked.flatMap((pick) => (pick.move ? [pick.move] : []));
  }

  async #pick(bed: BedView, move: MoveOne | null): Promise<boolean> {
    this.picked = [...this.picked, { bed: bed.id, label: bed.label, move }];
    if (this.current === null && this.moves.length > 0) return await this.confirm(this.moves);
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

  async #ask(): Promise<void> {
    const stay = this.who[0]?.stay;
    if (!stay) return;
    try {
      const answer = await call('move_choices', { stay, at: this.at });
      this.#choices = new Map(answer.beds.map((choice) => [choice.bed, choice]));
      this.problem = null;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      this.#choices = new Map();
    }
  }

  /** The bed that is pointed at. */
  get pointedBed(): BedView | null {
    return (this.pointed && app.board && bedById(app.board, this.pointed)?.bed) || null;
  }
}

export const moving = new Moving();
