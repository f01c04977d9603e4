import type { TopicMap } from "../model/map.ts";
import { isSameFrame } from "./camera.ts";
import { linksOf } from "./links.ts";
import { remap, rename, restate, type SceneModel } from "./model.ts";

/** What of a map is drawn beside its links and titles. */
const DRAWN = ["x", "y", "size", "topic", "subtopic", "leaf", "topics"] as const;

/** Puts another map in the place of this one, see `remap`. @returns whether the camera still sees the same: more papers of a map come into the same frame */
export function exchange(model: SceneModel, next: TopicMap): boolean {
  const { frame } = model;
  return relink(model, next) || remap(model, next) || isSameFrame(frame, model.frame);
}

/**
 * The same map with other links, or with texts that have come: places, areas and sizes stay as they are.
 * @returns false where something else of it is another column: nothing is done then
 */
function relink(model: SceneModel, next: TopicMap): boolean {
  if (DRAWN.some((column) => next[column] !== model.map[column])) return false;
  if (next.edges !== model.map.edges) {
    model.links = linksOf(next.edges, next.x.length);
    model.changed.links++;
  }
  model.map = next;
  rename(model, model.names);
  restate(model);
  return true;
}
