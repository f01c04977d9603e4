import { papersOf } from "../model/levels.ts";
import {
  type Box,
  boundsOf,
  type Camera,
  cameraFor,
  homeCamera,
  type Insets,
  type Size,
  widened,
} from "./camera.ts";
import type { SceneModel } from "./model.ts";

/** Where the camera flies: a paper with its surroundings, a topic (either level), papers together, or the whole map. */
export type Destination =
  | { readonly paper: number }
  | { readonly topic: number }
  | { readonly papers: readonly number[] }
  | { readonly home: true }
  | { readonly camera: Camera };

/** Of this many papers and more some are strays: this share at each side. */
const MANY = 10;
const STRAY = 0.1;

/** The camera for a destination, seen from the one that is now. */
export function cameraOf(
  to: Destination,
  model: SceneModel,
  size: Size,
  insets: Insets,
  now: Camera,
): Camera {
  if ("camera" in to) return to.camera;
  if ("home" in to) return homeCamera(model.map, size, insets);
  if ("paper" in to) return besides(to.paper, model, size, insets, now);
  const papers = "papers" in to ? to.papers : papersOf(model.map, to.topic);
  if (papers.length === 1) return besides(papers[0], model, size, insets, now);
  const box = mostOf(model, papers);
  if (box === undefined) return homeCamera(model.map, size, insets);
  const camera = cameraFor(model.frame, box, size, widened(insets, Math.min(size.width, size.height) * 0.12));
  const nearest = nearRatio(model, size, insets);
  if (camera.ratio >= nearest) return camera;
  // Papers side by side: seen with what is around them.
  return around((box.left + box.right) / 2, (box.top + box.bottom) / 2, nearest, model, size, insets);
}

/** The box of papers; of many, without those that stand farthest out: topics have strays all over a large map. */
function mostOf({ map: { x, y } }: SceneModel, papers: readonly number[]): Box | undefined {
  if (papers.length < MANY) return boundsOf(x, y, papers);
  const cut = Math.floor(papers.length * STRAY);
  const xs = Float32Array.from(papers, (i) => x[i]).sort();
  const ys = Float32Array.from(papers, (i) => y[i]).sort();
  const last = papers.length - 1 - cut;
  return { left: xs[cut], top: ys[cut], right: xs[last], bottom: ys[last] };
}

/** A paper in the middle, near enough to read the titles around it, never farther than now. */
function besides(i: number, model: SceneModel, size: Size, insets: Insets, now: Camera): Camera {
  const ratio = Math.min(now.ratio, nearRatio(model, size, insets));
  return around(model.map.x[i], model.map.y[i], ratio, model, size, insets);
}

/** The ratio at which titles around a paper can be read. */
function nearRatio(model: SceneModel, size: Size, insets: Insets): number {
  return homeCamera(model.map, size, insets).ratio / Math.max(2, Math.sqrt(model.map.x.length / 60));
}

function around(x: number, y: number, ratio: number, model: SceneModel, size: Size, insets: Insets): Camera {
  const half = (ratio * model.frame.side) / 2.2;
  const box = { left: x - half, right: x + half, top: y - half, bottom: y + half };
  return cameraFor(model.frame, box, size, insets);
}
