import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Source } from "../model/collection.ts";
import { refuseBytes } from "./container.ts";
import { createDecoder } from "./decode.ts";
import { gunzip, isGzip } from "./gzip.ts";
import { EXPANSION_FROM, MOST_EXPANSION } from "./limits.ts";
import type { Warn } from "./record.ts";

/** An incremental sha256. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** Hexadecimal; ends the hash. */
  hex(): string;
}

/** sha256 in plain JavaScript, about 130 MB/s; who has a faster one of the platform hands it in. */
export function createSha256(): Hash {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/** A source as text, with what becomes known while it is read. */
export interface TextSource {
  /** The text, in pieces cut anywhere. */
  pieces(): AsyncGenerator<string>;
  /** Valid after the last piece. */
  readonly encoding: string;
  readonly sha256: string;
  /** Why no text could be had; valid after the last piece. */
  readonly refusal: string | undefined;
}

const HEAD = 65536;
/** A file in memory comes as one chunk: what is looked for in the head should not be looked for in all of it. */
const LONGEST_CHUNK = 1 << 20;
const MOST_LAYERS = 3;

/**
 * Bytes → text: unpacks gzip, finds the encoding, computes the digest of the bytes as they are stored, all in one pass.
 * @param onBytes told how many stored bytes have been read
 */
export function openText(
  source: Source,
  warn: Warn,
  encoding: string | undefined,
  onBytes: (count: number) => void,
  createHash: () => Hash = createSha256,
): TextSource {
  const hash = createHash();
  let name = encoding ?? "unknown";
  let refusal: string | undefined;
  let digest = "";

  let count = 0;
  const stored = async function* () {
    for await (const chunk of source.chunks()) {
      hash.update(chunk);
      count += chunk.length;
      onBytes(count);
      for (let at = 0; at < chunk.length; at += LONGEST_CHUNK) yield chunk.subarray(at, at + LONGEST_CHUNK);
    }
  };

  /** Ends where gzip expands more than text ever does. */
  const bounded = async function* (chunks: AsyncGenerator<Uint8Array>) {
    let size = 0;
    for await (const chunk of chunks) {
      yield chunk;
      size += chunk.length;
      if (size > EXPANSION_FROM && size > MOST_EXPANSION * count) {
        warn(
          `gzip: ${count} bytes expand to more than ${size}, expected at most ${MOST_EXPANSION} times as many; what came before was read`,
        );
        return;
      }
    }
  };

  const text = async function* (): AsyncGenerator<string> {
    const [head, rest] = await takeHead(stored(), HEAD);
    let [first, chunks] = [head, rest];
    // A file that was packed twice, by hand and by a server, is unpacked twice.
    for (let layer = 0; layer < MOST_LAYERS && isGzip(first); layer++)
      [first, chunks] = await takeHead(
        tolerant(bounded(gunzip(chunks)), warn, (reason) => (refusal = reason)),
        HEAD,
      );
    if (refusal === undefined || first.length > 0) refusal = refuseBytes(first);
    if (refusal !== undefined) return;
    const decoder = createDecoder(first, warn, encoding);
    for await (const chunk of chunks) {
      for (const text of decoder.push(chunk)) if (text !== "") yield text;
      name = decoder.encoding;
    }
    const tail = decoder.end();
    name = decoder.encoding;
    if (tail !== "") yield tail;
  };

  const pieces = async function* (): AsyncGenerator<string> {
    try {
      yield* text();
    } finally {
      // What was not read to its end is read again for its digest, if it has an end.
      const whole = source.size === undefined || count >= source.size;
      digest = whole ? hash.hex() : await digestOf(source, createHash);
    }
  };

  return {
    pieces,
    get encoding() {
      return name;
    },
    get sha256() {
      return digest;
    },
    get refusal() {
      return refusal;
    },
  };
}

/** The sha256 of a source's bytes, in hexadecimal. */
export async function digestOf(source: Source, createHash: () => Hash = createSha256): Promise<string> {
  const hash = createHash();
  for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.hex();
}

/** The first bytes (at least `length` where there are so many) and, beside them, the whole. */
async function takeHead(
  chunks: AsyncGenerator<Uint8Array>,
  length: number,
): Promise<[Uint8Array, AsyncGenerator<Uint8Array>]> {
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const { done, value } = await chunks.next();
    if (done) break;
    taken.push(value);
    size += value.length;
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const chunk of taken) {
    head.set(chunk, at);
    at += chunk.length;
  }
  return [
    head,
    (async function* () {
      if (head.length > 0) yield head;
      yield* chunks;
    })(),
  ];
}

/** Ends instead of throwing when the packed data is damaged. */
async function* tolerant(
  chunks: AsyncGenerator<Uint8Array>,
  warn: Warn,
  onNothing: (reason: string) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      yield chunk;
    }
  } catch {
    if (size === 0)
      onNothing(
        "gzip: the compressed data is damaged or cut off, nothing could be unpacked. Download or pack it again",
      );
    else
      warn(
        `gzip: the compressed data is damaged, cut off or followed by other data after ${size} unpacked bytes; what came before was read`,
      );
  }
}
