import { polygonContains } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areasOf } from "../../src/scene/areas.ts";
import { createBoxes } from "../../src/scene/boxes.ts";
import { mix, rgb } from "../../src/scene/color.ts";
import { dotRadius, sizesBy } from "../../src/scene/dots.ts";
import { ALL_LINKS, linksAt, linksOf } from "../../src/scene/links.ts";
import { linkCalm, linkCount, linkLook } from "../../src/scene/look.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { countBox, paperGrid, visitBox } from "../../src/scene/paper-grid.ts";
import { shortTitle, wrapped } from "../../src/scene/type.ts";
import { roundTopics } from "./map.ts";

describe("paperGrid, visitBox", () => {
  it("finds every paper in a box, two in one place too", () => {
    const place = fc.float({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 60 }), place, place, (points, x, y) => {
        const twice = [...points, ...points];
        const [xs, ys] = [Float32Array.from(twice, (p) => p[0]), Float32Array.from(twice, (p) => p[1])];
        const found = new Set<number>();
        let visits = 0;
        const box = { left: x - 10, top: y - 10, right: x + 10, bottom: y + 10 };
        visitBox(paperGrid(xs, ys), box, (i) => {
          found.add(i);
          visits++;
          return false;
        });
        expect([visits, found.size]).toEqual([countBox(paperGrid(xs, ys), box), visits]);
        for (let i = 0; i < xs.length; i++)
          if (Math.abs(xs[i] - x) <= 10 && Math.abs(ys[i] - y) <= 10) expect(found.has(i)).toBe(true);
      }),
    );
  });
});

describe("createBoxes", () => {
  it("counts the same overlaps as comparing all pairs", () => {
    const box = fc.tuple(
      fc.integer({ min: -20, max: 500 }),
      fc.integer({ min: -20, max: 400 }),
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 90 }),
    );
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), box, (list, [x, y, w, h]) => {
        const boxes = createBoxes();
        boxes.clear(480, 320);
        for (const [l, t, bw, bh] of list) boxes.add(l, t, l + bw, t + bh);
        const plain = list.filter(
          ([l, t, bw, bh]) => l < x + w && l + bw > x && t < y + h && t + bh > y,
        ).length;
        expect(boxes.count(x, y, x + w, y + h, 1000)).toBe(plain);
      }),
    );
  });
});

describe("linksOf", () => {
  const list = { directed: false, source: Uint32Array.of(0, 0), target: Uint32Array.of(1, 2) };
  const links = linksOf(
    [
      { ...list, kind: "keyword", weight: Float32Array.of(0.2, 0.4) },
      { ...list, kind: "citation", weight: Float32Array.of(3, 1), directed: true },
    ],
    3,
  );

  it("sorts by the share of the largest weight of the kind: 1, 1, ½, ⅓", () => {
    expect(Array.from(links.strength, (s) => Math.round(s * 100))).toEqual([100, 100, 50, 33]);
    expect(Array.from(links.target)).toEqual([2, 1, 1, 2]);
    expect(Array.from(links.kind)).toEqual([0, 2, 0, 2]);
  });

  it("lists a paper's links once a neighbour, strongest first, by kind and weight", () => {
    const least = ALL_LINKS.least;
    expect(linksAt(links, 0, ALL_LINKS)).toEqual([0, 1]);
    expect(linksAt(links, 0, { kinds: 1 << 2, least })).toEqual([1, 3]);
    expect(linksAt(links, 0, { kinds: 0xff, least: [0.3, 0, 2, 0, 0, 0] })).toEqual([0, 1]);
    expect(linksAt(links, 0, { kinds: 0xff, least: [0.5, 0, 2, 0, 0, 0] })).toEqual([1]);
    expect(linksAt(links, 2, { kinds: 0, least })).toEqual([]);
  });
});

describe("link looks", () => {
  it("draws four links a paper at home, more nearer, all when filtered", () => {
    expect(linkCount(10_000, 500, 1, false)).toBe(2000);
    expect(linkCount(10_000, 500, 4, false)).toBe(8000);
    expect(linkCount(10_000, 500, 1, true)).toBe(10_000);
  });

  it("fades long and many links", () => {
    expect(linkLook(1, true, 50, 1, 1).alpha).toBeCloseTo(0.56);
    expect(linkLook(1, true, 360, 1, 1).alpha).toBeCloseTo(0.28);
    expect(linkCalm(10_000)).toBe(0.5);
  });
});

