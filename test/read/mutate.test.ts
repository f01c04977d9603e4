import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { FILES } from "./mutation-files.ts";
import { mutate } from "./mutations.ts";
import { SHARED } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;
/** A sample; `npm run fuzz -- 20000` is the nightly run. */
const RUNS = 100;

describe.skipIf(!existsSync(FOLDER))("mutations of real files", () => {
  it.each(FILES)("%s", { timeout: 120_000 }, async (file) => {
    const content = new Uint8Array(readFileSync(`${FOLDER}/${file}`));
    expect(await mutate(basename(file), content, RUNS, 7)).toEqual([]);
  });
});
