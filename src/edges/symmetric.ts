import { transpose } from "../kernel/csr.ts";
import type { Graph } from "../kernel/graph.ts";
import type { EdgeList } from "../model/edges.ts";

/** One list of links, each once and without loops, as symmetric adjacency rows. */
export function symmetric({ source, target, weight }: EdgeList, n: number): Graph {
  const start = new Uint32Array(n + 1);
  for (let e = 0; e < source.length; e++) {
    start[source[e] + 1]++;
    start[target[e] + 1]++;
  }
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const next = start.slice();
  const column = new Uint32Array(start[n]);
  const value = new Float32Array(start[n]);
  for (let e = 0; e < source.length; e++) {
    column[next[source[e]]] = target[e];
    value[next[source[e]]++] = weight[e];
    column[next[target[e]]] = source[e];
    value[next[target[e]]++] = weight[e];
  }
  const rows = transpose({ start, column, value, width: n });
  return { start: rows.start, neighbour: rows.column, weight: rows.value };
}
