import { boundsOf, type Camera, cameraFor, type Insets, type Size } from "../../scene/camera.ts";
import type { SceneModel } from "./model.ts";
import type { Destination } from "./view.ts";

/** The camera that shows the whole map in a window, clear of panels, with room for the names at its border. */
export function homeCamera(model: SceneModel, size: Size, insets: Insets): Camera {
  const box = boundsOf(model.map.x, model.map.y) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const room = Math.min(size.width, size.height) < 500 ? 34 : 64;
  return cameraFor(model.frame, box, size, widened(insets, room));
}

/** The camera for a destination, seen from the one that is now. */
export function cameraOf(
  to: Destination,
  model: SceneModel,
  size: Size,
  insets: Insets,
  now: Camera,
): Camera {
  if ("camera" in to) return to.camera;
  if ("home" in to) return homeCamera(model, size, insets);
  if ("paper" in to) return besides(to.paper, model, size, insets, now);
  const papers = "papers" in to ? to.papers : members(model, to.topic);
  if (papers.length === 1) return besides(papers[0], model, size, insets, now);
  const box = boundsOf(model.map.x, model.map.y, papers);
  if (box === undefined) return homeCamera(model, size, insets);
  return cameraFor(model.frame, box, size, widened(insets, Math.min(size.width, size.height) * 0.12));
}

/** A paper in the middle, near enough to read the titles around it, never farther than now. */
function besides(i: number, model: SceneModel, size: Size, insets: Insets, now: Camera): Camera {
  const { map, frame } = model;
  const home = homeCamera(model, size, insets).ratio;
  const ratio = Math.min(now.ratio, home / Math.max(2, Math.sqrt(map.x.length / 60)));
  const half = (ratio * frame.side) / 2.2;
  const [x, y] = [map.x[i], map.y[i]];
  return cameraFor(frame, { left: x - half, right: x + half, top: y - half, bottom: y + half }, size, insets);
}

function members({ map }: SceneModel, topic: number): number[] {
  const column = map.topics[topic]?.parent === undefined ? map.topic : map.subtopic;
  const papers: number[] = [];
  for (let i = 0; i < column.length; i++) if (column[i] === topic) papers.push(i);
  return papers;
}

function widened(insets: Insets, by: number): Insets {
  return {
    top: insets.top + by,
    right: insets.right + by,
    bottom: insets.bottom + by,
    left: insets.left + by,
  };
}
