import { decodeMap } from "../model/decode.ts";
import type { TopicMap } from "../model/map.ts";
import { texts } from "./texts.ts";

/** Where a map can come from: an element that holds it, an address, or a file. */
export type MapPlace = HTMLScriptElement | URL | Blob;

/**
 * Reads a map from wherever it is, as a stream where it is long.
 * @throws Error with a message for people; TopographError where it is not a map
 */
export async function loadMap(place: MapPlace): Promise<TopicMap> {
  if (place instanceof HTMLScriptElement) {
    const text = place.textContent ?? "";
    if (place.type === "application/json") return decodeMap([text]);
    const { fromText, unpack } = await import("../export/unpack.ts");
    const packed = fromText(text);
    if (place.type === "application/gzip")
      return decodeMap(pieces(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))));
    const { outOfColumns } = await import("../export/columns-json.ts");
    return decodeMap(outOfColumns(JSON.parse(new TextDecoder().decode(unpack(packed)))));
  }
  if (place instanceof Blob) return decodeMap(pieces(place.stream()));
  const name = place.pathname.split("/").pop() ?? "";
  const response = await fetch(place).catch((error: unknown) => {
    throw new Error(texts.failed.fetch(name, String(error)));
  });
  if (!response.ok || response.body === null)
    throw new Error(texts.failed.fetch(name, `${response.status} ${response.statusText}`));
  return decodeMap(pieces(response.body));
}

/** The map the page was served or written with, if any. */
export function givenMap(): MapPlace | undefined {
  const element = document.getElementById("topograph-map");
  if (element instanceof HTMLScriptElement && element.textContent?.trim()) return element;
  const link = document.querySelector<HTMLLinkElement>('link[rel="topograph-map"]');
  return link ? new URL(link.href, document.baseURI) : undefined;
}

async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
