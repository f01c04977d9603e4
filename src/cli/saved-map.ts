import { createGunzip, gunzipSync } from "node:zlib";
import { outOfColumns } from "../export/columns-json.ts";
import { beginsLikePage, packedMapOf } from "../export/from-html.ts";
import { fromBase64 } from "../kernel/base64.ts";
import type { Source } from "../model/collection.ts";
import { decodeMap } from "../model/decode.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { textEvidence } from "../worker/evidence.ts";
import { withReadouts } from "../worker/readouts.ts";
import { openInput } from "./inputs.ts";
import { findFolder, loadFolder, noteEvidence } from "./map-folder.ts";

const HEAD = 4096;

/** Reads a saved map: a file, packed or not, a page of one file, a map folder, or an archive of one. @param needsEvidence as of `loadFolder` @throws TopographError (input) that names the file, and what to do */
export async function loadMap(word: string, needsEvidence = true): Promise<TopicMap> {
  const folder = await findFolder(word);
  if (folder) return loadFolder(folder, needsEvidence);
  const source = openInput(word);
  try {
    if (beginsLikePage(await headOf(source))) return whole(await decodeMap(mapInPage(source)));
    return noteEvidence(await decodeMap(plainBytes(source)));
  } catch (error) {
    if (!(error instanceof TopographError && error.kind === "input")) throw error;
    if (error.message.startsWith("cannot open")) throw error;
    // What was never a map is most likely what one is made of.
    const isOther = error.message.startsWith("not a saved map") && !(await beginsLikeMap(source));
    const way = isOther ? `; topograph build ${word} -o map.json makes one of papers` : "";
    throw new TopographError("input", `${source.name}: ${error.message}${way}`);
  }
}

/** With the shared terms of each link, which a page in one file leaves out and makes again of the texts. */
function whole(map: TopicMap): TopicMap {
  return map.withheld ? map : { ...map, edges: withReadouts(map.edges, textEvidence(map)) };
}

/** Whether a file begins like a saved map rather than like a list of papers. */
export async function isSavedMap(word: string): Promise<boolean> {
  return word !== "-" && ((await findFolder(word)) !== undefined || (await beginsLikeMap(openInput(word))));
}

async function beginsLikeMap(source: Source): Promise<boolean> {
  const head = await headOf(source);
  return (/^\s*\{/.test(head) && /"generator"\s*:\s*"topograph /.test(head)) || beginsLikePage(head);
}

async function headOf(source: Source): Promise<string> {
  let head = "";
  const decoder = new TextDecoder();
  for await (const chunk of plainBytes(source)) {
    head += decoder.decode(chunk.subarray(0, HEAD), { stream: true });
    if (head.length >= HEAD) break;
  }
  return head;
}

/** The JSON of the map in a page of one file. @throws TopographError (input) where it is cut off or damaged */
async function* mapInPage(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let page = "";
  for await (const chunk of plainBytes(source)) page += decoder.decode(chunk, { stream: true });
  const packed = packedMapOf(page);
  if (packed === undefined) throw new TopographError("input", "the page holds no map; save it again");
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(fromBase64(packed));
  } catch {
    throw new TopographError("input", "the map in the page is damaged or cut off; save it again");
  }
  yield* outOfColumns(
    (async function* () {
      yield bytes;
    })(),
  );
}

/** The bytes of a source, unpacked where they are gzip. */
async function* plainBytes(source: Source): AsyncGenerator<Uint8Array> {
  const chunks = source.chunks();
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const rest = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* rest;
  else yield* unpack(rest);
}

async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  void (async () => {
    try {
      for await (const chunk of chunks)
        if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once("drain", resolve));
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch {
    throw new TopographError("input", "the gzip data is damaged or cut off; download or pack it again");
  }
}
