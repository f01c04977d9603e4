import { seededRandom } from "../../src/kernel/random.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { sampleMap } from "../sample-map.ts";

/** A map of n papers in k round topics side by side, with a link from each paper to the next of its topic. Deterministic. */
export function roundTopics(n: number, k: number, seed = 1): TopicMap {
  const random = seededRandom(seed);
  const base = sampleMap();
  const topic = Int32Array.from({ length: n }, (_, i) => i % k);
  const spread = () => (random() + random() + random() - 1.5) * 0.8;
  const x = Float32Array.from(topic, (t) => (t % 4) * 2 + spread());
  const y = Float32Array.from(topic, (t) => Math.floor(t / 4) * 2 + spread());
  const pairs = Array.from({ length: Math.max(0, n - k) }, (_, i) => i);
  return {
    ...base,
    papers: Array.from({ length: n }, (_, i) => ({
      ...base.papers[i % 4],
      id: `${i}`,
      title: `Paper number ${i} on the structure of ${i % 3 === 0 ? "large" : "small"} maps`,
    })),
    topics: Array.from({ length: k }, (_, id) => ({
      ...base.topics[0],
      id,
      name: `Topic of the number ${id}`,
      size: topic.filter((t) => t === id).length,
      examples: [],
    })),
    topic,
    subtopic: new Int32Array(n).fill(-1),
    x,
    y,
    size: Float32Array.from(topic, () => 0.02 + 0.1 * random() * random()),
    terms: [],
    concepts: [],
    edges: [
      {
        kind: "keyword",
        directed: false,
        source: Uint32Array.from(pairs),
        target: Uint32Array.from(pairs, (i) => i + k),
        weight: Float32Array.from(pairs, () => 0.1 + 0.9 * random()),
      },
    ],
  };
}
