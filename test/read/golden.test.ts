import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { readPapers } from "../../src/read/read.ts";
import { fileSource, filesBelow, SHARED, summary } from "./shared.ts";

const FOLDER = `${SHARED}/formats`;
const GOLDEN = "test/fixtures/read/golden.json";
/** Graphs of other things than papers, and tables of VOSviewer. */
const GRAPHS = /^(?:gexf|graphml|vosviewer-txt|vosviewer-json\/JOI_\S*)\//;
const isGraph = (path: string) => GRAPHS.test(`${path}/`);

/**
 * What each real export gives. After a wanted change: GOLDEN=write npx vitest run test/read/golden.test.ts,
 * and read the difference line by line.
 */
describe.skipIf(!existsSync(FOLDER))("real exports", () => {
  const paths = existsSync(FOLDER)
    ? filesBelow(FOLDER).filter((path) => !isGraph(relative(FOLDER, path)))
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

  /** Files of which less than 98 % of the crude count is read, and why. */
  const FEWER: Readonly<Record<string, string>> = {
    "bibtex/biblatex_apa_test.bib": "9 of 284 entries hold neither title nor text, DOI, author or a long key",
    "enw/endnote_jabref.enw": "7 of 12 records are a type line (%0) and nothing else",
  };
  it("98 % of the records of each file are read, but for those that hold nothing", () => {
    const counted = readFileSync(`${FOLDER}/MANIFEST.md`, "utf8")
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter((cells) => /^\d+$/.test(cells[3] ?? ""));
    const fewer = counted.flatMap(([, format, file, records]) => {
      // Long names are cut in the list.
      const name = Object.keys(known).find((path) => path.startsWith(`${format}/${file}`));
      return name !== undefined && known[name].read < 0.98 * Number(records) ? [name] : [];
    });
    expect(counted.length).toBeGreaterThan(90);
    expect(fewer).toEqual(Object.keys(FEWER));
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
    for (const path of filesBelow(FOLDER).filter((p) => isGraph(relative(FOLDER, p))))
      expect((await readPapers([fileSource(path)])).files[0].refusal, path).toBeDefined();
  });
});
