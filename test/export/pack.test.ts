import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inColumns, outOfColumns } from "../../src/export/columns-json.ts";
import { asText, pack } from "../../src/export/pack.ts";
import { packMap } from "../../src/export/pack-map.ts";
import { sortedSuffixes } from "../../src/export/suffixes.ts";
import { placesToTerms, termsToPlaces } from "../../src/export/terms-json.ts";
import { fromText, unpack } from "../../src/export/unpack.ts";
import { decodeMap } from "../../src/model/decode.ts";
import { encodeMap } from "../../src/model/encode.ts";
import { sampleMap } from "../sample-map.ts";

/** Texts that repeat themselves, which is where sorting suffixes is hard, and others. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.constantFrom(97, 98), { maxLength: 300 }).map((list) => Uint8Array.from(list)),
  fc.tuple(fc.uint8Array({ maxLength: 5 }), fc.nat(80)).map(([part, times]) => {
    return Uint8Array.from(Array.from({ length: times }, () => [...part]).flat());
  }),
);

describe("sortedSuffixes", () => {
  test("banana: a, ana, anana, banana, na, nana", () => {
    const text = new TextEncoder().encode("banana");
    expect([...sortedSuffixes(text, 255)]).toEqual([5, 3, 1, 0, 4, 2]);
  });

  test("is the order that comparing suffixes gives", () => {
    fc.assert(
      fc.property(bytes, (text) => {
        const slow = Array.from(text.keys()).sort((a, b) =>
          Buffer.compare(text.subarray(a), text.subarray(b)),
        );
        expect([...sortedSuffixes(text, 255)]).toEqual(slow);
      }),
    );
  });
});

describe("pack and unpack", () => {
  test("any bytes come back", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(unpack(pack(data))).toEqual(new Uint8Array(data));
      }),
    );
  });

  test("prose takes less than gzip needs", () => {
    const prose = readFileSync(new URL("../../data/resnet_papers_page.txt", import.meta.url));
    expect(pack(prose).length).toBeLessThan(gzipSync(prose, { level: 9 }).length);
    expect(Buffer.from(unpack(pack(prose))).equals(prose)).toBe(true);
  });
});

describe("asText and fromText", () => {
  test("any bytes come back, and no letter is one that HTML changes or ends an element with", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const text = [...asText(data)].join("");
        expect(text).not.toMatch(/[\0\n\r<]/);
        // Seven bits a letter: what is over at the end is less than a byte.
        expect(fromText(text).subarray(0, data.length)).toEqual(new Uint8Array(data));
        expect(fromText(text).length - data.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("terms as places", () => {
  test("each word of the text has a number; what does not stand there stays", () => {
    // word 1 of two words: (1 · 8 + 2 − 1) · 2 = 18; word 0, one word, in lower case: 0 + 1.
    expect(termsToPlaces(["residual nets", "deep", "C++"], "Deep residual nets")).toEqual([18, 1, "C++"]);
  });

  test("any terms come back", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 5 }), (words, terms) => {
        const text = words.join(" ");
        const all = [...terms, ...words.slice(0, 3), words.slice(1, 3).join(" ").toLowerCase()];
        expect(placesToTerms(termsToPlaces(all, text), text)).toEqual(all);
      }),
    );
  });
});

describe("packMap", () => {
  const map = sampleMap();
  const saved = [...encodeMap(map)].join("");
  const none = () => new Uint8Array(0);

  test("what it packs reads back as the map, but for the readouts that the page recomputes", async () => {
    const { type, text } = packMap(map, none);
    expect(type).toBe("application/x-topograph");
    const json = new TextDecoder().decode(unpack(fromText([...text].join(""))));
    const back = await decodeMap(outOfColumns(JSON.parse(json)));
    const plain = (part: string) => JSON.parse(part.replace(/,"evidence":\[.*?\]/g, ""));
    expect(plain([...encodeMap(back)].join(""))).toEqual(plain(saved));
  });

  test("attributes named like what objects inherit stay", () => {
    const odd = saved.replace('"label":', '"__proto__":1,"constructor":2,"label":');
    expect([...outOfColumns(inColumns(odd))].join("")).toContain('"__proto__":1,"constructor":2,"label":');
  });

  test("a map too large for it is packed by gzip, and reads back", () => {
    const large = { ...map, notes: [{ level: "info" as const, message: "long ".repeat(5_000_000) }] };
    const { type, text } = packMap(large, (json) => gzipSync([...json].join("")));
    expect(type).toBe("application/gzip");
    const packed = fromText([...text].join(""));
    const length = [...encodeMap(large)].reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
    expect(gunzipSync(packed.subarray(0, packed.length)).length).toBe(length);
  });
});
