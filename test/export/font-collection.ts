/** Fonts in one file (OpenType, "Font Collections"): a head with where each begins, then the fonts with their offsets moved. */
export function collectionOf(fonts: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc(12 + 4 * fonts.length);
  head.write("ttcf", 0, "latin1");
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const parts = [head];
  let at = head.length;
  for (const [k, font] of fonts.entries()) {
    const moved = Buffer.alloc(Math.ceil(font.length / 4) * 4);
    moved.set(font);
    const tables = moved.readUInt16BE(4);
    for (let t = 0; t < tables; t++) {
      const offset = 12 + 16 * t + 8;
      moved.writeUInt32BE(moved.readUInt32BE(offset) + at, offset);
    }
    head.writeUInt32BE(at, 12 + 4 * k);
    parts.push(moved);
    at += moved.length;
  }
  return Buffer.concat(parts);
}
