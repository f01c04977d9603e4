import { isMissing } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { fieldNamed } from "../model/own-fields.ts";
import { facetOf } from "../scene/scale/facet.ts";
import { NAMED } from "../scene/scale/palettes.ts";
import { numbersOf } from "../scene/scale/values.ts";

/** What papers are to have in a field: any of its parts is enough. */
export interface FieldFilter {
  /** From the first number on to the second, which itself is out (dates as years and their parts). */
  readonly range?: readonly [number, number] | undefined;
  readonly values?: ReadonlySet<string> | undefined;
  /** Values that have no colour of their own. */
  readonly others?: boolean | undefined;
  /** Papers without a value. */
  readonly missing?: boolean | undefined;
}

/** Whether paper i passes the filter by a field; all pass where the map has no such field. */
export function passesField(map: TopicMap, name: string, filter: FieldFilter): (i: number) => boolean {
  const field = fieldNamed(map, name);
  if (!field) return () => true;
  const { range, values, others = false, missing = false } = filter;
  const lacks = (i: number) => missing && isMissing(field, i);
  const numbers = range && numbersOf(field);
  if (numbers) {
    const [low, high] = range;
    const isOpen = high === Number.POSITIVE_INFINITY;
    return (i) => (numbers[i] >= low && (numbers[i] < high || isOpen)) || lacks(i);
  }
  const facet = facetOf(field);
  const isWanted = Uint8Array.from(facet.names, (one) => (values?.has(one) ? 1 : 0));
  return (i) => {
    const [from, to] = [facet.start[i], facet.start[i + 1]];
    let hasNamed = from === to;
    for (let k = from; k < to; k++) {
      if (isWanted[facet.values[k]] === 1) return true;
      if (facet.values[k] < NAMED) hasNamed = true;
    }
    return (others && !hasNamed) || lacks(i);
  };
}

/** A filter by a field in an address. */
export function encodeFieldFilter([name, { range, values, others, missing }]: readonly [
  string,
  FieldFilter,
]): string {
  // JSON has no infinity: an end that is open is null.
  const ends = range?.map((end) => (Number.isFinite(end) ? end : null));
  return JSON.stringify([name, { range: ends, values: values && [...values], others, missing }]);
}

/** Filters by fields in an address; what is none is left out. */
export function decodeFieldFilters(texts: readonly string[]): Map<string, FieldFilter> {
  return new Map(
    texts.flatMap((text) => {
      const found = parsed(text);
      const [name, parts] = Array.isArray(found) ? found : [];
      if (typeof name !== "string" || typeof parts !== "object" || parts === null) return [];
      const { range, values, others, missing } = parts as Record<string, unknown>;
      const filter: FieldFilter = {
        ...(isRange(range)
          ? { range: [range[0] ?? Number.NEGATIVE_INFINITY, range[1] ?? Number.POSITIVE_INFINITY] as const }
          : {}),
        ...(Array.isArray(values)
          ? { values: new Set(values.filter((value) => typeof value === "string")) }
          : {}),
        ...(others === true ? { others } : {}),
        ...(missing === true ? { missing } : {}),
      };
      return Object.keys(filter).length > 0 ? [[name, filter] as const] : [];
    }),
  );
}

function isRange(found: unknown): found is readonly [number | null, number | null] {
  return (
    Array.isArray(found) &&
    found.length === 2 &&
    found.every((end) => end === null || typeof end === "number")
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
