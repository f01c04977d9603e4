import { extent } from "../kernel/columns.ts";
import { curveRank } from "../kernel/curve.ts";
import { hashPair } from "../kernel/pairs.ts";

/** A square of the map: the whole, or a quarter of the one above it. */
export interface Tile {
  /** 0 for the whole; column and row among the 2^level squares of a side, row 0 where y is smallest. */
  readonly level: number;
  readonly column: number;
  readonly row: number;
  /** Its papers are rows `first` … first + count − 1. */
  readonly first: number;
  readonly count: number;
}

/** The square of tile 0, in map units; all papers lie in it. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Papers in the order of tiles. */
export interface Tiling {
  readonly square: Square;
  /** Level by level, along a Hilbert curve in each; a tile comes behind the one above it. */
  readonly tiles: readonly Tile[];
  /** Row → paper. */
  readonly paper: Uint32Array;
}

/** Deeper ones would cut papers that lie on one another. */
const MOST_LEVELS = 20;
/** A draw decides between papers of one class of size. */
const SEED = 20;
/** A draw is a number of 32 bits. */
const DRAWS = 4294967296;

/**
 * A quadtree of points by importance (as deepscatter's: Schmidt 2021): each tile holds the most important papers of its
 * square that no tile above it holds, so that the tiles of a view, from the whole down, are ever more of its papers.
 * More important are the larger ones, by classes (1 in 64, 1 in 16, 1 in 4, the rest), in each by a seeded draw: the
 * first tiles are then spread as the whole map is; the outermost papers come before all others, so that what is drawn of
 * the first tile alone is drawn in the same place. Within a tile papers follow a Hilbert curve: near in the plane is
 * near in the file. O(n log n).
 * @param most papers of a tile; one that would leave less than half as many for those below it takes them all
 */
export function tilesOf(x: Float32Array, y: Float32Array, size: Float32Array, most: number): Tiling {
  const [left, right] = extent(x);
  const [bottom, top] = extent(y);
  const width = Math.max(right - left, top - bottom);
  const square = { x: left, y: bottom, width };
  const curve = curveRank(x, y);
  interface Node {
    readonly level: number;
    readonly column: number;
    readonly row: number;
    /** Most important first. */
    readonly points: Uint32Array;
  }
  const tiles: Tile[] = [];
  const paper = new Uint32Array(x.length);
  let first = 0;
  let nodes: Node[] = x.length > 0 ? [{ level: 0, column: 0, row: 0, points: byImportance(x, y, size) }] : [];
  while (nodes.length > 0) {
    const below: Node[] = [];
    for (const { level, column, row, points } of nodes) {
      const isLeaf = points.length <= 1.5 * most || level === MOST_LEVELS;
      const own = points.slice(0, isLeaf ? points.length : most).sort((a, b) => curve[a] - curve[b]);
      paper.set(own, first);
      tiles.push({ level, column, row, first, count: own.length });
      first += own.length;
      if (isLeaf) continue;
      const side = 1 << (level + 1);
      const quarters: number[][] = [[], [], [], []];
      for (const p of points.subarray(most)) {
        const isRight = cell(x[p], left, width, side) > 2 * column;
        const isUpper = cell(y[p], bottom, width, side) > 2 * row;
        quarters[(isUpper ? 2 : 0) + (isRight ? 1 : 0)].push(p);
      }
      for (const [k, quarter] of quarters.entries())
        if (quarter.length > 0)
          below.push({
            level: level + 1,
            column: 2 * column + (k & 1),
            row: 2 * row + (k >> 1),
            points: Uint32Array.from(quarter),
          });
    }
    nodes = below.sort((a, b) => leastOf(a.points, curve) - leastOf(b.points, curve));
  }
  return { square, tiles, paper };
}

/** In which of `side` strips a coordinate lies. */
function cell(value: number, from: number, width: number, side: number): number {
  return width > 0 ? Math.min(side - 1, Math.floor(((value - from) / width) * side)) : 0;
}

function leastOf(points: Uint32Array, curve: Uint32Array): number {
  return points.reduce((least, p) => Math.min(least, curve[p]), Number.POSITIVE_INFINITY);
}

function byImportance(x: Float32Array, y: Float32Array, size: Float32Array): Uint32Array {
  const sorted = Float32Array.from(size).sort();
  const bounds = [64, 16, 4].map((share) => sorted[sorted.length - Math.ceil(sorted.length / share)]);
  const classOf = (p: number) => {
    const at = bounds.findIndex((bound) => size[p] >= bound);
    return at < 0 ? bounds.length : at;
  };
  // Exact in a double: the class above 32 bits of the draw.
  const order = Float64Array.from(size, (_, p) => classOf(p) * DRAWS + hashPair(p, SEED));
  for (const column of [x, y]) for (const bound of extent(column)) order[column.indexOf(bound)] = -1;
  return Uint32Array.from(size.keys()).sort((a, b) => order[a] - order[b] || a - b);
}
