import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { threadFile } from "../../src/cli/built.ts";
import { openInput, openInputs } from "../../src/cli/inputs.ts";
import { threadFront } from "../../src/cli/threaded-front.ts";
import type { Source } from "../../src/model/collection.ts";
import type { ReaderOptions } from "../../src/read/read.ts";
import { readPapers } from "../../src/read/read.ts";
import { RECORDS, WRITERS, write } from "../read/samples.ts";
import { SHARED } from "../read/shared.ts";

/** Files are read on a thread from their first byte on. */
const LEAST = 0;
const FORMATS = Object.keys(WRITERS);

async function onThread(sources: readonly Source[], options: ReaderOptions = {}, file = threadFile()) {
  const front = threadFront(2, LEAST, file);
  return readPapers(sources, { ...options, front: front.read }).finally(front.close);
}

describe.skipIf(!existsSync(threadFile() ?? ""))("a thread that reads", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "topograph-front-"));
    for (const format of FORMATS) writeFileSync(at(`${format}-${WRITERS[format].name}`), write(format));
    writeFileSync(at("packed.jsonl.gz"), gzipSync(write("jsonl")));
    writeFileSync(at("odd.csv"), `title,year\n${RECORDS[0].title},20x8\n,\n"never closed,2001\n`);
    // Papers without ids are called by their place among the papers, which the thread does not know.
    const bare = Array.from(
      { length: 1000 },
      (_, i) => `{"title": "Paper ${i % 990}", "aliases": ["${i}"]}\n`,
    );
    writeFileSync(at("bare.jsonl"), bare.join(""));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("finds what is found without it: papers, fields, warnings, matches, digests", async () => {
    const sources = openInputs([folder], (path) => (path.endsWith(".csv") ? ["tables"] : []));
    expect(sources.length).toBe(FORMATS.length + 3);
    const here = await readPapers(sources);
    expect(here.merged).toBeGreaterThan(FORMATS.length);
    expect(here.files.some((file) => file.warnings.length > 0)).toBe(true);
    expect(await onThread(sources)).toEqual(here);
    const options = { columns: new Map([["year", "citations"]]), encoding: "windows-1252" } as const;
    const odd = [openInput(at("odd.csv"))];
    expect(await onThread(odd, options)).toEqual(await readPapers(odd, options));
  });

  test.skipIf(!existsSync(SHARED)).each(["formats", "bad-inputs"])(
    "finds the same in real and broken files: %s",
    async (name) => {
      const sources = openInputs([`${SHARED}/${name}`]).filter(({ size = 0 }) => size < 200_000);
      expect(sources.length).toBeGreaterThan(40);
      expect(await onThread(sources)).toEqual(await readPapers(sources));
    },
  );

  test("leaves a file that cannot be opened to be told of as ever", async () => {
    const gone = { ...openInput(at("bare.jsonl")), path: at("gone.jsonl") };
    await expect(onThread([gone])).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("cannot open"),
    });
  });

  test("ends with what goes wrong here, and where reading is cancelled", async () => {
    const sources = [openInput(at("bare.jsonl"))];
    const keep = () => {
      throw new Error("no room");
    };
    await expect(onThread(sources, { keep })).rejects.toThrow("no room");
    const front = threadFront(2, LEAST);
    const monitor = { signal: AbortSignal.abort() };
    const reading = readPapers(sources, { front: front.read }, monitor).finally(front.close);
    await expect(reading).rejects.toMatchObject({ kind: "cancelled" });
  });

  test.each([
    ["ends", "process.exit(3)", /has ended/],
    ["fails", "throw new RangeError('too much')", /too much/],
  ])("that %s is an error", async (_, script, message) => {
    const file = at("broken.mjs");
    writeFileSync(file, `setTimeout(() => { ${script} }, 20)`);
    const reading = onThread([openInput(at("bare.jsonl"))], {}, file);
    await expect(reading).rejects.toThrow(message);
    rmSync(file);
  });

  test("is asked for large files only", async () => {
    const front = threadFront(2, 1 << 20, at("there is none"));
    const { papers } = await readPapers([openInput(at("bare.jsonl"))], { front: front.read });
    expect(papers).toHaveLength(990);
    const alone = threadFront(1, LEAST, at("there is none"));
    expect((await readPapers([openInput(at("bare.jsonl"))], { front: alone.read })).papers).toHaveLength(990);
  });
});
