import type { Graph } from "../model/graph.ts";
import type { SparseRows } from "../model/rows.ts";
import { centroidsOf, cosineTo } from "./centroids.ts";
import { renumber } from "./louvain.ts";

/** Strength of the links between communities: [a · count + b], symmetric, and 2 × the inner links on the diagonal. */
export function linkStrength(graph: Graph, community: Int32Array, count: number): Float64Array {
  const strength = new Float64Array(count * count);
  for (let i = 0; i < community.length; i++) {
    if (community[i] < 0) continue;
    for (let at = graph.start[i]; at < graph.start[i + 1]; at++) {
      const other = community[graph.neighbour[at]];
      if (other >= 0) strength[community[i] * count + other] += graph.weight[at];
    }
  }
  return strength;
}

function sizesOf(community: Int32Array, count: number): Uint32Array {
  const size = new Uint32Array(count);
  for (const c of community) if (c >= 0) size[c]++;
  return size;
}

/**
 * Papers of communities below `least` move to the large community whose centroid is nearest, or, where they share
 * no term with any, to the one they have the strongest links to; papers with neither get −1.
 */
export function dissolveSmall(
  graph: Graph,
  rows: SparseRows,
  given: Int32Array,
  given_count: number,
  least: number,
): { community: Int32Array; count: number } {
  const size = sizesOf(given, given_count);
  const large = given.map((c) => (c >= 0 && size[c] >= least ? c : -1));
  const { community, count } = renumber(large);
  if (count === 0) return { community: given.slice(), count: given_count };
  const centroids = centroidsOf(rows, community, count);
  const out = community.slice();
  for (let i = 0; i < out.length; i++) {
    if (out[i] >= 0 || given[i] < 0) continue;
    const pull = new Float64Array(count);
    for (let at = graph.start[i]; at < graph.start[i + 1]; at++) {
      const c = community[graph.neighbour[at]];
      if (c >= 0) pull[c] += graph.weight[at] * 1e-3;
    }
    for (let c = 0; c < count; c++) pull[c] += cosineTo(rows, i, centroids, c);
    const best = pull.reduce((b, p, c) => (p > pull[b] ? c : b), 0);
    out[i] = pull[best] > 0 ? best : -1;
  }
  return { community: out, count };
}

/**
 * Merges communities until `wanted` are left: each time the smallest, into the one it has the strongest links to
 * in proportion to that one's size.
 */
export function mergeDownTo(
  graph: Graph,
  given: Int32Array,
  given_count: number,
  wanted: number,
): { community: Int32Array; count: number } {
  let community = given;
  let count = given_count;
  while (count > Math.max(1, wanted)) {
    const size = sizesOf(community, count);
    const strength = linkStrength(graph, community, count);
    let smallest = 0;
    for (let c = 1; c < count; c++) if (size[c] < size[smallest]) smallest = c;
    let into = smallest === 0 ? 1 : 0;
    let best = -1;
    for (let c = 0; c < count; c++) {
      const pull = strength[smallest * count + c] / Math.max(1, size[c]);
      if (c !== smallest && pull > best) {
        best = pull;
        into = c;
      }
    }
    ({ community, count } = renumber(community.map((c) => (c === smallest ? into : c))));
  }
  return { community, count };
}

/** Numbers communities by size, largest first; ties by their lowest member. */
export function orderBySize(community: Int32Array, count: number): { community: Int32Array; count: number } {
  const size = sizesOf(community, count);
  const first = new Int32Array(count).fill(-1);
  for (const [i, c] of community.entries()) if (c >= 0 && first[c] < 0) first[c] = i;
  const order = Array.from({ length: count }, (_, c) => c).sort(
    (a, b) => size[b] - size[a] || first[a] - first[b],
  );
  const rank = new Int32Array(count);
  for (const [position, c] of order.entries()) rank[c] = position;
  return { community: community.map((c) => (c < 0 ? c : rank[c])), count };
}
