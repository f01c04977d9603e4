import { coarsen, degreesOf, type Graph, nodeCount } from "../kernel/graph.ts";
import { type Random, seededRandom } from "../kernel/random.ts";
import { STREAMS } from "../kernel/streams.ts";
import { NO_TOPIC } from "../model/topic.ts";

// Units: the whole map is about SPREAD wide. All of these were chosen by eye.
const SPREAD = 10;
/** Papers begin within this share of their topic's radius. */
const WITHIN = 0.6;
/** Seeded tries to place the topics, and rounds of each; the one of least stress is taken. */
const TRIES = 6;
const ROUNDS = 150;
/** So many topics, the largest, are placed by their links; what is smaller goes anywhere in a disc of SCATTER units. */
const MOST_PLACED = 64;
const SCATTER = 12;
/** Topics without links between them are to be so many times as far apart as those with the strongest. */
const FARTHEST = 2.6;

/**
 * A first placement: topics are placed by the links between them, then each paper at random in the disc of its topic.
 * Units: about 1 a paper's share of the plane.
 * @param topic of each paper; those of NO_TOPIC begin together
 */
export function startingPlaces(
  graph: Graph,
  topic: Int32Array,
  seed: number,
): { readonly x: Float32Array; readonly y: Float32Array } {
  const n = nodeCount(graph);
  const topics = topic.reduce((most, t) => Math.max(most, t), -1) + 1;
  const community = Uint32Array.from(topic, (t) => (t === NO_TOPIC ? topics : t));
  const count = topics + 1;
  const size = new Float64Array(count);
  for (const c of community) size[c]++;
  const spread = size.map((s) => Math.sqrt(s / Math.max(1, n)) * SPREAD);
  const centre = placeTopics(coarsen(graph, community, count), spread, seed);
  const random = seededRandom(seed, STREAMS.paperPlaces);
  const x = new Float32Array(n);
  const y = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const [dx, dy] = inDisc(random);
    const c = community[i];
    x[i] = centre.x[c] + dx * spread[c] * WITHIN;
    y[i] = centre.y[c] + dy * spread[c] * WITHIN;
  }
  return { x, y };
}

/** A point of the unit disc, by rejection: no sine needed. */
export function inDisc(random: Random): readonly [number, number] {
  for (;;) {
    const dx = 2 * random() - 1;
    const dy = 2 * random() - 1;
    if (dx * dx + dy * dy <= 1) return [dx, dy];
  }
}

/** Topics by stress (SMACOF, de Leeuw 1977) on distances from the links between them; the best of a few seeded starts. */
function placeTopics(topics: Graph, spread: Float64Array, seed: number) {
  const count = spread.length;
  // Many tiny pieces would make this quadratic step slow; only the largest take part, the rest stand around them.
  const order = Array.from({ length: count }, (_, t) => t).sort((a, b) => spread[b] - spread[a] || a - b);
  const some = order.slice(0, MOST_PLACED);
  const target = targetDistances(topics, some, spread);
  const tries = Array.from({ length: TRIES }, (_, t) =>
    stressPlacement(target, seededRandom(seed, STREAMS.topicPlaces + t)),
  );
  const best = tries.reduce((least, found) => (found.stress < least.stress ? found : least));
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (const [k, t] of some.entries()) [x[t], y[t]] = [best.x[k], best.y[k]];
  const random = seededRandom(seed, STREAMS.smallTopics);
  for (const t of order.slice(MOST_PLACED)) {
    const [dx, dy] = inDisc(random);
    [x[t], y[t]] = [dx * SCATTER, dy * SCATTER];
  }
  return { x, y };
}

/** Target distances: the sum of two topics' radii, times 1 (strongest link for their sizes) to FARTHEST (none). */
function targetDistances(topics: Graph, some: readonly number[], spread: Float64Array): Float64Array[] {
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
    row.map(
      (v, l) => (spread[some[k]] + spread[some[l]]) * (1 + (FARTHEST - 1) * (1 - (most > 0 ? v / most : 0))),
    ),
  );
}

function stressPlacement(target: readonly Float64Array[], random: Random) {
  const count = target.length;
  const x = Float64Array.from({ length: count }, () => 2 * SPREAD * (random() - 0.5));
  const y = Float64Array.from({ length: count }, () => 1.5 * SPREAD * (random() - 0.5));
  let stress = 0;
  for (let round = 0; round < ROUNDS; round++) {
    stress = 0;
    for (let k = 0; k < count; k++) {
      let [sx, sy, sum] = [0, 0, 0];
      for (let l = 0; l < count; l++) {
        if (l === k) continue;
        const d = Math.max(Math.sqrt((x[k] - x[l]) * (x[k] - x[l]) + (y[k] - y[l]) * (y[k] - y[l])), 1e-9);
        // Near ones weigh more: 1 / d².
        const w = 1 / (target[k][l] * target[k][l]);
        sx += w * (x[l] + (target[k][l] * (x[k] - x[l])) / d);
        sy += w * (y[l] + (target[k][l] * (y[k] - y[l])) / d);
        sum += w;
        stress += w * (d - target[k][l]) * (d - target[k][l]);
      }
      if (sum > 0) [x[k], y[k]] = [sx / sum, sy / sum];
    }
  }
  return { x, y, stress };
}
