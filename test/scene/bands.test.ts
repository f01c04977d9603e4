import { describe, expect, it } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { bandAt, bandMarks, bandsOf, bandWidth, bundledAt, countLinks } from "../../src/scene/bands.ts";
import { ALL_LINKS, linksOf } from "../../src/scene/links.ts";
import { singleShares } from "../../src/scene/look.ts";
import { linkMarks } from "../../src/scene/map-marks.ts";
import { roundTopics } from "./map.ts";

const base = roundTopics(12, 3);
/** Papers 0, 3, 6, 9 are of topic 0, the next of each of topic 1, those after of topic 2. */
const pairs = [
  [0, 3],
  [0, 1],
  [4, 3],
  [6, 7],
  [1, 6],
  [2, 0],
  [5, 1],
];
const map = {
  ...base,
  edges: [
    {
      ...base.edges[0],
      source: Uint32Array.from(pairs, ([i]) => i),
      target: Uint32Array.from(pairs, ([, j]) => j),
      weight: Float32Array.from(pairs, () => 0.5),
    },
  ],
};
const links = linksOf(map.edges, 12);

describe("bandsOf", () => {
  it("has one band for each pair of topics with links, its share that of the widest's links", () => {
    // 0–1: four links (0-1, 4-3, 6-7, 1-6); 0–2: one (2-0); 1–2: one (5-1); 0–3 stays within topic 0.
    const bands = bandsOf(map, links, ALL_LINKS, null);
    expect(bands.map(({ topics, share }) => [...topics, share])).toEqual([
      [0, 1, 1],
      [0, 2, 0.25],
      [1, 2, 0.25],
    ]);
    expect(bands.map((band) => countLinks(map, links, band, ALL_LINKS, null))).toEqual([4, 1, 1]);
  });

  it("counts what filters leave: kinds, weights and papers", () => {
    expect(bandsOf(map, links, { ...ALL_LINKS, kinds: 0 }, null)).toEqual([]);
    expect(bandsOf(map, links, { ...ALL_LINKS, least: [0.6, 0, 0, 0, 0, 0] }, null)).toEqual([]);
    // Without paper 1: 4-3 and 6-7 of the first are left, and 2-0; 5-1 is gone.
    const visible = Uint8Array.from({ length: 12 }, (_, i) => (i === 1 ? 0 : 1));
    expect(bandsOf(map, links, ALL_LINKS, visible).map(({ topics, share }) => [...topics, share])).toEqual([
      [0, 1, 1],
      [0, 2, 0.5],
    ]);
  });

  it("leads from the median of one topic's papers to that of the other's", () => {
    const [{ from }] = bandsOf(map, links, ALL_LINKS, null);
    const of = (column: Float32Array) => [0, 3, 6, 9].map((i) => column[i]).sort((a, b) => a - b)[2];
    expect(from).toEqual([of(map.x), of(map.y)]);
  });
});

describe("a picture", () => {
  const parts = { legend: false, title: false, smallPrint: false } as const;
  const options = { width: 800, height: 600, ...parts };
  const near = { camera: { x: 0.5, y: 0.5, ratio: 0.3 } };

  it("has bands at the far zoom and single links between topics near, never both", () => {
    const far = pictureScene(map, options);
    expect(bundledAt(map, far.view)).toBe(1);
    // Nearly twice as near: on the way.
    expect(bundledAt(map, { ...far.view, scale: far.view.scale * 1.8 })).toBeGreaterThan(0);
    expect(bundledAt(map, { ...far.view, scale: far.view.scale * 1.8 })).toBeLessThan(1);
    expect(bundledAt(map, pictureScene(map, { ...options, ...near }).view)).toBe(0);
    const shapes = (scene: typeof far) => [...linkMarks(scene)].map(({ shape }) => shape);
    // A band for each pair, and the one link within a topic.
    expect(shapes(far)).toEqual(["area", "area", "area", "line"]);
    const single = shapes(pictureScene(map, { ...options, ...near }));
    expect(single).not.toContain("area");
    expect(single.filter((shape) => shape === "line").length).toBeGreaterThan(1);
  });

  it("has the widest band 2 % of its shorter side wide, and it is found there", () => {
    const scene = pictureScene(map, options);
    const [band] = scene.bands;
    expect(bandWidth(band, scene.view)).toBeCloseTo(12);
    const [mark] = [...bandMarks(scene)].slice(-1);
    if (mark.shape !== "area") throw new Error("a band is an area");
    // Its ring goes there and back: the seventh point and its opposite are at its middle.
    const [ring] = mark.rings;
    const [x, y, u, v] = [ring[12], ring[13], ring[ring.length - 14], ring[ring.length - 13]];
    expect(Math.hypot(x - u, y - v)).toBeCloseTo(12, 1);
    expect(bandAt(scene, (x + u) / 2, (y + v) / 2, 2)).toBe(band);
    expect(bandAt(scene, 2, 2, 2)).toBeUndefined();
  });

  it("shows links within topics beside bands in small maps only", () => {
    expect(singleShares(1, 144)).toEqual({ within: 1, between: 0 });
    expect(singleShares(1, 10_000)).toEqual({ within: 0, between: 0 });
    expect(singleShares(0, 10_000)).toEqual({ within: 1, between: 1 });
  });
});
