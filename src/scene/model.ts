import { EDGE_KINDS, type EdgeKind } from "../model/edges.ts";
import type { TopicMap } from "../model/map.ts";
import { areasOf } from "./areas.ts";
import { type Band, bandsOf, bundledAt } from "./bands.ts";
import { bySize } from "./by-size.ts";
import { type Box, boundsOf, type Frame, frameOf, type View } from "./camera.ts";
import { dotScale } from "./dots.ts";
import { type Drawn, drawnDots } from "./drawn.ts";
import { type Emphasis, NO_EMPHASIS, shownTopics } from "./emphasis.ts";
import { labelCandidates, type PaperNames, withTitles } from "./labels/candidates.ts";
import { type LabelCandidates, zoomOf } from "./labels/types.ts";
import { ALL_LINKS, type LinkFilter, type Links, linksAt, linksOf } from "./links.ts";
import { litTopics } from "./lit-topics.ts";
import { type Look, linkCount, singleShares } from "./look.ts";
import { reliefOf } from "./relief.ts";
import type { Paint } from "./scale/paint.ts";
import type { Scene } from "./scene.ts";
import { themeOf, topicColors } from "./theme.ts";

/** Which links are drawn: their kinds, and by kind (in the order of EDGE_KINDS) the least weight that is shown. */
export interface EdgeFilter {
  readonly kinds: ReadonlySet<EdgeKind>;
  readonly least: Float64Array;
}

/** Bits of a paper's state. */
export const HIDDEN = 1;
export const SELECTED = 4;
export const MATCH = 8;

/** Most links drawn while the camera moves, and while it rests: about what a laptop without a graphics card keeps up with. */
const MOVING = 8000;
export const RESTING = 60_000;
/** Most links of a lit paper that are drawn plainly: more would hide the map. */
const PLAIN = 24;

/** The scene on the screen as it is now, and what moves it. Counters say which columns changed, for those who upload them. */
export type SceneModel = { -readonly [K in keyof Scene]: Scene[K] } & {
  frame: Frame;
  /** Around all papers, in map units, y up. */
  box: Box;
  candidates: LabelCandidates;
  /** The dots that are drawn in this view. */
  drawn: Drawn;
  /** Bits of each paper: HIDDEN, SELECTED, MATCH. */
  state: Uint8Array;
  /** The mask that HIDDEN was set by, and the papers that have another bit: most changes are of few papers. */
  masked: Uint8Array | null;
  flagged: readonly number[];
  selection: readonly number[];
  matches: readonly number[];
  focus: number | null;
  hover: number | null;
  pair: Emphasis["pair"];
  /** The band of links under the pointer. */
  pointedBand: Band | undefined;
  /** What the bands were counted of. */
  banded: readonly unknown[];
  /** The paper whose neighbourhood is lit, and its neighbours, the nearest first. */
  center: number | null;
  near: readonly number[];
  /** Topics whose papers are lit while no paper is. */
  topics: readonly number[];
  /** The camera moved since the frame before; and frames with links take too long for that. */
  moving: boolean;
  slow: boolean;
  /** What papers are called; their titles where absent. */
  names?: PaperNames | undefined;
  readonly changed: { places: number; state: number; colors: number; links: number; lit: number };
};

