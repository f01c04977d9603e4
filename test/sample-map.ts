import fc from "fast-check";
import { EDGE_KINDS, type EdgeKind, type EdgeList, isDirected, NO_LABEL } from "../src/model/edges.ts";
import type { TopicMap } from "../src/model/map.ts";
import type { Paper } from "../src/model/paper.ts";
import { DEFAULT_PARAMETERS } from "../src/model/parameters.ts";
import type { Topic } from "../src/model/topic.ts";

/** Four papers, two topics, one sub-topic, edges of three kinds; paper 3 stands alone. */
export function sampleMap(changes: Partial<TopicMap> = {}): TopicMap {
  return {
    title: "Sample <map> & more",
    generator: "topograph 0.0.0",
    parameters: DEFAULT_PARAMETERS,
    inputs: [{ name: "refs.bib", format: "bibtex", sha256: "ab".repeat(32), papers: 4 }],
    papers: [
      samplePaper(0, {
        abstract: "Graphs have nodes.",
        year: 2019,
        doi: "10.1/a",
        url: "https://example.org/a?x=1&y=2",
      }),
      samplePaper(1, { authors: ["Ada Lovelace", "Müller, Jörg"], year: 2021, keywords: ["graph", "map"] }),
      samplePaper(2, { venue: "Proc. of Maps", citations: 7, language: "en", references: ["10.1/a"] }),
      samplePaper(3, {}),
    ],
    topics: [
      sampleTopic(0, "Graph drawing", { examples: [1, 0] }),
      sampleTopic(1, "Maps", { color: "#e15759" }),
      sampleTopic(2, "Sub-graphs", { parent: 0 }),
    ],
    topic: Int32Array.of(0, 0, 1, -1),
    subtopic: Int32Array.of(2, -1, -1, -1),
    runnerUp: Int32Array.of(1, -1, 0, -1),
    confidence: Float32Array.of(0.9, 0.5, 1, 0),
    x: Float32Array.of(0.1, -1.5, 2, 0),
    y: Float32Array.of(0, 3.25, -0.001, 1),
    size: Float32Array.of(0.01, 0.02, 0.015, 0.01),
    terms: [["graph", "node"], ["drawing"], [], []],
    concepts: [["ResNet"], [], [], []],
    edges: [
      {
        kind: "keyword",
        directed: false,
        source: Uint32Array.of(0, 1),
        target: Uint32Array.of(1, 2),
        weight: Float32Array.of(0.5, 0.125),
        readout: {
          labels: ["graph", "node"],
          label: Uint32Array.of(0, 1, NO_LABEL, 0, NO_LABEL, NO_LABEL),
          share: Float32Array.of(0.75, 0.25, 0, 1, 0, 0),
        },
      },
      {
        kind: "citation",
        directed: true,
        source: Uint32Array.of(2, 2),
        target: Uint32Array.of(0, 1),
        weight: Float32Array.of(1, 1),
      },
      {
        kind: "mention",
        directed: true,
        source: Uint32Array.of(1),
        target: Uint32Array.of(0),
        weight: Float32Array.of(1),
        mentions: [{ name: "GraphX", sentence: "We extend GraphX." }],
      },
    ],
    edits: [],
    tour: [],
    notes: [{ level: "info", message: "one paper has no links" }],
    ...changes,
  };
}

/**
 * Seven papers: 0 to 4 in "Graphs", of them 0 to 3 in "Trees" and 4 in "Cycles"; "Trees" divides into "Binary trees"
 * (0 to 2), which has the part "Heaps" (0, 1), and "Tries" (3). 5 is in "Maps", 6 in none.
 */
export function deepMap(): TopicMap {
  const n = 7;
  const column = (of: (i: number) => number) => Float32Array.from({ length: n }, (_, i) => of(i));
  return sampleMap({
    papers: Array.from({ length: n }, (_, i) => samplePaper(i, {})),
    topics: [
      sampleTopic(0, "Graphs", { size: 5, examples: [0, 4] }),
      sampleTopic(1, "Maps", { size: 1, color: "#966105", examples: [5] }),
      sampleTopic(2, "Trees", { parent: 0, size: 4 }),
      sampleTopic(3, "Cycles", { parent: 0, size: 1 }),
      sampleTopic(4, "Binary trees", { parent: 2, size: 3, examples: [2] }),
      sampleTopic(5, "Tries", { parent: 2, size: 1 }),
      sampleTopic(6, "Heaps", { parent: 4, size: 2, examples: [1] }),
    ],
    topic: Int32Array.of(0, 0, 0, 0, 0, 1, -1),
    subtopic: Int32Array.of(2, 2, 2, 2, 3, -1, -1),
    leaf: Int32Array.of(6, 6, 4, 5, -1, -1, -1),
    runnerUp: Int32Array.of(1, -1, -1, 1, 1, 0, -1),
    confidence: column((i) => (i < 6 ? 1 - i / 10 : 0)),
    x: column((i) => i),
    y: column((i) => 1 - i),
    size: column(() => 0.3),
    terms: Array.from({ length: n }, () => ["tree", "graph"]),
    concepts: Array.from({ length: n }, () => []),
    edges: [],
  });
}

