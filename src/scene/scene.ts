import type { TopicMap } from "../model/map.ts";
import type { Area, Ring } from "./areas.ts";
import { boundsOf, type Camera, cameraFor, frameOf, NO_INSETS, type View, viewOf } from "./camera.ts";
import { type DotScale, dotRadius, dotScale } from "./dots.ts";
import { createDesk, type Label, layoutLabels, zoomOf } from "./labels/labels.ts";
import { ALL_LINKS, type LinkFilter, type Links, linksOf, passes } from "./links.ts";
import { linkCalm, linkCount, linkLook } from "./look.ts";
import { bySize, labelStock } from "./stock.ts";
import { type Theme, themeOf, topicColors } from "./theme.ts";
import type { Measure } from "./type.ts";

/** A picture of a map in pixels, y down: all that a painter (SVG, canvas, PDF) has to know. Columns, drawn in their order. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** Colours by first-level topic. */
  readonly colors: readonly string[];
  readonly areas: readonly {
    readonly topic: number;
    readonly border: readonly Ring[];
    readonly core: readonly Ring[];
  }[];
  readonly links: {
    /** x1, y1, x2, y2 of each. */
    readonly ends: Float32Array;
    readonly width: Float32Array;
    readonly alpha: Float32Array;
    /** Topic that both ends share, else −1. */
    readonly topic: Int32Array;
  };
  readonly dots: {
    readonly x: Float32Array;
    readonly y: Float32Array;
    readonly radius: Float32Array;
    /** −1 for papers without a topic. */
    readonly topic: Int32Array;
    readonly paper: Uint32Array;
  };
  readonly labels: readonly Label[];
  readonly title: string;
  readonly legend: readonly { readonly topic: number; readonly name: string; readonly size: number }[];
  readonly smallPrint: string;
}

export interface SceneOptions {
  /** The window on the map, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  readonly measure: Measure;
  /** From `areasOf`. */
  readonly areas: readonly Area[];
  /** The whole map where absent. */
  readonly camera?: Camera;
  readonly labels?: boolean;
  /** 0 hides a paper. */
  readonly visible?: Uint8Array;
  /** Papers that are named before all others. */
  readonly first?: readonly number[];
}

/** What is to be seen, ready to be drawn: columns of the map, a view of it, and the labels placed in that view. */
export interface Sight {
  readonly map: TopicMap;
  readonly view: View;
  readonly dots: DotScale;
  readonly sizes: Float32Array;
  readonly visible: Uint8Array | null;
  readonly links: Links;
  /** How many of the links, strongest first, are drawn at most. */
  readonly linkCount: number;
  readonly filter: LinkFilter;
  readonly areas: readonly Area[];
  readonly labels: readonly Label[];
  readonly theme: Theme;
  readonly colors: readonly string[];
}

/** Computes the picture of a map: same positions, colours and choice of labels as the page at the same size and camera. */
export function sceneOf(map: TopicMap, options: SceneOptions): Scene {
  const { width, height, dark, measure } = options;
  const theme = themeOf(dark);
  const frame = frameOf(map.x, map.y);
  const box = boundsOf(map.x, map.y) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const room = Math.min(width, height) < 500 ? 34 : 64;
  const around = { top: room, bottom: room, left: room, right: room };
  const camera = options.camera ?? cameraFor(frame, box, { width, height }, around);
  const view = viewOf(frame, camera, { width, height });
  const dots = dotScale(frame, view, map.x.length);
  const stock = labelStock(map, map.size);
  const visible = options.visible ?? null;
  const labels =
    options.labels === false
      ? []
      : layoutLabels(
          stock,
          { view, dots, sizes: map.size, insets: NO_INSETS, visible, first: options.first ?? [], measure },
          createDesk(),
        );
  const links = linksOf(map.edges, map.x.length);
  return sceneFrom({
    map,
    view,
    dots,
    sizes: map.size,
    visible,
    links,
    linkCount: linkCount(links.weight.length, map.x.length, zoomOf(stock, view), false),
    filter: ALL_LINKS,
    areas: options.areas,
    labels,
    theme,
    colors: topicColors(map, theme),
  });
}

