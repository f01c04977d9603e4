import { clamp } from "../../kernel/numeric.ts";
import type { Box } from "../camera.ts";
import { dotRadius } from "../dots.ts";
import { TYPE, wrapped } from "../type.ts";
import { fits, type Label, type LabelDesk, type LabelScene, type LabelStock, zoomOf } from "./labels.ts";

/** Dots that are looked at, the largest first: enough to fill a window with titles. */
const IN_VIEW = 1600;
const HUB = 6;
const GAP = 5;

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

/** Titles beside dots: first `collect` what is in view, then `place` the urgent ones, later the others. */
export function placePapers(stock: LabelStock, scene: LabelScene, desk: LabelDesk) {
  const { view, dots, sizes, visible } = scene;
  const candidates: number[] = [];
  const previous = new Map<number, number>();
  for (const label of scene.previous ?? []) if (label.kind === "paper") previous.set(label.id, label.anchor);

  /** Notes the dots in view, the most telling first, as obstacles and candidates. */
  function collect(): void {
    const { order, x, y } = stock;
    let found = 0;
    for (let k = 0; k < order.length && found < IN_VIEW; k++) {
      const i = order[k];
      if (visible !== null && visible[i] === 0) continue;
      const px = x[i] * view.scale + view.dx;
      const py = view.dy - y[i] * view.scale;
      if (px < -20 || py < -20 || px > view.width + 20 || py > view.height + 20) continue;
      found++;
      const r = dotRadius(sizes[i], dots);
      if (r >= 1.6) desk.dots.add(px - r, py - r, px + r, py + r);
      if (r >= HUB) desk.hubs.add(px - r, py - r, px + r, py + r);
      if (candidates.length < 500) candidates.push(i);
    }
  }

  /** Pixels between papers, on average. */
  const spacing = (stock.side * view.scale) / Math.sqrt(Math.max(1, stock.x.length));
  const roomy = spacing > 120;
  const far = stock.x.length > 40 && zoomOf(stock, view) < 1.3;

  /** How many titles a window of this size takes at this zoom. */
  function budget(): number {
    const zoom = zoomOf(stock, view);
    const room = (view.width * view.height) / 24_000;
    const share = Math.min(1.5, 0.34 + 0.3 * Math.max(0, zoom - 0.8));
    // Where papers stand closer than titles are high, titles would only hide them.
    return Math.round(room * share * clamp((spacing - 9) / 14, 0, 1));
  }

  function place(labels: Label[], urgent: boolean): void {
    if (urgent) {
      for (const [k, i] of scene.first.entries()) placeOne(labels, i, true, k < (scene.insist ?? 1));
      return;
    }
    const limit = budget();
    const named = new Set(scene.first);
    let count = 0;
    // Those named a moment ago come first while they are still among the candidates, so that names do not flicker.
    const likely = candidates.slice(0, limit * 2 + 40);
    for (const again of [true, false])
      for (const i of likely) {
        if (count >= limit) return;
        if (previous.has(i) !== again || named.has(i)) continue;
        if (placeOne(labels, i, false)) count++;
      }
  }

  function placeOne(labels: Label[], i: number, urgent: boolean, insist = false): boolean {
    const px = stock.x[i] * view.scale + view.dx;
    const py = view.dy - stock.y[i] * view.scale;
    if (px < 0 || py < 0 || px > view.width || py > view.height) return false;
    const r = dotRadius(sizes[i], dots);
    const style = urgent ? "paperStrong" : "paper";
    // On the far view only papers with a short name are named: cut titles say little there.
    if (!urgent && far && stock.title(i).endsWith("…")) return false;
    const texts = roomy ? wrapped(stock.longTitle(i), style, 190, scene.measure) : [stock.title(i)];
    const width = Math.max(...texts.map((text) => scene.measure(text, style)));
    const line = TYPE[style].size * TYPE[style].leading;
    const height = line * texts.length;
    let best = -1;
    let bestCost = urgent ? 1000 : 2.5;
    let bestBox: Box | undefined;
    const kept = previous.get(i);
    for (let a = 0; a < ANCHORS.length; a++) {
      const [h, v] = ANCHORS[a];
      const reach = r + GAP;
      const diagonal = h !== 0 && v !== 0 ? 0.72 : 1;
      const left = h > 0 ? px + reach * diagonal : h < 0 ? px - reach * diagonal - width : px - width / 2;
      const top =
        v > 0 ? py + reach * diagonal - 2 : v < 0 ? py - reach * diagonal - height + 2 : py - height / 2;
      const box = { left: left - 2, top, right: left + width + 2, bottom: top + height };
      if (!fits(box, scene)) continue;
      if (desk.placed.count(box.left, box.top, box.right, box.bottom, 1) > 0) continue;
      const hubs = desk.hubs.count(left, top + 1, left + width, top + height - 1, 2);
      if (hubs > 0 && !insist) continue;
      const covered = desk.dots.count(left, top + 2, left + width, top + height - 2, 6);
      const cost = covered + hubs * 3 + a * 0.12 - (kept === a ? 0.9 : 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = a;
        bestBox = box;
      }
    }
    if (bestBox === undefined) return false;
    desk.placed.add(bestBox.left, bestBox.top, bestBox.right, bestBox.bottom);
    const { left, right, top } = bestBox;
    const baseline = top + line / 2 + TYPE[style].size * 0.35;
    labels.push({
      kind: "paper",
      id: i,
      topic: stock.topic[i],
      lines: texts.map((text, k) => ({ text, style, x: (left + right) / 2, y: baseline + k * line })),
      box: bestBox,
      anchor: best,
    });
    return true;
  }

  return { collect, place };
}
