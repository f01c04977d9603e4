import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { toBase64 } from "./base64.ts";
import { inColumns } from "./columns-json.ts";
import { gzip } from "./gzip.ts";
import { xml } from "./xml.ts";

/** The place of the map in the prebuilt page. */
const PLACEHOLDER = /<script\b(?=[^>]*\bid=["']?topograph-map["'\s>])[^>]*>\s*<\/script>/i;

/**
 * The single file: the prebuilt page (dist/page-single/index.html, everything inlined) with one map in it, as lines of
 * columns packed by gzip. The template holds one empty element, which the page reads on start:
 *
 *     <script id="topograph-map" type="application/gzip"></script>
 *
 * @param view what it opens with, as in an address of the page
 * @throws Error where the template has no place for it: the build is broken
 */
export function* toHtml(template: string, map: TopicMap, view = ""): Generator<string, void, undefined> {
  const found = PLACEHOLDER.exec(template);
  if (!found) throw new Error('the page has no <script id="topograph-map"></script> to put the map in');
  yield template.slice(0, found.index);
  yield* packedScript(
    "topograph-map",
    inColumns(encodeMap(map), { whole: map.withheld !== undefined }),
    view,
  );
  yield template.slice(found.index + found[0].length);
}

/** A script element that holds text, packed. @param id letters and hyphens */
export function* packedScript(
  id: string,
  text: Iterable<string>,
  view = "",
): Generator<string, void, undefined> {
  yield `<script id="${id}" type="application/gzip"${view === "" ? "" : ` data-view="${xml(view)}"`}>`;
  yield* toBase64(gzip(text));
  yield "</script>";
}
