import type { Graph } from "../kernel/graph.ts";
import { NO_TOPIC } from "../model/topic.ts";
import type { Fit } from "./centroids.ts";
import type { Division } from "./count.ts";

/** Confidence: own² / (own² + rival²) of the fits to a paper's topic and the next best: 0.5 at a tie, 1 without a rival. */
export function certainty({ topic }: Division, fit: Fit): { confidence: Float32Array; runnerUp: Int32Array } {
  const confidence = new Float32Array(topic.length);
  const runnerUp = new Int32Array(topic.length).fill(NO_TOPIC);
  for (const [i, t] of topic.entries()) {
    if (t === NO_TOPIC) continue;
    const leads = fit.best[i] === t;
    const own = leads ? fit.bestScore[i] : fit.second[i] === t ? fit.secondScore[i] : 0;
    const rival = leads ? fit.secondScore[i] : fit.bestScore[i];
    runnerUp[i] = leads ? fit.second[i] : fit.best[i];
    const total = own * own + rival * rival;
    confidence[i] = total > 0 ? (own * own) / total : 0;
  }
  return { confidence, runnerUp };
}

/** Per topic: mean agreement of the runs over the links inside it, by weight, 0 to 1; 1 where it has none. */
export function stabilityOf(graph: Graph, share: Float32Array, { topic, count }: Division): Float32Array {
  const agreed = new Float64Array(count);
  const total = new Float64Array(count);
  for (let i = 0; i < topic.length; i++) {
    const t = topic[i];
    if (t === NO_TOPIC) continue;
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      if (topic[graph.neighbour[e]] !== t) continue;
      agreed[t] += share[e] * graph.weight[e];
      total[t] += graph.weight[e];
    }
  }
  return Float32Array.from(agreed, (a, t) => (total[t] > 0 ? a / total[t] : 1));
}

/** Newman's modularity with resolution γ: Σ_c (w_cc / 2m − γ (d_c / 2m)²). 0 for a graph without links. */
export function modularityOf(graph: Graph, { topic, count }: Division, resolution: number): number {
  const inside = new Float64Array(count);
  const degree = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < topic.length; i++) {
    const t = topic[i];
    for (let e = graph.start[i]; e < graph.start[i + 1]; e++) {
      total += graph.weight[e];
      if (t === NO_TOPIC) continue;
      degree[t] += graph.weight[e];
      if (topic[graph.neighbour[e]] === t) inside[t] += graph.weight[e];
    }
  }
  if (total === 0) return 0;
  let sum = 0;
  for (let t = 0; t < count; t++) {
    const d = degree[t] / total;
    sum += inside[t] / total - resolution * d * d;
  }
  return sum;
}
