import { describe, expect, test } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { mix } from "../../src/scene/color.ts";
import { RINGED_TOPIC } from "../../src/scene/look.ts";
import { areaMarks, dotMarks } from "../../src/scene/map-marks.ts";
import { MATCH, restate, sceneModel } from "../../src/scene/model.ts";
import { isMet } from "../../src/scene/rings.ts";
import { paintOf } from "../../src/scene/scale/paint.ts";
import { roundTopics } from "./map.ts";

describe("rings", () => {
  test("are around the results of a search, unless they are so many that rings would hide the map", () => {
    const model = sceneModel(roundTopics(300, 3), false);
    const search = (found: number) => {
      model.matches = Array.from({ length: found }, (_, i) => i);
      restate(model);
      return model.state.filter((bits) => (bits & MATCH) !== 0).length;
    };
    expect(search(100)).toBe(100);
    expect(model.emphasis.matches).toHaveLength(100);
    expect(search(101)).toBe(0);
    // They stand out all the same: all else steps back.
    expect(model.emphasis).toMatchObject({ dims: true, matches: [] });
    expect(model.emphasis.lit).toHaveLength(101);
  });

  test("of a field leave a tint of the topic within; a second field fills dots with its full colour", () => {
    const map = roundTopics(60, 3);
    const parts = { legend: false, title: false, smallPrint: false } as const;
    const codes = Int32Array.from({ length: 60 }, (_, i) => i % 2);
    const paint = paintOf({ name: "kind", type: "category", labels: ["v0", "v1"], codes }, false);
    const scene = pictureScene(map, { width: 800, height: 600, ...parts });
    const colors = (given: object) =>
      new Set(
        [...dotMarks({ ...scene, ...given })].flatMap((mark) =>
          mark.shape === "dot" && mark.paper >= 0 ? [mark.color] : [],
        ),
      );
    const full = colors({});
    expect(colors({ ring: paint })).toEqual(
      new Set([...full].map((color) => mix(scene.theme.background, color, RINGED_TOPIC))),
    );
    expect(colors({ ring: paint, fill: paint })).toEqual(new Set(paint.colors.slice(0, 2)));
  });
});

test("areas around a window are left out of its picture, those that reach into it or hold it are not", () => {
  const map = roundTopics(300, 3);
  const whole = pictureScene(map, {
    width: 400,
    height: 300,
    legend: false,
    title: false,
    smallPrint: false,
  });
  const drawn = (scene: typeof whole) =>
    [...areaMarks(scene)].flatMap((mark) => (mark.shape === "area" ? [mark.color] : []));
  expect(new Set(drawn(whole))).toEqual(new Set(whole.colors.slice(0, 3)));
  for (let i = 0; i < map.x.length; i += 30) {
    const near = { ...whole.view, scale: whole.view.scale * 40 };
    const view = { ...near, dx: 200 - map.x[i] * near.scale, dy: 150 + map.y[i] * near.scale };
    expect(drawn({ ...whole, view }).length).toBeLessThan(drawn(whole).length);
  }
  const square = Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10);
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
  expect(isMet(square, box(2, 2, 4, 4))).toBe(true);
  expect(isMet(square, box(-5, -5, 20, 20))).toBe(true);
  expect(isMet(square, box(9, 4, 30, 5))).toBe(true);
  expect(isMet(square, box(12, 4, 30, 5))).toBe(false);
  expect(isMet(square, box(2, -30, 4, -2))).toBe(false);
});
