import { quickselect } from "d3";
import { groupBy } from "../kernel/columns.ts";
import { clamp } from "../kernel/numeric.ts";
import { oncePer } from "../kernel/once.ts";
import type { TopicMap } from "../model/map.ts";
import { boundsOf, type View } from "./camera.ts";
import { mix } from "./color.ts";
import { type LinkFilter, type Links, passes } from "./links.ts";
import { linkShare } from "./look.ts";
import type { Mark } from "./mark.ts";
import type { Ring } from "./rings.ts";
import type { Theme } from "./theme.ts";

/** All links between two first-level topics as one: ends in map units, and the share of the widest band's links. */
export interface Band {
  /** The topic of the lower number, and the other. */
  readonly topics: readonly [number, number];
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** 0 to 1. */
  readonly share: number;
}

/** What a picture of bands depends on. */
interface Banded {
  readonly bands: readonly Band[];
  /** From 1, where links between topics are bundled, to 0, where each is seen. */
  readonly bundled: number;
  /** Bands are not drawn over it. */
  readonly relief?: unknown;
  readonly view: View;
  readonly theme: Theme;
  readonly colors: readonly string[];
  readonly emphasis: { readonly dims: boolean };
  /** The band under the pointer. */
  readonly pointedBand?: Band | undefined;
  /** Where years go by: a band is there as far as both its topics are. */
  readonly passing?: { readonly weights: Float32Array } | undefined;
}

/*
 * Found by eye on the demo (144 papers), vispubdata (2,867) and arXiv (10,000), in both themes.
 */

/** Links are bundled until the map is so many times the window's size, and single from the other on; at home it is 0.8. */
const SIZE = { bundled: 1.05, single: 1.75 } as const;
/** So many links, the strongest of each paper first, are counted: in large maps they stand for all. */
const COUNTED = 60_000;
/** Most bands a topic: more would be a web that nobody reads. */
const MOST = 2;
/** The widest band as a share of the window's shorter side, and the width in pixels under which none is drawn. */
const WIDTH = { most: 0.02, least: 0.9 } as const;
/** Opacity, and how grey the mixed colours of both topics are: of most pairs the mixture is a brown. */
const LOOK = { light: 0.26, dark: 0.36, pointed: 0.62, grey: 0.72 } as const;
/** How far a band's middle is off the straight line, as a share of its length: bands that cross part. */
const BOW = 0.12;
/** How wide a band is at its ends, beside its middle. */
const ENDS = 0.4;
/** Points along a band. */
const POINTS = 12;

/** How far links between topics are bundled in a view, 1 (the whole map is seen) to 0 (near). */
export function bundledAt(map: TopicMap, { scale, width, height }: View): number {
  const { left, right, top, bottom } = boundsOf(map.x, map.y) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const size = scale * Math.max((right - left) / width, (bottom - top) / height);
  const t = clamp((size - SIZE.bundled) / (SIZE.single - SIZE.bundled), 0, 1);
  return 1 - t * t * (3 - 2 * t);
}

/** The widest bands of a map, the widest first. O(links + papers log papers). */
export function bandsOf(map: TopicMap, links: Links, filter: LinkFilter, visible: Uint8Array | null): Band[] {
  if (links.weight.length === 0) return [];
  const middles = middlesOf(map);
  const found = new Map<number, number>();
  const last = Math.min(links.weight.length, COUNTED);
  for (let e = 0; e < last; e++) {
    const pair = pairOf(map, links, e, filter, visible);
    if (pair >= 0) found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  const most = Math.max(1, ...found.values());
  return [...found]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST * middles.length)
    .map(([pair, n]) => {
      const topics = [Math.floor(pair / map.topics.length), pair % map.topics.length] as const;
      return { topics, from: middles[topics[0]], to: middles[topics[1]], share: n / most };
    });
}

/** How many links that pass and whose papers are visible lead between the topics of a band. O(links). */
export function countLinks(
  map: TopicMap,
  links: Links,
  { topics: [a, b] }: Band,
  filter: LinkFilter,
  visible: Uint8Array | null,
): number {
  const wanted = a * map.topics.length + b;
  let count = 0;
  for (let e = 0; e < links.weight.length; e++)
    if (pairOf(map, links, e, filter, visible) === wanted) count++;
  return count;
}

/** The topics of a link as one number; −1 where it stays in one, has none at an end, or is not shown. */
function pairOf(map: TopicMap, links: Links, e: number, filter: LinkFilter, visible: Uint8Array | null) {
  const [i, j] = [links.source[e], links.target[e]];
  const [s, t] = [map.topic[i], map.topic[j]];
  if (s === t || s < 0 || t < 0 || !passes(links, e, filter)) return -1;
  if (visible !== null && (visible[i] === 0 || visible[j] === 0)) return -1;
  return Math.min(s, t) * map.topics.length + Math.max(s, t);
}

