/** One table of a font file. */
interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Uint8Array;
  readonly isPacked: boolean;
}

/** A WOFF 1.0 file (https://www.w3.org/TR/WOFF) as its tables, most of them packed by zlib's deflate. */
function tablesOf(woff: Uint8Array): Table[] {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  return Array.from({ length: view.getUint16(12) }, (_, k) => {
    const at = 44 + 20 * k;
    const [from, packed, length] = [4, 8, 12].map((field) => view.getUint32(at + field));
    return {
      tag: view.getUint32(at),
      checksum: view.getUint32(at + 16),
      data: woff.subarray(from, from + packed),
      isPacked: packed < length,
    };
  });
}

/** The TrueType file that a WOFF 1.0 file was packed from. @param inflate unpacks what zlib's deflate packed */
export function unpackWoff(woff: Uint8Array, inflate: (data: Uint8Array) => Uint8Array): Uint8Array {
  return fileOf(
    woff,
    tablesOf(woff).map((table) => ({ ...table, data: table.isPacked ? inflate(table.data) : table.data })),
  );
}

/** As `unpackWoff`, where unpacking takes its time (browsers). */
export async function unpackWoffLater(
  woff: Uint8Array,
  inflate: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const tables = tablesOf(woff).map(async (table) => ({
    ...table,
    data: table.isPacked ? await inflate(table.data) : table.data,
  }));
  return fileOf(woff, await Promise.all(tables));
}

function fileOf(woff: Uint8Array, tables: readonly Table[]): Uint8Array {
  const count = tables.length;
  const padded = (length: number) => (length + 3) & ~3;
  const out = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), 12 + 16 * count));
  const view = new DataView(out.buffer);
  out.set(woff.subarray(4, 8));
  view.setUint16(4, count);
  let [power, exponent] = [1, 0];
  for (; power * 2 <= count; power *= 2) exponent++;
  for (const [k, value] of [power * 16, exponent, (count - power) * 16].entries())
    view.setUint16(6 + 2 * k, value);
  let at = 12 + 16 * count;
  for (const [k, { tag, checksum, data }] of tables.entries()) {
    for (const [field, value] of [tag, checksum, at, data.length].entries())
      view.setUint32(12 + 16 * k + 4 * field, value);
    out.set(data, at);
    at += padded(data.length);
  }
  return out;
}
