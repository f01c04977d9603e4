import { median } from "../kernel/columns.ts";
import type { Executor, Kernel } from "../kernel/executor.ts";
import { degreesOf, type Graph, nodeCount } from "../kernel/graph.ts";
import { strongestLinks } from "../kernel/sparsify.ts";
import { descend, type Schedule, type Springs } from "./descent.ts";
import { frameMap } from "./frame.ts";
import { extent, nearestDistances, removeOverlaps } from "./overlap.ts";
import { placeBeside } from "./pieces.ts";
import { startingPlaces } from "./start.ts";

/** Where each paper stands. */
export interface Positions {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Links between the layout's own topics pull less, which keeps topics apart; pulling half as much, they already leave neighbours far from each other. */
const ACROSS = 0.7;
/** A layout of fewer papers is done on the thread at hand: starting one for it would not pay. */
export const LEAST_BESIDE = 1_500;
/** Up to so many papers topics count more than the nearest neighbours: these maps are read as a whole. */
const SMALL = 5_000;
/** From here on papers are dots too small to tell apart before one zooms in. */
const LARGE = 20_000;
/** Links of each paper that a start looks at in large maps. */
const STRONGEST_LINKS = 10;
/**
 * Least distance of two papers, in spacings of an even grid over the map's rectangle (by eye). Less where there are many:
 * moving papers apart separates neighbours.
 */
const LEAST_SPACING = 0.36;
const LEAST_SPACING_LARGE = 0.2;
const MOST_ROUNDS = 6;

/**
 * How the descent goes, by the number of papers: more epochs where they are cheap, shorter steps where so many papers
 * would not come to rest. umap-learn pushes with 10.
 */
const SCHEDULES: readonly (readonly [papers: number, schedule: Omit<Schedule, "reach">])[] = [
  [SMALL, { epochs: 150, far: 2, near: 2, push: 32, longest: 2 }],
  [LARGE, { epochs: 80, far: 1, near: 3, push: 96, longest: 1 }],
  [Number.POSITIVE_INFINITY, { epochs: 60, far: 1, near: 3, push: 96, longest: 0.5 }],
];

/**
 * The map's coordinates: topics first, then papers within and between them by UMAP's descent on the links, then overlap
 * removal; small unlinked pieces and single papers stand in tidy lines below. Depends on the links and the seed only.
 * Units: the median distance from a paper to its nearest neighbour is 1, on every map, so that a radius of 0.4 means the
 * same everywhere. Centred on 0, wider than high. O(links) but for the few hundred topics.
 */
export async function layOut(
  graph: Graph,
  { seed }: { readonly seed: number },
  executor?: Executor,
  onProgress?: (done: number) => void,
): Promise<Positions> {
  if (!executor?.beside || nodeCount(graph) < LEAST_BESIDE) return place(graph, seed, onProgress);
  return executor.beside(layoutKernel, { graph, seed }, 0);
}

/** The layout as work for another thread; the block says nothing. */
export const layoutKernel: Kernel<{ readonly graph: Graph; readonly seed: number }, number, Positions> = {
  name: "layout",
  run: ({ graph, seed }) => place(graph, seed),
};

function place(graph: Graph, seed: number, onProgress?: (done: number) => void): Positions {
  const n = nodeCount(graph);
  // A start needs the large picture only, which the strongest links give as well.
  const start = startingPlaces(n > LARGE ? strongestLinks(graph, STRONGEST_LINKS) : graph, seed);
  onProgress?.(0.2);
  const { x, y } = start;
  descend(x, y, springsOf(graph, start.community), scheduleFor(n), seed, (done) =>
    onProgress?.(0.2 + done * 0.7),
  );
  placeBeside(graph, x, y);
  frameMap(x, y);
  separate(x, y);
  scaleToUnit(x, y);
  onProgress?.(1);
  return { x, y };
}

function scheduleFor(n: number): Schedule {
  const [, schedule] = SCHEDULES.find(([papers]) => n <= papers) ?? SCHEDULES[SCHEDULES.length - 1];
  return { ...schedule, reach: Math.floor(Math.min(n / 4, 2 * Math.sqrt(n))) };
}

/** Links from the lower end; pulls are the square (of many papers the cube) of the weight relative to the strongest link of the two ends. */
function springsOf(graph: Graph, community: Uint32Array): Springs {
  const n = nodeCount(graph);
  const strongest = new Float32Array(n);
  for (let i = 0; i < n; i++)
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++)
      if (graph.weight[e] > strongest[i]) strongest[i] = graph.weight[e];
  const links = graph.neighbour.length / 2;
  const source = new Uint32Array(links);
  const target = new Uint32Array(links);
  const pull = new Float32Array(links);
  let next = 0;
  for (let i = 0; i < n; i++)
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      const j = graph.neighbour[e];
      if (j < i) continue;
      const relative = graph.weight[e] / Math.min(strongest[i], strongest[j]);
      const w = n <= SMALL ? relative * relative : relative * relative * relative;
      source[next] = i;
      target[next] = j;
      pull[next++] = community[i] === community[j] ? w : w * ACROSS;
    }
  return { source, target, pull };
}

