import { seededRandom } from "../kernel/random.ts";
import type { Graph } from "../model/graph.ts";
import type { SparseRows } from "../model/rows.ts";
import { NO_TOPIC } from "../model/topic.ts";
import { polish } from "./centroids.ts";
import { dissolveSmall, mergeDownTo, orderBySize } from "./count.ts";
import { inducedGraph, pickRows } from "./induced.ts";
import { renumber, runLouvain } from "./louvain.ts";
import { findResolution } from "./resolution.ts";

/** Topics below this size are not divided: their titles can be read. */
const LEAST_TO_DIVIDE = 24;

/** Sub-topics of every topic that is large enough, numbered on from `count` in topic order. */
export function findSubtopics(
  graph: Graph,
  rows: SparseRows,
  topic: Int32Array,
  count: number,
  seed: number,
): { subtopic: Int32Array; parent: Int32Array } {
  const subtopic = new Int32Array(topic.length).fill(NO_TOPIC);
  const parent: number[] = [];
  for (let t = 0; t < count; t++) {
    const members = membersOf(topic, t);
    if (members.length < LEAST_TO_DIVIDE) continue;
    const own = divide(inducedGraph(graph, members), pickRows(rows, members), seed + t);
    if (own.count < 2) continue;
    for (const [k, c] of own.community.entries())
      if (c >= 0) subtopic[members[k]] = count + parent.length + c;
    for (let c = 0; c < own.count; c++) parent.push(t);
  }
  return { subtopic, parent: Int32Array.from(parent) };
}

/** Between 2 and 7 parts, √n / 3. */
function divide(graph: Graph, rows: SparseRows, seed: number): { community: Int32Array; count: number } {
  const n = graph.start.length - 1;
  const wanted = Math.max(2, Math.min(7, Math.round(Math.sqrt(n) / 2.5)));
  const least = Math.max(3, Math.round(n / (wanted * 5)));
  const resolution = findResolution(graph, wanted, least, seed);
  const raw = runLouvain(graph, resolution, seededRandom(seed, 1));
  const large = dissolveSmall(graph, rows, raw.community, raw.count, least);
  const merged = mergeDownTo(graph, large.community, large.count, wanted);
  const polished = renumber(polish(rows, merged.community, merged.count));
  return orderBySize(polished.community, polished.count);
}

/** Papers of a topic, ascending. */
export function membersOf(topic: Int32Array, t: number): Uint32Array {
  const members: number[] = [];
  for (const [i, own] of topic.entries()) if (own === t) members.push(i);
  return Uint32Array.from(members);
}
