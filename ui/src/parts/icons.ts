/** Line drawings on a grid of 12, 16 or 20. `line` is stroked, `fill` is filled. */
export interface Drawing {
  box: 12 | 16 | 20;
  line?: string;
  fill?: string;
  bold?: boolean;
  dash?: string;
}

const dot = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

export const ICONS = {
  board: { box: 20, line: 'M2.75 3.75h14.5v12.5H2.75zM2.75 10h5.5M11.5 10h5.75M8.25 3.75V7.5M13 10v3M13 16.25v-.5' },
  checkin: { box: 20, line: 'M9 3.75h7.25v12.5H9M2.75 10h8.5M8.5 7l3 3-3 3' },
  tape: { box: 20, line: 'M2.75 4.5h8.5V7h-8.5zM6.75 8.75h10.5v2.5H6.75zM4.75 13h7.5v2.5h-7.5z' },
  occupancy: { box: 20, line: 'M2.75 13h3V9.500h4v-2.500h3.500v4h4M2.750 4.750h14.500' },
  journal: { box: 20, line: 'M5 2.75h10.25v14.5H5zM3.75 6.5h2.5M3.75 10h2.5M3.75 13.5h2.5M8.75 6.5h3.75M8.75 10h3.75' },
  settings: { box: 20, line: `M2.75 6h7.5M14.25 6h3M2.75 14h3M9.75 14h7.5${dot(12.25, 6, 2)}${dot(7.75, 14, 2)}` },
  help: { box: 20, line: `${dot(10, 10, 7.25)}M7.75 7.75a2.25 2.25 0 1 1 3.2 2.05c-.6.3-.95.75-.95 1.45M10 13.6v.1` },
  lock: { box: 20, line: 'M4.75 9h10.5v7.25H4.75zM7 9V6.5a3 3 0 0 1 6 0V9' },
  hide: { box: 20, line: 'M3 10.5c1.8 2.6 4.2 3.9 7 3.9s5.2-1.3 7-3.9M4.9 13l-1.4 1.7M15.1 13l1.4 1.7M10 14.5v2.2' },
  hearth: { box: 20, line: 'M2.5 17.5h15M4 17.5V9a6 6 0 0 1 12 0v8.5M7 17.5V9.5a3 3 0 0 1 6 0v8', fill: dot(10, 14.5, 1.1) },
  family: { box: 20, fill: 'M9.1 5.6a2.6 2.6 0 1 0-5.2 0a2.6 2.6 0 1 0 5.2 0M6.5 9.2c1.9 0 2.9 1.1 3.4 3l1.3 4.8H1.8l1.3-4.8c.5-1.9 1.5-3 3.4-3ZM17.2 9.9a2.2 2.2 0 1 0-4.4 0a2.2 2.2 0 1 0 4.4 0M11.9 17c0-2.4 1-3.9 3.1-3.9s3.1 1.5 3.1 3.9Z' },
  door: { box: 20, line: 'M5 17.25V2.75h10v14.5M2.75 17.25h14.5M12 10v.1' },
  key: { box: 20, line: `${dot(6.5, 10, 3.25)}M9.75 10h7.5M14.5 10v3M17.25 10v2.25` },
  people: { box: 20, fill: 'M9.6 6a2.6 2.6 0 1 0-5.2 0a2.6 2.6 0 1 0 5.2 0M2.6 16.5v-2.6a4.4 4.4 0 0 1 8.8 0v2.6ZM15.9 7.4a2.1 2.1 0 1 0-4.2 0a2.1 2.1 0 1 0 4.2 0M12.7 16.5h4.7v-2.3a3.6 3.6 0 0 0-5.6-3' },

  absent: { box: 16, line: 'M7 2.5H2.5v11H7M6 8h7.5M10.75 5.25 13.5 8l-2.75 2.75' },
  return: { box: 16, line: 'M9 2.5h4.5v11H9M2 8h7.5M6.75 5.25 9.5 8l-2.75 2.75' },
  discharge: { box: 16, line: 'M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4' },
  extend: { box: 16, line: 'M2 3v10M5 8h8.5M10.75 5.25 13.5 8l-2.75 2.75' },
  move: { box: 16, line: 'M2 5h10.5M9.75 2.25 12.5 5 9.75 7.75M14 11H3.5M6.25 8.25 3.5 11l2.75 2.75' },
  complete: { box: 16, line: 'M3 13h2.5l7.25-7.25-2.5-2.5L3 10.5zM8.75 4.75l2.5 2.5' },
  search: { box: 16, line: `${dot(7, 7, 4.25)}m7.5 3.25 3.5 3.5` },
  held: { box: 16, line: 'M4.5 2.5h7v11L8 10.5l-3.5 3z' },
  seal: { box: 16, line: 'M3.5 7.25h9v6h-9zM5.5 7.25V5.5a2.5 2.5 0 0 1 5 0v1.75' },
  eye: { box: 16, line: `M1.5 8c1.7-2.9 3.9-4.4 6.500-4.400s4.800 1.500 6.500 4.400c-1.700 2.900-3.900 4.400-6.500 4.400S3.200 10.900 1.500 8Z${dot(8, 8, 1.75)}` },
  stepfree: { box: 16, line: 'M1.5 13.5 14.5 8v5.5Z' },
  isolation: { box: 16, line: dot(8, 8, 6.5), fill: dot(8, 8, 2.6), dash: '2.9 2.2' },
  plus: { box: 16, line: 'M8 2.5v11M2.5 8h11', bold: true },
  minus: { box: 16, line: 'M2.5 8h11', bold: true },
  tick: { box: 16, line: 'm2.75 8.5 3.5 3.5 7-7.5', bold: true },
  undo: { box: 16, line: 'M5.25 3 2.5 5.750l2.750 2.750M2.750 5.750h6.500a3.750 3.750 0 0 1 0 7.500H5' },
  swap: { box: 16, line: 'M4.500 2.500v10.500M1.750 10.250 4.500 13l2.750-2.750M11.500 13.500V3M8.750 5.750 11.500 3l2.750 2.750' },
  info: { box: 16, line: `${dot(8, 8, 6)}M8 7.250v3.750M8 5v.1` },
  stop: { box: 16, line: `${dot(8, 8, 6)}M4 12l8-8` },
  warning: { box: 16, line: 'M8 2.250 14.500 13.500h-13zM8 6.500v3.250M8 11.500v.1' },
  copy: { box: 16, line: 'M5.500 5.500h8v8h-8zM10.500 2.500h-8v8' },
  print: { box: 16, line: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z' },
  back: { box: 16, line: 'M14 8H3M6.500 4.250 2.750 8l3.750 3.750' },

  close: { box: 12, line: 'm2.5 2.5 7 7M9.5 2.5l-7 7' },
  down: { box: 12, line: 'm2.500 4.250 3.500 3.500 3.500-3.500' },
  up: { box: 16, line: 'M8 13.500V3M4.250 6.500 8 2.750l3.750 3.750' },
  next: { box: 12, line: 'm4.250 2.500 3.500 3.500-3.500 3.500' },
  previous: { box: 12, line: 'M7.750 2.500 4.250 6l3.500 3.500' },
  late: { box: 12, line: `${dot(6, 6, 4.5)}M6 3.25V6.5M6 8.4v.1` },
  out: { box: 12, line: 'M5 1.75H1.75v8.5H5M4.5 6H10M8 4l2 2-2 2' },
  term: { box: 12, fill: 'M6 .75 11.25 6 6 11.25.75 6Z' },
  flag: { box: 12, line: 'M2.75 10.5V1.5M2.75 2h6.5L7.5 4.25 9.25 6.500h-6.500' },
  in: { box: 12, line: 'M7 1.75h3.250v8.500H7M1.750 6h5.500M5.250 4l2 2-2 2' },
  gap: { box: 12, line: 'M1.75 1.75h8.5v8.5h-8.5z', dash: '1.9 2.35' },
  broken: { box: 12, line: 'M6 1.250 11 10.250H1zM6 4.750v2.250M6 8.500v.1' },
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof ICONS;
