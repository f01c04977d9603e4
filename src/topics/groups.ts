import type { Graph } from "../model/graph.ts";
import { linkStrength } from "./count.ts";

const MOST_WITHOUT_GROUPS = 18;
const GROUPS = 9;

/**
 * A coarser level, for colour, above 18 topics: average-link clustering of the topics by the links between them,
 * down to 9 groups, numbered by their first topic. With 18 topics or fewer each is its own group.
 */
export function groupTopics(graph: Graph, topic: Int32Array, count: number): Int32Array {
  const group = Int32Array.from({ length: count }, (_, t) => t);
  if (count <= MOST_WITHOUT_GROUPS) return group;
  const strength = linkStrength(graph, topic, count);
  const size = new Float64Array(count);
  for (const t of topic) if (t >= 0) size[t]++;
  for (let left = count; left > GROUPS; left--) {
    let best = -1;
    let a = 0;
    let b = 1;
    for (let i = 0; i < count; i++)
      for (let j = i + 1; j < count; j++) {
        if (size[i] === 0 || size[j] === 0) continue;
        const pull = (strength[i * count + j] + 1e-9) / (size[i] * size[j]);
        if (pull > best) {
          best = pull;
          a = i;
          b = j;
        }
      }
    for (let k = 0; k < count; k++) {
      strength[a * count + k] += strength[b * count + k];
      strength[k * count + a] = strength[a * count + k];
    }
    size[a] += size[b];
    size[b] = 0;
    for (let t = 0; t < count; t++) if (group[t] === b) group[t] = a;
  }
  const number = new Map<number, number>();
  return group.map((g) => {
    const known = number.get(g) ?? number.size;
    number.set(g, known);
    return known;
  });
}
