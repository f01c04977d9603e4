import type { DecodedArray } from "hyparquet/src/types.js";
import type { PageData } from "hyparquet-writer/src/types.js";
import { isLists, type Lists, type Values } from "./values.ts";

/** How far down a value of an optional column is there, and one of a list: list and element. */
const [THERE, IN_LIST] = [1, 2];

/**
 * Values with their levels, as Parquet has them (Dremel). hyparquet-writer finds the same by a walk through the schema for
 * every value of a list, which takes a microsecond.
 */
export function pageDataOf(values: Values, isRequired: boolean): PageData {
  if (isLists(values)) return listData(values);
  const [column, none] = [values as DecodedArray, new Uint8Array()];
  if (isRequired) return { values: column, ...levels(none, none), maxDefinitionLevel: 0 };
  const depth = new Uint8Array(values.length);
  for (let i = 0; i < depth.length; i++) if (values[i] !== null && values[i] !== undefined) depth[i] = THERE;
  return { values: column, ...levels(depth, none), maxDefinitionLevel: THERE };
}

/** A row without a list takes one place, too, which holds null. */
function listData({ start, values: all }: Lists): PageData {
  const rows = start.length - 1;
  let empty = 0;
  for (let row = 0; row < rows; row++) if (start[row] === start[row + 1]) empty++;
  const depth = new Uint8Array(all.length + empty);
  /** 0 where a row begins, 1 behind. */
  const inside = new Uint8Array(all.length + empty);
  const values = empty > 0 ? new Array<number | string | null>(depth.length).fill(null) : all;
  for (let row = 0, at = 0; row < rows; row++) {
    const [from, to] = [start[row], start[row + 1]];
    if (from === to) at++;
    for (let k = from; k < to; k++, at++) {
      depth[at] = IN_LIST;
      if (k > from) inside[at] = 1;
      if (values !== all) (values as (number | string | null)[])[at] = all[k];
    }
  }
  return { values: values as DecodedArray, ...levels(depth, inside), maxDefinitionLevel: IN_LIST };
}

/** They are only counted through, which bytes can be as well as lists of numbers. */
function levels(definition: Uint8Array, repetition: Uint8Array) {
  return {
    definitionLevels: definition as unknown as number[],
    repetitionLevels: repetition as unknown as number[],
  };
}
