import type { CitationGraph } from "./graph.ts";

/** A stretch of an axis, in units. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the papers of a citation graph stand: columns are times, lanes are topics, a unit is the room of one paper.
 * x grows with time, y downward.
 */
export interface Lanes {
  /** Of each paper; meaningful where `shown`. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 1 for papers that cite or are cited. */
  readonly shown: Uint8Array;
  /** In order; `time` undefined for papers without one, which stand first. Empty times have narrow columns. */
  readonly columns: readonly (Band & { readonly time?: number })[];
  /** From top to bottom; NO_TOPIC last. */
  readonly lanes: readonly (Band & { readonly topic: number })[];
  readonly width: number;
  readonly height: number;
}

export interface LaneOptions {
  readonly topic: Int32Array;
  /** Topics from top to bottom. */
  readonly order: readonly number[];
  /** Year or layer of each paper. */
  readonly time: readonly (number | undefined)[];
  /** Width over height to come near to. */
  readonly aspect: number;
  /** Room at the top of each lane for its name, in units; default 0. */
  readonly head?: number;
}

// Gaps in units, and sweeps that put papers beside what they cite: by eye.
const COLUMN_GAP = 1.2;
const EMPTY_COLUMN = 0.8;
const LANE_GAP = 1.6;
const SWEEPS = 8;
/** More years than this are not drawn one by one: a stray "1066" must not stretch the axis. */
const MOST_COLUMNS = 400;

/** Lays a citation graph out in lanes over time; within a cell papers stand beside what they cite and are cited by. O(arcs). */
export function citationLanes(graph: CitationGraph, options: LaneOptions): Lanes {
  const { papers, cites, citedBy } = graph;
  const shown = new Uint8Array(papers);
  for (let i = 0; i < papers; i++)
    if (cites.start[i] < cites.start[i + 1] || citedBy.start[i] < citedBy.start[i + 1]) shown[i] = 1;
  const times = columnTimes(options.time, shown);
  const columnOf = new Map(times.map((time, c) => [time, c]));
  const topics = [...options.order.filter((t) => t >= 0), -1];
  const laneOf = new Map(topics.map((topic, l) => [topic, l]));
  const cells = Array.from({ length: times.length * topics.length }, (): number[] => []);
  const cell = new Int32Array(papers).fill(-1);
  for (let i = 0; i < papers; i++) {
    if (shown[i] === 0) continue;
    const lane = laneOf.get(options.topic[i]) ?? topics.length - 1;
    cell[i] = lane * times.length + (columnOf.get(options.time[i]) ?? 0);
    cells[cell[i]].push(i);
  }
  const head = options.head ?? 0;
  const gap = LANE_GAP + head;
  const { columns, lanes, width, height } = axes(cells, times, topics, options.aspect, gap);
  const place = { x: new Float32Array(papers), y: new Float32Array(papers) };
  const fill = () => {
    for (const [k, members] of cells.entries()) {
      const { from, to } = lanes[Math.floor(k / times.length)];
      fillCell(members, columns[k % times.length], { from: from + head, to }, place);
    }
  };
  fill();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const wish = Float32Array.from({ length: papers }, (_, i) => meanHeight(graph, i, place.y));
    for (const members of cells) members.sort((a, b) => wish[a] - wish[b] || a - b);
    fill();
  }
  const used = lanes.filter((_, l) =>
    cells.some((members, k) => Math.floor(k / times.length) === l && members.length > 0),
  );
  return { ...place, shown, columns, lanes: used, width, height };
}

function columnTimes(time: readonly (number | undefined)[], shown: Uint8Array): (number | undefined)[] {
  const present = new Set<number | undefined>();
  for (let i = 0; i < shown.length; i++) if (shown[i] === 1) present.add(time[i]);
  const sorted = [...present].filter((t) => t !== undefined).sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const filled =
    sorted.length > 0 && last - first < MOST_COLUMNS
      ? Array.from({ length: last - first + 1 }, (_, k) => first + k)
      : sorted;
  return present.has(undefined) ? [undefined, ...filled] : filled;
}

/** Rows per lane and sub-columns per column such that every cell holds its papers and the whole has about the aspect wanted. */
function axes(
  cells: readonly (readonly number[])[],
  times: readonly (number | undefined)[],
  topics: readonly number[],
  aspect: number,
  gap: number,
): Pick<Lanes, "columns" | "lanes" | "width" | "height"> {
  const fullest = topics.map((_, l) =>
    times.reduce((most: number, _t, c) => Math.max(most, cells[l * times.length + c].length), 0),
  );
  let best: { readonly rows: number[]; readonly wide: number[] } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 40; step++) {
    const stretch = 0.15 * (1 + step * 0.35);
    const rows = fullest.map((most) =>
      most === 0 ? 0 : Math.max(1, Math.ceil(stretch * Math.sqrt(most * 4))),
    );
    const wide = times.map((_, c) =>
      topics.reduce(
        (most: number, _t, l) =>
          rows[l] === 0 ? most : Math.max(most, Math.ceil(cells[l * times.length + c].length / rows[l])),
        0,
      ),
    );
    const width = wide.reduce((sum, w) => sum + (w || EMPTY_COLUMN) + COLUMN_GAP, 0);
    const height = rows.reduce((sum, r) => sum + (r ? r + gap : 0), 0);
    const off = Math.max(width / height / aspect, (aspect * height) / width);
    if (off < least) {
      least = off;
      best = { rows, wide };
    }
  }
  let x = 0;
  const columns = times.map((time, c) => {
    const from = x;
    x += (best?.wide[c] || EMPTY_COLUMN) + COLUMN_GAP;
    return { from, to: x, ...(time === undefined ? {} : { time }) };
  });
  let y = 0;
  const lanes = topics.map((topic, l) => {
    const from = y;
    const rows = best?.rows[l] ?? 0;
    if (rows > 0) y += rows + gap;
    return { topic, from, to: y };
  });
  return { columns, lanes, width: x, height: y };
}

/** Puts papers, in their order, into the middle of a cell: rows first filled from left to right. */
function fillCell(
  members: readonly number[],
  column: Band,
  lane: Band,
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
): void {
  if (members.length === 0) return;
  const room = Math.max(1, Math.round(lane.to - lane.from - LANE_GAP));
  const wide = Math.ceil(members.length / room);
  const rows = Math.ceil(members.length / wide);
  const middleX = (column.from + column.to) / 2;
  const middleY = (lane.from + lane.to) / 2;
  for (const [k, i] of members.entries()) {
    const row = Math.floor(k / wide);
    const inRow = Math.min(wide, members.length - row * wide);
    x[i] = middleX + (k % wide) - (inRow - 1) / 2;
    y[i] = middleY + row - (rows - 1) / 2;
  }
}

function meanHeight({ cites, citedBy }: CitationGraph, i: number, y: Float32Array): number {
  // A little of its own height keeps the order steady.
  let [sum, count] = [0.2 * y[i], 0.2];
  for (const { start, other } of [cites, citedBy])
    for (let s = start[i]; s < start[i + 1]; s++) {
      sum += y[other[s]];
      count++;
    }
  return sum / count;
}
