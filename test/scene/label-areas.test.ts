import { describe, expect, it } from "vitest";
import { frameOf, homeCamera, NO_INSETS, viewOf } from "../../src/scene/camera.ts";
import { dotScale } from "../../src/scene/dots.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { roundTopics } from "./map.ts";

/** 26 round topics; those of a row of four are in one area, and the last two in one that is called as the first of them. */
const round = roundTopics(2600, 26);
const areaOf = (id: number) => (id < 24 ? `Area of the row ${id >> 2}` : "Topic of the number 24");
const map = { ...round, topics: round.topics.map((topic) => ({ ...topic, area: areaOf(topic.id) })) };
const candidates = labelCandidates(map, map.size);
const frame = frameOf(map.x, map.y);

function namesAt(nearer: number) {
  const window = { width: 1000, height: 700 };
  const home = homeCamera(map, window, NO_INSETS);
  const view = viewOf(frame, { ...home, ratio: home.ratio / nearer }, window);
  const dots = dotScale(frame, view, map.x.length);
  const scene = {
    view,
    dots,
    sizes: map.size,
    insets: NO_INSETS,
    visible: null,
    first: [],
    measure: tableMeasure,
  };
  return layoutLabels(candidates, scene, createObstacles()).filter(({ kind }) => kind !== "paper");
}

describe("areas are named far away, topics near", () => {
  const far = namesAt(1);
  it("far away areas have the large names, coloured as their largest topic, and topics small ones", () => {
    const areas = far.filter(({ kind }) => kind === "area");
    expect(areas.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(areas.find(({ id }) => id === 1)).toMatchObject({
      topic: 4,
      lines: [{ text: "Area of the row 1" }],
    });
    const topics = far.filter(({ kind }) => kind === "topic");
    expect(topics.every(({ lines }) => lines[0].style === "subtopic")).toBe(true);
  });
  it("a topic that is called as its area is not named beside it", () => {
    expect(far.filter(({ lines }) => lines[0].text === "Topic of the number 24")).toHaveLength(1);
  });
  it("near, no area has a name, and topics have the large ones", () => {
    const near = namesAt(3);
    expect(new Set(near.map(({ kind }) => kind))).toEqual(new Set(["topic"]));
    expect(near.every(({ lines }) => lines[0].style.startsWith("topic"))).toBe(true);
  });
});

describe("no name stands twice in a window", () => {
  /** Two topics, each of two sub-topics; all four are called by the phrases given. */
  const labelsOf = (...called: readonly [name: string, ...terms: string[]][]) => {
    const base = roundTopics(600, 2);
    const term = (text: string) => ({ term: text, score: 1, inside: 1, outside: 0 });
    const topics = [
      ...base.topics.map((topic) => ({
        ...topic,
        name: `Land ${topic.id}`,
        terms: [term(topic.id === 0 ? "sand" : "clay")],
      })),
      ...called.map(([name, ...terms], k) => ({
        ...base.topics[0],
        id: 2 + k,
        parent: k >> 1,
        name,
        terms: terms.map(term),
        size: 150,
      })),
    ];
    const subtopic = Int32Array.from(base.topic, (t, i) => 2 + 2 * t + (base.x[i] < 2 * t ? 0 : 1));
    const window = { width: 1000, height: 700 };
    const view = viewOf(frameOf(base.x, base.y), { x: 0.5, y: 0.5, ratio: 0.6 }, window);
    const names = layoutLabels(
      labelCandidates({ ...base, topics, subtopic }, base.size),
      { view, dots: dotScale(frame, view, 600), sizes: new Float32Array(600), insets: NO_INSETS, visible: null, first: [], measure: tableMeasure }, // biome-ignore format: a row
      createObstacles(),
    );
    return names.flatMap(({ kind, lines }) =>
      kind === "paper" ? [] : [lines.map(({ text }) => text).join(" ")],
    );
  };
  it("of a name that is taken the other half stands, or nothing", () => {
    const names = labelsOf(["Hills"], ["Woods"], ["Hills & lakes", "hills", "lakes"], ["Woods"]);
    expect(names.filter((name) => name === "Hills" || name === "Lakes").sort()).toEqual(["Hills", "Lakes"]);
    expect(names.filter((name) => name.startsWith("Woods"))).toHaveLength(1);
  });
  it("a term that names a part is not said below the whole, too", () => {
    const said = (...called: readonly string[]) =>
      labelsOf(...called.map((name): [string] => [name])).filter((name) => / (?:sand|clay)/.test(name));
    expect(said("Hills", "Cliffs", "Lakes", "Woods")).toEqual(["Land 0 sand", "Land 1 clay"]);
    expect(said("Hills", "Sand", "Lakes", "Clay")).toEqual([]);
  });
});
