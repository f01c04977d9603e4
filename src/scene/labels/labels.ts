import { createBoxes } from "../boxes.ts";
import { noteDots, papersInView, placeFirst, placeOthers } from "./papers.ts";
import { headLevel, placeSubtopics, placeTopics } from "./topics.ts";
import type { Label, LabelCandidates, LabelScene, Obstacles } from "./types.ts";

/** Storage for `layoutLabels`. */
export function createObstacles(): Obstacles {
  return { placed: createBoxes(), dots: createBoxes(), hubs: createBoxes() };
}

/**
 * Places labels so that no two overlap and none is cut by the window or its insets: names of topics, then of sub-topics,
 * then titles of papers, each in the first good place around what it names. Deterministic. Labels that are `kept` stay
 * where they are, and only papers that are asked for first are named beside them.
 */
export function layoutLabels(candidates: LabelCandidates, scene: LabelScene, obstacles: Obstacles): Label[] {
  const { width, height } = scene.view;
  obstacles.placed.clear(width, height);
  obstacles.dots.clear(width, height);
  obstacles.hubs.clear(width, height);
  const first = new Set(scene.first);
  const kept = scene.kept?.filter(({ kind, id }) => kind !== "paper" || !first.has(id));
  for (const { left, top, right, bottom } of [
    ...(scene.covered ?? []),
    ...(kept ?? []).map(({ box }) => box),
  ])
    obstacles.placed.add(left, top, right, bottom);
  const labels: Label[] = [];
  const inView = papersInView(candidates, scene);
  noteDots(candidates, scene, obstacles, inView);
  placeFirst(candidates, scene, obstacles, labels);
  if (kept !== undefined) return [...labels, ...kept];
  const head = headLevel(candidates, scene);
  placeTopics(candidates, scene, obstacles, inView, labels, head);
  placeSubtopics(candidates, scene, obstacles, inView, labels, head);
  if (scene.only !== true) placeOthers(candidates, scene, obstacles, inView, labels);
  return labels;
}
