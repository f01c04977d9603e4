import type { TopicMap } from "../model/map.ts";
import { fieldNamed } from "../model/own-fields.ts";
import { sizesBy } from "../scene/dots.ts";
import type { PaperNames } from "../scene/labels/candidates.ts";
import { facetOf } from "../scene/scale/facet.ts";
import { type Paint, paintOf, sizeValues } from "../scene/scale/paint.ts";
import type { Filters } from "./filters.ts";
import { fieldFilterOf } from "./own-filters.ts";

/** Fields that fill dots, ring them, size them and name papers, by name; absent: topics, no rings, the map's own sizes, titles. */
export interface Dots {
  readonly color?: string;
  readonly ring?: string;
  readonly size?: string;
  readonly label?: string;
  /** Values of the first and the last colour. */
  readonly limits?: readonly [number, number];
}

/** What fills and what rings the dots of a map; what names no field with values is left to topics, or out. */
export function paintsOf(
  map: TopicMap,
  { color, ring, limits }: Dots,
  dark: boolean,
  filters?: Filters,
): { readonly fill: Paint | undefined; readonly ring: Paint | undefined } {
  const paint = (name: string | undefined, own?: Dots["limits"]) => {
    const field = name === undefined ? undefined : fieldNamed(map, name);
    return (
      field &&
      paintOf(field, dark, { limits: own, first: filters && fieldFilterOf(filters, field.name)?.values })
    );
  };
  return { fill: paint(color, limits), ring: paint(ring) };
}

/** What dots are sized by where it is the numbers of a field, see `sizeValues`; undefined where it has none. */
export function sizeValuesOf(map: TopicMap, name: string | undefined): Float32Array | undefined {
  const field = name === undefined ? undefined : fieldNamed(map, name);
  return field && sizeValues(field);
}

/** Sizes of dots by the numbers of a field, in map units; undefined where it has none. */
export function sizesByField(map: TopicMap, name: string | undefined): Float32Array | undefined {
  const values = sizeValuesOf(map, name);
  return values && sizesBy(values, map.size);
}

/** What papers are called by a field: its value, several one after another; "" where it is missing. Undefined where there is no such field. */
export function namesByField(map: TopicMap, name: string | undefined): PaperNames | undefined {
  const field = name === undefined ? undefined : fieldNamed(map, name);
  if (!field) return undefined;
  if (field.type === "number") {
    const { values, unit = "" } = field;
    // Exactly: scales round.
    return (i) => (Number.isNaN(values[i]) ? "" : `${values[i]}${unit === "%" ? "" : " "}${unit}`.trim());
  }
  if (field.type === "date") return (i) => field.labels[field.codes[i]] ?? "";
  const { names, start, values } = facetOf(field);
  return (i) => Array.from(values.subarray(start[i], start[i + 1]), (value) => names[value]).join(", ");
}
