import { createBoxes } from "../boxes.ts";
import { papersInView, placeFirst, placeOthers } from "./papers.ts";
import { placeSubtopics, placeTopics } from "./topics.ts";
import type { Label, LabelDesk, LabelScene, LabelStock } from "./types.ts";

/** Storage for `layoutLabels`. */
export function createDesk(): LabelDesk {
  return { placed: createBoxes(), dots: createBoxes(), hubs: createBoxes() };
}

/**
 * Places labels so that no two overlap and none is cut by the window or its insets: names of topics, then of sub-topics,
 * then titles of papers, each in the first good place around what it names. Deterministic. Labels that are `kept` stay
 * where they are, and only papers that are asked for first are named beside them.
 */
export function layoutLabels(stock: LabelStock, scene: LabelScene, desk: LabelDesk): Label[] {
  const { width, height } = scene.view;
  desk.placed.clear(width, height);
  desk.dots.clear(width, height);
  desk.hubs.clear(width, height);
  const first = new Set(scene.first);
  const kept = scene.kept?.filter(({ kind, id }) => kind !== "paper" || !first.has(id));
  for (const { left, top, right, bottom } of [
    ...(scene.covered ?? []),
    ...(kept ?? []).map(({ box }) => box),
  ])
    desk.placed.add(left, top, right, bottom);
  const labels: Label[] = [];
  const candidates = papersInView(stock, scene, desk);
  placeFirst(stock, scene, desk, labels);
  if (kept !== undefined) return [...labels, ...kept];
  placeTopics(stock, scene, desk, labels);
  placeSubtopics(stock, scene, desk, labels);
  if (scene.only !== true) placeOthers(stock, scene, desk, candidates, labels);
  return labels;
}
