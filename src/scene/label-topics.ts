import { clamp } from "../kernel/numeric.ts";
import type { Box } from "./camera.ts";
import { crowding } from "./crowd.ts";
import {
  fits,
  type Label,
  type LabelDesk,
  type LabelScene,
  type LabelStock,
  type TextLine,
  zoomOf,
} from "./labels.ts";
import { type TextStyle, TYPE, wrapped } from "./type.ts";

/** From the middle of a topic, in units of its half extent, and outwards by multiples of the label's height. */
const RING = [
  [0, -1],
  [0, 1],
  [-0.6, -1],
  [0.6, -1],
  [1, 0],
  [-1, 0],
  [-0.6, 1],
  [0.6, 1],
] as const;
const STEPS = [0, 0.8, 1.8, 3] as const;

interface Block {
  readonly lines: readonly { readonly text: string; readonly style: TextStyle }[];
  readonly width: number;
  readonly height: number;
}

/**
 * Names of topics or sub-topics, the largest first. A name stands where it hides fewest papers and is not far from its
 * topic; when it stands apart, a leader line ties it to the topic.
 */
export function placeTopics(
  stock: LabelStock,
  scene: LabelScene,
  desk: LabelDesk,
  labels: Label[],
  level: "topic" | "subtopic",
): void {
  const { view } = scene;
  const zoom = zoomOf(stock, view);
  if (level === "subtopic" && zoom < 1.5) return;
  const previous = new Map<number, number>();
  for (const label of scene.previous ?? []) if (label.kind === level) previous.set(label.id, label.anchor);
  for (const topic of stock.topics) {
    if (topic.parent >= 0 !== (level === "subtopic") || topic.extent.count === 0) continue;
    const area = onScreen(topic.extent, scene);
    if (area === undefined) continue;
    const wide = area.right - area.left;
    if (level === "subtopic" && wide < 70) continue;
    for (const block of blocks(topic.name, level === "topic" ? topic.terms : "", level, scene)) {
      const found = bestPlace(stock, scene, desk, area, block, level, previous.get(topic.id));
      if (found === undefined) continue;
      const { box, anchor } = found;
      desk.placed.add(box.left - 3, box.top - 2, box.right + 3, box.bottom + 2);
      const leader = leaderOf(box, topic.extent, scene);
      labels.push({
        kind: level,
        id: topic.id,
        topic: level === "topic" ? topic.id : topic.parent,
        lines: setLines(block, box),
        box,
        anchor,
        ...(leader === undefined ? {} : { leader }),
      });
      break;
    }
  }
}

/** The part of a topic that the window shows, in pixels; undefined when it shows too little of it. */
function onScreen(extent: Box, { view, insets }: LabelScene): Box | undefined {
  const left = Math.max(extent.left * view.scale + view.dx, insets.left);
  const right = Math.min(extent.right * view.scale + view.dx, view.width - insets.right);
  const top = Math.max(view.dy - extent.bottom * view.scale, insets.top);
  const bottom = Math.min(view.dy - extent.top * view.scale, view.height - insets.bottom);
  return right - left < 12 || bottom - top < 12 ? undefined : { left, right, top, bottom };
}

/** Ways to set a name, the fullest first: with terms, without, smaller. */
function blocks(name: string, terms: string, level: "topic" | "subtopic", scene: LabelScene): Block[] {
  const narrow = Math.min(240, scene.view.width * 0.42);
  const set = (style: TextStyle, withTerms: boolean): Block => {
    const lines: { text: string; style: TextStyle }[] = wrapped(name, style, narrow, scene.measure).map(
      (text) => ({
        text,
        style,
      }),
    );
    if (withTerms && terms !== "") lines.push({ text: terms, style: "terms" });
    const width = Math.max(...lines.map((l) => scene.measure(l.text, l.style)));
    const height = lines.reduce((sum, l) => sum + TYPE[l.style].size * TYPE[l.style].leading, 0);
    return { lines, width, height };
  };
  if (level === "subtopic") return [set("subtopic", false)];
  const large = scene.view.width >= 640;
  return large
    ? [set("topic", true), set("topic", false), set("topicSmall", false)]
    : [set("topicSmall", false)];
}

