import type { TopicMap } from "../model/map.ts";
import type { Area, Ring } from "./areas.ts";
import { boundsOf, type Camera, cameraFor, frameOf, NO_INSETS, type View, viewOf } from "./camera.ts";
import { dotRadius, dotScale } from "./dots.ts";
import { createDesk, type Label, layoutLabels, zoomOf } from "./labels.ts";
import { linksOf } from "./links.ts";
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
  /** Pixels kept free above and below for title, legend and small print. */
  readonly margin?: { readonly top: number; readonly bottom: number };
}

/** Computes the picture of a map: same positions, colours and choice of labels as the page at the same size and camera. */
export function sceneOf(map: TopicMap, options: SceneOptions): Scene {
  const { width, height, dark, measure } = options;
  const theme = themeOf(dark);
  const frame = frameOf(map.x, map.y);
  const insets = { ...NO_INSETS, ...options.margin };
  const box = boundsOf(map.x, map.y) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const room = Math.min(width, height) < 500 ? 34 : 64;
  const camera =
    options.camera ??
    cameraFor(
      frame,
      box,
      { width, height },
      {
        top: insets.top + room,
        bottom: insets.bottom + room,
        left: room,
        right: room,
      },
    );
  const view = viewOf(frame, camera, { width, height });
  const dots = dotScale(frame, view, map.x.length);
  const stock = labelStock(map, map.size);
  const visible = options.visible ?? null;
  const labels =
    options.labels === false
      ? []
      : layoutLabels(
          stock,
          { view, dots, sizes: map.size, insets, visible, first: [], measure },
          createDesk(),
        );
  const order = bySize(map.size)
    .reverse()
    .filter((i) => visible === null || visible[i] !== 0);
  return {
    width,
    height,
    theme,
    colors: topicColors(map, theme),
    areas: options.areas.map(({ topic, border, core }) => ({
      topic,
      border: border.map((ring) => inPixels(ring, view)),
      core: core.map((ring) => inPixels(ring, view)),
    })),
    links: linkColumns(map, view, zoomOf(stock, view), visible),
    dots: {
      x: Float32Array.from(order, (i) => map.x[i] * view.scale + view.dx),
      y: Float32Array.from(order, (i) => view.dy - map.y[i] * view.scale),
      radius: Float32Array.from(order, (i) => dotRadius(map.size[i], dots)),
      topic: Int32Array.from(order, (i) => map.topic[i]),
      paper: order,
    },
    labels,
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

function linkColumns(map: TopicMap, view: View, zoom: number, visible: Uint8Array | null): Scene["links"] {
  const links = linksOf(map.edges, map.x.length);
  const count = linkCount(links.weight.length, map.x.length, zoom, false);
  const calm = linkCalm(count);
  const shown: number[] = [];
  // Strongest last, so that they lie above.
  for (let e = count - 1; e >= 0; e--)
    if (visible === null || (visible[links.source[e]] !== 0 && visible[links.target[e]] !== 0)) shown.push(e);
  const columns = {
    ends: new Float32Array(shown.length * 4),
    width: new Float32Array(shown.length),
    alpha: new Float32Array(shown.length),
    topic: new Int32Array(shown.length),
  };
  for (const [k, e] of shown.entries()) {
    const [i, j] = [links.source[e], links.target[e]];
    const ends = [map.x[i], map.y[i], map.x[j], map.y[j]].map((v, a) =>
      a % 2 === 0 ? v * view.scale + view.dx : view.dy - v * view.scale,
    );
    const same = map.topic[i] === map.topic[j];
    const look = linkLook(links.strength[e], same, Math.hypot(ends[2] - ends[0], ends[3] - ends[1]), calm);
    columns.ends.set(ends, 4 * k);
    columns.width[k] = look.width;
    columns.alpha[k] = look.alpha;
    columns.topic[k] = same ? map.topic[i] : -1;
  }
  return columns;
}

/** What the map is made of, in one line. */
function smallPrint(map: TopicMap): string {
  const links = map.edges.map((list) => `${list.weight.length} ${list.kind}`).join(", ");
  const { seed, neighbours } = map.parameters;
  return `${map.generator} · ${map.papers.length} papers · links: ${links || "none"} · neighbours ${neighbours} · seed ${seed}`;
}
