import { clamp } from "../../kernel/numeric.ts";
import type { Box } from "../camera.ts";
import { dotRadius } from "../dots.ts";
import { largestIn } from "../paper-grid.ts";
import { type TextStyle, TYPE, typeScale, wrapped } from "../type.ts";
import { fits, type Label, type LabelCandidates, type LabelScene, type Obstacles, zoomOf } from "./types.ts";

/** Papers that names are placed by, the largest first: in larger maps the others are specks. */
const IN_VIEW = 8000;
/** Dots that are obstacles, the largest first: enough to fill a window with titles. */
const DOTS = 1600;
const CANDIDATES = 500;
/** Dots of this radius and more are obstacles; smaller ones than `SPECK` are none at all. */
const HUB = 6;
const SPECK = 1.6;
const GAP = 5;
/** So many pixels beside the window papers are in it, too: their dots reach into it. */
const BESIDE = 20;
/** A title dearer than this is not set. */
const DEAREST = 2.5;

/** Places around a dot: where the label's near side goes, horizontally and vertically (−1, 0, 1). */
const ANCHORS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/** The visible papers in the window, the largest first. */
export function papersInView(candidates: LabelCandidates, { view, visible }: LabelScene): number[] {
  const { x, y } = candidates;
  const { width, height, scale, dx, dy } = view;
  const box = {
    left: (-BESIDE - dx) / scale,
    right: (width + BESIDE - dx) / scale,
    top: (dy - height - BESIDE) / scale,
    bottom: (dy + BESIDE) / scale,
  };
  // Where many are in the window, the first of them are found soon.
  const order = largestIn(candidates, box, Math.sqrt(IN_VIEW * x.length));
  const found: number[] = [];
  for (let k = 0; k < order.length && found.length < IN_VIEW; k++) {
    const i = order[k];
    if (visible !== null && visible[i] === 0) continue;
    const px = x[i] * view.scale + view.dx;
    const py = view.dy - y[i] * view.scale;
    if (px > -BESIDE && py > -BESIDE && px < view.width + BESIDE && py < view.height + BESIDE) found.push(i);
  }
  return found;
}

/** Notes dots as obstacles. */
export function noteDots(
  { x, y }: LabelCandidates,
  { view, sizes, dots }: LabelScene,
  obstacles: Obstacles,
  inView: readonly number[],
): void {
  for (const i of inView.slice(0, DOTS)) {
    const [px, py] = [x[i] * view.scale + view.dx, view.dy - y[i] * view.scale];
    const r = dotRadius(sizes[i], dots);
    if (r >= SPECK) obstacles.dots.add(px - r, py - r, px + r, py + r);
    if (r >= HUB) obstacles.hubs.add(px - r, py - r, px + r, py + r);
  }
}

/** Titles of the papers that are asked for first. */
export function placeFirst(
  candidates: LabelCandidates,
  scene: LabelScene,
  obstacles: Obstacles,
  labels: Label[],
): void {
  for (const [k, i] of scene.first.entries()) {
    const label = titleOf(candidates, scene, obstacles, i, k < (scene.insist ?? 1) ? "insist" : "first");
    if (label !== undefined) labels.push(label);
  }
}

/** Titles of the others, as many as the window takes. */
export function placeOthers(
  candidates: LabelCandidates,
  scene: LabelScene,
  obstacles: Obstacles,
  inView: readonly number[],
  labels: Label[],
): void {
  const limit = roomFor(candidates, scene);
  const first = new Set(scene.first);
  const before = anchorsOf(scene, "paper");
  // Those named a moment ago come first while they are still among the candidates, so that names do not flicker.
  const likely = inView.slice(0, Math.min(CANDIDATES, limit * 2 + 40)).filter((i) => !first.has(i));
  const ordered = [...likely.filter((i) => before.has(i)), ...likely.filter((i) => !before.has(i))];
  let count = 0;
  for (const i of ordered) {
    if (count >= limit) return;
    const label = titleOf(candidates, scene, obstacles, i, "other");
    if (label === undefined) continue;
    labels.push(label);
    count++;
  }
}

/** Anchors of the labels of the frame before, by what they name. */
export function anchorsOf(scene: LabelScene, kind: Label["kind"]): Map<number, number> {
  const before = scene.previous ?? [];
  return new Map(before.filter((label) => label.kind === kind).map(({ id, anchor }) => [id, anchor]));
}

