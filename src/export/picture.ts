import type { TopicMap } from "../model/map.ts";
import { areasOf } from "../scene/areas.ts";
import { pictureMargin } from "../scene/furniture.ts";
import type { PictureParts } from "../scene/mark.ts";
import { tableMeasure } from "../scene/metrics.ts";
import { type Scene, sceneOf } from "../scene/scene.ts";
import { svgOf } from "./svg.ts";

/** How a picture of a map looks. */
export interface PictureOptions extends PictureParts {
  readonly dark?: boolean;
  /** Names of topics and titles of papers on the map. */
  readonly labels?: boolean;
  /** Of the whole picture, in pixels (1600 × 1000). */
  readonly width?: number;
  readonly height?: number;
  /** How many times larger it is drawn, text and all: 1 to 8. */
  readonly scale?: number;
}

/** The scene of the whole map that a picture of this size shows. */
export function pictureScene(map: TopicMap, options: PictureOptions = {}): Scene {
  const { width = 1600, height = 1000 } = options;
  const topics = map.topics.filter(({ parent }) => parent === undefined).length;
  const margin = pictureMargin(topics, width, options);
  return sceneOf(map, {
    width,
    height: Math.max(100, height - margin.top - margin.bottom),
    dark: options.dark ?? false,
    labels: options.labels ?? true,
    measure: tableMeasure,
    areas: areasOf(map),
  });
}

/** Draws a map as SVG: areas, links, papers and labels in groups by name, text as text. In chunks. */
export function toSvg(map: TopicMap, options: PictureOptions = {}): Iterable<string> {
  return svgOf(pictureScene(map, options), { ...options, tooltip: (paper) => map.papers[paper].title });
}
