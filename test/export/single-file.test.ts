import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBase64 } from "../../src/export/base64.ts";
import { inColumns, outOfColumns } from "../../src/export/columns-json.ts";
import { gzip } from "../../src/export/gzip.ts";
import { toHtml } from "../../src/export/html.ts";
import { fromBase64 } from "../../src/kernel/base64.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { anyMap, sampleMap } from "../sample-map.ts";
import { roundTopics } from "../scene/map.ts";

const PAGE = '<html><script id="topograph-map" type="application/gzip"></script><script>"$&"</script></html>';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const json = (map: TopicMap) => [...encodeMap(map)].join("");

async function* cut(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let k = 0; k < bytes.length; k += length) yield bytes.subarray(k, k + length);
}

/** What the page reads out of itself. */
async function mapIn(page: string): Promise<TopicMap> {
  const packed = /id="topograph-map" type="application\/gzip">([^<]*)<\/script>/.exec(page)?.[1] ?? "";
  return decodeMap(outOfColumns(cut(gunzipSync(fromBase64(packed)), 1000)));
}

/** A map without the readouts of shared terms, which the page recomputes. */
const withoutReadouts = (map: TopicMap): TopicMap => ({
  ...map,
  edges: map.edges.map(({ readout: _, ...list }) => list),
});

describe("gzip", () => {
  test("any gunzip unpacks it, whatever the chunks", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (chunks) => {
        expect(gunzipSync(Buffer.concat([...gzip(chunks)])).toString()).toBe(chunks.join(""));
      }),
    );
  });

  test("the same text gives the same bytes in every engine and version: these", () => {
    const text = Array.from({ length: 5000 }, (_, k) => `${k} papers of ${k % 7} topics\n`);
    const packed = Buffer.concat([...gzip(text)]);
    expect(createHash("sha256").update(packed).digest("hex")).toBe(
      "1d8e529a284662f517b2d755ee8eef64ffe9a9cec0260d31f699c950ea97acb4",
    );
  });
});

describe("base64", () => {
  test("four letters of six bits for three bytes: 11111111 00000000 is 111111 110000 0000, filled up with 00 and =", () => {
    // 63 is "/", 48 is "w", 0 is "A".
    expect([...toBase64([Uint8Array.of(255, 0)])].join("")).toBe("/wA=");
    expect([...fromBase64("/wA=")]).toEqual([255, 0]);
  });

  test("any pieces give what Node gives for the whole, and come back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 100 })),
        fc.integer({ min: 0, max: 30_000 }),
        (parts, more) => {
          const all = [...parts, new Uint8Array(more).fill(7)];
          const text = [...toBase64(all)].join("");
          expect(text).toBe(Buffer.concat(all).toString("base64"));
          expect(Buffer.from(fromBase64(text)).equals(Buffer.concat(all))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("columns", () => {
  const plain = (text: string) => JSON.parse(text.replace(/,"evidence":\[.*?\]/g, ""));

  test("papers and links come a column an attribute, numbers of linked papers as differences", () => {
    const lines = [...inColumns(encodeMap(sampleMap()))].map((line) => JSON.parse(line));
    expect(lines.map(({ key }) => key)).toEqual(["attributes", "options", "nodes", "edges"]);
    expect(new Map<string, unknown>(lines[2].columns).get("year")).toEqual([2019, 2021, null, null]);
    // keyword p1–p2, p2–p3; citation p3→p1, p3→p2; …
    expect(lines[3].ends[0].slice(0, 4)).toEqual([1, 1, 1, 0]);
    expect(lines[3].ends[1].slice(0, 4)).toEqual([2, 1, -2, 1]);
    expect(lines[3].ends[2].slice(0, 4)).toEqual([1, 1, 0, 0]);
  });

  test("attributes named like what objects inherit stay", async () => {
    const odd = json(sampleMap()).replace('"label":', '"__proto__":1,"constructor":2,"label":');
    const lines = bytesOf([...inColumns([odd])].join(""));
    const back = await decodeMap(outOfColumns(cut(lines, 64)));
    expect(back.extra?.papers?.get(0)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });

  test("more than 10,000 papers and links take several lines, and are the same map", async () => {
    const map = roundTopics(12_000, 5);
    const lines = [...inColumns(encodeMap(map))];
    expect(lines.length).toBeGreaterThan(4);
    const back = await decodeMap(outOfColumns(cut(bytesOf(lines.join("")), 100_000)));
    expect(plain(json(back))).toEqual(plain(json(map)));
  });
});

describe("toHtml", () => {
  test("the map goes where the page has a place for it", () => {
    const page = [...toHtml(PAGE, sampleMap())].join("");
    expect(page).toMatch(/^<html><script id="topograph-map" type="application\/gzip">[^<]+<\/script>/);
    expect(page.endsWith('<script>"$&"</script></html>')).toBe(true);
    expect(() => [...toHtml("<html></html>", sampleMap())]).toThrow("no <script");
  });

  test("any map reads back equal, but for the readouts that the page recomputes", async () => {
    await fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        const back = await mapIn([...toHtml(PAGE, map)].join(""));
        expect(json(back)).toBe(json(withoutReadouts(map)));
      }),
      { numRuns: 100 },
    );
  });
});
