import { toBase64 } from "../../export/base64.ts";
import { inColumns } from "../../export/columns-json.ts";
import { encodeMap } from "../../model/encode.ts";
import type { TopicMap } from "../../model/map.ts";

/**
 * Stands in the place of what fetches a page in one file: this one is one, and writes itself with the map as it is now.
 * Packed by the platform, whose bytes differ: a packer of our own would make every such page larger.
 */
export async function onePage(map: TopicMap): Promise<Iterable<string>> {
  const { topographPage = "" } = globalThis as { topographPage?: string };
  const place = /(<script id="topograph-map"[^>]*>)[^<]*/.exec(topographPage);
  if (!place) throw new Error("the page has no place for its map");
  const text = new Blob([...inColumns(encodeMap(map), { whole: map.withheld !== undefined })]).stream();
  const packed = await new Response(text.pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  return [
    "<!doctype html>\n",
    topographPage.slice(0, place.index),
    place[1].replace(/ data-view="[^"]*"/, ""),
    ...toBase64([new Uint8Array(packed)]),
    topographPage.slice(place.index + place[0].length),
    "\n",
  ];
}
