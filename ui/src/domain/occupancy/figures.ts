import type { Counted, Occupancy } from '../../bridge/types';
import { plusDays } from '../../words/dates';
import { decimal, percent, whole } from '../../words/numbers';

/** A figure of a period: its name and definition are the words `occ-name-ID` and `occ-def-ID`. */
export interface Figure {
  id: string;
  /** As it is printed; null where there is nothing to divide by. */
  text: string | null;
  /** The stays that it counts. */
  counts?: Counted;
  /** The days that it is found on, as places in the list of days. */
  on?: number[];
}

/** Every figure of a period, in the order of the report. */
export function figuresOf(answer: Occupancy): Figure[] {
  const { figures: f, lengths, beds, held, waited } = answer;
  const number = (value: number | null, digits: number) => (value === null ? null : decimal(value, digits));
  const days = (match: (census: number, day: number) => boolean) =>
    f.census.flatMap((census, day) => (match(census, day) ? [day] : []));
  return [
    { id: 'occupancy', text: f.occupancy === null ? null : percent(f.occupancy, 2), counts: 'bed_days' },
    { id: 'bed_days', text: whole(f.bed_days), counts: 'bed_days' },
    { id: 'place_days', text: whole(f.place_days), on: days(() => true) },
    { id: 'peak', text: whole(f.peak), on: days((census) => census === f.peak) },
    { id: 'lowest', text: whole(f.lowest), on: days((census) => census === f.lowest) },
    { id: 'census_first_day', text: whole(f.census_first_day), on: [0] },
    { id: 'census_last_day', text: whole(f.census_last_day), on: [f.census.length - 1] },
    {
      id: 'over_capacity_days',
      text: whole(f.over_capacity_days),
      on: days((census, day) => census > (f.places[day] ?? 0)),
    },
    { id: 'absent_nights', text: whole(f.absent_nights), counts: 'absent_nights' },
    { id: 'admissions', text: whole(f.admissions), counts: 'admissions' },
    { id: 'discharges', text: whole(f.discharges), counts: 'discharges' },
    { id: 'same_day_stays', text: whole(f.same_day_stays), counts: 'same_day_stays' },
    { id: 'mean_stay_nights', text: number(f.mean_stay_nights, 4), counts: 'stay_nights' },
    { id: 'median_stay_nights', text: number(lengths.median_nights, 1), counts: 'stay_nights' },
    { id: 'longest_stay_nights', text: number(lengths.longest_nights, 0), counts: 'stay_nights' },
    { id: 'turnover_interval_days', text: number(f.turnover_interval_days, 4), counts: 'discharges' },
    { id: 'persons_served', text: whole(f.persons_served), counts: 'persons_served' },
    { id: 'bed_nights', text: whole(beds.bed_nights) },
    { id: 'closed_bed_nights', text: whole(beds.closed_bed_nights) },
    { id: 'cot_nights', text: whole(beds.cot_nights) },
    { id: 'closed_cot_nights', text: whole(beds.closed_cot_nights) },
    { id: 'holds', text: whole(held.holds) },
    { id: 'holds_checked_in', text: whole(held.checked_in) },
    { id: 'holds_lapsed', text: whole(held.lapsed) },
    ...waited.ended.map(([end, parties]) => ({ id: `waiting_${end}`, text: whole(parties) })),
    { id: 'mean_wait_days', text: number(waited.mean_days_to_check_in, 1) },
  ];
}

/** One of them. */
export function figureOf(answer: Occupancy, id: string): Figure {
  return figuresOf(answer).find((figure) => figure.id === id) ?? { id, text: null };
}

/** A day of the period, or a month of a long one. */
export interface Step {
  /** The first day. */
  day: string;
  /** The days that it stands for. */
  days: number;
  /** The census; of a month, the mean of its days. */
  census: number;
  /** The places; of a month, the mean of its days. */
  places: number;
  arrived: number;
  left: number;
}

/** Longer periods are drawn by month: a day would be finer than a line. */
const MOST_DAYS = 366;

/** The days of a period; the months of one that is longer than a year. */
export function stepsOf(answer: Occupancy): Step[] {
  const { census, places, arrived, left } = answer.figures;
  const daily = census.map((count, at) => ({
    day: plusDays(answer.first, at),
    days: 1,
    census: count,
    places: places[at] ?? 0,
    arrived: arrived[at] ?? 0,
    left: left[at] ?? 0,
  }));
  if (daily.length <= MOST_DAYS) return daily;
  const months = new Map<string, Step>();
  for (const step of daily) {
    const key = step.day.slice(0, 7);
    const month = months.get(key) ?? { day: step.day, days: 0, census: 0, places: 0, arrived: 0, left: 0 };
    month.days += 1;
    month.census += step.census;
    month.places += step.places;
    month.arrived += step.arrived;
    month.left += step.left;
    months.set(key, month);
  }
  return [...months.values()].map((one) => ({ ...one, census: one.census / one.days, places: one.places / one.days }));
}
