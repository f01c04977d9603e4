import type { Adjacency } from "./louvain.ts";

/** One node per community: weights between communities are summed, weights within become loops. O(links). */
export function coarsen(graph: Adjacency, community: Uint32Array, count: number): Required<Adjacency> {
  const members = groupBy(community, count);
  const start = new Uint32Array(count + 1);
  const neighbour = new Uint32Array(graph.neighbour.length);
  const weight = new Float64Array(graph.neighbour.length);
  const loop = new Float64Array(count);
  const sum = new Float64Array(count);
  let to = 0;
  for (let c = 0; c < count; c++) {
    for (let m = members.start[c]; m < members.start[c + 1]; m++) {
      const i = members.item[m];
      loop[c] += graph.loop?.[i] ?? 0;
      for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
        const other = community[graph.neighbour[e]];
        if (other === c) loop[c] += graph.weight[e] / 2;
        else {
          if (sum[other] === 0) neighbour[to++] = other;
          sum[other] += graph.weight[e];
        }
      }
    }
    const row = neighbour.subarray(start[c], to).sort();
    for (const [k, other] of row.entries()) {
      weight[start[c] + k] = sum[other];
      sum[other] = 0;
    }
    start[c + 1] = to;
  }
  return { start, neighbour: neighbour.slice(0, to), weight: weight.slice(0, to), loop };
}

/** Items of each group, ascending: group g holds item[start[g] … start[g+1]). Items of a negative group are left out. O(n + count). */
export function groupBy(
  group: ArrayLike<number>,
  count: number,
): { readonly start: Uint32Array; readonly item: Uint32Array } {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < group.length; i++) if (group[i] >= 0) start[group[i] + 1]++;
  for (let g = 0; g < count; g++) start[g + 1] += start[g];
  const next = start.slice();
  const item = new Uint32Array(start[count]);
  for (let i = 0; i < group.length; i++) if (group[i] >= 0) item[next[group[i]]++] = i;
  return { start, item };
}
