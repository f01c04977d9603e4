import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { nativeSha256 } from "../../src/cli/sha256.ts";
import { readPapers } from "../../src/read/read.ts";
import { messages, read, source, titles } from "./reading.ts";

const MEGABYTE = 1_000_000;
/** As the command line reads: of so many bytes the portable digest takes longer than all else. */
const NATIVE = { createHash: nativeSha256 };

/** A source that hands out one piece again and again, and what comes after it. */
function stream(name: string, begin: string, piece: string, times: number, end: string) {
  const encoder = new TextEncoder();
  let handed = 0;
  const chunks = async function* () {
    yield encoder.encode(begin);
    const bytes = encoder.encode(piece);
    for (; handed < times; handed++) yield bytes;
    yield encoder.encode(end);
  };
  return { source: { name, chunks }, handed: () => handed };
}

describe("bounds", () => {
  it("a field of more than 10 million characters is cut off, and told of", async () => {
    const collection = await read(
      `[{"title":"One","abstract":"${"word ".repeat(2.2 * MEGABYTE)}"},{"title":"Two"}]`,
    );
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)).toEqual([
      expect.stringMatching(/a field of 11000000 characters, expected at most 10000000; cut off there/),
    ]);
  });

  it("a record of more than 64 million characters is cut off, and the rest of the file is read", async () => {
    const { source: endless } = stream(
      "a.bib",
      "@article{k, title={One}, abstract={",
      `${"abcdefgh ".repeat(11)}\n`.repeat(MEGABYTE / 100),
      70,
      "\n@article{b, title={Two}}\n",
    );
    const collection = await readPapers([endless], NATIVE);
    expect(titles(collection)).toEqual(["One", "Two"]);
    expect(messages(collection)[0]).toMatch(/no record ends in the 64000000 characters before this line/);
  });

  it("a stream without an end that says nothing is left after 64 million characters", async () => {
    const { source: zeros, handed } = stream("zero", "", "\0".repeat(MEGABYTE), 100_000, "");
    expect((await readPapers([zeros], NATIVE)).files[0].refusal).toMatch(/empty/);
    expect(handed()).toBeLessThan(70);
  });

  it("gzip that expands more than 200 times is left there", async () => {
    const bomb = gzipSync(`TY  - JOUR\nTI  - One\nER  - \n${" ".repeat(80 * MEGABYTE)}`);
    const collection = await read(bomb, "a.ris.gz");
    expect(titles(collection)).toEqual(["One"]);
    expect(messages(collection).join()).toMatch(
      /gzip: \d+ bytes expand to more than \d+, expected at most 200/,
    );
  });

  it("what is not read to its end has the digest of all its bytes", async () => {
    const pdf = new TextEncoder().encode(`%PDF-1.4\n${"x".repeat(200_000)}`);
    const one = await readPapers([source("a.pdf", pdf)]);
    const two = await readPapers([source("a.pdf", pdf.with(200_000, 121))]);
    expect(one.files[0].sha256).toMatch(/^[\da-f]{64}$/);
    expect(one.files[0].sha256).not.toBe(two.files[0].sha256);
  });
});
