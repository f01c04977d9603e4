import { TopographError } from "../model/errors.ts";

/** Stands in the place of the comparison of two sets of papers in a page of one file, which does not ask for it. */
export function contrast(): never {
  throw new TopographError(
    "input",
    "this page compares no sets of papers; open its map with topograph serve",
  );
}
