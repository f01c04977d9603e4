import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asLines, field } from "../web/field.ts";

const CLI = join(import.meta.dirname, "../../dist/cli.js");

describe.skipIf(!existsSync(CLI))("--places", () => {
  const folder = mkdtempSync(join(tmpdir(), "topograph-places-"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const build = (...words: string[]) =>
    spawnSync(process.execPath, [CLI, "build", "in.jsonl", ...words], { cwd: folder, encoding: "utf8" });

  beforeAll(() => {
    write("in.jsonl", asLines(field(24)));
    build("-q", "-o", "map.json", "-o", "map.gexf");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("takes what was changed, says what, and names the nodes that are no papers", () => {
    const strange = '<node id="x9" label="Nobody’s paper"><viz:position x="1" y="2"/></node>\n</nodes>';
    write(
      "new.gexf",
      read("map.gexf")
        .replace(/viz:position x="[^"]*"/, 'viz:position x="999"')
        .replace("</nodes>", strange),
    );
    const { status, stderr } = build("--places", "new.gexf", "-o", "new.json");
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining("new.gexf: 24 of 24 papers found; 1 paper moved"),
    ]);
    expect(stderr).toMatch(
      /^warning: new\.gexf, line \d+, record x9: found “Nobody’s paper”, expected a paper of the map; left out$/m,
    );
    const { nodes, attributes } = JSON.parse(read("new.json"));
    const before = JSON.parse(read("map.json")).nodes;
    expect(
      nodes.filter((node: object, i: number) => JSON.stringify(node) !== JSON.stringify(before[i])),
    ).toHaveLength(1);
    expect(attributes.edits).toMatchObject([{ type: "place" }]);
  });

  test("what is no graph of the map, or is not there, is an error that names it", () => {
    write(
      "other.gexf",
      "<gexf><graph><nodes><node id='a' label='Of something else'/></nodes></graph></gexf>",
    );
    for (const [file, said] of [
      ["other.gexf", "error: other.gexf: none of its 1 node is a paper of the map"],
      ["in.jsonl", "error: in.jsonl: this is no graph"],
      ["none.gexf", "error: cannot open none.gexf"],
    ]) {
      const { status, stderr } = build("--places", file, "-o", "x.json");
      expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
    }
    expect(existsSync(join(folder, "x.json"))).toBe(false);
  });
});
