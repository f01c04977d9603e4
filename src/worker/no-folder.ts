import { TopographError } from "../model/errors.ts";

/** Stands in the place of the reader of map folders in a page of one file, which is kept small. */
export function beginFolder(): never {
  throw new TopographError("input", "this page opens no map folders: use Topograph itself");
}

export const readPoints = beginFolder;
