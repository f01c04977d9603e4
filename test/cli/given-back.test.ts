import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asLines, field } from "../web/field.ts";

const CLI = "dist/cli.js";
const folder = mkdtempSync(join(tmpdir(), "topograph-given-back-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, name);
const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });

/** What left comes back: pages in one file, maps without abstracts, marks. */
describe.skipIf(!existsSync(CLI))("what was written is read again", () => {
  const papers = path("papers.jsonl");
  const outputs = (...names: string[]) => names.flatMap((name) => ["-o", path(name)]);

  /** Shares are made again of weights of six digits: the last may be another. */
  const withoutShares = (name: string) =>
    readFileSync(path(name), "utf8").replace(/"share":[\d.]+/g, '"share":0');

  test("a page in one file is the map itself; without abstracts they come back from the export", () => {
    writeFileSync(papers, asLines(field(30)));
    expect(run("build", papers, ...outputs("map.json", "map.html")).status).toBe(0);
    expect(run("convert", path("map.html"), ...outputs("again.json")).status).toBe(0);
    const map = withoutShares("map.json");
    expect(withoutShares("again.json")).toBe(map);
    expect(run("convert", path("map.html"), "--without", "abstracts", ...outputs("shared.html")).status).toBe(
      0,
    );
    expect(run("build", papers, "--base", path("shared.html"), ...outputs("whole.json")).status).toBe(0);
    expect(withoutShares("whole.json")).toBe(map);
  });

  test("a page that was cut off is refused with a reason", () => {
    writeFileSync(path("cut.html"), readFileSync(path("map.html"), "utf8").slice(0, 4000));
    const { status, stderr } = run("convert", path("cut.html"), ...outputs("cut.json"));
    expect([status, stderr]).toEqual([1, expect.stringContaining("damaged or cut off; save it again")]);
  });

  test("stars, notes and tags of a table go into the map and out into its table, which gives the same again", () => {
    const { nodes } = JSON.parse(readFileSync(path("map.json"), "utf8"));
    const [first, second] = nodes.map(
      ({ attributes }: { attributes: { label: string; year: number; authors: string[] } }) => attributes,
    );
    const row = (paper: typeof first, ...rest: string[]) =>
      [paper.label, (paper.authors ?? []).join("; "), paper.year ?? "", ...rest]
        .map((cell) => JSON.stringify(String(cell)))
        .join(",");
    writeFileSync(
      path("marks.csv"),
      `title,authors,year,starred,note,tags\n${row(first, "true", "Read me", "to read; thesis")}\n${row(second, "", "", "thesis")}\n`,
    );
    const marked = run(
      "convert",
      path("map.json"),
      "--marks",
      path("marks.csv"),
      ...outputs("marked.json", "marked.csv"),
    );
    expect([marked.status, marked.stderr]).toEqual([0, expect.not.stringContaining("warning")]);
    const { edits } = JSON.parse(readFileSync(path("marked.json"), "utf8")).attributes;
    expect(edits).toEqual([
      {
        type: "mark",
        papers: [
          { paper: first.identity, starred: true, note: "Read me", tags: ["to read", "thesis"] },
          { paper: second.identity, tags: ["thesis"] },
        ],
      },
    ]);
    expect(
      run("convert", path("map.json"), "--marks", path("marked.nodes.csv"), ...outputs("back.json")).status,
    ).toBe(0);
    expect(readFileSync(path("back.json"), "utf8")).toBe(readFileSync(path("marked.json"), "utf8"));
  });
});