/** Pixels between papers, on average. */
function spacingOf({ frame, x }: LabelCandidates, { view }: LabelScene): number {
  return (frame.side * view.scale) / Math.sqrt(Math.max(1, x.length));
}

/** How many titles a window of this size takes at this zoom. */
function roomFor(candidates: LabelCandidates, scene: LabelScene): number {
  const { view } = scene;
  // Larger type takes more room in both directions; before an audience there are fewer titles yet.
  const scale = typeScale();
  const room = (view.width * view.height) / (24_000 * scale * scale * scale);
  const share = Math.min(1.5, 0.34 + 0.3 * Math.max(0, zoomOf(candidates.frame, view) - 0.8));
  // Where papers stand closer than titles are high, titles would only hide them.
  return Math.round(room * share * clamp((spacingOf(candidates, scene) - 9) / 14, 0, 1));
}

/** The title of a paper at the best of the places around its dot; undefined where all are taken or too dear. */
function titleOf(
  candidates: LabelCandidates,
  scene: LabelScene,
  obstacles: Obstacles,
  i: number,
  urgency: "insist" | "first" | "other",
): Label | undefined {
  const { view, measure } = scene;
  const [px, py] = [candidates.x[i] * view.scale + view.dx, view.dy - candidates.y[i] * view.scale];
  if (px < 0 || py < 0 || px > view.width || py > view.height || candidates.title(i) === "") return undefined;
  const style: TextStyle = urgency === "other" ? "paper" : "paperStrong";
  // On the far view only papers with a short name are named: cut titles say little there.
  const isFar = candidates.x.length > 40 && zoomOf(candidates.frame, view) < 1.3;
  if (urgency === "other" && isFar && candidates.title(i).endsWith("…")) return undefined;
  const isRoomy = spacingOf(candidates, scene) > 120;
  const texts = isRoomy
    ? wrapped(candidates.longTitle(i), style, 190 * typeScale(), measure)
    : [candidates.title(i)];
  const width = Math.max(...texts.map((text) => measure(text, style)));
  const line = TYPE[style].size * TYPE[style].leading;
  const reach = dotRadius(scene.sizes[i], scene.dots) + GAP;
  const kept = anchorsOf(scene, "paper").get(i);
  let best: { readonly box: Box; readonly anchor: number } | undefined;
  let least = urgency === "other" ? DEAREST : Number.POSITIVE_INFINITY;
  for (const anchor of ANCHORS.keys()) {
    const box = boxAt(px, py, anchor, reach, width, line * texts.length);
    const { left, top, right, bottom } = box;
    if (!fits(box, scene)) continue;
    const taken = obstacles.placed.count(left, top, right, bottom, 1);
    if (taken > 0 && !(scene.kept && urgency === "insist")) continue;
    const hubs = obstacles.hubs.count(left + 2, top + 1, right - 2, bottom - 1, 2);
    if (hubs > 0 && urgency !== "insist") continue;
    const dots = obstacles.dots.count(left + 2, top + 2, right - 2, bottom - 2, 6);
    const cost = taken * 20 + dots + hubs * 3 + anchor * 0.12 - (kept === anchor ? 0.9 : 0);
    if (cost >= least) continue;
    least = cost;
    best = { box, anchor };
  }
  if (best === undefined) return undefined;
  const { box, anchor } = best;
  obstacles.placed.add(box.left, box.top, box.right, box.bottom);
  const x = (box.left + box.right) / 2;
  const y = box.top + line / 2 + TYPE[style].size * 0.35;
  const lines = texts.map((text, k) => ({ text, style, x, y: y + k * line }));
  return { kind: "paper", id: i, topic: candidates.topic[i], lines, box, anchor };
}

/** The box of a title at an anchor of a dot, in pixels. */
function boxAt(px: number, py: number, anchor: number, reach: number, width: number, height: number): Box {
  const [h, v] = ANCHORS[anchor];
  const away = h !== 0 && v !== 0 ? reach * 0.72 : reach;
  const left = h > 0 ? px + away : h < 0 ? px - away - width : px - width / 2;
  const top = v > 0 ? py + away - 2 : v < 0 ? py - away - height + 2 : py - height / 2;
  return { left: left - 2, top, right: left + width + 2, bottom: top + height };
}
