/** The element that holds the map in a page of one file. */
const ELEMENT = /<script\b(?=[^>]*\bid=["']?topograph-map["'\s>])[^>]*>/i;

/** Whether the beginning of a file (some 4,000 characters) is that of a page in one file with a map in it, as `toHtml` writes it. */
export function beginsLikePage(head: string): boolean {
  return /^\s*(?:<!doctype html|<html)/i.test(head) && ELEMENT.test(head);
}

/** The packed map of a page in one file, in base64; undefined where it holds none. */
export function packedMapOf(page: string): string | undefined {
  const found = ELEMENT.exec(page);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = page.indexOf("<", start);
  const packed = page.slice(start, end < 0 ? undefined : end).trim();
  return packed === "" ? undefined : packed;
}
