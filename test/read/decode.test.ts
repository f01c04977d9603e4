import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../../src/read/decode.ts";
import { messages, one, read } from "./reading.ts";

const utf16 = (text: string, little = true) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    bytes[2 * i] = little ? c & 255 : c >> 8;
    bytes[2 * i + 1] = little ? c >> 8 : c & 255;
  }
  return bytes;
};
const TABLE = "title,abstract\nÅngström one,Text\nPlain two,Text\n";

describe("encodings", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(TABLE)],
    ["UTF-8 with mark", new TextEncoder().encode(`\ufeff${TABLE}`)],
    ["UTF-16LE with mark", utf16(`\ufeff${TABLE}`)],
    ["UTF-16BE with mark", utf16(`\ufeff${TABLE}`, false)],
    ["UTF-16LE without mark", utf16(TABLE)],
    ["UTF-16BE without mark", utf16(TABLE, false)],
    ["windows-1252", Uint8Array.from(TABLE, (c) => c.charCodeAt(0))],
    ["gzip", new Uint8Array(gzipSync(TABLE))],
  ])("%s", async (_name, bytes) => {
    expect((await read(bytes, "a.csv")).papers.map((p) => p.title)).toEqual(["Ångström one", "Plain two"]);
  });

  it("says where bytes are not UTF-8 and how they were read", async () => {
    const bytes = Uint8Array.from("title,year\nOne,1999\nMüller,2000\n", (c) => c.charCodeAt(0));
    expect(messages(await read(bytes, "a.csv"))).toEqual([
      expect.stringMatching(/line 3: .*byte 21 .*windows-1252.*--encoding/),
    ]);
  });

  it("mends single bad bytes and keeps the UTF-8 around them", () => {
    const told: string[] = [];
    const bytes = new Uint8Array([...new TextEncoder().encode("é"), 0xe9, ...new TextEncoder().encode("é€")]);
    const decoder = createDecoder(bytes, (message) => told.push(message));
    expect(decoder.push(bytes).join("") + decoder.end()).toBe("ééé€");
    expect(told).toHaveLength(1);
  });

  it("any bytes in any split decode to the same text", () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (bytes, size) => {
          const decode = (step: number) => {
            const decoder = createDecoder(bytes, () => undefined);
            let text = "";
            for (let at = 0; at < bytes.length; at += step)
              text += decoder.push(bytes.subarray(at, at + step)).join("");
            return text + decoder.end();
          };
          expect(decode(size)).toBe(decode(1000));
        },
      ),
      { seed: 6, numRuns: 300 },
    ));

  it("reads what --encoding says", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode("@article{a, title={"),
      0xc9,
      0xee,
      0xb6,
      0xc8,
      ...new TextEncoder().encode("}}"),
    ]);
    expect((await read(bytes, "a.bib", { encoding: "gbk" })).papers[0].title).toBe("深度");
    await expect(one("x", "a", { encoding: "klingon" })).rejects.toThrow(/encoding is "klingon"/);
  });

  it("reads what came before damage in a gzip file, and refuses one that gives nothing", async () => {
    const whole = new Uint8Array(gzipSync(TABLE));
    expect((await read(whole.slice(0, 12), "a.csv.gz")).files[0].refusal).toMatch(/gzip/);
  });
});
