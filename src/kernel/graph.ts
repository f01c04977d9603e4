import { groupBy, prefixSum } from "./columns.ts";
import { transpose } from "./rows.ts";

/**
 * An undirected weighted graph as symmetric adjacency rows: the neighbours of node i are [start[i], start[i+1]) of
 * `neighbour` and `weight`, neighbours ascending, every link in both rows.
 */
export interface Graph {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly weight: Float32Array;
  /** Weight of the loop at each node, as coarsened graphs have; absent: none. */
  readonly loop?: Float64Array;
}

/** Links as columns; link e leads from source[e] to target[e], never to itself. */
export interface LinkColumns {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float32Array;
}

/** Number of nodes. */
export function nodeCount(graph: Pick<Graph, "start">): number {
  return graph.start.length - 1;
}

/** The graph of the links of some lists, directions aside; parallel links add up. O(links). @param n nodes */
export function symmetric(lists: readonly LinkColumns[], n: number): Graph {
  const start = new Uint32Array(n + 1);
  for (const { source, target } of lists)
    for (let e = 0; e < source.length; e++) {
      start[source[e] + 1]++;
      start[target[e] + 1]++;
    }
  const next = prefixSum(start).slice();
  const column = new Uint32Array(start[n]);
  const value = new Float32Array(start[n]);
  for (const { source, target, weight } of lists)
    for (let e = 0; e < source.length; e++) {
      column[next[source[e]]] = target[e];
      value[next[source[e]]++] = weight[e];
      column[next[target[e]]] = source[e];
      value[next[target[e]]++] = weight[e];
    }
  // Symmetric, so the transposition is the same graph with neighbours ascending.
  return mergeParallel(transpose({ start, column, value, width: n }));
}

/** In place: `column` and `value` become those of the graph. */
function mergeParallel({ start, column, value }: ReturnType<typeof transpose>): Graph {
  const merged = new Uint32Array(start.length);
  let to = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    for (let at = start[i]; at < start[i + 1]; at++) {
      if (to > merged[i] && column[to - 1] === column[at]) value[to - 1] += value[at];
      else {
        column[to] = column[at];
        value[to++] = value[at];
      }
    }
    merged[i + 1] = to;
  }
  return { start: merged, neighbour: column.slice(0, to), weight: value.slice(0, to) };
}

/** The links that `keep` says yes to, given a node and the slot of one of its links; it must say the same of both slots of a link. */
export function keepLinks(graph: Graph, keep: (i: number, slot: number) => boolean): Graph {
  const start = new Uint32Array(graph.start.length);
  const neighbour = new Uint32Array(graph.neighbour.length);
  const weight = new Float32Array(graph.neighbour.length);
  let to = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      if (!keep(i, e)) continue;
      neighbour[to] = graph.neighbour[e];
      weight[to++] = graph.weight[e];
    }
    start[i + 1] = to;
  }
  return { start, neighbour: neighbour.slice(0, to), weight: weight.slice(0, to) };
}

/** One node per community: weights between communities are summed, weights within become loops. O(links). */
export function coarsen(graph: Graph, community: Uint32Array, count: number): Required<Graph> {
  const members = groupBy(community, count);
  const start = new Uint32Array(count + 1);
  const neighbour = new Uint32Array(graph.neighbour.length);
  const weight = new Float32Array(graph.neighbour.length);
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

/** Weighted degree of each node; a loop counts twice. */
export function degreesOf({ start, weight, loop }: Graph): Float64Array {
  const degree = new Float64Array(start.length - 1);
  for (let i = 0; i < degree.length; i++) {
    let sum = 2 * (loop?.[i] ?? 0);
    for (let e = start[i]; e < start[i + 1]; e++) sum += weight[e];
    degree[i] = sum;
  }
  return degree;
}

/** The graph among some of its nodes (ascending); node i of it is `nodes[i]` of the whole. O(links of those nodes). @param place of each node of the whole −1, and again afterwards */
export function subgraph(graph: Graph, nodes: Uint32Array, place: Int32Array): Graph {
  for (const [i, node] of nodes.entries()) place[node] = i;
  const start = new Uint32Array(nodes.length + 1);
  const neighbour: number[] = [];
  const weight: number[] = [];
  for (const [i, node] of nodes.entries()) {
    for (let e = graph.start[node]; e < graph.start[node + 1]; e++) {
      const other = place[graph.neighbour[e]];
      if (other < 0) continue;
      neighbour.push(other);
      weight.push(graph.weight[e]);
    }
    start[i + 1] = neighbour.length;
  }
  for (const node of nodes) place[node] = -1;
  return { start, neighbour: Uint32Array.from(neighbour), weight: Float32Array.from(weight) };
}
