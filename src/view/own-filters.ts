import type { FieldFilter } from "./field-filter.ts";
import { type Filters, OWN_FILTERS } from "./filters.ts";

type Own = Pick<Filters, "concepts" | "venues" | "authors" | "years" | "fields">;

/** What papers are filtered by in a field, wherever that is kept; undefined where by nothing. */
export function fieldFilterOf(filters: Own, name: string): FieldFilter | undefined {
  const own = filters.fields.get(name);
  if (own) return own;
  if (name === "year") return filters.years && { range: [filters.years[0], filters.years[1] + 1] };
  const key = listOf(name);
  return key && filters[key].size > 0 ? { values: filters[key] } : undefined;
}

/**
 * Filters by a field, nothing where the filter is undefined or without parts. Years, venues, authors and concepts are
 * kept where their own lists and the bars of years show them; only what these cannot say (papers without a value, values
 * without a colour) is kept as a filter by a field in their place.
 * @param years the first and the last of the map
 */
export function withFieldFilter(
  filters: Own,
  name: string,
  filter: FieldFilter | undefined,
  years: readonly [number, number],
): { readonly [K in keyof Own]?: Own[K] | undefined } {
  const fields = new Map(filters.fields);
  fields.delete(name);
  const { range, values, others, missing } = filter ?? {};
  const isMore = others === true || missing === true;
  const key = listOf(name);
  if (filter && (isMore || (!key && name !== "year" && (range || values?.size)))) fields.set(name, filter);
  if (key) return { fields, [key]: isMore ? new Set() : (values ?? new Set()) };
  if (name !== "year") return { fields };
  if (isMore || !range) return { fields, years: undefined };
  const [low, high] = [Math.max(years[0], Math.ceil(range[0])), Math.min(years[1], Math.ceil(range[1]) - 1)];
  return { fields, years: [low, high] };
}

/** Filters by fields after a change of filters: what is chosen in a list of its own is no more chosen by its field. */
export function fieldsAfter(
  before: Own,
  change: { readonly [K in keyof Own]?: Own[K] | undefined },
): Own["fields"] {
  const left = [...before.fields].filter(([name]) => !change[OWN_FILTERS.get(name) ?? "fields"]);
  return change.fields ?? (left.length < before.fields.size ? new Map(left) : before.fields);
}

function listOf(name: string): "concepts" | "venues" | "authors" | undefined {
  const key = OWN_FILTERS.get(name);
  return key === "years" ? undefined : key;
}
