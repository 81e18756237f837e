import { asProblem, call } from '../bridge/call';
import type { Known, PastBoard, Problem, WallTime } from '../bridge/types';
import { wallOf } from '../domain/walltime';
import { plusDays } from '../words/dates';
import { app } from './app.svelte';
import { alsoKeep } from './draft.svelte';

/** The board of a moment of the past, while it is looked at. */
class Past {
  moment = $state.raw<WallTime | null>(null);
  known = $state<Known>('now');
  answer = $state.raw<PastBoard | null>(null);
  problem = $state.raw<Problem | null>(null);
  #turn = 0;
  /** Answers of moments that are near, so that stepping from day to day doesn't wait. */
  #near = new Map<string, Promise<PastBoard>>();

  get on(): boolean {
    return this.moment !== null;
  }

  /** Begins with yesterday at this time. */
  open(): void {
    app.close();
    this.known = 'now';
    this.moment = { local: wallOf(app.now), second: false };
    void this.step(-1);
  }

  /** Looks at a moment; until it has answered, the one before stays on the screen. */
  async look(moment: WallTime): Promise<void> {
    this.moment = moment;
    const turn = ++this.#turn;
    try {
      const answer = await this.#ask(moment);
      if (turn !== this.#turn) return;
      this.answer = answer;
      this.problem = null;
      this.#askNear(moment);
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asProblem(thrown);
    }
  }

  /** The same time some days earlier or later; past the present is the present. */
  async step(days: number): Promise<void> {
    if (!this.moment) return;
    const [day = '', time = ''] = this.moment.local.split('T');
    const local = `${plusDays(day, days)}T${time}`;
    if (local >= wallOf(app.now)) this.close();
    else await this.look({ local, second: false });
  }

  #ask(moment: WallTime): Promise<PastBoard> {
    const key = `${moment.local} ${moment.second} ${this.known}`;
    const asked = this.#near.get(key) ?? call('past', { at: moment, known: this.known });
    this.#near.set(key, asked);
    asked.catch(() => this.#near.delete(key));
    return asked;
  }

  /** The day before and the day after are asked for ahead; what is farther away is forgotten. */
  #askNear({ local }: WallTime): void {
    const [day = '', time = ''] = local.split('T');
    const around = [-1, 1].map((days) => `${plusDays(day, days)}T${time}`).filter((one) => one < wallOf(app.now));
    const kept = [local, ...around].map((one) => `${one} false ${this.known}`);
    for (const key of this.#near.keys()) if (!kept.includes(key)) this.#near.delete(key);
    for (const one of around) void this.#ask({ local: one, second: false }).catch(() => null);
  }

  async show(known: Known): Promise<void> {
    this.known = known;
    if (this.moment) await this.look(this.moment);
  }

  /** Back to the present. */
  close(): void {
    this.#turn += 1;
    this.#near.clear();
    this.moment = null;
    this.answer = null;
    this.problem = null;
  }
}

export const past = new Past();

alsoKeep('past', {
  place: true,
  read: () => past.moment && { moment: past.moment, known: past.known },
  write: async ({ moment, known }) => {
    past.known = known;
    await past.look(moment);
  },
});
