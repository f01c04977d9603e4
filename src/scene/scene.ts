import type { TopicMap } from "../model/map.ts";
import type { Area } from "./areas.ts";
import { type Band, bandsOf, bundledAt } from "./bands.ts";
import { bySize } from "./by-size.ts";
import { type Camera, frameOf, homeCamera, NO_INSETS, type View, viewOf } from "./camera.ts";
import { type DotScale, dotScale } from "./dots.ts";
import { type Emphasis, NO_EMPHASIS, shownTopics } from "./emphasis.ts";
import { labelCandidates, type PaperNames } from "./labels/candidates.ts";
import { createObstacles, layoutLabels } from "./labels/labels.ts";
import { type Label, zoomOf } from "./labels/types.ts";
import { ALL_LINKS, type LinkFilter, type Links, linksOf } from "./links.ts";
import { type Look, linkCount } from "./look.ts";
import type { TextWidth } from "./metrics.ts";
import type { Passing } from "./passing.ts";
import { reliefOf, type Step } from "./relief.ts";
import type { Paint } from "./scale/paint.ts";
import { type Theme, themeOf, topicColors } from "./theme.ts";
import type { Measure } from "./type.ts";

/** A map as it is seen: in a view, with the areas, links and labels to be drawn, and what of it stands out. */
export interface Scene {
  readonly map: TopicMap;
  readonly view: View;
  readonly dots: DotScale;
  /** In map units. */
  readonly sizes: Float32Array;
  /** Papers from the smallest to the largest. */
  readonly drawOrder: Uint32Array;
  /** 0 hides a paper; null shows all. */
  readonly visible: Uint8Array | null;
  /** By first-level topic: 0 where no paper of it is visible. */
  readonly shown: Uint8Array;
  readonly links: Links;
  /** How many of the links, strongest first, are drawn at most. */
  readonly linkCount: number;
  readonly filter: LinkFilter;
  /** Links between topics, bundled: drawn as far as `bundled` says (0 to 1), in the place of the single ones. */
  readonly bands: readonly Band[];
  readonly bundled: number;
  readonly areas: readonly Area[];
  /** Drawn in the place of areas and links where there is one. */
  readonly relief?: readonly Step[] | undefined;
  readonly labels: readonly Label[];
  readonly theme: Theme;
  /** By first-level topic. */
  readonly colors: readonly string[];
  readonly emphasis: Emphasis;
  /** What fills dots in the place of their topics' colours, and what rings them. */
  readonly fill?: Paint | undefined;
  readonly ring?: Paint | undefined;
  /** Where the years go by: which papers are there, and which are new. */
  readonly passing?: Passing | undefined;
  /** Widths of text in the fonts that it is drawn in, where these are not the tables'. */
  readonly textWidth?: TextWidth;
}

export interface SceneOptions {
  /** The window on the map, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  readonly measure: Measure;
  /** What `measure` measures by, for what stands beside the map; by the tables where absent. */
  readonly textWidth?: TextWidth;
  /** From `areasOf`. */
  readonly areas: readonly Area[];
  /** The whole map where absent. */
  readonly camera?: Camera;
  readonly labels?: boolean;
  readonly look?: Look;
  /** 0 hides a paper. */
  readonly visible?: Uint8Array;
  /** Papers that are named before all others. */
  readonly first?: readonly number[];
  /** Nothing stands out where absent. */
  readonly emphasis?: Emphasis;
  readonly fill?: Paint | undefined;
  readonly ring?: Paint | undefined;
  /** In map units; the map's own where absent. */
  readonly sizes?: Float32Array | undefined;
  /** What papers are called; their titles where absent. */
  readonly names?: PaperNames | undefined;
}

/** The scene of a map: same positions, colours and choice of labels as the page at the same size and camera. */
export function sceneOf(map: TopicMap, options: SceneOptions): Scene {
  const { width, height, dark, measure, areas, visible = null, emphasis = NO_EMPHASIS } = options;
  const { fill, ring, sizes = map.size } = options;
  const theme = themeOf(dark);
  const frame = frameOf(map.x, map.y);
  const view = viewOf(frame, options.camera ?? homeCamera(map, { width, height }, NO_INSETS), {
    width,
    height,
  });
  const dots = dotScale(frame, view, map.x.length);
  const candidates = labelCandidates(map, sizes, undefined, options.names);
  const shown = shownTopics(map, visible);
  const first = options.first ?? [];
  const seen = { view, dots, sizes, insets: NO_INSETS, visible, first, measure };
  const links = linksOf(map.edges, map.x.length);
  return {
    map,
    view,
    dots,
    sizes,
    drawOrder: bySize(sizes).slice().reverse(),
    visible,
    shown,
    links,
    linkCount: linkCount(links.weight.length, map.x.length, zoomOf(frame, view), false),
    filter: ALL_LINKS,
    bands: bandsOf(map, links, ALL_LINKS, visible),
    bundled: bundledAt(map, view),
    areas,
    relief: options.look === "relief" ? reliefOf(map) : undefined,
    labels: options.labels === false ? [] : layoutLabels(candidates, seen, createObstacles()),
    theme,
    colors: topicColors(map, theme),
    emphasis,
    fill,
    ring,
    ...(options.textWidth && { textWidth: options.textWidth }),
  };
}
