import { clamp } from "../../kernel/numeric.ts";
import type { Box } from "../camera.ts";
import { dotRadius } from "../dots.ts";
import { type TextStyle, TYPE, wrapped } from "../type.ts";
import { fits, type Label, type LabelDesk, type LabelScene, type LabelStock, zoomOf } from "./types.ts";

/** Dots that are looked at, the largest first: enough to fill a window with titles. */
const IN_VIEW = 1600;
const CANDIDATES = 500;
/** Dots of this radius and more are obstacles; smaller ones than `SPECK` are none at all. */
const HUB = 6;
const SPECK = 1.6;
const GAP = 5;
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

/** Notes the dots in view as obstacles; hands back the papers that may be named, the largest first. */
export function papersInView(stock: LabelStock, scene: LabelScene, desk: LabelDesk): number[] {
  const { order, x, y } = stock;
  const { view, dots, sizes, visible } = scene;
  const candidates: number[] = [];
  let found = 0;
  for (let k = 0; k < order.length && found < IN_VIEW; k++) {
    const i = order[k];
    if (visible !== null && visible[i] === 0) continue;
    const px = x[i] * view.scale + view.dx;
    const py = view.dy - y[i] * view.scale;
    if (px < -20 || py < -20 || px > view.width + 20 || py > view.height + 20) continue;
    found++;
    const r = dotRadius(sizes[i], dots);
    if (r >= SPECK) desk.dots.add(px - r, py - r, px + r, py + r);
    if (r >= HUB) desk.hubs.add(px - r, py - r, px + r, py + r);
    if (candidates.length < CANDIDATES) candidates.push(i);
  }
  return candidates;
}

/** Titles of the papers that are asked for first. */
export function placeFirst(stock: LabelStock, scene: LabelScene, desk: LabelDesk, labels: Label[]): void {
  for (const [k, i] of scene.first.entries()) {
    const label = titleOf(stock, scene, desk, i, k < (scene.insist ?? 1) ? "insist" : "first");
    if (label !== undefined) labels.push(label);
  }
}

/** Titles of the others, as many as the window takes. */
export function placeOthers(
  stock: LabelStock,
  scene: LabelScene,
  desk: LabelDesk,
  candidates: readonly number[],
  labels: Label[],
): void {
  const limit = roomFor(stock, scene);
  const first = new Set(scene.first);
  const before = anchorsOf(scene, "paper");
  // Those named a moment ago come first while they are still among the candidates, so that names do not flicker.
  const likely = candidates.slice(0, limit * 2 + 40).filter((i) => !first.has(i));
  const ordered = [...likely.filter((i) => before.has(i)), ...likely.filter((i) => !before.has(i))];
  let count = 0;
  for (const i of ordered) {
    if (count >= limit) return;
    const label = titleOf(stock, scene, desk, i, "other");
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
function spacingOf({ side, x }: LabelStock, { view }: LabelScene): number {
  return (side * view.scale) / Math.sqrt(Math.max(1, x.length));
}

/** How many titles a window of this size takes at this zoom. */
function roomFor(stock: LabelStock, scene: LabelScene): number {
  const { view } = scene;
  const room = (view.width * view.height) / 24_000;
  const share = Math.min(1.5, 0.34 + 0.3 * Math.max(0, zoomOf(stock, view) - 0.8));
  // Where papers stand closer than titles are high, titles would only hide them.
  return Math.round(room * share * clamp((spacingOf(stock, scene) - 9) / 14, 0, 1));
}

/** The title of a paper at the best of the places around its dot; undefined where all are taken or too dear. */
function titleOf(
  stock: LabelStock,
  scene: LabelScene,
  desk: LabelDesk,
  i: number,
  urgency: "insist" | "first" | "other",
): Label | undefined {
  const { view, measure } = scene;
  const [px, py] = [stock.x[i] * view.scale + view.dx, view.dy - stock.y[i] * view.scale];
  if (px < 0 || py < 0 || px > view.width || py > view.height) return undefined;
  const style: TextStyle = urgency === "other" ? "paper" : "paperStrong";
  // On the far view only papers with a short name are named: cut titles say little there.
  const isFar = stock.x.length > 40 && zoomOf(stock, view) < 1.3;
  if (urgency === "other" && isFar && stock.title(i).endsWith("…")) return undefined;
  const isRoomy = spacingOf(stock, scene) > 120;
  const texts = isRoomy ? wrapped(stock.longTitle(i), style, 190, measure) : [stock.title(i)];
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
    const taken = desk.placed.count(left, top, right, bottom, 1);
    if (taken > 0 && !(scene.kept && urgency === "insist")) continue;
    const hubs = desk.hubs.count(left + 2, top + 1, right - 2, bottom - 1, 2);
    if (hubs > 0 && urgency !== "insist") continue;
    const dots = desk.dots.count(left + 2, top + 2, right - 2, bottom - 2, 6);
    const cost = taken * 20 + dots + hubs * 3 + anchor * 0.12 - (kept === anchor ? 0.9 : 0);
    if (cost >= least) continue;
    least = cost;
    best = { box, anchor };
  }
  if (best === undefined) return undefined;
  const { box, anchor } = best;
  desk.placed.add(box.left, box.top, box.right, box.bottom);
  const x = (box.left + box.right) / 2;
  const y = box.top + line / 2 + TYPE[style].size * 0.35;
  const lines = texts.map((text, k) => ({ text, style, x, y: y + k * line }));
  return { kind: "paper", id: i, topic: stock.topic[i], lines, box, anchor };
}

/** The box of a title at an anchor of a dot, in pixels. */
function boxAt(px: number, py: number, anchor: number, reach: number, width: number, height: number): Box {
  const [h, v] = ANCHORS[anchor];
  const away = h !== 0 && v !== 0 ? reach * 0.72 : reach;
  const left = h > 0 ? px + away : h < 0 ? px - away - width : px - width / 2;
  const top = v > 0 ? py + away - 2 : v < 0 ? py - away - height + 2 : py - height / 2;
  return { left: left - 2, top, right: left + width + 2, bottom: top + height };
}
