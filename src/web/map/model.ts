import { contour } from "../../export/contour.ts";
import { EDGE_KINDS } from "../../model/edges.ts";
import type { TopicMap } from "../../model/map.ts";
import { type Area, areasOf } from "../../scene/areas.ts";
import { type Frame, frameOf, type View } from "../../scene/camera.ts";
import { type DotScale, dotScale, sizesBy } from "../../scene/dots.ts";
import { type Grid, gridOf } from "../../scene/grid.ts";
import type { Label, LabelStock } from "../../scene/labels/labels.ts";
import { ALL_LINKS, type LinkFilter, type Links, linksAt, linksOf } from "../../scene/links.ts";
import { bySize, labelStock } from "../../scene/stock.ts";
import { type Theme, themeOf, topicColors } from "../../scene/theme.ts";
import { litTopics } from "./lit-topics.ts";
import type { EdgeFilter } from "./view.ts";

/** Bits of a paper's state. */
export const HIDDEN = 1;
const LIT = 2;
export const SELECTED = 4;
export const MATCH = 8;

/** Most links of a lit paper that are drawn plainly: more would hide the map. */
const PLAIN = 24;

/** What is on the screen: columns and flags that every painter reads. Counters say which column changed. */
export interface SceneModel {
  map: TopicMap;
  frame: Frame;
  links: Links;
  stock: LabelStock;
  grid: Grid;
  areas: readonly Area[];
  sizes: Float32Array;
  /** Papers from the smallest to the largest: the order of drawing. */
  drawOrder: Uint32Array;
  theme: Theme;
  colors: readonly string[];
  state: Uint8Array;
  visible: Uint8Array | null;
  /** By first-level topic: 0 where no paper of it is visible. */
  shown: Uint8Array;
  filter: LinkFilter;
  selection: readonly number[];
  matches: readonly number[];
  focus: number | null;
  hover: number | null;
  /** The emphasised link. */
  pair: readonly [number, number] | null;
  /** The paper whose neighbourhood is lit, its neighbours and its links. */
  center: number | null;
  lit: readonly number[];
  litLinks: readonly number[];
  /** How many of the lit links, the strongest first, are drawn plainly; the others faintly. */
  plain: number;
  /** Topics whose papers are lit while no paper is. */
  topics: readonly number[];
  view: View;
  dots: DotScale;
  moving: boolean;
  labels: readonly Label[];
  readonly changed: { places: number; state: number; colors: number; links: number; lit: number };
}

/** A map made ready to be drawn. @param links where they are known already */
export function sceneModel(map: TopicMap, dark: boolean, links?: Links): SceneModel {
  const frame = frameOf(map.x, map.y);
  const theme = themeOf(dark);
  const view: View = { width: 1, height: 1, scale: 1, dx: 0, dy: 0 };
  return {
    map,
    frame,
    theme,
    view,
    colors: topicColors(map, theme),
    links: links ?? linksOf(map.edges, map.x.length),
    stock: labelStock(map, map.size),
    grid: gridOf(map.x, map.y),
    areas: areasOf(map, contour),
    sizes: map.size,
    drawOrder: bySize(map.size).reverse(),
    state: new Uint8Array(map.x.length),
    visible: null,
    shown: new Uint8Array(map.topics.length).fill(1),
    filter: ALL_LINKS,
    selection: [],
    matches: [],
    focus: null,
    hover: null,
    pair: null,
    center: null,
    lit: [],
    litLinks: [],
    plain: 0,
    topics: [],
    dots: dotScale(frame, view, map.x.length),
    moving: false,
    labels: [],
    changed: { places: 1, state: 1, colors: 1, links: 1, lit: 1 },
  };
}

/** Marks every column as changed, so that new layers upload them all. */
export function touch({ changed }: SceneModel): void {
  for (const key of Object.keys(changed) as (keyof typeof changed)[]) changed[key]++;
}

/**
 * Another map in the place of this one; filter and theme stay, selection and hover do not. Where the positions are the
 * same (another number of topics) the areas are new and the mask stays; then the answer is true.
 */
export function remap(model: SceneModel, next: TopicMap): boolean {
  const { x, y } = model.map;
  const same = next.x.length === x.length && next.x.every((v, i) => v === x[i] && next.y[i] === y[i]);
  const { changed, filter, visible, view } = model;
  const links = next.edges === model.map.edges ? model.links : undefined;
  Object.assign(model, sceneModel(next, model.theme.dark, links), { changed, filter, view });
  if (same) model.visible = visible;
  restate(model);
  touch(model);
  return same;
}

/** Whether something is lit (a paper with its neighbours, a link, search results), so that all else steps back. */
export function isDimmed({ center, pair, matches, topics }: SceneModel): boolean {
  return center !== null || pair !== null || matches.length > 0 || topics.length > 0;
}

/** Another theme. */
export function recolor(model: SceneModel, dark: boolean): void {
  model.theme = themeOf(dark);
  model.colors = topicColors(model.map, model.theme);
  model.changed.colors++;
}

/** Other sizes; null goes back to the map's own. */
export function resize(model: SceneModel, values: Float32Array | null): void {
  model.sizes = values === null ? model.map.size : sizesBy(values, model.map.size);
  model.stock = labelStock(model.map, model.sizes);
  model.drawOrder = bySize(model.sizes).reverse();
  model.changed.places++;
}

/** The page's filter in the scene's terms. */
export function linkFilter({ kinds, least }: EdgeFilter): LinkFilter {
  return { kinds: EDGE_KINDS.reduce((bits, kind, k) => bits | (kinds.has(kind) ? 1 << k : 0), 0), least };
}

/** Recomputes what is lit and the papers' flags from hover, selection, matches, filter and mask. O(n). */
export function restate(model: SceneModel): void {
  const { state, visible, links } = model;
  model.center = model.hover ?? model.focus;
  const shown = (i: number) => visible === null || visible[i] !== 0;
  const { center } = model;
  const group = center === null ? litTopics(model) : { papers: [], links: [] };
  const ids = center === null ? group.links : linksAt(links, center, model.filter);
  model.litLinks = ids.filter((e) => shown(links.source[e]) && shown(links.target[e]));
  model.plain = center === null && model.topics.length < 2 ? 0 : PLAIN;
  model.lit =
    center === null
      ? group.papers.filter(shown)
      : model.litLinks.map((e) => (links.source[e] === center ? links.target[e] : links.source[e]));
  model.shown.fill(visible === null ? 1 : 0);
  if (visible === null) state.fill(0);
  else
    for (let i = 0; i < state.length; i++) {
      state[i] = visible[i] === 0 ? HIDDEN : 0;
      const topic = model.map.topic[i];
      if (visible[i] !== 0 && topic >= 0) model.shown[topic] = 1;
    }
  for (const i of model.selection) state[i] |= SELECTED;
  for (const i of model.matches) state[i] |= MATCH;
  for (const i of model.lit) state[i] |= LIT;
  if (center !== null) state[center] |= LIT;
  for (const i of model.pair ?? []) state[i] |= LIT;
  model.changed.state++;
  model.changed.lit++;
}
