interface Steps {
  begin: (stay: string) => void;
  over: (bed: string | null) => void;
  drop: (bed: string | null) => void;
  cancel: () => void;
}

const FAR = 6;

/** Dragging a tile with the mouse. It begins once the pointer has gone far enough to mean it. */
export class Drag {
  stay = $state<string | null>(null);
  x = $state(0);
  y = $state(0);
  /** The click that a browser sends after a drag is not one. */
  justEnded = false;
  #held: { stay: string; x: number; y: number } | null = null;
  #steps: Steps;

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  down = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const stay = event.target.closest<HTMLElement>('[data-tile]')?.dataset['stay'];
    this.justEnded = false;
    if (stay) this.#held = { stay, x: event.clientX, y: event.clientY };
  };

  move = (event: PointerEvent): void => {
    const held = this.#held;
    if (!held) return;
    this.x = event.clientX;
    this.y = event.clientY;
    if (this.stay === null) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
      this.stay = held.stay;
      this.#steps.begin(held.stay);
    }
    this.#steps.over(bedUnder(event));
  };

  up = (event: PointerEvent): void => {
    const dragged = this.stay !== null;
    this.#end();
    if (!dragged) return;
    this.justEnded = true;
    setTimeout(() => (this.justEnded = false), 0);
    this.#steps.drop(bedUnder(event));
  };

  abort = (): void => {
    const dragged = this.stay !== null;
    this.#end();
    if (dragged) this.#steps.cancel();
  };

  #end(): void {
    this.#held = null;
    this.stay = null;
  }
}

function bedUnder(event: PointerEvent): string | null {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  return under?.closest<HTMLElement>('[data-bed]')?.dataset['bed'] ?? null;
}
