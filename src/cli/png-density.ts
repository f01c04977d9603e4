import { crc32 } from "node:zlib";

/** Where the first chunk of a PNG ends: its signature, and IHDR of 13 bytes with length, name and sum (PNG, 11.2.2). */
const AFTER_HEADER = 8 + 25;

/** A PNG that says how many pixels an inch of it has, by the chunk pHYs (PNG, 11.3.5.3), which counts by metre. */
export function withDensity(png: Uint8Array, perInch: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  const perMetre = Math.round(perInch / 0.0254);
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]);
}
