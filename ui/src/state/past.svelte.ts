import { asProblem, call } from '../bridge/call';
import type { Known, PastBoard, Problem, WallTime } from '../bridge/types';
import { wallOf } from '../domain/walltime';
import { plusDays } from '../words/dates';
import { app } from './app.svelte';

/** The board of a moment of the past, while it is looked at. */
class Past {
  moment = $state.raw<WallTime | null>(null);
  known = $state<Known>('now');
  answer = $state.raw<PastBoard | null>(null);
  problem = $state.raw<Problem | null>(null);
  #turn = 0;

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
      const answer = await call('past', { at: moment, known: this.known });
      if (turn !== this.#turn) return;
      this.answer = answer;
      this.problem = null;
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

  async show(known: Known): Promise<void> {
    this.known = known;
    if (this.moment) await this.look(this.moment);
  }

  /** Back to the present. */
  close(): void {
    this.#turn += 1;
    this.moment = null;
    this.answer = null;
    this.problem = null;
  }
}

export const past = new Past();
