import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { BEGINNINGS, bareFile, hostileFile, PATTERNS } from "./linear-patterns.ts";
import { source } from "./reading.ts";
import { WRITERS } from "./samples.ts";
import { countSteps } from "./steps.ts";

/** Longer than all that is looked at for its own sake, such as the 400 characters of a line that may be a header. */
const LENGTH = 2000;
const MOST_RATIO = 2.6;
/** A sample of `npm run fuzz -- 0 linear`: every pattern in one field of one format, all behind each beginning in turn. */
const FORMATS = Object.keys(WRITERS);

const steps = (text: string) => countSteps(() => readPapers([source("file", text)]));

/** Twice the text may take 2.6 times the looks at a character. */
async function ratio(make: (length: number) => string): Promise<number> {
  const short = await steps(make(LENGTH));
  return (await steps(make(2 * LENGTH))) / short;
}

describe("reading takes time in proportion to the text", () => {
  it.each(PATTERNS.map((pattern, i) => [pattern, FORMATS[i % FORMATS.length]] as const))(
    "an abstract of %j in %s",
    async (pattern, format) => {
      expect(await ratio((length) => hostileFile(format, "abstract", pattern, length))).toBeLessThan(
        MOST_RATIO,
      );
    },
  );
  const begins = Object.entries(BEGINNINGS);
  it.each(PATTERNS.map((pattern, i) => [pattern, ...begins[i % begins.length]] as const))(
    "%j behind %s",
    async (pattern, _name, begin) => {
      expect(await ratio((length) => bareFile(begin, pattern, length))).toBeLessThan(MOST_RATIO);
    },
  );
});

describe("the count of steps", () => {
  it("sees a search that begins anew at each character", async () => {
    const quadratic = async (length: number) => {
      const text = "a".repeat(length);
      for (let i = 0; i < length; i++) text.indexOf("b", i);
    };
    // 1 + 2 + … + n: 1000 · 1001 / 2.
    expect(await countSteps(() => quadratic(1000))).toBe(500_500);
  });
});
