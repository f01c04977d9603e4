import { coarsen, type Graph, nodeCount } from "./graph.ts";
import { louvain } from "./louvain.ts";
import { clamp } from "./numeric.ts";

/** Number of topics for n linked papers: 1.5 √n, 3 to 18, and at least three papers a topic. 0 where there are none. */
export function automaticCount(n: number): number {
  return Math.min(clamp(Math.round(1.5 * Math.sqrt(n)), 3, 18), Math.ceil(n / 4));
}

/** Nodes that have an edge. */
export function linkedCount(start: Uint32Array): number {
  let linked = 0;
  for (let i = 0; i + 1 < start.length; i++) if (start[i + 1] > start[i]) linked++;
  return linked;
}

/** Communities smaller than this are leftovers, not topics. */
export function smallestTopic(n: number, topics: number): number {
  const share = Math.floor(n / Math.max(1, topics));
  return clamp(Math.round(share / 12), clamp(share, 1, 3), 25);
}

/** Communities of at least `smallest` nodes. */
function countLarge(community: Uint32Array, count: number, smallest: number): number {
  const size = new Uint32Array(count);
  for (const c of community) size[c]++;
  let large = 0;
  for (const s of size) if (s >= smallest) large++;
  return large;
}

const PROBES = 12;
/** Above this many nodes the search runs on the communities of a first, fine pass: probes then cost next to nothing. */
const DIRECT = 4_000;

/**
 * The resolution at which Louvain gives `wanted` communities of at least `smallest` nodes, by bisection on a
 * logarithmic scale from 1/16 to the first power of 4 that gives as many; the nearest one found if none gives it exactly.
 */
export function findResolution(
  graph: Graph,
  wanted: number,
  smallest: number,
  seed: number,
): { readonly resolution: number; readonly count: number } {
  const n = nodeCount(graph);
  const fine = n > DIRECT ? louvain(graph, 4, seed, 90) : undefined;
  const first = fine?.levels[0];
  const small = first ? coarsen(graph, first, countOf(first)) : graph;
  const expand = (community: Uint32Array) => (first ? first.map((c) => community[c]) : community);
  const countAt = (resolution: number, probe: number) => {
    const found = louvain(small, resolution, seed, 100 + probe);
    return countLarge(expand(found.community), found.count, smallest);
  };
  let best = { resolution: 1, count: countAt(1, 0) };
  const note = (resolution: number, probe: number) => {
    const count = countAt(resolution, probe);
    if (Math.abs(count - wanted) < Math.abs(best.count - wanted)) best = { resolution, count };
    return count;
  };
  let [low, high] = [1, 1];
  let probe = 1;
  const rising = best.count < wanted;
  while (best.count !== wanted && high < 1024 && low > 1 / 64) {
    const next = rising ? high * 2 : low / 2;
    const count = note(next, probe++);
    if (rising) high = next;
    else low = next;
    if (rising ? count >= wanted : count <= wanted) break;
    if (rising) low = next;
    else high = next;
  }
  for (; probe < PROBES + 8 && best.count !== wanted && high / low > 1.002; probe++) {
    const middle = Math.sqrt(low * high);
    const count = note(middle, probe);
    if (count < wanted) low = middle;
    else high = middle;
  }
  return best;
}

function countOf(community: Uint32Array): number {
  let most = -1;
  for (const c of community) if (c > most) most = c;
  return most + 1;
}
