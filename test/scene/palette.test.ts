import { describe, expect, test } from "vitest";
import type { TopicTree } from "../../src/model/topic.ts";
import { assignColors, contrast, DARK, darkVariant, LIGHT, oklabOf } from "../../src/scene/palette.ts";
import { paletteOf, rampColors } from "../../src/scene/scale/palettes.ts";

/** What dichromats see, in linear sRGB: Machado, Oliveira & Fernandes 2009, severity 1. */
const VIEWS: Readonly<Record<string, readonly number[]>> = {
  "full colour vision": [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(hex: string, m: readonly number[]): readonly [number, number, number] {
  const rgb = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const row = (r: number) => Math.max(0, Math.min(1, m[r] * rgb[0] + m[r + 1] * rgb[1] + m[r + 2] * rgb[2]));
  return oklabOf([row(0), row(3), row(6)]);
}

function nearest(colors: readonly string[], m: readonly number[]): number {
  const labs = colors.map((c) => seen(c, m));
  const distances = labs.flatMap((a, i) =>
    labs.slice(i + 1).map((b) => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return Math.min(...distances);
}

describe.each(Object.entries(VIEWS))("with %s", (_, matrix) => {
  test("any two hues are at least 10 apart, in both themes", () => {
    expect(nearest(LIGHT, matrix)).toBeGreaterThanOrEqual(10);
    expect(nearest(DARK, matrix)).toBeGreaterThanOrEqual(10);
  });

  test.each([false, true])("colours of fields (dark %s): values, others and missing are 10 apart", (dark) => {
    const { ramp, named, others, missing } = paletteOf(dark);
    expect(nearest([...named, others, missing], matrix)).toBeGreaterThanOrEqual(10);
    for (const color of ramp) expect(nearest([color, missing], matrix)).toBeGreaterThanOrEqual(10);
  });

  test.each([false, true])("a ramp (dark %s) runs one way in lightness", (dark) => {
    const lightness = rampColors(dark).map((color) => seen(color, matrix)[0]);
    const steps = lightness.slice(1).map((one, k) => (one - lightness[k]) * (dark ? 1 : -1));
    expect(Math.min(...steps)).toBeGreaterThan(-0.001);
  });
});

test.each([
  [false, "#fbfbf9"],
  [true, "#14161b"],
] as const)(
  "colours of fields (dark %s) show on the ground, and the steps of a ramp are even",
  (dark, ground) => {
    const { ramp, named, others, missing } = paletteOf(dark);
    for (const color of [...ramp, ...named]) expect(contrast(color, ground)).toBeGreaterThanOrEqual(2.98);
    expect(contrast(others, ground)).toBeGreaterThanOrEqual(2);
    expect(contrast(missing, ground)).toBeGreaterThanOrEqual(1.4);
    const labs = rampColors(dark).map((color) => seen(color, VIEWS["full colour vision"]));
    const steps = labs.slice(8).map((lab, k) => Math.hypot(...lab.map((one, c) => one - labs[k][c])));
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.25);
  },
);

/** One paper a topic, at the given places. */
function treeOf(count: number, group = Array.from({ length: count }, (_, t) => t)): TopicTree {
  return {
    count,
    topic: Int32Array.from({ length: count }, (_, t) => t),
    subtopic: new Int32Array(count).fill(-1),
    parent: Int32Array.from(count > 1 ? [0, 0, 1] : []),
    group: Int32Array.from(group),
    confidence: new Float32Array(count),
    runnerUp: new Int32Array(count),
    stability: new Float32Array(count),
    modularity: 0,
    resolution: 1,
  };
}
const line = (n: number) => ({ x: Float32Array.from({ length: n }, (_, i) => i), y: new Float32Array(n) });

test.each([0, 1, 2, 8, 12, 18])("%i topics: every topic has its own colour, visible in both themes", (n) => {
  const colors = assignColors(treeOf(n), line(n));
  expect(colors).toHaveLength(n + (n > 1 ? 3 : 0));
  const topics = colors.slice(0, n);
  expect(new Set(topics).size).toBe(n);
  for (const color of colors) {
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(darkVariant(color), "#14161b")).toBeGreaterThanOrEqual(3);
  }
  expect(new Set(topics.map(darkVariant)).size).toBe(n);
});

test("topics of one group are shades of one hue; groups have different hues", () => {
  const tree = treeOf(6, [0, 0, 0, 1, 1, 1]);
  const colors = assignColors(tree, line(6));
  const hueOf = (c: string) => DARK.findIndex((_, h) => darkVariant(LIGHT[h]) === darkVariant(c));
  expect(hueOf(colors[0])).toBeGreaterThanOrEqual(0);
  expect(hueOf(colors[3])).toBeGreaterThanOrEqual(0);
  expect(hueOf(colors[0])).not.toBe(hueOf(colors[3]));
  expect(new Set(colors.slice(0, 6)).size).toBe(6);
});

test("contrast of black on white is 21 (WCAG)", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 4);
});
