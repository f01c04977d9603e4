import { describe, expect, test } from "vitest";
import { pictureScene } from "../../src/export/picture.ts";
import { mix } from "../../src/scene/color.ts";
import { RINGED_TOPIC } from "../../src/scene/look.ts";
import { dotMarks } from "../../src/scene/map-marks.ts";
import { MATCH, restate, sceneModel } from "../../src/scene/model.ts";
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