/** By first-level topic the median of its papers' places, which strays do not move, in map units. */
const middlesOf = oncePer(({ topics, topic, x, y }: TopicMap) => {
  const count = topics.filter(({ parent }) => parent === undefined).length;
  const { start, item } = groupBy(topic, count);
  const median = (column: Float32Array, t: number) => {
    const own = Float32Array.from(item.subarray(start[t], start[t + 1]), (i) => column[i]);
    return quickselect(own, own.length >> 1)[own.length >> 1] ?? 0;
  };
  return Array.from({ length: count }, (_, t) => [median(x, t), median(y, t)] as const);
});

/** Width of a band in pixels; 0 where it is not drawn. */
export function bandWidth({ share }: Band, { width, height }: View): number {
  const wide = share * Math.min(width, height) * WIDTH.most;
  return wide < WIDTH.least ? 0 : wide;
}

/** A point of a band in pixels, t (0 to 1) of the way along it, and its direction there. */
function along({ from, to }: Band, { scale, dx, dy }: View, t: number) {
  const [ax, ay, bx, by] = [
    from[0] * scale + dx,
    dy - from[1] * scale,
    to[0] * scale + dx,
    dy - to[1] * scale,
  ];
  const [mx, my] = [(ax + bx) / 2 + (by - ay) * BOW, (ay + by) / 2 - (bx - ax) * BOW];
  const [ux, uy] = [(1 - t) * (mx - ax) + t * (bx - mx), (1 - t) * (my - ay) + t * (by - my)];
  const length = Math.sqrt(ux * ux + uy * uy) || 1;
  const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: p * ax + q * mx + r * bx, y: p * ay + q * my + r * by, ux: ux / length, uy: uy / length };
}

/** Bands, the widest over the others, `top` pixels lowered. */
export function* bandMarks(scene: Banded, top = 0): Generator<Mark> {
  const { bands, bundled, relief, view, theme, colors, emphasis, pointedBand, passing } = scene;
  if (bundled === 0 || relief) return;
  // What is lit takes as much from bands as from links; the theme is in their own opacity.
  const share = bundled * linkShare(false, emphasis.dims);
  for (const band of [...bands].reverse()) {
    const half = bandWidth(band, view) / 2;
    const [a, b] = band.topics;
    const there = passing ? Math.min(passing.weights[a], passing.weights[b]) : 1;
    if (half === 0 || there === 0) continue;
    const own = mix(colors[a], colors[b], 0.5);
    const alpha = band === pointedBand ? LOOK.pointed : theme.dark ? LOOK.dark : LOOK.light;
    yield {
      shape: "area",
      rings: [ringOf(band, view, half, top)],
      color: mix(own, theme.link, LOOK.grey),
      fill: Math.round(alpha * share * there * 1000) / 1000,
      line: 0,
    };
  }
}

function ringOf(band: Band, view: View, half: number, top: number): Ring {
  const ring = new Float32Array(4 * (POINTS + 1));
  for (let k = 0; k <= POINTS; k++) {
    const t = k / POINTS;
    const { x, y, ux, uy } = along(band, view, t);
    const wide = half * (ENDS + (1 - ENDS) * 4 * t * (1 - t));
    const back = ring.length - 2 * (k + 1);
    ring.set([x - uy * wide, y + ux * wide + top], 2 * k);
    ring.set([x + uy * wide, y - ux * wide + top], back);
  }
  return ring;
}

/** The band within so many pixels of a point, the one whose middle line is nearest in proportion to its width. */
export function bandAt(
  { bands, bundled, relief, view }: Banded,
  x: number,
  y: number,
  reach: number,
): Band | undefined {
  let best: Band | undefined;
  let least = 1;
  for (const band of bundled < 0.5 || relief ? [] : bands) {
    const wide = bandWidth(band, view);
    if (wide === 0) continue;
    for (let k = 0; k <= 4 * POINTS; k++) {
      const at = along(band, view, k / (4 * POINTS));
      const [px, py] = [x - at.x, y - at.y];
      // Across the band, and along it as far as to the next point.
      const far = Math.abs(px * at.uy - py * at.ux) / (wide / 2 + reach);
      if (far >= least || Math.abs(px * at.ux + py * at.uy) > 12) continue;
      least = far;
      best = band;
    }
  }
  return best;
}
