import type { TopicMap } from "../model/map.ts";
import { fieldNamed } from "../model/own-fields.ts";
import { sizesBy } from "../scene/dots.ts";
import { type Paint, paintOf, sizeValues } from "../scene/scale/paint.ts";
import type { Filters } from "./filters.ts";

/** Fields that fill dots, ring them and size them, by name; absent: topics, no rings, the map's own sizes. */
export interface Dots {
  readonly color?: string;
  readonly ring?: string;
  readonly size?: string;
  /** Values of the first and the last colour. */
  readonly limits?: readonly [number, number];
}

/** What fills and what rings the dots of a map; what names no field with values is left to topics, or out. */
export function paintsOf(
  map: TopicMap,
  { color, ring, limits }: Dots,
  dark: boolean,
  filters?: Pick<Filters, "fields">,
): { readonly fill: Paint | undefined; readonly ring: Paint | undefined } {
  const paint = (name: string | undefined, own?: Dots["limits"]) => {
    const field = name === undefined ? undefined : fieldNamed(map, name);
    return field && paintOf(field, dark, { limits: own, first: filters?.fields.get(field.name)?.values });
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
