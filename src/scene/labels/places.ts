import type { Box } from "../camera.ts";
import type { Block, Rank } from "./blocks.ts";
import type { Cluster } from "./cells.ts";
import { APART, crosses, distance, leaderOf } from "./leader.ts";
import type { TopicRaster } from "./raster.ts";
import { fits, type LabelCandidates, type LabelScene, type Leader, type Obstacles } from "./types.ts";

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
const STEPS = [0, 0.6, 1.3, 2.2, 3.4] as const;
const AROUND = 1 + RING.length * STEPS.length;
/** Most places on the topic's own papers that are tried. */
const OWN = 14;
/** Pixels below which a line to a topic's paper cannot be seen, and what having one costs. */
const TIED = 14;
const LINE = 0.5;
/** What a line through a name costs; in narrow windows all names stand close. */
const CROSSING = { wide: 1, narrow: 0.4 } as const;
/**
 * Of `few` papers and fewer a name hides none that it can spare. Of `many` and more they fill the ground: that a name
 * stands on its own is worth more there than the dots under it.
 */
const PAPERS = { few: 400, many: 20_000 } as const;
/** What a name costs that lies wholly among other topics' papers. */
const FOREIGN = { some: 2.2, many: 3.6 } as const;
/** What a small and a large paper under a name cost. */
const HIDDEN = { few: [1.2, 0.9], some: [0.28, 0.3], many: [0.12, 0.15] } as const;
/**
 * Places dearer than this are worse than no name. In narrow windows, where names fill the map, the limit is lower, but not
 * for large topics: a large area without a name is missed more than the dots under one. In low ones it is lower, too:
 * names that find no place in the middle would stand far to the sides, with lines across the whole map.
 */
const DEAREST = { wide: 5, low: 2.8, narrow: { large: 3.2, other: 2.4 } } as const;
/** A window is narrow that is less wide than this, low that is less high, as it is over a table. */
const LEAST = { width: 640, height: 400 } as const;

/** What names are placed by: the map, the moment, what they keep clear of, and whose papers stand where. */
export interface Setting {
  readonly candidates: LabelCandidates;
  readonly scene: LabelScene;
  readonly obstacles: Obstacles;
  readonly raster: TopicRaster;
}

/** A place for a label; `anchor` names it, so that the label can keep it. */
export interface Place {
  readonly box: Box;
  readonly anchor: number;
  readonly cost: number;
  readonly block: Block;
  /** The line that ties the label to its topic, where it stands apart. */
  readonly leader?: Leader;
}

/** What is to be placed: a topic's number, its papers in view, and how its name can be written. */
export interface Wanted {
  readonly topic: number;
  readonly cluster: Cluster;
  /** The cluster's box, not narrower than a dot. */
  readonly area: Box;
  readonly blocks: readonly Block[];
  readonly rank: Rank;
  readonly kept: number | undefined;
}

/**
 * The cheapest place for a topic's name that overlaps none of `taken`, where its own papers are the nearest, or from
 * which a line leads to them: where it hides few papers, does not lie among another topic's, and is not far from its
 * own; and the way of writing it that goes there. Undefined where all are too dear. With `only`, no other place is
 * looked at than the one so named.
 */
export function topicPlace(
  setting: Setting,
  wanted: Wanted,
  taken: readonly Place[],
  only?: number,
): Place | undefined {
  const { scene, obstacles, candidates, raster } = setting;
  const { topic, area, blocks, kept, cluster, rank } = wanted;
  const width = scene.view.width >= LEAST.width ? "wide" : "narrow";
  let best: Place | undefined;
  let least = dearest(scene, rank);
  for (const [b, block] of blocks.entries())
    for (let a = 0; a < AROUND + OWN; a++) {
      const anchor = b * 100 + a;
      if (only !== undefined && anchor !== only) continue;
      const middle = a < AROUND ? around(a, area, block) : onPaper(a - AROUND, setting, cluster);
      if (middle === undefined) break;
      const [x, y, away] = middle;
      const box = nudged(boxAt(x, y, block), scene);
      if (box === undefined) continue;
      const before = kept === anchor ? -0.6 : 0;
      let cost = block.cost + away + distance(box, area) / 42 + before;
      if (cost >= least || taken.some((other) => touch(box, other.box))) continue;
      if (isTaken(obstacles, box)) continue;
      cost += foreign(setting, topic, box);
      if (cost >= least) continue;
      cost += hidden(setting, box, block);
      if (cost >= least) continue;
      const isApart = distance(box, area) >= APART;
      const isOwn = raster.isNearest(topic, box);
      const leader = isOwn && !isApart ? undefined : leaderOf(box, cluster, candidates, scene, TIED);
      if (!isOwn && leader === undefined) continue;
      cost += (leader ? LINE : 0) + CROSSING[width] * crossings(box, leader, taken);
      if (cost >= least) continue;
      least = cost;
      best = { box, anchor, cost, block, ...(leader && { leader }) };
    }
  return best;
}

function dearest({ view }: LabelScene, rank: Rank): number {
  if (view.width < LEAST.width) return DEAREST.narrow[rank === "large" ? "large" : "other"];
  return view.height < LEAST.height ? DEAREST.low : DEAREST.wide;
}

