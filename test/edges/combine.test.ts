import { expect, test } from "vitest";
import { combineEdges } from "../../src/edges/combine.ts";
import { termReadout } from "../../src/edges/readout.ts";
import type { EdgeKind } from "../../src/model/edges.ts";
import { NO_LABEL } from "../../src/model/edges.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/parameters.ts";
import { listOf } from "../edge-list.ts";

const list = (kind: EdgeKind, ...edges: [number, number, number][]) => listOf(kind, edges);
const weights = { ...DEFAULT_PARAMETERS.weights, citation: 0.5, concept: 0 };

test("citations are scaled to the strength of the keyword edges, then weighed; both directions of a link add up", () => {
  // Keyword strength .5 + .5 = 1; citation strength 4; so each citation counts 1 / 4 × .5 = .125.
  const graph = combineEdges(
    [
      list("keyword", [0, 1, 0.5], [1, 2, 0.5]),
      list("citation", [1, 0, 1], [0, 1, 1], [2, 0, 1], [0, 3, 1]),
      list("concept", [2, 3, 9]),
    ],
    weights,
    4,
  );
  expect([...graph.start]).toEqual([0, 3, 5, 7, 8]);
  expect([...graph.neighbour]).toEqual([1, 2, 3, 0, 2, 0, 1, 0]);
  expect([...graph.weight]).toEqual([0.75, 0.125, 0.125, 0.75, 0.5, 0.125, 0.5, 0.125]);
});

test("without keyword edges the others keep their proportions, at strength 1", () => {
  const graph = combineEdges([list("citation", [0, 1, 1], [1, 2, 1])], weights, 3);
  expect([...graph.weight]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test("no edges, no neighbours", () => {
  expect([...combineEdges([], weights, 2).start]).toEqual([0, 0, 0]);
});

test("the readout names the three columns with the largest products, as shares of the cosine in hundredths", () => {
  const rows = {
    start: Uint32Array.of(0, 5, 9),
    column: Uint32Array.of(0, 1, 2, 3, 4, 0, 1, 2, 3),
    value: Float32Array.of(0.1, 0.6, 0.5, 0.2, 0.6, 0.4, 0.5, 0.6, 0.4),
    width: 5,
  };
  // Products: a .04, b .3, c .3, d .08; sum .72. Ties go to the column that comes first. .3 / .72 = .417, .08 / .72 = .111.
  const { readout } = termReadout(list("keyword", [0, 1, 0.72]), rows, ["a", "b", "c", "d", "e"]);
  expect(Array.from(readout?.label ?? [])).toEqual([1, 2, 3]);
  expect(Array.from(readout?.share ?? [])).toEqual([0.42, 0.42, 0.11].map(Math.fround));
});

test("slots without a shared column stay empty", () => {
  const rows = {
    start: Uint32Array.of(0, 1, 2),
    column: Uint32Array.of(0, 0),
    value: Float32Array.of(1, 1),
    width: 1,
  };
  const { readout } = termReadout(list("keyword", [0, 1, 1]), rows, ["a"]);
  expect(Array.from(readout?.label ?? [])).toEqual([0, NO_LABEL, NO_LABEL]);
});
