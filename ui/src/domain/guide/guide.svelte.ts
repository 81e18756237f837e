import { asProblem, call } from '../../bridge/call';
import type { NewRoom, Problem } from '../../bridge/types';
import { app } from '../../state/app.svelte';

export type Step = 'rooms' | 'account' | 'paper' | 'back';

export const STEPS: readonly Step[] = ['rooms', 'account', 'paper', 'back'];

/** The first run: what was typed stays while going back and forth, until the centre is made. */
class Guide {
  open = $state(false);
  step = $state<Step>('rooms');
  places = $state('24');
  rooms = $state.raw<NewRoom[]>([]);
  name = $state('');
  passphrase = $state('');
  again = $state('');
  /** Both are typed alike, and hard enough to guess. */
  passphraseReady = $state(false);
  secret = $state<string | null>(null);
  typed = $state('');
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);

  /** Something was typed or chosen already. */
  get begun(): boolean {
    return this.step !== 'rooms' || this.name !== '' || this.passphrase !== '';
  }

  get placesNumber(): number | null {
    const number = Number(this.places.trim());
    return /^\d{1,3}$/u.test(this.places.trim()) && number > 0 ? number : null;
  }

  /** Asks for the proposed layout, once. */
  async begin(): Promise<void> {
    if (this.rooms.length > 0) return;
    await this.#ask(async () => {
      const proposal = await call('proposal', {});
      this.rooms = proposal.rooms;
      this.places = String(proposal.places);
    });
  }

  /** Asks for the recovery identity, once: each time it would be another. */
  async findSecret(): Promise<void> {
    if (this.secret !== null) return;
    await this.#ask(async () => {
      this.secret = (await call('new_recovery', {})).secret;
    });
  }

  async create(): Promise<void> {
    const places = this.placesNumber;
    if (places === null) return;
    await this.#ask(async () => {
      const status = await call('create_centre', {
        found: { places, rooms: this.rooms },
        name: this.name.trim(),
        passphrase: this.passphrase,
        recovery: this.typed,
      });
      this.forget();
      await app.take(status);
    });
  }

  go(step: Step): void {
    this.step = step;
    this.problem = null;
  }

  /** Nothing of it stays once the centre is made. */
  forget(): void {
    this.open = false;
    this.step = 'rooms';
    this.rooms = [];
    this.passphraseReady = false;
    this.name = this.passphrase = this.again = this.typed = '';
    this.secret = this.problem = null;
  }

  async #ask(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await what();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const guide = new Guide();
