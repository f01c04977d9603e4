import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { openTable } from "../../src/folder/parquet-reader.ts";
import { packZstd, startZstd, unpackZstd } from "../../src/folder/zstd.ts";

await startZstd();
const text = new TextEncoder().encode("maps of papers, ".repeat(1000));

test("what is packed comes out again, of any length", () => {
  for (const length of [0, 1, 255, 16_000]) {
    const bytes = text.subarray(0, length);
    expect(unpackZstd(packZstd(bytes), length)).toEqual(bytes);
  }
});

test("a frame is the same bytes on every machine", () => {
  expect(Buffer.from(packZstd(text.subarray(0, 160))).toString("hex")).toBe(
    "28b52ffd20a0bd0000806d617073206f66207061706572732c2001001a43cd25",
  );
});

test("a page that is damaged, or longer or shorter than the file says, is none", () => {
  const packed = packZstd(text);
  const damaged = packed.slice();
  damaged[6] ^= 255;
  expect(() => unpackZstd(damaged, text.length)).toThrow("no frame of 16000 bytes");
  expect(() => unpackZstd(packed.subarray(0, 20), text.length)).toThrow("no frame");
  expect(() => unpackZstd(packed, text.length - 1)).toThrow("no frame");
  expect(() => unpackZstd(packed, text.length + 1)).toThrow("no frame");
  expect(() => unpackZstd(packed, 2 ** 31)).toThrow("larger than any that is written");
  expect(unpackZstd(packed, text.length)).toEqual(text);
});

test("tables that are packed by gzip, as they once were, are read", async () => {
  const bytes = parquetWriteBuffer({
    columnData: [{ name: "title", data: ["One", "Another"], type: "STRING" }],
    codec: "GZIP",
    compressors: { GZIP: (page: Uint8Array) => new Uint8Array(gzipSync(page)) },
  });
  const table = await openTable("texts.parquet", bytes, [{ name: "title", type: "string" }]);
  expect(await table.group(0, ["title"])).toEqual([["One", "Another"]]);
});
