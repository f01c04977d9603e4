/** A page of one file has all of its map from the beginning. */
export async function hasWhole(): Promise<boolean> {
  return true;
}
export const hasPapers = hasWhole;
