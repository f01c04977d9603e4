import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const CLI = "dist/cli.js";
const folder = mkdtempSync(join(tmpdir(), "topograph-screening-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
const path = (name: string) => join(folder, name);
const textOf = (name: string) => readFileSync(path(name), "utf8");

describe.skipIf(!existsSync(CLI))("screening from the command line", () => {
  test("two exports with a paper in both: field, flow, and reading lists that say the same when they are read", () => {
    const row = (title: string, doi: string, label: string) =>
      `${title},We study ${title}.,10.1234/${doi},${label}`;
    writeFileSync(
      path("asreview.csv"),
      `title,abstract,doi,asreview_label\n${[row("graphs and maps", "a", "1"), row("maps of graphs", "b", "0"), row("trees in graphs", "c", "")].join("\n")}\n`,
    );
    writeFileSync(
      path("rayyan.ris"),
      'TY  - JOUR\nTI  - graphs and maps\nDO  - 10.1234/a\nN1  - RAYYAN-INCLUSION: {"Bo"=>"Excluded"}\nER  - \n\nTY  - JOUR\nTI  - paths and trees\nDO  - 10.1234/d\nN1  - RAYYAN-INCLUSION: {"Bo"=>"Included"}\nER  - \n',
    );
    const outputs = ["map.json", "flow.json", "flow.svg", "all.asreview.csv", "all.ris"];
    const built = run(
      "build",
      path("asreview.csv"),
      path("rayyan.ris"),
      ...outputs.flatMap((name) => ["-o", path(name)]),
    );
    expect(built.stderr).toContain("screening: included by 1 and excluded by 1, expected one decision");
    expect(built.status).toBe(0);
    // 3 + 2 records are 4 papers. The first: maybe, as two differ; b: excluded; c: unseen; d: included.
    expect(JSON.parse(textOf("flow.json"))).toEqual({
      identified: {
        records: 5,
        sources: [
          { name: "asreview.csv", format: "csv", records: 3 },
          { name: "rayyan.ris", format: "ris", records: 2 },
        ],
      },
      duplicatesRemoved: 1,
      screened: 3,
      excluded: 1,
      maybe: 1,
      notScreened: 1,
      included: 1,
    });
    expect(textOf("flow.svg")).toContain("Duplicate records (n = 1)");
    // The map says the same by itself.
    expect(run("convert", path("map.json"), "-o", path("again.flow.json")).status).toBe(0);
    expect(textOf("again.flow.json")).toBe(textOf("flow.json"));
    for (const list of ["all.asreview.csv", "all.ris"]) {
      expect(run("build", path(list), "-o", path("list.flow.json")).status).toBe(0);
      const { screened, excluded, maybe, included } = JSON.parse(textOf("list.flow.json"));
      expect([list, screened, excluded, maybe, included]).toEqual([list, 3, 1, 1, 1]);
    }
  });

  test("a flow of papers without decisions says once that it has none, and what they are read from", () => {
    writeFileSync(path("plain.csv"), "title\nA study of graphs\nMaps of graphs\n");
    const outputs = ["plain.flow.json", "plain.flow.svg"].flatMap((name) => ["-o", path(name)]);
    const { status, stderr } = run("build", path("plain.csv"), ...outputs);
    expect(status).toBe(0);
    expect(stderr.match(/warning: no paper has a decision.*such as included/g)).toHaveLength(1);
    expect(run("build", path("asreview.csv"), ...outputs).stderr).not.toContain("no paper has a decision");
  });

  test("a name that only ends in it is another file", () => {
    writeFileSync(path("one.csv"), "title\nA study of graphs\n");
    expect(run("build", path("one.csv"), "-o", path("workflow.json")).status).toBe(0);
    expect(JSON.parse(textOf("workflow.json")).nodes).toHaveLength(1);
  });
});
