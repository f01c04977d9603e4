import { TopographError } from "../model/errors.ts";

/** Stands in the place of bursts and windows of years in a page of one file, which is kept small. */
export function burstsOfMap(): never {
  throw new TopographError("input", "this page looks for no bursts; open its map on a page that is served");
}

/** The same of windows. */
export const windowsOfMap: () => never = burstsOfMap;
