import { describe, expect, it } from "vitest";
import { cameraFor, frameOf, NO_INSETS, viewOf } from "../../src/scene/camera.ts";
import { dotRadius, dotScale } from "../../src/scene/dots.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import type { Label } from "../../src/scene/labels/types.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { roundTopics } from "./map.ts";

const obstacles = createObstacles();
const map = roundTopics(600, 8);
const candidates = labelCandidates(map, map.size);
const frame = frameOf(map.x, map.y);

function labelsAt(x: number, y: number, ratio: number, width = 1200, height = 800, first: number[] = []) {
  const view = viewOf(frame, { x, y, ratio }, { width, height });
  const dots = dotScale(frame, view, 600);
  const scene = {
    view,
    dots,
    sizes: map.size,
    insets: NO_INSETS,
    visible: null,
    first,
    measure: tableMeasure,
  };
  return { labels: layoutLabels(candidates, scene, obstacles), view, dots, scene };
}

it("puts no label where something covers the map", () => {
  const covered = [{ left: 300, top: 200, right: 700, bottom: 420 }];
  const { scene, labels } = labelsAt(0.5, 0.5, 1);
  const over = (list: readonly Label[]) =>
    list.filter(({ box }) => box.left < 700 && box.right > 300 && box.top < 420 && box.bottom > 200).length;
  expect(over(labels)).toBeGreaterThan(0);
  expect(over(layoutLabels(candidates, { ...scene, covered }, obstacles))).toBe(0);
});

function overlapping(labels: readonly Label[]): [string, string][] {
  const found: [string, string][] = [];
  for (const [i, { box: a, lines }] of labels.entries())
    for (const { box: b, lines: others } of labels.slice(0, i))
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        found.push([lines[0].text, others[0].text]);
  return found;
}

const CAMERAS = [
  [0.5, 0.5, 1.2],
  [0.5, 0.5, 1],
  [0.3, 0.4, 0.8],
  [0.6, 0.5, 0.5],
  [0.1, 0.5, 0.4],
  [0.5, 0.35, 0.3],
  [0.7, 0.4, 0.2],
  [0.35, 0.6, 0.12],
  [0.02, 0.4, 0.06],
  [0.9, 0.6, 0.03],
] as const;

describe("layoutLabels", () => {
  it.each(CAMERAS)("lets no two labels overlap and cuts none at camera %f, %f, ratio %f", (x, y, ratio) => {
    for (const [width, height] of [
      [1200, 800],
      [390, 844],
    ]) {
      const { labels } = labelsAt(x, y, ratio, width, height, [3, 4, 5]);
      expect(overlapping(labels)).toEqual([]);
      for (const { box } of labels) {
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(height);
      }
    }
  });

  it("names all eight topics on the whole map", () => {
    const { labels } = labelsAt(0.5, 0.5, 1.2);
    expect(
      labels
        .filter((l) => l.kind === "topic")
        .map((l) => l.id)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("names more papers nearer", () => {
    const papers = (ratio: number) =>
      labelsAt(0.5, 0.35, ratio).labels.filter((l) => l.kind === "paper").length;
    expect(papers(0.3)).toBeGreaterThan(papers(1.2));
  });

  it("puts no paper's title over a large dot", () => {
    const { labels, view, dots } = labelsAt(0.5, 0.35, 0.3);
    const titles = labels.filter((l) => l.kind === "paper");
    expect(titles.length).toBeGreaterThan(5);
    for (const { box } of titles)
      for (let i = 0; i < 600; i++) {
        const r = dotRadius(map.size[i], dots);
        if (r < 6) continue;
        const [px, py] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
        const over = px > box.left + 2 && px < box.right - 2 && py > box.top + 1 && py < box.bottom - 1;
        expect(over).toBe(false);
      }
  });

  it("names the papers asked for first, however small", () => {
    const smallest = map.size.indexOf(Math.min(...map.size));
    const camera = cameraFor(
      frame,
      {
        left: map.x[smallest] - 1,
        right: map.x[smallest] + 1,
        top: map.y[smallest] - 1,
        bottom: map.y[smallest] + 1,
      },
      { width: 1200, height: 800 },
      NO_INSETS,
    );
    const { labels } = labelsAt(camera.x, camera.y, camera.ratio, 1200, 800, [smallest]);
    expect(labels[0]).toMatchObject({ kind: "paper", id: smallest });
  });

  it("keeps labels where they were when nothing moves", () => {
    const { labels, scene } = labelsAt(0.5, 0.4, 0.5);
    const places = (list: readonly Label[]) => list.map((l) => [l.kind, l.id, l.anchor]).sort();
    expect(places(layoutLabels(candidates, { ...scene, previous: labels }, obstacles))).toEqual(
      places(labels),
    );
  });

  it("hides titles of hidden papers", () => {
    const { scene } = labelsAt(0.5, 0.4, 0.3);
    const labels = layoutLabels(candidates, { ...scene, visible: new Uint8Array(600) }, obstacles);
    expect(labels.filter((l) => l.kind === "paper")).toEqual([]);
  });
});
