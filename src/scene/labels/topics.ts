import { countOnes } from "../../kernel/columns.ts";
import { oncePer } from "../../kernel/once.ts";
import type { IdColumn } from "../../model/levels.ts";
import type { Box } from "../camera.ts";
import { TYPE } from "../type.ts";
import { type Block, type Rank, subtopicBlock, topicBlocks } from "./blocks.ts";
import type { Cluster } from "./cells.ts";
import { halvesOf } from "./headline.ts";
import { anchorsOf } from "./papers.ts";
import { type Place, type Setting, subtopicPlace, topicPlace, type Wanted } from "./places.ts";
import { topicRaster } from "./raster.ts";
import {
  type Label,
  type LabelCandidates,
  type LabelScene,
  type Obstacles,
  type TextLine,
  zoomOf,
} from "./types.ts";

/** How often names may change places after the first round, to make room for each other. */
const ROUNDS = 2;
/** A name that stands no dearer than this does not look for a better place. */
const CONTENT = 1.6;
/** A topic with fewer papers in view than this share of all is not named there, unless it has a few. */
const LEAST = { share: 1 / 40, papers: 4 } as const;
/**
 * Nor is one of which strays alone are in view: a smaller share of its papers than `own`, of those in view than `seen`
 * (of one paper all is no share), and fewer that stand together than `together`.
 */
const STRAYS = { own: 1 / 4, seen: 1 / 5, together: 8 } as const;
/** Clusters narrower than this are treated as this wide, so that one paper has a place for its topic's name. */
const LEAST_EXTENT = 16;
/**
 * Sub-topics are named from this zoom on, where their papers spread over so many pixels, and what they divide into from
 * so many times as near for each level.
 */
const SUBTOPICS = { zoom: 1.5, width: 70, deeper: 2 } as const;
/** Areas give way to topics where the map has so many square pixels a topic: about where all names find a place. */
const ROOM_FOR_TOPICS = 30_000;

/** The level that the large names are of: areas while a map that has them is far away, else topics. */
export function headLevel({ main, topics, frame }: LabelCandidates, { view }: LabelScene): number {
  if (main === 0) return 0;
  const count = topics.reduce((sum, { level }) => sum + (level === main ? 1 : 0), 0);
  const side = frame.side * view.scale;
  return side * side < ROOM_FOR_TOPICS * count ? 0 : main;
}

/**
 * Names of what is on a level (areas or topics), the largest first, then in rounds: each looks again for a better place
 * among the others. When a name stands apart, a leader line ties it to its topic.
 */
export function placeTopics(
  candidates: LabelCandidates,
  scene: LabelScene,
  obstacles: Obstacles,
  inView: readonly number[],
  labels: Label[],
  head: number,
): void {
  const column = candidates.heads[head];
  const raster = topicRaster(candidates, column, inView, scene);
  const setting: Setting = { candidates, scene, obstacles, raster };
  const kind = head < candidates.main ? "area" : "topic";
  const previous = anchorsOf(scene, kind);
  const topics = candidates.topics.filter(
    ({ id, level }) => level === head && raster.clusters[id] !== undefined,
  );
  const mean = topics.reduce((sum, { size }) => sum + size, 0) / Math.max(1, topics.length);
  const further = furtherTerms(candidates, scene, head);
  const isThere = presence(candidates, column, scene, inView);
  const wanted = topics.flatMap(({ id, whole, name, terms, size }): Wanted[] => {
    const cluster = raster.clusters[id];
    if (cluster === undefined || !isThere(id, size, cluster)) return [];
    const rank: Rank = size >= mean * 1.15 ? "large" : size >= mean * 0.6 ? "middle" : "small";
    const blocks = topicBlocks({ whole, name, terms: further(terms) }, rank, scene);
    return [{ topic: id, cluster, area: widened(cluster.box), blocks, rank, kept: previous.get(id) }];
  });
  const found: (Place | undefined)[] = wanted.map(() => undefined);
  const others = (k: number) =>
    found.flatMap((place, other) => (place === undefined || other === k ? [] : [place]));
  // A name that stands well stays: that is calm to look at, and quick.
  for (const [k, one] of wanted.entries()) {
    if (one.kept === undefined) continue;
    const place = topicPlace(setting, one, others(k), one.kept);
    if (place !== undefined && place.cost <= CONTENT) found[k] = place;
  }
  const settled = new Set(found.flatMap((place, k) => (place === undefined ? [] : [k])));
  const rounds = previous.size > 0 ? 0 : ROUNDS;
  for (let round = 0; round <= rounds; round++)
    for (const [k, one] of wanted.entries())
      if (!settled.has(k)) found[k] = topicPlace(setting, one, others(k));
  for (const [k, { topic }] of wanted.entries()) {
    const place = found[k];
    if (place !== undefined)
      put(
        labels,
        obstacles,
        { kind, id: topic, topic: topics.find(({ id }) => id === topic)?.within ?? topic },
        place,
      );
  }
}

