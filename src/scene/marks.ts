import { furniture, pictureMargin } from "./furniture.ts";
import { areaMarks, dotMarks, labelMarks, linkMarks } from "./map-marks.ts";
import type { Mark, PictureParts } from "./mark.ts";
import type { Scene } from "./scene.ts";

/** Width and height of the whole picture of a scene, and the margins around the map, in pixels. */
export function pictureSize(scene: Scene, parts: PictureParts) {
  const { view } = scene;
  const margin = pictureMargin(scene, view.width, parts);
  return { width: view.width, height: view.height + margin.top + margin.bottom, ...margin };
}

/** Everything to be drawn for a scene, in its order, from the background to the small print. Painters differ in nothing else. */
export function* marksOf(scene: Scene, parts: PictureParts = {}): Generator<Mark> {
  const { width, height, top } = pictureSize(scene, parts);
  if (parts.background !== false)
    yield { shape: "box", x: 0, y: 0, width, height, color: scene.theme.background };
  yield { shape: "begin", name: "map", clip: { x: 0, y: top, width, height: scene.view.height } };
  for (const [name, marks] of [
    ["areas", areaMarks],
    ["links", linkMarks],
    ["papers", dotMarks],
    ["labels", labelMarks],
  ] as const) {
    yield { shape: "begin", name };
    yield* marks(scene, top);
    yield { shape: "end" };
  }
  yield { shape: "end" };
  yield* furniture(scene, parts, height);
}
