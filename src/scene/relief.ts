import { clamp, pow } from "../kernel/numeric.ts";
import { oncePer } from "../kernel/once.ts";
import type { TopicMap } from "../model/map.ts";
import { frameOf } from "./camera.ts";
import { contourOf } from "./contour.ts";
import {
  CELLS,
  densities,
  eachCell,
  sumOf,
  topicsWithFields,
  twoLargest,
  type Under,
  under,
  valueAtPlace,
} from "./density.ts";
import type { Ring } from "./rings.ts";

/** One step of the relief, in map units: all ground above a density of papers, and each first-level topic's part of it. */
export interface Step {
  readonly ground: readonly Ring[];
  readonly topics: readonly { readonly topic: number; readonly rings: readonly Ring[] }[];
}

/*
 * Found by eye on the demo (150 papers), vispubdata (2,867) and arXiv (10,000), in both themes.
 */

/** Steps from the shore to the summits. */
export const STEPS = 8;
/** The blur in cells of the grid: by the distance of papers, so that hills are of many papers in each map. */
const BLUR = { bySpacing: 0.7, least: 4, most: 9 } as const;
/** The lowest step is at this share of the density under the sparsest twentieth of the papers, the highest under the densest. */
const SHORE = { share: 0.5, papers: 0.05 } as const;
const SUMMIT = 0.97;
/** Above 1: steps lie closer at the shore than at the summits. */
const BEND = 1.35;
/** Specks that are left out. */
const LEAST = { island: 0.004, cells: 12 };

/** The density of papers as steps, the lowest first; worked out once a map. O(steps · cells of topics + papers). */
export const reliefOf: (map: TopicMap) => readonly Step[] = oncePer(stepsOf);

function stepsOf(map: TopicMap): Step[] {
  if (map.x.length === 0) return [];
  const { ids, column } = topicsWithFields(map);
  const count = ids.length;
  const frame = frameOf(map.x, map.y);
  const spacing = CELLS / Math.sqrt(Math.max(4, map.x.length));
  const radius = clamp(Math.round(spacing * BLUR.bySpacing), BLUR.least, BLUR.most);
  // Papers of no topic are ground, too.
  const topic = column.map((t) => (t < 0 ? count : t));
  const { fields, cells } = densities({ x: map.x, y: map.y, topic }, count + 1, radius);
  const all = sumOf(fields);
  const levels = levelsOf(under(all, cells), map.x.length);
  const { best, second } = twoLargest(fields);
  return levels.map((level) => ({
    ground: contourOf(all, level, frame, LEAST),
    topics: fields.slice(0, count).flatMap((field, k) => {
      const values = new Float64Array(field.values.length);
      // Positive where there is ground, and the topic is ahead of every other.
      eachCell(field, (at, c) => {
        const f = field.values[at];
        values[at] = Math.min(f - (f === best[c] ? second[c] : best[c]), all.values[c] - level);
      });
      const rings = contourOf({ ...field, values }, 0, frame, { island: 0, cells: 3 });
      return rings.length > 0 ? [{ topic: ids[k], rings }] : [];
    }),
  }));
}

function levelsOf(found: Under, papers: number): number[] {
  const low = (valueAtPlace(found, Math.floor(papers * SHORE.papers)) ?? 0) * SHORE.share;
  const high = Math.max(valueAtPlace(found, Math.floor((papers - 1) * SUMMIT)) ?? 0, low * 2);
  return Array.from({ length: STEPS }, (_, k) => low + (high - low) * pow(k / STEPS, BEND));
}