/** The same map with an area above each of its topics. */
export function areaMap(): TopicMap {
  const map = deepMap();
  const areas = ["Discrete mathematics", "Geography"];
  return {
    ...map,
    topics: map.topics.map((topic) => (topic.id < 2 ? { ...topic, area: areas[topic.id] } : topic)),
  };
}

export function samplePaper(index: number, fields: Partial<Paper>): Paper {
  return {
    id: `ref${index}`,
    identity: `hash:${index}`,
    title: `Title ${index}`,
    abstract: "",
    authors: [],
    keywords: [],
    references: [],
    aliases: [],
    ...fields,
  };
}

export function sampleTopic(id: number, name: string, fields: Partial<Topic> = {}): Topic {
  return {
    id,
    name,
    terms: [{ term: "graph", score: 3.5, inside: 0.5, outside: 0.1 }],
    size: 2,
    color: "#4e79a7",
    x: 0.5,
    y: -0.25,
    examples: [],
    ...fields,
  };
}

/** Any text: lone surrogates, control characters and markup included. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "<",
        "]]>",
        "&amp;",
        '"',
        "'",
        "\0",
        "\x1b[2J",
        "\ud800",
        "\t",
        "\n",
        "\r",
        "=1+1",
        "é",
        "漢",
      ),
    )
    .map((parts) => parts.join("")),
);

const anyPaper = fc.record(
  {
    title: anyText,
    abstract: anyText,
    authors: fc.array(anyText, { maxLength: 3 }),
    year: fc.integer({ min: 1500, max: 2100 }),
    venue: anyText,
    doi: anyText,
    keywords: fc.array(anyText, { maxLength: 3 }),
    citations: fc.nat(),
  },
  { requiredKeys: [] },
);

/** Maps of 1 to 6 papers with any texts, numbers and edges. */
export const anyMap: fc.Arbitrary<TopicMap> = fc
  .record({
    title: anyText,
    papers: fc.array(anyPaper, { minLength: 1, maxLength: 6 }),
    topicNames: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    numbers: fc.array(fc.float({ noDefaultInfinity: true, noNaN: true }), { minLength: 24, maxLength: 24 }),
    edges: fc.array(fc.tuple(fc.constantFrom(...EDGE_KINDS), fc.nat(5), fc.nat(5), anyText), {
      maxLength: 12,
    }),
  })
  .map(({ title, papers, topicNames, numbers, edges }) => {
    const n = papers.length;
    return sampleMap({
      title,
      papers: papers.map((fields, i) => samplePaper(i, fields)),
      topics: topicNames.map((name, id) => sampleTopic(id, name)),
      topic: Int32Array.from(papers, (_, i) => (i % (topicNames.length + 1)) - 1),
      subtopic: new Int32Array(n).fill(-1),
      runnerUp: new Int32Array(n).fill(-1),
      confidence: new Float32Array(n).fill(0.5),
      x: Float32Array.from(numbers.slice(0, n)),
      y: Float32Array.from(numbers.slice(6, 6 + n)),
      size: Float32Array.from(numbers.slice(12, 12 + n), Math.abs),
      terms: papers.map(() => []),
      concepts: papers.map(() => []),
      edges: EDGE_KINDS.flatMap((kind) => listOf(kind, n, edges)),
    });
  });

function listOf(
  kind: EdgeKind,
  n: number,
  edges: readonly (readonly [EdgeKind, number, number, string])[],
): EdgeList[] {
  const pairs = new Map<string, readonly [number, number, string]>();
  for (const [of, a, b, text] of edges) {
    if (of !== kind || a >= n || b >= n || a === b) continue;
    const [source, target] = isDirected(kind) || a < b ? [a, b] : [b, a];
    pairs.set(`${source} ${target}`, [source, target, text]);
  }
  const sorted = [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length === 0) return [];
  return [
    {
      kind,
      directed: isDirected(kind),
      source: Uint32Array.from(sorted, (pair) => pair[0]),
      target: Uint32Array.from(sorted, (pair) => pair[1]),
      weight: Float32Array.from(sorted, (_, i) => (i + 1) / 7),
      ...(kind === "mention"
        ? { mentions: sorted.map((pair) => ({ name: pair[2], sentence: pair[2] })) }
        : {}),
    },
  ];
}