/** The picture of what is to be seen; only what lies in the window is in it. */
export function sceneFrom(sight: Sight): Scene {
  const { map, view, dots, sizes, visible } = sight;
  const { width, height } = view;
  const seen = bySize(sizes)
    .reverse()
    .filter((i) => {
      if (visible !== null && visible[i] === 0) return false;
      const [x, y, r] = [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale, 40];
      return x > -r && y > -r && x < width + r && y < height + r;
    });
  return {
    width,
    height,
    theme: sight.theme,
    colors: sight.colors,
    areas: sight.areas.map(({ topic, border, core }) => ({
      topic,
      border: border.map((ring) => inPixels(ring, view)),
      core: core.map((ring) => inPixels(ring, view)),
    })),
    links: linkColumns(sight),
    dots: {
      x: Float32Array.from(seen, (i) => map.x[i] * view.scale + view.dx),
      y: Float32Array.from(seen, (i) => view.dy - map.y[i] * view.scale),
      radius: Float32Array.from(seen, (i) => dotRadius(sizes[i], dots)),
      topic: Int32Array.from(seen, (i) => map.topic[i]),
      paper: seen,
    },
    labels: sight.labels,
    title: map.title,
    legend: map.topics
      .filter((t) => t.parent === undefined)
      .map(({ id, name, size }) => ({ topic: id, name, size })),
    smallPrint: smallPrint(map),
  };
}

function inPixels(ring: Ring, view: View): Ring {
  const out = new Float32Array(ring.length);
  for (let k = 0; k < ring.length; k += 2) {
    out[k] = ring[k] * view.scale + view.dx;
    out[k + 1] = view.dy - ring[k + 1] * view.scale;
  }
  return out;
}

function linkColumns({ map, view, links, linkCount: count, filter, visible }: Sight): Scene["links"] {
  const calm = linkCalm(count);
  const shown: number[] = [];
  // Strongest last, so that they lie above.
  for (let e = count - 1; e >= 0; e--)
    if (
      passes(links, e, filter) &&
      (visible === null || (visible[links.source[e]] !== 0 && visible[links.target[e]] !== 0))
    )
      shown.push(e);
  const columns = {
    ends: new Float32Array(shown.length * 4),
    width: new Float32Array(shown.length),
    alpha: new Float32Array(shown.length),
    topic: new Int32Array(shown.length),
  };
  let k = 0;
  for (const e of shown) {
    const [i, j] = [links.source[e], links.target[e]];
    const [x1, x2] = [map.x[i] * view.scale + view.dx, map.x[j] * view.scale + view.dx];
    const [y1, y2] = [view.dy - map.y[i] * view.scale, view.dy - map.y[j] * view.scale];
    const same = map.topic[i] === map.topic[j];
    const look = linkLook(links.strength[e], same, Math.hypot(x2 - x1, y2 - y1), calm);
    const isOutside =
      Math.max(x1, x2) < 0 ||
      Math.max(y1, y2) < 0 ||
      Math.min(x1, x2) > view.width ||
      Math.min(y1, y2) > view.height;
    if (isOutside || look.alpha < 0.005) continue;
    columns.ends.set([x1, y1, x2, y2], 4 * k);
    columns.width[k] = look.width;
    columns.alpha[k] = look.alpha;
    columns.topic[k++] = same ? map.topic[i] : -1;
  }
  return {
    ends: columns.ends.subarray(0, 4 * k),
    width: columns.width.subarray(0, k),
    alpha: columns.alpha.subarray(0, k),
    topic: columns.topic.subarray(0, k),
  };
}

/** What the map is made of, in one line. */
function smallPrint(map: TopicMap): string {
  const links = map.edges.map((list) => `${list.weight.length} ${list.kind}`).join(", ");
  const { seed, neighbours } = map.parameters;
  return `${map.generator} · ${map.papers.length} papers · links: ${links || "none"} · neighbours ${neighbours} · seed ${seed}`;
}
