import { TopographError } from "../../model/errors.ts";

/** Stands in the place of graphology in a page of one file, which is kept small. */
export function toGraph(): never {
  throw new TopographError("input", "this page has no graph library; open its map with Topograph itself");
}
