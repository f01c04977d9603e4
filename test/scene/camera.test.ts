import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areasOf } from "../../src/scene/areas.ts";
import {
  boundsOf,
  cameraFor,
  clearHome,
  frameOf,
  heldCamera,
  homeCamera,
  NO_INSETS,
  panned,
  viewOf,
  zoomAt,
} from "../../src/scene/camera.ts";
import { roundTopics } from "./map.ts";

const size = { width: 800, height: 600 };
const camera = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  ratio: fc.double({ min: 0.01, max: 2, noNaN: true }),
});

describe("camera", () => {
  it("frames all positions in a square: 4 wide and 2 high gives side 4, centred", () => {
    expect(frameOf(Float32Array.of(0, 4), Float32Array.of(1, 3))).toEqual({ x: 0, y: 0, side: 4 });
  });

  it("frames nothing, and one point, without dividing by zero", () => {
    expect(frameOf(new Float32Array(), new Float32Array())).toEqual({ x: -2, y: -2, side: 4 });
    expect(frameOf(Float32Array.of(5), Float32Array.of(5))).toEqual({ x: 3, y: 3, side: 4 });
  });

  it("shows two neighbours as a few among others would be: a ninth of the window apart, in one area", () => {
    const base = roundTopics(2, 1);
    const map = { ...base, x: Float32Array.of(-0.5, 0.5), y: Float32Array.of(0, 0) };
    const view = viewOf(frameOf(map.x, map.y), homeCamera(map, { width: 900, height: 900 }, NO_INSETS), {
      width: 900,
      height: 900,
    });
    // 26 % of the window are kept free on either side; the other 48 % show 4 units.
    expect(view.scale).toBeCloseTo((900 * 0.48) / 4);
    expect(areasOf(map).map(({ border }) => border.length)).toEqual([1]);
  });

  it("shows the frame's middle in the window's middle, y upwards", () => {
    const view = viewOf({ x: 0, y: 0, side: 10 }, { x: 0.5, y: 0.5, ratio: 1 }, size);
    expect(view.scale).toBe(60);
    expect(5 * view.scale + view.dx).toBe(400);
    expect(view.dy - 5 * view.scale).toBe(300);
    expect(view.dy - 6 * view.scale).toBe(240);
  });

  it("makes way for a box over many papers to the side that leaves the map largest, and for one over a few not at all", () => {
    const map = roundTopics(400, 16);
    const window = { width: 1000, height: 700 };
    const home = homeCamera(map, window, NO_INSETS);
    const under = (
      box: { left: number; right: number; top: number; bottom: number },
      camera: typeof home,
    ) => {
      const { scale, dx, dy } = viewOf(frameOf(map.x, map.y), camera, window);
      const at = (i: number) => [map.x[i] * scale + dx, dy - map.y[i] * scale];
      return [...map.x.keys()].filter((i) => {
        const [x, y] = at(i);
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
      }).length;
    };
    const legend = { left: 60, right: 330, top: 350, bottom: 650 };
    expect(under(legend, home)).toBeGreaterThan(8);
    const clear = clearHome(map, window, NO_INSETS, [legend]);
    expect(under(legend, clear)).toBe(0);
    // 670 pixels are left beside it and 350 above it: the map, about square, goes to its right.
    expect(clear).toEqual(homeCamera(map, window, { ...NO_INSETS, left: 330 }));
    const corner = { left: 0, right: 60, top: 0, bottom: 40 };
    expect(clearHome(map, window, NO_INSETS, [corner])).toEqual(home);
  });

  it("fits a box into what panels leave: 200 px on the right move its middle 100 px to the left", () => {
    const frame = { x: 0, y: 0, side: 10 };
    const box = { left: 2, right: 8, top: 2, bottom: 8 };
    const view = viewOf(frame, cameraFor(frame, box, size, { ...NO_INSETS, right: 200 }), size);
    expect(view.scale).toBeCloseTo(100);
    expect(5 * view.scale + view.dx).toBeCloseTo(300);
    expect(view.dy - 5 * view.scale).toBeCloseTo(300);
  });

  it("zooms about a point: what is under it stays there", () => {
    fc.assert(
      fc.property(
        camera,
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        (from, px, py) => {
          const frame = { x: 0, y: 0, side: 1 };
          const before = viewOf(frame, from, size);
          const x = (px - before.dx) / before.scale;
          const y = (before.dy - py) / before.scale;
          const after = viewOf(frame, zoomAt(from, frame, size, 1.7, px, py), size);
          expect(x * after.scale + after.dx).toBeCloseTo(px, 4);
          expect(after.dy - y * after.scale).toBeCloseTo(py, 4);
        },
      ),
    );
  });

  it("pans by pixels", () => {
    const frame = { x: 0, y: 0, side: 1 };
    const from = { x: 0.5, y: 0.5, ratio: 0.5 };
    const [a, b] = [viewOf(frame, from, size), viewOf(frame, panned(from, size, 30, -20), size)];
    expect(a.dx - b.dx).toBeCloseTo(30);
    expect(a.dy - b.dy).toBeCloseTo(-20);
  });
  it("holds a camera: three units fill the nearest window, and 35 % of a window is the most that it leaves the papers", () => {
    const frame = { x: 0, y: 0, side: 30 };
    const box = { left: 0, right: 30, top: 6, bottom: 24 };
    const hold = (x: number, y: number, ratio: number) => heldCamera({ x, y, ratio }, frame, box, size);
    expect(hold(0.5, 0.5, 0.001)).toEqual({ x: 0.5, y: 0.5, ratio: 0.1 });
    expect(hold(0.5, 0.5, 99)).toEqual({ x: 0.5, y: 0.5, ratio: 3 });
    // At .3 the window is .4 of the frame wide and .3 high: .14 and .105 beside the papers, which end at 1 and .8.
    const far = hold(9, 9, 0.3);
    expect([far.x, far.y, far.ratio].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([1.14, 0.905, 0.3]);
    const low = hold(-9, -9, 0.3);
    expect([low.x, low.y].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([-0.14, 0.095]);
  });
  it("leaves every camera that sees the whole map where it is, and what is held once", () => {
    fc.assert(
      fc.property(camera, ({ x, y, ratio }) => {
        const map = roundTopics(2, 9);
        const frame = frameOf(map.x, map.y);
        const box = boundsOf(map.x, map.y) ?? { left: 0, right: 0, top: 0, bottom: 0 };
        const insets = { top: 54, right: 4, bottom: 240, left: 64 };
        const home = homeCamera(map, size, insets);
        expect(heldCamera(home, frame, box, size)).toEqual(home);
        const held = heldCamera({ x: 5 * x - 2, y: 5 * y - 2, ratio }, frame, box, size);
        expect(heldCamera(held, frame, box, size)).toEqual(held);
      }),
    );
  });
  it("bounds chosen papers only", () => {
    const [x, y] = [Float32Array.of(0, 9, 2), Float32Array.of(0, 9, 3)];
    expect(boundsOf(x, y, [0, 2])).toEqual({ left: 0, right: 2, top: 0, bottom: 3 });
    expect(boundsOf(x, y, [])).toBeUndefined();
  });
});
