/** What somebody does who is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * How long nobody has touched the program, in milliseconds: by the clock, and by one that nobody can set;
 * the longer of both, as one stands still while the computer sleeps and the other can be turned back.
 */
export class Idle {
  #wall = Date.now();
  #running = performance.now();

  get for(): number {
    return Math.max(Date.now() - this.#wall, performance.now() - this.#running);
  }

  /** Begins to watch; answers how to end it. */
  watch(): () => void {
    const sign = () => this.touch();
    sign();
    for (const one of SIGNS) window.addEventListener(one, sign, { capture: true, passive: true });
    return () => {
      for (const one of SIGNS) window.removeEventListener(one, sign, { capture: true });
    };
  }

  touch(): void {
    this.#wall = Date.now();
    this.#running = performance.now();
  }
}
