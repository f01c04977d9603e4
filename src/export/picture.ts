import { citationChart } from "../charts/citations.ts";
import type { ChartPage } from "../charts/page.ts";
import type { Shape } from "../charts/shapes.ts";
import { stripChart } from "../charts/strip.ts";
import { thematicChart } from "../charts/thematic.ts";
import { timeChart } from "../charts/time.ts";
import type { TopicMap } from "../model/map.ts";
import { areasOf } from "../scene/areas.ts";
import { pictureMargin } from "../scene/furniture.ts";
import type { Look } from "../scene/look.ts";
import type { PictureParts } from "../scene/mark.ts";
import { marksOf, pictureSize } from "../scene/marks.ts";
import { measureBy, type TextWidth, tableMeasure } from "../scene/metrics.ts";
import { type Scene, type SceneOptions, sceneOf } from "../scene/scene.ts";
import type { Measure } from "../time/topic-years.ts";
import { type Dots, namesByField, paintsOf, sizesByField } from "../view/dots.ts";
import type { View } from "./picture-names.ts";
import { type SvgOptions, svgPage } from "./svg.ts";

/** How a picture of a map looks. */
export interface PictureOptions extends PictureParts {
  readonly dark?: boolean;
  /** Flat where absent. */
  readonly look?: Look;
  /** Names of topics and titles of papers on the map. */
  readonly labels?: boolean;
  /** Of the whole picture, in pixels (1600 × 1000). */
  readonly width?: number;
  readonly height?: number;
  /** Topics' colours and the map's own sizes where absent. */
  readonly dots?: Dots;
  /** How many times larger it is drawn, text and all: 1 to 8. */
  readonly scale?: number;
  /** Pixels an inch of a picture of pixels, in the place of `scale`: 96 is 1. */
  readonly dpi?: number;
  /** What is drawn: the map where absent. */
  readonly view?: View;
  /** How the view `time` draws topics, and what it counts. */
  readonly shape?: Shape;
  readonly measure?: Measure;
  /** So many small maps, one a period of years, in the place of the view `time`. */
  readonly frames?: number;
  /** Widths of text in the fonts that it is drawn in; by the tables of Inter where absent. */
  readonly textWidth?: TextWidth;
}

/** What of views other than the map is drawn, see `timeChart` and others. @throws TopographError (input) where the map has nothing to show there */
export function chartOf(map: TopicMap, options: PictureOptions): ChartPage | undefined {
  switch (options.view) {
    case "time":
      return options.frames === undefined
        ? timeChart(map, options)
        : stripChart(map, { ...options, frames: options.frames });
    case "thematic":
      return thematicChart(map, options);
    case "citations":
      return citationChart(map, options);
    default:
      return undefined;
  }
}

/** The scene that a picture of this size shows: the whole map, unless a camera or a filter says otherwise. */
export function pictureScene(
  map: TopicMap,
  options: PictureOptions & Pick<SceneOptions, "camera" | "visible"> = {},
): Scene {
  const { width = 1600, height = 1000, dark = false, textWidth } = options;
  const paints = paintsOf(map, options.dots ?? {}, dark);
  const margin = pictureMargin({ map, ...paints }, width, options);
  return sceneOf(map, {
    width,
    height: Math.max(100, height - margin.top - margin.bottom),
    dark,
    labels: options.labels ?? true,
    measure: textWidth ? measureBy(textWidth) : tableMeasure,
    ...(textWidth && { textWidth }),
    ...(options.look && { look: options.look }),
    areas: areasOf(map),
    ...paints,
    sizes: sizesByField(map, options.dots?.size),
    names: namesByField(map, options.dots?.label),
    ...(options.camera ? { camera: options.camera } : {}),
    ...(options.visible ? { visible: options.visible } : {}),
  });
}

/** What a picture consists of: the map, or another view of it. */
export function drawingOf(map: TopicMap, options: PictureOptions & Pick<SceneOptions, "camera" | "visible">) {
  const chart = chartOf(map, options);
  if (chart) return chart;
  const scene = pictureScene(map, options);
  return { ...pictureSize(scene, options), marks: marksOf(scene, options) };
}

/** Draws a map as SVG: areas, links, papers and labels in groups by name, text as text. In chunks. */
export function toSvg(
  map: TopicMap,
  options: PictureOptions & Pick<SvgOptions, "parts"> = {},
): Iterable<string> {
  const { marks, width, height } = drawingOf(map, options);
  return svgPage(marks, {
    ...options,
    width,
    height,
    title: map.title,
    tooltip: (paper) => map.papers[paper].title,
  });
}
