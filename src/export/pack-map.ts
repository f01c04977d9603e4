import { encodeMap } from "../model/encode.ts";
import type { TopicMap } from "../model/map.ts";
import { inColumns } from "./columns-json.ts";
import { asText, pack } from "./pack.ts";

/** A map packed as the text of a script element, and that element's type. */
export interface PackedMap {
  readonly type: "application/x-topograph" | "application/gzip";
  readonly text: Iterable<string>;
}

/** Up to this many characters of JSON a map is packed as well as can be; above, which would take many seconds, by gzip. */
const MOST = 24_000_000;

/** Packs a map for a page in one file. @param gzip packs what is too large for the better way */
export function packMap(map: TopicMap, gzip: (json: Iterable<string>) => Uint8Array): PackedMap {
  const chunks: string[] = [];
  let length = 0;
  for (const chunk of encodeMap(map)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST) return { type: "application/gzip", text: asText(gzip(encodeMap(map))) };
  }
  const columns = JSON.stringify(inColumns(chunks.join("")));
  return { type: "application/x-topograph", text: asText(pack(new TextEncoder().encode(columns))) };
}
