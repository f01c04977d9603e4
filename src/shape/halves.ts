import { louvain } from "../kernel/louvain.ts";
import { findResolution } from "../kernel/resolution.ts";
import { isDirected } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { Part } from "./edits.ts";

/** The two parts that the links among a topic's papers fall into most clearly; undefined for fewer than four papers. */
export function halvesOf(map: TopicMap, id: number): Part[] | undefined {
  const papers = [...map.topic.keys()].filter((i) => map.topic[i] === id);
  if (papers.length < 4) return undefined;
  const graph = linksAmong(map, papers);
  const { seed } = map.parameters;
  const smallest = Math.max(1, Math.floor(papers.length / 5));
  const { resolution } = findResolution(graph, 2, smallest, seed);
  const { community, count } = louvain(graph, resolution, seed, 80);
  const size = new Uint32Array(count);
  for (const c of community) size[c]++;
  let largest = 0;
  for (let c = 1; c < count; c++) if (size[c] > size[largest]) largest = c;
  const part = (inside: boolean): Part => ({
    papers: papers.filter((_, k) => (community[k] === largest) === inside).map((i) => map.papers[i].identity),
  });
  const parts = [part(true), part(false)];
  return parts.every(({ papers: own }) => own.length > 0) ? parts : undefined;
}

/** The undirected links among some papers, all kinds added up, as symmetric rows; citations where there are no others. */
function linksAmong(map: TopicMap, papers: readonly number[]) {
  const place = new Map(papers.map((i, k) => [i, k]));
  const undirected = map.edges.filter(({ kind }) => !isDirected(kind));
  const rows = papers.map(() => new Map<number, number>());
  for (const { source, target, weight } of undirected.length > 0 ? undirected : map.edges)
    for (let e = 0; e < source.length; e++) {
      const [a, b] = [place.get(source[e]), place.get(target[e])];
      if (a === undefined || b === undefined) continue;
      rows[a].set(b, (rows[a].get(b) ?? 0) + weight[e]);
      rows[b].set(a, (rows[b].get(a) ?? 0) + weight[e]);
    }
  const sorted = rows.map((row) => [...row].sort((a, b) => a[0] - b[0]));
  const start = new Uint32Array(papers.length + 1);
  for (const [k, row] of sorted.entries()) start[k + 1] = start[k] + row.length;
  const all = sorted.flat();
  return {
    start,
    neighbour: Uint32Array.from(all, ([to]) => to),
    weight: Float32Array.from(all, ([, w]) => w),
  };
}
