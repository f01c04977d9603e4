import type { PackedMap } from "./pack-map.ts";

/**
 * The single file: the prebuilt page (dist/page-single/index.html, everything inlined) with one map in it. The template
 * holds one empty element, which the page reads on start:
 *
 *     <script id="topograph-map" type="application/json"></script>
 *
 * It is filled with the map's JSON, or, with another type, with that packed (a seventh of the size).
 */
const PLACEHOLDER = /<script\b(?=[^>]*\bid=["']?topograph-map["'\s>])[^>]*>\s*<\/script>/i;

/** What JSON holds only inside strings and HTML or JavaScript may take for something else. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * Fills the page with a map's JSON.
 * @throws Error where the template has no place for it: the build is broken
 */
export function* toHtml(template: string, json: Iterable<string>): Generator<string, void, undefined> {
  const [before, after] = splitTemplate(template);
  yield `${before}<script id="topograph-map" type="application/json">`;
  for (const chunk of json) yield escapeJson(chunk);
  yield `</script>${after}`;
}

/**
 * Fills the page with a packed map (see `packMap`).
 * @throws Error as `toHtml`
 */
export function* toPackedHtml(
  template: string,
  { type, text }: PackedMap,
): Generator<string, void, undefined> {
  const [before, after] = splitTemplate(template);
  yield `${before}<script id="topograph-map" type="${type}">`;
  yield* text;
  yield `</script>${after}`;
}

/** JSON that can stand in a script element: the same value, with `<`, `>`, `&` and the line separators as escapes. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function splitTemplate(template: string): [string, string] {
  const found = PLACEHOLDER.exec(template);
  if (!found) throw new Error('the page has no <script id="topograph-map"></script> to put the map in');
  return [template.slice(0, found.index), template.slice(found.index + found[0].length)];
}
