import type { FieldFilter } from "../../view/field-filter.ts";
import { setFilters } from "./actions.ts";
import * as state from "./state.ts";

/** Filters by a field; undefined, or a filter without parts, lifts that. */
export function setFieldFilter(name: string, filter: FieldFilter | undefined): void {
  const fields = new Map(state.current.peek()?.filters.peek().fields);
  const { range, values, others, missing } = filter ?? {};
  if (range || values?.size || others || missing) fields.set(name, filter ?? {});
  else fields.delete(name);
  setFilters({ fields });
}
