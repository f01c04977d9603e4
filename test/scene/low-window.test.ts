import { expect, test } from "vitest";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { frameOf, homeCamera, viewOf } from "../../src/scene/camera.ts";
import { dotScale } from "../../src/scene/dots.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { demoSource } from "../web/demo.ts";

test("over a table names stand by their topics: no line to one is longer than 60 pixels, and a third have a name", async () => {
  const map = await buildMap(await readPapers([demoSource()]), {});
  const size = { width: 1010, height: 306 };
  const insets = { top: 12, right: 12, bottom: 60, left: 64 };
  const frame = frameOf(map.x, map.y);
  const view = viewOf(frame, homeCamera(map, size, insets), size);
  const names = layoutLabels(
    labelCandidates(map, map.size),
    {
      view,
      dots: dotScale(frame, view, map.x.length),
      sizes: map.size,
      insets,
      visible: null,
      first: [],
      measure: tableMeasure,
    },
    createObstacles(),
  ).filter(({ kind }) => kind === "topic");
  const lengths = names.map(({ leader: [x1, y1, x2, y2] = [0, 0, 0, 0] }) => Math.hypot(x2 - x1, y2 - y1));
  expect(Math.max(...lengths)).toBeLessThan(60);
  const topics = map.topics.filter(({ parent }) => parent === undefined).length;
  expect(names.length).toBeGreaterThanOrEqual(topics / 3);
});
