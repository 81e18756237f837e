/** What is printed, as data: pages are made of it on the screen and on paper alike. */
export interface Sheet {
  /** The one heading of the sheet. */
  title: string;
  /** What stands below it: the centre, the period, as known when. */
  lines: string[];
  /** What stands at the foot of each page beside its number. */
  foot: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; small?: boolean }
  | { kind: 'figures'; figures: { name: string; value: string; note: string }[] }
  | { kind: 'course'; course: Course }
  | { kind: 'table'; table: Table }
  /** Lines to write on by hand. */
  | { kind: 'sign'; labels: string[] };

export interface Table {
  caption: string;
  columns: Column[];
  rows: Cell[][];
  /** What stands in the place of rows where there are none. */
  empty?: string;
}

export interface Column {
  text: string;
  /** Numbers stand at the right. */
  number?: boolean;
  /** How much room it takes: `bar` is for a bar, `box` for something to tick. */
  width?: 'narrow' | 'wide' | 'bar' | 'box';
}

export type Cell =
  | string
  /** Hidden, so that nobody can be recognised. */
  | { hidden: string }
  /** Said louder than the others. */
  | { strong: string }
  /** A part of the longest bar; none where it is hidden. */
  | { bar: number | null }
  /** An empty box to tick by hand. */
  | { box: true };

/** Places taken against the places there are, step by step; hidden where a count is none. */
export interface Course {
  title: string;
  steps: Step[];
  /** Whether arrivals and departures are drawn below. */
  both: boolean;
}

export interface Step {
  label: string;
  /** What stands below it, where there is room. */
  tick: string | null;
  census: number | null;
  places: number;
  arrived: number | null;
  left: number | null;
}
