import { expect, it } from "vitest";
import { topicBlocks } from "../../src/scene/labels/blocks.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import type { LabelScene } from "../../src/scene/labels/types.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { sampleMap } from "../sample-map.ts";

/** How a topic of this name, found by these terms, can be written. */
function written(name: string, ...terms: string[]) {
  const map = sampleMap();
  const topics = [
    { ...map.topics[0], name, terms: terms.map((term) => ({ ...map.topics[0].terms[0], term })) },
  ];
  return labelCandidates({ ...map, topics }, map.size).topics[0];
}

it("a bare word does not stand for a name whose other half tells more", () => {
  const graph = written("Graph & network visualization", "graph", "network visualization");
  expect(graph.name).toBe("Network visualization");
  expect(graph.terms).toBe("Graph");
  // Of halves that tell alike, and of a longer first half, the first stands.
  expect(written("Turbulence & fluid", "turbulence", "fluid").name).toBe("Turbulence");
  expect(written("Social media & events", "social media", "events").name).toBe("Social media");
});

it("the whole name comes first where it fits into two lines, half of it where it does not or the window is narrow", () => {
  const name = written("Graph & network visualization", "graph", "network visualization");
  const blocks = (width: number, words = name) =>
    topicBlocks(words, "large", {
      view: { width, height: 700, scale: 1, dx: 0, dy: 0 },
      measure: tableMeasure,
    } as LabelScene).map(({ lines }) => lines.map(({ text }) => text).join(" | "));
  expect(blocks(1000)[0]).toBe("Graph & network | visualization");
  expect(blocks(1000)[1]).toBe("Network visualization | Graph");
  // On a phone in one line, else in two, which find a place by an area at the edge.
  expect(blocks(390)).toEqual(["Network visualization", "Network | visualization"]);
  expect(blocks(390, written("Turbulence & fluid", "turbulence", "fluid"))).toEqual([
    "Turbulence & fluid",
    "Turbulence | & fluid",
    "Turbulence",
  ]);
  const long = written("Convolutional neural network architectures & search", "x", "search");
  expect(blocks(1000, long)[0]).not.toContain("&");
});

it("of a mixed topic the word stands where the whole name does not fit", () => {
  const map = sampleMap();
  const terms = ["confocal microscopy", "lessons"].map((term) => ({ ...map.topics[0].terms[0], term }));
  const topics = [
    { ...map.topics[0], name: "Mixed: confocal microscopy, lessons", mixed: true as const, terms },
  ];
  const [topic] = labelCandidates({ ...map, topics }, map.size).topics;
  expect(topic).toMatchObject({
    whole: "Mixed: confocal microscopy, lessons",
    name: "Mixed",
    terms: "confocal microscopy · lessons",
  });
});

it("a part is never called what lies around it: the other half stands, or nothing", () => {
  const map = sampleMap();
  const called = (name: string, parent: number | undefined, ...terms: string[]) => ({
    ...map.topics[0],
    name,
    ...(parent === undefined ? {} : { parent }),
    terms: terms.map((term) => ({ ...map.topics[0].terms[0], term })),
  });
  const topics = [
    called("Planar graphs", undefined, "planar graphs"),
    called("Planar graphs & treewidth", 0, "planar graphs", "treewidth"),
    called("Planar graphs", 1, "planar graphs"),
    called("Treewidth & minors", 1, "treewidth", "minors"),
  ].map((topic, id) => ({ ...topic, id }));
  const { topics: named } = labelCandidates({ ...map, topics }, map.size);
  const names = [...named].sort((a, b) => a.id - b.id).map((topic) => topic.names);
  expect(names).toEqual([["Planar graphs"], ["Treewidth"], [], ["Minors"]]);
});
