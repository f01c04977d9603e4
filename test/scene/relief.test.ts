import { polygonArea, polygonContains } from "d3";
import { describe, expect, it } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { linkMarks } from "../../src/scene/map-marks.ts";
import { reliefOf } from "../../src/scene/relief.ts";
import { reliefMarks } from "../../src/scene/relief-marks.ts";
import type { Ring } from "../../src/scene/rings.ts";
import { roundTopics } from "./map.ts";

const map = roundTopics(400, 5);
const relief = reliefOf(map);
const points = (ring: Ring) =>
  Array.from({ length: ring.length / 2 }, (_, k): [number, number] => [ring[2 * k], ring[2 * k + 1]]);
/** How many rings are around a point: odd within (even-odd rule). */
const covers = (rings: readonly Ring[], x: number, y: number) =>
  rings.filter((ring) => polygonContains(points(ring), [x, y])).length % 2 === 1;

describe("reliefOf", () => {
  it("has eight steps, each smaller than the one below", () => {
    const sizes = relief.map(({ ground }) =>
      ground.reduce((sum, ring) => sum + Math.abs(polygonArea(points(ring))), 0),
    );
    expect(sizes.length).toBe(8);
    for (let k = 1; k < 8; k++) expect(sizes[k]).toBeLessThan(sizes[k - 1]);
  });

  it("has nearly all papers on its ground and few on its summits", () => {
    const share = (k: number) =>
      Array.from(map.x).filter((x, i) => covers(relief[k].ground, x, map.y[i])).length / 400;
    expect(share(0)).toBeGreaterThan(0.95);
    expect(share(7)).toBeGreaterThan(0);
    expect(share(7)).toBeLessThan(0.4);
  });

  it("gives each topic the ground under the middle of its papers", () => {
    for (const topic of map.topics.slice(0, 5)) {
      const [x, y] = [(topic.id % 4) * 2, Math.floor(topic.id / 4) * 2];
      const owners = relief[1].topics.filter(({ rings }) => covers(rings, x, y));
      expect(owners.map(({ topic }) => topic)).toEqual([topic.id]);
    }
  });

  it("is empty where there are no papers", () => {
    expect(reliefOf(roundTopics(0, 0))).toEqual([]);
  });
});

describe("reliefMarks", () => {
  const drawn = (dark: boolean) => pictureScene(map, { dark, look: "relief" });

  it("draws shadows, a lit edge and colours for each step, and no links", () => {
    for (const dark of [false, true]) {
      const marks = [...reliefMarks(drawn(dark))];
      // 4 shadows, the lit edge and the ground, then the topics' parts.
      expect(marks.length).toBe(8 * 6 + relief.reduce((sum, { topics }) => sum + topics.length, 0));
      expect([...linkMarks(drawn(dark))]).toEqual([]);
    }
  });
});