describe("a map edited by hand into 100,000 topics", () => {
  const map = roundTopics(400, 6);
  const empty = (id: number) => ({ ...map.topics[0], id, name: `Topic ${id}`, size: 0 });
  const topics = [...map.topics, ...Array.from({ length: 100_000 }, (_, k) => empty(6 + k))];

  it("has the areas of the topics that have papers, as before", () => {
    expect(areasOf({ ...map, topics })).toEqual(areasOf(map));
  });
  it("draws no more areas than the 300 of the largest", () => {
    const topic = Int32Array.from({ length: 400 }, (_, i) => (i < 50 ? 0 : i));
    const own = areasOf({ ...map, topics, topic }).map((area) => area.topic);
    expect(own.length).toBeLessThanOrEqual(300);
    expect(own).not.toContain(399);
  });
});

describe("areasOf", () => {
  const map = roundTopics(400, 6);
  const areas = areasOf(map);
  const holds = (rings: readonly Float32Array[], x: number, y: number) =>
    rings.filter((ring) => polygonContains(points(ring), [x, y])).length % 2 === 1;
  const points = (ring: Float32Array) =>
    Array.from({ length: ring.length / 2 }, (_, k): [number, number] => [ring[2 * k], ring[2 * k + 1]]);

  it("holds nearly all papers of its topic and hardly any of another", () => {
    expect(areas.map((a) => a.topic)).toEqual([0, 1, 2, 3, 4, 5]);
    for (const { topic, border } of areas) {
      let [own, inside, foreign] = [0, 0, 0];
      for (let i = 0; i < 400; i++) {
        const within = holds(border, map.x[i], map.y[i]);
        if (map.topic[i] === topic) {
          own++;
          if (within) inside++;
        } else if (within) foreign++;
      }
      expect(inside / own).toBeGreaterThan(0.85);
      expect(foreign).toBeLessThan(4);
    }
  });

  it("lets no two areas share a point", () => {
    for (let k = 0; k < 2000; k++) {
      const [x, y] = [((k * 37) % 2000) / 250 - 1, ((k * 91) % 2000) / 500 - 1];
      expect(areas.filter((a) => holds(a.border, x, y)).length).toBeLessThanOrEqual(1);
    }
  });

  it("copes with no papers", () => {
    expect(areasOf(roundTopics(0, 2))).toEqual([]);
  });
});

describe("dots", () => {
  it("gives areas in proportion to values, with a floor", () => {
    const own = Float32Array.of(1, 1, 1);
    const sizes = sizesBy(Float32Array.of(0, 1, 3), own);
    expect(sizes[0] ** 2).toBeCloseTo(0.15);
    expect((sizes[2] ** 2 - 0.15) / (sizes[1] ** 2 - 0.15)).toBeCloseTo(3);
  });

  it("keeps radii between least and most", () => {
    const dots = { scale: 10, least: 2, most: 20 };
    expect([0.01, 1, 5].map((s) => dotRadius(s, dots))).toEqual([2, 10, 20]);
  });
});

describe("text", () => {
  it("shortens titles at the colon, else between words", () => {
    expect(shortTitle("SNIPER: Efficient Multi-Scale Training of Everything")).toBe("SNIPER");
    expect(shortTitle("A Short Title")).toBe("A Short Title");
    expect(shortTitle("Bottleneck Transformers for Visual Recognition")).toBe(
      "Bottleneck Transformers for Visual…",
    );
  });

  it("never cuts a character in two", () => {
    expect(shortTitle("𝒜".repeat(50))).toBe(`${"𝒜".repeat(36)}…`);
  });

  it("breaks a name into lines of like width", () => {
    expect(wrapped("neural architecture search", "topic", 160, tableMeasure)).toEqual([
      "neural architecture",
      "search",
    ]);
    expect(wrapped("maps", "topic", 160, tableMeasure)).toEqual(["maps"]);
  });

  it("measures by the table: an m is wider than an i, bold wider than regular, combining marks have no width", () => {
    expect(tableMeasure("m", "paper")).toBeGreaterThan(tableMeasure("i", "paper"));
    expect(tableMeasure("abc", "paperStrong")).toBeGreaterThan(tableMeasure("abc", "paper"));
    expect(tableMeasure("e\u0301", "paper")).toBe(tableMeasure("e", "paper"));
    expect(tableMeasure("図", "paper")).toBe(12);
  });

  it("mixes colours: half way from black to white is grey", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(rgb("#0a141e")).toEqual([10, 20, 30]);
  });
});
