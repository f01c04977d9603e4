import fc from "fast-check";
import { expect, test } from "vitest";
import { strongestLinks } from "../../src/kernel/sparsify.ts";

/** Symmetric rows of undirected links. */
function graphOf(n: number, links: readonly (readonly [number, number, number])[]) {
  const rows = Array.from({ length: n }, () => [] as [number, number][]);
  for (const [a, b, w] of links) {
    rows[a].push([b, w]);
    rows[b].push([a, w]);
  }
  for (const row of rows) row.sort(([a], [b]) => a - b);
  const start = Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]);
  return {
    start,
    neighbour: Uint32Array.from(rows.flat(), ([j]) => j),
    weight: Float32Array.from(rows.flat(), ([, w]) => w),
  };
}

test("a link stays where it is the strongest of one of its ends", () => {
  // The strongest of 0 and of 1 is 0–1, that of 2 is 0–2; 1–2 is the strongest of neither.
  const graph = graphOf(3, [
    [0, 1, 0.9],
    [0, 2, 0.5],
    [1, 2, 0.4],
  ]);
  expect(strongestLinks(graph, 1)).toEqual(
    graphOf(3, [
      [0, 1, 0.9],
      [0, 2, 0.5],
    ]),
  );
  expect(strongestLinks(graph, 2)).toEqual(graph);
});

test("of equals the link to the lower neighbour is the stronger", () => {
  const graph = graphOf(4, [
    [0, 1, 0.5],
    [0, 2, 0.5],
    [0, 3, 0.5],
    [2, 3, 0.9],
    [1, 3, 0.8],
  ]);
  // 0 keeps 0–1, 1 keeps 1–3, 2 and 3 keep 2–3.
  expect(strongestLinks(graph, 1)).toEqual(
    graphOf(4, [
      [0, 1, 0.5],
      [2, 3, 0.9],
      [1, 3, 0.8],
    ]),
  );
});

test("as sorting each row would have it, symmetric", () => {
  const link = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (drawn, k) => {
      const once = new Map(
        drawn.filter(([a, b]) => a < b).map(([a, b, w]) => [a * 12 + b, [a, b, w] as const]),
      );
      const links = [...once.values()];
      const strong = (i: number) =>
        links
          .filter(([a, b]) => a === i || b === i)
          .map((l) => ({ l, other: l[0] === i ? l[1] : l[0] }))
          .sort((p, q) => q.l[2] - p.l[2] || p.other - q.other)
          .slice(0, k)
          .map(({ l }) => l);
      const kept = links.filter((l) => strong(l[0]).includes(l) || strong(l[1]).includes(l));
      expect(strongestLinks(graphOf(12, links), k)).toEqual(graphOf(12, kept));
    }),
  );
});
