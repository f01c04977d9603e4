import { expect, test } from "vitest";
import { labelField, listField } from "../../src/model/field-columns.ts";
import { NO_INSETS } from "../../src/scene/camera.ts";
import { createAtlas } from "../../src/view/atlas.ts";
import { namesByField, sizesByField } from "../../src/view/dots.ts";
import { type StopLook, stopMarks } from "../../src/view/stop-marks.ts";
import { sampleMap } from "../sample-map.ts";

/** Dots that are drawn neither at their least nor at their most. */
const map = sampleMap({
  size: Float32Array.of(0.3, 0.3, 0.3, 0.3),
  fields: [{ name: "pages", type: "number", values: Float64Array.of(4, 8, 16, 12) }],
});
const atlas = createAtlas(map);
const stop = { title: "", text: "", notes: "", papers: [], view: "v=1", to: "home" } as const;

/** By paper the area of its dot on a slide, that of paper 0 as 1. */
function areas(look: Partial<StopLook>): number[] {
  const marks = stopMarks(atlas, { dark: false, ...look })(stop, { width: 1280, height: 720 }, NO_INSETS);
  const found: number[] = [];
  for (const mark of marks) if (mark.shape === "dot") found[mark.paper] = mark.radius ** 2;
  return found.map((area) => area / found[0]);
}

test("areas of dots are in proportion to a field's numbers once, on slides as in pictures", () => {
  const sizes = sizesByField(map, "pages");
  // The mean is 10: .15 + .85 · 4/10 = .49 of the map's own .09, then .83, 1.51 and 1.17.
  const wanted = [0.49, 0.83, 1.51, 1.17];
  expect(Array.from(sizes ?? [], (size) => size ** 2)).toEqual(
    wanted.map((area) => expect.closeTo(area * 0.09, 6)),
  );
  const shares = wanted.map((area) => expect.closeTo(area / 0.49, 4));
  expect(areas({ dots: { size: "pages" } })).toEqual(shares);
  // What the page hands over is in map units already.
  expect(areas(sizes ? { sizes } : {})).toEqual(shares);
});

test("papers are called by a field: numbers and dates as they are read, several values one after another", () => {
  const fields = [
    { name: "n", type: "number", unit: "ms", values: Float64Array.of(1234.5, Number.NaN, 2, 3) } as const,
    labelField({ name: "d" }, "date", 4, { papers: [1], values: ["2014-05"] }),
    listField({ name: "__proto__" }, 4, { papers: [0, 1], values: [["b", "a"], ["a"]] }),
  ];
  const said = (name: string) => [0, 1].map((i) => namesByField(sampleMap({ fields }), name)?.(i));
  expect([said("n"), said("d"), said("__proto__"), said("constructor")]).toEqual([
    ["1234.5 ms", ""],
    ["", "2014-05"],
    ["b, a", "a"],
    [undefined, undefined],
  ]);
});

test("a stop of a tour calls papers as its view says, and by titles again in the next", () => {
  const fields = [
    labelField({ name: "code" }, "text", 4, { papers: [0, 1, 2, 3], values: ["Q0", "Q1", "Q2", "Q3"] }),
  ];
  const draw = stopMarks(createAtlas(sampleMap({ fields })), { dark: false });
  const names = (view: string) =>
    [...draw({ ...stop, view }, { width: 1280, height: 720 }, NO_INSETS)].flatMap((mark) =>
      mark.shape === "text" && /^Q\d$/.test(mark.text) ? [mark.text] : [],
    );
  expect(names("v=1&label=code").sort()).toEqual(["Q0", "Q1", "Q2", "Q3"]);
  expect(names("v=1")).toEqual([]);
});
