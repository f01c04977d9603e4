/** Stands in the place of what brings the rest of a map folder: a page in one file opens none. */
export function bareMap(): never {
  throw new Error("this page opens no map folders: use Topograph itself");
}

/** Is never asked for. */
export const bringRest = bareMap;
