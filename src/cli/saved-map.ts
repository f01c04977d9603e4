import { createGunzip } from "node:zlib";
import type { Source } from "../model/collection.ts";
import { decodeMap } from "../model/decode.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { openInput } from "./inputs.ts";

const HEAD = 4096;

/** Reads a saved map, packed or not. @throws TopographError (input) that names the file, and what to do */
export async function loadMap(word: string): Promise<TopicMap> {
  const source = openInput(word);
  try {
    return await decodeMap(plainBytes(source));
  } catch (error) {
    if (!(error instanceof TopographError && error.kind === "input")) throw error;
    if (error.message.startsWith("cannot open")) throw error;
    // What was never a map is most likely what one is made of.
    const isOther = error.message.startsWith("not a saved map") && !(await beginsLikeMap(source));
    const way = isOther ? `; topograph build ${word} -o map.json makes one of papers` : "";
    throw new TopographError("input", `${source.name}: ${error.message}${way}`);
  }
}

/** Whether a file begins like a saved map rather than like a list of papers. */
export async function isSavedMap(word: string): Promise<boolean> {
  return word !== "-" && beginsLikeMap(openInput(word));
}

async function beginsLikeMap(source: Source): Promise<boolean> {
  let head = "";
  const decoder = new TextDecoder();
  for await (const chunk of plainBytes(source)) {
    head += decoder.decode(chunk.subarray(0, HEAD), { stream: true });
    if (head.length >= HEAD) break;
  }
  return /^\s*\{/.test(head) && /"generator"\s*:\s*"topograph /.test(head);
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
