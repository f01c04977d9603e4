import { decodeMap } from "../../model/decode.ts";
import type { TopicMap } from "../../model/map.ts";
import type { Reading } from "../../model/match.ts";
import { unpacked } from "../../worker/bytes.ts";
import type { FolderPlace } from "../../worker/folder-place.ts";
import { texts } from "../texts/texts.ts";
import { folderAt, isHeadFile } from "./folder.ts";

/** Where a map can come from: an element that holds it, an address, a file, or a folder. */
export type MapPlace = HTMLScriptElement | URL | Blob | FolderPlace;

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
 * Decodes the map that a page in one file carries in itself (see `toHtml`).
 * @throws TopographError where it is not a map
 */
export async function decodeScript(element: HTMLScriptElement): Promise<TopicMap> {
  return decodePacked(element.textContent ?? "");
}

async function decodePacked(packed: string): Promise<TopicMap> {
  const { fromBase64 } = await import("../../kernel/base64.ts");
  const { outOfColumns } = await import("../../export/columns-json.ts");
  return decodeMap(outOfColumns(unpacked(new Blob([fromBase64(packed)]))));
}

/**
 * Decodes a map, as a stream, or the one in a page of one file.
 * @throws TopographError where it is not a map
 */
export async function decodeBlob(blob: Blob): Promise<TopicMap> {
  if (!(await isPage(blob))) return decodeMap(unpacked(blob));
  const { packedMapOf } = await import("../../export/from-html.ts");
  return decodePacked(packedMapOf(await blob.text()) ?? "");
}

/** Whether a file is a map that this program saved: told by its beginning. */
export async function isSavedMap(file: Blob): Promise<boolean> {
  const head = await headOf(file);
  return (/^\s*\{/.test(head) && /"generator"\s*:\s*"topograph /.test(head)) || looksLikePage(head);
}

/** Whether a file is a page in one file, by its beginning. */
async function isPage(file: Blob): Promise<boolean> {
  return looksLikePage(await headOf(file));
}

/** What is sure of it is loaded with what reads it. */
function looksLikePage(head: string): boolean {
  return /^\s*<(?:!doctype )?html/i.test(head) && /\bid=["']?topograph-map\b/.test(head);
}

async function headOf(file: Blob): Promise<string> {
  let head = "";
  for await (const piece of unpacked(file)) {
    head += new TextDecoder().decode(piece);
    if (head.length >= 4096) break;
  }
  return head;
}

/** The map the page was served or written with, or that its address names ("?map=maps/field/"), if any. */
export function givenMap(): MapPlace | string | undefined {
  const element = document.getElementById("topograph-map");
  if (element instanceof HTMLScriptElement && element.textContent?.trim()) return element;
  const linked = (name: string) =>
    document.querySelector<HTMLLinkElement>(`link[rel="topograph-${name}"]`)?.href;
  const folder = linked("folder");
  if (folder !== undefined) return folder;
  const map = linked("map");
  if (map !== undefined) return new URL(map, document.baseURI);
  return new URLSearchParams(location.search).get("map") ?? undefined;
}

/**
 * The map at an address, absolute or from the page's own: a folder ("maps/field/"), its archive, or a map in one file.
 * @throws Error with a message for people where the address is none, or of another host
 */
export async function mapAt(address: string): Promise<MapPlace> {
  if (!URL.canParse(address, document.baseURI)) throw new Error(texts.failed.noAddress(address));
  const url = new URL(address, document.baseURI);
  const folder = folderAt(url);
  if (folder || !url.pathname.endsWith("/map.json")) return folder ?? url;
  // The head of a folder, or a map in one file.
  const blob = await fetchMap(url);
  return (await isHeadFile(blob)) ? (folderAt(new URL("./", url)) ?? blob) : blob;
}

/** What was read for the map the page was served with; undefined where the server does not say. */
export async function givenReading(): Promise<Reading | undefined> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="topograph-reading"]');
  const response = link && (await fetch(link.href));
  return response?.ok ? response.json() : undefined;
}
