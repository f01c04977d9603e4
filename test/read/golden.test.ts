import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { fileSource, filesBelow, SHARED, summary } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;
const GOLDEN = "test/fixtures/read/golden.json";
/** Graphs: written, never read as papers. */
const GRAPHS = /^(?:gexf|graphml|vosviewer-\w+)\//;

/**
 * What each real export gives. After a wanted change: GOLDEN=write npx vitest run test/read/golden.test.ts,
 * and read the difference line by line.
 */
describe.skipIf(!existsSync(FOLDER))("real exports", () => {
  const paths = existsSync(FOLDER)
    ? filesBelow(FOLDER).filter((path) => !GRAPHS.test(relative(FOLDER, path)))
    : [];
  const known = existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, "utf8")) : {};
  const found: Record<string, unknown> = {};

  it.each(paths.map((path) => relative(FOLDER, path)))("%s", async (name) => {
    const seen = summary(await readPapers([fileSource(`${FOLDER}/${name}`)]));
    found[name] = seen;
    if (process.env.GOLDEN !== "write") expect(seen).toEqual(known[name]);
    expect(seen.read, "no real file is lost").toBeGreaterThan(name.includes("retorquere_strings") ? -1 : 0);
  });

  it("the list is complete", () => {
    if (process.env.GOLDEN === "write")
      writeFileSync(
        GOLDEN,
        `{\n${Object.entries(found)
          .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
          .join(",\n")}\n}\n`,
      );
    else expect(Object.keys(known).sort()).toEqual(Object.keys(found).sort());
  });

  it("the same search from two services: papers with the same DOI are one", async () => {
    const both = [`${FOLDER}/wos-plain/wos_dse.txt`, `${FOLDER}/scopus-csv/scopus_dse.csv`];
    const { papers, merged } = await readPapers(both.map(fileSource));
    expect(merged).toBeGreaterThanOrEqual(127);
    expect(papers.length).toBe(146 + 318 - merged);
    const dois = papers.flatMap((p) => p.doi ?? []);
    expect(new Set(dois).size).toBe(dois.length);
  });

  it("graphs are refused with a word on what to give instead", async () => {
    for (const path of filesBelow(FOLDER).filter((p) => GRAPHS.test(relative(FOLDER, p))))
      expect((await readPapers([fileSource(path)])).files[0].refusal, path).toBeDefined();
  });
});
