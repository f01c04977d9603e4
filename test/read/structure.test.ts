import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILES } from "./mutation-files.ts";
import { SHARED } from "./shared.ts";
import { mutateStructure } from "./structure-mutations.ts";

const FOLDER = `${SHARED}/formats`;
/** A sample; `npm run fuzz` does many more. */
const RUNS = 200;

describe.skipIf(!existsSync(FOLDER))("files that people and programs have treated", () => {
  it("are read, or it is said that they are not", { timeout: 120_000 }, async () => {
    const files = FILES.map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));
    expect(await mutateStructure(files, RUNS, 7)).toEqual([]);
  });
});
