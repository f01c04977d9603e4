import { type Groups, groupBy, prefixSum } from "../kernel/columns.ts";
import { keysDown } from "../kernel/order.ts";
import type { EdgeList } from "../model/edges.ts";
import { sixDigits } from "../model/number.ts";
import { EDGE_ROWS } from "./shapes.ts";
import type { Tile } from "./tiles.ts";

/** The links of a map in the order in which `edges` has them. */
export interface LinkOrder {
  readonly lists: readonly EdgeList[];
  readonly links: Links;
  /** Which link each row of `edges` is. */
  readonly order: Uint32Array;
  /** The row groups of `edges`. */
  readonly parts: readonly Part[];
}

/**
 * The links of a map in the order of their later rows.
 * @param row paper → row
 */
export function orderLinks(edges: readonly EdgeList[], row: Uint32Array, tiles: readonly Tile[]): LinkOrder {
  const lists = edges.filter(({ source }) => source.length > 0);
  const links = linksOf(lists, row);
  const { item: order, start: ofRow } = strongestFirst(links, row.length);
  return { lists, links, order, parts: cuts(ofRow, tiles) };
}

/** All links of a map, list after list. */
export interface Links {
  /** The first of each list. */
  readonly start: readonly number[];
  /** Of each link its list, its rows, and its weight as it is written. */
  readonly list: Uint32Array;
  readonly later: Uint32Array;
  readonly earlier: Uint32Array;
  readonly weight: Float32Array;
}

function linksOf(lists: readonly EdgeList[], row: Uint32Array): Links {
  let count = 0;
  const start = lists.map(({ source }) => {
    count += source.length;
    return count - source.length;
  });
  const [list, later, earlier] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const weight = new Float32Array(count);
  for (const [k, { source, target, weight: own }] of lists.entries()) {
    list.fill(k, start[k], start[k] + source.length);
    for (let e = 0; e < source.length; e++) {
      const [a, b] = [row[source[e]], row[target[e]]];
      later[start[k] + e] = Math.max(a, b);
      earlier[start[k] + e] = Math.min(a, b);
      weight[start[k] + e] = sixDigits(own[e]);
    }
  }
  return { start, list, later, earlier, weight };
}

/** So many links of a row are sorted by one number each: 53 bits, of which 3 are a kind and 32 a weight. */
const SORTED_AT_ONCE = 1 << 18;
/** One more than the largest key of a weight. */
const WEIGHTS = 4294967296;

/**
 * Links by their later rows; those of a row by kind, the strongest first: weights that descend take a tenth less. Numbers
 * sort in a fifth of the time that comparing links takes.
 */
function strongestFirst({ list, later, earlier, weight }: Links, rows: number): Groups {
  const { start, item } = groupBy(later, rows);
  const down = keysDown(weight);
  const rank = (link: number) => list[link] * WEIGHTS + down[link];
  let [keys, own] = [new Float64Array(1 << 10), new Uint32Array(1 << 10)];
  for (let r = 0; r < rows; r++) {
    const links = item.subarray(start[r], start[r + 1]);
    const n = links.length;
    if (n > SORTED_AT_ONCE) {
      links.sort((a, b) => rank(a) - rank(b) || earlier[a] - earlier[b]);
      continue;
    }
    if (n > keys.length) [keys, own] = [new Float64Array(2 * n), new Uint32Array(2 * n)];
    own.set(links);
    for (let i = 0; i < n; i++) keys[i] = rank(links[i]) * SORTED_AT_ONCE + i;
    keys.subarray(0, n).sort();
    for (let i = 0; i < n; i++) links[i] = own[keys[i] % SORTED_AT_ONCE];
    // Of equally strong ones the earlier row comes first.
    for (let from = 0, to = 1; to <= n; to++) {
      if (to < n && rank(links[to]) === rank(links[from])) continue;
      if (to - from > 1) links.subarray(from, to).sort((a, b) => earlier[a] - earlier[b]);
      from = to;
    }
  }
  return { start, item };
}

/** The links [from, to) of a row group, and the row of the first. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Cuts links at tiles, and at papers where there are enough. @param ofRow where the links of each row begin */
function cuts(ofRow: Uint32Array, tiles: readonly Tile[]): Part[] {
  const parts: Part[] = [];
  for (const { first, count } of tiles)
    for (let r = first, begin = first; r < first + count; r++) {
      const [from, to] = [ofRow[begin], ofRow[r + 1]];
      if (to - from < EDGE_ROWS && r + 1 < first + count) continue;
      if (to > from) parts.push({ from, to, row: begin });
      begin = r + 1;
    }
  return parts;
}

/** Finds the row groups in which a row is the earlier end. */
export function groupFinder(parts: readonly Part[], item: Uint32Array, earlier: Uint32Array, rows: number) {
  const seen = new Int32Array(rows);
  /** Calls back once for each row group and row; groups ascend. */
  const visit = (use: (row: number, group: number) => void) => {
    seen.fill(-1);
    for (const [g, { from, to }] of parts.entries())
      for (let i = from; i < to; i++) {
        const row = earlier[item[i]];
        if (seen[row] === g) continue;
        seen[row] = g;
        use(row, g);
      }
  };
  const counts = new Uint32Array(rows + 1);
  visit((row) => counts[row + 1]++);
  const start = prefixSum(counts);
  const next = start.slice();
  const group = new Uint32Array(start[rows]);
  visit((row, g) => {
    group[next[row]++] = g;
  });
  return (row: number) =>
    start[row] === start[row + 1] ? null : Array.from(group.subarray(start[row], start[row + 1]));
}
