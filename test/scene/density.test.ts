import { expect, test } from "vitest";
import { contourOf } from "../../src/scene/contour.ts";
import { densities, eachCell, type Patch, sumOf, twoLargest } from "../../src/scene/density.ts";
import { roundTopics } from "./map.ts";

const { x, y, topic } = roundTopics(300, 5);
const { fields } = densities({ x, y, topic }, 5, 3);
const least = { island: 0.05, cells: 3 };
const frame = { x: 0, y: 0, side: 1 };

/** The cells of a field in the whole grid. */
const whole = (field: Patch) => sumOf([field]);

test("a topic's field is a part of the grid, with nothing at its rim, and holds all its papers", () => {
  for (const [t, { values, width, height }] of fields.entries()) {
    expect(values.length).toBeLessThan(whole(fields[t]).values.length / 2);
    const rim = Array.from(values, (value, at) => {
      const [row, column] = [Math.floor(at / width), at % width];
      return row % (height - 1) === 0 || column % (width - 1) === 0 ? value : 0;
    });
    expect(Math.max(...rim)).toBeCloseTo(0, 12);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      topic.filter((id) => id === t).length,
      6,
    );
  }
});

test("its border is that of the field over the whole grid", () => {
  for (const field of fields)
    expect(contourOf(field, 0.05, frame, least)).toEqual(contourOf(whole(field), 0.05, frame, least));
  expect(contourOf(fields[0], 1e9, frame, least)).toEqual([]);
});

test("the two largest of each cell are those of a sort", () => {
  const { best, second } = twoLargest(fields);
  const grids = fields.map((field) => whole(field).values);
  eachCell(whole(fields[0]), (_, cell) => {
    const [first, next] = grids.map((grid) => grid[cell]).sort((a, b) => b - a);
    expect([best[cell], second[cell]]).toEqual([first, next]);
  });
});
