import { extent } from "../kernel/columns.ts";
import { type Graph, nodeCount } from "../kernel/graph.ts";
import { seededRandom } from "../kernel/random.ts";
import { STREAMS } from "../kernel/streams.ts";
import type { Earlier } from "../model/earlier.ts";
import { removeOverlaps } from "./overlap.ts";
import { inDisc } from "./start.ts";

/** Sweeps in which new papers settle among their neighbours. */
const SWEEPS = 12;
/** Least distance of two papers, in the earlier map's unit: papers give way where new ones come between (by eye). */
const LEAST_DISTANCE = 0.55;
/** Rounds of giving way, at most: the map stays what it was. */
const ROUNDS = 40;

/**
 * Known papers where they were, new ones at the mean of the papers they are linked to, by the square of the weight; new
 * papers without links in lines below. Then those that lie too near part, by less than one spacing: the map stays in
 * place. O(links).
 */
export function growLayout(
  graph: Graph,
  earlier: Earlier,
  seed: number,
): { readonly x: Float32Array; readonly y: Float32Array } {
  const n = nodeCount(graph);
  const [x, y] = [earlier.x.slice(), earlier.y.slice()];
  const placed = earlier.known.slice();
  const fresh = Array.from({ length: n }, (_, i) => i).filter((i) => placed[i] === 0);
  if (fresh.length === 0) return { x, y };
  const random = seededRandom(seed, STREAMS.newPlaces);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const i of fresh) {
      let [sx, sy, sum] = [0, 0, 0];
      for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
        const other = graph.neighbour[e];
        if (placed[other] === 0) continue;
        const w = graph.weight[e] * graph.weight[e];
        sx += w * x[other];
        sy += w * y[other];
        sum += w;
      }
      if (sum === 0) continue;
      // New papers of one mean would stand on one spot.
      const [dx, dy] = placed[i] === 0 ? inDisc(random) : [0, 0];
      x[i] = sx / sum + dx * LEAST_DISTANCE;
      y[i] = sy / sum + dy * LEAST_DISTANCE;
      placed[i] = 1;
    }
  const lone = fresh.filter((i) => placed[i] === 0);
  placeBelow(lone, placed, x, y);
  if (fresh.length > lone.length) removeOverlaps(x, y, LEAST_DISTANCE, ROUNDS);
  return { x, y };
}

/** Lines below everything that has a place. */
function placeBelow(lone: readonly number[], placed: Uint8Array, x: Float32Array, y: Float32Array): void {
  if (lone.length === 0) return;
  const there = Array.from(placed.keys()).filter((i) => placed[i] === 1);
  const [left, right] = extent(Float32Array.from(there, (i) => x[i]));
  const [, bottom] = extent(Float32Array.from(there, (i) => y[i]));
  const wide = Math.max(right - left, Math.ceil(Math.sqrt(lone.length)));
  const perLine = Math.max(1, Math.floor(wide) + 1);
  for (const [k, i] of lone.entries()) {
    x[i] = left + (k % perLine);
    y[i] = bottom + 2 + Math.floor(k / perLine);
  }
}