/** A sub-topic's name hides no more dots than this where there is room, and no large one; elsewhere up to so many large ones. */
const HIDES = { dots: 6, hubs: 0, most: 3 } as const;

/**
 * A place for a sub-topic's name: in the middle of its papers in view, or on one of a few of them, the first that hides
 * little, else the one that hides the fewest large dots, or nowhere.
 */
export function subtopicPlace(
  setting: Setting,
  topic: number,
  cluster: Cluster,
  block: Block,
): Place | undefined {
  const { scene, obstacles, raster } = setting;
  let [best, fewest]: [Place | undefined, number] = [undefined, HIDES.most + 1];
  for (let anchor = 0; anchor <= OWN; anchor++) {
    const middle = anchor === 0 ? around(0, cluster.box, block) : onPaper(anchor - 1, setting, cluster);
    if (middle === undefined) break;
    const box = nudged(boxAt(middle[0], middle[1], block), scene);
    if (box === undefined || isTaken(obstacles, box)) continue;
    const { left, top, right, bottom } = box;
    const hubs = obstacles.hubs.count(left, top, right, bottom, fewest);
    if (hubs >= fewest || !raster.isNearest(topic, box)) continue;
    const place = { box, anchor, cost: 0, block };
    const isClear = obstacles.dots.count(left, top, right, bottom, HIDES.dots + 2) <= HIDES.dots;
    if (hubs <= HIDES.hubs && isClear) return place;
    [best, fewest] = [place, Math.max(1, hubs)];
  }
  return best;
}

function isTaken({ placed }: Obstacles, { left, top, right, bottom }: Box): boolean {
  return placed.count(left - 3, top - 2, right + 3, bottom + 2, 1) > 0;
}

/** Places in and around the box of a topic: x, y and what the place costs beside the best of its like. */
function around(a: number, area: Box, block: Block): [number, number, number] {
  const [h, v] = a === 0 ? [0, 0] : RING[(a - 1) % RING.length];
  const step = a === 0 ? 0 : STEPS[Math.floor((a - 1) / RING.length)];
  const reachX = (area.right - area.left) / 2 + (Math.abs(h) === 1 ? block.width * 0.5 : 0);
  const reachY = (area.bottom - area.top) / 2 + block.height * 0.5;
  return [
    (area.left + area.right) / 2 + h * (reachX + step * block.height),
    (area.top + area.bottom) / 2 + v * (reachY + step * block.height),
    a === 0 ? 0 : (v === -1 ? 0 : 0.2) + (h === 0 ? 0 : 0.1),
  ];
}

/** Places on the topic's own papers, for when the middle between them is not theirs or taken. */
function onPaper(
  k: number,
  { candidates: { x, y }, scene: { view } }: Setting,
  { papers }: Cluster,
): [number, number, number] | undefined {
  const count = Math.min(OWN, papers.length);
  if (k >= count) return undefined;
  const i = papers[Math.floor(((k + 0.5) * papers.length) / count)];
  return [x[i] * view.scale + view.dx, view.dy - y[i] * view.scale, 0.3];
}

/** How much of a label lies among other topics' papers (dear) and among its own (cheap). */
function foreign({ raster, candidates }: Setting, topic: number, box: Box): number {
  let [other, own] = [0, 0];
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 6; c++) {
      const x = box.left + ((c + 0.5) / 6) * (box.right - box.left);
      const y = box.top + ((r + 0.5) / 3) * (box.bottom - box.top);
      const owner = raster.ownerAt(x, y);
      if (owner === topic) own++;
      else if (owner >= 0) other++;
    }
  return (other * (candidates.x.length < PAPERS.many ? FOREIGN.some : FOREIGN.many) + own * 0.25) / 18;
}

/** How many lines would run through names. */
function crossings(box: Box, leader: Leader | undefined, taken: readonly Place[]): number {
  let count = 0;
  for (const other of taken) {
    if (leader && crosses(leader, other.box)) count++;
    if (other.leader && crosses(other.leader, box)) count++;
  }
  return count;
}

/** What papers under a label cost: many small ones as much as a few large. Dots beside a short line are not under it. */
function hidden({ candidates, obstacles, raster }: Setting, box: Box, block: Block): number {
  const n = candidates.x.length;
  const [each, hub] = HIDDEN[n <= PAPERS.few ? "few" : n < PAPERS.many ? "some" : "many"];
  const middle = (box.left + box.right) / 2;
  let [top, dots, hubs] = [box.top, 0, 0];
  for (const { width, height } of block.lines) {
    const [left, right, bottom] = [middle - width / 2, middle + width / 2, top + height];
    dots += obstacles.dots.count(left, top + 2, right, bottom - 2, 6);
    hubs += obstacles.hubs.count(left, top + 2, right, bottom - 2, 4);
    top = bottom;
  }
  return Math.min(6, dots) * each + Math.min(4, hubs) * hub + Math.min(3, raster.crowding(box)) * 0.25;
}

function boxAt(x: number, y: number, { width, height }: Block): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function touch(a: Box, b: Box): boolean {
  return a.left - 6 < b.right && a.right + 6 > b.left && a.top - 4 < b.bottom && a.bottom + 4 > b.top;
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