/** A map made ready to be drawn. @param links where they are known already */
export function sceneModel(map: TopicMap, dark: boolean, links?: Links): SceneModel {
  const frame = frameOf(map.x, map.y);
  const theme = themeOf(dark);
  const view: View = { width: 1, height: 1, scale: 1, dx: 0, dy: 0 };
  const drawOrder = bySize(map.size).slice().reverse();
  return {
    map,
    frame,
    box: boundsOf(map.x, map.y) ?? { left: 0, top: 0, right: 0, bottom: 0 },
    theme,
    view,
    colors: topicColors(map, theme),
    links: links ?? linksOf(map.edges, map.x.length),
    linkCount: 0,
    candidates: labelCandidates(map, map.size),
    areas: areasOf(map),
    sizes: map.size,
    drawOrder,
    drawn: { papers: drawOrder },
    state: new Uint8Array(map.x.length),
    masked: null,
    flagged: [],
    visible: null,
    shown: shownTopics(map, null),
    filter: ALL_LINKS,
    bands: [],
    bundled: 0,
    pointedBand: undefined,
    banded: [],
    emphasis: NO_EMPHASIS,
    selection: [],
    matches: [],
    focus: null,
    hover: null,
    pair: null,
    center: null,
    near: [],
    topics: [],
    dots: dotScale(frame, view, map.x.length),
    moving: false,
    slow: false,
    labels: [],
    passing: undefined,
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
  if (model.names) rename(model, model.names);
  if (model.relief) setLook(model, "relief");
  if (same) model.visible = visible;
  else model.fill = model.ring = undefined;
  restate(model);
  touch(model);
  return same;
}

/** Another theme. */
export function recolor(model: SceneModel, dark: boolean): void {
  model.theme = themeOf(dark);
  model.colors = topicColors(model.map, model.theme);
  model.changed.colors++;
}

/** Other colours of dots, and rings around them; undefined for those of topics, and for none. */
export function repaint(model: SceneModel, fill: Paint | undefined, ring: Paint | undefined): void {
  model.fill = fill;
  model.ring = ring;
  model.changed.colors++;
  model.changed.state++;
}

/** Another look; the relief is worked out when it is first looked at. */
export function setLook(model: SceneModel, next: Look): void {
  model.relief = next === "relief" ? reliefOf(model.map) : undefined;
}

/** Other sizes in map units; null goes back to the map's own. */
export function resize(model: SceneModel, sizes: Float32Array | null): void {
  model.sizes = sizes ?? model.map.size;
  model.candidates = labelCandidates(model.map, model.sizes, model.candidates.grid, model.names);
  model.drawOrder = bySize(model.sizes).slice().reverse();
  model.changed.places++;
}

/** What papers are called on the map; undefined for their titles. */
export function rename(model: SceneModel, names: PaperNames | undefined): void {
  model.names = names;
  model.candidates = withTitles(model.candidates, model.map, names);
}

/** The page's filter in the scene's terms. */
export function linkFilter({ kinds, least }: EdgeFilter): LinkFilter {
  return { kinds: EDGE_KINDS.reduce((bits, kind, k) => bits | (kinds.has(kind) ? 1 << k : 0), 0), least };
}

/** Looks from a camera: the view, the size of the dots, and how many links it takes. */
export function look(model: SceneModel, view: View): void {
  const { links, map, filter } = model;
  model.view = view;
  model.dots = dotScale(model.frame, view, map.x.length);
  model.drawn = drawnDots(model);
  const isThinned =
    Array.from(filter.least).some((least) => least > 0) ||
    map.edges.some(({ kind }) => ((filter.kinds >> EDGE_KINDS.indexOf(kind)) & 1) === 0);
  const count = linkCount(links.weight.length, map.x.length, zoomOf(model.frame, view), isThinned);
  model.bundled = bundledAt(map, view);
  const counted = [map, links, filter, model.visible];
  if (model.bundled > 0 && counted.some((part, k) => part !== model.banded[k])) {
    model.bands = bandsOf(map, links, filter, model.visible);
    model.banded = counted;
    model.pointedBand = undefined;
  }
  const isSingle = singleShares(model.bundled, map.x.length).within > 0;
  model.linkCount =
    model.relief || !isSingle ? 0 : Math.min(count, model.slow ? 0 : model.moving ? MOVING : RESTING);
}

/** So many results of a search have a ring at most: more hide the map, and that all else steps back says which they are. */
const MOST_RINGED = 100;

/** Recomputes what is lit and the papers' flags from hover, selection, matches, filter and mask. O(n) where topics are lit or the mask is another, else O(what is lit). */
export function restate(model: SceneModel): void {
  const { state, visible, links, pair, selection, matches, topics } = model;
  const center = model.hover ?? model.focus;
  model.center = center;
  const isShown = (i: number) => visible === null || visible[i] !== 0;
  const group =
    center === null ? litTopics(model) : { papers: [], links: linksAt(links, center, model.filter) };
  const lines = group.links.filter((e) => isShown(links.source[e]) && isShown(links.target[e]));
  model.near =
    center === null
      ? group.papers.filter(isShown)
      : lines.map((e) => (links.source[e] === center ? links.target[e] : links.source[e]));
  const own = pair === null ? undefined : linkOf(links, pair);
  const isRinged = matches.length <= MOST_RINGED;
  model.emphasis = {
    dims: center !== null || pair !== null || matches.length > 0 || topics.length > 0,
    lit: [...(isRinged ? [] : matches), ...model.near, ...(center === null ? [] : [center])],
    selected: selection,
    matches: isRinged ? matches : [],
    links: own === undefined ? lines : [own, ...lines.filter((e) => e !== own)],
    plain: center === null && topics.length < 2 ? 0 : PLAIN,
    pair,
  };
  if (model.masked !== visible) {
    model.masked = visible;
    model.shown = shownTopics(model.map, visible);
    for (let i = 0; i < state.length; i++) state[i] = HIDDEN * Number(visible?.[i] === 0);
  } else for (const i of model.flagged) state[i] &= HIDDEN;
  for (const i of selection) state[i] |= SELECTED;
  for (const i of model.emphasis.matches) state[i] |= MATCH;
  model.flagged = [...selection, ...model.emphasis.matches];
  model.changed.state++;
  model.changed.lit++;
}

/** The strongest link between two papers. */
function linkOf(
  { start, link, source, target }: Links,
  [i, j]: readonly [number, number],
): number | undefined {
  return Array.from(link.subarray(start[i], start[i + 1])).find((e) => source[e] === j || target[e] === j);
}
