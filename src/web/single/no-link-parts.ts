/** A page of one file has all texts of its map: links are told with their evidence. */
export function linkInParts(): string {
  return "";
}
