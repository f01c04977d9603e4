import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/kernel/random.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { type Box, frameOf, homeCamera, NO_INSETS, type View, viewOf } from "../../src/scene/camera.ts";
import { dotScale } from "../../src/scene/dots.ts";
import { labelCandidates } from "../../src/scene/labels/candidates.ts";
import { createObstacles, layoutLabels } from "../../src/scene/labels/labels.ts";
import type { Label } from "../../src/scene/labels/types.ts";
import { tableMeasure } from "../../src/scene/metrics.ts";
import { demoSource } from "../web/demo.ts";
import { asLines, field, textSource } from "../web/field.ts";
import { roundTopics } from "./map.ts";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 700 },
] as const;

/** Papers of every topic all over the plane: no place is any topic's own. */
function scattered(): TopicMap {
  const map = roundTopics(300, 6);
  const random = seededRandom(5);
  return { ...map, x: map.x.map(() => random() * 8), y: map.y.map(() => random() * 8) };
}

const MAPS: readonly (readonly [string, () => Promise<TopicMap>])[] = [
  ["the demo", async () => buildMap(await readPapers([demoSource()]), {})],
  ["a made-up field", async () => buildMap(await readPapers([textSource("f.jsonl", asLines(field()))]), {})],
  ["round topics", async () => roundTopics(600, 8)],
  ["scattered topics", async () => scattered()],
];

/** What is wrong with a name: by comparing it with every visible paper. */
function fault(map: TopicMap, visible: Uint8Array | null, view: View, label: Label): string | undefined {
  const column = label.kind === "topic" ? map.topic : map.subtopic;
  const [tx, ty] = label.leader?.slice(2) ?? [];
  const target: Box =
    tx === undefined || ty === undefined ? label.box : { left: tx, right: tx, top: ty, bottom: ty };
  const seen = [...map.x.keys()].flatMap((i) => {
    const [x, y] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
    if (visible?.[i] === 0 || x < 0 || y < 0 || x > view.width || y > view.height) return [];
    const [dx, dy] = [
      Math.max(0, target.left - x, x - target.right),
      Math.max(0, target.top - y, y - target.bottom),
    ];
    return [{ topic: column[i], far: Math.sqrt(dx * dx + dy * dy) }];
  });
  if (!seen.some(({ topic }) => topic === label.id)) return `${label.id}: no paper in view`;
  // Beside a name is what is 24 pixels from it; where nothing is, the nearest counts.
  const least = Math.min(...seen.map(({ far }) => far));
  const nearest = seen.filter(({ far }) => far <= Math.max(label.leader ? 0 : 24, least));
  const count = (t: number) => nearest.filter(({ topic }) => topic === t).length;
  const own = count(label.id);
  const other = nearest.find(({ topic }) => count(topic) > own);
  return own > 0 && other === undefined
    ? undefined
    : `${label.id}: nearest are ${nearest.map((p) => p.topic)}`;
}

/** Whether a topic is named for one paper in view that is less than a quarter of those it has. */
function isStray(map: TopicMap, visible: Uint8Array | null, view: View, { kind, id }: Label): boolean {
  if (kind !== "topic") return false;
  const own = [...map.topic.keys()].filter((i) => map.topic[i] === id && visible?.[i] !== 0);
  const seen = own.filter((i) => {
    const [x, y] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale];
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  });
  return seen.length === 1 && own.length > 4;
}

describe("every name stands by papers of its own topic, and by more than a stray one, at 60 cameras", () => {
  test.each(MAPS)("%s", async (_, make) => {
    const map = await make();
    const candidates = labelCandidates(map, map.size);
    const frame = frameOf(map.x, map.y);
    const random = seededRandom(9);
    let names = 0;
    for (let k = 0; k < 60; k++) {
      const size = SIZES[k % 2];
      const home = homeCamera(map, size, NO_INSETS);
      const camera =
        k < 2 ? home : { x: random(), y: random(), ratio: home.ratio * (1.2 - 1.18 * Math.sqrt(random())) };
      const view = viewOf(frame, camera, size);
      const visible = k % 3 === 2 ? Uint8Array.from(map.x, (_x, i) => (i % 4 === 0 ? 1 : 0)) : null;
      const labels = layoutLabels(
        candidates,
        {
          view,
          dots: dotScale(frame, view, map.x.length),
          sizes: map.size,
          insets: NO_INSETS,
          visible,
          first: [],
          measure: tableMeasure,
        },
        createObstacles(),
      ).filter(({ kind }) => kind !== "paper");
      names += labels.length;
      expect(labels.flatMap((label) => fault(map, visible, view, label) ?? [])).toEqual([]);
      expect(labels.filter((label) => isStray(map, visible, view, label)).map(({ id }) => id)).toEqual([]);
    }
    expect(names).toBeGreaterThan(60);
  });
});
