import { expect, test } from "vitest";
import { samplePaper } from "../sample-map.ts";
import { kMeans, plainRows } from "./baselines.ts";

test("plain rows: stems in one paper of two papers only drop out, those in both weigh ln(2 / 2) = 0", () => {
  const papers = [
    samplePaper(0, { title: "Pruning networks", abstract: "Pruning." }),
    samplePaper(1, { title: "Pruning networks", abstract: "" }),
    samplePaper(2, { title: "Proteins", abstract: "" }),
  ];
  const { start, value } = plainRows(papers);
  // Paper 0: pruning 2 × ln 1.5, networks 1 × ln 1.5 → 2/√5, 1/√5; paper 2's only word stands in no other paper.
  expect([...start]).toEqual([0, 2, 4, 4]);
  expect([...value].map((v) => v.toFixed(3))).toEqual(["0.894", "0.447", "0.707", "0.707"]);
});

test("k-means finds three groups on a circle, from any seed", () => {
  const around = [0, 0.1, 0.2, 2, 2.1, 2.2, 4, 4.1, 4.2];
  const value = Float32Array.from(around.flatMap((a) => [Math.cos(a), Math.sin(a)]));
  for (const seed of [1, 2, 3, 4]) {
    const cluster = kMeans({ dims: 2, value }, 3, seed);
    expect(new Set([0, 3, 6].map((i) => cluster[i])).size).toBe(3);
    for (const i of [0, 3, 6]) expect([cluster[i + 1], cluster[i + 2]]).toEqual([cluster[i], cluster[i]]);
  }
});
