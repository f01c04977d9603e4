import { Gzip } from "fflate";

/**
 * Packs text by gzip, streamed. By fflate and not by the platform, whose zlib differs between versions of Node and
 * browsers: the same text in the same chunks gives the same bytes everywhere. Any gunzip unpacks it.
 */
export function* gzip(text: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const packed: Uint8Array[] = [];
  // No time of packing; and the memory is named because fflate otherwise works it out by Math.log.
  const packer = new Gzip({ level: 9, mem: 12, mtime: 0 }, (part) => packed.push(part));
  const encoder = new TextEncoder();
  for (const chunk of text) {
    packer.push(encoder.encode(chunk));
    yield* packed.splice(0);
  }
  packer.push(new Uint8Array(0), true);
  yield* packed;
}