/** Parts papers until none stand nearer than the least spacing of the rectangle they then fill. */
function separate(x: Float32Array, y: Float32Array): void {
  const spacing = x.length > LARGE ? LEAST_SPACING_LARGE : LEAST_SPACING;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [left, right] = extent(x);
    const [top, bottom] = extent(y);
    const even = Math.sqrt(((right - left) * (bottom - top)) / Math.max(1, x.length));
    const least = even > 0 ? even * spacing : 1;
    if (removeOverlaps(x, y, least) && round > 0) return;
  }
}

function scaleToUnit(x: Float32Array, y: Float32Array): void {
  const unit = x.length > 1 ? median(nearestDistances(x, y)) : 1;
  const [left, right] = extent(x);
  const [top, bottom] = extent(y);
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  for (let i = 0; i < x.length; i++) {
    x[i] = (x[i] - cx) / unit;
    y[i] = (y[i] - cy) / unit;
  }
}

/** Radii in map units, and share of the way to the nearest neighbour, half of which would make discs touch. By eye. */
const LEAST_RADIUS = 0.15;
const MOST_RADIUS = 0.46;
const MOST_OF_GAP = 0.48;
/** Rank of every paper where all have the same degree. */
const SAME_RANK = 0.7;

/**
 * Radius of each paper in map units: LEAST_RADIUS to MOST_RADIUS by the rank of its weighted degree (raised to 2, 4, 8 or
 * 16, so that a few dozen are large however many there are), and less where its nearest neighbour is so near that discs
 * would overlap. Ties share a rank.
 */
export function nodeSizes(graph: Graph, { x, y }: Positions): Float32Array {
  const n = nodeCount(graph);
  // As float32, in which equal degrees are equal whatever the order of their sums.
  const degree = Float32Array.from(degreesOf(graph));
  const sorted = degree.slice().sort();
  const nearest = nearestDistances(x, y);
  return degree.map((d, i) => {
    const rank = n > 1 && sorted[0] < sorted[n - 1] ? firstAtLeast(sorted, d) / (n - 1) : SAME_RANK;
    const radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * steep(rank, n);
    return Math.min(radius, MOST_OF_GAP * Math.max(nearest[i], 1e-3));
  });
}

/** The square, fourth, eighth or sixteenth power, by the number of papers. */
function steep(rank: number, n: number): number {
  const square = rank * rank;
  if (n < 400) return square;
  const fourth = square * square;
  if (n < 3000) return fourth;
  return n < 30_000 ? fourth * fourth : fourth * fourth * fourth * fourth;
}

/** Index of the first value ≥ d in an ascending column that holds d. */
function firstAtLeast(sorted: Float32Array, d: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < d) low = middle + 1;
    else high = middle;
  }
  return low;
}
