import type { Graph } from "../kernel/graph.ts";
import { clamp } from "../kernel/numeric.ts";
import { areaCount, findAreas, numberedByFirst } from "./areas.ts";
import { type Division, topicGraph } from "./count.ts";

/** Up to so many topics each is a group of its own. */
const UNGROUPED = 18;

/**
 * Coarser groups of topics, for colour: their areas where there are any, else average linkage over the link weight
 * between topics relative to their strengths, down to 6 to 8 groups. Groups number by their first topic.
 * @returns group of each topic, 0 …
 */
export function groupTopics(graph: Graph, division: Division): Int32Array {
  const { count } = division;
  const group = Int32Array.from({ length: count }, (_, t) => t);
  if (count <= UNGROUPED) return group;
  if (areaCount(count) > 0) return findAreas(graph, division);
  const tie = ties(graph, division);
  const size = new Float64Array(count).fill(1);
  const wanted = clamp(Math.round(count / 3), 6, 8);
  for (let left = count; left > wanted; left--) {
    const [a, b] = nearestPair(tie, size);
    for (let t = 0; t < count; t++) {
      const mean = (tie[a * count + t] * size[a] + tie[b * count + t] * size[b]) / (size[a] + size[b]);
      tie[a * count + t] = mean;
      tie[t * count + a] = mean;
      if (group[t] === b) group[t] = a;
    }
    size[a] += size[b];
    size[b] = 0;
  }
  return numberedByFirst(group);
}

/** The two groups with the strongest tie; dividing by their joint size keeps one group from swallowing all. */
function nearestPair(tie: Float64Array, size: Float64Array): readonly [number, number] {
  const count = size.length;
  let [a, b, most] = [0, 1, -1];
  for (let s = 0; s < count; s++)
    for (let t = s + 1; t < count; t++) {
      if (size[s] === 0 || size[t] === 0) continue;
      const value = (tie[s * count + t] + 1e-12) / (size[s] + size[t]);
      if (value > most) [a, b, most] = [s, t, value];
    }
  return [a, b];
}

/** Link weight between each two topics over the product of their strengths, count × count. */
function ties(graph: Graph, division: Division): Float64Array {
  const { count } = division;
  const linked = topicGraph(graph, division);
  const tie = new Float64Array(count * count);
  for (let t = 0; t < count; t++)
    for (let e = linked.start[t]; e < linked.start[t + 1]; e++) {
      const other = linked.neighbour[e];
      if (other < count)
        tie[t * count + other] = linked.weight[e] / (linked.strength[t] * linked.strength[other]);
    }
  return tie;
}
