import { type Graph, subgraph, symmetric } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { findResolution } from "../kernel/resolution.ts";
import { STREAMS } from "../kernel/streams.ts";
import { isDirected } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import type { Part } from "./edits.ts";

/** Share of the papers that the smaller part should have: a topic is split by hand to see two, not a remnant (by eye). */
const LEAST_HALF = 1 / 5;

/** The two parts that the links among a topic's papers fall into most clearly; undefined for fewer than four papers. */
export function halvesOf(map: TopicMap, id: number): Part[] | undefined {
  const papers = [...map.topic.keys()].filter((i) => map.topic[i] === id);
  if (papers.length < 4) return undefined;
  const graph = linksAmong(map, papers);
  const { seed } = map.parameters;
  const smallest = Math.max(1, Math.floor(papers.length * LEAST_HALF));
  const resolution = findResolution(graph, 2, smallest, seed);
  const { community, count } = louvain(graph, resolution, seed, STREAMS.halves);
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

/** The undirected links among some papers, all kinds added up; citations where there are no others. */
function linksAmong(map: TopicMap, papers: readonly number[]): Graph {
  const undirected = map.edges.filter(({ kind }) => !isDirected(kind));
  const graph = symmetric(undirected.length > 0 ? undirected : map.edges, map.papers.length);
  return subgraph(graph, Uint32Array.from(papers), new Int32Array(map.papers.length).fill(-1));
}
