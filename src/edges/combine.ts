import { transpose } from "../kernel/csr.ts";
import type { Graph } from "../kernel/graph.ts";
import type { EdgeKind, EdgeList } from "../model/edges.ts";

/**
 * One graph from all kinds: each kind is scaled to the total strength of the keyword edges (to 1 where there are none),
 * then multiplied by its weight; kinds of weight 0 and directions are left out, parallel links add up.
 * @param n number of papers
 */
export function combineEdges(
  lists: readonly EdgeList[],
  weights: Readonly<Record<EdgeKind, number>>,
  n: number,
): Graph {
  const strength = (list: EdgeList) => list.weight.reduce((sum, w) => sum + w, 0);
  const keyword = lists.find((list) => list.kind === "keyword" && list.source.length > 0);
  const whole = keyword === undefined ? 1 : strength(keyword);
  const used = lists.filter((list) => weights[list.kind] > 0 && strength(list) > 0);
  const degree = new Uint32Array(n + 1);
  for (const list of used)
    for (let e = 0; e < list.source.length; e++) {
      degree[list.source[e] + 1]++;
      degree[list.target[e] + 1]++;
    }
  for (let i = 0; i < n; i++) degree[i + 1] += degree[i];
  const next = degree.slice();
  const column = new Uint32Array(degree[n]);
  const value = new Float32Array(degree[n]);
  const put = (from: number, to: number, weight: number) => {
    column[next[from]] = to;
    value[next[from]++] = weight;
  };
  for (const list of used) {
    const scale = (weights[list.kind] * whole) / strength(list);
    for (let e = 0; e < list.source.length; e++) {
      put(list.source[e], list.target[e], list.weight[e] * scale);
      put(list.target[e], list.source[e], list.weight[e] * scale);
    }
  }
  // Symmetric, so the transposition is the same graph with neighbours ascending.
  return mergeParallel(transpose({ start: degree, column, value, width: n }));
}

function mergeParallel(rows: { start: Uint32Array; column: Uint32Array; value: Float32Array }): Graph {
  const n = rows.start.length - 1;
  const start = new Uint32Array(n + 1);
  const neighbour = new Uint32Array(rows.column.length);
  const weight = new Float32Array(rows.column.length);
  let to = 0;
  for (let i = 0; i < n; i++) {
    for (let at = rows.start[i]; at < rows.start[i + 1]; at++) {
      if (to > start[i] && neighbour[to - 1] === rows.column[at]) weight[to - 1] += rows.value[at];
      else {
        neighbour[to] = rows.column[at];
        weight[to++] = rows.value[at];
      }
    }
    start[i + 1] = to;
  }
  return { start, neighbour: neighbour.slice(0, to), weight: weight.slice(0, to) };
}