/** Of the terms below a name those that are not names of what it divides into, where these are named, too. */
function furtherTerms({ topics, main, frame }: LabelCandidates, { view }: LabelScene, head: number) {
  const isDivided = head < main || zoomOf(frame, view) >= SUBTOPICS.zoom;
  const parts = new Set(
    isDivided ? topics.flatMap(({ level, names }) => (level === head + 1 ? names.slice(0, 1) : [])) : [],
  );
  return (terms: string) =>
    terms
      .split(" · ")
      .filter((term) => halvesOf(term).every((half) => !parts.has(half)))
      .join(" · ");
}

/** Tells of which topics more than strays are in view. All their papers there count: where papers are few, those that stand together are fewer still. */
function presence(
  { x, y }: LabelCandidates,
  topic: IdColumn,
  { visible, view, insets }: LabelScene,
  inView: readonly number[],
): (id: number, size: number, cluster: Cluster) => boolean {
  const count = (counts: Map<number, number>, i: number) =>
    counts.set(topic[i], (counts.get(topic[i]) ?? 0) + 1);
  const seenOf = new Map<number, number>();
  for (const i of inView) {
    const px = x[i] * view.scale + view.dx;
    const py = view.dy - y[i] * view.scale;
    const isSeen =
      px >= insets.left &&
      py >= insets.top &&
      px <= view.width - insets.right &&
      py <= view.height - insets.bottom;
    if (isSeen) count(seenOf, i);
  }
  // Of a topic that filters leave one paper of, that is all.
  const passing = visible && passingOf(topic)(visible);
  return (id, size, cluster) => {
    const seen = seenOf.get(id) ?? 0;
    if (seen < Math.min(LEAST.papers, inView.length * LEAST.share)) return false;
    return (
      seen >= (passing?.[id] || size) * STRAYS.own ||
      (seen > 1 && seen >= inView.length * STRAYS.seen) ||
      cluster.size >= STRAYS.together
    );
  };
}

/** By id: how many papers of a topic are visible; counted once a filter. O(papers) */
const passingOf = oncePer((topic: IdColumn) => {
  let ids = 0;
  for (let i = 0; i < topic.length; i++) if (topic[i] >= ids) ids = topic[i] + 1;
  return oncePer((visible: Uint8Array) => countOnes(topic, visible, ids));
});

/** Names of what the head level divides into, level by level, the larger first, where the view is near enough and they hide nothing that matters. */
export function placeSubtopics(
  candidates: LabelCandidates,
  scene: LabelScene,
  obstacles: Obstacles,
  inView: readonly number[],
  labels: Label[],
  head: number,
): void {
  const zoom = zoomOf(candidates.frame, scene.view);
  const { main, heads, levels } = candidates;
  const shown = namesOn(labels);
  let least: number = SUBTOPICS.zoom;
  for (let at = head + 1; ; at++) {
    if (at > main) {
      if (head < main || zoom < least) return;
      least *= SUBTOPICS.deeper;
    }
    const column = at > main ? levels()[at - main] : heads[at];
    if (!column) return;
    const raster = topicRaster(candidates, column, inView, scene);
    const setting: Setting = { candidates, scene, obstacles, raster };
    const kind = at > main ? "subtopic" : "topic";
    for (const { id, level, within, names } of candidates.topics) {
      const cluster = level === at ? raster.clusters[id] : undefined;
      if (cluster === undefined || cluster.box.right - cluster.box.left < SUBTOPICS.width) continue;
      const name = names.find((one) => !withHalves(one).some((half) => shown.has(half)));
      if (name === undefined) continue;
      const place = subtopicPlace(setting, id, cluster, subtopicBlock(name, at - main, scene));
      if (!place) continue;
      put(labels, obstacles, { kind, id, topic: within }, place);
      for (const half of withHalves(name)) shown.add(half);
    }
  }
}

/** The names on some labels, each half of them by itself, too: nothing else in the window is called so. */
function namesOn(labels: readonly Label[]): Set<string> {
  const texts = labels.map(({ lines }) =>
    lines.flatMap(({ text, style }) => (style === "terms" ? [] : [text])).join(" "),
  );
  return new Set(texts.flatMap(withHalves));
}

function withHalves(name: string): string[] {
  return [name, ...halvesOf(name)];
}

function put(
  labels: Label[],
  { placed }: Obstacles,
  what: Pick<Label, "kind" | "id" | "topic">,
  { box, anchor, block, leader }: Place,
): void {
  placed.add(box.left - 3, box.top - 2, box.right + 3, box.bottom + 2);
  labels.push({ ...what, lines: setLines(block, box), box, anchor, ...(leader && { leader }) });
}

/** A box that is not narrower than `LEAST_EXTENT`. */
function widened({ left, top, right, bottom }: Box): Box {
  const across = Math.max(0, LEAST_EXTENT - (right - left)) / 2;
  const down = Math.max(0, LEAST_EXTENT - (bottom - top)) / 2;
  return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
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
