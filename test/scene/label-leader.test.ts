import { describe, expect, test } from "vitest";
import type { View } from "../../src/scene/camera.ts";
import { groundOf, ownerAt } from "../../src/scene/ground.ts";
import { crosses, leaderOf } from "../../src/scene/labels/leader.ts";
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
  const map = roundTopics(200, 4);
  const ground = groundOf(map);
  const { frame } = ground;
  // The frame, 900 pixels wide, stands in the middle of a window of 2,700.
  const scale = 900 / frame.side;
  const view: View = {
    width: 2700,
    height: 2700,
    scale,
    dx: 900 - frame.x * scale,
    dy: 1800 + frame.y * scale,
  };
  const areaOf = (topic: number) => {
    const own = [...map.topic.keys()].filter((i) => map.topic[i] === topic);
    const xs = own.map((i) => map.x[i] * scale + view.dx);
    const ys = own.map((i) => view.dy - map.y[i] * scale);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };

  test.each([0, 1, 2, 3])("from a name far away it ends on the land of its own topic, %i", (topic) => {
    const area = areaOf(topic);
    const far = { left: 0, right: 80, top: 0, bottom: 20 };
    const [x1, y1, x2, y2] = leaderOf(far, area, topic, ground, view) ?? [];
    expect(ownerAt(ground, view, x2 ?? Number.NaN, y2 ?? Number.NaN)).toBe(topic);
    expect(x1).toBeLessThanOrEqual(far.right + 3);
    expect(y1).toBeLessThanOrEqual(far.bottom + 2);
  });

  test("a name on its own land has none", () => {
    expect(leaderOf(areaOf(0), areaOf(0), 0, ground, view)).toBeUndefined();
  });
});
