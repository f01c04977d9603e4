import type { FieldFilter } from "../../view/field-filter.ts";
import { withFieldFilter } from "../../view/own-filters.ts";
import { setFilters } from "./actions.ts";
import * as state from "./state.ts";

/** Filters by a field; undefined, or a filter without parts, lifts that. */
export function setFieldFilter(name: string, filter: FieldFilter | undefined): void {
  const now = state.current.peek();
  if (!now) return;
  const { from = 0, counts = [] } = now.atlas.peek().years() ?? {};
  setFilters(withFieldFilter(now.filters.peek(), name, filter, [from, from + counts.length - 1]));
}
