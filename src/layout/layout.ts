import { extent, median } from "../kernel/columns.ts";
import type { Executor, Kernel } from "../kernel/executor.ts";
import { degreesOf, type Graph, nodeCount } from "../kernel/graph.ts";
import { descend, type Schedule, type Springs } from "./descent.ts";
import { frameMap } from "./frame.ts";
import { nearestDistances, removeOverlaps } from "./overlap.ts";
import { placeBeside } from "./pieces.ts";
import { startingPlaces } from "./start.ts";

/** Where each paper stands. */
export interface Positions {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Links between topics pull less, so that the papers of a topic stand together. Of the papers of seven collections, .106
 * .055 .320 .164 .176 .232 .160 stood outside their topic's largest patch (5 nearest in the plane) with a partition of the
 * layout's own and .7; with the topics themselves and .7 it was .050 .019 .183 .063 .080 .132 .056, with .5 .023 .007 .107
 * .016 .031 .099 .030, with .4 and the descents below .017 .011 .123 .022 .014 .052 .007. At .2 neighbours are left far
 * from each other.
 */
const ACROSS = 0.4;
/** A layout of fewer papers is done on the thread at hand: starting one for it would not pay. */
export const LEAST_BESIDE = 1_500;
/** From here on papers are dots too small to tell apart before one zooms in. */
const LARGE = 20_000;
/**
 * Least distance of two papers, in spacings of an even grid over the map's rectangle (by eye). Less where there are many:
 * moving papers apart separates neighbours.
 */
const LEAST_SPACING = 0.36;
const LEAST_SPACING_LARGE = 0.2;
const MOST_ROUNDS = 6;

/** How the descent goes, and the power of a link's relative weight that pulls. */
interface Descent extends Omit<Schedule, "reach"> {
  readonly power: 2 | 2.5 | 3;
}

/**
 * By the number of papers: more epochs where they are cheap, shorter steps where so many papers would not come to rest;
 * in small maps, which are read as a whole, the topics count more than the nearest neighbours. umap-learn pushes with 10.
 * At 2,250 and 3,600 papers, with power 2 and push 32 less of the 15 nearest are kept (.268 and .257 instead of .275 and
 * .272); of 500 papers more are, with these (.37 instead of .36). At 10,000 papers, .215 are kept with 120 epochs, .207
 * with 80.
 */
const DESCENTS: readonly (readonly [papers: number, descent: Descent])[] = [
  [1_500, { power: 2, epochs: 200, far: 2, near: 2, push: 32, longest: 2 }],
  [5_000, { power: 2.5, epochs: 200, far: 2, near: 2, push: 64, longest: 2 }],
  [LARGE, { power: 3, epochs: 120, far: 1, near: 3, push: 96, longest: 1 }],
  [Number.POSITIVE_INFINITY, { power: 3, epochs: 60, far: 1, near: 3, push: 96, longest: 0.5 }],
];

/**
 * The map's coordinates: topics first, then papers within and between them by UMAP's descent on the links, then overlap
 * removal; small unlinked pieces and single papers stand in tidy lines below. Depends on links, topics and the seed only.
 * Units: the median distance from a paper to its nearest neighbour is 1, on every map, so that a radius of 0.4 means the
 * same everywhere. Centred on 0, wider than high. O(links) but for the few hundred topics.
 * @param topic of each paper, or NO_TOPIC; those of the map, or any that are to stand together
 */
export async function layOut(
  graph: Graph,
  topic: Int32Array,
  { seed }: { readonly seed: number },
  executor?: Executor,
  onProgress?: (done: number) => void,
): Promise<Positions> {
  if (!executor?.beside || nodeCount(graph) < LEAST_BESIDE) return place({ graph, topic, seed }, onProgress);
  return executor.beside(layoutKernel, { graph, topic, seed }, 0);
}

interface LayoutInput {
  readonly graph: Graph;
  readonly topic: Int32Array;
  readonly seed: number;
}

/** The layout as work for another thread; the block says nothing. */
export const layoutKernel: Kernel<LayoutInput, number, Positions> = {
  name: "layout",
  run: (input) => place(input),
};

function place({ graph, topic, seed }: LayoutInput, onProgress?: (done: number) => void): Positions {
  const n = nodeCount(graph);
  const { x, y } = startingPlaces(graph, topic, seed);
  onProgress?.(0.1);
  const { power, ...schedule } = descentOf(n);
  const reach = Math.floor(Math.min(n / 4, 2 * Math.sqrt(n)));
  descend(x, y, springsOf(graph, topic, power), { ...schedule, reach }, seed, (done) =>
    onProgress?.(0.1 + done * 0.8),
  );
  placeBeside(graph, x, y);
  frameMap(x, y);
  separate(x, y);
  scaleToUnit(x, y);
  onProgress?.(1);
  return { x, y };
}

function descentOf(n: number): Descent {
  const [, descent] = DESCENTS.find(([papers]) => n <= papers) ?? DESCENTS[DESCENTS.length - 1];
  return descent;
}

/** Links from the lower end; pulls are a power of the weight relative to the strongest link of the two ends. */
function springsOf(graph: Graph, topic: Int32Array, power: Descent["power"]): Springs {
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
      const w = relative * relative * (power === 2 ? 1 : power === 3 ? relative : Math.sqrt(relative));
      source[next] = i;
      target[next] = j;
      pull[next++] = topic[i] === topic[j] ? w : w * ACROSS;
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
