import { seededRandom } from "../../src/kernel/random.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { LIGHT } from "../../src/scene/palette.ts";

const WORDS =
  "glacier protein orbit network graph kernel market plasma robot algebra enzyme lattice signal privacy".split(
    " ",
  );

/** A made-up map of n papers in 18 round topics with ten links a paper, for timing what the page does with it. */
export function bigMap(n: number, seed = 1): TopicMap {
  const random = seededRandom(seed);
  const count = 18;
  const side = Math.sqrt(n) * 1.2;
  const topic = Int32Array.from({ length: n }, (_, i) => i % count);
  const spread = () => ((random() + random() + random()) / 3 - 0.5) * side * 0.34;
  const x = Float32Array.from(topic, (t) => ((t % 5) * side) / 5 + spread());
  const y = Float32Array.from(topic, (t) => (Math.floor(t / 5) * side) / 5 + spread());
  const links = n * 10;
  const source = new Uint32Array(links);
  const target = new Uint32Array(links);
  for (let e = 0; e < links; e++) {
    source[e] = e % n;
    // Nine in ten stay in the topic.
    const far = random() < 0.1 ? Math.floor(random() * n) : (e % n) + count * (1 + Math.floor(random() * 40));
    target[e] = far % n === e % n ? (far + 1) % n : far % n;
  }
  const text = (k: number) =>
    Array.from({ length: k }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  return {
    title: `${n} made-up papers`,
    generator: "topograph bench",
    parameters: DEFAULT_PARAMETERS,
    inputs: [],
    papers: Array.from({ length: n }, (_, i) => ({
      id: `${i}`,
      identity: `hash:${i}`,
      title: `${text(7)} ${i}`,
      abstract: text(90),
      authors: ["A. Byrne", "C. Dumas"],
      year: 1990 + (i % 30),
      venue: `Journal ${i % 50}`,
      keywords: [],
      references: [],
      aliases: [],
    })),
    topics: Array.from({ length: count }, (_, id) => ({
      id,
      name: `${WORDS[id % WORDS.length]} & ${WORDS[(id * 5 + 1) % WORDS.length]}`,
      terms: [],
      size: Math.ceil((n - id) / count),
      color: LIGHT[id % LIGHT.length],
      x: 0,
      y: 0,
      examples: [],
    })),
    topic,
    subtopic: new Int32Array(n).fill(-1),
    runnerUp: new Int32Array(n).fill(-1),
    confidence: new Float32Array(n).fill(0.8),
    x,
    y,
    size: Float32Array.from(topic, () => 0.15 + 0.3 * random() * random() * random()),
    terms: Array.from({ length: n }, () => []),
    concepts: Array.from({ length: n }, () => []),
    edges: [
      {
        kind: "keyword",
        directed: false,
        source,
        target,
        weight: Float32Array.from(source, () => 0.1 + 0.6 * random()),
      },
    ],
    edits: [],
    tour: [],
    notes: [],
  };
}
