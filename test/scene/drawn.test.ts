import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/kernel/random.ts";
import { bySize } from "../../src/scene/by-size.ts";
import { frameOf, viewOf } from "../../src/scene/camera.ts";
import { type Drawn, drawnDots } from "../../src/scene/drawn.ts";
import { paperGrid } from "../../src/scene/paper-grid.ts";

/** n papers spread evenly over a square, of sizes by chance. */
function evenly(n: number) {
  const random = seededRandom(3);
  const side = Math.sqrt(n);
  const [x, y, sizes] = [side, side, 1].map((most) =>
    Float32Array.from({ length: n }, () => random() * most),
  );
  const order = bySize(sizes);
  const rank = new Uint32Array(n);
  for (const [k, i] of order.entries()) rank[i] = k;
  const candidates = { x, y, order, rank: () => rank, grid: paperGrid(x, y) };
  return { sizes, candidates, drawOrder: order.slice().reverse() };
}

describe("drawnDots", () => {
  const size = { width: 400, height: 400 };
  const made = evenly(100_000);
  const { candidates, sizes } = made;
  const { x, y } = candidates;
  const seen = (
    ratio: number,
    at = 0.5,
    drawn: Drawn = { papers: made.drawOrder },
    visible = null as Uint8Array | null,
  ) => {
    const view = viewOf(frameOf(x, y), { x: at, y: 0.5, ratio }, size);
    return { view, drawn: drawnDots({ ...made, view, visible, drawn }) };
  };
  const pixel = (i: number, { scale, dx, dy }: { scale: number; dx: number; dy: number }) =>
    [x[i] * scale + dx, dy - y[i] * scale] as const;

  it("of few papers are all, the same object in every view", () => {
    const few = evenly(100);
    const [drawn] = [{ papers: few.drawOrder }];
    for (const ratio of [3, 1, 0.01]) {
      const view = viewOf(frameOf(few.candidates.x, few.candidates.y), { x: 0.5, y: 0.5, ratio }, size);
      expect(drawnDots({ ...few, view, visible: null, drawn })).toBe(drawn);
    }
  });

  it("of many papers leave none alone: of each that is left out a larger one is drawn two or three pixels beside it", () => {
    const { view, drawn } = seen(1.2);
    const { papers } = drawn;
    expect(papers.length).toBeLessThan(50_000);
    expect(Array.from(papers, (i) => sizes[i])).toEqual(
      Array.from(papers, (i) => sizes[i]).sort((a, b) => a - b),
    );
    const isDrawn = new Uint8Array(x.length);
    for (const i of papers) isDrawn[i] = 1;
    const shown = paperGrid(
      Float32Array.from(papers, (i) => x[i]),
      Float32Array.from(papers, (i) => y[i]),
    );
    expect(shown.item.length).toBe(papers.length);
    const nearest = (i: number) => {
      const [px, py] = pixel(i, view);
      let least = Infinity;
      for (const other of papers) {
        const [qx, qy] = pixel(other, view);
        if (sizes[other] >= sizes[i]) least = Math.min(least, Math.max(Math.abs(px - qx), Math.abs(py - qy)));
      }
      return least;
    };
    for (let i = 0; i < x.length; i += 997) if (isDrawn[i] === 0) expect(nearest(i)).toBeLessThan(2.3);
  });

  it("are all that is in a window of few, and stay the same while it moves a little", () => {
    const { view, drawn } = seen(0.1);
    const inside = [...x.keys()].filter((i) => pixel(i, view).every((at) => at >= 0 && at <= 400));
    const isDrawn = new Set(drawn.papers);
    expect(inside.length).toBeGreaterThan(500);
    expect(inside.filter((i) => !isDrawn.has(i))).toEqual([]);
    expect(drawn.papers.length).toBeLessThan(4 * inside.length);
    expect(seen(0.1, 0.51, drawn).drawn).toBe(drawn);
    expect(seen(0.1, 0.6, drawn).drawn).not.toBe(drawn);
  });

  it("follow a filter: what hid a paper that passes is gone", () => {
    const all = seen(1.2).drawn;
    const visible = Uint8Array.from(x, (_, i) => (i % 50 === 0 ? 1 : 0));
    const some = seen(1.2, 0.5, all, visible).drawn.papers;
    expect([...some].every((i) => visible[i] === 1)).toBe(true);
    expect(some.length).toBeGreaterThan(1900);
    expect([...all.papers].filter((i) => visible[i] === 1).length).toBeLessThan(some.length);
  });
});
