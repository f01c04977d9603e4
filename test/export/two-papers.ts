import { NO_LABEL } from "../../src/model/edges.ts";
import { sampleMap, samplePaper, sampleTopic } from "../sample-map.ts";

/**
 * A map small enough to write out in full: a paper of which everything is known, one of which hardly anything is, and
 * a link of each sort. The drawing is 1 wide, so that a unit of the map is 2000 of other programs.
 */
export const twoPapers = sampleMap({
  title: "Two & more",
  papers: [
    samplePaper(0, {
      id: "doe 19",
      identity: "doi:10.1/a",
      title: 'Graphs & "maps"',
      abstract: "Graphs have nodes.",
      authors: ["Jane Doe", "Rivers and Lakes Group"],
      year: 2019,
      venue: "Proc. of Maps",
      doi: "10.1/a",
      url: "https://example.org/a?x=1&y=2",
      keywords: ["graph", "map"],
      citations: 7,
      language: "en",
    }),
    samplePaper(1, { id: "", identity: "", title: "Bare" }),
  ],
  topics: [sampleTopic(0, "Graph drawing", { color: "#e15759" }), sampleTopic(1, "Lines", { parent: 0 })],
  topic: Int32Array.of(0, -1),
  subtopic: Int32Array.of(1, -1),
  runnerUp: Int32Array.of(-1, -1),
  confidence: Float32Array.of(0.9, 0),
  x: Float32Array.of(0, 1),
  y: Float32Array.of(0.5, 0),
  size: Float32Array.of(0.01, 0.02),
  terms: [["graph", "node"], []],
  concepts: [["ResNet"], []],
  edges: [
    {
      kind: "keyword",
      directed: false,
      source: Uint32Array.of(0),
      target: Uint32Array.of(1),
      weight: Float32Array.of(0.5),
      readout: {
        labels: ["graph", "node & line"],
        label: Uint32Array.of(0, 1, NO_LABEL),
        share: Float32Array.of(0.75, 0.25, 0),
      },
    },
    {
      kind: "mention",
      directed: true,
      source: Uint32Array.of(1),
      target: Uint32Array.of(0),
      weight: Float32Array.of(1),
      mentions: [{ name: "GraphX", sentence: "We extend GraphX <2>." }],
    },
  ],
});
