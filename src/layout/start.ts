import { coarsen, degreesOf, type Graph, nodeCount } from "../kernel/graph.ts";
import { louvain } from "../kernel/louvain.ts";
import { type Random, seededRandom } from "../kernel/random.ts";
import { automaticCount, findResolution, linkedCount, smallestTopic } from "../kernel/resolution.ts";

/** Where papers begin, and the partition that it came from. */
export interface Start {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly community: Uint32Array;
}

const TRIES = 6;

/**
 * A first placement: the layout's own topics (Louvain at the automatic number, whatever the user's resolution) are
 * placed by their ties, then each paper at random in the disc of its topic. Units: about 1 a paper's share of the plane.
 */
export function startingPlaces(graph: Graph, seed: number): Start {
  const n = nodeCount(graph);
  const linked = linkedCount(graph.start);
  const wanted = automaticCount(linked);
  const { resolution } = findResolution(graph, wanted, smallestTopic(linked, wanted), seed);
  const { community, count } = louvain(graph, resolution, seed, 60);
  const size = new Float64Array(count);
  for (const c of community) size[c]++;
  const spread = size.map((s) => Math.sqrt(s / Math.max(1, n)) * 10);
  const centre = placeTopics(coarsen(graph, community, count), spread, seed);
  const random = seededRandom(seed, 61);
  const x = new Float32Array(n);
  const y = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const [dx, dy] = inDisc(random);
    const c = community[i];
    x[i] = centre.x[c] + dx * spread[c] * 0.6;
    y[i] = centre.y[c] + dy * spread[c] * 0.6;
  }
  return { x, y, community };
}

/** A point of the unit disc, by rejection: no sine needed. */
export function inDisc(random: Random): readonly [number, number] {
  for (;;) {
    const dx = 2 * random() - 1;
    const dy = 2 * random() - 1;
    if (dx * dx + dy * dy <= 1) return [dx, dy];
  }
}

/** Topics by stress (SMACOF, de Leeuw 1977) on distances from their ties; the best of a few seeded starts. */
function placeTopics(topics: Graph, spread: Float64Array, seed: number) {
  const count = spread.length;
  // Many tiny pieces would make this quadratic step slow; only the largest take part, the rest stand around them.
  const order = Array.from({ length: count }, (_, t) => t).sort((a, b) => spread[b] - spread[a] || a - b);
  const some = order.slice(0, 64);
  const wish = wishes(topics, some, spread);
  let best = stressPlacement(wish, seededRandom(seed, 62));
  for (let t = 1; t < TRIES; t++) {
    const found = stressPlacement(wish, seededRandom(seed, 62 + t));
    if (found.stress < best.stress) best = found;
  }
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (const [k, t] of some.entries()) [x[t], y[t]] = [best.x[k], best.y[k]];
  const random = seededRandom(seed, 69);
  for (const t of order.slice(64)) {
    const [dx, dy] = inDisc(random);
    [x[t], y[t]] = [dx * 12, dy * 12];
  }
  return { x, y };
}

/** Wished distances: the sum of two topics' radii, times 1 (strongest tie) to 2.6 (none). */
function wishes(topics: Graph, some: readonly number[], spread: Float64Array): Float64Array[] {
  const place = new Map(some.map((t, k) => [t, k]));
  const degree = degreesOf(topics);
  const strength = some.map((t) => Math.max(degree[t], 1e-9));
  const tie = some.map(() => new Float64Array(some.length));
  let most = 0;
  for (const [k, t] of some.entries())
    for (let e = topics.start[t]; e < topics.start[t + 1]; e++) {
      const other = place.get(topics.neighbour[e]);
      if (other === undefined) continue;
      tie[k][other] = Math.sqrt(topics.weight[e] / Math.sqrt(strength[k] * strength[other]));
      if (tie[k][other] > most) most = tie[k][other];
    }
  return tie.map((row, k) =>
    row.map((v, l) => (spread[some[k]] + spread[some[l]]) * (1 + 1.6 * (1 - (most > 0 ? v / most : 0)))),
  );
}

function stressPlacement(wish: readonly Float64Array[], random: Random) {
  const count = wish.length;
  const x = Float64Array.from({ length: count }, () => 20 * random() - 10);
  const y = Float64Array.from({ length: count }, () => 15 * random() - 7.5);
  let stress = 0;
  for (let round = 0; round < 150; round++) {
    stress = 0;
    for (let k = 0; k < count; k++) {
      let [sx, sy, sum] = [0, 0, 0];
      for (let l = 0; l < count; l++) {
        if (l === k) continue;
        const d = Math.max(Math.sqrt((x[k] - x[l]) * (x[k] - x[l]) + (y[k] - y[l]) * (y[k] - y[l])), 1e-9);
        // Near wishes weigh more: 1 / d².
        const w = 1 / (wish[k][l] * wish[k][l]);
        sx += w * (x[l] + (wish[k][l] * (x[k] - x[l])) / d);
        sy += w * (y[l] + (wish[k][l] * (y[k] - y[l])) / d);
        sum += w;
        stress += w * (d - wish[k][l]) * (d - wish[k][l]);
      }
      if (sum > 0) [x[k], y[k]] = [sx / sum, sy / sum];
    }
  }
  return { x, y, stress };
}
