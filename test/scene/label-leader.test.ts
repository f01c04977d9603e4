import { describe, expect, test } from "vitest";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { crosses, leaderOf } from "../../src/scene/labels/leader.ts";
import type { LabelScene } from "../../src/scene/labels/types.ts";
import { roundTopics } from "./map.ts";

const box = { left: 10, right: 20, top: 10, bottom: 20 };

test.each([
  [[0, 15, 30, 15], true],
  [[15, 0, 15, 30], true],
  [[0, 0, 30, 30], true],
  [[12, 12, 18, 18], true],
  [[0, 5, 30, 5], false],
  [[0, 15, 8, 15], false],
  [[0, 25, 25, 50], false],
] as const)("the line %j runs through the box: %s", (line, expected) => {
  expect(crosses(line, box)).toBe(expected);
});

describe("leaderOf", () => {
  const candidates = labelCandidates(roundTopics(200, 4), new Float32Array(200));
  const view = { width: 1000, height: 1000, scale: 100, dx: 100, dy: 900 };
  const scene = { view } as LabelScene;
  // Two papers at (100, 900) and (300, 900) pixels.
  const papers = [0, 1];
  const [x, y] = [candidates.x.slice(), candidates.y.slice()];
  x.set([0, 2]);
  y.set([0, 0]);
  const cluster = { papers, size: 2, box: { left: 100, right: 300, top: 900, bottom: 900 } };
  const lineFrom = (from: typeof box, least: number) =>
    leaderOf(from, cluster, { ...candidates, x, y }, scene, least);

  test("ends at the nearest paper of the cluster, from the name's near side", () => {
    expect(lineFrom({ left: 260, right: 340, top: 700, bottom: 720 }, 14)).toEqual([300, 722, 300, 900]);
    expect(lineFrom({ left: 10, right: 50, top: 890, bottom: 910 }, 14)).toEqual([53, 900, 100, 900]);
  });

  test("is none where the paper is under the name or too near", () => {
    expect(lineFrom({ left: 90, right: 120, top: 890, bottom: 910 }, 14)).toBeUndefined();
    expect(lineFrom({ left: 10, right: 90, top: 890, bottom: 910 }, 14)).toBeUndefined();
  });
});
