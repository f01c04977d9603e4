import { groupBy } from "../kernel/columns.ts";
import { clamp } from "../kernel/numeric.ts";
import { oncePer } from "../kernel/once.ts";
import type { TopicMap } from "../model/map.ts";
import { type Frame, frameOf } from "./camera.ts";
import { contourOf } from "./contour.ts";
import {
  CELLS,
  densities,
  eachCell,
  topicsWithFields,
  twoLargest,
  type Under,
  under,
  valueAtPlace,
} from "./density.ts";
import type { Ring } from "./rings.ts";

/** The area of a topic in map units: an outer border and a denser core, each as rings (holes are rings too; fill by even-odd). */
export interface Area {
  readonly topic: number;
  readonly border: readonly Ring[];
  readonly core: readonly Ring[];
}

/** Fewer papers than this have no density: areas are drawn around them by the distance of neighbours. */
const HANDFUL = 8;
/** Share of a topic's largest piece below which another piece is not drawn, and cells below which none is. */
const LEAST = { island: 0.09, cells: 9 };
/** How far a topic must be ahead of the next for the plane to be its own: a small gap keeps borders apart. */
const AHEAD = 1.12;
/** How many times denser than at its border a topic is in its core. */
const CORE = 3.6;

/**
 * Areas of the first-level topics. Each topic's density is blurred over a grid; a topic owns the plane where its density
 * is the largest and above a level, so that areas never overlap. Worked out once a map. O(cells of topics + papers).
 */
export const areasOf: (map: TopicMap) => readonly Area[] = oncePer(foundAreas);

function foundAreas(map: TopicMap): Area[] {
  const { ids, column } = topicsWithFields(map);
  if (ids.length === 0) return [];
  const frame = frameOf(map.x, map.y);
  const { x, y } = map;
  const { fields, cells } = densities({ x, y, topic: column }, ids.length, reach(map, frame));
  const { start, item } = groupBy(column, ids.length);
  for (const [t, field] of fields.entries()) {
    const own = item.subarray(start[t], start[t + 1]);
    const level = levelOf(under(field, cells, own), own.length, x.length);
    for (let c = 0; c < field.values.length; c++) field.values[c] /= level;
  }
  const { best, second } = twoLargest(fields);
  return fields.flatMap((field, t) => {
    const { values } = field;
    const owned = new Float64Array(values.length);
    // Positive where the topic is dense enough and ahead of every other.
    eachCell(field, (at, c) => {
      const f = values[at];
      owned[at] = Math.min(f - 1, (f - (f === best[c] ? second[c] : best[c]) * AHEAD) * 2);
    });
    const border = contourOf({ ...field, values: owned }, 0, frame, LEAST);
    if (border.length === 0) return [];
    for (let c = 0; c < owned.length; c++) owned[c] = Math.min(owned[c], values[c] - CORE);
    return [{ topic: ids[t], border, core: contourOf({ ...field, values: owned }, 0, frame, LEAST) }];
  });
}

/** How many cells the density of papers is blurred by. */
function reach({ x }: TopicMap, frame: Frame): number {
  const spacing = CELLS / Math.sqrt(Math.max(4, x.length));
  // A handful of papers stand alone: their areas reach nearly to the next one's, so that they meet.
  const most = x.length < HANDFUL ? Math.round((0.85 * CELLS) / frame.side) : 5;
  return clamp(Math.round(spacing * 0.42), 2, Math.max(5, most));
}

/**
 * A level that nearly all the topic's papers stand above: low beside the density under its median paper and its sparse ones.
 * @param own how many they are
 * @param papers of the whole map
 */
function levelOf(found: Under, own: number, papers: number): number {
  const median = valueAtPlace(found, own >> 1) ?? 1;
  // In large maps topics run into each other: their areas follow the dense parts and leave single papers outside.
  const many = clamp((papers - 400) / 4000, 0, 1);
  const sparse = valueAtPlace(found, Math.floor(own * (0.06 + 0.16 * many))) ?? 1;
  return Math.max(Math.min(median * (0.26 + 0.12 * many), sparse * 0.7), median * 0.04, 1e-9);
}
