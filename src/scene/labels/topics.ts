import type { Box } from "../camera.ts";
import { TYPE } from "../type.ts";
import { type Block, type Rank, subtopicBlock, topicBlocks } from "./blocks.ts";
import { anchorsOf } from "./papers.ts";
import { subtopicPlace, topicPlace, type Wanted } from "./places.ts";
import {
  type Extent,
  type Label,
  type LabelDesk,
  type LabelScene,
  type LabelStock,
  type TextLine,
  zoomOf,
} from "./types.ts";

/** How often names may change places after the first round, to make room for each other. */
const ROUNDS = 2;
/** A name that stands no dearer than this does not look for a better place. */
const CONTENT = 0.9;
/** Extents narrower than this are treated as this wide, so that a topic of one paper has a place for its name. */
const LEAST_EXTENT = 16;

/**
 * Names of the first-level topics, the largest first, then in rounds: each looks again for a better place among the
 * others. When a name stands apart, a leader line ties it to its topic.
 */
export function placeTopics(stock: LabelStock, scene: LabelScene, desk: LabelDesk, labels: Label[]): void {
  const previous = anchorsOf(scene, "topic");
  const wanted: Wanted[] = [];
  const topics = stock.topics.filter((t) => t.parent < 0 && t.extent.count > 0 && isShown(scene, t.id));
  const mean = topics.reduce((sum, t) => sum + t.extent.count, 0) / Math.max(1, topics.length);
  for (const { id, name, terms, extent } of topics) {
    const area = onScreen(extent, scene);
    if (area === undefined) continue;
    const rank: Rank =
      extent.count >= mean * 1.15 ? "large" : extent.count >= mean * 0.6 ? "middle" : "small";
    wanted.push({ topic: id, area, blocks: topicBlocks(name, terms, rank, scene), kept: previous.get(id) });
  }
  const found = wanted.map((): ReturnType<typeof topicPlace> => undefined);
  const others = (k: number) =>
    found.flatMap((place, other) => (place === undefined || other === k ? [] : [place]));
  // A name that stands well stays: that is calm to look at, and quick.
  for (const [k, one] of wanted.entries()) {
    if (one.kept === undefined) continue;
    const place = topicPlace(stock, scene, desk, one, others(k), one.kept);
    if (place !== undefined && place.cost <= CONTENT) found[k] = place;
  }
  const settled = new Set(found.flatMap((place, k) => (place === undefined ? [] : [k])));
  const rounds = previous.size > 0 ? 0 : ROUNDS;
  for (let round = 0; round <= rounds; round++)
    for (const [k, one] of wanted.entries())
      if (!settled.has(k)) found[k] = topicPlace(stock, scene, desk, one, others(k));
  for (const [k, { topic }] of wanted.entries()) {
    const place = found[k];
    if (place === undefined) continue;
    put(labels, desk, "topic", topic, topic, place.block, place, place.leader);
  }
}

/** Names of sub-topics, where the view is near enough and they hide nothing that matters. */
export function placeSubtopics(stock: LabelStock, scene: LabelScene, desk: LabelDesk, labels: Label[]): void {
  if (zoomOf(stock, scene.view) < 1.5) return;
  for (const topic of stock.topics) {
    if (topic.parent < 0 || topic.extent.count === 0 || !isShown(scene, topic.parent)) continue;
    const area = onScreen(topic.extent, scene);
    if (area === undefined || area.right - area.left < 70) continue;
    const block = subtopicBlock(topic.name, scene);
    const place = subtopicPlace(scene, desk, area, block);
    if (place) put(labels, desk, "subtopic", topic.id, topic.parent, block, place);
  }
}

function isShown({ shown }: LabelScene, topic: number): boolean {
  return shown === undefined || shown[topic] !== 0;
}

function put(
  labels: Label[],
  desk: LabelDesk,
  kind: "topic" | "subtopic",
  id: number,
  topic: number,
  block: Block,
  { box, anchor }: { readonly box: Box; readonly anchor: number },
  leader?: Label["leader"],
): void {
  desk.placed.add(box.left - 3, box.top - 2, box.right + 3, box.bottom + 2);
  labels.push({
    kind,
    id,
    topic,
    lines: setLines(block, box),
    box,
    anchor,
    ...(leader === undefined ? {} : { leader }),
  });
}

/** The part of a topic that the window shows, in pixels; undefined when it shows too little of it. */
function onScreen(extent: Extent, { view, insets }: LabelScene): Box | undefined {
  const x = extent.x * view.scale + view.dx;
  const y = view.dy - extent.y * view.scale;
  const left = Math.max(Math.min(extent.left * view.scale + view.dx, x - LEAST_EXTENT / 2), insets.left);
  const right = Math.min(
    Math.max(extent.right * view.scale + view.dx, x + LEAST_EXTENT / 2),
    view.width - insets.right,
  );
  const top = Math.max(Math.min(view.dy - extent.bottom * view.scale, y - LEAST_EXTENT / 2), insets.top);
  const bottom = Math.min(
    Math.max(view.dy - extent.top * view.scale, y + LEAST_EXTENT / 2),
    view.height - insets.bottom,
  );
  return right - left < 12 || bottom - top < 12 ? undefined : { left, right, top, bottom };
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