function bestPlace(
  stock: LabelStock,
  scene: LabelScene,
  desk: LabelDesk,
  area: Box,
  block: Block,
  level: "topic" | "subtopic",
  kept: number | undefined,
): { box: Box; anchor: number } | undefined {
  const middleX = (area.left + area.right) / 2;
  const middleY = (area.top + area.bottom) / 2;
  let best: { box: Box; anchor: number } | undefined;
  let bestCost = level === "topic" ? Infinity : 3.2;
  const steps = level === "topic" ? STEPS : [0];
  for (let a = 0; a <= RING.length * steps.length; a++) {
    const [h, v] = a === 0 ? [0, 0] : RING[(a - 1) % RING.length];
    const step = a === 0 ? 0 : steps[Math.floor((a - 1) / RING.length)];
    const inset = level === "topic" ? 0.5 : -0.1;
    const reachX = (area.right - area.left) / 2 + block.width * (h === 1 || h === -1 ? inset : 0);
    const reachY = (area.bottom - area.top) / 2 + block.height * inset;
    const x = middleX + h * (reachX + step * block.height);
    const y = middleY + v * (reachY + step * block.height);
    const box = {
      left: x - block.width / 2,
      right: x + block.width / 2,
      top: y - block.height / 2,
      bottom: y + block.height / 2,
    };
    const clear = nudged(box, scene);
    if (clear === undefined) continue;
    if (desk.placed.count(clear.left - 3, clear.top - 2, clear.right + 3, clear.bottom + 2, 1) > 0) continue;
    const hubs = desk.hubs.count(clear.left, clear.top, clear.right, clear.bottom, 4);
    if (level === "subtopic" && hubs > 0) continue;
    const away = a === 0 ? 0 : (step * block.height) / 62 + (v === -1 ? 0 : 0.25) + (h === 0 ? 0 : 0.12);
    const dots = Math.min(4, crowding(stock.crowd, scene.view, clear));
    const cost = dots * 0.8 + hubs * 0.7 + away - (kept === a ? 0.7 : 0);
    if (cost < bestCost) {
      bestCost = cost;
      best = { box: clear, anchor: a };
    }
  }
  return best;
}

/** Moves a box that sticks out of the window by a little back into it; undefined when it sticks out by much. */
function nudged(box: Box, scene: LabelScene): Box | undefined {
  const { view, insets } = scene;
  const right = Math.min(0, view.width - insets.right - 6 - box.right);
  const down = Math.min(0, view.height - insets.bottom - 6 - box.bottom);
  const dx = right + Math.max(0, insets.left + 6 - box.left - right);
  const dy = down + Math.max(0, insets.top + 6 - box.top - down);
  if (Math.abs(dx) > 90 || Math.abs(dy) > 60) return undefined;
  const moved = { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
  return fits(moved, scene) ? moved : undefined;
}

/** A line from the label's near side to the topic's middle, where the topic's papers are well outside of the label. */
function leaderOf(box: Box, extent: Box, { view }: LabelScene): Label["leader"] {
  const left = extent.left * view.scale + view.dx;
  const right = extent.right * view.scale + view.dx;
  const top = view.dy - extent.bottom * view.scale;
  const bottom = view.dy - extent.top * view.scale;
  const gapX = Math.max(left - box.right, box.left - right);
  const gapY = Math.max(top - box.bottom, box.top - bottom);
  if (Math.max(gapX, gapY) < 36) return undefined;
  // It ends a little inside of the topic, on the side that faces the label.
  const nearX = Math.min(18, (right - left) / 4);
  const nearY = Math.min(18, (bottom - top) / 4);
  const tx = clamp((box.left + box.right) / 2, left + nearX, right - nearX);
  const ty = clamp((box.top + box.bottom) / 2, top + nearY, bottom - nearY);
  const sx = clamp(tx, box.left, box.right);
  const sy = ty < box.top ? box.top - 2 : ty > box.bottom ? box.bottom + 2 : (box.top + box.bottom) / 2;
  return [sx, sy, tx, ty];
}

function setLines(block: Block, box: Box): TextLine[] {
  let y = box.top;
  const x = (box.left + box.right) / 2;
  return block.lines.map(({ text, style }) => {
    const height = TYPE[style].size * TYPE[style].leading;
    y += height;
    return { text, style, x, y: y - height / 2 + TYPE[style].size * 0.35 };
  });
}
