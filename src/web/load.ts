import { decodeMap } from "../model/decode.ts";
import type { TopicMap } from "../model/map.ts";
import { texts } from "./texts.ts";

/** Where a map can come from: an element that holds it, an address, or a file. */
export type MapPlace = HTMLScriptElement | URL | Blob;

/**
 * The bytes of a map from wherever it is, as they are there (perhaps gzip).
 * @throws Error with a message for people
 */
export async function fetchMap(place: URL | Blob): Promise<Blob> {
  if (place instanceof Blob) return place;
  const name = place.pathname.split("/").pop() ?? "";
  const response = await fetch(place).catch((error: unknown) => {
    throw new Error(texts.failed.fetch(name, String(error)));
  });
  if (!response.ok) throw new Error(texts.failed.fetch(name, `${response.status} ${response.statusText}`));
  return response.blob();
}

/**
 * Decodes the map that a page carries in itself: plain, gzip, or packed columns.
 * @throws TopographError where it is not a map
 */
export async function decodeScript(element: HTMLScriptElement): Promise<TopicMap> {
  const text = element.textContent ?? "";
  if (element.type === "application/json") return decodeMap([text]);
  const { fromText, unpack } = await import("../export/unpack.ts");
  const packed = fromText(text);
  if (element.type === "application/gzip")
    return decodeMap(pieces(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))));
  const { outOfColumns } = await import("../export/columns-json.ts");
  return decodeMap(outOfColumns(JSON.parse(new TextDecoder().decode(unpack(packed)))));
}

/**
 * Decodes a map, as a stream.
 * @throws TopographError where it is not a map
 */
export async function decodeBlob(blob: Blob): Promise<TopicMap> {
  const unpacked = (await isPacked(blob))
    ? blob.stream().pipeThrough(new DecompressionStream("gzip"))
    : blob.stream();
  return decodeMap(pieces(unpacked));
}

/** Whether a file is a map that this program saved: told by its beginning. */
export async function isSavedMap(file: Blob): Promise<boolean> {
  const packed = await isPacked(file);
  let head = "";
  if (packed) {
    const stream = file.stream().pipeThrough(new DecompressionStream("gzip"));
    for await (const piece of pieces(stream)) {
      head = new TextDecoder().decode(piece.subarray(0, 4096));
      break;
    }
  } else head = await file.slice(0, 4096).text();
  return /^\s*\{/.test(head) && /"generator"\s*:\s*"topograph /.test(head);
}

async function isPacked(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x1f && head[1] === 0x8b;
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
