import { TopographError } from "../model/errors.ts";

/** Stands in the place of the graph measures in a page of one file, which is kept small; measures of its map are shown. */
export function measure(): never {
  throw new TopographError("input", "this page measures no graph; write its map with --measures");
}
